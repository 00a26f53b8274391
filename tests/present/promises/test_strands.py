"""Which indicator of a year is which of the next, and why one ends."""

from __future__ import annotations

from typing import Any

import pytest

from kbb_data.schema import PROGRAMME_BUDGET
from kbb_data.succession import Judged
from present.promises.strands import Seam, judged_of, stale, strands
from tests.support.promises import indicator, judged, programme


def codes(*programmes: Any) -> list[list[tuple[int, str]]]:
    return [[(own.year, code) for own, code in each.members] for each in strands(programmes)]


def test_the_same_number_and_name_go_on_by_themselves() -> None:
    years = [programme(year, indicator(year)) for year in (2024, 2025, 2026)]
    assert codes(*years) == [[(2024, "1.1"), (2025, "1.1"), (2026, "1.1")]]
    (strand,) = strands(years)
    assert (strand.before, strand.after) == (None, None)
    assert strand.code(2025) == "1.1"
    assert strand.code(2023) == ""
    assert strand.indicator(2023) is None


def test_a_judgement_leads_to_another_number_and_name() -> None:
    earlier = programme(2024, indicator(2024, "1.1"), indicator(2024, "1.2", name_printed="Çöp"))
    link = Judged("1.2", "Çöp", "3.1", "Toplanan atık", "renamed", "Adı değişti.")
    later = programme(
        2025,
        indicator(2025, "3.1", name_printed="Toplanan atık"),
        form=PROGRAMME_BUDGET,
        judged={2024: (link,)},
    )
    assert codes(earlier, later) == [[(2024, "1.2"), (2025, "3.1")], [(2024, "1.1")]]
    # Across the forms nothing goes on by itself.
    lone = strands([earlier, later])[1]
    assert lone.after is not None
    assert lone.after.seam is Seam.UNLINKED


def test_an_indicator_in_another_unit_does_not_go_on() -> None:
    earlier, later = indicator(2024, unit="m"), indicator(2025, unit="km")
    link = judged("1.1", "1.1", "same")
    first, second = strands([
        programme(2024, earlier), programme(2025, later, judged={2024: (link,)})
    ])  # fmt: skip
    assert first.members[0][0].year == 2025
    assert first.before is not None
    assert second.after is not None
    assert (first.before.seam, first.before.codes) == (Seam.UNIT, ("1.1",))
    assert (second.after.seam, second.after.year) == (Seam.UNIT, 2025)


def test_a_unit_that_one_programme_does_not_state_needs_a_judgement() -> None:
    programmes = [programme(2024, indicator(2024, unit=None)), programme(2025, indicator(2025))]
    assert len(codes(*programmes)) == 2
    link = judged("1.1", "1.1", "same")
    told = programme(2025, indicator(2025), judged={2024: (link,)})
    assert codes(programmes[0], told) == [[(2024, "1.1"), (2025, "1.1")]]


@pytest.mark.parametrize("relation", ["merged", "split"])
def test_what_was_merged_or_split_ends_with_its_counterparts(relation: str) -> None:
    earlier = programme(2024, indicator(2024, "1.1"), indicator(2024, "1.2"))
    later = programme(2025, indicator(2025, "1.1"), indicator(2025, "1.2"))
    pairs = (("1.1", "1.1"), ("1.2", "1.1")) if relation == "merged" else (
        ("1.1", "1.1"), ("1.1", "1.2")
    )  # fmt: skip
    later = programme(
        2025,
        *later.indicators.values(),
        judged={2024: tuple(judged(*pair, relation) for pair in pairs)},
    )
    found = {(each.members[0][0].year, each.members[0][1]): each for each in strands([
        earlier, later
    ])}  # fmt: skip
    assert len(found) == 4
    before, after = found[2025, "1.1"].before, found[2024, "1.1"].after
    assert before is not None
    assert after is not None
    assert before.seam == after.seam == relation
    assert before.codes == (("1.1", "1.2") if relation == "merged" else ("1.1",))
    assert after.codes == (("1.1",) if relation == "merged" else ("1.1", "1.2"))


def test_what_is_gone_or_new_says_so() -> None:
    earlier = programme(2024, indicator(2024))
    judgements = (judged("1.1", "", "gone"), judged("", "1.1", "new"))
    later = programme(2025, indicator(2025), judged={2024: judgements})
    newer, older = strands([earlier, later])
    assert newer.before is not None
    assert older.after is not None
    assert (newer.before.seam, older.after.seam) == (Seam.NEW, Seam.GONE)


def test_a_stale_judgement_is_counted_and_links_nothing() -> None:
    earlier = programme(2024, indicator(2024))
    link = judged("1.1", "1.1", "same", name="Başka ad")
    later = programme(2025, indicator(2025), judged={2024: (link,)})
    newer, older = strands([earlier, later])
    assert newer.before is not None
    assert older.after is not None
    assert (newer.before.seam, older.after.seam) == (Seam.STALE, Seam.STALE)
    assert stale([earlier, later]) == 1


def test_each_indicator_is_in_one_strand_the_newest_programmes_first() -> None:
    earlier = programme(2024, *(indicator(2024, code) for code in ("1.1", "1.2", "1.3")))
    later = programme(2025, *(indicator(2025, code) for code in ("1.2", "1.1")))
    assert codes(earlier, later) == [
        [(2024, "1.2"), (2025, "1.2")],
        [(2024, "1.1"), (2025, "1.1")],
        [(2024, "1.3")],
    ]


def test_judgements_are_those_of_indicators_by_their_earlier_year() -> None:
    row = {"level": "indicator", "from_year": 2024, "from_code": "1.1", "from_name": "A",
           "to_code": None, "to_name": float("nan"), "relation": "gone", "reason": "x"}  # fmt: skip
    found = judged_of([row, {**row, "level": "activity"}, {**row, "from_year": 2023}])
    assert found == {
        2024: (Judged("1.1", "A", "", "", "gone", "x"),),
        2023: (Judged("1.1", "A", "", "", "gone", "x"),),
    }
