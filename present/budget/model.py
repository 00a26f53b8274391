"""What money is counted by, and how amounts become sums, shares, orders and hundred lira.

Pure: frames of ``db.queries`` in, whole kuruş out. No query, no words for people, no page. What a
part of the programme is made of is ``present.budget.breakdown``.

Money is whole kuruş (``Int64``); ``<NA>`` means that the document states nothing and is never
counted as zero: a sum over lines of which none is stated is ``<NA>`` itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import pandas as pd

from kbb_data.turkish import fold, sort_key

#: ``fund`` of a budget line, as ``db.queries.budget_lines`` names it.
BUDGET = "budget"
OFF_BUDGET = "off_budget"

#: Key of the row that general administration makes beside aims.
GENERAL = "genel"

#: ``line`` of an amount whose economic code or off-budget source the document doesn't print, as
#: ``db.queries.budget_lines`` names it; here also the key of the unit that it doesn't name.
UNSTATED = "unstated"


class View(StrEnum):
    """What the rows of a breakdown are; the values stand in addresses."""

    AIM = "amac"
    GOAL = "hedef"
    ACTIVITY = "faaliyet"
    UNIT = "birim"
    CODE = "kod"
    SOURCE = "kaynak"


class Fund(StrEnum):
    """Which money is counted."""

    BOTH = "hepsi"
    BUDGET = "butce"
    OFF_BUDGET = "butce-disi"


class Measure(StrEnum):
    """In what an amount is told."""

    LIRA = "lira"
    SHARE = "pay"
    PER_HEAD = "kisi"


class Order(StrEnum):
    """How rows are ordered."""

    SIZE = "tutar"
    NAME = "ad"
    DOCUMENT = "sira"


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of the programme that is looked at; ``None`` narrows nothing.

    ``unit`` is a spending unit's key, ``code`` an economic code, ``source`` an off-budget source,
    each of them ``UNSTATED`` for the money of which the document doesn't state it.
    ``general`` means general administration alone, which has economic codes and nothing else.
    """

    aim: int | None = None
    goal: int | None = None
    activity: int | None = None
    unit: str | None = None
    code: str | None = None
    source: str | None = None
    general: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing narrows: the whole programme, general administration included."""
        return self == Scope()

    @property
    def is_numbered(self) -> bool:
        """Whether it is a goal or an activity, which titles tell by number alone."""
        return self.goal is not None or self.activity is not None


def are_stated(lines: pd.DataFrame, fund: str = "") -> bool:
    """Whether the document prints economic codes or sources for any of the lines, of one fund or
    of both; not for no lines."""
    own = lines if not fund else lines[lines["fund"] == fund]
    return bool((own["line"] != UNSTATED).any())


def total(amounts: pd.Series[int]) -> int | None:
    """The sum of stated amounts; ``None`` where none is stated."""
    known = amounts.dropna()
    return int(known.sum()) if len(known) else None


def add(*amounts: int | None) -> int | None:
    """The sum of the stated amounts; ``None`` where none is stated."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def stated(amount: object) -> int | None:
    """A cell of a money column as an integer; ``<NA>`` becomes ``None``."""
    return None if amount is pd.NA or amount is None else int(str(amount))


def share(amount_kurus: int | None, whole_kurus: int | None) -> float | None:
    """``amount`` as a part of ``whole`` (0 to 1); ``None`` where one is blank or the whole is 0."""
    if amount_kurus is None or not whole_kurus:
        return None
    return float(Fraction(amount_kurus, whole_kurus))


def part_of(amount: int | None, whole: int | None) -> float | None:
    """``share``, where 0 lira is no part of anything, of nothing as well."""
    return 0.0 if amount == 0 else share(amount, whole)


def select(lines: pd.DataFrame, scope: Scope, fund: Fund = Fund.BOTH) -> pd.DataFrame:
    """The budget lines of a scope and fund, in their order; general administration has none."""
    is_within = pd.Series(not scope.general, index=lines.index)
    for column, value in (
        ("aim", scope.aim),
        ("goal", scope.goal),
        ("activity", scope.activity),
        ("spending_unit", scope.unit),
    ):
        if value == UNSTATED:
            is_within &= lines[column].isna()
        elif value is not None:
            is_within &= lines[column] == value
    if scope.code is not None:
        is_within &= (lines["fund"] == BUDGET) & (lines["line"] == scope.code)
    if scope.source is not None:
        is_within &= (lines["fund"] == OFF_BUDGET) & (lines["line"] == scope.source)
    if fund is Fund.BUDGET:
        is_within &= lines["fund"] == BUDGET
    elif fund is Fund.OFF_BUDGET:
        is_within &= lines["fund"] == OFF_BUDGET
    return lines[is_within]


def ordered(rows: pd.DataFrame, order: Order, names: Sequence[str]) -> pd.DataFrame:
    """``rows`` ordered; ``names`` are their shown names, one a row.

    By size the largest comes first, unstated amounts last, equals in the document's order;
    general administration's own row always closes the list, because it stands beside the aims.
    """
    if order is Order.SIZE:
        keys = [
            (general, amount is None, -(amount or 0), place)
            for place, (general, amount) in enumerate(
                zip(rows["is_general"], map(stated, rows["amount_kurus"]), strict=True)
            )
        ]
    elif order is Order.NAME:
        spelled = [sort_key(name) for name in names]
        places = {key: place for place, key in enumerate(sorted(set(spelled)))}
        keys = [
            (general, False, places[name], place)
            for place, (general, name) in enumerate(zip(rows["is_general"], spelled, strict=True))
        ]
    else:
        keys = [(general, False, 0, place) for place, general in enumerate(rows["is_general"])]
    return rows.iloc[sorted(range(len(rows)), key=keys.__getitem__)]


def matches(query: str, *texts: str) -> bool:
    """Whether every word of ``query`` occurs in ``texts``, whatever case, dots and accents.

    An empty query matches everything.
    """
    folded = " ".join(fold(text) for text in texts)
    return all(word in folded for word in fold(query).split())


def apportion(amounts: Sequence[int], whole: int = 100) -> list[int]:
    """``whole`` split in proportion to ``amounts``, in whole parts that add up to it exactly.

    Largest remainder: each gets its quota rounded down, what is left goes to the largest
    remainders (equals: to the larger amount, then to the earlier one). Nothing to split by (no
    amounts, or all zero) gives zeros. Raises ``ValueError`` for a negative amount.
    """
    if any(amount < 0 for amount in amounts):
        raise ValueError("a negative amount cannot be a part of a whole")
    everything = sum(amounts)
    if not everything:
        return [0] * len(amounts)
    parts = [amount * whole // everything for amount in amounts]
    by_remainder = sorted(
        range(len(amounts)),
        key=lambda place: (-(amounts[place] * whole % everything), -amounts[place], place),
    )
    for place in by_remainder[: whole - sum(parts)]:
        parts[place] += 1
    return parts
