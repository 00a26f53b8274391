"""Whole tables as the dataset has them, for those who take the data away."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, Select, func, select

from db.models import Base
from db.models import Programme as ProgrammeRow
from db.queries._frame import contract
from db.queries._key import ProgrammeKey
from db.reading import reading
from kbb_data.schema import BY_NAME, TABLES

#: The model of each table of the schema, by the table's name.
_MODELS: dict[str, Any] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in Base.registry.mappers
    if mapper.class_.__tablename__ in BY_NAME
}


def _of(statement: Select[Any], model: Any, key: ProgrammeKey) -> Select[Any]:
    year = model.year if model is ProgrammeRow else model.programme_year
    return statement.where(year == key.year, model.institution == key.institution)


def table_rows(engine: Engine, key: ProgrammeKey, table: str) -> tuple[tuple[Any, ...], ...]:
    """A table's rows in the order of the document: the schema's columns in the schema's order.

    Money is whole kuruş, measures are doubles, what is not stated is ``None``. Raises ``KeyError``
    for a table that the schema does not know, ``DatabaseUnavailable`` where nothing can be read.
    """
    model = _MODELS[table]
    columns = model.__table__.c
    order = (columns.source_line, *(columns[name] for name in BY_NAME[table].key))
    statement = _of(select(*contract(model)), model, key).order_by(*order)
    with reading(engine) as connection:
        return tuple(tuple(row) for row in connection.execute(statement))


def table_counts(engine: Engine, key: ProgrammeKey) -> dict[str, int]:
    """How many rows each table of the schema has, in the schema's order; one question for all."""
    statement = select(
        *(
            _of(select(func.count()).select_from(_MODELS[table.name]), _MODELS[table.name], key)
            .scalar_subquery()
            .label(table.name)
            for table in TABLES
        )
    )
    with reading(engine) as connection:
        return dict(connection.execute(statement).one()._mapping)
