"""A damaged draft of the invented programme, and how the tests fill its workbook in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kbb_data.files.drafts import Doubt, Draft
from kbb_data.judging.mend import mend
from kbb_data.judging.mending import (
    DECISION,
    DOUBTS,
    DROP,
    HEADS,
    KEEP,
    MEND,
    MENDED,
    REASON,
    ROW,
)
from kbb_data.problems import Unreadable
from tests.support import datasets

Book = Any

TEXT = datasets.INVENTED_TEXT.read_text(encoding="utf-8")
LINES = TEXT.split("\n")


def line_of(pattern: str) -> int:
    """The number of the only line that begins so."""
    (number,) = [n for n, line in enumerate(LINES, 1) if re.match(pattern, line)]
    return number


CUT = line_of(r"1\tKitap alım faaliyeti")
RIGHT = line_of(r"Genel Toplam\t\t5\.000\.000,50")
GARBLED = line_of(r"\t2\tPlan tadilatı faaliyeti")
#: The heading above the last cost table.
HEADING = max(n for n, line in enumerate(LINES, 1) if line.startswith("FAALİYET MALİYET"))
STRAY = "12\tbir satır"
#: A line of section 1.1, which no table is read from, and no import looks at.
BEFORE = max(n for n, line in enumerate(LINES, 1) if line.startswith("1.1"))


def damaged() -> Draft:
    """The invented programme as a bad PDF may give it: a cut amount and a row that is right, both
    in doubt, a stray row in doubt, a garbled amount that nobody doubts, a heading that is lost."""
    lines = list(LINES)
    lines[CUT - 1] = re.sub(r"4\.000\.000,00\t$", "4.000.000,0\t", lines[CUT - 1])
    lines[GARBLED - 1] = lines[GARBLED - 1].replace("4,31", "4,3l").replace("2.368", "2.36B")
    lines[HEADING - 1 : HEADING] = []
    lines.insert(BEFORE, STRAY)
    marks = {
        LINES[RIGHT - 1]: Doubt("page 3, table 2, row 7", ("a word over two lines",)),
        lines[CUT]: Doubt("page 3, table 2, row 5",
                          ("a number that may be cut ('4.000.000,0')",)),
        STRAY: Doubt("page 4", ("a row that goes on on page 5",)),
    }  # fmt: skip
    doubts = {n: marks[line] for n, line in enumerate(lines, 1) if line in marks}
    places = {number: f"page 9, table 1, row {number}" for number in range(1, len(lines))}
    return Draft(tuple(lines), doubts, {**places, **{n: d.place for n, d in doubts.items()}})


def rows(book: Book, title: str) -> list[dict[str, Any]]:
    """The rows of a sheet, with their cells by the heads."""
    values = book[title].iter_rows(min_row=2)
    return [dict(zip(HEADS[title], cells, strict=True)) for cells in values]


def row_of(book: Book, title: str, words: str) -> dict[str, Any]:
    """The only row whose text holds ``words``."""
    (row,) = [row for row in rows(book, title) if words in str(row[ROW].value)]
    return row


def decide(
    row: dict[str, Any], decision: str, mended: str = "", reason: str = "Belgede öyle."
) -> None:
    row[DECISION].value, row[REASON].value = decision, reason
    if mended:
        row[MENDED].value = mended


def fill(book: Book) -> None:
    """Decide all that the first workbook asks, but what hides behind it."""
    cut = row_of(book, DOUBTS, "Kitap alım") if not elsewhere(book) else None
    if cut is not None:
        decide(cut, MEND, str(cut[ROW].value).replace("4.000.000,0 ", "4.000.000,00 "))
    decide(row_of(book, DOUBTS, "Genel Toplam"), KEEP, reason="")
    decide(row_of(book, DOUBTS, "bir satır"), DROP, reason="Sayfa numarası.")


def elsewhere(book: Book) -> bool:
    """Whether the cut row is decided on the sheet of problems."""
    return "Sorunlar" in str(row_of(book, DOUBTS, "Kitap alım")[MENDED].value)


def saved(book: Book, tmp_path: Path) -> Path:
    book.save(tmp_path / "mended.xlsx")
    return tmp_path / "mended.xlsx"


def refused(path: Path, folder: Path) -> list[str]:
    """What ``apply`` says of a workbook; nothing was written."""
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    with pytest.raises(Unreadable) as error:
        mend(path, folder)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    return [str(problem) for problem in error.value.problems]
