"""What the database layer raises, in words for the person who runs the dashboard."""

from __future__ import annotations

from collections.abc import Sequence

from kbb_data.problems import Problem


class DatabaseError(Exception):
    """A problem of the database or of the dataset that should go into it."""


class DatabaseUnavailable(DatabaseError):
    """The database cannot be used: ``place`` says which one and what is wrong, ``mend`` what to do.

    Neither ever holds a password.
    """

    def __init__(self, place: str, mend: str) -> None:
        super().__init__(f"{place}. {mend}")
        self.place = place
        self.mend = mend


class EmptyDatabase(DatabaseUnavailable):
    """The database is there and ours, and holds no programme yet."""


class UnsoundDataset(DatabaseError):
    """A dataset folder was refused; ``problems`` names every place, the database is unchanged."""

    def __init__(self, folder: str, problems: Sequence[Problem]) -> None:
        lines = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(
            f"the dataset in {folder} is not sound; the database was left as it was. "
            f"Mend these places or import the text again:\n{lines}"
        )
        self.folder = folder
        self.problems = tuple(problems)


class NoDraft(DatabaseError):
    """A folder that can't be shown as a draft: each of ``causes`` is a line, the last has the
    mend."""

    def __init__(self, folder: str, causes: Sequence[str], mend: str) -> None:
        super().__init__("\n".join(f"{folder}: {cause}" for cause in causes) + f". {mend}")
        self.folder = folder
        self.causes = tuple(causes)
        self.mend = mend


class UnknownProgramme(DatabaseError, LookupError):
    """No programme of this year and institution is in the database."""

    def __init__(self, year: int, institution: str) -> None:
        super().__init__(
            f"no programme of {institution!r} for {year} is in the database; "
            "load it with: python -m db build --dataset DIR"
        )


class NotRemoved(DatabaseError):
    """A programme that can't be taken out of the database; the database is as it was."""


class UnknownVersion(DatabaseError):
    """A version of the data that was not published; ``known`` are those that were."""

    def __init__(self, version: str, known: Sequence[str]) -> None:
        named = ", ".join(known) or "none"
        super().__init__(f"{version!r} was not published; published are: {named}")
