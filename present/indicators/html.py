"""The pieces of HTML beside the list: the four counts, the key to the bars, one indicator's facts.

Text is escaped; the style is ``assets/css/indicators.css``.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from html import escape

from present.indicators.ambition import Course, Direction, Summary
from present.indicators.colours import tones
from present.indicators.list import Years, aim_html, badge_html, ratio_text, word_html
from present.indicators.model import Indicator
from present.indicators.words import difference, direction, explanation, meaning, word
from present.kit import writing
from present.kit.quantity import unit_word
from present.kit.text import marked, t, verbatim

_TILES: dict[Course, str] = {
    Course.HIGHER: "indicators.tile_higher",
    Course.HOLDS: "indicators.tile_holds",
    Course.LOWER: "indicators.tile_lower",
    Course.NOT_COMPARABLE: "indicators.tile_not_comparable",
}


def tiles_html(summary: Summary, years: Years) -> str:
    """The four courses with their counts, as a list."""
    more = dict.fromkeys(Course, "")
    if summary.without_trend:
        count = writing.number(summary.without_trend)
        note = t("indicators.tile_without_trend", count=count, **years.texts)
        more[Course.NOT_COMPARABLE] = f"<small>{escape(note)}</small>"
    items = "".join(
        f'<li class="ki-tile-{course}"><b>{writing.number(summary.count(course))}</b>'
        f"<span>{escape(t(key, **years.texts))}</span>{more[course]}</li>"
        for course, key in _TILES.items()
    )
    return f'<ul class="ki-tiles">{items}</ul>'


def key_html(years: Years) -> str:
    """What the marks of a bar are, and behind a fold what the words mean."""
    marks = (
        ('<span class="ki-bar"><i class="ki-fill" style="width:80%"></i></span>', "key_estimate"),
        (
            '<span class="ki-bar ki-only"><i class="ki-tick" style="left:50%"></i></span>',
            "key_actual",
        ),
        (
            '<span class="ki-bar ki-only"><i class="ki-target" style="left:50%"></i></span>',
            "key_target",
        ),
        (
            '<span class="ki-bar ki-only">'
            '<i class="ki-tick ki-clipped" style="left:80%"></i></span>',
            "key_beyond",
        ),
    )
    labels = {
        "key_estimate": t("indicators.key_estimate", **years.texts),
        "key_actual": t("indicators.key_actual", **years.texts),
        "key_target": t("indicators.key_target", **years.texts),
        "key_beyond": t("indicators.key_beyond"),
    }
    items = "".join(f"<li>{mark}{escape(labels[key])}</li>" for mark, key in marks)
    words = "".join(
        f"<dt>{badge_html(each, word(each, years.programme - 1))}</dt>"
        f"<dd>{escape(meaning(each, years.programme - 1))}</dd>"
        for each in tones(False)
    )
    return (
        f'<div class="ki-legend"><ul class="ki-keys">{items}</ul>'
        f"<details><summary>{escape(t('indicators.key_more'))}</summary>"
        f"<p>{escape(t('indicators.key_bar', **years.texts))}</p><dl>{words}</dl></details></div>"
    )


def answer_html(one: Indicator, years: Years) -> str:
    """The word for one indicator and, in a sentence, the rule with its figures."""
    return (
        f'<div class="ki-one"><div class="ki-answer">{word_html(one, years.programme)}'
        f"<p>{escape(explanation(one, years.programme))}</p></div></div>"
    )


def facts_html(
    one: Indicator, years: Years, unit_names: Mapping[str, str], budget_address: str, source: str
) -> str:
    """Everything else that is known about one indicator, as a list of terms.

    ``unit_names`` by slug; a slug without a name stands for itself. Facts that the document does
    not give are left out, but for the figures, which say so.
    """
    items = [
        (t("indicators.fact_rule"), _inputs(one, years)),
        (
            t("indicators.fact_direction"),
            _lines(direction(one.assessment.direction), _own(one.direction_reason)),
        ),
        (t("indicators.fact_unit"), _unit(one)),
        (t("indicators.fact_name_printed"), _own(one.name_printed)),
        (t("indicators.fact_correction"), _own(one.correction)),
        (t("indicators.fact_note"), _own(one.note)),
        (t("indicators.fact_goal"), _goal(one, budget_address)),
        (
            t("indicators.fact_units"),
            _own(", ".join(unit_names.get(slug, slug) for slug in one.units))
            + _quiet(escape(t("indicators.fact_units_note")))
            if one.units
            else "",
        ),
        (t("indicators.fact_source"), escape(source)),
    ]
    rows = "".join(f"<dt>{escape(term)}</dt><dd>{text}</dd>" for term, text in items if text)
    return f'<div class="ki-one"><dl class="ki-facts">{rows}</dl></div>'


def _own(text: str) -> str:
    """The document's own words, and those of the people who judged it; nothing for none."""
    return verbatim(text) if text else ""


def _lines(text: str, html: str) -> str:
    """A text and, quieter, what belongs to it."""
    return escape(text) + _quiet(html)


def _quiet(html: str) -> str:
    return f"<p>{html}</p>" if html else ""


def _inputs(one: Indicator, years: Years) -> str:
    assessment = one.assessment
    is_less = assessment.direction is Direction.LESS
    ratio = assessment.estimate_ratio
    ratio_label = (
        t("indicators.fact_ratio_less", **years.texts)
        if is_less
        else t("indicators.fact_ratio", **years.texts)
    )
    lines = (
        (t("indicators.fact_trend", **years.texts), _signed(assessment.trend, one.unit)),
        (t("indicators.fact_change", **years.texts), _signed(assessment.change, one.unit)),
        (
            ratio_label,
            t("indicators.ratio_none") if ratio is None else ratio_text(ratio),
        ),
    )
    return "<br>".join(f"{escape(label)}: <b>{escape(text)}</b>" for label, text in lines)


def _signed(value: Decimal | None, unit: str) -> str:
    if value is None:
        return writing.not_stated()
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{difference(value, unit)}"


def _unit(one: Indicator) -> str:
    printed = one.unit_printed
    text = escape(unit_word(one.unit) if one.unit else writing.not_stated())
    if printed and printed != one.unit:
        text += f" ({marked(t('indicators.fact_unit_printed', unit=printed), [printed])})"
    more = ""
    if one.is_cumulative:
        more = t("indicators.fact_cumulative")
    elif one.is_yearly:
        more = t("indicators.fact_yearly")
    return text + _quiet(escape(more))


def _goal(one: Indicator, budget_address: str) -> str:
    label = t("indicators.one_intro", goal=one.goal, statement=one.goal_statement)
    return (
        f"{aim_html(one)}<br>{marked(label, [one.goal_statement])}<br>"
        f'<a href="{escape(budget_address)}" target="_self">'
        f"{escape(t('indicators.fact_budget'))}</a>"
        f"<p>{escape(t('indicators.fact_budget_note'))}</p>"
    )
