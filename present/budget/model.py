"""Budget lines grouped the ways that a visitor asks: frames, shares, per resident.

Pure: ``db.queries.budget_lines`` and ``resource_needs`` in, frames and whole kuruş out. No query,
no words for people (``present.budget.model.figures``), no page.

Money is whole kuruş (``Int64``); ``<NA>`` means that the document states nothing and is never
counted as zero: a sum over lines of which none is stated is ``<NA>`` itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Any

import pandas as pd

from kbb_data.schema import OFF_BUDGET_SOURCES
from kbb_data.turkish import fold, sort_key

#: ``fund`` of a budget line, as ``db.queries.budget_lines`` names it.
BUDGET = "budget"
OFF_BUDGET = "off_budget"

#: Key of the row that general administration makes beside aims.
GENERAL = "genel"


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

    ``unit`` is a spending unit's key, ``code`` an economic code, ``source`` an off-budget source.
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

    def without_place(self) -> Scope:
        """The scope without aim, goal and activity: what cuts across the plan stays."""
        return replace(self, aim=None, goal=None, activity=None)


@dataclass(frozen=True)
class Breakdown:
    """One scope's money by the rows of one view.

    ``rows``: one row an aim, goal ... (see ``ROW_COLUMNS``), in the document's order.
    ``whole_kurus``: the scope's money, the sum of the rows (and of what no row holds).
    ``programme_kurus``: the same kind of money over the whole programme, general administration
    included. Both are ``None`` where nothing is stated.

    ``beside_kurus``: money in ``whole_kurus`` that no row holds, because the document does not
    split it so: general administration among goals, activities and units, off-budget resources
    among economic codes. 0 where there is none.
    """

    view: View
    fund: Fund
    scope: Scope
    rows: pd.DataFrame
    whole_kurus: int | None
    programme_kurus: int | None
    beside_kurus: int


#: Columns of ``Breakdown.rows``: ``key`` (text for an address), ``number`` (the document's number
#: of an aim, goal or activity, else ``<NA>``), ``name`` (``None`` for a source, whose words are in
#: the text catalogue), ``aim`` (whose colour it bears; ``<NA>`` across aims), ``activities`` (how
#: many activities stand behind it), ``budget_kurus``, ``off_budget_kurus`` and ``general_kurus``
#: (three parts that don't overlap), ``amount_kurus`` (what of them the fund counts),
#: ``is_general`` (general administration's own row).
ROW_COLUMNS = (
    "key",
    "number",
    "name",
    "aim",
    "activities",
    "budget_kurus",
    "off_budget_kurus",
    "general_kurus",
    "amount_kurus",
    "is_general",
)

_COLUMNS = {
    View.AIM: ("aim", "aim_short"),
    View.GOAL: ("goal", "goal_statement"),
    View.ACTIVITY: ("activity", "activity_name"),
    View.UNIT: ("spending_unit", "unit_name"),
}
_NUMBERED = {View.AIM, View.GOAL, View.ACTIVITY}


def total(amounts: pd.Series[int]) -> int | None:
    """The sum of stated amounts; ``None`` where none is stated."""
    known = amounts.dropna()
    return int(known.sum()) if len(known) else None


def add(*amounts: int | None) -> int | None:
    """The sum of the stated amounts; ``None`` where none is stated."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def select(lines: pd.DataFrame, scope: Scope, fund: Fund = Fund.BOTH) -> pd.DataFrame:
    """The budget lines of a scope and fund, in their order; general administration has none."""
    kept = pd.Series(not scope.general, index=lines.index)
    for column, value in (
        ("aim", scope.aim),
        ("goal", scope.goal),
        ("activity", scope.activity),
        ("spending_unit", scope.unit),
    ):
        if value is not None:
            kept &= lines[column] == value
    if scope.code is not None:
        kept &= (lines["fund"] == BUDGET) & (lines["line"] == scope.code)
    if scope.source is not None:
        kept &= (lines["fund"] == OFF_BUDGET) & (lines["line"] == scope.source)
    if fund is Fund.BUDGET:
        kept &= lines["fund"] == BUDGET
    elif fund is Fund.OFF_BUDGET:
        kept &= lines["fund"] == OFF_BUDGET
    return lines[kept]


