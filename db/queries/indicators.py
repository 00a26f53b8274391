"""The performance indicators with their three figures."""

from __future__ import annotations

from typing import Any

import pandas as pd
from sqlalchemy import Engine, func, select

from db.queries._frame import build, contract, frame, of
from db.queries._key import ProgrammeKey
from db.queries.levels import (
    AIM,
    AIM_SHORT,
    GOAL_SHORT,
    GOAL_STATEMENT,
    LEAF,
    OBJECTIVE,
    TOP,
    within_leaf,
    within_top,
)
from db.reading import reading
from db.tables import table

ACTIVITIES = table("activities")
INDICATORS = table("indicators")
INDICATOR_VALUES = table("indicator_values")
_VALUES_IN_ORDER = [INDICATOR_VALUES.c[name] for name in ("goal", "indicator", "year", "kind")]

_WIDE = [
    ("goal", "int64"),
    ("indicator", "int64"),
    ("goal_statement", "object"),
    ("goal_short", "object"),
    ("aim", "int64"),
    ("aim_short", "object"),
    ("objective", "object"),
    ("name", "object"),
    ("name_printed", "object"),
    ("unit", "object"),
    ("unit_printed", "object"),
    ("is_cumulative", "bool"),
    ("is_yearly", "bool"),
    ("direction", "object"),
    ("direction_reason", "object"),
    ("note", "object"),
    ("source_section", "object"),
    ("source_line", "int64"),
    ("calculation", "object"),
    ("data_source", "object"),
    ("unit_responsible", "object"),
    ("accumulation", "object"),
    ("accumulation_reason", "object"),
]
#: The kinds of figures that a row shows. What the year under way is expected to end with has a name
#: of its own in programme budgets.
_SHOWN = ("actual", "estimate", "target")
_SHOWN_AS = {**dict(zip(_SHOWN, _SHOWN, strict=True)), "year_end_estimate": "estimate"}
_FIGURE = [("_year", "Int64"), ("", "float64"), ("_printed", "object")]


def indicators(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """One row an indicator, by goal and number.

    Columns: goal, indicator, goal_statement, goal_short, aim, aim_short, objective, name,
    name_printed, unit, unit_printed, is_cumulative, is_yearly, direction (``more``, ``less``,
    ``keep`` or ``None`` where nobody judged it), direction_reason, note, units (tuple of the
    spending units that answer for the goal's activities, in the order of the activities), then for
    each of ``actual``, ``estimate``, ``target``: ``<kind>_year``, ``<kind>`` (NaN where not stated
    or not readable), ``<kind>_printed``; correction (why a figure is read otherwise than printed,
    or ``None``), source_section, source_line; calculation, data_source and unit_responsible as a
    programme budget prints them; accumulation (``sum``, ``average``, ``last`` or ``None`` where
    nobody judged it), accumulation_reason.
    """
    rows = (
        select(
            INDICATORS.c.goal,
            INDICATORS.c.indicator,
            GOAL_STATEMENT,
            GOAL_SHORT,
            AIM,
            AIM_SHORT,
            OBJECTIVE,
            INDICATORS.c.name,
            INDICATORS.c.name_printed,
            INDICATORS.c.unit,
            INDICATORS.c.unit_printed,
            INDICATORS.c.is_cumulative,
            INDICATORS.c.is_yearly,
            INDICATORS.c.direction,
            INDICATORS.c.direction_reason,
            INDICATORS.c.note,
            INDICATORS.c.source_section,
            INDICATORS.c.source_line,
            INDICATORS.c.calculation,
            INDICATORS.c.data_source,
            INDICATORS.c.unit_responsible,
            INDICATORS.c.accumulation,
            INDICATORS.c.accumulation_reason,
        )
        .join(LEAF, within_leaf(INDICATORS))
        .join(TOP, within_top())
        .where(*of(INDICATORS, key))
        .order_by(INDICATORS.c.goal, INDICATORS.c.indicator)
    )
    responsible = (
        select(ACTIVITIES.c.goal, ACTIVITIES.c.spending_unit)
        .where(*of(ACTIVITIES, key), ACTIVITIES.c.spending_unit.is_not(None))
        .group_by(ACTIVITIES.c.goal, ACTIVITIES.c.spending_unit)
        .order_by(ACTIVITIES.c.goal, func.min(ACTIVITIES.c.activity))
    )
    values = (
        select(
            INDICATOR_VALUES.c.goal,
            INDICATOR_VALUES.c.indicator,
            INDICATOR_VALUES.c.kind,
            INDICATOR_VALUES.c.year,
            INDICATOR_VALUES.c.value,
            INDICATOR_VALUES.c.printed,
            INDICATOR_VALUES.c.correction,
        )
        .where(*of(INDICATOR_VALUES, key))
        .order_by(*_VALUES_IN_ORDER)
    )
    with reading(engine) as connection:
        wide = build(_WIDE, [tuple(row) for row in connection.execute(rows)])
        units: dict[int, tuple[str, ...]] = {}
        for goal, unit in connection.execute(responsible):
            units[goal] = (*units.get(goal, ()), unit)
        figures: dict[tuple[int, int, str], tuple[Any, ...]] = {}
        corrections: dict[tuple[int, int], list[str]] = {}
        for goal, indicator, kind, *figure, correction in connection.execute(values):
            if kind in _SHOWN_AS:
                figures[goal, indicator, _SHOWN_AS[kind]] = tuple(figure)
            if correction is not None:
                corrections.setdefault((goal, indicator), []).append(correction)
    names = list(zip(wide["goal"].tolist(), wide["indicator"].tolist(), strict=True))
    place = wide.columns.get_loc("source_section")
    assert isinstance(place, int)
    added: dict[str, pd.Series[Any]] = {
        "units": pd.Series([units.get(goal, ()) for goal, _ in names], dtype="object")
    }
    for kind in _SHOWN:
        cells = [figures.get((*name, kind), (None, None, None)) for name in names]
        for number, (suffix, dtype) in enumerate(_FIGURE):
            added[kind + suffix] = pd.Series([cell[number] for cell in cells], dtype=dtype)
    added["correction"] = pd.Series(
        [
            " ".join(dict.fromkeys(corrections[name])) if name in corrections else None
            for name in names
        ],
        dtype="object",
    )
    for offset, (name, column) in enumerate(added.items()):
        wide.insert(place + offset, name, column)
    return wide


def indicator_values(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """One row an indicator, year and kind: contract columns; ``value`` NaN where not stated."""
    statement = (
        select(*contract(INDICATOR_VALUES))
        .where(*of(INDICATOR_VALUES, key))
        .order_by(*_VALUES_IN_ORDER)
    )
    return frame(engine, statement)
