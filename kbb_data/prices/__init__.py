"""Consumer prices in Türkiye, by month and year: what an amount of one year is in another's prices.

Facts that no programme states, kept with their source (``ATTRIBUTION.md``). Exact arithmetic all
the way: indices are fractions, and only an amount is rounded, to the whole kuruş.

The rule of a year's average: the mean of its twelve months' indices. Where the statistics end
before a year does, its last months are carried on with the last known month's change, and the
average says so (``Average.known_months``, ``Average.carried``); a year of which fewer than
``LEAST_MONTHS`` months are known has no average. Comparing like months with like months instead
would give two years two different averages, so that amounts over three years would not agree.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path

FILE = Path(__file__).resolve().parent / "cpi_turkiye_monthly.csv"

MONTHS = 12
#: A year's average rests on so many known months at least.
LEAST_MONTHS = 9


@dataclass(frozen=True, slots=True)
class Change:
    """How prices changed in a month: per cent on the month before, and on the same month a year
    before as the source prints it."""

    year: int
    month: int
    per_cent: Decimal
    per_cent_12: Decimal


@dataclass(frozen=True, slots=True)
class Average:
    """A year's mean index, of which the month before the first known one is 100.

    ``known_months``: its months from January on of which the change is known. ``carried``: the
    monthly change in per cent with which the missing ones are carried on, ``None`` for a whole
    year.
    """

    year: int
    index: Fraction
    known_months: int
    carried: Decimal | None

    @property
    def is_whole(self) -> bool:
        """Whether all its months are known."""
        return self.known_months == MONTHS


@dataclass(frozen=True)
class Prices:
    """The months' changes in their order, without a gap, from a January on."""

    changes: tuple[Change, ...]

    @cached_property
    def _indices(self) -> dict[tuple[int, int], Fraction]:
        indices: dict[tuple[int, int], Fraction] = {}
        index = Fraction(100)
        for change in self.changes:
            index *= _growth(change.per_cent)
            indices[change.year, change.month] = index
        return indices

    @cached_property
    def _averages(self) -> dict[int, Average]:
        averages = {}
        for year in sorted({change.year for change in self.changes}):
            own = [change for change in self.changes if change.year == year]
            if len(own) < LEAST_MONTHS:
                continue
            indices = [self._indices[year, change.month] for change in own]
            carried = None
            if len(own) < MONTHS:
                carried = own[-1].per_cent
                while len(indices) < MONTHS:
                    indices.append(indices[-1] * _growth(carried))
            mean = sum(indices, Fraction(0)) / MONTHS
            averages[year] = Average(year, mean, len(own), carried)
        return averages

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have an average, oldest first."""
        return tuple(self._averages)

    def index(self, year: int, month: int) -> Fraction | None:
        """A month's index; ``None`` for a month that is not known."""
        return self._indices.get((year, month))

    def average(self, year: int) -> Average | None:
        """A year's average; ``None`` for a year without one."""
        return self._averages.get(year)

    def factor(self, year: int, base: int) -> Fraction | None:
        """By what an amount of ``year`` is multiplied to be one in the prices of ``base``;
        ``None`` where one of them has no average."""
        of_year, of_base = self.average(year), self.average(base)
        return of_base.index / of_year.index if of_year and of_base else None

    def in_prices_of(self, kurus: int | None, year: int, base: int) -> int | None:
        """An amount of ``year`` in the average prices of ``base``, rounded half up (away from zero)
        to the whole kuruş; ``None`` for no amount and where one of the years has no average."""
        factor = self.factor(year, base)
        if kurus is None or factor is None:
            return None
        # Whole kuruş below, so that half a kuruş and more goes up.
        whole = int(abs(kurus) * factor + Fraction(1, 2))
        return whole if kurus >= 0 else -whole


def _growth(per_cent: Decimal) -> Fraction:
    return 1 + Fraction(per_cent) / 100


def read(path: Path = FILE) -> Prices:
    """The prices of a file with the columns ``year``, ``month``, ``change_pct`` and
    ``change_12m_pct``.

    Raises ``ValueError`` naming file and line for a month out of its order, a first month that is
    no January and a change that is no number, ``KeyError`` for a column that is missing.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return Prices(tuple(_changes(path.name, list(csv.DictReader(file)))))


def _changes(name: str, rows: Sequence[dict[str, str]]) -> Iterator[Change]:
    expected: tuple[int, int] | None = None
    # The head is line 1.
    for line, row in enumerate(rows, start=2):
        try:
            change = Change(
                int(row["year"]),
                int(row["month"]),
                Decimal(row["change_pct"]),
                Decimal(row["change_12m_pct"]),
            )
        except (ValueError, ArithmeticError) as error:
            raise ValueError(f"{name}, line {line}: a value is no number") from error
        place = (change.year, change.month)
        if place != (expected or (change.year, 1)):
            raise ValueError(f"{name}, line {line}: {place[0]}-{place[1]:02} is out of its order")
        yield change
        expected = (
            (change.year, change.month + 1) if change.month < MONTHS else (change.year + 1, 1)
        )


@lru_cache(maxsize=1)
def committed() -> Prices:
    """The prices that lie beside this module."""
    return read()
