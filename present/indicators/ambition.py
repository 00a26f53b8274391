"""What an indicator's target asks, compared with the year before: a word, never a score.

A performance programme states an actual (two years back), an estimate (one year back) and a
target (its own year). It holds no actual of its own year, so nothing here says how far a target
has been reached: the words compare the target with the estimate, and that step with the step
before it.

Let ``change`` be target - estimate, ``trend`` be estimate - actual, and a step be *forward* when
it goes where the indicator's judged direction points. A figure is *behind* another where a step
from that other to it would go backward. The rules, the first that fits:

=====  ===================================================================  ================
rule   when                                                                 word
=====  ===================================================================  ================
1      the indicator has no direction: neither more nor less is better      NO_DIRECTION
2      the estimate or the target is not stated                             NOT_COMPARABLE
3      nobody judged the direction                                          NOT_COMPARABLE
4      a rate whose estimate and target are at its ceiling                  FULL
5      change = 0, the actual is not stated                                 NOT_COMPARABLE
6      change = 0, the target is behind the actual                          BELOW_ACTUAL
7      change = 0, the level is to be kept or equals the actual as well     KEPT
8      change = 0                                                           REACHED
9      the level is to be kept, the target is above the estimate            NOT_COMPARABLE
10     change is backward, the target is behind the actual as well          BELOW_BOTH
11     change is backward                                                   LOWER
12     change is forward, the actual is not stated                          NOT_COMPARABLE
13     change is forward, the target is behind the actual                   BELOW_ACTUAL
14     change is forward, trend is forward and at least as large            ON_TREND
15     change is forward, trend is forward but smaller                      ACCELERATION
16     change is forward, trend is zero or backward                         ACCELERATION
=====  ===================================================================  ================

Rules 6 and 13: a target that asks for more than a poor estimate and still for less than what was
reached a year earlier is no step ahead. Rule 9: a level to be kept that is set lower is plainly
behind (rules 10 and 11), which needs no judgement; set higher, it leaves the level as well, but
whether that is better was not judged, so no word is given.

A figure that adds up over the years needs no rule of its own: its differences are what one year
adds. Differences are exact (decimal), so that 95,5 - 95 and 95 - 94,5 are equal.

Pure: no query, no words for people (``present.indicators.words``), no page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction


class Direction(StrEnum):
    """Which way is better, as judged for each indicator in ``directions.toml``."""

    MORE = "more"
    MORE_TO_100 = "more_to_100"
    """More is better, and a hundred is all there can be: a rate in per cent."""
    LESS = "less"
    KEEP = "keep"
    NONE = "no_direction"
    """Neither is better: an input, a demand or a burden."""


#: What a rate can't pass.
CEILING = Decimal(100)


class Ambition(StrEnum):
    """The word for an indicator's target; the values stand in addresses and never change."""

    ON_TREND = "egilimle-uyumlu"
    ACCELERATION = "ivme-gerekiyor"
    REACHED = "hedefe-ulasiliyor"
    FULL = "tavanda"
    KEPT = "duzey-korunuyor"
    BELOW_ACTUAL = "gerceklesenin-altinda"
    BELOW_BOTH = "iki-yilin-altinda"
    LOWER = "altinda-hedef"
    NO_DIRECTION = "yonsuz"
    NOT_COMPARABLE = "karsilastirilamiyor"


class Course(StrEnum):
    """Where a target heads from the years before: the ten words in six."""

    HIGHER = "higher"
    HOLDS = "holds"
    BELOW_ACTUAL = "below_actual"
    LOWER = "lower"
    NO_DIRECTION = "no_direction"
    NOT_COMPARABLE = "not_comparable"


