"""Two aims, goals or spending units side by side: what is known of each, on one scale.

Pure: frames in, records and figures out. Money is whole kuruş, ``None`` where nothing is stated.
A side's money is that of its activities; general administration belongs to no aim, goal or unit.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from present.budget.model import BUDGET, Scope, add, select, stated, total
from present.indicators.ambition import Summary, summarise
from present.indicators.model import Indicator
from present.kit.text import t


class Kind(StrEnum):
    """What is compared; the values begin the codes of sides in addresses."""

    AIM = "amac"
    GOAL = "hedef"
    UNIT = "birim"


#: The column that holds a kind's key.
COLUMNS = {Kind.AIM: "aim", Kind.GOAL: "goal", Kind.UNIT: "spending_unit"}


@dataclass(frozen=True, slots=True)
class Named:
    """What can be compared: its code in addresses, its short words, its full words."""

    code: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Frames:
    """What sides are read from: frames of ``db.queries`` and the indicators' records."""

    aims: pd.DataFrame
    goals: pd.DataFrame
    units: pd.DataFrame
    activities: pd.DataFrame
    lines: pd.DataFrame
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class Side:
    """One side of a comparison.

    ``kind`` and ``key`` (the number, or a unit's slug) say what it is; ``codes`` is its money by
    economic code and off-budget source (``None``: a line without a stated amount; what has no
    line is not there); ``ambition`` counts its indicators' words.
    """

    kind: Kind
    key: str
    label: str
    words: str
    budget_kurus: int | None
    off_budget_kurus: int | None
    activities: int
    goals: int
    units: int
    codes: Mapping[tuple[str, str], int | None]
    ambition: Summary

    @property
    def amount_kurus(self) -> int | None:
        """Budget and off-budget together."""
        return add(self.budget_kurus, self.off_budget_kurus)

    @property
    def indicators(self) -> int:
        """How many indicators the side's goals have."""
        return self.ambition.total


def code_of(kind: Kind, key: object) -> str:
    """``amac-1``, ``hedef-6``, ``birim-fen-isleri``."""
    return f"{kind}-{key}"


def options(frames: Frames) -> dict[Kind, tuple[Named, ...]]:
    """What can be compared, by kind in the document's order (units in that of the alphabet).

    Kinds with fewer than two are left out: there is nothing to compare.
    """
    found = {
        Kind.AIM: tuple(
            Named(
                code_of(Kind.AIM, row.aim),
                t("compare.aim_label", number=row.aim, name=row.short_name),
                str(row.statement),
            )
            for row in frames.aims.itertuples()
        ),
        Kind.GOAL: tuple(
            Named(
                code_of(Kind.GOAL, row.goal),
                t("compare.goal_label", number=row.goal),
                str(row.statement),
            )
            for row in frames.goals.itertuples()
        ),
        Kind.UNIT: tuple(
            Named(code_of(Kind.UNIT, row.spending_unit), str(row.short_name), str(row.name))
            for row in frames.units.itertuples()
        ),
    }
    return {kind: each for kind, each in found.items() if len(each) > 1}


@dataclass(frozen=True, slots=True)
class Pair:
    """The two codes that are compared; ``is_asked`` says whether they are what was asked for."""

    kind: Kind
    first: str
    second: str
    is_asked: bool


def ranked(frames: Frames, there: Mapping[Kind, Sequence[Named]]) -> dict[Kind, tuple[str, ...]]:
    """The codes of each kind by money, the largest first: what is compared where nobody chose."""
    found = {}
    for kind, each in there.items():
        sums = frames.lines.groupby(COLUMNS[kind])["amount_kurus"].sum()
        amounts = {code_of(kind, key): int(amount) for key, amount in sums.items()}
        found[kind] = tuple(
            sorted((one.code for one in each), key=lambda code: -amounts.get(code, 0))
        )
    return found


def pair(asked: Sequence[str], there: Mapping[Kind, Sequence[str]], wanted: Kind) -> Pair | None:
    """The pair that codes of an address stand for; ``None`` where nothing can be compared.

    ``there``: the codes of each kind. The first known code decides the kind, ``wanted`` where none
    is known. What is missing, of another kind, or the same twice is filled in with the kind's
    first one that is not there yet.
    """
    if not there:
        return None
    kinds = {code: kind for kind, codes in there.items() for code in codes}
    known = [code for code in asked if code in kinds]
    kind = kinds[known[0]] if known else (wanted if wanted in there else next(iter(there)))
    chosen = list(dict.fromkeys(code for code in known if kinds[code] is kind))[:2]
    is_asked = len(chosen) == 2 and list(asked) == chosen
    chosen += [code for code in there[kind] if code not in chosen]
    return Pair(kind, chosen[0], chosen[1], is_asked)


def side(code: str, frames: Frames, there: Mapping[Kind, Collection[Named]]) -> Side:
    """The side that ``code`` names. Raises ``StopIteration`` for a code that is not there."""
    kind, named = next(
        (kind, named) for kind, each in there.items() for named in each if named.code == code
    )
    key = code.removeprefix(f"{kind}-")
    column = COLUMNS[kind]
    value: Any = key if kind is Kind.UNIT else int(key)
    scope = {
        Kind.AIM: lambda: Scope(aim=value),
        Kind.GOAL: lambda: Scope(goal=value),
        Kind.UNIT: lambda: Scope(unit=value),
    }[kind]()
    lines = select(frames.lines, scope)
    activities = frames.activities[frames.activities[column] == value]
    goals = (
        set(activities["goal"])
        if kind is Kind.UNIT
        else set(frames.goals.loc[frames.goals[column] == value, "goal"])
    )
    by_line = lines.groupby(["fund", "line"], sort=False)["amount_kurus"].agg(total)
    by_fund = lines.groupby("fund", sort=False)["amount_kurus"].agg(total).to_dict()
    budget = stated(by_fund.pop(BUDGET, None))
    return Side(
        kind=kind,
        key=key,
        label=named.label,
        words=named.words,
        budget_kurus=budget,
        off_budget_kurus=add(*(stated(amount) for amount in by_fund.values())),
        activities=len(activities),
        goals=len(goals),
        units=activities["spending_unit"].nunique(),
        codes={
            (str(fund), str(line)): stated(amount)
            for (fund, line), amount in zip(by_line.index, by_line, strict=True)
        },
        ambition=summarise(one.assessment for one in frames.indicators if one.goal in goals),
    )
