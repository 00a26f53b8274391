"""The plain topics that money goes to: what each of them is made of, which goals lie in it.

Pure: frames of ``db.queries`` in, whole kuruş out. Which thing goes to which topic is judged
(``topics.toml``); all amounts are the document's. Money that nobody gave a topic makes one of its
own (``UNJUDGED``), so that all together are the programme's activities and general administration.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kbb_data.topics import ACTIVITY, GENERAL, Assigned, topic_of
from present.budget.breakdown import general_administration
from present.budget.model import BUDGET, UNSTATED, add, stated

#: The slug of the money that nobody gave a topic.
UNJUDGED = "belirlenmemis"


@dataclass(frozen=True, slots=True)
class Part:
    """What goes to a topic from one activity, or from one line of general administration.

    ``kind`` and ``key`` are those of an assignment; ``name`` is the document's, ``short`` what
    charts call it; ``unit`` and ``unit_name`` are ``None`` where no unit is named, and of general
    administration. Amounts are what of it goes to this topic, ``None`` where nothing is stated.
    ``reasons`` say why, and ``other`` is the slug of the topic to which it could go as well.
    """

    kind: str
    key: str
    name: str
    short: str
    unit: str | None
    unit_name: str | None
    budget_kurus: int | None
    off_budget_kurus: int | None
    reasons: tuple[str, ...]
    other: str | None = None

    @property
    def amount_kurus(self) -> int | None:
        """The budget's money and the other together."""
        return add(self.budget_kurus, self.off_budget_kurus)


@dataclass(frozen=True, slots=True)
class GoalShare:
    """A goal with activities in a topic: how many of them, and how many it has in all."""

    goal: int
    here: int
    activities: int

    @property
    def is_own(self) -> bool:
        """Whether more than half of the goal's activities lie in the topic."""
        return self.here * 2 > self.activities


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: names in both languages (English may lack), what its money buys, its parts with the
    largest first, and the goals whose activities lie in it, in their order."""

    slug: str
    name: str
    name_en: str | None
    purpose: str
    purpose_en: str | None
    parts: tuple[Part, ...]
    goals: tuple[GoalShare, ...] = ()

    @property
    def amount_kurus(self) -> int | None:
        """What goes to it; ``None`` where nothing is stated."""
        return add(*(part.amount_kurus for part in self.parts))

    @property
    def units(self) -> list[tuple[str, str, int]]:
        """The units that spend its money: slug, name and kuruş, the largest first."""
        names: dict[str, str] = {}
        sums: Counter[str] = Counter()
        for part in self.parts:
            if part.unit is not None and part.amount_kurus:
                names[part.unit] = str(part.unit_name)
                sums[part.unit] += part.amount_kurus
        return [(unit, names[unit], amount) for unit, amount in sums.most_common()]


@dataclass(slots=True)
class _Sum:
    """A part while it is added up."""

    budget: int | None = None
    off_budget: int | None = None
    #: What decided, in the order in which it was met.
    by: dict[Assigned, None] | None = None


def read(
    topics: pd.DataFrame, assignments: pd.DataFrame, lines: pd.DataFrame, needs: pd.DataFrame
) -> tuple[Topic, ...]:
    """Every topic, the one with most money first; none where nobody judged any.

    ``topics`` and ``assignments`` are answers of ``db.queries.topics`` and ``topic_assignments``,
    ``lines`` of ``budget_lines``, ``needs`` of ``resource_needs``. What nobody gave a topic is the
    last one, where it has money.
    """
    if topics.empty:
        return ()
    judged = {(row["kind"], row["key"]): row for row in _records(assignments)}
    assigned = assigned_of(assignments)
    sums = _sums(lines, needs, assigned)
    things = {**_activities(lines), **_general(needs)}
    goals = _goals(lines, assigned)
    parts: dict[str, list[Part]] = {}
    for (topic, place), own in sums.items():
        rows = [judged[key] for key in own.by or () if key in judged]
        named = (row["other_topic"] for row in rows if isinstance(row["other_topic"], str))
        parts.setdefault(topic, []).append(
            Part(
                place[0],
                place[1],
                *things[place],
                own.budget,
                own.off_budget,
                tuple(row["reason"] for row in rows),
                next(named, None),
            )
        )
    found = [
        Topic(
            row["topic"],
            row["name"],
            row["name_en"],
            row["purpose"],
            row["purpose_en"],
            _ordered(parts.get(row["topic"], ())),
            goals.get(row["topic"], ()),
        )
        for row in _records(topics)
    ]
    found.sort(key=lambda topic: -(topic.amount_kurus or 0))
    rest = Topic(UNJUDGED, "", None, "", None, _ordered(parts.get(UNJUDGED, ())))
    return (*found, rest) if rest.amount_kurus else tuple(found)


def _ordered(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The largest first, of the same money as the document has them; unstated ones last."""
    return tuple(
        sorted(parts, key=lambda part: (part.amount_kurus is None, -(part.amount_kurus or 0)))
    )


