"""What was spent or collected in each month, as documents state it.

Pure: frames of ``db.queries`` in, whole kuruş out; the newest document speaks.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from present.budget.model import stated
from present.execution.model import TOTAL, Amount, Classification, with_changes
from present.kit.documents import Document, documents, newest_first, oldest_first, text


@dataclass(frozen=True, slots=True)
class Item:
    """What is told month by month: a code of a classification, or its total."""

    classification: Classification
    code: str


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One stated row of ``monthly_amounts`` with its document."""

    item: Item
    month: datetime.date
    kurus: int
    document: Document
    section: str


@dataclass(frozen=True, slots=True)
class Months:
    """An item's months of a year, and those of the year before that are stated as well; months
    (1 to 12) that no document states are missing."""

    item: Item
    year: int
    amounts: Mapping[int, Amount]
    before: Mapping[int, Amount]

    @property
    def sum_kurus(self) -> int:
        """The stated months together; the sum is ours."""
        return sum(amount.kurus for amount in self.amounts.values())

    @property
    def before_kurus(self) -> int | None:
        """The same months of the year before together; ``None`` unless all are stated."""
        if not self.amounts.keys() <= self.before.keys():
            return None
        return sum(self.before[month].kurus for month in self.amounts)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The months that either year states, in their order."""
        return tuple(sorted({*self.amounts, *self.before}))

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that speak, the newest first."""
        told = (*self.amounts.values(), *self.before.values())
        return newest_first(amount.document for amount in told)


def read(
    programme_year: int, monthly: pd.DataFrame, documents_frame: pd.DataFrame
) -> tuple[MonthRow, ...]:
    """The stated months of one programme's dataset; both frames as ``db.queries`` gives them."""
    known = documents(programme_year, documents_frame)
    return tuple(
        MonthRow(
            Item(Classification(row["classification"]), str(row["code"])),
            datetime.date(int(row["year"]), int(row["month"]), 1),
            amount,
            known[str(row["document"])],
            text(row["source_section"]),
        )
        for row in monthly.to_dict("records")
        if (amount := stated(row["amount_kurus"])) is not None
    )


def items(rows: Iterable[MonthRow], year: int) -> tuple[Item, ...]:
    """What is told month by month of a year: totals first, then codes in their order."""
    own = {row.item for row in rows if row.month.year == year}
    kinds = list(Classification)
    return tuple(
        sorted(
            own,
            key=lambda item: (
                item.code != TOTAL,
                kinds.index(item.classification),
                item.code.zfill(4),
            ),
        )
    )


def months(rows: Iterable[MonthRow], item: Item, year: int) -> Months:
    """An item's months of a year and of the year before."""
    own = [row for row in rows if row.item == item]
    return Months(item, year, _newest(own, year), _newest(own, year - 1))


def _newest(rows: Iterable[MonthRow], year: int) -> dict[int, Amount]:
    """Each month as the newest document states it, with what others said otherwise."""
    by_month: dict[int, list[MonthRow]] = {}
    for row in oldest_first(rows):
        if row.month.year == year:
            by_month.setdefault(row.month.month, []).append(row)
    return {
        month: with_changes([Amount(row.kurus, row.document, row.section) for row in told])
        for month, told in sorted(by_month.items())
    }
