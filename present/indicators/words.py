"""The words for what a target asks: the ten words, their meaning, one indicator's explanation.

Every sentence comes from the text catalogue (``indicators``); years and figures come from the
data. The rules themselves are ``present.indicators.ambition``.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from present.indicators.ambition import (
    Ambition,
    Assessment,
    Direction,
    Rule,
)
from present.indicators.model import Indicator
from present.kit import writing
from present.kit.quantity import PERCENT, difference, quantity
from present.kit.text import t

_WORDS: dict[Ambition, str] = {
    Ambition.ON_TREND: "indicators.word_on_trend",
    Ambition.ACCELERATION: "indicators.word_acceleration",
    Ambition.REACHED: "indicators.word_reached",
    Ambition.FULL: "indicators.word_full",
    Ambition.KEPT: "indicators.word_kept",
    Ambition.BELOW_ACTUAL: "indicators.word_below_actual",
    Ambition.BELOW_BOTH: "indicators.word_below_both",
    Ambition.LOWER: "indicators.word_lower",
    Ambition.NO_DIRECTION: "indicators.word_no_direction",
    Ambition.NOT_COMPARABLE: "indicators.word_not_comparable",
}

_MEANINGS: dict[Ambition, str] = {
    Ambition.ON_TREND: "indicators.meaning_on_trend",
    Ambition.ACCELERATION: "indicators.meaning_acceleration",
    Ambition.REACHED: "indicators.meaning_reached",
    Ambition.FULL: "indicators.meaning_full",
    Ambition.KEPT: "indicators.meaning_kept",
    Ambition.BELOW_ACTUAL: "indicators.meaning_below_actual",
    Ambition.BELOW_BOTH: "indicators.meaning_below_both",
    Ambition.LOWER: "indicators.meaning_lower",
    Ambition.NO_DIRECTION: "indicators.meaning_no_direction",
    Ambition.NOT_COMPARABLE: "indicators.meaning_not_comparable",
}

_DIRECTIONS: dict[Direction | None, str] = {
    Direction.MORE: "indicators.direction_more",
    Direction.MORE_TO_100: "indicators.direction_more_to_100",
    Direction.LESS: "indicators.direction_less",
    Direction.KEEP: "indicators.direction_keep",
    Direction.NONE: "indicators.direction_no_direction",
    None: "indicators.direction_not_judged",
}

#: Rules whose sentence does not hang on the direction.
_RULES: dict[Rule, str] = {
    Rule.NO_DIRECTION: "indicators.rule_no_direction",
    Rule.VALUE_NOT_STATED: "indicators.rule_value_not_stated",
    Rule.NOT_JUDGED: "indicators.rule_not_judged",
    Rule.AT_CEILING: "indicators.rule_at_ceiling",
    Rule.SAME_NO_ACTUAL: "indicators.rule_same_no_actual",
    Rule.SAME_BELOW_ACTUAL: "indicators.rule_same_below_actual",
    Rule.SAME_KEPT: "indicators.rule_same_kept",
    Rule.SAME_THROUGHOUT: "indicators.rule_same_throughout",
    Rule.SAME_REACHED: "indicators.rule_same_reached",
    Rule.KEEP_RAISED: "indicators.rule_keep_raised",
    Rule.FORWARD_NO_TREND: "indicators.rule_forward_no_trend",
    Rule.FORWARD_BELOW_ACTUAL: "indicators.rule_forward_below_actual",
    Rule.WITHIN_TREND: "indicators.rule_within_trend",
    Rule.BEYOND_TREND: "indicators.rule_beyond_trend",
}


#: Rules of a target behind the estimate, where its sentence hangs on the direction.
_BACKWARD: dict[Direction | None, str] = {
    Direction.LESS: "indicators.rule_backward_less",
    Direction.KEEP: "indicators.rule_keep_lowered",
}

#: Where less is better, what is worse is no lower figure.
_LESS_WORDS: dict[Ambition, str] = {
    Ambition.BELOW_ACTUAL: "indicators.word_below_actual_less",
    Ambition.BELOW_BOTH: "indicators.word_below_both_less",
    Ambition.LOWER: "indicators.word_lower_less",
}


@dataclass(frozen=True, slots=True)
class Years:
    """The three years of a programme's figures."""

    programme: int

    @property
    def texts(self) -> dict[str, str]:
        """The years as parameters of the catalogue's sentences."""
        return {
            "actual_year": str(self.programme - 2),
            "estimate_year": str(self.programme - 1),
            "target_year": str(self.programme),
        }


