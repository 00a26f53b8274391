"""What came of indicators: the figures of the year itself, as documents of results state them.

An indicator may have figures as of several days, and a figure of one day may stand in several
documents, of which the newest that states a value speaks (``present/kit/documents.py``).

The figure of 31 December is the year's and stands against the year's target. One of an earlier day
does so only as far as the rule of accumulation allows, which is judged for each indicator:

=======  ==========================================================
sum      the periods add up: the figure is a part of the year's
last     the state of that day: beside the target, as the latest
average  the mean so far: beside the target, as a mean
none     nobody judged it: not set against the target
=======  ==========================================================

Pure: frames in, records out; no words, no colours, no score.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

import pandas as pd

from present.indicators.ambition import Direction, exact
from present.kit.documents import Change, Document, changes, oldest_first, text
from present.kit.quantity import PERCENT


class Accumulation(StrEnum):
    """How figures of parts of a year make the year's."""

    SUM = "sum"
    AVERAGE = "average"
    LAST = "last"


class Span(StrEnum):
    """What a figure that stands against a year's target is of that year."""

    YEAR = "year"
    SUM = "sum"
    LAST = "last"
    AVERAGE = "average"


class Lack(StrEnum):
    """Why a figure does not stand against the target."""

    NO_VALUE = "no_value"
    NO_TARGET = "no_target"
    NOT_JUDGED = "not_judged"


class Side(StrEnum):
    """Where a figure stands from its target."""

    ABOVE = "above"
    BELOW = "below"
    EQUAL = "equal"


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as one document states it.

    ``value``: in the indicator's unit, None where the document states none; ``target``: the target
    as the document repeats it, None where it does not. ``reason`` and ``measure`` are the
    document's words, empty where it gives none.
    """

    value: Decimal | None
    printed: str
    target: Decimal | None
    reason: str
    measure: str
    document: Document


@dataclass(frozen=True, slots=True)
class Actual:
    """An indicator's figure as of a day; ``told``: what each document states, one at least, the
    oldest document first."""

    as_of: datetime.date
    told: tuple[Stated, ...]

    @property
    def stated(self) -> Stated:
        """What speaks: the newest document that states a value, else the newest."""
        return (self._valued or self.told)[-1]

    @property
    def changes(self) -> tuple[Change[Stated], ...]:
        """How the value came to what it is, the oldest change first."""
        return changes(self._valued, lambda stated: stated.value)

    @property
    def _valued(self) -> tuple[Stated, ...]:
        return tuple(stated for stated in self.told if stated.value is not None)


def is_of_year(as_of: datetime.date) -> bool:
    """Whether a figure as of that day is the whole year's."""
    return (as_of.month, as_of.day) == (12, 31)


@dataclass(frozen=True, slots=True)
class Expected:
    """What the programme of ``year`` expected of this one's year."""

    year: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure beside its target: ``span`` where it stands against it, ``lack`` why it does not;
    one of the two is None."""

    value: Decimal | None
    target: Decimal | None
    direction: Direction | None
    is_rate: bool
    span: Span | None
    lack: Lack | None

    @property
    def difference(self) -> Decimal | None:
        """Figure less target, in the indicator's unit; None where they are not set against each
        other."""
        if self.span is None or self.value is None or self.target is None:
            return None
        return self.value - self.target

    @property
    def share(self) -> Fraction | None:
        """The figure as a part of the target; None between rates, whose difference is in points,
        where a figure is negative, and where the target is zero (a part of nothing is none)."""
        if self.difference is None or self.is_rate:
            return None
        assert self.value is not None
        assert self.target is not None
        if self.value < 0 or self.target <= 0:
            return None
        return Fraction(self.value) / Fraction(self.target)

    @property
    def side(self) -> Side | None:
        """Where the figure stands from the target; None where it is not set against it."""
        difference = self.difference
        if difference is None:
            return None
        return Side.EQUAL if difference == 0 else Side.ABOVE if difference > 0 else Side.BELOW

    @property
    def is_year_end(self) -> bool:
        """Whether it is the ended year's figure that stands against the year's target."""
        return self.span is Span.YEAR

    @property
    def is_equal(self) -> bool:
        """Whether the figure equals the target that it is set against."""
        return self.side is Side.EQUAL

    @property
    def is_ahead(self) -> bool | None:
        """Whether the year ended beyond its target, in the direction that is better; None where the
        year has not ended, the figure equals the target, or neither side is better."""
        if self.span is not Span.YEAR or self.side in (None, Side.EQUAL):
            return None
        if self.direction in (Direction.MORE, Direction.MORE_TO_100):
            return self.side is Side.ABOVE
        return self.side is Side.BELOW if self.direction is Direction.LESS else None

    @property
    def nearness(self) -> Fraction | None:
        """How near the figure is to its target, 1 at the target: its part of the target; where less
        is better, the target's part of it. None where there is no such part."""
        share = self.share
        if share is None or self.direction is not Direction.LESS:
            return share
        return 1 / share if share else None


