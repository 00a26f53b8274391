"""Groups, shares and the hundred lira, on small invented frames and on the 2025 programme."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.budget.breakdown import break_down, code_differences, general_administration
from present.budget.model import (
    GENERAL,
    Fund,
    Order,
    Scope,
    View,
    apportion,
    matches,
    ordered,
    select,
    share,
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
    found = break_down(small.LINES, small.NEEDS, View.AIM)
    assert lira(found.rows) == {"1": 150, "2": 300, GENERAL: 50}
    assert found.whole_kurus == found.programme_kurus == 500_00
    assert found.beside_kurus == 0
    assert found.rows["is_general"].tolist() == [False, False, True]


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
    found = break_down(small.LINES, small.NEEDS, view)
    assert lira(found.rows) == expected
    assert found.beside_kurus == 50_00
    assert found.whole_kurus == 500_00


def test_codes_hold_general_administration_as_a_part() -> None:
    found = break_down(small.LINES, small.NEEDS, View.CODE)
    assert lira(found.rows) == {"01": 140, "03": 120, "06": 170, "09": 10}
    assert lira(found.rows, "general_kurus") == {"01": 0, "03": 40, "06": 0, "09": 10}
    assert found.beside_kurus == 60_00, "off-budget money has no economic code"
    assert found.whole_kurus == total(found.rows["amount_kurus"]) + found.beside_kurus


def test_sources_begin_with_the_budget() -> None:
    found = break_down(small.LINES, small.NEEDS, View.SOURCE)
    assert lira(found.rows) == {"budget": 440, "other_domestic": 60}
    assert found.whole_kurus == total(found.rows["amount_kurus"])


@pytest.mark.parametrize(
    ("fund", "whole", "aim_2"), [(Fund.BUDGET, 440, 240), (Fund.OFF_BUDGET, 60, 60)]
)
def test_a_fund_counts_its_own_money(fund: Fund, whole: int, aim_2: int) -> None:
    found = break_down(small.LINES, small.NEEDS, View.AIM, fund=fund)
    assert found.whole_kurus == whole * 100
    assert lira(found.rows)["2"] == aim_2


def test_off_budget_money_is_not_split_by_code() -> None:
    found = break_down(small.LINES, small.NEEDS, View.CODE, fund=Fund.OFF_BUDGET)
    assert found.rows.empty
    assert found.beside_kurus == found.whole_kurus == 60_00


def test_a_scope_narrows_and_leaves_general_administration_out() -> None:
    found = break_down(small.LINES, small.NEEDS, View.GOAL, Scope(aim=2))
    assert lira(found.rows) == {"2": 160, "3": 140}
    assert (found.whole_kurus, found.programme_kurus) == (300_00, 500_00)
    assert found.beside_kurus == 0


def test_a_codes_scope_keeps_its_general_administration() -> None:
    found = break_down(small.LINES, small.NEEDS, View.AIM, Scope(code="03"))
    assert lira(found.rows) == {"1": 80, GENERAL: 40}
    assert found.whole_kurus == 120_00


def test_general_administration_alone_is_split_by_code() -> None:
    found = break_down(small.LINES, small.NEEDS, View.CODE, Scope(general=True))
    assert lira(found.rows) == {"01": 0, "03": 40, "06": 0, "09": 10}
    assert found.whole_kurus == 50_00


def test_blank_is_not_zero() -> None:
    only = small.lines([(1, 1, 1, "fen", "budget", "03", None)])
    found = break_down(only, small.needs([]), View.AIM)
    assert lira(found.rows) == {"1": None}
    assert found.whole_kurus is None
    activity = break_down(small.LINES, small.NEEDS, View.ACTIVITY).rows.set_index("key")
    assert activity.loc["4", "off_budget_kurus"] is pd.NA
    assert activity.loc["5", "amount_kurus"] == 0


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("fund", Fund)
def test_nothing_gives_empty_rows_of_the_same_form(view: View, fund: Fund) -> None:
    found = break_down(small.lines([]), small.needs([]), view, fund=fund)
    full = break_down(small.LINES, small.NEEDS, view)
    assert found.rows.empty
    assert found.whole_kurus is None
    assert found.rows.dtypes.to_dict() == full.rows.dtypes.to_dict()


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


def test_order_closes_with_general_administration() -> None:
    rows = break_down(small.LINES, small.NEEDS, View.AIM).rows
    names = ["Ilıca", "İncesu", "Genel yönetim"]
    assert ordered(rows, Order.SIZE, names)["key"].tolist() == ["2", "1", GENERAL]
    assert ordered(rows, Order.NAME, names)["key"].tolist() == ["1", "2", GENERAL]
    assert ordered(rows, Order.DOCUMENT, names)["key"].tolist() == ["1", "2", GENERAL]


def test_order_by_name_is_turkish() -> None:
    rows = break_down(small.LINES, small.NEEDS, View.GOAL).rows
    assert ordered(rows, Order.NAME, ["Şehir", "Çevre", "Su"])["key"].tolist() == ["2", "3", "1"]


@pytest.mark.parametrize("query", ["", "itfaiye", "İTFAİYE", "ıtfaıye", "itf daire", "  İtf "])
def test_search_forgives_case_dots_and_accents(query: str) -> None:
    assert matches(query, "İtfaiye Daire Başkanlığı")


def test_search_asks_for_every_word() -> None:
    assert not matches("itfaiye şube", "İtfaiye Daire Başkanlığı")
    assert matches("7 sehir", "7. hedef", "Şehircilik")


@given(st.lists(st.integers(min_value=0, max_value=10**15), max_size=30))
def test_the_hundred_lira_add_up(amounts: list[int]) -> None:
    parts = apportion(amounts)
    assert len(parts) == len(amounts)
    assert sum(parts) == (100 if sum(amounts) else 0)
    for amount, part in zip(amounts, parts, strict=True):
        quota = amount * 100 / sum(amounts) if sum(amounts) else 0
        assert abs(part - quota) < 1.0001


def test_equal_amounts_share_by_place() -> None:
    assert apportion([1, 1, 1]) == [34, 33, 33]
    with pytest.raises(ValueError, match="negative"):
        apportion([1, -1])


def test_share_of_nothing_is_not_stated() -> None:
    assert share(1, 4) == 0.25
    assert share(None, 4) is None
    assert share(1, 0) is None
    assert share(0, 4) == 0


def test_codes_that_disagree_with_table_2_5_are_named() -> None:
    assert code_differences(small.LINES, small.NEEDS).empty
    wrong = small.needs([("03", 90, 0), ("06", 170, 0), ("09", 0, 0)])
    found = code_differences(small.LINES, wrong)
    assert found["line"].tolist() == ["03"]
    assert found["difference_kurus"].tolist() == [-10_00]


def test_aims_of_2025(lines_2025: pd.DataFrame, needs_2025: pd.DataFrame) -> None:
    found = break_down(lines_2025, needs_2025, View.AIM)
    assert lira(found.rows) == AIMS_2025
    assert found.whole_kurus == 17_000_000_000_00
    assert break_down(lines_2025, needs_2025, View.AIM, fund=Fund.BUDGET).whole_kurus == (
        16_100_000_000_00
    )
    assert apportion([stated(amount) or 0 for amount in found.rows["amount_kurus"]]) == [
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
    found = break_down(lines_2025, needs_2025, view)
    assert (total(found.rows["amount_kurus"]) or 0) + found.beside_kurus == 17_000_000_000_00


def test_every_scope_of_2025_adds_up(lines_2025: pd.DataFrame, needs_2025: pd.DataFrame) -> None:
    aims = break_down(lines_2025, needs_2025, View.AIM).rows
    for aim in aims[~aims["is_general"]].itertuples():
        scope = Scope(aim=int(aim.key))
        for view in (View.GOAL, View.ACTIVITY, View.UNIT, View.CODE, View.SOURCE):
            found = break_down(lines_2025, needs_2025, view, scope)
            assert found.whole_kurus == aim.amount_kurus
            summed = (total(found.rows["amount_kurus"]) or 0) + found.beside_kurus
            assert summed == aim.amount_kurus, (view, scope)


def test_differences_of_2025(lines_2025: pd.DataFrame, needs_2025: pd.DataFrame) -> None:
    found = code_differences(lines_2025, needs_2025)
    assert dict(zip(found["line"], found["difference_kurus"], strict=True)) == {
        "03": 40_000_000_00,
        "05": -40_000_000_00,
    }


def test_select_leaves_the_frame_alone(lines_2025: pd.DataFrame) -> None:
    before = lines_2025.copy()
    select(lines_2025, Scope(aim=2, code="03"), Fund.BUDGET)
    pd.testing.assert_frame_equal(lines_2025, before)
