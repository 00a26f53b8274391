"""Figures of promises by address: files, choices, refusals, the sitemap and the page that is not
led to."""

from __future__ import annotations

import csv
import io
import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine
from present.opendata.source import Library
from present.site.pages import PROMISES
from present.web import site_map
from tests.support import years
from tests.web.conftest import client_of, figure_answers

SLUGS = ("soz-ozeti", "tahmin-isabeti", "soz-ve-sonuc")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return years.database(tmp_path_factory.mktemp("years"))


@pytest.fixture(scope="module")
def client(url: str) -> TestClient:
    return client_of(url)


def asked(slug: str, **more: str) -> dict[str, str]:
    own = {"gosterge": "1.1"} if slug == "soz-ve-sonuc" else {}
    return {"yil": "2025", **own, **more}


@pytest.mark.parametrize("size", ["web", "sosyal", "kare", "baski"])
@pytest.mark.parametrize("slug", SLUGS)
def test_every_size_is_drawn_with_its_chart(client: TestClient, slug: str, size: str) -> None:
    answer = client.get(f"/grafik/{slug}.svg", params=asked(slug, boyut=size, metin="yazi"))
    assert answer.status_code == 200
    assert answer.text.count("<path") + answer.text.count("<rect") > 8


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("slug", SLUGS)
def test_files_hold_numbers_with_their_unit(client: TestClient, slug: str, language: str) -> None:
    told = client.get(f"/grafik/{slug}.json", params=asked(slug, lang=language)).json()
    units = {column["name"]: column["unit"] for column in told["columns"]}
    assert units["share"] == "1"
    for row in told["rows"]:
        for name in ("promise", "estimate", "result", "difference", "share"):
            assert isinstance(row.get(name), int | float | None), (name, row)


def test_a_file_of_a_year_has_every_indicator(client: TestClient) -> None:
    answer = client.get("/grafik/soz-ozeti.csv", params=asked("soz-ozeti"))
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    first, dropped = rows[0], rows[6]
    assert len(rows) == 12
    assert (first["Hedef (söz)"], first["Tahmin"], first["Sonuç"]) == (
        "19000000", "18900000", "18950000"
    )  # fmt: skip
    assert first["Sonucun kaynağı"] == "2025 Yılı Faaliyet Raporu"
    assert (dropped["No"], dropped["Sonuç"], dropped["Sonucun kaynağı"]) == ("3.3", "", "")


@pytest.mark.parametrize(
    ("slug", "query", "named"),
    [
        ("soz-ozeti", {"soz": "2026"}, "soz"),
        ("soz-ozeti", {"soz": "iki"}, "soz"),
        ("soz-ve-sonuc", {"gosterge": "9.9"}, "gosterge"),
        ("soz-ve-sonuc", {"gosterge": ""}, "gosterge"),
        ("tahmin-isabeti", {"soz": "2025"}, "soz"),
    ],
)
def test_what_there_is_none_of_is_refused(
    client: TestClient, slug: str, query: dict[str, str], named: str
) -> None:
    answer = client.get(f"/grafik/{slug}.csv", params={"yil": "2025", **query})
    assert answer.status_code in (400, 404)
    assert named in answer.text


@pytest.mark.parametrize("slug", SLUGS)
def test_one_programme_without_results_has_none(kayseri: TestClient, slug: str) -> None:
    answer = kayseri.get(f"/grafik/{slug}.csv", params={"gosterge": "1.1"}
                         if slug == "soz-ve-sonuc" else {})  # fmt: skip
    assert (answer.status_code, answer.json()["type"]) == (404, "/api/v1/#absent")


def mapped(url: str) -> str:
    """The sitemap over a database."""
    reading = engine.create(url)
    figures = figure_answers(Library(lambda: reading))
    routes = site_map.routes(["/", PROMISES.path], figures)
    return TestClient(Starlette(routes=routes)).get("/sitemap.xml").text


def test_the_sitemap_leads_there_only_where_there_is_something(url: str, kayseri_url: str) -> None:
    for address, is_there in ((url, True), (kayseri_url, False)):
        found = re.findall(rf"<loc>[^<]*{PROMISES.path}[^<]*</loc>", mapped(address))
        assert bool(found) is is_there
