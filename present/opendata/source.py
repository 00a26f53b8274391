"""Which programmes there are to take away, and their tables, rows and files.

The database says which programme is there in which version. Where a committed folder holds that
very version its bytes are served; else the same files are written from the database.
"""

from __future__ import annotations

import datetime
import json
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from db import dataset, engine, load, queries
from db.queries import Programme
from db.queries.search import Found
from db.search_documents import Document
from kbb_data import turkish
from kbb_data.publishing import changes, package, published
from kbb_data.schema import TABLES, Table
from present.opendata import draft

Cells = tuple[tuple[Any, ...], ...]


@cache
def library() -> Library:
    """The application's library, for pages and routes alike: the database that the environment
    names, or the default one, which is built where it is missing.

    Asking raises ``DatabaseUnavailable`` where there is none; the next question tries again.
    """
    return Library(cache(lambda: engine.create(load.ensure())))


@dataclass(frozen=True, slots=True)
class Edition:
    """A programme in the version that the database holds; ``is_newest``: the first of them, which
    opens where nobody names one."""

    programme: Programme
    is_newest: bool

    @property
    def year(self) -> int:
        """The programme's year."""
        return self.programme.year

    @property
    def institution(self) -> str:
        """The institution's name as printed."""
        return self.programme.institution

    @property
    def form(self) -> str:
        """The document's statutory form."""
        return self.programme.form

    @property
    def name(self) -> str:
        """The institution's name as it is written within a sentence."""
        return turkish.title(self.programme.institution)

    @property
    def sha256(self) -> str:
        """The dataset's hash, ``sha256:...``: part of every key under which answers are kept."""
        return self.programme.dataset_sha256

    @property
    def version(self) -> str:
        """The dataset's version, as ``2025.0.0+0123abcd``."""
        return self.programme.version

    @property
    def is_draft(self) -> bool:
        """Whether it is looked at before it is published: all that is made of it says so."""
        return self.programme.is_draft

    @property
    def date(self) -> datetime.date | None:
        """The day of the newest change to the data; nothing where no changes are kept, and for a
        draft, whose changes nobody has published."""
        if self.is_draft:
            return None
        kept = changes.changes(self.year, self.institution)
        return kept[0].date if kept else None

    @property
    def issued(self) -> datetime.date | None:
        """The day of the oldest change to the data, since when they are published; nothing as in
        ``date``."""
        if self.is_draft:
            return None
        kept = changes.changes(self.year, self.institution)
        return kept[-1].date if kept else None

    @property
    def parameters(self) -> dict[str, str]:
        """What an address says to mean this programme; nothing for the newest."""
        if self.is_newest:
            return {}
        return {"yil": str(self.year), "kurum": turkish.slug(self.institution)}


