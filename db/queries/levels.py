"""The levels of the plan in either statutory form, as questions about money and results ask for
them: the top level, and the level that carries activities and indicators.

A strategic plan has aims, objectives and performance goals; a programme budget has programmes and
sub-programmes, each with an objective. The columns that frames name ``aim``, ``objective`` and
``goal`` are of these levels in both.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Integer, String, and_, case, cast, func

from db.tables import OWNER, table

_HIERARCHY = table("hierarchy")

#: A part of the top level: an aim or a programme.
TOP = _HIERARCHY.alias("top")

#: A part that activities and indicators belong to: a performance goal or a sub-programme.
LEAF = _HIERARCHY.alias("leaf")

IS_TOP = TOP.c.level.in_(("aim", "programme"))
IS_LEAF = LEAF.c.level.in_(("goal", "sub_programme"))

AIM: ColumnElement[int] = cast(TOP.c.code, Integer).label("aim")
AIM_SHORT: ColumnElement[str] = func.coalesce(TOP.c.short_name, TOP.c.name).label("aim_short")
GOAL: ColumnElement[int] = cast(LEAF.c.code, Integer).label("goal")
GOAL_STATEMENT: ColumnElement[str] = LEAF.c.name.label("goal_statement")
#: A goal's short name, its own words where nobody gave it one.
GOAL_SHORT: ColumnElement[str] = func.coalesce(LEAF.c.short_name, LEAF.c.name).label("goal_short")

#: The objective of a goal; a sub-programme has its own, under its own number.
OBJECTIVE: ColumnElement[str] = case(
    (LEAF.c.parent_level == "objective", LEAF.c.parent), else_=LEAF.c.code
).label("objective")


def owned(child: FromClause, parent: FromClause) -> ColumnElement[bool]:
    """``child`` and ``parent`` are of one programme."""
    return and_(*(child.c[column] == parent.c[column] for column in OWNER))


def within_leaf(child: FromClause) -> ColumnElement[bool]:
    """``child`` names a part of the level that carries activities by its column ``goal``."""
    named: ColumnElement[Any] = cast(child.c.goal, String)
    return and_(owned(child, LEAF), IS_LEAF, LEAF.c.code == named)


def within_top() -> ColumnElement[bool]:
    """The leaf lies within the part of the top level."""
    return and_(owned(LEAF, TOP), IS_TOP, TOP.c.code == LEAF.c.top)
