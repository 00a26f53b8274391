"""The programme's tree: its levels, activities and who answers for them.

``aims``, ``objectives`` and ``goals`` are the levels of either form (``db.queries.levels``).
"""

from __future__ import annotations

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Engine,
    FromClause,
    String,
    and_,
    case,
    cast,
    func,
    select,
)

from db.queries._frame import contract, frame, of
from db.queries._key import ProgrammeKey
from db.queries.levels import (
    AIM,
    AIM_SHORT,
    GOAL,
    GOAL_SHORT,
    GOAL_STATEMENT,
    IS_LEAF,
    IS_TOP,
    LEAF,
    OBJECTIVE,
    TOP,
    owned,
    within_leaf,
    within_top,
)
from db.tables import table
from kbb_data.schema import BY_NAME
from kbb_data.turkish import sort_key

ACTIVITIES = table("activities")
AIMS = table("aims")
GOALS = table("goals")
HIERARCHY = table("hierarchy")
PART = HIERARCHY.alias("part")
SPENDING_UNITS = table("spending_units")
UNIT_RESPONSIBILITIES = table("unit_responsibilities")

#: An activity's short name, its own where nobody gave it one.
ACTIVITY_SHORT: ColumnElement[str] = func.coalesce(
    ACTIVITIES.c.short_name, ACTIVITIES.c.name
).label("activity_short")


def same(child: FromClause, parent: FromClause, name: str) -> ColumnElement[bool]:
    """``child`` names ``parent`` by the column ``name``, within one programme."""
    return and_(owned(child, parent), child.c[name] == parent.c[name])


def hierarchy(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The tree of the plan in the document's form, level by level from the top, each in the
    document's order: contract columns. ``level`` says what the form calls a part."""
    levels = BY_NAME["hierarchy"].column("level").values
    place = case({level: place for place, level in enumerate(levels)}, value=HIERARCHY.c.level)
    statement = (
        select(*contract(HIERARCHY))
        .where(*of(HIERARCHY, key))
        .order_by(place, HIERARCHY.c.position)
    )
    return frame(engine, statement)


def aims(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The strategic aims, or the programmes, by number.

    Columns: aim, name, statement (``None`` for a programme without explanation), short_name,
    short_name_en, name_printed, source_section, source_line.
    """
    statement = (
        select(
            AIM,
            TOP.c.name,
            TOP.c.explanation.label("statement"),
            AIM_SHORT.label("short_name"),
            TOP.c.short_name_en,
            AIMS.c.name_printed,
            TOP.c.source_section,
            TOP.c.source_line,
        )
        .outerjoin(AIMS, and_(owned(AIMS, TOP), cast(AIMS.c.aim, String) == TOP.c.code))
        .where(*of(TOP, key), IS_TOP)
        .order_by(TOP.c.position)
    )
    return frame(engine, statement)


def objectives(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The strategic objectives, or those of sub-programmes, in the document's order.

    Columns: objective (of a sub-programme its number), aim, statement (``None`` where a
    sub-programme states none), source_section, source_line, aim_short.
    """
    is_own = PART.c.level == "objective"
    statement = (
        select(
            PART.c.code.label("objective"),
            AIM,
            case((is_own, PART.c.name), else_=PART.c.objective).label("statement"),
            PART.c.source_section,
            PART.c.source_line,
            AIM_SHORT,
        )
        .join(TOP, and_(owned(PART, TOP), IS_TOP, TOP.c.code == PART.c.top))
        .where(*of(PART, key), PART.c.level.in_(("objective", "sub_programme")))
        .order_by(TOP.c.position, PART.c.source_line, PART.c.position)
    )
    return frame(engine, statement)


def goals(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The performance goals, or the sub-programmes, by number.

    Columns: goal, objective, statement, short_name and short_name_en (``None`` where nobody gave
    one), note, budget_kurus, off_budget_kurus, total_kurus (what its
    own table prints; a cell that is empty there is ``<NA>``), aim_statement, objective_statement
    (as a goal's table quotes them, ``None`` for a sub-programme), source_section, source_line, aim,
    aim_short, goal_short (its own words where nobody gave a short name).
    """
    statement = (
        select(
            GOAL,
            OBJECTIVE,
            LEAF.c.name.label("statement"),
            LEAF.c.short_name,
            LEAF.c.short_name_en,
            LEAF.c.explanation.label("note"),
            LEAF.c.budget.label("budget_kurus"),
            LEAF.c.off_budget.label("off_budget_kurus"),
            LEAF.c.total.label("total_kurus"),
            GOALS.c.aim_statement,
            GOALS.c.objective_statement,
            LEAF.c.source_section,
            LEAF.c.source_line,
            AIM,
            AIM_SHORT,
            GOAL_SHORT,
        )
        .join(TOP, within_top())
        .outerjoin(GOALS, and_(owned(GOALS, LEAF), cast(GOALS.c.goal, String) == LEAF.c.code))
        .where(*of(LEAF, key), IS_LEAF)
        .order_by(LEAF.c.position)
    )
    return frame(engine, statement)


def activities(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The activities by number: contract columns and what stands above each.

    Added: ``aim``, ``aim_short``, ``objective``, ``goal_statement``, ``goal_short``,
    ``activity_short``, ``unit_name``, ``unit_short``; the last two are ``None`` where the document
    names no unit.
    """
    statement = (
        select(
            *contract(ACTIVITIES),
            AIM,
            AIM_SHORT,
            OBJECTIVE,
            GOAL_STATEMENT,
            GOAL_SHORT,
            ACTIVITY_SHORT,
            SPENDING_UNITS.c.name.label("unit_name"),
            SPENDING_UNITS.c.short_name.label("unit_short"),
        )
        .join(LEAF, within_leaf(ACTIVITIES))
        .join(TOP, within_top())
        .outerjoin(SPENDING_UNITS, same(ACTIVITIES, SPENDING_UNITS, "spending_unit"))
        .where(*of(ACTIVITIES, key))
        .order_by(ACTIVITIES.c.activity)
    )
    return frame(engine, statement)


def spending_units(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The spending units in Turkish alphabetical order, equals by key: contract columns."""
    statement = (
        select(*contract(SPENDING_UNITS))
        .where(*of(SPENDING_UNITS, key))
        .order_by(SPENDING_UNITS.c.spending_unit)
    )
    # The order is made in pandas: no database puts Turkish names in order by itself.
    return frame(engine, statement).sort_values(
        "name", key=lambda names: names.map(sort_key), kind="stable", ignore_index=True
    )


def unit_responsibilities(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The lines of table 2.6 in printed order: contract columns, ``unit_name``."""
    statement = (
        select(*contract(UNIT_RESPONSIBILITIES), SPENDING_UNITS.c.name.label("unit_name"))
        .join(SPENDING_UNITS, same(UNIT_RESPONSIBILITIES, SPENDING_UNITS, "spending_unit"))
        .where(*of(UNIT_RESPONSIBILITIES, key))
        .order_by(UNIT_RESPONSIBILITIES.c.goal, UNIT_RESPONSIBILITIES.c.position)
    )
    return frame(engine, statement)
