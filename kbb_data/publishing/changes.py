"""What changed in a programme's data, as ``changes.toml`` in its dataset's folder tells readers."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FILE = "changes.toml"

#: What a change is: something that was not there before, something that was wrong (ours or the
#: document's) and is mended, or something that is known better since.
ADDITION, CORRECTION, REVISION = "addition", "correction", "revision"
#: Each kind in the words of an archive's README, Turkish and English.
KINDS: Mapping[str, tuple[str, str]] = {
    ADDITION: ("Ekleme", "Addition"),
    CORRECTION: ("Düzeltme", "Correction"),
    REVISION: ("Güncelleme", "Revision"),
}
_FIELDS = ("date", "kind", "text", "text_en")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its day, one of ``KINDS``, and what changed and why in Turkish and English."""

    date: datetime.date
    kind: str
    text: str
    text_en: str


def entries(content: Mapping[str, Any], place: str) -> tuple[Change, ...]:
    """The changes that a file holds, newest first and otherwise in its order; none for none.

    Raises ``ValueError``, which names ``place`` and the entry, for one that lacks a field or whose
    kind is none of ``KINDS``.
    """
    told = []
    for number, entry in enumerate(content.get("change", []), 1):
        missing = [name for name in _FIELDS if name not in entry]
        if missing:
            raise ValueError(f"{place}: change {number} lacks {', '.join(missing)}")
        if entry["kind"] not in KINDS:
            raise ValueError(
                f"{place}: change {number} is a {entry['kind']!r}; "
                f"write one of {', '.join(KINDS)} as its kind"
            )
        told.append(Change(*(entry[name] for name in _FIELDS)))
    return tuple(sorted(told, key=lambda change: change.date, reverse=True))


@cache
def changes(year: int, institution: str, folder: Path = ROOT) -> tuple[Change, ...]:
    """The changes to the committed dataset of a programme, newest first; none where none are kept.

    Raises ``ValueError`` as ``entries`` does.
    """
    path = folder / str(year) / FILE
    if not path.is_file():
        return ()
    kept = tomllib.loads(path.read_text("utf-8"))
    if kept.get("institution") != institution:
        return ()
    return entries(kept, str(path))
