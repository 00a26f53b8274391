"""Konular: where the money goes in plain words, and one topic's own view."""

from __future__ import annotations

from collections import Counter
from typing import Any

import streamlit as st
from markupsafe import Markup

from pages.parts import chrome, controls, figure, steps
from pages.parts.steps import Step
from pages.parts.visit import link, setting
from present.budget.entries import measures, names
from present.figures.registry import lacking
from present.indicators.choices import IndicatorChoices
from present.indicators.html import key_html
from present.indicators.list_html import CODE, list_html
from present.indicators.outcome import newest, records
from present.indicators.words import Years
from present.kit import writing
from present.kit.charts.bars import CLICKED
from present.kit.markup import joined
from present.kit.tables import folded
from present.kit.text import t
from present.site.links import Thing, maker
from present.site.pages import INDICATORS, TOPICS
from present.topics import entries, html
from present.topics.choices import TopicChoices
from present.topics.model import Topic
from present.topics.words import method_text, topic_name, topic_purpose

Choices = controls.Controls[TopicChoices]


def render() -> None:
    """Show the list, or the topic that the address names."""
    topics = entries.topics(setting())
    if TOPICS.path in lacking(setting()):
        chrome.head(t("topics.title"))
        chrome.message(t("common.empty_title"), t("topics.empty_programme"))
        return
    chosen: Choices = controls.Controls(TOPICS.path, TopicChoices, entries.known_codes(setting()))
    place = next(
        (at for at, topic in enumerate(topics) if topic.slug == chosen.choices.topic), None
    )
    if place is None:
        _overview(chosen, topics)
    else:
        _view(chosen, topics, place)


def _overview(chosen: Choices, topics: tuple[Topic, ...]) -> None:
    count = sum(bool(topic.amount_kurus) for topic in topics)
    chrome.head(
        t("topics.title"),
        t("topics.intro", year=setting().year, count=writing.number(count)),
        page_title=TOPICS.title,
    )
    chosen.notice()
    _measure(chosen)
    slugs = {topic.slug for topic in topics}
    key = chosen.choices.measure

    def go() -> None:
        picked = st.session_state[figure.chart_key("konular", key)]["selection"].get(CLICKED) or []
        slug = picked[0].get("key") if picked else None
        if slug in slugs:
            chosen.change(topic=slug)

    clicks: dict[str, Any] = {"on_select": go, "selection_mode": CLICKED}
    figure.show("konular", chosen.choices, key=key, is_table_open=True, **clicks)
    _html(_method())


def _measure(chosen: Choices) -> None:
    chosen.segmented(
        "measure",
        t("topics.measure_label"),
        [measure.value for measure in measures(setting())],
        lambda code: t(f"budget.measure_{code}"),
    )


def _method() -> str:
    """How the topics were chosen, in a fold; what no topic holds before it."""
    transfers = setting().totals.transfers_kurus
    text = method_text(entries.own_codes(setting()), names(setting()))
    told = t("topics.transfers", amount=writing.money(transfers)) if transfers else ""
    return joined(
        *([html.quiet_html(told)] if told else []),
        folded(t("topics.method_title"), html.inside_html(html.quiet_html(text))),
    )


def _view(chosen: Choices, topics: tuple[Topic, ...], place: int) -> None:
    """The topic at that place of all."""
    topic = topics[place]
    steps.show(
        chosen,
        len(topics),
        place,
        lambda way, at: Step(
            t(f"topics.{way}", name=topic_name(topics[at])), {"topic": topics[at].slug}
        ),
        back=Step(t("topics.back"), {"topic": None}),
        is_counted=True,
    )
    chrome.head(topic_name(topic), topic_purpose(topic))
    chosen.notice()
    whole, people = entries.whole(setting()), setting().background.people
    st.html(html.facts_html(topic, whole, people))
    if topic.amount_kurus:
        _measure(chosen)
        key = f"{topic.slug}-{chosen.choices.measure}"
        figure.show("konu", chosen.choices, key=key)
    _html(html.quiet_html(t("topics.outside")))
    _promises(topic)
    _units(topic)
    here, elsewhere = html.doubts(topics, topic, maker(setting(), Thing.TOPIC))
    doubts = html.doubts_html(here, elsewhere)
    if doubts:
        chrome.section(t("topics.doubts_title"))
        st.html(doubts)
    _html(_method())


def _promises(topic: Topic) -> None:
    """The indicators of the goals that lie in the topic, and of those that it shares."""
    indicators = records(setting())
    own = {share.goal for share in topic.goals if share.is_own}
    shared = [share for share in topic.goals if not share.is_own]
    codes = tuple(each.code for each in indicators if each.goal in own)
    chrome.section(
        t("topics.promise_title"), t("topics.promise_text" if codes else "topics.promise_none")
    )
    if codes:
        st.html(joined(key_html(Years(setting().year), newest(setting())), _list(codes)))
    if shared:
        counts = Counter(each.goal for each in indicators)
        goals = {share.goal for share in shared}
        listed = html.shared_html(
            shared, entries.goal_names(setting()), counts, maker(setting(), Thing.GOAL)
        )
        others = tuple(each.code for each in indicators if each.goal in goals)
        content = joined(listed, _list(others)) if others else listed
        st.html(folded(t("topics.shared_title"), html.inside_html(content), is_open=not codes))


def _list(codes: tuple[str, ...]) -> Markup:
    return list_html(setting(), codes, link(INDICATORS.path, IndicatorChoices(indicator=CODE)))


def _units(topic: Topic) -> None:
    units = html.units_html(topic, maker(setting(), Thing.UNIT))
    chrome.section(t("topics.units_title"))
    st.html(units or html.quiet_html(t("topics.units_none")))


def _html(piece: str) -> None:
    """A piece of the page; no element for an empty one."""
    if piece:
        st.html(piece)
