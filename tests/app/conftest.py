"""Pages run as scripts, without a browser, over three databases: full, invented, empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from db import engine, load, store
from present.opendata.source import library
from present.web.files import files
from tests.support.datasets import KAYSERI, invented

RunPage = Callable[..., AppTest]


def script(name: str) -> str:
    """A script that shows one page within its frame, as ``pages/dashboard.py`` does."""
    return f"""
from importlib import import_module
from db.errors import EmptyDatabase
from pages.parts import chrome, empty, footer
from pages.parts.visit import edition
import streamlit as st
from present.kit.setting import LANGUAGE
from present.kit.text import use

use(st.query_params.get(LANGUAGE))
chrome.style()
try:
    edition()
except EmptyDatabase:
    empty.no_programme()
else:
    import_module("pages.{name}").render()
    footer.show()
"""


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The addresses of three databases: ``kayseri``, ``invented`` (beside it) and ``empty``."""
    folder: Path = tmp_path_factory.mktemp("databases")
    urls = {name: f"sqlite:///{folder / name}.sqlite" for name in ("kayseri", "invented", "empty")}
    load.build(KAYSERI, urls["kayseri"])
    load.build(KAYSERI, urls["invented"])
    load.build(invented(folder / "2027"), urls["invented"])
    with store.transaction(engine.create(urls["empty"], read_only=False)) as connection:
        store.prepare(connection)
    return urls


@pytest.fixture
def run_page(databases: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> RunPage:
    """Runs a page: ``run_page("butce", "kayseri", amac="2")``; fails when its script does."""

    library.cache_clear()
    files.cache_clear()
    shown: dict[str, str] = {}

    def run(name: str, database: str = "kayseri", **parameters: str) -> AppTest:
        monkeypatch.setenv("KBB_DATABASE_URL", databases[database])
        # Visitors see no details; a failing test should.
        st.config.set_option("client.showErrorDetails", "full")
        if shown.get("database") != database:
            library.cache_clear()
            files.cache_clear()
            shown["database"] = database
        app = AppTest.from_string(script(name), default_timeout=30)
        for key, value in parameters.items():
            app.query_params[key] = value
        app.run()
        assert not app.exception, [
            "\n".join([error.message, *error.stack_trace]) for error in app.exception
        ]
        return app

    return run


def html_of(app: AppTest) -> str:
    """All HTML that a run put on the page."""
    return "\n".join(
        getattr(element.proto, "body", "") for element in app.get("html") if element.proto
    )
