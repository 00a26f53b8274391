"""What our workbooks have in common: how their cells look, and how one that comes back is opened.

Staff work in Excel and LibreOffice, whose cells hold more than words: what is no plain word or
number is refused where it stands, because it may not be what the person saw.
"""

from __future__ import annotations

import datetime
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Sequence
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.utils.exceptions import InvalidFileException

from kbb_data.files.kinds import Kind, kind_of, refusal
from kbb_data.judging.sheets import READ_FIRST
from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.turkish import squeeze

#: The same workbook for the same data, whenever it is made.
MADE = datetime.datetime(1980, 1, 1)
#: What nobody sees and nobody typed: soft hyphens, zero-width letters, marks of direction.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


#: What openpyxl raises for a workbook that is not whole.
_DAMAGED = (InvalidFileException, KeyError, ValueError, TypeError, SyntaxError, OSError, EOFError,
            zipfile.BadZipFile, zlib.error)  # fmt: skip


class Styles:
    """The formats of a workbook's cells, made once: what is locked is grey, what a person fills in
    is white, decisions are yellow; each has a frame, so that a print without colours shows them."""

    def __init__(self, book: Any) -> None:
        cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#c8ccd4"}
        grey = {**cell, "bg_color": "#eef0f4"}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.head = book.add_format({**cell, "bold": True, "bg_color": "#1f3a73",
                                     "font_color": "#ffffff"})  # fmt: skip
        self.locked = book.add_format(grey)
        #: A number apart from the words at its right.
        self.locked_number = book.add_format({**grey, "align": "center"})
        self.open = book.add_format({**cell, "locked": False})
        self.open_number = book.add_format({**cell, "locked": False, "align": "center"})
        #: Free words that a spreadsheet must not take for a number or a date.
        self.words = book.add_format({**cell, "locked": False, "num_format": "@"})
        self.money = book.add_format({**grey, "num_format": "#,##0.00"})
        self.count = book.add_format({**grey, "num_format": "#,##0"})
        #: A whole number apart from the words at its right.
        self.locked_whole = book.add_format({**grey, "align": "center", "num_format": "#,##0"})
        self.open_money = book.add_format({**cell, "locked": False, "num_format": "#,##0.00"})
        self.hidden = book.add_format({"font_color": "#8a8f99"})
        yellow = {**cell, "locked": False, "bg_color": "#fff7d6"}
        self.answer = book.add_format(yellow)
        self.day = book.add_format({**yellow, "align": "left", "num_format": "dd.mm.yyyy"})


def finish(page: Any) -> None:
    """Lock a sheet's grey cells, and let it print on A4 with its head on every page."""
    page.protect("", {"autofilter": True, "sort": True, "format_columns": True,
                      "format_rows": True})  # fmt: skip
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def height(values: Sequence[Any], wide: Sequence[int]) -> float:
    """The height of a row in points whose words break in columns so many letters wide; not every
    spreadsheet finds it by itself."""
    lines = [
        sum(ceil(max(len(part), 1) * 1.15 / width) for part in str(value or "").split("\n"))
        for value, width in zip(values, wide, strict=True)
    ]
    return 15.0 * max(1, *lines)


def opened(path: Path, ours: str = "the workbook that review wrote") -> Any:
    """The workbook at ``path``, formulas as formulas. Raises ``Unreadable`` for a file that is no
    whole workbook of Excel's kind, or none that we wrote; ``ours`` says which was expected."""
    try:
        kind = kind_of(path)
    except Unreadable as error:
        what = error.problems[0].actual.partition(";")[0]
        raise refusal(
            path,
            ours,
            f"{what}; save it as Excel workbook (.xlsx), without password and macros",
        ) from error
    if kind != Kind.WORKBOOK:
        raise refusal(path, ours, "another file")
    try:
        # From its bytes: by a path openpyxl goes by the name's ending.
        book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), data_only=False)
    except _DAMAGED as error:
        raise refusal(path, ours, "a damaged one") from error
    if READ_FIRST not in book.sheetnames:
        raise refusal(path, f"a sheet '{READ_FIRST}'", f"none; is this {ours}?")
    return book


def is_ours(path: Path) -> bool:
    """Whether the workbook at ``path`` has the first sheet of ours; a damaged one has none."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), read_only=True)
    except _DAMAGED:
        return False
    try:
        return READ_FIRST in book.sheetnames
    finally:
        book.close()


def misshapen(page: Any, heads: Sequence[str], anew: str = "review anew") -> list[Problem]:
    """What of a sheet is no longer as it was written: other heads, a column more, merged cells.
    ``anew`` is what to do where the workbook is an older one."""
    first = next(page.iter_rows(max_row=1, values_only=True), ())
    printed = [text_of(value) for value in first]
    if printed[: len(heads)] != list(heads) or any(printed[len(heads) :]):
        told = f"others; put them back, or {anew} where the workbook is an older one"
        return [Problem(0, f"{page.title}!1:1", f"the heads {', '.join(heads)}", told)]
    return [
        Problem(0, f"{page.title}!{merged.coord}", "a cell a row", "merged cells; part them")
        for merged in page.merged_cells.ranges
    ]


def text_of(value: Any) -> str:
    """A cell's words, without what nobody sees; a number as Turkish writes it, empty for an empty
    cell."""
    if value is None:
        return ""
    if isinstance(value, float):
        number = Decimal(repr(value)).normalize()
        return format(number, "f").replace(".", ",")
    return squeeze(_UNSEEN.sub("", unicodedata.normalize("NFC", str(value))))


def strange(value: Any, *, is_number: bool = False) -> str:
    """Why a cell's value is not what a person saw there; empty for words, and for a number where
    ``is_number`` says that the field may hold one."""
    if isinstance(value, bool):
        return "a logical value; write words"
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return f"a date ({value}); format the cell as text and write it once more"
    if isinstance(value, str) and value in ERROR_CODES:
        return f"the error {quote(value)}; write words"
    if isinstance(value, str) and value.startswith("="):
        return f"the formula {quote(value)}; paste its value"
    if isinstance(value, int | float) and not is_number:
        return f"the number {text_of(value)}; format the cell as text and write it once more"
    return ""
