"""The form for a programme's results, written: a workbook with a sheet a unit, or one CSV file.

What the programme says is locked, what a person fills in is open; ``kbb_data.results.form`` reads
it back. The same dataset gives the same bytes.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from kbb_data.files.kinds import refusal
from kbb_data.judging.book import MADE, Styles, finish, height
from kbb_data.judging.sheets import IDENTITY, READ_FIRST, named
from kbb_data.publishing.package import read_tables
from kbb_data.results.layout import (
    AMOUNT,
    INDICATOR,
    MONTHS,
    NUMBER,
    YES,
    Field,
    Line,
    Sheet,
    identity,
    layout,
    programme_name,
)
from kbb_data.results.records import RESULTS_FORM
from kbb_data.results.words import instructions, word, words
from kbb_data.rows import Tables
from kbb_data.values import printed_lira, printed_number

#: The first row of the document's sheet that its fields stand in.
DOCUMENT_ROW = 1
#: What separates the cells of the CSV form: a comma is the decimal mark where it is filled in.
SEPARATOR = ";"
_WIDTHS = {"name": 46, "words": 34, "amount": 18, "number": 15, "yes": 11}
#: Larger numbers than any that a form holds.
_MOST = 10**15


def write_template(folder: Path, target: Path) -> None:
    """Write the form for the dataset ``folder`` to ``target``, by its ending ``.xlsx`` or ``.csv``.

    Raises ``Unreadable``, also where a file lies there already, so that no filled form is lost.
    """
    makers = {".xlsx": workbook, ".csv": csv_form}
    if target.suffix.lower() not in makers:
        raise refusal(target, "a name that ends in .xlsx or .csv", repr(target.suffix))
    if target.exists():
        raise refusal(target, "no file", "one; move it away or name another")
    content = makers[target.suffix.lower()](read_tables(folder))
    try:
        target.write_bytes(content)
    except OSError as error:
        raise refusal(target, "a file that can be written", str(error.strerror)) from error


# --- The workbook --------------------------------------------------------------------------------


def workbook(tables: Tables) -> bytes:
    """The form as a workbook."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    title = word("book.title").format(programme=programme_name(tables))
    book.set_properties({"title": title, "created": MADE})
    style = Styles(book)
    sheets = layout(tables)
    _first(book, style, title, tables, sheets)
    _document(book, style, tables)
    for sheet in sheets:
        _sheet(book, style, sheet)
    book.close()
    return buffer.getvalue()


def _first(book: Any, style: Styles, title: str, tables: Tables, sheets: list[Sheet]) -> None:
    """What to do, and whose results these are."""
    page = book.add_worksheet(READ_FIRST)
    page.set_column(0, 0, 44)
    page.set_column(1, 3, 30)
    page.write(0, 0, title, style.title)
    page.write(2, 0, word("book.identity"), style.plain)
    page.write(IDENTITY, identity(tables), style.hidden)
    money = next(sheet for sheet in sheets if sheet.section != INDICATOR)
    cell = f"{money.title}!{xl_col_to_name(len(money.locked))}5"
    fields = {field.name: field.head for sheet in sheets for field in sheet.fields}
    for number, told in enumerate(instructions(), start=4):
        text = told.format(
            document=word("sheets.document"),
            reason=fields.get("deviation_reason", ""),
            confirm=word("heads.confirm"),
            yes=word("values.yes"),
            spent=word("sheets.economic_months"),
            collected=word("sheets.revenue_months"),
            as_of=word("document.as_of"),
            cell=cell,
        )
        page.merge_range(number, 0, number, 3, text, style.plain)
        page.set_row(number, 32)
    finish(page)
    page.set_portrait()


def _document(book: Any, style: Styles, tables: Tables) -> None:
    """The sheet about the document itself."""
    page = book.add_worksheet(word("sheets.document"))
    for column, (head, width) in enumerate((("about", 26), ("given", 46), ("note", 60))):
        page.write(0, column, word(f"heads.{head}"), style.head)
        page.set_column(column, column, width)
    notes, given = words("notes"), given_at_first()
    for row, (name, label) in enumerate(words("document").items(), start=DOCUMENT_ROW):
        page.write(row, 0, label, style.locked)
        is_day = name in ("date", "as_of")
        page.write(row, 1, given.get(name, ""), style.day if is_day else style.answer)
        page.write(row, 2, notes[name], style.locked)
        page.set_row(row, 32)
        names = list(choices(name, tables))
        if names and len(",".join(names)) <= 255 and not any("," in each for each in names):
            page.data_validation(row, 1, row, 1, {"validate": "list", "source": names})
        if is_day:
            page.data_validation(row, 1, row, 1, {
                "validate": "date", "criteria": ">=", "value": datetime.date(2000, 1, 1),
                "error_title": word("guide.title"), "error_message": word("guide.date"),
            })  # fmt: skip
    finish(page)


def given_at_first() -> dict[str, str]:
    """What the form says of the document before anybody fills it in."""
    return {"kind": named("documents", "kind")[RESULTS_FORM]}


def choices(name: str, tables: Tables) -> dict[str, str]:
    """The values of a field of the document, by what they are called; empty for free words."""
    if name == "kind":
        return {label: code for code, label in named("documents", "kind").items()}
    if name == "corrects":
        return {row["document"]: row["document"] for row in tables["documents"]}
    return {}


