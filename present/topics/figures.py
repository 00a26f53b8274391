"""The figures of topics: all of them by money, and what one of them is made of.

Pure: records in, figures out, with links that are given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kbb_data.topics import ACTIVITY
from present.budget.model import View, add, part_of
from present.budget.words import Showing, is_own, per_head_column
from present.kit import writing
from present.kit.figure import Chart, Extent, Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn, frame_of, link_in
from present.kit.text import t
from present.kit.writing import share_text
from present.topics.charts import Bar, money_bars
from present.topics.model import Part, Topic
from present.topics.words import (
    part_name,
    topic_name,
    topic_purpose,
    topic_sentence,
    topics_sentence,
    topics_subtitle,
)

#: Bars of one topic before the rest stands in the table alone.
LIMIT = 12
_TOPIC_COLUMNS = ["topic", "name", "amount_kurus", "share", "activities", "purpose", "address"]
_PART_COLUMNS = ["kind", "key", "label", "unit", "amount_kurus", "share", "other", "reason",
                 "address"]  # fmt: skip


def _money_columns(share: str, people: int | None) -> list[TableColumn]:
    return [
        TableColumn("amount_kurus", t("budget.column_amount"), writing.money, is_number=True),
        TableColumn("share", share, share_text, is_number=True),
        *([per_head_column(people)] if people else []),
    ]


def topics_figure(
    topics: Sequence[Topic],
    background: Background,
    showing: Showing,
    link: Callable[[str], str],
) -> Figure:
    """All topics, the one with most money first, as bars and table; ``link`` gives a slug's
    address. All rows together are the programme's activities and general administration."""
    whole = add(*(topic.amount_kurus for topic in topics))
    records = [
        {
            "topic": topic.slug,
            "name": topic_name(topic),
            "amount_kurus": topic.amount_kurus,
            "share": part_of(topic.amount_kurus, whole),
            "activities": sum(part.kind == ACTIVITY for part in topic.parts),
            "purpose": topic_purpose(topic),
            "address": link(topic.slug),
        }
        for topic in topics
    ]
    return Figure(
        title=t("topics.figure_title"),
        subtitle=topics_subtitle(whole, background, showing),
        sentence=topics_sentence(topics, whole, background, showing),
        source=background.source(t("topics.source_section")),
        chart=Chart(
            money_bars,
            [
                Bar(topic.slug, topic_name(topic), topic_name(topic), topic.amount_kurus)
                for topic in topics
                if topic.amount_kurus
            ],
            whole,
            background,
            showing,
            is_clickable=True,
        ),
        table=frame_of(records, _TOPIC_COLUMNS),
        columns=[
            TableColumn("name", t("topics.column_topic"), is_heading=True, link=link_in("address")),
            *_money_columns(t("budget.column_share"), background.people),
            TableColumn(
                "activities", t("topics.column_activities"), writing.number, is_number=True
            ),
            TableColumn("purpose", t("topics.column_purpose")),
        ],
    )


def topic_figure(
    topic: Topic,
    programme: int | None,
    background: Background,
    showing: Showing,
    link: Callable[[Part], str],
    others: Mapping[str, str],
) -> Figure:
    """What one topic is made of, the largest part first; those of 0 lira stand in the table alone.

    ``programme`` is what all topics get, ``link`` gives a part's address, ``others`` the names of
    topics by slug.
    """
    whole, name = topic.amount_kurus, topic_name(topic)
    records = [
        {
            "kind": part.kind,
            "key": part.key,
            "label": part_name(part),
            "unit": part.unit_name,
            "amount_kurus": part.amount_kurus,
            "share": part_of(part.amount_kurus, whole),
            "other": others.get(part.other or ""),
            "reason": " ".join(part.reasons),
            "address": link(part),
        }
        for part in topic.parts
    ]
    paid = [part for part in topic.parts if part.amount_kurus]
    drawn = paid if len(paid) <= LIMIT + 2 else paid[:LIMIT]
    return Figure(
        title=t("topics.one_title", topic=name),
        subtitle=topics_subtitle(whole, background, showing),
        sentence=topic_sentence(topic, programme, background, showing),
        source=background.source(t("topics.source_section")),
        chart=Chart(
            money_bars,
            [
                Bar(
                    f"{part.kind}-{part.key}",
                    part_name(part, is_short=True),
                    part_name(part),
                    part.amount_kurus or 0,
                )
                for part in drawn
            ],
            whole,
            background,
            showing,
        ),
        table=frame_of(records, _PART_COLUMNS),
        columns=[
            TableColumn(
                "label",
                t("topics.column_part"),
                is_heading=True,
                is_verbatim=_is_verbatim,
                link=link_in("address"),
            ),
            *_money_columns(t("topics.column_topic_share"), background.people),
            TableColumn("unit", t("topics.column_unit"), is_verbatim=True),
            TableColumn("other", t("topics.column_other")),
            TableColumn("reason", t("topics.column_reason"), is_verbatim=True),
        ],
        own=tuple(
            writing.unstopped(part.name)
            for part in topic.parts
            # A short name is ours.
            if part.kind == ACTIVITY and part.short == part.name
        ),
        extent=Extent(len(drawn), len(records)),
    )


def _is_verbatim(row: Mapping[str, Any]) -> bool:
    """Whether a part's name is the document's own words."""
    return row["kind"] == ACTIVITY or is_own(View.CODE, str(row["key"]))