class Rule(StrEnum):
    """Which rule of the module's table gave the word."""

    NO_DIRECTION = "no_direction"
    VALUE_NOT_STATED = "value_not_stated"
    NOT_JUDGED = "not_judged"
    AT_CEILING = "at_ceiling"
    SAME_NO_ACTUAL = "same_no_actual"
    SAME_BELOW_ACTUAL = "same_below_actual"
    SAME_KEPT = "same_kept"
    SAME_THROUGHOUT = "same_throughout"
    SAME_REACHED = "same_reached"
    KEEP_RAISED = "keep_raised"
    BACKWARD_BELOW_ACTUAL = "backward_below_actual"
    BACKWARD = "backward"
    FORWARD_NO_TREND = "forward_no_trend"
    FORWARD_BELOW_ACTUAL = "forward_below_actual"
    WITHIN_TREND = "within_trend"
    BEYOND_TREND = "beyond_trend"
    AGAINST_TREND = "against_trend"


WORD: dict[Rule, Ambition] = {
    Rule.NO_DIRECTION: Ambition.NO_DIRECTION,
    Rule.VALUE_NOT_STATED: Ambition.NOT_COMPARABLE,
    Rule.NOT_JUDGED: Ambition.NOT_COMPARABLE,
    Rule.AT_CEILING: Ambition.FULL,
    Rule.SAME_NO_ACTUAL: Ambition.NOT_COMPARABLE,
    Rule.SAME_BELOW_ACTUAL: Ambition.BELOW_ACTUAL,
    Rule.SAME_KEPT: Ambition.KEPT,
    Rule.SAME_THROUGHOUT: Ambition.KEPT,
    Rule.SAME_REACHED: Ambition.REACHED,
    Rule.KEEP_RAISED: Ambition.NOT_COMPARABLE,
    Rule.BACKWARD_BELOW_ACTUAL: Ambition.BELOW_BOTH,
    Rule.BACKWARD: Ambition.LOWER,
    Rule.FORWARD_NO_TREND: Ambition.NOT_COMPARABLE,
    Rule.FORWARD_BELOW_ACTUAL: Ambition.BELOW_ACTUAL,
    Rule.WITHIN_TREND: Ambition.ON_TREND,
    Rule.BEYOND_TREND: Ambition.ACCELERATION,
    Rule.AGAINST_TREND: Ambition.ACCELERATION,
}

COURSE: dict[Ambition, Course] = {
    Ambition.ON_TREND: Course.HIGHER,
    Ambition.ACCELERATION: Course.HIGHER,
    Ambition.REACHED: Course.HOLDS,
    Ambition.FULL: Course.HOLDS,
    Ambition.KEPT: Course.HOLDS,
    Ambition.BELOW_ACTUAL: Course.BELOW_ACTUAL,
    Ambition.BELOW_BOTH: Course.BELOW_ACTUAL,
    Ambition.LOWER: Course.LOWER,
    Ambition.NO_DIRECTION: Course.NO_DIRECTION,
    Ambition.NOT_COMPARABLE: Course.NOT_COMPARABLE,
}

#: The words of each course.
WORDS: dict[Course, tuple[Ambition, ...]] = {
    course: tuple(ambition for ambition in Ambition if COURSE[ambition] is course)
    for course in Course
}

#: Courses of targets that are set against the years before.
COMPARED = (Course.HIGHER, Course.BELOW_ACTUAL, Course.HOLDS, Course.LOWER)

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
        """The word's bucket of the six."""
        return COURSE[self.ambition]

    @property
    def is_compared(self) -> bool:
        """Whether the target is set against the years before: it has a direction and figures."""
        return self.course in COMPARED

    @property
    def is_below_actual(self) -> bool:
        """Whether the target is behind what was reached two years before; never where a figure is
        not stated or neither more nor less is better."""
        return _is_behind(self.target, self.actual, self.direction)

    @property
    def gap(self) -> Decimal | None:
        """Target less actual, in the indicator's unit; None where one is not stated."""
        if self.target is None or self.actual is None:
            return None
        return self.target - self.actual

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
        """How near the estimate is to the target, 1 at the target.

        The estimate as a part of the target; where less is better, the target as a part of the
        estimate. Over 1 where the estimate already passes the target. None where a figure is not
        stated, is negative, or the whole is zero (a part of nothing is no number).
        """
        if self.estimate is None or self.target is None or min(self.estimate, self.target) < 0:
            return None
        part, whole = (self.estimate, self.target)
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


