"""What an activity costs and who pays: the frames beneath every budget view."""

from __future__ import annotations

import pandas as pd
from sqlalchemy import Engine, String, literal, null, select, union_all

from db.models import (
    Activity,
    ActivityCost,
    Aim,
    EconomicCode,
    Goal,
    Objective,
    OffBudgetResource,
    PrintedPerformance,
    ResourceNeed,
    SpendingUnit,
)
from db.queries._frame import contract, frame, of
from db.queries._key import ProgrammeKey
from db.queries.plan import same

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
        Aim.aim,
        Aim.short_name.label("aim_short"),
        Objective.objective,
        Goal.goal,
        Goal.statement.label("goal_statement"),
        Activity.activity,
        Activity.name.label("activity_name"),
        Activity.spending_unit,
        SpendingUnit.name.label("unit_name"),
        SpendingUnit.short_name.label("unit_short"),
    )
    costs = select(
        *above,
        literal(BUDGET).label("fund"),
        ActivityCost.economic_code.label("line"),
        EconomicCode.name.label("line_name"),
        ActivityCost.amount.label("amount_kurus"),
        ActivityCost.source_section,
        ActivityCost.source_line,
    ).join(EconomicCode, same(ActivityCost, EconomicCode, "economic_code"))
    resources = select(
        *above,
        literal(OFF_BUDGET).label("fund"),
        OffBudgetResource.source.label("line"),
        null().cast(String).label("line_name"),
        OffBudgetResource.amount.label("amount_kurus"),
        OffBudgetResource.source_section,
        OffBudgetResource.source_line,
    )
    halves = []
    for half, model in ((costs, ActivityCost), (resources, OffBudgetResource)):
        halves.append(
            half.select_from(model)
            .join(Activity, same(model, Activity, "activity"))
            .join(Goal, same(Activity, Goal, "goal"))
            .join(Objective, same(Goal, Objective, "objective"))
            .join(Aim, same(Objective, Aim, "aim"))
            .join(SpendingUnit, same(Activity, SpendingUnit, "spending_unit"))
            .where(*of(model, key))
        )
    # The order is made in pandas: of 551 rows it takes no time, and both databases agree.
    lines = frame(engine, union_all(*halves))
    return lines.sort_values(["activity", "fund", "line"], kind="stable", ignore_index=True)


def economic_codes(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The first-level economic codes: contract columns."""
    statement = (
        select(*contract(EconomicCode))
        .where(*of(EconomicCode, key))
        .order_by(EconomicCode.economic_code)
    )
    return frame(engine, statement)


def resource_needs(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """Table 2.5 in printed order: contract columns, money as printed.

    Its ``general_administration_kurus`` by economic code is the only place that splits general
    administration.
    """
    statement = (
        select(*contract(ResourceNeed))
        .where(*of(ResourceNeed, key))
        .order_by(ResourceNeed.source_line, ResourceNeed.line)
    )
    return frame(engine, statement)


def printed_performance(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """Table 2.4 in printed order: contract columns; shares are per cent as printed."""
    statement = (
        select(*contract(PrintedPerformance))
        .where(*of(PrintedPerformance, key))
        .order_by(
            PrintedPerformance.source_line, PrintedPerformance.level, PrintedPerformance.number
        )
    )
    return frame(engine, statement)
