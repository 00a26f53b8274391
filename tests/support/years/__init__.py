"""The invented municipality's three years: programmes of 2024 and 2025 in the form of strategic
plans, of 2026 as a programme budget, judged, with what documents say of each year.

``tests/fixtures/README.md`` tells what differs from year to year.
"""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from db import engine, load
from kbb_data import importer
from kbb_data.rows import Tables
from present.figures.setting import of_edition
from present.kit.setting import Setting
from present.kit.text import TURKISH, using
from present.opendata.source import Library
from tests.support import once
from tests.support.datasets import BUDGET_TEXT, changed
from tests.support.years import results, text
from tests.support.years.text import FIXTURES, INSTITUTION

__all__ = ["INSTITUTION", "YEARS", "built", "database", "library", "planned", "settings"]

YEARS = (2024, 2025, 2026)
_JUDGED = FIXTURES / "years"


def planned(folder: Path) -> dict[int, Path]:
    """The three programmes, judged, without results, as an import writes them: a dataset folder
    each, by year."""
    return {
        year: once.copied(f"planned-{year}", partial(_imported, year), folder / str(year))
        for year in YEARS
    }


def built(folder: Path) -> dict[int, Path]:
    """The three programmes with what documents say of them: a dataset folder each, by year."""
    plans = planned(folder / "plans")
    return {
        year: once.copied(
            f"years-{year}", partial(_with_results, year, plans[year]), folder / str(year)
        )
        for year in YEARS
    }


def database(folder: Path) -> str:
    """The address of a database in ``folder`` with the three programmes and their results."""
    folders = built(folder)
    path = once.copied("years.sqlite", partial(loaded, folders), folder / "years.sqlite")
    return f"sqlite:///{path}"


def loaded(folders: dict[int, Path], path: Path) -> str:
    """The address of a database at ``path`` with the datasets in ``folders``."""
    url = f"sqlite:///{path}"
    for dataset in folders.values():
        load.build(dataset, url)
    return url


def library(folder: Path) -> Library:
    """What routes read: a library over ``database``."""
    return library_of(database(folder))


def library_of(url: str) -> Library:
    """What routes read of the database at that address."""
    reading = engine.create(url)
    return Library(lambda: reading, keep_seconds=3600)


def settings(folder: Path) -> Callable[..., Setting]:
    """Settings by year and language: ``settings(folder)(2025, "en")``."""
    return settings_of(library(folder))


def settings_of(books: Library) -> Callable[..., Setting]:
    """Settings by year and language over a library that holds the three programmes."""
    editions = {edition.year: edition for edition in books.editions()}

    def setting(year: int, language: str = TURKISH) -> Setting:
        with using(language):
            return of_edition(books, editions[year], is_dark=False)

    return setting


def _imported(year: int, folder: Path) -> Path:
    shutil.copytree(_JUDGED / f"judged_{year}", folder)
    if year == YEARS[-1]:
        importer.import_file(BUDGET_TEXT, folder)
    else:
        importer.import_file(text.write(year, folder.with_suffix(".txt")), folder)
    return folder


def _with_results(year: int, plan: Path, folder: Path) -> Path:
    shutil.copytree(_JUDGED / f"judged_{year}", folder)

    def change(tables: Tables) -> None:
        _judge(tables, year)
        results.plant(tables, year)

    return changed(plan, folder, change)


def _judge(tables: Tables, year: int) -> None:
    """Rules of accumulation and succession, where the import did not take them in."""
    rules = {(entry["goal"], entry["indicator"]): entry for entry in _entries(year, "directions")}
    for row in tables["indicators"]:
        entry = rules[row["goal"], row["indicator"]]
        for name in ("accumulation", "accumulation_reason"):
            row[name] = entry.get(name)
    if tables["succession"]:
        return
    fields = ("level", "from_year", "from_code", "from_name", "to_code", "to_name", "relation",
              "reason")  # fmt: skip
    for number, entry in enumerate(_entries(year, "succession"), start=1):
        row = {name: entry.get(name) for name in fields}
        place = {"source_section": "judged", "source_line": number}
        tables["succession"].append({"number": number, **row, **place})


def _entries(year: int, name: str) -> list[dict[str, Any]]:
    path = _JUDGED / f"judged_{year}" / f"{name}.toml"
    if not path.is_file():
        return []
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = content["indicator" if name == "directions" else "succession"]
    return found
