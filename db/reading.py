"""A connection for reading, whose failures are told in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from db.engine import VARIABLE, masked
from db.errors import DatabaseUnavailable

_BUILD = "python -m db build"


def place(engine: Engine) -> str:
    """The database of an engine for a message, without a password."""
    url = engine.url
    if url.get_backend_name() == "sqlite":
        return f"The database file {str(url.database).removeprefix('file:')}"
    return f"The database {masked(url)}"


def unavailable(engine: Engine, error: Exception) -> DatabaseUnavailable:
    """What a driver's error means for the person who runs the dashboard.

    Only the error's first line is kept: drivers name host and file there, never a password.
    """
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    said = (str(cause).strip().splitlines() or [type(cause).__name__])[0]
    words = said.lower()
    if "no such table" in words or ("does not exist" in words and "relation" in words):
        return DatabaseUnavailable(
            f"{place(engine)} holds no programme tables", f"Build it with: {_BUILD}"
        )
    if "not a database" in words or "malformed" in words:
        return DatabaseUnavailable(
            f"{place(engine)} is damaged ({said})",
            f"Make it anew with: {_BUILD} --recreate",
        )
    if engine.url.get_backend_name() == "sqlite":
        return DatabaseUnavailable(
            f"{place(engine)} cannot be used ({said})",
            f"Build it with: {_BUILD}, or point {VARIABLE} at another database",
        )
    return DatabaseUnavailable(
        f"{place(engine)} cannot be used ({said})",
        f"Check that the server runs and that {VARIABLE} names it, its user and its password",
    )


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction, so that several questions see one state.

    Raises ``DatabaseUnavailable`` where the database cannot be reached, read or has no tables.
    """
    try:
        with engine.connect() as connection:
            yield connection
    except (OperationalError, ProgrammingError, PoolTimeout) as error:
        raise unavailable(engine, error) from error
    except DBAPIError as error:
        if "database" not in str(error.orig).lower():
            raise
        raise unavailable(engine, error) from error
