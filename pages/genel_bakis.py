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
    about_html,
    ambition_html,
    counts_html,
    has_general,
    hero_html,
    questions_html,
    source_html,
    terms_html,
    topics_html,
    total_html,
    ways_html,
)
from present.figures import html as figures_html
from present.figures.registry import lacking
from present.figures.share import share
from present.indicators.ambition import summarise
from present.indicators.choices import IndicatorChoices
from present.indicators.html import tiles_html
from present.indicators.model import Order
from present.indicators.outcome import records
from present.indicators.summary import summary_sentence
from present.indicators.words import Years
from present.kit import pieces, writing
from present.kit.markup import joined
from present.kit.tables import folded
from present.kit.text import t
from present.site import pages
from present.site.pages import TOPICS
from present.site.search_choices import SearchChoices
from present.topics import entries as topics
from present.topics.choices import TopicChoices
from present.topics.html import bars_html, inside_html


def render() -> None:
    """Show the page."""
    programme = edition().programme
    if TOPICS.path not in lacking(setting()):
        _with_topics(programme.source_title)
        return
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


def _with_topics(source_title: str) -> None:
    """The page of a programme whose money is given to topics: on a telephone the total and where it
    goes stand on the first screen, the questions below, and what is detail in folds."""
    chrome.head(
        t("overview.title"),
        t("overview.lead_short", institution=setting().name, year=setting().year),
        own=(setting().name,),
        has_terms=False,
    )
    shared = share(setting(), "konular", TopicChoices(), figure.public_address())
    bars = bars_html(topics.listed(setting()))
    st.html(
        joined(
            total_html(setting()),
            topics_html(bars, link(TOPICS.path), shared),
            _questions(),
            folded(t("overview.about_title"), _about(source_title)),
        )
    )
    with st.container(key="kb-aims"), st.expander(t("overview.aims_fold")):
        figure.show("genel-bakis")
        figure.show("yuz-lira")
    st.html(_counts())
    _ambition(is_short=True)
    st.html(_ways())


def _about(source_title: str) -> Markup:
    """What has to be read with the amounts of the topics, how the total is split, and from which
    document all of it is."""
    own = figure.of("konular", TopicChoices())
    told = joined(
        figures_html.sentence_html(own),
        figures_html.notes_html(own),
        figures_html.table_html(setting(), "konular", TopicChoices()),
        pieces.source_html(own.source),
    )
    return inside_html(
        joined(about_html(setting(), told), chrome.terms(), source_html(source_title))
    )


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


def _ambition(*, is_short: bool = False) -> None:
    """What the indicators' targets ask; ``is_short`` folds the sentence."""
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
    told = ambition_html(sentence)
    st.html(tiles + (folded(t("overview.ambition_more"), inside_html(told)) if is_short else told))


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
