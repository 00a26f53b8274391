"""Our labels beside the document's, and what codes mean."""

from __future__ import annotations

import re
import tomllib

import pytest

from kbb_data import schema
from kbb_data.turkish import fold
from present.kit.text import ENGLISH, TURKISH, catalogue
from tests.support.source import ROOT, full_text

PRINTED = ROOT / "kbb_data" / "schema" / "printed.toml"
LABELS = tomllib.loads(PRINTED.read_text(encoding="utf-8"))["label"]

CODED = [(table, column) for table in schema.TABLES for column in table.columns if column.values]


def bare(text: str) -> str:
    """The text without case, accents, spaces and punctuation."""
    return re.sub(r"[^0-9a-z]", "", fold(text))


def ours(label: dict[str, object]) -> dict[str, str]:
    """Everything of ours that stands for a printed heading, by where it stands."""
    found = {}
    if name := str(label.get("schema", "")):
        table, column = name.split(".")
        found[f"schema {name}"] = schema.BY_NAME[table].column(column).tr
    if name := str(label.get("code", "")):
        table, column, code = name.split(".")
        codes = {code.code: code.tr for code in schema.BY_NAME[table].column(column).codes}
        found[f"code {name}"] = codes[code]
    texts = label.get("texts", [])
    assert isinstance(texts, list)
    for key in texts:
        found[f"text {key}"] = catalogue(TURKISH)[key]
        assert catalogue(ENGLISH)[key]
    return found


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["printed"])
def test_a_label_is_the_documents_or_says_why_not(label: dict[str, object]) -> None:
    labels = ours(label)
    assert labels
    for where, text in labels.items():
        assert bare(text) == bare(str(label["printed"])) or label.get("because"), (where, text)


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["printed"])
def test_no_reason_stands_where_none_is_needed(label: dict[str, object]) -> None:
    if label.get("because"):
        printed = bare(str(label["printed"]))
        assert any(bare(text) != printed for text in ours(label).values())


@pytest.mark.source
def test_every_printed_heading_stands_in_its_section() -> None:
    lines = full_text().read_text(encoding="utf-8").splitlines()
    sections: dict[str, str] = {}
    section = ""
    for line in lines[74:]:
        if match := re.match(r"(\d(?:\.\d)*)\.? ?[A-ZÇĞİÖŞÜ]", line):
            section = match[1]
        sections[section] = sections.get(section, "") + " ".join(line.split()) + "\n"
    for label in LABELS:
        assert label["printed"] in sections[label["section"]], label


#: Tables whose headings the document prints, with the columns that are keys or readings of ours.
HEADED = {
    "staff": {"status"},
    "position_occupancy": {"class"},
    "positions": {"class"},
}


@pytest.mark.parametrize("name", HEADED)
def test_every_column_of_a_printed_table_is_in_the_list(name: str) -> None:
    listed = {label.get("schema") for label in LABELS}
    provenance = {column.name for column in schema.PROVENANCE}
    for column in schema.BY_NAME[name].columns:
        if column.name not in HEADED[name] | provenance:
            assert f"{name}.{column.name}" in listed


@pytest.mark.parametrize(("table", "column"), CODED, ids=lambda part: part.name)
def test_every_code_is_explained_in_both_languages(
    table: schema.Table, column: schema.Column
) -> None:
    assert tuple(code.code for code in column.codes) == column.values, (table.name, column.name)
    assert all(code.tr and code.en for code in column.codes)


def test_nothing_is_explained_that_there_is_not() -> None:
    codes = tomllib.loads((PRINTED.parent / "codes.toml").read_text(encoding="utf-8"))
    assert set(codes) == {f"{table.name}.{column.name}" for table, column in CODED}
    for table, column in CODED:
        assert set(codes[f"{table.name}.{column.name}"]) == set(column.values)


def test_units_are_written_in_turkish_in_spreadsheets() -> None:
    from present.opendata.xlsx import heading

    headings = [heading(column) for table in schema.TABLES for column in table.columns]
    assert "Kapasite (kişi)" in headings
    assert not [text for text in headings if re.search(r"\((?:persons|TRY)\)", text)]