def _year_forms(estimate_year: int, actual_year: int | None = None) -> dict[str, str]:
    """The years in the forms that words take; the actual's is the one before the estimate's where
    none is given."""
    before = estimate_year - 1 if actual_year is None else actual_year
    return {
        "actual_year": str(before),
        "of_actual": writing.genitive(before),
        "estimate_year": str(estimate_year),
        "in_year": writing.locative(estimate_year),
        "of_year": writing.genitive(estimate_year),
    }


def word(
    ambition: Ambition,
    estimate_year: int,
    direction: Direction | None = Direction.MORE,
    *,
    actual_year: int | None = None,
) -> str:
    """The word, as ``hedefe 2024'te ulaşılıyor``, with the year of the programme's estimates.

    Where less is better a target worse than another figure is the larger one, so the word says
    that it is behind (``gerisinde``) instead of below.
    """
    key = _WORDS[ambition]
    if direction is Direction.LESS:
        key = _LESS_WORDS.get(ambition, key)
    return t(key, **_year_forms(estimate_year, actual_year))


def meaning(ambition: Ambition, estimate_year: int) -> str:
    """What the word means, in one sentence, for the legend."""
    return t(_MEANINGS[ambition], **_year_forms(estimate_year))


def direction(judged: Direction | None) -> str:
    """The indicator's direction in words; says so where none was judged."""
    return t(_DIRECTIONS[judged])


def indicator_word(indicator: Indicator, estimate_year: int) -> str:
    """The word for one indicator's target."""
    assessment = indicator.assessment
    return word(
        assessment.ambition,
        estimate_year,
        assessment.direction,
        actual_year=indicator.actual.year,
    )


def plan_word(indicator: Indicator, estimate_year: int, *, is_told: bool) -> str:
    """The word for one indicator's target; where ``is_told`` what came of it, the word is said to
    be the programme's, so that it is not read of the result. That neither way is better holds of
    both."""
    said = indicator_word(indicator, estimate_year)
    if not is_told or indicator.assessment.ambition is Ambition.NO_DIRECTION:
        return said
    return t("indicators.actual.of_plan", word=said)


def explanation(indicator: Indicator, programme_year: int) -> str:
    """Why an indicator's target has its word: one plain sentence with the figures it rests on.

    A second sentence follows where the target is behind the estimate and the actual as well, and
    where the figures add up over the years. Years that an indicator's own figures do not carry are
    counted from ``programme_year``.
    """
    assessment = indicator.assessment
    less = assessment.direction is Direction.LESS
    ahead, behind = (t("indicators.above"), t("indicators.below"))
    words = {
        **_year_forms(
            indicator.estimate.year or programme_year - 1,
            indicator.actual.year or programme_year - 2,
        ),
        "target_year": str(indicator.target.year or programme_year),
        **_figures(assessment, indicator.unit),
        "step": t("indicators.step_down") if less else t("indicators.step_up"),
        "ahead": behind if less else ahead,
        "behind": ahead if less else behind,
    }
    sentences = [t(_sentence(assessment), missing=_missing(assessment, words), **words)]
    if assessment.rule is Rule.NO_DIRECTION:
        sentences += _differences(assessment, words)
    if assessment.ambition is Ambition.BELOW_BOTH:
        sentences.append(t("indicators.rule_also_below_actual", **words))
    if assessment.is_cumulative and assessment.trend is not None and assessment.change is not None:
        sentences.append(t("indicators.rule_cumulative"))
    return " ".join(sentences)


