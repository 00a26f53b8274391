"""Every figure over results or several years against plain SQL over the same database, of both
kinds: an oracle beside that of the CSV files (``test_over_years``), which knows none of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from db import engine as factory
from db import load
from present.figures.registry import BY_SLUG, drawn
from present.figures.setting import of_edition
from present.kit.setting import Setting
from present.kit.text import TURKISH, using
from tests.present.figures import sql_change, sql_promises, sql_results, sql_spending
from tests.present.figures.over_years import ORACLES
from tests.present.figures.sql_answer import Answer, Ask, Asker, differences
from tests.support import datasets, years

ASKS: dict[str, Ask] = {
    **sql_change.ASKS,
    **sql_promises.ASKS,
    **sql_results.ASKS,
    **sql_spending.ASKS,
}
#: Has the same years and figures, so that a forgotten half of the key shows.
OTHER = "BENZEROVA BELEDİYESİ"


def _also(document: str, year: int, other: str) -> str:
    """A statement that has another document of the year state what ``document`` does, all 1 TL
    more."""
    return f"""
        INSERT INTO appropriations (
          programme_year, institution, classification, code, as_of, statement, initial, spent,
          is_outside_total, document, source_section, source_line, row_number
        )
        SELECT programme_year, institution, classification, code, as_of, statement,
          initial + 100, spent + 100, is_outside_total, '{other}', source_section, source_line,
          1000 + row_number
        FROM appropriations
        WHERE programme_year = {year} AND document = '{document}' AND statement = 1
    """


#: Documents without a day, taken in the other way round, so that other ones are the newest: of two
#: up to the same day the one that was taken in first, and before that the one up to a later day.
UNDATED = (
    "UPDATE documents SET date = NULL",
    "UPDATE documents SET sequence = 100 - sequence",
    _also("yari-yil-2026-06-30", 2026, "gosterge-2026-06-30"),
    _also("yari-yil-2025-06-30", 2025, "faaliyet-raporu-2025"),
)

FIGURES = pytest.mark.parametrize("slug", sorted(ASKS))
EVERY_YEAR = pytest.mark.parametrize("year", years.YEARS)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The institution's settings by year, and SQL over the database that they read."""

    settings: dict[int, Setting]
    ask: Asker


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    base = tmp_path_factory.mktemp("years-sql")
    own = years.built(base)
    others = [
        datasets.changed(folder, base / "other" / str(year), datasets.renamed(year, OTHER))
        for year, folder in own.items()
    ]
    return [*own.values(), *others]


@pytest.fixture(scope="module")
def loaded(new_database: Callable[[], str], folders: list[Path]) -> Iterator[Loaded]:
    with _loaded(new_database(), folders) as found:
        yield found


@pytest.fixture(scope="module")
def undated(new_database: Callable[[], str], folders: list[Path]) -> Iterator[Loaded]:
    """The same years as ``UNDATED`` alters them."""
    with _loaded(new_database(), folders, UNDATED) as found:
        yield found


@contextmanager
def _loaded(url: str, folders: list[Path], changes: Sequence[str] = ()) -> Iterator[Loaded]:
    for folder in folders:
        load.build(folder, url)
    writing = create_engine(url)
    with writing.begin() as connection:
        for change in changes:
            connection.execute(text(change))
    writing.dispose()
    books = years.library_of(url)
    with using(TURKISH):
        settings = {
            edition.year: of_edition(books, edition, is_dark=False)
            for edition in books.editions()
            if edition.institution == years.INSTITUTION
        }
    engine = factory.create(url)
    with engine.connect() as connection:
        yield Loaded(settings, Asker(connection, years.INSTITUTION))
    engine.dispose()


def shown(setting: Setting, slug: str) -> Iterator[Any]:
    """The choices of the gallery, and of a figure that needs an indicator every one that it has."""
    entry = BY_SLUG[slug]
    presets = list(entry.presets(setting))
    yield from presets
    needed = next((field for field in fields(presets[0]) if field.name == entry.needed), None)
    if needed is None:
        return
    for code in entry.known(setting)[needed.name]:
        yield replace(presets[0], **{needed.name: code})


def test_sql_is_asked_about_every_figure_over_years() -> None:
    assert ASKS.keys() == ORACLES.keys()


@EVERY_YEAR
@FIGURES
def test_a_figure_shows_what_plain_sql_says(loaded: Loaded, slug: str, year: int) -> None:
    _holds(loaded, slug, year)


@EVERY_YEAR
@pytest.mark.parametrize("slug", sorted(ASKS.keys() - sql_change.ASKS.keys()))
def test_documents_without_a_day_speak_in_their_order(
    undated: Loaded, slug: str, year: int
) -> None:
    _holds(undated, slug, year)


def _holds(loaded: Loaded, slug: str, year: int) -> None:
    """Holds a year's figure under all its choices against SQL over the same database."""
    setting, entry = loaded.settings[year], BY_SLUG[slug]
    if not entry.is_there(setting):
        assert (slug, year) == ("gelir", 2024)
        return
    for choices in shown(setting, slug):
        query = entry.query(choices)
        answer = ASKS[slug](loaded.ask, year, query)
        table = drawn(setting, slug, choices).figure.table
        found = differences(answer, table.to_dict("list"))
        assert found == [], query
        assert len(answer.rows) > 0, query


def test_a_difference_between_a_table_and_sql_is_noticed() -> None:
    answer = Answer(("key", "spent", "rate"), [("a", 3, 0.5), ("b", None, None)])
    table = {"key": ["a", "b"], "spent": [3, None], "rate": [0.5, float("nan")]}
    assert differences(answer, table) == []
    assert differences(answer, {**table, "spent": [4, None]}) == [
        "('a',), spent: shown 4, by SQL 3"
    ]
    assert differences(answer, {**table, "key": ["a", "c"]}) == [
        "('b',): in one of both alone",
        "('c',): in one of both alone",
    ]
    assert differences(answer, {"key": ["a", "b"], "rate": [0.5, None]}) == [
        "('a',), spent: shown None, by SQL 3"
    ]
    assert differences(answer, {**table, "rate": [0.5, 0.0]}) == [
        "('b',), rate: shown 0.0, by SQL None"
    ]
    assert differences(answer, {**table, "key": ["a", "a"]}) == ["a key stands in two rows"]
