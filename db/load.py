"""A dataset folder into the database: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from db import dataset, default_file, engine, sqlite_file, store
from db.dataset import SoundDataset
from db.errors import NotRemoved, UnknownVersion
from db.reading import place
from db.tables import DATASETS
from kbb_data.publishing import published


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What loading one dataset did. ``changed`` is false where the same dataset was there.

    ``place`` names the database without a password; ``rows`` counts the dataset's rows.
    """

    year: int
    institution: str
    dataset_sha256: str
    place: str
    changed: bool
    rows: int


def build(dataset_folder: Path, url: str | None = None) -> BuildResult:
    """Load a dataset into the database at ``url`` (default ``database_url()``), in one transaction.

    Tables are made where there are none. The same dataset again changes nothing; another one of
    the same year and institution takes the place of the old rows; other programmes stay as they
    are. Raises ``UnsoundDataset`` for a dataset that fails its check and ``DatabaseUnavailable``
    for a database that cannot be used; in both cases the database is as it was.
    """
    return _put(dataset.read(dataset_folder), url)


def build_version(version: str, url: str | None = None) -> BuildResult:
    """Load a published version in the place of the programme's present data, as ``build`` does: the
    way back to what was shown before.

    Raises ``UnknownVersion`` for one that was not published, else as ``build``.
    """
    kept = dataset.archived(version)
    if kept is None:
        raise UnknownVersion(version, published.versions())
    return _put(kept, url)


def remove(year: int, institution: str | None = None, url: str | None = None) -> str:
    """Take a programme out of the database at ``url``, in one transaction: the way back from a year
    that was not there before. What was taken out and where, in words.

    Without ``institution`` the year's only programme is meant. Raises ``NotRemoved`` where there is
    no such programme, where the year has several and none is named, and for the last programme of
    all, without which there is nothing to show; else as ``build``.
    """
    with _writing(url) as (target, connection):
        owners = connection.execute(select(DATASETS.c.programme_year, DATASETS.c.institution)).all()
        meant = [
            name for its_year, name in owners if its_year == year and institution in (None, name)
        ]
        where = place(target)
        if len(meant) != 1:
            listed = ", ".join(f"{name} {its_year}" for its_year, name in sorted(owners)) or "none"
            asked = f"{institution or 'a programme'} {year}"
            mend = "name one with --institution" if meant else "name one of them"
            raise NotRemoved(f"{where}: {asked} is no one programme; it holds {listed}: {mend}")
        if len(owners) == 1:
            raise NotRemoved(
                f"{where} holds {meant[0]} {year} alone; load another programme before it is "
                "taken out: python -m db build --dataset DIR"
            )
        store.remove(connection, year, meant[0])
        return f"{where}: {meant[0]} {year} taken out"


def _put(sound: SoundDataset, url: str | None) -> BuildResult:
    with _writing(url) as (target, connection):
        return _result(sound, place(target), store.put(connection, sound))


@contextmanager
def _writing(url: str | None) -> Iterator[tuple[Engine, Connection]]:
    """One transaction on the database at ``url`` with its tables made, nobody else writing."""
    address = url if url is not None else engine.database_url()
    file = engine.sqlite_file(address)
    with ExitStack() as stack:
        if file is not None:
            try:
                stack.enter_context(sqlite_file.writing(file))
            except OSError as error:
                raise sqlite_file.unwritable(file, error) from error
        target = engine.create(address, read_only=False)
        connection = stack.enter_context(store.transaction(target))
        store.prepare(connection)
        yield target, connection


def build_archived(version: str, url: str) -> bool:
    """Load a published version into an empty database at ``url``; whether there is such a one.

    Raises ``DatabaseUnavailable`` for a database that cannot be used.
    """
    kept = dataset.archived(version)
    if kept is None:
        return False
    with store.transaction(engine.create(url, read_only=False)) as connection:
        store.prepare(connection)
        store.put(connection, kept)
    return True


def recreate(dataset_folders: Sequence[Path], url: str | None = None) -> list[BuildResult]:
    """Make the database at ``url`` anew from these datasets alone; what else was in it is gone.

    For a database of another version and for a damaged SQLite file, which stays beside the new
    one as ``*.old``. Raises as ``build``; the old database serves until the new one is whole.
    """
    sound = [dataset.read(folder) for folder in dataset_folders]
    address = url if url is not None else engine.database_url()
    target = engine.create(address, read_only=False)
    file = engine.sqlite_file(address)
    if file is None:
        with store.transaction(target) as connection:
            store.drop(connection)
            store.prepare(connection)
            changed = [store.put(connection, dataset) for dataset in sound]
    else:
        try:
            with sqlite_file.writing(file):
                sqlite_file.refuse_foreign(file)
                changed = sqlite_file.replace(file, sound, keep=False)
        except OSError as error:
            raise sqlite_file.unwritable(file, error) from error
    return [
        _result(dataset, place(target), new) for dataset, new in zip(sound, changed, strict=True)
    ]


def ensure(url: str | None = None) -> str:
    """The address of a database that is ready to be read; called once when the application starts.

    With neither ``url`` nor ``KBB_DATABASE_URL`` that is the default SQLite file, which is built
    from the committed datasets when it is missing, damaged, made by other tables or older than
    they are. Where the project's folder cannot be written, a file in the user's cache folder or
    the folder for temporary files serves instead: give ``db.engine.create`` the address that
    comes back. A database that somebody named is only looked at, never written. Raises
    ``DatabaseUnavailable`` with the place and the mend.
    """
    named = url or os.environ.get(engine.VARIABLE, "").strip()
    if not named:
        file = engine.DEFAULT_FILE
        return engine.sqlite_url(
            default_file.ensure(file, dataset.committed(), default_file.fallbacks(file))
        )
    looked_at = engine.create(named)
    try:
        store.check(looked_at)
    finally:
        looked_at.dispose()
    return named


def _result(sound: SoundDataset, place: str, changed: bool) -> BuildResult:
    return BuildResult(
        year=sound.year,
        institution=sound.institution,
        dataset_sha256=sound.sha256,
        place=place,
        changed=changed,
        rows=sound.rows,
    )
