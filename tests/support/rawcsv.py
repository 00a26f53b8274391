"""The CSV files read with nothing of ours, for figures to be held against."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    """The rows of a table's file, every cell a text."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def kurus(text: str) -> int | None:
    """Lira with two decimals as whole kuruş; ``None`` for an empty cell."""
    return int(Decimal(text) * 100) if text else None


def kurus_sum(texts: list[str]) -> int:
    """The sum of such cells; empty ones add nothing."""
    return sum(kurus(text) or 0 for text in texts)
