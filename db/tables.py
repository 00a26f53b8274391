"""The database's tables, made from ``kbb_data.schema``: same names, same columns, same order.

Every table but ``programme`` carries ``programme_year`` and ``institution`` in front of its own
key, so that the programmes of many years and institutions live side by side; every one has
``row_number`` behind its columns, so that its rows can be given back in the dataset's order. Money
is whole kuruş. Three tables are the database's own: what search finds, which datasets are loaded,
and by which tables the database was made.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from db import search_documents, search_index
from kbb_data import schema, search_words, turkish

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

#: Text that is compared and ordered byte by byte on every database: keys, and words for search.
_BYTEWISE = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")

_TYPES: dict[schema.ColumnType, TypeEngine[Any]] = {
    "string": Text(),
    "integer": Integer(),
    "money": BigInteger(),
    "decimal": Double(),
    "boolean": Boolean(),
}

#: What names a row's programme, in every table but ``programme`` itself.
OWNER = ("programme_year", "institution")


#: A row's place in the dataset's file, from 1.
ROW_NUMBER = "row_number"


def _owner(is_key: bool = True) -> list[SchemaItem]:
    """The columns that name a row's programme, and that it must be in the database."""
    return [
        Column("programme_year", Integer(), primary_key=is_key, nullable=False),
        Column("institution", _BYTEWISE, primary_key=is_key, nullable=False),
        ForeignKeyConstraint(OWNER, ("programme.year", "programme.institution")),
    ]


def _column(table: schema.Table, column: schema.Column) -> Column[Any]:
    is_key = column.name in table.key
    is_code = is_key or any(column.name in pointer.columns for pointer in table.foreign_keys)
    return Column(
        column.name,
        _BYTEWISE if is_code and column.type == "string" else _TYPES[column.type],
        primary_key=is_key,
        nullable=not (is_key or column.required),
        autoincrement=False,
    )


def _rules(table: schema.Table) -> Iterator[SchemaItem]:
    """Rows of the same programme that a row points at, and what its columns may hold.

    A row whose column is empty points nowhere. What holds in one statutory form alone is held
    when a dataset is checked.
    """
    for pointer in table.foreign_keys:
        if pointer.form:
            continue
        yield ForeignKeyConstraint(
            (*OWNER, *pointer.columns),
            [f"{pointer.table}.{column}" for column in (*OWNER, *pointer.references)],
        )
    for column in table.columns:
        if column.values:
            listed = ", ".join(f"'{value}'" for value in column.values)
            yield CheckConstraint(f"{column.name} IN ({listed})", name=f"{column.name}_value")


for _described in schema.TABLES:
    Table(
        _described.name,
        METADATA,
        *(_owner() if _described.name != "programme" else ()),
        *(_column(_described, column) for column in _described.columns),
        Column(ROW_NUMBER, Integer(), nullable=False),
        *_rules(_described),
    )

#: What can be found (``db.search_documents``): the texts that are shown, and the words and stems
#: of each, separated by spaces, that the full-text index takes up.
SEARCH_DOCUMENTS = Table(
    "search_documents",
    METADATA,
    Column("id", Integer(), primary_key=True, autoincrement=False),
    *_owner(is_key=False),
    Column("kind", _BYTEWISE, nullable=False),
    Column("code", _BYTEWISE, nullable=False),
    Column("title", Text(), nullable=False),
    Column("body", Text(), nullable=False),
    Column("district", Text()),
    Column("title_words", _BYTEWISE, nullable=False),
    Column("title_stems", _BYTEWISE, nullable=False),
    Column("body_words", _BYTEWISE, nullable=False),
    Column("body_stems", _BYTEWISE, nullable=False),
    Column("english", Text(), nullable=False),
    Column("english_words", _BYTEWISE, nullable=False),
    Column("english_stems", _BYTEWISE, nullable=False),
    UniqueConstraint(*OWNER, "kind", "code"),
)

#: The dataset from which a programme was loaded, as its ``datapackage.json`` states it, and
#: whether it is looked at before it is published; the folder of such a one holds its files.
DATASETS = Table(
    "datasets",
    METADATA,
    *_owner(),
    Column("dataset_sha256", Text(), nullable=False),
    Column("licence", Text(), nullable=False),
    Column("version", Text(), nullable=False),
    Column("is_draft", Boolean(), nullable=False),
    Column("draft_folder", Text()),
)

#: The one row that says by which tables the database was made.
SCHEMA_VERSION = Table("schema_version", METADATA, Column("version", _BYTEWISE, primary_key=True))


def table(name: str) -> Table:
    """The table called ``name``; raises ``KeyError`` where there is none."""
    return METADATA.tables[name]


#: Letters whose search form is part of the version: a database that was filled under other rules
#: must be filled again.
_LETTERS = "AaÂâBbCcÇçĞğIıİiÎîJjOoÖöQqŞşUuÜüÛûVvWwXxYyZz 0123456789-'’"


def schema_version() -> str:
    """A fingerprint of these tables and of the rules for search, 16 hexadecimal digits.

    It changes by itself with any table, column, type, key, constraint or index, so that nobody
    has to remember a number.
    """
    digest = hashlib.sha256()
    for made in METADATA.sorted_tables:
        for column in made.columns:
            kind = type(column.type).__name__
            line = f"{made.name}.{column.name} {kind} {column.nullable} {column.primary_key};"
            digest.update(line.encode())
        rules = [str(rule.name) for rule in made.constraints]
        rules += [str(index.name) for index in made.indexes]
        rules += [
            str(rule.sqltext) for rule in made.constraints if isinstance(rule, CheckConstraint)
        ]
        digest.update(";".join(sorted(rules)).encode())
    for letter in _LETTERS:
        digest.update(f"{turkish.fold(letter)};".encode())
    # What is in the index hangs on these modules alone, beside the dataset.
    for module in (search_documents, search_words):
        digest.update(inspect.getsource(module).encode())
    digest.update(search_documents.fingerprint().encode())
    digest.update(search_index.fingerprint().encode())
    return digest.hexdigest()[:16]
