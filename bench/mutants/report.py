"""What became of the mutants: a record a module, kept from run to run, and the tables of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bench.mutants.sources import CONFIG, ROOT

RESULTS = ROOT / "bench" / "results"


@dataclass
class Outcome:
    """A module's mutants: how many could be made, and what became of those that were tried.

    ``digest`` is its text's, so that a later run knows whether the record still holds.
    """

    path: str
    digest: str
    possible: int
    killed: int = 0
    slow: int = 0
    explained: int = 0
    seconds: float = 0.0
    survivors: list[str] = field(default_factory=list)

    @property
    def tried(self) -> int:
        """How many count: all that were tried but the explained."""
        return self.killed + len(self.survivors)

    @property
    def rate(self) -> float:
        """Per cent noticed of those tried; 100 where there was nothing to try."""
        return 100 * self.killed / self.tried if self.tried else 100.0


def is_explained(path: str, change: str) -> bool:
    """Whether the configuration says why nobody could notice the change (a unified diff)."""
    lines = change.splitlines()[2:]
    before = [line[1:].strip() for line in lines if line.startswith("-")]
    after = [line[1:].strip() for line in lines if line.startswith("+")]
    return any(
        entry["path"] == path
        and entry["before"].split("\n") == before
        and entry["after"].split("\n") == after
        for entry in CONFIG.get("explained", [])
    )


def earlier(sample: str) -> dict[str, Outcome]:
    """The records of earlier runs with the same seed and sample, by path."""
    try:
        report = json.loads((RESULTS / "mutants.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    if (report["seed"], report["sample"]) != (CONFIG["seed"], sample):
        return {}
    return {record["path"]: Outcome(**record) for record in report["modules"]}


def write(modules: Iterable[Outcome], problems: Sequence[str], sample: str) -> None:
    """``mutants.json``, and the survivors' differences and the tables for a person to read."""
    modules = sorted(modules, key=lambda module: module.path)
    RESULTS.mkdir(exist_ok=True)
    report: dict[str, Any] = {"seed": CONFIG["seed"], "sample": sample, "problems": problems}
    report["modules"] = [vars(module) for module in modules]
    text = json.dumps(report, ensure_ascii=False, indent=1)
    (RESULTS / "mutants.json").write_text(text + "\n", encoding="utf-8")
    survivors = "\n".join(change for module in modules for change in module.survivors)
    (RESULTS / "mutants-survived.diff").write_text(survivors, encoding="utf-8")
    rooms: dict[str, list[Outcome]] = defaultdict(list)
    for module in modules:
        rooms[str(Path(module.path).parent)].append(module)
    tables = f"{table('room', [_sum(path, of) for path, of in rooms.items()])}\n\n"
    tables += f"{table('module', modules)}\n"
    (RESULTS / "mutants.md").write_text(tables, encoding="utf-8")


def table(kind: str, rows: Sequence[Outcome]) -> str:
    """Rows as a table in Markdown, and all of them together as its last row."""
    lines = [
        f"| {kind} | possible | tried | noticed | survived | explained |  |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in [*rows, _sum("together", rows)]:
        name = row.path if row.path == "together" else f"`{row.path}`"
        lines.append(
            f"| {name} | {row.possible:,} | {row.tried} | {row.killed} "
            f"| {len(row.survivors)} | {row.explained} | {row.rate:.0f} % |"
        )
    return "\n".join(lines)


def _sum(path: str, rows: Sequence[Outcome]) -> Outcome:
    total = Outcome(path, "", 0)
    for row in rows:
        total = replace(
            total,
            possible=total.possible + row.possible,
            killed=total.killed + row.killed,
            slow=total.slow + row.slow,
            explained=total.explained + row.explained,
            seconds=total.seconds + row.seconds,
            survivors=total.survivors + row.survivors,
        )
    return total
