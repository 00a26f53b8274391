"""Why a text or a dataset cannot be taken: one sentence a place, with the mend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One place that cannot be read or that breaks the schema.

    ``line`` is the line of the text (0 where the whole file is meant), ``place`` the table,
    ``expected`` what should stand there and ``actual`` what does; ``at`` is where the line stands
    in the file that the text comes from (``table 31, row 4``), empty for a text.
    """

    line: int
    place: str
    expected: str
    actual: str
    at: str = ""

    def __str__(self) -> str:
        at = f" ({self.at})" if self.at else ""
        line = f"line {self.line}{at}, " if self.line else ""
        return f"{line}{self.place}: expected {self.expected}; found {self.actual}"


class Unreadable(Exception):
    """The text cannot be read with certainty; ``problems`` names every place, in order.

    Where many places have one cause ``problems`` names the first, with how many more there are;
    ``places`` names each, for who mends them one by one.
    """

    def __init__(self, problems: Iterable[Problem], places: Iterable[Problem] = ()) -> None:
        self.problems = sorted(set(problems))
        self.places = sorted(set(places)) or self.problems
        super().__init__("\n".join(str(problem) for problem in self.problems))


def quote(text: str, limit: int = 80) -> str:
    """``text`` in quotation marks, shortened for a message."""
    text = text if len(text) <= limit else text[: limit - 1] + "…"
    return f"'{text}'"
