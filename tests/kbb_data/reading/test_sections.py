"""Headings are known by their words: under which number, and which lines are none."""

from __future__ import annotations

import pytest

from kbb_data.reading.sections import contents, headings, in_order, section_titled


@pytest.mark.parametrize(
    ("text", "section", "printed"),
    [
        ("1.2. Teşkilat Yapısı", "1.2", "1.2"),
        ("1.5.İnsan Kaynakları", "1.5", "1.5"),
        ("B- Teşkilat Yapısı", "1.2", "B"),
        ("B. TEŞKİLAT YAPISI", "1.2", "B"),
        ("3.1 Teşkilat Yapısı", "1.2", "3.1"),
        ("II.F. İdare Performans Tablosu", "2.4", "II.F"),
        ("F- İdare Performans Tablosu", "2.4", "F"),
        ("Tablo 4: İdare Performans Tablosu", "2.4", "Tablo 4"),
        ("EK-2. Toplam Kaynak İhtiyacı Tablosu", "2.5", "EK-2"),
        ("III) Amaçlar ve Hedefler", "2.2", "III"),
        ("Performans Hedefleri, Göstergeleri ve Faaliyetler", "2.3", ""),
        ("Örgüt Yapısı", "1.2", ""),
        ("I- GENEL BİLGİLER", "1", "I"),
        ("E- Diğer Hususlar", "1.6", "E"),
        ("1.2. Meclis Yapısı", "", "1.2"),
        ("PERFORMANS HEDEFİ VE GÖSTERGELERİ TABLOSU", "", ""),
        ("Yenilenen plan", "", ""),
        ("", "", ""),
    ],
)
def test_a_title_names_its_section(text: str, section: str, printed: str) -> None:
    assert section_titled(text)[:2] == (section, printed)


def found(*rows: str) -> dict[int, tuple[str, str]]:
    return {place: (each.section, each.printed) for place, each in headings(rows).items()}


def test_a_number_of_the_form_goes_before_others() -> None:
    rows = ("3. İnsan Kaynakları", "1.5. İnsan Kaynakları", "İnsan Kaynakları")
    assert found(*rows) == {1: ("1.5", "1.5")}


def test_a_list_in_prose_is_no_heading_among_letters() -> None:
    rows = ("A- Yetki, Görev ve Sorumluluklar", "1. İnsan Kaynakları", "B- Teşkilat Yapısı",
            "D- İnsan Kaynakları")  # fmt: skip
    assert found(*rows) == {0: ("1.1", "A"), 2: ("1.2", "B"), 3: ("1.5", "D")}


def test_a_bare_title_opens_a_section_that_is_numbered_nowhere() -> None:
    assert found("Teşkilat Yapısı", "B- Fiziksel Kaynaklar", "Fiziksel Kaynaklar") == {
        0: ("1.2", ""), 1: ("1.3", "B"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "row", ["Toplam Kaynak İhtiyacı", "1.2. Teşkilat Yapısı\t7", "1.2. Teşkilat Yapısı ..... 7"]
)
def test_a_label_and_an_entry_of_the_contents_open_nothing(row: str) -> None:
    assert found(row) == {}


def test_parts_are_numbered_below_their_section_or_known_by_their_words() -> None:
    rows = ("C- Amaç ve Hedefler", "C.1. Misyon, Vizyon ve Temel Değerler",
            "C.2. Stratejik Amaç ve Hedefler", "D.1. Başka", "D- Performans Hedef ve Göstergeleri",
            "D.2- Kültür", "2.3.3. Spor")  # fmt: skip
    assert found(*rows) == {
        0: ("2.2", "C"), 1: ("2.2.1", "C.1"), 2: ("2.2.2", "C.2"), 4: ("2.3", "D"),
        5: ("2.3.2", "D.2"),
    }  # fmt: skip
    bare = ("Amaç ve Hedefler", "Misyon, Vizyon ve Temel Değerler", "Stratejik Amaç ve Hedefler")
    assert [section for section, _ in found(*bare).values()] == ["2.2", "2.2.1", "2.2.2"]


def test_only_sections_of_one_group_may_change_places() -> None:
    assert (
        in_order({"1.2": 5, "1.3": 3, "2.2": 7})[0] == in_order({"1.2": 5, "1.3": 3, "2.2": 7})[1]
    )
    expected, actual = in_order({"2.4": 3, "2.2": 7})
    assert (expected, actual) == (["2.2", "2.4"], ["2.4", "2.2"])


def test_an_entry_of_the_contents_names_a_section() -> None:
    assert list(contents("B- Teşkilat Yapısı ...... 12")) == ["1.2"]
    assert list(contents("Önsöz")) == []
