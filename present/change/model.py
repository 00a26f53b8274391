"""Amounts of several years in one measure, and how much they changed between two years.

Pure: ``present.change.matching`` in, exact numbers out. Money is whole kuruş; a year in which a
measure can't be told (no prices, no count of residents) is ``None``, never 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from kbb_data.prices import Prices
from present.change.matching import By, Plan, Row, Tie

#: Kuruş, a part of the whole, or kuruş a resident.
Value = int | Fraction


class Measure(StrEnum):
    """In what amounts are told; the values stand in addresses."""

    LIRA = "lira"
    REAL = "sabit"
    SHARE = "pay"
    PER_HEAD = "kisi"


@dataclass(frozen=True)
class Years:
    """The programmes of an institution by the rows of one view, and what their amounts can be told
    in: prices, and residents by year (only years with a count of their own)."""

    by: By
    plans: tuple[Plan, ...]
    rows: tuple[Row, ...]
    prices: Prices
    people: Mapping[int, int] = field(default_factory=dict)

    @property
    def years(self) -> tuple[int, ...]:
        """The programmes' years, oldest first."""
        return tuple(plan.year for plan in self.plans)

    def whole(self, year: int) -> int | None:
        """The year's planned total in kuruş."""
        return next(plan.whole_kurus for plan in self.plans if plan.year == year)

    def told(
        self, kurus: int | None, year: int, measure: Measure, base: int | None
    ) -> Value | None:
        """An amount of a year in a measure: kuruş, kuruş in the prices of ``base``, a part of the
        year's whole, kuruş a resident; ``None`` where there is none or it can't be told."""
        if kurus is None:
            return None
        if measure is Measure.LIRA:
            return kurus
        if measure is Measure.REAL:
            return None if base is None else self.prices.in_prices_of(kurus, year, base)
        parts = self.whole(year) if measure is Measure.SHARE else self.people.get(year)
        return Fraction(kurus, parts) if parts else None

    def value(self, row: Row, year: int, measure: Measure, base: int | None) -> Value | None:
        """A row's amount of a year, as ``told``."""
        return self.told(row.kurus(year), year, measure, base)

    def is_told(self, year: int, measure: Measure, base: int | None) -> bool:
        """Whether amounts of a year can be told in a measure at all."""
        return self.told(1, year, measure, base) is not None


@dataclass(frozen=True, slots=True)
class Change:
    """Two amounts of one measure, the earlier first; ``None`` for one that is not there."""

    first: Value | None
    second: Value | None

    @property
    def difference(self) -> Value | None:
        """By how much the later one is more; ``None`` where one is not there."""
        if self.first is None or self.second is None:
            return None
        return self.second - self.first

    @property
    def rate(self) -> Fraction | None:
        """The difference as a part of the earlier one; ``None`` where one is not there and where
        the earlier one is 0 or less, of which nothing is a part."""
        if self.difference is None or self.first is None or self.first <= 0:
            return None
        return Fraction(self.difference) / Fraction(self.first)


@dataclass(frozen=True)
class Compared:
    """The rows between two years in one measure.

    ``both``: those that can be compared, with their changes; ``apart``: those of one of the two
    years alone, each with why; ``elsewhere``: those that neither year has.
    """

    total: Change
    both: tuple[tuple[Row, Change], ...]
    apart: tuple[tuple[Row, Tie], ...]
    elsewhere: tuple[Row, ...]
    apart_first: int | None
    apart_second: int | None

    @property
    def risen(self) -> tuple[Row, Change] | None:
        """The row that rose most, of equals the one that stands first; ``None`` where none did."""
        return _most(self.both, 1)

    @property
    def fallen(self) -> tuple[Row, Change] | None:
        """The row that fell most, of equals the one that stands first; ``None`` where none did."""
        return _most(self.both, -1)


def _most(both: Sequence[tuple[Row, Change]], sign: int) -> tuple[Row, Change] | None:
    moved = [
        (row, change)
        for row, change in both
        if change.difference is not None and change.difference * sign > 0
    ]
    return max(moved, key=lambda pair: abs(Fraction(pair[1].difference or 0)), default=None)


def compared(years: Years, first: int, second: int, measure: Measure, base: int | None) -> Compared:
    """All rows between two of the years, in the table's order; each row is in exactly one of the
    three parts."""
    both, apart, elsewhere = [], [], []
    for row in ordered(years, first, second):
        tie = row.tie(first, second)
        if tie is Tie.BOTH:
            values = (years.value(row, year, measure, base) for year in (first, second))
            both.append((row, Change(*values)))
        elif tie is Tie.NEITHER:
            elsewhere.append(row)
        else:
            apart.append((row, tie))
    totals = (years.told(years.whole(year), year, measure, base) for year in (first, second))
    return Compared(
        Change(*totals),
        tuple(both),
        tuple(apart),
        tuple(elsewhere),
        *(_sum(row.kurus(year) for row, _ in apart) for year in (first, second)),
    )


def _sum(amounts: Iterable[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def ordered(years: Years, first: int, second: int) -> tuple[Row, ...]:
    """The rows as a table shows them: by the later year's amount, the largest first, then by the
    earlier one's; what no row of the plan holds closes the list."""

    def place(row: Row) -> tuple[bool, int, int]:
        later, earlier = row.kurus(second), row.kurus(first)
        return row.is_residual, -(later or 0), -(earlier or 0)

    return tuple(sorted(years.rows, key=place))
