"""Reading section 2.3: the performance goals' tables and the activities' cost tables."""

from __future__ import annotations

import re

from kbb_data.problems import Problem, quote
from kbb_data.reading.lines import Line, in_section, unexpected
from kbb_data.reading.records import (
    ActivityLine,
    Amounts,
    CostTable,
    Goal,
    Indicator,
    Reading,
    Slip,
)
from kbb_data.reading.wording import close
from kbb_data.schema import ECONOMIC_CODES
from kbb_data.turkish import UnreadableNumber, fold, read_amount, squeeze

GOAL_HEADING = "PERFORMANS HEDEFİ TABLOSU"
COST_HEADING = "FAALİYET MALİYET TABLOSU"

_AREA = re.compile(r"2\.3\.(\d{1,2})\.?\s*(.+)")
_AIM = re.compile(r"stratejik amac (\d+)")
_OBJECTIVE = re.compile(r"stratejik hedef (\d+\.\d+)")
_GOAL = re.compile(r"performans hedefi ?\( ?(\d*) ?\)")
_YEAR = re.compile(r"(\d{4}) (gerceklesen|tahmin|hedef)\w*")
_CODE = re.compile(r"(\d{2})(?:\s+(.+))?")
_SOURCES = {
    "doner sermaye": "revolving_fund",
    "diger yurt ici": "other_domestic",
    "yurt disi": "foreign",
}
_TOTALS = {
    "toplam butce kaynak ihtiyaci": "budget",
    "toplam butce disi kaynak ihtiyaci": "off_budget",
    "toplam kaynak ihtiyaci": "total",
}


def amount(reading: Reading, line: Line, text: str, table: str) -> int | None:
    """The kuruş of a cell, ``None`` for an empty one; a cell that is no amount is a problem."""
    if not text:
        return None
    try:
        return read_amount(text)
    except UnreadableNumber:
        reading.problems.append(Problem(line.number, table, "an amount as 1.234,00", quote(text)))
        return None


def labelled(line: Line) -> tuple[str, str]:
    """A line ``Label: value`` as the folded label and the value, which may stand in any cell."""
    label, _, rest = line.first.partition(":")
    others = [cell for _, cell in line.filled[1:]]
    return fold(label), squeeze(" ".join([rest, *others])).lstrip(": ")


def read_goals(reading: Reading) -> None:
    """Fill ``reading.goals`` and the areas of ``reading.aims`` from section 2.3."""
    _GoalsReader(reading).run()