def _sums(
    lines: pd.DataFrame, needs: pd.DataFrame, assigned: Mapping[Assigned, str]
) -> dict[tuple[str, Assigned], _Sum]:
    """What of each thing goes to each topic. An activity stands in its own topic also with nothing,
    elsewhere only with money."""
    sums: dict[tuple[str, Assigned], _Sum] = {}

    def put(place: Assigned, code: str, fund: str, amount: int | None) -> None:
        number = int(place[1]) if place[0] == ACTIVITY else None
        by, topic = topic_of(number, code, assigned)
        is_elsewhere = by != place
        if (is_elsewhere or topic is None) and not amount:
            return
        own = sums.setdefault((topic or UNJUDGED, place), _Sum(by={}))
        # What decided about money is told; of an activity without any that it lies here.
        own.by = {**(own.by or {}), by: None}
        if fund == BUDGET:
            own.budget = add(own.budget, amount)
        else:
            own.off_budget = add(own.off_budget, amount)

    for row in _records(lines):
        amount = stated(row["amount_kurus"])
        put((ACTIVITY, str(row["activity"])), _code(row), row["fund"], amount)
    for row in _records(general_administration(needs)):
        put((GENERAL, row["line"]), row["line"], row["fund"], stated(row["amount_kurus"]))
    return sums


#: What a thing is called, in full and short, and the unit that answers for it.
_Named = tuple[str, str, str | None, str | None]


def _activities(lines: pd.DataFrame) -> dict[Assigned, _Named]:
    """Names and unit of each activity."""
    return {
        (ACTIVITY, str(row["activity"])): (
            row["activity_name"],
            row["activity_short"],
            row["spending_unit"] if isinstance(row["spending_unit"], str) else None,
            row["unit_name"] if isinstance(row["unit_name"], str) else None,
        )
        for row in _records(lines.drop_duplicates("activity"))
    }


def _general(needs: pd.DataFrame) -> dict[Assigned, _Named]:
    """The label of each line of general administration; no unit has it."""
    return {
        (GENERAL, row["line"]): (row["name"], row["name"], None, None)
        for row in _records(general_administration(needs))
    }


def _records(frame: pd.DataFrame) -> list[dict[Any, Any]]:
    return frame.to_dict("records")


def _code(line: Mapping[Any, Any]) -> str:
    """The economic code of a budget line; empty off the budget, and where none is printed."""
    return line["line"] if line["fund"] == BUDGET and line["line"] != UNSTATED else ""


def assigned_of(assignments: pd.DataFrame) -> dict[Assigned, str]:
    """The topic of each thing that has one, by kind and key."""
    columns = (assignments[name].tolist() for name in ("kind", "key", "topic"))
    return {(kind, key): topic for kind, key, topic in zip(*columns, strict=True)}


def _goals(
    lines: pd.DataFrame, assigned: Mapping[Assigned, str]
) -> dict[str, tuple[GoalShare, ...]]:
    """The goals whose activities lie in each topic, in their order."""
    whole: Counter[int] = Counter()
    here: Counter[tuple[str, int]] = Counter()
    for row in _records(lines.drop_duplicates("activity")):
        whole[row["goal"]] += 1
        topic = assigned.get((ACTIVITY, str(row["activity"])))
        if topic is not None:
            here[topic, row["goal"]] += 1
    found: dict[str, list[GoalShare]] = {}
    for (topic, goal), count in sorted(here.items(), key=lambda item: item[0][1]):
        found.setdefault(topic, []).append(GoalShare(goal, count, whole[goal]))
    return {topic: tuple(goals) for topic, goals in found.items()}


def cells(lines: pd.DataFrame, assigned: Mapping[Assigned, str], slug: str) -> pd.DataFrame:
    """The budget lines that go to the topic of that slug."""
    wanted = None if slug == UNJUDGED else slug
    is_here = [
        topic_of(row["activity"], _code(row), assigned)[1] == wanted for row in _records(lines)
    ]
    return lines[is_here]
