"""The exact table of a breakdown: every cell, the rows that close it, its columns."""

from __future__ import annotations

import pandas as pd
import pytest

from present.budget.breakdown import Breakdown, break_down
from present.budget.figures import breakdown_figure, named
from present.budget.model import Fund, Scope, View
from present.budget.table import beside_name, columns_of, table_of
from present.budget.words import Showing
from present.kit.setting import Background
from tests.present.budget import frames as small

LIGHT = Background("Örnek Belediyesi", 2025, 1000, is_dark=False)
NA = pd.NA
COLUMNS = [
    "key", "activities", "budget_kurus", "off_budget_kurus", "own_kurus", "general_kurus",
    "amount_kurus",
]  # fmt: skip


def broken_down(view: View, scope: Scope | None = None, fund: Fund = Fund.BOTH) -> Breakdown:
    return break_down(small.LINES, small.NEEDS, view, scope, fund)


def table(breakdown: Breakdown, search: str = "") -> pd.DataFrame:
    return table_of(breakdown, named(breakdown), search, {"1": "/butce?amac=1"})


def cells(frame: pd.DataFrame, columns: list[str] = COLUMNS) -> list[tuple[object, ...]]:
    return list(frame[columns].itertuples(index=False, name=None))


def test_every_cell_of_aims() -> None:
    frame = table(broken_down(View.AIM))
    assert cells(frame) == [
        ("1", 2, 150_00, 0, 150_00, NA, 150_00),
        ("2", 3, 240_00, 60_00, 300_00, NA, 300_00),
        # General administration is the budget's.
        ("genel", NA, 50_00, 0, 0, 50_00, 50_00),
        ("total", NA, 440_00, 60_00, 450_00, 50_00, 500_00),
    ]
    assert frame["share"].tolist() == [0.3, 0.6, 0.1, 1.0]
    assert frame["address"].tolist() == ["/butce?amac=1", "", "", ""]
    assert frame["label"].tolist() == [
        "1. Amaç 1", "2. Amaç 2", "Genel yönetim giderleri", "Toplam",
    ]  # fmt: skip


def test_what_a_view_cannot_split_closes_the_table() -> None:
    units = table(broken_down(View.UNIT))
    assert cells(units)[2:] == [
        ("zabita", 2, 140_00, 0, 140_00, NA, 140_00),
        ("beside", NA, 50_00, 0, 0, 50_00, 50_00),
        ("total", NA, 440_00, 60_00, 450_00, 50_00, 500_00),
    ]
    assert units["label"].tolist()[3] == "Genel yönetim giderleri (bu biçimde bölünmüyor)"
    assert units["share"].tolist()[3] == 0.1
    codes = table(broken_down(View.CODE))
    assert cells(codes) == [
        ("01", 1, 140_00, NA, 140_00, 0, 140_00),
        ("03", 2, 80_00, NA, 80_00, 40_00, 120_00),
        ("06", 2, 170_00, NA, 170_00, 0, 170_00),
        ("09", 0, NA, NA, 0, 10_00, 10_00),
        ("beside", NA, 0, 60_00, 60_00, 0, 60_00),
        ("total", NA, 390_00, 60_00, 450_00, 50_00, 500_00),
    ]
    assert codes["label"].tolist()[4] == "Bütçe dışı kaynaklar (ekonomik koda bölünmüyor)"
    assert codes["address"].tolist()[4:] == ["", ""]


def test_a_search_has_no_total() -> None:
    assert table(broken_down(View.UNIT), "fen")["key"].tolist() == ["imar", "fen", "zabita"]
    assert table(broken_down(View.UNIT), "  ")["key"].tolist()[-1] == "total"


def test_from_two_rows_on_there_is_a_total_of_what_is_stated() -> None:
    only = table(broken_down(View.GOAL, Scope(goal=1)))
    assert only["key"].tolist() == ["1"]
    two = table(broken_down(View.GOAL, Scope(aim=2)))
    assert two["key"].tolist() == ["2", "3", "total"]
    lines = small.lines(
        [(1, 1, 1, "a", "budget", "03", None), (2, 2, 2, "a", "budget", "03", None)]
    )
    blank = table(break_down(lines, small.needs([]), View.AIM))
    assert cells(blank) == [("1", 1, NA, NA, NA, NA, NA), ("2", 1, NA, NA, NA, NA, NA)]
    assert blank["share"].tolist() == [None, None]


