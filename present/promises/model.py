"""What was promised for a year, estimated of it and reached in it, for each indicator.

The promise is the target that the year's own programme states. The estimate is what the next year's
programme expects of the year. The result is what the newest document says of the year's last day;
where no document says anything, what a later programme prints as its actual.

Pure: strands in, records out; no words, no colours, no score.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from statistics import median

from present.indicators.actuals import Actual, Lack, Span, Standing, is_of_year
from present.indicators.ambition import exact
from present.indicators.model import Indicator
from present.kit.documents import oldest_first
from present.kit.quantity import PERCENT
from present.promises.strands import Programme, Strand, stale, strands


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and the year of the programme that states it."""

    value: Decimal
    programme: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a year came to: ``actual`` as documents state it, ``None`` where a later programme alone
    does (``programme``: its year, else 0). ``otherwise``: what later programmes print instead."""

    value: Decimal
    actual: Actual | None = None
    programme: int = 0
    otherwise: tuple[Figure, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether another figure was stated as well."""
        return bool(self.otherwise or (self.actual and self.actual.changes))


@dataclass(frozen=True, slots=True)
class Year:
    """A year of an indicator. ``indicator``: as the year's own programme has it, else as the next
    one that speaks of it; ``own`` is its code in the year's own programme, empty where that is not
    there. Figures that nobody states are ``None``. ``repeated``: what the next programme repeats as
    the target, where that is another figure."""

    year: int
    own: str
    indicator: Indicator
    promise: Figure | None
    estimate: Figure | None
    result: Result | None
    repeated: Figure | None = None

    @property
    def unit(self) -> str:
        """The unit of its figures; empty where none is stated."""
        return self.indicator.unit

    @property
    def standing(self) -> Standing:
        """The result beside the promise."""
        value = self.result.value if self.result else None
        target = self.promise.value if self.promise else None
        lack = Lack.NO_VALUE if value is None else Lack.NO_TARGET if target is None else None
        return Standing(
            value,
            target,
            self.indicator.assessment.direction,
            self.indicator.is_rate,
            Span.YEAR if lack is None else None,
            lack,
        )

    @property
    def is_paired(self) -> bool:
        """Whether promise and result are both stated."""
        return self.promise is not None and self.result is not None

    @property
    def guess(self) -> Guess | None:
        """The estimate beside the result; ``None`` where one of them is not stated."""
        if self.estimate is None or self.result is None:
            return None
        return Guess(self, self.estimate.value, self.result.value)


@dataclass(frozen=True, slots=True)
class Guess:
    """An estimate beside what came: ``year`` is the year of which both speak."""

    year: Year
    estimate: Decimal
    result: Decimal

    @property
    def difference(self) -> Decimal:
        """Estimate less result, in the indicator's unit."""
        return self.estimate - self.result

    @property
    def share(self) -> Fraction | None:
        """The difference as a part of the result; ``None`` between rates, whose difference is in
        points, and of a result that is zero or less, of which nothing is a part."""
        if self.year.unit == PERCENT or self.result <= 0:
            return None
        return Fraction(self.difference) / Fraction(self.result)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How well estimates held: how many stand beside a result, how many of those were above it,
    below it and equal to it; how many differ by a part of the result and the middle one of those
    parts, how many are rates and the middle one of their differences in points (without signs;
    ``None`` where there are none)."""

    total: int
    above: int
    below: int
    equal: int
    shares: int
    middle_share: Fraction | None
    rates: int
    middle_points: Decimal | None


def accuracy(guesses: Sequence[Guess]) -> Accuracy:
    """How well these estimates held; zero and ``None`` for none."""
    shares = [abs(guess.share) for guess in guesses if guess.share is not None]
    points = [abs(guess.difference) for guess in guesses if guess.year.unit == PERCENT]
    return Accuracy(
        total=len(guesses),
        above=sum(guess.difference > 0 for guess in guesses),
        below=sum(guess.difference < 0 for guess in guesses),
        equal=sum(guess.difference == 0 for guess in guesses),
        shares=len(shares),
        middle_share=median(shares) if shares else None,
        rates=len(points),
        middle_points=median(points) if points else None,
    )


@dataclass(frozen=True)
class Promises:
    """All indicators of an institution's programmes over the years."""

    programmes: tuple[Programme, ...]

    @cached_property
    def strands(self) -> tuple[Strand, ...]:
        """Each indicator once, over the programmes that have it."""
        return strands(self.programmes)

    @cached_property
    def stale(self) -> int:
        """How many judgements of ``succession`` name what the earlier programme does not print."""
        return stale(self.programmes)

    def strand(self, year: int, code: str) -> Strand:
        """The strand of an indicator of the programme of ``year``. Raises ``KeyError``."""
        return self._by_place[year, code]

    @cached_property
    def _by_place(self) -> dict[tuple[int, str], Strand]:
        return {
            (programme.year, code): strand
            for strand in self.strands
            for programme, code in strand.members
        }

    @cached_property
    def _years(self) -> dict[Strand, tuple[Year, ...]]:
        return {strand: tuple(_years(strand)) for strand in self.strands}

    def of(self, strand: Strand) -> tuple[Year, ...]:
        """A strand's years, oldest first: those of which a programme or a document says
        anything."""
        return self._years[strand]

    def promised(self, year: int) -> tuple[tuple[Strand, Year], ...]:
        """Every indicator of the programme of ``year`` with that year, in the document's order.
        Raises ``KeyError`` where there is no such programme."""
        own = {programme.year: programme for programme in self.programmes}[year]
        found = []
        for code in own.indicators:
            strand = self.strand(year, code)
            of_year = next(each for each in self.of(strand) if each.year == year)
            found.append((strand, of_year))
        return tuple(found)

    @cached_property
    def kept_years(self) -> tuple[int, ...]:
        """The programmes' years of which at least one promise has its result, oldest first."""
        return tuple(
            programme.year
            for programme in self.programmes
            if any(of_year.is_paired for _, of_year in self.promised(programme.year))
        )

    @cached_property
    def guesses(self) -> tuple[Guess, ...]:
        """Every estimate that has its result: by year, then in the order of the strands."""
        found = [
            guess
            for strand in self.strands
            for of_year in self.of(strand)
            if (guess := of_year.guess) is not None
        ]
        return tuple(sorted(found, key=lambda guess: guess.year.year))

    def told(self, year: int) -> tuple[str, ...]:
        """The codes of the programme of ``year`` whose strands have a promise or an estimate beside
        a result, in the document's order; none where there is no such programme."""
        own = next((each for each in self.programmes if each.year == year), None)
        return tuple(
            code
            for code in (own.indicators if own else ())
            if any(
                each.is_paired or each.guess is not None
                for each in self.of(self.strand(year, code))
            )
        )

    @cached_property
    def is_there(self) -> bool:
        """Whether any promise or any estimate has its result."""
        return bool(self.kept_years or self.guesses)


