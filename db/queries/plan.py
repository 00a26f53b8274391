"""The programme's tree: aims, objectives, goals, activities and who answers for them."""

from __future__ import annotations

import pandas as pd
from sqlalchemy import ColumnElement, Engine, Table, and_, select

from db.queries._frame import contract, frame, of
from db.queries._key import ProgrammeKey
from db.tables import OWNER, table
from kbb_data.turkish import sort_key

ACTIVITIES = table("activities")
AIMS = table("aims")
GOALS = table("goals")
OBJECTIVES = table("objectives")
SPENDING_UNITS = table("spending_units")
UNIT_RESPONSIBILITIES = table("unit_responsibilities")


def same(child: Table, parent: Table, name: str) -> ColumnElement[bool]:
    """``child`` names ``parent`` by the column ``name``, within one programme."""
    return and_(*(child.c[column] == parent.c[column] for column in (*OWNER, name)))


def aims(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The strategic aims by number: contract columns."""
    return frame(engine, select(*contract(AIMS)).where(*of(AIMS, key)).order_by(AIMS.c.aim))


def objectives(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The strategic objectives in the document's order: contract columns, ``aim_short``."""
    statement = (
        select(*contract(OBJECTIVES), AIMS.c.short_name.label("aim_short"))
        .join(AIMS, same(OBJECTIVES, AIMS, "aim"))
        .where(*of(OBJECTIVES, key))
        .order_by(OBJECTIVES.c.aim, OBJECTIVES.c.source_line, OBJECTIVES.c.objective)
    )
    return frame(engine, statement)


def goals(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The performance goals by number: contract columns, ``aim``, ``aim_short``.

    Money is what the goal's own table prints; a cell that is empty there is ``<NA>``.
    """
    statement = (
        select(*contract(GOALS), AIMS.c.aim, AIMS.c.short_name.label("aim_short"))
        .join(OBJECTIVES, same(GOALS, OBJECTIVES, "objective"))
        .join(AIMS, same(OBJECTIVES, AIMS, "aim"))
        .where(*of(GOALS, key))
        .order_by(GOALS.c.goal)
    )
    return frame(engine, statement)


def activities(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The activities by number: contract columns and what stands above each.

    Added: ``aim``, ``aim_short``, ``objective``, ``goal_statement``, ``unit_name``,
    ``unit_short``.
    """
    statement = (
        select(
            *contract(ACTIVITIES),
            AIMS.c.aim,
            AIMS.c.short_name.label("aim_short"),
            GOALS.c.objective,
            GOALS.c.statement.label("goal_statement"),
            SPENDING_UNITS.c.name.label("unit_name"),
            SPENDING_UNITS.c.short_name.label("unit_short"),
        )
        .join(GOALS, same(ACTIVITIES, GOALS, "goal"))
        .join(OBJECTIVES, same(GOALS, OBJECTIVES, "objective"))
        .join(AIMS, same(OBJECTIVES, AIMS, "aim"))
        .join(SPENDING_UNITS, same(ACTIVITIES, SPENDING_UNITS, "spending_unit"))
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
