"""The figure of a breakdown: its sentence, its table and its bars hold the same numbers."""

from __future__ import annotations

import json
import pickle
import re
from typing import Any

import altair as alt
import pandas as pd
import pytest

from present.budget.breakdown import Breakdown, break_down
from present.budget.figures import (
    LIMIT,
    ZEROS,
    Shown,
    breakdown_figure,
    named,
    overview_figure,
    searched,
)
from present.budget.model import Fund, Measure, Order, Scope, View
from present.budget.words import Showing
from present.kit.charts.bars import CLICKED
from present.kit.setting import Background
from present.kit.tables import html_table
from present.kit.text import ENGLISH, using
from tests.present.budget import frames as small
from tests.present.budget.shown import LIGHT, broken_down, drawn, of_amounts

DARK = Background("Örnek Belediyesi", 2025, 1000, is_dark=True)


@pytest.fixture(scope="module")
def lines_2025() -> pd.DataFrame:
    return small.committed_lines()


@pytest.fixture(scope="module")
def needs_2025() -> pd.DataFrame:
    return small.committed_needs()


def data_of(spec: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Every row that a specification carries with a bar's end."""
    assert spec is not None
    return [row for rows in spec["datasets"].values() for row in rows if "end" in row]


def segments(shown: Shown) -> list[tuple[str, str, float, float]]:
    """What the chart draws: key, group, start and end in lira."""
    return [
        (row["key"], row["group"], row["start"], row["end"]) for row in data_of(shown.figure.spec)
    ]


def test_search_narrows_and_says_so() -> None:
    units = broken_down(View.UNIT)
    shown = drawn(units, Showing(search=" FEN daıre "))
    assert shown.rows["key"].tolist() == shown.figure.table["key"].tolist() == ["fen"]
    assert shown.figure.sentence == (
        "2025 programında “FEN daıre” araması 1 satır buldu; toplamları 210 TL, yani 500 TL'nin "
        "%42'si."
    )
    # Neither what no row holds nor a total is drawn or listed.
    assert segments(shown) == [("fen", "money", 0, 210)]
    nothing = drawn(units, Showing(search="yok böyle"))
    assert nothing.figure.spec is None
    assert nothing.figure.sentence == (
        "2025 programında “yok böyle” hiçbir satırın adında geçmiyor."
    )
    assert nothing.rows.empty
    assert len(drawn(units, Showing(search="  ")).rows) == 3


def test_rows_are_named_as_they_are_shown() -> None:
    assert named(broken_down(View.AIM))["label"].tolist() == [
        "1. Amaç 1", "2. Amaç 2", "Genel yönetim giderleri",
    ]  # fmt: skip
    assert searched(broken_down(View.AIM), "amaç 2")["key"].tolist() == ["2"]
    assert searched(broken_down(View.CODE), "06")["label"].tolist() == ["06 Kod 06"]


@pytest.mark.parametrize(
    ("view", "scope", "title"),
    [
        (View.AIM, Scope(), "Tüm bütçe: Stratejik amaçlara göre"),
        (View.GOAL, Scope(aim=2), "2. amaç: Performans hedeflerine göre"),
        (View.ACTIVITY, Scope(unit="fen"), "Fen İşleri: Faaliyetlere göre"),
        (View.CODE, Scope(general=True), "Genel yönetim: Ekonomik kodlara göre"),
    ],
)
def test_a_title_names_part_and_view(view: View, scope: Scope, title: str) -> None:
    assert drawn(broken_down(view, scope)).figure.title == title


@pytest.mark.parametrize(
    ("view", "scope", "section"),
    [
        # With general administration as a row, beside the rows, as a part of them; without it.
        (View.AIM, Scope(), "bölüm 2.3 maliyet tabloları; genel yönetim giderleri: tablo 2.5"),
        (View.GOAL, Scope(), "bölüm 2.3 maliyet tabloları; genel yönetim giderleri: tablo 2.5"),
        (View.CODE, Scope(), "bölüm 2.3 maliyet tabloları; genel yönetim giderleri: tablo 2.5"),
        (View.GOAL, Scope(aim=1), "bölüm 2.3 maliyet tabloları"),
        (View.CODE, Scope(general=True), "tablo 2.5"),
    ],
)
def test_a_source_names_the_tables_that_were_read(view: View, scope: Scope, section: str) -> None:
    source = drawn(broken_down(view, scope)).figure.source
    assert source.startswith("Örnek Belediyesi, 2025")
    assert source.endswith(section)


def test_the_overviews_figure_has_a_name_of_its_own() -> None:
    figure = overview_figure(broken_down(View.AIM), LIGHT, {"1": "/butce?amac=1"})
    assert figure.title == "Bütçenin stratejik amaçlara dağılımı"
    assert figure.subtitle == (
        "2025 yılı planı, bütçe ve bütçe dışı toplamı, TL ve pay. Paylar 500 TL içindir."
    )
    assert figure.table["address"].tolist() == ["", "/butce?amac=1", "", ""]


@pytest.mark.parametrize(
    ("view", "scope", "fund", "bars"),
    [
        (View.AIM, Scope(), Fund.BOTH,
         [("2", "2", 0, 300), ("1", "1", 0, 150), ("genel", "genel", 0, 50)]),
        (View.GOAL, Scope(aim=2), Fund.BOTH, [("2", "money", 0, 160), ("3", "money", 0, 140)]),
        (View.GOAL, Scope(), Fund.BOTH,
         [("2", "money", 0, 160), ("1", "money", 0, 150), ("3", "money", 0, 140),
          ("beside", "genel", 0, 50)]),
        # A code's own money, then general administration's.
        (View.CODE, Scope(), Fund.BOTH,
         [("06", "money", 0, 170), ("01", "money", 0, 140), ("03", "money", 0, 80),
          ("03", "genel", 80, 120), ("09", "genel", 0, 10), ("beside", "off_budget", 0, 60)]),
        (View.SOURCE, Scope(), Fund.BOTH,
         [("budget", "money", 0, 390), ("budget", "genel", 390, 440),
          ("other_domestic", "off_budget", 0, 60)]),
        (View.SOURCE, Scope(), Fund.OFF_BUDGET, [("other_domestic", "off_budget", 0, 60)]),
        (View.CODE, Scope(aim=1), Fund.BUDGET, [("03", "money", 0, 80), ("06", "money", 0, 70)]),
    ],
)  # fmt: skip
def test_bars_hold_whose_money_they_are(
    view: View, scope: Scope, fund: Fund, bars: list[tuple[str, str, float, float]]
) -> None:
    assert segments(drawn(broken_down(view, scope, fund))) == bars


def test_off_budget_general_administration_is_the_sources_own_money() -> None:
    needs = small.needs([("03", 0, 40), ("other_domestic", 0, 5)])
    breakdown = break_down(small.LINES, needs, View.SOURCE, fund=Fund.OFF_BUDGET)
    assert segments(drawn(breakdown)) == [("other_domestic", "off_budget", 0, 60)]


def test_bars_are_written_out() -> None:
    first, second, third = data_of(drawn(broken_down(View.AIM)).figure.spec)
    assert (first["name"], first["text"]) == ("2. Amaç 2", "300 TL · %60,0")
    assert first["detail"] == "2. Amaç 2: 300 TL, %60,0, kişi başına 0,30 TL"
    assert (second["name"], second["text"]) == ("1. Amaç 1", "150 TL · %30,0")
    assert third["detail"] == "Genel yönetim giderleri: 50 TL, %10,0, kişi başına 0,05 TL"
    *_, beside = data_of(drawn(broken_down(View.UNIT)).figure.spec)
    assert beside["name"] == "Genel yönetim giderleri (bu biçimde bölünmüyor)"
    assert beside["detail"].endswith("bölünmüyor): 50 TL, %10,0, kişi başına 0,05 TL")
    assert beside["text"] == "50 TL · %10,0"


def test_measures_put_their_figure_first() -> None:
    texts = {}
    for measure in Measure:
        rows = data_of(drawn(broken_down(View.GOAL), Showing(measure)).figure.spec)
        texts[measure] = next(row["text"] for row in rows if row["key"] == "2")
    assert texts == {
        Measure.LIRA: "160 TL · %32,0",
        Measure.SHARE: "%32,0 · 160 TL",
        Measure.PER_HEAD: "0,16 TL · %32,0",
    }


def colour(breakdown: Breakdown) -> dict[str, Any]:
    """How a chart's groups are coloured, and named where they are."""
    spec = drawn(breakdown).figure.spec
    assert spec is not None
    encoding: dict[str, Any] = spec["layer"][0]["encoding"]["color"]
    return encoding


def test_colours_are_named_where_a_row_may_hold_several() -> None:
    both = {"money": "Faaliyetler", "genel": "Genel yönetim", "off_budget": "Bütçe dışı"}
    for view in (View.CODE, View.SOURCE):
        legend = colour(broken_down(view))["legend"]
        assert json.loads(legend["labelExpr"].partition("[")[0].strip("()")) == both
    for view in (View.AIM, View.GOAL, View.ACTIVITY, View.UNIT):
        assert colour(broken_down(view))["legend"] is None
    # No row holds two groups.
    assert colour(broken_down(View.CODE, Scope(aim=1)))["legend"] is None


def test_groups_have_their_own_colours() -> None:
    aims = colour(broken_down(View.AIM))["scale"]
    assert aims == {"domain": ["2", "1", "genel"], "range": ["#41509A", "#247B85", "#5D5C5A"]}
    codes = colour(broken_down(View.CODE))["scale"]
    assert codes["range"] == ["#1F3B73", "#5D5C5A", "#51607A"]


def test_a_row_with_an_address_can_be_clicked_and_followed() -> None:
    breakdown = broken_down(View.GOAL)
    figure = breakdown_figure(breakdown, LIGHT, Showing(), {"1": "/butce?hedef=1"}, {}).figure
    assert figure.spec is not None
    assert CLICKED in [param["name"] for param in figure.spec["params"]]
    table = html_table(figure.table, figure.columns, "x")
    assert table.count("<a ") == 1
    assert 'href="/butce?hedef=1"' in table
    still = breakdown_figure(breakdown, LIGHT, Showing(), {}, {}).figure
    assert still.spec is not None
    assert "params" not in still.spec


def of_zeros(zeros: int, others: int = 1) -> Shown:
    return drawn(of_amounts(*(0 for _ in range(zeros)), *range(1, others + 1)))


def test_a_few_rows_of_zero_are_drawn_and_more_are_not() -> None:
    assert (LIMIT, ZEROS) == (15, 3)
    few = of_zeros(3)
    assert (few.drawn, few.left_out, few.zeros) == (4, 0, 0)
    many = of_zeros(4)
    assert (many.drawn, many.left_out, many.zeros) == (1, 0, 4)
    assert [key for key, *_ in segments(many)] == ["5"]
    # Where nothing else is there, they are drawn.
    only = drawn(of_amounts(0, 0, 0, 0))
    assert (only.drawn, only.left_out, only.zeros) == (4, 0, 0)
    # A blank is as little to draw as 0.
    assert drawn(of_amounts(None, 0, 0, None, 8)).zeros == 4


def test_a_long_chart_draws_the_largest() -> None:
    fits = drawn(of_amounts(*range(1, 18)))
    assert (fits.drawn, fits.left_out) == (17, 0)
    long = drawn(of_amounts(*range(1, 19)))
    assert (long.drawn, long.left_out) == (15, 3)
    assert [key for key, *_ in segments(long)] == [str(key) for key in range(18, 3, -1)]
    everything = drawn(of_amounts(*range(1, 19)), Showing(is_everything=True))
    assert (everything.drawn, everything.left_out) == (18, 0)
    for order in (Order.NAME, Order.DOCUMENT):
        assert drawn(of_amounts(*range(1, 19)), Showing(order=order)).left_out == 0


def test_a_long_table_holds_all(lines_2025: pd.DataFrame, needs_2025: pd.DataFrame) -> None:
    shown = drawn(break_down(lines_2025, needs_2025, View.ACTIVITY))
    assert (shown.drawn, shown.left_out, shown.zeros) == (15, 93, 15)
    assert len(shown.figure.table) == 123 + 2


def test_zero_is_drawn_as_zero_where_nothing_else_is() -> None:
    shown = drawn(broken_down(View.ACTIVITY, Scope(activity=5)))
    assert [row["text"] for row in data_of(shown.figure.spec)] == ["0 TL"]
    assert segments(shown) == [("5", "money", 0, 0)]


def test_nothing_draws_nothing() -> None:
    figure = drawn(break_down(small.lines([]), small.needs([]), View.AIM)).figure
    assert figure.spec is None
    assert figure.sentence == "2025 programında bu seçim için belgede bir tutar yok."


def test_chart_and_table_say_the_same(lines_2025: pd.DataFrame, needs_2025: pd.DataFrame) -> None:
    figure = drawn(break_down(lines_2025, needs_2025, View.AIM)).figure
    lira = {row["key"]: row["end"] for row in data_of(figure.spec)}
    table = figure.table.set_index("key")["amount_kurus"]
    assert {key: end * 100 for key, end in lira.items()} == {key: table[key] for key in lira}
    assert lira["2"] == 4_865_537_000
    assert table["total"] == 17_000_000_000_00
    words = html_table(figure.table, figure.columns, figure.title)
    for amount in ("269.588.000 TL", "4.306.000.000 TL", "2.177.926.000 TL"):
        assert amount in words
    assert figure.table["key"].tolist() == ["2", "7", "5", "4", "3", "1", "6", "genel", "total"]
    assert "2025 programında 17.000.000.000 TL" in figure.sentence
    assert "4.865.537.000 TL (%28,6) ile “2. " in figure.sentence
    assert "4.306.000.000 TL (%25,3) ile “7. " in figure.sentence


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("fund", Fund)
@pytest.mark.parametrize("measure", Measure)
def test_every_choice_gives_a_whole_figure(view: View, fund: Fund, measure: Measure) -> None:
    breakdown = broken_down(view, fund=fund)
    links = {key: f"/butce?x={key}" for key in breakdown.rows["key"]}
    figure = breakdown_figure(breakdown, DARK, Showing(measure), links, {}).figure
    assert figure.title
    assert "2025" in figure.subtitle
    assert "Örnek Belediyesi" in figure.source
    assert not re.search(r"\bNone\b|nan|<NA>|\{", figure.sentence + figure.subtitle)
    table = html_table(figure.table, figure.columns, figure.title)
    assert "<NA>" not in table
    assert pickle.loads(pickle.dumps(figure)).sentence == figure.sentence
    if len(figure.table) > 1:
        assert figure.table["key"].iloc[-1] == "total"
        assert figure.table["amount_kurus"].iloc[:-1].sum() == breakdown.whole_kurus


def test_in_english_the_documents_words_in_the_sentence_are_told_apart() -> None:
    with using(ENGLISH):
        names = {"fen": "Fen İşleri"}
        goals = breakdown_figure(
            broken_down(View.GOAL, Scope(unit="fen")), LIGHT, Showing(), {}, names
        ).figure
        assert goals.own == ("Hedef 2", "Hedef 1", "Fen İşleri")
        assert goals.title == "Fen İşleri: By performance goal"
        # Goals that the sentence doesn't name, aims, whose short names are translated.
        assert drawn(broken_down(View.GOAL)).figure.own == ("Hedef 2", "Hedef 1")
        assert drawn(broken_down(View.AIM)).figure.own == ()
        unnamed = breakdown_figure(
            broken_down(View.CODE, Scope(unit="fen")), LIGHT, Showing(), {}, {}
        ).figure
        assert unnamed.own == ("fen",)
    assert drawn(broken_down(View.GOAL)).figure.own == ()


def test_specifications_are_valid_and_need_no_host(
    lines_2025: pd.DataFrame, needs_2025: pd.DataFrame
) -> None:
    spec = drawn(break_down(lines_2025, needs_2025, View.CODE)).figure.spec
    assert spec is not None
    again = alt.Chart.from_dict(spec).to_dict(validate=True)
    assert again["height"] == spec["height"]
    assert "url" not in str(spec["datasets"])
