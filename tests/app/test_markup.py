"""Markup that stands in the data comes out as words, wherever anything is shown.

Every text column of every table holds an element that would run, a quote that would end an
attribute and a script's end; every page is walked through in both languages, and every embed,
picture, shell and briefing is read.
"""

from __future__ import annotations

import os
import re
from collections import Counter, deque
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qsl, urlencode, urlsplit
from xml.etree import ElementTree

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from db import engine
from kbb_data.turkish import fold, slug
from present.briefing.model import Topic
from present.figures.answers import FigureAnswers
from present.figures.registry import ENTRIES
from present.kit.text import ENGLISH, LANGUAGES, TURKISH, using
from present.opendata.source import Library, library
from present.site.pages import BY_SLUG, DISTRICTS, PAGES, SEARCH
from present.web import briefings, embeds, figures, page_cards, shell
from present.web.files import Files, files
from present.web.page_data import PageData
from present.web.rate import RateLimit
from tests.app.conftest import html_of
from tests.support import pdf, planted
from tests.support.markup import faults, texts
from tests.web.conftest import PUBLIC, figure_answers

#: Views of a page that differ in the value of one parameter alone; so many are read.
ALIKE = {TURKISH: 2, ENGLISH: 1}

#: Columns that the tables' files alone show: what is printed again elsewhere, and for the checks.
UNSHOWN = {
    ("aims", "name_printed"),
    ("goals", "aim_statement"),
    ("goals", "objective_statement"),
    ("activities", "cost_table_name"),
    ("activities", "cost_table_goal_statement"),
    ("activities", "unit_printed"),
    ("unit_responsibilities", "goal_statement"),
    ("assets", "district_printed"),
    ("assets", "counted"),
    ("resource_needs", "amounts_printed"),
    # Only programme budgets print them; the open data hold them.
    ("printed_amounts", "label"),
    ("printed_amounts", "code_printed"),
    ("checks", "title"),
    ("findings", "difference"),
    # They take several years: test_markup_years.py.
    ("succession", "from_name"),
    ("succession", "to_name"),
    ("succession", "reason"),
}

#: What an address says of its programme and language.
VISIT = {"lang", "yil", "kurum"}

STOCK = (
    '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head><body>'
    "<noscript>You need to enable JavaScript.</noscript></body></html>"
)


def script(page: str) -> str:
    """A page within its whole frame."""
    return f"""
from importlib import import_module
import streamlit as st
from pages.parts import chrome, footer, header
from pages.parts.visit import setting
from present.kit.text import use
from present.site import glossary
from present.site.pages import BY_SLUG

page = BY_SLUG["{page}"]
use(st.query_params.get("lang"))
st.html(header.bar(page))
chrome.begin(glossary.of_page(setting(), page))
import_module(f"pages.{{page.module}}").render()
footer.show()
"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return planted.database(tmp_path_factory.mktemp("planted"))


@pytest.fixture(scope="module")
def pages(url: str, shown: dict[str, str]) -> Iterator[dict[str, str]]:
    """The HTML of every kind of view by its address."""
    before = os.environ.get("KBB_DATABASE_URL")
    os.environ["KBB_DATABASE_URL"] = url
    st.config.set_option("client.showErrorDetails", "full")
    library.cache_clear()
    files.cache_clear()
    shown.clear()
    institution = library().editions()[1].institution
    unknown = urlencode({"yil": planted.UNKNOWN, "kurum": slug(institution)})
    said: dict[str, str] = {}
    for start in ("/", "/?lang=en", f"/?{unknown}"):
        said |= _walked(start)
    yield said
    library.cache_clear()
    files.cache_clear()
    if before is None:
        del os.environ["KBB_DATABASE_URL"]
    else:
        os.environ["KBB_DATABASE_URL"] = before


def _walked(start: str) -> dict[str, str]:
    """The views that links lead to in one programme and language, one choice at a time; of the
    older programme the pages alone."""
    query = urlsplit(start).query
    kept = dict(parse_qsl(query))
    language = kept.get("lang", TURKISH)
    searches = [{"q": "img"}, {"q": f"derekent{planted.MARKUP}"}, {"q": "derekent"}]
    waiting = deque(
        [
            *(page.path + (f"?{query}" if query else "") for page in PAGES),
            *(f"{SEARCH.path}?{urlencode(kept | search)}" for search in searches),
            f"{DISTRICTS.path}?{urlencode(kept | {'ilce': 'talas'})}",
        ]
    )
    said: dict[str, str] = {}
    apps: dict[str, AppTest] = {}
    alike: Counter[tuple[str, frozenset[str]]] = Counter()
    while waiting:
        address = waiting.popleft()
        parts = urlsplit(address)
        page = parts.path.strip("/")
        parameters = dict(parse_qsl(parts.query))
        own = frozenset(parameters.keys() - VISIT)
        if page not in BY_SLUG or {name: parameters.get(name) for name in kept} != kept:
            continue
        if address in said or len(own) > 1 or parameters.keys() & VISIT != kept.keys():
            continue
        if page != SEARCH.slug and alike[page, own] >= ALIKE[language]:
            continue
        alike[page, own] += 1
        app = apps.setdefault(page, AppTest.from_string(script(page), default_timeout=60))
        app.query_params.clear()
        for name, value in parameters.items():
            app.query_params[name] = value
        # A second run tells what is chosen in a widget's words.
        with using(language):
            app.run()
        assert not app.exception, (address, [error.message for error in app.exception])
        said[address] = html_of(app)
        if page != SEARCH.slug and "yil" not in kept:
            links = re.findall(r'<a\b[^>]*\bhref="(/[^"]*)"', said[address])
            waiting.extend(map(unescape, links))
    return said


@pytest.fixture(scope="module")
def answers(url: str) -> FigureAnswers:
    reading = engine.create(url)
    return figure_answers(Library(lambda: reading))


@pytest.fixture(scope="module")
def client(answers: FigureAnswers) -> TestClient:
    heads = {}
    for language in LANGUAGES:
        with using(language):
            heads[language] = {
                page.path: shell.Head(page.title, page.title, page.purpose) for page in PAGES
            }
    limit = RateLimit(60_000, 10_000)
    cards = page_cards.PageCards(answers, heads)
    extras = (PageData(Files(answers.library), answers, cards), cards)
    return TestClient(
        Starlette(
            routes=[
                *shell.page_routes(STOCK, heads, extras),
                *figures.routes(answers, limit),
                *embeds.routes(answers, limit),
                *briefings.routes(briefings.Briefings(answers.library, PUBLIC), limit),
            ]
        )
    )


def presets(answers: FigureAnswers) -> Iterator[tuple[str, dict[str, str]]]:
    """Every figure's slug with the first choices that the gallery shows."""
    setting = answers.setting(answers.library.editions()[0], False)
    for entry in ENTRIES:
        for choices in entry.presets(setting):
            yield entry.slug, dict(entry.query(choices))
            break


