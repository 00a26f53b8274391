"""A PDF as a text that a person mends: its lines as read, with a mark above each doubtful one.

A PDF holds no tables, only letters and strokes at places; what belongs to one cell or one row is
found again by where it stands. That goes wrong where a page ends within a row, where a number or a
word is broken at a cell's edge. Such lines are marked, and a text with a mark is not imported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from kbb_data.files.drafts import Doubt, Draft
from kbb_data.files.kinds import Kind, kind_of, refusal
from kbb_data.files.upright import righted
from kbb_data.problems import Unreadable, quote
from kbb_data.turkish import squeeze

#: A page with fewer letters than this holds a picture of itself.
_LEAST = 20
_NUMBER_CUT = re.compile(r"(?<=[\d.,])\n(?=[\d.,])")
_HYPHEN = re.compile(r"(?<=\w)[-\u00ad]\n(?=[a-zçğıöşü])")
_EDGE = re.compile(r"(\w+)\n([a-zçğıöşü]\w*)")
_STROKE = re.compile(r"(?<=/)\n(?=\w)")
#: Digits and marks of a number alone, and those that are one (or a list's number, or a date).
_DIGITS = re.compile(r"%?[\d.,]*\d[\d.,]*")
_NUMBER = re.compile(
    r"%?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?|\d{1,2}(?:\.\d{1,2})*\.?|\d\d\.\d\d\.\d{4}"
)
#: Numbers that lack an end or have another one's: ``50.000.000,0`` and ``031.000,00``.
_CUT = re.compile(r"\d{1,3}(?:\.\d{3})+,\d|0\d[\d.]*,\d+|0\d*(?:\.\d{3})+(?:,\d+)?")
_TAIL = re.compile(r"[\d.]+,\d+ [a-zçğıöşü]{1,6}")
#: Letters of one cell written over the digits of another.
_OVER = re.compile(r"[a-zçğıöşü]\d+[a-zçğıöşü]|\d[a-zçğıöşü]\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the draft: its cells (one for text beside tables), the page and table that it
    stands in (table 0 is none), and why it is in doubt, if it is."""

    cells: tuple[str, ...]
    page: int
    table: int
    number: int
    doubts: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """``page 12, table 3, row 4``."""
        if not self.table:
            return f"page {self.page}"
        return f"page {self.page}, table {self.table}, row {self.number}"


def draft(path: Path) -> Draft:
    """The text of the PDF at ``path`` with a mark above each doubtful line.

    Raises ``Unreadable`` for a file that is no PDF, is locked by a password, is damaged or holds
    pictures of its pages.
    """
    if kind_of(path) is not Kind.PDF:
        raise refusal(path, "a PDF", "another kind of file")
    raw = list(_read(path))
    words = Counter(
        word for row in raw for cell in row.cells for word in re.findall(r"\w+", cell.lower())
    )
    rows = [_mended(row, words) for row in _continued(raw)]
    return Draft(
        # The last line ends as every other one.
        (*("\t".join(row.cells) for row in rows), ""),
        {n: Doubt(row.place, row.doubts) for n, row in enumerate(rows, start=1) if row.doubts},
        {number: row.place for number, row in enumerate(rows, start=1)},
    )


def _read(path: Path) -> Iterator[Row]:
    """The rows and lines of the pages, from top to bottom, as they were found."""
    try:
        with pdfplumber.open(path) as document:
            letters = 0
            for number, page in enumerate(document.pages, start=1):
                letters += len(page.chars)
                whole = righted(document, page)
                yield from _page(whole, number)
                whole.close()
    except PDFPasswordIncorrect as error:
        raise _locked(path) from error
    except PdfminerException as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
            raise _locked(path) from error
        raise _damaged(path) from error
    except (PDFException, ValueError, TypeError, KeyError, OSError) as error:
        raise _damaged(path) from error
    if letters < _LEAST:
        raise refusal(
            path,
            "a PDF that holds text",
            "pictures of pages (a scan); ask for the file that it was printed from",
        )


def _locked(path: Path) -> Unreadable:
    return refusal(
        path, "a PDF without a password", "one that is locked; save it without a password"
    )


