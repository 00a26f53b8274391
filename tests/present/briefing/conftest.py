"""The invented municipality's years for the tests of briefings: settings, and their CSV files."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from present.kit.setting import Setting
from tests.support import years

Rows = Callable[[int, str], list[dict[str, str]]]


@pytest.fixture(scope="session")
def year_folders(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    return years.built(tmp_path_factory.mktemp("briefings-over-years"))


@pytest.fixture(scope="session")
def year_of(
    year_folders: dict[int, Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Setting]:
    path = tmp_path_factory.mktemp("briefings-database") / "years.sqlite"
    return years.settings_of(years.library_of(years.loaded(year_folders, path)))


@pytest.fixture(scope="session")
def rows_of(year_folders: dict[int, Path]) -> Rows:
    """A year's table as its CSV file has it."""

    def rows(year: int, table: str) -> list[dict[str, str]]:
        path = year_folders[year] / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return rows
