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
    lira's name or sign may stand beside the figure, and a negative one in parentheses. In a
    programme in thousands the figure counts thousands of lira, and none may be in lira."""
    if not text:
        return None
    bare = _LIRA.sub("", text)
    figure = _NEGATIVE.sub(r"-\g<inside>\g<after>", bare)
    expected = "an amount as 1.234,00"
    try:
        if reading.scale == 1:
            return read_amount(figure)
        expected = "an amount in thousands of lira as 1.234,5, without TL beside it"
        kurus = read_number(figure) * reading.scale * 100
        if bare == text and kurus == kurus.to_integral_value():
            return int(kurus)
    except UnreadableNumber:
        pass
    reading.problems.append(Problem(line.number, table, expected, quote(text)))
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
