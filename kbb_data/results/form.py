"""What a filled form says: the document, and its figures as records; every cell that does not fit
is named with the mend.

A figure may be unlikely, that is for the checks to say. What is refused here is what is no figure,
or perhaps another one than the person meant.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

from kbb_data.judging.book import strange, text_of
from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.results.filled import Cell, Filled, Given
from kbb_data.results.filled_csv import read_csv
from kbb_data.results.filled_workbook import read_workbook
from kbb_data.results.layout import (
    AMOUNT,
    CONFIRMED,
    INDICATOR,
    MONTHS,
    PERCENT,
    REFUNDS,
    month_named,
)
from kbb_data.results.records import (
    ECONOMIC,
    REVENUE,
    IndicatorResult,
    MonthAmount,
    Statement,
)
from kbb_data.results.template import choices
from kbb_data.results.words import word, words
from kbb_data.rows import Tables
from kbb_data.turkish import UnreadableNumber, fold, read_number

_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d{2})-(\d{2})(?: 00:00:00)?", re.ASCII)
_NOT_STATED = ("-", "–")
#: A rate up to this, beside a target or a last figure from that on, may be one of 1 instead of 100.
_SMALL, _LARGE = Decimal(2), Decimal(20)
#: So many cells with the same fault are named; the others are counted.
_NAMED = 8
#: The columns of money that a form may state, in the order of the record.
_AMOUNTS = ("initial", "supplementary", "added", "deducted", "net", "spent", "cancelled",
            "carried", "expected")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """A filled form, understood: what it says of the document by field (``title``, ``kind``,
    ``date``, ``as_of``, ``corrects``, ``reason``; empty where nothing is said), its figures without
    a day, those of single months, and the parts of the form that are not in it."""

    document: dict[str, str]
    indicators: tuple[IndicatorResult, ...]
    statements: tuple[Statement, ...]
    months: tuple[MonthAmount, ...]
    lacking: tuple[str, ...]


@dataclass(slots=True)
class _Reading:
    problems: list[Problem] = field(default_factory=list)

    def number(self, cell: Cell | None) -> Decimal | None:
        """The number in a cell; ``None`` where nothing is stated or what stands there is none."""
        if cell is None or cell.words in _NOT_STATED:
            return None
        found = strange(cell.value, is_number=True)
        if found:
            self.problems.append(cell.wrong("a number as 1.234,5", found))
        elif isinstance(cell.value, int | float):
            return Decimal(repr(cell.value))
        elif PERCENT in cell.words:
            expected = "a number without the sign of per cent (110, not %110)"
            self.problems.append(cell.wrong(expected, quote(cell.words)))
        else:
            try:
                return read_number(cell.words)
            except UnreadableNumber:
                mend = "write the number alone, or leave the cell empty where it is not known"
                self.problems.append(
                    cell.wrong("a number as 1.234,5", f"{quote(cell.words)}; {mend}")
                )
        return None

    def text(self, cell: Cell | None) -> str:
        """The words of a cell of words; empty where there are none."""
        if cell is None:
            return ""
        found = strange(cell.value)
        if found:
            self.problems.append(cell.wrong("words", found))
        return cell.words

    def yes(self, cell: Cell | None) -> bool:
        """Whether a cell says yes."""
        if cell is None:
            return False
        if fold(cell.words) != fold(word("values.yes")):
            expected = f"'{word('values.yes')}' or nothing"
            self.problems.append(cell.wrong(expected, quote(cell.words)))
            return False
        return True


def read_form(path: Path, tables: Tables, as_of: str = "", *, is_workbook: bool) -> Form:
    """What the filled form at ``path`` says; ``as_of`` is the day of its figures where the person
    who gives it says one. Raises ``Unreadable``, naming each cell that does not fit."""
    filled = (read_workbook if is_workbook else read_csv)(path, tables)
    reading = _Reading(list(filled.problems))
    document = _document(filled, tables, reading)
    indicators = _indicators(filled, reading)
    statements = tuple(
        statement
        for given in filled.given
        if given.line.section not in (INDICATOR, *MONTHS)
        for statement in _statement(given, reading)
    )
    until = as_of or document["as_of"]
    year = tables["programme"][0]["year"]
    months = tuple(
        month
        for given in filled.given
        if given.line.section in MONTHS
        for month in _months(given, year, until, reading)
    )
    if reading.problems:
        raise Unreadable(together(reading.problems), reading.problems)
    return Form(document, indicators, statements, months, tuple(filled.lacking))


def together(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems with those of one kind on one sheet said once, with the cells' names."""

    def kind(problem: Problem) -> tuple[str, ...]:
        sheet, _, cell = problem.place.rpartition("!")
        found = re.sub(r"'.*'|\d+", "", problem.actual)
        return sheet or problem.place, problem.expected, found, str(bool(cell))

    for (sheet, *_), group in groupby(sorted(problems, key=kind), kind):
        alike = sorted(group, key=lambda each: (each.line, len(each.place), each.place))
        first, others = alike[0], alike[1:_NAMED]
        more = len(alike) - 1 - len(others)
        if first.line:
            names = [f"line {each.line}" for each in others]
        else:
            names = [each.place.removeprefix(f"{sheet}!") for each in others]
        tail = "".join(f", {name}" for name in names) + (f" and {more} more" if more else "")
        if first.line and tail:
            yield replace(first, actual=f"{first.actual}; as well{tail.replace(',', ' in', 1)}")
        else:
            yield replace(first, place=first.place + tail)


