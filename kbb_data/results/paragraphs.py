"""The running text of a report: paragraphs with the heading that they stand under.

A PDF's draft breaks a paragraph at every line's end and a Word document does not; both give the
same paragraphs here, each knowing on which line a letter stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kbb_data.reading.lines import Line
from kbb_data.results.names import codes_of
from kbb_data.results.records import ECONOMIC, REVENUE
from kbb_data.turkish import fold

_ROMAN = re.compile(r"(I{1,3}|IV|V)\s*[-–.]\s*\D.*")
_LETTER = re.compile(r"([A-H])\s*[.)]\s*\D.*")
_CODE = re.compile(r"(\d{1,2})\s*[.)]\s*(\D.*)")
_ANNEX = re.compile(r"(EK\s*-?\s*\d+)\b.*")
_AMOUNT = re.compile(r"\d,\d\d|\bTL\b")
_PAGE = re.compile(r"\d{1,3}")
_LONGEST_HEADING = 90


@dataclass(frozen=True, slots=True)
class Context:
    """Where a paragraph stands: the section (``III.A``), the classification that its heading names
    and the code of the heading nearest above it; empty where there is none."""

    section: str = ""
    classification: str = ""
    code: str = ""


@dataclass(slots=True)
class Paragraph:
    """A run of text: its words, ``flat`` the same folded letter by letter (as long as the words),
    and its context."""

    context: Context
    lines: list[Line] = field(default_factory=list)
    text: str = ""
    _starts: list[int] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Put a line behind the others; a line's end is a line feed."""
        self.lines.append(line)
        self._starts.append(len(self.text))
        self.text += " ".join(cell for _, cell in line.filled) + "\n"

    @property
    def flat(self) -> str:
        """The words, folded letter by letter."""
        return flat(self.text)

    def line(self, position: int) -> Line:
        """The line of the letter at ``position``."""
        return self.lines[bisect_right(self._starts, position) - 1]


def flat(text: str) -> str:
    """``text`` folded letter by letter: every letter at its place."""
    return "".join(" " if letter.isspace() else (fold(letter) or " ")[0] for letter in text)


def sectioned(lines: Sequence[Line]) -> Iterator[tuple[Line, Context, bool]]:
    """Each line with the context in which it stands, and whether it is a heading."""
    part, context = "", Context()
    for line in lines:
        heading = _heading(line)
        if match := heading and _ROMAN.fullmatch(heading):
            part = match[1]
            context = Context(part, _classification(heading))
        elif match := heading and _ANNEX.fullmatch(heading):
            part = ""
            context = Context(match[1].replace(" ", ""), _classification(heading))
        elif match := heading and _LETTER.fullmatch(heading):
            section = f"{part}.{match[1]}" if part else match[1]
            context = Context(section, _classification(heading))
        elif (match := heading and _CODE.fullmatch(heading)) and context.classification:
            codes = codes_of(context.classification, fold(match[2]))
            code = codes.pop() if len(codes) == 1 else ""
            context = Context(context.section, context.classification, code)
        else:
            heading = ""
        yield line, context, bool(heading)


def paragraphs(lines: Sequence[Line], taken: set[int]) -> Iterator[Paragraph]:
    """The paragraphs of the lines that no table took; a heading, a table's row or a new context
    ends one."""
    current: Paragraph | None = None
    for line, context, is_heading in sectioned(lines):
        if not line.filled or (len(line.cells) == 1 and _PAGE.fullmatch(line.first)):
            continue
        ends = is_heading or line.number in taken or len(line.filled) > 2
        if current and (ends or current.context != context):
            yield current
            current = None
        if ends:
            continue
        current = current or Paragraph(context)
        current.add(line)
    if current:
        yield current


def _heading(line: Line) -> str:
    """The words of a line that may be a heading; empty for others."""
    is_short = len(line.filled) == 1 and len(line.first) <= _LONGEST_HEADING
    return line.first if is_short and not _AMOUNT.search(line.first) else ""


def _classification(heading: str) -> str:
    words = fold(heading)
    if "gelir" in words and "gider" not in words:
        return REVENUE
    return ECONOMIC if "gider" in words and "gelir" not in words else ""
