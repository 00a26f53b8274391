"""Pages run as scripts, without a browser, over databases: full, invented, without some sections,
empty."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from db import engine, load, store
from present.opendata import source
from present.web.files import files
from tests.support import committed, programme_budget, years
from tests.support.datasets import bare, invented

RunPage = Callable[..., AppTest]

NAMES = (
    "kayseri", "invented", "bare", "empty", "programme_budget", "coded", "mixed", "least",
    "years",
)  # fmt: skip


@pytest.fixture(scope="session", autouse=True)
def manifests_once() -> Iterator[None]:
    """Streamlit looks through every installed package for components, anew for each ``AppTest``;
    that is a fifth of what a page costs, and the packages stay what they are."""
    with pytest.MonkeyPatch.context() as patch:
        scan = manifest_scanner.scan_component_manifests
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(scan))
        yield


def script(name: str) -> str:
    """A script that shows one page within its frame, as ``pages/dashboard.py`` does."""
    return f"""
from importlib import import_module
from db.errors import EmptyDatabase
from pages.parts import chrome, empty, footer
from pages.parts.visit import edition, form
import streamlit as st
from present.kit.setting import LANGUAGE
from present.kit.text import use

use(st.query_params.get(LANGUAGE), form())
chrome.style()
try:
    edition()
except EmptyDatabase:
    empty.no_programme()
else:
    chrome.name(edition().institution)
    import_module("pages.{name}").render()
    footer.show()
"""


@pytest.fixture(scope="session")
def budget_folders(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The datasets of four programme budgets: as imported from their text, of the variant with
    economic codes, with some codes and units, and with next to nothing but activities."""
    folder = tmp_path_factory.mktemp("programme-budgets")
    printed = programme_budget.printed(folder / "printed")
    return {
        "programme_budget": printed,
        "coded": programme_budget.coded(folder / "coded"),
        "mixed": programme_budget.mixed(printed, folder / "mixed"),
        "least": programme_budget.least(printed, folder / "least"),
    }


@pytest.fixture(scope="session")
def databases(
    tmp_path_factory: pytest.TempPathFactory, budget_folders: Mapping[str, Path]
) -> Mapping[str, str]:
    """The addresses of nine databases: ``kayseri``, ``invented`` (beside it), ``bare`` (the
    invented one without council, buildings and staff), ``empty``, and programme budgets:
    ``programme_budget`` (beside ``kayseri``), ``coded``, ``mixed`` and ``least``; ``years`` has
    the invented municipality's three, with results."""
    folder: Path = tmp_path_factory.mktemp("databases")
    urls = {name: f"sqlite:///{folder / name}.sqlite" for name in NAMES}
    for name in ("kayseri", "invented", "programme_budget"):
        committed.database(folder / f"{name}.sqlite")
    load.build(invented(folder / "2027"), urls["invented"])
    load.build(bare(folder / "bare"), urls["bare"])
    for name, dataset in budget_folders.items():
        load.build(dataset, urls[name])
    urls["years"] = years.database(folder / "years")
    with store.transaction(engine.create(urls["empty"], read_only=False)) as connection:
        store.prepare(connection)
    return urls


@pytest.fixture(scope="session")
def shown() -> dict[str, str]:
    """Which database the pages were last run over; what they keep is of that one."""
    return {}


@pytest.fixture(scope="session")
def libraries() -> dict[str, source.Library]:
    """What was read of each database that pages were run over, by its address."""
    return {}


@pytest.fixture
def run_page(
    request: pytest.FixtureRequest,
    databases: Mapping[str, str],
    shown: dict[str, str],
    libraries: dict[str, source.Library],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[RunPage]:
    """Runs a page: ``run_page("butce", "kayseri", amac="2")``; fails when its script does.

    As on a server, what a page keeps serves the next one over the same database too. A test that
    patches something itself finds nothing kept and leaves nothing.
    """
    is_patching = "monkeypatch" in inspect.signature(request.function).parameters
    if is_patching:
        shown.clear()

    def run(name: str, database: str = "kayseri", **parameters: str) -> AppTest:
        monkeypatch.setenv("KBB_DATABASE_URL", databases[database])
        # Visitors see no details; a failing test should.
        st.config.set_option("client.showErrorDetails", "full")
        if shown.get("database") != database:
            _open({} if is_patching else libraries, databases[database])
            shown["database"] = database
        app = AppTest.from_string(script(name), default_timeout=30)
        for key, value in parameters.items():
            app.query_params[key] = value
        app.run()
        assert not app.exception, [
            "\n".join([error.message, *error.stack_trace]) for error in app.exception
        ]
        return app

    yield run
    if is_patching:
        shown.clear()


def _open(libraries: dict[str, source.Library], url: str) -> None:
    """The library of pages and routes is from now on the one of that database."""

    usual = source.Library

    def kept(engine: Callable[[], Engine]) -> source.Library:
        return libraries.setdefault(url, usual(engine))

    source.library.cache_clear()
    files.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "Library", kept)
        source.library()


def html_of(app: AppTest) -> str:
    """All HTML that a run put on the page."""
    return "\n".join(
        getattr(element.proto, "body", "") for element in app.get("html") if element.proto
    )


def steps_of(html: str) -> dict[str, str]:
    """The links above a thing's own view, back and to its neighbours: their addresses by their
    words in full."""
    links = re.findall(r'<li class="kbb-step-\w+"><a href="([^"]+)"[^>]*>(.*?)</a>', html)
    return {
        unescape(re.sub(r'<span class="kbb-step-way".*?</span>|<[^>]+>', "", words)): unescape(href)
        for href, words in links
    }
