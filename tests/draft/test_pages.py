"""Every page of a draft has the band above it and the word in its tab, and no other page has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from db import dataset, engine, store
from present.opendata.source import library
from present.site.pages import PAGES
from present.web.files import files
from tests.app.conftest import html_of
from tests.draft.marks import TRACE, WORDS
from tests.support import datasets, people
from tests.support.planted import PLACE

YEAR = 2028


def script(page: str) -> str:
    """A page within its whole frame, as ``pages/dashboard.py`` shows it."""
    return f"""
from importlib import import_module
from pages.parts import chrome, footer, header
from pages.parts.visit import edition, setting
from present.kit.text import use
from present.site import glossary
from present.site.pages import BY_SLUG
import streamlit as st

page = BY_SLUG["{page}"]
use(st.query_params.get("lang"))
chrome.mark(edition().is_draft)
st.html(header.bar(page))
chrome.begin(glossary.of_page(setting(), page))
import_module(f"pages.{{page.module}}").render()
footer.show()
"""


@pytest.fixture(scope="module", autouse=True)
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The committed programme with a draft of a later year of the same place before it."""
    folder: Path = tmp_path_factory.mktemp("pages")
    change = datasets.renamed(YEAR, PLACE)
    small = datasets.changed(datasets.with_ties(folder / "ties"), folder / "2028", change)
    url = f"sqlite:///{folder / 'draft.sqlite'}"
    with store.transaction(engine.create(url, read_only=False)) as connection:
        store.prepare(connection)
        store.put(connection, dataset.read(datasets.KAYSERI))
        store.put(connection, dataset.read(small).draft)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "KBB_DATABASE_URL", url)
        library.cache_clear()
        files.cache_clear()
        yield
    library.cache_clear()
    files.cache_clear()


@pytest.fixture
def titles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles that a run gives its tab, in their order."""
    given: list[str] = []
    monkeypatch.setattr(st, "set_page_config", lambda page_title: given.append(page_title))
    return given


def run(page: str, **parameters: str) -> AppTest:
    app = AppTest.from_string(script(page), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, [error.message for error in app.exception]
    return app


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("page", [page.slug for page in PAGES])
def test_a_page_of_a_draft(page: str, language: str, titles: list[str]) -> None:
    word, mark = WORDS[language]
    html = html_of(run(page, lang=language))
    assert html.count('class="kbb-draft"') == 1
    assert f"<strong>{mark}</strong>" in html
    assert titles
    assert all(title.startswith(f"{word} – ") for title in titles)


@pytest.mark.parametrize("page", [page.slug for page in PAGES])
def test_a_page_of_published_data_beside_it(page: str, titles: list[str]) -> None:
    html = html_of(run(page, yil="2025"))
    assert TRACE.search("\n".join([html, *titles])) is None


def test_what_a_menu_gives_to_copy_is_marked() -> None:
    html = html_of(run("birimler"))
    copied = html.partition('class="kbb-share')[2]
    sentence, source = WORDS["tr"][1] + ". ", "Kaynak: TASLAK – "
    assert sentence in copied
    assert source in copied
    assert "-taslak%2B" in copied or "-taslak+" in copied


def test_the_findings_file_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {}
    monkeypatch.setattr(
        st, "download_button", lambda label, data, **more: given.update(more, data=data)
    )
    run("tutarlilik")
    assert given["file_name"].startswith("taslak-")
    rows = people.read(given["data"]).rows
    assert rows
    assert {row[-1] for row in rows} == {WORDS["tr"][1]}
    run("tutarlilik", yil="2025")
    assert not given["file_name"].startswith("taslak-")
    assert TRACE.search(given["data"].decode("utf-8-sig")) is None
