"""Wrong workbooks: each refused by the cell that does not fit, and nothing written."""

from __future__ import annotations

import csv
import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kbb_data.judging.review import ADDED
from kbb_data.judging.sheets import (
    IDENTITY,
    JUDGE,
    READ_FIRST,
    Sheet,
)
from tests.kbb_data.judging.test_propose import DATASET, entries
from tests.kbb_data.judging.workbooks import (
    DIRECTIONS,
    FIGURES,
    GOALS,
    UNITS,
    Book,
    cell,
    refused,
    saved,
)
from tests.support.source import full_text


def change(label: str, value: Any, sheet: Sheet = DIRECTIONS) -> Callable[[Book], str]:
    """Another value in the first row of a sheet; gives the cell that must be named."""

    def do(book: Book) -> str:
        book[sheet.title][cell(sheet, label)] = value
        return f"{sheet.title}!{cell(sheet, label)}"

    return do


def other_head(book: Book) -> str:
    book[DIRECTIONS.title]["C1"] = "Goal"
    return f"{DIRECTIONS.title}!1:1"


def swapped_columns(book: Book) -> str:
    page = book[DIRECTIONS.title]
    page["C1"], page["D1"] = page["D1"].value, page["C1"].value
    return f"{DIRECTIONS.title}!1:1"


def sheet_lost(book: Book) -> str:
    book.remove(book[DIRECTIONS.title])
    return DIRECTIONS.title


def sheet_renamed(book: Book) -> str:
    book[DIRECTIONS.title].title = "Yonler"
    return "Yonler"


def another_sheet(book: Book) -> str:
    book.create_sheet("Notlarım")
    return "Notlarım"


def another_year(book: Book) -> str:
    first = book[READ_FIRST]
    first[IDENTITY] = str(first[IDENTITY].value).replace("2025", "2024")
    return f"{READ_FIRST}!{IDENTITY}"


def nobody(book: Book) -> str:
    book[READ_FIRST][JUDGE] = "  "
    return f"{READ_FIRST}!{JUDGE}"


def twice(book: Book) -> str:
    page = book[DIRECTIONS.title]
    row = page.max_row - ADDED + 1
    for column in range(1, len(DIRECTIONS.heads) + 1):
        page.cell(row, column).value = page.cell(2, column).value
    return f"{DIRECTIONS.title}!{cell(DIRECTIONS, 'Hedef', row)}"


def rows_mixed(book: Book) -> str:
    """One column sorted without the others."""
    page = book[DIRECTIONS.title]
    label = cell(DIRECTIONS, "Belgede yazan"), cell(DIRECTIONS, "Belgede yazan", 3)
    first, second = (page[each].value for each in label)
    page[label[0]], page[label[1]] = second, first
    return f"{DIRECTIONS.title}!{label[0]}"


def given_twice(book: Book) -> str:
    """A goal to the committee that has it already, by one of its activities."""
    page = book[GOALS.title]
    judged = entries(DATASET)
    activity = judged["committee_activity"][0]
    with (DATASET / "activities.csv").open(encoding="utf-8", newline="") as file:
        goal = next(
            int(row["goal"])
            for row in csv.DictReader(file)
            if int(row["activity"]) == activity["activity"]
        )
    row = page.max_row - ADDED + 1
    page[cell(GOALS, "Komisyon", row)] = activity["committee"]
    page[cell(GOALS, "Hedef", row)] = goal
    page[cell(GOALS, "Gerekçe", row)] = "Bir gerekçe."
    page[cell(GOALS, "Karar", row)] = "al"
    return "Komisyon, faaliyetler!"


def column_put_in(book: Book) -> str:
    book[DIRECTIONS.title].insert_cols(4)
    return f"{DIRECTIONS.title}!1:1"


def column_more(book: Book) -> str:
    page = book[DIRECTIONS.title]
    page.cell(1, len(DIRECTIONS.heads) + 1).value = "Notum"
    return f"{DIRECTIONS.title}!1:1"


def merged(book: Book) -> str:
    page = book[DIRECTIONS.title]
    both = f"{cell(DIRECTIONS, 'Karar')}:{cell(DIRECTIONS, 'Karar', 3)}"
    page.merge_cells(both)
    return f"{DIRECTIONS.title}!{both}"


def another_years_sheet(book: Book) -> str:
    """The same sheet of last year's workbook, put beside this year's."""
    copied = book.copy_worksheet(book[DIRECTIONS.title])
    copied.title = "Yönler 2024"
    return "Yönler 2024"


