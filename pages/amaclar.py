"""Amaçlar: the strategic aims, and one aim with its objectives, goals, money and indicators."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.parts import chrome, figure, steps
from pages.parts.controls import Controls
from pages.parts.indicator_data import CODE, list_html
from pages.parts.plan_data import (
    AIMS,
    aim_link,
    aims,
    findings,
    goal_link,
    summary,
    whole,
)
from pages.parts.steps import Step
from pages.parts.visit import edition, link, setting
from present.briefing import html as briefing_html
from present.briefing.model import Topic
from present.budget.choices import BudgetChoices
from present.budget.model import View
from present.findings.subjects import Kind
from present.indicators.choices import IndicatorChoices
from present.indicators.html import key_html, tiles_html
from present.indicators.list import Years
from present.kit import writing
from present.kit.text import t
from present.plan.choices import AimChoices
from present.plan.html import aims_html, facts_html, objectives_html, ways_html, words_html
from present.plan.model import Aim
from present.site.pages import BUDGET

Choices = Controls[AimChoices]


def render() -> None:
    """Show one aim, or all where none is chosen."""
    found = aims()
    chosen: Choices = Controls(AIMS, AimChoices, {"aim": [str(one.number) for one in found]})
    one = next((aim for aim in found if str(aim.number) == chosen.choices.aim), None)
    if one is None:
        _all(chosen, found)
    else:
        _one(chosen, found, one)


def _all(chosen: Choices, found: Sequence[Aim]) -> None:
    programme, institution = edition().programme, setting().name
    chrome.head(
        t("plan.title"),
        t(
            "plan.intro",
            institution=institution,
            year=programme.year,
            count=writing.number(len(found)),
        ),
        own=[institution],
    )
    chosen.notice()
    if not found:
        chrome.message(t("common.empty_title"), t("plan.empty"))
        return
    of = whole()
    chrome.section(t("plan.list_title"), t("plan.list_text", whole=writing.money(of.kurus)))
    summaries = {one.number: summary(one.indicators) for one in found}
    values = [str(text) for text in setting().frame("core_values")["text"]]
    st.html(
        aims_html(found, of, summaries, aim_link)
        + words_html(programme.mission, programme.vision, values)
    )


def _one(chosen: Choices, found: Sequence[Aim], one: Aim) -> None:
    year = setting().year
    steps.show(
        chosen,
        len(found),
        found.index(one),
        lambda way, at: Step(
            t(f"plan.{way}", name=f"{found[at].number}. {found[at].short}"),
            {"aim": str(found[at].number)},
        ),
        back=Step(t("plan.back"), {"aim": None}),
    )
    chrome.head(
        f"{one.number}. {one.short}",
        t("plan.one_intro", year=year, number=one.number, name=one.name),
        own=[one.short, one.name],
    )
    chosen.notice()
    st.html(briefing_html.link_html(setting(), Topic.AIM, str(one.number), one.short))
    of = whole()
    counts = [
        (t("plan.fact_objectives"), len(one.objectives)),
        (t("plan.fact_goals"), len(one.goals)),
        (t("plan.fact_activities"), one.activities),
        (t("plan.fact_indicators"), len(one.indicators)),
    ]
    chrome.section(t("plan.statement"), one.statement, own=[one.statement])
    st.html(facts_html(one.money, of, counts))
    number = str(one.number)
    st.html(
        ways_html(
            [
                (
                    t("plan.way_budget"),
                    link(BUDGET.path, BudgetChoices(aim=number)),
                ),
                (
                    t("plan.way_indicators"),
                    link("/gostergeler", IndicatorChoices(aim=number)),
                ),
            ]
        )
    )
    chrome.section(t("plan.objectives_title"))
    st.html(objectives_html(one, of, goal_link))
    if one.money.amount_kurus:
        choices = BudgetChoices(aim=number, view=View.ACTIVITY.value)
        figure.show("butce", choices, key=number)
    _indicators(one, year)
    st.html(findings(Kind.AIM, one.number))


def _indicators(one: Aim, year: int) -> None:
    if not one.indicators:
        chrome.section(t("plan.indicators_title"), t("plan.indicators_none"))
        return
    chrome.section(t("plan.ambition_title"))
    st.html(tiles_html(summary(one.indicators), Years(year)))
    chrome.section(t("plan.indicators_title"), t("plan.indicators_text"))
    address = link("/gostergeler", IndicatorChoices(indicator=CODE))
    st.html(
        key_html(Years(year))
        + list_html(one.indicators, address, is_grouped=True)
        + figure.menu("ilerleme", IndicatorChoices(aim=str(one.number)))
    )
