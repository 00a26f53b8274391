"""What a part of the programme is made of, on small invented frames and on the 2025 programme."""

from __future__ import annotations

import pandas as pd
import pytest

from present.budget.breakdown import (
    ROW_COLUMNS,
    Breakdown,
    break_down,
    general_administration,
)
from present.budget.model import (
    GENERAL,
    Fund,
    Scope,
    View,
    apportion,
    stated,
    total,
)
from tests.present.budget import frames as small

AIMS_2025 = {
    "1": 269_588_000,
    "2": 4_865_537_000,
    "3": 856_237_000,
    "4": 1_710_000_000,
    "5": 2_706_412_000,
    "6": 108_300_000,
    "7": 4_306_000_000,
    GENERAL: 2_177_926_000,
}


def lira(rows: pd.DataFrame, column: str = "amount_kurus") -> dict[str, float | None]:
    return {
        key: None if (kurus := stated(amount)) is None else kurus / 100
        for key, amount in zip(rows["key"], rows[column], strict=True)
    }


@pytest.fixture(scope="module")
def lines_2025() -> pd.DataFrame:
    return small.committed_lines()


@pytest.fixture(scope="module")
def needs_2025() -> pd.DataFrame:
    return small.committed_needs()


def test_aims_stand_beside_general_administration() -> None:
    breakdown = break_down(small.LINES, small.NEEDS, View.AIM)
    assert lira(breakdown.rows) == {"1": 150, "2": 300, GENERAL: 50}
    assert breakdown.whole_kurus == breakdown.programme_kurus == 500_00
    assert breakdown.beside_kurus == 0
    assert breakdown.rows["is_general"].tolist() == [False, False, True]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View.GOAL, {"1": 150, "2": 160, "3": 140}),
        (View.ACTIVITY, {"1": 100, "2": 50, "3": 160, "4": 140, "5": 0}),
        (View.UNIT, {"imar": 100, "fen": 210, "zabita": 140}),
    ],
)
def test_what_the_document_does_not_split_stands_beside(
    view: View, expected: dict[str, float]
) -> None:
    breakdown = break_down(small.LINES, small.NEEDS, view)
    assert lira(breakdown.rows) == expected
    assert breakdown.beside_kurus == 50_00
    assert breakdown.whole_kurus == 500_00


def test_codes_hold_general_administration_as_a_part() -> None:
    breakdown = break_down(small.LINES, small.NEEDS, View.CODE)
    assert lira(breakdown.rows) == {"01": 140, "03": 120, "06": 170, "09": 10}
    assert lira(breakdown.rows, "general_kurus") == {"01": 0, "03": 40, "06": 0, "09": 10}
    assert breakdown.beside_kurus == 60_00, "off-budget money has no economic code"
    assert breakdown.whole_kurus == total(breakdown.rows["amount_kurus"]) + breakdown.beside_kurus


def test_sources_begin_with_the_budget() -> None:
    breakdown = break_down(small.LINES, small.NEEDS, View.SOURCE)
    assert lira(breakdown.rows) == {"budget": 440, "other_domestic": 60}
    assert breakdown.whole_kurus == total(breakdown.rows["amount_kurus"])


@pytest.mark.parametrize(
    ("fund", "whole", "aim_2"), [(Fund.BUDGET, 440, 240), (Fund.OFF_BUDGET, 60, 60)]
)
def test_a_fund_counts_its_own_money(fund: Fund, whole: int, aim_2: int) -> None:
    breakdown = break_down(small.LINES, small.NEEDS, View.AIM, fund=fund)
    assert breakdown.whole_kurus == whole * 100
    assert lira(breakdown.rows)["2"] == aim_2


def test_off_budget_money_is_not_split_by_code() -> None:
    breakdown = break_down(small.LINES, small.NEEDS, View.CODE, fund=Fund.OFF_BUDGET)
    assert breakdown.rows.empty
    assert breakdown.beside_kurus == breakdown.whole_kurus == 60_00


def test_a_scope_narrows_and_leaves_general_administration_out() -> None:
    breakdown = break_down(small.LINES, small.NEEDS, View.GOAL, Scope(aim=2))
    assert lira(breakdown.rows) == {"2": 160, "3": 140}
    assert (breakdown.whole_kurus, breakdown.programme_kurus) == (300_00, 500_00)
    assert breakdown.beside_kurus == 0


