"""The list of indicators as one HTML table with a progress bar in each row.

One string for the whole list, so that a page sends one element instead of hundreds. Text is
escaped; colours and sizes are the style sheet's (``assets/css/indicators.css``), which turns rows
into cards on a narrow screen. Roles are written out because a table whose rows are laid out as
grids would lose them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from itertools import groupby

from present.indicators.ambition import COURSE, Ambition, Bar, Direction, bar
from present.indicators.model import Figure, Indicator
from present.indicators.words import PERCENT, explanation, indicator_word
from present.kit import writing
from present.kit.quantity import unit_word
from present.kit.text import language, t, verbatim
from present.kit.theme import aim_colour


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


def rows_html(
    indicators: Sequence[Indicator],
    programme_year: int,
    link: Callable[[Indicator], str],
    *,
    is_grouped: bool,
) -> str:
    """The list in the order given; ``link`` gives the address of an indicator's own view.

    ``is_grouped`` puts neighbours of one goal under its heading; otherwise each row names its
    goal. No indicators, no table: an empty text.
    """
    if not indicators:
        return ""
    years = Years(programme_year)
    caption = t("indicators.list_caption", count=writing.number(len(indicators)), **years.texts)
    body = (
        "".join(_group(list(group), years, link) for _, group in groupby(indicators, _goal))
        if is_grouped
        else _body("", (_row(one, years, link, is_grouped=False) for one in indicators))
    )
    return (
        '<div class="ki-frame"><table class="ki" role="table">'
        f'<caption class="ki-hidden">{escape(caption)}</caption>'
        f"{_head(years)}{body}</table></div>"
    )


def _goal(indicator: Indicator) -> int:
    return indicator.goal


def _head(years: Years) -> str:
    cells = [
        ("ki-name", t("indicators.column_name", **years.texts)),
        ("ki-fig", t("indicators.figure_actual", year=years.texts["actual_year"])),
        ("ki-fig", t("indicators.figure_estimate", year=years.texts["estimate_year"])),
        ("ki-fig", t("indicators.figure_target", year=years.texts["target_year"])),
        ("ki-word", t("indicators.column_word")),
    ]
    heads = "".join(
        f'<th role="columnheader" scope="col" class="{name}">{escape(label)}</th>'
        for name, label in cells
    )
    return f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'


def _body(heading: str, rows: Iterable[str]) -> str:
    return f'<tbody role="rowgroup">{heading}{"".join(rows)}</tbody>'


def _group(indicators: list[Indicator], years: Years, link: Callable[[Indicator], str]) -> str:
    first = indicators[0]
    label = t("indicators.group_goal", goal=first.goal)
    heading = (
        '<tr role="row" class="ki-group"><th role="rowheader" scope="rowgroup" colspan="5">'
        f"{aim_html(first)}"
        f'<span class="ki-goal"><b>{escape(label)}</b> {verbatim(first.goal_statement)}</span>'
        "</th></tr>"
    )
    return _body(heading, (_row(one, years, link, is_grouped=True) for one in indicators))


def aim_html(one: Indicator) -> str:
    """The indicator's strategic aim: its colour and its name."""
    light, dark = aim_colour(one.aim, False), aim_colour(one.aim, True)
    return (
        f'<span class="ki-aim" style="--ki-aim:light-dark({light},{dark})">'
        f"{escape(one.aim_short)}</span>"
    )


def _row(
    one: Indicator, years: Years, link: Callable[[Indicator], str], *, is_grouped: bool
) -> str:
    figures = zip(
        one.figures,
        ("actual", "estimate", "target"),
        years.texts.values(),
        strict=True,
    )
    return (
        '<tr role="row" class="ki-row">'
        f"{_name(one, years, link(one), is_grouped=is_grouped)}"
        f"{''.join(_figure(one, figure, kind, year) for figure, kind, year in figures)}"
        f"{_word(one, years.programme)}</tr>"
    )


def _name(one: Indicator, years: Years, address: str, *, is_grouped: bool) -> str:
    facts = [unit_word(one.unit) if one.unit else t("indicators.no_unit")]
    if one.is_cumulative:
        facts.append(t("indicators.cumulative"))
    if one.is_yearly:
        facts.append(t("indicators.yearly"))
    context = (
        ""
        if is_grouped
        else f'<span class="ki-from">{aim_html(one)}'
        f"{escape(t('indicators.group_goal', goal=one.goal))}</span>"
    )
    return (
        '<th role="rowheader" scope="row" class="ki-name">'
        f'<a href="{escape(address)}" target="_self"><span class="ki-code">{one.code}</span> '
        f'{verbatim(one.name)}</a> <span class="ki-unit">{escape(" · ".join(facts))}</span>'
        f"{context}{bar_html(one, years)}</th>"
    )


