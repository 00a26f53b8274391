"""Reading sections 2.2, 2.4, 2.5 and 2.6: the plan's aims and the tables over all goals."""

from __future__ import annotations

import re

from kbb_data.problems import Problem, quote
from kbb_data.reading.goals import amount
from kbb_data.reading.lines import Line, in_section, unexpected
from kbb_data.reading.records import (
    Aim,
    Amounts,
    NeedLine,
    Objective,
    PerformanceLine,
    Reading,
    Responsibility,
    Stated,
)
from kbb_data.reading.wording import alike, close
from kbb_data.schema import ECONOMIC_CODES
from kbb_data.turkish import fold, squeeze, upper

_AIM = re.compile(r"S\. ?A\. ?(\d+) ?: *(.+)")
_OBJECTIVE = re.compile(r"S\. ?H\. ?(\d+\.\d+) ?: *(.+)")
_BULLET = re.compile(r"[-–•❖*] *(.+)")
_GOAL_LABEL = re.compile(r"P\. ?H\. ?(\d+) ?:?")

_ROLES = {
    "performans hedefleri maliyetleri toplami": "goals_total",
    "genel yonetim giderleri": "general_administration",
    "diger idarelere transfer edilecek kaynaklar toplami": "transfers",
    "genel toplam": "grand_total",
}
_NEED_LABELS = {
    "toplam butce kaynak ihtiyaci": "budget_total",
    "doner sermaye": "revolving_fund",
    "diger yurt ici": "other_domestic",
    "yurt disi": "foreign",
    "toplam butce disi kaynak ihtiyaci": "off_budget_total",
    "toplam kaynak ihtiyaci": "total",
}
_NUMBER = r"(\d[\d.]*(?:,\d+)?)"
_INTRO = (
    ("programme.goals", rf"{_NUMBER} adet Performans Hedefi", "adet"),
    ("programme.activities", rf"{_NUMBER} adet Faaliyet", "adet"),
    ("programme.activities.total", rf"{_NUMBER} TL Faaliyet Gider", "TRY"),
    ("programme.general_administration", rf"{_NUMBER} TL Genel Yönetim Gider", "TRY"),
    ("programme.total", rf"Toplam ?d[ae] {_NUMBER} TL", "TRY"),
)


def read_plan(reading: Reading) -> None:
    """Fill mission, vision, core values, aims and objectives from section 2.2."""
    part = ""
    heading = ""
    for line in in_section(reading.lines, "2.2"):
        text = squeeze(" ".join(cell for _, cell in line.filled))
        label = fold(text)
        if label in ("misyon", "vizyon", "temel degerler"):
            part = label
            reading.account.skip(line, "label of the text below it")
        elif line.section == "2.2.2" and text.startswith("2.2.2"):
            part = "aims"
            reading.account.skip(line, "heading of a section")
        elif aim := _AIM.fullmatch(text):
            number = int(aim[1])
            if number in [other.aim for other in reading.aims]:
                reading.problems.append(unexpected(line, "section 2.2.2", "each aim once"))
            reading.aims.append(Aim(line, number, heading, aim[2]))
            reading.account.take(line, "aims")
            heading = ""
        elif objective := _OBJECTIVE.fullmatch(text):
            if objective[1] in [other.objective for other in reading.objectives]:
                reading.problems.append(unexpected(line, "section 2.2.2", "each objective once"))
            reading.objectives.append(Objective(line, objective[1], objective[2]))
            reading.account.take(line, "objectives")
        elif part == "misyon" and reading.mission is None:
            reading.mission = (line, text)
            reading.account.take(line, "programme")
        elif part == "vizyon" and reading.vision is None:
            reading.vision = (line, text)
            reading.account.take(line, "programme")
        elif part == "temel degerler" and (bullet := _BULLET.fullmatch(text)):
            reading.values.append((line, bullet[1]))
            reading.account.take(line, "core_values")
        elif line.section == "2.2.2" and text == upper(text):
            heading = squeeze(f"{heading} {text}")
            reading.account.take(line, "aims")
        else:
            reading.account.skip(line, "heading or text beside the aims")
    if not reading.aims:
        reading.problems.append(
            Problem(0, "section 2.2.2", "strategic aims as 'S.A.1: ...'", "none")
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
        if label == "performans hedefi" or set(map(fold, cells)) <= {"tl", "pay"}:
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
    found = False
    for key, pattern, unit in _INTRO:
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            found = True
            reading.stated.append(Stated(line, key, match[0], match[1], unit))
    if found:
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
            found = printed.get(goal.goal)
            reading.problems.append(
                Problem(
                    goal.line.number,
                    "table 2.4",
                    f"goal {goal.goal} with the activities {_span(expected)} of its own table",
                    f"activities {_span(found)}" if found is not None else "no such goal",
                )
            )
    for goal_number in sorted(set(printed) - {goal.goal for goal in reading.goals}):
        reading.problems.append(
            Problem(0, "table 2.4", "goals that have a table in section 2.3", f"goal {goal_number}")
        )


def _span(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers)) if len(numbers) < 4 else f"{numbers[0]}-{numbers[-1]}"


def read_needs(reading: Reading) -> None:
    """Fill ``reading.needs`` from table 2.5."""
    table = "table 2.5"
    columns: tuple[int, ...] = ()
    seen: set[str] = set()
    for line in in_section(reading.lines, "2.5"):
        cells = [cell for _, cell in line.filled]
        if len(cells) == 1:
            reading.account.skip(line, "name of the institution above the table")
            continue
        if any(fold(cell) == "ekonomik kod" for cell in cells):
            columns = tuple(column for column, _ in line.filled[-4:])
            reading.account.skip(line, "heading of the table")
            continue
        if len(columns) != 4:
            reading.problems.append(unexpected(line, table, "the heading of the table"))
            return
        head = [cell for column, cell in line.filled if column < columns[0]]
        key, label = _need_key(head)
        if not key or key in seen:
            reading.problems.append(
                unexpected(line, table, "an economic code, an off-budget source or a total, once")
            )
            continue
        seen.add(key)
        first, second, third, fourth = (
            amount(reading, line, line.cell(column), table) for column in columns
        )
        reading.needs.append(NeedLine(line, key, label, (first, second, third, fourth)))
        reading.account.take(line, "resource_needs")
    for key in (*ECONOMIC_CODES, *_NEED_LABELS.values()):
        if key not in seen:
            reading.problems.append(
                Problem(0, table, f"a line for {quote(key)}", "the end of the table without it")
            )


def _need_key(head: list[str]) -> tuple[str, str]:
    """The key and the label of a line of table 2.5 from the cells before its amounts."""
    if len(head) > 1 and fold(head[0]) == "butce disi kaynak":
        head = head[1:]
    if not head:
        return "", ""
    match = re.fullmatch(r"(\d{2})(?: +(.+))?", head[0])
    if match:
        name = match[2] or (head[1] if len(head) > 1 else "")
        return (match[1] if match[1] in ECONOMIC_CODES and name else ""), name
    key = next((key for text, key in _NEED_LABELS.items() if close(head[0], text)), "")
    return key, head[0]


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
        if fold(cells[0]) == "performans hedefi":
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
        wanted = last_goal.activities[-1].name
        if not alike(last.activity_name, wanted):
            reading.problems.append(
                Problem(
                    last.line.number,
                    "table 2.6",
                    f"{quote(wanted)}, the last activity, at its end",
                    f"{quote(last.activity_name)}; is the text cut?",
                )
            )
