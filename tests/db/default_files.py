"""What the tests of the default file ask of one."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from db import engine as factory
from db import queries
from db.queries import ProgrammeKey

Folders = Mapping[ProgrammeKey, Path]


def programmes(file: Path) -> set[ProgrammeKey]:
    """What a reader finds, every page of the file being sound."""
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    engine = factory.create(factory.sqlite_url(file))
    results = {programme.key for programme in queries.programmes(engine)}
    engine.dispose()
    return results


def leftovers(file: Path) -> list[str]:
    return sorted(
        path.name
        for path in file.parent.iterdir()
        if path.name not in (file.name, f"{file.name}.lock", f"{file.name}.old")
    )
