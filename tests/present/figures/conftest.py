"""The committed programme in a database, once for all figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db import engine, load
from present.figures.setting import of_edition
from present.kit.setting import Setting
from present.kit.text import using
from present.opendata.source import Library
from tests.support.datasets import KAYSERI


@pytest.fixture(scope="session")
def setting_in(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Setting]:
    """The committed programme as a route looks at it, by language."""
    url = f"sqlite:///{tmp_path_factory.mktemp('figures') / 'kayseri.sqlite'}"
    load.build(KAYSERI, url)
    reading = engine.create(url)
    library = Library(lambda: reading, keep_seconds=3600)
    (edition,) = library.editions()

    def setting(language: str) -> Setting:
        with using(language):
            return of_edition(library, edition, is_dark=False)

    return setting
