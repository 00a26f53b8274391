"""The one factory of database engines, and how a database is named in a message."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from db.errors import DatabaseUnavailable

#: The environment variable that names the database.
VARIABLE = "KBB_DATABASE_URL"

#: Where the database is when nobody names one; built by itself (``db.load.ensure``).
DEFAULT_FILE = Path(__file__).resolve().parent / "kbb.sqlite"

#: How long a connection waits for another one's lock, in seconds.
_SQLITE_WAIT = 15.0

#: No question of a page takes near so long; one that does must not hold a connection.
_READ_TIMEOUT_MS = 15_000

_POSTGRESQL = frozenset({"postgres", "postgresql", "postgresql+psycopg", "postgresql+psycopg2"})


def database_url() -> str:
    """The address of the database: ``KBB_DATABASE_URL``, else the SQLite file ``db/kbb.sqlite``.

    An empty variable counts as not set. The address may hold a password: show ``masked`` of it.
    """
    return os.environ.get(VARIABLE, "").strip() or sqlite_url(DEFAULT_FILE)


def sqlite_url(path: Path) -> str:
    """The address of an SQLite file."""
    return URL.create("sqlite", database=str(path.resolve())).render_as_string()


def parse(url: str) -> URL:
    """``url`` for the drivers that we ship: SQLite files, PostgreSQL through psycopg 3.

    ``postgres://``, ``postgresql://`` and ``postgresql+psycopg2://`` all mean psycopg 3. Raises
    ``DatabaseUnavailable`` for anything else; the message never repeats the address itself,
    which may hold a password.
    """
    mend = (
        f"Set {VARIABLE} to sqlite:////path/to/file.sqlite or "
        "postgresql://user:password@host:5432/name, or leave it unset"
    )
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseUnavailable("The database address cannot be read", mend) from None
    if parsed.drivername in _POSTGRESQL:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise DatabaseUnavailable(f"The database kind {parsed.drivername!r} is not known", mend)
    if not parsed.database or parsed.database == ":memory:":
        raise DatabaseUnavailable("The database address names no SQLite file", mend)
    return parsed


def sqlite_file(url: str) -> Path | None:
    """The file of an SQLite address, absolute; ``None`` for a database server."""
    parsed = parse(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database is None:
        return None
    return Path(parsed.database).absolute()


def masked(url: str | URL) -> str:
    """``url`` for a message or a log: no password, nothing but kind, user, host, port, name."""
    parsed = parse(url) if isinstance(url, str) else url
    return URL.create(
        parsed.get_backend_name(),
        username=parsed.username,
        password=parsed.password,
        host=parsed.host,
        port=parsed.port,
        database=parsed.database,
    ).render_as_string(hide_password=True)


def create(url: str | None = None, read_only: bool = True) -> Engine:
    """An engine for ``url`` (default ``database_url()``); connects only when it is first used.

    A read-only engine can change nothing: SQLite opens the file with ``mode=ro`` and
    ``query_only``, PostgreSQL makes every transaction read-only. SQLite gets a connection each
    time, so that a file that was replaced is seen at once; PostgreSQL a small pool that checks
    its connections. Foreign keys are enforced on both. Raises ``DatabaseUnavailable`` for an
    address that cannot be read.
    """
    parsed = parse(url if url is not None else database_url())
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed, read_only)
    return _postgresql(parsed, read_only)


def _sqlite(url: URL, read_only: bool) -> Engine:
    path = Path(str(url.database)).absolute()
    mode = "ro" if read_only else "rwc"
    engine = create_engine(
        URL.create(
            "sqlite", database=f"file:{quote(str(path))}", query={"mode": mode, "uri": "true"}
        ),
        poolclass=NullPool,
        connect_args={"timeout": _SQLITE_WAIT, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        assert isinstance(connection, sqlite3.Connection)
        # Transactions are begun below, tables made within them included; the driver's own
        # habit begins none before a CREATE TABLE.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            # Nothing is written into the file before all of it is: after a kill in the middle it
            # can be read as it is, also by those who may not undo anything.
            connection.execute("PRAGMA cache_spill = OFF")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def _postgresql(url: URL, read_only: bool) -> Engine:
    options = [str(url.query["options"])] if "options" in url.query else []
    if read_only:
        options.append("-c default_transaction_read_only=on")
        options.append(f"-c statement_timeout={_READ_TIMEOUT_MS}")
    return create_engine(
        url.difference_update_query(["options"]),
        # The questions behind one page see one state, also while a dataset is being replaced.
        isolation_level="REPEATABLE READ" if read_only else "READ COMMITTED",
        pool_size=5,
        max_overflow=5,
        pool_timeout=10,
        pool_pre_ping=True,
        pool_recycle=1800,
        connect_args={
            "connect_timeout": 5,
            "application_name": "kayseri-acik-butce",
            "options": " ".join(options),
        },
    )
