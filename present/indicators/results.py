"""One indicator with what came of it in the year itself. Pure: no words, no colours."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from present.indicators.actuals import Actual, Expected, Standing, standing
from present.indicators.model import Indicator


@dataclass(frozen=True, slots=True)
class Result:
    """An indicator, its figures as of days of the year (the oldest first; none where no document
    states any), and what a later programme expected of the year."""

    indicator: Indicator
    actuals: tuple[Actual, ...] = ()
    expected: Expected | None = None

    def at(self, as_of: datetime.date) -> Actual | None:
        """The figure as of that day; None where no document states one."""
        return next((actual for actual in self.actuals if actual.as_of == as_of), None)

    def is_told(self, as_of: datetime.date | None = None) -> bool:
        """Whether a document states a figure up to that day, of any day where none is given."""
        return any(
            actual.stated.value is not None
            for actual in self.actuals
            if as_of is None or actual.as_of <= as_of
        )

    def last_before(self, as_of: datetime.date) -> Actual | None:
        """The newest figure of an earlier day than that; None where there is none."""
        return next((each for each in reversed(self.actuals) if each.as_of < as_of), None)

    def standing(self, actual: Actual) -> Standing:
        """A figure of it beside its target."""
        return standing(
            actual,
            self.indicator.target.value,
            self.indicator.assessment.direction,
            self.indicator.accumulation,
            self.indicator.unit,
        )

    def is_target_other(self, actual: Actual) -> bool:
        """Whether the document repeats the target otherwise than the programme states it."""
        stated = actual.stated.target
        return stated is not None and stated != self.indicator.target.value


@dataclass(frozen=True, slots=True)
class Came:
    """What is shown beside the plan: the results by an indicator's code, and their day."""

    results: Mapping[str, Result]
    as_of: datetime.date


def results(
    indicators: Iterable[Indicator],
    actuals: Mapping[str, Sequence[Actual]],
    expected: Mapping[str, Expected],
) -> dict[str, Result]:
    """Every indicator's result by its code, in the order given."""
    return {
        indicator.code: Result(
            indicator, tuple(actuals.get(indicator.code, ())), expected.get(indicator.code)
        )
        for indicator in indicators
    }


@dataclass(frozen=True, slots=True)
class Tally:
    """How many indicators have a figure as of a day, how many of those stand against their target,
    and, of a year's end, how many are ahead of it, behind it, equal to it, and elsewhere without a
    direction that says whether that is ahead."""

    count: int
    stated: int
    compared: int
    ahead: int
    behind: int
    equal: int
    undirected: int


def tally(members: Sequence[Result], as_of: datetime.date) -> Tally:
    """The counts of the results of a day; all zero for none."""
    beside = [each.standing(actual) for each in members if (actual := each.at(as_of)) is not None]
    ended = [of for of in beside if of.is_year_end]
    return Tally(
        count=len(members),
        stated=sum(of.value is not None for of in beside),
        compared=sum(of.span is not None for of in beside),
        ahead=sum(of.is_ahead is True for of in ended),
        behind=sum(of.is_ahead is False for of in ended),
        equal=sum(of.is_equal for of in ended),
        undirected=sum(of.is_ahead is None and not of.is_equal for of in ended),
    )
