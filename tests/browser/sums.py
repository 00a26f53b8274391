"""Sums over the committed CSV files that share no code with what the pages show.

Nothing here imports the application: csv, decimal and a Turkish way of writing whole numbers.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

DATASET = Path(__file__).resolve().parents[2] / "kbb_data" / "2025"


def rows(table: str) -> list[dict[str, str]]:
    """Every row of ``table`` as the file holds it."""
    with (DATASET / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lira(text: str) -> Decimal:
    return Decimal(text) if text else Decimal(0)


def written(amount: Decimal | int) -> str:
    """ "14.822.074.000": a whole number with Turkish points."""
    whole = int(amount)
    assert whole == amount, "not a whole number of lira"
    return f"{whole:,}".replace(",", ".")


def by_goal() -> dict[str, Decimal]:
    """Budget and off-budget lira of each goal, added up from the lines of its activities."""
    goal_of = {row["activity"]: row["goal"] for row in rows("activities")}
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows("activity_costs") + rows("off_budget_resources"):
        totals[goal_of[row["activity"]]] += lira(row["amount"])
    return dict(totals)


def by_aim() -> dict[str, Decimal]:
    """Lira of each aim, added up from its goals."""
    aim_of_objective = {row["objective"]: row["aim"] for row in rows("objectives")}
    aim_of = {row["goal"]: aim_of_objective[row["objective"]] for row in rows("goals")}
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for goal, amount in by_goal().items():
        totals[aim_of[goal]] += amount
    return dict(totals)


def by_activity() -> dict[str, Decimal]:
    """Lira of each activity, added up from its economic codes and off-budget sources."""
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows("activity_costs") + rows("off_budget_resources"):
        totals[row["activity"]] += lira(row["amount"])
    return dict(totals)


def by_unit() -> dict[str, Decimal]:
    """Lira of each spending unit, added up from its activities."""
    unit_of = {row["activity"]: row["spending_unit"] for row in rows("activities")}
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for activity, amount in by_activity().items():
        totals[unit_of[activity]] += amount
    return dict(totals)


def by_code() -> dict[str, Decimal]:
    """Budget lira of all activities under each economic code."""
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows("activity_costs"):
        totals[row["economic_code"]] += lira(row["amount"])
    return dict(totals)


def general_administration() -> Decimal:
    """General administration's lira, as table 2.5 totals it."""
    for row in rows("resource_needs"):
        if row["line"] == "total":
            return lira(row["general_administration"])
    raise LookupError("resource_needs.csv has no line 'total'")


def residents() -> int:
    """People in the sixteen districts, added up from the register's file."""
    found = sorted((DATASET.parent / "geo").rglob("*districts*.csv"))
    with found[0].open(encoding="utf-8", newline="") as file:
        return sum(int(row["population_2023"]) for row in csv.DictReader(file))


def by_topic() -> dict[str, Decimal]:
    """Lira of each plain topic, added up from the lines of activities and of general
    administration that are judged to be its."""
    topic_of = {(row["kind"], row["key"]): row["topic"] for row in rows("topic_assignments")}
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows("activity_costs") + rows("off_budget_resources"):
        own = topic_of[("activity", row["activity"])]
        totals[topic_of.get(("code", row.get("economic_code", "")), own)] += lira(row["amount"])
    for row in rows("resource_needs"):
        if amount := row["line"].isdecimal() and lira(row["general_administration"]):
            totals[topic_of[("general", row["line"])]] += amount
    return dict(totals)


def topic_names() -> dict[str, str]:
    """The plain topics' Turkish names."""
    return {row["topic"]: row["name"] for row in rows("topics")}


def by_committee() -> dict[str, Decimal]:
    """Lira of what each committee deals with: activities of its goals and its own, each once."""
    goal_of = {row["activity"]: row["goal"] for row in rows("activities")}
    scopes: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows("committee_scopes"):
        scopes[row["committee"]].add((row["kind"], row["key"]))
    return {
        committee: sum(
            (
                amount
                for activity, amount in by_activity().items()
                if {("activity", activity), ("goal", goal_of[activity])} & scope
            ),
            Decimal(0),
        )
        for committee, scope in scopes.items()
    }
