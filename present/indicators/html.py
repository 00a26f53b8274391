"""The pieces of HTML of indicators: the list, the tiles, the key, one indicator's facts.

The list is one text, so that a page sends one element instead of hundreds. Colours and sizes are
the style sheet's (``assets/css/indicators.css``), which turns rows into cards on a narrow screen.
Roles are written out because a table whose rows are laid out as grids would lose them.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from present.indicators import actual_html
from present.indicators.ambition import COURSE, Ambition, Direction, Summary, scale
from present.indicators.colours import tones
from present.indicators.model import Figure, Indicator, Order
from present.indicators.outcome import newest, outcomes
from present.indicators.results import Came
from present.indicators.summary import tiles
from present.indicators.words import (
    Years,
    direction,
    distance_text,
    explanation,
    meaning,
    plain,
    plan_word,
    ratio_text,
    scale_text,
    signed,
    word,
)
from present.kit import writing
from present.kit.keep import keep
from present.kit.markup import Pieces
from present.kit.quantity import unit_word
from present.kit.setting import Setting
from present.kit.text import language, t, verbatim
from present.kit.theme import aim_colour

_PIECES = Pieces("indicators/html.jinja")

#: Stands for an indicator's code in the address that a list's links are made from.
CODE = "0.0"

_FIGURE_LABELS = ("indicators.figure_actual", "indicators.figure_estimate",
                  "indicators.figure_target")  # fmt: skip


@keep(64)
def list_html(
    setting: Setting,
    codes: tuple[str, ...],
    address: str,
    *,
    by: Order | None = Order.NUMBER,
    as_of: datetime.date | None = None,
) -> Markup:
    """The list of the indicators with these codes in this order.

    ``address`` is an indicator's own address with ``CODE`` in the place of its code; ``by`` the
    order that they stand in, as ``rows_html`` takes it; ``as_of`` the day of the results that stand
    beside the plan, the newest where none is given. Raises ``KeyError`` for an unknown code.
    """
    every = outcomes(setting)
    before, _, after = address.partition(f"={CODE}")
    day = as_of or newest(setting)
    return rows_html(
        [every[code].indicator for code in codes],
        setting.year,
        lambda indicator: f"{before}={indicator.code}{after}",
        by=by,
        came=Came(every, day) if day else None,
    )


def rows_html(
    indicators: Sequence[Indicator],
    programme_year: int,
    link: Callable[[Indicator], str],
    *,
    by: Order | None = Order.NUMBER,
    came: Came | None = None,
) -> Markup:
    """The list in the order given; ``link`` gives the address of an indicator's own view. Where
    something ``came`` of the plan it has a column of its own, and the bars are its, but for what
    has no result and for the order by the plan's distance.

    By number, neighbours of one goal stand under its heading; by distance, amounts and rates, whose
    distances have no common measure, under one each; but for the first each row names its
    goal. No indicators, no table: an empty text.
    """
    if not indicators:
        return Markup()
    years = Years(programme_year)
    names_goal = by is not Order.NUMBER
    bodies = [
        (
            heading,
            [
                _row(
                    member,
                    years,
                    link(member),
                    names_goal=names_goal,
                    came=came,
                    is_by_plan=by is Order.DISTANCE,
                )
                for member in members
            ],
        )
        for heading, members in _groups(indicators, by, years, _columns(came))
    ]
    return _PIECES(
        "list",
        count=writing.number(len(indicators)),
        years=years,
        groups=bodies,
        label=actual_html.cell_label(came.as_of) if came else "",
    )


def _columns(came: Came | None) -> int:
    """How many columns a heading of the list spans."""
    return 6 if came else 5


def _groups(
    indicators: Sequence[Indicator], by: Order | None, years: Years, columns: int
) -> list[tuple[Markup, list[Indicator]]]:
    """The list's groups with their headings, in the order of the list."""
    if by is Order.NUMBER:
        goals = groupby(indicators, lambda indicator: indicator.goal)
        groups = (list(group) for _, group in goals)
        return [(_heading(members[0], columns), members) for members in groups]
    if by is Order.DISTANCE:
        kinds = groupby(indicators, lambda indicator: indicator.is_rate)
        return [(_ranking(is_rate, years, columns), list(group)) for is_rate, group in kinds]
    return [(Markup(), list(indicators))]


def _ranking(is_rate: bool, years: Years, columns: int) -> Markup:
    key = "indicators.group_rates" if is_rate else "indicators.group_amounts"
    return _PIECES("ranking", text=t(key, **years.texts), columns=columns)


