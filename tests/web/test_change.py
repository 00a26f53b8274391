"""Figures of several years by address: every format, every choice, and refusals."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from tests.support import years
from tests.web.conftest import client_of

SLUGS = ("degisim-toplam", "degisim", "degisim-yillar")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return client_of(years.database(tmp_path_factory.mktemp("years")))


@pytest.mark.parametrize("ending", ["svg", "png", "csv", "xlsx", "json", "vl.json", "txt"])
@pytest.mark.parametrize("slug", SLUGS)
def test_every_format_is_served(client: TestClient, slug: str, ending: str) -> None:
    answer = client.get(f"/grafik/{slug}.{ending}", params={"yil": "2025"})
    assert answer.status_code == 200
    assert answer.content


@pytest.mark.parametrize("size", ["web", "sosyal", "kare", "baski"])
@pytest.mark.parametrize("slug", SLUGS)
def test_every_size_is_drawn_with_its_chart(client: TestClient, slug: str, size: str) -> None:
    asked = {"yil": "2025", "boyut": size}
    if slug != "degisim-toplam":
        asked["gorunum"] = "faaliyet"
    svg = client.get(f"/grafik/{slug}.svg", params=asked).text
    assert "2025 planı" in svg or slug != "degisim"
    assert svg.count("<path") + svg.count("<rect") > 8


def test_the_file_holds_all_years(client: TestClient) -> None:
    answer = client.get("/grafik/degisim.csv", params={"yil": "2025", "gorunum": "birim"})
    head, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert head[1:4] == ["2024 planı (TL)", "2025 planı (TL)", "2026 planı (TL)"]
    assert rows[-1][:4] == ["Toplam", "364100000.00", "516000000.00", "681000000.00"]
    assert all(row[head.index("Kapsam")] for row in rows)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"yillar": "2025-2024"}, "yillar"),
        ({"yillar": "2025-2025"}, "yillar"),
        ({"olcu": "kisi"}, "olcu"),
        ({"fiyat": "2026"}, "fiyat"),
        ({"gorunum": "kaynak"}, "gorunum"),
    ],
)
def test_what_can_not_be_told_is_refused_with_what_can(
    client: TestClient, query: dict[str, str], named: str
) -> None:
    answer = client.get("/grafik/degisim.json", params=query)
    assert answer.status_code == 400
    refusal = answer.json()
    assert named in refusal["detail"]
    assert refusal["allowed"]


def test_an_embed_shows_chart_sentence_and_table(client: TestClient) -> None:
    page = client.get("/gomulu/degisim", params={"yil": "2025", "olcu": "sabit"}).text
    assert "491.082.595,38 TL" in page
    assert "ocak-kasım" in page


@pytest.mark.parametrize("slug", SLUGS)
def test_one_programme_has_none(kayseri: TestClient, slug: str) -> None:
    answer = kayseri.get(f"/grafik/{slug}.json")
    assert answer.status_code == 404
    assert slug not in answer.json()["allowed"]