def _sheet(book: Any, style: Styles, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.title)
    wide = [*(_locked_width(sheet, column) for column in range(len(sheet.locked))),
            *(_WIDTHS[field.holds] for field in sheet.fields), 4]  # fmt: skip
    for column, (head, width) in enumerate(zip(sheet.heads, wide, strict=True)):
        page.write(0, column, head, style.head)
        page.set_column(column, column, width)
    page.set_row(0, height(sheet.heads, [max(width - 3, 3) for width in wide]))
    key = len(sheet.heads) - 1
    page.set_column(key, key, 4, None, {"hidden": True})
    for number, line in enumerate(sheet.lines, start=1):
        for column, value in enumerate(line.shown):
            _locked(page, style, number, column, value, is_money=sheet.section != INDICATOR)
        for column, field in enumerate(sheet.fields, start=len(line.shown)):
            page.write_blank(number, column, None, _open(style, field))
        page.write(number, key, line.key, style.hidden)
        page.set_row(number, height(line.shown, wide[: len(line.shown)]))
    for column, field in enumerate(sheet.fields, start=len(sheet.locked)):
        rule = _rule(field)
        if rule:
            page.data_validation(1, column, max(len(sheet.lines), 1), column, rule)
    page.freeze_panes(1, len(sheet.locked) if sheet.section != INDICATOR else 3)
    finish(page)


def _locked_width(sheet: Sheet, column: int) -> int:
    """The width of a locked column: names are long, numbers short."""
    name = 2 if sheet.section == INDICATOR else 1
    return _WIDTHS["name"] if column == name else 12 if column < name else 20


def _locked(page: Any, style: Styles, row: int, column: int, value: Any, *, is_money: bool) -> None:
    """A locked cell: money in lira, numbers as numbers, what nobody knows in words."""
    if value is None:
        is_figure = column > (1 if is_money else 3)
        page.write(row, column, word("values.not_stated") if is_figure else "", style.locked)
    elif isinstance(value, str):
        page.write_string(row, column, value, style.locked)
    elif is_money and column > 1:
        # A spreadsheet holds lira exactly up to some 90 billion; the form reads none of these back.
        page.write_number(row, column, float(Decimal(value).scaleb(-2)), style.money)
    elif isinstance(value, Decimal | int):
        is_whole = column > 3 and value == int(value)
        figure = style.locked_whole if is_whole else style.locked_number
        page.write_number(row, column, float(value), figure)
    else:
        page.write_string(row, column, str(value), style.locked)


def _open(style: Styles, field: Field) -> Any:
    if field.holds == AMOUNT:
        return style.open_money
    return {NUMBER: style.open_number, YES: style.answer}.get(field.holds, style.words)


def _rule(field: Field) -> dict[str, Any]:
    """What a spreadsheet itself refuses in a cell."""
    if field.holds == YES:
        return {"validate": "list", "source": [word("values.yes")]}
    if field.holds in (NUMBER, AMOUNT):
        guide = "money" if field.holds == AMOUNT else "number"
        return {
            "validate": "decimal", "criteria": "between", "minimum": -_MOST, "maximum": _MOST,
            "error_title": word("guide.title"), "error_message": word(f"guide.{guide}"),
        }  # fmt: skip
    return {}


# --- The CSV file --------------------------------------------------------------------------------


def csv_heads() -> list[str]:
    """The heads of the CSV form."""
    return list(words("csv").values())


def csv_form(tables: Tables) -> bytes:
    """The form as one CSV file, a row a value; UTF-8 with the mark that spreadsheets know it by."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow(csv_heads())
    writer.writerows(_csv_rows(tables))
    return buffer.getvalue().encode("utf-8-sig")


def _csv_rows(tables: Tables) -> Iterator[Sequence[str]]:
    sections, given = words("csv_sections"), given_at_first()
    about = sections["document"]
    yield (about, "", "", "", "", "", "", "", word("book.identity"), identity(tables))
    for name, label in words("document").items():
        yield (about, "", "", "", "", "", "", "", label, given.get(name, ""))
    for line, sheet, titles in csv_lines(layout(tables)):
        for field in sheet.fields:
            yield (sections[line.section], titles, *csv_shown(line), field.head, "")


def csv_lines(sheets: list[Sheet]) -> list[tuple[Line, Sheet, str]]:
    """Every line of the form once, with its first sheet and the titles of all that have it."""
    found: dict[str, tuple[Line, Sheet, str]] = {}
    for sheet in sheets:
        for line in sheet.lines:
            before = found.get(line.key)
            titles = f"{before[2]} | {sheet.title}" if before else sheet.title
            found[line.key] = (line, before[1] if before else sheet, titles)
    return list(found.values())


def csv_shown(line: Line) -> tuple[str, str, str, str, str, str]:
    """The locked cells of a line: number, indicator, name, unit, target or plan, last value."""
    if line.section == INDICATOR:
        goal, indicator, name, unit, target, last, last_of = line.shown
        known = f"{_told(last)} ({last_of})" if last is not None else _told(None)
        return str(goal), str(indicator), name, unit or "", _told(target), known
    if line.section in MONTHS:
        code, name, month, amount = line.shown
        return code, "", name, "", "", f"{_lira(amount)}, {month}" if month else _told(None)
    code, name, planned, spent = line.shown
    return code, "", name, "", _lira(planned), _lira(spent)


def _told(value: Any) -> str:
    if value is None:
        return word("values.not_stated")
    return printed_number(value) if isinstance(value, Decimal) else str(value)


def _lira(kurus: int | None) -> str:
    return word("values.not_stated") if kurus is None else printed_lira(kurus)
