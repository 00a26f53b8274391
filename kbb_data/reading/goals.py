"""Reading section 2.3: the performance goals' tables and the activities' cost tables."""

from __future__ import annotations

import re
from collections import Counter

from kbb_data.problems import Problem
from kbb_data.reading.cost_table import CostTableReader
from kbb_data.reading.goal_table import GoalTableReader
from kbb_data.reading.heads import NOWHERE, label_of
from kbb_data.reading.lines import Line, in_section, unexpected
from kbb_data.reading.open_table import OpenTable
from kbb_data.reading.records import (
    CostTable,
    Goal,
    Reading,
    Slip,
)
from kbb_data.reading.wording import alike, close
from kbb_data.turkish import fold, squeeze

#: The headings of the two kinds of tables, as the form has them first.
GOAL_HEADINGS = (
    "PERFORMANS HEDEFİ TABLOSU",
    "PERFORMANS HEDEFLERİ TABLOSU",
    "PERFORMANS HEDEFİ VE GÖSTERGELERİ TABLOSU",
)

COST_HEADINGS = (
    "FAALİYET MALİYET TABLOSU",
    "FAALİYET MALİYETLERİ TABLOSU",
    "FAALİYET MALİYETİ TABLOSU",
)

GOAL_HEADING, COST_HEADING = GOAL_HEADINGS[0], COST_HEADINGS[0]

#: The number of a table before its heading.
_TABLE = re.compile(r"(?:tablo|ek)\s*[-:]?\s*\d+(?:[.\-]\d+)*\s*[-–:.]*\s+", re.IGNORECASE)
#: A number before an area's name that isn't the section's.
_ORDINAL = re.compile(r"^(?:\d{1,2}|[A-ZÇĞİÖŞÜ]|[IVX]{1,4})(?:\.\d{1,2}){0,2}\s*[.)\-–]+\s*")


def read_goals(reading: Reading) -> None:
    """Fill ``reading.goals`` and the areas of ``reading.aims`` from section 2.3."""
    _GoalsReader(reading).run()


