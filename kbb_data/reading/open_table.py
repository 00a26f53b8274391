"""A table of section 2.3 while its lines are read."""

from __future__ import annotations

from typing import Any

from kbb_data.reading.lines import Line, unexpected
from kbb_data.reading.records import Reading


class OpenTable:
    """A table that takes every line: it stands in where a heading is missing, so that the lack is
    reported once."""

    #: Whether the table's last line was read.
    done = False

    def line(self, line: Line) -> None:
        """Pass over ``line``."""

    def close(self, line: Line | None) -> None:
        """Nothing to complete."""


def state(reading: Reading, table: str, line: Line, record: Any, **fields: Any) -> None:
    """Set the fields that a label of ``table`` states. Another value under a label that was there
    before is a problem; the same one, or its first line, is a head repeated on a new page."""
    for field, value in fields.items():
        earlier = getattr(record, field)
        if earlier and not (value and str(earlier).startswith(str(value))):
            reading.problems.append(unexpected(line, table, "each label once, or the same again"))
            break
    for field, value in fields.items():
        setattr(record, field, value)
