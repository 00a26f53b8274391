"""Reading table 2.6: which unit answers for which activity."""

from __future__ import annotations

import re

from kbb_data.problems import Problem, quote
from kbb_data.reading.heads import is_head
from kbb_data.reading.lines import in_section, unexpected
from kbb_data.reading.records import (
    Reading,
    Responsibility,
)
from kbb_data.reading.wording import alike

_GOAL_LABEL = re.compile(r"P\. ?H\. ?(\d+) ?:?")


def read_responsibilities(reading: Reading) -> None:
    """Fill ``reading.responsibilities`` from table 2.6; a goal's first line names its unit."""
    table = "table 2.6"
    goal = 0
    unit = ""
    statement = ""
    ended = False
    position = 0
    seen: set[tuple[int, int]] = set()
    for line in in_section(reading.lines, "2.6"):
        cells = [cell for _, cell in line.filled]
        if is_head(line, "2.6"):
            reading.account.skip(line, "heading of the table")
            continue
        label = _GOAL_LABEL.match(cells[0]) if line.filled[0][0] == 0 else None
        if "\t" not in line.text.strip("\n") or ended:
            ended = bool(reading.responsibilities)
            reading.account.skip(line, "text after the table" if ended else "text before the table")
            continue
        if label:
            rest = cells[0][label.end() :].strip()
            row = ([rest] if rest else []) + cells[1:]
            if len(row) != 3:
                reading.problems.append(
                    unexpected(line, table, "goal, its statement, activity and responsible unit")
                )
                continue
            goal, position = int(label[1]), 1
            statement, name, unit = row
            printed = unit
        elif goal and line.filled[0][0] >= 1 and len(cells) in (1, 2):
            name, printed = cells[0], cells[1] if len(cells) == 2 else ""
            position += 1
            unit = printed or unit
        else:
            reading.problems.append(
                unexpected(line, table, "an activity below its goal, and its responsible unit")
            )
            continue
        if (goal, position) in seen:
            reading.problems.append(unexpected(line, table, f"goal {goal} once"))
            continue
        seen.add((goal, position))
        reading.responsibilities.append(
            Responsibility(line, goal, position, statement if label else "", name, unit, printed)
        )
        reading.account.take(line, "unit_responsibilities")
    _hold_end(reading)


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
