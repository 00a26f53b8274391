"""Reading table 2.4 and the sentence above it."""

from __future__ import annotations

import re

from kbb_data.problems import Problem
from kbb_data.reading.cells import amount
from kbb_data.reading.heads import is_head
from kbb_data.reading.lines import Line, in_section, unexpected
from kbb_data.reading.records import (
    Amounts,
    PerformanceLine,
    Reading,
    Stated,
)
from kbb_data.reading.wording import close
from kbb_data.turkish import fold

_ROLES = {
    "performans hedefleri maliyetleri toplami": "goals_total",
    "genel yonetim giderleri": "general_administration",
    "diger idarelere transfer edilecek kaynaklar toplami": "transfers",
    "genel toplam": "grand_total",
}

_NUMBER = r"(\d[\d.]*(?:,\d+)?)"

_INTRO = (
    ("programme.goals", rf"{_NUMBER} adet Performans Hedefi", "adet"),
    ("programme.activities", rf"{_NUMBER} adet Faaliyet", "adet"),
    ("programme.activities.total", rf"{_NUMBER} TL Faaliyet Gider", "TRY"),
    ("programme.general_administration", rf"{_NUMBER} TL Genel Yönetim Gider", "TRY"),
    ("programme.total", rf"Toplam ?d[ae] {_NUMBER} TL", "TRY"),
)


def read_performance(reading: Reading) -> None:
    """Fill ``reading.performance`` from table 2.4, and the figures that its sentence states."""
    goal: int | None = None
    roles: set[str] = set()
    seen: set[tuple[str, int]] = set()
    table = "table 2.4"
    for line in in_section(reading.lines, "2.4"):
        cells = [cell for _, cell in line.filled]
        label = fold(cells[0])
        if is_head(line, "2.4"):
            reading.account.skip(line, "heading of the table")
            continue
        if len(cells) == 1:
            _read_intro(reading, line, cells[0])
            continue
        if len(cells) < 7:
            reading.problems.append(
                unexpected(line, table, "number, name and six figures of a goal or an activity")
            )
            continue
        *head, budget, budget_share, off, off_share, total, total_share = cells
        amounts = Amounts(*(amount(reading, line, cell, table) for cell in (budget, off, total)))
        shares = (budget_share, off_share, total_share)
        reading.account.take(line, "printed_performance")
        if head[0].isascii() and head[0].isdigit() and len(head) == 2:
            number = int(head[0])
            level = "goal" if line.filled[0][0] == 0 else "activity"
            goal = number if level == "goal" else goal
            if (level, number) in seen:
                reading.problems.append(
                    unexpected(line, table, f"each {level} number once, not {number} again")
                )
            seen.add((level, number))
            reading.performance.append(
                PerformanceLine(
                    line,
                    level,
                    number,
                    head[1],
                    amounts,
                    shares,
                    goal if level == "activity" else None,
                )
            )
            continue
        role = next((role for text, role in _ROLES.items() if close(label, text)), "")
        if not role or role in roles:
            reading.problems.append(
                unexpected(line, table, "a goal, an activity or one of the four totals, once")
            )
            continue
        roles.add(role)
        reading.performance.append(
            PerformanceLine(line, "total", len(roles), head[0], amounts, shares, role=role)
        )
    for text, role in _ROLES.items():
        if role not in roles:
            reading.problems.append(
                Problem(0, table, f"a line '{text}'", "the end of the table without it")
            )
    _hold_numbers(reading, seen)


def _read_intro(reading: Reading, line: Line, text: str) -> None:
    """The sentence above table 2.4 states counts and totals of the whole programme."""
    is_stated = False
    for key, pattern, unit in _INTRO:
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            is_stated = True
            reading.stated.append(Stated(line, key, match[0], match[1], unit))
    if is_stated:
        reading.account.take(line, "stated_figures")
    else:
        reading.account.skip(line, "text beside the table")


def _hold_numbers(reading: Reading, seen: set[tuple[str, int]]) -> None:
    """Table 2.4 numbers the goals and, throughout, the activities: both must be the same."""
    printed: dict[int, list[int]] = {}
    for row in reading.performance:
        if row.level == "goal":
            printed.setdefault(row.number, [])
        elif row.level == "activity" and row.goal is not None:
            printed.setdefault(row.goal, []).append(row.number)
    number = 0
    for goal in reading.goals:
        expected = list(range(number + 1, number + 1 + len(goal.activities)))
        number += len(goal.activities)
        if printed.get(goal.goal) != expected:
            listed = printed.get(goal.goal)
            reading.problems.append(
                Problem(
                    goal.line.number,
                    "table 2.4",
                    f"goal {goal.goal} with the activities {_span(expected)} of its own table",
                    f"activities {_span(listed)}" if listed is not None else "no such goal",
                )
            )
    for goal_number in sorted(set(printed) - {goal.goal for goal in reading.goals}):
        reading.problems.append(
            Problem(0, "table 2.4", "goals that have a table in section 2.3", f"goal {goal_number}")
        )


def _span(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers)) if len(numbers) < 4 else f"{numbers[0]}-{numbers[-1]}"
