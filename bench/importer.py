"""Time and peak memory of an import, and how both grow with the text's length.

Run with ``python -m bench.importer TEXT``; prints one line a length.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.long_text import repeated

ROOT = Path(__file__).resolve().parent.parent

#: How many times as long as the real text.
LENGTHS = (1, 10, 30, 100)

#: Runs in a process of its own, so that its peak memory is its own. The limit on a text's size
#: stands far below the longest text here and is lifted for the measurement.
_CHILD = """
import json, resource, sys, time
from pathlib import Path
import kbb_data.files.kinds, kbb_data.importer, kbb_data.reading.lines
kbb_data.reading.lines.MAX_BYTES = kbb_data.files.kinds.MAX_FILE = 10**9
begin = time.perf_counter()
tables = kbb_data.importer.import_file(Path(sys.argv[1]), Path(sys.argv[2]))
seconds = time.perf_counter() - begin
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"seconds": seconds, "peak_bytes": peak,
                  "activities": len(tables["activities"])}))
"""


@dataclass(frozen=True)
class ImportCost:
    """The cost of importing one text: medians over the runs."""

    times: int
    text_bytes: int
    activities: int
    seconds: float
    peak_bytes: int

    @property
    def seconds_per_megabyte(self) -> float:
        return self.seconds / (self.text_bytes / 1e6)


def measure(source: Path, runs: int = 3) -> list[ImportCost]:
    """The cost of importing ``source`` and longer texts made from it.

    Raises CalledProcessError when an import fails.
    """
    text = source.read_text(encoding="utf-8")
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        for times in LENGTHS:
            path = Path(folder) / f"{times}.txt"
            path.write_text(text if times == 1 else repeated(text, times), encoding="utf-8")
            results = [
                _import_once(path, Path(folder) / f"out-{times}-{run}")
                for run in range(runs if times < 30 else 1)
            ]
            costs.append(
                ImportCost(
                    times,
                    path.stat().st_size,
                    int(results[0]["activities"]),
                    median(result["seconds"] for result in results),
                    int(median(result["peak_bytes"] for result in results)),
                )
            )
    return costs


def _import_once(text: Path, out: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(text), str(out)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def report(costs: list[ImportCost]) -> str:
    """The costs as a Markdown table."""
    lines = [
        "| text | MB | activities | seconds | seconds/MB | peak MB |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {cost.times} × | {cost.text_bytes / 1e6:.2f} | {cost.activities:,} | "
        f"{cost.seconds:.2f} | {cost.seconds_per_megabyte:.2f} | {cost.peak_bytes / 1e6:.0f} |"
        for cost in costs
    ]
    return "\n".join(lines)


def default_source() -> Path:
    """The full text: KBB_SOURCE, else beside the project."""
    named = os.environ.get("KBB_SOURCE")
    folder = Path(named) if named else ROOT.parent / "shared" / "source"
    return folder if folder.is_file() else folder / "kayseri-2025-performans-programi.txt"


if __name__ == "__main__":
    print(report(measure(Path(sys.argv[1]) if len(sys.argv) > 1 else default_source())))
