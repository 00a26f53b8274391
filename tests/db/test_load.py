"""Loading: whole or not at all, again without a change, beside other programmes."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Table, select, text

from db import engine as factory
from db import load, queries, store
from db.errors import DatabaseUnavailable, UnsoundDataset
from db.queries import ProgrammeKey
from db.tables import METADATA
from kbb_data.schema import TABLES
from tests.db.conftest import BETWEEN, INVENTED, KAYSERI, Loaded
from tests.support import datasets, rawcsv

Folders = Mapping[ProgrammeKey, Path]


def dump(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    engine = factory.create(url)
    with engine.connect() as connection:
        rows = {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in METADATA.sorted_tables
        }
    engine.dispose()
    return rows


def expected(kind: str, cell: str) -> object:
    if cell == "":
        return None
    if kind == "money":
        return rawcsv.kurus(cell)
    readers: dict[str, Any] = {"integer": int, "decimal": float, "boolean": "true".__eq__}
    return readers.get(kind, str)(cell)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_cell_of_every_file_is_in_the_database(loaded: Loaded, table: Any) -> None:
    model: Table = METADATA.tables[table.name]
    for key, folder in loaded.folders.items():
        year = model.c.year if table.name == "programme" else model.c.programme_year
        statement = select(*(model.c[name] for name in table.column_names)).where(
            year == key.year, model.c.institution == key.institution
        )
        with loaded.engine.connect() as connection:
            stored = {tuple(row) for row in connection.execute(statement)}
        kinds = {column.name: column.type for column in table.columns}
        cells = rawcsv.rows(folder, table.name)
        written = {
            tuple(expected(kinds[name], cell) for name, cell in row.items()) for row in cells
        }
        assert stored == written
        assert len(stored) == len(cells)


def test_kurus_are_exact(loaded: Loaded) -> None:
    frame = queries.activities(loaded.engine, INVENTED)
    assert frame.loc[frame["activity"] == 5, "budget_kurus"].item() == 100000050


def test_the_same_dataset_again_changes_nothing(engine_url: str, folders: Folders) -> None:
    first = load.build(folders[INVENTED], engine_url)
    before = dump(engine_url)
    second = load.build(folders[INVENTED], engine_url)
    assert (first.changed, second.changed) == (True, False)
    assert (second.year, second.institution) == (INVENTED.year, INVENTED.institution)
    assert first.rows == second.rows > 200
    assert dump(engine_url) == before


def test_another_dataset_of_the_same_programme_takes_its_place(
    engine_url: str, folders: Folders, tmp_path: Path
) -> None:
    for folder in folders.values():
        load.build(folder, engine_url)
    before = dump(engine_url)

    def change(tables: Any) -> None:
        tables["core_values"].pop()
        tables["aims"][0]["short_name"] = "Başka ad"

    new = datasets.changed(folders[BETWEEN], tmp_path / "new", change)
    assert load.build(new, engine_url).changed
    after = dump(engine_url)
    mine = (BETWEEN.year, BETWEEN.institution)
    for name, rows in after.items():
        columns = METADATA.tables[name].columns.keys()
        first = columns.index("programme_year") if "programme_year" in columns else 0
        owner = slice(first, first + 2)
        remaining = [row for row in rows if row[owner] != mine]
        assert remaining == [row for row in before[name] if row[owner] != mine], name
    engine = factory.create(engine_url)
    assert queries.aims(engine, BETWEEN)["short_name"].iloc[0] == "Başka ad"
    assert len(queries.core_values(engine, BETWEEN)) == 1
    assert queries.programme(engine, BETWEEN).dataset_sha256 != load.dataset.stated_hash(
        folders[BETWEEN]
    )
    engine.dispose()
    assert load.build(folders[BETWEEN], engine_url).changed
    assert dump(engine_url) == before


def test_an_unsound_dataset_is_refused_and_the_old_data_stays(
    engine_url: str, folders: Folders, tmp_path: Path
) -> None:
    load.build(folders[INVENTED], engine_url)
    before = dump(engine_url)
    bad = tmp_path / "bad"
    shutil.copytree(folders[INVENTED], bad)
    costs = bad / "activities.csv"
    costs.write_text(costs.read_text("utf-8").replace("30000000.00", "3000000.00"), "utf-8")
    with pytest.raises(UnsoundDataset) as caught:
        load.build(bad, engine_url)
    assert "activities.csv" in str(caught.value)
    assert str(bad) in str(caught.value)
    assert dump(engine_url) == before
    with pytest.raises(UnsoundDataset):
        load.build(tmp_path / "none", engine_url)
    with pytest.raises(UnsoundDataset):
        load.recreate([folders[INVENTED], bad], engine_url)
    assert dump(engine_url) == before


def test_a_load_that_breaks_off_leaves_the_old_data(
    engine_url: str, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load.build(folders[INVENTED], engine_url)
    before = dump(engine_url)
    new = datasets.changed(
        folders[INVENTED], tmp_path / "new", lambda tables: tables["core_values"].pop()
    )
    insert = store._insert

    def break_off(connection: Connection, dataset: Any) -> None:
        insert(connection, dataset)
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "_insert", break_off)
    with pytest.raises(KeyboardInterrupt):
        load.build(new, engine_url)
    assert dump(engine_url) == before
    monkeypatch.undo()
    assert load.build(new, engine_url).changed


def test_a_first_load_that_breaks_off_leaves_no_tables(
    engine_url: str, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "_insert", break_off)
    with pytest.raises(KeyboardInterrupt):
        load.build(folders[INVENTED], engine_url)
    with pytest.raises(DatabaseUnavailable, match="holds no programme tables"):
        queries.programmes(factory.create(engine_url))


def test_a_database_of_other_tables_is_left_alone_until_it_is_made_anew(
    engine_url: str, folders: Folders
) -> None:
    load.build(folders[BETWEEN], engine_url)
    _write(engine_url, "UPDATE schema_version SET version = 'older'")
    before = dump(engine_url)
    for attempt in (
        lambda: load.build(folders[INVENTED], engine_url),
        lambda: load.ensure(engine_url),
    ):
        with pytest.raises(DatabaseUnavailable, match="--recreate"):
            attempt()
    assert dump(engine_url) == before
    results = load.recreate([folders[INVENTED], folders[KAYSERI]], engine_url)
    assert [result.changed for result in results] == [True, True]
    engine = factory.create(load.ensure(engine_url))
    assert [programme.key for programme in queries.programmes(engine)] == [INVENTED, KAYSERI]
    engine.dispose()


def test_tables_of_another_program_are_left_alone(engine_url: str, folders: Folders) -> None:
    _write(engine_url, "CREATE TABLE goals (scored_by text)")
    for attempt in (load.build, lambda folder, url: load.recreate([folder], url)):
        with pytest.raises(DatabaseUnavailable, match="another program: goals"):
            attempt(folders[INVENTED], engine_url)
    engine = factory.create(engine_url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT scored_by FROM goals")).all() == []
    engine.dispose()


def test_a_named_database_is_looked_at_and_never_written(
    engine_url: str, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(factory.VARIABLE, engine_url)
    with pytest.raises(DatabaseUnavailable, match="python -m db build"):
        load.ensure()
    file = factory.sqlite_file(engine_url)
    assert file is None or not file.exists()
    load.build(folders[INVENTED])
    assert load.ensure() == engine_url
    _write(engine_url, "DELETE FROM datasets")
    with pytest.raises(DatabaseUnavailable, match="holds no programme"):
        load.ensure()


def test_a_damaged_file_is_told_and_made_anew_on_request(tmp_path: Path, folders: Folders) -> None:
    file = tmp_path / "kbb.sqlite"
    file.write_bytes(b"no database at all " * 500)
    url = factory.sqlite_url(file)
    for attempt in (lambda: load.build(folders[INVENTED], url), lambda: load.ensure(url)):
        with pytest.raises(DatabaseUnavailable, match="damaged") as caught:
            attempt()
        assert "--recreate" in caught.value.mend
    load.recreate([folders[INVENTED]], url)
    assert load.ensure(url) == url
    assert (tmp_path / "kbb.sqlite.old").read_bytes().startswith(b"no database at all")


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, folders: Folders) -> None:
    (tmp_path / "file").write_text("in the way")
    url = factory.sqlite_url(tmp_path / "file" / "kbb.sqlite")
    with pytest.raises(DatabaseUnavailable, match="cannot be written"):
        load.build(folders[INVENTED], url)
    with pytest.raises(DatabaseUnavailable, match="cannot be written"):
        load.recreate([folders[INVENTED]], url)


def test_readers_go_on_while_a_file_is_replaced(tmp_path: Path, folders: Folders) -> None:
    url = factory.sqlite_url(tmp_path / "kbb.sqlite")
    load.build(folders[INVENTED], url)
    engine = factory.create(url)
    with engine.connect() as connection:
        before = connection.execute(text("SELECT count(*) FROM goals")).scalar_one()
        load.recreate([folders[KAYSERI]], url)
        assert connection.execute(text("SELECT count(*) FROM goals")).scalar_one() == before
    assert [programme.key for programme in queries.programmes(engine)] == [KAYSERI]
    engine.dispose()


def test_money_never_becomes_a_float(engine_url: str, folders: Folders) -> None:
    load.build(folders[INVENTED], engine_url)
    for row in dump(engine_url)["activities"]:
        assert not any(isinstance(cell, float | Decimal) for cell in row)
    file = factory.sqlite_file(engine_url)
    if file is not None:
        with sqlite3.connect(file) as raw:
            assert raw.execute("SELECT DISTINCT typeof(budget) FROM activities").fetchall() == [
                ("integer",)
            ]


def _write(url: str, statement: str) -> None:
    engine: Engine = factory.create(url, read_only=False)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
