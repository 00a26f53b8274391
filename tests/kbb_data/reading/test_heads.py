"""What a table's head says, in every way that it has been printed so far."""

from __future__ import annotations

import pytest

from kbb_data.reading.heads import Label, columns, is_head, label_of
from kbb_data.reading.lines import Line
from kbb_data.turkish import squeeze


def line(text: str, section: str = "2.3.1") -> Line:
    return Line(7, section, text, tuple(squeeze(cell) for cell in text.split("\t")))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("İdare Adı:\tDEREKENT", Label("institution", "", "DEREKENT")),
        ("\tİdare Adı:\t\tDEREKENT\t", Label("institution", "", "DEREKENT")),
        ("Stratejik Amaç 12:\tAmaç", Label("aim", "12", "Amaç")),
        ("STRATEJİK HEDEF 1.12:\tHedef", Label("objective", "1.12", "Hedef")),
        ("Stratejik Hedef 1:\tHedef", Label("", "", "Hedef")),
        ("Performans Hedefi (32):\tHedef", Label("goal", "32", "Hedef")),
        ("Performans Hedefi():\tHedef", Label("goal", "", "Hedef")),
        ("Performans Hedefi ( 3 ):\tHedef", Label("goal", "3", "Hedef")),
        ("Performans Hedefi 3:\tHedef", Label("goal", "3", "Hedef")),
        ("Performans Hedefi (PH3)\tHedef", Label("goal", "3", "Hedef")),
        ("P.H.3:\tHedef", Label("goal", "3", "Hedef")),
        ("Performans Hedefi: PH3. Hedef", Label("goal", "3", "Hedef")),
        ("Amaç 2:\tAmaç", Label("aim", "2", "Amaç")),
        ("Amaç (A2)\tAmaç", Label("aim", "2", "Amaç")),
        ("A2\tAmaç", Label("aim", "2", "Amaç")),
        ("S.A. 2:\tAmaç", Label("aim", "2", "Amaç")),
        ("Stratejik Amaç:\tA2. Amaç", Label("aim", "2", "Amaç")),
        ("Hedef 2.1:\tHedef", Label("objective", "2.1", "Hedef")),
        ("H2.1\tHedef", Label("objective", "2.1", "Hedef")),
        ("Hedef: 2.1. Hedef", Label("objective", "2.1", "Hedef")),
        ("2\tHedef", Label("", "", "Hedef")),
        ("2.1\tHedef", Label("", "", "Hedef")),
        ("Sorumlu Birimler\tYol", Label("unit", "", "Yol")),
        ("Faaliyet Adı:\tYol", Label("activity", "", "Yol")),
        ("Faaliyetler\t\tKaynak", Label("activities", "", "Kaynak")),
        ("Sorumlu Harcama Birimi: Fen İşleri", Label("unit", "", "Fen İşleri")),
        ("Açıklamalar: : Not: iki nokta", Label("note", "", "Not: iki nokta")),
        ("Açıklamalar:\tbir\tiki", Label("note", "", "bir iki")),
        ("Ekonomik Kod\t2027 (₺)", Label("codes", "", "2027 (₺)")),
        ("Ekonomik Kodlar", Label("codes", "", "")),
        ("\t\tBütçe\tBütçe Dışı\tToplam", Label("budget", "", "Bütçe Dışı Toplam")),
        ("Bütçe Dışı", Label("", "", "")),
        ("Genel Toplam\t\t5,00", Label("whole", "", "5,00")),
        ("", Label("", "", "")),
    ],
)
def test_a_label_names_its_subject_number_and_value(text: str, label: Label) -> None:
    assert label_of(line(text)) == label


def test_the_labels_columns_are_those_that_are_filled() -> None:
    assert columns(line("\t\t2027 Hedefi\t2025 GERÇEKLEŞEN\t\t2026 Tahmini")) == (2, 3, 5)


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        ("1.2", "UNVAN\tÇALIŞAN\tERKEK\tBAYAN", True),
        ("1.2", "ADI / SOYADI\tGÖREVİ", True),
        ("1.2", "Adı Soyadı\tGörevi", True),
        ("1.2", "Unvanı\tGörevi", False),
        ("1.3", "\tTürü\tİlçe\tBirim\tAçıklama", True),
        ("1.3", "Tür\tİlçe", False),
        ("1.5", "S.NO\tUNVAN\tADET", True),
        ("1.5", "SIRA NO\tUNVAN", True),
        ("1.5", "1\tUnvan\t3", False),
        ("2.4", "Performans Hedefi\tFaaliyet\tAçıklamalar", True),
        ("2.4", "\t\t\tTL\tPay\tTL\tPay", True),
        ("2.4", "TL\tPay\t5,00", False),
        ("2.5", "Bütçe Kaynak İhtiyacı\tEkonomik Kod\t\tFaaliyet Toplamı", True),
        ("2.5", "Bütçe Kaynak İhtiyacı\t01", False),
        ("2.6", "PERFORMANS HEDEFİ\t\tFAALİYETLER\tSORUMLU BİRİMLER", True),
        ("2.6", "P.H.1:\tHedef", False),
    ],
)
def test_the_head_of_a_sections_tables_is_known(section: str, text: str, expected: bool) -> None:
    assert is_head(line(text, section), section) is expected