# --- The document --------------------------------------------------------------------------------


def _document(filled: Filled, tables: Tables, reading: _Reading) -> dict[str, str]:
    """What the form says of its document, by field."""
    found = dict.fromkeys(words("document"), "")
    for name, cell in filled.document.items():
        if not cell.words:
            continue
        if name in ("date", "as_of"):
            found[name] = _day(cell, reading)
            continue
        told = reading.text(cell)
        names = {fold(label): code for label, code in choices(name, tables).items()}
        if name in ("kind", "corrects") and fold(told) not in names:
            known = ", ".join(map(quote, choices(name, tables))) or "nothing: no document is there"
            reading.problems.append(cell.wrong(f"one of {known}", quote(told)))
        else:
            found[name] = names.get(fold(told), told)
    return found


def _day(cell: Cell, reading: _Reading) -> str:
    if isinstance(cell.value, datetime.datetime):
        return cell.value.date().isoformat()
    if isinstance(cell.value, datetime.date):
        return cell.value.isoformat()
    day = read_day(cell.words) if not strange(cell.value) else ""
    if not day:
        reading.problems.append(cell.wrong("a day as 30.06.2026", quote(cell.words)))
    return day


def read_day(text: str) -> str:
    """The day that a text states (``30.06.2026`` or ``2026-06-30``) as ``2026-06-30``; empty where
    it states none."""
    match = _DAY.fullmatch(text)
    if match is None:
        return ""
    if match[1]:
        year, month, day = match[3], match[2], match[1]
    else:
        year, month, day = match[4], match[5], match[6]
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


# --- Indicators ----------------------------------------------------------------------------------


def _indicators(filled: Filled, reading: _Reading) -> tuple[IndicatorResult, ...]:
    """A result of each indicator that the form says something of; two sheets may say the same."""
    results: dict[str, tuple[Given, IndicatorResult]] = {}
    for given in filled.given:
        if given.line.section != INDICATOR:
            continue
        result = _result(given, reading)
        before = results.setdefault(given.line.key, (given, result))
        for name, cell in given.cells.items() if before[0] is not given else ():
            other = before[0].cells.get(name)
            if name != CONFIRMED and other is not None and _said(other) != _said(cell):
                reading.problems.append(
                    cell.wrong(f"what {other.place} says, {quote(other.words)}", quote(cell.words))
                )
        if before[0] is not given:
            results[given.line.key] = (before[0], _joined(before[1], result))
    return tuple(result for _, result in results.values())


def _said(cell: Cell) -> Any:
    try:
        return read_number(cell.words)
    except UnreadableNumber:
        return cell.words


def _joined(first: IndicatorResult, second: IndicatorResult) -> IndicatorResult:
    """What two sheets say of one indicator, where they agree."""
    return replace(
        first,
        value=first.value if first.value is not None else second.value,
        printed=first.printed or second.printed,
        deviation_reason=first.deviation_reason or second.deviation_reason,
        measure_taken=first.measure_taken or second.measure_taken,
    )


