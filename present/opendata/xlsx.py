"""A table as a spreadsheet: types, Turkish headings, what codes mean, and where it is from."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from kbb_data.schema import Column, Table
from present.kit import draft
from present.kit.formula import STARTS
from present.kit.text import TURKISH, t, using
from present.opendata.cells import to_spreadsheet

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_FORMATS = {"money": "#,##0.00", "integer": "0"}
_HEADING = {"bold": True, "bg_color": "#1F3B73", "font_color": "#FFFFFF", "text_wrap": True,
            "valign": "top"}  # fmt: skip
_WIDEST, _NARROWEST = 60, 9

#: Units of the schema as a Turkish heading writes them.
_UNITS = {"TRY": "TL", "persons": "kişi"}


def heading(column: Column) -> str:
    """A column's Turkish heading with its unit: ``Bütçe (TL)``."""
    unit = _UNITS.get(column.unit, column.unit)
    return f"{column.tr} ({unit})" if unit else column.tr


def sheet_name(title: str) -> str:
    """A name that a spreadsheet takes: at most 31 letters, none of those that it keeps."""
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in title)[:31].strip()


def xlsx_file(
    table: Table,
    rows: Sequence[Sequence[Any]],
    notes: Sequence[tuple[str, str]],
    day: datetime.date | None,
    *,
    is_draft: bool = False,
) -> bytes:
    """The spreadsheet of a table; ``notes`` are label and text of its last sheet. Of a draft the
    sheet's name, the head of each printed page and the file's title say so.

    Money and measures are numbers, texts are texts whatever they begin with, what is not stated is
    an empty cell. The same rows give the same bytes.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    made = day or datetime.date(1980, 1, 1)
    with using(TURKISH):
        title = draft.titled(table.tr, is_draft)
    book.set_properties(
        {"title": title, "created": datetime.datetime(made.year, made.month, made.day)}
    )
    sheet = book.add_worksheet(sheet_name(title))
    if is_draft:
        sheet.set_header(f"&C{title}")
    formats = {kind: book.add_format({"num_format": code}) for kind, code in _FORMATS.items()}
    bold = book.add_format(_HEADING)
    # The spreadsheet's own mark of "this is text": the cell's content stays as it is.
    guarded = book.add_format({"quote_prefix": True})
    for place, column in enumerate(table.columns):
        write_text(sheet, 0, place, heading(column), bold)
        cells = [row[place] for row in rows]
        sheet.set_column(place, place, _width(column, cells))
        for line, value in enumerate(cells, 1):
            _cell(sheet, line, place, to_spreadsheet(table, column, value), formats, guarded)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(table.columns) - 1)
    _write_codes(book, table, bold)
    write_notes(book, notes, book.add_format({"bold": True, "valign": "top"}))
    book.close()
    return buffer.getvalue()


def _write_codes(book: Any, table: Table, bold: Any) -> None:
    """A sheet that says what the table's codes mean, in Turkish and English; none without codes."""
    coded = [column for column in table.columns if column.codes]
    if not coded:
        return
    with using(TURKISH):
        sheet = book.add_worksheet(sheet_name(t("opendata.xlsx_codes")))
        headings = [
            t(f"opendata.xlsx_code_{name}") for name in ("column", "code", "turkish", "english")
        ]
    for place, text in enumerate(headings):
        write_text(sheet, 0, place, text, bold)
    sheet.set_column(0, 1, 24)
    sheet.set_column(2, 3, 44)
    lines = [(heading(column), code) for column in coded for code in column.codes]
    for line, (name, code) in enumerate(lines, 1):
        for place, text in enumerate((name, code.code, code.tr, code.en)):
            write_text(sheet, line, place, text, None)
    sheet.freeze_panes(1, 0)


def _cell(
    sheet: Any, line: int, place: int, value: Any, formats: Mapping[str, Any], guarded: Any
) -> None:
    if value is None:
        return
    if isinstance(value, str):
        write_text(sheet, line, place, value, guarded if value.startswith(STARTS) else None)
    elif isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    else:
        # Lira have two decimals, also where a column of text holds them.
        is_lira = isinstance(value, Decimal) and value.as_tuple().exponent == -2
        kind = "money" if is_lira else "integer" if isinstance(value, int) else ""
        sheet.write_number(line, place, value, formats.get(kind))


def write_text(sheet: Any, line: int, place: int, text: str, style: Any) -> None:
    """A cell of text. Raises ``ValueError`` for one that no spreadsheet holds."""
    if sheet.write_string(line, place, text, style) != 0:
        raise ValueError(f"row {line}, column {place}: a text that no spreadsheet holds")


def _width(column: Column, cells: Sequence[Any]) -> int:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    extra = 6 if column.type == "money" else 2
    return max(_NARROWEST, min(_WIDEST, max(longest + extra, len(column.tr) // 2 + 4)))


def write_notes(book: Any, notes: Sequence[tuple[str, str]], bold: Any) -> None:
    """The sheet that says what the rows are and whence: label and text a line."""
    with using(TURKISH):
        sheet = book.add_worksheet(sheet_name(t("opendata.xlsx_notes")))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 100)
    for line, (label, text) in enumerate(notes):
        write_text(sheet, line, 0, label, bold)
        write_text(sheet, line, 1, text, wrapped)
