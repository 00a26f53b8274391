"""Which indicator of one year's programme is which of the next: strands over the years.

An indicator goes on as one only where it was judged the same or renamed, or needs no judgement
(``kbb_data.succession``), and where it is still measured in the same unit; whatever else became of
it ends its strand, with what that was. Pure: no words, no colours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Any

from kbb_data.schema import SUCCESSION_LEVELS
from kbb_data.succession import Judged, Link, links
from present.indicators.actuals import Actual
from present.indicators.model import Indicator

#: The level of ``succession`` that is an indicator's.
LEVEL = "indicator"
assert LEVEL in SUCCESSION_LEVELS


class Seam(StrEnum):
    """Why a strand does not go on into the next or the earlier programme. The first four are
    judged."""

    MERGED = "merged"
    SPLIT = "split"
    NEW = "new"
    GONE = "gone"
    UNIT = "unit"
    """It goes on, in another unit."""
    STALE = "stale"
    """The judgement names what the earlier programme does not print."""
    UNLINKED = "unlinked"
    """Nobody judged it."""


@dataclass(frozen=True, slots=True)
class End:
    """Where a strand ends or begins beside another programme of ``year``: why, the codes there that
    it was merged with, split into or goes on as (none where there are none), and the reason of the
    judgement."""

    year: int
    seam: Seam
    codes: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """What a later programme repeats as the target of an earlier year."""

    year: int
    value: float | None
    printed: str


@dataclass(frozen=True, eq=False)
class Programme:
    """One year's programme as strands need it.

    ``indicators`` by code; ``actuals``: the figures that its documents state, by the year of which
    they speak and code; ``planned``: what it repeats as an earlier year's target, by code;
    ``judged``: what was judged of indicators, by earlier year.
    """

    year: int
    form: str
    indicators: Mapping[str, Indicator]
    actuals: Mapping[int, Mapping[str, tuple[Actual, ...]]] = field(default_factory=dict)
    planned: Mapping[str, tuple[Planned, ...]] = field(default_factory=dict)
    judged: Mapping[int, tuple[Judged, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Strand:
    """An indicator over the years: the programmes that have it, oldest first, each with its code
    there; ``before`` and ``after``: why no earlier or later programme has it (``None`` where there
    is none)."""

    members: tuple[tuple[Programme, str], ...]
    before: End | None = None
    after: End | None = None

    def code(self, year: int) -> str:
        """The indicator's code in that year's programme; empty where it has none there."""
        return next((code for own, code in self.members if own.year == year), "")

    def indicator(self, year: int) -> Indicator | None:
        """The indicator as that year's programme has it; ``None`` where it has none."""
        return next((own.indicators[code] for own, code in self.members if own.year == year), None)

    @property
    def newest(self) -> Indicator:
        """The indicator as the newest of its programmes has it."""
        programme, code = self.members[-1]
        return programme.indicators[code]


def strands(programmes: Sequence[Programme]) -> tuple[Strand, ...]:
    """Every indicator of the programmes (oldest first) in exactly one strand; in the order of the
    newest programme, then of what the earlier ones have besides."""
    steps = [_Step(earlier, later) for earlier, later in pairwise(programmes)]
    found = []
    taken: set[tuple[int, str]] = set()
    for place in reversed(range(len(programmes))):
        for code in programmes[place].indicators:
            if (place, code) not in taken:
                members = list(_back(programmes, steps, place, code))
                taken |= set(members)
                first, last = members[-1], members[0]
                found.append(
                    Strand(
                        tuple((programmes[at], own) for at, own in reversed(members)),
                        steps[first[0] - 1].began(first[1]) if first[0] else None,
                        steps[last[0]].ended(last[1]) if last[0] < len(steps) else None,
                    )
                )
    return tuple(found)


def stale(programmes: Sequence[Programme]) -> int:
    """How many judgements of indicators name what the earlier programme does not print."""
    return sum(len(_Step(*both).stale) for both in pairwise(programmes))


def _back(
    programmes: Sequence[Programme], steps: Sequence[_Step], place: int, code: str
) -> Iterator[tuple[int, str]]:
    """The indicator's places and codes, from the newest programme back."""
    while True:
        yield place, code
        earlier = steps[place - 1].origin(code) if place else ""
        if not earlier:
            return
        place, code = place - 1, earlier


class _Step:
    """What becomes of the indicators of a programme in the next one."""

    def __init__(self, earlier: Programme, later: Programme) -> None:
        self.earlier, self.later = earlier, later
        self.links, self.stale = links(
            LEVEL,
            {code: own.name_printed for code, own in earlier.indicators.items()},
            {code: own.name_printed for code, own in later.indicators.items()},
            later.judged.get(earlier.year, ()),
            is_one_form=earlier.form == later.form,
        )

    def origin(self, code: str) -> str:
        """The earlier code of what goes on as ``code``; empty where nothing does."""
        return next((each.earlier for each in self.links if each.newer == code
                     and self._goes_on(each)), "")  # fmt: skip

    def ended(self, code: str) -> End:
        """Why the earlier programme's indicator does not go on."""
        return self._end(self.later.year, code, "earlier")

    def began(self, code: str) -> End:
        """Why the later programme's indicator does not go on from an earlier one."""
        return self._end(self.earlier.year, code, "newer")

    def _end(self, year: int, code: str, side: str) -> End:
        other = "newer" if side == "earlier" else "earlier"
        own = [link for link in self.links if getattr(link, side) == code]
        codes = tuple(getattr(link, other) for link in own if getattr(link, other))
        if not own:
            judged = [row for row in self.stale if getattr(row, side) == code]
            return End(year, Seam.STALE if judged else Seam.UNLINKED)
        seam = Seam.UNIT if self._is_one(own[0]) else Seam(own[0].relation)
        return End(year, seam, codes, own[0].reason)

    def _is_one(self, link: Link) -> bool:
        return link.relation in ("same", "renamed") and bool(link.earlier and link.newer)

    def _goes_on(self, link: Link) -> bool:
        """Whether a link is of one indicator with one, in one unit. A blank unit is none other."""
        if not self._is_one(link):
            return False
        units = (
            self.earlier.indicators[link.earlier].unit,
            self.later.indicators[link.newer].unit,
        )
        return units[0] == units[1] or (bool(link.reason) and "" in units)


def judged_of(rows: Iterable[Mapping[Any, Any]]) -> dict[int, tuple[Judged, ...]]:
    """The judgements of indicators by earlier year; ``rows`` as ``db.queries.succession`` gives
    them."""
    found: dict[int, list[Judged]] = {}
    for row in rows:
        if row["level"] == LEVEL:
            texts = ("from_code", "from_name", "to_code", "to_name", "relation", "reason")
            judged = Judged(*(_text(row[name]) for name in texts))
            found.setdefault(int(row["from_year"]), []).append(judged)
    return {year: tuple(own) for year, own in found.items()}


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""
