"""Genel Bakış: the whole programme on one page, and three places to go on from."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.parts import chrome, figure
from pages.parts.visit import counts, edition, link, setting
from present.budget.choices import BudgetChoices
from present.budget.entries import lacking_views
from present.budget.model import View
from present.budget.overview import (
    ambition_html,
    counts_html,
    has_general,
    hero_html,
    questions_html,
    source_html,
    terms_html,
    ways_html,
)
from present.indicators.ambition import summarise
from present.indicators.choices import IndicatorChoices
from present.indicators.html import tiles_html
from present.indicators.model import Order
from present.indicators.outcome import records
from present.indicators.summary import summary_sentence
from present.indicators.words import Years
from present.kit import writing
from present.kit.text import t
from present.site import pages
from present.site.search_choices import SearchChoices


def render() -> None:
    """Show the page."""
    programme = edition().programme
    chrome.head(
        t("overview.title"),
        t("overview.lead", institution=setting().name, year=programme.year),
        own=(setting().name,),
    )
    if setting().lines.empty and setting().totals.total_kurus is None:
        chrome.message(t("common.empty_title"), t("overview.empty"))
    else:
        st.html(
            hero_html(setting()) + terms_html(has_general=has_general(setting())) + _questions()
        )
        figure.show("genel-bakis")
        figure.show("yuz-lira")
    st.html(_counts())
    _ambition()
    st.html(_ways() + source_html(programme.source_title))


def _questions() -> Markup:
    """What visitors ask most, a tap away from its answer."""
    search = SearchChoices(query=t("overview.question_word"))
    furthest = IndicatorChoices(order=Order.DISTANCE.value)
    return questions_html(
        [
            (t("overview.question_spent"), link(pages.SEARCH.path, search)),
            (t("overview.question_district"), link(pages.DISTRICTS.path)),
            (
                t(
                    "overview.question_furthest",
                    estimate_year=setting().year - 1,
                    target_year=setting().year,
                ),
                link(pages.INDICATORS.path, furthest),
            ),
            (t("overview.question_consistency"), link(pages.FINDINGS.path)),
        ]
    )


def _counts() -> Markup:
    counted = counts()
    activities = BudgetChoices(view=View.ACTIVITY.value)
    return counts_html(
        [
            (counted.aims, t("overview.count_aims"), link(pages.AIMS.path)),
            (counted.goals, t("overview.count_goals"), link(pages.GOALS.path)),
            (counted.indicators, t("overview.count_indicators"), link(pages.INDICATORS.path)),
            (
                counted.activities,
                t("overview.count_activities"),
                link(pages.BUDGET.path, activities),
            ),
        ]
    )


def _ambition() -> None:
    indicators = records(setting())
    if not indicators:
        return
    year = setting().year
    summary = summarise(indicator.assessment for indicator in indicators)
    chrome.section(
        t("overview.ambition_title"),
        t(
            "overview.ambition_text",
            year=year,
            estimate_year=year - 1,
            actual_year=year - 2,
        ),
    )
    tiles, sentence = tiles_html(summary, Years(year)), summary_sentence(summary, year)
    st.html(f"{tiles}{ambition_html(sentence)}")


def _ways() -> Markup:
    count = writing.number(counts().indicators)
    has_units = View.UNIT not in lacking_views(setting())
    money = t(
        "overview.next_budget_text" if has_units else "overview.next_budget_text_without_units"
    )
    return ways_html(
        [
            (t("overview.next_budget"), money, link(pages.BUDGET.path)),
            (
                t("overview.next_indicators"),
                t("overview.next_indicators_text", count=count),
                link(pages.INDICATORS.path),
            ),
            (t("overview.next_map"), t("overview.next_map_text"), link(pages.MAP.path)),
        ]
    )
