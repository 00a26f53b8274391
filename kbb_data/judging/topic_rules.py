"""How entries of ``topics.toml`` are carried over: what awaits a topic, and which are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kbb_data.judging.carried import Carried, Held
from kbb_data.judging.things import Fields, Programme
from kbb_data.topics import LINES

#: What a row says whose money goes to no topic yet.
NO_TOPIC = (
    "Hiçbir konuya ayrılmadı. “Konular” sayfasındaki anahtarlardan birini yazın; iki konu da "
    "olabiliyorsa öbürünü “Öbür konu”ya yazın."
)


def unknown_topic(_: Programme, carried: Carried, entry: Fields) -> Held | None:
    """The import takes a topic that ``[[topic]]`` names only."""
    named = {judged["topic"] for judged in carried["topic"]}
    for topic in filter(None, (entry["topic"], entry.get("other"))):
        if topic not in named:
            return Held(f"the topic {topic!r} has no entry")
    return None


def topic_activities(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    """The activities without a topic, where topics are judged at all."""
    judged = {entry["activity"] for entry in carried["topic_activity"]}
    if carried["topic"]:
        for row in programme.tables["activities"]:
            if row["activity"] not in judged:
                yield {"activity": row["activity"], "printed": row["name"]}


def topic_general(programme: Programme, carried: Carried) -> Iterator[dict[str, Any]]:
    """The lines of general administration with money and without a topic."""
    judged = {entry["line"] for entry in carried["topic_general"]}
    if carried["topic"]:
        for row in programme.tables["resource_needs"]:
            is_line = row["line"] in LINES and row["general_administration"]
            if is_line and row["line"] not in judged:
                yield {"line": row["line"], "printed": row["label"]}