class Library:
    """The programmes of a database and what can be taken of them; asked by many threads."""

    def __init__(self, engine: Callable[[], Engine], keep_seconds: float = 30) -> None:
        """``engine`` is asked at each question; which programmes there are is looked up again
        after ``keep_seconds``."""
        self._engine, self._keep = engine, keep_seconds
        self._found: tuple[float, tuple[Edition, ...]] | None = None
        self._lock = threading.Lock()
        self._rows = lru_cache(maxsize=256)(self._read_rows)
        self._files = lru_cache(maxsize=8)(self._read_files)
        self._descriptors = lru_cache(maxsize=32)(self._read_descriptor)
        self._counts = lru_cache(maxsize=32)(self._read_counts)
        self._answers = lru_cache(maxsize=256)(self._read_answer)

    def editions(self) -> tuple[Edition, ...]:
        """Every programme, a draft first, then the newest; none where nothing was loaded.

        Raises ``DatabaseUnavailable``.
        """
        with self._lock:
            if self._found is not None and time.monotonic() - self._found[0] < self._keep:
                return self._found[1]
        editions = tuple(
            Edition(programme, place == 0)
            for place, programme in enumerate(queries.programmes(self._engine()))
        )
        with self._lock:
            self._found = (time.monotonic(), editions)
        return editions

    def rows(self, edition: Edition, table: str) -> Cells:
        """A table's rows from the database, as ``db.queries.table_rows`` gives them."""
        return self._rows(edition, table)

    def answer(self, edition: Edition, question: str) -> Any:
        """What ``db.queries.<question>`` says of the programme; shared, so not to be changed."""
        return self._answers(edition, question)

    def answers(self, edition: Edition) -> EditionAnswers:
        """All that ``db.queries`` says of the programme."""
        return EditionAnswers(self, edition)

    def search(
        self,
        edition: Edition,
        text: str,
        beside: Sequence[Document] = (),
        *,
        is_english: bool = False,
    ) -> Found:
        """What of the programme, and of the documents beside it, answers a text; an English
        visitor's where ``is_english``."""
        key = edition.programme.key
        return queries.search(self._engine(), key, text, beside, is_english=is_english)

    def counts(self, edition: Edition) -> Mapping[str, int]:
        """How many rows each table has, by name."""
        return self._counts(edition)

    def files(self, edition: Edition) -> Mapping[str, bytes]:
        """The dataset's files as published: those committed, else written from the database; of a
        draft those of its folder, with its marks."""
        return self._files(edition)

    def descriptor(self, edition: Edition) -> Mapping[str, Any]:
        """What ``datapackage.json`` says; shared, so not to be changed."""
        return self._descriptors(edition)

    def heading(self, edition: Edition) -> Mapping[str, Any]:
        """What ``datapackage.json`` says of the whole, apart from its files; no file is made for
        it. Of a draft all that it says."""
        if edition.is_draft:
            return self.descriptor(edition)
        about = edition.programme
        programme = {
            "year": about.year,
            "institution": about.institution,
            "source_title": about.source_title,
            "source_sha256": about.source_sha256,
        }
        return package.heading(programme, edition.sha256) | {"version": edition.version}

    def archived(self, edition: Edition) -> bytes | None:
        """The published ZIP archive, byte for byte; ``None`` where there is none of these data."""
        if edition.is_draft:
            return None
        return published.archived(edition.version)

    def archive(self, edition: Edition) -> bytes:
        """The ZIP archive: the published one, byte for byte, else made of the files."""
        kept = self.archived(edition)
        return kept if kept is not None else published.archive(self.files(edition))

    def _read_rows(self, edition: Edition, table: str) -> Cells:
        return queries.table_rows(self._engine(), edition.programme.key, table)

    def _read_answer(self, edition: Edition, question: str) -> Any:
        return getattr(queries, question)(self._engine(), edition.programme.key)

    def _read_counts(self, edition: Edition) -> Mapping[str, int]:
        return queries.table_counts(self._engine(), edition.programme.key)

    def _read_descriptor(self, edition: Edition) -> Mapping[str, Any]:
        descriptor: dict[str, Any] = json.loads(self.files(edition)[package.PACKAGE])
        return descriptor

    def _read_files(self, edition: Edition) -> Mapping[str, bytes]:
        if edition.is_draft:
            return draft.marked(self._exact_files(edition, draft_folder(edition)), edition.version)
        return self._exact_files(edition, committed_folder(edition.sha256))

    def _exact_files(self, edition: Edition, folder: Path | None) -> Mapping[str, bytes]:
        if folder is not None:
            return published.files_of(folder)
        return package.package_files(
            {table.name: as_dataset(table, self.rows(edition, table.name)) for table in TABLES}
        )


@dataclass(frozen=True, slots=True)
class EditionAnswers:
    """The answers about one programme of one library, which keeps them."""

    library: Library
    edition: Edition

    def answer(self, question: str) -> Any:
        """What ``db.queries.<question>`` says of the programme; shared, so not to be changed."""
        return self.library.answer(self.edition, question)


def committed_folder(sha256: str) -> Path | None:
    """The committed dataset of that very hash; nothing where there is none."""
    folders = dataset.committed()
    return next((folder for folder in folders if dataset.stated_hash(folder) == sha256), None)


def draft_folder(edition: Edition) -> Path | None:
    """The folder with a draft's files; nothing where it holds other data by now."""
    folder = Path(edition.programme.draft_folder) if edition.programme.draft_folder else None
    return folder if folder and dataset.stated_hash(folder) == edition.sha256 else None


def as_dataset(table: Table, rows: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    """Rows as datasets have them: by the columns' names, measures exact."""
    return [
        {
            column.name: _exact(value) if isinstance(value, float) else value
            for column, value in zip(table.columns, row, strict=True)
        }
        for row in rows
    ]


def _exact(measure: float) -> Decimal:
    """A measure as datasets write it: ``18400000``, not ``18400000.0``."""
    number = Decimal(repr(measure))
    return number.to_integral_value() if number == number.to_integral_value() else number
