"""The performance indicators with their three figures."""

from __future__ import annotations

from typing import Any

import pandas as pd
from sqlalchemy import Engine, func, select

from db.models import Activity, Aim, Goal, Indicator, IndicatorValue, Objective
from db.queries._frame import build, contract, frame, of
from db.queries._key import ProgrammeKey
from db.queries.plan import same
from db.reading import reading
from kbb_data.schema import VALUE_KINDS

_WIDE = [
    ("goal", "int64"),
    ("indicator", "int64"),
    ("goal_statement", "object"),
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
]
_FIGURE = [("_year", "Int64"), ("", "float64"), ("_printed", "object")]


def indicators(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """One row an indicator, by goal and number.

    Columns: goal, indicator, goal_statement, aim, aim_short, objective, name, name_printed,
    unit, unit_printed, is_cumulative, is_yearly, direction (``more``, ``less``, ``keep`` or
    ``None`` where nobody judged it), direction_reason, note, units (tuple of the spending units
    that answer for the goal's activities, in the order of the activities), then for each of
    ``actual``, ``estimate``, ``target``: ``<kind>_year``, ``<kind>`` (NaN where not stated or not
    readable), ``<kind>_printed``; correction (why a figure is read otherwise than printed, or
    ``None``), source_section, source_line.
    """
    rows = (
        select(
            Indicator.goal,
            Indicator.indicator,
            Goal.statement,
            Aim.aim,
            Aim.short_name,
            Goal.objective,
            Indicator.name,
            Indicator.name_printed,
            Indicator.unit,
            Indicator.unit_printed,
            Indicator.is_cumulative,
            Indicator.is_yearly,
            Indicator.direction,
            Indicator.direction_reason,
            Indicator.note,
            Indicator.source_section,
            Indicator.source_line,
        )
        .join(Goal, same(Indicator, Goal, "goal"))
        .join(Objective, same(Goal, Objective, "objective"))
        .join(Aim, same(Objective, Aim, "aim"))
        .where(*of(Indicator, key))
        .order_by(Indicator.goal, Indicator.indicator)
    )
    responsible = (
        select(Activity.goal, Activity.spending_unit)
        .where(*of(Activity, key))
        .group_by(Activity.goal, Activity.spending_unit)
        .order_by(Activity.goal, func.min(Activity.activity))
    )
    values = (
        select(
            IndicatorValue.goal,
            IndicatorValue.indicator,
            IndicatorValue.kind,
            IndicatorValue.year,
            IndicatorValue.value,
            IndicatorValue.printed,
            IndicatorValue.correction,
        )
        .where(*of(IndicatorValue, key))
        .order_by(IndicatorValue.goal, IndicatorValue.indicator, IndicatorValue.year)
    )
    with reading(engine) as connection:
        wide = build(_WIDE, [tuple(row) for row in connection.execute(rows)])
        units: dict[int, tuple[str, ...]] = {}
        for goal, unit in connection.execute(responsible):
            units[goal] = (*units.get(goal, ()), unit)
        figures: dict[tuple[int, int, str], tuple[Any, ...]] = {}
        corrections: dict[tuple[int, int], list[str]] = {}
        for goal, indicator, kind, *figure, correction in connection.execute(values):
            figures[goal, indicator, kind] = tuple(figure)
            if correction is not None:
                corrections.setdefault((goal, indicator), []).append(correction)
    names = list(zip(wide["goal"].tolist(), wide["indicator"].tolist(), strict=True))
    place = wide.columns.get_loc("source_section")
    assert isinstance(place, int)
    added: dict[str, pd.Series[Any]] = {
        "units": pd.Series([units.get(goal, ()) for goal, _ in names], dtype="object")
    }
    for kind in VALUE_KINDS:
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
    """One row an indicator and year: contract columns; ``value`` NaN where not stated."""
    statement = (
        select(*contract(IndicatorValue))
        .where(*of(IndicatorValue, key))
        .order_by(IndicatorValue.goal, IndicatorValue.indicator, IndicatorValue.year)
    )
    return frame(engine, statement)
