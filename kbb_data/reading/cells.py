"""The figures in a table's cells; a cell that holds none is a problem of its line."""

from __future__ import annotations

import re

from kbb_data.problems import Problem, quote
from kbb_data.reading.lines import Line
from kbb_data.reading.records import Reading
from kbb_data.turkish import UnreadableNumber, read_amount, read_number

#: The lira's name or sign beside an amount.
_LIRA = re.compile(r"^(?:₺|TL\b)\s*|\s*-?\s*(?:₺|\bTL|(?<=\d)TL)$")
#: An amount below zero as bookkeepers write it, and as a word processor does.
_NEGATIVE = re.compile(r"\((?P<inside>[\d.,]+)\)|−(?P<after>\d[\d.,]*)")


def amount(reading: Reading, line: Line, text: str, table: str) -> int | None:
    """The kuruş of a cell, ``None`` for an empty one; a cell that is no amount is a problem. The
    lira's name or sign may stand beside the figure, and a negative one in parentheses."""
    if not text:
        return None
    try:
        return read_amount(_NEGATIVE.sub(r"-\g<inside>\g<after>", _LIRA.sub("", text)))
    except UnreadableNumber:
        reading.problems.append(Problem(line.number, table, "an amount as 1.234,00", quote(text)))
        return None


def count(reading: Reading, line: Line, text: str, table: str) -> int | None:
    """A whole count as printed; a dash or an empty cell is ``None``."""
    if text in ("", "-", "–"):
        return None
    try:
        value = read_number(text)
    except UnreadableNumber:
        value = None
    if value is None or value != value.to_integral_value():
        reading.problems.append(Problem(line.number, table, "a whole number as 1.234", quote(text)))
        return None
    return int(value)
