"""The documents that tell how a budget was carried out, and which of them is newer."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

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
