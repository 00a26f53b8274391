"""What a filled form holds before it is understood: its cells with their places.

The workbook and the CSV file are read into this, so that what a cell may say is decided once
(``kbb_data.results.form``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kbb_data.judging.book import text_of
from kbb_data.problems import Problem, quote
from kbb_data.results.layout import Line, Sheet, identity
from kbb_data.results.words import word
from kbb_data.rows import Tables
from kbb_data.turkish import fold, squeeze

#: What to do with a form that is no longer the one to fill in.
ANEW = "write the form anew (python -m kbb_data results-template) and copy what was filled in"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that a person filled in: its place as a spreadsheet calls it, the line of a CSV file
    (0 in a workbook), its value, and whether it is shown as per cent."""

    place: str
    line: int
    value: Any
    is_percent: bool = False

    @property
    def words(self) -> str:
        """The cell's words; empty for an empty cell."""
        return text_of(self.value)

    def wrong(self, expected: str, actual: str) -> Problem:
        """That the cell does not fit."""
        return Problem(self.line, self.place, expected, actual)


@dataclass(frozen=True, slots=True)
class Given:
    """What a form says of a line: its filled cells by the field's name, and where it stands."""

    line: Line
    sheet: Sheet
    cells: dict[str, Cell]
    section: str
    number: int


@dataclass(slots=True)
class Filled:
    """A form as far as it can be read: what it says of the document, what it says of its lines,
    what does not fit, and what of the form is not there, for the person who gave it."""

    document: dict[str, Cell] = field(default_factory=dict)
    given: list[Given] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)


def known(written: str, tables: Tables, place: str, line: int) -> tuple[list[Problem], bool]:
    """Whether a form is the one for these tables, by the identity ``written`` in it: what is wrong,
    and whether no document came in since it was written."""
    own, given = identity(tables).split(" | "), written.split(" | ")
    if len(given) != len(own) or fold(given[2]) != fold(own[2]):
        expected = f"the identity of a form ({quote(own[2])})"
        return [Problem(line, place, expected, f"{quote(written)}; {ANEW}")], False
    if given[:2] != own[:2]:
        expected = f"a form of {own[0]} {own[1]}"
        found = f"one of {given[0]} {given[1]}; give it with --for the folder of that programme"
        return [Problem(line, place, expected, found)], False
    return [], given[3] == own[3]


def same(shown: Any, found: Any, *, is_money: bool) -> bool:
    """Whether a locked cell still shows what was written there."""
    return squeeze(text_of(found)) in {squeeze(text_of(each)) for each in _written(shown, is_money)}


def _written(shown: Any, is_money: bool) -> tuple[Any, ...]:
    """What a workbook's locked cell may hold for a value: a spreadsheet keeps doubles."""
    if shown is None:
        return (None, word("values.not_stated"))
    if isinstance(shown, str):
        return (shown,)
    return (float(shown) / 100 if is_money else float(shown),)
