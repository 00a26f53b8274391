"""An SQLite file as a whole: is it sound, who may write it, and putting a new one in its place."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from filelock import FileLock, Timeout
from sqlalchemy import inspect, select
from sqlalchemy.exc import DBAPIError

from db import store
from db.dataset import SoundDataset
from db.engine import VARIABLE, create, sqlite_url
from db.errors import DatabaseUnavailable
from db.reading import reading
from db.tables import DATASETS, SCHEMA_VERSION, schema_version

#: What SQLite itself leaves beside a file; an old one's must never meet a new file.
_COMPANIONS = ("-journal", "-wal", "-shm")

#: Loading a programme takes a second or two; who waits longer than this waits for something else.
WAIT_SECONDS = 60.0


@contextmanager
def writing(file: Path) -> Iterator[None]:
    """Hold the right to write ``file``; its folder is made where it is missing.

    The kernel lets go when the holder ends, also when it is killed; the empty lock file stays.
    Raises ``OSError`` where the folder cannot be written, ``DatabaseUnavailable`` where another
    process does not let go within ``WAIT_SECONDS``.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(file.with_name(f"{file.name}.lock"), timeout=WAIT_SECONDS, mode=0o644)
    try:
        lock.acquire()
    except Timeout:
        raise DatabaseUnavailable(
            f"Another process has held {lock.lock_file} for over {WAIT_SECONDS:.0f} seconds",
            "Wait for it to finish or end it, then start again",
        ) from None
    try:
        yield
    finally:
        lock.release()


def unwritable(file: Path, error: OSError) -> DatabaseUnavailable:
    """What it means that a file cannot be written."""
    reason = error.strerror or type(error).__name__
    return DatabaseUnavailable(
        f"The database file {file} cannot be written ({reason})",
        f"Make its folder writable, free space on the disk, or point {VARIABLE} at another place",
    )


def hashes(file: Path) -> frozenset[str] | None:
    """The hashes of the datasets in ``file``; ``None`` where it is missing, damaged or not ours.

    Every page of the file is looked at, so that damage shows at the start, not on some page.
    """
    if not file.is_file():
        return None
    engine = create(sqlite_url(file))
    try:
        with reading(engine) as connection:
            if connection.exec_driver_sql("PRAGMA quick_check").scalar_one() != "ok":
                return None
            if connection.scalars(select(SCHEMA_VERSION.c.version)).all() != [schema_version()]:
                return None
            return frozenset(connection.scalars(select(DATASETS.c.dataset_sha256)))
    except DatabaseUnavailable:
        return None
    finally:
        engine.dispose()


def recover(file: Path) -> None:
    """Let SQLite undo what a killed writer left half done; a read-only connection cannot.

    Call while holding ``writing``. A damaged file stays as it is.
    """
    if not file.is_file():
        return
    uri = f"file:{quote(str(file.absolute()))}?mode=rw"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error:
        return


def replace(file: Path, datasets: Sequence[SoundDataset], keep: bool) -> list[bool]:
    """Put a file with ``datasets`` in the place of ``file``, all at once.

    With ``keep`` the other programmes of the old file go along; without, the old file stays
    beside the new one as ``*.old``, for whoever misses something. Whoever reads the old file goes
    on reading it; a kill at any moment leaves the old file or the new one. Call while holding
    ``writing``. The answer tells for each dataset whether it changed anything. Raises ``OSError``
    where the folder cannot be written.
    """
    for leftover in file.parent.glob(f"{file.name}.building-*"):
        leftover.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{file.name}.building-", dir=file.parent)
    os.close(handle)
    new = Path(name)
    try:
        if keep:
            _copy(file, new)
        with store.transaction(create(sqlite_url(new), read_only=False)) as connection:
            store.prepare(connection)
            changed = [store.put(connection, dataset) for dataset in datasets]
        new.chmod(0o644)
        if not keep:
            _set_aside(file)
        for companion in _COMPANIONS:
            file.with_name(file.name + companion).unlink(missing_ok=True)
        os.replace(new, file)
    finally:
        new.unlink(missing_ok=True)
    return changed


def _copy(old: Path, new: Path) -> None:
    uri = f"file:{quote(str(old.absolute()))}?mode=ro"
    with (
        closing(sqlite3.connect(uri, uri=True)) as source,
        closing(sqlite3.connect(new)) as target,
    ):
        source.backup(target)


def _set_aside(file: Path) -> None:
    old = file.with_name(f"{file.name}.old")
    # Not every file system has links; a database can always be built from its dataset again.
    with suppress(OSError):
        old.unlink(missing_ok=True)
        os.link(file, old)


def refuse_foreign(file: Path) -> None:
    """Raise ``DatabaseUnavailable`` where ``file`` is a sound database of another program."""
    if not file.is_file():
        return
    engine = create(sqlite_url(file))
    try:
        with engine.connect() as connection:
            tables = inspect(connection).get_table_names()
    except DBAPIError:
        return
    finally:
        engine.dispose()
    if tables and SCHEMA_VERSION.name not in tables:
        raise store.foreign(engine, tables)
