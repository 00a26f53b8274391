"""Reading one performance goal's table."""

from __future__ import annotations

from kbb_data.problems import Problem
from kbb_data.reading.cells import amount
from kbb_data.reading.heads import Label, YearColumn, columns, label_of, year_columns
from kbb_data.reading.lines import Line, unexpected
from kbb_data.reading.open_table import OpenTable
from kbb_data.reading.records import (
    ActivityLine,
    Amounts,
    Goal,
    Indicator,
    Reading,
    Slip,
)
from kbb_data.reading.wording import close
from kbb_data.turkish import squeeze


class GoalTableReader(OpenTable):
    """Reads one goal's table."""

    def __init__(self, reading: Reading, goal: Goal, numbers: set[int]) -> None:
        self.reading, self.goal, self.numbers = reading, goal, numbers
        self.name = "table of a goal"
        self.years: tuple[int, int, int] | None = None
        self.columns: tuple[int, int, int] | None = None
        self.part = "head"

    def line(self, line: Line) -> None:
        """Take up one line of the table, or report that it does not belong here."""
        table = self._take(line)
        if table:
            self.reading.account.take(line, table)
        else:
            self.reading.problems.append(unexpected(line, self.name, self._expected()))

    def _expected(self) -> str:
        return {
            "head": "a label (İdare Adı, Stratejik Amaç, Stratejik Hedef, Performans Hedefi, "
            "Açıklamalar) or the indicators' heading",
            "indicators": "number, name and three figures of an indicator, or its Açıklamalar",
            "activities": "number, name, Bütçe, Bütçe Dışı and Toplam of an activity",
        }[self.part]

    def _take(self, line: Line) -> str:
        label = label_of(line)
        goal = self.goal
        years = year_columns(line)
        if close(line.first, "Performans Göstergeleri") or (years and self.part == "head"):
            self.part = "indicators"
            if years:
                self._years(line, years)
            return "indicators"
        if years and self.part == "indicators" and self.years is None:
            self._years(line, years)
            return "indicators"
        if label.subject == "activities":
            self.part = "activities"
            self._end_of_indicators(line)
            return "activities"
        if label.subject == "note":
            if self.part == "head":
                goal.note = label.value
                return "goals"
            if self.part == "indicators" and goal.indicators:
                goal.indicators[-1].note = label.value
                return "indicators"
            return ""
        if self.part == "head":
            return self._head(line, label)
        if line.first.isascii() and line.first.isdigit():
            return self._row(line)
        if self.part == "activities" and label.subject == "budget":
            return self._open_columns(line)
        if self.part == "activities" and label.subject == "whole":
            return self._whole(line)
        if self.part == "indicators" and len(line.filled) == 1 and goal.indicators:
            last = goal.indicators[-1]
            last.note = squeeze(f"{last.note} {line.first}")
            return "indicators"
        return ""

    def _head(self, line: Line, label: Label) -> str:
        goal = self.goal
        if label.subject == "institution":
            goal.institution = label.value
        elif label.subject == "aim":
            goal.aim, goal.aim_statement = int(label.number), label.value
        elif label.subject == "objective":
            goal.objective, goal.objective_statement = label.number, label.value
        elif label.subject == "goal":
            self._number(line, label.number)
            goal.statement = label.value
        elif len(line.filled) == 1 and goal.note:
            goal.note = squeeze(f"{goal.note} {line.first}")
        else:
            return ""
        return "goals"

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

    def _years(self, line: Line, years: dict[str, YearColumn]) -> None:
        year = self.reading.year
        expected = {"actual": year - 2, "estimate": year - 1, "target": year}
        if {kind: head.year for kind, head in years.items()} != expected:
            self.reading.problems.append(
                unexpected(
                    line,
                    self.name,
                    f"'{year - 2} Gerçekleşen', '{year - 1} Tahmin', '{year} Hedef'",
                )
            )
        if len(years) == 3:
            # Wherever a column stands, its kind says which figure it holds.
            self.years = (
                years["actual"].column,
                years["estimate"].column,
                years["target"].column,
            )

    def _row(self, line: Line) -> str:
        return self._indicator(line) if self.part == "indicators" else self._activity(line)

    def _indicator(self, line: Line) -> str:
        if self.years is None:
            return ""
        name = _name_before(line, min(self.years))
        if len(line.cells) <= max(self.years):
            self.reading.problems.append(
                unexpected(
                    line,
                    self.name,
                    f"{max(self.years) + 1} cells as in the head; leave a cell that states nothing "
                    "empty",
                )
            )
        beyond = [cell for column, cell in line.filled if column > max(self.years)]
        if not name or beyond:
            return ""
        number = int(line.first)
        self._hold_order(line, "indicator", number, len(self.goal.indicators) + 1)
        actual, estimate, target = (line.cell(column) for column in self.years)
        self.goal.indicators.append(Indicator(line, number, name, (actual, estimate, target)))
        return "indicators"

    def _activity(self, line: Line) -> str:
        if self.columns is None or len(line.filled) < 2:
            return ""
        name = _name_before(line, self.columns[0])
        if not name:
            return ""
        number = int(line.first)
        self._hold_order(line, "activity", number, len(self.goal.activities) + 1)
        self.goal.activities.append(ActivityLine(line, number, name, self._amounts(line)))
        return "activities"

    def _hold_order(self, line: Line, row: str, number: int, expected: int) -> None:
        if number != expected:
            self.reading.problems.append(
                unexpected(line, self.name, f"{row} {expected}, each number once")
            )

    def _open_columns(self, line: Line) -> str:
        if len(line.filled) != 3:
            return ""
        budget, off_budget, total = columns(line)
        self.columns = (budget, off_budget, total)
        return "activities"

    def _whole(self, line: Line) -> str:
        if self.columns is None:
            return ""
        self.goal.amounts = self._amounts(line)
        self.done = True
        return "goals"

    def _amounts(self, line: Line) -> Amounts:
        assert self.columns is not None
        cells = [
            amount(self.reading, line, line.cell(column), self.name) for column in self.columns
        ]
        if not line.cell(self.columns[0]) or not line.cell(self.columns[2]):
            self.reading.problems.append(
                unexpected(line, self.name, "an amount under Bütçe and under Toplam")
            )
        return Amounts(cells[0], cells[1], cells[2])

    def _end_of_indicators(self, line: Line) -> None:
        if not self.goal.indicators:
            self.reading.problems.append(unexpected(line, self.name, "an indicator before it"))

    def close(self, line: Line | None) -> None:
        """Report what the table lacks; ``line`` is what ended it, ``None`` the end of text."""
        goal = self.goal
        lacking = [
            label
            for label, stated in (
                ("Performans Hedefi (number)", goal.goal),
                ("Stratejik Amaç", goal.aim),
                ("Stratejik Hedef", goal.objective),
                ("its statement", goal.statement),
                ("its indicators", goal.indicators),
                ("its activities", goal.activities),
                ("Genel Toplam", goal.amounts),
            )
            if not stated
        ]
        if lacking:
            self.reading.problems.append(
                Problem(
                    goal.line.number,
                    self.name,
                    ", ".join(lacking),
                    "the end of the table without it",
                )
            )


def _name_before(line: Line, column: int) -> str:
    """The name in a row: what stands between its number and ``column``."""
    return squeeze(" ".join(cell for place, cell in line.filled[1:] if place < column))
