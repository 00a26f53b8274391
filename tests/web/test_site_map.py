"""The map of the site: every page and view in each language, and when its data changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine, load
from present.opendata.source import Library
from present.web import site_map
from tests.support import committed
from tests.support.datasets import changed, invented, renamed
from tests.support.schemas import valid
from tests.web.conftest import PUBLIC, figure_answers

NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def client_of(url: str) -> TestClient:
    reading = engine.create(url)
    figures = figure_answers(Library(lambda: reading))
    return TestClient(
        Starlette(routes=site_map.routes(["/", "/butce", "/degisim", "/hedef", "/ara"], figures))
    )


@pytest.fixture(scope="module")
def client(kayseri_url: str) -> TestClient:
    return client_of(kayseri_url)


def mapped(client: TestClient) -> dict[str, Any]:
    """The map's places by address, which it holds once each."""
    answer = client.get("/sitemap.xml")
    assert answer.headers["content-type"] == "application/xml"
    places = [(place.findtext(f"{NS}loc"), place) for place in valid(answer.content, "sitemap")]
    assert len({address for address, _ in places}) == len(places)
    return dict(places)


def test_the_sitemap_names_pages_and_views_in_each_language(client: TestClient) -> None:
    places = mapped(client)
    assert {
        f"{PUBLIC}/butce",
        f"{PUBLIC}/?lang=en",
        f"{PUBLIC}/hedef?hedef=32",
        f"{PUBLIC}/hedef?hedef=32&lang=en",
    } <= set(places)
    assert f"{PUBLIC}/degisim" not in places


def test_each_place_says_where_it_is_in_each_language(client: TestClient) -> None:
    places = mapped(client)
    for address, place in places.items():
        ways = {way.get("hreflang"): way.get("href") for way in place.iter(LINK)}
        assert set(ways) == {"tr", "en", "x-default"}
        assert ways["x-default"] == ways["tr"]
        assert address in ways.values()
        assert set(ways.values()) <= set(places), "what it leads to says the same of it"


def test_a_place_bears_the_day_on_which_its_data_changed(client: TestClient) -> None:
    days = {place.findtext(f"{NS}lastmod") for place in mapped(client).values()}
    assert days == {"2026-12-01"}


def test_search_is_kept_from_crawlers_and_not_in_the_map(client: TestClient) -> None:
    robots = client.get("/robots.txt").text.splitlines()
    assert "Disallow: /ara" in robots
    assert f"Sitemap: {PUBLIC}/sitemap.xml" in robots
    refused = [line.partition(": ")[2] for line in robots if line.startswith("Disallow")]
    for address in mapped(client):
        assert not address.removeprefix(PUBLIC).startswith(tuple(refused)), address


def test_it_answers_to_caches(client: TestClient) -> None:
    tag = client.get("/sitemap.xml").headers["etag"]
    assert client.get("/sitemap.xml", headers={"If-None-Match": tag}).status_code == 304


def test_an_empty_database_leaves_the_pages(empty: TestClient, folder: Path) -> None:
    places = mapped(client_of(f"sqlite:///{folder}/empty.sqlite"))
    assert f"{PUBLIC}/butce?lang=en" in places
    assert not [place for place in places.values() if place.find(f"{NS}lastmod") is not None]


def test_every_institution_and_every_year_is_in_the_sitemap(tmp_path: Path) -> None:
    """Views of each institution's newest programme, pages of all others."""
    url = committed.database(tmp_path / "three.sqlite")
    load.build(invented(tmp_path / "2027"), url)
    load.build(changed(tmp_path / "2027", tmp_path / "2026", renamed(2026)), url)
    places = mapped(client_of(url))
    addresses = list(places)
    old = "?yil=2026&kurum=camliova-buyuksehir-belediyesi"
    other = "?yil=2025&kurum=kayseri-buyuksehir-belediyesi"
    assert {
        f"{PUBLIC}/butce",
        f"{PUBLIC}/hedef?hedef=3",
        f"{PUBLIC}/butce{old}",
        f"{PUBLIC}/butce{other}",
        f"{PUBLIC}/hedef{other}&hedef=32",
    } <= set(addresses)
    assert not [address for address in addresses if "yil=2026" in address and "hedef=" in address]
    assert len(set(addresses)) == len(addresses)
    # A page of several years is one of those that have them.
    assert {f"{PUBLIC}/degisim", f"{PUBLIC}/degisim{old}"} <= set(addresses)
    assert f"{PUBLIC}/degisim{other}" not in addresses
    # Nobody kept when the invented ones changed.
    assert places[f"{PUBLIC}/butce"].find(f"{NS}lastmod") is None
    assert places[f"{PUBLIC}/butce{other}"].findtext(f"{NS}lastmod") == "2026-12-01"
