"""Performans hedefi: all goals, and one goal's money beside the results that it promises."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts import chrome, figure, indicators, steps
from pages.parts.controls import Controls
from pages.parts.steps import Step
from pages.parts.visit import link, setting
from present.budget.choices import BudgetChoices
from present.budget.entries import lacking_of_goal
from present.budget.model import Scope, View
from present.budget.years import years_html
from present.findings.subjects import Kind
from present.indicators.choices import IndicatorChoices
from present.indicators.html import key_html
from present.indicators.list_html import CODE, list_html
from present.indicators.outcome import newest
from present.indicators.words import Years
from present.kit import writing
from present.kit.markup import joined
from present.kit.pieces import source_html
from present.kit.tables import folded
from present.kit.text import t
from present.plan import entries
from present.plan.choices import GoalChoices
from present.plan.html import (
    aim_html,
    facts_html,
    note_html,
    objective_html,
    path_html,
    quiet_html,
    statement_html,
    unfolding_html,
    ways_html,
)
from present.plan.model import Aim, Goal, goals_of, notes
from present.plan.tables import Links, goals_html, lines_html, printed_html, responsible_html
from present.plan.words import goal_counts, goal_title
from present.site.links import Thing, maker, to
from present.site.pages import AIMS, BUDGET, GOALS, INDICATORS

Choices = Controls[GoalChoices]


def render() -> None:
    """Show one goal, or all where none is chosen."""
    aims = entries.aims(setting())
    goals = goals_of(aims)
    chosen: Choices = Controls(
        GOALS.path, GoalChoices, {"goal": [str(goal.number) for goal in goals]}
    )
    place = next(
        (at for at, goal in enumerate(goals) if str(goal.number) == chosen.choices.goal), None
    )
    if place is None:
        _overview(chosen, aims, len(goals))
    else:
        _view(chosen, aims, goals, place)


def _overview(chosen: Choices, aims: Sequence[Aim], count: int) -> None:
    year = setting().year
    chrome.head(t("plan.goal.title"), t("plan.goal.intro", year=year, count=writing.number(count)))
    chosen.notice()
    if not count:
        chrome.message(t("common.empty_title"), t("plan.goal.empty"))
        return
    whole = entries.whole(setting())
    having = [aim for aim in aims if aim.goals]
    for aim in having:
        address = to(setting(), Thing.AIM, aim.number)
        st.html(
            joined(
                aim_html(aim, whole, address, is_first=aim is having[0]),
                goals_html(aim, whole, maker(setting(), Thing.GOAL)),
            )
        )


def _view(chosen: Choices, aims: Sequence[Aim], goals: Sequence[Goal], place: int) -> None:
    """The goal at that place of all."""
    goal = goals[place]
    aim = next(aim for aim in aims if aim.number == goal.aim)
    objective = next(objective for objective in aim.objectives if objective.code == goal.objective)
    steps.show(
        chosen,
        len(goals),
        place,
        lambda way, at: Step(
            t(f"plan.goal.{way}", number=goals[at].number), {"goal": str(goals[at].number)}
        ),
        back=Step(t("plan.goal.back"), {"goal": None}),
    )
    chrome.head(goal_title(goal), goal.statement if goal.own else "", own=goal.own)
    chosen.notice()
    aim_address = to(setting(), Thing.AIM, aim.number)
    st.html(
        joined(
            path_html(aim, goal, objective, link(AIMS.path), aim_address),
            statement_html(goal),
            facts_html(goal.money, entries.whole(setting()), goal_counts(goal), goal.code_printed),
            objective_html(objective),
        )
    )
    with st.container(horizontal=True, key="hedef-yan", gap="large"):
        with st.container(gap="small"):
            _money(goal)
            st.html(_ways(str(goal.number)))
        with st.container(gap="small"):
            _results(goal)
    _tables(goal)
    st.html(entries.touching(setting(), Kind.GOAL, goal.number))


def _ways(number: str) -> Markup:
    return ways_html(
        [
            (t("plan.goal.way_budget"), link(BUDGET.path, BudgetChoices(goal=number))),
            (t("plan.goal.way_indicators"), link(INDICATORS.path, IndicatorChoices(goal=number))),
        ]
    )


def _money(goal: Goal) -> None:
    year, number = setting().year, str(goal.number)
    chrome.section(t("plan.goal.money_title"))
    if not goal.money.amount_kurus:
        st.html(quiet_html(t("plan.goal.no_money", year=year)))
        return
    _breakdown(number, View.ACTIVITY)
    if View.CODE in lacking_of_goal(setting(), goal.number):
        st.html(quiet_html(t("budget.lacking_kod")))
    else:
        # A telephone shows the second chart on demand; it has to have its width for it to be drawn.
        st.html(unfolding_html("kod", t("plan.goal.codes_show")))
        with st.container(key="hedef-kod", gap="small"):
            _breakdown(number, View.CODE)
    years = years_html(setting(), Scope(goal=goal.number), level=3)
    if years:
        st.html(years)


def _breakdown(number: str, view: View) -> None:
    choices = BudgetChoices(goal=number, view=view.value)
    figure.show("butce", choices, level=3, key=f"{number}-{view.value}")


def _results(goal: Goal) -> None:
    chrome.section(t("plan.goal.results_title"), t("plan.goal.indivisible"))
    if not goal.indicators:
        st.html(quiet_html(t("plan.goal.indicators_none")))
        return
    address = link(INDICATORS.path, IndicatorChoices(indicator=CODE))
    st.html(
        "".join(
            (
                indicators.nothing_yet(),
                key_html(Years(setting().year), newest(setting())),
                list_html(setting(), goal.indicators, address, by=None),
                indicators.menus(IndicatorChoices(goal=str(goal.number))),
            )
        )
    )
    if goal.note:
        st.html(note_html(t("plan.goal.note_title"), goal.note))


def _columns(goal: Goal) -> str:
    """What the table of the goal's lines tells; nothing that the document does not say of it."""
    without = lacking_of_goal(setting(), goal.number)
    return ", ".join(
        [
            t("plan.goal.lines_activity"),
            *([] if View.UNIT in without else [t("plan.goal.lines_unit")]),
            t("plan.goal.lines_source" if View.CODE in without else "plan.goal.lines_code"),
            t("plan.goal.lines_amount"),
        ]
    )


def _tables(goal: Goal) -> None:
    lines = setting().lines
    links = Links(maker(setting(), Thing.ACTIVITY), maker(setting(), Thing.UNIT))
    chrome.section(t("plan.goal.lines_title"))
    count = int((lines["goal"] == goal.number).sum())
    st.html(
        joined(
            folded(
                t("plan.goal.lines_show", count=writing.number(count), columns=_columns(goal)),
                lines_html(goal.number, lines, links),
            ),
            *(
                note_html(t("plan.goal.activity_note", number=number), note)
                for number, note in notes(goal.number, setting().frame("activities"))
            ),
        )
    )
    printed = printed_html(goal.number, setting().frame("printed_performance"))
    if printed:
        st.html(folded(t("plan.goal.printed_title"), printed))
    responsible = responsible_html(goal.number, setting().frame("unit_responsibilities"), links)
    if responsible:
        st.html(folded(t("plan.goal.responsible_title"), responsible))
    elif not (setting().is_programme_budget and goal.units):
        # A programme budget may name the units with the activities, which the lines show.
        st.html(quiet_html(t("plan.goal.responsible_none")))
    place = t("plan.goal.source_sections", section=goal.section, line=goal.line)
    st.html(source_html(setting().source(place)))