def test_a_codes_scope_keeps_its_general_administration() -> None:
    breakdown = break_down(small.LINES, small.NEEDS, View.AIM, Scope(code="03"))
    assert lira(breakdown.rows) == {"1": 80, GENERAL: 40}
    assert breakdown.whole_kurus == 120_00


def test_general_administration_alone_is_split_by_code() -> None:
    breakdown = break_down(small.LINES, small.NEEDS, View.CODE, Scope(general=True))
    assert lira(breakdown.rows) == {"01": 0, "03": 40, "06": 0, "09": 10}
    assert breakdown.whole_kurus == 50_00


def test_blank_is_not_zero() -> None:
    only = small.lines([(1, 1, 1, "fen", "budget", "03", None)])
    breakdown = break_down(only, small.needs([]), View.AIM)
    assert lira(breakdown.rows) == {"1": None}
    assert breakdown.whole_kurus is None
    activity = break_down(small.LINES, small.NEEDS, View.ACTIVITY).rows.set_index("key")
    assert activity.loc["4", "off_budget_kurus"] is pd.NA
    assert activity.loc["5", "amount_kurus"] == 0


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("fund", Fund)
def test_nothing_gives_empty_rows_of_the_same_form(view: View, fund: Fund) -> None:
    breakdown = break_down(small.lines([]), small.needs([]), view, fund=fund)
    full = break_down(small.LINES, small.NEEDS, view)
    assert breakdown.rows.empty
    assert breakdown.whole_kurus is None
    assert breakdown.rows.dtypes.to_dict() == full.rows.dtypes.to_dict()


def test_activities_behind_a_row_are_counted() -> None:
    aims = break_down(small.LINES, small.NEEDS, View.AIM).rows
    assert aims["activities"].tolist() == [2, 3, 0]
    codes = break_down(small.LINES, small.NEEDS, View.CODE).rows
    assert dict(zip(codes["key"], codes["activities"], strict=True)) == {
        "01": 1,
        "03": 2,
        "06": 2,
        "09": 0,
    }


def test_general_administration_leaves_the_tables_totals_out() -> None:
    general = general_administration(small.NEEDS)
    assert total(general["amount_kurus"]) == 50_00
    assert set(general["fund"]) == {"budget", "off_budget"}


def test_aims_of_2025(lines_2025: pd.DataFrame, needs_2025: pd.DataFrame) -> None:
    breakdown = break_down(lines_2025, needs_2025, View.AIM)
    assert lira(breakdown.rows) == AIMS_2025
    assert breakdown.whole_kurus == 17_000_000_000_00
    assert break_down(lines_2025, needs_2025, View.AIM, fund=Fund.BUDGET).whole_kurus == (
        16_100_000_000_00
    )
    assert apportion([stated(amount) or 0 for amount in breakdown.rows["amount_kurus"]]) == [
        1,
        29,
        5,
        10,
        16,
        1,
        25,
        13,
    ]


@pytest.mark.parametrize("view", View)
def test_every_view_of_2025_adds_up(
    view: View, lines_2025: pd.DataFrame, needs_2025: pd.DataFrame
) -> None:
    breakdown = break_down(lines_2025, needs_2025, view)
    assert (
        total(breakdown.rows["amount_kurus"]) or 0
    ) + breakdown.beside_kurus == 17_000_000_000_00


def test_every_scope_of_2025_adds_up(lines_2025: pd.DataFrame, needs_2025: pd.DataFrame) -> None:
    aims = break_down(lines_2025, needs_2025, View.AIM).rows
    for aim in aims[~aims["is_general"]].itertuples():
        scope = Scope(aim=int(aim.key))
        for view in (View.GOAL, View.ACTIVITY, View.UNIT, View.CODE, View.SOURCE):
            breakdown = break_down(lines_2025, needs_2025, view, scope)
            assert breakdown.whole_kurus == aim.amount_kurus
            summed = (total(breakdown.rows["amount_kurus"]) or 0) + breakdown.beside_kurus
            assert summed == aim.amount_kurus, (view, scope)


NA = pd.NA


def cells(breakdown: Breakdown, *columns: str) -> list[tuple[object, ...]]:
    """The rows' cells, money in kuruş."""
    return list(breakdown.rows[list(columns)].itertuples(index=False, name=None))


