"""Facts about money while a report is read, and how they become numbered statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kbb_data.problems import Problem, Unreadable
from kbb_data.reading.causes import collapse
from kbb_data.reading.lines import Line, Passed
from kbb_data.results.records import MonthAmount, Statement

#: The place of facts that the running text states.
PROSE = 0
#: How the sections of annexes begin.
ANNEX = "EK"


@dataclass(slots=True)
class Fact:
    """What one place says of one code as of one day: ``values`` by ``Statement``'s fields;
    ``table`` counts the document's tables from 1 and is ``PROSE`` for running text."""

    classification: str
    code: str
    name: str
    as_of: str
    line: int
    section: str
    table: int
    values: dict[str, Decimal] = field(default_factory=dict)
    base: str = ""
    is_outside_total: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is about."""
        return (self.classification, self.code, self.as_of)


@dataclass(slots=True)
class Findings:
    """What has been read of a report so far, and the account of its lines."""

    facts: list[Fact] = field(default_factory=list)
    months: dict[tuple[str, str, int, int], MonthAmount] = field(default_factory=dict)
    passed: dict[Passed, None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def skip(self, line: Line, reason: str, text: str = "", section: str = "") -> None:
        """Note that no record holds a line, or ``text`` of it, for ``reason``."""
        text = text or line.text.strip()
        self.passed[Passed(line.number, section or line.section, reason, text)] = None

    def refuse(self, line: Line, place: str, expected: str, actual: str) -> None:
        """Note that a line can't be read with certainty."""
        self.problems.append(Problem(line.number, place, expected, actual))

    def month(self, amount: MonthAmount, line: Line) -> None:
        """Take up a month's amount; one that an earlier line states otherwise is a problem."""
        key = (amount.classification, amount.code, amount.year, amount.month)
        known = self.months.setdefault(key, amount)
        if known.amount != amount.amount:
            self.refuse(
                line,
                "months",
                f"each month's amount once; line {known.line} states {known.amount}",
                f"{amount.amount}; take out the one that is wrong",
            )


def statements(facts: Sequence[Fact]) -> tuple[Statement, ...]:
    """The facts as statements, in the order of classification, code, day and number.

    Of a code's places the main table is number 1: no annex, and the one that states what was spent,
    with the most other columns. Amounts that other tables alone state complete it; a rate stays
    beside what it is a rate of. The running text comes last.
    """
    fullness = _fullness(facts)
    of_key: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in facts:
        if fact.values:
            of_key.setdefault(fact.key, []).append(fact)
    made: list[Statement] = []
    for key in sorted(of_key):
        own = sorted(of_key[key], key=lambda fact: (fullness[fact.table, *key[::2]], fact.line))
        for number, fact in enumerate(own, start=1):
            values: dict[str, Decimal | None] = dict(fact.values)
            if number == 1:
                for other in own[1:]:
                    if other.table != PROSE:
                        values = other.values | {"printed_rate": None} | values
            made.append(
                Statement(
                    fact.classification,
                    fact.code,
                    fact.name,
                    fact.as_of,
                    fact.base,
                    fact.line,
                    fact.section,
                    number,
                    is_outside_total=fact.is_outside_total,
                    **values,
                )
            )
    return tuple(made)


_Rank = tuple[bool, bool, bool, int, int]


def _fullness(facts: Iterable[Fact]) -> dict[tuple[int, str, str], _Rank]:
    """What puts a table's statements before another's, by table, classification and day."""
    fields: dict[tuple[int, str, str], set[str]] = {}
    annexes = {fact.table for fact in facts if fact.section.startswith(ANNEX)}
    for fact in facts:
        place = (fact.table, fact.classification, fact.as_of)
        fields.setdefault(place, set()).update(fact.values)
    return {
        place: (place[0] == PROSE, place[0] in annexes, "spent" not in names, -len(names), place[0])
        for place, names in fields.items()
    }


def hold(problems: Sequence[Problem]) -> None:
    """Raise ``Unreadable`` where there are problems, with what one cause spoils said once."""
    if problems:
        raise Unreadable(collapse(problems, {}), problems)
