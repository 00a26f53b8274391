"""The file of suggestions over HTTP: kept for good under its mark, of the programme asked for."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine
from present.figures.setting import of_edition
from present.opendata.source import Library
from present.search.suggestions import address
from present.web import suggestions


@pytest.fixture(scope="module")
def client(kayseri_url: str) -> TestClient:
    reading = engine.create(kayseri_url)
    return TestClient(Starlette(routes=suggestions.routes(Library(lambda: reading))))


def test_the_file_is_kept_for_good_under_its_mark_alone(client: TestClient) -> None:
    plain = client.get("/oneriler.json")
    assert plain.status_code == 200
    assert "immutable" not in plain.headers["cache-control"]
    assert plain.headers["content-encoding"] == "gzip"
    items: list[list[Any]] = plain.json()["items"]
    assert items
    # Another mark than that of the data of now is an old page's; it gets the file of now.
    old = client.get("/oneriler.json?icin=0000000000000000")
    assert old.content == plain.content
    assert "immutable" not in old.headers["cache-control"]


def test_the_address_that_pages_name_is_kept_for_good(kayseri_url: str) -> None:
    reading = engine.create(kayseri_url)
    library = Library(lambda: reading)
    client = TestClient(Starlette(routes=suggestions.routes(library)))
    setting = of_edition(library, library.editions()[0], is_dark=True)
    answer = client.get(address(setting))
    assert "immutable" in answer.headers["cache-control"]
    tag = answer.headers["etag"]
    assert client.get(address(setting), headers={"If-None-Match": tag}).status_code == 304


def test_in_english_names_and_addresses_are_english(client: TestClient) -> None:
    told = client.get("/oneriler.json?lang=en").json()
    addresses = {item[1]: item[2] for item in told["items"]}
    assert addresses["Rail line and rail vehicle payment"] == "/butce?lang=en&faaliyet=24"
    assert addresses["bus"] == "/ara?lang=en&q=bus"


@pytest.mark.parametrize("query", ["lang=de", "yil=1999", "neden=1"])
def test_what_is_asked_wrongly_is_refused_with_the_mend(client: TestClient, query: str) -> None:
    answer = client.get(f"/oneriler.json?{query}")
    assert answer.status_code in (400, 404)
    assert answer.headers["content-type"].startswith("application/problem+json")
