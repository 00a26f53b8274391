"""What a programme's text says, record by record, before anybody judges it.

One dataclass a printed thing. Every record keeps the ``Line`` in which it stands; amounts are
whole kuruş, ``None`` where the cell is empty; names and values are as printed, white space
folded. Nothing here is corrected.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kbb_data.problems import Problem
from kbb_data.reading.lines import Account, Line, Passed


@dataclass(slots=True)
class Amounts:
    """Budget, off-budget and total of a printed line, in kuruş; ``None`` is not stated."""

    budget: int | None
    off_budget: int | None
    total: int | None


@dataclass(slots=True)
class Aim:
    """A strategic aim of section 2.2.2 with the heading above it."""

    line: Line
    aim: int
    heading: str
    statement: str
    area: str = ""


@dataclass(slots=True)
class Objective:
    """A strategic objective of section 2.2.2."""

    line: Line
    objective: str
    statement: str


@dataclass(slots=True)
class Indicator:
    """An indicator row of a goal's table; ``printed`` are the cells of the three years, ``unit``
    the cell of a column of units, empty where the table has none."""

    line: Line
    indicator: int
    printed_name: str
    printed: tuple[str, str, str]
    note: str = ""
    unit: str = ""


@dataclass(slots=True)
class ActivityLine:
    """An activity row of a goal's table."""

    line: Line
    position: int
    name: str
    amounts: Amounts


@dataclass(slots=True)
class CostTable:
    """An activity's cost table; ``unit_line`` is the line of its unit, ``None`` without one."""

    line: Line
    unit_line: Line | None = None
    goal: int | None = None
    goal_statement: str = ""
    name: str = ""
    unit: str = ""
    note: str = ""
    costs: list[tuple[Line, str, str, int]] = field(default_factory=list)
    sources: list[tuple[Line, str, int]] = field(default_factory=list)
    budget: int | None = None
    off_budget: int | None = None
    total: int | None = None


@dataclass(slots=True)
class Goal:
    """A performance goal's table and the cost tables that follow it."""

    line: Line
    goal: int = 0
    goal_printed: str = ""
    institution: str = ""
    aim: int = 0
    aim_statement: str = ""
    objective: str = ""
    objective_statement: str = ""
    statement: str = ""
    note: str = ""
    indicators: list[Indicator] = field(default_factory=list)
    activities: list[ActivityLine] = field(default_factory=list)
    amounts: Amounts | None = None
    cost_tables: list[CostTable] = field(default_factory=list)


@dataclass(slots=True)
class PerformanceLine:
    """A line of table 2.4; shares are the printed cells."""

    line: Line
    level: str
    number: int
    label: str
    amounts: Amounts
    shares: tuple[str, str, str]
    goal: int | None = None
    role: str = ""


@dataclass(slots=True)
class NeedLine:
    """A line of table 2.5: activities, general administration, transfers, total in kuruş."""

    line: Line
    key: str
    label: str
    amounts: tuple[int | None, int | None, int | None, int | None]


@dataclass(slots=True)
class Responsibility:
    """A line of table 2.6."""

    line: Line
    goal: int
    position: int
    goal_statement: str
    activity_name: str
    unit: str
    unit_printed: str


@dataclass(slots=True)
class AssetLine:
    """A line of table 1.3."""

    line: Line
    category: str
    name: str
    district: str
    size: str
    note: str


@dataclass(slots=True)
class Person:
    """A person with a role: council, officer, committee seat or executive committee."""

    line: Line
    name: str
    role: str
    party: str = ""
    committee: str = ""


@dataclass(slots=True)
class TitledCount:
    """A line of the norm staff table."""

    line: Line
    kind: str
    number: int
    title: str
    count: int


@dataclass(slots=True)
class CountRow:
    """A labelled row of counts (staff, education, occupancy); ``None`` is a printed dash."""

    line: Line
    label: str
    counts: tuple[int | None, ...]


@dataclass(slots=True)
class Stated:
    """A figure that the document states about a whole, beside the rows of a table."""

    line: Line
    key: str
    label: str
    printed: str
    unit: str


@dataclass(slots=True)
class Slip:
    """A misprint of a heading or label that the reader saw through."""

    line: Line
    kind: str
    printed: str
    read: str
    explanation: str


@dataclass(slots=True)
class Reading:
    """Everything that one programme's text says, and what became of each of its lines.

    ``problems`` are the places that can't be read, ``causes`` what is wrong with a table's head,
    by the table's name. ``is_stripped``: no line ends in a tab, so that empty cells at the end of
    a row are lost.
    """

    year: int
    institution: str
    title: str
    lines: list[Line]
    is_stripped: bool = False
    account: Account = field(default_factory=Account)
    problems: list[Problem] = field(default_factory=list)
    causes: dict[str, Problem] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    mission: tuple[Line, str] | None = None
    vision: tuple[Line, str] | None = None
    values: list[tuple[Line, str]] = field(default_factory=list)
    aims: list[Aim] = field(default_factory=list)
    objectives: list[Objective] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    performance: list[PerformanceLine] = field(default_factory=list)
    needs: list[NeedLine] = field(default_factory=list)
    responsibilities: list[Responsibility] = field(default_factory=list)
    assets: list[AssetLine] = field(default_factory=list)
    chair: Person | None = None
    members: list[Person] = field(default_factory=list)
    officers: list[Person] = field(default_factory=list)
    committee_seats: list[Person] = field(default_factory=list)
    executive: list[Person] = field(default_factory=list)
    staff: list[CountRow] = field(default_factory=list)
    education: list[CountRow] = field(default_factory=list)
    positions: list[TitledCount] = field(default_factory=list)
    occupancy: list[CountRow] = field(default_factory=list)

    def has(self, section: str) -> bool:
        """Whether the document has a section; what it lacks it says nothing about."""
        return any(line.major == section for line in self.lines)

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong so far, so that tables can be held against each other."""
        return not self.problems

    def is_troubled(self, *places: str) -> bool:
        """Whether a table whose name begins with one of ``places`` has a problem: what is held
        against it must then differ, and the cause is said already."""
        return any(problem.place.startswith(places) for problem in self.problems)

    def blames(self, cause: Problem) -> None:
        """Note what is wrong with the head of a table; the first such cause stands, the others
        are counted with the table's problems."""
        self.causes.setdefault(cause.place, cause)
        self.problems.append(cause)

    @property
    def passed(self) -> list[Passed]:
        """The lines that no table takes up."""
        return self.account.passed
