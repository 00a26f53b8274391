"""The logs of who decided what and when: CSV, each line written once and never again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path


def appended(path: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The bytes of the log at ``path`` with ``rows`` at its end; of one that is not there yet with
    ``head`` first."""
    kept = path.read_text(encoding="utf-8") if path.is_file() else ""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    if not kept:
        writer.writerow(head)
    writer.writerows(rows)
    return (kept + buffer.getvalue()).encode("utf-8")
