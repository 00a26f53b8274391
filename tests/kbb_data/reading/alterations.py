"""Alterations of a programme's text: each changes its lines in place and names what it touched."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from typing import Any

import pytest

from kbb_data.problems import Problem, Unreadable
from kbb_data.reading.lines import Line
from kbb_data.reading.programme import read
from tests.support.source import ROOT

SMALL = (ROOT / "tests" / "fixtures" / "programme_small.txt").read_text(encoding="utf-8")

#: Changes the lines of a text in place; gives the numbers of the lines in which it did damage.
Alteration = Callable[[list[str]], list[int]]


def place(lines: list[str], pattern: str, nth: int = 0) -> int:
    """The place of the nth line that a pattern matches from its beginning."""
    return [n for n, line in enumerate(lines) if re.match(pattern, line)][nth]


def altered(text: str, *alterations: Alteration) -> tuple[str, list[int]]:
    """The text after the alterations, and the numbers of the lines that the last one damaged."""
    lines = text.split("\n")
    damaged: list[int] = []
    for alteration in alterations:
        damaged = alteration(lines)
    assert "\n".join(lines) != text, "an alteration that alters nothing"
    return "\n".join(lines), damaged


def insert(pattern: str, *new: str, nth: int = 0, above: bool = False) -> Alteration:
    """Puts lines below (or above) the nth line that fits; the new ones are the damage."""

    def alter(lines: list[str]) -> list[int]:
        at = place(lines, pattern, nth) + (0 if above else 1)
        lines[at:at] = new
        return list(range(at + 1, at + 1 + len(new)))

    return alter


def replace(pattern: str, old: str, new: str, nth: int = 0) -> Alteration:
    """Replaces a pattern once in the nth line that fits."""

    def alter(lines: list[str]) -> list[int]:
        at = place(lines, pattern, nth)
        lines[at] = re.sub(old, new, lines[at], count=1)
        return [at + 1]

    return alter


def everywhere(old: str, new: str) -> Alteration:
    """Replaces a pattern in the whole text."""

    def alter(lines: list[str]) -> list[int]:
        lines[:] = re.sub(old, new, "\n".join(lines), flags=re.MULTILINE).split("\n")
        return []

    return alter


def drop_cell(pattern: str, cell: int, nth: int = 0) -> Alteration:
    """Takes a cell out of the nth line that fits: what stands right of it slides left."""

    def alter(lines: list[str]) -> list[int]:
        at = place(lines, pattern, nth)
        cells = lines[at].split("\t")
        del cells[cell]
        lines[at] = "\t".join(cells)
        return [at + 1]

    return alter


def drop_line(pattern: str, nth: int = 0) -> Alteration:
    """Takes the nth line that fits out; nothing is left to be named."""

    def alter(lines: list[str]) -> list[int]:
        del lines[place(lines, pattern, nth)]
        return []

    return alter


def double_line(pattern: str, nth: int = 0) -> Alteration:
    """Prints the nth line that fits twice; the second one is the damage."""

    def alter(lines: list[str]) -> list[int]:
        at = place(lines, pattern, nth)
        lines.insert(at, lines[at])
        return [at + 2]

    return alter


def swap_cells(pattern: str, one: int, other: int, nth: int = 0) -> Alteration:
    """Exchanges two cells of the nth line that fits."""

    def alter(lines: list[str]) -> list[int]:
        at = place(lines, pattern, nth)
        cells = lines[at].split("\t")
        cells[one], cells[other] = cells[other], cells[one]
        lines[at] = "\t".join(cells)
        return [at + 1]

    return alter


def shift(pattern: str, tabs: int = 1, nth: int = 0) -> Alteration:
    """Moves the cells of the nth line that fits to the right, or to the left where below 0."""

    def alter(lines: list[str]) -> list[int]:
        at = place(lines, pattern, nth)
        if tabs > 0:
            lines[at] = "\t" * tabs + lines[at]
        else:
            assert lines[at].startswith("\t" * -tabs)
            lines[at] = lines[at][-tabs:]
        return [at + 1]

    return alter


def cut(pattern: str, nth: int = 0) -> Alteration:
    """Ends the text above the nth line that fits."""

    def alter(lines: list[str]) -> list[int]:
        del lines[place(lines, pattern, nth) :]
        return []

    return alter


def exchange(first: str, last: str, *columns: tuple[int, int]) -> Alteration:
    """Exchanges columns from the first line that fits to the next that fits the last's pattern."""

    def alter(lines: list[str]) -> list[int]:
        start = place(lines, first)
        for at in range(start, place(lines[start:], last) + start + 1):
            cells = lines[at].split("\t")
            for one, other in columns:
                if len(cells) > max(one, other):
                    cells[one], cells[other] = cells[other], cells[one]
            lines[at] = "\t".join(cells)
        return []

    return alter


def said(thing: Any) -> Any:
    """What a reading says, without the lines in which it says so."""
    if isinstance(thing, Line):
        return None
    if dataclasses.is_dataclass(thing):
        left_out = ("lines", "account", "is_stripped", "scale")
        fields = [field.name for field in dataclasses.fields(thing) if field.name not in left_out]
        return {name: said(getattr(thing, name)) for name in fields}
    if isinstance(thing, (list, tuple)):
        return [said(part) for part in thing]
    return thing


def of(text: str) -> Any:
    """What a text says, line numbers left out; fails where it is refused."""
    return said(read(text.encode("utf-8")))


def refused(text: str) -> list[Problem]:
    """The problems for which a text is refused; fails where it is read."""
    with pytest.raises(Unreadable) as refusal:
        read(text.encode("utf-8"))
    return refusal.value.problems


def into(pattern: str, text: str, cell: int) -> Alteration:
    """Sets a cell of the row that begins with a pattern."""

    def alter(lines: list[str]) -> list[int]:
        at = place(lines, pattern)
        cells = lines[at].split("\t")
        cells[cell] = text
        lines[at] = "\t".join(cells)
        return [at + 1]

    return alter
