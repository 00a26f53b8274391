"""A select() as a DataFrame whose dtypes are the same whatever the rows hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Double,
    Engine,
    Integer,
    Label,
    Select,
)
from sqlalchemy.types import TypeEngine

from db.models import Base, OfProgramme
from db.queries._key import ProgrammeKey
from db.reading import reading
from kbb_data.schema import BY_NAME

#: Money columns end so in every DataFrame: whole kuruş, ``Int64``.
MONEY_SUFFIX = "_kurus"

Statement = Select[Any] | CompoundSelect[Any]


def of(model: type[OfProgramme], key: ProgrammeKey) -> tuple[ColumnElement[bool], ...]:
    """The two conditions that keep a question to one programme."""
    return (model.programme_year == key.year, model.institution == key.institution)


def contract(model: type[Base], *names: str) -> list[ColumnElement[Any]]:
    """The columns of a table as ``kbb_data.schema`` orders them, or those named.

    Key columns of the programme and computed search columns are left out; money is labelled
    ``<name>_kurus``.
    """
    table = BY_NAME[model.__tablename__]
    columns: list[ColumnElement[Any]] = []
    for name in names or table.column_names:
        column = model.__table__.c[name]
        money = table.column(name).type == "money"
        columns.append(column.label(name + MONEY_SUFFIX) if money else column)
    return columns


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
