"""The documents of the invented municipality's three years, read as a municipality would bring
them: what they print is what its datasets hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from kbb_data.files.extract import Extract, extract
from kbb_data.results.records import Report
from kbb_data.results.reports import read
from tests.support.years import reports, results
from tests.support.years.text import INSTITUTION

DOCUMENTS = [
    (year, document["document"])
    for year in (2024, 2025, 2026)
    for document in results.documents(year)
    if document["kind"] != "results_form"
]


def held(year: int, key: str, report: Report) -> None:
    """Holds what was read against what the fixture says; every place of a figure that the fixture
    has, and no second one that contradicts it."""
    (document,) = (each for each in results.documents(year) if each["document"] == key)
    assert (report.kind, report.date, report.as_of) == (
        document["kind"], document["date"], document["as_of"],
    )  # fmt: skip
    found = {(e.classification, e.code, e.as_of, e.number): e for e in report.statements}
    for table in results.money(document):
        for cells in table.rows:
            row = dict(zip(table.columns, cells, strict=True))
            statement = found[table.classification, row["code"], table.as_of, table.statement]
            for name in table.columns[2:]:
                assert getattr(statement, name) == results.number(row[name]), (row, name)
            assert statement.is_outside_total == (row["code"] in table.outside_total), row
            if table.base:
                assert statement.printed_rate == results.rate(table, row), row
    months = {(e.classification, e.code, e.year, e.month): e.amount for e in report.months}
    for table in document.get("months", ()):
        for code, *amounts in table["rows"]:
            for month, amount in enumerate(amounts, start=1):
                key_of = (table["classification"], code, table["year"], month)
                assert months.pop(key_of) == results.number(amount)
    assert months == {}
    indicators = [
        [f"{e.goal}.{e.indicator}", e.value, e.target_stated, e.deviation_reason, e.measure_taken]
        for e in report.indicators
    ]
    assert indicators == [
        [code, results.number(value), results.number(target), reason, measure]
        for code, value, target, reason, measure in document.get("indicators", ())
    ]


@pytest.mark.parametrize(("year", "key"), DOCUMENTS)
def test_a_text_says_what_the_datasets_hold(year: int, key: str) -> None:
    source = Extract(reports.text(year, key).encode())
    held(year, key, read(source, year, INSTITUTION))


@pytest.mark.parametrize(("year", "key"), DOCUMENTS)
def test_word_says_the_same(tmp_path: Path, year: int, key: str) -> None:
    path = tmp_path / f"{key}.docx"
    path.write_bytes(reports.word(year, key))
    held(year, key, read(extract(path), year, INSTITUTION))


def test_accounts_as_a_typed_table_say_the_same_of_both_classifications() -> None:
    source = Extract(reports.accounts_csv(2025, "kesin-hesap-2025"))
    report = read(source, 2025, INSTITUTION)
    totals = {e.classification: e.spent for e in report.statements if e.code == "total"}
    assert {name: f"{amount:.2f}" for name, amount in totals.items()} == {
        "functional": "490082520.30", "economic": "490082520.40",
    }  # fmt: skip
