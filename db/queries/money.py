"""What an activity costs and who pays: the frames beneath every budget view."""

from __future__ import annotations

from typing import Any

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Engine,
    FromClause,
    Select,
    String,
    Table,
    literal,
    null,
    select,
    union_all,
)

from db.queries._frame import contract, frame, of
from db.queries._key import ProgrammeKey
from db.queries.levels import (
    AIM,
    AIM_SHORT,
    GOAL,
    GOAL_SHORT,
    GOAL_STATEMENT,
    LEAF,
    OBJECTIVE,
    TOP,
    within_leaf,
    within_top,
)
from db.queries.plan import ACTIVITY_SHORT, same
from db.tables import table

ACTIVITIES = table("activities")
ACTIVITY_AMOUNTS = table("activity_amounts")
ACTIVITY_COSTS = table("activity_costs")
ACTIVITY_COST_LINES = table("activity_cost_lines")
ECONOMIC_CODES = table("economic_codes")
OFF_BUDGET_RESOURCES = table("off_budget_resources")
PRINTED_AMOUNTS = table("printed_amounts")
PRINTED_PERFORMANCE = table("printed_performance")
RESOURCE_NEEDS = table("resource_needs")
SPENDING_UNITS = table("spending_units")
TOPICS = table("topics")
TOPIC_ASSIGNMENTS = table("topic_assignments")

#: The two values of ``fund``.
BUDGET = "budget"
OFF_BUDGET = "off_budget"

#: ``line`` of an amount whose economic code or off-budget source the document doesn't print.
UNSTATED = "unstated"


def budget_lines(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """One row an activity and economic code, or an activity and off-budget source.

    Columns: aim, aim_short, objective, goal, goal_statement, goal_short, activity, activity_name,
    activity_short, spending_unit, unit_name, unit_short, fund (``budget`` or ``off_budget``),
    line (economic code, or source as ``other_domestic``), line_name (the code's name; ``None`` for
    a source, whose Turkish name is in the text catalogue), amount_kurus, source_section,
    source_line.
    An activity whose table prints no codes (or no sources) has a row with its total and the line
    ``unstated``; unit columns are ``None`` where the document names no unit. Ordered by activity,
    budget before off-budget, line. Amounts of the cost tables, zeros included; ``<NA>`` where the
    cell is empty.
    """
    above = (
        AIM,
        AIM_SHORT,
        OBJECTIVE,
        GOAL,
        GOAL_STATEMENT,
        GOAL_SHORT,
        ACTIVITIES.c.activity,
        ACTIVITIES.c.name.label("activity_name"),
        ACTIVITY_SHORT,
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
    whole = ACTIVITIES.alias("whole")
    halves = []
    for half, model in (
        (costs, ACTIVITY_COSTS),
        (resources, OFF_BUDGET_RESOURCES),
        (_whole(above, whole, BUDGET, ACTIVITY_COSTS), whole),
        (_whole(above, whole, OFF_BUDGET, OFF_BUDGET_RESOURCES), whole),
    ):
        halves.append(
            half.select_from(model)
            .join(ACTIVITIES, same(model, ACTIVITIES, "activity"))
            .join(LEAF, within_leaf(ACTIVITIES))
            .join(TOP, within_top())
            .outerjoin(SPENDING_UNITS, same(ACTIVITIES, SPENDING_UNITS, "spending_unit"))
            .where(*of(model, key))
        )
    # The order is made in pandas: of 551 rows it takes no time, and both databases agree.
    lines = frame(engine, union_all(*halves))
    return lines.sort_values(["activity", "fund", "line"], kind="stable", ignore_index=True)


def _whole(
    above: tuple[ColumnElement[Any], ...], whole: FromClause, fund: str, lines: Table
) -> Select[Any]:
    """The total of ``fund`` of each activity that has no ``lines`` of it and states one."""
    return select(
        *above,
        literal(fund).label("fund"),
        literal(UNSTATED).label("line"),
        null().cast(String).label("line_name"),
        whole.c[fund].label("amount_kurus"),
        whole.c.source_section,
        whole.c.source_line,
    ).where(
        whole.c[fund].is_not(None),
        ~select(lines.c.activity).where(same(lines, whole, "activity")).exists(),
    )


def activity_amounts(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """What activities cost in other years than the programme's: contract columns, by activity,
    year, kind and fund; empty for a form that prints none."""
    statement = (
        select(*contract(ACTIVITY_AMOUNTS))
        .where(*of(ACTIVITY_AMOUNTS, key))
        .order_by(*(ACTIVITY_AMOUNTS.c[name] for name in ("activity", "year", "kind", "fund")))
    )
    return frame(engine, statement)


def activity_cost_lines(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The lines of activities' tables by economic code as printed, with financing: contract
    columns, by activity, place, year and kind; empty where the codes of ``activity_costs`` say
    all."""
    lines = ACTIVITY_COST_LINES
    statement = (
        select(*contract(lines))
        .where(*of(lines, key))
        .order_by(*(lines.c[name] for name in ("activity", "position", "year", "kind")))
    )
    return frame(engine, statement)


def printed_amounts(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """What a programme budget prints as totals, and its budget schedules: contract columns, by
    where it is printed, place, year, kind and fund; empty for another form."""
    amounts = PRINTED_AMOUNTS
    statement = (
        select(*contract(amounts))
        .where(*of(amounts, key))
        .order_by(*(amounts.c[name] for name in ("printed_in", "position", "year", "kind", "fund")))
    )
    return frame(engine, statement)


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


def topics(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The plain topics that money goes to, as judged, in their order: contract columns,
    ``total_kurus`` what goes to each. No row where nobody has judged any."""
    statement = select(*contract(TOPICS)).where(*of(TOPICS, key)).order_by(TOPICS.c.position)
    return frame(engine, statement)


def topic_assignments(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """Which topic each activity, economic code of its own and line of general administration goes
    to: contract columns, by kind, then as printed. No row where nobody has judged any."""
    own = TOPIC_ASSIGNMENTS
    statement = (
        select(*contract(own))
        .where(*of(own, key))
        .order_by(own.c.kind, own.c.source_line, own.c.key)
    )
    return frame(engine, statement)