def test_zero_is_no_part() -> None:
    zero = table(broken_down(View.ACTIVITY, Scope(activity=5)))
    assert zero["share"].tolist() == [0]
    assert cells(zero) == [("5", 1, NA, 0, 0, NA, 0)]


@pytest.mark.parametrize("view", View)
def test_money_is_whole_kurus(view: View) -> None:
    frame = table(break_down(small.lines([]), small.needs([]), view))
    assert frame.empty
    for column in COLUMNS[2:]:
        assert frame[column].dtype == "Int64"


@pytest.mark.parametrize(
    ("view", "scope", "fund", "labels"),
    [
        (
            View.AIM,
            Scope(),
            Fund.BOTH,
            "Ad|Toplam|Pay|Kişi başına|Bütçe|Bütçe dışı|Faaliyet sayısı",
        ),
        (View.AIM, Scope(), Fund.BUDGET, "Ad|Bütçe|Pay|Kişi başına|Faaliyet sayısı"),
        (View.UNIT, Scope(), Fund.OFF_BUDGET, "Ad|Bütçe dışı|Pay|Kişi başına|Faaliyet sayısı"),
        (View.ACTIVITY, Scope(), Fund.BOTH, "Ad|Toplam|Pay|Kişi başına|Bütçe|Bütçe dışı"),
        (View.CODE, Scope(), Fund.BOTH, "Ad|Toplam|Pay|Kişi başına|Faaliyetler|Genel yönetim"),
        (View.SOURCE, Scope(), Fund.BOTH, "Ad|Toplam|Pay|Kişi başına|Faaliyetler|Genel yönetim"),
        (View.CODE, Scope(aim=1), Fund.BOTH, "Ad|Toplam|Pay|Kişi başına"),
        (View.CODE, Scope(general=True), Fund.BOTH, "Ad|Toplam|Pay|Kişi başına"),
    ],
)  # fmt: skip
def test_columns_say_what_the_view_has(view: View, scope: Scope, fund: Fund, labels: str) -> None:
    columns = columns_of(broken_down(view, scope, fund), LIGHT, is_linked=True)
    assert "|".join(column.label for column in columns) == labels
    assert [column.is_number for column in columns] == [False] + [True] * (len(columns) - 1)
    assert columns[0].is_heading


def test_nobody_counted_no_column_per_resident() -> None:
    columns = columns_of(
        broken_down(View.CODE, Scope(aim=1)), Background("", 2025, None, is_dark=False), True
    )
    assert [column.label for column in columns] == ["Ad", "Toplam", "Pay"]


def test_a_name_links_where_the_row_has_an_address() -> None:
    name, *_ = columns_of(broken_down(View.AIM), LIGHT, is_linked=True)
    assert name.link is not None
    assert name.link({"address": "/x"}) == "/x"
    assert name.link({"address": ""}) is None
    assert columns_of(broken_down(View.AIM), LIGHT, is_linked=False)[0].link is None


def test_which_names_are_the_documents() -> None:
    def own(view: View, key: str) -> bool:
        name = columns_of(broken_down(view), LIGHT, is_linked=False)[0]
        assert callable(name.is_verbatim)
        return name.is_verbatim({"key": key})

    assert own(View.GOAL, "1")
    assert not own(View.GOAL, "total")
    assert not own(View.AIM, "1")


def test_beside_is_named_by_view() -> None:
    assert beside_name(broken_down(View.CODE)).startswith("Bütçe dışı kaynaklar")
    for view in (View.GOAL, View.ACTIVITY, View.UNIT):
        assert beside_name(broken_down(view)).startswith("Genel yönetim giderleri")


def test_a_figures_table_stands_in_its_order() -> None:
    figure = breakdown_figure(broken_down(View.UNIT), LIGHT, Showing(), {}, {}).figure
    assert figure.table["key"].tolist() == ["fen", "zabita", "imar", "beside", "total"]