def _is_behind(value: Decimal | None, other: Decimal | None, direction: Direction | None) -> bool:
    if value is None or other is None or direction in (None, Direction.NONE):
        return False
    if direction is Direction.LESS:
        return value > other
    # What passes the ceiling is no better than the ceiling.
    return value < (min(other, CEILING) if direction is Direction.MORE_TO_100 else other)


def _rule(
    actual: Decimal | None,
    estimate: Decimal | None,
    target: Decimal | None,
    direction: Direction | None,
) -> Rule:
    if direction is Direction.NONE:
        return Rule.NO_DIRECTION
    if estimate is None or target is None:
        return Rule.VALUE_NOT_STATED
    if direction is None:
        return Rule.NOT_JUDGED
    if direction is Direction.MORE_TO_100 and min(estimate, target) >= CEILING:
        return Rule.AT_CEILING
    is_below_actual = _is_behind(target, actual, direction)
    change = target - estimate
    if change == 0:
        if actual is None:
            return Rule.SAME_NO_ACTUAL
        if is_below_actual:
            return Rule.SAME_BELOW_ACTUAL
        if direction is Direction.KEEP:
            return Rule.SAME_KEPT
        return Rule.SAME_THROUGHOUT if actual == target else Rule.SAME_REACHED
    forward = -1 if direction is Direction.LESS else 1
    if forward * change < 0:
        return Rule.BACKWARD_BELOW_ACTUAL if is_below_actual else Rule.BACKWARD
    if direction is Direction.KEEP:
        return Rule.KEEP_RAISED
    if actual is None:
        return Rule.FORWARD_NO_TREND
    if is_below_actual:
        return Rule.FORWARD_BELOW_ACTUAL
    trend = estimate - actual
    if forward * trend <= 0:
        return Rule.AGAINST_TREND
    return Rule.WITHIN_TREND if abs(change) <= abs(trend) else Rule.BEYOND_TREND


@dataclass(frozen=True, slots=True)
class Summary:
    """How many indicators got which word; the six courses add up to ``total``."""

    words: tuple[tuple[Ambition, int], ...]
    without_actual: int
    """Of those not comparable: the target is not behind the estimate, but no actual is stated."""
    ahead_below_actual: int
    """Of those behind the actual: the target is ahead of the estimate all the same."""

    def count(self, word: Ambition | Course) -> int:
        """Indicators with this word, or with any word of this course."""
        if isinstance(word, Course):
            return sum(number for ambition, number in self.words if COURSE[ambition] is word)
        return dict(self.words)[word]

    @property
    def compared(self) -> int:
        """Targets that are set against the years before."""
        return sum(self.count(course) for course in COMPARED)

    @property
    def equal_below_actual(self) -> int:
        """Of those behind the actual: the target equals the estimate."""
        return self.count(Ambition.BELOW_ACTUAL) - self.ahead_below_actual

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
        without_actual=rules[Rule.FORWARD_NO_TREND] + rules[Rule.SAME_NO_ACTUAL],
        ahead_below_actual=rules[Rule.FORWARD_BELOW_ACTUAL],
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """Where an indicator's three figures stand on one scale that begins at nothing: parts (0 to 1)
    of the largest of them. None where a figure is not stated."""

    actual: float | None
    estimate: float | None
    target: float | None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.actual is None and self.estimate is None and self.target is None


def scale(assessment: Assessment) -> Scale:
    """The places of an assessment's figures; all None where one is negative or all are zero."""
    figures = (assessment.actual, assessment.estimate, assessment.target)
    stated = [figure for figure in figures if figure is not None]
    largest = max(stated, default=Decimal(0))
    if largest <= 0 or min(stated) < 0:
        return Scale(None, None, None)
    return Scale(
        *(None if figure is None else float(Fraction(figure) / Fraction(largest))
          for figure in figures)
    )  # fmt: skip