def test_every_column_of_an_aims_row() -> None:
    breakdown = break_down(small.LINES, small.NEEDS, View.AIM)
    assert tuple(breakdown.rows.columns) == ROW_COLUMNS
    assert cells(breakdown, *ROW_COLUMNS) == [
        ("1", 1, "Amaç 1", "Amaç 1", 1, 2, 150_00, 0, NA, 150_00, False),
        ("2", 2, "Amaç 2", "Amaç 2", 2, 3, 240_00, 60_00, NA, 300_00, False),
        (GENERAL, NA, None, None, NA, 0, NA, NA, 50_00, 50_00, True),
    ]
    assert (breakdown.view, breakdown.fund, breakdown.scope) == (View.AIM, Fund.BOTH, Scope())


def test_every_column_of_a_goals_an_activitys_and_a_units_row() -> None:
    goals = break_down(small.LINES, small.NEEDS, View.GOAL, Scope(aim=2))
    assert cells(goals, *ROW_COLUMNS) == [
        ("2", 2, "Hedef 2", "Hedef 2", 2, 1, 100_00, 60_00, NA, 160_00, False),
        ("3", 3, "Hedef 3", "Hedef 3", 2, 2, 140_00, 0, NA, 140_00, False),
    ]
    activities = break_down(small.LINES, small.NEEDS, View.ACTIVITY, Scope(goal=3))
    assert cells(activities, *ROW_COLUMNS) == [
        ("4", 4, "Faaliyet 4", "Faaliyet 4", 2, 1, 140_00, NA, NA, 140_00, False),
        ("5", 5, "Faaliyet 5", "Faaliyet 5", 2, 1, NA, 0, NA, 0, False),
    ]
    units = break_down(small.LINES, small.NEEDS, View.UNIT)
    # A unit has no number, and no aim's colour even where all its money is one aim's.
    assert cells(units, "key", "number", "name", "aim", "activities", "amount_kurus") == [
        ("imar", NA, "imar Daire Başkanlığı", NA, 1, 100_00),
        ("fen", NA, "fen Daire Başkanlığı", NA, 2, 210_00),
        ("zabita", NA, "zabita Daire Başkanlığı", NA, 2, 140_00),
    ]


def test_every_column_of_a_codes_and_a_sources_row() -> None:
    codes = break_down(small.LINES, small.NEEDS, View.CODE)
    assert cells(codes, *ROW_COLUMNS) == [
        ("01", NA, "Kod 01", "Kod 01", NA, 1, 140_00, NA, 0, 140_00, False),
        ("03", NA, "Kod 03", "Kod 03", NA, 2, 80_00, NA, 40_00, 120_00, False),
        ("06", NA, "Kod 06", "Kod 06", NA, 2, 170_00, NA, 0, 170_00, False),
        ("09", NA, "Satır 09", "Satır 09", NA, 0, NA, NA, 10_00, 10_00, False),
    ]
    sources = break_down(small.LINES, small.NEEDS, View.SOURCE)
    # A source's words are in the catalogue.
    wordless = [column for column in ROW_COLUMNS if column not in ("name", "short")]
    assert cells(sources, *wordless) == [
        ("budget", NA, NA, 4, 390_00, NA, 50_00, 440_00, False),
        ("other_domestic", NA, NA, 1, NA, 60_00, 0, 60_00, False),
    ]


def test_a_fund_counts_general_administration_with_the_budget() -> None:
    budget = break_down(small.LINES, small.NEEDS, View.AIM, fund=Fund.BUDGET)
    assert lira(budget.rows) == {"1": 150, "2": 240, GENERAL: 50}
    off_budget = break_down(small.LINES, small.NEEDS, View.AIM, fund=Fund.OFF_BUDGET)
    # General administration has 0 lira from off-budget sources, and no row.
    assert lira(off_budget.rows) == {"1": 0, "2": 60}
    assert off_budget.programme_kurus == 60_00
    sources = break_down(small.LINES, small.NEEDS, View.SOURCE, fund=Fund.OFF_BUDGET)
    assert lira(sources.rows) == {"other_domestic": 60}
    budget_source = break_down(small.LINES, small.NEEDS, View.SOURCE, fund=Fund.BUDGET)
    assert lira(budget_source.rows) == {"budget": 440}