def _differences(assessment: Assessment, words: dict[str, str]) -> list[str]:
    """How the target stands to the figures before, without a judgement; as far as they are
    stated."""
    sentences = []
    for kind, step in (("estimate", assessment.change), ("actual", assessment.gap)):
        if step is not None:
            way = "same" if step == 0 else "more" if step > 0 else "fewer"
            sentences.append(t(f"indicators.plain_{kind}_{way}", **words))
    return sentences


def _sentence(assessment: Assessment) -> str:
    if assessment.ambition in (Ambition.BELOW_BOTH, Ambition.LOWER):
        return _BACKWARD.get(assessment.direction, "indicators.rule_backward_more")
    if assessment.rule is Rule.AGAINST_TREND:
        if assessment.trend == 0:
            return "indicators.rule_against_flat"
        return "indicators.rule_against_back"
    return _RULES[assessment.rule]


def _figures(assessment: Assessment, unit: str) -> dict[str, str]:
    figures = {
        "actual": assessment.actual,
        "estimate": assessment.estimate,
        "target": assessment.target,
    }
    steps = {
        "change": assessment.change,
        "trend": assessment.trend,
        "gap": assessment.gap,
    }
    return {
        **{
            name: writing.not_stated() if value is None else quantity(value, unit)
            for name, value in figures.items()
        },
        **{
            name: writing.not_stated() if value is None else difference(value, unit)
            for name, value in steps.items()
        },
    }


def _missing(assessment: Assessment, years: dict[str, str]) -> str:
    if assessment.estimate is None and assessment.target is None:
        return t("indicators.missing_both", **years)
    if assessment.estimate is None:
        return t("indicators.missing_estimate", **years)
    return t("indicators.missing_target", **years)


def signed(value: Decimal | None, unit: str) -> str:
    """A difference with its sign and unit; says so where it is not stated."""
    if value is None:
        return writing.not_stated()
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{difference(value, unit)}"


def signed_number(value: Decimal | None) -> str:
    """A difference with its sign, its unit standing elsewhere; says so where it is not stated."""
    return signed(value, "") if writing.is_stated(value) else writing.not_stated()


def plain(value: Decimal, unit: str) -> str:
    """A figure for a column whose unit stands beside the name: only a percentage carries it."""
    return writing.measure(value, unit) if unit == PERCENT else writing.number(value)


def ratio_text(ratio: float) -> str:
    """``%88,8``; whole percentages without a decimal, and never ``%100`` for what falls short."""
    shown = min(ratio, 0.999) if ratio < 1 else ratio
    return writing.share(shown, 0 if round(shown, 3) == round(shown, 2) else 1)


def distance_text(indicator: Indicator) -> str:
    """How near the estimate is to the target, beside its bar.

    A rate's distance is in percentage points, an amount's a part of the target; where neither more
    nor less is better it is the plain difference.
    """
    assessment = indicator.assessment
    change, ratio = assessment.change, assessment.estimate_ratio
    if change is not None and assessment.direction is Direction.NONE:
        return t("indicators.distance_plain", difference=signed(change, indicator.unit))
    if change is not None and indicator.is_rate:
        way = "at" if change == 0 else "short" if change > 0 else "past"
        return t(f"indicators.distance_{way}", difference=difference(change, indicator.unit))
    if ratio is None:
        return t("indicators.ratio_none")
    if assessment.direction is Direction.LESS:
        return t("indicators.ratio_less", share=ratio_text(ratio))
    return ratio_text(ratio)


def scale_text(indicator: Indicator, years: Years) -> str:
    """The three figures of an indicator with their years and unit, in words."""
    actual, estimate, target = (
        writing.not_stated() if figure.value is None else quantity(figure.value, indicator.unit)
        for figure in indicator.figures
    )
    return t(
        "indicators.scale_text", actual=actual, estimate=estimate, target=target, **years.texts
    )
