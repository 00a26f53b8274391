"""Sums, shares, orders, searches and the hundred lira: each against values worked out by hand."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.budget.model import (
    BUDGET,
    GENERAL,
    OFF_BUDGET,
    Fund,
    Measure,
    Order,
    Scope,
    View,
    add,
    apportion,
    matches,
    ordered,
    part_of,
    select,
    share,
    stated,
    total,
)
from tests.present.budget import frames as small


def test_the_codes_of_addresses_stay() -> None:
    assert list(View) == ["amac", "hedef", "faaliyet", "birim", "kod", "kaynak"]
    assert list(Fund) == ["hepsi", "butce", "butce-disi"]
    assert list(Measure) == ["lira", "pay", "kisi"]
    assert list(Order) == ["tutar", "ad", "sira"]
    assert (BUDGET, OFF_BUDGET, GENERAL) == ("budget", "off_budget", "genel")


def kurus(*amounts: int | None) -> pd.Series[int]:
    return pd.Series(list(amounts), dtype="Int64")


def test_a_sum_is_of_what_is_stated() -> None:
    assert total(kurus(1, None, 20)) == 21
    assert total(kurus(0)) == 0
    assert total(kurus(None, None)) is None
    assert total(kurus()) is None
    assert add(1, None, 20) == 21
    assert add(0, None) == 0
    assert add(5, -3) == 2
    assert add(None, None) is None
    assert add() is None


def test_a_cell_is_an_integer_or_nothing() -> None:
    assert stated(pd.NA) is None
    assert stated(None) is None
    assert stated(0) == 0
    assert stated(kurus(12_345_678_901_234_567)[0]) == 12_345_678_901_234_567


def test_a_share_is_of_a_whole_that_is_not_zero() -> None:
    assert share(1, 4) == 0.25
    assert share(5, 4) == 1.25
    assert share(0, 4) == 0
    assert share(None, 4) is None
    assert share(1, None) is None
    assert share(1, 0) is None


def test_zero_lira_are_no_part_of_anything() -> None:
    assert part_of(0, None) == part_of(0, 0) == part_of(0, 7) == 0
    assert part_of(1, 4) == 0.25
    assert part_of(1, 0) is None
    assert part_of(None, 4) is None


@pytest.mark.parametrize(
    ("scope", "fund", "rows"),
    [
        (Scope(), Fund.BOTH, range(10)),
        (Scope(), Fund.BUDGET, [0, 1, 3, 5, 7]),
        (Scope(), Fund.OFF_BUDGET, [2, 4, 6, 8, 9]),
        (Scope(aim=1), Fund.BOTH, [0, 1, 2, 3, 4]),
        (Scope(goal=3), Fund.BOTH, [7, 8, 9]),
        (Scope(activity=2), Fund.BOTH, [3, 4]),
        (Scope(unit="fen"), Fund.BUDGET, [3, 5]),
        (Scope(code="03"), Fund.BOTH, [0, 3]),
        (Scope(code="other_domestic"), Fund.BOTH, []),
        (Scope(source="other_domestic"), Fund.BOTH, [2, 4, 6, 8, 9]),
        (Scope(source="03"), Fund.BOTH, []),
        (Scope(aim=1, unit="fen"), Fund.BOTH, [3, 4]),
        (Scope(aim=1, code="06"), Fund.BOTH, [1]),
        (Scope(aim=2, source="other_domestic"), Fund.OFF_BUDGET, [6, 8, 9]),
        (Scope(general=True), Fund.BOTH, []),
    ],
)
def test_a_scope_and_a_fund_take_their_own_lines(scope: Scope, fund: Fund, rows: list[int]) -> None:
    assert select(small.LINES, scope, fund).index.tolist() == list(rows)


def test_select_leaves_the_frame_alone() -> None:
    before = small.LINES.copy()
    select(small.LINES, Scope(aim=2, code="03"), Fund.BUDGET)
    pd.testing.assert_frame_equal(small.LINES, before)


def test_whatever_narrows_is_not_the_whole() -> None:
    assert Scope().is_whole
    for scope in (
        Scope(aim=1), Scope(goal=1), Scope(activity=1), Scope(unit="fen"), Scope(code="03"),
        Scope(source="foreign"), Scope(general=True),
    ):  # fmt: skip
        assert not scope.is_whole


def rows(*entries: tuple[str, int | None, bool]) -> pd.DataFrame:
    """Rows of a breakdown from key, amount, and whether it is general administration's."""
    return pd.DataFrame(
        {
            "key": [key for key, _, _ in entries],
            "amount_kurus": kurus(*(amount for _, amount, _ in entries)),
            "is_general": [is_general for _, _, is_general in entries],
        }
    )


