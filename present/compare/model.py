"""Two aims, goals or spending units side by side: what is known of each, on one scale.

Pure: frames in, records out, no words of ours. Money is whole kuruş, ``None`` where nothing is
stated. A side's money is that of its activities; general administration belongs to no aim, goal or
unit.
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


class Kind(StrEnum):
    """What is compared; the values begin the codes of sides in addresses."""

    AIM = "amac"
    GOAL = "hedef"
    UNIT = "birim"


#: The column that holds a kind's key.
COLUMNS = {Kind.AIM: "aim", Kind.GOAL: "goal", Kind.UNIT: "spending_unit"}


@dataclass(frozen=True, slots=True)
class Named:
    """What can be compared: its code in addresses, its short words, its full words, and those that
    a list and a sentence have room for (empty where there are no others)."""

    code: str
    label: str
    words: str
    short: str = ""


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
    line is not there); ``ambition`` counts its indicators' words. ``label``, ``words`` and
    ``short`` are those of ``Named``.
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
    short: str = ""

    @property
    def amount_kurus(self) -> int | None:
        """Budget and off-budget together."""
        return add(self.budget_kurus, self.off_budget_kurus)

    @property
    def indicators(self) -> int:
        """How many indicators the side's goals have."""
        return self.ambition.total


@dataclass(frozen=True, slots=True)
class Whole:
    """What shares are of: all activities' money, the whole programme's, and the residents."""

    activities_kurus: int | None
    programme_kurus: int | None
    people: int | None


def code_of(kind: Kind, key: object) -> str:
    """``amac-1``, ``hedef-6``, ``birim-fen-isleri``."""
    return f"{kind}-{key}"


@dataclass(frozen=True, slots=True)
class Pair:
    """The two codes that are compared; ``is_asked`` says whether they are what was asked for."""

    kind: Kind
    first: str
    second: str
    is_asked: bool


def ranked(
    lines: pd.DataFrame, options: Mapping[Kind, Sequence[Named]]
) -> dict[Kind, tuple[str, ...]]:
    """The codes of each kind by money, the largest first: what is compared where nobody chose.

    ``lines``: the budget lines. Equals stand in the order of ``options``.
    """
    by_kind = {}
    for kind, named in options.items():
        sums = lines.groupby(COLUMNS[kind])["amount_kurus"].sum()
        amounts = {code_of(kind, key): int(amount) for key, amount in sums.items()}
        codes = (option.code for option in named)
        by_kind[kind] = tuple(sorted(codes, key=lambda code: -amounts.get(code, 0)))
    return by_kind


def pair(asked: Sequence[str], codes: Mapping[Kind, Sequence[str]], usual: Kind) -> Pair | None:
    """The pair that codes of an address stand for; ``None`` where nothing can be compared.

    ``codes``: those of each kind. The first known code decides the kind, ``usual`` where none is
    known. What is missing, of another kind, or the same twice is filled in with the kind's first
    one that is not yet in the pair.
    """
    if not codes:
        return None
    kinds = {code: kind for kind, of_kind in codes.items() for code in of_kind}
    known = [code for code in asked if code in kinds]
    kind = kinds[known[0]] if known else (usual if usual in codes else next(iter(codes)))
    chosen = list(dict.fromkeys(code for code in known if kinds[code] is kind))[:2]
    is_asked = len(chosen) == 2 and list(asked) == chosen
    chosen += [code for code in codes[kind] if code not in chosen]
    return Pair(kind, chosen[0], chosen[1], is_asked)


def lines_of(code: str, lines: pd.DataFrame) -> pd.DataFrame:
    """The budget lines of the side that ``code`` names, in their order."""
    kind, _, key = code.partition("-")
    return lines[lines[COLUMNS[Kind(kind)]].astype(str) == key]


def side(code: str, frames: Frames, options: Mapping[Kind, Collection[Named]]) -> Side:
    """The side that ``code`` names. Raises ``StopIteration`` for a code of no option."""
    kind, named = next(
        (kind, option)
        for kind, of_kind in options.items()
        for option in of_kind
        if option.code == code
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
        short=named.short,
        budget_kurus=budget,
        off_budget_kurus=add(*(stated(amount) for amount in by_fund.values())),
        activities=len(activities),
        goals=len(goals),
        units=activities["spending_unit"].nunique(),
        codes={
            (str(fund), str(line)): stated(amount)
            for (fund, line), amount in zip(by_line.index, by_line, strict=True)
        },
        ambition=summarise(
            indicator.assessment for indicator in frames.indicators if indicator.goal in goals
        ),
    )
