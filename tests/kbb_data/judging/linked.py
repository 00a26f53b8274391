"""Two programmes of the invented municipality, a year apart, that judgements can link."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kbb_data.importer import import_file
from kbb_data.judging.drafted import toml_lines
from kbb_data.rows import Tables
from tests.support import datasets

YEAR, INSTITUTION = 2026, "ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ"


def plan(folder: Path) -> Path:
    """The newer programme, in the form of aims and goals."""
    return datasets.invented(folder)


def budget(folder: Path) -> Path:
    """The newer programme, as a programme budget."""
    import_file(datasets.BUDGET_TEXT, folder)
    return folder


def before(source: Path, folder: Path, change: Any = lambda tables: None) -> Path:
    """The earlier programme of 2025: that of ``source`` after ``change``."""

    def altered(tables: Tables) -> None:
        datasets.renamed(YEAR - 1)(tables)
        change(tables)

    return datasets.changed(source, folder, altered)


def entry(level: str, relation: str, **fields: Any) -> dict[str, Any]:
    """An entry of ``succession.toml``, of last year's programme unless said otherwise."""
    return {"level": level, "from_year": YEAR - 1, **fields, "relation": relation,
            "reason": "Kararı böyle verildi."}  # fmt: skip


def judged(folder: Path, entries: Sequence[dict[str, Any]]) -> Path:
    """The dataset ``folder`` with these entries in its ``succession.toml``."""
    lines = list(toml_lines({"year": YEAR, "institution": INSTITUTION}))
    for fields in entries:
        lines += ["\n", "[[succession]]\n", *toml_lines(fields)]
    (folder / "succession.toml").write_text("".join(lines), encoding="utf-8")
    return folder
