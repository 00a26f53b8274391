"""Wrongly filled workbooks: each refused by the cell with the mend, and nothing is lost."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kbb_data.judging.sheets import IDENTITY, READ_FIRST
from kbb_data.results.template import write_template
from tests.kbb_data.results import forms
from tests.kbb_data.results.forms import (
    ABOUT,
    AS_OF_CELL,
    CONFIRM,
    CORRECTS_CELL,
    DATE_CELL,
    KEY,
    MONEY,
    REASON,
    REASON_CELL,
    UNIT,
    VALUE,
    Book,
    cell,
)
from tests.support import datasets

#: Fills a form wrongly; gives what the one line of the refusal begins with.
Fault = Callable[[Book], str]


def value(of: Any, head: str = VALUE, key: str = "indicator 1.1", sheet: str = UNIT) -> Fault:
    """Another value in one cell, by which the refusal begins."""

    def do(book: Book) -> str:
        wrong = cell(book, sheet, key, head)
        wrong.value = of
        return f"{sheet}!{wrong.coordinate}: "

    return do


def month(of: Any, number: int = 1) -> Fault:
    """Another value in a month of a code of spending."""
    return value(of, forms.month_head(number), "economic_months 03", forms.MONTHS)


def about(place: str, of: Any) -> Fault:
    """Another value on the sheet about the document."""

    def do(book: Book) -> str:
        book[ABOUT][place] = of
        return f"{ABOUT}!{place}: "

    return do


def per_cent(book: Book) -> str:
    wrong = cell(book, UNIT, "indicator 1.3", VALUE)
    wrong.value, wrong.number_format = 1.1, "0.00%"
    return f"{UNIT}!{wrong.coordinate}: "


def money_per_cent(book: Book) -> str:
    wrong = cell(book, MONEY, "economic 01", "Harcanan")
    wrong.number_format = "0%"
    return f"{MONEY}!{wrong.coordinate}: "


def row_twice(book: Book) -> str:
    cell(book, UNIT, "indicator 1.2", KEY).value = "indicator 1.1"
    return f"{UNIT}!L3: "


def keys_swapped(book: Book) -> str:
    one, other = (cell(book, UNIT, f"indicator 1.{number}", KEY) for number in (1, 2))
    one.value, other.value = other.value, one.value
    return f"{UNIT}!B2"


def head_altered(book: Book) -> str:
    book[UNIT]["C1"] = "Indicator"
    return f"{UNIT}!1:1: "


def column_added(book: Book) -> str:
    book[UNIT]["M1"] = "Not"
    return f"{UNIT}!1:1: "


def cells_merged(book: Book) -> str:
    book[UNIT].merge_cells("H2:I2")
    return f"{UNIT}!H2:I2: "


def sheet_added(book: Book) -> str:
    book.create_sheet("Hesap")["A1"] = 1
    return "Hesap: "


def sheet_renamed(book: Book) -> str:
    book[UNIT].title = "Ulaştırma"
    return "Ulaştırma: "


def spent_alone(book: Book) -> str:
    wrong = cell(book, MONEY, "economic 04", "Harcanan")
    wrong.value = 5
    return f"{MONEY}!{wrong.coordinate}: "


def identity(of: str) -> Fault:
    def do(book: Book) -> str:
        book[READ_FIRST][IDENTITY] = of
        return f"{READ_FIRST}!{IDENTITY}: "

    return do


def cleared(book: Book) -> str:
    for sheet in book.worksheets[2:]:
        heads = [each.value for each in sheet[1]]
        first = heads.index(VALUE) if VALUE in heads else 4
        for row in sheet.iter_rows(min_row=2, min_col=first + 1, max_col=len(heads) - 1):
            for each in row:
                each.value = None
    return "the form: "


OWN = "ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ | 2026"
FAULTS: dict[str, tuple[Fault, str]] = {
    "words in a number": (value("yaklaşık 9 milyon"), "write the number alone"),
    "an English number": (value("9700000.50"), "expected a number as 1.234,5"),
    "a formula": (value("=SUM(1,2)"), "paste its value"),
    "an error": (value("#DIV/0!"), "the error '#DIV/0!'"),
    "a date in a number": (value(datetime.datetime(2026, 1, 5)), "a date (2026-01-05"),
    "a logical value": (value(True), "a logical value"),
    "110 % as 1,10 in the format of per cent": (per_cent, "write 110 if that is meant"),
    "110 % typed as 1,10": (value("1,10", key="indicator 1.3"), "is 110 meant?"),
    "a rate of one": (value(0.92, key="indicator 1.3"), "choose 'evet' under Bilerek mi"),
    "the sign of per cent": (value("%92", key="indicator 1.3"), "(110, not %110)"),
    "another target": (value(20_000_000, "2026 hedefi"), "the locked 2026 hedefi '19600000'"),
    "a target taken away": (value(None, "2026 hedefi"), "put it back"),
    "another unit": (value("bin kişi", "Ölçü birimi"), "the locked Ölçü birimi 'kişi'"),
    "another name": (value("Yolcu sayısı", "Gösterge"), "the locked Gösterge"),
    "another last value": (value(1, "Son değer"), "the locked Son değer '18900000'"),
    "another code": (value("02", "Kod", "economic 01", MONEY), "the locked Kod '01'"),
    "a key lost": (value(None, KEY), "the hidden key of the row as it was; found none"),
    "an unknown key": (value("indicator 9.9", KEY), "found 'indicator 9.9'"),
    "a row twice": (row_twice, "the row 2 again; take one out"),
    "keys swapped": (keys_swapped, "the locked Gösterge no"),
    "a head altered": (head_altered, "results-template"),
    "a column added": (column_added, "put them back"),
    "cells merged": (cells_merged, "merged cells; part them"),
    "a sheet added": (sheet_added, "take it out"),
    "a sheet renamed": (sheet_renamed, "give the sheet its name back"),
    "a negative amount": (value(-1, "Harcanan", "economic 01", MONEY), "without a sign"),
    "parts of a kuruş": (value(1.005, "Harcanan", "economic 01", MONEY), "round it"),
    "words in an amount": (value("3 milyon", "Harcanan", "economic 01", MONEY), "1.234,5"),
    "an amount in per cent": (money_per_cent, "without the format of per cent"),
    "words in a month": (month("3 milyon"), "1.234,5"),
    "a negative month": (month(-1), "without a sign"),
    "a formula in a month": (month("=B2"), "paste its value"),
    "a month not begun": (month(1, 7), "nothing under Temmuz (2026), which begins after 30.06"),
    "another last month": (
        value("Mayıs (2026)", "Son bilinen ay", "economic_months 03", forms.MONTHS),
        "the locked Son bilinen ay"),
    "spent of nothing": (spent_alone, "Başlangıç ödeneği or Net ödenek"),
    "outside the total, perhaps": (
        value("belki", "Toplam dışı mı", "economic 01", MONEY), "'evet' or nothing"),
    "meant, perhaps": (value("belki", CONFIRM), "'evet' or nothing"),
    "a number as a reason": (value(12, REASON), "the number 12; format the cell as text"),
    "a date as a reason": (value(datetime.date(2026, 1, 5), REASON), "a date (2026-01-05"),
    "no day": (about(AS_OF_CELL, None), "--as-of: expected the day that the figures speak of"),
    "a day of another year": (about(AS_OF_CELL, "30.06.2025"), "--as-of: expected a day of 2026"),
    "figures after the document": (about(DATE_CELL, "01.06.2026"), "--date: expected a day not"),
    "a day that is none": (about(AS_OF_CELL, "31.06.2026"), "a day as 30.06.2026"),
    "words for a day": (about(AS_OF_CELL, "haziran sonu"), "a day as 30.06.2026"),
    "a kind that is none": (about("B3", "Rapor"), "'Kesin hesap'"),
    "an unknown document corrected": (about(CORRECTS_CELL, "rapor-1"), "no document is there"),
    "a reason for nothing": (about(REASON_CELL, "Yanlıştı."), "--reason: expected the document"),
    "a label altered": (about("A5", "Gün"), "the locked 'Verilerin tarihi'"),
    "no identity": (identity(""), "the identity of a form"),
    "another year's form": (identity(f"{OWN[:-4]}2025 | gerçekleşme formu | 0"),
                            "a form of ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ 2026"),
    "another institution's form": (identity("DEREKENT | 2026 | gerçekleşme formu | 0"),
                                   "found one of DEREKENT 2026"),
    "nothing filled in": (cleared, "at least one figure"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_wrong_workbook_is_refused_by_cell(
    fault: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = forms.fill(forms.form(folder, tmp_path / "form.xlsx"))
    make, told = FAULTS[fault]
    place = make(book)
    lines = forms.refused(forms.saved(book, tmp_path / "filled.xlsx"), folder, capsys)
    assert told in lines[0], lines
    if not told.startswith("--"):
        assert lines[0].startswith(place), lines
    # Each of two rows says that it is another's.
    assert len(lines) == (2 if fault == "keys swapped" else 1), lines


def test_many_cells_with_one_fault_are_one_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = forms.form(folder, tmp_path / "form.xlsx")
    for number in (1, 2, 3):
        cell(book, UNIT, f"indicator 1.{number}", VALUE).value = f"bilinmiyor {number}"
    for code in range(1, 10):
        cell(book, MONEY, f"economic {code:02d}", "Harcanan").value = "yok"
    lines = forms.refused(forms.saved(book, tmp_path / "filled.xlsx"), folder, capsys)
    assert [line.partition(": ")[0] for line in lines] == [
        f"{MONEY}!J2, J3, J4, J5, J6, J7, J8, J9 and 1 more",
        f"{UNIT}!H2, H3, H4",
    ]


def test_two_sheets_that_disagree_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = datasets.invented(tmp_path / "home" / "data")
    write_template(folder, tmp_path / "form.xlsx")
    book = openpyxl.load_workbook(tmp_path / "form.xlsx")
    book[ABOUT][AS_OF_CELL] = "30.06.2027"
    sheets = [
        page.title for page in book if any(each.value == "indicator 2.1" for each in page["L"])
    ]
    assert len(sheets) == 2
    for number, sheet in enumerate(sheets):
        cell(book, sheet, "indicator 2.1", VALUE).value = 100 + number
    lines = forms.refused(forms.saved(book, tmp_path / "filled.xlsx"), folder, capsys)
    assert len(lines) == 1
    assert all(f"{sheet}!H" in lines[0] for sheet in sheets)
    assert "'100'" in lines[0]
    assert "'101'" in lines[0]
