"""Whole tables as the dataset has them, for those who take the data away."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, func, select

from db import tables
from db.queries._frame import contract, of
from db.queries._key import ProgrammeKey
from db.reading import reading
from kbb_data.schema import TABLES


def table_rows(engine: Engine, key: ProgrammeKey, table: str) -> tuple[tuple[Any, ...], ...]:
    """A table's rows in the order of the dataset's CSV file, on every database: the schema's
    columns in the schema's order.

    Money is whole kuruş, measures are doubles, what is not stated is ``None``. Raises ``KeyError``
    for a table that the schema does not know, ``DatabaseUnavailable`` where nothing can be read.
    """
    whole = tables.table(table)
    statement = select(*contract(whole)).where(*of(whole, key)).order_by(whole.c[tables.ROW_NUMBER])
    with reading(engine) as connection:
        return tuple(tuple(row) for row in connection.execute(statement))


def table_counts(engine: Engine, key: ProgrammeKey) -> dict[str, int]:
    """How many rows each table of the schema has, in the schema's order; one question for all."""
    statement = select(
        *(
            select(func.count())
            .select_from(rows)
            .where(*of(rows, key))
            .scalar_subquery()
            .label(rows.name)
            for rows in (tables.table(table.name) for table in TABLES)
        )
    )
    with reading(engine) as connection:
        return dict(connection.execute(statement).one()._mapping)
