"""Every table in every format says what the committed CSV says, row by row in its order."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from kbb_data.schema import BY_NAME, TABLES, Column
from tests.support import people
from tests.web.test_files import FIGURES, NAMES, committed

DAYS = {
    ("documents", "date"), ("documents", "as_of"), ("indicator_results", "as_of"),
    ("appropriations", "as_of"),
}  # fmt: skip


def said(column: Column, cell: str) -> str:
    """What a cell of the committed file is in the CSV for people, read without our writer."""
    if cell == "" or column.type == "integer":
        return cell
    if column.type == "boolean":
        return "evet" if cell == "true" else "hayır"
    words = {code.code: code.tr for code in column.codes if not code.code[0].isdigit()}
    return words.get(cell, cell)


@pytest.mark.parametrize("name", NAMES)
def test_the_csv_for_people_says_the_same(kayseri: TestClient, name: str) -> None:
    answer = kayseri.get(f"/veri/{name}.tr.csv")
    assert answer.headers["content-type"] == (
        "text/csv; charset=utf-8; header=present; delimiter=semicolon"
    )
    assert f'filename="{name}-2025-hesap-tablosu.csv"' in answer.headers["content-disposition"]
    assert f'<{name}.csv>; rel="alternate"; type="text/csv"' in answer.headers["link"]
    given, table = people.read(answer.content), BY_NAME[name]
    assert [heading.split(" (")[0] for heading in given.headings] == [
        column.tr.split(" (")[0] for column in table.columns
    ]
    expected = committed(name)
    assert len(given.rows) == len(expected)
    for cells, row in zip(given.rows, expected, strict=True):
        for cell, column in zip(cells, table.columns, strict=True):
            if name == "findings" and column.name in FIGURES and not cell.startswith("'"):
                assert cell == row[column.name] or people.number(cell) == Decimal(row[column.name])
            elif column.type in ("money", "decimal") and cell:
                assert people.number(cell) == Decimal(row[column.name]), column.name
            else:
                own = people.text(cell) if column.type == "string" else cell
                assert own == said(column, row[column.name]), column.name
    source = "Kayseri Büyükşehir Belediyesi 2025 Yılı Performans Programı"
    assert f"Kaynak belge: {source} Veri sürümü: {answer.headers['dataset-version']}" in given.notes
    assert "Kaynak gösterme: Kayseri" in given.notes or "Alıntı" in given.notes
    assert "sütunları noktalı virgül" in given.notes
    # A column is as wide as its longest cell.
    assert max(map(len, given.lines)) < 80


def test_a_code_is_no_number_and_no_date(kayseri: TestClient) -> None:
    costs = people.read(kayseri.get("/veri/activity_costs.tr.csv").content).dicts()
    assert costs[0]["Ekonomik kod"] == "'03"
    assert costs[0]["Tutar (TL)"] == "437.000,00"
    goals = people.read(kayseri.get("/veri/objectives.tr.csv").content).dicts()
    assert goals[0]["Stratejik hedef no"] == "'1.1"


@pytest.mark.parametrize("name", NAMES)
def test_parquet_says_the_same_with_types(kayseri: TestClient, name: str) -> None:
    answer = kayseri.get(f"/veri/{name}.parquet")
    assert answer.headers["content-type"] == "application/vnd.apache.parquet"
    assert f'filename="{name}-2025.parquet"' in answer.headers["content-disposition"]
    table = BY_NAME[name]
    read = pq.read_table(io.BytesIO(answer.content))
    ends = ["_kurus" if column.type == "money" else "" for column in table.columns]
    assert read.column_names == [
        column.name + end for column, end in zip(table.columns, ends, strict=True)
    ]
    rows = read.to_pylist()
    for row, own in zip(rows, committed(name), strict=True):
        for value, column in zip(row.values(), table.columns, strict=True):
            assert _as_csv(column, value, name) == _plain(column, own[column.name]), column.name
    metadata = {key.decode(): text.decode() for key, text in read.schema.metadata.items()}
    assert metadata["version"] == answer.headers["dataset-version"]
    assert metadata["hash"].startswith("sha256:")
    assert json.loads(metadata["licence"])["name"] == "CC-BY-4.0"
    assert json.loads(metadata["source"])["title"].endswith("2025 Yılı Performans Programı")
    for field, column in zip(read.schema, table.columns, strict=True):
        assert field.metadata[b"title_tr"].decode() == column.tr
        assert ("unit" in str(field.metadata)) or not column.unit


def _plain(column: Column, cell: str) -> Any:
    if cell == "":
        return None
    return Decimal(cell) if column.type in ("integer", "money", "decimal") else cell


def _as_csv(column: Column, value: Any, table: str) -> Any:
    if value is None:
        return None
    if column.type == "boolean":
        assert isinstance(value, bool)
        return str(value).lower()
    if (table, column.name) in DAYS:
        assert isinstance(value, datetime.date)
        return value.isoformat()
    if column.type == "money":
        assert isinstance(value, int)
        return Decimal(value) / 100
    if column.type in ("integer", "decimal"):
        assert isinstance(value, int if column.type == "integer" else float)
        return Decimal(str(value))
    return value


def test_days_are_dates_in_parquet() -> None:
    days = {(table.name, column.name) for table in TABLES for column in table.columns
            if " as 20" in column.meaning}  # fmt: skip
    assert days == DAYS


#: What is joined: by address, what its rows are worked out from.
JOINED = ("mali/faaliyet-maliyetleri", "gostergeler-yan-yana")
READERS: dict[str, Callable[[bytes], list[list[str]]]] = {
    "tr.csv": lambda body: [
        [people.text(cell) for cell in row] for row in people.read(body).rows
    ],
    "xlsx": lambda body: [
        ["" if cell is None else str(cell) for cell in line]
        for line in openpyxl.load_workbook(io.BytesIO(body)).worksheets[0].iter_rows(
            min_row=2, values_only=True
        )
    ],
    "json": lambda body: [
        ["" if cell is None else str(cell) for cell in row.values()]
        for row in json.loads(body)["rows"]
    ],
    "parquet": lambda body: [
        ["" if cell is None else str(cell) for cell in row.values()]
        for row in pq.read_table(io.BytesIO(body)).to_pylist()
    ],
}  # fmt: skip


@pytest.mark.parametrize("path", JOINED)
def test_a_joined_table_is_the_same_in_all_formats(kayseri: TestClient, path: str) -> None:
    exact = list(csv.reader(io.StringIO(kayseri.get(f"/veri/{path}.csv").text)))[1:]
    assert len(exact) > 100
    for ending, read in READERS.items():
        rows = read(kayseri.get(f"/veri/{path}.{ending}").content)
        # Without the last columns, which are amounts and measures in each format's own writing.
        assert [row[:5] for row in rows] == [row[:5] for row in exact], ending
        assert len(rows[0]) == len(exact[0])
    described = kayseri.get(f"/veri/{path}.csv-metadata.json").json()
    assert len(described["tableSchema"]["columns"]) == len(exact[0])


def test_indicators_stand_in_a_row_with_their_years(kayseri: TestClient) -> None:
    wide = pd.read_csv(io.StringIO(kayseri.get("/veri/gostergeler-yan-yana.csv").text))
    assert [name for name in wide.columns if name[-4:].isdigit()] == [
        "actual_2023", "estimate_2024", "target_2025",
    ]  # fmt: skip
    long = pd.DataFrame(committed("indicator_values"))
    assert len(wide) == len(committed("indicators"))
    by_key = wide.set_index(["goal", "indicator"])
    for row in long.to_dict("records"):
        value = by_key.loc[int(row["goal"]), int(row["indicator"])][f"{row['kind']}_{row['year']}"]
        assert pd.isna(value) if row["value"] == "" else value == float(row["value"])


def test_the_named_costs_add_up_in_kurus(kayseri: TestClient) -> None:
    body = kayseri.get("/veri/mali/faaliyet-maliyetleri.parquet").content
    costs = pq.read_table(io.BytesIO(body)).to_pandas()
    assert costs["amount_kurus"].sum() == 100 * sum(
        Decimal(row["amount"]) for row in committed("activity_costs")
    )
