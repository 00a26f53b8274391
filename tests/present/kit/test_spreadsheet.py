"""CSV for Turkish spreadsheets: which texts are guarded, and that nothing is lost on the way."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.kit.spreadsheet import cell, figure, guarded, turkish_csv, unguarded
from present.kit.text import ENGLISH, using

TAKEN = [
    "1.1", "03", "007", "0.875", "1.000", "1,5", "2.3.1", "13-16", "1/2", "1 1/2", "10:30", "1e5",
    "12E3", "%5", "5 %", "100 TL", "₺5", "1 Ocak 2025", "Ocak 2024", "5 Mart", "Mar 5", "ARALIK 25",
    "2024-01-01", "2024-01-01T10:00", "10:30 ÖS", "TRUE", "false", "DOĞRU", "yanlış", "(5)",
    "1 000", "=1+1", "+A1", "-2+3", "@SUM(A1)", "\tA1",
]  # fmt: skip
TEXTS = ["", "Mart", "3 adet", "31. hedef", "2023 gerçekleşen", "18.000 m ²", "A=1", "%", "–",
         "Tablo 2.5", "Ocak ayında 5 iş", "economic-codes.03"]  # fmt: skip


@pytest.mark.parametrize("text", TAKEN)
def test_what_a_spreadsheet_would_take_otherwise_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", TEXTS)
def test_what_it_leaves_alone_stays(text: str) -> None:
    assert guarded(text) == text


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_an_apostrophe_of_its_own_comes_back() -> None:
    assert guarded("'03") == "''03"
    assert unguarded("''03") == "'03"


def test_numbers_have_a_decimal_comma_and_blank_stays_blank() -> None:
    values = (7632000, Decimal("7632000.00"), Decimal("-0.5"), 0.875, 1e-7, None, True, False)
    assert [cell(value) for value in values] == [
        "7632000", "7.632.000,00", "-0,5", "0,875", "0,0000001", "", "evet", "hayır",
    ]  # fmt: skip
    with using(ENGLISH):
        assert cell(True) == "yes"


def test_a_figure_is_a_number_and_words_stay_words() -> None:
    assert figure("-40000000.00") == Decimal("-40000000.00")
    assert [figure(text) for text in ("13-16", "1.000,5", None)] == ["13-16", "1.000,5", None]


def test_the_file_is_what_a_turkish_spreadsheet_expects() -> None:
    made = turkish_csv(["Kod", "Tutar (TL)"], [["03", Decimal("1.50")], ['a;"b"', None]],
                       [("Kaynak", "Belge; bölüm 1")])  # fmt: skip
    assert made.startswith(b"\xef\xbb\xbfKod;Tutar (TL)\r\n")
    assert b"\n" not in made.replace(b"\r\n", b"")
    lines = list(csv.reader(io.StringIO(made.decode("utf-8-sig")), delimiter=";"))
    assert lines == [["Kod", "Tutar (TL)"], ["'03", "1,50"], ['a;"b"', ""], [],
                     ["Kaynak: Belge; bölüm 1"]]  # fmt: skip
