"""Time of taking in results, and how it grows with the number of indicators.

Run with ``python -m bench.results_importer``. The programme is the real one with so many times as
many indicators, each with a name of its own; a filled form and an activity report give a figure of
each, the report also beside as many indicators that the programme does not have.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from kbb_data.checking import validation
from kbb_data.hierarchy import of_strategic_plan
from kbb_data.publishing import package
from kbb_data.results.template import write_template
from kbb_data.rows import Tables

ROOT = Path(__file__).resolve().parent.parent

#: How many times as many indicators as the real programme has.
LENGTHS = (1, 2, 4)

#: More lines than the programme has.
_LINES = 100_000

#: A process of its own for each, so that nothing is kept from the one before.
_CHILD = """
import sys, time
from pathlib import Path
from kbb_data.results.documents import Said
from kbb_data.results.take_in import take_in
file, folder, out = map(Path, sys.argv[1:])
begin = time.perf_counter()
take_in(file, folder, out, Said("", "", "", ""))
print(time.perf_counter() - begin)
"""


@dataclass(frozen=True)
class ResultsCost:
    """What it takes to take one document in: median seconds over the runs."""

    document: str
    times: int
    rows: int
    seconds: float


def measure(runs: int = 3) -> list[ResultsCost]:
    """The cost of each document over each length. Raises CalledProcessError when one is refused."""
    costs = []
    with tempfile.TemporaryDirectory() as home:
        for times in LENGTHS:
            folder = Path(home) / f"data-{times}"
            tables = longer(times)
            package.write(folder, package.package_files(tables), [])
            rows = len(tables["indicators"])
            for document, make in DOCUMENTS.items():
                path = make(folder, tables, Path(home) / f"{document}-{times}")
                seconds = [
                    _taken(path, folder, Path(home) / f"out-{document}-{times}-{run}")
                    for run in range(runs)
                ]
                costs.append(ResultsCost(document, times, rows, median(seconds)))
    return costs


def longer(times: int) -> Tables:
    """The real programme with its goals and their indicators so many times, under new numbers and
    names."""
    problems, tables = validation.inspect(ROOT / "kbb_data" / "2025")
    assert problems == []
    goals = max(row["goal"] for row in tables["goals"])
    for name in ("goals", "indicators", "indicator_values"):
        own = tables[name]
        tables[name] = [
            {
                **row,
                "goal": row["goal"] + copy * goals,
                "source_line": row["source_line"] + copy * _LINES,
                **_renamed(row, copy),
            }
            for copy in range(times)
            for row in own
        ]
    tables["hierarchy"] = of_strategic_plan(tables)
    tables["checks"], tables["findings"] = validation.reconciled_anew(tables)
    return tables


def _renamed(row: dict[str, object], copy: int) -> dict[str, object]:
    """Names of a copy's indicators, which no other has."""
    if not copy or "name_printed" not in row:
        return {}
    return {name: f"{copy}. bölgede {row[name]}" for name in ("name", "name_printed")}


def form(folder: Path, tables: Tables, path: Path) -> Path:
    """The CSV form with a figure of every indicator."""
    path = path.with_suffix(".csv")
    write_template(folder, path)
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))
    given = {"Belge tarihi": "31.07.2025", "Verilerin tarihi": "30.06.2025", "Gerçekleşen": "5"}
    for row in rows:
        row[9] = given.get(row[8], row[9]) if row[8] != "Gerçekleşen" or row[3] else row[9]
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerows(rows)
    path.write_bytes(buffer.getvalue().encode("utf-8-sig"))
    return path


def report(folder: Path, tables: Tables, path: Path) -> Path:
    """An activity report with a figure of every indicator, as the programme prints its name."""
    return _report(tables, path, with_others=False)


def others(folder: Path, tables: Tables, path: Path) -> Path:
    """The same with as many indicators that the programme does not have, each of which might be any
    of its own under another wording."""
    return _report(tables, path, with_others=True)


def _report(tables: Tables, path: Path, *, with_others: bool) -> Path:
    lines = [str(tables["programme"][0]["institution"]), "2025 YILI FAALİYET RAPORU"]
    goal = None
    for row in tables["indicators"]:
        if row["goal"] != goal:
            goal = row["goal"]
            lines += [
                f"Performans Hedefi {goal}: Hedef",
                "Performans Göstergesi\tHedeflenen\tGerçekleşen",
            ]
        name = str(row["name_printed"])
        lines.append(f"{name}\t7\t5")
        if with_others:
            lines.append(f"{' '.join(reversed(name.split()))} dışında\t7\t5")
    path = path.with_suffix(".txt")
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return path


#: How each document is made from a dataset and its tables.
DOCUMENTS: dict[str, Callable[[Path, Tables, Path], Path]] = {
    "form": form,
    "report": report,
    "report with others": others,
}


def _taken(path: Path, folder: Path, out: Path) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(path), str(folder), str(out)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    return float(done.stdout.splitlines()[-1])


def table(costs: list[ResultsCost]) -> str:
    """The costs as a Markdown table, each beside the same document of the real length."""
    first = {cost.document: cost.seconds for cost in costs if cost.times == 1}
    lines = [
        "| document | indicators | seconds | beside 1 × |",
        "| --- | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {cost.document} | {cost.rows:,} ({cost.times} ×) | {cost.seconds:.2f} | "
        f"{cost.seconds / first[cost.document]:.2f} × |"
        for cost in sorted(costs, key=lambda cost: list(DOCUMENTS).index(cost.document))
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(measure()))
