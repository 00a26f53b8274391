"""What an indicator's target asks, compared with the year before: a word, never a score.

A performance programme states an actual (two years back), an estimate (one year back) and a
target (its own year). It holds no actual of its own year, so nothing here says how far a target
has been reached: the words compare the target with the estimate, and that step with the step
before it.

Let ``change`` be target - estimate, ``trend`` be estimate - actual, and a step be *forward* when
it goes where the indicator's judged direction points. The rules, the first that fits:

=====  ===================================================================  ================
rule   when                                                                 word
=====  ===================================================================  ================
1      the estimate or the target is not stated                             NOT_COMPARABLE
2      no direction was judged                                              NOT_COMPARABLE
3      change = 0, the level is to be kept                                  KEPT
4      change = 0                                                           REACHED
5      change is backward                                                   LOWER
6      the level is to be kept, the target is below the estimate            LOWER
7      the level is to be kept, the target is above the estimate            NOT_COMPARABLE
8      change is forward, the actual is not stated                          NOT_COMPARABLE
9      change is forward, trend is forward and at least as large            ON_TREND
10     change is forward, trend is forward but smaller                      ACCELERATION
11     change is forward, trend is zero or backward                         ACCELERATION
=====  ===================================================================  ================

Rules 6 and 7: a level to be kept that is set lower than the estimate is plainly lower, which needs
no judgement. Set higher, it leaves the level as well, but whether that is better was not judged,
so no word is given.

A figure that adds up over the years needs no rule of its own: its differences are what one year
adds. Differences are exact (decimal), so that 95,5 - 95 and 95 - 94,5 are equal.

Pure: no query, no words for people (``present.indicators.model.words``), no page.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction


class Direction(StrEnum):
    """Which way is better, as judged for each indicator in ``directions.toml``."""

    MORE = "more"
    LESS = "less"
    KEEP = "keep"


class Ambition(StrEnum):
    """The word for an indicator's target; the values stand in addresses and never change."""

    ON_TREND = "egilimle-uyumlu"
    ACCELERATION = "ivme-gerekiyor"
    REACHED = "hedefe-ulasiliyor"
    KEPT = "duzey-korunuyor"
    LOWER = "altinda-hedef"
    NOT_COMPARABLE = "karsilastirilamiyor"


class Course(StrEnum):
    """Where a target heads from the estimate: the six words in four."""

    HIGHER = "higher"
    HOLDS = "holds"
    LOWER = "lower"
    NOT_COMPARABLE = "not_comparable"


class Rule(StrEnum):
    """Which rule of the module's table gave the word."""

    VALUE_NOT_STATED = "value_not_stated"
    NO_DIRECTION = "no_direction"
    SAME_KEPT = "same_kept"
    SAME_REACHED = "same_reached"
    BACKWARD = "backward"
    KEEP_LOWERED = "keep_lowered"
    KEEP_RAISED = "keep_raised"
    FORWARD_NO_TREND = "forward_no_trend"
    WITHIN_TREND = "within_trend"
    BEYOND_TREND = "beyond_trend"
    AGAINST_TREND = "against_trend"


WORD: dict[Rule, Ambition] = {
    Rule.VALUE_NOT_STATED: Ambition.NOT_COMPARABLE,
    Rule.NO_DIRECTION: Ambition.NOT_COMPARABLE,
    Rule.SAME_KEPT: Ambition.KEPT,
    Rule.SAME_REACHED: Ambition.REACHED,
    Rule.BACKWARD: Ambition.LOWER,
    Rule.KEEP_LOWERED: Ambition.LOWER,
    Rule.KEEP_RAISED: Ambition.NOT_COMPARABLE,
    Rule.FORWARD_NO_TREND: Ambition.NOT_COMPARABLE,
    Rule.WITHIN_TREND: Ambition.ON_TREND,
    Rule.BEYOND_TREND: Ambition.ACCELERATION,
    Rule.AGAINST_TREND: Ambition.ACCELERATION,
}

COURSE: dict[Ambition, Course] = {
    Ambition.ON_TREND: Course.HIGHER,
    Ambition.ACCELERATION: Course.HIGHER,
    Ambition.REACHED: Course.HOLDS,
    Ambition.KEPT: Course.HOLDS,
    Ambition.LOWER: Course.LOWER,
    Ambition.NOT_COMPARABLE: Course.NOT_COMPARABLE,
}

#: A stated figure, or nothing; NaN (an empty cell of a DataFrame) is nothing as well.
Value = Decimal | int | float | None


def exact(value: Value) -> Decimal | None:
    """``value`` as the decimal that it prints as; None and NaN mean "not stated" and stay None.

    Raises ``ValueError`` for an infinite value: no document states one.
    """
    if value is None:
        return None
    if isinstance(value, Decimal):
        number = value
    elif isinstance(value, int):
        number = Decimal(value)
    else:
        number = Decimal(repr(float(value)))
    if number.is_nan():
        return None
    if number.is_infinite():
        raise ValueError("an indicator's value cannot be infinite")
    return number


