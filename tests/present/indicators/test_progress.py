"""The figure of progress bars: chart, words and table hold the same figures."""

from __future__ import annotations

import pickle
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
import vl_convert

from present.indicators.ambition import Direction, bar
from present.indicators.model import Indicator, read
from present.indicators.progress import DRAWN_MOST, progress_figure
from present.kit.figure import Figure
from present.kit.tables import html_table
from present.picture.rows import largest, rows
from tests.support.indicators import frame


def figure(given: Sequence[Indicator] | None = None, *scope: str, is_dark: bool = False) -> Figure:
    chosen = read(frame()) if given is None else given
    links = {indicator.code: f"/gostergeler?gosterge={indicator.code}" for indicator in chosen}
    return progress_figure(chosen, scope, "Örnek Belediyesi", 2025, links, is_dark=is_dark)


def drawn(made: Figure) -> list[dict[str, Any]]:
    assert made.spec is not None
    (records,) = made.spec["datasets"].values()
    return list(records)


def test_the_marks_stand_where_the_pages_bars_have_them() -> None:
    indicators = read(frame())
    for indicator, row in zip(indicators, drawn(figure()), strict=True):
        expected = bar(indicator.assessment)
        assert (row["key"], row["fill"], row["tick"]) == (
            indicator.code,
            expected.fill,
            expected.tick,
        )
        assert row["is_fill_clipped"] == expected.is_fill_clipped


def test_words_name_the_target_the_ratio_and_all_three_years() -> None:
    indicators = {indicator.code: indicator for indicator in read(frame())}
    for row in drawn(figure()):
        indicator = indicators[row["key"]]
        assert all(f"{year}:" in row["values"] for year in (2023, 2024, 2025))
        if indicator.assessment.estimate_ratio is not None:
            is_less = indicator.assessment.direction is Direction.LESS
            assert ("hedef/tahmin" if is_less else "tahmin/hedef") in row["word"]
        assert row["values"] in row["detail"]


def test_what_is_not_stated_is_said_and_is_no_zero() -> None:
    indicator = read(frame({"actual": float("nan"), "actual_printed": "-"}))[:1]
    made = figure(indicator)
    assert "2023:\u00a0belirtilmemiş" in drawn(made)[0]["values"]
    assert drawn(made)[0]["tick"] is None
    assert made.table["actual"].tolist() == [None]
    assert "belirtilmemiş" in html_table(made.table, made.columns, "x")


def test_the_table_holds_exact_figures_and_leads_to_the_indicator() -> None:
    made = figure()
    first = made.table.iloc[0]
    assert first["target"] == Decimal(15)
    html = html_table(made.table, made.columns, "x")
    assert '<a href="/gostergeler?gosterge=1.1" target="_self">1.1</a>' in html
    assert pickle.loads(pickle.dumps(made)).sentence == made.sentence


def test_the_title_says_what_was_chosen() -> None:
    assert figure().title == "Göstergeler ve 2025 hedefleri"
    made = figure(None, "Fen İşleri", "2. hedef")
    assert made.title.startswith("Fen İşleri · 2. hedef: ")
    assert made.sentence.startswith("Fen İşleri · 2. hedef: 8 gösterge. ")
    assert made.own == ("Fen İşleri", "2. hedef")


def test_no_more_bars_than_can_be_read_and_it_says_so() -> None:
    many = [replace(read(frame())[0], number=place) for place in range(DRAWN_MOST + 5)]
    made = figure(many)
    assert len(drawn(made)) == DRAWN_MOST
    assert f"{len(many)} göstergenin ilk {DRAWN_MOST} tanesi" in made.subtitle
    assert len(made.table) == len(many)


def test_nothing_chosen_draws_nothing() -> None:
    made = figure([])
    assert made.spec is None
    assert made.table.empty
    assert made.sentence == "Bu seçimde gösterge yok."


@pytest.mark.parametrize("width", [340, 900])
@pytest.mark.parametrize("is_dark", [False, True])
def test_it_is_drawn_on_any_width(width: int, is_dark: bool) -> None:
    spec = {**(figure(is_dark=is_dark).spec or {}), "width": width}
    drawing = vl_convert.vegalite_to_svg(spec)
    assert "NaN" not in drawing
    assert "undefined" not in drawing
    # A reader who sees nothing hears one sentence an indicator, and no geometry.
    heard = re.findall(r'aria-label="([^"]*)"', drawing)
    assert [unescape(words) for words in heard] == [row["detail"] for row in drawn(figure())]


def test_a_low_picture_shows_the_first_rows() -> None:
    spec = figure().spec or {}
    placed = rows(spec)
    assert [row.key for row in placed] == [indicator.code for indicator in read(frame())]
    assert [row.key for row in largest(placed, placed[0].need * 2.5)] == ["1.1", "1.2"]