def wrong(pieces: dict[str, str]) -> dict[str, list[str]]:
    """The faults of each that has any."""
    return {name: found for name, html in pieces.items() if (found := faults(html)[:3])}


@pytest.mark.parametrize("slug", BY_SLUG)
def test_no_page_hands_markup_on(pages: dict[str, str], slug: str) -> None:
    own = {
        address: html
        for address, html in pages.items()
        if urlsplit(address).path.strip("/") == slug
    }
    assert len(own) >= len(LANGUAGES)
    assert wrong(own) == {}


def test_every_column_is_shown_somewhere(pages: dict[str, str]) -> None:
    everything = fold("\n".join(map(texts, pages.values())))
    unseen = {
        (table.name, column.name)
        for table, column in planted.columns()
        if column.name != "source_section"
        and fold(planted.mark(table.name, column.name)).strip() not in everything
    }
    assert unseen == UNSHOWN


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_embed_and_no_picture_hands_markup_on(
    client: TestClient, answers: FigureAnswers, language: str
) -> None:
    pieces = {}
    for name, query in presets(answers):
        own = {**query, "lang": language, "tema": "acik"}
        answer = client.get(f"/gomulu/{name}", params=own)
        assert answer.status_code == 200, answer.text[:300]
        pieces[name] = answer.text
        if language == TURKISH:
            picture = client.get(f"/grafik/{name}.svg", params=own)
            assert picture.status_code == 200 or picture.json()["type"].endswith("not-drawn")
            if picture.status_code != 200:
                continue
            tags = {element.tag.rpartition("}")[2] for element in _elements(picture.content)}
            assert not tags & {"img", "script", "foreignObject"}, name
            pieces[f"{name}.svg"] = picture.text
    assert wrong(pieces) == {}
    assert sum("<img src=x" in texts(html) for html in pieces.values()) > 10


def _elements(svg: bytes) -> Iterator[ElementTree.Element]:
    return ElementTree.fromstring(svg).iter()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_shell_hands_markup_on(
    client: TestClient, answers: FigureAnswers, language: str
) -> None:
    setting = answers.setting(answers.library.editions()[0], False)
    views = [
        (entry.page, dict(entry.query(choices)))
        for entry in ENTRIES
        for choices in list(entry.presets(setting))[:1]
    ]
    pieces = {
        f"{path} {query}": client.get(path, params={**query, "lang": language}).text
        for path, query in [*views, *((page.path, {}) for page in PAGES)]
    }
    assert wrong(pieces) == {}
    assert any("onerror" in texts(html) for html in pieces.values())


def test_a_briefing_says_markup_as_words(client: TestClient, answers: FigureAnswers) -> None:
    library = briefings.Briefings(answers.library, PUBLIC)
    edition = answers.library.editions()[0]
    for kind in Topic:
        key = "talas" if kind is Topic.DISTRICT else library.keys(edition, kind)[0]
        answer = client.get(f"/brifing/{kind}/{key}.pdf")
        assert answer.status_code == 200, answer.text[:300]
        words = "".join("".join(pdf.pages(answer.content)).split())
        assert "<imgsrc=xonerror=alert(1)>" in words, kind


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        (f"<p>{planted.MARKUP}</p>", "onerror"),
        ('<a title="x"&\'>y</a>', "attribute"),
        ("<script>a</script>b</script>", "ends nothing"),
        ("<div>&lt;p&gt;a&lt;/p&gt;</div>", "as text"),
        ("<p>&amp;lt;img</p>", "twice"),
    ],
)
def test_a_fault_is_found(html: str, fault: str) -> None:
    assert any(fault in text for text in faults(html))
