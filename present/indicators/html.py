"""The pieces of HTML of indicators: the tiles, the key, one indicator's facts; its list stands in
``list_html.py``. Colours and sizes are the style sheet's (``assets/css/indicators.css``).
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping

from markupsafe import Markup

from present.indicators import actual_html
from present.indicators.ambition import COURSE, Ambition, Course, Direction, Summary
from present.indicators.colours import tones
from present.indicators.model import Indicator
from present.indicators.summary import tiles
from present.indicators.words import (
    Years,
    direction,
    explanation,
    meaning,
    plan_word,
    ratio_text,
    signed,
    word,
)
from present.kit import writing
from present.kit.markup import Pieces
from present.kit.quantity import unit_word
from present.kit.text import t, verbatim
from present.kit.theme import aim_colour

_PIECES = Pieces("indicators/html.jinja")


def aim_html(indicator: Indicator) -> Markup:
    """The indicator's strategic aim: its colour and its name."""
    light, dark = aim_colour(indicator.aim, False), aim_colour(indicator.aim, True)
    return _PIECES("aim", name=indicator.aim_short, light=light, dark=dark)


def _badge(ambition: Ambition, text: str, *, is_quiet: bool = False) -> Markup:
    """A word with its mark, which the style sheet draws; a quiet one stands behind a result."""
    course = COURSE[ambition]
    return _PIECES("badge", course=course, ambition=ambition, text=text, is_quiet=is_quiet)


def word_html(indicator: Indicator, years: Years, *, is_told: bool) -> Markup:
    """The word for one indicator's target, with its mark; ``is_told``: what came of it stands
    beside it."""
    text = plan_word(indicator, years.programme - 1, is_told=is_told)
    return _badge(indicator.assessment.ambition, text, is_quiet=is_told)


def tiles_html(
    summary: Summary,
    years: Years,
    addresses: Mapping[Course, str] | None = None,
    chosen: Collection[Course] = (),
) -> Markup:
    """The six courses with their counts, as a list.

    With ``addresses`` each of which there is any leads to its indicators; the ``chosen`` ones say
    that they are, and their addresses lead back.
    """
    counts = [
        (
            tile,
            writing.number(tile.count),
            (addresses or {}).get(tile.course, "") if tile.count or tile.course in chosen else "",
            tile.course in chosen,
        )
        for tile in tiles(summary, years)
    ]
    return _PIECES("tiles", counts=counts)


def key_html(years: Years, as_of: datetime.date | None = None) -> Markup:
    """What the marks of a bar are, and behind a fold what the words mean; ``as_of``: the day of the
    results that stand beside the plan, None where there are none."""
    words = [
        (
            _badge(ambition, word(ambition, years.programme - 1)),
            meaning(ambition, years.programme - 1),
        )
        for ambition in tones(False)
    ]
    return _PIECES(
        "key",
        years=years,
        words=words,
        came=actual_html.key_piece(as_of) if as_of else Markup(),
        came_text=t("indicators.actual.key_text", year=years.programme) if as_of else "",
    )


def filters_html() -> Markup:
    """What opens the list's filters where there is little room; the style sheet shows them."""
    return _PIECES("filters")


def counted_html(heading: str, chosen: str) -> Markup:
    """How many indicators are listed, as the heading of the list, and what is ``chosen``; a change
    is announced."""
    return _PIECES("counted", heading=heading, chosen=chosen)


def quiet_html(text: str) -> Markup:
    """A sentence of ours above a list."""
    return _PIECES("quiet", text=text)


def answer_html(indicator: Indicator, years: Years, *, is_told: bool = False) -> Markup:
    """The word for one indicator and, in a sentence, the rule with its figures; ``is_told``: a
    document states what came of it."""
    return _PIECES(
        "answer",
        word=word_html(indicator, years, is_told=is_told),
        explanation=explanation(indicator, years.programme),
    )


