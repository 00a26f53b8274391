"""A filled CSV form, row by row, as we wrote it or as a spreadsheet saved it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from kbb_data.files.kinds import refusal
from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.results.filled import ANEW, Cell, Filled, Given, known
from kbb_data.results.layout import Line, Sheet, layout
from kbb_data.results.template import csv_heads, csv_lines, csv_shown
from kbb_data.results.words import word, words
from kbb_data.rows import Tables
from kbb_data.turkish import UnreadableNumber, fold, read_number, squeeze

#: What may separate cells: ours, and those that spreadsheets write.
_SEPARATORS = ";\t,"
_VALUE = 9
#: By so many of its heads the form is known, whichever somebody altered.
_ENOUGH = 4


def is_csv_form(content: bytes) -> bool:
    """Whether a text begins as the CSV form does, in whichever coding it was saved."""
    start = content[:600].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    cells = re.split(r'[;,\t"\r\n]+', start.decode("utf-8", "replace"))
    known = {fold(head) for head in csv_heads()} & {fold(cell) for cell in cells}
    # Heads with letters beside ASCII are lost in another coding.
    return len(known) >= _ENOUGH


def read_csv(path: Path, tables: Tables) -> Filled:
    """What the filled form at ``path`` holds. Raises ``Unreadable`` for a file that is no form, in
    another coding or torn."""
    rows = _rows(path)
    filled = Filled()
    sections = {fold(label): section for section, label in words("csv_sections").items()}
    own = words("document")
    labels = {fold(label): name for name, label in own.items()}
    about = [row for row in rows if fold(row[1][0]) == fold(words("csv_sections")["document"])]
    is_newest = False
    identities = [row for row in about if fold(row[1][8]) == fold(word("book.identity"))]
    if len(identities) != 1:
        filled.problems.append(
            Problem(0, str(path), f"one row {quote(word('book.identity'))}",
                    f"{len(identities)}; {ANEW}")
        )  # fmt: skip
        return filled
    number, cells = identities[0]
    problems, is_newest = known(cells[_VALUE], tables, word("csv.value"), number)
    if problems:
        filled.problems += problems
        return filled
    for number, cells in about:
        name = labels.get(fold(cells[8]))
        if name is None and fold(cells[8]) != fold(word("book.identity")):
            filled.problems.append(
                Problem(number, word("csv.field"), f"one of {', '.join(own.values())}",
                        quote(cells[8]))
            )  # fmt: skip
        elif name in filled.document:
            filled.problems.append(
                Problem(number, word("csv.field"), "each row once", f"{quote(cells[8])} again")
            )
        elif name:
            filled.document[name] = Cell(word("csv.value"), number, cells[_VALUE])
    _lines(rows, sections, layout(tables), is_newest, filled)
    return filled


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """The rows below the head with their lines, each with as many cells as the head."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refusal(path, "UTF-8", "another coding; save it as CSV UTF-8") from error
    heads = csv_heads()
    first = text.partition("\n")[0].rstrip("\r")
    fitting = [
        separator
        for separator in _SEPARATORS
        if _unpadded([fold(cell.strip('"')) for cell in first.split(separator)], len(heads))
        == list(map(fold, heads))
    ]
    if not fitting:
        raise refusal(
            path,
            f"the heads {'; '.join(heads)}",
            f"{quote(first)}; put them back, in the first line",
        )
    rows = []
    problems = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=fitting[0], strict=True)
    try:
        next(reader)
        for cells in reader:
            if not any(map(str.strip, cells)):
                continue
            cells = _unpadded(cells, len(heads))
            if len(cells) != len(heads):
                problems.append(
                    Problem(reader.line_num, path.name, f"{len(heads)} cells",
                            f"{len(cells)}; is a cell with {quote(fitting[0])} without quotes?")
                )  # fmt: skip
                continue
            rows.append((reader.line_num, [squeeze(cell) for cell in cells]))
    except csv.Error as error:
        problems.append(Problem(reader.line_num, path.name, "rows of CSV", str(error)))
    if problems:
        raise Unreadable(problems[:1], problems)
    return rows


def _unpadded(cells: list[str], width: int) -> list[str]:
    """The cells without the empty ones that a spreadsheet puts behind the last column."""
    while len(cells) > width and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _lines(
    rows: list[tuple[int, list[str]]],
    sections: dict[str, str],
    sheets: list[Sheet],
    is_newest: bool,
    filled: Filled,
) -> None:
    """The rows about indicators and money."""
    lines = {_key(line): (line, sheet) for line, sheet, _ in csv_lines(sheets)}
    kept: dict[tuple[str, str, str], Given] = {}
    seen: dict[tuple[tuple[str, str, str], str], int] = {}
    for number, cells in rows:
        section = sections.get(fold(cells[0]))
        if section == "document":
            continue
        if section is None:
            filled.problems.append(
                Problem(number, word("csv.section"), f"one of {', '.join(sections)}",
                        quote(cells[0]))
            )  # fmt: skip
            continue
        key = (section, _number(cells[2]), _number(cells[3]))
        if key not in lines:
            filled.problems.append(
                Problem(number, f"{word('csv.number')}, {word('csv.indicator')}",
                        "a number of the form", f"{quote(' '.join(cells[2:4]).strip())}; {ANEW}")
            )  # fmt: skip
            continue
        line, sheet = lines[key]
        field = next((each for each in sheet.fields if fold(each.head) == fold(cells[8])), None)
        if field is None:
            heads = ", ".join(each.head for each in sheet.fields)
            filled.problems.append(
                Problem(number, word("csv.field"), f"one of {heads}", quote(cells[8]))
            )
            continue
        if (key, field.name) in seen:
            filled.problems.append(
                Problem(number, word("csv.field"), "each row once",
                        f"line {seen[key, field.name]} again; take one out")
            )  # fmt: skip
            continue
        seen[key, field.name] = number
        filled.problems += _altered(number, cells, line, is_newest)
        if cells[_VALUE]:
            given = kept.setdefault(
                key, Given(line, sheet, {}, words("csv_sections")[line.section], number)
            )
            given.cells[field.name] = Cell(word("csv.value"), number, cells[_VALUE])
    filled.given += kept.values()
    told = {key for key, _ in seen}
    filled.lacking += [
        f"rows of '{words('csv_sections')[line.section]} {line.code} {line.name}'"
        for key, (line, _) in lines.items()
        if key not in told
    ]


def _key(line: Line) -> tuple[str, str, str]:
    shown = csv_shown(line)
    return line.section, _number(shown[0]), _number(shown[1])


def _number(code: str) -> str:
    """A code as it is compared: a spreadsheet takes its leading zero away."""
    return code.lstrip("0") if code.isdecimal() else code


def _altered(number: int, cells: list[str], line: Line, is_newest: bool) -> list[Problem]:
    """The locked cells of a row that no longer say what the programme says."""
    heads = csv_heads()[2:8]
    shown = csv_shown(line)
    compared = len(shown) if is_newest else len(shown) - 1
    return [
        Problem(number, head, f"the locked {quote(own)}", f"{quote(found)}; put it back")
        for head, own, found in list(zip(heads, shown, cells[2:8], strict=True))[2:compared]
        if not _same(own, found)
    ]


def _same(own: str, found: str) -> bool:
    """Whether a locked cell is as written; a spreadsheet may write the same number otherwise."""
    if squeeze(own) == found:
        return True
    try:
        return read_number(own) == read_number(found)
    except UnreadableNumber:
        return False
