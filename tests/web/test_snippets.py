"""The ways to read a table that Açık veri shows: those in Python's pandas run here, on every table.

Those for other programs run in ``tests/validate/test_dataframes.py``.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from starlette.testclient import TestClient

from kbb_data.schema import BY_NAME
from present.opendata.snippets import snippets
from tests.web.test_files import NAMES, committed


def saved(client: TestClient, name: str, folder: Path) -> tuple[str, str]:
    """A table's exact CSV and its Parquet, saved: their paths stand for the addresses."""
    paths = [folder / f"{name}.{ending}" for ending in ("csv", "parquet")]
    for path in paths:
        path.write_bytes(client.get(f"/veri/{path.name}").content)
    return str(paths[0]), str(paths[1])


def run(code: str) -> pd.DataFrame:
    """The table that a snippet reads."""
    names: dict[str, pd.DataFrame] = {}
    exec(code, names)
    return names["table"]


def codes(frame: pd.DataFrame, name: str) -> dict[str, list[str]]:
    """The cells of a table's columns of text; nothing stated is the empty text."""
    return {
        column.name: [
            "" if cell is None or cell is pd.NaT or cell != cell else str(cell)
            for cell in frame[column.name]
        ]
        for column in BY_NAME[name].columns
        if column.type == "string"
    }


def exact(name: str) -> dict[str, list[str]]:
    """The same of the committed file."""
    return {
        column.name: [row[column.name] for row in committed(name)]
        for column in BY_NAME[name].columns
        if column.type == "string"
    }


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", ["parquet", "pandas"])
def test_codes_come_through_unharmed(
    kayseri: TestClient, name: str, way: str, tmp_path: Path
) -> None:
    csv, parquet = saved(kayseri, name, tmp_path)
    given = codes(run(dict(snippets(BY_NAME[name], csv, parquet))[way]), name)
    if way == "pandas" and name == "indicator_values":
        # The document prints "-" where it states nothing.
        given["printed"] = [cell.replace("'-", "-") for cell in given["printed"]]
    assert given == exact(name)


def test_without_the_types_they_would_not(kayseri: TestClient, tmp_path: Path) -> None:
    csv, _ = saved(kayseri, "activity_costs", tmp_path)
    assert str(pd.read_csv(csv)["economic_code"][0]) == "3"


def test_every_way_names_the_file_and_the_types() -> None:
    ways = dict(
        snippets(BY_NAME["activity_costs"], "https://a.example/a.csv", "https://a.example/b")
    )
    assert set(ways) == {"parquet", "pandas", "polars", "duckdb", "r", "power"}
    for way, code in ways.items():
        assert "https://a.example/" in code
        assert "economic_code" in code or way == "parquet"
    assert '{"economic_code", type text}' in ways["power"]
    assert '"en-US"' in ways["power"]
