"""Columns that a head may have in another order or beside the usual ones: units of indicators."""

from __future__ import annotations

from typing import Any

import pytest

from kbb_data.importer import build
from kbb_data.reading.programme import read
from kbb_data.reading.units import read_unit
from tests.kbb_data.reading.alterations import (
    SMALL,
    altered,
    drop_cell,
    exchange,
    into,
    of,
    refused,
    replace,
)

ROAD = "1\tYenilenen yol"
BRIDGES = "2\tOnarılan köprü"
READERS = "1\tOkur sayısı"
YEARS_2 = "Performans Göstergeleri\t\t\t2025"
YEARS_3 = "\tPerformans Göstergeleri\t\t2025"


def indicators_of(text: str) -> list[dict[str, Any]]:
    rows = build(text.encode("utf-8"), [])[2]["indicators"]
    left_out = ("name_printed", "source_line")
    return [{key: row[key] for key in row if key not in left_out} for row in rows]


def test_a_column_of_units_is_the_indicators_unit() -> None:
    text, _ = altered(
        SMALL,
        replace(ROAD, r" \([^()]*\)", ""),
        into(ROAD, "yıl /km", 2),
        replace("3\tŞikâyetlerin", r" \([^()]*\)", ""),
        into("3\tŞikâyetlerin", "%", 2),
        into(YEARS_2, "Ölçü Birimi", 2),
    )
    assert indicators_of(text) == indicators_of(SMALL)
    printed = [indicator.printed_name for indicator in read(text.encode()).goals[1].indicators]
    assert printed == ["Yenilenen yol", "Onarılan köprü sayısı", "Şikâyetlerin karşılanma oranı"]


def test_a_column_of_units_ends_a_finding_on_a_missing_unit() -> None:
    text, _ = altered(SMALL, into(BRIDGES, "Sayı", 2), into(YEARS_2, "Ölçü Birimi", 2))
    (row,) = [row for row in indicators_of(text) if (row["goal"], row["indicator"]) == (2, 2)]
    assert (row["name"], row["unit"], row["unit_printed"]) == (
        "Onarılan köprü sayısı",
        "adet",
        "Sayı",
    )
    findings = build(text.encode("utf-8"), [])[2]["findings"]
    assert "indicator-units.2.2" not in {row["finding"] for row in findings}


@pytest.mark.parametrize(
    ("name", "column", "expected"),
    [
        ("Yol", "km", ("Yol", "km", "km", False)),
        ("Yol", "yıl/km", ("Yol", "km", "yıl/km", True)),
        ("Yol (km)", "km", ("Yol", "km", "km", False)),
        ("Yol (yıl/km)", "km", ("Yol", "km", "km", True)),
        ("Yol (m)", "km", ("Yol (m)", "km", "km", False)),
        ("Yol (km)", "-", ("Yol", "km", "km", False)),
        ("Yol", "", ("Yol", "", "", False)),
        ("Oran", "Yüzde (%)", ("Oran", "%", "Yüzde (%)", False)),
        ("Kazan", "Kova", ("Kazan", "Kova", "Kova", False)),
    ],
)
def test_a_cell_of_a_column_of_units(
    name: str, column: str, expected: tuple[str, str, str, bool]
) -> None:
    unit = read_unit(name, column)
    assert (unit.name, unit.unit, unit.unit_printed, unit.is_yearly) == expected


def test_a_row_without_its_unit_is_refused() -> None:
    text, damaged = altered(SMALL, into(YEARS_3, "Ölçü Birimi", 2), drop_cell(READERS, 2))
    (problem,) = refused(text)
    assert [problem.line] == damaged
    assert "leave a cell that states nothing empty" in str(problem)


#: Two columns of each table exchanged, head and rows alike: from which line to which.
EXCHANGED: dict[str, tuple[str, str, tuple[tuple[int, int], ...]]] = {
    "members": ("ADI / SOYADI\tGÖREVİ\tP", "Ümit ÖĞÜT\tIğ", ((1, 2),)),
    "staff by status": ("UNVAN\tÇALIŞAN", "TOPLAM\t50", ((2, 3),)),
    "physical assets": ("Türü", "Otobüs", ((1, 2),)),
    "occupancy": ("\tDOLU", "GENEL TOPLAM", ((1, 2),)),
    "staff by education": ("UNVAN\tİLK", "TOPLAM\t4", ((1, 5),)),
    "activities": (r"\t\tBütçe\t", "Genel Toplam", ((3, 4),)),
    "table 2.4": ("Performans Hedefi\tFaaliyet", "Genel toplam", ((5, 7), (6, 8))),
    "amount and share of table 2.4": ("\t\t\tTL", "2\t\tYol", ((3, 4), (7, 8))),
    "table 2.5": ("Bütçe Kaynak", "Toplam Kaynak İhtiyacı\t\t\t50", ((3, 6),)),
}


@pytest.mark.parametrize("name", EXCHANGED)
def test_columns_in_another_order_are_read_by_their_labels(name: str) -> None:
    first, last, pairs = EXCHANGED[name]
    text, _ = altered(SMALL, exchange(first, last, *pairs))
    assert of(text) == of(SMALL)


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("Kilometre", "km"), ("Metrekare", "m²"), ("METREKÜP", "m³"), ("Kilogram", "kg"),
        ("Kilovat saat", "kWh"), ("Türk Lirası", "TL"), ("Oran", "Oran"),
    ],
)  # fmt: skip
def test_a_unit_in_words_is_the_unit(cell: str, unit: str) -> None:
    assert read_unit("Bakım yapılan yol", cell).unit == unit