def _years(strand: Strand) -> Iterator[Year]:
    """The years of a strand of which anything is said."""
    members = [(own, own.indicators[code]) for own, code in strand.members]
    spoken = {own.year for own, _ in members}
    for own, indicator in members:
        stated = (indicator.actual, indicator.estimate, indicator.target)
        spoken |= {each.year for each in stated if each.year and each.value is not None}
        spoken |= {
            year
            for year, by_code in own.actuals.items()
            if any(is_of_year(actual.as_of) for actual in by_code.get(indicator.code, ()))
        }
    for year in sorted(spoken):
        yield _year(strand, year)


def _year(strand: Strand, year: int) -> Year:
    own = strand.indicator(year)
    members = [(programme.year, programme.indicators[code]) for programme, code in strand.members]
    speaking = own or next((indicator for of, indicator in members if of > year), strand.newest)
    target = own.target.value if own and own.target.year == year else None
    repeated = _repeated(strand, year)
    promise = Figure(target, year) if target is not None else None
    if promise is None and own is None:
        promise, repeated = repeated, None
    if promise is None or (repeated and repeated.value == promise.value):
        repeated = None
    estimates = [
        Figure(indicator.estimate.value, of)
        for of, indicator in members
        if indicator.estimate.year == year and indicator.estimate.value is not None
    ]
    return Year(
        year,
        strand.code(year),
        speaking,
        promise,
        estimates[0] if estimates else None,
        _result(strand, year),
        repeated,
    )


def _repeated(strand: Strand, year: int) -> Figure | None:
    """What the first later programme repeats as the year's target."""
    for programme, code in strand.members:
        for planned in programme.planned.get(code, ()):
            value = exact(planned.value)
            if planned.year == year and value is not None:
                return Figure(value, programme.year)
    return None


def _result(strand: Strand, year: int) -> Result | None:
    """What the newest document says of the year's last day, else the earliest programme that prints
    the year's actual."""
    printed = [
        Figure(indicator.actual.value, programme.year)
        for programme, code in strand.members
        if (indicator := programme.indicators[code]).actual.year == year
        and indicator.actual.value is not None
    ]
    actual = _newest(strand, year)
    if actual is not None and actual.stated.value is not None:
        value = actual.stated.value
        others = tuple(figure for figure in printed if figure.value != value)
        return Result(value, actual, otherwise=others)
    if not printed:
        return None
    first = printed[0]
    others = tuple(figure for figure in printed[1:] if figure.value != first.value)
    return Result(first.value, None, first.programme, others)


def _newest(strand: Strand, year: int) -> Actual | None:
    """The year's last day in the documents of all programmes: what the newest of them states, and
    how it came to that; ``None`` where none states anything."""
    told = [
        stated
        for programme, code in strand.members
        for actual in programme.actuals.get(year, {}).get(code, ())
        if is_of_year(actual.as_of)
        for stated in actual.told
    ]
    return Actual(datetime.date(year, 12, 31), oldest_first(told)) if told else None
