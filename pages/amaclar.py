"""Amaçlar: the strategic aims, and one aim with its objectives, goals, money and indicators."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.parts import chrome, figure, indicators, steps
from pages.parts.controls import Controls
from pages.parts.steps import Step
from pages.parts.visit import edition, link, setting
from present.briefing import html as briefing_html
from present.briefing.model import Topic
from present.budget.choices import BudgetChoices
from present.budget.model import Scope, View
from present.budget.years import years_html
from present.findings.subjects import Kind
from present.indicators.ambition import WORDS, Course
from present.indicators.choices import IndicatorChoices
from present.indicators.html import key_html, tiles_html
from present.indicators.list_html import CODE, list_html
from present.indicators.outcome import newest
from present.indicators.words import Years
from present.kit import parts, writing
from present.kit.markup import joined
from present.kit.text import t
from present.plan import entries
from present.plan.choices import AimChoices
from present.plan.html import aims_html, facts_html, objectives_html, ways_html, words_html
from present.plan.model import Aim
from present.plan.words import aim_counts, aim_title
from present.site.links import Thing, maker
from present.site.pages import AIMS, BUDGET, INDICATORS

Choices = Controls[AimChoices]


def render() -> None:
    """Show one aim, or all where none is chosen."""
    aims = entries.aims(setting())
    chosen: Choices = Controls(AIMS.path, AimChoices, {"aim": [str(aim.number) for aim in aims]})
    place = next((at for at, aim in enumerate(aims) if str(aim.number) == chosen.choices.aim), None)
    if place is None:
        _overview(chosen, aims)
    else:
        _view(chosen, aims, place)


def _overview(chosen: Choices, aims: Sequence[Aim]) -> None:
    programme, institution = edition().programme, setting().name
    chrome.head(
        t("plan.title"),
        t(
            "plan.intro",
            institution=institution,
            year=programme.year,
            count=writing.number(len(aims)),
        ),
        own=[institution],
    )
    chosen.notice()
    if not aims:
        chrome.message(t("common.empty_title"), t("plan.empty"))
        return
    whole = entries.whole(setting())
    chrome.section(
        t("plan.list_title"),
        " ".join(
            [
                t("plan.list_text", whole=writing.money(whole.kurus)),
                *([t("overview.total_added")] if setting().are_totals_added else []),
            ]
        ),
    )
    values = [str(text) for text in setting().frame("core_values")["text"]]
    st.html(
        joined(
            aims_html(
                aims,
                whole,
                entries.summaries(setting()),
                maker(setting(), Thing.AIM),
                setting().year,
                maker(setting(), Thing.GOAL),
            ),
            words_html(programme.mission, programme.vision, values),
        )
    )


def _view(chosen: Choices, aims: Sequence[Aim], place: int) -> None:
    """The aim at that place of all."""
    aim, year = aims[place], setting().year
    steps.show(
        chosen,
        len(aims),
        place,
        lambda way, at: Step(
            t(f"plan.{way}", name=aim_title(aims[at])), {"aim": str(aims[at].number)}
        ),
        back=Step(t("plan.back"), {"aim": None}),
    )
    chrome.head(
        aim_title(aim),
        t("plan.one_intro", year=year, number=aim.number, name=aim.name),
        own=[aim.short, aim.name],
    )
    chosen.notice()
    number, whole = str(aim.number), entries.whole(setting())
    st.html(
        joined(
            facts_html(aim.money, whole, aim_counts(aim), aim.code_printed),
            ways_html(
                [
                    (t("plan.way_budget"), link(BUDGET.path, BudgetChoices(aim=number))),
                    (
                        t("plan.way_indicators"),
                        link(INDICATORS.path, IndicatorChoices(aim=number)),
                    ),
                ]
            ),
            briefing_html.link_html(setting(), Topic.AIM, number, aim.short),
        )
    )
    if aim.money.amount_kurus:
        choices = BudgetChoices(aim=number, view=View.ACTIVITY.value)
        figure.show("butce", choices, key=number)
    years = years_html(setting(), Scope(aim=aim.number))
    if years:
        st.html(years)
    if aim.statement:
        chrome.section(t("plan.statement"), aim.statement, own=[aim.statement])
    goals = objectives_html(aim, whole, maker(setting(), Thing.GOAL))
    st.html(parts.part("hedefler", t("plan.objectives_title"), goals))
    _indicators(aim, year)
    st.html(entries.touching(setting(), Kind.AIM, aim.number))


def _indicators(aim: Aim, year: int) -> None:
    if not aim.indicators:
        chrome.section(t("plan.indicators_title"), t("plan.indicators_none"))
        return
    addresses = {
        course: link(
            INDICATORS.path,
            IndicatorChoices(
                aim=str(aim.number), ambitions=tuple(word.value for word in WORDS[course])
            ),
        )
        for course in Course
    }
    tiles = tiles_html(entries.summaries(setting())[aim.number], Years(year), addresses)
    st.html(parts.part("soz", t("plan.ambition_title"), tiles))
    chrome.section(t("plan.indicators_title"), t("plan.indicators_text"))
    address = link(INDICATORS.path, IndicatorChoices(indicator=CODE))
    st.html(
        "".join(
            (
                indicators.nothing_yet(),
                key_html(Years(year), newest(setting())),
                list_html(setting(), aim.indicators, address),
                indicators.menus(IndicatorChoices(aim=str(aim.number))),
            )
        )
    )
