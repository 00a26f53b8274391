"""The words for what a target asks: the six words, their meaning, one indicator's explanation.

Every sentence comes from the text catalogue (``gostergeler``); years and figures come from the
data. The rules themselves are ``present.indicators.ambition``.
"""

from __future__ import annotations

from decimal import Decimal

from present.indicators.ambition import Ambition, Assessment, Direction, Rule, Summary
from present.indicators.model import Indicator
from present.kit import writing
from present.kit.quantity import quantity
from present.kit.text import t

_WORDS: dict[Ambition, str] = {
    Ambition.ON_TREND: "gostergeler.word_on_trend",
    Ambition.ACCELERATION: "gostergeler.word_acceleration",
    Ambition.REACHED: "gostergeler.word_reached",
    Ambition.KEPT: "gostergeler.word_kept",
    Ambition.LOWER: "gostergeler.word_lower",
    Ambition.NOT_COMPARABLE: "gostergeler.word_not_comparable",
}

_MEANINGS: dict[Ambition, str] = {
    Ambition.ON_TREND: "gostergeler.meaning_on_trend",
    Ambition.ACCELERATION: "gostergeler.meaning_acceleration",
    Ambition.REACHED: "gostergeler.meaning_reached",
    Ambition.KEPT: "gostergeler.meaning_kept",
    Ambition.LOWER: "gostergeler.meaning_lower",
    Ambition.NOT_COMPARABLE: "gostergeler.meaning_not_comparable",
}

_DIRECTIONS: dict[Direction | None, str] = {
    Direction.MORE: "gostergeler.direction_more",
    Direction.LESS: "gostergeler.direction_less",
    Direction.KEEP: "gostergeler.direction_keep",
    None: "gostergeler.direction_none",
}

#: Rules whose sentence does not hang on the direction.
_RULES: dict[Rule, str] = {
    Rule.VALUE_NOT_STATED: "gostergeler.rule_value_not_stated",
    Rule.NO_DIRECTION: "gostergeler.rule_no_direction",
    Rule.SAME_KEPT: "gostergeler.rule_same_kept",
    Rule.SAME_REACHED: "gostergeler.rule_same_reached",
    Rule.KEEP_LOWERED: "gostergeler.rule_keep_lowered",
    Rule.KEEP_RAISED: "gostergeler.rule_keep_raised",
    Rule.FORWARD_NO_TREND: "gostergeler.rule_forward_no_trend",
    Rule.WITHIN_TREND: "gostergeler.rule_within_trend",
    Rule.BEYOND_TREND: "gostergeler.rule_beyond_trend",
}

PERCENT = "%"


def _year_forms(estimate_year: int) -> dict[str, str]:
    return {
        "estimate_year": str(estimate_year),
        "in_year": writing.locative(estimate_year),
        "of_year": writing.genitive(estimate_year),
    }


def word(
    ambition: Ambition, estimate_year: int, direction: Direction | None = Direction.MORE
) -> str:
    """The word, as ``hedefe 2024'te ulaşılıyor``, with the year of the programme's estimates.

    Where less is better a target worse than the estimate is the larger figure, so the word says
    that it is behind (``gerisinde``) instead of below.
    """
    key = _WORDS[ambition]
    if ambition is Ambition.LOWER and direction is Direction.LESS:
        key = "gostergeler.word_lower_less"
    return t(key, **_year_forms(estimate_year))


def meaning(ambition: Ambition, estimate_year: int) -> str:
    """What the word means, in one sentence, for the legend."""
    return t(_MEANINGS[ambition], **_year_forms(estimate_year))


def direction(judged: Direction | None) -> str:
    """The indicator's direction in words; says so where none was judged."""
    return t(_DIRECTIONS[judged])


def indicator_word(indicator: Indicator, estimate_year: int) -> str:
    """The word for one indicator's target."""
    assessment = indicator.assessment
    return word(assessment.ambition, estimate_year, assessment.direction)


def difference(value: Decimal, unit: str) -> str:
    """The size of a difference with its unit, without a sign; between percentages in points."""
    if unit == PERCENT:
        return t("gostergeler.points", number=writing.number(abs(value)))
    return quantity(abs(value), unit)


def explanation(indicator: Indicator, programme_year: int) -> str:
    """Why an indicator's target has its word: one plain sentence with the figures it rests on.

    A second sentence follows where the figures add up over the years. Years that an indicator's
    own figures do not carry are counted from ``programme_year``.
    """
    assessment = indicator.assessment
    years = {
        "actual_year": str(indicator.actual.year or programme_year - 2),
        "target_year": str(indicator.target.year or programme_year),
        **_year_forms(indicator.estimate.year or programme_year - 1),
    }
    less = assessment.direction is Direction.LESS
    ahead, behind = (t("gostergeler.above"), t("gostergeler.below"))
    sentence = t(
        _sentence(assessment),
        **years,
        **_figures(assessment, indicator.unit),
        missing=_missing(assessment, years),
        step=t("gostergeler.step_down") if less else t("gostergeler.step_up"),
        ahead=behind if less else ahead,
        behind=ahead if less else behind,
    )
    if assessment.is_cumulative and assessment.trend is not None and assessment.change is not None:
        return f"{sentence} {t('gostergeler.rule_cumulative')}"
    return sentence


def _sentence(assessment: Assessment) -> str:
    if assessment.rule is Rule.BACKWARD:
        if assessment.direction is Direction.LESS:
            return "gostergeler.rule_backward_less"
        return "gostergeler.rule_backward_more"
    if assessment.rule is Rule.AGAINST_TREND:
        if assessment.trend == 0:
            return "gostergeler.rule_against_flat"
        return "gostergeler.rule_against_back"
    return _RULES[assessment.rule]


def _figures(assessment: Assessment, unit: str) -> dict[str, str]:
    figures = {
        "actual": assessment.actual,
        "estimate": assessment.estimate,
        "target": assessment.target,
    }
    steps = {"change": assessment.change, "trend": assessment.trend}
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
        return t("gostergeler.missing_both", **years)
    if assessment.estimate is None:
        return t("gostergeler.missing_estimate", **years)
    return t("gostergeler.missing_target", **years)


def summary_sentence(summary: Summary, programme_year: int) -> str:
    """How many targets are ahead of the estimate, equal to it, behind it, or not comparable.

    A second sentence says how many of the last are ahead but lack the earlier year.
    """
    years = {
        "actual_year": str(programme_year - 2),
        "target_year": str(programme_year),
        **_year_forms(programme_year - 1),
    }
    key = "gostergeler.summary_sentence"
    if not summary.not_comparable:
        key = "gostergeler.summary_sentence_whole"
    sentence = t(
        key,
        comparable=writing.number(summary.total - summary.not_comparable),
        higher=writing.number(summary.higher),
        holds=writing.number(summary.holds),
        lower=writing.number(summary.lower),
        not_comparable=writing.number(summary.not_comparable),
        **years,
    )
    if not summary.without_trend:
        return sentence
    more = t(
        "gostergeler.summary_without_trend",
        count=writing.number(summary.without_trend),
        **years,
    )
    return f"{sentence} {more}"
