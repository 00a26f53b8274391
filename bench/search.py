"""``python -m bench.search``: a search beside the reading of the budget lines, in one run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from sqlalchemy import Engine

from db import engine, load, queries

ROUNDS = 15

#: As citizens type: one word, more words, endings, a slip.
TYPED = ("kütüphane", "merkez kütüphanelerinde", "ITFAIYE", "köpek barınağı", "otbüs", "zzz")


def _median(ask: Callable[[], object]) -> float:
    """Milliseconds that a question takes, the middle of the rounds after a first one."""
    ask()
    took = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        ask()
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def report() -> str:
    """A table: what is typed, milliseconds, and how many times the reading of the budget lines."""
    asked: Engine = engine.create(load.ensure())
    key = queries.programmes(asked)[0].key
    least = _median(lambda: queries.budget_lines(asked, key))
    lines = [
        "| question | ms | beside the budget lines |",
        "| --- | ---: | ---: |",
        f"| budget lines | {least:.1f} | 1.00 × |",
    ]
    for typed in TYPED:
        took = _median(lambda typed=typed: queries.search(asked, key, typed))  # type: ignore[misc]
        lines.append(f"| {typed} | {took:.1f} | {took / least:.2f} × |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())
