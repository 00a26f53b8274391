"""Economic codes of one level or more, ``03`` or ``03.2``: which line holds which others."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

_Line = TypeVar("_Line")

#: A code with its levels, and the name behind it where both stand in one cell.
CODE = re.compile(r"(\d{2}(?:\.\d{1,2}){0,3})\.?(?:\s+(\D.*))?")


def levels(code: str) -> tuple[int, ...]:
    """The levels of a printed code: ``03.2`` and ``03.02`` are (3, 2)."""
    return tuple(int(part) for part in code.split("."))


def holders(codes: Sequence[str]) -> list[int | None]:
    """For each code of a table the place of the printed code that it is a part of, the nearest
    above it; ``None`` where the table prints none, so that its amount counts by itself."""
    printed = {levels(code): place for place, code in enumerate(codes)}
    found: list[int | None] = []
    for code in codes:
        parts = levels(code)
        above = (printed.get(parts[:end]) for end in range(len(parts) - 1, 0, -1))
        found.append(next((place for place in above if place is not None), None))
    return found


def counted(
    lines: Sequence[_Line], code: Callable[[_Line], str], group: Callable[[_Line], Hashable]
) -> list[_Line]:
    """The lines that count by themselves: of those of one ``group`` (one type of financing) none
    whose ``code`` lies under another's."""
    kept: list[_Line] = []
    for of in dict.fromkeys(group(line) for line in lines):
        own = [line for line in lines if group(line) == of]
        above = holders([code(line) for line in own])
        kept += [line for line, holder in zip(own, above, strict=True) if holder is None]
    return kept
