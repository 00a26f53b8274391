"""Which share of a programme's rows is read rightly from a PDF, and how many wrong ones are marked.

Run with ``python -m bench.pdf_rows TEXT``. The PDF is made of the text, with ruled tables on A4
that pages end within, so that what stands in it is known row by row.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench.importer import default_source
from kbb_data.files.drafts import MARK
from kbb_data.files.pdf import draft
from tests.support import documents


@dataclass(frozen=True)
class RowsRead:
    """How many rows of tables the text has, how many the draft has rightly, how many of the
    draft's other rows it marks as doubtful and how many it doesn't; seconds and peak memory."""

    rows: int
    right: int
    marked: int
    unmarked: int
    pages: int
    seconds: float
    peak_bytes: int


def measure(source: Path) -> RowsRead:
    """What a draft of the PDF of ``source`` reads."""
    text = source.read_text(encoding="utf-8")
    kept = Counter(_row(line) for line in text.split("\n") if "\t" in line and _row(line))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "programme.pdf"
        path.write_bytes(documents.pdf(text))
        begin = time.perf_counter()
        drafted = draft(path).content.decode()
        seconds = time.perf_counter() - begin
        pages = path.read_bytes().count(b"/Type /Page\n") + path.read_bytes().count(b"/Type/Page/")
    left = Counter(kept)
    marked = unmarked = 0
    is_marked = False
    for line in drafted.split("\n"):
        if line.startswith(MARK):
            is_marked = True
            continue
        row = _row(line)
        if left[row] > 0:
            left[row] -= 1
        elif "\t" in line and row:
            marked, unmarked = marked + is_marked, unmarked + (not is_marked)
        is_marked = False
    total = sum(kept.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return RowsRead(total, total - sum(left.values()), marked, unmarked, pages, seconds, peak)


def _row(line: str) -> tuple[str, ...]:
    """A row by its cells that hold something."""
    return tuple(" ".join(cell.split()) for cell in line.split("\t") if cell.strip())


def report(read: RowsRead) -> str:
    """The measurement as a table of one row."""
    return (
        "| rows | right | share | wrong, marked | wrong, not marked | seconds | peak MB |\n"
        "|---|---|---|---|---|---|---|\n"
        f"| {read.rows} | {read.right} | {read.right / read.rows:.1%} | {read.marked} "
        f"| {read.unmarked} | {read.seconds:.1f} | {read.peak_bytes / 1e6:.0f} |"
    )


if __name__ == "__main__":
    print(report(measure(Path(sys.argv[1]) if len(sys.argv) > 1 else default_source())))
