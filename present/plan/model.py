"""The programme's tree as records: aims, their objectives, goals, what they cost and promise.

Pure: frames of ``db.queries`` in, frozen records out. Money is whole kuruş, added up from the cost
tables of the activities; ``None`` means that nothing is stated and is never counted as zero.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from present.budget.model import BUDGET, OFF_BUDGET, add, total
from present.indicators.ambition import Assessment, Summary, summarise
from present.kit import writing


@dataclass(frozen=True, slots=True)
class Money:
    """What stands below a part of the plan: budget and off-budget, whole kuruş."""

    budget_kurus: int | None
    off_budget_kurus: int | None

    @property
    def amount_kurus(self) -> int | None:
        """Both together; ``None`` where neither is stated."""
        return add(self.budget_kurus, self.off_budget_kurus)


@dataclass(frozen=True, slots=True)
class Whole:
    """What shares are of, and how many people share it: the programme, kuruş and residents."""

    kurus: int | None
    people: int | None


@dataclass(frozen=True, slots=True)
class Goal:
    """A performance goal: its place in the tree, its words, its money and what belongs to it.

    ``short`` is its short name in the visit's language, the ``statement`` where it has none.
    ``activities`` are numbers, ``units`` slugs in the order of the activities, ``indicators`` codes
    such as ``6.2``. ``code_printed`` is the code that the document prints with it, where that is
    another one than its number; else empty.
    """

    number: int
    aim: int
    objective: str
    statement: str
    note: str | None
    money: Money
    activities: tuple[int, ...]
    units: tuple[str, ...]
    indicators: tuple[str, ...]
    section: str
    line: int
    code_printed: str = ""
    short: str = ""

    @property
    def own(self) -> list[str]:
        """The document's own words in its name: its statement where it has no short name."""
        return [self.statement] if self.short == self.statement else []


@dataclass(frozen=True, slots=True)
class Objective:
    """A strategic objective with its goals, or that of one sub-programme (``is_of_goal``).

    ``statement`` is empty where the document states none.
    """

    code: str
    aim: int
    statement: str
    goals: tuple[Goal, ...]

    @property
    def is_of_goal(self) -> bool:
        """Whether it stands with a single goal instead of above goals: a sub-programme's own."""
        return [self.code] == [str(goal.number) for goal in self.goals]


@dataclass(frozen=True, slots=True)
class Aim:
    """A strategic aim with its objectives; ``short`` is in the visit's language, ``statement``
    empty where the document states none, ``code_printed`` as a goal's."""

    number: int
    short: str
    name: str
    statement: str
    objectives: tuple[Objective, ...]
    money: Money
    code_printed: str = ""

    @property
    def goals(self) -> tuple[Goal, ...]:
        """All goals below the aim, in their order."""
        return tuple(goal for objective in self.objectives for goal in objective.goals)

    @property
    def activities(self) -> int:
        """How many activities stand below the aim."""
        return sum(len(goal.activities) for goal in self.goals)

    @property
    def indicators(self) -> tuple[str, ...]:
        """The codes of all indicators below the aim."""
        return tuple(code for goal in self.goals for code in goal.indicators)


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of ``db.queries`` that the tree is made from."""

    aims: pd.DataFrame
    objectives: pd.DataFrame
    goals: pd.DataFrame
    activities: pd.DataFrame
    indicators: pd.DataFrame
    lines: pd.DataFrame
    hierarchy: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame(columns=["level", "code", "code_printed"])
    )


def money_of(lines: pd.DataFrame) -> Money:
    """The money of budget lines."""
    return Money(
        *(total(lines.loc[lines["fund"] == fund, "amount_kurus"]) for fund in (BUDGET, OFF_BUDGET))
    )


def read(frames: Frames) -> tuple[Aim, ...]:
    """All aims in the document's order; none for a programme without any."""
    goals: dict[str, list[Goal]] = {}
    printed = _printed(frames.hierarchy, ("goal", "sub_programme"))
    for row in frames.goals.to_dict("records"):
        goal = _goal(row, frames, printed.get(str(row["goal"]), ""))
        goals.setdefault(row["objective"], []).append(goal)
    printed = _printed(frames.hierarchy, ("aim", "programme"))
    objectives: dict[int, list[Objective]] = {}
    for row in frames.objectives.to_dict("records"):
        objectives.setdefault(row["aim"], []).append(
            Objective(
                row["objective"],
                int(row["aim"]),
                _text(row["statement"]),
                tuple(goals.get(row["objective"], ())),
            )
        )
    return tuple(
        Aim(
            int(row["aim"]),
            row["short_name"],
            row["name"],
            _text(row["statement"]),
            tuple(objectives.get(row["aim"], ())),
            money_of(frames.lines[frames.lines["aim"] == row["aim"]]),
            printed.get(str(row["aim"]), ""),
        )
        for row in frames.aims.to_dict("records")
    )


def _printed(hierarchy: pd.DataFrame, levels: Collection[str]) -> dict[str, str]:
    """The codes that the document prints with the parts of some levels, by their numbers."""
    parts = hierarchy[hierarchy["level"].isin(levels) & hierarchy["code_printed"].notna()]
    return dict(zip(parts["code"], parts["code_printed"], strict=True))


def _text(cell: object) -> str:
    return str(cell) if writing.is_stated(cell) else ""


def _goal(row: Mapping[Hashable, Any], frames: Frames, code_printed: str) -> Goal:
    number = int(str(row["goal"]))
    activities = frames.activities[frames.activities["goal"] == number]
    indicators = frames.indicators[frames.indicators["goal"] == number]
    return Goal(
        number=number,
        aim=int(str(row["aim"])),
        objective=str(row["objective"]),
        statement=str(row["statement"]),
        note=str(row["note"]) if writing.is_stated(row["note"]) else None,
        money=money_of(frames.lines[frames.lines["goal"] == number]),
        activities=tuple(int(activity) for activity in activities["activity"]),
        units=tuple(dict.fromkeys(activities["spending_unit"].dropna())),
        indicators=tuple(f"{number}.{indicator}" for indicator in indicators["indicator"]),
        section=str(row["source_section"]),
        line=int(str(row["source_line"])),
        code_printed=code_printed,
        short=str(row["goal_short"]),
    )


def goals_of(aims: Sequence[Aim]) -> tuple[Goal, ...]:
    """All goals of all aims, in the document's order."""
    return tuple(goal for aim in aims for goal in aim.goals)


def summaries(aims: Sequence[Aim], assessments: Mapping[str, Assessment]) -> dict[int, Summary]:
    """What the targets of each aim's indicators ask, by the aim's number.

    ``assessments`` by the indicators' codes. Raises ``KeyError`` for an indicator without.
    """
    return {aim.number: summarise(assessments[code] for code in aim.indicators) for aim in aims}


def notes(goal: int, activities: pd.DataFrame) -> list[tuple[int, str]]:
    """The notes of the goal's activities: activity number and the document's words."""
    rows = activities[activities["goal"] == goal]
    return [
        (int(number), str(note))
        for number, note in zip(rows["activity"], rows["note"], strict=True)
        if writing.is_stated(note)
    ]
