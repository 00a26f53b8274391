"""Reading what a sub-programme's activities cost: rows by fund, or lines by economic code.

Two prints of the same table: an activity with rows *Bütçe İçi*, *Bütçe Dışı* and *TOPLAM*, or an
activity with a line an economic code and type of financing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kbb_data.problems import Problem
from kbb_data.reading.budget_columns import Column, beside, read_columns
from kbb_data.reading.budget_heads import goes_on, head_of, is_caption, label_of, with_code
from kbb_data.reading.budget_parts import joined_totals
from kbb_data.reading.budget_rows import CodeColumns, CostRow, read_row
from kbb_data.reading.lines import Line, unexpected
from kbb_data.reading.open_table import OpenTable
from kbb_data.reading.records import BudgetActivity, BudgetAmount, CostLine, Reading, SubProgramme
from kbb_data.reading.wording import bare
from kbb_data.turkish import fold, squeeze


@dataclass(slots=True)
class _Scope:
    """What rows of funds belong to: an activity, or all of the table's."""

    activity: BudgetActivity | None = None
    funds: dict[str, CostRow] = field(default_factory=dict)
    #: Rows *Toplam Bütçe İçi* and *Toplam Bütçe Dışı*, which some print beneath each activity and
    #: some beneath the table.
    sums: list[CostRow] = field(default_factory=list)


