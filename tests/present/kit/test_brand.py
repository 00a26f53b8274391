"""What a dashboard is called, by the institution whose programme it shows."""

from __future__ import annotations

import pytest

from present.kit.brand import brand, called, described, of_year, titled
from present.kit.suffixes import genitive_of_name
from present.kit.text import using


@pytest.mark.parametrize(
    ("printed", "turkish", "english", "sentence"),
    [
        ("KAYSERİ BÜYÜKŞEHİR BELEDİYESİ", "Kayseri Açık Bütçe", "Kayseri Open Budget",
         "Kayseri Metropolitan Municipality"),
        ("IĞDIR BELEDİYESİ", "Iğdır Açık Bütçe", "Iğdır Open Budget", "Iğdır Municipality"),
        ("Ordu Büyükşehir Belediye Başkanlığı", "Ordu Açık Bütçe", "Ordu Open Budget",
         "Ordu Metropolitan Municipality"),
        ("SİVAS İL ÖZEL İDARESİ", "Sivas Açık Bütçe", "Sivas Open Budget",
         "Sivas Special Provincial Administration"),
        ("SU VE KANAL İDARESİ", "Su ve Kanal İdaresi Açık Bütçe",
         "Su ve Kanal İdaresi Open Budget", "Su ve Kanal İdaresi"),
    ],
)  # fmt: skip
def test_a_dashboard_bears_its_institutions_place(
    printed: str, turkish: str, english: str, sentence: str
) -> None:
    with using("tr"):
        assert brand(printed) == turkish
    with using("en"):
        assert (brand(printed), called(printed)) == (english, sentence)


def test_without_an_institution_it_bears_no_place() -> None:
    with using("tr"):
        assert (brand(None), titled("Bütçe", None)) == ("Açık Bütçe", "Bütçe · Açık Bütçe")


def test_a_title_of_one_programme_of_several_names_its_year_once() -> None:
    with using("tr"):
        assert of_year("Bütçe", 2025) == "2025 programı: Bütçe"
        assert of_year("2025 hedefleri", 2025) == "2025 hedefleri"
    with using("en"):
        assert of_year("Budget", 2025) == "2025 programme: Budget"


def test_what_it_shows_is_said_of_the_institution() -> None:
    with using("tr"):
        words = described(2025, "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ")
        assert words.startswith("Kayseri Büyükşehir Belediyesi'nin 2025 yılı performans programı:")
    with using("en"):
        words = described(2025, "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ")
        assert words.startswith("The 2025 performance programme of Kayseri Metropolitan Mun")


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("Kayseri", "Kayseri'nin"),
        ("Zonguldak", "Zonguldak'ın"),
        ("Ordu", "Ordu'nun"),
        ("Belediye Başkanlığı", "Belediye Başkanlığı'nın"),
        ("TBMM", "TBMM"),
        ("", ""),
    ],
)
def test_a_proper_name_keeps_its_last_letter(name: str, of: str) -> None:
    assert genitive_of_name(name) == of
