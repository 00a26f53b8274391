"""The programme's tree: aims, objectives, goals, activities and who answers for them."""

from __future__ import annotations

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Engine, and_, select

from db.models import Activity, Aim, Goal, Objective, OfProgramme, SpendingUnit, UnitResponsibility
from db.queries._frame import contract, frame, of
from db.queries._key import ProgrammeKey


def same(child: type[OfProgramme], parent: type[OfProgramme], name: str) -> ColumnElement[bool]:
    """``child`` names ``parent`` by the column ``name``, within one programme."""
    here: Any = getattr(child, name)
    return and_(
        child.programme_year == parent.programme_year,
        child.institution == parent.institution,
        here == getattr(parent, name),
    )


def aims(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The strategic aims by number: contract columns."""
    return frame(engine, select(*contract(Aim)).where(*of(Aim, key)).order_by(Aim.aim))


def objectives(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The strategic objectives in the document's order: contract columns, ``aim_short``."""
    statement = (
        select(*contract(Objective), Aim.short_name.label("aim_short"))
        .join(Aim, same(Objective, Aim, "aim"))
        .where(*of(Objective, key))
        .order_by(Objective.aim, Objective.source_line)
    )
    return frame(engine, statement)


def goals(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The performance goals by number: contract columns, ``aim``, ``aim_short``.

    Money is what the goal's own table prints; a cell that is empty there is ``<NA>``.
    """
    statement = (
        select(*contract(Goal), Aim.aim, Aim.short_name.label("aim_short"))
        .join(Objective, same(Goal, Objective, "objective"))
        .join(Aim, same(Objective, Aim, "aim"))
        .where(*of(Goal, key))
        .order_by(Goal.goal)
    )
    return frame(engine, statement)


def activities(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The activities by number: contract columns and what stands above each.

    Added: ``aim``, ``aim_short``, ``objective``, ``goal_statement``, ``unit_name``,
    ``unit_short``.
    """
    statement = (
        select(
            *contract(Activity),
            Aim.aim,
            Aim.short_name.label("aim_short"),
            Goal.objective,
            Goal.statement.label("goal_statement"),
            SpendingUnit.name.label("unit_name"),
            SpendingUnit.short_name.label("unit_short"),
        )
        .join(Goal, same(Activity, Goal, "goal"))
        .join(Objective, same(Goal, Objective, "objective"))
        .join(Aim, same(Objective, Aim, "aim"))
        .join(SpendingUnit, same(Activity, SpendingUnit, "spending_unit"))
        .where(*of(Activity, key))
        .order_by(Activity.activity)
    )
    return frame(engine, statement)


def spending_units(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The spending units in Turkish alphabetical order: contract columns."""
    statement = (
        select(*contract(SpendingUnit))
        .where(*of(SpendingUnit, key))
        .order_by(SpendingUnit.name_sort, SpendingUnit.spending_unit)
    )
    return frame(engine, statement)


def unit_responsibilities(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The lines of table 2.6 in printed order: contract columns, ``unit_name``."""
    statement = (
        select(*contract(UnitResponsibility), SpendingUnit.name.label("unit_name"))
        .join(SpendingUnit, same(UnitResponsibility, SpendingUnit, "spending_unit"))
        .where(*of(UnitResponsibility, key))
        .order_by(UnitResponsibility.goal, UnitResponsibility.position)
    )
    return frame(engine, statement)
