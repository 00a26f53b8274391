"""What a crawler sees of the dashboard's pages: title, description, card, headline figures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine, load
from present.kit.entry import Entry
from present.kit.setting import Setting
from present.opendata.source import Library
from present.web import page_cards
from present.web import shell as web_shell
from tests.support import committed
from tests.support.datasets import invented
from tests.web.conftest import PUBLIC, figure_answers

STOCK = '<html lang="en"><head><title>Streamlit</title></head><body></body></html>'
HEADS = {
    language: {
        path: web_shell.Head(path, f"{path} title", "words")
        for path in ("/", "/butce", "/kaynaklar", "/veri")
    }
    for language in ("tr", "en")
}


def client_of(url: str) -> TestClient:
    reading = engine.create(url)
    figures = figure_answers(Library(lambda: reading))
    return TestClient(
        Starlette(
            routes=[
                *web_shell.page_routes(STOCK, HEADS, [page_cards.PageCards(figures, HEADS)]),
            ]
        )
    )


@pytest.fixture(scope="module")
def client(kayseri_url: str) -> TestClient:
    return client_of(kayseri_url)


def test_a_page_has_a_card_with_its_figure(client: TestClient) -> None:
    page = client.get("/butce?amac=2").text
    assert f'content="{PUBLIC}/grafik/butce.png?amac=2&amp;boyut=sosyal"' in page
    assert f'<link rel="canonical" href="{PUBLIC}/butce?amac=2">' in page
    assert "4.865.537.000 TL" in page.partition("<noscript>")[2]
    assert 'property="og:title" content="2. amaç' in page


@pytest.mark.parametrize("asked", ["/butce?amac=2", "/butce?amac=2&lang=en"])
def test_a_page_says_where_it_is_in_each_language(client: TestClient, asked: str) -> None:
    page = client.get(asked).text
    ways = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', page)
    turkish, english = f"{PUBLIC}/butce?amac=2", f"{PUBLIC}/butce?amac=2&amp;lang=en"
    assert ways == [("tr", turkish), ("en", english), ("x-default", turkish)]
    canonical = english if "lang" in asked else turkish
    assert f'<link rel="canonical" href="{canonical}">' in page


def test_a_wrong_choice_shows_the_whole_page(client: TestClient) -> None:
    page = client.get("/butce?amac=99&utm_source=x").text
    assert f'<link rel="canonical" href="{PUBLIC}/butce">' in page
    assert "17.000.000.000 TL" in page


def test_a_page_without_a_figure_borrows_the_overviews(client: TestClient) -> None:
    page = client.get("/veri").text
    assert "/grafik/genel-bakis.png" in page
    assert 'property="og:title" content="/veri title"' in page
    assert f'href="{PUBLIC}/veri"' in page


def test_a_page_draws_its_card_once_and_nothing_that_was_not_named(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    build = Entry.is_there

    def noted(entry: Entry, setting: Setting) -> bool:
        drawn.append(entry.slug)
        return build(entry, setting)

    monkeypatch.setattr(Entry, "is_there", noted)
    # Its figures are there by name alone, and no name is in the address.
    assert "/grafik/genel-bakis.png" in client.get("/kaynaklar").text
    assert "personel" not in drawn
    client.get("/kaynaklar?tablo=yok&x=1")
    seen = len(drawn)
    client.get("/kaynaklar?tablo=yok&x=1")
    assert len(drawn) == seen, "a refusal is kept as well"


def test_english_cards_are_english(client: TestClient) -> None:
    page = client.get("/?lang=en").text
    assert "lang=en" in page.partition('property="og:image" content="')[2].partition('"')[0]
    assert 'property="og:locale" content="en_GB"' in page


def test_an_empty_database_leaves_the_shell_whole(empty: TestClient, folder: object) -> None:
    page = client_of(f"sqlite:///{folder}/empty.sqlite").get("/butce")
    assert page.status_code == 200
    assert 'property="og:title" content="/butce title"' in page.text


def test_a_card_bears_the_name_of_its_institutions_dashboard(tmp_path: Path) -> None:
    url = committed.database(tmp_path / "two.sqlite")
    load.build(invented(tmp_path / "2027"), url)
    two = client_of(url)
    for query, name in (
        ("?lang=tr", "Çamlıova Açık Bütçe"),
        ("?yil=2025", "Kayseri Açık Bütçe"),
        ("?yil=2025&lang=en", "Kayseri Open Budget"),
    ):
        assert f'property="og:site_name" content="{name}"' in two.get(f"/butce{query}").text


def test_what_an_extra_fails_at_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    class Failing:
        def head(self, path: str, language: str, pairs: web_shell.Pairs, base: str) -> str:
            raise AssertionError("no head")

        def words(self, path: str, language: str, pairs: web_shell.Pairs) -> str:
            return "<p>still said</p>"

    page = TestClient(Starlette(routes=[*web_shell.page_routes(STOCK, HEADS, [Failing()])])).get(
        "/veri"
    )
    assert page.status_code == 200
    assert "still said" in page.text
    assert "no head" in caplog.text
