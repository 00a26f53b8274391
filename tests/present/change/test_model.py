"""Amounts in each measure, changes between two years, and what can't be told."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kbb_data import prices
from present.change.matching import By, Tie
from present.change.model import Change, Measure, compared, ordered
from tests.present.change.plans import NEW, plan, years

PLANS = (
    plan(2024, {"1 Yol": 300, "2 Park": 100, "3 Su": 50}),
    plan(2025, {"1 Yol": 450, "2 Park": 90, "4 Sosyal": 60}),
    plan(2026, {"1 Yol": 900}, NEW),
)
OVER = years(*PLANS, people={2024: 10, 2025: 12})
YOL = next(row for row in OVER.rows if row.kurus(2024) == 30_000)


def test_an_amount_in_each_measure() -> None:
    known = prices.committed()
    assert OVER.value(YOL, 2024, Measure.LIRA, None) == 30_000
    assert OVER.value(YOL, 2024, Measure.SHARE, None) == Fraction(300, 450)
    assert OVER.value(YOL, 2024, Measure.PER_HEAD, None) == Fraction(30_000, 10)
    real = OVER.value(YOL, 2024, Measure.REAL, 2025)
    assert real == known.in_prices_of(30_000, 2024, 2025)
    assert OVER.value(YOL, 2025, Measure.REAL, 2025) == 45_000


@pytest.mark.parametrize("measure", [Measure.REAL, Measure.PER_HEAD])
def test_a_year_without_prices_or_residents_is_not_told(measure: Measure) -> None:
    new = next(row for row in OVER.rows if row.of(2026))
    assert OVER.value(new, 2026, measure, 2025) is None
    assert not OVER.is_told(2026, measure, 2025)
    assert OVER.is_told(2025, measure, 2025)
    assert OVER.value(new, 2026, Measure.LIRA, None) == 90_000


def test_nothing_is_a_part_of_an_empty_whole() -> None:
    empty = years(plan(2024, {"1 A": 0}), plan(2025, {"1 A": 0}))
    assert empty.value(empty.rows[0], 2024, Measure.SHARE, None) is None


@pytest.mark.parametrize(
    ("first", "second", "difference", "rate"),
    [
        (100, 150, 50, Fraction(1, 2)),
        (100, 0, -100, Fraction(-1)),
        (0, 50, 50, None),
        (-5, 50, 55, None),
        (None, 50, None, None),
        (50, None, None, None),
    ],
)
def test_a_change(
    first: int | None, second: int | None, difference: int | None, rate: Fraction | None
) -> None:
    change = Change(first, second)
    assert (change.difference, change.rate) == (difference, rate)


def test_each_row_is_in_one_part_and_both_years_add_up() -> None:
    between = compared(OVER, 2024, 2025, Measure.LIRA, None)
    assert [(row.kurus(2025), change.difference) for row, change in between.both] == [
        (45_000, 15_000),
        (9_000, -1_000),
    ]
    assert [(row.key, tie) for row, tie in between.apart] == [
        ("2025.4", Tie.ONLY_LATER),
        ("2024.3", Tie.ONLY_EARLIER),
    ]
    assert [row.key for row in between.elsewhere] == ["2026.1"]
    for year, apart in ((2024, between.apart_first), (2025, between.apart_second)):
        both = sum(row.kurus(year) or 0 for row, _ in between.both)
        assert both + (apart or 0) == OVER.whole(year)


def test_what_rose_and_fell_most() -> None:
    between = compared(OVER, 2024, 2025, Measure.LIRA, None)
    assert between.risen is not None
    assert between.fallen is not None
    assert (between.risen[0].key, between.fallen[0].key) == ("2025.1", "2025.2")
    shares = compared(OVER, 2024, 2025, Measure.SHARE, None)
    assert shares.risen is not None
    assert shares.risen[1].difference == Fraction(450, 600) - Fraction(300, 450)
    still = years(plan(2024, {"1 A": 5}), plan(2025, {"1 A": 5}))
    none = compared(still, 2024, 2025, Measure.LIRA, None)
    assert (none.risen, none.fallen) == (None, None)


def test_of_equals_the_one_that_stands_first_rose_most() -> None:
    over = years(plan(2024, {"1 A": 5, "2 B": 15}), plan(2025, {"1 A": 10, "2 B": 20}))
    between = compared(over, 2024, 2025, Measure.LIRA, None)
    assert between.risen is not None
    assert between.risen[0].key == "2025.2"


def test_rows_stand_by_size_and_what_no_row_holds_last() -> None:
    over = years(
        plan(2024, {"1 A": 5, "2 B": 15, "genel": 99}, residual=("genel",)),
        plan(2025, {"1 A": 7, "3 C": 7, "genel": 99}, residual=("genel",)),
        by=By.TOP,
    )
    assert [row.key for row in ordered(over, 2024, 2025)] == [
        "2025.1", "2025.3", "2024.2", "2025.genel",
    ]  # fmt: skip