class _GoalsReader:
    """Walks section 2.3 line by line; at most one table is open at a time."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.goal: Goal | None = None
        self.table: OpenTable | None = None
        self.numbers: set[int] = set()
        self.tables: list[GoalTableReader] = []

    def run(self) -> None:
        heading = next((line for line in self.reading.lines if line.section == "2.3"), None)
        if heading:
            self.reading.account.take(heading, "goals")
        lines = list(in_section(self.reading.lines, "2.3"))
        for line, below in zip(lines, [*lines[1:], None], strict=True):
            self._line(line, below)
        self._close(None)
        troubled = {problem.place for problem in self.reading.problems}
        for goal in self.reading.goals:
            # A row that is missing or doubled is the cause where the table has one.
            if f"table of goal {goal.goal}" in troubled or "section 2.3" in troubled:
                continue
            if len(goal.cost_tables) != len(goal.activities):
                self.reading.problems.append(
                    Problem(
                        goal.line.number,
                        f"table of goal {goal.goal}",
                        f"a cost table for each of its {len(goal.activities)} activities",
                        f"{len(goal.cost_tables)} cost tables",
                    )
                )
        self._hold_columns()
        self._hold_off_budget()
        self._hold_areas()
        if not self.reading.goals:
            self.reading.problems.append(
                Problem(0, "section 2.3", f"a table headed '{GOAL_HEADING}'", "none")
            )

    def _line(self, line: Line, below: Line | None) -> None:
        area = self._area_of(line)
        title = _TABLE.sub("", line.first)
        if area:
            self._close(line)
            self._area(line, *area)
        elif any(close(title, heading) for heading in GOAL_HEADINGS):
            self._close(line)
            self._slip(line, title, GOAL_HEADINGS)
            self._open_goal(line)
        elif any(close(title, heading) for heading in COST_HEADINGS):
            self._close(line)
            self._slip(line, title, COST_HEADINGS)
            self._open_cost(line)
        elif self.table is not None:
            self.table.line(line)
            if self.table.done:
                self._close(line)
        elif len(line.filled) > 1 or label_of(line).subject == "institution":
            self._unheaded(line, below)
        else:
            self.reading.account.skip(line, "text between the tables")

    def _open_goal(self, line: Line) -> None:
        self.goal = Goal(line)
        self.reading.goals.append(self.goal)
        self.table = GoalTableReader(self.reading, self.goal, self.numbers)
        self.tables.append(self.table)
        self.reading.account.take(line, "goals")

    def _open_cost(self, line: Line) -> None:
        if self.goal is None:
            self.reading.problems.append(
                unexpected(line, "section 2.3", f"'{GOAL_HEADING}' before a cost table")
            )
            self.table = OpenTable()
            return
        cost = CostTable(line)
        self.goal.cost_tables.append(cost)
        self.table = CostTableReader(self.reading, self.goal, cost)
        self.reading.account.take(line, "activities")

    def _unheaded(self, line: Line, below: Line | None) -> None:
        """Say that a table has no heading, and read it as what its labels show it to be, so that
        nothing else is said of the lack."""
        self.reading.problems.append(
            unexpected(line, "section 2.3", f"'{GOAL_HEADING}' or '{COST_HEADING}' above a table")
        )
        subject = label_of(below).subject if below else ""
        is_label = label_of(line).subject == "institution"
        if is_label and subject in ("aim", "objective"):
            self._open_goal(line)
        elif is_label and self.goal and subject in ("goal", "activity", "unit"):
            self._open_cost(line)
        else:
            self.table = OpenTable()
        if self.table:
            self.table.line(line)

    def _close(self, line: Line | None) -> None:
        if self.table is not None:
            self.table.close(line)
            self.table = None

    def _slip(self, line: Line, title: str, headings: tuple[str, ...]) -> None:
        if fold(title) not in map(fold, headings):
            self.reading.slips.append(
                Slip(
                    line,
                    "heading",
                    line.first,
                    headings[0],
                    "Tablo başlığı yanlış yazılmış; okuma buna rağmen kesin.",
                )
            )

    def _hold_columns(self) -> None:
        """All goals' tables have the same columns of years; another one lost or changed one."""
        columns = [(table, table.years.columns) for table in self.tables if table.years.columns]
        kinds = [frozenset((each.year, each.kind) for each in found) for _, found in columns]
        usual = Counter(kinds).most_common(1)[0][0] if kinds else frozenset()
        words = next(
            (table.years.line for (table, _), found in zip(columns, kinds, strict=True)
             if found == usual), None,
        )  # fmt: skip
        for (table, _), found in zip(columns, kinds, strict=True):
            if found != usual and table.years.line and words:
                labels = " | ".join(cell for _, cell in words.filled)
                expected = f"the columns of years of the other goals' tables ({labels})"
                self.reading.blames(unexpected(table.years.line, table.name, expected))

    def _hold_off_budget(self) -> None:
        """Off-budget resources stand in all tables of a kind or in none: one that lacks them lost
        its column or its lines."""
        heads = [table for table in self.tables if table.columns]
        having = [table for table in heads if table.columns and NOWHERE not in table.columns]
        if having:
            for table in heads:
                if table not in having:
                    expected = "a column 'Bütçe Dışı' as in the other goals' tables"
                    self.reading.blames(unexpected(table.goal.line, table.name, expected))
        for goal in self.reading.goals if self._states_off_budget() else ():
            for number, cost in enumerate(goal.cost_tables, start=1):
                name = f"cost table {number} of goal {goal.goal}"
                if (
                    cost.total is not None
                    and not cost.sources
                    and not self.reading.is_troubled(name)
                ):
                    expected = "the off-budget resources that the other cost tables state"
                    self.reading.problems.append(
                        Problem(cost.line.number, name, expected, "none of their lines")
                    )

    def _states_off_budget(self) -> bool:
        return any(cost.sources for goal in self.reading.goals for cost in goal.cost_tables)

    def _hold_areas(self) -> None:
        """Where aims have an area, its heading over one of them is not to be lost."""
        lacking = [aim for aim in self.reading.aims if not aim.area]
        for aim in lacking if len(lacking) < len(self.reading.aims) else ():
            self.reading.problems.append(
                Problem(
                    aim.line.number,
                    "section 2.3",
                    f"a heading '2.3.{aim.aim}. …' above the tables of strategic aim {aim.aim}",
                    "none",
                )
            )

    def _area_of(self, line: Line) -> tuple[int, str] | None:
        """The aim whose management area a line heads, and the area's name: numbered below the
        section, or as the heading above the aim in section 2.2.2 words it."""
        if line.heading and line.heading.section.startswith("2.3."):
            return int(line.heading.section.rpartition(".")[2]), squeeze(line.heading.title)
        if self.table is not None or len(line.filled) != 1 or "\t" in line.text.strip():
            return None
        name = _ORDINAL.sub("", line.first)
        for aim in self.reading.aims:
            if aim.heading and not aim.area and alike(name, aim.heading):
                return aim.aim, name
        return None

    def _area(self, line: Line, number: int, name: str) -> None:
        for aim in self.reading.aims:
            if aim.aim == number:
                aim.area = name
                self.reading.account.take(line, "aims")
                return
        self.reading.problems.append(
            unexpected(line, "section 2.3", f"a strategic aim {number} in section 2.2.2")
        )
