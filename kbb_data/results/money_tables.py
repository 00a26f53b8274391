"""The tables of money in a report: rows by code, columns by what their heads say."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kbb_data.problems import Problem, quote
from kbb_data.reading.lines import Line, lacking
from kbb_data.results import columns as heads
from kbb_data.results.bases import settle_rates
from kbb_data.results.columns import Column, Head, first_label, head_of, is_title, plain
from kbb_data.results.facts import Fact, Findings
from kbb_data.results.names import classifications_of, codes_of
from kbb_data.results.numbers import amount, rate
from kbb_data.results.records import (
    ACTIVITY,
    ECONOMIC,
    FUNCTIONAL,
    REVENUE,
    TOTAL,
    MonthAmount,
)  # fmt: skip
from kbb_data.results.rows import Label, kind_of, label_of
from kbb_data.turkish import UnreadableNumber

_PAGE = re.compile(r"\d{1,3}")
_YEAR = re.compile(r"2 ?0 ?\d ?\d\**")
_FIGURE = re.compile(r"%?\(?[-–−]? ?\d[\d.,]*\)? ?%?")
_OUTSIDE = re.compile(r"toplama? (?:dahil|ilave) edilmemis|toplam disinda|toplama girmez")
_CAPTIONS = (
    (FUNCTIONAL, re.compile(r"\bfonksiyon")),
    (ECONOMIC, re.compile(r"\bekonomik\b(?!.*\bgelir)|\bgider")),
    (REVENUE, re.compile(r"\bgelir")),
    (ACTIVITY, re.compile(r"\bfaaliyet")),
)
#: What the records do not hold of a table, since it follows from what they hold.
_FOLLOWS = {
    heads.GROWTH: "growth, which follows from the two amounts",
    heads.YEAR_END: "the year's expected result, which follows from result and expectation",
    heads.RATE: "the share of an earlier year's own result, which follows from the two amounts",
}


@dataclass(frozen=True, slots=True)
class Period:
    """The report's year and the last month that it speaks of."""

    year: int
    month: int

    def day(self, year: int = 0, month: int = 0) -> str:
        """The last day of a month (``YYYY-MM-DD``), by default of the report's."""
        year, month = year or self.year, month or self.month
        return f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