def _damaged(path: Path) -> Unreadable:
    return refusal(path, "a whole PDF", "one that is damaged; copy or export it once more")


def _page(page: Any, number: int) -> Iterator[Row]:
    tables = page.find_tables()
    boxes = [table.bbox for table in tables]

    def is_beside(thing: dict[str, Any]) -> bool:
        if thing.get("object_type") != "char":
            return True
        # Letters that stand on their side label a chart.
        if not thing.get("upright", True):
            return False
        x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
        return not any(x0 <= x <= x1 and top <= y <= end for x0, top, x1, end in boxes)

    lines = page.filter(is_beside).extract_text_lines(strip=True, return_chars=False)
    found: list[tuple[float, list[Row]]] = [
        (line["top"], [Row((squeeze(line["text"]),), number, 0, 0)]) for line in lines
    ]
    for place, table in enumerate(tables, start=1):
        rows = [
            Row(tuple(cell or "" for cell in cells), number, place, count)
            for count, cells in enumerate(table.extract(), start=1)
        ]
        found.append((table.bbox[1], rows))
    for _, rows in sorted(found, key=lambda item: item[0]):
        yield from rows


def _continued(rows: list[Row]) -> list[Row]:
    """The rows, those that go on over a page's end as one, in doubt."""
    whole: list[Row] = []
    last = -1
    for row in rows:
        above = whole[last] if last >= 0 else None
        if (
            row.table
            and row.number == 1
            and above is not None
            and above.page == row.page - 1
            and len(above.cells) == len(row.cells)
            and _is_torn(row)
        ):
            cells = tuple(
                "\n".join(filter(None, pair)) for pair in zip(above.cells, row.cells, strict=True)
            )
            whole[last] = replace(
                above, cells=cells, doubts=(*above.doubts, f"a row that goes on on page {row.page}")
            )
            continue
        if row.number == 1 and above is not None and _may_go_on(above, row):
            row = replace(row, doubts=("a text that may go on from the page before",))
        whole.append(row)
        if row.table:
            last = len(whole) - 1
    return whole


def _may_go_on(above: Row, row: Row) -> bool:
    """Whether a page begins with a text alone below one that ended the page before."""
    texts = [[cell for cell in each.cells if cell] for each in (above, row)]
    return row.page == above.page + 1 and all(len(text) == 1 for text in texts)


def _is_torn(row: Row) -> bool:
    """Whether a page's first row looks like the rest of one: it lacks its first cell, or its first
    words begin small."""
    first = next((cell for cell in row.cells if cell), "")
    return not row.cells[0] or first[:1].islower()


def _mended(row: Row, words: Counter[str]) -> Row:
    """The row with its cells in one line each, and the doubts that this raised."""
    doubts = list(row.doubts)
    cells = []
    for cell in row.cells:
        if _NUMBER_CUT.search(cell):
            doubts.append(f"a number over two lines ({quote(cell.replace(chr(10), ' / '))})")
            cell = _NUMBER_CUT.sub("", cell)
        if _HYPHEN.search(cell):
            doubts.append("a word over two lines")
            cell = _HYPHEN.sub("", cell)
        for left, right in _EDGE.findall(cell):
            whole = f"{left}{right}".lower()
            if words[whole] and words[left.lower()] + words[right.lower()] <= 2:
                doubts.append(f"a cut word ({quote(left + right)})")
                cell = cell.replace(f"{left}\n{right}", f"{left}{right}")
        if _STROKE.search(cell):
            doubts.append("a line that ends after a stroke")
            cell = _STROKE.sub("", cell)
        if row.table and _DIGITS.fullmatch(cell) and not _NUMBER.fullmatch(cell):
            doubts.append(f"a number that is none ({quote(cell)})")
        if row.table and (_CUT.fullmatch(cell) or _TAIL.fullmatch(cell)):
            doubts.append(f"a number that may be cut ({quote(cell)})")
        if row.table and _OVER.search(cell):
            doubts.append(f"letters over digits ({quote(cell.replace(chr(10), ' / '))})")
        if "(cid:" in cell or "\ufffd" in cell:
            doubts.append("letters that can't be read")
        cells.append(squeeze(cell))
    return Row(tuple(cells), row.page, row.table, row.number, tuple(doubts))
