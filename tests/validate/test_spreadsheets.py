"""LibreOffice with the settings of a Turkish desktop opens our tables and harms nothing.

The CSV files for people are opened as a person opens them (semicolons, Turkish numbers, dates and
all other special numbers looked for) and saved as XLSX, whose cells have types; then as CSV again.
"""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from starlette.testclient import TestClient

from kbb_data.schema import BY_NAME, Column
from tests.kbb_data.judging.saved import profile
from tests.support import people
from tests.web.test_files import FIGURES, NAMES, committed

#: Separator, quotes, UTF-8, from line 1, no types told, Turkish, quotes mean nothing, look for
#: dates and the like: what a person gets who opens the file and presses Enter.
OPENED = "CSV:59,34,76,1,,1055,false,true"
#: The same for a comma, as somebody takes it who knows that the file is parted by commas.
BY_COMMA = OPENED.replace("59,", "44,", 1)
SAVED = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1055,false,false"
LONGEST = 240

#: Figures with codes, shares, counts and amounts.
FIGURE_NAMES = ("butce", "ilerleme", "birimler", "gosterge", "tesis-orani", "amac-kod", "meclis")


def convert(home: Path, paths: Sequence[Path], form: str, to: str, opened: str = "") -> Path:
    """The folder with the files as LibreOffice saves them, all at once since it starts slowly."""
    settings, out = profile(home), home / to
    subprocess.run(
        ["soffice", f"-env:UserInstallation={settings.as_uri()}", "--headless",
         *([f"--infilter={opened}"] if opened else []),
         "--convert-to", form, "--outdir", str(out), *map(str, paths)],
        check=True, capture_output=True, timeout=LONGEST,
    )  # fmt: skip
    return out


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


def written(client: TestClient, folder: Path, addresses: Mapping[str, str]) -> list[Path]:
    """Answers as files, by name."""
    folder.mkdir()
    for name, address in addresses.items():
        answer = client.get(address)
        assert answer.status_code == 200, address
        (folder / name).write_bytes(answer.content)
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def opened(kayseri: TestClient, home: Path) -> Path:
    """Every table's and some figures' CSV for people, opened and saved as XLSX."""
    tables = {f"{name}.csv": f"/veri/{name}.tr.csv" for name in NAMES}
    figures = {
        f"grafik-{name}.csv": f"/grafik/{name}.tr.csv" + ("?gosterge=1.1" * (name == "gosterge"))
        for name in FIGURE_NAMES
    }
    paths = written(kayseri, home / "people", tables | figures)
    return convert(home, paths, "xlsx", "opened", OPENED)


@pytest.fixture(scope="module")
def again(opened: Path, home: Path) -> Path:
    """Those saved as CSV again."""
    return convert(home, sorted(opened.iterdir()), SAVED, "again")


def cells(path: Path) -> list[list[Any]]:
    """The typed cells of the first sheet up to the first empty row."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    lines = [list(line) for line in sheet.iter_rows(values_only=True)]
    empty = [None] * len(lines[0])
    return lines[: lines.index(empty)] if empty in lines else lines


def _expected(column: Column, text: str) -> Any:
    if text == "":
        return None
    if column.type in ("integer", "money", "decimal"):
        return Decimal(text)
    if column.type == "boolean":
        return "evet" if text == "true" else "hayır"
    words = {code.code: code.tr for code in column.codes if not code.code[0].isdigit()}
    return words.get(text, text)


@pytest.mark.parametrize("name", NAMES)
def test_a_turkish_spreadsheet_keeps_every_cell(opened: Path, name: str) -> None:
    table, expected = BY_NAME[name], committed(name)
    lines = cells(opened / f"{name}.xlsx")
    assert len(lines) - 1 == len(expected)
    assert [head.split(" (")[0] for head in lines[0]] == [
        column.tr.split(" (")[0] for column in table.columns
    ]
    for line, row in zip(lines[1:], expected, strict=True):
        for cell, column in zip(line, table.columns, strict=True):
            own = _expected(column, row[column.name])
            if isinstance(cell, str):
                assert people.text(cell) == own, column.name
            elif name == "findings" and column.name in FIGURES and cell is not None:
                assert Decimal(str(cell)) == Decimal(own), column.name
            else:
                assert cell is None or isinstance(cell, int | float), (column.name, cell)
                given = None if cell is None else Decimal(str(cell))
                assert given == own, column.name


@pytest.mark.parametrize("name", NAMES)
def test_saved_again_it_says_the_same(kayseri: TestClient, again: Path, name: str) -> None:
    first = people.read(kayseri.get(f"/veri/{name}.tr.csv").content)
    with (again / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))[1 : len(first.rows) + 1]
    table = BY_NAME[name]
    for before, after in zip(first.rows, lines, strict=True):
        for left, right, column in zip(before, after, table.columns, strict=True):
            if column.type in ("money", "decimal") or column.name in FIGURES:
                assert left == right or people.number(left) == people.number(right), column.name
            else:
                assert left == right, column.name


@pytest.mark.parametrize("name", FIGURE_NAMES)
def test_a_figures_file_keeps_its_types(kayseri: TestClient, opened: Path, name: str) -> None:
    address = f"/grafik/{name}.json" + ("?gosterge=1.1" * (name == "gosterge"))
    said = kayseri.get(address).json()
    lines = cells(opened / f"grafik-{name}.xlsx")
    assert len(lines) - 1 == len(said["rows"])
    for line, row in zip(lines[1:], said["rows"], strict=True):
        for cell, value, column in zip(line, row.values(), said["columns"], strict=False):
            if value is None or value == "":
                assert cell is None
            elif isinstance(value, str) and column["unit"] != "TRY":
                assert isinstance(cell, str), (column, cell)
                assert people.text(cell) == value
            else:
                assert isinstance(cell, int | float), (column, cell)
                assert abs(Decimal(str(cell)) - Decimal(str(value))) < Decimal("0.000001")


def test_the_exact_file_would_be_harmed(kayseri: TestClient, home: Path) -> None:
    """Why there is another: a comma-separated file lies in one column, and parted by commas its
    codes and numbers change."""
    paths = written(kayseri, home / "exact", {
        "objectives.csv": "/veri/objectives.csv", "activity_costs.csv": "/veri/activity_costs.csv",
    })  # fmt: skip
    alone = cells(convert(home, paths, "xlsx", "one-column", OPENED) / "activity_costs.xlsx")
    assert alone[0] == ["activity,economic_code,amount,source_section,source_line"]
    parted = convert(home, paths, "xlsx", "parted", BY_COMMA)
    assert cells(parted / "activity_costs.xlsx")[1][1] == 3, "03 has lost its zero"
    assert not isinstance(cells(parted / "objectives.xlsx")[1][0], str), "1.1 is a date"


def test_our_workbooks_keep_codes_and_numbers(kayseri: TestClient, home: Path) -> None:
    names = [f"{name}.xlsx" for name in ("activity_costs", "objectives", "findings")]
    paths = written(kayseri, home / "books", {name: f"/veri/{name}" for name in names})
    out = convert(home, paths, "ods", "ods")
    back = convert(home, sorted(out.iterdir()), "xlsx", "books-again")
    for path in paths:
        assert cells(back / path.name) == cells(path)
    costs = cells(back / "activity_costs.xlsx")
    assert costs[1][1] == "03"
    assert costs[1][2] == 437000
