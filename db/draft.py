"""A draft to look at before it is published: the committed datasets with it, in a database that is
of no use for anything else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from db import dataset, default_file, engine, sqlite_file
from db.dataset import SoundDataset
from db.errors import DatabaseUnavailable, NoDraft, UnsoundDataset
from kbb_data.publishing.package import PACKAGE

#: So many places of an unsound dataset are named; who has more reads all of them with ``check``.
_MOST = 20

_IMPORT = "python -m kbb_data import FILE --out DIR"


def build(folder: Path, name: str = "draft") -> str:
    """The address of an SQLite file with the committed datasets and the draft in ``folder``, which
    takes the place of the committed one of its year and institution.

    The file is called ``name`` and lies beside the default one, or where that lies when its folder
    can't be written. It is made anew each time; no other database is touched. Raises ``NoDraft``
    for a folder that holds no sound dataset and ``DatabaseUnavailable`` where no file can be
    written; nothing is written for the former.
    """
    draft = _read(folder.expanduser()).draft
    others = [
        sound
        for sound in default_file.sound_datasets(dataset.committed(), [])
        if (sound.year, sound.institution) != (draft.year, draft.institution)
    ]
    beside = engine.DEFAULT_FILE.with_name(f"{name}.sqlite")
    places = (beside, *default_file.fallbacks(beside))
    failures: list[DatabaseUnavailable] = []
    for place in places:
        try:
            if place != beside:
                default_file.private_folder(place.parent)
            _make(place, [*others, draft])
        except OSError as error:
            failures.append(sqlite_file.unwritable(place, error))
            continue
        return engine.sqlite_url(place)
    raise failures[0]


def _make(file: Path, datasets: Sequence[SoundDataset]) -> None:
    with sqlite_file.writing(file):
        # What was looked at before is worth no copy.
        file.unlink(missing_ok=True)
        sqlite_file.replace(file, datasets, keep=False)
        # Nobody else on the machine is shown what isn't published.
        file.chmod(0o600)


def _read(folder: Path) -> SoundDataset:
    place = str(folder.absolute())
    if folder.is_file():
        mend = f"Import it first, then name the folder: {_IMPORT}"
        raise NoDraft(place, ["a file, not a dataset folder"], mend)
    if not folder.is_dir():
        raise NoDraft(place, ["no such folder"], f"Name one that was written by: {_IMPORT}")
    try:
        if not (folder / PACKAGE).is_file():
            cause = f"no dataset folder, since it holds no {PACKAGE}"
            raise NoDraft(place, [cause], f"Name one that was written by: {_IMPORT}")
        return dataset.read(folder)
    except UnsoundDataset as error:
        causes = [str(problem) for problem in error.problems[:_MOST]]
        left = len(error.problems) - len(causes)
        if left:
            causes.append(f"{left} more")
        mend = f"Mend these and import again; all of them: python -m kbb_data check {place}"
        raise NoDraft(place, causes, mend) from error
    except OSError as error:
        cause = f"{error.filename or PACKAGE} can't be read ({error.strerror or error})"
        raise NoDraft(place, [cause], "Make the folder and its files readable") from error