class CostsReader(OpenTable):
    """Reads a sub-programme's table of costs."""

    def __init__(self, reading: Reading, sub_programme: SubProgramme) -> None:
        self.reading, self.sub_programme = reading, sub_programme
        self.name = f"costs of sub-programme {sub_programme.number}"
        self.head: list[Line] = []
        self.columns: tuple[Column, ...] = ()
        self.codes: CodeColumns | None = None
        self.lines: list[Line] = []
        self.scopes: list[_Scope] = []
        self.last: CostRow | None = None
        self.title: Line | None = None
        #: A name that may be an activity's, if a head with economic codes stands right below it.
        self.above: Line | None = None
        #: The activities that stand under other units already, and all that stand there.
        self.earlier = sub_programme.activities[: sub_programme.activities_before]
        self.known = {bare(activity.name) for activity in sub_programme.activities}

    def line(self, line: Line) -> None:
        """Take up one line, or report that it does not belong here."""
        self.reading.account.take(line, "activities")
        head = head_of(line)
        label, _ = label_of(line)
        if self.title is None:
            self.title = line
        if head in ("costs", "codes"):
            self._close_head()
            self.head, self.columns = [line], ()
            if self.above:
                self._above(self.above, head)
        elif self.head and not self.columns and goes_on(line):
            self.head.append(line)
        elif label.subject == "activity":
            self._open(line, label.value)
        elif label.subject:
            self.reading.problems.append(unexpected(line, self.name, _EXPECTED))
        elif self.head:
            self._row(line)
        elif is_caption(line):
            return
        elif line is not self.title and not self.above and _may_name(line):
            self.above = line
        elif line is not self.title:
            self._headless(line)

    def _above(self, above: Line, head: str) -> None:
        """Take the line between title and head as the first activity's name, or report it."""
        self.above = None
        if head == "codes" and not self.scopes:
            self._open(above, above.first)
        else:
            self._headless(above)

    def _headless(self, line: Line) -> None:
        self.reading.blames(
            unexpected(line, self.name, "the head with 'Faaliyetler' or 'Ekonomik Kod' above")
        )

    def _close_head(self) -> None:
        cause = beside(self.head[-1], self.columns, self.lines, self.name) if self.head else None
        if cause:
            self.reading.blames(cause)
        self.lines = []

    def _row(self, line: Line) -> None:
        if not self.columns:
            self.columns = read_columns(self.reading, self.head, line, self.name, of_money=True)
            self.codes = CodeColumns.of(self.head)
        if not self.columns:
            return
        first = min(column.column for column in self.columns)
        if any(column >= first for column, _ in line.filled):
            self.lines.append(line)
        row = read_row(self.reading, line, self.columns, self.codes, self.name, self.last)
        if row is None:
            return
        if row.is_whole:
            whole = self.scopes[-1] if self.scopes else None
            if not whole or whole.activity or row.fund in whole.funds:
                self.scopes.append(_Scope())
        elif row.name:
            self._named(row)
        elif row.code and not self.scopes:
            # The explanations may name the only activity.
            self.scopes.append(self._unnamed(line))
        if not self.scopes:
            self.reading.problems.append(
                unexpected(line, self.name, "an activity's name above its amounts")
            )
        elif row.amounts is not None:
            self._amounts(row)
        self.last = row

    def _named(self, row: CostRow) -> None:
        scope = self.scopes[-1] if self.scopes else None
        activity = scope.activity if scope else None
        if activity and scope and bare(activity.name) == bare(row.name):
            is_anew = row.code or (row.fund and scope.funds and row.fund not in scope.funds)
            if is_anew:
                # The name is printed anew in each row.
                return
        if activity and scope and self._goes_on(row, scope):
            activity.name = squeeze(f"{activity.name} {row.name}")
        else:
            self._open(row.line, row.name)

    def _goes_on(self, row: CostRow, scope: _Scope) -> bool:
        """Whether a name is the rest of the one above: in a row without amounts below one without,
        or in the row of an activity's second fund, its total being still to come."""
        if row.amounts is None:
            return not scope.funds and not (scope.activity and scope.activity.lines)
        return row.fund in ("off_budget", "total") and {*scope.funds} in (
            {"budget"}, {"budget", "off_budget"}, {"off_budget"}
        ) and row.fund not in scope.funds  # fmt: skip

    def _open(self, line: Line, printed: str) -> None:
        _, name = with_code(printed)
        if not name:
            self.reading.problems.append(unexpected(line, self.name, "an activity's name"))
        activity = BudgetActivity(line, name)
        self.sub_programme.activities.append(activity)
        self.scopes.append(_Scope(activity))
        self.last = None

    def _unnamed(self, line: Line) -> _Scope:
        activity = BudgetActivity(line, "")
        self.sub_programme.activities.append(activity)
        return _Scope(activity)

    def _amounts(self, row: CostRow) -> None:
        scope = self.scopes[-1]
        if row.code:
            self._code(row, scope)
            return
        fund = row.fund or "own"
        if row.is_sum:
            scope.sums.append(row)
        elif fund == "total" and ("total" in scope.funds or "own" in scope.funds):
            # A second total is that of all activities.
            self.scopes.append(_Scope(None, {"total": row}))
        elif fund in scope.funds:
            self.reading.problems.append(
                unexpected(row.line, self.name, "each of Bütçe İçi, Bütçe Dışı and TOPLAM once")
            )
        else:
            scope.funds[fund] = row

    def _code(self, row: CostRow, scope: _Scope) -> None:
        if scope.activity is None:
            self.reading.problems.append(
                unexpected(row.line, self.name, "an activity's name above its economic codes")
            )
            return
        lines = scope.activity.lines
        if any((line.code, line.financing) == (row.code, row.financing) for line in lines):
            self.reading.problems.append(
                unexpected(row.line, self.name, "each economic code once for a type of financing")
            )
        amounts = [
            (column.year, column.kind, kurus)
            for column, kurus in zip(row.columns, row.amounts or (), strict=True)
        ]
        lines.append(CostLine(row.line, row.code, row.code_name, row.financing, row.fund, amounts))

    def close(self, line: Line | None) -> None:
        """Settle which totals are whose, and report what the table lacks."""
        self._close_head()
        if self.above:
            self._headless(self.above)
        if self.name in self.reading.causes:
            return
        activities = [scope for scope in self.scopes if scope.activity]
        wholes = self._wholes(activities)
        for scope in activities:
            self._settle(scope)
        self._total(wholes)
        if len(wholes) > 1:
            self.reading.problems.append(
                unexpected(self.lines_of(wholes[-1]), self.name, "one TOPLAM of all activities")
            )
        self._hold(activities)

    def _total(self, wholes: list[_Scope]) -> None:
        part = self.sub_programme
        totals = [
            amount
            for scope in wholes
            for fund, row in scope.funds.items()
            for amount in self._of_row(row, fund)
        ]
        if self.earlier and self.title:
            own = part.activities[len(self.earlier) :]
            line = totals[0].line if totals else self.title
            part.totals = joined_totals(
                self.reading, line, self.name, (self.earlier, own), (part.totals, totals)
            )
        else:
            part.totals += totals

    @staticmethod
    def lines_of(scope: _Scope) -> Line:
        """The first line of a scope's rows."""
        return next(iter(scope.funds.values())).line

    def _wholes(self, activities: list[_Scope]) -> list[_Scope]:
        """What the table totals over all activities: rows that say so, and what stands below the
        last of several activities and below no other."""
        wholes = [scope for scope in self.scopes if not scope.activity and scope.funds]
        if not activities:
            return wholes
        last, others = activities[-1], activities[:-1]
        of_others = any("total" in scope.funds for scope in others)
        if others and not wholes and not of_others and "total" in last.funds:
            wholes = [_Scope(None, {"total": last.funds.pop("total")})]
            self.sub_programme.has_one_total = True
        if last.sums and wholes and not any(scope.sums for scope in others):
            for row in last.sums:
                wholes[0].funds.setdefault(row.fund, row)
            last.sums = []
        return wholes

    def _settle(self, scope: _Scope) -> None:
        activity = scope.activity
        assert activity is not None
        if "own" in scope.funds:
            own = scope.funds.pop("own")
            scope.funds.setdefault("total", own)
            if "budget" not in scope.funds and "off_budget" not in scope.funds:
                # A table without rows of funds knows no money but the budget's.
                scope.funds["budget"] = own
        for fund, row in scope.funds.items():
            activity.amounts += self._of_row(row, fund)
        for row in scope.sums:
            stated = scope.funds.get(row.fund)
            if stated is None or stated.amounts != row.amounts:
                self.reading.problems.append(
                    unexpected(row.line, self.name, "the same amounts as in the row of the fund")
                )

    def _of_row(self, row: CostRow, fund: str) -> Iterator[BudgetAmount]:
        for column, kurus in zip(row.columns, row.amounts or (), strict=True):
            yield BudgetAmount(row.line, column.year, column.kind, fund, kurus)

    def _hold(self, activities: list[_Scope]) -> None:
        if not activities:
            start = self.title or self.sub_programme.line
            self.reading.problems.append(
                Problem(start.number, self.name, "activities with their costs", "none")
            )
        names = self.known
        for scope in activities:
            activity = scope.activity
            assert activity is not None
            if bare(activity.name) in names:
                self.reading.problems.append(
                    unexpected(activity.line, self.name, "each activity once")
                )
            names.add(bare(activity.name))
            if not activity.name and len(activities) > 1:
                self.reading.problems.append(
                    unexpected(activity.line, self.name, "an activity's name above its amounts")
                )
            if not scope.funds.keys() - {"total"} and not activity.lines:
                self.reading.problems.append(
                    unexpected(
                        activity.line, self.name, "a row Bütçe İçi or Bütçe Dışı of the activity"
                    )
                )


def _may_name(line: Line) -> bool:
    """Whether a line between title and head may be an activity's name: no caption of the table."""
    words = fold(line.first)
    return (
        len(line.filled) == 1
        and words[:1].isalnum()
        and not re.search(r"\btablo|maliyet|\btl\b|\blira", words)
    )


_EXPECTED = "an activity's name, or its amounts by fund or economic code"
