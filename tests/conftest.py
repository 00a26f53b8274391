"""Fixtures of more than one area: databases of both kinds."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.support import once, postgres

SQLITE = "sqlite"
POSTGRESQL = "postgresql"

_KINDS: list[Any] = [SQLITE]
if os.environ.get(postgres.SQLITE_ONLY) != "1":
    _KINDS.append(pytest.param(POSTGRESQL, marks=pytest.mark.postgres))


# How long an example takes is the machine's affair.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

#: The files that take longest, then the folders of long ones: a file is one process's, and the
#: last to be dealt out are short.
_LONGEST = (
    "browser/test_every_page.py",
    "browser/test_every_view.py",
    "browser/test_map.py",
    "browser/test_budget.py",
    "browser/test_new_year.py",
    "web/test_programme_budget.py",
    "web/test_figures.py",
    "draft/test_every_answer.py",
    "app/test_programme_budget.py",
    "app/test_reach.py",
)
_FOLDERS = ("browser", "web", "app", "draft", "db")


def pytest_configure() -> None:
    """The folder of what is made once is there before processes are started that share it."""
    once.folder()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Brings the tests into the order in which their files are dealt out to the processes."""
    here = Path(__file__).parent
    longest = {here / name: place for place, name in enumerate(_LONGEST)}
    if absent := [str(path) for path in longest if not path.is_file()]:
        raise pytest.UsageError(f"tests/conftest.py names files that are not there: {absent}")
    folders = {here / name: place for place, name in enumerate(_FOLDERS)}
    items.sort(
        key=lambda item: (
            # Browsers are waited for: their files come first, and others' beside the last of them.
            folders.get(item.path.parent, len(folders)) > 0,
            longest.get(item.path, len(longest)),
            folders.get(item.path.parent, len(folders)),
        )
    )


def pytest_collection_finish() -> None:
    """What pandas, Altair and Streamlit have loaded by now stays to the end: looking through it
    again and again for what could be freed is a tenth of the tests' time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A PostgreSQL server for this test process, started by the first test that asks."""
    with postgres.running() as server:
        yield server


@pytest.fixture(scope="session", params=_KINDS)
def new_database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], str]:
    """Makes empty databases, first of SQLite, then of PostgreSQL; gives back their addresses."""
    if request.param == POSTGRESQL:
        server: postgres.Server = request.getfixturevalue("postgres_server")
        return server.database
    folder: Path = tmp_path_factory.mktemp("sqlite")
    names = iter(range(1_000_000))
    return lambda: f"sqlite:///{folder / f'{next(names)}.sqlite'}"


@pytest.fixture
def engine_url(new_database: Callable[[], str]) -> str:
    """The address of an empty database of this test's own, on each kind in turn."""
    return new_database()
