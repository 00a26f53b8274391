"""Pages without JavaScript hold words, pictures and real ways to pages, views, files and embeds."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine
from kbb_data.schema import tables_of
from present.opendata.formats import FORMATS
from present.opendata.source import Library
from present.site.pages import PAGES
from present.web import page_cards, plain
from present.web import shell as web_shell
from tests.web.conftest import PUBLIC, figure_answers

STOCK = '<html lang="en"><head><title>Streamlit</title></head><body></body></html>'
HEADS = {
    language: {page.path: web_shell.Head(page.module, page.path, "words") for page in PAGES}
    for language in ("tr", "en")
}


def client_of(url: str) -> TestClient:
    reading = engine.create(url)
    figures = figure_answers(Library(lambda: reading))
    extras = [page_cards.PageCards(figures, HEADS), plain.WithoutScript(figures)]
    return TestClient(Starlette(routes=web_shell.page_routes(STOCK, HEADS, extras)))


@pytest.fixture(scope="module")
def client(kayseri_url: str) -> TestClient:
    return client_of(kayseri_url)


def ways(client: TestClient, address: str) -> list[str]:
    """Where the links lead that a reader without JavaScript has."""
    words = client.get(address).text.partition("<body>")[2]
    assert words.startswith("<noscript>")
    found = re.findall(r'<a href="([^"]+)"', words.partition("</noscript>")[0])
    return [unescape(address) for address in found]


@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_page_leads_to_every_other(client: TestClient, language: str) -> None:
    kept = "?lang=en" if language == "en" else ""
    expected = {
        page.path + kept for page in PAGES if page.group is not None and not page.needs_figures
    }
    for page in PAGES:
        own = ways(client, page.path + kept)
        assert expected <= set(own), page.path
        assert f"/{kept}" in own


def test_every_way_leads_somewhere(client: TestClient, kayseri: TestClient) -> None:
    """Files and pages of each kind, one of each; what has to be drawn or set is asked elsewhere."""
    files: dict[str, str] = {}
    known = {"", "/llms.txt", *(page.path for page in PAGES)}
    for page in PAGES:
        for way in ways(client, page.path):
            path = way.partition("?")[0].partition("#")[0].removeprefix(PUBLIC)
            if path not in known:
                files.setdefault(re.sub(r"[^/.]+(?=\.)", "", path), path)
    drawn = (".atom", ".pdf", ".png", ".svg")
    files = {kind: path for kind, path in files.items() if not path.endswith(drawn)}
    assert len(files) > 12
    for path in files.values():
        # A figure of one thing refuses to be asked without it; an address that is none is unknown.
        assert kayseri.head(path).status_code in (200, 400), path


def test_the_data_page_lists_every_table_in_every_format(
    client: TestClient, kayseri_url: str
) -> None:
    own = ways(client, "/veri")
    for table in tables_of("strategic_plan"):
        for form in FORMATS:
            assert f"/veri/{table.name}.{form.ending}" in own
    assert {"/veri/kbb-2025.zip", "/veri/datapackage.json", "/veri/akis.atom", "/llms.txt"} <= set(
        own
    )
    assert "/veri/2025.0.0+3d086a5b/kbb-2025.zip" in own


def test_a_figure_has_its_picture_its_table_and_its_files(client: TestClient) -> None:
    words = client.get("/butce?amac=2&lang=en").text.partition("<noscript><div")[2]
    assert 'src="/grafik/butce.png?amac=2&amp;lang=en"' in words
    own = ways(client, "/butce?amac=2&lang=en")
    assert "/gomulu/butce?amac=2&lang=en" in own
    assert "/grafik/butce.xlsx?amac=2&lang=en" in own


@pytest.mark.parametrize(
    ("page", "view"),
    [
        ("/amaclar", "/amaclar?amac=2"),
        ("/hedef", "/hedef?hedef=32"),
        ("/gostergeler", "/gostergeler?gosterge=1.1"),
        ("/birimler", "/birimler?birim=1-hukuk-musavirligi"),
        ("/ilce", "/ilce?ilce=yahyali"),
        ("/brifing", "/brifing/amac/2.pdf"),
        ("/grafikler?grup=meclis", "/gomulu/temsil"),
    ],
)
def test_views_and_briefings_are_led_to(client: TestClient, page: str, view: str) -> None:
    assert view in ways(client, page)


def test_a_view_leads_to_itself_in_the_other_language(client: TestClient) -> None:
    assert "/hedef?hedef=32&lang=en" in ways(client, "/hedef?hedef=32")
    assert "/hedef?hedef=32" in ways(client, "/hedef?hedef=32&lang=en")


def test_what_an_address_says_stays_text(client: TestClient) -> None:
    page = client.get('/butce?x="><script>alert(1)</script>').text
    assert "<script>alert" not in page


def test_the_documents_words_stay_turkish(client: TestClient) -> None:
    words = client.get("/amaclar?lang=en").text
    assert '<span lang="tr">2. Ulaşım' in words


def test_an_empty_database_leaves_the_pages(empty: TestClient, folder: object) -> None:
    alone = client_of(f"sqlite:///{folder}/empty.sqlite")
    assert "JavaScript ile çalışır" in alone.get("/butce").text
    assert {"/veri?lang=en", "/?lang=en"} <= set(ways(alone, "/butce?lang=en"))
