"""The rules that give an indicator's target its word."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.indicators.ambition import (
    COURSE,
    SCALE_MAX,
    WORD,
    Ambition,
    Course,
    Direction,
    Rule,
    assess,
    bar,
    exact,
    summarise,
)

figures = st.decimals(
    min_value=Decimal("-1e9"), max_value=Decimal("1e9"), places=2, allow_nan=False
)
stated = st.decimals(min_value=0, max_value=Decimal("1e9"), places=2, allow_nan=False)
maybe = st.none() | figures
directions = st.sampled_from([None, *Direction])


@pytest.mark.parametrize(
    ("actual", "estimate", "target", "direction", "rule", "word"),
    [
        # The indicators named are those of the 2025 programme.
        (2622, 2642, 3000, "more", Rule.BEYOND_TREND, Ambition.ACCELERATION),  # 2.2
        (9160, 9500, 9600, "more", Rule.WITHIN_TREND, Ambition.ON_TREND),  # 5.1
        (42, 50, 58, "more", Rule.WITHIN_TREND, Ambition.ON_TREND),  # the same step again
        (66009, 55000, 56000, "more", Rule.AGAINST_TREND, Ambition.ACCELERATION),  # 1.3
        (90, 90, 100, "more", Rule.AGAINST_TREND, Ambition.ACCELERATION),  # 25.2
        (284, 200, 140, "more", Rule.BACKWARD, Ambition.LOWER),  # 1.4
        (None, 6, 2, "more", Rule.BACKWARD, Ambition.LOWER),  # 5.6: the trend is not needed
        (456, 456, 456, "more", Rule.SAME_REACHED, Ambition.REACHED),  # 7.4
        (7, 7, 7, "less", Rule.SAME_REACHED, Ambition.REACHED),  # 8.2
        (100, 100, 100, "keep", Rule.SAME_KEPT, Ambition.KEPT),  # 1.2
        (None, 100, 100, "keep", Rule.SAME_KEPT, Ambition.KEPT),  # 14.8
        (None, 360000, 375000, "more", Rule.FORWARD_NO_TREND, Ambition.NOT_COMPARABLE),  # 13.1
        (3, None, 4, "more", Rule.VALUE_NOT_STATED, Ambition.NOT_COMPARABLE),  # 6.1
        (None, 0, 19, "more", Rule.FORWARD_NO_TREND, Ambition.NOT_COMPARABLE),  # 5.3
        (1, 2, None, "more", Rule.VALUE_NOT_STATED, Ambition.NOT_COMPARABLE),
        (100, 100, 100, None, Rule.NO_DIRECTION, Ambition.NOT_COMPARABLE),
        (10, 8, 6, "less", Rule.WITHIN_TREND, Ambition.ON_TREND),
        (10, 9, 6, "less", Rule.BEYOND_TREND, Ambition.ACCELERATION),
        (10, 12, 11, "less", Rule.AGAINST_TREND, Ambition.ACCELERATION),
        (10, 8, 9, "less", Rule.BACKWARD, Ambition.LOWER),
        (100, 100, 95, "keep", Rule.KEEP_LOWERED, Ambition.LOWER),
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
    assert assess(1, 2, 3, math.nan).rule is Rule.NO_DIRECTION  # type: ignore[arg-type]
    assert assess(1, 2, 3, "").rule is Rule.NO_DIRECTION


def test_what_cannot_be_stated_is_refused() -> None:
    with pytest.raises(ValueError, match="infinite"):
        exact(math.inf)
    with pytest.raises(ValueError, match="sideways"):
        assess(1, 2, 3, "sideways")


def test_the_bar_is_the_estimate_as_a_part_of_the_target() -> None:
    drawn = bar(assess(30, 40, 80, "more"))
    assert drawn.target == pytest.approx(0.8)
    assert drawn.fill == pytest.approx(0.5 * drawn.target)
    assert drawn.tick == pytest.approx(0.375 * drawn.target)


def test_where_less_is_better_the_bar_is_the_target_as_a_part_of_the_estimate() -> None:
    assessment = assess(20, 10, 8, "less")
    assert assessment.estimate_ratio == pytest.approx(0.8)
    assert assessment.actual_ratio == pytest.approx(0.4)


def test_a_bar_past_the_end_is_cut_and_says_so() -> None:
    drawn = bar(assess(13_157_300, 243_000, 100_000, "more"))
    assert (drawn.fill, drawn.is_fill_clipped) == (1, True)
    assert (drawn.tick, drawn.is_tick_clipped) == (1, True)
    inside = bar(assess(100, 125, 100, "more"))
    assert (inside.fill, inside.is_fill_clipped) == (1, False)


@pytest.mark.parametrize(
    ("estimate", "target", "direction"),
    [(5, 0, "more"), (0, 0, "keep"), (0, 5, "less"), (None, 5, "more"), (5, None, "less")],
)
def test_a_part_of_nothing_is_no_number(
    estimate: int | None, target: int | None, direction: str
) -> None:
    assessment = assess(None, estimate, target, direction)
    assert assessment.estimate_ratio is None
    assert bar(assessment).fill is None


@given(maybe, maybe, maybe, directions)
def test_any_figures_get_a_word_and_a_bar_on_its_track(
    actual: Decimal | None,
    estimate: Decimal | None,
    target: Decimal | None,
    direction: Direction | None,
) -> None:
    assessment = assess(actual, estimate, target, direction)
    drawn = bar(assessment)
    for place, clipped in (
        (drawn.fill, drawn.is_fill_clipped),
        (drawn.tick, drawn.is_tick_clipped),
    ):
        assert place is None or 0 <= place <= 1
        assert not clipped or place == 1
    if estimate is None or target is None or direction is None:
        assert assessment.ambition is Ambition.NOT_COMPARABLE


@given(maybe, figures, figures)
def test_turning_figures_and_direction_over_changes_no_word(
    actual: Decimal | None, estimate: Decimal, target: Decimal
) -> None:
    turned = assess(None if actual is None else -actual, -estimate, -target, Direction.LESS)
    assert assess(actual, estimate, target, Direction.MORE).rule is turned.rule


@given(figures, figures, figures, figures, st.sampled_from(list(Direction)))
def test_the_word_does_not_hang_on_where_the_scale_begins(
    actual: Decimal, estimate: Decimal, target: Decimal, shift: Decimal, direction: Direction
) -> None:
    moved = assess(actual + shift, estimate + shift, target + shift, direction)
    assert assess(actual, estimate, target, direction).rule is moved.rule


ORDER = [Ambition.LOWER, Ambition.REACHED, Ambition.ON_TREND, Ambition.ACCELERATION]


@given(figures, figures, figures, figures)
def test_a_higher_target_never_gets_a_lesser_word(
    actual: Decimal, estimate: Decimal, first: Decimal, second: Decimal
) -> None:
    low, high = sorted((first, second))
    words = [assess(actual, estimate, target, "more").ambition for target in (low, high)]
    assert ORDER.index(words[0]) <= ORDER.index(words[1])


@given(stated, stated, stated, st.sampled_from(list(Direction)))
def test_the_bar_passes_the_target_exactly_where_the_estimate_does(
    actual: Decimal, estimate: Decimal, target: Decimal, direction: Direction
) -> None:
    assessment = assess(actual, estimate, target, direction)
    ratio = assessment.estimate_ratio
    if ratio is None or ratio == pytest.approx(1, abs=1e-9):
        return
    beyond = estimate < target if direction is Direction.LESS else estimate > target
    assert (ratio > 1) is beyond
    assert bar(assessment).is_fill_clipped is (ratio > SCALE_MAX)


@given(st.lists(st.tuples(maybe, maybe, maybe, directions), max_size=30))
def test_the_four_courses_add_up(
    rows: list[tuple[Decimal | None, Decimal | None, Decimal | None, Direction | None]],
) -> None:
    assessments = [assess(*row) for row in rows]
    summary = summarise(assessments)
    assert summary.total == len(rows)
    assert summary.higher + summary.holds + summary.lower + summary.not_comparable == len(rows)
    assert summary.without_trend <= summary.not_comparable
    assert [word for word, _ in summary.words] == list(Ambition)
    for course in Course:
        assert summary.count(course) == sum(
            assessment.course is course for assessment in assessments
        )
