"""A report's text as numbered lines, whatever file it came in."""

from __future__ import annotations

import csv
import io
import re

from kbb_data.files.drafts import hold_marks
from kbb_data.files.extract import Extract
from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.reading.damage import letters
from kbb_data.reading.lines import Line, decode
from kbb_data.reading.pipes import tabbed
from kbb_data.turkish import fold, squeeze

_DELIMITERS = ";,"
#: The fewest columns of a table whose cells a delimiter parts.
_FEWEST = 4
_ENGLISH = re.compile(r"-?\d+\.\d{1,2}")
_TURKISH = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}")
_THOUSANDS = re.compile(
    r"\(?[*\s]*(?:(?:tum |butun )?(?:tutar|rakam)\w*(?: birimi)?\s*:?\s*)?"
    r"(?:bin|1\.?000|milyon)\s*-?\s*(?:tl|₺|turk lirasi|lira)\b.*"
)


def lines_of(source: Extract) -> list[Line]:
    """The lines of a report, numbered as in its file.

    Raises ``Unreadable`` for a text that still has a draft's marks, is none, has broken letters, or
    states its amounts in thousands.
    """
    hold_marks(source.content)
    text = decode(source.content)
    if broken := letters(text):
        raise Unreadable([broken])
    delimiter = _delimiter(text)
    lines = _delimited(text, delimiter) if delimiter else _tabbed(text)
    for line in lines:
        scaled = next((cell for _, cell in line.filled if _is_scaled(cell)), "")
        if scaled:
            raise Unreadable(
                [
                    Problem(
                        line.number,
                        "report",
                        "amounts in lira",
                        f"{quote(scaled)}; write amounts and head in TL, to the kuruş",
                    )
                ]
            )
    return lines


def unheld(content: bytes) -> list[Line]:
    """The lines of a text as far as they can be parted, whatever is wrong with what they say: for
    telling which document it is. Raises ``Unreadable`` for bytes that are no text."""
    text = decode(content)
    delimiter = _delimiter(text)
    if not delimiter:
        return _tabbed(text)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    return [_line(rows.line_num, row) for row in rows]


def _tabbed(text: str) -> list[Line]:
    rows = tabbed(text).split("\n")
    return [_line(number, row.rstrip("\r").split("\t")) for number, row in enumerate(rows, 1)]


def _is_scaled(cell: str) -> bool:
    words = fold(cell)
    bracket = words.rfind("(")
    return len(cell) <= 90 and any(
        _THOUSANDS.fullmatch(part) for part in (words, words[bracket:] if bracket >= 0 else words)
    )


def _line(number: int, cells: list[str]) -> Line:
    return Line(number, "", "\t".join(cells), tuple(map(squeeze, cells)))


def _delimiter(text: str) -> str:
    """What parts the cells of a CSV file; empty for other texts."""
    rows = [row for row in text.split("\n") if row.strip()]
    if "\t" in text or not rows:
        return ""
    for delimiter in _DELIMITERS:
        widths = [len(row) for row in csv.reader(rows, delimiter=delimiter)]
        # A title may stand above the table, in one cell; running text has commas here and there.
        wide = [width for width in widths if width > 1]
        if wide and len(set(wide)) == 1 and wide[0] >= _FEWEST and 2 * len(wide) > len(widths):
            return delimiter
    return ""


def _delimited(text: str, delimiter: str) -> list[Line]:
    """The rows of a CSV file, numbers with the comma for decimals as in every other file. A file
    with numbers of both kinds is refused."""
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    rows = [(reader.line_num, row) for row in reader]
    cells = [cell.strip() for _, row in rows for cell in row]
    english = [cell for cell in cells if _ENGLISH.fullmatch(cell)]
    turkish = [cell for cell in cells if _TURKISH.fullmatch(cell)]
    if english and turkish:
        raise Unreadable(
            [
                Problem(
                    next(number for number, row in rows if english[0] in map(str.strip, row)),
                    "report",
                    "one way of writing numbers",
                    f"{quote(english[0])} and {quote(turkish[0])}; write all as 1234,50 or all as "
                    "1234.50",
                )
            ]
        )
    if english:
        rows = [
            (n, [c.replace(".", ",") if _ENGLISH.fullmatch(c.strip()) else c for c in row])
            for n, row in rows
        ]
    return [_line(number, row) for number, row in rows]
