"""Which money goes to which plain topic: the same for who judges it and for who shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kbb_data.rows import Row, Tables
from kbb_data.schema import ECONOMIC_CODES, OFF_BUDGET_SOURCES

#: What an assignment names, as ``topic_assignments.kind`` says it.
ACTIVITY, CODE, GENERAL = "activity", "code", "general"
#: The lines of table 2.5 that are no total.
LINES = (*ECONOMIC_CODES, *OFF_BUDGET_SOURCES)

#: What is assigned: kind and key.
Assigned = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """A stated amount in kuruş: an activity's by economic code (empty off the budget, and where the
    document prints none), or a line's of general administration, whose ``activity`` is ``None``."""

    activity: int | None
    code: str
    kurus: int


def topic_of(
    activity: int | None, code: str, assigned: Mapping[Assigned, str]
) -> tuple[Assigned, str | None]:
    """What decides where a cell's money goes, and the topic; ``None`` where nobody judged it.

    A code that is a topic of its own goes before the activity in which it stands.
    """
    if activity is None:
        key = (GENERAL, code)
    else:
        key = (CODE, code) if (CODE, code) in assigned else (ACTIVITY, str(activity))
    return key, assigned.get(key)


def cells(tables: Tables) -> Iterator[Cell]:
    """Every stated amount of the programme once: those of the activities' tables of costs (their
    totals where a table prints no parts), and general administration by line."""
    costs, sources = tables["activity_costs"], tables["off_budget_resources"]
    for row in costs:
        if row["amount"] is not None:
            yield Cell(row["activity"], row["economic_code"], row["amount"])
    for row in sources:
        if row["amount"] is not None:
            yield Cell(row["activity"], "", row["amount"])
    for rows, fund in ((costs, "budget"), (sources, "off_budget")):
        told = {row["activity"] for row in rows}
        for row in tables["activities"]:
            if row["activity"] not in told and row[fund] is not None:
                yield Cell(row["activity"], "", row[fund])
    for row in tables["resource_needs"]:
        if row["line"] in LINES and row["general_administration"] is not None:
            yield Cell(None, row["line"], row["general_administration"])


def amounts(tables: Tables) -> dict[str | None, int]:
    """What goes to each topic that has something assigned, in kuruş; under ``None`` what nobody
    judged, where that is anything."""
    assigned = assignments(tables["topic_assignments"])
    totals: dict[str | None, int] = dict.fromkeys(assigned.values(), 0)
    for cell in cells(tables):
        topic = topic_of(cell.activity, cell.code, assigned)[1]
        if topic is not None or cell.kurus:
            totals[topic] = totals.get(topic, 0) + cell.kurus
    return totals


def assignments(rows: list[Row]) -> dict[Assigned, str]:
    """The topic of each thing that has one, by kind and key."""
    return {(row["kind"], row["key"]): row["topic"] for row in rows}


def unassigned(tables: Tables) -> tuple[list[int], list[str]]:
    """What nobody gave a topic: the activities, and the lines of general administration with
    money."""
    assigned = assignments(tables["topic_assignments"])
    activities = [
        row["activity"]
        for row in tables["activities"]
        if (ACTIVITY, str(row["activity"])) not in assigned
    ]
    lines = [
        cell.code
        for cell in cells(tables)
        if cell.activity is None and cell.kurus and (GENERAL, cell.code) not in assigned
    ]
    return activities, lines
