"""Plain words for agents: all in them comes from the data, and every way leads somewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine, load
from kbb_data.schema import tables_of
from present.figures.registry import ENTRIES
from present.kit import writing
from present.opendata.source import Library
from present.web import agents as web_agents
from tests.support import committed
from tests.support.datasets import KAYSERI, invented
from tests.web.conftest import PUBLIC, figure_answers


def client_of(url: str) -> TestClient:
    reading = engine.create(url)
    figures = figure_answers(Library(lambda: reading))
    return TestClient(Starlette(routes=web_agents.routes(web_agents.Agents(figures))))


@pytest.fixture(scope="module")
def client(kayseri_url: str) -> TestClient:
    return client_of(kayseri_url)


def test_it_is_of_the_form_that_agents_know(client: TestClient) -> None:
    answer = client.get("/llms.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    lines = answer.text.splitlines()
    assert lines[0] == "# Kayseri Açık Bütçe"
    assert lines[2].startswith("> Kayseri Büyükşehir Belediyesi'nin 2025 yılı")
    assert [line for line in lines if line.startswith("#")][1:] == [
        "## Programlar",
        "## Bütün paket",
        "## Programla almak",
        "## Tablolar",
        "## Grafik merkezi",
        "## Sayfalar",
    ]


def test_it_says_what_numbers_mean_and_what_may_be_done(client: TestClient) -> None:
    text = client.get("/llms.txt").text
    package = json.loads((KAYSERI / "datapackage.json").read_text("utf-8"))
    for words in (
        "Boş hücre belgede belirtilmemiş demektir",
        "kuruşuna kadar kesin",
        "2025 yılı için yazılmış plandır",
        "gerçekleşen rakam yazan bir belge yüklenmedi",
        "https://creativecommons.org/licenses/by/4.0/",
        f"Sürüm {package['version']}",
    ):
        assert words in text, words


def test_tables_and_figures_are_those_that_there_are(
    client: TestClient, kayseri_url: str, kayseri: TestClient
) -> None:
    text = client.get("/llms.txt?lang=en").text
    reading = engine.create(kayseri_url)
    library = Library(lambda: reading)
    (edition,) = library.editions()
    counts = library.counts(edition)
    for table in tables_of(edition.form):
        line = next(line for line in text.splitlines() if f"({table.name})" in line)
        assert f"{PUBLIC}/veri/{table.name}.csv" in line
        count = writing.number(counts[table.name])
        assert line.endswith((f" {count} rows.", f" {count} row.")), line
    slugs = re.findall(r"/grafik/([\w-]+)\.json", text)
    setting = figure_answers(library).setting(edition, False)
    assert slugs == [entry.slug for entry in ENTRIES if entry.is_there(setting)]
    plain = [
        path
        for path, needs in re.findall(rf"\({PUBLIC}(/(?:veri|grafik|api)/[^)?]*)\)(.*)", text)
        if "needs the parameter" not in needs and not path.endswith(".atom")
    ]
    for path in plain:
        assert kayseri.head(path).status_code == 200, path


def test_an_english_text_leads_to_english_pages(client: TestClient) -> None:
    text = client.get("/llms.txt?lang=en").text
    assert "# Kayseri Open Budget" in text
    assert f"[Goals]({PUBLIC}/hedef?lang=en)" in text
    assert f"[Bu metnin Türkçesi]({PUBLIC}/llms.txt)" in text
    assert client.get("/llms.txt?lang=de").status_code == 400


def test_several_programmes_are_all_named(tmp_path: Path) -> None:
    url = committed.database(tmp_path / "two.sqlite")
    load.build(invented(tmp_path / "2027"), url)
    text = client_of(url).get("/llms.txt").text
    assert text.startswith("# Açık Bütçe\n")
    assert f"{PUBLIC}/veri?yil=2025&kurum=kayseri-buyuksehir-belediyesi" in text
    assert f"[Çamlıova Büyükşehir Belediyesi, 2027]({PUBLIC}/veri)" in text


def test_without_a_programme_it_says_so(empty: TestClient, folder: Path) -> None:
    assert client_of(f"sqlite:///{folder}/empty.sqlite").get("/llms.txt").status_code == 503
