"""The lines of a workbook: the rows of its sheets in their order, cells with tabs between them.

Numbers are written as the programme's text has them (``1234,5``), because a reader that knows one
form knows where it is wrong. A formula counts with the value that its program stored.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from kbb_data.files.kinds import refusal
from kbb_data.problems import Problem, Unreadable
from kbb_data.turkish import squeeze

#: More cells than any programme has.
MAX_CELLS = 2_000_000


def unseen(path: Path) -> list[str]:
    """The titles of the hidden sheets that hold something; ``lines`` leaves them out. The workbook
    is one that ``lines`` can read."""
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=True)
    try:
        return [
            sheet.title
            for sheet in book.worksheets
            if sheet.sheet_state != "visible" and any(map(any, sheet.iter_rows(values_only=True)))
        ]
    finally:
        book.close()


def lines(path: Path) -> tuple[list[str], dict[int, str]]:
    """The workbook's lines, and where each that holds something stands, by its number from 1.

    Raises ``Unreadable`` for a damaged file, and for formulas without a stored value.
    """
    try:
        # From its bytes: by a path openpyxl goes by the name's ending.
        content = path.read_bytes()
        values = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False)
    except (InvalidFileException, KeyError, ValueError, TypeError, zipfile.BadZipFile, OSError,
            SyntaxError) as error:  # fmt: skip
        raise refusal(
            path, "a whole workbook", "one that is damaged; open it in Excel and save it again"
        ) from error
    texts: list[str] = []
    places: dict[int, str] = {}
    blank: list[Problem] = []
    cells = 0
    try:
        for sheet in values.worksheets:
            if sheet.sheet_state != "visible":
                continue
            margin = _margin(formulas[sheet.title])
            rows = zip(
                sheet.iter_rows(min_col=1 + margin, values_only=True),
                formulas[sheet.title].iter_rows(min_col=1 + margin, values_only=True),
                strict=False,
            )
            for number, (row, source) in enumerate(rows, start=1):
                cells += len(row)
                if cells > MAX_CELLS:
                    raise refusal(path, "a programme", f"more than {MAX_CELLS:,} cells")
                texts.append("\t".join(map(_text, row)).rstrip("\t") if any(row) else "")
                place = f"sheet '{sheet.title}', row {number}"
                if texts[-1]:
                    places[len(texts)] = place
                blank += [
                    Problem(
                        len(texts),
                        place,
                        "the values of formulas",
                        f"{formula} without one; open the file in Excel and save it again",
                    )
                    for value, formula in zip(row, source, strict=False)
                    if value is None and isinstance(formula, str) and formula.startswith("=")
                ]
    finally:
        values.close()
        formulas.close()
    if blank:
        raise Unreadable(blank[:1])
    return texts, places


def _margin(sheet: Any) -> int:
    """How many columns a sheet leaves empty at its left."""
    margin, cells = None, 0
    for row in sheet.iter_rows(values_only=True):
        cells += len(row)
        if cells > MAX_CELLS:
            break
        first = next((place for place, value in enumerate(row) if value is not None), None)
        if first is not None:
            margin = first if margin is None else min(margin, first)
    return margin or 0


def _text(value: Any) -> str:
    """A cell as the programme's text would have it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime.datetime):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, int | float | Decimal):
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        return format(number.normalize(), "f").replace(".", ",")
    return squeeze(str(value))
