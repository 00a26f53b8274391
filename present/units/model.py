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
from present.findings.subjects import Kind, Plan, Subject, subjects


class Order(StrEnum):
    """How the list of units is ordered; the values stand in addresses."""

    MONEY = "tutar"
    NAME = "ad"


@dataclass(frozen=True, slots=True)
class Unit:
    """One spending unit with what its activities cost.

    ``aliases`` are other spellings in the document. ``goals`` and ``activities`` are numbers, in
    their order; ``shared`` those of activities for which the document names it after another unit,
    whose money they are. ``amount_kurus`` is budget and off-budget together.
    """

    slug: str
    name: str
    short: str
    aliases: tuple[str, ...]
    goals: tuple[int, ...]
    activities: tuple[int, ...]
    budget_kurus: int | None
    off_budget_kurus: int | None
    shared: tuple[int, ...] = ()

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
            aliases=_parts(row["aliases"]),
            goals=_numbers(activities, row["spending_unit"], "goal"),
            activities=_numbers(activities, row["spending_unit"], "activity"),
            budget_kurus=_money(lines, row["spending_unit"], BUDGET),
            off_budget_kurus=_money(lines, row["spending_unit"], OFF_BUDGET),
            shared=_shared(activities, row["spending_unit"]),
        )
        for row in units.to_dict("records")
    )


def _parts(text: object) -> tuple[str, ...]:
    """What a cell holds that lists things between bars."""
    if not isinstance(text, str):
        return ()
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _shared(activities: pd.DataFrame, slug: object) -> tuple[int, ...]:
    """The activities that name the unit among the further ones that answer for them."""
    others = [slug in _parts(units) for units in activities["other_units"]]
    return tuple(int(number) for number in activities.loc[others, "activity"])


def _numbers(activities: pd.DataFrame, slug: object, column: str) -> tuple[int, ...]:
    numbers = activities.loc[activities["spending_unit"] == slug, column]
    return tuple(sorted({int(number) for number in numbers}))


def _money(lines: pd.DataFrame, slug: object, fund: str) -> int | None:
    is_counted = (lines["spending_unit"] == slug) & (lines["fund"] == fund)
    return total(lines.loc[is_counted, "amount_kurus"])


def ordered(units: Sequence[Unit], order: Order) -> tuple[Unit, ...]:
    """The units by money, the largest first and unstated last, or by Turkish name.

    Units of the same money stand by name.
    """
    by_name = sorted(units, key=lambda unit: sort_key(unit.name))
    if order is Order.NAME:
        return tuple(by_name)
    return tuple(
        sorted(by_name, key=lambda unit: (unit.amount_kurus is None, -(unit.amount_kurus or 0)))
    )


def goal_parts(slug: str, activities: pd.DataFrame, lines: pd.DataFrame) -> tuple[GoalPart, ...]:
    """The goals that a unit has activities in, by number; partners by money, the largest first.

    Partners of the same money stand in the order of their activities.
    """
    return tuple(
        _goal_part(slug, int(str(goal)), activities[activities["goal"] == goal], lines)
        for goal in sorted(set(activities.loc[activities["spending_unit"] == slug, "goal"]))
    )


def _goal_part(slug: str, goal: int, activities: pd.DataFrame, lines: pd.DataFrame) -> GoalPart:
    """The part of the unit ``slug`` in a goal, from the goal's activities and all lines."""
    goal_lines = lines[lines["goal"] == goal]
    unit_rows = activities[activities["spending_unit"] == slug]
    others = activities["spending_unit"].notna() & (activities["spending_unit"] != slug)
    partner_rows = activities[others]

    def amount(unit: object) -> int | None:
        return total(goal_lines.loc[goal_lines["spending_unit"] == unit, "amount_kurus"])

    partners = [
        Partner(partner, name, amount(partner))
        for partner, name in dict(
            zip(partner_rows["spending_unit"], partner_rows["unit_name"], strict=True)
        ).items()
    ]
    return GoalPart(
        goal=goal,
        statement=str(unit_rows["goal_statement"].iloc[0]),
        activities=tuple(sorted(int(number) for number in unit_rows["activity"])),
        amount_kurus=amount(slug),
        partners=tuple(sorted(partners, key=lambda partner: -(partner.amount_kurus or 0))),
    )


def touching(unit: Unit, findings: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """The rows of ``db.queries.findings`` on a unit, on its activities, and on its goals as a
    whole, in their order.

    What another unit's activity has in a shared goal is not the unit's.
    """
    subject = Subject(Kind.UNIT, unit.slug)
    goals = {Subject(Kind.GOAL, str(goal)) for goal in unit.goals}

    def touches(code: str) -> bool:
        touched = set(subjects(code, plan))
        is_of_units = any(item.kind is Kind.UNIT for item in touched)
        return subject in touched or (not is_of_units and bool(goals & touched))

    codes = [touches(code) for code in findings["finding"]]
    return findings[pd.Series(codes, index=findings.index, dtype=bool)]
