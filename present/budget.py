"""Budget lines grouped the ways that a visitor asks: frames, shares, per resident.

Pure: ``db.queries.budget_lines`` and ``resource_needs`` in, frames and whole kuruş out. No query,
no words for people (``present.figures_budget``), no page.

Money is whole kuruş (``Int64``); ``<NA>`` means that the document states nothing and is never
counted as zero: a sum over lines of which none is stated is ``<NA>`` itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

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

_KEY = {
    View.AIM: ("aim", "aim_short"),
    View.GOAL: ("goal", "goal_statement"),
    View.ACTIVITY: ("activity", "activity_name"),
    View.UNIT: ("spending_unit", "unit_name"),
    View.CODE: ("line", "line_name"),
    View.SOURCE: ("source", "source_name"),
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


def _rows(lines: pd.DataFrame, general: pd.DataFrame, view: View, fund: Fund) -> pd.DataFrame:
    key, name = _KEY[view]
    if view is View.CODE:
        lines = lines[lines["fund"] == BUDGET]
        general = general[general["fund"] == BUDGET]
        if fund is Fund.OFF_BUDGET:
            lines, general = lines.iloc[:0], general.iloc[:0]
    lines = _with_source(lines)
    general = _with_source(general.assign(line_name=general["name"]))
    if view is View.SOURCE:
        lines = _only_fund(lines, fund)
    found: dict[str, dict[str, object]] = {}
    for value, group in lines.groupby(key, sort=True):
        aims = group["aim"].unique()
        is_plan = view in _NUMBERED or view is View.UNIT
        found[str(value)] = {
            "key": str(value),
            "number": int(str(value)) if view in _NUMBERED else pd.NA,
            "name": group[name].iloc[0],
            "aim": int(aims[0]) if view in _NUMBERED and len(aims) == 1 else pd.NA,
            "activities": _behind(group, is_plan),
            "budget_kurus": _sum(group[group["fund"] == BUDGET]),
            "off_budget_kurus": _sum(group[group["fund"] == OFF_BUDGET]),
            "general_kurus": pd.NA,
            "is_general": False,
        }
    if view in (View.CODE, View.SOURCE):
        for value, group in general.groupby(key, sort=True):
            row = found.setdefault(
                str(value),
                {
                    "key": str(value),
                    "number": pd.NA,
                    "name": group[name].iloc[0],
                    "aim": pd.NA,
                    "activities": 0,
                    "budget_kurus": pd.NA,
                    "off_budget_kurus": pd.NA,
                    "is_general": False,
                },
            )
            row["general_kurus"] = _sum(group)
    elif view is View.AIM and total(general["amount_kurus"]):
        found[GENERAL] = {
            "key": GENERAL,
            "number": pd.NA,
            "name": None,
            "aim": pd.NA,
            "activities": 0,
            "budget_kurus": pd.NA,
            "off_budget_kurus": pd.NA,
            "general_kurus": _sum(general),
            "is_general": True,
        }
    rows = pd.DataFrame(list(found.values()), columns=list(ROW_COLUMNS))
    if view in (View.CODE, View.SOURCE):
        order = sorted(rows.index, key=lambda place: _source_place(str(rows.at[place, "key"])))
        rows = rows.loc[order].reset_index(drop=True)
    rows["amount_kurus"] = pd.Series(
        [
            _amount(row.budget_kurus, row.off_budget_kurus, row.general_kurus, fund)
            for row in rows.itertuples()
        ],
        index=rows.index,
        dtype="object",
    )
    return _typed(rows)


def _only_fund(lines: pd.DataFrame, fund: Fund) -> pd.DataFrame:
    return lines if fund is Fund.BOTH else select(lines, Scope(), fund)


def _with_source(lines: pd.DataFrame) -> pd.DataFrame:
    """Lines with ``source``: the budget, or the off-budget source that pays."""
    return lines.assign(
        source=lines["line"].where(lines["fund"] == OFF_BUDGET, BUDGET), source_name=None
    )


def _source_place(key: str) -> tuple[int, str]:
    if key in OFF_BUDGET_SOURCES:
        return (1 + OFF_BUDGET_SOURCES.index(key), key)
    return (0, key)


def _sum(lines: pd.DataFrame) -> object:
    amount = total(lines["amount_kurus"])
    return pd.NA if amount is None else amount


def _behind(group: pd.DataFrame, is_plan: bool) -> int:
    """Activities behind a row: all of an aim's, but only those that a code or source pays for."""
    if not is_plan:
        group = group[group["amount_kurus"].fillna(0) != 0]
    return int(group["activity"].nunique())


def _amount(budget: object, off_budget: object, general: object, fund: Fund) -> object:
    parts = {
        Fund.BOTH: (budget, off_budget, general),
        Fund.BUDGET: (budget, general),
        Fund.OFF_BUDGET: (off_budget,),
    }[fund]
    amount = add(*(stated(part) for part in parts))
    return pd.NA if amount is None else amount


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    for column in ROW_COLUMNS:
        if column.endswith("_kurus") or column in ("number", "aim"):
            rows[column] = pd.array(rows[column].tolist(), dtype="Int64")
        elif column == "activities":
            rows[column] = rows[column].astype("int64")
        elif column == "is_general":
            rows[column] = rows[column].astype("bool")
        else:
            rows[column] = rows[column].astype("object")
    return rows[list(ROW_COLUMNS)]


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