def facts_html(
    indicator: Indicator,
    years: Years,
    unit_names: Mapping[str, str],
    budget_address: str,
    source: str,
) -> Markup:
    """Everything else that is known about one indicator, as a list of terms.

    ``unit_names`` by slug; a slug without a name stands for itself. Facts that the document does
    not give are left out, but for the figures, which say so.
    """
    judged = direction(indicator.assessment.direction)
    facts = [
        (t("indicators.fact_rule"), _inputs(indicator, years)),
        (t("indicators.fact_direction"), _with_quiet(judged, _own(indicator.direction_reason))),
        (t("indicators.actual.fact_accumulation"), _accumulation(indicator)),
        (t("indicators.fact_unit"), _unit(indicator)),
        (t("indicators.fact_name_printed"), _own(indicator.name_printed)),
        (t("indicators.fact_correction"), _own(indicator.correction)),
        (t("indicators.fact_note"), _own(indicator.note)),
        (t("indicators.fact_calculation"), _own(indicator.calculation)),
        (t("indicators.fact_data_source"), _own(indicator.data_source)),
        (t("indicators.fact_unit_responsible"), _own(indicator.unit_responsible)),
        (t("indicators.fact_goal"), _goal_fact(indicator, budget_address)),
        (t("indicators.fact_units"), _units(indicator, unit_names)),
        (t("indicators.fact_source"), source),
    ]
    return _PIECES("facts", facts=[(term, content) for term, content in facts if content])


def _own(text: str) -> Markup:
    """The document's own words, and those of the people who judged it; nothing for none."""
    return verbatim(text) if text else Markup()


def _with_quiet(text: str, more: str) -> Markup:
    """A text and, quieter, what belongs to it."""
    return _PIECES("with_quiet", text=text, more=more)


def _accumulation(indicator: Indicator) -> Markup:
    """The rule of accumulation with its reason; nothing where nobody judged it."""
    if indicator.accumulation is None:
        return Markup()
    rule = t(f"indicators.actual.accumulation_{indicator.accumulation}")
    return _with_quiet(rule, _own(indicator.accumulation_reason))


def _units(indicator: Indicator, unit_names: Mapping[str, str]) -> Markup:
    if not indicator.units:
        return Markup()
    names = ", ".join(unit_names.get(unit, unit) for unit in indicator.units)
    return _with_quiet(_own(names), t("indicators.fact_units_note"))


def _inputs(indicator: Indicator, years: Years) -> Markup:
    assessment = indicator.assessment
    lines = [
        (t(f"indicators.fact_{name}", **years.texts), signed(step, indicator.unit))
        for name, step in (
            ("trend", assessment.trend),
            ("change", assessment.change),
            ("gap", assessment.gap),
        )
    ]
    ratio = assessment.estimate_ratio
    # A part of a percentage would be one more per cent; without a direction nothing is near.
    if not indicator.is_rate and assessment.direction is not Direction.NONE:
        label = "fact_ratio_less" if assessment.direction is Direction.LESS else "fact_ratio"
        told = t("indicators.ratio_none") if ratio is None else ratio_text(ratio)
        lines.append((t(f"indicators.{label}", **years.texts), told))
    return _PIECES("inputs", lines=lines)


def _unit(indicator: Indicator) -> Markup:
    more = ""
    if indicator.is_cumulative:
        more = t("indicators.fact_cumulative")
    elif indicator.is_yearly:
        more = t("indicators.fact_yearly")
    is_other = indicator.unit_printed != indicator.unit
    return _PIECES(
        "unit",
        word=unit_word(indicator.unit) if indicator.unit else writing.not_stated(),
        printed=indicator.unit_printed if is_other else "",
        more=more,
    )


def _goal_fact(indicator: Indicator, budget_address: str) -> Markup:
    return _PIECES(
        "goal",
        aim=aim_html(indicator),
        label=t("indicators.one_intro", goal=indicator.goal, statement=indicator.goal_statement),
        statement=indicator.goal_statement,
        address=budget_address,
    )
