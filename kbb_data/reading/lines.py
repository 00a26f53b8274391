"""A programme's text as numbered lines: decoding, sections, and an account of every line.

Nothing here knows what a table means. A line is split at its tabs; a section is the run of
lines from its heading to the next one; and every non-blank line is marked as taken up by a
table or as passed over for a reason, so that none disappears silently.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.reading.sections import (
    ACCOUNTED_SECTIONS,
    REQUIRED_SECTIONS,
    SECTIONS,
    Heading,
    headings,
    in_order,
    within,
)
from kbb_data.turkish import squeeze

MAX_BYTES = 20 * 1024 * 1024

#: Soft hyphens, zero-width characters, marks of direction, of byte order and of variants.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202d\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff]"
)
_TAG = re.compile(r"<[^<>]*>?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text: its number from 1, its section by the form's number, its cells with
    space folded; ``printed`` is the section's number as the document prints it, empty where it
    prints none, ``heading`` what the line says as a section's heading."""

    number: int
    section: str
    text: str
    cells: tuple[str, ...]
    printed: str = ""
    heading: Heading | None = None

    @property
    def filled(self) -> tuple[tuple[int, str], ...]:
        """The cells that are not empty, each with its column."""
        return tuple((column, cell) for column, cell in enumerate(self.cells) if cell)

    @property
    def first(self) -> str:
        """The first cell that is not empty; empty for a blank line."""
        return next((cell for cell in self.cells if cell), "")

    def cell(self, column: int) -> str:
        """The cell of a column; empty where the line has no such column."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""

    @property
    def major(self) -> str:
        """The form's section that it lies in: ``2.3`` of ``2.3.4``."""
        return ".".join(self.section.split(".")[:2])

    @property
    def place(self) -> str:
        """The section under which a reader of the document finds the line: as printed, else by the
        form's number."""
        return self.printed or self.section

    @property
    def is_accounted(self) -> bool:
        """Whether it lies in a section whose every line is accounted for."""
        return self.major in ACCOUNTED_SECTIONS


@dataclass(frozen=True, slots=True)
class Passed:
    """A line that no table takes up, and why."""

    line: int
    section: str
    reason: str
    text: str


class Account:
    """Which lines were taken up by a table, and which were passed over and why."""

    def __init__(self) -> None:
        self.taken: dict[int, str] = {}
        self.passed: list[Passed] = []

    def take(self, line: Line, table: str) -> None:
        """Note that ``table`` holds what ``line`` says."""
        self.taken[line.number] = table

    def skip(self, line: Line, reason: str) -> None:
        """Note that no table holds ``line``, for ``reason``."""
        self.passed.append(Passed(line.number, line.section, reason, line.text.strip()))


def decode(content: bytes) -> str:
    """The text of a programme file. Refuses what is too large, not UTF-8 or empty."""
    if len(content) > MAX_BYTES:
        raise Unreadable(
            [
                Problem(
                    0,
                    "file",
                    f"a text of at most {MAX_BYTES // 1024 // 1024} MB",
                    f"{len(content) / 1024 / 1024:.1f} MB",
                )
            ]
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            [
                Problem(
                    line,
                    "file",
                    "UTF-8 text",
                    f"byte 0x{content[error.start]:02x} that is not; save the text as UTF-8",
                )
            ]
        ) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Unreadable([Problem(line, "file", "plain text", "a NUL byte; is this a text file?")])
    if not text.strip():
        raise Unreadable([Problem(0, "file", "the text of a performance programme", "nothing")])
    if "\n" not in text:
        # Lines as an old Macintosh ended them.
        text = text.replace("\r", "\n")
    # A letter that the extraction left as base and mark is the same letter; a mark that nobody
    # sees is none.
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


def split_lines(text: str, required: tuple[str, ...] = REQUIRED_SECTIONS) -> list[Line]:
    """The lines of a text with their sections; section ``0`` is what precedes the first one.

    Raises ``Unreadable`` when one of the sections that the form requires has no heading.
    """
    rows = [raw.rstrip("\r") for raw in text.split("\n")]
    found = headings(rows)
    lines: list[Line] = []
    section, printed = "0", ""
    opened: set[str] = set()
    for place, raw in enumerate(rows):
        heading = found.get(place)
        # A section's heading printed anew within the section is a page's head.
        if heading and not (heading.section in opened and within(section, heading.section)):
            section, printed = heading.section, heading.printed
            opened.add(section)
        cells = tuple(squeeze(_TAG.sub(" ", cell)) for cell in raw.split("\t"))
        lines.append(Line(place + 1, section, raw, cells, printed, heading))
    missing = [name for name in required if name not in opened]
    if missing:
        raise Unreadable(
            Problem(
                0,
                f"section {name}",
                f"the heading '{name}. {SECTIONS[name]}'",
                "no such heading; is the text cut or the heading missing?",
            )
            for name in missing
        )
    first = {name: next(line.number for line in lines if line.section == name)
             for name in SECTIONS if name in opened}  # fmt: skip
    expected, actual = in_order(first)
    if expected != actual:
        raise Unreadable(
            [
                Problem(
                    0, "sections", "sections in the order " + ", ".join(expected), ", ".join(actual)
                )
            ]
        )
    return lines


def in_section(lines: list[Line], section: str) -> Iterator[Line]:
    """The non-blank lines of a section and of its subsections, its heading left out."""
    heading_passed = False
    for line in lines:
        if within(line.section, section):
            if not heading_passed:
                heading_passed = True
                continue
            if line.first:
                yield line


def unexpected(line: Line, table: str, expected: str) -> Problem:
    """The problem that ``line`` is not what ``table`` needs at this place."""
    return Problem(line.number, table, expected, quote(" | ".join(c for _, c in line.filled)))


def lacking(line: Line, table: str, width: int) -> Problem:
    """The problem that a row has fewer cells than its head, so that figures slid to the left."""
    return unexpected(
        line, table, f"{width} cells as in the head; leave a cell that states nothing empty"
    )