def another_institution(book: Book) -> str:
    first = book[READ_FIRST]
    first[IDENTITY] = str(first[IDENTITY].value).replace("KAYSERİ", "KAYSERI")
    return f"{READ_FIRST}!{IDENTITY}"


WRONG: dict[str, Callable[[Book], str]] = {
    "another goal's number": change("Hedef", 31),
    "a locked cell's words": change("Belgede yazan", "Başka bir gösterge"),
    "a locked cell emptied": change("Gösterge", None),
    "a hidden cell": change("Anahtar", "???"),
    "a hidden cell of other fields": change("Anahtar", '{"reason": "x"}'),
    "a direction of no kind": change("Yön", "çoğalsın"),
    "a direction's code": change("Yön", "more"),
    "a direction left out": change("Yön", None),
    "a reason left out": change("Gerekçe", "  "),
    "a formula": change("Gerekçe", '=CONCATENATE("a","b")'),
    "a decision of no kind": change("Karar", "belki"),
    "a committee that is none": change("Komisyon", "Uzay Komisyonu", GOALS),
    "a number in words": change("Hedef", "bir"),
    "a number that the words don't state": change("Sayı", 7.5, FIGURES),
    "a spelling that nobody printed": change("Öbür yazılışlar ( | ile)", "Uzay Dairesi", UNITS),
    "another head": other_head,
    "swapped columns": swapped_columns,
    "a sheet lost": sheet_lost,
    "a sheet renamed": sheet_renamed,
    "a sheet more": another_sheet,
    "another year": another_year,
    "nobody's name": nobody,
    "a thing twice": twice,
    "a column sorted alone": rows_mixed,
    "a goal given twice": given_twice,
    "a column put in": column_put_in,
    "a column more": column_more,
    "merged cells": merged,
    "a sheet of another year": another_years_sheet,
    "another institution": another_institution,
    "a date for a reason": change("Gerekçe", datetime.date(2025, 12, 1)),
    "a date for a number": change("Sayı", datetime.datetime(2025, 1, 12), FIGURES),
    "a number for a reason": change("Gerekçe", 2.5),
    "a logical value": change("Karar", True),
    "an error for a reason": change("Gerekçe", "#VALUE!"),
    "an error that every language has": change("Gerekçe", "#N/A"),
    "a fraction for a goal": change("Hedef", 1.5),
    "a decision of two words": change("Karar", "al, alma"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_cell_is_named_and_nothing_changes(
    name: str, dataset: Path, book: Book, tmp_path: Path
) -> None:
    place = WRONG[name](book)
    told = refused(saved(book, tmp_path), dataset)
    assert any(line.startswith(place) for line in told), (place, told)
    assert len(told) <= 2, told


@pytest.mark.parametrize(
    "content",
    [b"", b"metin", b"PK\x03\x04 damaged", full_text().read_bytes()[:4000]],
    ids=["empty", "text", "damaged", "programme"],
)
def test_another_file_is_refused(content: bytes, dataset: Path, tmp_path: Path) -> None:
    path = tmp_path / "review.xlsx"
    path.write_bytes(content)
    assert str(path) in refused(path, dataset)[0]


@pytest.mark.parametrize(
    ("begin", "said"),
    [
        (bytes.fromhex("d0cf11e0a1b11ae1"), "the older form of Office"),
        (b"Durum;Benzerlik;Hedef\n", "another file"),
        (b"%PDF-1.7\n", "another file"),
    ],
    ids=["xls", "csv", "pdf"],
)
def test_a_workbook_saved_as_something_else_is_refused_with_the_mend(
    begin: bytes, said: str, dataset: Path, tmp_path: Path
) -> None:
    path = tmp_path / "review.xlsx"
    path.write_bytes(begin.ljust(600, b" "))
    (told,) = refused(path, dataset)
    assert said in told
    if begin.startswith(b"\xd0"):
        assert "save it as Excel workbook (.xlsx)" in told


def test_an_opendocument_workbook_is_refused_with_the_mend(dataset: Path, tmp_path: Path) -> None:
    path = tmp_path / "review.ods"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", "<x/>")
    (told,) = refused(path, dataset)
    assert "an OpenDocument file; save it as Excel workbook (.xlsx)" in told


def test_a_workbook_of_another_kind_is_refused(dataset: Path, tmp_path: Path) -> None:
    other = openpyxl.Workbook()
    other.save(tmp_path / "other.xlsx")
    assert READ_FIRST in refused(tmp_path / "other.xlsx", dataset)[0]
