"""Figures of several years by address: every format, every choice, and refusals."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from db import load
from kbb_data.rows import Tables
from tests.support import years
from tests.support.datasets import changed
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
    asked = {"yil": "2025", "boyut": size, "metin": "yazi"}
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
def test_no_version_of_one_year_means_several(client: TestClient, slug: str) -> None:
    table = client.get(f"/grafik/{slug}.json", params={"yil": "2025"})
    version = table.headers["Dataset-Version"]
    assert [part.split(".")[0] for part in version.split(", ")] == ["2024", "2025", "2026"]
    assert table.json()["version"] == version
    for asked in (version, version.split(", ")[1]):
        refused = client.get(f"/grafik/{slug}.json", params={"yil": "2025", "surum": asked})
        assert refused.status_code == 400
        assert "surum" in refused.json()["detail"]
        assert "surum" not in refused.json()["allowed"]


def test_a_change_to_another_years_data_is_seen(tmp_path: Path) -> None:
    folders = years.built(tmp_path / "built")
    url = years.loaded(folders, tmp_path / "years.sqlite")
    client = client_of(url)

    def told() -> tuple[str, str]:
        answers = (
            client.get("/grafik/degisim.txt", params={"yil": "2025"}),
            client.get("/gomulu/degisim", params={"yil": "2025"}),
        )
        return answers[0].text, answers[1].text

    before = told()

    def change(tables: Tables) -> None:
        # A lira more for the first activity, in every place that states its money.
        tables["activity_costs"][0]["amount"] += 100

    load.build(changed(folders[2024], tmp_path / "changed", change), url)
    after = told()
    assert "364.100.000 TL" in before[0]
    assert "364.100.001 TL" in after[0]
    assert "364.100.001 TL" in after[1]


@pytest.mark.parametrize("slug", SLUGS)
def test_one_programme_has_none(kayseri: TestClient, slug: str) -> None:
    answer = kayseri.get(f"/grafik/{slug}.json")
    assert answer.status_code == 404
    assert slug not in answer.json()["allowed"]
