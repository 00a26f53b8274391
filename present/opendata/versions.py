"""Published versions as programmes of their own, for figures that never change."""

from __future__ import annotations

import tempfile
import threading
from collections import OrderedDict
from pathlib import Path

from db import engine, load
from kbb_data.publishing import published
from present.opendata.source import Library

#: How many versions are kept at hand at once.
_MOST = 4


class Versions:
    """A library of each published version, made when somebody first asks for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[Library, tempfile.TemporaryDirectory[str]]]
        self._kept = OrderedDict()

    def names(self) -> tuple[str, ...]:
        """The versions that there are, newest first."""
        return published.versions()

    def library(self, version: str) -> Library | None:
        """The library with that one version; nothing for a version that is none."""
        if version not in self.names():
            return None
        with self._lock:
            if version not in self._kept:
                self._kept[version] = self._made(version)
                while len(self._kept) > _MOST:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(version)
            return self._kept[version][0]

    def _made(self, version: str) -> tuple[Library, tempfile.TemporaryDirectory[str]]:
        folder = tempfile.TemporaryDirectory(prefix="kbb-version-", ignore_cleanup_errors=True)
        url = f"sqlite:///{Path(folder.name) / 'kbb.sqlite'}"
        load.build_archived(version, url)
        reading = engine.create(url)
        return Library(lambda: reading, keep_seconds=float("inf")), folder
