"""The data dictionary says what the schema says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from kbb_data import schema

DOCS = Path(__file__).resolve().parents[2] / "docs"


def dictionary_made_now() -> str:
    spec = importlib.util.spec_from_file_location(
        "make_data_dictionary", DOCS / "make_data_dictionary.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.text())


def test_the_committed_dictionary_is_the_schemas() -> None:
    committed = (DOCS / "data-dictionary.md").read_text(encoding="utf-8")
    assert committed == dictionary_made_now(), "run `make docs` and commit the result"


def test_every_column_is_described() -> None:
    made = dictionary_made_now()
    for table in schema.TABLES:
        assert f"## {table.name}\n" in made
        part = made.split(f"## {table.name}\n")[1].split("\n## ")[0]
        for column in table.columns:
            assert f"`{column.name}`" in part
            assert column.meaning.strip()
            assert column.tr.strip()
            assert column.en.strip()
