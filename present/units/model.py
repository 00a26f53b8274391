"""The spending units: what each does, what it costs, and with whom it shares its goals.

Pure: frames of ``db.queries`` in, records out. Money is whole kuruş; ``None`` means that the
document states nothing and is never counted as zero. A unit is what the document names as
responsible for an activity, so that its money is the money of its activities; general
administration and transfers are nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from kbb_data.turkish import sort_key
from present.budget.model import BUDGET, OFF_BUDGET, add, total


class Order(StrEnum):
    """How the list of units is ordered; the values stand in addresses."""

    MONEY = "tutar"
    NAME = "ad"


@dataclass(frozen=True, slots=True)
class Unit:
    """One spending unit with what its activities cost.

    ``aliases`` are other spellings in the document. ``goals`` and ``activities`` are numbers, in
    their order. ``amount_kurus`` is budget and off-budget together.
    """

    slug: str
    name: str
    short: str
    aliases: tuple[str, ...]
    goals: tuple[int, ...]
    activities: tuple[int, ...]
    budget_kurus: int | None
    off_budget_kurus: int | None
    section: str
    line: int

    @property
    def amount_kurus(self) -> int | None:
        """What the unit's activities cost; ``None`` where nothing is stated."""
        return add(self.budget_kurus, self.off_budget_kurus)

    @property
    def has_money(self) -> bool:
        """Whether the document plans any money for the unit's activities."""
        return bool(self.amount_kurus)


@dataclass(frozen=True, slots=True)
class Partner:
    """Another unit with activities in the same goal, and what they cost there."""

    slug: str
    name: str
    amount_kurus: int | None


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A unit's part in a goal: its activities, their money, who else has activities there."""

    goal: int
    statement: str
    activities: tuple[int, ...]
    amount_kurus: int | None
    partners: tuple[Partner, ...]


def read(units: pd.DataFrame, activities: pd.DataFrame, lines: pd.DataFrame) -> tuple[Unit, ...]:
    """All units, in the frame's order: ``spending_units``, ``activities`` and ``budget_lines``.

    A unit without activities is there with empty tuples and no amount.
    """
    return tuple(
        Unit(
            slug=row["spending_unit"],
            name=row["name"],
            short=row["short_name"],
            aliases=_aliases(row["aliases"]),
            goals=_numbers(activities, row["spending_unit"], "goal"),
            activities=_numbers(activities, row["spending_unit"], "activity"),
            budget_kurus=_money(lines, row["spending_unit"], BUDGET),
            off_budget_kurus=_money(lines, row["spending_unit"], OFF_BUDGET),
            section=str(row["source_section"]),
            line=int(row["source_line"]),
        )
        for row in units.to_dict("records")
    )


def _aliases(text: object) -> tuple[str, ...]:
    """The spellings that a cell of ``aliases`` holds, split at bars."""
    if not isinstance(text, str):
        return ()
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _numbers(activities: pd.DataFrame, slug: object, column: str) -> tuple[int, ...]:
    found = activities.loc[activities["spending_unit"] == slug, column]
    return tuple(sorted({int(number) for number in found}))


def _money(lines: pd.DataFrame, slug: object, fund: str) -> int | None:
    own = lines[(lines["spending_unit"] == slug) & (lines["fund"] == fund)]
    return total(own["amount_kurus"])


def ordered(units: Sequence[Unit], order: Order) -> tuple[Unit, ...]:
    """The units by money, the largest first and unstated last, or by Turkish name."""
    by_name = sorted(units, key=lambda one: sort_key(one.name))
    if order is Order.NAME:
        return tuple(by_name)
    return tuple(
        sorted(by_name, key=lambda one: (one.amount_kurus is None, -(one.amount_kurus or 0)))
    )


def goal_parts(slug: str, activities: pd.DataFrame, lines: pd.DataFrame) -> tuple[GoalPart, ...]:
    """The goals that a unit has activities in, by number; partners by money, the largest first."""
    own = activities[activities["spending_unit"] == slug]
    found = []
    for goal, rows in own.groupby("goal", sort=True):
        there = lines[lines["goal"] == goal]
        others = activities[(activities["goal"] == goal) & (activities["spending_unit"] != slug)]
        partners = [
            Partner(other, name, total(there.loc[there["spending_unit"] == other, "amount_kurus"]))
            for other, name in dict(
                zip(others["spending_unit"], others["unit_name"], strict=True)
            ).items()
        ]
        found.append(
            GoalPart(
                goal=int(str(goal)),
                statement=str(rows["goal_statement"].iloc[0]),
                activities=tuple(sorted(int(number) for number in rows["activity"])),
                amount_kurus=total(there.loc[there["spending_unit"] == slug, "amount_kurus"]),
                partners=tuple(sorted(partners, key=lambda one: -(one.amount_kurus or 0))),
            )
        )
    return tuple(found)