#: In the document's order: equals, a blank, zero, and general administration with the most.
ROWS = rows(
    (GENERAL, 900, True),
    ("1", None, False),
    ("2", 5, False),
    ("3", 0, False),
    ("4", 70, False),
    ("5", 5, False),
)
NAMES = ["a", "Zeytin", "Şehir", "Çevre", "İmar", "Çevre"]


@pytest.mark.parametrize(
    ("order", "keys"),
    [
        # Equals (2 and 5) as the document orders them, the blank one after zero.
        (Order.SIZE, ["4", "2", "5", "3", "1", GENERAL]),
        # Ç after C and before İ; the two of one name as the document orders them.
        (Order.NAME, ["3", "5", "4", "2", "1", GENERAL]),
        (Order.DOCUMENT, ["1", "2", "3", "4", "5", GENERAL]),
    ],
)
def test_general_administration_closes_every_order(order: Order, keys: list[str]) -> None:
    assert ordered(ROWS, order, NAMES)["key"].tolist() == keys


def test_order_by_name_is_turkish() -> None:
    lines = rows(("1", 1, False), ("2", 1, False), ("3", 1, False), ("4", 1, False))
    names = ["Şehir", "Çevre", "Su", "Ilıca"]
    assert ordered(lines, Order.NAME, names)["key"].tolist() == ["2", "4", "3", "1"]


@pytest.mark.parametrize("query", ["", " ", "itfaiye", "İTFAİYE", "ıtfaıye", "itf daire", "  İtf "])
def test_search_forgives_case_dots_and_accents(query: str) -> None:
    assert matches(query, "İtfaiye Daire Başkanlığı")


def test_search_asks_for_every_word() -> None:
    assert not matches("itfaiye şube", "İtfaiye Daire Başkanlığı")
    assert matches("7 sehir", "7. hedef", "Şehircilik")
    assert not matches("hedefsehir", "7. hedef", "Şehircilik"), "texts stand apart"
    assert not matches("x")
    assert matches("")


@pytest.mark.parametrize(
    ("amounts", "whole", "parts"),
    [
        ([1, 1, 1], 100, [34, 33, 33]),
        ([1, 1, 1], 101, [34, 34, 33]),
        # Quotas 16.5, 33.5 and 50: of equal remainders the larger amount gets what is left.
        ([33, 67, 100], 100, [16, 34, 50]),
        # Quotas 60.9, 30.6 and 8.5: the two that are left go to the largest remainders.
        ([609, 306, 85], 100, [61, 31, 8]),
        # Quotas 0.4 and 99.6.
        ([4, 996], 100, [0, 100]),
        ([0, 5, 0], 100, [0, 100, 0]),
        ([3], 100, [100]),
        ([1, 3], 10, [2, 8]),
        ([0, 0], 100, [0, 0]),
        ([], 100, []),
        ([10**15, 10**15 + 1], 100, [50, 50]),
    ],
)
def test_a_whole_is_split_by_the_largest_remainders(
    amounts: list[int], whole: int, parts: list[int]
) -> None:
    assert apportion(amounts, whole) == parts


@given(st.lists(st.integers(min_value=0, max_value=10**15), max_size=30))
def test_the_hundred_lira_add_up(amounts: list[int]) -> None:
    parts = apportion(amounts)
    assert len(parts) == len(amounts)
    assert sum(parts) == (100 if sum(amounts) else 0)
    for amount, part in zip(amounts, parts, strict=True):
        quota = amount * 100 / sum(amounts) if sum(amounts) else 0
        assert abs(part - quota) < 1.0001


def test_nothing_is_split_by_what_is_negative() -> None:
    with pytest.raises(ValueError, match=r"^a negative amount cannot be a part of a whole$"):
        apportion([1, -1])
    assert apportion([0, 1]) == [0, 100]
