"""``python -m bench.mutants [PATH ...]``: the sources of ``config.toml``, or those named."""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.mutants import faults, trial
from bench.mutants.sources import CONFIG, ROOT, sources, tests_of

RESULTS = ROOT / "bench" / "results"
#: Imported once, before any fork.
LARGE = (
    *("altair", "babel.numbers", "hypothesis", "pandas", "playwright.sync_api", "pyarrow"),
    *("pydeck", "pytest", "sqlalchemy.orm", "starlette.testclient", "streamlit", "vl_convert"),
)


@dataclass
class Outcome:
    """A module's mutants: how many could be made, and what became of those that were tried."""

    path: str
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


def examined(path: Path, wanted: int | None) -> Outcome:
    """A module's mutants, tried.

    Raises RuntimeError when it has no tests, or they don't pass over the unchanged module.
    """
    shown = str(path.relative_to(ROOT))
    source = path.read_text(encoding="utf-8")
    tests = tests_of(path)
    if not tests:
        raise RuntimeError("no test asks it")
    began = time.monotonic()
    possible, made = faults.mutants(source, wanted, f"{CONFIG['seed']} {shown}")
    outcome = Outcome(shown, possible)
    for mutant, end in zip(made, trial.outcomes(path, source, made, tests), strict=True):
        change = faults.difference(shown, source, mutant.code)
        if end != trial.SURVIVED:
            outcome.killed += 1
            outcome.slow += end == trial.SLOW
        elif _is_explained(shown, change):
            outcome.explained += 1
        else:
            outcome.survivors.append(change)
    outcome.seconds = round(time.monotonic() - began, 1)
    return outcome


def _is_explained(path: str, change: str) -> bool:
    lines = change.splitlines()[2:]
    before = [line[1:].strip() for line in lines if line.startswith("-")]
    after = [line[1:].strip() for line in lines if line.startswith("+")]
    return any(
        entry["path"] == path and [entry["before"]] == before and [entry["after"]] == after
        for entry in CONFIG.get("explained", [])
    )


def table(modules: list[Outcome]) -> str:
    """The outcomes as a table in Markdown, and all of them together as its last row."""
    total = Outcome("all", sum(module.possible for module in modules))
    lines = [
        "| module | possible | tried | killed | survived | explained | noticed | seconds |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for module in modules:
        total.killed += module.killed
        total.explained += module.explained
        total.seconds += module.seconds
        total.survivors += module.survivors
    for row in [*modules, total]:
        lines.append(
            f"| {row.path} | {row.possible:,} | {row.tried} | {row.killed} "
            f"| {len(row.survivors)} | {row.explained} | {row.rate:.0f} % | {row.seconds:.0f} |"
        )
    return "\n".join(lines)


def write(modules: list[Outcome], problems: list[str], sample: str) -> None:
    """``mutants.json`` and the survivors' differences, for a person to read."""
    RESULTS.mkdir(exist_ok=True)
    report: dict[str, Any] = {"seed": CONFIG["seed"], "sample": sample, "problems": problems}
    report["modules"] = [{**vars(module), "rate": round(module.rate, 1)} for module in modules]
    text = json.dumps(report, ensure_ascii=False, indent=1)
    (RESULTS / "mutants.json").write_text(text + "\n", encoding="utf-8")
    survivors = "\n".join(change for module in modules for change in module.survivors)
    (RESULTS / "mutants-survived.diff").write_text(survivors, encoding="utf-8")


def main(names: list[str]) -> int:
    """0 when enough was noticed and every module could be tried."""
    sample = os.environ.get("MUTANTS") or str(CONFIG["sample"])
    wanted = None if sample == "all" else int(sample)
    os.chdir(ROOT)
    # A server of PostgreSQL would be started anew for every mutant.
    os.environ["KBB_TEST_SQLITE_ONLY"] = "1"
    for name in LARGE:
        importlib.import_module(name)
    from hypothesis import settings

    # The same mutants are noticed in every run.
    settings.register_profile("mutants", derandomize=True, database=None, deadline=None)
    settings.load_profile("mutants")
    modules, problems = list[Outcome](), list[str]()
    for path in [ROOT / name for name in names] or sources():
        answer = trial.answered(lambda path=path: vars(examined(path, wanted)))  # type: ignore[misc]
        if "problem" in answer:
            problems.append(f"{path.relative_to(ROOT)}: {answer['problem']}")
            print(problems[-1], flush=True)
            continue
        modules.append(Outcome(**answer))
        print(f"{modules[-1].path}: {modules[-1].killed} of {modules[-1].tried}", flush=True)
        # A run takes long: what is known by now stays, whatever ends it.
        write(modules, problems, sample)
    write(modules, problems, sample)
    print(f"\n{table(modules)}\n\nSurvivors: bench/results/mutants-survived.diff")
    killed, tried = sum(row.killed for row in modules), sum(row.tried for row in modules)
    return int(bool(problems) or 100 * killed < CONFIG["least"] * tried)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
