"""A programme's text out of the file in which it comes.

Whatever the file is, its reader gets the same: lines, in which a table's row is its cells with tabs
between them, and for each line where it stands in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kbb_data.files import word, workbook
from kbb_data.files.kinds import Kind, kind_of, refusal


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file in UTF-8, and where its lines stand in the file by their number (``table
    12, row 3``); for a text no places, since the number says it."""

    content: bytes
    places: Mapping[int, str] = field(default_factory=dict)


def extract(path: Path) -> Extract:
    """The text of the file at ``path``. Raises ``Unreadable`` for a file that can't be taken, and
    for a PDF, which only a person can bring in (``python -m kbb_data draft``)."""
    kind = kind_of(path)
    if kind is Kind.PDF:
        raise refusal(
            path,
            "Word (.docx), Excel (.xlsx) or text",
            "a PDF, whose tables can't be read with certainty; make a text that you can mend: "
            f"python -m kbb_data draft {path.name} --out DIR",
        )
    if kind is Kind.TEXT:
        return Extract(path.read_bytes())
    lines, places = (word if kind is Kind.WORD else workbook).lines(path)
    if not any(line.strip() for line in lines):
        raise refusal(
            path, "a document with text", "none; pictures of pages (a scan) can't be read"
        )
    return Extract("\n".join(lines).encode("utf-8"), places)
