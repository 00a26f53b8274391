"""A draft: a file's text as it was read, for a person to mend before it is imported.

A line in doubt has a mark above it that says where it stands in the file and why; a text with a
mark is not imported. Beside the text lies where each line stands in the file. It holds for that
text alone: once somebody edits the text by hand, its lines are known by their number.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kbb_data.files.kinds import refusal
from kbb_data.problems import Problem, Unreadable, quote

#: What the line above a doubtful one begins with.
MARK = "#?"
#: What a draft's text is called in its folder, and what is known of its lines.
TEXT, STATE = "draft.txt", "draft.json"
_PLACE = re.compile(r"(page \d+(?:, table \d+, row \d+)?): ")
#: Where one doubt of a mark ends and the next begins; what it quotes may hold a semicolon.
_NEXT = re.compile(r"; (?=a |letters )")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A mark: the place in the file (empty where the mark tells none) and the reasons."""

    place: str
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        """The mark's line."""
        place = f"{self.place}: " if self.place else ""
        return f"{MARK} {place}{'; '.join(self.reasons)}"


@dataclass(frozen=True, slots=True)
class Draft:
    """The lines of a draft without its marks, the marks by the number (from 1) of the line below
    them, and where a line stands in the file, as far as it is known."""

    lines: tuple[str, ...]
    doubts: Mapping[int, Doubt] = field(default_factory=dict)
    places: Mapping[int, str] = field(default_factory=dict)

    @property
    def content(self) -> bytes:
        """The draft's file: its lines with the marks above them."""
        return "\n".join(
            f"{self.doubts[number]}\n{line}" if number in self.doubts else line
            for number, line in enumerate(self.lines, start=1)
        ).encode("utf-8")

    @property
    def text(self) -> bytes:
        """The text without its marks, as an import reads it."""
        return "\n".join(self.lines).encode("utf-8")

    @property
    def hash(self) -> str:
        """What tells this draft from another one, marks included."""
        return digest(self.content)

    def place(self, number: int) -> str:
        """Where a line stands in the file; empty where it is not known."""
        doubt = self.doubts.get(number)
        return self.places.get(number, "") or (doubt.place if doubt else "")

    def number(self, line: int) -> int:
        """The number that a line has in the draft's file, where the marks count as lines."""
        return line + sum(1 for marked in self.doubts if marked <= line)


def digest(content: bytes) -> str:
    """The SHA-256 of a text, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def load(folder: Path) -> Draft:
    """The draft in ``folder``. Raises ``Unreadable`` where there is none, or none in UTF-8."""
    path = folder / TEXT
    try:
        content = path.read_bytes()
        lines = content.decode("utf-8").split("\n")
    except OSError as error:
        raise refusal(path, "a draft", str(error.strerror)) from error
    except UnicodeDecodeError as error:
        raise refusal(path, "UTF-8 text", "another coding; save the text as UTF-8") from error
    return parse(lines, places(folder, content))


def parse(lines: list[str], known: Mapping[int, str]) -> Draft:
    """The draft that lines with marks make; ``known`` places are by the number without marks."""
    kept: list[str] = []
    marks: list[str] = []
    doubts: dict[int, Doubt] = {}
    for line in lines:
        if line.startswith(MARK):
            marks.append(line.removeprefix(MARK).strip())
            continue
        kept.append(line)
        if marks:
            doubts[len(kept)] = _doubt(marks)
            marks = []
    if marks:
        # A mark below the last line is about that line.
        earlier = doubts.get(len(kept), Doubt("", ()))
        last = _doubt(marks)
        doubts[len(kept)] = Doubt(earlier.place or last.place, (*earlier.reasons, *last.reasons))
    return Draft(tuple(kept), doubts, known)


def _doubt(marks: list[str]) -> Doubt:
    place, reasons = "", []
    for mark in marks:
        match = _PLACE.match(mark)
        place = place or (match[1] if match else "")
        reasons += _NEXT.split(mark[match.end() :] if match else mark)
    return Doubt(place, tuple(filter(None, reasons)))


def state(folder: Path) -> dict[str, Any]:
    """What is kept of the draft in ``folder`` beside its text; empty where nothing is."""
    path = folder / STATE
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        raise refusal(path, "what draft wrote", "something else; take the file away") from error
    if not isinstance(found, dict):
        raise refusal(path, "what draft wrote", "something else; take the file away")
    return found


def state_bytes(draft: Draft, **more: Any) -> bytes:
    """The file that keeps where the draft's lines stand, and whatever else is to be known of it."""
    kept = {"text": draft.hash, "places": {str(line): draft.places[line] for line in draft.places}}
    return json.dumps({**kept, **more}, ensure_ascii=False, indent=1).encode("utf-8")


def places(folder: Path, content: bytes) -> dict[int, str]:
    """Where the lines of the draft's text stand in the file; nothing for a text that somebody
    altered by hand."""
    known = state(folder)
    if known.get("text") != digest(content):
        return {}
    return {int(line): str(place) for line, place in known.get("places", {}).items()}


def hold_marks(content: bytes) -> None:
    """Raise ``Unreadable`` where a text still has a mark of a draft."""
    lines = content.decode("utf-8", "replace").split("\n")
    marked = [(number, line) for number, line in enumerate(lines, 1) if line.startswith(MARK)]
    if marked:
        number, line = marked[0]
        more = f", and {len(marked) - 1} more marks" if len(marked) > 1 else ""
        raise Unreadable(
            [
                Problem(
                    number,
                    "draft",
                    "a text that a person has mended",
                    f"{quote(line)}{more}; hold the line below it against the PDF, mend it and "
                    "take the mark out, here or in the workbook: python -m kbb_data review",
                )
            ]
        )
