"""One cause, one message: what follows from a table's head is counted behind it.

A head that is missing or stands beside its columns spoils every row below it, and an export that
went wrong in one way does so in every table. Each is said once, with its line, and the number of
lines that go with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from kbb_data.problems import Problem, quote
from kbb_data.reading.heads import figures
from kbb_data.reading.lines import Line

#: How many problems of one kind are printed one by one.
FEW = 3
#: How far a head may stand beside its rows and be known as theirs.
_FAR = 3


def collapse(
    problems: Sequence[Problem], causes: dict[str, Problem], few: float = FEW
) -> list[Problem]:
    """The problems with each cause said once.

    ``causes``: by a table's name, what is wrong with its head; the table's other problems are
    counted behind it. Beyond ``few``, problems of one table, or of one kind in several tables, are
    the first of them with the number of the others. Empty for no problems.
    """
    of_table: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        of_table[problem.place].append(problem)
    kept: list[Problem] = []
    for place, found in of_table.items():
        if place in causes:
            kept.append(_first(causes[place], found, "lines of the same table"))
        elif len(found) > few:
            kept.append(_first(min(found), found, "lines of the same table"))
        else:
            kept += found
    of_kind: dict[str, list[Problem]] = defaultdict(list)
    for problem in kept:
        of_kind[_kind(problem)].append(problem)
    shown: list[Problem] = []
    for found in of_kind.values():
        shown += found if len(found) <= few else [_first(min(found), found, "places alike")]
    return shown


def _first(problem: Problem, found: Collection[Problem], others: str) -> Problem:
    """``problem`` with the number of the lines, or of the lacks without a line, found with it."""
    more = len({(other.line, "" if other.line else other.expected) for other in found}) - 1
    return (
        replace(problem, actual=f"{problem.actual}; … and {more} more {others}")
        if more
        else problem
    )


def _kind(problem: Problem) -> str:
    """What a problem has in common with its like in other tables."""
    return re.sub(r"'[^']*'|\d+", "", f"{problem.expected}")


def misplaced(
    head: Line, columns: Sequence[int], rows: Sequence[Line], table: str
) -> Problem | None:
    """The problem of a head that doesn't stand above the figures of its rows.

    ``columns``: those of the head's figures. None where it stands above those of any row, where
    there are not two rows to compare, or where neither one shift brings it above them all nor the
    rows agree on as many other columns.
    """
    printed = [found for row in rows if (found := figures(row))]
    by = shift(columns, printed)
    if by:
        return beside(head, by, table)
    below = {column for found in printed for column in found}
    if len(printed) < 2 or len(below) != len(columns) or _fits_any(columns, printed):
        return None
    labels = quote(" | ".join(cell for _, cell in head.filled))
    actual = f"{labels} with a label beside its column; put each above its figures"
    return Problem(head.number, table, "the head above the figures of its rows", actual)


def shift(columns: Sequence[int], printed: Sequence[Collection[int]]) -> int:
    """By how many columns the rows' cells stand right of the head's; 0 where any row fits, where
    fewer than two rows are there, or where no one number fits all."""
    if len(printed) < 2 or _fits_any(columns, printed):
        return 0
    for by in sorted(range(-_FAR, _FAR + 1), key=abs):
        if all(set(found) <= {column + by for column in columns} for found in printed):
            return by
    return 0


def _fits_any(columns: Sequence[int], printed: Sequence[Collection[int]]) -> bool:
    return any(set(found) <= set(columns) for found in printed)


def beside(head: Line, by: int, table: str) -> Problem:
    """The problem that the rows' cells stand ``by`` columns right of their head."""
    tabs, side = abs(by), "left" if by > 0 else "right"
    return Problem(
        head.number,
        table,
        "the head above the figures of its rows",
        f"{quote(' | '.join(cell for _, cell in head.filled))} {tabs} "
        f"{'tab' if tabs == 1 else 'tabs'} too far to the {side}; move the head or the rows",
    )