def read(
    results: pd.DataFrame, known: Mapping[str, Document], year: int
) -> dict[str, tuple[Actual, ...]]:
    """An indicator's figures as of days of ``year``, the oldest day first, by its code (``3.5``).

    ``results``: the frame of ``db.queries``; ``known``: its documents by name. An indicator without
    a figure is not there. Figures of other years, which documents repeat, are left out.
    """
    stated: dict[tuple[str, datetime.date], list[Stated]] = {}
    for row in results.to_dict("records"):
        as_of = datetime.date.fromisoformat(row["as_of"])
        if as_of.year == year:
            code = f"{int(row['goal'])}.{int(row['indicator'])}"
            stated.setdefault((code, as_of), []).append(_stated(row, known))
    actuals: dict[str, list[Actual]] = {}
    for (code, as_of), told in sorted(stated.items(), key=lambda item: item[0][1]):
        actuals.setdefault(code, []).append(Actual(as_of, oldest_first(told)))
    return {code: tuple(of_days) for code, of_days in actuals.items()}


def _stated(row: Mapping[Any, Any], known: Mapping[str, Document]) -> Stated:
    return Stated(
        value=exact(row["value"]),
        printed=text(row["printed"]),
        target=exact(row["target_stated"]),
        reason=text(row["deviation_reason"]),
        measure=text(row["measure_taken"]),
        document=known[row["document"]],
    )


def dates(actuals: Mapping[str, Sequence[Actual]]) -> tuple[datetime.date, ...]:
    """The days as of which any indicator has a figure, the oldest first."""
    return tuple(sorted({each.as_of for of_days in actuals.values() for each in of_days}))


def standing(
    actual: Actual,
    target: Decimal | None,
    direction: Direction | None,
    accumulation: Accumulation | None,
    unit: str,
) -> Standing:
    """A figure beside its year's target, as the rule of accumulation allows."""
    value = actual.stated.value
    lack, span = None, None
    if value is None:
        lack = Lack.NO_VALUE
    elif target is None:
        lack = Lack.NO_TARGET
    elif is_of_year(actual.as_of):
        span = Span.YEAR
    elif accumulation is None:
        lack = Lack.NOT_JUDGED
    else:
        span = Span(accumulation.value)
    return Standing(value, target, direction, unit == PERCENT, span, lack)


@dataclass(frozen=True, slots=True)
class Places:
    """Where a figure and its target stand on a scale from nothing to the larger of them: parts (0
    to 1), None where there is nothing to draw."""

    value: float | None
    target: float | None


def places(of: Standing) -> Places:
    """The places of a figure that is set against its target; both None where it is not, where one
    is negative or both are zero."""
    if of.difference is None:
        return Places(None, None)
    assert of.value is not None
    assert of.target is not None
    largest = max(of.value, of.target)
    if largest <= 0 or min(of.value, of.target) < 0:
        return Places(None, None)
    return Places(
        float(Fraction(of.value) / Fraction(largest)),
        float(Fraction(of.target) / Fraction(largest)),
    )


def expected(
    succession: pd.DataFrame,
    later: pd.DataFrame,
    units: Mapping[str, str],
    year: int,
    later_year: int,
) -> dict[str, Expected]:
    """What the programme of ``later_year`` estimated for ``year``, by this year's code.

    ``succession`` and ``later`` (indicators) are the later programme's frames, ``units`` the units
    of this year's indicators by code. Only an indicator that was judged to go on as one (the same,
    or renamed) and is still measured in the same unit counts.
    """
    links = {
        row["to_code"]: row["from_code"]
        for row in succession.to_dict("records")
        if row["level"] == "indicator"
        and row["from_year"] == year
        and row["relation"] in ("same", "renamed")
    }
    estimates: dict[str, Expected] = {}
    for row in later.to_dict("records"):
        code = links.get(f"{row['goal']}.{row['indicator']}")
        if code is None or units.get(code) != text(row["unit"]):
            continue
        value = exact(row["estimate"])
        if value is not None and row["estimate_year"] == year:
            estimates[code] = Expected(later_year, value)
    return estimates
