"""The figure of money by aim and economic code: chart, sentence and table hold the same money."""

from __future__ import annotations

import pickle
from itertools import combinations
from typing import Any

import pandas as pd
import pytest
import vl_convert

from kbb_data.schema import ECONOMIC_CODES, OFF_BUDGET_SOURCES
from present.budget.colours import ink_on, line_colour
from present.budget.matrix import matrix_figure
from present.kit.figure import Figure
from present.kit.setting import Background
from present.kit.tables import html_table
from present.kit.text import ENGLISH, using
from tests.present.budget import frames as small
from tests.present.kit.test_theme import SEEN_BY, contrast, distance

LIGHT = Background("Örnek Belediyesi", 2025, 1000, is_dark=False)
NONE_STATED = small.LINES.iloc[:0], small.NEEDS.iloc[:0]


def figure(lines: pd.DataFrame = small.LINES, needs: pd.DataFrame = small.NEEDS) -> Figure:
    return matrix_figure(lines, needs, LIGHT, {"1": "/butce?amac=1"})


def cells(spec: dict[str, Any] | None) -> dict[tuple[str, str], dict[str, Any]]:
    assert spec is not None
    return {
        (row["key"], row["part"]): row
        for rows in spec["datasets"].values()
        for row in rows
        if "first" in row
    }


def test_every_cell_of_the_table_is_the_sum_of_its_lines() -> None:
    table = figure().table
    assert list(table.columns[2:]) == [
        "code_01", "code_03", "code_06", "code_09", "other_domestic", "total",
    ]  # fmt: skip
    assert table["total"].tolist() == [15000, 30000, 5000, 50000]
    assert table["code_06"].tolist() == [7000, 10000, pd.NA, 17000]
    # Printed as 0 in the document, which isn't the same as not printed.
    assert table["other_domestic"].tolist()[:2] == [0, 6000]
    assert table["code_01"].tolist() == [pd.NA, 14000, pd.NA, 14000]
    html = html_table(table, figure().columns, figure().title)
    assert '<a href="/butce?amac=1" target="_self">' in html
    assert "belirtilmemiş" in html


def test_the_committed_programme_adds_up_to_its_lines_and_table() -> None:
    lines, needs = small.committed_lines(), small.committed_needs()
    table = figure(lines, needs).table.iloc[-1]
    for line, rows in lines.groupby("line"):
        name = f"code_{line}" if line.isdigit() else line
        general = needs.set_index("line")["general_administration_kurus"].get(line)
        if rows["amount_kurus"].sum() or general:
            general = 0 if pd.isna(general) else general
            assert table[name] == rows["amount_kurus"].sum() + general, line
    columns = [name for name in table.index if name not in ("name", "link", "total")]
    assert table["total"] == sum(table[columns])


def test_each_rows_parts_follow_each_other_and_fill_its_bar() -> None:
    drawn = cells(figure().spec)
    for row in ("1", "2", "genel"):
        edges = [(cell["first"], cell["last"]) for (key, _), cell in drawn.items() if key == row]
        assert edges[0][0] == 0
        assert edges[-1][1] == 1
        assert [start for start, _ in edges[1:]] == [end for _, end in edges[:-1]]
    code = drawn["1", "06"]
    assert code["last"] - code["first"] == pytest.approx(7000 / 15000)
    assert (code["code"], code["share"]) == ("06", "%46,7")
    assert code["detail"] == "1. Amaç 1 · 06 Kod 06: 70 TL, satırın %46,7'si"
    # A source has no code that could be written in its part; nothing has no part.
    assert drawn["2", "other_domestic"]["code"] == ""
    assert ("1", "01") not in drawn
    assert ("1", "other_domestic") not in drawn


def test_an_amount_below_zero_is_no_part_of_a_bar() -> None:
    lines = small.lines(
        [(1, 1, 1, "fen", "budget", "03", -60), (2, 2, 2, "fen", "budget", "06", 100)]
    )
    made = figure(lines, small.needs([]))
    assert made.spec is None
    assert made.table["code_03"].tolist() == [-6000, pd.NA, -6000]


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("deficiency", SEEN_BY)
def test_codes_and_sources_stay_apart(is_dark: bool, deficiency: str | None) -> None:
    background = Background("X", 2025, 1, is_dark=is_dark)
    lines = (*ECONOMIC_CODES, *OFF_BUDGET_SOURCES)
    colours = [line_colour(background, line) for line in lines]
    for left, right in combinations(colours, 2):
        assert distance(left, right, deficiency) > 7.5, (left, right)
    for colour in colours:
        assert contrast(colour, ink_on(colour)) >= 4.5, colour


def test_the_sentence_names_the_largest_cell() -> None:
    made = figure()
    # 140 of 500 lira, and of the aim's 300.
    assert made.sentence == (
        "2025 planında en büyük kalem 140 TL ile “2. Amaç 2” satırındaki “01 Kod 01”: programın "
        "%28'i, o satırın %46,7'si."
    )
    assert made.title == "Amaçlara göre para neye gidiyor?"
    assert made.source == (
        "Örnek Belediyesi, 2025 Yılı Performans Programı, bölüm 2.3 maliyet tabloları; "
        "genel yönetim giderleri: tablo 2.5"
    )
    assert pickle.loads(pickle.dumps(made)).sentence == made.sentence


def test_an_item_that_is_all_of_its_row_is_said_to_be() -> None:
    lines = small.lines(
        [(1, 1, 1, "fen", "budget", "03", 60), (2, 2, 2, "fen", "budget", "06", 40)]
    )
    none = small.needs([])
    assert figure(lines, none).sentence == (
        "2025 planında en büyük kalem 60 TL ile “1. Amaç 1” satırındaki “03 Kod 03”: programın "
        "%60'ı, o satırın tamamı."
    )
    with using(ENGLISH):
        assert figure(lines, none).sentence == (
            "The largest item of the 2025 plan is “03 Purchase of goods and services” in the row "
            "“1. Amaç 1” with 60 TL: 60.0% of the programme, all of its row."
        )


def test_names_stand_beside_the_bars_where_there_is_room_and_the_legend_above() -> None:
    def drawing(width: int) -> str:
        svg = vl_convert.vegalite_to_svg({**(figure().spec or {}), "width": width})
        assert "NaN" not in svg
        assert "undefined" not in svg
        return svg

    def height(svg: str) -> int:
        return int(svg.partition('height="')[2].partition('"')[0])

    wide, narrow = drawing(900), drawing(340)
    for svg in (wide, narrow):
        for name in ("1. Amaç 1", "Genel yönetim giderleri", "06 Kod 06"):
            assert f">{name}<" in svg
    # In one line where there is room for both, the code above its share where there is not.
    assert ">03 · %53,3<" in wide
    assert ">03<" in narrow
    assert height(wide) < height(narrow)


def test_no_lines_draw_nothing() -> None:
    made = figure(*NONE_STATED)
    assert made.spec is None
    assert made.table.empty
    assert "tutar yok" in made.sentence
