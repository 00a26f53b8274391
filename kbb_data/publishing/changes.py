"""What changed in a programme's data, as ``changes.toml`` in its dataset's folder tells readers."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE = "changes.toml"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its day, and what changed in Turkish and in English."""

    date: datetime.date
    text: str
    text_en: str


@cache
def changes(year: int, institution: str, folder: Path = ROOT) -> tuple[Change, ...]:
    """The changes to the committed dataset of a programme, newest first; none where none are kept.

    Raises ``ValueError`` for an entry that lacks a field.
    """
    path = folder / str(year) / FILE
    if not path.is_file():
        return ()
    kept = tomllib.loads(path.read_text("utf-8"))
    if kept.get("institution") != institution:
        return ()
    entries = []
    for place, entry in enumerate(kept.get("change", []), 1):
        missing = [name for name in ("date", "text", "text_en") if name not in entry]
        if missing:
            raise ValueError(f"{path}: change {place} lacks {', '.join(missing)}")
        entries.append(Change(entry["date"], entry["text"], entry["text_en"]))
    return tuple(sorted(entries, key=lambda change: change.date, reverse=True))
