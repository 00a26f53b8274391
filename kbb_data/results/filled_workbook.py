"""A filled workbook, cell by cell: what is locked must be as it was written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from kbb_data.judging.book import misshapen, opened, text_of
from kbb_data.judging.sheets import IDENTITY, READ_FIRST
from kbb_data.problems import Problem, quote
from kbb_data.results.filled import ANEW, Cell, Filled, Given, known, same
from kbb_data.results.layout import INDICATOR, Line, Sheet, layout
from kbb_data.results.template import DOCUMENT_ROW
from kbb_data.results.words import word, words
from kbb_data.rows import Tables

#: Which workbook was expected, for messages.
OURS = "the workbook that results-template wrote"


def read_workbook(path: Path, tables: Tables) -> Filled:
    """What the filled form at ``path`` holds. Raises ``Unreadable`` for a file that is no form."""
    book = opened(path, OURS)
    filled = Filled()
    written = text_of(book[READ_FIRST][IDENTITY].value)
    problems, is_newest = known(written, tables, f"{READ_FIRST}!{IDENTITY}", 0)
    if problems:
        filled.problems += problems
        return filled
    sheets = {sheet.title: sheet for sheet in layout(tables)}
    about = word("sheets.document")
    for title in book.sheetnames:
        page = book[title]
        if title == about:
            _document(page, filled)
        elif title in sheets:
            _sheet(page, sheets[title], is_newest, filled)
        elif title != READ_FIRST and any(map(any, page.iter_rows(values_only=True))):
            filled.problems.append(
                Problem(0, title, "the sheets of the form", "another; take it out, or give the "
                        "sheet its name back")
            )  # fmt: skip
    filled.lacking += [f"sheet '{title}'" for title in sheets if title not in book.sheetnames]
    return filled


def _document(page: Any, filled: Filled) -> None:
    """What the sheet about the document says."""
    labels = words("document")
    for row, (name, label) in enumerate(labels.items(), start=DOCUMENT_ROW + 1):
        if text_of(page.cell(row, 1).value) != label:
            filled.problems.append(
                Problem(0, f"{page.title}!A{row}", f"the locked {quote(label)}",
                        quote(text_of(page.cell(row, 1).value)))
            )  # fmt: skip
        filled.document[name] = _cell(page, row, 2)


def _cell(page: Any, row: int, column: int) -> Cell:
    cell = page.cell(row, column)
    return Cell(
        f"{page.title}!{cell.coordinate}", 0, cell.value, "%" in str(cell.number_format or "")
    )


def _sheet(page: Any, sheet: Sheet, is_newest: bool, filled: Filled) -> None:
    """The lines of one sheet."""
    wrong = misshapen(page, sheet.heads, ANEW)
    if wrong:
        filled.problems += wrong
        return
    lines = {line.key: line for line in sheet.lines}
    rows: dict[str, int] = {}
    for row in range(2, page.max_row + 1):
        open_cells = {
            field.name: _cell(page, row, column)
            for column, field in enumerate(sheet.fields, start=len(sheet.locked) + 1)
        }
        cells = {name: cell for name, cell in open_cells.items() if cell.words}
        hidden = _cell(page, row, len(sheet.heads))
        line = lines.get(hidden.words)
        if line is None:
            shown = any(page.cell(row, column).value for column in range(1, len(sheet.heads)))
            if cells or (hidden.words and shown):
                found = quote(hidden.words) if hidden.words else "none"
                filled.problems.append(
                    hidden.wrong("the hidden key of the row as it was", f"{found}; {ANEW}")
                )
            continue
        if line.key in rows:
            filled.problems.append(
                hidden.wrong("each row once", f"the row {rows[line.key]} again; take one out")
            )
            continue
        rows[line.key] = row
        filled.problems += _altered(page, row, sheet, line, is_newest)
        if cells:
            filled.given.append(Given(line, sheet, cells, sheet.title, row))
    gone = [line for line in sheet.lines if line.key not in rows]
    filled.lacking += [f"row '{line.code} {line.name}' of sheet '{sheet.title}'" for line in gone]


def _altered(page: Any, row: int, sheet: Sheet, line: Line, is_newest: bool) -> list[Problem]:
    """The locked cells of a row that no longer show what the programme says."""
    compared = len(sheet.locked) - (0 if is_newest else sheet.last)
    problems = []
    for column, (head, shown) in enumerate(zip(sheet.locked, line.shown, strict=True), start=1):
        if column > compared:
            break
        cell = _cell(page, row, column)
        if not same(shown, cell.value, is_money=sheet.section != INDICATOR and column > 2):
            told = text_of(float(shown) if hasattr(shown, "scaleb") else shown)
            problems.append(
                cell.wrong(f"the locked {head} {quote(told)}", f"{quote(cell.words)}; put it back")
            )
    if len(problems) > 1:
        rest = f"; and {len(problems) - 1} more cells of the row; is it another row's?"
        return [replace(problems[0], actual=problems[0].actual + rest)]
    return problems
