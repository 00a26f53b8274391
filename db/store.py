"""Rows into tables, within a transaction that somebody else holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, inspect, select
from sqlalchemy.exc import DBAPIError

from db import search_documents, search_index
from db.dataset import SoundDataset
from db.engine import VARIABLE
from db.errors import DatabaseUnavailable, EmptyDatabase
from db.reading import place, reading, unavailable
from db.tables import (
    DATASETS,
    METADATA,
    ROW_NUMBER,
    SCHEMA_VERSION,
    SEARCH_DOCUMENTS,
    schema_version,
)
from kbb_data.rows import Row

#: Any number of ours: on PostgreSQL two loads at once wait for each other on it.
_ADVISORY_LOCK = 0x6B6262


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes, alone: kept when the block ends well, undone when not.

    The engine is disposed of afterwards. Raises ``DatabaseUnavailable`` for what the driver says.
    """
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(_ADVISORY_LOCK)))
            yield connection
    except DBAPIError as error:
        raise unavailable(engine, error) from error
    finally:
        engine.dispose()


def check(engine: Engine) -> None:
    """Raise ``DatabaseUnavailable`` unless the database has our tables and a programme."""
    with reading(engine) as connection:
        versions = connection.scalars(select(SCHEMA_VERSION.c.version)).all()
        programmes = connection.scalar(select(func.count()).select_from(DATASETS))
    if list(versions) != [schema_version()]:
        raise _other_version(engine, versions)
    if not programmes:
        raise EmptyDatabase(
            f"{place(engine)} holds no programme", "Load one with: python -m db build"
        )


def prepare(connection: Connection) -> None:
    """Make the tables, or see that they are those of this version.

    Raises ``DatabaseUnavailable`` for tables of another version or of another program.
    """
    present = set(inspect(connection).get_table_names())
    ours = set(METADATA.tables)
    if SCHEMA_VERSION.name in present:
        versions = connection.scalars(select(SCHEMA_VERSION.c.version)).all()
        if list(versions) != [schema_version()]:
            raise _other_version(connection.engine, versions)
    elif ours & present:
        raise foreign(connection.engine, ours & present)
    else:
        METADATA.create_all(connection)
        search_index.make(connection)
        connection.execute(insert(SCHEMA_VERSION).values(version=schema_version()))


def drop(connection: Connection) -> None:
    """Drop our tables, of whatever version. Raises as ``prepare`` for another program's."""
    present = set(inspect(connection).get_table_names())
    if SCHEMA_VERSION.name in present:
        search_index.drop(connection)
        METADATA.drop_all(connection)


def foreign(engine: Engine, tables: Iterable[str]) -> DatabaseUnavailable:
    """What it means that a database has tables that another program made."""
    return DatabaseUnavailable(
        f"{place(engine)} holds tables of another program: {', '.join(sorted(tables))}",
        f"Give the dashboard a database of its own through {VARIABLE} or --url",
    )


def _other_version(engine: Engine, versions: Iterable[str]) -> DatabaseUnavailable:
    loaded = ", ".join(versions) or "none"
    return DatabaseUnavailable(
        f"{place(engine)} was made by another version of this program "
        f"(tables {loaded}; expected {schema_version()})",
        "Make it anew from the datasets with: python -m db build --recreate",
    )


def put(connection: Connection, dataset: SoundDataset) -> bool:
    """Put a dataset in the place of the rows of its year and institution.

    False, and nothing touched, where the very same dataset is there already; a draft is another
    one than the same data published.
    """
    loaded = connection.execute(
        select(DATASETS.c.dataset_sha256, DATASETS.c.is_draft).where(
            DATASETS.c.programme_year == dataset.year, DATASETS.c.institution == dataset.institution
        )
    ).one_or_none()
    if loaded is not None and tuple(loaded) == (dataset.sha256, dataset.is_draft):
        return False
    if loaded is not None:
        remove(connection, dataset.year, dataset.institution)
    _insert(connection, dataset)
    return True


def remove(connection: Connection, year: int, institution: str) -> None:
    """Take a programme's rows out of every table; nothing where there is none."""
    search_index.clear(connection, year, institution)
    for table in reversed(METADATA.sorted_tables):
        if table.name == SCHEMA_VERSION.name:
            continue
        owner = "year" if table.name == "programme" else "programme_year"
        connection.execute(
            delete(table).where(table.c[owner] == year, table.c.institution == institution)
        )


def _insert(connection: Connection, dataset: SoundDataset) -> None:
    owner = {"programme_year": dataset.year, "institution": dataset.institution}
    for table in METADATA.sorted_tables:
        owned = {} if table.name == "programme" else owner
        rows = [
            owned | _values(row) | {ROW_NUMBER: number}
            for number, row in enumerate(dataset.tables.get(table.name, []), start=1)
        ]
        if rows:
            connection.execute(insert(table), rows)
    documents = search_documents.documents(dataset.institution, dataset.tables)
    if documents:
        # Numbered by us, so that the same dataset makes the same rows on every database.
        last = connection.scalar(select(func.max(SEARCH_DOCUMENTS.c.id))) or 0
        connection.execute(
            insert(SEARCH_DOCUMENTS),
            [
                owner | {"id": place} | search_documents.row(document)
                for place, document in enumerate(documents, last + 1)
            ],
        )
        search_index.fill(connection, dataset.year, dataset.institution)
    connection.execute(
        insert(DATASETS).values(
            **owner,
            dataset_sha256=dataset.sha256,
            licence=dataset.licence,
            version=dataset.version,
            is_draft=dataset.is_draft,
            draft_folder=str(dataset.folder) if dataset.is_draft and dataset.folder else None,
        )
    )


def _values(row: Row) -> dict[str, Any]:
    """A row for the database: measures become doubles; money is whole kuruş already."""
    return {
        name: float(value) if isinstance(value, Decimal) else value for name, value in row.items()
    }