def test_off_budget_money_stands_beside_codes_of_both_funds_alone() -> None:
    assert break_down(small.LINES, small.NEEDS, View.CODE).beside_kurus == 60_00
    budget = break_down(small.LINES, small.NEEDS, View.CODE, fund=Fund.BUDGET)
    assert (budget.beside_kurus, budget.whole_kurus) == (0, 440_00)
    aim_1 = break_down(small.LINES, small.NEEDS, View.CODE, Scope(aim=1))
    assert (aim_1.beside_kurus, aim_1.whole_kurus) == (0, 150_00)


@pytest.mark.parametrize(
    ("scope", "whole", "beside"),
    [
        (Scope(), 500, 50),
        (Scope(aim=1), 150, 0),
        (Scope(goal=2), 160, 0),
        (Scope(activity=1), 100, 0),
        (Scope(unit="fen"), 210, 0),
        (Scope(code="03"), 120, 40),
        (Scope(code="09"), 10, 10),
        (Scope(source="other_domestic"), 60, 0),
        (Scope(general=True), 50, 50),
        (Scope(unit="fen", code="03"), 50, 0),
    ],
)
def test_general_administration_is_beside_units_where_a_scope_has_it(
    scope: Scope, whole: int, beside: int
) -> None:
    breakdown = break_down(small.LINES, small.NEEDS, View.UNIT, scope)
    assert (breakdown.whole_kurus, breakdown.beside_kurus) == (whole * 100, beside * 100)
    assert breakdown.programme_kurus == 500_00


def test_general_administration_may_have_off_budget_money() -> None:
    needs = small.needs([("03", 80, 40), ("foreign", 0, 7), ("revolving_fund", 0, 2)])
    general = Scope(general=True)
    sources = break_down(small.LINES, needs, View.SOURCE, general)
    # The budget first, then the sources as the document orders them.
    assert cells(sources, "key", "general_kurus", "amount_kurus") == [
        ("budget", 40_00, 40_00),
        ("revolving_fund", 2_00, 2_00),
        ("foreign", 7_00, 7_00),
    ]
    foreign = break_down(small.LINES, needs, View.GOAL, Scope(source="foreign"))
    assert (foreign.whole_kurus, foreign.beside_kurus) == (7_00, 7_00)
    both = break_down(small.LINES, needs, View.GOAL)
    assert (both.whole_kurus, both.beside_kurus) == (499_00, 49_00)
    budget = break_down(small.LINES, needs, View.GOAL, fund=Fund.BUDGET)
    assert (budget.whole_kurus, budget.beside_kurus) == (430_00, 40_00)
    off_budget = break_down(small.LINES, needs, View.GOAL, fund=Fund.OFF_BUDGET)
    assert (off_budget.whole_kurus, off_budget.beside_kurus) == (69_00, 9_00)


def test_general_administration_is_read_from_its_own_column() -> None:
    needs = small.needs(
        [
            ("03", 1, 40),
            ("09", 2, None),
            ("foreign", 3, 5),
            ("total", 6, 45),
            ("budget_total", 3, 40),
        ]
    )
    general = general_administration(needs)
    assert list(general.itertuples(index=False, name=None)) == [
        ("03", "Satır 03", "budget", 40_00, "2.5", 900),
        ("09", "Satır 09", "budget", NA, "2.5", 901),
        ("foreign", "Satır foreign", "off_budget", 5_00, "2.5", 902),
    ]
    assert list(general.columns) == [
        "line", "name", "fund", "amount_kurus", "source_section", "source_line",
    ]  # fmt: skip


def test_numbers_are_ordered_as_numbers() -> None:
    lines = small.lines([(10, 10, 10, "a", "budget", "03", 1), (9, 9, 9, "b", "budget", "01", 1)])
    for view in (View.AIM, View.GOAL, View.ACTIVITY):
        assert break_down(lines, small.NEEDS, view).rows["key"].tolist()[:2] == ["9", "10"]
    assert break_down(lines, small.needs([]), View.CODE).rows["key"].tolist() == ["01", "03"]
    # Units stand as the activities name them first.
    assert break_down(lines, small.needs([]), View.UNIT).rows["key"].tolist() == ["a", "b"]
