"""The database's tables say what the schema says, with the programme's key in front."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import BigInteger, Boolean, CheckConstraint, Double, Integer, Text, inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeEngine

from db import engine as factory
from db import load
from db import tables as made
from kbb_data import turkish
from kbb_data.schema import TABLES, Table
from tests.support.datasets import KAYSERI

OWNER = ("programme_year", "institution")
OURS_ALONE = {"datasets", "schema_version", "search_documents"}
TYPES: dict[str, type[TypeEngine[object]]] = {
    "string": Text,
    "integer": Integer,
    "money": BigInteger,
    "decimal": Double,
    "boolean": Boolean,
}
METADATA = made.METADATA


def owner(table: Table) -> tuple[str, ...]:
    return () if table.name == "programme" else OWNER


def test_every_table_of_the_schema_and_no_other() -> None:
    assert set(METADATA.tables) - OURS_ALONE == {table.name for table in TABLES}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_in_order(table: Table) -> None:
    assert METADATA.tables[table.name].c.keys() == [
        *owner(table), *table.column_names, "row_number",
    ]  # fmt: skip


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_types_and_what_may_be_empty(table: Table) -> None:
    columns = METADATA.tables[table.name].c
    for column in table.columns:
        assert type(columns[column.name].type) is TYPES[column.type], column.name
        required = column.required or column.name in table.key
        assert columns[column.name].nullable is not required, column.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_keys(table: Table) -> None:
    key = METADATA.tables[table.name].primary_key
    assert key.columns.keys() == [*owner(table), *table.key]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_foreign_keys(table: Table) -> None:
    pointers = {
        (
            tuple(constraint.column_keys),
            constraint.referred_table.name,
            tuple(element.column.name for element in constraint.elements),
        )
        for constraint in METADATA.tables[table.name].foreign_key_constraints
    }
    # What holds in one statutory form alone is held when a dataset is checked.
    expected = {
        (OWNER + key.columns, key.table, OWNER + key.references)
        for key in table.foreign_keys
        if not key.form
    }
    if table.name != "programme":
        expected.add((OWNER, "programme", ("year", "institution")))
    assert pointers == expected


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_enumerations(table: Table) -> None:
    rules = {
        rule: tuple(re.findall("'([^']*)'", str(constraint.sqltext)))
        for constraint in METADATA.tables[table.name].constraints
        if isinstance(constraint, CheckConstraint)
        for rule in [str(constraint.sqltext).split()[0]]
    }
    assert rules == {column.name: column.values for column in table.columns if column.values}


def test_keys_and_what_points_at_them_are_ordered_byte_by_byte_on_postgresql() -> None:
    for table in METADATA.tables.values():
        pointing = [column for column in table.c if column.foreign_keys]
        for column in [*table.primary_key.columns, *pointing]:
            if isinstance(column.type, Text):
                kind = column.type.dialect_impl(postgresql.dialect())
                assert getattr(kind, "collation", None) == "C", f"{table.name}.{column.name}"
    for name in ("title_words", "title_stems", "body_words", "body_stems"):
        kind = METADATA.tables["search_documents"].c[name].type.dialect_impl(postgresql.dialect())
        assert getattr(kind, "collation", None) == "C", name


def test_the_database_has_these_tables(engine_url: str) -> None:
    load.build(KAYSERI, engine_url)
    engine = factory.create(engine_url)
    inspected = inspect(engine)
    # The full-text index is the database's own; on SQLite it consists of several tables.
    names = {name for name in inspected.get_table_names() if not name.startswith("search_index")}
    assert names == set(METADATA.tables)
    for name, table in METADATA.tables.items():
        assert [column["name"] for column in inspected.get_columns(name)] == table.c.keys()
        assert (
            inspected.get_pk_constraint(name)["constrained_columns"]
            == table.primary_key.columns.keys()
        )
        assert len(inspected.get_foreign_keys(name)) == len(table.foreign_key_constraints)
    engine.dispose()


def test_the_version_changes_with_the_tables_and_with_the_rules_of_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = made.schema_version()
    assert before == made.schema_version()
    monkeypatch.setattr(turkish, "fold", lambda text: text)
    assert made.schema_version() != before
    monkeypatch.undo()
    monkeypatch.setattr(METADATA.tables["aims"].c.name, "nullable", True)
    assert made.schema_version() != before
