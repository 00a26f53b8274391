"""Where findings stand, in English: our words translated, the document's own left and set apart."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from typing import Any
from unittest.mock import patch

import pytest

from kbb_data.checking import validation
from kbb_data.checking.checks import reconcile
from kbb_data.checking.run import Run
from kbb_data.rows import Row
from present.findings.places import own, place
from present.kit.text import ENGLISH, using
from tests.support.datasets import KAYSERI

with (KAYSERI / "findings.csv").open(encoding="utf-8", newline="") as _file:
    LOCATIONS = tuple(dict.fromkeys(row["location"] for row in csv.DictReader(_file)))

#: All words that a place in English may have beside the document's own.
ENGLISH_WORDS = frozenset(
    re.findall(
        r"\w+",
        # Of documents of results.
        "added appropriation as budgeted cancelled carried classification collected deducted "
        "deviation economic expected for functional indicators initial net over rate reason rest "
        "revenue spent supplementary "
        "a activities activity administration administrations aim and budget by code cost "
        "domestic education elsewhere filled first foreign fund general goal grand in indicator "
        "is its line lines named norm note objective of off opening or other positions "
        "revolving section sentence share spelling staff stands sum table tables target the to "
        "total transfers under unit vacant values",
    )
)
#: Words of ours that no name of the document has as they are: left in Turkish, they would look like
#: a name.
OURS = re.compile(
    r"\b(?:satır\w*|tablo\w*|bölüm|hedefi?|gösterge|faaliyet\w*|(?<!Genel )toplam\w*|payı|amaç|"
    r"birimin|yazılış|maliyet|kadro|notu|değerleri|başlığındaki|başka yerler|giriş|cümlesi|bütçe|"
    r"genel yönetim|giderleri)\b"
)


def is_told(location: str) -> bool:
    """Whether a place in English is ours but for the names that are set apart."""
    with using(ENGLISH):
        text, names = place(location), own(location)
    rest = re.sub(r"“[^”]*”", " ", text)
    for name in sorted(names, key=len, reverse=True):
        assert name in text, location
        rest = rest.replace(name, " ")
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", rest)}
    loose = [name for name in names if f"“{name}”" not in text and OURS.search(name)]
    return words <= ENGLISH_WORDS and not loose and text[0] == text[0].upper()


@pytest.mark.parametrize("location", LOCATIONS)
def test_every_place_of_2025_is_told_in_english(location: str) -> None:
    assert is_told(location)
    with using(ENGLISH):
        # Nothing is lost or doubled: numbers stand in both, apart from the order of a few.
        assert sorted(re.findall(r"\d+", place(location))) == sorted(re.findall(r"\d+", location))
        assert re.findall(r"“[^”]*”", place(location)) == re.findall(r"“[^”]*”", location)
        assert not re.search(r"[\ue000\ue001]|\s\s|\s[,;)]|\(\s", place(location))


@pytest.mark.parametrize("location", LOCATIONS)
def test_in_turkish_a_place_is_the_datasets(location: str) -> None:
    assert place(location) == location
    assert own(location) == ()


def test_every_place_that_a_check_can_name_is_told_in_english() -> None:
    """Also those of comparisons that found nothing: all that the checks name over the dataset."""
    named: dict[str, None] = {}

    def compared(run: Run, key: str, row: Row, *values: Any, **more: Any) -> bool:
        texts = [value for value in values if isinstance(value, str)]
        named[texts[-2]] = None
        return True

    def amounts(
        run: Run, key: str, row: Row, stated: Decimal, computed: Decimal, *texts: str, **more: Any
    ) -> bool:
        return compared(run, key, row, *texts)

    def found(run: Run, key: str, row: Row, location: str, *rest: str, **more: Any) -> None:
        named[location] = None

    problems, tables = validation.inspect(KAYSERI)
    assert problems == []
    with (
        patch.object(Run, "money", amounts),
        patch.object(Run, "figure", amounts),
        patch.object(Run, "words", compared),
        patch.object(Run, "find", found),
    ):
        reconcile(tables, [], 0)
    assert len(named) > 1000
    assert [location for location in named if not is_told(location)] == []


#: A place, the same in English, and the names in it.
Told = tuple[str, str, tuple[str, ...]]

TOLD: tuple[Told, ...] = (
    # Table 1.3.
    ("Tablo 1.3, PARKLAR (satır 7)", "Table 1.3, PARKLAR (line 7)", ("PARKLAR",)),
    ("Tablo 1.3, BİNALAR / Depolar (Ova, satır 7) ile DEPOLAR (YENİ) başlığındaki 4 satır",
     "Table 1.3, BİNALAR / Depolar (Ova, line 7) and 4 lines under DEPOLAR (YENİ)",
     ("BİNALAR / Depolar", "Ova", "DEPOLAR (YENİ)")),
    ("Tablo 1.3, Sanat ile Spor Evi (Yeni) (satır 8)",
     "Table 1.3, Sanat ile Spor Evi (Yeni) (line 8)", ("Sanat ile Spor Evi (Yeni)",)),
    ("Tablo 1.3, Sanat (Yeni) ile Spor Evi (satır 8)",
     "Table 1.3, Sanat (Yeni) ile Spor Evi (line 8)", ("Sanat (Yeni) ile Spor Evi",)),
    ("Tablo 1.3, Kale (Ova, satır 401); İç Kale (Dağ, satır 568)",
     "Table 1.3, Kale (Ova, line 401); İç Kale (Dağ, line 568)", ("Kale", "Ova", "İç Kale", "Dağ")),
    # Headings and brackets.
    ("Bölüm 2.3.2, satır 1281", "Section 2.3.2, line 1281", ()),
    ("Satır 2298", "Line 2298", ()),
    # Cost tables and goals' tables.
    ("7. faaliyetin maliyet tablosu (satır 5), bütçe toplamı",
     "Cost table of activity 7 (line 5), budget total", ()),
    ("7. faaliyetin maliyet tablosu (satır 5), bütçe dışı toplamı",
     "Cost table of activity 7 (line 5), off-budget total", ()),
    ("7. faaliyetin maliyet tablosu (satır 5), genel toplam",
     "Cost table of activity 7 (line 5), grand total", ()),
    ("28. performans hedefi tablosu (satır 32), bütçe genel toplamı",
     "Table of goal 28 (line 32), budget grand total", ()),
    ("28. performans hedefi tablosu (satır 32), bütçe dışı genel toplamı",
     "Table of goal 28 (line 32), off-budget grand total", ()),
    ("28. performans hedefi tablosu (satır 32), toplam genel toplamı",
     "Table of goal 28 (line 32), grand total", ()),
    ("2. hedef tablosu (satır 9) ile 17. faaliyetin maliyet tablosu (satır 5), bütçe",
     "Table of goal 2 (line 9) and cost table of activity 17 (line 5), budget", ()),
    ("2. hedef tablosu (satır 9) ile 17. faaliyetin maliyet tablosu (satır 5), bütçe dışı",
     "Table of goal 2 (line 9) and cost table of activity 17 (line 5), off-budget", ()),
    ("2. hedef tablosu (satır 9) ile 17. faaliyetin maliyet tablosu (satır 5), toplam",
     "Table of goal 2 (line 9) and cost table of activity 17 (line 5), total", ()),
    # The council.
    ("Spor ile Sanat Komisyonu (satır 44)", "Spor ile Sanat Komisyonu (line 44)",
     ("Spor ile Sanat Komisyonu",)),
    # Indicators, their units, values, notes, and what table 1.3 measures of them.
    ("3. hedef, 15. gösterge (satır 1057)", "Goal 3, indicator 15 (line 1057)", ()),
    ("3. hedef, 5. gösterge (satır 1057), “Tablo ile satır 3”",
     "Goal 3, indicator 5 (line 1057), “Tablo ile satır 3”", ("Tablo ile satır 3",)),
    ("22. hedef, 3. gösterge “Yol”, 2024 (satır 2829)",
     "Goal 22, indicator 3 “Yol”, 2024 (line 2829)", ("Yol",)),
    ("1. hedef, 1. gösterge “Plan”, 2023 ve 2024 (satır 918)",
     "Goal 1, indicator 1 “Plan”, 2023 and 2024 (line 918)", ("Plan",)),
    ("6. hedef, 1. gösterge “Köprü” (satır 14), notu ile 2025 hedefi",
     "Goal 6, indicator 1 “Köprü” (line 14), its note and the 2025 target", ("Köprü",)),
    ("6. hedef, 1. gösterge “Köprü” (satır 14), notu ile değerleri",
     "Goal 6, indicator 1 “Köprü” (line 14), its note and its values", ("Köprü",)),
    ("13. hedef, 5. gösterge “Alan”, 2023 (satır 20) ile tablo 1.3, Çöp (satır 389, 390, 391)",
     "Goal 13, indicator 5 “Alan”, 2023 (line 20) and table 1.3, Çöp (lines 389, 390, 391)",
     ("Alan", "Çöp")),
    # Names and wordings.
    ("Bölüm 2.2.2, 1. amaç (satır 816) ile 2. hedef tablosu (satır 999)",
     "Section 2.2.2, aim 1 (line 816) and table of goal 2 (line 999)", ()),
    ("6. hedef tablosu (satır 1420) ile bölüm 2.2.2, 2.2 hedefi (satır 832)",
     "Table of goal 6 (line 1420) and section 2.2.2, objective 2.2 (line 832)", ()),
    ("Bölüm 2.2.2 (satır 816) ile bölüm 2.3.1", "Section 2.2.2 (line 816) and section 2.3.1", ()),
    ("Birimin ilk geçtiği satır 1217; diğer yazılış tablo 2.6'da ya da maliyet tablolarında",
     "The unit is first named in line 1217; the other spelling stands in table 2.6 or in cost "
     "tables", ()),
    ("Tablo 2.6 (satır 38) ile tablo 2.4 (satır 37)", "Table 2.6 (line 38) and table 2.4 (line 37)",
     ()),
    ("Tablo 2.6 ile 19. hedef tablosu (satır 2577)", "Table 2.6 and table of goal 19 (line 2577)",
     ()),
    ("Tablo 2.6 (satır 38)", "Table 2.6 (line 38)", ()),
    # Table 2.5.
    ("Tablo 2.5, 03 Mal ve Hizmet Alım Giderleri (satır 3819) ile 87 maliyet tablosu satırının "
     "toplamı",
     "Table 2.5, 03 Mal ve Hizmet Alım Giderleri (line 3819) and the sum of 87 lines of cost "
     "tables", ("03 Mal ve Hizmet Alım Giderleri",)),
    ("Tablo 2.5, döner sermaye (satır 38) ile maliyet tablolarının toplamı",
     "Table 2.5, revolving fund (line 38) and the sum of the cost tables", ()),
    ("Tablo 2.5, diğer yurt içi (satır 38) ile maliyet tablolarının toplamı",
     "Table 2.5, other domestic (line 38) and the sum of the cost tables", ()),
    ("Tablo 2.5, yurt dışı (satır 38) ile maliyet tablolarının toplamı",
     "Table 2.5, foreign (line 38) and the sum of the cost tables", ()),
    ("Tablo 2.5, Bütçe Toplamı (satır 38), faaliyet toplamı",
     "Table 2.5, Bütçe Toplamı (line 38), activities total", ("Bütçe Toplamı",)),
    ("Tablo 2.5, Bütçe Toplamı (satır 38), genel yönetim giderleri",
     "Table 2.5, Bütçe Toplamı (line 38), general administration", ("Bütçe Toplamı",)),
    ("Tablo 2.5, Bütçe Toplamı (satır 38), diğer idarelere transfer",
     "Table 2.5, Bütçe Toplamı (line 38), transfers to other administrations", ("Bütçe Toplamı",)),
    ("Tablo 2.5, Genel Toplam (satır 38), genel toplam ile tablo 2.4 (satır 37)",
     "Table 2.5, Genel Toplam (line 38), grand total and table 2.4 (line 37)", ("Genel Toplam",)),
    # Table 2.4.
    ("Tablo 2.4 (satır 36) ile 10. hedef tablosu (satır 17), bütçe",
     "Table 2.4 (line 36) and table of goal 10 (line 17), budget", ()),
    ("Tablo 2.4, GENEL TOPLAM (satır 36), toplam", "Table 2.4, GENEL TOPLAM (line 36), total",
     ("GENEL TOPLAM",)),
    ("Tablo 2.4 (satır 36), bütçe payı", "Table 2.4 (line 36), budget share", ()),
    ("Tablo 2.4 (satır 36), bütçe dışı payı", "Table 2.4 (line 36), off-budget share", ()),
    ("Tablo 2.4 (satır 36), toplam payı", "Table 2.4 (line 36), share of the total", ()),
    ("Bölüm 2.4'ün giriş cümlesi (satır 36) ile tablolar",
     "The opening sentence of section 2.4 (line 36) and the tables", ()),
    # Spelling.
    ("“artış” (satır 8, 9, 10 ve başka yerler) ile “artiş” (satır 7)",
     "“artış” (lines 8, 9, 10 and elsewhere) and “artiş” (line 7)", ("artış", "artiş")),
    # Staff and positions.
    ("Personel tablosu, Memur (satır 29)", "Table of staff, Memur (line 29)", ("Memur",)),
    ("Personel tablosu, Memur (satır 29) ile öğrenim tablosu",
     "Table of staff, Memur (line 29) and the table of education", ("Memur",)),
    ("TOPLAM (satır 31)", "TOPLAM (line 31)", ("TOPLAM",)),
    ("Dolu ve boş kadro tablosu (satır 144) ile norm kadro tablosu",
     "Table of filled and vacant positions (line 144) and the table of norm positions", ()),
    ("Norm kadro tablosunun toplamı (satır 140)", "Total of the table of norm positions (line 140)",
     ()),
    ("Dolu ve boş kadro tablosunun toplamı (satır 146)",
     "Total of the table of filled and vacant positions (line 146)", ()),
    ("Dolu kadro toplamı (satır 146) ile personel tablosu",
     "Total of filled positions (line 146) and the table of staff", ()),
)  # fmt: skip


@pytest.mark.parametrize(("turkish", "english", "names"), TOLD)
def test_every_kind_of_place_word_by_word(
    turkish: str, english: str, names: tuple[str, ...]
) -> None:
    with using(ENGLISH):
        assert place(turkish) == english
        assert own(turkish) == names


def test_a_place_that_is_a_name_alone_stays_as_it_is() -> None:
    with using(ENGLISH):
        assert place("Küçük & büyük") == "Küçük & büyük"
        assert own("Küçük & büyük") == ("Küçük & büyük",)
        assert own("12") == ()


def test_amounts_under_the_names_of_columns_are_told_in_english() -> None:
    with using(ENGLISH):
        assert place("faaliyet toplamı: 1; genel yönetim giderleri: 2; genel toplam: 3") == (
            "Activities total: 1; general administration: 2; grand total: 3"
        )
