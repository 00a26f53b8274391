"""What the figures of topics must say: all of them, and what one is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from tests.present.figures.money import GENERAL, code_name, general, lines, quoted
from tests.present.figures.paper import (
    TURKISH,
    YEAR,
    Oracle,
    Said,
    by,
    kurus,
    money,
    number,
    rows,
    said_in,
    share,
)

#: What goes to a topic: kind and key of what it is of, and lira.
Parts = dict[tuple[str, str], Decimal]


@cache
def topics() -> dict[str, Parts]:
    """The topics, the one with most money first, with their parts, the largest first, of the same
    money as the files have them."""
    given = {(row["kind"], row["key"]): row["topic"] for row in rows("topic_assignments")}
    found: dict[str, Parts] = {row["topic"]: {} for row in rows("topics")}
    for row in rows("activities"):
        found[given["activity", row["activity"]]]["activity", row["activity"]] = Decimal(0)
    for activity, is_budget, line, lira in sorted(lines(), key=lambda line: int(line[0])):
        own = given.get(("code", line)) if is_budget else None
        topic = own or given["activity", activity]
        if lira:
            parts = found[topic]
            parts["activity", activity] = parts.get(("activity", activity), Decimal(0)) + lira
    for line, lira in general().items():
        if ("general", line) in given and lira:
            found[given["general", line]]["general", line] = lira
    ranked = sorted(found, key=lambda topic: -sum(found[topic].values()))
    return {topic: _ranked(found[topic]) for topic in ranked}


def _ranked(parts: Parts) -> Parts:
    places = {kind: place for place, kind in enumerate(("activity", "general"))}
    order = sorted(parts, key=lambda key: (-parts[key], places[key[0]], int(key[1])))
    return {key: parts[key] for key in order}


def _name(topic: str, language: str) -> str:
    row = by("topics", "topic")[topic]
    return said_in(language, row["name"], row["name_en"])


def _part(key: tuple[str, str], language: str) -> str:
    """A part's short name."""
    if key[0] == "general":
        return f"{GENERAL[language]}: {code_name(key[1], language)}"
    row = by("activities", "activity")[key[1]]
    return f"{key[1]}. {said_in(language, row['short_name'], row['short_name_en'])}"


def every(query: Mapping[str, str], language: str) -> Said:
    """All topics."""
    sums = {topic: sum(parts.values(), Decimal(0)) for topic, parts in topics().items()}
    whole = sum(sums.values(), Decimal(0))
    parts = (
        [YEAR, money(whole, language)] if language == TURKISH else [money(whole, language), YEAR]
    )
    parts.append(number(len(sums), language))
    for topic in list(sums)[:3]:
        told = [money(sums[topic], language), share(sums[topic], whole, language)]
        name = quoted(_name(topic, language))
        parts += [*told, name] if language == TURKISH else [name, *told]
    table = [
        (
            topic,
            _name(topic, language),
            kurus(sums[topic]),
            sum(kind == "activity" for kind, _ in topics()[topic]),
        )
        for topic in sums
    ]
    return Said(parts, ("topic", "name", "amount_kurus", "activities"), table)


def single(query: Mapping[str, str], language: str) -> Said:
    """What one topic is made of."""
    topic = query["konu"]
    own = topics()[topic]
    whole = sum(own.values(), Decimal(0))
    programme = sum((sum(parts.values()) for parts in topics().values()), Decimal(0))
    paid = [key for key, lira in own.items() if lira]
    name, told = quoted(_name(topic, language)), money(whole, language)
    parts = [YEAR, *([name, told] if language == TURKISH else [told, name])]
    parts.append(share(whole, programme, language))
    first = quoted(_part(paid[0], language))
    if len(paid) == 1:
        parts.append(first)
    else:
        parts += [number(len(paid), language), first, share(own[paid[0]], whole, language)]
    reasons = {(row["kind"], row["key"]): row for row in rows("topic_assignments")}
    names = {row["topic"]: _name(row["topic"], language) for row in rows("topics")}
    table = []
    for key, lira in own.items():
        judged = reasons.get(key, {})
        other = names.get(judged.get("other_topic", "")) if judged.get("topic") == topic else None
        table.append((*key, kurus(lira), other))
    return Said(parts, ("kind", "key", "amount_kurus", "other"), table)


def _presets() -> Sequence[Mapping[str, str]]:
    return [{"konu": topic} for topic in topics()]


ORACLES = {
    "konular": Oracle(every, lambda: ({},)),
    "konu": Oracle(single, _presets),
}
