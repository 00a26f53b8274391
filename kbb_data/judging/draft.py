"""The tables of a programme as far as they are filled, and what stands against them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kbb_data.judging.judgement import Judgement
from kbb_data.problems import Problem
from kbb_data.reading.lines import Line
from kbb_data.reading.records import Reading
from kbb_data.rows import Row, Tables
from kbb_data.schema import BY_NAME, TABLES
from kbb_data.turkish import UnreadableNumber, read_number

_NOT_STATED = ("", "-", "–")


class Draft:
    """What the text says (``reading``), what people judged, and the rows made of both so far.

    ``problems`` are the places where a judged entry expects what the document does not say.
    """

    def __init__(self, reading: Reading, judgement: Judgement) -> None:
        self.reading, self.judgement = reading, judgement
        self.rows: Tables = {table.name: [] for table in TABLES}
        self.problems: list[Problem] = []

    def add(self, table: str, line: Line, /, **values: Any) -> Row:
        """A new row of ``table``, which stands in ``line``; columns not named are not stated."""
        row: Row = dict.fromkeys(BY_NAME[table].column_names)
        row.update(values)
        row["source_section"] = line.place
        row["source_line"] = line.number
        self.rows[table].append(row)
        return row


def stated_number(printed: str) -> Decimal | None:
    """The number that a cell states; ``None`` for a dash, an empty cell and what is no number."""
    if printed in _NOT_STATED:
        return None
    try:
        return read_number(printed)
    except UnreadableNumber:
        return None
