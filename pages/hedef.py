"""Performans hedefi: all goals, and one goal's money beside the results that it promises."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.parts import chrome, figure, steps
from pages.parts.controls import Controls
from pages.parts.indicator_data import CODE, list_html
from pages.parts.plan_data import (
    AIMS,
    GOALS,
    aim_link,
    aims,
    findings,
    goal_link,
    whole,
)
from pages.parts.steps import Step
from pages.parts.unit_data import activity_link, unit_link
from pages.parts.visit import link, setting
from present.budget.choices import BudgetChoices
from present.budget.model import View
from present.findings.subjects import Kind
from present.indicators.choices import IndicatorChoices
from present.indicators.html import key_html
from present.indicators.list import Years
from present.kit import writing
from present.kit.tables import folded
from present.kit.text import t
from present.plan.choices import GoalChoices
from present.plan.html import (
    facts_html,
    note_html,
    objectives_html,
    path_html,
    quiet_html,
    ways_html,
)
from present.plan.model import Aim, Goal, goals_of
from present.plan.tables import Links, lines_html, notes, printed_html, responsible_html
from present.site.pages import BUDGET

Choices = Controls[GoalChoices]

_LINKS = Links(activity_link, unit_link)


def render() -> None:
    """Show one goal, or all where none is chosen."""
    found = aims()
    goals = goals_of(found)
    chosen: Choices = Controls(GOALS, GoalChoices, {"goal": [str(one.number) for one in goals]})
    one = next((goal for goal in goals if str(goal.number) == chosen.choices.goal), None)
    if one is None:
        _all(chosen, found, len(goals))
    else:
        _one(chosen, found, goals, one)


def _all(chosen: Choices, found: Sequence[Aim], count: int) -> None:
    year = setting().year
    chrome.head(t("plan.goal.title"), t("plan.goal.intro", year=year, count=writing.number(count)))
    chosen.notice()
    if not count:
        chrome.message(t("common.empty_title"), t("plan.goal.empty"))
        return
    of = whole()
    for aim in found:
        if aim.goals:
            chrome.section(f"{aim.number}. {aim.short}", own=[aim.short])
            st.html(objectives_html(aim, of, goal_link))


def _one(chosen: Choices, found: Sequence[Aim], goals: Sequence[Goal], one: Goal) -> None:
    aim = next(each for each in found if each.number == one.aim)
    objective = next(each for each in aim.objectives if each.code == one.objective)
    steps.show(
        chosen,
        len(goals),
        goals.index(one),
        lambda way, at: Step(
            t(f"plan.goal.{way}", number=goals[at].number), {"goal": str(goals[at].number)}
        ),
        back=Step(t("plan.goal.back"), {"goal": None}),
    )
    chrome.head(t("plan.goal.one_title", number=one.number), one.statement, own=[one.statement])
    chosen.notice()
    st.html(
        path_html(aim, one, objective.statement, link(AIMS), aim_link(aim.number))
        + facts_html(
            one.money,
            whole(),
            [
                (t("plan.goal.fact_activities"), len(one.activities)),
                (t("plan.goal.fact_indicators"), len(one.indicators)),
            ],
        )
        + _ways(one)
    )
    with st.container(horizontal=True, key="hedef-yan", gap="large"):
        with st.container(gap="small"):
            _money(one)
        with st.container(gap="small"):
            _results(one)
    _tables(one)
    st.html(findings(Kind.GOAL, one.number))


def _ways(one: Goal) -> str:
    number = str(one.number)
    return ways_html(
        [
            (t("plan.goal.way_budget"), link(BUDGET.path, BudgetChoices(goal=number))),
            (
                t("plan.goal.way_indicators"),
                link("/gostergeler", IndicatorChoices(goal=number)),
            ),
        ]
    )


def _money(one: Goal) -> None:
    year, number = setting().year, str(one.number)
    chrome.section(t("plan.goal.money_title"), t("plan.goal.money_text", year=year))
    if not one.money.amount_kurus:
        st.html(quiet_html(t("plan.goal.no_money", year=year)))
        return
    for view in (View.ACTIVITY, View.CODE):
        choices = BudgetChoices(goal=number, view=view.value)
        figure.show("butce", choices, level=3, key=f"{number}-{view.value}")


def _results(one: Goal) -> None:
    chrome.section(t("plan.goal.results_title"), t("plan.goal.indivisible"))
    if not one.indicators:
        st.html(quiet_html(t("plan.goal.indicators_none")))
        return
    address = link("/gostergeler", IndicatorChoices(indicator=CODE))
    st.html(
        key_html(Years(setting().year))
        + list_html(one.indicators, address, is_grouped=False)
        + figure.menu("ilerleme", IndicatorChoices(goal=str(one.number)))
    )
    if one.note:
        st.html(note_html(t("plan.goal.note_title"), one.note))


def _tables(one: Goal) -> None:
    lines = setting().lines
    chrome.section(t("plan.goal.lines_title"))
    count = int((lines["goal"] == one.number).sum())
    st.html(
        folded(
            t("plan.goal.lines_show", count=writing.number(count)),
            lines_html(one.number, lines, _LINKS),
        )
        + "".join(
            note_html(t("plan.goal.activity_note", number=number), note)
            for number, note in notes(one.number, setting().frame("activities"))
        )
    )
    printed = printed_html(one.number, setting().frame("printed_performance"))
    if printed:
        st.html(folded(t("plan.goal.printed_title"), printed))
    responsible = responsible_html(one.number, setting().frame("unit_responsibilities"), _LINKS)
    if responsible:
        st.html(folded(t("plan.goal.responsible_title"), responsible))
    else:
        st.html(quiet_html(t("plan.goal.responsible_none")))
    place = t("plan.goal.source_sections", section=one.section, line=one.line)
    source = t(
        "common.source_document",
        institution=setting().name,
        year=setting().year,
        section=place,
    )
    st.html(f'<p class="kbb-source">{t("common.source_label", source=source)}</p>')
