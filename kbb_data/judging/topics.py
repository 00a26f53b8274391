"""The plain topics that money goes to, as judged, and what each of them adds up to.

An activity's money goes to its topic, but for the economic codes that are a topic of their own in
whichever activity they stand; off-budget money follows its activity, and each line of general
administration has a topic. What nobody judged goes to none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kbb_data.judging.draft import Draft
from kbb_data.judging.judgement import Entry
from kbb_data.problems import quote
from kbb_data.reading.lines import Line
from kbb_data.rows import Row
from kbb_data.topics import ACTIVITY, CODE, GENERAL, LINES, amounts


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a section's entries assign: the field that names it, and what the document prints of it
    by that field's value."""

    kind: str
    field: str
    printed: Mapping[Any, Row]
    name: str


def topics(draft: Draft) -> None:
    """Fill ``topics`` and ``topic_assignments``; nothing where nobody judged any.

    A topic to which nothing goes is left out, as one carried over from another year may be. A topic
    that is none, a thing assigned twice and other words than the document's are problems.
    """
    lines = {line.number: line for line in draft.reading.lines}
    named: dict[str, Entry] = {}
    for entry in draft.judgement.of("topic"):
        if entry["topic"] in named:
            draft.problems.append(entry.broken("each topic once", f"{quote(entry['topic'])} again"))
        named[entry["topic"]] = entry
    first: dict[str, Line] = {}
    for kind in _kinds(draft):
        given: set[Any] = set()
        for entry in draft.judgement.of(f"topic_{kind.kind}"):
            for topic in filter(None, (entry["topic"], entry.get("other"))):
                if topic not in named:
                    draft.problems.append(entry.broken(f"the topic {quote(topic)}", "none"))
            key = entry[kind.field]
            row = kind.printed.get(key)
            found = row[kind.name] if row else ""
            if row is None or found != entry["printed"]:
                draft.problems.append(
                    entry.broken(f"{kind.kind} {key} as {quote(entry['printed'])}", quote(found))
                )
                continue
            if key in given:
                draft.problems.append(
                    entry.broken(f"each {kind.kind} in one topic", f"{key} again")
                )
                continue
            given.add(key)
            line = lines[row["source_line"]]
            first.setdefault(entry["topic"], line)
            draft.add(
                "topic_assignments",
                line,
                kind=kind.kind,
                key=str(key),
                topic=entry["topic"],
                other_topic=entry.get("other") or None,
                reason=entry["reason"],
            )
    for position, (topic, entry) in enumerate(named.items(), start=1):
        if topic in first:
            draft.add(
                "topics",
                first[topic],
                topic=topic,
                position=position,
                name=entry["name"],
                name_en=entry["name_en"],
                purpose=entry["purpose"],
                purpose_en=entry["purpose_en"],
            )
    totals = amounts(draft.rows)
    for row in draft.rows["topics"]:
        row["total"] = totals[row["topic"]]


def _kinds(draft: Draft) -> Iterator[_Kind]:
    rows = draft.rows
    activities = {row["activity"]: row for row in rows["activities"]}
    yield _Kind(ACTIVITY, "activity", activities, "name")
    codes = {row["economic_code"]: row for row in rows["economic_codes"]}
    yield _Kind(CODE, "economic_code", codes, "name")
    lines = {row["line"]: row for row in rows["resource_needs"] if row["line"] in LINES}
    yield _Kind(GENERAL, "line", lines, "label")
