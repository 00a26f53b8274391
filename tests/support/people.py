"""Reading a CSV for Turkish spreadsheets as a person sees it, without the code that writes it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Read:
    """The cells of a file as texts: headings, rows; and what stands in the lines below, as one
    text, whose ``lines`` are those of the file."""

    headings: list[str]
    rows: list[list[str]]
    lines: list[str]

    @property
    def notes(self) -> str:
        """The lines below the rows, read on."""
        return " ".join(map(text, self.lines))

    def dicts(self) -> list[dict[str, str]]:
        """The rows by heading."""
        return [dict(zip(self.headings, row, strict=True)) for row in self.rows]


def read(content: bytes) -> Read:
    """The file's parts; the first empty line ends the rows."""
    assert content.startswith(b"\xef\xbb\xbf")
    said = content.decode("utf-8-sig")
    assert "\n" not in said.replace("\r\n", "")
    lines = list(csv.reader(io.StringIO(said, newline=""), delimiter=";"))
    end = lines.index([]) if [] in lines else len(lines)
    below = lines[end + 1 :]
    assert all(len(line) == 1 for line in below)
    return Read(lines[0], lines[1:end], [line[0] for line in below])


def text(cell: str) -> str:
    """What a cell of text says."""
    return cell[1:] if cell.startswith("'") else cell


def number(cell: str) -> Decimal:
    """The number of a cell; amounts are grouped and have two decimals, nothing else has a point."""
    if "." in cell:
        assert re.fullmatch(r"-?\d{1,3}(\.\d{3})+,\d\d", cell), cell
    return Decimal(cell.replace(".", "").replace(",", "."))
