"""A part of the programme by the rows of one view: what each costs, what no row holds.

Pure: ``db.queries.budget_lines`` and ``resource_needs`` in, frames and whole kuruş out. Money that
the document does not state stays apart from 0 (``present.budget.model``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kbb_data.schema import OFF_BUDGET_SOURCES
from present.budget.model import (
    BUDGET,
    GENERAL,
    OFF_BUDGET,
    UNSTATED,
    Fund,
    Scope,
    View,
    add,
    select,
    stated,
    total,
)


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
#: of an aim, goal or activity, else ``<NA>``), ``name`` (the document's own; ``None`` for a source,
#: whose words are in the text catalogue), ``short`` (the name that a chart has room for: the same
#: where there is no other), ``aim`` (whose colour it bears; ``<NA>`` across aims), ``activities``
#: (how many activities stand behind it), ``budget_kurus``, ``off_budget_kurus`` and
#: ``general_kurus`` (three parts that don't overlap), ``amount_kurus`` (what of them the fund
#: counts), ``is_general`` (general administration's own row).
ROW_COLUMNS = (
    "key",
    "number",
    "name",
    "short",
    "aim",
    "activities",
    "budget_kurus",
    "off_budget_kurus",
    "general_kurus",
    "amount_kurus",
    "is_general",
)

#: The columns of a view's key, name and short name.
_COLUMNS = {
    View.AIM: ("aim", "aim_short", "aim_short"),
    View.GOAL: ("goal", "goal_statement", "goal_short"),
    View.ACTIVITY: ("activity", "activity_name", "activity_short"),
    View.UNIT: ("spending_unit", "unit_name", "unit_name"),
}
_NUMBERED = {View.AIM, View.GOAL, View.ACTIVITY}


def general_administration(needs: pd.DataFrame) -> pd.DataFrame:
    """General administration by line of table 2.5: ``line``, ``name``, ``fund``, ``amount_kurus``,
    ``source_section``, ``source_line``; one row an economic code or off-budget source.

    Empty for no table; the table's own totals are left out, so that the rows add up once.
    """
    sources = needs["line"].isin(OFF_BUDGET_SOURCES)
    codes = needs["line"].astype(str).str.fullmatch(r"\d\d").astype(bool)
    lines = needs[sources | codes]
    return pd.DataFrame(
        {
            "line": lines["line"],
            "name": lines["label"],
            "fund": lines["line"].isin(OFF_BUDGET_SOURCES).map({True: OFF_BUDGET, False: BUDGET}),
            "amount_kurus": lines["general_administration_kurus"].astype("Int64"),
            "source_section": lines["source_section"],
            "source_line": lines["source_line"],
        }
    ).reset_index(drop=True)


def _general_of(needs: pd.DataFrame, scope: Scope, fund: Fund) -> pd.DataFrame:
    """General administration's lines within a scope: all, or one code's or source's, or none."""
    lines = general_administration(needs)
    if scope.activity is not None or scope.goal is not None or scope.aim is not None or scope.unit:
        return lines.iloc[:0]
    is_within = pd.Series(True, index=lines.index)
    if scope.code is not None:
        is_within &= (lines["fund"] == BUDGET) & (lines["line"] == scope.code)
    if scope.source is not None:
        is_within &= (lines["fund"] == OFF_BUDGET) & (lines["line"] == scope.source)
    if fund is not Fund.BOTH:
        is_within &= lines["fund"] == (BUDGET if fund is Fund.BUDGET else OFF_BUDGET)
    return lines[is_within]


def break_down(
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
    With no lines at all the rows are empty. Money of which the document states no unit, code or
    source stands in a row ``UNSTATED``, so that the rows add up.
    """
    scope = scope or Scope()
    scope_lines = select(lines, scope)
    general = _general_of(needs, scope, fund)
    whole = add(
        total(select(scope_lines, Scope(), fund)["amount_kurus"]), total(general["amount_kurus"])
    )
    programme = add(
        total(select(lines, Scope(), fund)["amount_kurus"]),
        total(_general_of(needs, Scope(), fund)["amount_kurus"]),
    )
    rows = _rows(scope_lines, general, view, fund)
    beside = 0
    if view in (View.GOAL, View.ACTIVITY, View.UNIT):
        beside = total(general["amount_kurus"]) or 0
    elif view is View.CODE and fund is not Fund.BUDGET:
        beside = total(select(scope_lines, Scope(), Fund.OFF_BUDGET)["amount_kurus"]) or 0
    return Breakdown(view, fund, scope, rows, whole, programme, beside)


@dataclass(slots=True)
class _Row:
    """A row while it is added up; amounts are ``None`` until one is stated."""

    name: object
    short: object
    aims: set[int]
    activities: set[int]
    budget: int | None = None
    off_budget: int | None = None
    general: int | None = None
    is_general: bool = False

    @property
    def has_money(self) -> bool:
        """Whether any of its money is more than nothing."""
        return bool(self.budget or self.off_budget or self.general)


def _rows(lines: pd.DataFrame, general: pd.DataFrame, view: View, fund: Fund) -> pd.DataFrame:
    """One pass over the lines, then one over general administration's."""
    rows: dict[str, _Row] = {}
    is_plan = view not in (View.CODE, View.SOURCE)
    key_column, *name_columns = _COLUMNS.get(view, ("line", "line_name", "line_name"))
    for key, name, short, aim, activity, paid_from, cell in zip(
        lines[key_column].tolist(),
        *(lines[column].tolist() for column in name_columns),
        lines["aim"].tolist(),
        lines["activity"].tolist(),
        lines["fund"].tolist(),
        lines["amount_kurus"].tolist(),
        strict=True,
    ):
        if not is_plan:
            if not _counts(paid_from, view, fund):
                continue
            if view is View.SOURCE and paid_from == BUDGET:
                key, name, short = BUDGET, None, None
        elif view is View.UNIT and pd.isna(key):
            key, name, short = UNSTATED, None, None
        row = rows.setdefault(str(key), _Row(name, short, set(), set()))
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
                row = rows.setdefault(GENERAL, _Row(None, None, set(), set(), is_general=True))
                row.general = add(row.general, amount)
        elif _counts(str(need.fund), view, fund):
            is_budget = view is View.SOURCE and need.fund == BUDGET
            key, name = (BUDGET, None) if is_budget else (str(need.line), need.name)
            row = rows.setdefault(key, _Row(name, name, set(), set()))
            row.general = add(row.general, amount)
    return _frame(rows, view, fund)


def _counts(paid_from: str, view: View, fund: Fund) -> bool:
    """Whether a line belongs to a view by code (the budget alone has codes) or by source."""
    if fund is not Fund.BOTH and paid_from != (BUDGET if fund is Fund.BUDGET else OFF_BUDGET):
        return False
    return view is View.SOURCE or paid_from == BUDGET


def _frame(by_key: dict[str, _Row], view: View, fund: Fund) -> pd.DataFrame:
    stated_keys = (key for key, row in by_key.items() if key != UNSTATED or row.has_money)
    keys = sorted(stated_keys, key=_PLACES[view])
    rows = [by_key[key] for key in keys]
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
            "short": pd.Series([row.short for row in rows], dtype="object"),
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
    return (1 + len(OFF_BUDGET_SOURCES) if key == UNSTATED else 0, key)


_PLACES: dict[View, Callable[[str], Any]] = {
    View.AIM: _number_place,
    View.GOAL: _number_place,
    View.ACTIVITY: _number_place,
    # Units stand as the activities name them first.
    View.UNIT: lambda key: key == UNSTATED,
    View.CODE: str,
    View.SOURCE: _source_place,
}
