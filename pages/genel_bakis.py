"""Genel Bakış: the whole programme on one page, and three places to go on from."""

from __future__ import annotations

import streamlit as st

from pages.parts import budget_data, chrome, figure
from pages.parts.overview_pieces import (
    Part,
    counts_html,
    hero_html,
    next_html,
    questions_html,
    source_html,
    words_html,
)
from pages.parts.visit import counts, edition, link, setting
from present.budget.model import View
from present.indicators.ambition import summarise
from present.indicators.choices import IndicatorChoices
from present.indicators.entries import records
from present.indicators.html import tiles_html
from present.indicators.model import Order
from present.indicators.words import Years, summary_sentence
from present.kit import writing
from present.kit.text import t
from present.site.search_choices import SearchChoices


def render() -> None:
    """Show the page."""
    programme = edition().programme
    chrome.head(
        t("overview.title"),
        t("overview.lead", institution=setting().name, year=programme.year),
        own=(setting().name,),
    )
    totals = setting().totals
    if budget_data.lines().empty and totals.total_kurus is None:
        chrome.message(t("common.empty_title"), t("overview.empty"))
    else:
        _money()
    st.html(_counts())
    _ambition()
    st.html(_next() + source_html(programme.source_title))


def _money() -> None:
    totals, year = setting().totals, setting().year
    sources = [
        Part(t("overview.part_budget"), totals.budget_kurus, "money"),
        Part(t("overview.part_off_budget"), totals.off_budget_kurus, "other"),
    ]
    uses = [
        Part(t("overview.part_activities"), totals.goals_total_kurus, "money"),
        Part(t("overview.part_general"), totals.general_administration_kurus, "general"),
        Part(t("overview.part_transfers"), totals.transfers_kurus, "other"),
    ]
    st.html(
        hero_html(
            t("overview.total_label", year=year),
            totals.total_kurus,
            budget_data.place(),
            [(t("overview.split_funds"), sources), (t("overview.split_uses"), uses)],
        )
        + words_html()
        + _questions()
    )
    figure.show("genel-bakis")
    figure.show("yuz-lira")


def _questions() -> str:
    """What visitors ask most, a tap away from its answer."""
    return questions_html(
        t("overview.questions_title"),
        [
            (
                t("overview.question_spent"),
                link("/ara", SearchChoices(query=t("overview.question_word"))),
            ),
            (t("overview.question_district"), link("/ilce")),
            (
                t("overview.question_furthest"),
                link("/gostergeler", IndicatorChoices(order=Order.DISTANCE.value)),
            ),
            (t("overview.question_consistency"), link("/tutarlilik")),
        ],
    )


def _counts() -> str:
    counted = counts()
    return counts_html(
        t("overview.counts_title"),
        [
            (counted.aims, t("overview.count_aims"), link("/amaclar")),
            (counted.goals, t("overview.count_goals"), link("/hedef")),
            (
                counted.indicators,
                t("overview.count_indicators"),
                link("/gostergeler"),
            ),
            (
                counted.activities,
                t("overview.count_activities"),
                budget_data.link_to(View.ACTIVITY),
            ),
        ],
    )


def _ambition() -> None:
    indicators = records(setting())
    if not indicators:
        return
    year = setting().year
    summary = summarise(one.assessment for one in indicators)
    chrome.section(
        t("overview.ambition_title"),
        t("overview.ambition_text", year=year, estimate_year=year - 1),
    )
    st.html(
        str(tiles_html(summary, Years(year)))
        + f'<p class="kbb-sentence">{summary_sentence(summary, year)}</p>'
    )


def _next() -> str:
    return next_html(
        t("overview.next_title"),
        [
            (
                t("overview.next_budget"),
                t("overview.next_budget_text"),
                link(budget_data.PATH),
            ),
            (
                t("overview.next_indicators"),
                t(
                    "overview.next_indicators_text",
                    count=writing.number(counts().indicators),
                ),
                link("/gostergeler"),
            ),
            (
                t("overview.next_map"),
                t("overview.next_map_text"),
                link("/harita"),
            ),
        ],
    )
