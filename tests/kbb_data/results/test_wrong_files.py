"""Files that are no filled form, wrongly filled CSV forms, and documents that can't be what they
say: each refused with one line, and nothing is lost."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kbb_data.files import kinds
from kbb_data.judging.review import write_review
from tests.kbb_data.results import forms
from tests.kbb_data.results.forms import ABOUT, CORRECTS_CELL, DATE_CELL, UNIT, VALUE, cell

Rows = list[list[str]]
#: Fills the CSV form wrongly; gives the line that must be named, 0 for the whole file.
Fault = Callable[[Rows], int]


def text(section: str, number: str, field: str, of: str, column: int = 9) -> Fault:
    """Another text in one cell of a row."""

    def do(rows: Rows) -> int:
        row = forms.csv_row(rows, section, number, field)
        row[column] = of
        return rows.index(row) + 1

    return do


def twice(rows: Rows) -> int:
    row = forms.csv_row(rows, "gösterge", "1.2", VALUE)
    rows.append([*row])
    return len(rows)


def short(rows: Rows) -> int:
    row = forms.csv_row(rows, "gösterge", "1.2", VALUE)
    del row[3]
    return rows.index(row) + 1


def head(rows: Rows) -> int:
    rows[0][4] = "Name"
    return 0


def no_identity(rows: Rows) -> int:
    del rows[1]
    return 0


def other_year(rows: Rows) -> int:
    rows[1][9] = rows[1][9].replace("2026", "2027")
    return 2


def about(label: str, of: str) -> Fault:
    def do(rows: Rows) -> int:
        row = next(row for row in rows if row[8] == label)
        row[9] = of
        return rows.index(row) + 1

    return do


def about_twice(rows: Rows) -> int:
    rows.insert(7, [*rows[6]])
    return 8


FAULTS: dict[str, tuple[Fault, str]] = {
    "words": (text("gösterge", "1.1", VALUE, "çok"), "write the number alone"),
    "an English number": (text("gösterge", "1.1", VALUE, "9700000.50"), "1.234,5"),
    "a formula": (text("gösterge", "1.1", VALUE, "=1+1"), "paste its value"),
    "the sign of per cent": (text("gösterge", "1.3", VALUE, "%92"), "(110, not %110)"),
    "110 % typed as 1,10": (text("gösterge", "1.3", VALUE, "1,10"), "is 110 meant?"),
    "another target": (text("gösterge", "1.1", VALUE, "1", 6), "the locked '19.600.000'"),
    "another unit": (text("gösterge", "1.1", VALUE, "ton", 5), "the locked 'kişi'"),
    "another name": (text("gösterge", "1.1", VALUE, "Yolcu", 4), "put it back"),
    "another last value": (text("gösterge", "1.1", VALUE, "5", 7), "put it back"),
    "an unknown indicator": (text("gösterge", "1.1", VALUE, "9", 2), "a number of the form"),
    "an unknown code": (text("ekonomik kod", "03", "Harcanan", "33", 2), "a number of the form"),
    "an unknown field": (text("gösterge", "1.1", VALUE, "Tahmin", 8), "one of Gerçekleşen"),
    "an unknown section": (text("gösterge", "1.1", VALUE, "faaliyetler", 0), "one of belge"),
    "a negative amount": (text("gelir", "01", "Beklenen gelir", "-5"), "without a sign"),
    "words in a month": (text("aylık gider", "03", "Ocak (2026)", "çok"), "write the number alone"),
    "a month not begun": (text("aylık gelir", "01", "Temmuz (2026)", "5"), "under Temmuz (2026)"),
    "a month that is none": (
        text("aylık gider", "03", "Ocak (2026)", "Ocak (2025)", 8), "one of Ocak (2026)"),
    "spent of nothing": (text("ekonomik kod", "03", "Harcanan", "5"), "Başlangıç ödeneği or"),
    "a row twice": (twice, "each row once"),
    "a cell less": (short, "9; is a cell with ';' without quotes?"),
    "a head altered": (head, "put them back"),
    "no identity": (no_identity, "one row 'Form kimliği (değiştirmeyin)'"),
    "another year's form": (other_year, "a form of ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ 2026"),
    "a day that is none": (about("Verilerin tarihi", "2026-06-31"), "a day as 30.06.2026"),
    "an unknown label": (about_twice, "each row once"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_wrong_csv_form_is_refused_by_its_line(
    fault: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = forms.csv_rows(folder, tmp_path / "form.csv")
    forms.csv_row(rows, "gösterge", "1.2", VALUE)[9] = "5,5"
    make, told = FAULTS[fault]
    number = make(rows)
    lines = forms.refused(forms.csv_saved(rows, tmp_path / "filled.csv"), folder, capsys)
    assert len(lines) == 1, lines
    assert told in lines[0]
    assert lines[0].startswith(f"line {number}, " if number else str(tmp_path)), lines


@pytest.mark.parametrize("coding", ["cp1254", "utf-16"])
def test_another_coding_is_refused(
    coding: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = forms.csv_rows(folder, tmp_path / "form.csv")
    path = forms.csv_saved(rows, tmp_path / "filled.csv", coding)
    (line,) = forms.refused(path, folder, capsys)
    assert line == f"{path}: expected UTF-8; found another coding; save it as CSV UTF-8"


def test_a_torn_csv_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = forms.csv_saved(forms.csv_rows(folder, tmp_path / "form.csv"), tmp_path / "filled.csv")
    path.write_bytes(path.read_bytes() + b'g\xc3\xb6sterge;"')
    (line,) = forms.refused(path, folder, capsys)
    assert "filled.csv: expected rows of CSV; found" in line


#: Bytes that are no form, by what they are, and what the refusal says.
FILES: dict[str, tuple[bytes, str]] = {
    "an empty file": (b"", "an empty file"),
    "white space": (b"\n \n", "an empty file"),
    "a picture": (b"\x89PNG\r\n", "a picture (PNG)"),
    "a damaged ZIP": (b"PK\x03\x04 and no more", "damaged"),
    "an old workbook": (bytes.fromhex("d0cf11e0a1b11ae1"), "the older form of Office"),
    "a locked one": (
        bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "a password"),
    "a PDF": (b"%PDF-1.7\n", "python -m kbb_data draft"),
    "another text": ("Sayın Başkan,\nbilgilerinize.\n".encode(), "expected a half-year report"),
}  # fmt: skip


@pytest.mark.parametrize("what", FILES)
def test_what_is_no_form_is_refused(
    what: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, told = FILES[what]
    path = tmp_path / "filled.xlsx"
    path.write_bytes(content)
    (line,) = forms.refused(path, folder, capsys)
    assert told in line


def test_a_workbook_cut_in_the_middle_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = forms.saved(forms.form(folder, tmp_path / "form.xlsx"), tmp_path / "filled.xlsx")
    path.write_bytes(path.read_bytes()[:-4000])
    (line,) = forms.refused(path, folder, capsys)
    assert "damaged" in line


def test_a_workbook_with_a_damaged_part_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = forms.saved(forms.form(folder, tmp_path / "form.xlsx"), tmp_path / "whole.xlsx")
    path = tmp_path / "filled.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[:100] if name.endswith("sheet3.xml") else content)
    (line,) = forms.refused(path, folder, capsys)
    assert "damaged" in line


def test_too_large_a_file_is_refused(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = forms.saved(forms.form(folder, tmp_path / "form.xlsx"), tmp_path / "filled.xlsx")
    monkeypatch.setattr(kinds, "MAX_FILE", 1024)
    (line,) = forms.refused(path, folder, capsys)
    assert "expected at most" in line


def test_the_workbook_to_judge_in_is_another(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_review(folder, folder, None, tmp_path / "review.xlsx")
    (line,) = forms.refused(tmp_path / "review.xlsx", folder, capsys)
    assert "expected the identity of a form ('gerçekleşme formu')" in line


# --- The document --------------------------------------------------------------------------------

#: What else of the first half-year's form is filled in, options, and the refusal of a second file.
SECOND: dict[str, tuple[dict[str, str], tuple[str, ...], str]] = {
    "of the same day": ({}, (), f"give --corrects {forms.FIRST} --reason TEXT"),
    "without a day": ({DATE_CELL: ""}, (), "give the day of this one with --date"),
    "that corrects without a reason": ({CORRECTS_CELL: forms.FIRST}, (), "why the document"),
    "that corrects an unknown one": (
        {}, ("--corrects", "rapor", "--reason", "x"), f"a document of the dataset ({forms.FIRST})"),
    "that corrects before the mistake": (
        {DATE_CELL: "30.07.2026"}, ("--corrects", forms.FIRST, "--reason", "x"),
        f"a day not before that of {forms.FIRST}, 2026-07-31"),
    "that corrects without a day": (
        {DATE_CELL: ""}, ("--corrects", forms.FIRST, "--reason", "x"), "the day of the correction"),
    "that corrects figures of another day": (
        {"B5": "31.07.2026"}, ("--corrects", forms.FIRST, "--reason", "x"),
        f"figures that {forms.FIRST} states"),
    "of a kind that is none": ({}, ("--kind", "rapor"), "half_year_report"),
    "of a day that is none": ({}, ("--date", "31.06.2026"), "--date: expected a day as"),
    "as of a day that is none": ({}, ("--as-of", "haziran"), "--as-of: expected a day as"),
    "as of another year": ({}, ("--as-of", "2025-06-30"), "--as-of: expected a day of 2026"),
}  # fmt: skip


@pytest.mark.parametrize("what", SECOND)
def test_a_second_file_is_refused(
    what: str, with_first: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about_it, options, told = SECOND[what]
    book = forms.form(with_first, tmp_path / "form.xlsx")
    for place, words in about_it.items():
        book[ABOUT][place] = words
    cell(book, UNIT, "indicator 1.1", VALUE).value = 9_600_000
    path = forms.saved(book, tmp_path / "filled.xlsx")
    (line,) = forms.refused(path, with_first, capsys, *options)
    assert told in line


def test_a_dataset_that_is_unsound_takes_nothing_in(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = forms.fill(forms.form(folder, tmp_path / "form.xlsx"))
    path = forms.saved(book, tmp_path / "filled.xlsx")
    goals = folder / "activities.csv"
    goals.write_bytes(goals.read_bytes() + b"\n")
    assert forms.refused(path, folder, capsys)[0].startswith("activities.csv: ")
