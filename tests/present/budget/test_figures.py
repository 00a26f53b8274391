"""The figures of money: sentences, tables and charts hold the same numbers as the document."""

from __future__ import annotations

import pickle
import re
from typing import Any

import altair as alt
import pandas as pd
import pytest

from present.budget.activity import activity_figure
from present.budget.breakdown import break_down
from present.budget.figures import LIMIT, breakdown_figure
from present.budget.hundred import hundred_figure
from present.budget.hundred_chart import hundred
from present.budget.model import Fund, Measure, Order, Scope, View, part_of, select
from present.budget.words import Showing
from present.kit import writing
from present.kit.charts.bars import CLICKED, MAX_LINES, NAME_CHARACTERS, bars, wrap
from present.kit.setting import Background
from present.kit.tables import html_table
from present.kit.writing import per_head_text, share_text
from tests.present.budget import frames as small

LIGHT = Background("Örnek Belediyesi", 2025, 1000, is_dark=False)
DARK = Background("Örnek Belediyesi", 2025, 1000, is_dark=True)


@pytest.fixture(scope="module")
def lines_2025() -> pd.DataFrame:
    return small.committed_lines()


@pytest.fixture(scope="module")
def needs_2025() -> pd.DataFrame:
    return small.committed_needs()


def data_of(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Every row that a specification carries with a bar's end."""
    return [row for rows in spec["datasets"].values() for row in rows if "end" in row]


def test_chart_and_table_say_the_same(lines_2025: pd.DataFrame, needs_2025: pd.DataFrame) -> None:
    found = break_down(lines_2025, needs_2025, View.AIM)
    figure = breakdown_figure(found, LIGHT, Showing(), {}, {}).figure
    assert figure.spec is not None
    drawn = {row["key"]: row["end"] for row in data_of(figure.spec)}
    table = figure.table.set_index("key")["amount_kurus"]
    assert {key: lira * 100 for key, lira in drawn.items()} == {key: table[key] for key in drawn}
    assert drawn["2"] == 4_865_537_000
    assert table["total"] == 17_000_000_000_00
    words = html_table(figure.table, figure.columns, figure.title)
    for amount in ("269.588.000 TL", "4.306.000.000 TL", "2.177.926.000 TL"):
        assert amount in words


def test_rows_stand_by_size_general_administration_last(
    lines_2025: pd.DataFrame, needs_2025: pd.DataFrame
) -> None:
    figure = breakdown_figure(
        break_down(lines_2025, needs_2025, View.AIM), LIGHT, Showing(), {}, {}
    ).figure
    assert figure.table["key"].tolist() == ["2", "7", "5", "4", "3", "1", "6", "genel", "total"]


def test_the_sentence_holds_the_largest_two(
    lines_2025: pd.DataFrame, needs_2025: pd.DataFrame
) -> None:
    sentence = breakdown_figure(
        break_down(lines_2025, needs_2025, View.AIM), LIGHT, Showing(), {}, {}
    ).figure.sentence
    assert "2025 programında 17.000.000.000 TL" in sentence
    assert "4.865.537.000 TL (%28,6) ile “2. " in sentence
    assert "4.306.000.000 TL (%25,3) ile “7. " in sentence


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("fund", Fund)
@pytest.mark.parametrize("measure", Measure)
def test_every_choice_gives_a_whole_figure(view: View, fund: Fund, measure: Measure) -> None:
    found = break_down(small.LINES, small.NEEDS, view, fund=fund)
    links = {key: f"/butce?x={key}" for key in found.rows["key"]}
    shown = breakdown_figure(found, DARK, Showing(measure), links, {})
    figure = shown.figure
    assert figure.title
    assert "2025" in figure.subtitle
    assert "Örnek Belediyesi" in figure.source
    assert not re.search(r"\bNone\b|nan|<NA>|\{", figure.sentence + figure.subtitle)
    table = html_table(figure.table, figure.columns, figure.title)
    assert "<NA>" not in table
    assert pickle.loads(pickle.dumps(figure)).sentence == figure.sentence
    if len(figure.table) > 1:
        assert figure.table["key"].iloc[-1] == "total"
        assert figure.table["amount_kurus"].iloc[:-1].sum() == found.whole_kurus


def test_what_a_view_cannot_split_closes_the_table() -> None:
    shown = breakdown_figure(
        break_down(small.LINES, small.NEEDS, View.UNIT), LIGHT, Showing(), {}, {}
    )
    assert "bölünmüyor" in shown.figure.table["label"].iloc[-2]
    assert shown.figure.table["amount_kurus"].iloc[-2] == 50_00


def test_a_row_with_an_address_can_be_clicked_and_followed() -> None:
    found = break_down(small.LINES, small.NEEDS, View.GOAL)
    figure = breakdown_figure(found, LIGHT, Showing(), {"1": "/butce?hedef=1"}, {}).figure
    assert figure.spec is not None
    assert CLICKED in [param["name"] for param in figure.spec["params"]]
    table = html_table(figure.table, figure.columns, "x")
    assert table.count("<a ") == 1
    assert 'href="/butce?hedef=1"' in table
    still = breakdown_figure(found, LIGHT, Showing(), {}, {}).figure
    assert still.spec is not None
    assert "params" not in still.spec


def test_measures_put_their_figure_first() -> None:
    found = break_down(small.LINES, small.NEEDS, View.GOAL)
    texts = {}
    for measure in Measure:
        spec = breakdown_figure(found, LIGHT, Showing(measure), {}, {}).figure.spec
        assert spec is not None
        texts[measure] = next(row["text"] for row in data_of(spec) if row["key"] == "2")
    assert texts == {
        Measure.LIRA: "160 TL · %32,0",
        Measure.SHARE: "%32,0 · 160 TL",
        Measure.PER_HEAD: "0,16 TL · %32,0",
    }


def test_search_narrows_and_says_so() -> None:
    found = break_down(small.LINES, small.NEEDS, View.UNIT)
    shown = breakdown_figure(found, LIGHT, Showing(search="FEN daıre"), {}, {})
    assert shown.rows["key"].tolist() == ["fen"]
    assert shown.figure.table["key"].tolist() == ["fen"]
    assert "“FEN daıre” araması 1 satır buldu; toplamları 210 TL" in shown.figure.sentence
    nothing = breakdown_figure(found, LIGHT, Showing(search="yok böyle"), {}, {})
    assert nothing.figure.spec is None
    assert nothing.rows.empty


def test_a_long_chart_draws_the_largest_and_the_table_holds_all(
    lines_2025: pd.DataFrame, needs_2025: pd.DataFrame
) -> None:
    found = break_down(lines_2025, needs_2025, View.ACTIVITY)
    shown = breakdown_figure(found, LIGHT, Showing(), {}, {})
    assert (shown.drawn, shown.left_out, shown.zeros) == (LIMIT, 93, 15)
    assert len(shown.figure.table) == 123 + 2
    everything = breakdown_figure(found, LIGHT, Showing(is_everything=True), {}, {})
    assert (everything.drawn, everything.left_out) == (108, 0)
    by_name = breakdown_figure(found, LIGHT, Showing(order=Order.NAME), {}, {})
    assert by_name.left_out == 0


def test_zero_is_drawn_as_zero_where_nothing_else_is() -> None:
    found = break_down(small.LINES, small.NEEDS, View.ACTIVITY, Scope(activity=5))
    shown = breakdown_figure(found, LIGHT, Showing(), {}, {})
    assert shown.figure.spec is not None
    assert [row["text"] for row in data_of(shown.figure.spec)] == ["0 TL"]
    assert "0 TL" in shown.figure.sentence


def test_an_activity_shows_its_lines_and_where_they_stand(lines_2025: pd.DataFrame) -> None:
    lines = select(lines_2025, Scope(activity=25))
    figure = activity_figure(lines, LIGHT, Showing(), Fund.BOTH)
    assert dict(zip(figure.table["label"], figure.table["amount_kurus"] // 100, strict=True)) == {
        "06 Sermaye Giderleri": 30_000_000,
        "Bütçe dışı: döner sermaye": 0,
        "Bütçe dışı: diğer yurt içi kaynak": 540_000_000,
        "Bütçe dışı: yurt dışı kaynak": 0,
    }
    assert all(re.fullmatch(r"2\.3\.\d, satır \d+", place) for place in figure.table["place"])
    assert figure.spec is not None
    assert len(data_of(figure.spec)) == 2
    assert "540.000.000 TL" in figure.sentence


def test_an_activity_without_money_says_zero() -> None:
    figure = activity_figure(select(small.LINES, Scope(activity=5)), LIGHT, Showing(), Fund.BOTH)
    assert figure.spec is None
    assert "0 TL" in figure.sentence
    assert "%0" in html_table(figure.table, figure.columns, "x")


def test_the_hundred_lira_of_2025(lines_2025: pd.DataFrame, needs_2025: pd.DataFrame) -> None:
    figure = hundred_figure(break_down(lines_2025, needs_2025, View.AIM), LIGHT)
    assert figure.table["lira"].tolist() == [29, 25, 16, 10, 5, 1, 1, 13]
    assert "29 lirası" in figure.sentence
    assert figure.spec is not None
    cells = [row for rows in figure.spec["datasets"].values() for row in rows if "column" in row]
    assert len(cells) == 100
    assert {(row["column"], row["top"]) for row in cells} == {
        (column, top * 26) for column in range(20) for top in range(5)
    }


def test_a_purpose_below_a_lira_is_told() -> None:
    lines = small.lines([(1, 1, 1, "a", "budget", "03", 10_000), (2, 2, 2, "a", "budget", "03", 1)])
    figure = hundred_figure(break_down(lines, small.needs([]), View.AIM), LIGHT)
    assert figure.table["lira"].tolist() == [100, 0]
    assert figure.spec is not None
    texts = [
        row["text"] for rows in figure.spec["datasets"].values() for row in rows if "text" in row
    ]
    assert texts == ["100 lira", "<1 lira"]


def test_nothing_draws_nothing() -> None:
    found = break_down(small.lines([]), small.needs([]), View.AIM)
    assert hundred_figure(found, LIGHT).spec is None
    figure = breakdown_figure(found, LIGHT, Showing(), {}, {}).figure
    assert figure.spec is None
    assert "tutar yok" in figure.sentence


def test_small_is_not_nothing() -> None:
    assert share_text(part_of(1, 10**9)) == "%0,01'den az"
    assert share_text(part_of(0, 0)) == "%0"
    assert share_text(part_of(None, 5)) == writing.not_stated()
    assert share_text(float("nan")) == writing.not_stated()
    assert per_head_text(100, 1_000) == "1 kuruştan az"
    assert per_head_text(0, 1_000) == "0 TL"


def test_names_break_between_words() -> None:
    name = "Yangınlara, afetlere karşı dirençli şehir, dirençli toplum ve akıllı şehir hizmetleri"
    lines = wrap(name, NAME_CHARACTERS, MAX_LINES)
    assert " ".join(lines) == name
    assert max(map(len, lines)) <= NAME_CHARACTERS
    cut = wrap(name, 20, 2)
    assert cut[-1].endswith(" …")
    assert all(word in name.split() for word in " ".join(cut).split()[:-1])


def test_a_group_without_a_colour_is_named() -> None:
    rows = pd.DataFrame(
        [{"key": "1", "name": "a", "group": "x", "start": 0, "end": 1, "text": "1", "detail": ""}]
    )
    with pytest.raises(KeyError, match="x"):
        bars(rows, {"y": "#000000"})


def test_charts_of_nothing_can_be_made() -> None:
    columns = ["key", "name", "group", "start", "end", "text", "detail"]
    assert bars(pd.DataFrame(columns=columns), {}).to_dict()
    parts = pd.DataFrame(columns=["key", "name", "wide", "lira", "text", "detail"])
    assert hundred(parts, {}).to_dict()


def test_specifications_are_valid_and_need_no_host(
    lines_2025: pd.DataFrame, needs_2025: pd.DataFrame
) -> None:
    found = break_down(lines_2025, needs_2025, View.CODE)
    for figure in (
        breakdown_figure(found, LIGHT, Showing(), {}, {}).figure,
        hundred_figure(break_down(lines_2025, needs_2025, View.AIM), DARK),
    ):
        assert figure.spec is not None
        again = alt.Chart.from_dict(figure.spec).to_dict(validate=True)
        assert again["height"] == figure.spec["height"]
        assert "url" not in str(figure.spec["datasets"])
