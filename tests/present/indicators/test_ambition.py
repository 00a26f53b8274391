"""The rules that give an indicator's target its word."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.indicators.ambition import (
    CEILING,
    COMPARED,
    COURSE,
    WORD,
    Ambition,
    Course,
    Direction,
    Rule,
    assess,
    exact,
    scale,
    summarise,
)

figures = st.decimals(
    min_value=Decimal("-1e9"), max_value=Decimal("1e9"), places=2, allow_nan=False
)
stated = st.decimals(min_value=0, max_value=Decimal("1e9"), places=2, allow_nan=False)
maybe = st.none() | figures
directions = st.sampled_from([None, *Direction])
#: Directions that hang on no fixed number.
free = st.sampled_from([Direction.MORE, Direction.LESS, Direction.KEEP, Direction.NONE])


@pytest.mark.parametrize(
    ("actual", "estimate", "target", "direction", "rule", "word"),
    [
        # The indicators named are those of the 2025 programme.
        (2622, 2642, 3000, "more", Rule.BEYOND_TREND, Ambition.ACCELERATION),  # 2.2
        (9160, 9500, 9600, "more", Rule.WITHIN_TREND, Ambition.ON_TREND),  # 5.1
        (42, 50, 58, "more", Rule.WITHIN_TREND, Ambition.ON_TREND),  # the same step again
        (66009, 55000, 56000, "more", Rule.FORWARD_BELOW_ACTUAL, Ambition.BELOW_ACTUAL),  # 1.3
        (75000, 3000, 3000, "more", Rule.SAME_BELOW_ACTUAL, Ambition.BELOW_ACTUAL),  # 1.1
        (30, 20, 35, "more", Rule.AGAINST_TREND, Ambition.ACCELERATION),  # 3.2
        (90, 90, 100, "more", Rule.AGAINST_TREND, Ambition.ACCELERATION),  # 25.2
        (284, 200, 140, "more", Rule.BACKWARD_BELOW_ACTUAL, Ambition.BELOW_BOTH),  # 1.4
        (17500, 20000, 18000, "more", Rule.BACKWARD, Ambition.LOWER),  # 26.4
        (None, 6, 2, "more", Rule.BACKWARD, Ambition.LOWER),  # 5.6: the trend is not needed
        (2, 3, 3, "more", Rule.SAME_REACHED, Ambition.REACHED),  # 4.2
        (7, 7, 7, "less", Rule.SAME_THROUGHOUT, Ambition.KEPT),  # 8.2
        (100, 100, 100, "more_to_100", Rule.AT_CEILING, Ambition.FULL),  # 1.2
        (None, 100, 100, "more_to_100", Rule.AT_CEILING, Ambition.FULL),  # 14.8
        (90, 90, 100, "more_to_100", Rule.AGAINST_TREND, Ambition.ACCELERATION),  # 25.2
        (93, 93, 93, "more_to_100", Rule.SAME_THROUGHOUT, Ambition.KEPT),  # 28.4
        (70, 17, 18, "more_to_100", Rule.FORWARD_BELOW_ACTUAL, Ambition.BELOW_ACTUAL),  # 29.2
        (120, 95, 100, "more_to_100", Rule.AGAINST_TREND, Ambition.ACCELERATION),
        (100, 104, 101, "more_to_100", Rule.AT_CEILING, Ambition.FULL),
        (100, 100, 95, "more_to_100", Rule.BACKWARD_BELOW_ACTUAL, Ambition.BELOW_BOTH),
        (None, 95, 95, "more_to_100", Rule.SAME_NO_ACTUAL, Ambition.NOT_COMPARABLE),
        (340000, 250000, 260000, "no_direction", Rule.NO_DIRECTION, Ambition.NO_DIRECTION),  # 6.2
        (None, None, None, "no_direction", Rule.NO_DIRECTION, Ambition.NO_DIRECTION),
        (100, 100, 100, "keep", Rule.SAME_KEPT, Ambition.KEPT),
        (100, 95, 95, "keep", Rule.SAME_BELOW_ACTUAL, Ambition.BELOW_ACTUAL),
        (None, 360000, 375000, "more", Rule.FORWARD_NO_TREND, Ambition.NOT_COMPARABLE),  # 13.1
        (3, None, 4, "more", Rule.VALUE_NOT_STATED, Ambition.NOT_COMPARABLE),  # 6.1
        (None, 0, 19, "more", Rule.FORWARD_NO_TREND, Ambition.NOT_COMPARABLE),  # 5.3
        (1, 2, None, "more", Rule.VALUE_NOT_STATED, Ambition.NOT_COMPARABLE),
        (100, 100, 100, None, Rule.NOT_JUDGED, Ambition.NOT_COMPARABLE),
        (10, 8, 6, "less", Rule.WITHIN_TREND, Ambition.ON_TREND),
        (10, 9, 6, "less", Rule.BEYOND_TREND, Ambition.ACCELERATION),
        (10, 12, 11, "less", Rule.FORWARD_BELOW_ACTUAL, Ambition.BELOW_ACTUAL),
        (10, 12, 9, "less", Rule.AGAINST_TREND, Ambition.ACCELERATION),
        (10, 12, 12, "less", Rule.SAME_BELOW_ACTUAL, Ambition.BELOW_ACTUAL),
        (10, 12, 13, "less", Rule.BACKWARD_BELOW_ACTUAL, Ambition.BELOW_BOTH),
        (10, 8, 9, "less", Rule.BACKWARD, Ambition.LOWER),
        (100, 100, 95, "keep", Rule.BACKWARD_BELOW_ACTUAL, Ambition.BELOW_BOTH),
        (90, 100, 95, "keep", Rule.BACKWARD, Ambition.LOWER),
        (100, 95, 100, "keep", Rule.KEEP_RAISED, Ambition.NOT_COMPARABLE),
    ],
)
def test_each_rule_gives_its_word(
    actual: int | None,
    estimate: int | None,
    target: int | None,
    direction: str | None,
    rule: Rule,
    word: Ambition,
) -> None:
    assessment = assess(actual, estimate, target, direction)
    assert (assessment.rule, assessment.ambition) == (rule, word)


def test_every_rule_has_a_word_and_every_word_a_course() -> None:
    assert set(WORD) == set(Rule)
    assert set(COURSE) == set(Ambition)
    assert set(COURSE.values()) == set(Course)


def test_differences_are_exact() -> None:
    # As floats 0.3 - 0.2 is less than 0.2 - 0.1 by a hair, and 1.1 - 1.0 is more than 1.0 - 0.9.
    assert assess(0.9, 1.0, 1.1, "more").ambition is Ambition.ON_TREND
    assert assess(94.5, 95.0, 95.5, "more").change == Decimal("0.5")


def test_an_empty_cell_is_not_stated_and_not_zero() -> None:
    assert assess(math.nan, 6.0, 7.0, "more") == assess(None, 6, 7, "more")
    assert assess(0, 6, 7, "more").ambition is Ambition.ON_TREND
    assert assess(1, 2, 3, math.nan).rule is Rule.NOT_JUDGED  # type: ignore[arg-type]
    assert assess(1, 2, 3, "").rule is Rule.NOT_JUDGED


def test_what_cannot_be_stated_is_refused() -> None:
    with pytest.raises(ValueError, match="infinite"):
        exact(math.inf)
    with pytest.raises(ValueError, match="sideways"):
        assess(1, 2, 3, "sideways")


def test_the_three_figures_stand_on_one_scale_from_nothing_to_the_largest() -> None:
    drawn = scale(assess(75000, 3000, 3000, "more"))
    assert (drawn.actual, drawn.estimate, drawn.target) == (1, pytest.approx(0.04), drawn.estimate)
    drawn = scale(assess(None, 40, 80, "less"))
    assert (drawn.actual, drawn.estimate, drawn.target) == (None, 0.5, 1)
    assert not drawn.is_empty
    assert scale(assess(0.25, 0.5, 1, "more")).estimate == 0.5


@pytest.mark.parametrize("figures", [(None, None, None), (0, 0, 0), (-1, 5, 6), (None, 0, None)])
def test_without_a_scale_nothing_is_drawn(figures: tuple[int | None, ...]) -> None:
    assert scale(assess(*figures, "more")).is_empty


def test_the_distance_is_the_estimate_as_a_part_of_the_target() -> None:
    assert assess(30, 40, 80, "more").estimate_ratio == 0.5
    assert assess(20, 10, 8, "less").estimate_ratio == pytest.approx(0.8)
    assert assess(20, 10, 8, "no_direction").estimate_ratio == pytest.approx(1.25)


@pytest.mark.parametrize(
    ("estimate", "target", "direction"),
    [(5, 0, "more"), (0, 0, "keep"), (0, 5, "less"), (None, 5, "more"), (5, None, "less"),
     (-5, 5, "more")],
)  # fmt: skip
def test_a_part_of_nothing_is_no_number(
    estimate: int | None, target: int | None, direction: str
) -> None:
    assert assess(None, estimate, target, direction).estimate_ratio is None


@given(maybe, maybe, maybe, directions)
def test_any_figures_get_a_word_and_places_on_one_track(
    actual: Decimal | None,
    estimate: Decimal | None,
    target: Decimal | None,
    direction: Direction | None,
) -> None:
    assessment = assess(actual, estimate, target, direction)
    drawn = scale(assessment)
    for place in (drawn.actual, drawn.estimate, drawn.target):
        assert place is None or 0 <= place <= 1
    if direction is Direction.NONE:
        assert assessment.ambition is Ambition.NO_DIRECTION
    elif estimate is None or target is None or direction is None:
        assert assessment.ambition is Ambition.NOT_COMPARABLE
    assert assessment.is_compared is (assessment.course in COMPARED)


@given(maybe, maybe, maybe, directions)
def test_every_target_behind_the_actual_is_counted_as_that_and_no_other(
    actual: Decimal | None,
    estimate: Decimal | None,
    target: Decimal | None,
    direction: Direction | None,
) -> None:
    assessment = assess(actual, estimate, target, direction)
    is_behind = False
    if actual is not None and target is not None:
        reached = min(actual, CEILING) if direction is Direction.MORE_TO_100 else actual
        is_behind = {
            None: False,
            Direction.NONE: False,
            Direction.LESS: target > actual,
        }.get(direction, target < reached)
    assert assessment.is_below_actual is is_behind
    if assessment.is_compared:
        assert (assessment.course is Course.BELOW_ACTUAL) is is_behind


@given(maybe, figures, figures)
def test_turning_figures_and_direction_over_changes_no_word(
    actual: Decimal | None, estimate: Decimal, target: Decimal
) -> None:
    turned = assess(None if actual is None else -actual, -estimate, -target, Direction.LESS)
    assert assess(actual, estimate, target, Direction.MORE).rule is turned.rule


@given(figures, figures, figures, figures, free)
def test_the_word_does_not_hang_on_where_the_scale_begins(
    actual: Decimal, estimate: Decimal, target: Decimal, shift: Decimal, direction: Direction
) -> None:
    moved = assess(actual + shift, estimate + shift, target + shift, direction)
    assert assess(actual, estimate, target, direction).rule is moved.rule


#: From the word for the lowest target on, for an actual above the estimate and for one below.
HIGH_ACTUAL = [Ambition.BELOW_BOTH, Ambition.BELOW_ACTUAL, Ambition.ACCELERATION]
LOW_ACTUAL = [Ambition.BELOW_BOTH, Ambition.LOWER, Ambition.KEPT, Ambition.REACHED,
              Ambition.ON_TREND, Ambition.ACCELERATION]  # fmt: skip


@given(figures, figures, figures, figures)
def test_a_higher_target_never_gets_a_lesser_word(
    actual: Decimal, estimate: Decimal, first: Decimal, second: Decimal
) -> None:
    low, high = sorted((first, second))
    words = [assess(actual, estimate, target, "more").ambition for target in (low, high)]
    order = HIGH_ACTUAL if actual > estimate else LOW_ACTUAL
    assert order.index(words[0]) <= order.index(words[1])


@given(stated, stated, stated, directions)
def test_the_ratio_passes_the_target_exactly_where_the_estimate_does(
    actual: Decimal, estimate: Decimal, target: Decimal, direction: Direction | None
) -> None:
    ratio = assess(actual, estimate, target, direction).estimate_ratio
    if ratio is None or ratio == pytest.approx(1, abs=1e-9):
        return
    beyond = estimate < target if direction is Direction.LESS else estimate > target
    assert (ratio > 1) is beyond


@given(st.lists(st.tuples(maybe, maybe, maybe, directions), max_size=30))
def test_the_courses_add_up(
    rows: list[tuple[Decimal | None, Decimal | None, Decimal | None, Direction | None]],
) -> None:
    assessments = [assess(*row) for row in rows]
    summary = summarise(assessments)
    assert summary.total == len(rows)
    assert sum(summary.count(course) for course in Course) == len(rows)
    assert summary.without_actual <= summary.count(Course.NOT_COMPARABLE)
    assert summary.compared == sum(assessment.is_compared for assessment in assessments)
    assert summary.count(Course.BELOW_ACTUAL) == (
        summary.ahead_below_actual + summary.equal_below_actual + summary.count(Ambition.BELOW_BOTH)
    )
    assert [word for word, _ in summary.words] == list(Ambition)
    for course in Course:
        assert summary.count(course) == sum(
            assessment.course is course for assessment in assessments
        )
