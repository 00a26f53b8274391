"""Files that are taken in although something of them is odd: it is told, and nothing is lost."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from kbb_data.files.extract import Extract
from kbb_data.problems import Unreadable
from kbb_data.results.reports import read
from tests.kbb_data.results import forms
from tests.kbb_data.results.forms import VALUE

HEADS = ("Kodu", "Açıklama", "Bütçe", "Ek Bütçe", "Eklenen", "Düşülen", "Net Bütçe", "Bütçe Gideri")
ACCOUNTS = (
    HEADS,
    ("01", "Personel Giderleri", "100,00", "0,00", "10,00", "5,00", "105,00", "50,00"),
    ("03", "Mal ve Hizmet Alım Giderleri", "200,00", "0,00", "0,00", "10,00", "190,00", "99,50"),
)
TITLE = "2026 YILI KESİN HESABI"


def delimited(*rows: tuple[str, ...]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";").writerows(rows)
    return buffer.getvalue().encode()


def test_a_title_of_one_cell_may_stand_above_a_csv_table() -> None:
    report = read(Extract(delimited((TITLE,), *ACCOUNTS)), 2026)
    assert report.title == TITLE
    assert [each.spent for each in report.statements] == [Decimal("50.00"), Decimal("99.50")]


@pytest.mark.parametrize("words", ["* Tutarlar bin TL'dir.", "Tüm tutarlar: Bin TL", "(Milyon TL)"])
def test_a_note_that_amounts_are_in_thousands_is_refused(words: str) -> None:
    with pytest.raises(Unreadable, match="expected amounts in lira"):
        read(Extract(delimited((TITLE,), *ACCOUNTS, (words,))), 2026)


def test_a_csv_form_with_empty_columns_behind_is_the_form(folder: Path, tmp_path: Path) -> None:
    rows = forms.csv_rows(folder, tmp_path / "form.csv")
    forms.csv_row(rows, "gösterge", "1.2", VALUE)[9] = "5,5"
    path = forms.csv_saved([[*row, "", ""] for row in rows], tmp_path / "filled.csv")
    forms.taken(path, folder)
    (row,) = forms.rows(folder, "indicator_results")
    assert row["value"] == "5.5"


def test_a_csv_form_with_words_behind_the_last_column_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = forms.csv_rows(folder, tmp_path / "form.csv")
    row = forms.csv_row(rows, "gösterge", "1.2", VALUE)
    row += ["5,5"]
    (line,) = forms.refused(forms.csv_saved(rows, tmp_path / "filled.csv"), folder, capsys)
    assert line.startswith(f"line {rows.index(row) + 1}, ")


def test_a_hidden_sheet_of_a_report_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.Workbook()
    for row in ((TITLE,), *ACCOUNTS):
        book.active.append(row)
    hidden, empty = book.create_sheet("Eski"), book.create_sheet("Boş")
    hidden.append(ACCOUNTS[1])
    hidden.sheet_state = empty.sheet_state = "hidden"
    book.save(tmp_path / "hesap.xlsx")
    forms.taken(tmp_path / "hesap.xlsx", folder)
    told = capsys.readouterr().out
    assert "not read, the sheet is hidden: Eski; where it belongs to the document" in told
    assert len(forms.rows(folder, "appropriations")) == 2


def test_a_value_that_is_no_number_is_told_and_found(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rapor.txt"
    path.write_text(
        "2026 Yılı Faaliyet Raporu\nGösterge\tHedeflenen\tGerçekleşen\n"
        "Yenilenen yol uzunluğu\t80\t64 km\nDikilen fidan sayısı\t140.000\t-\n",
        encoding="utf-8",
    )
    forms.taken(path, folder)
    told = capsys.readouterr().out
    assert "no number, kept as printed and without a value: 2.1 '64 km'\n" in told
    results = forms.rows(folder, "indicator_results")
    assert [(row["value"], row["printed"]) for row in results] == [("", "64 km"), ("", "-")]
    found = [row for row in forms.rows(folder, "findings") if row["check"] == "result-readings"]
    assert [(row["finding"], row["stated"], row["severity"]) for row in found] == [
        ("result-readings.2.1.2026-12-31.faaliyet-raporu-2026-12-31", "64 km", "medium")
    ]