def _heading(indicator: Indicator, columns: int) -> Markup:
    return _PIECES(
        "group",
        aim=_aim(indicator),
        goal=indicator.goal,
        statement=indicator.goal_statement,
        columns=columns,
    )


def _aim(indicator: Indicator) -> Markup:
    """The indicator's strategic aim: its colour and its name."""
    light, dark = aim_colour(indicator.aim, False), aim_colour(indicator.aim, True)
    return _PIECES("aim", name=indicator.aim_short, light=light, dark=dark)


def _row(
    indicator: Indicator,
    years: Years,
    address: str,
    *,
    names_goal: bool,
    came: Came | None,
    is_by_plan: bool,
) -> Markup:
    figures = [
        (t(label, year=figure.year or year), _figure(indicator, figure))
        for figure, label, year in zip(
            indicator.figures, _FIGURE_LABELS, years.texts.values(), strict=True
        )
    ]
    drawn, more, is_told = Markup(), Markup(), False
    if came is not None:
        result = came.results[indicator.code]
        is_told = result.is_told(came.as_of)
        figures.append((actual_html.cell_label(came.as_of), actual_html.cell(result, came.as_of)))
        more = actual_html.why(result, came.as_of, years.programme)
        if not is_by_plan:
            drawn = actual_html.bar(result, came.as_of, years.programme)
    return _PIECES(
        "row",
        name=_name(indicator, years, address, drawn, names_goal=names_goal),
        figures=figures,
        word=_word(indicator, years, is_told=is_told),
        explanation=explanation(indicator, years.programme),
        more=more,
    )


def _name(
    indicator: Indicator, years: Years, address: str, drawn: Markup, *, names_goal: bool
) -> Markup:
    facts = [unit_word(indicator.unit) if indicator.unit else t("indicators.no_unit")]
    if indicator.is_cumulative:
        facts.append(t("indicators.cumulative"))
    if indicator.is_yearly:
        facts.append(t("indicators.yearly"))
    return _PIECES(
        "name",
        indicator=indicator,
        address=address,
        facts=facts,
        aim=_aim(indicator) if names_goal else Markup(),
        bar=drawn or _bar(indicator, years),
    )


def _bar(indicator: Indicator, years: Years) -> Markup:
    """The three figures on one scale with the distance beside it, and all of it in words for a
    screen reader."""
    drawn = scale(indicator.assessment)
    text = t("indicators.scale_none") if drawn.is_empty else scale_text(indicator, years)
    return _PIECES("bar", drawn=drawn, text=text, distance=distance_text(indicator))


def _figure(indicator: Indicator, figure: Figure) -> Markup:
    """A figure as read; marked with its reason where it is read other than printed."""
    return _PIECES(
        "figure",
        text="" if figure.value is None else plain(figure.value, indicator.unit),
        correction=indicator.correction if figure.is_corrected else None,
        language=language(),
    )


def _badge(ambition: Ambition, text: str, *, is_quiet: bool = False) -> Markup:
    """A word with its mark, which the style sheet draws; a quiet one stands behind a result."""
    course = COURSE[ambition]
    return _PIECES("badge", course=course, ambition=ambition, text=text, is_quiet=is_quiet)


def _word(indicator: Indicator, years: Years, *, is_told: bool) -> Markup:
    """The word for one indicator's target, with its mark; ``is_told``: what came of it stands
    beside it."""
    text = plan_word(indicator, years.programme - 1, is_told=is_told)
    return _badge(indicator.assessment.ambition, text, is_quiet=is_told)


def tiles_html(summary: Summary, years: Years) -> Markup:
    """The six courses with their counts, as a list."""
    counts = [
        (tile.course, writing.number(tile.count), tile.label, tile.note)
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


def quiet_html(text: str) -> Markup:
    """A sentence of ours above a list."""
    return _PIECES("quiet", text=text)


def answer_html(indicator: Indicator, years: Years, *, is_told: bool = False) -> Markup:
    """The word for one indicator and, in a sentence, the rule with its figures; ``is_told``: a
    document states what came of it."""
    return _PIECES(
        "answer",
        word=_word(indicator, years, is_told=is_told),
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
        aim=_aim(indicator),
        label=t("indicators.one_intro", goal=indicator.goal, statement=indicator.goal_statement),
        statement=indicator.goal_statement,
        address=budget_address,
    )
