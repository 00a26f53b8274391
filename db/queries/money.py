"""What an activity costs and who pays: the frames beneath every budget view."""

from __future__ import annotations

import pandas as pd
from sqlalchemy import Engine, String, literal, null, select, union_all

from db.queries._frame import contract, frame, of
from db.queries._key import ProgrammeKey
from db.queries.plan import same
from db.tables import table

ACTIVITIES = table("activities")
ACTIVITY_COSTS = table("activity_costs")
AIMS = table("aims")
ECONOMIC_CODES = table("economic_codes")
GOALS = table("goals")
OBJECTIVES = table("objectives")
OFF_BUDGET_RESOURCES = table("off_budget_resources")
PRINTED_PERFORMANCE = table("printed_performance")
RESOURCE_NEEDS = table("resource_needs")
SPENDING_UNITS = table("spending_units")

#: The two values of ``fund``.
BUDGET = "budget"
OFF_BUDGET = "off_budget"


def budget_lines(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """One row an activity and economic code, or an activity and off-budget source.

    Columns: aim, aim_short, objective, goal, goal_statement, activity, activity_name,
    spending_unit, unit_name, unit_short, fund (``budget`` or ``off_budget``), line (economic
    code, or source as ``other_domestic``), line_name (the code's name; ``None`` for a source,
    whose Turkish name is in the text catalogue), amount_kurus, source_section, source_line.
    Ordered by activity, budget before off-budget, line. Amounts of the cost tables, zeros
    included; ``<NA>`` where the cell is empty.
    """
    above = (
        AIMS.c.aim,
        AIMS.c.short_name.label("aim_short"),
        OBJECTIVES.c.objective,
        GOALS.c.goal,
        GOALS.c.statement.label("goal_statement"),
        ACTIVITIES.c.activity,
        ACTIVITIES.c.name.label("activity_name"),
        ACTIVITIES.c.spending_unit,
        SPENDING_UNITS.c.name.label("unit_name"),
        SPENDING_UNITS.c.short_name.label("unit_short"),
    )
    costs = select(
        *above,
        literal(BUDGET).label("fund"),
        ACTIVITY_COSTS.c.economic_code.label("line"),
        ECONOMIC_CODES.c.name.label("line_name"),
        ACTIVITY_COSTS.c.amount.label("amount_kurus"),
        ACTIVITY_COSTS.c.source_section,
        ACTIVITY_COSTS.c.source_line,
    ).join(ECONOMIC_CODES, same(ACTIVITY_COSTS, ECONOMIC_CODES, "economic_code"))
    resources = select(
        *above,
        literal(OFF_BUDGET).label("fund"),
        OFF_BUDGET_RESOURCES.c.source.label("line"),
        null().cast(String).label("line_name"),
        OFF_BUDGET_RESOURCES.c.amount.label("amount_kurus"),
        OFF_BUDGET_RESOURCES.c.source_section,
        OFF_BUDGET_RESOURCES.c.source_line,
    )
    halves = []
    for half, model in ((costs, ACTIVITY_COSTS), (resources, OFF_BUDGET_RESOURCES)):
        halves.append(
            half.select_from(model)
            .join(ACTIVITIES, same(model, ACTIVITIES, "activity"))
            .join(GOALS, same(ACTIVITIES, GOALS, "goal"))
            .join(OBJECTIVES, same(GOALS, OBJECTIVES, "objective"))
            .join(AIMS, same(OBJECTIVES, AIMS, "aim"))
            .join(SPENDING_UNITS, same(ACTIVITIES, SPENDING_UNITS, "spending_unit"))
            .where(*of(model, key))
        )
    # The order is made in pandas: of 551 rows it takes no time, and both databases agree.
    lines = frame(engine, union_all(*halves))
    return lines.sort_values(["activity", "fund", "line"], kind="stable", ignore_index=True)


def economic_codes(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The first-level economic codes: contract columns."""
    statement = (
        select(*contract(ECONOMIC_CODES))
        .where(*of(ECONOMIC_CODES, key))
        .order_by(ECONOMIC_CODES.c.economic_code)
    )
    return frame(engine, statement)


def resource_needs(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """Table 2.5 in printed order: contract columns, money as printed.

    Its ``general_administration_kurus`` by economic code is the only place that splits general
    administration.
    """
    statement = (
        select(*contract(RESOURCE_NEEDS))
        .where(*of(RESOURCE_NEEDS, key))
        .order_by(RESOURCE_NEEDS.c.source_line, RESOURCE_NEEDS.c.line)
    )
    return frame(engine, statement)


def printed_performance(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """Table 2.4 in printed order: contract columns; shares are per cent as printed."""
    statement = (
        select(*contract(PRINTED_PERFORMANCE))
        .where(*of(PRINTED_PERFORMANCE, key))
        .order_by(
            PRINTED_PERFORMANCE.c.source_line,
            PRINTED_PERFORMANCE.c.level,
            PRINTED_PERFORMANCE.c.number,
        )
    )
    return frame(engine, statement)
