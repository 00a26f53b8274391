"""What the Nu Html Checker, feed readers and the sitemaps' own schema say of our pages."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import feedparser
import pytest
from lxml import etree
from starlette.testclient import TestClient

import app
from present.figures.registry import ENTRIES
from present.opendata.source import library
from present.site.pages import PAGES
from tests.validate.conftest import NODE_MODULES
from tests.validate.programs import LONGEST

OTHERS = ("/yok", "/yok?lang=en", "/api/v1/", "/api/v1/?lang=en")
VIEWS = (
    "/butce?amac=2",
    "/hedef?hedef=32&lang=en",
    "/gostergeler?gosterge=1.1",
    "/grafikler?grup=yerler",
)


@pytest.fixture(scope="module")
def client() -> TestClient:
    """The whole application over the committed data."""
    return TestClient(app.app, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def pages(client: TestClient, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each kind of HTML answer as a file: shells, views, embeds, refusals."""
    folder = tmp_path_factory.mktemp("pages")
    setting = app.FIGURES.setting(library().editions()[0], False)
    embeds = [
        f"/gomulu/{entry.slug}{query}"
        for entry in ENTRIES
        if entry.is_there(setting) and not entry.needed
        for query in (("", "?lang=en&tema=koyu") if entry.slug == "butce" else ("",))
    ]
    shells = [page.path + query for page in PAGES for query in ("", "?lang=en")]
    for address in (*shells, *VIEWS, *embeds, *OTHERS):
        answer = client.get(address)
        if answer.headers["content-type"].startswith("text/html"):
            name = re.sub(r"\W+", "-", address).strip("-") or "home"
            (folder / f"{name}.html").write_bytes(answer.content)
            assert b"charset" in answer.content[:1024], address
    return folder


def test_the_html_checker_finds_no_error(pages: Path) -> None:
    """Shells with what readers without JavaScript see, embeds, 404, the API's page."""
    jar = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    done = subprocess.run(
        ["java", "-jar", str(jar), "--format", "json", "--exit-zero-always", str(pages)],
        capture_output=True,
        text=True,
        timeout=LONGEST,
    )
    messages = json.loads(done.stderr)["messages"]
    # Each fault once, with a place.
    found = {
        message["message"]: f"{Path(message['url']).stem}: {message.get('extract', '')[:160]}"
        for message in messages
        if message["type"] != "info" or message.get("subType") == "warning"
    }
    assert len(list(pages.iterdir())) > 50
    assert not found, "\n".join(f"{fault} {place}" for fault, place in found.items())


@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_feed_reader_reads_the_feed(client: TestClient, language: str) -> None:
    answer = client.get("/veri/akis.atom", params={"lang": language})
    read = feedparser.parse(answer.content, response_headers=dict(answer.headers))
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert read.feed.language == language
    assert len(read.entries) > 10
    for entry in read.entries:
        assert entry.id.startswith("tag:")
        assert entry.updated_parsed[:3] == entry.published_parsed[:3]
        assert entry.content[0].value.startswith("<p>")
        assert entry.link
    page = client.get("/", params={"lang": language}).text
    way = re.search(r'<link rel="alternate" type="application/atom\+xml"[^>]*href="([^"]+)"', page)
    assert way
    assert client.get(way[1].replace("&amp;", "&")).content == answer.content


def test_the_sitemaps_own_schema_takes_our_map(client: TestClient) -> None:
    """The protocol's schema as crawlers' tools hold it, beside one for the ways to languages."""
    wrapper = etree.fromstring(
        f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9"
            schemaLocation="{NODE_MODULES / "sitemap" / "schema" / "sitemap.xsd"}"/>
        <xs:import namespace="http://www.w3.org/1999/xhtml"
            schemaLocation="{Path(__file__).parent / "xhtml-link.xsd"}"/>
        </xs:schema>"""
    )
    schema = etree.XMLSchema(wrapper)
    root = etree.fromstring(client.get("/sitemap.xml").content)
    assert schema.validate(root), schema.error_log.filter_from_errors()[:3]
    assert len(root) > 400
