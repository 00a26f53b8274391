"""Göstergeler: all indicators as progress bars, and one indicator's own view."""

from __future__ import annotations

import datetime
from dataclasses import replace

import streamlit as st

from kbb_data.turkish import sort_key
from pages.parts import chrome, controls, empty, figure, steps
from pages.parts import indicators as parts
from pages.parts.steps import Step
from pages.parts.visit import setting
from present.budget.choices import BudgetChoices
from present.indicators.actual_html import came_html
from present.indicators.ambition import WORDS, Ambition, Course, summarise
from present.indicators.choices import AIMS, LIST, IndicatorChoices
from present.indicators.colours import tones
from present.indicators.entries import chosen as chosen_indicators
from present.indicators.entries import known, scope, unit_names
from present.indicators.html import (
    answer_html,
    counted_html,
    facts_html,
    filters_html,
    key_html,
    quiet_html,
    tiles_html,
)
from present.indicators.list_html import CODE, list_html
from present.indicators.model import Indicator, Order, select
from present.indicators.outcome import day, days, outcomes, records
from present.indicators.summary import distance_note
from present.indicators.words import Years, word
from present.kit import writing
from present.kit.quantity import unit_word
from present.kit.text import t
from present.site import pages

PATH = pages.INDICATORS.path

Choices = controls.Controls[IndicatorChoices]


def render() -> None:
    """Show the list, or the indicator that the address names."""
    visited = setting()
    indicators, years = records(visited), Years(visited.year)
    chosen: Choices = controls.Controls(PATH, IndicatorChoices, known(visited))
    _keep_goal_in_aim(chosen, indicators)
    _leave_newest_day_out(chosen)
    if chosen.choices.indicator is not None:
        _indicator(chosen, indicators, years)
    else:
        _list(chosen, indicators, years)


def _keep_goal_in_aim(chosen: Choices, indicators: tuple[Indicator, ...]) -> None:
    """Let go of a goal that is not the chosen aim's: the aim was chosen after it."""
    aim, goal = chosen.choices.aim, chosen.choices.goal
    if (
        aim
        and goal
        and not any(
            str(indicator.aim) == aim and str(indicator.goal) == goal for indicator in indicators
        )
    ):
        chosen.change(goal=None)
        chosen.choices = replace(chosen.choices, goal=None)


def _leave_newest_day_out(chosen: Choices) -> None:
    """Let go of the newest day of results, which no address has to name."""
    every = days(setting())
    if every and chosen.choices.as_of == every[-1].isoformat():
        chosen.change(as_of=None)
        chosen.choices = replace(chosen.choices, as_of=None)


def _list(chosen: Choices, indicators: tuple[Indicator, ...], years: Years) -> None:
    as_of = day(setting(), chosen.choices)
    words = {
        "count": writing.number(len(indicators)),
        "in_year": writing.locative(years.programme - 1),
        "in_actual": writing.locative(years.programme - 2),
        **years.texts,
    }
    chrome.head(
        t("indicators.title"),
        t("indicators.actual.intro", date=writing.date(as_of), **words)
        if as_of
        else t("indicators.intro", **words),
    )
    chosen.notice()
    if not indicators:
        chrome.message(t("common.empty_title"), t("indicators.empty_programme"))
        return
    if as_of is None:
        st.html(parts.nothing_yet())
    _tiles(chosen, indicators, years)
    _filters(chosen, indicators, years)
    listed = chosen_indicators(setting(), chosen.choices)
    _view(chosen, len(listed), len(indicators))
    if chosen.choices.order == Order.DISTANCE:
        fitting = select(indicators, chosen.choices.filter())
        st.html(quiet_html(distance_note(fitting, years)))
    if not listed:
        empty.nothing_fits(chosen.reset)
    elif chosen.choices.view == AIMS:
        figure.show("hirs", chosen.choices, is_table_open=True)
    else:
        st.html(key_html(years, as_of))
        st.html(
            list_html(
                setting(),
                tuple(indicator.code for indicator in listed),
                chosen.link(indicator=CODE),
                by=Order(chosen.choices.order),
                as_of=as_of,
            )
        )
        st.html(parts.menus(chosen.choices))


