"""`make bench`: every measurement, printed and written to bench/results/."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from bench import figures, importer, pages, pdf_rows, search


def main() -> None:
    now = datetime.now(UTC)
    parts = [
        f"# Measured on {now:%Y-%m-%d %H:%M} UTC",
        f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}.",
        "## Pages",
        pages.report(*pages.measure()),
        "## Figures by address",
        figures.report(),
        "## Search",
        search.report(),
    ]
    source = importer.default_source()
    if source.exists():
        parts += ["## Import", importer.report(importer.measure(source))]
        parts += ["## Rows of a PDF", pdf_rows.report(pdf_rows.measure(source))]
    text = "\n\n".join(parts) + "\n"
    folder = Path(__file__).resolve().parent / "results"
    folder.mkdir(exist_ok=True)
    (folder / f"{now:%Y%m%d-%H%M}.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
