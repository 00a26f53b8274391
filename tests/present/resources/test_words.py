"""Kaynaklar in words, held against sentences written by hand."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from present.kit.text import ENGLISH, using
from present.resources import words
from present.resources.model import categories
from tests.present.resources.frames import BACKGROUND, OCCUPANCY, SOURCE, STAFF, assets


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (17000000000.0, "TRY", "17.000.000.000 TL"),
        (12.345, "TRY", "12,34 TL"),
        (708.0, "kişi", "708 kişi"),
        (1200, "adet", "1.200 adet"),
        (5, "kadro", "5 kadro"),
        (5, "nokta", "5 nokta"),
        (11289015.0, "m²", "11.289.015 m²"),
        (7.5, None, "7,5"),
        (None, "kişi", "belirtilmemiş"),
        (float("nan"), "TRY", "belirtilmemiş"),
    ],
)
def test_a_stated_figure_has_its_unit(value: Any, unit: str | None, text: str) -> None:
    assert words.quantity(value, unit) == text


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("staff.1.2.total.women", "Personel, kadın"),
        ("positions.civil-servant", "Norm kadro, memur / sözleşmeli"),
        ("education.master", "Öğrenim, yüksek lisans"),
        ("assets.mezarliklar", "Fiziksel kaynaklar"),
        ("yeni.men", "erkek"),
        ("yeni.bilinmeyen", ""),
    ],
)
def test_a_stated_total_is_named_by_topic_and_group(key: str, text: str) -> None:
    assert words.about(key) == text


def test_classes_of_positions() -> None:
    assert words.class_name("worker") == "İşçi"
    assert words.class_name("civil_servant") == "Memur / Sözleşmeli"


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("area_m2", "1.250,5 m²"),
        ("indoor_area_m2", "1.250,5 m²"),
        ("open_area_m2", "1.250,5 m²"),
        ("capacity_persons", "1.250,5 kişilik kapasite"),
        ("count", "1.250,5 adet"),
    ],
)
def test_a_measure_has_its_unit(column: str, text: str) -> None:
    assert words.measured(1250.5, column) == text


def test_a_chart_that_leaves_lines_out_says_so() -> None:
    lines = [{"category": "K", "name": f"K{n}", "count": n} for n in range(1, 5)]
    (category,) = categories(assets(*lines))
    assert words.left_out(category, 4) == ""
    assert words.left_out(category, 3) == ("En büyük 3 satır çizildi; 4 satırın hepsi tabloda.")


def test_two_halves_and_the_share_of_the_first() -> None:
    assert words.halves_sentence("resources.staff_sentence", STAFF, ("women", "men"), 2027) == (
        "2027 programında 50 çalışan yazıyor: 16 kadın, 34 erkek; kadınların payı %32,0."
    )
    assert (
        words.halves_sentence("resources.occupancy_sentence", OCCUPANCY, ("filled", "vacant"), 2027)
        == "2027 programındaki 75 norm kadronun 50 tanesi dolu (%66,7), 25 tanesi boş."
    )
    nobody = STAFF.assign(total=0, women=0, men=0)
    assert "kadınların payı belirtilmemiş" in words.halves_sentence(
        "resources.staff_sentence", nobody, ("women", "men"), 2027
    )
    with using(ENGLISH):
        assert "16 women and 34 men; women make up 32" in words.halves_sentence(
            "resources.staff_sentence", STAFF, ("women", "men"), 2027
        )


def test_a_category_sums_what_its_lines_state() -> None:
    frame = assets(
        {"category": "BAHÇE", "name": "A", "count": 237, "counted": "bahçe", "area_m2": 1000.0},
        {"category": "BAHÇE", "name": "B"},
        {"category": "KADRO", "name": "C", "count": 3, "capacity_persons": 40},
        {"category": "KADRO", "name": "D", "count": 1200, "capacity_persons": 2},
        {"category": "SERA", "name": "E", "count": 1, "counted": "sera"},
        {"category": "SERA", "name": "F", "count": 2, "counted": "fidan"},
        {"category": "BOŞ", "name": "G"},
    )
    assert [words.summary(category) for category in categories(frame)] == [
        "2 satır · 237 bahçe (1 satırda yazıyor) · 1.000 m² (1 satırda yazıyor)",
        "2 satır · 1.203 adet · 42 kişilik kapasite",
        "2 satır · 3 fidan, sera",
        "1 satır",
    ]


@pytest.mark.parametrize(
    ("is_minimum", "text"), [(True, "2.000 adet ve üzeri"), (False, "2.000 adet")]
)
def test_a_least_number_says_that_it_is_one(is_minimum: bool, text: str) -> None:
    assert words.fact({"value": 2000, "unit": "adet", "is_minimum": is_minimum}) == text


def test_an_area_is_in_square_metres() -> None:
    assert words.area(1234.5) == "1.234,5 m²"
    assert words.area(pd.NA) == "belirtilmemiş"


def test_a_source_names_sections_and_lines() -> None:
    assert words.source(BACKGROUND, STAFF) == SOURCE + "bölüm 1.2, satır 29–30"
    assert words.source(BACKGROUND, STAFF.head(1)) == SOURCE + "bölüm 1.2, satır 30"
    assert words.source(BACKGROUND, STAFF.head(0)) == SOURCE + "1. bölüm"
    two = STAFF.assign(source_section=["1.5", "1.2"])
    assert words.source(BACKGROUND, two) == SOURCE + "bölüm 1.5, 1.2, satır 29–30"
