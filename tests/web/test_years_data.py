"""Tables of what came of a programme, over the invented municipality's three years: API, CSV and
XLSX hold the dataset's rows, and the API's description describes them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from starlette.testclient import TestClient

from kbb_data.schema import BY_NAME
from tests.support import years
from tests.web.conftest import client_of
from tests.web.test_files import all_same

TABLES = ("documents", "indicator_results", "appropriations", "monthly_amounts", "succession")
Served = tuple[TestClient, Mapping[int, Path]]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The routes over the three years, and the dataset folder of each."""
    folder = tmp_path_factory.mktemp("data-of-years")
    folders = years.built(folder)
    return client_of(years.loaded(folders, folder / "years.sqlite")), folders


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a dataset's file, as text."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_order(name: str, own: list[dict[str, str]]) -> list[tuple[str, ...]]:
    """Rows in their order, measures without zeros at their end: no database keeps those."""
    measures = {column.name for column in BY_NAME[name].columns if column.type == "decimal"}
    return [
        tuple(
            cell.rstrip("0").rstrip(".") if key in measures and "." in cell else cell
            for key, cell in row.items()
        )
        for row in own
    ]


def test_every_table_has_rows_in_some_year(served: Served) -> None:
    _, folders = served
    for name in TABLES:
        assert any(rows(folder, name) for folder in folders.values()), name


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("year", years.YEARS)
def test_the_api_answers_with_each_years_rows(served: Served, year: int, name: str) -> None:
    client, folders = served
    answer = client.get(f"/api/v1/{name}?yil={year}&limit=1000").json()
    assert answer["programme"]["year"] == year
    assert answer["total"] == len(answer["rows"]) == len(rows(folders[year], name))
    assert all_same(BY_NAME[name], answer["rows"], rows(folders[year], name))


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("year", years.YEARS)
def test_files_have_each_years_rows(served: Served, year: int, name: str) -> None:
    client, folders = served
    own = rows(folders[year], name)
    comma = client.get(f"/veri/{name}.csv?yil={year}")
    assert f'filename="{name}-{year}-rfc4180.csv"' in comma.headers["content-disposition"]
    given = list(csv.DictReader(io.StringIO(comma.text)))
    unmarked = [{key: cell.removeprefix("'") for key, cell in row.items()} for row in given]
    assert in_order(name, unmarked) == in_order(name, own)
    assert not [cell for row in given for cell in row.values() if re.fullmatch(r"\d+\.0", cell)]
    book = client.get(f"/veri/{name}.xlsx?yil={year}")
    assert f'filename="{name}-{year}.xlsx"' in book.headers["content-disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(book.content)).worksheets[0]
    lines = list(sheet.iter_rows(values_only=True))
    names = BY_NAME[name].column_names
    assert all_same(BY_NAME[name], [dict(zip(names, line, strict=True)) for line in lines[1:]], own)


def test_filters_and_ranges_find_what_the_files_have(served: Served) -> None:
    client, folders = served
    ask = "/api/v1/appropriations?yil=2025&limit=1000&classification=economic"
    own = [row for row in rows(folders[2025], "appropriations")
           if row["classification"] == "economic"]  # fmt: skip
    assert client.get(ask).json()["total"] == len(own) > 0
    over = [row for row in own if row["spent"] and Decimal(row["spent"]) >= Decimal("1000000")]
    assert client.get(f"{ask}&spent.min=1000000").json()["total"] == len(over) > 0
    blank = [row for row in own if not row["spent"]]
    assert client.get(f"{ask}&spent=").json()["total"] == len(blank)
    june = client.get("/api/v1/monthly_amounts?yil=2025&month=6&code=total").json()["rows"]
    assert june
    assert {row["month"] for row in june} == {6}
    gone = client.get("/api/v1/succession?yil=2025&relation=gone").json()["rows"]
    assert gone
    assert {row["to_code"] for row in gone} == {None}
    wrong = client.get("/api/v1/documents?yil=2025&kind=yok")
    assert wrong.status_code == 400
    assert "final_accounts" in wrong.json()["allowed"]


def test_the_description_describes_them(served: Served) -> None:
    client, _ = served
    said = client.get("/api/v1/openapi.json").json()
    page = client.get("/api/v1/").text
    for name in TABLES:
        operation = said["paths"][f"/api/v1/{name}"]["get"]
        assert operation["responses"]["200"]
        assert {column.name for column in BY_NAME[name].columns} <= {
            parameter["name"] for parameter in operation["parameters"]
        }
        assert f'id="{name}"' in page
    (kind,) = [
        parameter for parameter in said["paths"]["/api/v1/documents"]["get"]["parameters"]
        if parameter["name"] == "kind"
    ]  # fmt: skip
    assert "final_accounts" in str(kind)
