"""The invented municipality's three years (``tests.support.years``) read from their CSV files, and
what an oracle says of a figure over them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.present.figures.paper import Row, Said
from tests.support import rawcsv


@dataclass(frozen=True, slots=True)
class Paper:
    """The CSV files of the three years' datasets, every cell a text."""

    folders: Mapping[int, Path]
    _read: dict[tuple[int, str], tuple[Row, ...]] = field(default_factory=dict)

    def rows(self, year: int, table: str) -> tuple[Row, ...]:
        """The rows of a year's table."""
        if (year, table) not in self._read:
            self._read[year, table] = tuple(rawcsv.rows(self.folders[year], table))
        return self._read[year, table]


@dataclass(frozen=True, slots=True)
class Oracle:
    """What a figure must say of a year under an address's parameters in a language, and under which
    parameters that year's gallery must show it (none: the year does not have the figure)."""

    said: Callable[[Paper, int, Mapping[str, str], str], Said]
    presets: Callable[[Paper, int], Sequence[Mapping[str, str]]]
