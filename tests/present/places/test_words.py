"""The facilities in words, held against sentences written by hand."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from present.kit.text import ENGLISH, using
from present.places import words
from present.places.district import Station
from tests.present.places.invented import PLACE, facilities


@pytest.mark.parametrize(
    ("kinds", "text"),
    [
        ([], ""),
        (["library"], "Kütüphaneler"),
        (["library", "fire_station"], "İtfaiye istasyonları, kütüphaneler"),
        (["course_centre", "library"], "Kütüphaneler, KAYMEK kurs merkezleri"),
        (["shop", "museum", "car_park", "other"],
         "Müzeler, dükkânlar ve büfeler, katlı otoparklar, diğer tesisler"),
        (["shop", "museum", "car_park", "other", "library"], "Seçilen 5 tür"),
    ],
)  # fmt: skip
def test_four_kinds_are_named_and_more_are_counted(kinds: list[str], text: str) -> None:
    assert words.kind_words(kinds) == text


def test_a_capital_i_follows_the_language_within_a_sentence() -> None:
    # İ and I are letters of their own in Turkish only.
    assert words._inside_sentence("İtfaiye") == "itfaiye"
    assert words._inside_sentence("Irmaklar") == "ırmaklar"
    with using(ENGLISH):
        assert words._inside_sentence("Inns") == "inns"
        assert words.kind_words(["fire_station", "library"]) == "Fire stations, libraries"


def test_the_map_is_named_by_kinds_and_ground() -> None:
    assert words.map_title(["museum"], "Ova") == "Müzeler: Ova"
    assert words.map_title([], "Ova") == "Ova"


def test_the_maps_sentence_counts_points_by_how_well_they_are_known() -> None:
    frame = facilities()
    assert words.map_sentence(frame, ["library"], 2027) == (
        "2027 programında 6 tesis: 1 yerin kendi noktası, 1 yerin mahallesi, "
        "2 yerin yalnız ilçesi biliniyor, 2 yerin ilçesi belirtilmemiş."
    )
    known = frame[frame["precision"] == "site"]
    assert words.map_sentence(known, ["library"], 2027) == (
        "2027 programında 1 tesis: 1 yerin kendi noktası."
    )
    many = known.assign(facilities=118)
    assert words.map_sentence(many, ["shop"], 2027) == (
        "2027 programında 1 yerde 118 tesis: 1 yerin kendi noktası."
    )
    with using(ENGLISH):
        assert words.map_sentence(many, ["shop"], 2027) == (
            "118 facilities of the 2027 programme in 1 place: 1 at its own point."
        )
    assert words.map_sentence(frame.head(0), ["library"], 2027) == (
        "Seçilen türlerden burada tesis yok."
    )
    assert words.map_sentence(frame, [], 2027) == (
        "Hiçbir tesis türü seçili değil; yukarıdan en az bir tür seçin."
    )


def test_credits_name_licence_and_note_where_there_are_any() -> None:
    assert words.credit(PLACE) == ("Sınırlar: Kurum A (CC BY, kısaltıldı). Noktalar: Kurum B.")
    with using(ENGLISH):
        assert words.credit(PLACE) == "Borders: Agency A (CC BY, cut). Noktalar: Kurum B."


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({}, ""),
        ({"area_m2": 1234.5}, "1.234,5 m²"),
        ({"area_m2": float("nan"), "count": None, "capacity_persons": pd.NA}, ""),
        ({"count": 1, "counted": "bahçe"}, ""),
        ({"count": 2}, "2 adet"),
        ({"count": 2, "counted": ""}, "2 adet"),
        ({"count": 2, "counted": None}, "2 adet"),
        ({"count": 237, "counted": "Bahçe"}, "237 adet bahçe"),
        ({"count": 3, "counted": "sera"}, "3 adet sera"),
        ({"capacity_persons": 1000}, "1.000 kişilik"),
        ({"count": 6, "capacity_persons": 20, "area_m2": 36.0}, "36 m² · 20 kişilik · 6 adet"),
    ],
)
def test_sizes_are_written_as_far_as_they_are_stated(row: dict[str, Any], text: str) -> None:
    assert words.size_words(row) == text


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({}, ""),
        ({"area_m2": 8225.7, "indoor_area_m2": 5000.0}, "8.225,7 m² · kapalı alan 5.000 m²"),
        ({"open_area_m2": 3623.0, "indoor_area_m2": None}, "açık alan 3.623 m²"),
        ({"open_area_m2": 2.0, "indoor_area_m2": 1.0, "count": 3},
         "3 adet · kapalı alan 1 m² · açık alan 2 m²"),
    ],
)  # fmt: skip
def test_a_tooltip_adds_the_areas_that_the_note_states(row: dict[str, Any], text: str) -> None:
    assert words.tip_size(row) == text


def test_rates_have_two_decimals() -> None:
    assert words.rate_text(1) == "1,00"
    assert words.rate_text(0.125) == "0,12"
    assert words.rate_text(12345.678) == "12.345,68"


def test_the_first_of_the_fullest_districts_is_named() -> None:
    rows = [
        {"district": "A", "facilities": 2},
        {"district": "B", "facilities": 5},
        {"district": "C", "facilities": 5},
    ]
    assert words.count_sentence(rows, 1012, ["library", "museum"], 2027) == (
        "2027 programında 1.012 tesis sayılıyor (kütüphaneler, müzeler); ilçeler arasında en çoğu "
        "5 tesisle B ilçesinde."
    )
    five = ["shop", "museum", "car_park", "other", "library"]
    assert words.count_sentence(rows, 12, five, 2027) == (
        "2027 programında 12 tesis sayılıyor (5 tür); ilçeler arasında en çoğu 5 tesisle B "
        "ilçesinde."
    )
    with using(ENGLISH):
        assert words.count_sentence(rows, 12, ["library"], 2027) == (
            "The 2027 programme counts 12 facilities (libraries); of the districts, B has most "
            "with 5."
        )
    assert words.count_sentence(rows, 0, ["library"], 2027) == (
        "Bu türden, ilçesi belirtilmiş tesis yok."
    )


def beside(*rows: tuple[str, int, float, float]) -> str:
    """The sentence of (kind, count, rate, median)."""
    rates = pd.DataFrame(list(rows), columns=["kind", "count", "rate", "median"])
    return words.beside_sentence(rates, "Ova", 2027, "31.12.2026")


def test_a_district_is_told_only_where_it_differs() -> None:
    assert beside(
        ("fire_station", 2, 2.0, 1.0),
        ("library", 3, 0.5, 0.75),
        ("museum", 0, 0.0, 0.0),
        ("social_centre", 0, 0.0, 0.5),
        ("shop", 4, 3.0, 0.0),
        ("car_park", 1, 1.0, 1.0),
    ) == (
        "Ova, 2027 programı ve 31.12.2026 nüfusuyla öteki ilçelerin yanında: 10.000 kişiye düşen "
        "tesis şunlarda ortancanın üzerinde: itfaiye istasyonları; 10.000 kişiye düşen tesis "
        "şunlarda ortancanın altında: "
        "kütüphaneler; ilçelerin çoğunda bulunup burada yazılmayan: sosyal yaşam merkezleri; "
        "ilçelerin çoğunda bulunmayıp burada yazılan: dükkânlar ve büfeler."
    )


def test_nothing_is_equal_to_a_middle_of_nothing() -> None:
    assert beside(("museum", 0, 0.0, 0.0)) == (
        "Ova, 2027 programında yazılan tesislerde ilçelerin ortancasından ayrılmıyor."
    )
    assert beside() == "Bu programda ilçesi bilinen bir tesis yok."


def test_a_single_facility_is_said_to_tell_of_the_population() -> None:
    assert beside(("library", 1, 2.0, 1.0)).endswith(
        "Tek tesisi olan türde bu oran yalnız nüfusun büyüklüğünü gösterir."
    )
    assert "Tek tesisi" not in beside(("library", 2, 2.0, 1.0))


def test_the_nearest_station_says_from_where_it_is_measured() -> None:
    assert words.station_sentence(Station("Merkez İtfaiye", "Ova", 34.6, is_known=True)) == (
        "Bu ilçede itfaiye istasyonu yazılmamış. Kuş uçuşu en yakını Ova ilçesinde: "
        "Merkez İtfaiye, ilçe merkezine 35 km."
    )
    assert words.station_sentence(Station("Merkez İtfaiye", "Ova", 34.4, is_known=False)) == (
        "Bu ilçede itfaiye istasyonu yazılmamış. Kuş uçuşu en yakını Ova ilçesinde: "
        "Merkez İtfaiye. İstasyonun yalnız ilçesi bilinir; iki ilçe merkezinin arası 34 km."
    )
