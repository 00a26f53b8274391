"""Reading one performance goal's table."""

from __future__ import annotations

import re
from typing import Any

from kbb_data.problems import Problem
from kbb_data.reading.causes import misplaced
from kbb_data.reading.cells import amount
from kbb_data.reading.heads import NOWHERE, Label, label_of, places, unit_column
from kbb_data.reading.lines import Line, lacking, unexpected
from kbb_data.reading.open_table import OpenTable, state
from kbb_data.reading.records import (
    ActivityLine,
    Amounts,
    Figure,
    Goal,
    Indicator,
    Reading,
    Slip,
)
from kbb_data.reading.wording import close
from kbb_data.reading.years import YearHead, is_title
from kbb_data.turkish import squeeze


class GoalTableReader(OpenTable):
    """Reads one goal's table."""

    def __init__(self, reading: Reading, goal: Goal, numbers: set[int]) -> None:
        self.reading, self.goal, self.numbers = reading, goal, numbers
        self.name = "table of a goal"
        self.years = YearHead(reading.year)
        self.unit: int | None = None
        self.columns: tuple[int, int, int] | None = None
        self.part = "head"
        #: The heads above figures with their rows, to see whether they fit.
        self.heads: list[tuple[Line, tuple[int, ...], list[Line]]] = []
        #: What the next line goes on with if it has a cell in the same column only.
        self.open: tuple[Any, str, int] | None = None
        self.note_open = False
        #: The last column of the note's label and value; its rest stands no further right.
        self.note_column = 0
        self.last_number = 0

    def line(self, line: Line) -> None:
        """Take up one line of the table, or report that it does not belong here."""
        table = self._take(line)
        if table:
            self.reading.account.take(line, table)
        else:
            expected = self._expected()
            if self.part != "head" and len(line.filled) == 1 and not line.first.isdigit():
                expected = f"{expected}, or the rest of a name below it in the name's column"
            self.reading.problems.append(unexpected(line, self.name, expected))

    def _expected(self) -> str:
        return {
            "head": "a label (İdare Adı, Stratejik Amaç 1, Stratejik Hedef 1.1, "
            "Performans Hedefi (1), Açıklamalar) or the indicators' heading",
            "indicators": "number, name and figures of an indicator, or its Açıklamalar",
            "activities": "number, name, Bütçe, Bütçe Dışı and Toplam of an activity",
        }[self.part]

    def _take(self, line: Line) -> str:
        label = label_of(line)
        if self._goes_on(line, label):
            return self.part if self.part != "head" else "goals"
        self.open = None
        titled = is_title(line.first) or close(line.first, "Performans Göstergeleri")
        if self.part != "activities":
            headed = self.years.take(line)
            if headed or titled or (self.part == "indicators" and self._names_unit(line)):
                self.part, self.note_open = "indicators", False
                self._unit(line)
                if headed and self.years.columns:
                    columns = tuple(each.column for each in self.years.columns)
                    self.heads.append((line, columns, []))
                return "indicators"
        if label.subject == "activities":
            self._open_activities(line)
            return "activities"
        if label.subject == "note":
            self.note_column = line.filled[-1][0]
            return self._note(line, label)
        if self.part == "head":
            return self._head(line, label)
        if self.part == "indicators" and label.subject in ("budget", "whole"):
            self.reading.problems.append(
                unexpected(line, self.name, "the heading 'Faaliyetler' before the activities")
            )
            self._open_activities(line)
        if line.first.isascii() and line.first.isdigit():
            self.note_open = False
            return self._row(line)
        if self.part == "activities" and (label.subject == "budget" or places(line, "amounts")):
            return self._open_columns(line)
        if self.part == "activities" and label.subject == "whole":
            return self._whole(line)
        if self.part == "indicators" and self._is_note(line):
            last = self.goal.indicators[-1]
            last.note = squeeze(f"{last.note} {line.first}")
            return "indicators"
        return ""

    def _goes_on(self, line: Line, label: Label) -> bool:
        """Whether the line is the rest of the name above it, in the name's column; then add it."""
        if not self.open or label.subject or len(line.filled) != 1:
            return False
        record, field, column = self.open
        if line.filled[0][0] != column or column == 0 or line.first.isdigit():
            return False
        if close(line.first, "Performans Göstergeleri") or unit_column(line) is not None:
            return False
        setattr(record, field, squeeze(f"{getattr(record, field)} {line.first}"))
        return True

    def _names_unit(self, line: Line) -> bool:
        return not self.years.is_over and unit_column(line) is not None

    def _is_note(self, line: Line) -> bool:
        return self.note_open and len(line.filled) == 1 and line.filled[0][0] <= self.note_column

    def _note(self, line: Line, label: Label) -> str:
        if self.part == "head":
            self._state(line, note=label.value)
            self.note_open = True
            return "goals"
        if self.part == "indicators":
            # Without an indicator above it its row is missing, which the next row's number shows.
            if self.goal.indicators:
                last = self.goal.indicators[-1]
                state(self.reading, self.name, line, last, note=label.value)
                self.note_open = True
            return "indicators"
        return ""

    def _open_activities(self, line: Line) -> None:
        if places(line, "amounts"):
            self._open_columns(line)
        if self.part == "activities":
            return
        self.part, self.note_open, self.last_number = "activities", False, 0
        if not self.goal.indicators and self.name not in self.reading.causes:
            self.reading.problems.append(unexpected(line, self.name, "an indicator before it"))

    def _unit(self, line: Line) -> None:
        if self.unit is None:
            self.unit = unit_column(line)

    def _head(self, line: Line, label: Label) -> str:
        goal = self.goal
        if label.subject == "institution":
            goal.institution = label.value
        elif label.subject == "aim":
            self._state(line, aim=int(label.number), aim_statement=label.value)
        elif label.subject == "objective":
            self._state(line, objective=label.number, objective_statement=label.value)
        elif label.subject == "goal":
            self._number(line, label.number)
            goal.statement = label.value
        elif self._is_note(line) and not line.first.isdigit():
            goal.note = squeeze(f"{goal.note} {line.first}")
        else:
            return ""
        field = {
            "aim": "aim_statement",
            "objective": "objective_statement",
            "goal": "statement",
        }.get(label.subject, "")
        if field and len(line.filled) == 2:
            self.open = (goal, field, line.filled[1][0])
        return "goals"

    def _state(self, line: Line, **fields: Any) -> None:
        state(self.reading, self.name, line, self.goal, **fields)

    def _number(self, line: Line, printed: str) -> None:
        earlier = self.reading.goals[-2].goal if len(self.reading.goals) > 1 else 0
        number = int(printed) if printed else earlier + 1
        self.goal.goal, self.goal.goal_printed = number, printed
        self.name = f"table of goal {number}"
        if number in self.numbers:
            self.reading.problems.append(
                Problem(line.number, self.name, "each goal number once", f"goal {number} again")
            )
        self.numbers.add(number)
        if not printed:
            self.reading.slips.append(
                Slip(
                    line,
                    "number",
                    line.first,
                    str(number),
                    "Hedef numarası boş bırakılmış; sıradan okundu.",
                )
            )

    def _year_labels(self) -> str:
        year = self.reading.year
        return (
            f"a year and a kind above each figure, as '{year - 2} Gerçekleşen', "
            f"'{year - 1} Tahmin', '{year} Hedef', the last among them"
        )

    def _row(self, line: Line) -> str:
        if len(line.filled) == 1:
            return ""
        return self._indicator(line) if self.part == "indicators" else self._activity(line)

    def _indicator(self, line: Line) -> str:
        columns = self.years.columns
        self.years.is_over = True
        if not columns:
            head = self.years.line or line
            self.reading.blames(unexpected(head, self.name, self._year_labels()))
            return ""
        self.heads[-1][2].append(line)
        used = {each.column for each in columns} | ({self.unit} if self.unit is not None else set())
        first = min(used)
        number = int(line.first)
        name = _name_before(line, first)
        self._hold_order(line, "indicator", number)
        figures = tuple(Figure(each.year, each.kind, line.cell(each.column)) for each in columns)
        unit = "" if self.unit is None else line.cell(self.unit)
        indicator = Indicator(line, number, name, figures, unit=unit)
        self.goal.indicators.append(indicator)
        if len(line.cells) <= max(used):
            self.reading.problems.append(lacking(line, self.name, max(used) + 1))
        elif (
            not any(letter.isalpha() for letter in name)
            or any(c >= first and c not in used for c, _ in line.filled)
            or re.fullmatch(r"[\d.,]+", unit)
        ):
            self.reading.problems.append(unexpected(line, self.name, self._expected()))
        elif len(line.cells) == max(used) + 1 and not line.cells[-1]:
            # Either the last figure isn't stated or one was lost and the others slid left.
            self.reading.problems.append(
                unexpected(
                    line, self.name, "a figure in the last cell, a dash where none is stated"
                )
            )
        self.open = (indicator, "printed_name", line.filled[1][0]) if name else None
        return "indicators"

    def _activity(self, line: Line) -> str:
        if self.columns is None:
            self.reading.blames(
                unexpected(line, self.name, "'Bütçe', 'Bütçe Dışı', 'Toplam' above the activities")
            )
            return ""
        self.heads[-1][2].append(line)
        name = _name_before(line, min(c for c in self.columns if c != NOWHERE))
        number = int(line.first)
        self._hold_order(line, "activity", number)
        if not any(letter.isalpha() for letter in name):
            self.reading.problems.append(unexpected(line, self.name, self._expected()))
        activity = ActivityLine(line, number, name, self._amounts(line))
        self.goal.activities.append(activity)
        self.open = (activity, "name", line.filled[1][0]) if name else None
        return "activities"

    def _hold_order(self, line: Line, row: str, number: int) -> None:
        if number != self.last_number + 1:
            self.reading.problems.append(
                unexpected(line, self.name, f"{row} {self.last_number + 1}, each number once")
            )
        self.last_number = number

    def _open_columns(self, line: Line) -> str:
        found = places(line, "amounts")
        if len(found) != 3:
            self.reading.blames(
                unexpected(line, self.name, "'Bütçe', 'Bütçe Dışı', 'Toplam' above the activities")
            )
            return "activities"
        budget, off_budget, total = found
        self.columns = (budget, off_budget, total)
        self.heads.append((line, tuple(c for c in found if c != NOWHERE), []))
        return "activities"

    def _whole(self, line: Line) -> str:
        if self.columns is None:
            return ""
        self.heads[-1][2].append(line)
        self.goal.amounts = self._amounts(line)
        self.done = True
        return "goals"

    def _amounts(self, line: Line) -> Amounts:
        assert self.columns is not None
        budget, _, total = self.columns
        first = min(c for c in self.columns if c != NOWHERE)
        beyond = [c for c, _ in line.filled if c >= first and c not in self.columns]
        if beyond or not line.cell(budget) or not line.cell(total):
            self.reading.problems.append(
                unexpected(
                    line,
                    self.name,
                    "an amount under Bütçe and under Toplam; leave a cell that states nothing "
                    "empty",
                )
            )
            return Amounts(None, None, None)
        read = [amount(self.reading, line, line.cell(column), self.name) for column in self.columns]
        return Amounts(read[0], read[1], read[2])

    def close(self, line: Line | None) -> None:
        """Report what the table lacks; ``line`` is what ended it, ``None`` the end of text."""
        goal = self.goal
        for head, columns, rows in self.heads:
            cause = misplaced(head, columns, rows, self.name)
            if cause:
                self.reading.blames(cause)
        if self.name in self.reading.causes:
            return
        missing = [
            label
            for label, stated in (
                ("Performans Hedefi (number)", goal.goal),
                ("Stratejik Amaç", goal.aim and goal.aim_statement),
                ("Stratejik Hedef", goal.objective and goal.objective_statement),
                ("its statement", goal.statement),
                ("its indicators", goal.indicators),
                ("its activities", goal.activities),
                ("Genel Toplam", goal.amounts),
            )
            if not stated
        ]
        if missing:
            self.reading.problems.append(
                Problem(
                    goal.line.number,
                    self.name,
                    ", ".join(missing),
                    "the end of the table without it",
                )
            )


def _name_before(line: Line, column: int) -> str:
    """The name in a row: what stands between its number and ``column``."""
    return squeeze(" ".join(cell for place, cell in line.filled[1:] if place < column))
