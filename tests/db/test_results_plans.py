"""How SQLite answers what is asked about results: by an index, so that other years and institutions
in the database cost nothing."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, event

from db import engine as factory
from db.queries import ProgrammeKey, results
from tests.support import years

KEY = ProgrammeKey(2025, years.INSTITUTION)

QUESTIONS = sorted(
    name
    for name, question in inspect.getmembers(results, inspect.isfunction)
    if question.__module__ == results.__name__ and not name.startswith("_")
)

#: Rows found by both columns that name a programme, which stand first in every table's key.
SEARCH = re.compile(r"SEARCH \w+ USING INDEX \w+ \(programme_year=\? AND institution=\?.*\)")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    opened = factory.create(years.database(tmp_path_factory.mktemp("plans")))
    yield opened
    opened.dispose()


def plan(engine: Engine, statement: str, parameters: Any) -> list[str]:
    """How SQLite reads the tables of a statement, a line a table."""
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        lines = [str(row[-1]) for row in rows]
    return [line for line in lines if not line.startswith("USE TEMP B-TREE FOR ")]


def test_the_questions_are_known() -> None:
    assert QUESTIONS == [
        "appropriations", "documents", "indicator_results", "monthly_amounts", "succession",
    ]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_finds_its_rows_by_an_index(engine: Engine, question: str) -> None:
    asked: list[tuple[str, Any]] = []

    def listen(*arguments: Any) -> None:
        _, _, statement, parameters, _, _ = arguments
        if statement.startswith("SELECT"):
            asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", listen)
    try:
        frame = getattr(results, question)(engine, KEY)
    finally:
        event.remove(engine, "before_cursor_execute", listen)
    assert len(frame) > 0
    assert len(asked) == 1
    lines = plan(engine, *asked[0])
    assert len(lines) == len(re.findall(r"\b(?:FROM|JOIN)\b", asked[0][0]))
    assert [line for line in lines if not SEARCH.fullmatch(line)] == []


def test_rows_that_are_looked_through_are_noticed(engine: Engine) -> None:
    lines = plan(engine, "SELECT code FROM appropriations WHERE institution = ?", ("",))
    assert len(lines) == 1
    assert not SEARCH.fullmatch(lines[0])
