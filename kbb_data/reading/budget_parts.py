"""Totals of a sub-programme that a programme budget prints once more under another unit."""

from __future__ import annotations

from collections.abc import Sequence

from kbb_data.reading.lines import Line, unexpected
from kbb_data.reading.records import BudgetActivity, BudgetAmount, Reading

#: Year, kind and fund of an amount.
_Key = tuple[int, str, str]


def joined_totals(
    reading: Reading,
    line: Line,
    table: str,
    parts: tuple[Sequence[BudgetActivity], Sequence[BudgetActivity]],
    totals: tuple[list[BudgetAmount], list[BudgetAmount]],
) -> list[BudgetAmount]:
    """The totals over both parts of a sub-programme, those that each part prints.

    ``parts`` are the activities under the units before and under this one, ``totals`` what the
    tables total. The costs of a part's only activity are its total. A total here that is not that
    of the part's own activities is a problem of ``line``: it may be that of all parts. Empty where
    neither part prints a total.
    """
    if not any(totals):
        return []
    before, here = (
        printed or (list(part[0].amounts) if len(part) == 1 else [])
        for part, printed in zip(parts, totals, strict=True)
    )
    if not before or not here:
        reading.problems.append(unexpected(line, table, "TOPLAM of its activities under each unit"))
        return totals[0]
    if any(each.fund == "total" and each.kurus != _sum(parts[1], each) for each in here):
        reading.problems.append(
            unexpected(line, table, "a TOPLAM that is the sum of this unit's activities alone")
        )
    others = {_key(each): each.kurus for each in here}
    return [
        BudgetAmount(each.line, each.year, each.kind, each.fund, _plus(each.kurus, others[key]))
        for each in before
        if (key := _key(each)) in others
    ]


def _key(amount: BudgetAmount) -> _Key:
    return amount.year, amount.kind, amount.fund


def _plus(left: int | None, right: int | None) -> int | None:
    return right if left is None else left if right is None else left + right


def _sum(activities: Sequence[BudgetActivity], column: BudgetAmount) -> int | None:
    """What activities cost in a total's column: their totals, or else what they consist of."""
    whole: int | None = None
    for activity in activities:
        in_column = [
            each
            for each in activity.amounts
            if (each.year, each.kind) == (column.year, column.kind)
        ]
        stated = [each.kurus for each in in_column if each.fund == "total"] or [
            *(each.kurus for each in in_column),
            *(
                kurus
                for line in activity.lines
                for year, kind, kurus in line.amounts
                if (year, kind) == (column.year, column.kind)
            ),
        ]
        for kurus in stated:
            whole = _plus(whole, kurus)
    return whole
