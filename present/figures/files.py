"""A figure's rows as files: CSV, JSON and XLSX, with the year, the kind, the unit and the source.

What a file holds is what the page's table shows, in full precision: money in lira to the kuruş,
shares as parts of 1, counts as whole numbers. A blank stays blank. What is true of all rows stands
once: below the rows of the CSV for people, on a sheet of the XLSX, in the JSON; of the exact CSV,
which holds rows and nothing else, in the file beside it (``companion.py``).
"""

from __future__ import annotations

import csv
import datetime
import io
import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from present.kit.figure import Figure
from present.kit.formula import defused
from present.kit.spreadsheet import Value, turkish_csv
from present.kit.tables import LIRA, TableColumn
from present.kit.text import t
from present.kit.writing import is_stated
from present.opendata.files import as_pretty_json
from present.opendata.xlsx import sheet_name, write_notes, write_text

_KURUS = "_kurus"
_SHARE_DIGITS = 6


def keys(figure: Figure) -> list[str]:
    """The columns' names in JSON; money in lira has lost the ending that says kuruş."""
    return [column.key or column.name.removesuffix(_KURUS) for column in figure.columns]


def headings(figure: Figure) -> list[str]:
    """The columns' headings with their unit: ``Bütçe (TL)``, ``Pay (1 üzerinden)``."""
    return [_heading(column) for column in figure.columns]


def _heading(column: TableColumn) -> str:
    unit = LIRA if column.is_kurus else column.unit
    if column.is_share:
        unit = t("figures.file_of_one")
    if not unit or unit in column.label:
        return column.label
    return t("figures.file_heading", label=column.label, unit=unit)


def rows(figure: Figure) -> Iterator[list[Value]]:
    """The table's rows in its order, a value a column; ``None`` for what is not stated."""
    for row in figure.table.to_dict("records"):
        yield [_value(column, row[column.name]) for column in figure.columns]


def _is_money(column: TableColumn) -> bool:
    return column.is_kurus or column.unit == LIRA


def _value(column: TableColumn, raw: Any) -> Value:
    if column.value is not None:
        value: Value = column.value(raw)
        return value
    if not is_stated(raw):
        return None
    if column.is_kurus:
        return Decimal(int(raw)).scaleb(-2)
    if isinstance(raw, Fraction):
        return round(Decimal(raw.numerator) / Decimal(raw.denominator), _SHARE_DIGITS)
    if isinstance(raw, bool | str):
        return raw
    if isinstance(raw, Decimal):
        return int(raw) if raw == raw.to_integral_value() else raw.normalize()
    number = float(raw)
    if math.isfinite(number) and number.is_integer():
        return int(number)
    # What is not nothing is never written as if it were.
    return round(number, _SHARE_DIGITS) or float(f"{number:.2g}")


def csv_bytes(figure: Figure) -> bytes:
    """The rows with headings and nothing else, for programs: RFC 4180, decimal points, UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(headings(figure))
    for row in rows(figure):
        writer.writerow([_cell(value) for value in row])
    return buffer.getvalue().encode("utf-8")


def people_bytes(figure: Figure, about: Mapping[str, str]) -> bytes:
    """The rows for a spreadsheet with Turkish settings; below them what they are, whence, what has
    to be read with them, and ``about`` the file."""
    said = [*told(figure).items(), *about.items(), ("", t("common.people_csv"))]
    return turkish_csv(headings(figure), rows(figure), said)


def told(figure: Figure) -> dict[str, str]:
    """What is true of all rows, by its label: title, scope, sentence, source, and what has to be
    read with the figure."""
    return {
        t("figures.file_title"): figure.title,
        t("figures.file_scope"): figure.subtitle,
        t("figures.file_sentence"): figure.sentence,
        t("figures.file_source"): figure.source,
        **notes(figure),
    }


def notes(figure: Figure) -> dict[str, str]:
    """What has to be read with the figure under its heading; nothing where nothing has."""
    if not figure.notes:
        return {}
    return {t("figures.file_notes"): " ".join(map(str, figure.notes))}


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return defused(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        # Plain digits, also of a tiny share.
        value = Decimal(repr(value))
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def json_bytes(name: str, figure: Figure, about: Mapping[str, Any]) -> bytes:
    """The figure's name in addresses, title, sentence, source, ``about`` it, the columns and the
    rows by the columns' names.

    Money is a text of lira with two decimals, exact; other numbers are numbers.
    """
    names = keys(figure)
    content = {
        "slug": name,
        "title": figure.title,
        "subtitle": figure.subtitle,
        "sentence": figure.sentence,
        "source": figure.source,
        "notes": [{"text": note.text, "address": note.address} for note in figure.notes],
        **about,
        "columns": [
            {"name": name, "title": column.label, "unit": _unit(column)}
            for name, column in zip(names, figure.columns, strict=True)
        ],
        "rows": [
            {
                name: _json(column, value)
                for name, column, value in zip(names, figure.columns, row, strict=True)
            }
            for row in rows(figure)
        ],
    }
    return as_pretty_json(content)


def _unit(column: TableColumn) -> str:
    """``TRY`` for lira, ``1`` for parts of 1; empty for what the heading names itself."""
    if _is_money(column):
        return "TRY"
    return "1" if column.is_share else column.unit


def _json(column: TableColumn, value: Value) -> Any:
    if isinstance(value, Decimal):
        return format(value, ".2f") if _is_money(column) else float(value)
    return value


def xlsx_bytes(figure: Figure, about: Mapping[str, str], day: datetime.date | None) -> bytes:
    """The rows as a spreadsheet with a second sheet that says what they are and whence."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    made = day or datetime.date(1980, 1, 1)
    created = datetime.datetime(made.year, made.month, made.day)
    book.set_properties({"title": figure.title, "created": created})
    sheet = book.add_worksheet(sheet_name(figure.title))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    money = book.add_format({"num_format": "#,##0.00"})
    share = book.add_format({"num_format": "0.0%"})
    for place, heading in enumerate(headings(figure)):
        write_text(sheet, 0, place, heading, bold)
    sheet.set_column(0, 0, 48)
    sheet.set_column(1, max(1, len(figure.columns) - 1), 18)
    guarded = book.add_format({"quote_prefix": True})
    for line, row in enumerate(rows(figure), 1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                write_text(sheet, line, place, value, guarded if defused(value) != value else None)
            elif isinstance(value, bool):
                sheet.write_boolean(line, place, value)
            elif value is not None:
                column = figure.columns[place]
                style = money if _is_money(column) else share if column.is_share else None
                sheet.write_number(line, place, value, style)
    sheet.freeze_panes(1, 0)
    write_notes(book, list({**told(figure), **about}.items()), bold)
    book.close()
    return buffer.getvalue()
