"""Reading table 2.6: which unit answers for which activity."""

from __future__ import annotations

import re
from dataclasses import replace

from kbb_data.problems import Problem, quote
from kbb_data.reading.causes import beside, shift
from kbb_data.reading.heads import is_head, places
from kbb_data.reading.lines import Line, in_section, unexpected
from kbb_data.reading.records import (
    Reading,
    Responsibility,
)
from kbb_data.reading.wording import alike
from kbb_data.turkish import squeeze

_GOAL_LABEL = re.compile(
    r"(?:P\.? ?H\.? ?|Performans Hedefi ?\(?)(\d{1,3})\)? ?[:.)\-–]* *(?=\D|$)", re.IGNORECASE
)


TABLE = "table 2.6"


def read_responsibilities(reading: Reading) -> None:
    """Fill ``reading.responsibilities`` from table 2.6, where the document has one; a goal's first
    line names its unit."""
    if not reading.has("2.6"):
        return
    lines = list(in_section(reading.lines, "2.6"))
    rows = [n for n, line in enumerate(lines) if "\t" in line.text.strip("\n")]
    first, last = (rows[0], rows[-1]) if rows else (0, -1)
    columns = (0, 2, 3)
    goal = position = 0
    unit = statement = ""
    seen: set[int] = set()
    named: set[tuple[int, str]] = set()
    for place, line in enumerate(lines):
        cells = [cell for _, cell in line.filled]
        if is_head(line, "2.6"):
            columns = _columns(reading, lines, place) or columns
            reading.account.skip(line, "heading of the table")
            continue
        if place > last or place < first:
            side = "after" if place > last else "before"
            reading.account.skip(line, f"text {side} the table")
            continue
        reading.account.take(line, "unit_responsibilities")
        column = line.filled[0][0]
        label = _GOAL_LABEL.match(cells[0]) if column <= columns[0] else None
        if label:
            rest = cells[0][label.end() :].strip()
            row = ([rest] if rest else []) + cells[1:]
            goal, position = int(label[1]), 1
            if goal in seen:
                reading.problems.append(unexpected(line, TABLE, f"goal {goal} once"))
                continue
            seen.add(goal)
            if len(row) != 3:
                expected = "goal, its statement, activity and responsible unit"
                problem = unexpected(line, TABLE, expected)
                if place == last:
                    problem = replace(problem, actual=f"{problem.actual}; is the text cut?")
                reading.problems.append(problem)
                continue
            statement, name, unit = row
            printed = unit
        elif goal and column == columns[1] and {c for c, _ in line.filled} <= set(columns[1:]):
            name, printed = cells[0], cells[1] if len(cells) == 2 else ""
            position += 1
            unit = printed or unit
        else:
            reading.problems.append(
                unexpected(line, TABLE, "an activity below its goal, and its responsible unit")
            )
            continue
        if (goal, name) in named:
            reading.problems.append(unexpected(line, TABLE, "each activity once"))
        named.add((goal, name))
        reading.responsibilities.append(
            Responsibility(line, goal, position, statement if label else "", name, unit, printed)
        )
    _join_names(reading)
    if not reading.is_troubled(TABLE, "section 2.3", "table of", "cost table"):
        _hold_end(reading)


def _columns(reading: Reading, lines: list[Line], place: int) -> tuple[int, int, int] | None:
    """The columns of goal, activity and unit of a head; none where it has other labels. A head
    that stands beside its rows is a cause."""
    found = places(lines[place], "responsible")
    if not found:
        return None
    printed = []
    for line in lines[place + 1 :]:
        if is_head(line, "2.6"):
            break
        if _GOAL_LABEL.match(line.first) and len(line.filled) == 4:
            printed.append([line.filled[0][0], *(column for column, _ in line.filled[2:])])
    by = shift(found, printed)
    if by:
        reading.blames(beside(lines[place], by, TABLE))
    return found[0], found[1], found[2]


def _join_names(reading: Reading) -> None:
    """Join a name over two lines: it looks like two activities, but the goal's own table has
    neither, and has the name that both make together."""
    names = {goal.goal: [line.name for line in goal.activities] for goal in reading.goals}
    joined: list[Responsibility] = []
    for row in reading.responsibilities:
        above = joined[-1] if joined and joined[-1].goal == row.goal else None
        known = names.get(row.goal, [])
        whole = squeeze(f"{above.activity_name} {row.activity_name}") if above else ""
        if above and not row.unit_printed and _names(whole, known):
            parts = (above.activity_name, row.activity_name)
            if not any(_names(part, known) for part in parts):
                above.activity_name = whole
                continue
        row.position = above.position + 1 if above else 1
        joined.append(row)
    reading.responsibilities = joined


def _names(name: str, known: list[str]) -> bool:
    return any(alike(name, other) for other in known)


def _hold_end(reading: Reading) -> None:
    """The text is cut when table 2.6 lacks a goal or ends before the last goal's last line."""
    listed = {row.goal for row in reading.responsibilities}
    for goal in reading.goals:
        if goal.goal not in listed:
            reading.problems.append(
                Problem(
                    0,
                    "table 2.6",
                    f"a line for goal {goal.goal}",
                    "the end of the table without it; is the text cut?",
                )
            )
    if not reading.goals or not reading.responsibilities:
        return
    last_goal = reading.goals[-1]
    last = reading.responsibilities[-1]
    if last_goal.activities and last.goal == last_goal.goal:
        name = last_goal.activities[-1].name
        if not alike(last.activity_name, name):
            reading.problems.append(
                Problem(
                    last.line.number,
                    "table 2.6",
                    f"{quote(name)}, the last activity, at its end",
                    f"{quote(last.activity_name)}; is the text cut?",
                )
            )
