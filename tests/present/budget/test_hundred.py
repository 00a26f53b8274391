"""What every hundred lira go to: whole lira, their cells, their words."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import pytest

from present.budget.breakdown import break_down
from present.budget.hundred import hundred_figure
from present.budget.hundred_chart import hundred
from present.budget.model import View
from present.kit.figure import Figure
from present.kit.setting import Background
from tests.present.budget import frames as small

LIGHT = Background("Örnek Belediyesi", 2025, 1000, is_dark=False)
DARK = Background("Örnek Belediyesi", 2025, 1000, is_dark=True)


def of_aims(*lira: int | None, general: int = 0) -> Figure:
    lines = [
        (aim, aim, aim, "a", "budget", "03", amount) for aim, amount in enumerate(lira, start=1)
    ]
    needs = small.needs([("03", 0, general)])
    return hundred_figure(break_down(small.lines(lines), needs, View.AIM), LIGHT)


def rows_of(spec: dict[str, Any] | None, column: str) -> list[dict[str, Any]]:
    assert spec is not None
    return [row for rows in spec["datasets"].values() for row in rows if column in row]


def test_the_hundred_lira_of_a_small_programme() -> None:
    figure = hundred_figure(break_down(small.LINES, small.NEEDS, View.AIM), LIGHT)
    assert figure.table["label"].tolist() == ["2. Amaç 2", "1. Amaç 1", "Genel yönetim giderleri"]
    assert figure.table["lira"].tolist() == [60, 30, 10]
    assert figure.table["amount_kurus"].tolist() == [300_00, 150_00, 50_00]
    assert figure.table["share"].tolist() == [0.6, 0.3, 0.1]
    assert figure.title == "Her 100 liranın dağılımı"
    assert figure.subtitle == (
        "2025 yılı planı. Bir kutu 1 lira; tutarlar tam liraya yuvarlandı, toplamları 100."
    )
    assert figure.source.endswith("bölüm 2.3 maliyet tabloları; genel yönetim giderleri: tablo 2.5")
    assert figure.source.startswith("Örnek Belediyesi, 2025")
    assert [column.label for column in figure.columns] == ["Ne için", "100 lirada", "Tutar", "Pay"]
    assert [column.is_heading for column in figure.columns] == [True, False, False, False]
    listed = rows_of(figure.spec, "wide")
    assert [(row["key"], row["text"], row["wide"]) for row in listed] == [
        ("2", "60 lira", "2. Amaç 2 · 300 TL"),
        ("1", "30 lira", "1. Amaç 1 · 150 TL"),
        ("genel", "10 lira", "Genel yönetim giderleri · 50 TL"),
    ]
    assert [row["narrow"] for row in listed] == ["Amaç 2", "Amaç 1", "Genel yönetim giderleri"]
    cells = rows_of(figure.spec, "column")
    assert [cell["key"] for cell in cells] == ["2"] * 60 + ["1"] * 30 + ["genel"] * 10
    assert cells[0]["detail"] == "2. Amaç 2: her 100 liranın 60 lirası (300 TL)"


@pytest.mark.parametrize(
    ("lira", "general", "sentence"),
    [
        ((150, 300), 50,
         "2025 programındaki her 100 liranın 60 lirası “Amaç 2”, 30 lirası “Amaç 1”, 10 lirası "
         "“Genel yönetim giderleri” için ayrılıyor."),
        # General administration may be the largest; the fourth is not named.
        ((10, 20, 5), 65,
         "2025 programındaki her 100 liranın 65 lirası “Genel yönetim giderleri”, 20 lirası "
         "“Amaç 2”, 10 lirası “Amaç 1” için ayrılıyor."),
        # Of equals the document's first.
        ((25, 25, 50), 0,
         "2025 programındaki her 100 liranın 50 lirası “Amaç 3”, 25 lirası “Amaç 1”, 25 lirası "
         "“Amaç 2” için ayrılıyor."),
        ((30, 70), 0,
         "2025 programındaki her 100 liranın en büyük bölümü, 70 lirası, “Amaç 2” için "
         "ayrılıyor."),
        ((0, 0), 0, "2025 programında bu seçim için belgede bir tutar yok."),
        ((None,), 0, "2025 programında bu seçim için belgede bir tutar yok."),
    ],
)  # fmt: skip
def test_the_sentence_names_the_largest_three(
    lira: tuple[int | None, ...], general: int, sentence: str
) -> None:
    assert of_aims(*lira, general=general).sentence == sentence


def test_a_purpose_below_a_lira_is_told() -> None:
    figure = of_aims(10_000, 1, 0)
    assert figure.table["lira"].tolist() == [100, 0, 0]
    assert [row["text"] for row in rows_of(figure.spec, "wide")] == [
        "100 lira",
        "<1 lira",
        "0 lira",
    ]


def test_nothing_draws_nothing() -> None:
    assert of_aims().spec is None
    assert of_aims(0, 0).spec is None
    assert of_aims(1).spec is not None


def test_the_hundred_lira_of_2025() -> None:
    lines, needs = small.committed_lines(), small.committed_needs()
    figure = hundred_figure(break_down(lines, needs, View.AIM), DARK)
    assert figure.table["lira"].tolist() == [29, 25, 16, 10, 5, 1, 1, 13]
    assert "29 lirası" in figure.sentence
    cells = rows_of(figure.spec, "column")
    assert len(cells) == 100
    assert {(cell["column"], cell["top"]) for cell in cells} == {
        (column, row * 26) for column in range(20) for row in range(5)
    }
    assert figure.spec is not None
    again = alt.Chart.from_dict(figure.spec).to_dict(validate=True)
    assert again["height"] == figure.spec["height"]
    assert "url" not in str(figure.spec["datasets"])


def test_a_chart_of_nothing_can_be_made() -> None:
    parts = pd.DataFrame(columns=["key", "name", "wide", "lira", "text", "detail"])
    assert hundred(parts, {}).to_dict()