@dataclass(slots=True)
class _Table:
    number: int
    head: Head
    caption: str
    section: str
    rows: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)

    @property
    def place(self) -> str:
        return f"table of line {self.head.lines[0].number}"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a document's tables are read: whether rows may end before their head does (``ragged``,
    as in sheets), and whether a row whose code isn't told is refused (``strict``) or passed over,
    since an activity report has tables of money of many kinds."""

    ragged: bool
    strict: bool


def read_tables(lines: Sequence[Line], period: Period, into: Findings, manner: Manner) -> None:
    """Take up every table of money."""
    for table in _tables(lines):
        _read(table, period, into, manner)


def _tables(lines: Sequence[Line]) -> Iterator[_Table]:
    place = count = 0
    caption = ""
    while place < len(lines):
        line = lines[place]
        if not is_title(line):
            if line.filled and not _PAGE.fullmatch(line.text.strip()):
                caption = line.first
            place += 1
            continue
        above = [line]
        place += 1
        while place < len(lines) and _goes_on(lines[place], line):
            if lines[place].filled:
                above.append(lines[place])
            place += 1
        head = head_of(above)
        if head is None:
            continue
        count += 1
        table = _Table(count, head, caption, line.section)
        while place < len(lines) and not is_title(lines[place]):
            row = lines[place]
            if row.first.startswith("*"):
                table.notes.append(row)
            elif row.filled and len(row.cells) > 1:
                table.rows.append(row)
                caption = row.first if len(row.filled) == 1 else caption
            elif row.filled and not _PAGE.fullmatch(row.first):
                break
            place += 1
        yield table


def _goes_on(line: Line, title: Line) -> bool:
    """Whether a line belongs to the head that ``title`` begins."""
    if len(line.cells) < 2:
        return False
    if line.filled and line.filled[0][0] < first_label(title):
        return False
    return not any(_FIGURE.fullmatch(cell) and not _YEAR.fullmatch(cell) for _, cell in line.filled)


def _read(table: _Table, period: Period, into: Findings, manner: Manner) -> None:
    head = table.head
    into.taken |= {line.number for line in (*head.lines, *table.notes)}
    columns = [column for column in head.columns if not _is_derived(column, period)]
    for column in head.columns:
        if column not in columns:
            reason = f"column {quote(column.words)}: {_FOLLOWS[column.holds]}"
            into.skip(head.lines[0], reason, column.words, table.section)
    known = _classification(table)
    known_problems = len(into.problems)
    width = max(column.place for column in head.columns) + 1
    facts: list[Fact] = []
    marked: list[Fact] = []
    for line in table.rows:
        classification = kind_of(line, head) or known
        label = label_of(line, head, classification)
        figures = [place for place, cell in line.filled if place >= head.labels.stop]
        if not figures:
            continue
        if label.is_below:
            into.taken.add(line.number)
            into.skip(line, "below the first level of its classification", section=table.section)
        elif problem := _unsound(table, line, label, classification):
            if manner.strict:
                into.problems.append(problem)
            else:
                into.skip(line, f"expected {problem.expected}", section=table.section)
        elif len(line.cells) < width and not manner.ragged:
            into.problems.append(lacking(line, table.place, width))
        else:
            own = _facts(table, line, label, classification, columns, period, into)
            facts += own
            marked += own if label.is_marked else []
    _settle_deducted(table, facts, into)
    if len(into.problems) == known_problems:
        settle_rates(facts, table.place, head, into)
    if any(_OUTSIDE.search(plain(note.text)) for note in table.notes):
        for fact in marked:
            fact.is_outside_total = bool({"spent", "expected"} & fact.values.keys())
    into.facts += facts


def _settle_deducted(table: _Table, facts: Sequence[Fact], into: Findings) -> None:
    """Make what was deducted positive, as it may be printed with a minus; a column with both signs
    leaves open what it means."""
    own = [fact for fact in facts if fact.values.get("deducted")]
    below = [fact for fact in own if fact.values["deducted"] < 0]
    if below and len(below) < len(own):
        odd = min(below, own, key=len)[0]
        into.problems.append(
            Problem(
                odd.line,
                table.place,
                "one sign for all that was deducted",
                f"{quote(str(odd.values['deducted']))} among others; write all with a minus or "
                "none",
            )
        )
    for fact in below:
        fact.values["deducted"] = -fact.values["deducted"]


def _is_derived(column: Column, period: Period) -> bool:
    """Whether a column follows from others and no record holds it."""
    is_earlier = column.holds == heads.RATE and 0 < column.year < period.year
    return column.holds in (heads.GROWTH, heads.YEAR_END) or is_earlier


def _classification(table: _Table) -> str:
    """The classification that a table's head, its caption or its rows' names tell; empty where
    none does."""
    if table.head.classification:
        return table.head.classification
    for name, pattern in _CAPTIONS:
        if pattern.search(plain(table.caption)):
            return name
    names = [classifications_of(plain(label_of(line, table.head, "").name)) for line in table.rows]
    told = [found for found in names if found]
    common = set.intersection(*told) if told else set()
    return common.pop() if len(common) == 1 else ""


def _unsound(table: _Table, line: Line, label: Label, classification: str) -> Problem | None:
    """The problem of a row that does not tell its classification and code; ``None`` for others."""
    if not classification:
        return Problem(
            line.number,
            table.place,
            "a table whose heading says what its codes are (Ekonomik, Fonksiyonel, Gelir)",
            f"{quote(line.first)}; write it above the table or in a column Sınıflandırma",
        )
    if not label.code:
        expected = "a row with a code or a name that tells it"
        return Problem(line.number, table.place, expected, quote(line.first))
    words = plain(label.name)
    own = codes_of(classification, words)
    others = classifications_of(words) - {classification}
    if label.code == TOTAL or label.code in own or not (own or others):
        return None
    what = f"code {own.pop()}" if own else f"the {others.pop()} classification"
    return Problem(
        line.number,
        table.place,
        f"the name of code {label.code} of the {classification} classification",
        f"{quote(label.name)}, which is that of {what}; correct the code, the name or the "
        "table's heading",
    )


def _facts(
    table: _Table,
    line: Line,
    label: Label,
    classification: str,
    columns: Sequence[Column],
    period: Period,
    into: Findings,
) -> list[Fact]:
    """What a row states, a fact a day."""
    into.taken.add(line.number)
    facts: dict[str, Fact] = {}
    known = {column.place for column in table.head.columns}
    for place, cell in line.filled:
        if place >= table.head.labels.stop and place not in known:
            into.refuse(
                line, table.place, "a figure below a head that says what it is", quote(cell)
            )
    for column in columns:
        value = _value(line, column, table.place, into)
        if value is None:
            continue
        if label.is_taken_off and column.holds != heads.RATE:
            value = -abs(value)
        year = column.year or period.year
        if column.is_month and column.holds == "spent":
            month = MonthAmount(
                classification, label.code, year, column.until, value, line.number, table.section
            )
            into.month(month, line)
            continue
        name = "printed_rate" if column.holds == heads.RATE else column.holds
        as_of = _day(column, year, period)
        fact = facts.setdefault(
            as_of,
            Fact(
                classification, label.code, label.name, as_of, line.number, table.section,
                table.number,
            ),
        )  # fmt: skip
        if name in fact.values:
            into.refuse(
                line,
                table.place,
                "each figure in one column",
                f"a second column {quote(column.words)}; say in its head what it is",
            )
        fact.values[name] = value
    return list(facts.values())


def _day(column: Column, year: int, period: Period) -> str:
    """The day that a column's figures speak of."""
    if column.holds == "spent" and not column.until:
        return period.day(year, 0 if year == period.year else heads.YEAR)
    month = column.until if column.until in range(1, heads.YEAR + 1) else 0
    return period.day(year, month if column.holds in ("spent", heads.RATE) else 0)


def _value(line: Line, column: Column, place: str, into: Findings) -> Decimal | None:
    cell = line.cell(column.place)
    try:
        return rate(cell) if column.holds == heads.RATE else amount(cell)
    except UnreadableNumber:
        expected = "a rate as 12,34" if column.holds == heads.RATE else "an amount as 1.234,00"
        into.refuse(line, place, f"{expected} in column {quote(column.words)}", quote(cell))
        return None