def general_administration(needs: pd.DataFrame) -> pd.DataFrame:
    """General administration by line of table 2.5: ``line``, ``name``, ``fund``, ``amount_kurus``,
    ``source_section``, ``source_line``; one row an economic code or off-budget source.

    Empty for no table; the table's own totals are left out, so that the rows add up once.
    """
    sources = needs["line"].isin(OFF_BUDGET_SOURCES)
    codes = needs["line"].astype(str).str.fullmatch(r"\d\d").astype(bool)
    kept = needs[sources | codes]
    return pd.DataFrame(
        {
            "line": kept["line"],
            "name": kept["label"],
            "fund": kept["line"].isin(OFF_BUDGET_SOURCES).map({True: OFF_BUDGET, False: BUDGET}),
            "amount_kurus": kept["general_administration_kurus"].astype("Int64"),
            "source_section": kept["source_section"],
            "source_line": kept["source_line"],
        }
    ).reset_index(drop=True)


def _general_of(needs: pd.DataFrame, scope: Scope, fund: Fund) -> pd.DataFrame:
    """General administration's lines within a scope: all, or one code's or source's, or none."""
    lines = general_administration(needs)
    if scope.activity is not None or scope.goal is not None or scope.aim is not None or scope.unit:
        return lines.iloc[:0]
    kept = pd.Series(True, index=lines.index)
    if scope.code is not None:
        kept &= (lines["fund"] == BUDGET) & (lines["line"] == scope.code)
    if scope.source is not None:
        kept &= (lines["fund"] == OFF_BUDGET) & (lines["line"] == scope.source)
    if fund is not Fund.BOTH:
        kept &= lines["fund"] == (BUDGET if fund is Fund.BUDGET else OFF_BUDGET)
    return lines[kept]


def breakdown(
    lines: pd.DataFrame,
    needs: pd.DataFrame,
    view: View,
    scope: Scope | None = None,
    fund: Fund = Fund.BOTH,
) -> Breakdown:
    """A scope's money by the rows of a view.

    Every aim, goal, activity or unit within the scope gets a row, also where its amount is zero.
    General administration is a row of its own among aims and a part of each row among economic
    codes and sources; where the document does not split it, it stands in ``beside_kurus``.
    With no lines at all the rows are empty.
    """
    scope = scope or Scope()
    within = select(lines, scope)
    general = _general_of(needs, scope, fund)
    whole = add(
        total(select(within, Scope(), fund)["amount_kurus"]), total(general["amount_kurus"])
    )
    programme = add(
        total(select(lines, Scope(), fund)["amount_kurus"]),
        total(_general_of(needs, Scope(), fund)["amount_kurus"]),
    )
    rows = _rows(within, general, view, fund)
    beside = 0
    if view in (View.GOAL, View.ACTIVITY, View.UNIT):
        beside = total(general["amount_kurus"]) or 0
    elif view is View.CODE and fund is not Fund.BUDGET:
        beside = total(select(within, Scope(), Fund.OFF_BUDGET)["amount_kurus"]) or 0
    return Breakdown(view, fund, scope, rows, whole, programme, beside)


@dataclass(slots=True)
class _Row:
    """A row while it is added up; amounts are ``None`` until one is stated."""

    name: object
    aims: set[int]
    activities: set[int]
    budget: int | None = None
    off_budget: int | None = None
    general: int | None = None
    is_general: bool = False


def _rows(lines: pd.DataFrame, general: pd.DataFrame, view: View, fund: Fund) -> pd.DataFrame:
    """One pass over the lines, then one over general administration's."""
    found: dict[str, _Row] = {}
    is_plan = view not in (View.CODE, View.SOURCE)
    key_column, name_column = _COLUMNS.get(view, ("line", "line_name"))
    for line in zip(
        lines[key_column].tolist(),
        lines[name_column].tolist(),
        lines["aim"].tolist(),
        lines["activity"].tolist(),
        lines["fund"].tolist(),
        lines["amount_kurus"].tolist(),
        strict=True,
    ):
        key, name, aim, activity, paid_from, cell = line
        if not is_plan:
            if not _counts(paid_from, view, fund):
                continue
            if view is View.SOURCE and paid_from == BUDGET:
                key, name = BUDGET, None
        row = found.setdefault(str(key), _Row(name, set(), set()))
        amount = stated(cell)
        row.aims.add(aim)
        if is_plan or amount:
            row.activities.add(activity)
        if paid_from == BUDGET:
            row.budget = add(row.budget, amount)
        else:
            row.off_budget = add(row.off_budget, amount)
    for need in general.itertuples():
        amount = stated(need.amount_kurus)
        if is_plan:
            if view is View.AIM and total(general["amount_kurus"]):
                row = found.setdefault(GENERAL, _Row(None, set(), set(), is_general=True))
                row.general = add(row.general, amount)
        elif _counts(str(need.fund), view, fund):
            is_budget = view is View.SOURCE and need.fund == BUDGET
            key, name = (BUDGET, None) if is_budget else (str(need.line), need.name)
            row = found.setdefault(key, _Row(name, set(), set()))
            row.general = add(row.general, amount)
    return _frame(found, view, fund)