class _GoalsReader:
    """Walks section 2.3 line by line; at most one table is open at a time."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.goal: Goal | None = None
        self.table: _Ignored | None = None
        self.numbers: set[int] = set()

    def run(self) -> None:
        heading = next((line for line in self.reading.lines if line.section == "2.3"), None)
        if heading:
            self.reading.account.take(heading, "goals")
        for line in in_section(self.reading.lines, "2.3"):
            self._line(line)
        self._close(None)
        for goal in self.reading.goals:
            if len(goal.cost_tables) != len(goal.activities):
                self.reading.problems.append(
                    Problem(
                        goal.line.number,
                        f"table of goal {goal.goal}",
                        f"a cost table for each of its {len(goal.activities)} activities",
                        f"{len(goal.cost_tables)} cost tables",
                    )
                )
        if not self.reading.goals:
            self.reading.problems.append(
                Problem(0, "section 2.3", f"a table headed '{GOAL_HEADING}'", "none")
            )

    def _line(self, line: Line) -> None:
        area = _AREA.fullmatch(line.text.strip()) if len(line.filled) == 1 else None
        if area:
            self._close(line)
            self._area(line, int(area[1]), squeeze(area[2]))
        elif close(line.first, GOAL_HEADING):
            self._close(line)
            self._slip(line, GOAL_HEADING)
            self.goal = Goal(line)
            self.reading.goals.append(self.goal)
            self.table = _GoalTable(self.reading, self.goal, self.numbers)
            self.reading.account.take(line, "goals")
        elif close(line.first, COST_HEADING):
            self._close(line)
            self._slip(line, COST_HEADING)
            if self.goal is None:
                self.reading.problems.append(
                    unexpected(line, "section 2.3", f"'{GOAL_HEADING}' before a cost table")
                )
                return
            cost = CostTable(line)
            self.goal.cost_tables.append(cost)
            self.table = _CostTableReader(self.reading, self.goal, cost)
            self.reading.account.take(line, "activities")
        elif self.table is not None:
            self.table.line(line)
            if self.table.done:
                self._close(line)
        elif len(line.filled) > 1 or labelled(line)[0] == "idare adi":
            self.reading.problems.append(
                unexpected(
                    line, "section 2.3", f"'{GOAL_HEADING}' or '{COST_HEADING}' above a table"
                )
            )
            self.table = _Ignored()
        else:
            self.reading.account.skip(line, "text between the tables")

    def _close(self, line: Line | None) -> None:
        if self.table is not None:
            self.table.close(line)
            self.table = None

    def _slip(self, line: Line, heading: str) -> None:
        if fold(line.first) != fold(heading):
            self.reading.slips.append(
                Slip(
                    line,
                    "heading",
                    line.first,
                    heading,
                    "Tablo başlığı yanlış yazılmış; okuma buna rağmen kesin.",
                )
            )

    def _area(self, line: Line, number: int, name: str) -> None:
        for aim in self.reading.aims:
            if aim.aim == number:
                aim.area = name
                self.reading.account.take(line, "aims")
                return
        self.reading.problems.append(
            unexpected(line, "section 2.3", f"a strategic aim {number} in section 2.2.2")
        )


class _Ignored:
    """Stands in for a table whose heading is missing, so that it is reported once."""

    done = False

    def line(self, line: Line) -> None:
        """Pass over ``line``."""

    def close(self, line: Line | None) -> None:
        """Nothing to complete."""


class _GoalTable(_Ignored):
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
        label, value = labelled(line)
        goal = self.goal
        years = [match for _, cell in line.filled if (match := _YEAR.fullmatch(fold(cell)))]
        if close(line.first, "Performans Göstergeleri") or (years and self.part == "head"):
            self.part = "indicators"
            if years:
                self._years(line, years)
            return "indicators"
        if years and self.part == "indicators" and self.years is None:
            self._years(line, years)
            return "indicators"
        if label == "faaliyetler":
            self.part = "activities"
            self._end_of_indicators(line)
            return "activities"
        if label == "aciklamalar":
            if self.part == "head":
                goal.note = value
                return "goals"
            if self.part == "indicators" and goal.indicators:
                goal.indicators[-1].note = value
                return "indicators"
            return ""
        if self.part == "head":
            return self._head(line, label, value)
        if line.first.isascii() and line.first.isdigit():
            return self._row(line)
        if self.part == "activities" and label in ("butce", "genel toplam"):
            return self._activities(line, label)
        if self.part == "indicators" and len(line.filled) == 1 and goal.indicators:
            last = goal.indicators[-1]
            last.note = squeeze(f"{last.note} {line.first}")
            return "indicators"
        return ""

    def _head(self, line: Line, label: str, value: str) -> str:
        goal = self.goal
        if label == "idare adi":
            goal.institution = value
        elif match := _AIM.fullmatch(label):
            goal.aim, goal.aim_statement = int(match[1]), value
        elif match := _OBJECTIVE.fullmatch(label):
            goal.objective, goal.objective_statement = match[1], value
        elif match := _GOAL.fullmatch(label):
            self._number(line, match[1])
            goal.statement = value
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

    def _years(self, line: Line, matches: list[re.Match[str]]) -> None:
        kinds = {match[2]: int(match[1]) for match in matches}
        year = self.reading.year
        wanted = {"gerceklesen": year - 2, "tahmin": year - 1, "hedef": year}
        if kinds != wanted:
            self.reading.problems.append(
                unexpected(
                    line,
                    self.name,
                    f"'{year - 2} Gerçekleşen', '{year - 1} Tahmin', '{year} Hedef'",
                )
            )
        places = {
            match[2]: column
            for column, cell in line.filled
            if (match := _YEAR.fullmatch(fold(cell)))
        }
        if len(places) == 3:
            # Wherever a column stands, its kind says which figure it holds.
            self.years = (places["gerceklesen"], places["tahmin"], places["hedef"])

    def _row(self, line: Line) -> str:
        if self.part == "indicators":
            if self.years is None:
                return ""
            name = squeeze(
                " ".join(cell for column, cell in line.filled[1:] if column < min(self.years))
            )
            values = (line.cell(self.years[0]), line.cell(self.years[1]), line.cell(self.years[2]))
            beyond = [cell for column, cell in line.filled if column > max(self.years)]
            if not name or beyond:
                return ""
            number = int(line.first)
            if number != len(self.goal.indicators) + 1:
                self.reading.problems.append(
                    unexpected(
                        line,
                        self.name,
                        f"indicator {len(self.goal.indicators) + 1}, each number once",
                    )
                )
            self.goal.indicators.append(Indicator(line, number, name, values))
            return "indicators"
        if self.columns is None or not (len(line.filled) >= 2):
            return ""
        name = squeeze(
            " ".join(cell for column, cell in line.filled[1:] if column < self.columns[0])
        )
        if not name:
            return ""
        number = int(line.first)
        if number != len(self.goal.activities) + 1:
            self.reading.problems.append(
                unexpected(
                    line, self.name, f"activity {len(self.goal.activities) + 1}, each number once"
                )
            )
        self.goal.activities.append(ActivityLine(line, number, name, self._amounts(line)))
        return "activities"

    def _activities(self, line: Line, label: str) -> str:
        if label == "butce":
            if len(line.filled) != 3:
                return ""
            first, second, third = (column for column, _ in line.filled)
            self.columns = (first, second, third)
            return "activities"
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
            for label, there in (
                ("Performans Hedefi (number)", goal.goal),
                ("Stratejik Amaç", goal.aim),
                ("Stratejik Hedef", goal.objective),
                ("its statement", goal.statement),
                ("its indicators", goal.indicators),
                ("its activities", goal.activities),
                ("Genel Toplam", goal.amounts),
            )
            if not there
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


class _CostTableReader(_Ignored):
    """Reads one activity's cost table."""

    def __init__(self, reading: Reading, goal: Goal, cost: CostTable) -> None:
        self.reading, self.goal, self.cost = reading, goal, cost
        self.name = f"cost table {len(goal.cost_tables)} of goal {goal.goal}"
        self.costs_open = False

    def line(self, line: Line) -> None:
        """Take up one line of the table, or report that it does not belong here."""
        table = self._take(line)
        if table:
            self.reading.account.take(line, table)
        else:
            self.reading.problems.append(
                unexpected(line, self.name, "a label, an economic code or a total")
            )

    def _take(self, line: Line) -> str:
        cost = self.cost
        label, value = labelled(line)
        if label.startswith("ekonomik kod"):
            self.costs_open = True
            return "activity_costs"
        if self.costs_open:
            return self._amount_line(line)
        if label == "idare adi":
            return "activities"
        if label == "faaliyet adi":
            cost.name = value
        elif label == "sorumlu harcama birimi":
            cost.unit = value
        elif label == "aciklamalar":
            cost.note = value
        elif match := _GOAL.fullmatch(label):
            cost.goal, cost.goal_statement = (int(match[1]) if match[1] else None), value
        elif len(line.filled) == 1 and cost.note:
            cost.note = squeeze(f"{cost.note} {line.first}")
        else:
            return ""
        return "activities"

    def _amount_line(self, line: Line) -> str:
        cells = [cell for _, cell in line.filled]
        code = _CODE.fullmatch(cells[0])
        if code:
            return self._code(line, code, cells)
        # "Bütçe Dışı Kaynak" stands beside the first source, in a cell of its own or with it.
        folded = [fold(cell) for cell in cells]
        if folded[0] == "butce disi kaynak":
            cells, folded = cells[1:], folded[1:]
        if not folded:
            return ""
        label = folded[0].removeprefix("butce disi kaynak ").rstrip(":")
        value = cells[1] if len(cells) == 2 else ""
        if len(cells) > 2:
            return ""
        kurus = amount(self.reading, line, value, self.name)
        if label in _SOURCES:
            if kurus is not None:
                self.cost.sources.append((line, _SOURCES[label], kurus))
            elif not value:
                self.reading.problems.append(
                    unexpected(line, self.name, "an amount beside the off-budget source")
                )
            return "off_budget_resources"
        total = next((name for text, name in _TOTALS.items() if close(label, text)), "")
        if not total:
            return ""
        if not value:
            self.reading.problems.append(unexpected(line, self.name, "an amount beside the total"))
        setattr(self.cost, total, kurus)
        self.done = total == "total"
        return "activities"

    def _code(self, line: Line, code: re.Match[str], cells: list[str]) -> str:
        name = code[2] or (cells[1] if len(cells) == 3 else "")
        value = cells[-1] if len(cells) == (2 if code[2] else 3) else ""
        if code[1] not in ECONOMIC_CODES:
            self.reading.problems.append(
                unexpected(line, self.name, "an economic code from 01 to 09")
            )
            return "activity_costs"
        if not name or not value:
            self.reading.problems.append(
                unexpected(line, self.name, "code, name and amount of an economic code")
            )
            return "activity_costs"
        if code[1] in [earlier for _, earlier, _, _ in self.cost.costs]:
            self.reading.problems.append(
                unexpected(line, self.name, f"each economic code once, not {code[1]} again")
            )
        kurus = amount(self.reading, line, value, self.name)
        if kurus is not None:
            self.cost.costs.append((line, code[1], name, kurus))
        return "activity_costs"

    def close(self, line: Line | None) -> None:
        """Report what the table lacks; ``line`` is what ended it, ``None`` the end of text."""
        cost = self.cost
        if any(problem.where == self.name for problem in self.reading.problems):
            return
        sources = {source for _, source, _ in cost.sources}
        lacking = [
            label
            for label, there in (
                ("Performans Hedefi", cost.goal_statement),
                ("Faaliyet Adı", cost.name),
                ("Sorumlu Harcama Birimi", cost.unit),
                ("an economic code", cost.costs),
                ("Toplam Bütçe Kaynak İhtiyacı", cost.budget is not None),
                ("Döner Sermaye, Diğer Yurt İçi, Yurt Dışı", len(sources) == 3),
                ("Toplam Bütçe Dışı Kaynak İhtiyacı", cost.off_budget is not None),
                ("Toplam Kaynak İhtiyacı", cost.total is not None),
            )
            if not there
        ]
        if lacking:
            self.reading.problems.append(
                Problem(
                    cost.line.number,
                    self.name,
                    ", ".join(lacking),
                    "the end of the table without it",
                )
            )
