"""The committed programme as a route looks at it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from db import engine, load
from present.figures.setting import of_edition
from present.kit.setting import Setting
from present.kit.text import using
from present.opendata.source import Library
from tests.support.datasets import KAYSERI


def settings(folder: Path) -> Callable[[str], Setting]:
    """The programme's setting by language, from a database that is made in ``folder``."""
    url = f"sqlite:///{folder / 'kayseri.sqlite'}"
    load.build(KAYSERI, url)
    reading = engine.create(url)
    library = Library(lambda: reading, keep_seconds=3600)
    (edition,) = library.editions()

    def setting(language: str) -> Setting:
        with using(language):
            return of_edition(library, edition, is_dark=False)

    return setting
