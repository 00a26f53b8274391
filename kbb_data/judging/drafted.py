"""What a draft of judged files consists of: entries, what became of each, notes for a person."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

EXACT, SIMILAR, UNCHECKED, HELD, GONE = "exact", "similar", "unchecked", "held", "gone"
#: Of entries that link two programmes: judged in this programme's own file, and not judged yet.
JUDGED, PAIRED = "judged", "paired"

#: What a note says, by its kind: ``{words}`` are the document's, a reason's or none.
_NOTES = {
    "held": "held back, the import would refuse it: {words}",
    "unchecked": "check: looked for in no text; give the programme's text, or read its section 1.4",
    "gone": "no longer printed: {words}",
    "similar": "similarity {score}: earlier printed {words}",
    "alike": "proposed, the names are alike (similarity {score})",
    "equal": "proposed, the names are the same",
    "parts": "proposed, {words} of the activities and indicators of both are the same",
    "units": "proposed, the same spending units carry both, and nothing else of their level",
    "alone": "proposed, no counterpart was seen",
}


@dataclass(frozen=True, slots=True)
class Note:
    """What a person must know of a drafted entry; printed in English, as the commands are."""

    kind: str
    words: str = ""
    score: int = 0

    def __str__(self) -> str:
        return _NOTES[self.kind].format(words=self.words, score=self.score)


@dataclass(slots=True)
class Drafted:
    """One earlier entry in the new draft: its fields, what became of it, notes for a person."""

    section: str
    fields: dict[str, Any]
    outcome: str
    notes: list[Note] = field(default_factory=list)
    score: int = 100
    place: tuple[Any, ...] = ()


@dataclass(slots=True)
class Section:
    """A section of the draft; ``to_judge`` are the fields known of the entries still to make."""

    name: str
    entries: list[Drafted] = field(default_factory=list)
    to_judge: list[dict[str, Any]] = field(default_factory=list)

    def of(self, *outcomes: str) -> list[Drafted]:
        return [entry for entry in self.entries if entry.outcome in outcomes]


def toml_lines(fields: dict[str, Any]) -> Iterator[str]:
    """An entry's fields as lines of TOML."""
    # A JSON string, number, boolean or list of strings is also a TOML value.
    for name, value in fields.items():
        yield f"{name} = {json.dumps(value, ensure_ascii=False)}\n"