def _result(given: Given, reading: _Reading) -> IndicatorResult:
    line, cells = given.line, given.cells
    cell = cells.get("value")
    value = reading.number(cell)
    is_meant = reading.yes(cells.get(CONFIRMED))
    if cell is not None and value is not None:
        if cell.is_percent:
            shown = text_of(float(value * 100))
            reading.problems.append(
                cell.wrong("a number in a cell without the format of per cent",
                           f"{quote(cell.words)}, shown as %{shown}; take the format away and "
                           f"write {shown} if that is meant")
            )  # fmt: skip
        elif not is_meant and _may_be_of_one(value, line.unit, line.likely):
            beside = ", ".join(text_of(float(figure)) for figure in line.likely)
            meant = text_of(float(value * 100))
            reading.problems.append(
                cell.wrong(f"a rate of 100, as the figures beside it ({beside})",
                           f"{quote(cell.words)}; is {meant} meant? then write it, else choose "
                           f"'{word('values.yes')}' under {word('heads.confirm')}")
            )  # fmt: skip
    goal, indicator = map(int, line.code.split("."))
    return IndicatorResult(
        goal,
        indicator,
        line.name,
        "",
        value,
        text_of(cell.value) if cell is not None else "",
        line.target,
        reading.text(cells.get("deviation_reason")),
        reading.text(cells.get("measure_taken")),
        given.number,
        given.section,
    )


def _may_be_of_one(value: Decimal, unit: str, likely: tuple[Decimal, ...]) -> bool:
    """Whether a rate in per cent may have been typed as one of 1 (1,10 for 110 %)."""
    is_small = 0 < abs(value) <= _SMALL
    return unit == PERCENT and is_small and bool(likely) and min(likely) >= _LARGE


# --- Money ---------------------------------------------------------------------------------------


def _statement(given: Given, reading: _Reading) -> Iterator[Statement]:
    """What the form says of a code of money."""
    line, cells = given.line, given.cells
    amounts: dict[str, Decimal | None] = dict.fromkeys(_AMOUNTS)
    for each in given.sheet.fields:
        if each.holds == AMOUNT:
            amounts[each.name] = _amount(given, cells.get(each.name), reading)
    spent = cells.get("spent")
    is_spent = spent is not None and amounts["spent"] is not None
    if spent is not None and is_spent and cells.keys().isdisjoint(("initial", "net")):
        heads = {each.name: each.head for each in given.sheet.fields}
        reading.problems.append(
            spent.wrong(f"{heads['initial']} or {heads['net']} beside it, of which it is a part",
                        f"{quote(spent.words)} alone; fill one of them")
        )  # fmt: skip
    is_outside = line.section == ECONOMIC and reading.yes(cells.get("is_outside_total"))
    if all(amount is None for amount in amounts.values()):
        return
    yield Statement(
        line.section,
        line.code,
        line.name,
        "",
        "",
        given.number,
        given.section,
        1,
        is_outside_total=is_outside,
        **amounts,
    )


def _months(given: Given, year: int, until: str, reading: _Reading) -> Iterator[MonthAmount]:
    """What the form says of a code's months; none may begin after the day of the figures."""
    for month, each in enumerate(given.sheet.fields, start=1):
        cell = given.cells.get(each.name)
        amount = _amount(given, cell, reading)
        if cell is None or amount is None:
            continue
        # A day of another year is refused as that.
        if until[:4] == str(year) and f"{year}-{month:02}" > until[:7]:
            shown = ".".join(reversed(until.split("-")))
            reading.problems.append(
                cell.wrong(f"nothing under {month_named(year, month)}, which begins after {shown}, "
                           "the day of the figures",
                           f"{quote(cell.words)}; leave the cell empty, or mend the day")
            )  # fmt: skip
        line = given.line
        yield MonthAmount(MONTHS[line.section], line.code, year, month, amount, given.number,
                          given.section)  # fmt: skip


def _amount(given: Given, cell: Cell | None, reading: _Reading) -> Decimal | None:
    amount = reading.number(cell)
    if cell is None or amount is None:
        return None
    if cell.is_percent:
        reading.problems.append(
            cell.wrong("lira in a cell without the format of per cent", quote(cell.words))
        )
    section = MONTHS.get(given.line.section, given.line.section)
    is_refund = (section, given.line.code) == (REVENUE, REFUNDS)
    if amount < 0 and not is_refund:
        expected = "an amount without a sign; what was deducted has a column of its own"
        reading.problems.append(cell.wrong(expected, quote(cell.words)))
    if amount != amount.quantize(Decimal("0.01")):
        reading.problems.append(
            cell.wrong("lira with at most two decimals", f"{quote(cell.words)}; round it")
        )
    # Refunds are taken off, with or without the sign.
    return -abs(amount) if is_refund else amount
