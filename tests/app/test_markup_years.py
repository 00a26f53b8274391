"""Markup that stands in documents of results and in judgements of succession comes out as words.

Every text column of theirs holds what ``tests/support/planted.py`` plants, over the invented
municipality's three years; the pages, embeds, pictures and briefings that show them are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine
from kbb_data.turkish import fold
from present.figures.answers import FigureAnswers
from present.kit.text import LANGUAGES
from present.opendata.source import Library
from present.web import briefings, embeds, figures
from present.web.rate import RateLimit
from tests.app.conftest import RunPage, html_of
from tests.support import pdf, planted
from tests.support.markup import faults, texts
from tests.support.years import YEARS
from tests.web.conftest import PUBLIC, figure_answers

#: What is shown of each table is read off these views.
VIEWS: tuple[tuple[str, dict[str, str]], ...] = (
    ("butce", {"yil": "2025"}),
    ("gostergeler", {"yil": "2025", "tarih": "2025-06-30"}),
    ("gostergeler", {"yil": "2025", "gosterge": "5.1"}),
    ("hedef", {"yil": "2025", "hedef": "1"}),
    ("degisim", {"yil": "2026", "gorunum": "faaliyet"}),
    ("soz_ve_sonuc", {"yil": "2026", "gosterge": "1.1"}),
)

#: Columns of which nothing is shown on a page; the names are the programmes' own there.
UNSHOWN = {("succession", "from_name"), ("succession", "to_name")}


#: The figures that rest on results or on succession, and what of each is chosen.
FIGURES: dict[str, dict[str, str]] = {
    "plan-net-harcanan": {},
    "gelir": {},
    "aylik-harcama": {},
    "gerceklesmeler": {},
    "gosterge-gerceklesme": {"gosterge": "5.1"},
    "degisim-yillar": {"gorunum": "faaliyet"},
    "soz-ozeti": {},
    "tahmin-isabeti": {},
    "soz-ve-sonuc": {"gosterge": "1.1"},
}


#: Those whose pictures hold the documents' own words.
PICTURES = ("plan-net-harcanan", "soz-ozeti", "degisim-yillar")


@pytest.fixture(scope="module")
def databases(
    databases: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, str]:
    """The databases of all tests, and the three years full of markup."""
    folder = Path(databases["years"].removeprefix("sqlite:///")).parent
    path = tmp_path_factory.mktemp("planted") / "years.sqlite"
    url = planted.years((folder / str(year) for year in YEARS), path)
    return {**databases, "planted": url}


@pytest.fixture(scope="module")
def answers(databases: Mapping[str, str]) -> FigureAnswers:
    reading = engine.create(databases["planted"])
    return figure_answers(Library(lambda: reading))


@pytest.fixture(scope="module")
def client(answers: FigureAnswers) -> TestClient:
    limit = RateLimit(60_000, 10_000)
    return TestClient(
        Starlette(
            routes=[
                *figures.routes(answers, limit),
                *embeds.routes(answers, limit),
                *briefings.routes(briefings.Briefings(answers.library, PUBLIC), limit),
            ]
        )
    )


def test_pages_show_every_text_of_results_as_words(run_page: RunPage) -> None:
    said = []
    for language in LANGUAGES:
        for page, address in VIEWS:
            html = html_of(run_page(page, "planted", lang=language, **address))
            assert faults(html)[:3] == [], (page, address)
            said.append(texts(html))
    everything = fold("\n".join(said))
    assert fold(planted.NAME).strip() in everything
    unseen = {
        (table.name, column.name)
        for table, column in planted.columns()
        if table.name in planted.RESULTS
        and column.name != "source_section"
        and fold(planted.mark(table.name, column.name)).strip() not in everything
    }
    assert unseen == UNSHOWN


@pytest.mark.parametrize("slug", FIGURES)
def test_no_embed_of_results_hands_markup_on(client: TestClient, slug: str) -> None:
    asked = {**FIGURES[slug], "yil": "2025", "tema": "acik"}
    for language in LANGUAGES:
        answer = client.get(f"/gomulu/{slug}", params={**asked, "lang": language})
        assert answer.status_code == 200, answer.text[:300]
        assert faults(answer.text)[:3] == []
    assert "<img src=x" in texts(answer.text)


@pytest.mark.parametrize("slug", PICTURES)
def test_no_picture_of_results_hands_markup_on(client: TestClient, slug: str) -> None:
    picture = client.get(f"/grafik/{slug}.svg", params={**FIGURES[slug], "yil": "2025"})
    assert picture.status_code == 200, picture.text[:300]
    elements = ElementTree.fromstring(picture.content).iter()
    tags = {element.tag.rpartition("}")[2] for element in elements}
    assert not tags & {"img", "script", "foreignObject"}
    assert faults(picture.text)[:3] == []
    assert "onerror" in texts(picture.text)


def test_a_briefing_of_results_says_markup_as_words(client: TestClient) -> None:
    answer = client.get("/brifing/amac/1.pdf", params={"yil": "2025"})
    assert answer.status_code == 200, answer.text[:300]
    words = "".join("".join(pdf.pages(answer.content)).split())
    for mark in (planted.NAME, planted.mark("documents", "title")):
        assert "".join(mark.split()) in words
