"""The invented municipality's three years, upon which other tests build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from db import engine, load, queries
from db.queries import ProgrammeKey
from kbb_data.schema import BY_NAME, RESULT_TABLES
from present.opendata.source import Library
from tests.support import years
from tests.support.rawcsv import kurus, rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("years")


@pytest.fixture(scope="module")
def books(folder: Path) -> Library:
    return years.library(folder)


def test_the_older_programmes_agree_with_themselves(folder: Path, books: Library) -> None:
    for year in (2024, 2025):
        assert rows(folder / "plans" / str(year), "findings") == []


def test_rows_of_several_documents_keep_the_order_of_their_file(
    folder: Path, books: Library, new_database: Callable[[], str]
) -> None:
    """Of each table of results, on every database: their lines count anew in each document."""
    url = new_database()
    for year in years.YEARS:
        load.build(folder / str(year), url)
    reading = engine.create(url)
    for table in (BY_NAME[name] for name in RESULT_TABLES):
        places = [table.column_names.index(name) for name in table.key]
        for year in years.YEARS:
            stored = queries.table_rows(reading, ProgrammeKey(year, years.INSTITUTION), table.name)
            own = [
                [row[name] for name in table.key] for row in rows(folder / str(year), table.name)
            ]
            assert [[str(row[place]) for place in places] for row in stored] == own, (year, table)
    reading.dispose()


def test_every_year_sees_the_three(books: Library) -> None:
    setting = years.settings_of(books)
    totals = {year: setting(year).totals.total_kurus for year in years.YEARS}
    assert totals == {
        2024: kurus("364100000.00"),
        2025: kurus("516000000.00"),
        2026: kurus("681000000.00"),
    }
    for year in years.YEARS:
        assert [other.year for other in setting(year).years] == list(years.YEARS)


def test_results_lie_in_the_year_of_which_they_speak(folder: Path, books: Library) -> None:
    documents = {
        year: [row["document"] for row in rows(folder / str(year), "documents")]
        for year in years.YEARS
    }
    assert documents[2024] == ["faaliyet-raporu-2024"]
    assert documents[2025][-1] == "kesin-hesap-2025"
    restated = [
        row["spent"]
        for year in (2025, 2026)
        for row in rows(folder / str(year), "appropriations")
        if (row["classification"], row["code"], row["as_of"]) == ("economic", "03", "2025-06-30")
    ]
    assert restated == ["82150000.00", "82610000.40"]


def test_what_became_of_each_part_is_judged(folder: Path, books: Library) -> None:
    codes = {
        "activity": lambda row: row["activity"],
        "indicator": lambda row: f"{row['goal']}.{row['indicator']}",
    }
    tables = {"activity": "activities", "indicator": "indicators"}
    for year in (2025, 2026):
        judged = rows(folder / str(year), "succession")
        for level, code in codes.items():
            for side, of_year in (("from_code", year - 1), ("to_code", year)):
                here = {row[side] for row in judged if row["level"] == level and row[side]}
                assert here == {code(row) for row in rows(folder / str(of_year), tables[level])}


def test_what_documents_say_wrongly_is_found_and_nothing_else(folder: Path, books: Library) -> None:
    """As ``tests/fixtures/README.md`` lists it."""
    checks = {
        year: {
            row["finding"].split(".")[0]
            for row in rows(folder / str(year), "findings")
            if row["finding"].startswith("result")
        }
        for year in years.YEARS
    }
    assert checks == {
        2024: set(),
        2025: {
            "result-classifications",
            "result-values",
            "result-targets",
            "result-reasons",
            "result-indicators",
        },
        2026: {"result-statements"},
    }
