"""Wrong workbooks of a draft: each refused by the cell that does not fit, nothing written."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kbb_data.judging.mending import (
    DECISION,
    DOUBTS,
    DROP,
    HEADS,
    INSERT,
    KEEP,
    KEY,
    MEND,
    MENDED,
    PROBLEMS,
    REASON,
    ROW,
)
from kbb_data.judging.sheets import IDENTITY, JUDGE, READ_FIRST
from tests.kbb_data.judging.drafted import (
    Book,
    decide,
    fill,
    refused,
    row_of,
    saved,
)


def change(head: str, value: Any, words: str = "bir satır") -> Callable[[Book], str]:
    """Another value in a row that is decided; gives the cell that must be named."""

    def do(book: Book) -> str:
        cell = row_of(book, DOUBTS, words)[head]
        cell.value = value
        return f"{DOUBTS}!{cell.coordinate}"

    return do


def mended_as(words: Any, decision: str = MEND, named: str = MENDED) -> Callable[[Book], str]:
    def do(book: Book) -> str:
        row = row_of(book, DOUBTS, "bir satır")
        decide(row, decision, words)
        return f"{DOUBTS}!{row[named].coordinate}"

    return do


def hidden_emptied(book: Book) -> str:
    row = row_of(book, DOUBTS, "bir satır")
    row[KEY].value = None
    return f"{DOUBTS}!{row[DECISION].coordinate}"


def undecided(book: Book) -> str:
    row = row_of(book, DOUBTS, "bir satır")
    decide(row, "", "12 ¦ iki satır")
    return f"{DOUBTS}!{row[DECISION].coordinate}"


def decided_elsewhere(book: Book) -> str:
    """A decision beside a problem that has no line."""
    page = book[PROBLEMS]
    number = page.max_row + 1
    cell = page.cell(number, HEADS[PROBLEMS].index(DECISION) + 1)
    cell.value = MEND
    return f"{PROBLEMS}!{cell.coordinate}"


def twice(book: Book) -> str:
    page = book[DOUBTS]
    number = page.max_row + 1
    for cell in row_of(book, DOUBTS, "bir satır").values():
        page.cell(number, cell.column).value = cell.value
    return f"{DOUBTS}!{page.cell(number, len(HEADS[DOUBTS])).coordinate}"


def another_rows_text(book: Book) -> str:
    """The column of mends sorted without the others."""
    first, second = row_of(book, DOUBTS, "bir satır"), row_of(book, DOUBTS, "Genel Toplam")
    first[MENDED].value, second[MENDED].value = second[ROW].value, first[ROW].value
    decide(first, MEND)
    decide(second, MEND)
    return f"{DOUBTS}!{first[MENDED].coordinate}"


def sheet_lost(book: Book) -> str:
    book.remove(book[PROBLEMS])
    return PROBLEMS


def sheet_renamed(book: Book) -> str:
    book[DOUBTS].title = "Supheli"
    return "Supheli"


def column_put_in(book: Book) -> str:
    book[DOUBTS].insert_cols(4)
    return f"{DOUBTS}!1:1"


def merged(book: Book) -> str:
    cell = row_of(book, DOUBTS, "bir satır")[DECISION]
    book[DOUBTS].merge_cells(
        start_row=cell.row - 1, end_row=cell.row, start_column=cell.column, end_column=cell.column
    )
    return f"{DOUBTS}!{openpyxl.utils.get_column_letter(cell.column)}{cell.row - 1}:"


def another_text(book: Book) -> str:
    book[READ_FIRST][IDENTITY] = "draft.txt | 00"
    return f"{READ_FIRST}!{IDENTITY}"


def nobody(book: Book) -> str:
    book[READ_FIRST][JUDGE] = "\u200b "
    return f"{READ_FIRST}!{JUDGE}"


WRONG: dict[str, Callable[[Book], str]] = {
    "a cell more": mended_as("12 ¦ bir ¦ satır"),
    "a cell less": mended_as("12 bir satır"),
    "two rows, one of them short": mended_as("12 ¦ bir\n13 satır"),
    "no mend": mended_as(" "),
    "the row as it stands for a mend": mended_as("12 ¦ bir satır"),
    "a mark in a mend": mended_as("#? 12 ¦ iki satır"),
    "a mend of another row": another_rows_text,
    "a date for a mend": mended_as(datetime.date(2027, 1, 12)),
    "a mend beside a row that is right": mended_as("12 ¦ iki satır", KEEP),
    "a mend beside a row that goes": mended_as("12 ¦ iki satır", DROP),
    "a mend without a decision": undecided,
    "a decision of no kind": mended_as("12 ¦ iki satır", "belki", DECISION),
    "a decision of the other sheet": mended_as("12 ¦ iki satır", INSERT, DECISION),
    "a formula": change(REASON, '=CONCATENATE("a","b")'),
    "an error": change(REASON, "#N/A"),
    "no reason": change(REASON, "  "),
    "the row as it stands altered": change(ROW, "12 ¦ bir satıra"),
    "a hidden cell altered": change(KEY, "1 0123456789ab"),
    "a hidden cell emptied": hidden_emptied,
    "a decision without a row": decided_elsewhere,
    "a row twice": twice,
    "a sheet lost": sheet_lost,
    "a sheet renamed": sheet_renamed,
    "a column put in": column_put_in,
    "merged cells": merged,
    "another text": another_text,
    "nobody's name": nobody,
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_cell_is_named_and_nothing_changes(
    name: str, folder: Path, opened: Callable[[], Book], tmp_path: Path
) -> None:
    book = opened()
    fill(book)
    place = WRONG[name](book)
    told = refused(saved(book, tmp_path), folder)
    assert any(line.startswith(place) for line in told), (place, told)
    assert len(told) <= 3, told
