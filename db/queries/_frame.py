"""A select() as a DataFrame whose dtypes are the same whatever the rows hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy import (
    Boolean,
    Cast,
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Double,
    Engine,
    Integer,
    Label,
    Select,
    Table,
)
from sqlalchemy.sql.selectable import NamedFromClause
from sqlalchemy.types import TypeEngine

from db.queries._key import ProgrammeKey
from db.reading import reading
from kbb_data.schema import BY_NAME

#: Money columns end so in every DataFrame: whole kuruş, ``Int64``.
MONEY_SUFFIX = "_kurus"

Statement = Select[Any] | CompoundSelect[Any]


def of(table: NamedFromClause, key: ProgrammeKey) -> tuple[ColumnElement[bool], ...]:
    """The two conditions that keep a question to one programme."""
    year = table.c.year if table.name == "programme" else table.c.programme_year
    return (year == key.year, table.c.institution == key.institution)


def contract(table: Table) -> list[ColumnElement[Any]]:
    """The columns of a table as ``kbb_data.schema`` orders them.

    Key columns of the programme are left out; money is labelled ``<name>_kurus``.
    """
    return [
        table.c[column.name].label(column.name + MONEY_SUFFIX)
        if column.type == "money"
        else table.c[column.name]
        for column in BY_NAME[table.name].columns
    ]


def dtype_of(kind: TypeEngine[Any], nullable: bool) -> str:
    """The pandas dtype of a column: text is ``object`` with ``None`` where nothing is stated."""
    if isinstance(kind, Boolean):
        return "boolean" if nullable else "bool"
    if isinstance(kind, Integer):
        return "Int64" if nullable else "int64"
    if isinstance(kind, Double):
        return "float64"
    return "object"


def _dtypes(statement: Statement, absent: frozenset[str]) -> list[tuple[str, str]]:
    dtypes = []
    for column in statement.selected_columns:
        name = str(column.key)
        bare = column.element if isinstance(column, Label) else column
        bare = bare.clause if isinstance(bare, Cast) else bare
        stated = isinstance(bare, Column) and bare.nullable is False
        nullable = name in absent or name.endswith(MONEY_SUFFIX) or not stated
        dtypes.append((name, dtype_of(column.type, nullable)))
    return dtypes


def build(names: Sequence[tuple[str, str]], rows: Sequence[Sequence[Any]]) -> pd.DataFrame:
    """A frame of (name, dtype) columns; with no rows it has the same columns and dtypes."""
    values = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    return pd.DataFrame(
        {
            name: pd.Series(list(column), dtype=dtype)
            for (name, dtype), column in zip(names, values, strict=True)
        }
    )


def fetch(
    connection: Connection, statement: Statement, absent: frozenset[str] = frozenset()
) -> pd.DataFrame:
    """The rows of ``statement``; ``absent`` names the columns that an outer join can leave out."""
    rows = connection.execute(statement).all()
    return build(_dtypes(statement, absent), [tuple(row) for row in rows])


def frame(
    engine: Engine, statement: Statement, absent: frozenset[str] = frozenset()
) -> pd.DataFrame:
    """``fetch`` over a connection of its own. Raises ``DatabaseUnavailable``."""
    with reading(engine) as connection:
        return fetch(connection, statement, absent)
