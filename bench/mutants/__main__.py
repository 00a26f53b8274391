"""``python -m bench.mutants [--again] [PATH ...]``: the sources of ``config.toml``, or those named.

``--again`` tries the survivors of the run before anew, and modules that changed since.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from bench.mutants import faults, report, telling, trial
from bench.mutants.forks import SLOW, SURVIVED
from bench.mutants.report import Outcome
from bench.mutants.sources import CONFIG, ROOT, sources, tests_of

AGAIN = "--again"
#: Imported once, before any fork.
LARGE = (
    *("altair", "babel.numbers", "hypothesis", "pandas", "playwright.sync_api", "pyarrow"),
    *("pydeck", "pytest", "sqlalchemy.orm", "starlette.testclient", "streamlit", "vl_convert"),
)


def begun(path: Path, wanted: int | None, earlier: Outcome | None) -> tuple[Outcome, trial.Module]:
    """A module's record so far and what of it is to be tried: all of its sample, or only what
    survived in an ``earlier`` record of the same text.

    Raises RuntimeError when it has no tests.
    """
    shown = str(path.relative_to(ROOT))
    source = path.read_text(encoding="utf-8")
    if not tests_of(path):
        raise RuntimeError("no test asks it")
    digest = hashlib.sha256(source.encode()).hexdigest()
    possible, made = faults.mutants(source, wanted, f"{CONFIG['seed']} {shown}")
    outcome = Outcome(shown, digest, possible)
    if earlier is not None and earlier.digest == digest:
        changes = [(mutant, faults.difference(shown, source, mutant.code)) for mutant in made]
        left = [entry for entry in changes if entry[1] in earlier.survivors]
        made = [mutant for mutant, change in left if not report.is_explained(shown, change)]
        explained = earlier.explained + len(left) - len(made)
        outcome = replace(earlier, survivors=[], explained=explained)
    return outcome, trial.Module(path, source, made)


def noticed_near(outcome: Outcome, module: trial.Module) -> tuple[Outcome, trial.Module]:
    """The record and the module without the mutants that the nearest tests notice by now."""
    trial.try_afresh(module, [], {})
    ends = zip(module.mutants, module.results, strict=True)
    left = [mutant for mutant, end in ends if end == SURVIVED]
    outcome = replace(outcome, killed=outcome.killed + len(module.mutants) - len(left))
    return outcome, trial.Module(module.path, module.source, left)


def finished(outcome: Outcome, module: trial.Module, seconds: float) -> Outcome:
    """The record with what became of the mutants that were tried."""
    for mutant, end in zip(module.mutants, module.results, strict=True):
        change = faults.difference(outcome.path, module.source, mutant.code)
        if end != SURVIVED:
            outcome.killed += 1
            outcome.slow += end == SLOW
        elif report.is_explained(outcome.path, change):
            outcome.explained += 1
        else:
            outcome.survivors.append(change)
    outcome.seconds = round(seconds, 1)
    return outcome


def main(arguments: Sequence[str]) -> int:
    """0 when enough was noticed and every module could be tried."""
    sample = os.environ.get("MUTANTS") or str(CONFIG["sample"])
    wanted = None if sample == "all" else int(sample)
    names = [name for name in arguments if name != AGAIN]
    os.chdir(ROOT)
    # A server of PostgreSQL would be started anew for every mutant.
    os.environ["KBB_TEST_SQLITE_ONLY"] = "1"
    # What was made before a mutant was planted would hide it.
    os.environ["KBB_TEST_APART"] = "1"
    # Fresh imports by the hundred: what is compiled is kept beside the sources.
    sys.dont_write_bytecode = False
    for name in LARGE:
        importlib.import_module(name)
    telling.prepare()
    from hypothesis import settings

    # The same mutants are noticed in every run.
    settings.register_profile("mutants", derandomize=True, database=None, deadline=None)
    asked = [ROOT / name for name in names] or sources()
    known = {str(path.relative_to(ROOT)) for path in sources()}
    records = {path: kept for path, kept in report.earlier(sample).items() if path in known}
    problems = list[str]()
    for room, paths in groupby(asked, key=lambda path: path.parent):
        start = time.monotonic()
        entries = list[tuple[Outcome, trial.Module]]()
        for path in paths:
            shown = str(path.relative_to(ROOT))
            try:
                entry = begun(path, wanted, records.get(shown) if AGAIN in arguments else None)
            except RuntimeError as error:
                problems.append(f"{shown}: {error}")
                continue
            if AGAIN in arguments and shown in records:
                entry = noticed_near(*entry)
            if entry[1].mutants:
                entries.append(entry)
            else:
                records[shown] = entry[0]
        if not entries:
            continue
        outcomes = {module.path: outcome for outcome, module in entries}
        try:
            for module in trial.tried([module for _, module in entries]):
                if module.problem:
                    problems.append(f"{module.path.relative_to(ROOT)}: {module.problem}")
                    print(problems[-1], flush=True)
                    continue
                seconds, start = time.monotonic() - start, time.monotonic()
                outcome = finished(outcomes[module.path], module, seconds)
                records[outcome.path] = outcome
                print(f"{outcome.path}: {outcome.killed} of {outcome.tried}", flush=True)
                # A run takes long: what is known by now stays, whatever ends it.
                report.write(records.values(), problems, sample)
        except RuntimeError as error:
            problems.append(f"{room.relative_to(ROOT)}: {error}")
            print(problems[-1], flush=True)
    report.write(records.values(), problems, sample)
    modules = [records[path] for path in sorted(records)]
    print(f"\n{report.table('module', modules)}\n\nSurvivors: bench/results/mutants-survived.diff")
    killed, tried = sum(row.killed for row in modules), sum(row.tried for row in modules)
    return int(bool(problems) or 100 * killed < CONFIG["least"] * tried)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