def _tiles(chosen: Choices, indicators: tuple[Indicator, ...], years: Years) -> None:
    """What the targets ask of the indicators that pass the other filters: each course leads to
    its own, a chosen one back."""
    chosen_words = set(chosen.choices.ambitions)
    taken = {course for course, words in WORDS.items() if chosen_words.issuperset(words)}
    addresses = {
        course: chosen.link(
            ambitions=tuple(word for word in chosen.choices.ambitions if word not in WORDS[course])
            if course in taken
            else tuple(word.value for word in WORDS[course])
        )
        for course in Course
    }
    summary = summarise(each.assessment for each in _in_any_word(chosen, indicators))
    st.html(tiles_html(summary, years, addresses, taken))


def _in_any_word(chosen: Choices, indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """Those that pass all filters but the words'."""
    return select(indicators, replace(chosen.choices.filter(), ambitions=()))


def _filters(chosen: Choices, indicators: tuple[Indicator, ...], years: Years) -> None:
    """The controls, which a telephone shows behind a fold."""
    st.html(filters_html())
    with st.container(key="ki-suz"):
        _by_name(chosen, indicators)
        _by_part(chosen, indicators)
        _by_word(chosen, indicators, years)
        _day(chosen)


def _by_name(chosen: Choices, indicators: tuple[Indicator, ...]) -> None:
    aims = {str(indicator.aim): indicator.aim_short for indicator in indicators}
    search, aim, sort = st.columns([5, 4, 3])
    with search:
        chosen.text("text", t("indicators.search"), t("indicators.search_hint"))
    with aim:
        chosen.select(
            "aim",
            t("indicators.filter_aim"),
            sorted(aims, key=int),
            lambda code: t("indicators.option_aim", aim=code, name=aims[code]),
            empty=t("indicators.all_aims"),
        )
    with sort:
        labels = _orders()
        chosen.select("order", t("indicators.sort"), list(labels), labels.__getitem__)


def _by_word(chosen: Choices, indicators: tuple[Indicator, ...], years: Years) -> None:
    counts = summarise(each.assessment for each in _in_any_word(chosen, indicators))
    chosen.pills(
        "ambitions",
        t("indicators.actual.column_word" if days(setting()) else "indicators.filter_ambition"),
        [ambition.value for ambition in tones(False)],
        lambda code: t(
            "indicators.option_ambition",
            word=word(Ambition(code), years.programme - 1),
            count=writing.number(counts.count(Ambition(code))),
        ),
    )


def _day(chosen: Choices) -> None:
    """As of which day results are shown, where there are several."""
    every = days(setting())
    if len(every) > 1:
        chosen.select(
            "as_of",
            t("indicators.actual.date_label"),
            [other.isoformat() for other in reversed(every[:-1])],
            lambda code: writing.date(datetime.date.fromisoformat(code)),
            empty=writing.date(every[-1]),
        )


def _by_part(chosen: Choices, indicators: tuple[Indicator, ...]) -> None:
    goals = {
        str(indicator.goal): indicator.goal_name
        for indicator in indicators
        if chosen.choices.aim in (None, str(indicator.aim))
    }
    names = unit_names(setting())
    units = {unit: names.get(unit, unit) for indicator in indicators for unit in indicator.units}
    measures = {
        indicator.measure: unit_word(indicator.unit) if indicator.unit else t("indicators.no_unit")
        for indicator in indicators
    }
    goal, unit, measure = st.columns([5, 4, 3])
    with goal:
        chosen.select(
            "goal",
            t("indicators.filter_goal"),
            sorted(goals, key=int),
            lambda code: t("indicators.option_goal", goal=code, statement=goals[code]),
            empty=t("indicators.all_goals"),
        )
    if units:
        with unit:
            chosen.select(
                "unit",
                t("indicators.filter_unit"),
                sorted(units, key=lambda code: sort_key(units[code])),
                units.__getitem__,
                empty=t("indicators.all_units"),
            )
    with measure:
        chosen.select(
            "measure",
            t("indicators.filter_measure"),
            sorted(measures, key=lambda code: sort_key(measures[code])),
            measures.__getitem__,
            empty=t("indicators.all_measures"),
        )


def _view(chosen: Choices, count: int, total: int) -> None:
    """How many are shown and of what, how to see them, and the way back to all."""
    numbers = {"count": writing.number(count), "total": writing.number(total)}
    is_all = count == total
    text = t("indicators.shown_all" if is_all else "indicators.shown_some", **numbers)
    words = [*scope(setting(), chosen.choices), *_sorted(chosen.choices.order)]
    said = t("indicators.chosen", said=" · ".join(words)) if words else ""
    st.html(counted_html(text, said))
    chrome.status(text)
    with st.container(horizontal=True, vertical_alignment="center"):
        labels = {LIST: t("indicators.view_list"), AIMS: t("indicators.view_aims")}
        chosen.segmented(
            "view",
            t("indicators.view"),
            list(labels),
            labels.__getitem__,
            label_visibility="collapsed",
        )
        if chosen.choices.is_narrowed and count:
            st.button(t("indicators.reset"), on_click=chosen.reset)


def _orders() -> dict[str, str]:
    """The orders' names by their codes."""
    return {
        Order.NUMBER.value: t("indicators.sort_number"),
        Order.DISTANCE.value: t("indicators.sort_distance"),
        Order.NAME.value: t("indicators.sort_name"),
    }


def _sorted(order: str) -> list[str]:
    """In which order the list stands, where it is not the usual one."""
    if order == Order.NUMBER:
        return []
    return [t("indicators.sorted_by", order=_orders()[order])]


def _indicator(chosen: Choices, indicators: tuple[Indicator, ...], years: Years) -> None:
    indicator = next(record for record in indicators if record.code == chosen.choices.indicator)
    listed = chosen_indicators(setting(), chosen.choices)
    around = listed if indicator in listed else indicators
    steps.show(
        chosen,
        len(around),
        around.index(indicator),
        lambda way, at: Step(
            t(f"indicators.{way}", code=around[at].code), {"indicator": around[at].code}
        ),
        back=Step(t("indicators.back"), {"indicator": None}),
        is_counted=True,
    )
    chrome.head(
        t("indicators.years_title", code=indicator.code, name=indicator.name),
        t("indicators.one_intro", goal=indicator.goal, statement=indicator.goal_name),
        own=(indicator.name, *([indicator.goal_name] if indicator.is_goal_own else [])),
    )
    chosen.notice()
    is_told = outcomes(setting())[indicator.code].is_told()
    # What came of it first; the plan's word reads as the result's where it leads.
    parts_of_it = [_came, _answer] if is_told else [_answer, _came]
    for part in parts_of_it:
        part(indicator, years)
    choices = IndicatorChoices(indicator=indicator.code)
    figure.show("gosterge", choices, title=t("indicators.years_heading"))
    chrome.section(t("indicators.facts_title"))
    budget = setting().link(pages.BUDGET.path, BudgetChoices(goal=str(indicator.goal)))
    source = figure.of("gosterge", choices).source
    st.html(facts_html(indicator, years, unit_names(setting()), budget, source))


def _answer(indicator: Indicator, years: Years) -> None:
    """What the target asks, said to be the programme's where it is known what came of it."""
    is_told = outcomes(setting())[indicator.code].is_told()
    heading = t("indicators.actual.answer_title", year=years.programme)
    chrome.section(heading if is_told else t("indicators.answer_title"))
    st.html(answer_html(indicator, years, is_told=is_told))


def _came(indicator: Indicator, years: Years) -> None:
    """What came of the indicator, or that nothing is known of it."""
    result = outcomes(setting())[indicator.code]
    if result.actuals:
        chrome.section(t("indicators.actual.title"))
        st.html(came_html(result, years.programme))
        choices = IndicatorChoices(indicator=indicator.code)
        figure.show("gosterge-gerceklesme", choices, title=t("indicators.actual.days_heading"))
    elif days(setting()):
        chrome.section(t("indicators.actual.title"))
        st.html(quiet_html(t("indicators.actual.none_of_it", year=years.programme)))
    else:
        st.html(parts.nothing_yet())
