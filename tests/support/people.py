"""Reading a CSV for Turkish spreadsheets as a person sees it, without the code that writes it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Read:
    """The cells of a file as texts: headings, rows, and label and text of the lines below."""

    headings: list[str]
    rows: list[list[str]]
    notes: list[list[str]]

    def dicts(self) -> list[dict[str, str]]:
        """The rows by heading."""
        return [dict(zip(self.headings, row, strict=True)) for row in self.rows]


def read(content: bytes) -> Read:
    """The file's parts; the first empty line ends the rows."""
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert "\n" not in text.replace("\r\n", "")
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    end = lines.index([]) if [] in lines else len(lines)
    return Read(lines[0], lines[1:end], lines[end + 1 :])


def text(cell: str) -> str:
    """What a cell of text says."""
    return cell[1:] if cell.startswith("'") else cell


def number(cell: str) -> Decimal:
    """The number of a cell."""
    assert "." not in cell
    return Decimal(cell.replace(",", "."))
