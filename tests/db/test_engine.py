"""Addresses, read-only connections, and messages that never show a password."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from db import engine as factory
from db import load, queries
from db.errors import DatabaseUnavailable
from tests.db.conftest import KAYSERI, Loaded
from tests.support.postgres import PASSWORD, Server


def test_the_default_is_a_file_of_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(factory.VARIABLE, raising=False)
    assert factory.sqlite_file(factory.database_url()) == factory.DEFAULT_FILE
    monkeypatch.setenv(factory.VARIABLE, "  ")
    assert factory.sqlite_file(factory.database_url()) == factory.DEFAULT_FILE


def test_the_environment_names_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(factory.VARIABLE, "postgres://u:p@h/d")
    assert factory.database_url() == "postgres://u:p@h/d"


@pytest.mark.parametrize(
    "kind", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+psycopg2"]
)
def test_every_postgresql_address_means_psycopg_3(kind: str) -> None:
    parsed = factory.parse(f"{kind}://u:p%40@h:5433/d?sslmode=require")
    assert parsed.drivername == "postgresql+psycopg"
    assert (parsed.password, parsed.port, parsed.query["sslmode"]) == ("p@", 5433, "require")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "gizli",
        "mysql://u:gizli@h/d",
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql://h:gizli/d",
    ],
)
def test_a_wrong_address_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(DatabaseUnavailable) as caught:
        factory.create(url)
    assert "gizli" not in str(caught.value)
    assert factory.VARIABLE in caught.value.mend


def test_masked_hides_every_place_of_a_password() -> None:
    shown = factory.masked("postgresql://ali:gizli@h:1/d?password=gizli&options=-cx%3Dgizli")
    assert shown == "postgresql://ali:***@h:1/d"


def test_a_read_only_engine_changes_nothing(loaded: Loaded) -> None:
    for statement in (
        "DELETE FROM findings",
        "UPDATE aims SET name = 'x'",
        "CREATE TABLE x (y int)",
        "DROP TABLE findings",
    ):
        with pytest.raises(DBAPIError), loaded.engine.begin() as connection:
            connection.execute(text(statement))
    assert queries.counts(loaded.engine, KAYSERI).findings > 0
    if loaded.engine.dialect.name == "sqlite":
        with loaded.engine.connect() as connection:
            assert connection.execute(text("PRAGMA query_only")).scalar_one() == 1


def test_foreign_keys_are_enforced(engine_url: str, loaded: Loaded) -> None:
    load.build(loaded.folders[KAYSERI], engine_url)
    engine = factory.create(engine_url, read_only=False)
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(text("UPDATE goals SET objective = '99.9' WHERE goal = 1"))
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(text("DELETE FROM programme"))
    engine.dispose()


def test_tables_made_in_a_transaction_that_fails_are_gone(engine_url: str) -> None:
    engine = factory.create(engine_url, read_only=False)

    def fail_half_way() -> None:
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE half (done int)"))
            connection.execute(text("INSERT INTO half VALUES (1)"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    with pytest.raises(DBAPIError), engine.connect() as connection:
        connection.execute(text("SELECT * FROM half"))
    engine.dispose()


def test_a_path_with_signs_of_an_address_in_it(tmp_path: Path, loaded: Loaded) -> None:
    file = tmp_path / "a b?c#d%20é" / "kbb.sqlite"
    load.build(loaded.folders[KAYSERI], factory.sqlite_url(file))
    assert file.is_file()
    engine = factory.create(factory.sqlite_url(file))
    assert queries.counts(engine, KAYSERI).aims == 7
    engine.dispose()


def test_a_missing_file_is_told_and_not_made(tmp_path: Path) -> None:
    file = tmp_path / "none.sqlite"
    with pytest.raises(DatabaseUnavailable) as caught:
        queries.programmes(factory.create(factory.sqlite_url(file)))
    assert str(file) in caught.value.place
    assert "python -m db build" in caught.value.mend
    assert not file.exists()


def test_an_empty_database_is_told(engine_url: str) -> None:
    engine = factory.create(engine_url, read_only=False)
    with engine.connect():
        pass
    with pytest.raises(DatabaseUnavailable, match="python -m db build"):
        queries.programmes(factory.create(engine_url))
    engine.dispose()


@pytest.mark.postgres
@pytest.mark.parametrize("wrong", ["password", "database", "port"])
def test_an_unreachable_server_is_told_without_the_password(
    postgres_server: Server, wrong: str
) -> None:
    url = factory.parse(postgres_server.url("postgres"))
    other = {"password": "baska-gizli", "database": "yok", "port": 1}[wrong]
    engine = factory.create(url.set(**{wrong: other}).render_as_string(hide_password=False))
    with pytest.raises(DatabaseUnavailable) as caught:
        queries.programmes(engine)
    engine.dispose()
    for secret in (PASSWORD, "baska-gizli", "p%40rola"):
        assert secret not in str(caught.value)
    assert "127.0.0.1" in caught.value.place
    assert factory.VARIABLE in caught.value.mend


@pytest.mark.postgres
def test_questions_of_one_page_see_one_state(postgres_server: Server) -> None:
    engine = factory.create(postgres_server.url("postgres"))
    with engine.connect() as connection:
        for setting, value in (
            ("transaction_isolation", "repeatable read"),
            ("transaction_read_only", "on"),
            ("statement_timeout", "15s"),
        ):
            assert connection.execute(text(f"SHOW {setting}")).scalar_one() == value
    engine.dispose()
