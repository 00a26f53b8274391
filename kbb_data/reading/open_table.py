"""A table of section 2.3 while its lines are read."""

from __future__ import annotations

from kbb_data.reading.lines import Line


class OpenTable:
    """A table that takes every line: it stands in where a heading is missing, so that the lack is
    reported once."""

    #: Whether the table's last line was read.
    done = False

    def line(self, line: Line) -> None:
        """Pass over ``line``."""

    def close(self, line: Line | None) -> None:
        """Nothing to complete."""
