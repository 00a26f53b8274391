"""What is the same over the years: by judgement, else by key and name within one form."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from present.change.matching import By, Judgement, Plan, Tie, rows
from tests.present.change.plans import NEW, OLD, by_label, plan


def judged(
    relation: str, before: str, after: str, years: tuple[int, int] = (2024, 2025)
) -> Judgement:
    return Judgement(relation, years[0], before, years[1], after, reason=f"{before}>{after}")


def test_number_and_name_together_make_the_same() -> None:
    plans = (
        plan(2024, {"1 Yol": 5, "2 Park": 6, "3 Su": 7}),
        plan(2025, {"1 YOL": 8, "2 Sosyal": 9, "4 Su": 1}),
    )
    found = by_label(rows(plans, (), By.TOP))
    assert found["1 YOL"] == {2024: ["1"], 2025: ["1"]}
    assert found["2 Sosyal"] == {2025: ["2"]}
    assert found["2 Park"] == {2024: ["2"]}
    assert found["4 Su"] == {2025: ["4"]}
    assert found["3 Su"] == {2024: ["3"]}


def test_forms_are_matched_by_judgement_alone() -> None:
    plans = plan(2025, {"1 Yol": 5, "2 Park": 6}), plan(2026, {"1 Yol": 8, "2 Park": 9}, NEW)
    assert all(len(parts) == 1 for parts in by_label(rows(plans, (), By.TOP)).values())
    found = by_label(rows(plans, [judged("renamed", "1", "1", (2025, 2026))], By.TOP))
    assert {2025: ["1"], 2026: ["1"]} in found.values()
    assert {2025: ["2"], 2026: ["2"]} not in found.values()


def test_units_and_codes_are_the_same_under_their_key_in_every_form() -> None:
    plans = plan(2025, {"fen Fen": 5}), plan(2026, {"fen Fen İşleri": 8}, NEW)
    for by in (By.UNIT, By.CODE):
        assert by_label(rows(plans, (), by)) == {"fen Fen İşleri": {2025: ["fen"], 2026: ["fen"]}}


def test_what_no_row_holds_is_the_same_every_year_and_nothing_else() -> None:
    plans = (
        plan(2024, {"genel": 5, "9 Yedek": 1}, residual=("genel",)),
        plan(2025, {"genel": 6, "9": 2}, residual=("genel", "9")),
    )
    found = rows(plans, (), By.UNIT)
    assert by_label(found)["genel"] == {2024: ["genel"], 2025: ["genel"]}
    assert by_label(found)["9"] == {2025: ["9"]}
    assert [row.is_residual for row in found if row.of(2025)] == [True, True]
    other = plan(2024, {"9": 1}, residual=("9",)), plan(2025, {"9 Yedek": 2})
    assert len(rows(other, (), By.UNIT)) == 2


def test_a_judgement_sets_aside_what_number_and_name_would_say() -> None:
    plans = plan(2024, {"1 Yol": 5, "2 Park": 6}), plan(2025, {"1 Yol": 8, "2 Park": 9})

    def keys(*judgements: Judgement) -> list[list[tuple[int, str]]]:
        found = rows(plans, judgements, By.TOP)
        return sorted([item.node for item in row.items] for row in found)

    assert keys() == [[(2024, "1"), (2025, "1")], [(2024, "2"), (2025, "2")]]
    assert keys(judged("renamed", "2", "1")) == [
        [(2024, "1")],
        [(2024, "2"), (2025, "1")],
        [(2025, "2")],
    ]
    assert keys(judged("gone", "1", ""), judged("new", "", "1")) == [
        [(2024, "1")],
        [(2024, "2"), (2025, "2")],
        [(2025, "1")],
    ]


def test_merged_and_split_parts_make_one_row_whose_amounts_add_up() -> None:
    plans = (
        plan(2024, {"1 A": 5, "2 B": 6, "3 C": 10}),
        plan(2025, {"1 AB": 12, "3 C1": 4, "4 C2": 7}),
    )
    found = rows(
        plans,
        [
            judged("merged", "1", "1"),
            judged("merged", "2", "1"),
            judged("split", "3", "3"),
            judged("split", "3", "4"),
        ],
        By.TOP,
    )
    amounts = {tuple(item.key for item in row.items): row for row in found}
    merged, split = amounts["1", "2", "1"], amounts["3", "3", "4"]
    assert (merged.kurus(2024), merged.kurus(2025)) == (1100, 1200)
    assert (split.kurus(2024), split.kurus(2025)) == (1000, 1100)
    assert [judgement.relation for judgement in merged.judgements] == ["merged", "merged"]


def test_a_judgement_that_names_what_is_not_there_binds_nothing() -> None:
    plans = plan(2024, {"1 Yol": 5}), plan(2025, {"2 Park": 8})
    sound = Judgement("renamed", 2024, "1", 2025, "2", "yol", "PARK")
    stale = Judgement("renamed", 2024, "1", 2025, "2", "Köprü", "Park")
    absent = Judgement("renamed", 2024, "1", 2025, "7")
    assert by_label(rows(plans, [sound], By.TOP)) == {"2 Park": {2024: ["1"], 2025: ["2"]}}
    for judgement in (stale, absent):
        found = rows(plans, [judgement], By.TOP)
        assert len(found) == 2
        assert all(not row.judgements for row in found)


def test_a_row_says_how_it_stands_between_two_years() -> None:
    plans = (
        plan(2024, {"1 A": 1, "2 B": 1, "3 C": 1}),
        plan(2025, {"1 A": 1, "4 D": 1, "5 E": 1}),
        plan(2026, {"1 X": 1}, NEW),
    )
    said = [
        judged("gone", "2", ""),
        judged("new", "", "4"),
        judged("gone", "1", "", (2025, 2026)),
    ]
    found = rows(plans, said, By.TOP)
    ties = {row.key: (row.tie(2024, 2025), row.tie(2025, 2026)) for row in found}
    assert ties == {
        "2026.1": (Tie.NEITHER, Tie.ONLY_LATER),
        "2025.1": (Tie.BOTH, Tie.GONE),
        "2025.4": (Tie.NEW, Tie.ONLY_EARLIER),
        "2025.5": (Tie.ONLY_LATER, Tie.ONLY_EARLIER),
        "2024.2": (Tie.GONE, Tie.NEITHER),
        "2024.3": (Tie.ONLY_EARLIER, Tie.NEITHER),
    }


def test_a_document_that_does_not_split_its_money_so_is_named() -> None:
    plans = (
        plan(2025, {"01 Personel": 5, "off": 2}, residual=("off",)),
        plan(2026, {"unstated": 9}, NEW, residual=("unstated",), is_split=False),
    )
    ties = {row.key: row.tie(2025, 2026) for row in rows(plans, (), By.CODE)}
    assert ties == {
        "2025.01": Tie.UNSPLIT,
        "2025.off": Tie.RESIDUAL,
        "2026.unstated": Tie.RESIDUAL,
    }


def test_what_is_not_stated_stays_so() -> None:
    (row,) = rows((plan(2024, {"1 A": None}), plan(2025, {"1 A": 0})), (), By.TOP)
    assert (row.kurus(2024), row.kurus(2025), row.kurus(2026)) == (None, 0, None)


amounts = st.dictionaries(
    st.tuples(st.sampled_from("123456"), st.sampled_from(["A", "B", "C"])).map(" ".join),
    st.integers(0, 10**9),
    max_size=6,
)
relations = st.lists(
    st.tuples(
        st.sampled_from(["merged", "split", "same", "new", "gone"]),
        st.sampled_from("0123456"),
        st.sampled_from("0123456"),
        st.sampled_from([2024, 2025]),
    ),
    max_size=8,
)


def _keyed(year: int, lira: dict[str, int], form: str) -> Plan:
    """A plan in which each key stands once."""
    return plan(
        year, {text: lira[text] for text in {text[0]: text for text in lira}.values()}, form
    )


@given(st.tuples(amounts, amounts, amounts), relations)
def test_each_item_is_in_one_row_and_each_year_adds_up(
    lira: tuple[dict[str, int], ...], drawn: list[tuple[str, str, str, int]]
) -> None:
    plans = [_keyed(2024 + place, own, OLD) for place, own in enumerate(lira)]
    said = [
        judged(name, before.strip("0"), after.strip("0"), (year, year + 1))
        for name, before, after, year in drawn
    ]
    for by in By:
        found = rows(plans, said, by)
        nodes = [item.node for row in found for item in row.items]
        assert sorted(nodes) == sorted(item.node for own in plans for item in own.items)
        for own in plans:
            assert sum(row.kurus(own.year) or 0 for row in found) == (own.whole_kurus or 0)
