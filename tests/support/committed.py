"""The committed programme as a route looks at it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from db import engine, load
from present.figures.setting import of_edition
from present.kit.setting import Setting
from present.kit.text import using
from present.opendata.source import Library
from tests.support import once
from tests.support.datasets import KAYSERI


def database(path: Path) -> str:
    """The address of an SQLite database at ``path`` that holds the committed programme alone."""

    def make(place: Path) -> None:
        load.build(KAYSERI, f"sqlite:///{place}")

    return f"sqlite:///{once.copied('kayseri.sqlite', make, path)}"


def settings(folder: Path) -> Callable[[str], Setting]:
    """The programme's setting by language, from a database that is made in ``folder``."""
    reading = engine.create(database(folder / "kayseri.sqlite"))
    library = Library(lambda: reading, keep_seconds=3600)
    (edition,) = library.editions()

    def setting(language: str) -> Setting:
        with using(language):
            return of_edition(library, edition, is_dark=False)

    return setting
