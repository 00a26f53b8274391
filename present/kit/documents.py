"""The documents that tell what came of a programme, which of them speaks, and what an older one
said otherwise.

The newest document that states a value speaks: by its day, one without a day by the day of its
figures, then by the programme in whose dataset it lies, then in the order in which they were taken
in. Where an older one stated another value, the difference is a *correction* if the newer document
says that it corrects the older, else a *revision* (later knowledge).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

import pandas as pd

from present.kit.writing import is_stated


@dataclass(frozen=True, slots=True)
class Document:
    """A document of results: the programme's year in whose dataset it lies and its name there, its
    title, kind and day (``None`` where nobody knows), the day that most of its figures are of, and
    the document there that it corrects with the reason (empty for none)."""

    programme_year: int
    name: str
    title: str
    kind: str
    date: datetime.date | None
    as_of: datetime.date
    sequence: int
    corrects: str = ""
    correction_reason: str = ""

    @property
    def age(self) -> tuple[datetime.date, int, int]:
        """What orders documents, the newest last; one without a day by the day of its figures."""
        return (self.date or self.as_of, self.programme_year, self.sequence)

    def is_correction_of(self, other: Document) -> bool:
        """Whether the document says that it corrects ``other``."""
        return (
            bool(self.corrects)
            and self.corrects == other.name
            and self.programme_year == other.programme_year
        )


class Told(Protocol):
    """Anything that a document states."""

    @property
    def document(self) -> Document:
        """The document that states it."""


T = TypeVar("T", bound=Told)


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """What a newer document states otherwise than an older one."""

    before: T
    after: T

    @property
    def is_correction(self) -> bool:
        """Whether the older document was mistaken, and not only less informed."""
        return self.after.document.is_correction_of(self.before.document)


def oldest_first(told: Iterable[T]) -> tuple[T, ...]:
    """What documents state of the same, in the documents' order: the last one speaks."""
    return tuple(sorted(told, key=attrgetter("document.age")))


def changes(in_order: Sequence[T], value: Callable[[T], object]) -> tuple[Change[T], ...]:
    """Each step to a document that states another value than the one before it, the oldest first;
    ``in_order``: the oldest document first."""
    return tuple(
        Change(before, after)
        for before, after in pairwise(in_order)
        if value(before) != value(after)
    )


def newest_first(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Each document once, the newest first."""
    return tuple(sorted(set(documents), key=attrgetter("age"), reverse=True))


def documents(programme_year: int, frame: pd.DataFrame) -> dict[str, Document]:
    """The documents of a programme's dataset by their name there; ``frame`` as
    ``db.queries.documents`` gives it."""
    return {
        str(row.document): Document(
            programme_year,
            str(row.document),
            str(row.title),
            str(row.kind),
            day(row.date),
            datetime.date.fromisoformat(str(row.as_of)),
            int(str(row.sequence)),
            text(row.corrects),
            text(row.correction_reason),
        )
        for row in frame.itertuples()
    }


def text(value: object) -> str:
    """A cell of text; empty for a blank."""
    return str(value) if is_stated(value) else ""


def day(value: object) -> datetime.date | None:
    """A cell that holds a day as ``2026-06-30``; ``None`` for a blank."""
    written = text(value)
    return datetime.date.fromisoformat(written) if written else None
