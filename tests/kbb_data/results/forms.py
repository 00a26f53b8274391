"""What the tests of forms share: datasets, forms filled in by code, and how a refusal is held."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kbb_data import importer
from kbb_data.__main__ import main
from kbb_data.results.template import write_template
from kbb_data.results.words import words
from tests.support import datasets

Book = Any

#: The days of the first half-year's form, and its key in the dataset.
AS_OF, DATE = datetime.date(2026, 6, 30), datetime.date(2026, 7, 31)
FIRST = "gerceklesme-formu-2026-06-30"
UNIT, MONEY, REVENUE, ABOUT = "Ulaşım", "Ekonomik kod", "Gelir", "Belge"
MONTHS, REVENUE_MONTHS = "Aylar (gider)", "Aylar (gelir)"
#: What the first half-year's form says of months: section, code, month, lira as they are typed.
OF_MONTHS = (
    *(("economic_months", "01", month, "8.000.000") for month in range(1, 6)),
    ("economic_months", "01", 6, "9.730.000,25"),
    ("economic_months", "03", 2, "0"),
    ("revenue_months", "09", 1, "-4,5"),
)
#: Where the document's days stand on its sheet.
DATE_CELL, AS_OF_CELL, CORRECTS_CELL, REASON_CELL = "B4", "B5", "B6", "B7"
VALUE, REASON, CONFIRM, KEY = "Gerçekleşen", "Sapma nedeni", "Bilerek mi", "Anahtar"


def budget(folder: Path) -> Path:
    """The invented municipality's programme budget of 2026, without results."""
    importer.import_file(datasets.BUDGET_TEXT, folder)
    return folder


def form(folder: Path, path: Path) -> Book:
    """The empty form of a dataset, opened, with the days of the first half-year."""
    write_template(folder, path)
    book = openpyxl.load_workbook(path)
    book[ABOUT][DATE_CELL], book[ABOUT][AS_OF_CELL] = DATE, AS_OF
    return book


def cell(book: Book, sheet: str, key: str, head: str) -> Any:
    """The cell of a line, by its hidden key (``indicator 1.2``, ``economic 03``), under a head."""
    page = book[sheet]
    heads = [each.value for each in page[1]]
    row = next(row for row in page.iter_rows(min_row=2) if row[len(heads) - 1].value == key)
    return row[heads.index(head)]


def fill(book: Book) -> Book:
    """Some figures of the first half-year: three indicators, two codes, a revenue, months."""
    for key, value, reason in (
        ("indicator 1.1", 9_700_000, None),
        ("indicator 1.2", "5,5", "Teslim gecikti."),
        ("indicator 1.3", 91.5, None),
    ):
        cell(book, UNIT, key, VALUE).value = value
        cell(book, UNIT, key, REASON).value = reason
    for key, initial, spent in (("economic 01", 100_000_000, 49_730_000.25), ("economic 03", 7, 3)):
        cell(book, MONEY, key, "Başlangıç ödeneği").value = initial
        cell(book, MONEY, key, "Harcanan").value = spent
    cell(book, REVENUE, "revenue 09", "Beklenen gelir").value = 10
    cell(book, REVENUE, "revenue 09", "Tahsil edilen").value = "-4,5"
    for section, code, month, lira in OF_MONTHS:
        sheet = MONTHS if section.startswith("economic") else REVENUE_MONTHS
        cell(book, sheet, f"{section} {code}", month_head(month)).value = lira
    return book


def month_head(month: int) -> str:
    """What stands above a month's amounts."""
    return f"{words('months')[str(month)]} (2026)"


def fill_months(found: Iterable[list[str]]) -> None:
    """The same months in the rows of the CSV form."""
    found = list(found)
    for section, code, month, lira in OF_MONTHS:
        csv_row(found, words("csv_sections")[section], code, month_head(month))[9] = lira


def saved(book: Book, path: Path) -> Path:
    book.save(path)
    return path


def given(path: Path, folder: Path, *more: str, out: Path | None = None) -> int:
    """The command that brings a file into a dataset; its exit code."""
    return main(["results", str(path), "--for", str(folder), "--out", str(out or folder), *more])


def taken(path: Path, folder: Path, *more: str) -> None:
    """A file that the dataset takes in."""
    assert given(path, folder, *more) == 0


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def refused(path: Path, folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[str]:
    """What the command says of a file that it refuses; nothing was written, neither into the
    dataset nor beside it."""
    before, beside = contents(folder), set(folder.parent.iterdir())
    capsys.readouterr()
    assert given(path, folder, *more) == 1
    assert contents(folder) == before
    assert set(folder.parent.iterdir()) == beside
    printed = capsys.readouterr()
    assert printed.out == ""
    lines = printed.err.splitlines()
    assert lines[-1] == "nothing was changed: mend this, save, and give it again"
    return lines[:-1]


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    """A table of a dataset as its CSV file has it."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def csv_rows(folder: Path, path: Path) -> list[list[str]]:
    """The rows of the CSV form of a dataset, the days of the first half-year filled in."""
    write_template(folder, path)
    found = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))
    path.unlink()
    for row in found:
        row[9] = {"Belge tarihi": "31.07.2026", "Verilerin tarihi": "30.06.2026"}.get(
            row[8], row[9]
        )
    return found


def csv_row(found: Iterable[list[str]], section: str, number: str, field: str) -> list[str]:
    """The row of a field: of an indicator by ``1.2``, of money by its code."""
    goal, _, indicator = number.partition(".")
    return next(row for row in found if (row[0], row[2], row[3], row[8]) ==
                (section, goal, indicator, field))  # fmt: skip


def csv_saved(found: Iterable[list[str]], path: Path, coding: str = "utf-8-sig") -> Path:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerows(found)
    path.write_bytes(buffer.getvalue().encode(coding))
    return path
