"""Sizes, notes and units as table 1.3 and the indicators print them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbb_data.reading.sizes import Part, note_area, read_size, sorts, stations
from kbb_data.reading.units import read_unit


def stated(cell: str, note: str = "") -> dict[str, Any]:
    """What a size states, blanks left out."""
    size = read_size(cell, note)
    names = ("count", "area_m2", "indoor_area_m2", "open_area_m2", "capacity_persons", "counted",
             "unread")  # fmt: skip
    return {name: value for name in names if (value := getattr(size, name))}


@pytest.mark.parametrize(
    ("cell", "note", "expected"),
    [
        ("18.000 m ²", "", {"area_m2": Decimal(18000)}),
        ("5.000m²", "", {"area_m2": Decimal(5000)}),
        ("1004 m ²", "", {"area_m2": Decimal(1004)}),
        ("300 m ² / 2 adet", "", {"area_m2": Decimal(300), "count": 2}),
        ("1.137.398,26 m ² / 1", "", {"area_m2": Decimal("1137398.26"), "count": 1}),
        ("6 adet 36 m ²", "", {"area_m2": Decimal(36), "count": 6}),
        ("1 adet", "1.000 kişi kapasiteli", {"count": 1, "capacity_persons": 1000}),
        ("4.710,00 m ²", "370 m ² kapalı alan",
         {"area_m2": Decimal(4710), "indoor_area_m2": Decimal(370)}),
        ("3.830 m ²", "Açık alan 3.623 m ²",
         {"area_m2": Decimal(3830), "open_area_m2": Decimal(3623)}),
        ("2.673 m ²", "Açık Alan 7.323 m ²",
         {"area_m2": Decimal(2673), "open_area_m2": Decimal(7323)}),
        ("50.000 m ²", "237 adet bahçe mevcuttur.",
         {"area_m2": Decimal(50000), "count": 237, "counted": "bahçe"}),
        ("85 adet", "Kiraya verilen dükkânlar.", {"count": 85}),
        ("15 adet", "14+1", {"count": 15}),
        ("", "", {}),
    ],
)  # fmt: skip
def test_habits_are_read(cell: str, note: str, expected: dict[str, Any]) -> None:
    assert stated(cell, note) == expected


@pytest.mark.parametrize(
    ("cell", "note", "unread"),
    [
        ("108.0000 m ²", "", "108.0000 m ²"),
        ("63.456,92. m ² / 1", "", "63.456,92. m ² / 1"),
        ("462 m", "", "462 m"),
        ("iki adet", "", "iki adet"),
        ("1,5 adet", "", "1,5 adet"),
        ("1 adet", "Açık alan 467", "Açık alan 467"),
        ("1 adet", "40.00 kişi kapasiteli", "40.00 kişi kapasiteli"),
    ],
)
def test_what_is_not_certain_stays_blank_and_is_named(cell: str, note: str, unread: str) -> None:
    size = stated(cell, note)
    assert size["unread"] == [unread]
    assert "area_m2" not in size
    assert "open_area_m2" not in size
    assert "capacity_persons" not in size


@given(st.text(alphabet="0123456789.,m²adet /kişAçıklnp", max_size=24))
def test_a_reading_never_invents_digits(cell: str) -> None:
    size = read_size(cell, "")
    for value in (size.count, size.area_m2):
        if value is not None:
            assert not size.unread
            assert "".join(c for c in str(value) if c.isdigit()) in cell.replace(".", "").replace(
                ",", ""
            )


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_cell_is_read_or_named(cell: str, note: str) -> None:
    read_size(cell, note)
    sorts(note)


def test_sorts_of_a_note() -> None:
    assert sorts("62 adet CNG 21 adet elektrikli") == [
        Part("sort", "CNG", count=62),
        Part("sort", "elektrikli", count=21),
    ]
    assert sorts("Ek-1 442 m ² Ek-2 4.314 m ²") == [
        Part("sort", "Ek-1", area_m2=Decimal(442)),
        Part("sort", "Ek-2", area_m2=Decimal(4314)),
    ]
    assert sorts("237 adet bahçe mevcuttur.") == []


def test_a_note_that_is_an_area_alone() -> None:
    assert note_area("11.289.015 m ²") == Decimal(11289015)
    assert note_area("11.289.015 m ² yeşil") is None
    assert note_area("40.00 m²") is None


BUILDINGS = {"Merkez İtfaiye Binası": "merkez", "Belsin İtfaiye Grup Amirliği": "belsin"}


def test_stations_that_a_note_names() -> None:
    assert stations("2 Adet Merkez – Belsin", BUILDINGS) == [
        Part("station", "Merkez", count=2, station="merkez"),
        Part("station", "Belsin", station="belsin"),
    ]
    assert stations("Merkez-Belsin", BUILDINGS)[1].station == "belsin"
    assert stations("Merkez – Konya", BUILDINGS) == []
    assert stations("", BUILDINGS) == []
    assert stations("Mer", BUILDINGS) == []


@pytest.mark.parametrize(
    ("printed", "name", "unit", "unit_printed", "yearly", "cumulative"),
    [
        ("Plan (yıl/ha)", "Plan", "ha", "yıl/ha", True, False),
        ("Oran(%)", "Oran", "%", "%", False, False),
        ("Oranı (yüzde)", "Oranı", "%", "yüzde", False, False),
        ("Yol (yıl /m ²)", "Yol", "m²", "yıl /m ²", True, False),
        ("Toprak (m³/yıl)", "Toprak", "m³", "m³/yıl", True, False),
        ("Okuyan (yıl/kişi sayısı)", "Okuyan", "kişi", "yıl/kişi sayısı", True, False),
        ("Alan (18.mad.) (yıl/ha)", "Alan (18.mad.)", "ha", "yıl/ha", True, False),
        ("İlan (birikimli alan) (ha)", "İlan (birikimli alan)", "ha", "ha", False, True),
        ("İstasyon (adet) (Birikimli)", "İstasyon (Birikimli)", "adet", "adet", False, True),
        ("Tesis sayısı) (adet)", "Tesis sayısı)", "adet", "adet", False, False),
        ("Araç sayısı", "Araç sayısı", "", "", False, False),
        ("Araç (özel) sayısı", "Araç (özel) sayısı", "", "", False, False),
    ],
)
def test_units(
    printed: str, name: str, unit: str, unit_printed: str, yearly: bool, cumulative: bool
) -> None:
    read = read_unit(printed)
    assert (read.name, read.unit, read.unit_printed) == (name, unit, unit_printed)
    assert (read.is_yearly, read.is_cumulative) == (yearly, cumulative)
