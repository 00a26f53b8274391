"""The default SQLite file: there and up to date whenever the application starts."""

from __future__ import annotations

import hashlib
import logging
import os
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from db import dataset, sqlite_file
from db.dataset import SoundDataset
from db.errors import DatabaseUnavailable, UnsoundDataset

LOG = logging.getLogger(__name__)

_FOLDER = "kayseri-acik-butce"


def fallbacks(file: Path) -> list[Path]:
    """Where the database may be instead when ``file`` cannot be written: the user's cache, then
    the folder for temporary files. The name tells one copy of the project from another."""
    name = f"kbb-{hashlib.sha256(str(file).encode()).hexdigest()[:8]}.sqlite"
    places = [Path(tempfile.gettempdir()) / f"{_FOLDER}-{os.getuid()}" / name]
    cache = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")
    if os.path.isabs(cache):
        places.insert(0, Path(cache) / _FOLDER / name)
    return places


def ensure(file: Path, folders: Sequence[Path], instead: Sequence[Path]) -> Path:
    """A file that holds the datasets in ``folders``: ``file``, or the first of ``instead`` that
    can be written when it cannot.

    Current already: nothing is written. Missing, damaged, of other tables or older than the
    datasets: built beside it and put in its place at once; other programmes in a sound file
    stay. A dataset that fails its check is left out with a line in the log, its old rows stay.
    Where nothing can be brought up to date, a file with older data serves, with a line in the
    log. Raises ``DatabaseUnavailable`` when there is no data to serve at all.
    """
    if not folders:
        raise DatabaseUnavailable(
            f"No dataset is in {dataset.COMMITTED}",
            "Get the whole project, or import one: python -m kbb_data import TEXT --out DIR",
        )
    stated = frozenset(filter(None, map(dataset.stated_hash, folders)))
    refused: list[UnsoundDataset] = []
    failures: list[DatabaseUnavailable] = []
    sound: list[SoundDataset] | None = None
    places = []
    for place in (file, *instead):
        try:
            if place != file:
                private_folder(place.parent)
            places.append(place)
            if _is_current(place, stated, len(folders)):
                return place
            if sound is None:
                sound = sound_datasets(folders, refused)
            _bring_up_to_date(place, stated, len(folders), sound)
        except OSError as error:
            failures.append(sqlite_file.unwritable(place, error))
            continue
        except DatabaseUnavailable as error:
            failures.append(error)
            continue
        if not sqlite_file.hashes(place):
            break  # no dataset is sound: another place would not help
        for failure in failures:
            LOG.warning("%s", failure)
        return place
    for place in places:
        if sqlite_file.hashes(place):
            LOG.error("%s holds older data than the datasets; it serves for now", place)
            return place
    if refused and not failures:
        first = refused[0]
        raise DatabaseUnavailable(
            f"No dataset can be loaded: {first.problems[0] if first.problems else first.folder}",
            "Bring back the committed files, or import the text again; "
            "python -m kbb_data check DIR lists every place",
        ) from first
    raise failures[0]


def _is_current(file: Path, stated: frozenset[str], count: int) -> bool:
    hashes = sqlite_file.hashes(file)
    return hashes is not None and len(stated) == count and stated <= hashes


def sound_datasets(folders: Sequence[Path], refused: list[UnsoundDataset]) -> list[SoundDataset]:
    """The datasets in ``folders`` that pass their check; ``refused`` gains the others, each with a
    line in the log."""
    sound = []
    for folder in folders:
        try:
            sound.append(dataset.read(folder))
        except UnsoundDataset as error:
            LOG.error("%s", error)
            refused.append(error)
    return sound


def _bring_up_to_date(
    file: Path, stated: frozenset[str], count: int, sound: Sequence[SoundDataset]
) -> None:
    with sqlite_file.writing(file):
        # Another process may have built it meanwhile; a killed one may have left a journal.
        sqlite_file.recover(file)
        if _is_current(file, stated, count):
            return
        hashes = sqlite_file.hashes(file)
        if hashes is None and file.exists():
            LOG.warning("%s is damaged or was made by other tables; it is made anew", file)
        if sound:
            sqlite_file.replace(file, sound, keep=hashes is not None)


def private_folder(folder: Path) -> None:
    """Make a folder for this user alone; refuse one that somebody else could have prepared."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid() or status.st_mode & 0o022:
        raise PermissionError(None, "the folder belongs to somebody else", str(folder))
