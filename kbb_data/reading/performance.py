"""Reading table 2.4 and the sentence above it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kbb_data.problems import Problem
from kbb_data.reading.causes import beside, misplaced
from kbb_data.reading.cells import amount
from kbb_data.reading.heads import NOWHERE, is_head, places, side
from kbb_data.reading.lines import Line, in_section, lacking, unexpected
from kbb_data.reading.records import (
    Amounts,
    PerformanceLine,
    Reading,
    Stated,
)
from kbb_data.reading.wording import close
from kbb_data.turkish import UnreadableNumber, fold, read_number, squeeze

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


TABLE = "table 2.4"
#: A hundred per cent and what its rounding may add.
_WHOLE = 101


@dataclass(slots=True)
class _Columns:
    """Where table 2.4's head puts the goals' numbers and the figures; ``figures`` are amount and
    share of budget, off-budget (``NOWHERE`` in a table without it) and total, empty where no head
    was read yet."""

    goal: int = 0
    figures: tuple[int, ...] = ()

    @property
    def printed(self) -> tuple[int, ...]:
        """The columns of figures that the table has."""
        return tuple(column for column in self.figures if column != NOWHERE)


def read_performance(reading: Reading) -> None:
    """Fill ``reading.performance`` from table 2.4, and the figures that its sentence states."""
    lines = list(in_section(reading.lines, "2.4"))
    rows = [place for place, line in enumerate(lines) if len(line.filled) > 2]
    columns = _Columns()
    goal: int | None = None
    roles: set[str] = set()
    seen: set[tuple[str, int]] = set()
    for place, line in enumerate(lines):
        cells = [cell for _, cell in line.filled]
        label = fold(cells[0])
        if is_head(line, "2.4"):
            _read_head(reading, lines, place, columns)
            reading.account.skip(line, "heading of the table")
            continue
        if len(cells) == 1:
            if not reading.performance or place > rows[-1]:
                _read_intro(reading, line, cells[0])
            elif not _goes_on(reading, line):
                reading.problems.append(
                    unexpected(line, TABLE, "a row, or the rest of a name in the name's column")
                )
            continue
        reading.account.take(line, "printed_performance")
        figures = _figures(reading, line, columns)
        amounts = Amounts(*(amount(reading, line, cell, TABLE) for cell in figures[::2]))
        shares = (figures[1], figures[3], figures[5])
        if any(_is_above_all(share) for share in shares):
            reading.problems.append(
                unexpected(line, TABLE, "shares of at most 100; are amount and share exchanged?")
            )
        if label.isascii() and label.isdigit():
            number = int(label)
            level = "goal" if line.filled[0][0] <= columns.goal else "activity"
            goal = number if level == "goal" else goal
            if (level, number) in seen:
                reading.problems.append(
                    unexpected(line, TABLE, f"each {level} number once, not {number} again")
                )
            seen.add((level, number))
            owner = goal if level == "activity" else None
            name = cells[1]
            reading.performance.append(
                PerformanceLine(line, level, number, name, amounts, shares, owner)
            )
            continue
        if not any(figures):
            continue
        role = next((role for text, role in _ROLES.items() if close(label, text)), "")
        if not role or role in roles:
            reading.problems.append(
                unexpected(line, TABLE, "a goal, an activity or one of the four totals, once")
            )
            continue
        roles.add(role)
        reading.performance.append(
            PerformanceLine(line, "total", len(roles), cells[0], amounts, shares, role=role)
        )
    for text, role in () if reading.is_troubled(TABLE) else _ROLES.items():
        if role not in roles:
            reading.problems.append(
                Problem(0, TABLE, f"a line '{text}'", "the end of the table without it")
            )
    if not reading.is_troubled(TABLE, "section 2.3", "table of", "cost table"):
        _hold_numbers(reading)


def _read_head(reading: Reading, lines: list[Line], place: int, columns: _Columns) -> None:
    """Take up the columns of a head's line, or say that it stands beside those of its rows."""
    line = lines[place]
    is_amounts = side(fold(line.first)) is not None and len(line.filled) in (4, 6)
    above = columns.printed
    if not is_amounts:
        found = {fold(cell): column for column, cell in line.filled}
        columns.goal = found.get("performans hedefi", 0)
        columns.figures = tuple(
            column if column == NOWHERE else column + side
            for column in places(line, "amounts")
            for side in (0, 1)
        )
    else:
        kinds = {column: side(fold(cell)) for column, cell in line.filled}
        # Under each of budget, off-budget and total stand the amount and its share.
        if sorted(above) == sorted(kinds):
            columns.figures = tuple(
                column
                for left in columns.figures[::2]
                for column in (
                    (NOWHERE, NOWHERE)
                    if left == NOWHERE
                    else sorted((left, left + 1), key=lambda column: kinds[column] != "tl")
                )
            )
        elif len(kinds) == 6:
            columns.figures = tuple(kinds)
        else:
            expected = "'Bütçe İçi', 'Bütçe Dışı', 'Toplam' above the amounts and shares"
            reading.blames(unexpected(line, TABLE, expected))
            columns.figures = ()
    figures = columns.printed
    end = next((n for n in range(place + 1, len(lines)) if is_head(lines[n], "2.4")), len(lines))
    below = [line for line in lines[place + 1 : end] if len(line.filled) > 2]
    cause = misplaced(line, figures, below, TABLE)
    by = min(figures, default=0) - min(above, default=0)
    if cause:
        reading.blames(cause)
    elif by and is_amounts:
        reading.blames(beside(lines[place - 1], by, TABLE))


def _figures(reading: Reading, line: Line, columns: _Columns) -> list[str]:
    """The six figures of a row, which may stand beside their columns if none is lacking."""
    cells = [cell for _, cell in line.filled]
    numbered = fold(cells[0]).isdigit()
    printed = columns.printed
    count = len(printed) or 6
    if len(cells) == count + (2 if numbered else 1):
        order = sorted(printed)
        stated = dict(zip(order, cells[-count:], strict=False))
        return [stated.get(column, "") for column in columns.figures] or cells[-6:]
    width = max(printed, default=8) + 1
    if len(line.cells) < width or (numbered and len(cells) < 3):
        reading.problems.append(lacking(line, TABLE, width))
        return [""] * 6
    beyond = [column for column, _ in line.filled[2 if numbered else 1 :]]
    if not printed or not set(beyond) <= set(printed):
        reading.problems.append(
            unexpected(line, TABLE, "number, name and six figures of a goal or an activity")
        )
        return [""] * 6
    return [line.cell(column) for column in columns.figures]


def _is_above_all(share: str) -> bool:
    """Whether a share is more than a whole; one that is no number is for the judgement."""
    try:
        return read_number(share) > _WHOLE
    except UnreadableNumber:
        return False


def _goes_on(reading: Reading, line: Line) -> bool:
    """Add the rest of the name in the row above, which stands alone in the name's column."""
    above = reading.performance[-1]
    name = above.line.filled[0 if above.level == "total" else 1]
    column, cell = line.filled[0]
    if column != name[0] or "\t" not in line.text or cell.isdigit():
        return False
    above.label = squeeze(f"{above.label} {cell}")
    reading.account.take(line, "printed_performance")
    return True


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


def _hold_numbers(reading: Reading) -> None:
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
    known = {goal.goal for goal in reading.goals}
    for row in reading.performance:
        if row.level == "goal" and row.number not in known:
            stated = "a goal that has a table in section 2.3"
            reading.problems.append(unexpected(row.line, TABLE, stated))


def _span(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers)) if len(numbers) < 4 else f"{numbers[0]}-{numbers[-1]}"
