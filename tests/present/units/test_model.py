"""The spending units' records: money, goals, partners, findings; a small invented plan."""

from __future__ import annotations

import pandas as pd
import pytest

from present.findings.subjects import plan
from present.units.model import GoalPart, Order, Partner, Unit, goal_parts, ordered, read, touching
from tests.present.budget import frames as small

UNITS = pd.DataFrame(
    [
        ("fen", "Fen İşleri Daire Başkanlığı", "Fen İşleri", None),
        ("imar", "İmar Daire Başkanlığı", "İmar", "İmar Müdürlüğü | İmar Dairesi"),
        ("ilce", "Çevre Müdürlüğü", "Çevre", None),
        ("zabita", "Zabıta Daire Başkanlığı", "Zabıta", None),
    ],
    columns=["spending_unit", "name", "short_name", "aliases"],
).assign(source_section="2.3.1", source_line=7)

#: The activities of ``budget_frames.LINES``, as ``db.queries.activities`` gives them.
ACTIVITIES = pd.DataFrame(
    [
        (1, 1, "imar"),
        (2, 1, "fen"),
        (3, 2, "fen"),
        (4, 3, "zabita"),
        (5, 3, "zabita"),
    ],
    columns=["activity", "goal", "spending_unit"],
)
ACTIVITIES["name"] = [f"Faaliyet {number}" for number in ACTIVITIES["activity"]]
ACTIVITIES["activity_short"] = ACTIVITIES["name"]
ACTIVITIES["goal_statement"] = [f"Hedef {number}" for number in ACTIVITIES["goal"]]
ACTIVITIES["unit_name"] = ACTIVITIES["spending_unit"].map(
    dict(zip(UNITS["spending_unit"], UNITS["name"], strict=True))
)
ACTIVITIES["other_units"] = None
ACTIVITIES["unit_printed"] = ACTIVITIES["unit_name"]
ACTIVITIES["aim"] = [1, 1, 2, 2, 2]


def unit(
    name: str, budget: int | None = None, off_budget: int | None = None, *, slug: str = ""
) -> Unit:
    return Unit(slug or name, name, name, (), (), (), budget, off_budget)


def test_units_are_read_in_the_frames_order_with_all_that_is_theirs() -> None:
    assert read(UNITS, ACTIVITIES, small.LINES) == (
        Unit(
            slug="fen",
            name="Fen İşleri Daire Başkanlığı",
            short="Fen İşleri",
            aliases=(),
            goals=(1, 2),
            activities=(2, 3),
            budget_kurus=150_00,
            off_budget_kurus=60_00,
        ),
        Unit(
            slug="imar",
            name="İmar Daire Başkanlığı",
            short="İmar",
            aliases=("İmar Müdürlüğü", "İmar Dairesi"),
            goals=(1,),
            activities=(1,),
            budget_kurus=100_00,
            off_budget_kurus=0,
        ),
        # without activities there is no amount, which is not 0
        Unit("ilce", "Çevre Müdürlüğü", "Çevre", (), (), (), None, None),
        Unit(
            slug="zabita",
            name="Zabıta Daire Başkanlığı",
            short="Zabıta",
            aliases=(),
            goals=(3,),
            activities=(4, 5),
            budget_kurus=140_00,
            off_budget_kurus=0,
        ),
    )


def test_numbers_are_whole_sorted_and_told_once() -> None:
    activities = ACTIVITIES.iloc[[4, 3, 2, 1, 0]]
    fen, _, _, zabita = read(UNITS, activities, small.LINES)
    assert (fen.activities, fen.goals) == ((2, 3), (1, 2))
    assert (zabita.activities, zabita.goals) == ((4, 5), (3,))
    assert all(type(number) is int for number in fen.activities + fen.goals)


@pytest.mark.parametrize(
    ("cell", "aliases"),
    [
        (None, ()),
        (float("nan"), ()),
        ("", ()),
        (" | ", ()),
        ("Bir", ("Bir",)),
        ("Bir|İki |  Üç  | ", ("Bir", "İki", "Üç")),
    ],
)
def test_spellings_are_split_at_bars(cell: object, aliases: tuple[str, ...]) -> None:
    units = UNITS.head(1).assign(aliases=pd.Series([cell], dtype=object))
    assert read(units, ACTIVITIES, small.LINES)[0].aliases == aliases


@pytest.mark.parametrize(
    ("budget", "off_budget", "amount", "has_money"),
    [
        (None, None, None, False),
        (0, None, 0, False),
        (0, 0, 0, False),
        (1, None, 1, True),
        (None, 2, 2, True),
        (3, 4, 7, True),
    ],
)
def test_both_kinds_of_money_add_up_and_nothing_stated_stays_nothing(
    budget: int | None, off_budget: int | None, amount: int | None, has_money: bool
) -> None:
    assert unit("a", budget, off_budget).amount_kurus == amount
    assert unit("a", budget, off_budget).has_money is has_money


def test_units_are_ordered_by_money_and_by_turkish_name() -> None:
    units = (
        unit("Fen", 200),
        unit("İmar"),
        unit("Çevre", 300),
        unit("Zabıta", 0),
        unit("Ulaşım", 100, 100),
        unit("Basın"),
        unit("Itfaiye", 0),
    )
    assert [unit.name for unit in ordered(units, Order.MONEY)] == [
        "Çevre",
        "Fen",  # the same money as Ulaşım, before it by name
        "Ulaşım",
        "Itfaiye",  # nothing planned stands before nothing stated
        "Zabıta",
        "Basın",
        "İmar",
    ]
    # Ç before F, I before İ: not the order of code points
    assert [unit.name for unit in ordered(units, Order.NAME)] == [
        "Basın", "Çevre", "Fen", "Itfaiye", "İmar", "Ulaşım", "Zabıta",
    ]  # fmt: skip
    assert ordered((), Order.MONEY) == ()


