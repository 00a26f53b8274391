"""Money of which a programme budget states no unit, code or source: it has a row of its own, so
that parts add up, and can be asked for."""

from __future__ import annotations

import pandas as pd

from present.budget.breakdown import Breakdown, break_down
from present.budget.choices import BudgetChoices, known, lacking
from present.budget.matrix import matrix_figure
from present.budget.model import UNSTATED, Scope, View, are_stated, select, stated
from present.budget.words import crumb_name, is_own, row_name, scope_name
from present.kit.setting import Background
from present.kit.text import ENGLISH, using
from tests.present.budget import frames as small

LINES = small.lines(
    [
        (1, 1, 1, "imar", "budget", "03", 40),
        (1, 1, 1, "imar", "off_budget", "foreign", 5),
        (1, 1, 2, "", "budget", UNSTATED, 30),
        (1, 1, 2, "", "off_budget", UNSTATED, 20),
        (2, 2, 3, "fen", "budget", UNSTATED, 7),
        (2, 2, 3, "fen", "off_budget", UNSTATED, 0),
    ]
)
LINES.loc[LINES["activity"] == 2, ["spending_unit", "unit_name"]] = None
LINES.loc[LINES["line"] == UNSTATED, "line_name"] = None
NEEDS = small.committed_needs().iloc[:0]


def shown(breakdown: Breakdown) -> dict[str, int | None]:
    rows = breakdown.rows
    return {key: stated(cell) for key, cell in zip(rows["key"], rows["amount_kurus"], strict=True)}


def test_each_view_has_a_row_for_what_is_not_stated() -> None:
    whole = 102_00
    units = break_down(LINES, NEEDS, View.UNIT)
    assert shown(units) == {"imar": 45_00, "fen": 7_00, UNSTATED: 50_00}
    assert units.whole_kurus == whole == sum(amount or 0 for amount in shown(units).values())
    codes = break_down(LINES, NEEDS, View.CODE)
    assert shown(codes) == {"03": 40_00, UNSTATED: 37_00}
    assert (codes.whole_kurus, codes.beside_kurus) == (whole, 25_00)
    sources = break_down(LINES, NEEDS, View.SOURCE)
    assert shown(sources) == {"budget": 77_00, "foreign": 5_00, UNSTATED: 20_00}
    # Nothing is no row.
    assert shown(break_down(LINES, NEEDS, View.SOURCE, Scope(goal=2))) == {"budget": 7_00}


def test_what_is_not_stated_can_be_looked_at_alone() -> None:
    assert known(LINES, NEEDS)["unit"] == {"imar", "fen", UNSTATED}
    assert UNSTATED in known(LINES, NEEDS)["code"]
    assert set(select(LINES, Scope(unit=UNSTATED))["activity"]) == {2}
    assert set(select(LINES, Scope(code=UNSTATED))["activity"]) == {2, 3}
    assert set(select(LINES, Scope(source=UNSTATED))["fund"]) == {"off_budget"}
    assert scope_name(Scope(unit=UNSTATED), {}) == "Birimi yazılmayan"
    assert scope_name(Scope(code=UNSTATED), {}) == "Kodu yazılmayan"
    assert crumb_name("unit", BudgetChoices(unit=UNSTATED), {}) == "Birimi yazılmayan"
    assert (
        crumb_name("source", BudgetChoices(source=UNSTATED), {}) == "Bütçe dışı: kaynağı yazılmayan"
    )


def test_its_words_are_ours() -> None:
    assert row_name(View.UNIT, UNSTATED, None, None) == "Birimi yazılmayan"
    assert row_name(View.CODE, UNSTATED, None, None) == "Kodu yazılmayan"
    assert row_name(View.SOURCE, UNSTATED, None, None) == "Bütçe dışı: kaynağı yazılmayan"
    assert not is_own(View.UNIT, UNSTATED)
    with using(ENGLISH):
        assert row_name(View.CODE, UNSTATED, None, None) == "No code stated"


def test_the_matrix_keeps_codes_and_sources_apart() -> None:
    figure = matrix_figure(LINES, NEEDS, Background("Ova", 2026, None, False), {})
    row = figure.table[figure.table["name"] == "1. Amaç 1"].iloc[0]
    assert (row["code_03"], row[UNSTATED]) == (40_00, 30_00)
    assert (row["foreign"], row["unstated_source"]) == (5_00, 20_00)
    assert row["total"] == 95_00
    assert [column.label for column in figure.columns[-3:-1]] == [
        "Bütçe dışı: yurt dışı kaynak",
        "Bütçe dışı: kaynağı yazılmayan",
    ]


def test_what_a_document_has_nothing_of_is_known() -> None:
    assert lacking(LINES) == frozenset()
    assert lacking(LINES[LINES["activity"] == 2]) == {View.CODE, View.SOURCE, View.UNIT}
    assert lacking(LINES[LINES["activity"] == 3]) == {View.CODE, View.SOURCE}
    assert lacking(LINES.iloc[:0]) == frozenset()
    assert are_stated(LINES, "budget")
    assert not are_stated(LINES[LINES["activity"] == 3])
    assert not are_stated(pd.DataFrame({"fund": [], "line": []}))
