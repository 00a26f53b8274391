"""The words for what a target asks: the six words, their meaning, one indicator's explanation.

Every sentence comes from the text catalogue (``indicators``); years and figures come from the
data. The rules themselves are ``present.indicators.ambition``.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from present.indicators.ambition import (
    Ambition,
    Assessment,
    Bar,
    Direction,
    Rule,
    Summary,
    bar,
)
from present.indicators.model import Indicator
from present.kit import writing
from present.kit.quantity import quantity
from present.kit.text import t

_WORDS: dict[Ambition, str] = {
    Ambition.ON_TREND: "indicators.word_on_trend",
    Ambition.ACCELERATION: "indicators.word_acceleration",
    Ambition.REACHED: "indicators.word_reached",
    Ambition.KEPT: "indicators.word_kept",
    Ambition.LOWER: "indicators.word_lower",
    Ambition.NOT_COMPARABLE: "indicators.word_not_comparable",
}

_MEANINGS: dict[Ambition, str] = {
    Ambition.ON_TREND: "indicators.meaning_on_trend",
    Ambition.ACCELERATION: "indicators.meaning_acceleration",
    Ambition.REACHED: "indicators.meaning_reached",
    Ambition.KEPT: "indicators.meaning_kept",
    Ambition.LOWER: "indicators.meaning_lower",
    Ambition.NOT_COMPARABLE: "indicators.meaning_not_comparable",
}

_DIRECTIONS: dict[Direction | None, str] = {
    Direction.MORE: "indicators.direction_more",
    Direction.LESS: "indicators.direction_less",
    Direction.KEEP: "indicators.direction_keep",
    None: "indicators.direction_none",
}

#: Rules whose sentence does not hang on the direction.
_RULES: dict[Rule, str] = {
    Rule.VALUE_NOT_STATED: "indicators.rule_value_not_stated",
    Rule.NO_DIRECTION: "indicators.rule_no_direction",
    Rule.SAME_KEPT: "indicators.rule_same_kept",
    Rule.SAME_REACHED: "indicators.rule_same_reached",
    Rule.KEEP_LOWERED: "indicators.rule_keep_lowered",
    Rule.KEEP_RAISED: "indicators.rule_keep_raised",
    Rule.FORWARD_NO_TREND: "indicators.rule_forward_no_trend",
    Rule.WITHIN_TREND: "indicators.rule_within_trend",
    Rule.BEYOND_TREND: "indicators.rule_beyond_trend",
}

PERCENT = "%"


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
        key = "indicators.word_lower_less"
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
        return t("indicators.points", number=writing.number(abs(value)))
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
    ahead, behind = (t("indicators.above"), t("indicators.below"))
    sentence = t(
        _sentence(assessment),
        **years,
        **_figures(assessment, indicator.unit),
        missing=_missing(assessment, years),
        step=t("indicators.step_down") if less else t("indicators.step_up"),
        ahead=behind if less else ahead,
        behind=ahead if less else behind,
    )
    if assessment.is_cumulative and assessment.trend is not None and assessment.change is not None:
        return f"{sentence} {t('indicators.rule_cumulative')}"
    return sentence


def _sentence(assessment: Assessment) -> str:
    if assessment.rule is Rule.BACKWARD:
        if assessment.direction is Direction.LESS:
            return "indicators.rule_backward_less"
        return "indicators.rule_backward_more"
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
        return t("indicators.missing_both", **years)
    if assessment.estimate is None:
        return t("indicators.missing_estimate", **years)
    return t("indicators.missing_target", **years)


def summary_sentence(summary: Summary, programme_year: int) -> str:
    """How many targets are ahead of the estimate, equal to it, behind it, or not comparable.

    A second sentence says how many of the last are ahead but lack the earlier year.
    """
    years = {
        "actual_year": str(programme_year - 2),
        "target_year": str(programme_year),
        **_year_forms(programme_year - 1),
    }
    key = "indicators.summary_sentence"
    if not summary.not_comparable:
        key = "indicators.summary_sentence_whole"
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
        "indicators.summary_without_trend",
        count=writing.number(summary.without_trend),
        **years,
    )
    return f"{sentence} {more}"


def signed(value: Decimal | None, unit: str) -> str:
    """A difference with its sign and unit; says so where it is not stated."""
    if value is None:
        return writing.not_stated()
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{difference(value, unit)}"


def plain(value: Decimal, unit: str) -> str:
    """A figure for a column whose unit stands beside the name: only a percentage carries it."""
    return writing.measure(value, unit) if unit == PERCENT else writing.number(value)


def ratio_text(ratio: float) -> str:
    """``%88,8``; whole percentages without a decimal, and never ``%100`` for what falls short."""
    shown = min(ratio, 0.999) if ratio < 1 else ratio
    return writing.share(shown, 0 if round(shown, 3) == round(shown, 2) else 1)


def ratio_label(indicator: Indicator) -> str:
    """How near the estimate is to the target, beside its bar."""
    ratio = indicator.assessment.estimate_ratio
    if ratio is None:
        return t("indicators.ratio_none")
    if indicator.assessment.direction is Direction.LESS:
        return t("indicators.ratio_less", share=ratio_text(ratio))
    return ratio_text(ratio)


_BAR_SENTENCES = {
    "estimate": "indicators.bar_estimate",
    "estimate_less": "indicators.bar_estimate_less",
    "actual": "indicators.bar_actual",
    "actual_less": "indicators.bar_actual_less",
}
_BAR_NOTHING = {
    "estimate": "indicators.bar_no_estimate",
    "actual": "indicators.bar_no_actual",
}


def bar_text(indicator: Indicator, years: Years) -> str:
    """What a bar shows, in words."""
    assessment = indicator.assessment
    less = "_less" if assessment.direction is Direction.LESS else ""
    sentences = [
        _bar_sentence("estimate", assessment.estimate_ratio, less, years),
        _bar_sentence("actual", assessment.actual_ratio, less, years),
    ]
    if _is_clipped(bar(assessment)):
        sentences.append(t("indicators.bar_clipped"))
    return " ".join(sentences)


def _bar_sentence(kind: str, ratio: float | None, less: str, years: Years) -> str:
    if ratio is None:
        return t(_BAR_NOTHING[kind], **years.texts)
    return t(_BAR_SENTENCES[kind + less], share=ratio_text(ratio), **years.texts)


def _is_clipped(drawn: Bar) -> bool:
    return drawn.is_fill_clipped or drawn.is_tick_clipped