def bar_html(one: Indicator, years: Years) -> str:
    """One progress bar with its ratio beside it and all of it in words for a screen reader."""
    drawn = bar(one.assessment)
    marks = [f'<i class="ki-target" style="left:{drawn.target:.2%}"></i>']
    if drawn.fill is not None:
        clipped = " ki-clipped" if drawn.is_fill_clipped else ""
        marks.insert(0, f'<i class="ki-fill{clipped}" style="width:{drawn.fill:.2%}"></i>')
    if drawn.tick is not None:
        clipped = " ki-clipped" if drawn.is_tick_clipped else ""
        marks.append(f'<i class="ki-tick{clipped}" style="left:{drawn.tick:.2%}"></i>')
    empty = " ki-empty" if drawn.fill is None else ""
    return (
        '<span class="ki-progress">'
        f'<span class="ki-bar{empty}" role="img" aria-label="{escape(bar_text(one, years))}">'
        f"{''.join(marks)}</span>"
        f'<span class="ki-ratio" aria-hidden="true">{escape(_ratio_label(one))}</span></span>'
    )


def bar_text(one: Indicator, years: Years) -> str:
    """What a bar shows, in words."""
    assessment, drawn = one.assessment, bar(one.assessment)
    less = "_less" if assessment.direction is Direction.LESS else ""
    sentences = [
        _bar_sentence("estimate", assessment.estimate_ratio, less, years),
        _bar_sentence("actual", assessment.actual_ratio, less, years),
    ]
    if _is_clipped(drawn):
        sentences.append(t("indicators.bar_clipped"))
    return " ".join(sentences)


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


def _bar_sentence(kind: str, ratio: float | None, less: str, years: Years) -> str:
    if ratio is None:
        return t(_BAR_NOTHING[kind], **years.texts)
    return t(_BAR_SENTENCES[kind + less], share=ratio_text(ratio), **years.texts)


def ratio_text(ratio: float) -> str:
    """``%88,8``; whole percentages without a decimal, and never ``%100`` for what falls short."""
    shown = min(ratio, 0.999) if ratio < 1 else ratio
    return writing.share(shown, 0 if round(shown, 3) == round(shown, 2) else 1)


def _is_clipped(drawn: Bar) -> bool:
    return drawn.is_fill_clipped or drawn.is_tick_clipped


def _ratio_label(one: Indicator) -> str:
    ratio = one.assessment.estimate_ratio
    if ratio is None:
        return t("indicators.ratio_none")
    if one.assessment.direction is Direction.LESS:
        return t("indicators.ratio_less", share=ratio_text(ratio))
    return ratio_text(ratio)


_FIGURE_LABELS = {
    "actual": "indicators.figure_actual",
    "estimate": "indicators.figure_estimate",
    "target": "indicators.figure_target",
}


def _figure(one: Indicator, figure: Figure, kind: str, year: str) -> str:
    label = t(_FIGURE_LABELS[kind], year=figure.year or year)
    return (
        f'<td role="cell" class="ki-fig"><span class="ki-kind">{escape(label)}</span>'
        f"{figure_html(one, figure)}</td>"
    )


def plain(value: Decimal, unit: str) -> str:
    """A figure for a column whose unit stands beside the name: only a percentage carries it."""
    return writing.measure(value, unit) if unit == PERCENT else writing.number(value)


def figure_html(one: Indicator, figure: Figure) -> str:
    """A figure as read; marked with its reason where it is read other than printed."""
    if figure.value is None:
        return f'<span class="ki-none">{escape(writing.not_stated())}</span>'
    text = f"<b>{escape(plain(figure.value, one.unit))}</b>"
    if not figure.is_corrected:
        return text
    note = t("indicators.corrected")
    return (
        f'{text}<abbr class="ki-mark" lang="tr" title="{escape(one.correction)}">'
        f'<span aria-hidden="true">*</span><span class="ki-hidden" lang="{language()}">'
        f" ({escape(note)})</span></abbr>"
    )


def badge_html(ambition: Ambition, text: str) -> str:
    """A word with its mark, which the style sheet draws."""
    return f'<span class="ki-badge ki-{COURSE[ambition]} ki-{ambition}">{escape(text)}</span>'


def word_html(one: Indicator, programme_year: int) -> str:
    """The word for one indicator's target, with its mark."""
    return badge_html(one.assessment.ambition, indicator_word(one, programme_year - 1))


def _word(one: Indicator, programme_year: int) -> str:
    return (
        '<td role="cell" class="ki-word"><details><summary>'
        f"{word_html(one, programme_year)}</summary>"
        f"<p>{escape(explanation(one, programme_year))}</p></details></td>"
    )
