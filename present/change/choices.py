"""What a visitor of Değişim can choose. Nothing here knows Streamlit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from present.change.matching import By
from present.change.model import Measure
from present.kit.address import param

_BY = tuple(by.value for by in By)
_MEASURES = tuple(measure.value for measure in Measure)


@dataclass(frozen=True, slots=True)
class TotalChoices:
    """The two years (``2024-2025``; ``None``: the programme at hand and the one before it) and the
    year in whose prices amounts are told (``None``: the newest of the two that has any)."""

    pair: str | None = param("yillar", None)
    base: str | None = param("fiyat", None)


@dataclass(frozen=True, slots=True)
class YearsChoices:
    """What the rows of all years are, in what their amounts are told, and in whose prices."""

    by: str = param("gorunum", By.TOP.value, values=_BY)
    measure: str = param("olcu", Measure.LIRA.value, values=_MEASURES)
    base: str | None = param("fiyat", None)


@dataclass(frozen=True, slots=True)
class ChangeChoices:
    """All that the page knows: the two years, the rows, the measure, the prices."""

    pair: str | None = param("yillar", None)
    by: str = param("gorunum", By.TOP.value, values=_BY)
    measure: str = param("olcu", Measure.LIRA.value, values=_MEASURES)
    base: str | None = param("fiyat", None)

    @property
    def total(self) -> TotalChoices:
        """What of it the figure of totals knows."""
        return TotalChoices(self.pair, self.base)

    @property
    def years(self) -> YearsChoices:
        """What of it the figure of all years knows."""
        return YearsChoices(self.by, self.measure, self.base)


def code(first: int, second: int) -> str:
    """Two years as an address names them."""
    return f"{first}-{second}"


def pairs(years: Sequence[int]) -> tuple[str, ...]:
    """Every two of the years, the earlier first."""
    return tuple(code(*pair) for pair in combinations(sorted(years), 2))


def chosen_pair(pair: str | None, years: Sequence[int], own: int) -> tuple[int, int]:
    """The two years that an address names; without one the programme at hand and the one before
    it, of the oldest programme it and the one after. Raises ``IndexError`` for fewer than two
    years."""
    if pair is not None:
        first, _, second = pair.partition("-")
        return int(first), int(second)
    known = sorted(years)
    place = max(known.index(own), 1)
    return known[place - 1], known[place]


def chosen_base(base: str | None, wanted: Sequence[int], priced: Sequence[int]) -> int | None:
    """The year in whose prices amounts are told: the one that an address names, else the newest of
    ``wanted`` that has prices, else the newest that has any; ``None`` where none has."""
    if base is not None:
        return int(base)
    return max((year for year in wanted if year in priced), default=max(priced, default=None))
