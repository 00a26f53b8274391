"""The ways to read a table that Açık veri shows, run by the programs that they are written for.

Codes with a zero or a full stop come through as text, on every table; numbers are numbers. Power
Query runs in Excel alone; its text is held to the schema in ``tests/web/test_snippets.py``.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import polars as pl
import pytest
from starlette.testclient import TestClient

from kbb_data.schema import BY_NAME, Table
from present.opendata.snippets import snippets
from tests.validate.programs import asked
from tests.web.test_files import NAMES, committed
from tests.web.test_snippets import saved


def expected(name: str) -> list[list[str]]:
    """The committed rows' texts, as the answer has them."""
    texts = [column.name for column in BY_NAME[name].columns if column.type == "string"]
    rows = [[row[column] for column in texts] for row in committed(name)]
    if name == "indicator_values":
        # The document prints "-" where it states nothing, which the answer defuses.
        rows = [["'-" if cell == "-" else cell for cell in row] for row in rows]
    return rows


def texts_of(table: Table, rows: list[dict[str, object]]) -> list[list[str]]:
    names = [column.name for column in table.columns if column.type == "string"]
    return [["" if row[name] is None else str(row[name]) for name in names] for row in rows]


def total(name: str, column: str) -> str:
    """The sum of a column of the committed file, as text."""
    return str(sum(Decimal(row[column]) for row in committed(name)))


@pytest.mark.parametrize("name", NAMES)
def test_polars(kayseri: TestClient, name: str, tmp_path: Path) -> None:
    table, paths = BY_NAME[name], saved(kayseri, name, tmp_path)
    names: dict[str, pl.DataFrame] = {}
    exec(dict(snippets(table, *paths))["polars"], names)
    assert texts_of(table, names["table"].to_dicts()) == expected(name)
    typed = pl.read_parquet(paths[1])
    assert len(typed) == len(names["table"])
    if name == "activity_costs":
        assert str(names["table"]["amount"].sum()) == total(name, "amount")
        assert typed["amount_kurus"].sum() == names["table"]["amount"].sum() * 100
        assert typed["economic_code"].dtype == pl.String


@pytest.mark.parametrize("name", NAMES)
def test_duckdb(kayseri: TestClient, name: str, tmp_path: Path) -> None:
    table, paths = BY_NAME[name], saved(kayseri, name, tmp_path)
    with duckdb.connect() as connection:
        found = connection.execute(dict(snippets(table, *paths))["duckdb"])
        columns = [column[0] for column in found.description]
        rows = [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
        assert texts_of(table, rows) == expected(name)
        count = connection.execute(f"SELECT count(*) FROM '{paths[1]}'").fetchone()
        assert count == (len(rows),)
        if name == "activity_costs":
            amount = connection.execute(f"SELECT sum(amount_kurus) / 100 FROM '{paths[1]}'")
            assert amount.fetchone() == (float(total(name, "amount")),)
            assert str(sum(row["amount"] for row in rows)) == total(name, "amount")


def test_r(kayseri: TestClient, tmp_path: Path) -> None:
    """All tables in one run, since R starts slowly: it writes the texts that it has read."""
    lines = []
    for name in NAMES:
        table = BY_NAME[name]
        lines.append(dict(snippets(table, *saved(kayseri, name, tmp_path)))["r"])
        texts = ", ".join(f'"{c.name}"' for c in table.columns if c.type == "string")
        lines.append(
            f"given <- table[, c({texts}), drop = FALSE]\n"
            "given[is.na(given)] <- ''\n"
            f'write.table(given, "{tmp_path / name}.txt", sep = "\\037", eol = "\\036", '
            "quote = FALSE, row.names = FALSE, col.names = FALSE, fileEncoding = 'UTF-8')"
        )
        if name == "activity_costs":
            lines.append("cat(sprintf('%.2f', sum(table$amount)))")
    script = tmp_path / "read.R"
    script.write_text("\n".join(lines), encoding="utf-8")
    told = asked("Rscript", "--vanilla", str(script), home=tmp_path)
    assert told.strip() == total("activity_costs", "amount")
    for name in NAMES:
        whole = (tmp_path / f"{name}.txt").read_text("utf-8")
        rows = [line.split("\037") for line in whole.split("\036")[:-1]]
        assert rows == expected(name), name
