"""The figure of money by aim and economic code: chart, sentence and table hold the same money."""

from __future__ import annotations

import pickle
from typing import Any

import pandas as pd
import vl_convert

from present.budget.matrix import matrix_figure
from present.kit.figure import Figure
from present.kit.setting import Background
from present.kit.tables import html_table
from present.kit.text import ENGLISH, using
from tests.present.budget import frames as small

LIGHT = Background("Örnek Belediyesi", 2025, 1000, is_dark=False)
NONE_STATED = small.LINES.iloc[:0], small.NEEDS.iloc[:0]


def figure(lines: pd.DataFrame = small.LINES, needs: pd.DataFrame = small.NEEDS) -> Figure:
    return matrix_figure(lines, needs, LIGHT, {"1": "/butce?amac=1"})


def cells(spec: dict[str, Any] | None) -> dict[tuple[str, str], dict[str, Any]]:
    assert spec is not None
    return {
        (row["row"], row["column"]): row
        for rows in spec["datasets"].values()
        for row in rows
        if "column" in row
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


def test_the_chart_writes_and_sizes_the_cells() -> None:
    drawn = cells(figure().spec)
    assert drawn["2", "01"]["size"] == 1
    assert drawn["1", "06"]["size"] == 0.5
    assert drawn["1", "06"]["detail"] == "1. Amaç 1 · 06 Kod 06: 70 TL"
    # Nothing printed and 0 printed look alike in the chart and are told apart in the tooltip.
    assert drawn["1", "01"]["text"] == drawn["1", "other_domestic"]["text"] == "–"
    assert "belgede yok" in drawn["1", "01"]["detail"]
    assert "0 TL" in drawn["1", "other_domestic"]["detail"]
    assert len({row["fill"] for row in drawn.values()}) > 3


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


def test_it_is_a_table_on_much_width_and_bars_on_little() -> None:
    def texts(width: int) -> str:
        return vl_convert.vegalite_to_svg({**(figure().spec or {}), "width": width})

    wide, narrow = texts(900), texts(340)
    # The heading of a column stands once above the table, or beside each of its bars.
    assert wide.count("Kod 06") < narrow.count("Kod 06")
    for drawing in (wide, narrow):
        assert "NaN" not in drawing
        assert "undefined" not in drawing


def test_no_lines_draw_nothing() -> None:
    made = figure(*NONE_STATED)
    assert made.spec is None
    assert made.table.empty
    assert "tutar yok" in made.sentence