def test_orders_are_what_addresses_call_them() -> None:
    assert list(Order) == ["tutar", "ad"]
    assert (Order.MONEY.value, Order.NAME.value) == ("tutar", "ad")


def test_a_shared_goal_names_its_other_units_with_their_money() -> None:
    assert goal_parts("imar", ACTIVITIES, small.LINES) == (
        GoalPart(
            goal=1,
            statement="Hedef 1",
            activities=(1,),
            amount_kurus=100_00,
            # 50 lira in goal 1, not the 210 of the whole unit
            partners=(Partner("fen", "Fen İşleri Daire Başkanlığı", 50_00),),
        ),
    )


def test_goals_stand_by_number_and_activities_too() -> None:
    parts = goal_parts("fen", ACTIVITIES.iloc[::-1], small.LINES)
    assert [(part.goal, part.activities, part.amount_kurus) for part in parts] == [
        (1, (2,), 50_00),
        (2, (3,), 160_00),
    ]
    assert [part.statement for part in parts] == ["Hedef 1", "Hedef 2"]
    (zabita,) = goal_parts("zabita", ACTIVITIES.iloc[::-1], small.LINES)
    assert zabita.activities == (4, 5)
    assert zabita.partners == ()


def test_partners_stand_by_money_and_equal_ones_by_their_activities() -> None:
    activities = pd.DataFrame(
        {
            "activity": [1, 2, 3, 4, 5, 6],
            "goal": [7] * 6,
            "spending_unit": ["own", "blank", "small", "equal", "large", "small"],
            "unit_name": ["Own", "Blank", "Small", "Equal", "Large", "Small"],
            "goal_statement": ["Ortak"] * 6,
        }
    )
    lines = small.lines(
        [
            (1, 7, 1, "own", "budget", "03", 1),
            (1, 7, 2, "blank", "budget", "03", None),
            (1, 7, 3, "small", "budget", "03", 10),
            (1, 7, 4, "equal", "budget", "03", 30),
            (1, 7, 5, "large", "off_budget", "foreign", 99),
            (1, 7, 6, "small", "budget", "06", 20),
            (1, 8, 9, "blank", "budget", "03", 5),
        ]
    )
    (part,) = goal_parts("own", activities, lines)
    assert part.partners == (
        Partner("large", "Large", 99_00),
        Partner("small", "Small", 30_00),
        Partner("equal", "Equal", 30_00),
        Partner("blank", "Blank", None),
    )


def test_empty_frames_give_no_units_and_no_parts() -> None:
    assert read(UNITS.iloc[:0], ACTIVITIES.iloc[:0], small.LINES.iloc[:0]) == ()
    assert goal_parts("fen", ACTIVITIES.iloc[:0], small.LINES.iloc[:0]) == ()
    assert goal_parts("ilce", ACTIVITIES, small.LINES) == ()


GOALS = pd.DataFrame({"goal": [1, 2, 3], "aim": [1, 2, 2]})
ASSETS = pd.DataFrame({"source_line": [], "district": []})


def touched(slug: str, *codes: str) -> list[str]:
    """Which of the findings with these codes touch the unit."""
    units = {unit.slug: unit for unit in read(UNITS, ACTIVITIES, small.LINES)}
    findings = pd.DataFrame({"finding": list(codes)}, index=range(10, 10 + len(codes)))
    rows = touching(units[slug], findings, plan(ACTIVITIES, GOALS, ASSETS))
    return list(rows["finding"])


def test_findings_touch_a_unit_through_its_name_activities_and_goals() -> None:
    codes = (
        "goal-table-sums.1",  # of goal 1 as a whole, which imar and fen share
        "responsibilities.1.name",  # of imar's activity in it
        "unit-spelling.imar",
        "responsibilities.3.name",  # of fen's activity in goal 2
        "goal-table-sums.2",
        "aim-headings.1",
        "checks-of-the-whole",
    )
    assert touched("imar", *codes) == [
        "goal-table-sums.1", "responsibilities.1.name", "unit-spelling.imar",
    ]  # fmt: skip
    assert touched("fen", *codes) == [
        "goal-table-sums.1", "responsibilities.3.name", "goal-table-sums.2",
    ]  # fmt: skip
    assert touched("ilce", *codes) == []
    assert touched("imar") == []


def test_a_unit_named_after_another_one_has_the_activity_but_not_its_money() -> None:
    activities = ACTIVITIES.assign(other_units=[None, "zabita | fen", None, "imar", None])
    activities.loc[activities["activity"] == 3, "spending_unit"] = None
    by_slug = {unit.slug: unit for unit in read(UNITS, activities, small.LINES)}
    assert by_slug["zabita"].shared == (2,)
    assert by_slug["fen"].shared == (2,)
    assert by_slug["imar"].shared == (4,)
    assert by_slug["fen"].activities == (2,)
    partners = [part.partners for part in goal_parts("zabita", activities, small.LINES)]
    assert all(partner.slug is not None for own in partners for partner in own)
