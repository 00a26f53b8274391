"""What a programme's text says, record by record, before anybody judges it.

One dataclass a printed thing. Every record keeps the ``Line`` in which it stands; amounts are
whole kuruş, ``None`` where the cell is empty; names and values are as printed, white space
folded. Nothing here is corrected.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kbb_data.problems import Problem
from kbb_data.reading.lines import Account, Line, Passed
from kbb_data.schema import STRATEGIC_PLAN


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


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of an indicator's row: the year and the kind of its column, and what it prints."""

    year: int
    kind: str
    printed: str


@dataclass(slots=True)
class Indicator:
    """An indicator row of a table, with a figure a column of years; ``unit`` is the cell of a
    column of units, empty where the table has none. The last three are printed by programme
    budgets alone."""

    line: Line
    indicator: int
    printed_name: str
    figures: tuple[Figure, ...]
    note: str = ""
    unit: str = ""
    calculation: str = ""
    data_source: str = ""
    unit_responsible: str = ""


@dataclass(slots=True)
class ActivityLine:
    """An activity row of a goal's table."""

    line: Line
    position: int
    name: str
    amounts: Amounts


@dataclass(slots=True)
class CostTable:
    """An activity's cost table; ``unit_line`` is the line of its unit, ``None`` without one, and
    ``units`` the units that its cell names. ``costs``: line, code as printed (``03``, ``03.2``),
    name, kuruş."""

    line: Line
    unit_line: Line | None = None
    goal: int | None = None
    goal_statement: str = ""
    name: str = ""
    unit: str = ""
    units: tuple[str, ...] = ()
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
class BudgetAmount:
    """An amount of an activity's or a total's row in a programme budget: whole kuruş of a year,
    of a kind (``kbb_data.schema``, ``activity_amounts.kind``) and a fund (``budget``,
    ``off_budget``, ``total``); ``None`` where the cell is empty or a dash."""

    line: Line
    year: int
    kind: str
    fund: str
    kurus: int | None


@dataclass(slots=True)
class CostLine:
    """A line of an activity's table by economic code: the code as printed (``03.2``), its name,
    the financing as printed, its fund, and an amount a column of years."""

    line: Line
    code: str
    name: str
    financing: str
    fund: str
    amounts: list[tuple[int, str, int | None]] = field(default_factory=list)


@dataclass(slots=True)
class BudgetActivity:
    """An activity of a sub-programme: its row or rows in the table of costs, and what stands about
    it under ``Faaliyetlere İlişkin Açıklamalar``."""

    line: Line
    name: str
    amounts: list[BudgetAmount] = field(default_factory=list)
    lines: list[CostLine] = field(default_factory=list)
    explained_as: str = ""
    units: tuple[str, ...] = ()
    unit_line: Line | None = None
    legal_basis: str = ""
    note: str = ""


@dataclass(slots=True)
class BudgetProgramme:
    """A programme of a programme budget, numbered in the document's order from 1; ``code`` as
    printed with its name, empty without one."""

    line: Line
    number: int
    name: str
    code: str = ""
    explanation: str = ""


@dataclass(slots=True)
class SubProgramme:
    """A sub-programme, numbered over the whole document from 1, with its table's totals.

    ``says_none``: it says that it has no indicators. ``has_one_total``: its table totals the last
    activity alone, or all of them together. ``units`` are named above it and answer for the
    activities that name none; where it is printed once more under another unit they are the last,
    and ``activities_before`` is how many activities stand under the others.
    """

    line: Line
    number: int
    programme: int
    name: str
    code: str = ""
    objective: str = ""
    explanation: str = ""
    indicators: list[Indicator] = field(default_factory=list)
    activities: list[BudgetActivity] = field(default_factory=list)
    totals: list[BudgetAmount] = field(default_factory=list)
    has_one_total: bool = False
    says_none: bool = False
    activities_before: int = 0
    units: tuple[str, ...] = ()
    unit_line: Line | None = None


@dataclass(slots=True)
class ScheduleLine:
    """A line of one of the budget's schedules: the part that it is about (``programme``,
    ``sub_programme``, ``activity`` or ``total``) by its number, the economic code as printed (empty
    without one), and amounts by year, kind and fund. ``schedule`` is the finest part that the
    schedule lists, with ``_code`` behind it where it lists codes."""

    line: Line
    schedule: str
    level: str
    number: int
    label: str
    code: str = ""
    code_name: str = ""
    amounts: list[BudgetAmount] = field(default_factory=list)


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
    """A line of table 2.6; ``units`` are those that its unit's cell names."""

    line: Line
    goal: int
    position: int
    goal_statement: str
    activity_name: str
    unit: str
    unit_printed: str
    units: tuple[str, ...] = ()


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
    a row are lost. ``scale``: how many lira an amount of 1 is, 1,000 in a programme in thousands.
    """

    year: int
    institution: str
    title: str
    lines: list[Line]
    form: str = STRATEGIC_PLAN
    is_stripped: bool = False
    scale: int = 1
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
    programmes: list[BudgetProgramme] = field(default_factory=list)
    sub_programmes: list[SubProgramme] = field(default_factory=list)
    schedules: list[ScheduleLine] = field(default_factory=list)
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