def _counts(paid_from: str, view: View, fund: Fund) -> bool:
    """Whether a line belongs to a view by code (the budget alone has codes) or by source."""
    if fund is not Fund.BOTH and paid_from != (BUDGET if fund is Fund.BUDGET else OFF_BUDGET):
        return False
    return view is View.SOURCE or paid_from == BUDGET


def _frame(found: dict[str, _Row], view: View, fund: Fund) -> pd.DataFrame:
    keys = sorted(found, key=_PLACES[view])
    rows = [found[key] for key in keys]
    amounts = [_amount(row, fund) for row in rows]

    def money(values: Sequence[int | None]) -> pd.Series[int]:
        return pd.Series(list(values), dtype="Int64")

    is_numbered = view in _NUMBERED
    return pd.DataFrame(
        {
            "key": pd.Series(keys, dtype="object"),
            "number": money(
                [
                    int(key) if is_numbered and not row.is_general else None
                    for key, row in zip(keys, rows, strict=True)
                ]
            ),
            "name": pd.Series([row.name for row in rows], dtype="object"),
            "aim": money(
                [min(row.aims) if is_numbered and len(row.aims) == 1 else None for row in rows]
            ),
            "activities": pd.Series([len(row.activities) for row in rows], dtype="int64"),
            "budget_kurus": money([row.budget for row in rows]),
            "off_budget_kurus": money([row.off_budget for row in rows]),
            "general_kurus": money([row.general for row in rows]),
            "amount_kurus": money(amounts),
            "is_general": pd.Series([row.is_general for row in rows], dtype="bool"),
        },
        columns=list(ROW_COLUMNS),
    )


def _amount(row: _Row, fund: Fund) -> int | None:
    """What the fund counts of a row; general administration's part is the budget's."""
    if fund is Fund.OFF_BUDGET:
        return row.off_budget
    if fund is Fund.BUDGET:
        return add(row.budget, row.general)
    return add(row.budget, row.off_budget, row.general)


def _number_place(key: str) -> tuple[int, int]:
    return (1, 0) if key == GENERAL else (0, int(key))


def _source_place(key: str) -> tuple[int, str]:
    """The budget first, then the off-budget sources as the document orders them."""
    if key in OFF_BUDGET_SOURCES:
        return (1 + OFF_BUDGET_SOURCES.index(key), key)
    return (0, key)


_PLACES: dict[View, Callable[[str], Any]] = {
    View.AIM: _number_place,
    View.GOAL: _number_place,
    View.ACTIVITY: _number_place,
    View.UNIT: lambda key: 0,  # units stand as the activities name them first
    View.CODE: str,
    View.SOURCE: _source_place,
}


def share(amount_kurus: int | None, whole_kurus: int | None) -> float | None:
    """``amount`` as a part of ``whole`` (0 to 1); ``None`` where one is blank or the whole is 0."""
    if amount_kurus is None or not whole_kurus:
        return None
    return float(Fraction(amount_kurus, whole_kurus))


def stated(amount: object) -> int | None:
    """A cell of a money column as an integer; ``<NA>`` becomes ``None``."""
    return None if amount is pd.NA or amount is None else int(str(amount))


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
    text = " ".join(fold(each) for each in texts)
    return all(word in text for word in fold(query).split())


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


def code_differences(lines: pd.DataFrame, needs: pd.DataFrame) -> pd.DataFrame:
    """Economic codes whose cost tables do not add up to table 2.5.

    One row a code: ``line``, ``name``, ``added_kurus`` (cost tables), ``stated_kurus`` (table
    2.5), ``difference_kurus`` (added less stated). Empty where all agree.
    """
    added = (
        lines[lines["fund"] == BUDGET]
        .groupby("line")["amount_kurus"]
        .agg(lambda amounts: total(amounts) or 0)
    )
    rows = []
    for need in needs.itertuples():
        printed = stated(need.activities_kurus)
        line = str(need.line)
        if line in OFF_BUDGET_SOURCES or not line.isdigit() or printed is None:
            continue
        sum_kurus = int(added.get(line, 0))
        if sum_kurus != printed:
            rows.append((line, need.label, sum_kurus, printed, sum_kurus - printed))
    return pd.DataFrame(
        rows, columns=["line", "name", "added_kurus", "stated_kurus", "difference_kurus"]
    )


def part_of(amount: int | None, whole: int | None) -> float | None:
    """``share``, where 0 lira is no part of anything, of nothing as well."""
    return 0.0 if amount == 0 else share(amount, whole)
