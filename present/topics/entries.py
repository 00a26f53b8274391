"""The topics of a setting: records, figures, and what other rooms ask of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from kbb_data.topics import ACTIVITY, CODE
from present.budget.choices import BudgetChoices
from present.budget.entries import measures
from present.budget.model import GENERAL, Measure, add, part_of
from present.budget.words import Showing
from present.kit.entry import Entry, Known, always, only_figure
from present.kit.figure import Figure
from present.kit.keep import keep
from present.kit.setting import Setting
from present.site import links
from present.site.links import Thing, maker
from present.site.pages import BUDGET, TOPICS
from present.topics import figures, model
from present.topics.choices import TopicChoices
from present.topics.model import Part, Topic
from present.topics.words import topic_name, topic_purpose


@dataclass(frozen=True, slots=True)
class Listed:
    """A topic as lists and search tell it: its slug, name and purpose in the setting's language,
    the address of its own view, its kuruş (``None`` for not stated), and their share of all."""

    slug: str
    name: str
    purpose: str
    address: str
    amount_kurus: int | None
    share: float | None


@keep(32)
def topics(setting: Setting) -> tuple[Topic, ...]:
    """All topics, the one with most money first; none where nobody judged any."""
    return model.read(
        setting.frame("topics"),
        setting.frame("topic_assignments"),
        setting.lines,
        setting.frame("resource_needs"),
    )


def topic(setting: Setting, slug: str | None) -> Topic:
    """The topic of that slug. Raises ``StopIteration`` where there is none."""
    return next(each for each in topics(setting) if each.slug == slug)


def whole(setting: Setting) -> int | None:
    """What all topics get: the activities and general administration."""
    return add(*(each.amount_kurus for each in topics(setting)))


def listed(setting: Setting) -> tuple[Listed, ...]:
    """Every topic with its name, address and money, the one with most first."""
    together, address = whole(setting), maker(setting, Thing.TOPIC)
    return tuple(
        Listed(
            each.slug,
            topic_name(each),
            topic_purpose(each),
            address(each.slug),
            each.amount_kurus,
            part_of(each.amount_kurus, together),
        )
        for each in topics(setting)
    )


@keep(64)
def lines(setting: Setting, slug: str) -> pd.DataFrame:
    """The budget lines that go to the topic of that slug, for sums by code and unit."""
    assigned = model.assigned_of(setting.frame("topic_assignments"))
    return model.cells(setting.lines, assigned, slug)


def of_activity(setting: Setting, number: int) -> Topic | None:
    """The topic to which an activity's money goes, but for codes of their own; ``None`` where
    nobody judged it."""
    assigned = model.assigned_of(setting.frame("topic_assignments"))
    slug = assigned.get((ACTIVITY, str(number)))
    return topic(setting, slug) if slug else None


def own_codes(setting: Setting) -> dict[str, Topic]:
    """The economic codes that are a topic of their own in every activity, with that topic."""
    by_slug = {each.slug: each for each in topics(setting)}
    assigned = model.assigned_of(setting.frame("topic_assignments"))
    return {key: by_slug[slug] for (kind, key), slug in assigned.items() if kind == CODE}


def goal_names(setting: Setting) -> dict[int, str]:
    """What each goal or sub-programme is called: its short name, else the document's words."""
    lines = setting.lines.drop_duplicates("goal")
    return dict(zip(lines["goal"], lines["goal_short"], strict=True))


def part_link(setting: Setting, part: Part) -> str:
    """Where a part is shown: the activity, or general administration."""
    if part.kind == ACTIVITY:
        return links.to(setting, Thing.ACTIVITY, part.key)
    return setting.link(BUDGET.path, BudgetChoices(aim=GENERAL))


def showing(setting: Setting, choices: TopicChoices) -> Showing:
    """How the choices tell amounts; in lira where they ask for what can't be told."""
    measure = Measure(choices.measure)
    return Showing(measure if measure in measures(setting) else Measure.LIRA)


def all_topics(setting: Setting, choices: TopicChoices) -> Figure:
    """All topics by money."""
    return figures.topics_figure(
        topics(setting),
        setting.background,
        showing(setting, choices),
        maker(setting, Thing.TOPIC),
    )


def one_topic(setting: Setting, choices: TopicChoices) -> Figure:
    """What one topic is made of. Raises ``StopIteration`` for a topic that there is none of."""
    return figures.topic_figure(
        topic(setting, choices.topic),
        whole(setting),
        setting.background,
        showing(setting, choices),
        lambda part: part_link(setting, part),
        {each.slug: topic_name(each) for each in topics(setting)},
    )


def known_codes(setting: Setting) -> Known:
    """The slugs that addresses may carry."""
    return {"topic": tuple(each.slug for each in topics(setting))}


def _list_presets(setting: Setting) -> Iterable[TopicChoices]:
    return (TopicChoices(),) if any(each.amount_kurus for each in topics(setting)) else ()


def _presets(setting: Setting) -> Iterable[TopicChoices]:
    return (TopicChoices(topic=each.slug) for each in topics(setting) if each.amount_kurus)


ENTRIES = (
    Entry("konular", TOPICS.path, "butce", always(TopicChoices), known_codes,
          only_figure(all_topics), _list_presets),
    Entry("konu", TOPICS.path, "butce", always(TopicChoices), known_codes,
          only_figure(one_topic), _presets, needed="topic"),
)  # fmt: skip
