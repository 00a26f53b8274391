"""The tables as ``tables/*.toml`` describe them, and descriptions that can't be taken."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kbb_data import schema
from kbb_data.schema.model import Column
from kbb_data.schema.reader import read_subject
from tests.support.source import ROOT

TABLES = ROOT / "kbb_data" / "schema" / "tables"

GOOD = """
[parts]
row = "a part"
tr = "Parçalar"
en = "Parts"
key = ["part"]
points_at = [{ table = "wholes", columns = ["of"], references = ["whole"] }]
columns = [
  ["part", "integer", "",    "always", "Parça", "Part",  "Number of the part"],
  ["of",   "string",  "",    "",       "Bütün", "Whole", "Key of the whole"],
  ["size", "decimal", "m²",  "",       "Alan",  "Area",  "Area of the part"],
]
values.of = ["garden", "house"]
"""
LAST = Column("last", "string", "What ends every table", "Son", "Last")


def described(folder: Path, text: str) -> tuple[schema.Table, ...]:
    path = folder / "parts.toml"
    path.write_text(text, encoding="utf-8")
    return read_subject(path, (LAST,))


def test_a_description_is_a_table(tmp_path: Path) -> None:
    (table,) = described(tmp_path, GOOD)
    assert (table.name, table.row, table.tr, table.en) == ("parts", "a part", "Parçalar", "Parts")
    assert table.key == ("part",)
    assert table.column_names == ("part", "of", "size", "last")
    assert table.foreign_keys == (schema.ForeignKey(("of",), "wholes", ("whole",)),)
    assert table.column("part").required
    assert not table.column("size").required
    assert table.column("size") == Column(
        "size", "decimal", "Area of the part", "Alan", "Area", "m²"
    )
    assert table.column("of").values == ("garden", "house")
    with pytest.raises(KeyError, match="table parts has no column 'whole'"):
        table.column("whole")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"decimal"', '"fraction"', "column size: 'fraction'"),
        ('"always"', '"often"', "column part: 'integer' and 'often'"),
        (',  "Number of the part"', "", "seven parts"),
        ("values.of", "values.off", "no column off"),
        ('key = ["part"]', 'key = ["number"]', "no column number"),
        ('columns = ["of"]', 'columns = ["whole"]', "no column whole"),
        ("row = ", 'colour = "red"\nrow = ', "colour describes nothing"),
    ],
)
def test_a_slip_in_a_description_is_named_with_its_table(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in GOOD
    with pytest.raises(ValueError, match=r"parts\.toml, table parts") as error:
        described(tmp_path, GOOD.replace(old, new))
    assert message in str(error.value)


def test_every_description_is_of_the_dataset() -> None:
    assert {path.stem for path in TABLES.iterdir()} == set(schema.SUBJECTS)
    assert list(schema.BY_NAME) == [table.name for table in schema.TABLES]
    assert len(schema.BY_NAME) == len(schema.TABLES)


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_keys_name_tables_and_columns_that_are_described(table: schema.Table) -> None:
    for pointer in table.foreign_keys:
        assert len(pointer.columns) == len(pointer.references)
        assert set(pointer.references) <= set(schema.BY_NAME[pointer.table].key)


def test_what_a_column_may_hold_is_what_the_committed_rows_hold() -> None:
    """Kinds and codes that the code names, from the files alone."""
    folder = ROOT / "kbb_data" / "2025"

    def column(table: str, name: str) -> set[str]:
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return {row[name] for row in csv.DictReader(file)} - {""}

    assert column("economic_codes", "economic_code") == set(schema.ECONOMIC_CODES)
    assert column("off_budget_resources", "source") == set(schema.OFF_BUDGET_SOURCES)
    lines = column("resource_needs", "line")
    assert lines == {*schema.ECONOMIC_CODES, *schema.RESOURCE_NEED_TOTALS}
    assert column("indicator_values", "kind") == {"actual", "estimate", "target"}
    assert column("indicator_values", "kind") < set(schema.VALUE_KINDS)
    assert column("hierarchy", "level") == {"aim", "objective", "goal"}
    assert column("committee_scopes", "kind") == set(schema.SCOPE_KINDS)
    assert column("findings", "severity") == set(schema.SEVERITIES)
    assert schema.SEVERITIES == ("high", "medium", "low")
    assert column("assets", "kind") <= set(schema.ASSET_KINDS)
    assert column("indicators", "direction") <= set(schema.DIRECTIONS)