@dataclass(frozen=True, slots=True)
class Assessment:
    """The word for one indicator with everything that it was made from.

    ``actual``, ``estimate``, ``target``: exact figures in the indicator's unit, None where the
    document states none. ``direction`` None where none was judged.
    """

    actual: Decimal | None
    estimate: Decimal | None
    target: Decimal | None
    direction: Direction | None
    is_cumulative: bool
    rule: Rule

    @property
    def ambition(self) -> Ambition:
        """The word."""
        return WORD[self.rule]

    @property
    def course(self) -> Course:
        """The word's bucket of the four."""
        return COURSE[self.ambition]

    @property
    def change(self) -> Decimal | None:
        """Target less estimate, in the indicator's unit; None where one is not stated."""
        if self.target is None or self.estimate is None:
            return None
        return self.target - self.estimate

    @property
    def trend(self) -> Decimal | None:
        """Estimate less actual, in the indicator's unit; None where one is not stated."""
        if self.estimate is None or self.actual is None:
            return None
        return self.estimate - self.actual

    @property
    def estimate_ratio(self) -> float | None:
        """How near the estimate is to the target, 1 at the target: the bar's length.

        The estimate as a part of the target; where less is better, the target as a part of the
        estimate. Over 1 where the estimate already passes the target. None where a figure is not
        stated, is negative, or the whole is zero (a part of nothing is no number).
        """
        return self._ratio(self.estimate)

    @property
    def actual_ratio(self) -> float | None:
        """The same for the actual: the place of its tick on the bar's scale."""
        return self._ratio(self.actual)

    def _ratio(self, value: Decimal | None) -> float | None:
        if value is None or self.target is None or value < 0 or self.target < 0:
            return None
        part, whole = (value, self.target)
        if self.direction is Direction.LESS:
            part, whole = whole, part
        if whole == 0:
            return None
        return float(Fraction(part) / Fraction(whole))


def assess(
    actual: Value,
    estimate: Value,
    target: Value,
    direction: Direction | str | None,
    *,
    is_cumulative: bool = False,
) -> Assessment:
    """The word for one indicator, by the rules of the module's table.

    ``direction`` is one of ``Direction`` (or its value); None, NaN or an empty text means that
    none was judged. Raises ``ValueError`` for any other direction and for an infinite value.
    """
    if direction is None or direction == "" or direction != direction:
        judged = None
    else:
        judged = Direction(direction)
    a, e, t = exact(actual), exact(estimate), exact(target)
    return Assessment(a, e, t, judged, is_cumulative, _rule(a, e, t, judged))


def _rule(
    actual: Decimal | None,
    estimate: Decimal | None,
    target: Decimal | None,
    direction: Direction | None,
) -> Rule:
    if estimate is None or target is None:
        return Rule.VALUE_NOT_STATED
    if direction is None:
        return Rule.NO_DIRECTION
    change = target - estimate
    if change == 0:
        return Rule.SAME_KEPT if direction is Direction.KEEP else Rule.SAME_REACHED
    if direction is Direction.KEEP:
        return Rule.KEEP_LOWERED if change < 0 else Rule.KEEP_RAISED
    forward = 1 if direction is Direction.MORE else -1
    if forward * change < 0:
        return Rule.BACKWARD
    if actual is None:
        return Rule.FORWARD_NO_TREND
    trend = estimate - actual
    if forward * trend <= 0:
        return Rule.AGAINST_TREND
    return Rule.WITHIN_TREND if abs(change) <= abs(trend) else Rule.BEYOND_TREND


@dataclass(frozen=True, slots=True)
class Summary:
    """How many indicators got which word; the four courses add up to ``total``."""

    words: tuple[tuple[Ambition, int], ...]
    without_trend: int
    """Of those not comparable: the target is ahead of the estimate, but no actual is stated."""

    def count(self, word: Ambition | Course) -> int:
        """Indicators with this word, or with any word of this course."""
        if isinstance(word, Course):
            return sum(number for ambition, number in self.words if COURSE[ambition] is word)
        return dict(self.words)[word]

    @property
    def higher(self) -> int:
        """Targets that ask more than the estimate."""
        return self.count(Course.HIGHER)

    @property
    def holds(self) -> int:
        """Targets equal to the estimate."""
        return self.count(Course.HOLDS)

    @property
    def lower(self) -> int:
        """Targets that ask less than the estimate."""
        return self.count(Course.LOWER)

    @property
    def not_comparable(self) -> int:
        """Indicators for which a figure or the direction is missing."""
        return self.count(Course.NOT_COMPARABLE)

    @property
    def total(self) -> int:
        """All indicators."""
        return sum(number for _, number in self.words)


def summarise(assessments: Iterable[Assessment]) -> Summary:
    """Counts of the words, every word present, zero where none got it; no assessments, all zero."""
    rules = Counter(assessment.rule for assessment in assessments)
    words = Counter[Ambition]()
    for rule, number in rules.items():
        words[WORD[rule]] += number
    return Summary(
        words=tuple((word, words[word]) for word in Ambition),
        without_trend=rules[Rule.FORWARD_NO_TREND],
    )


#: How much of the bar's scale lies beyond the target, so that an estimate above it can be seen.
SCALE_MAX = 1.25


@dataclass(frozen=True, slots=True)
class Bar:
    """Where the marks of one progress bar stand, as parts (0 to 1) of the whole track.

    The target stands at ``target`` on every bar. ``fill`` (the estimate) and ``tick`` (the actual)
    are None where there is nothing to draw; ``is_fill_clipped`` and ``is_tick_clipped`` say that
    the true place lies beyond the track's end and a mark must say so.
    """

    fill: float | None
    tick: float | None
    is_fill_clipped: bool
    is_tick_clipped: bool
    target: float = 1 / SCALE_MAX


def bar(assessment: Assessment) -> Bar:
    """The progress bar of an assessment; clipped at ``SCALE_MAX`` times the target."""
    fill, fill_clipped = _place(assessment.estimate_ratio)
    tick, tick_clipped = _place(assessment.actual_ratio)
    return Bar(fill, tick, fill_clipped, tick_clipped)


def _place(ratio: float | None) -> tuple[float | None, bool]:
    if ratio is None or math.isnan(ratio):
        return None, False
    return min(ratio, SCALE_MAX) / SCALE_MAX, ratio > SCALE_MAX
