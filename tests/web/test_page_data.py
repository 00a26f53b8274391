"""What each page's head says of it in schema.org's words.

``tests/validate/test_structured_data.py`` asks programs of others what they make of it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine
from kbb_data.schema import TABLES
from present.opendata.source import Library
from present.site.pages import PAGES
from present.web import page_cards
from present.web import shell as web_shell
from present.web.files import Files
from present.web.heads import heads, heads_of
from present.web.page_data import PageData
from tests.support.structured import VIEWS, linked
from tests.web.conftest import PUBLIC, figure_answers

STOCK = (
    '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head><body>'
    "<noscript>x</noscript></body></html>"
)


def client_of(url: str) -> TestClient:
    """The pages' shells over a database."""
    reading = engine.create(url)
    figures = figure_answers(Library(lambda: reading))
    cards = page_cards.PageCards(figures, heads(), heads_of(figures.library))
    extra = PageData(Files(figures.library), figures, cards)
    routes = web_shell.page_routes(STOCK, heads(), [extra, cards], heads_of(figures.library))
    return TestClient(Starlette(routes=routes))


@pytest.fixture(scope="module")
def client(kayseri_url: str) -> TestClient:
    return client_of(kayseri_url)


@pytest.fixture(scope="module")
def told(client: TestClient) -> dict[str, dict[str, Any]]:
    """What every page and every kind of thing's view says, by its address."""
    return {view: linked(client.get(view).text) for view in VIEWS}


def test_each_page_says_what_it_is(told: dict[str, dict[str, Any]]) -> None:
    assert {view.partition("?")[0] for view in told} == {page.path for page in PAGES}
    names, addresses = set(), set()
    for view, said in told.items():
        names.add((said["name"], said["inLanguage"]))
        addresses.add(said["url"])
        assert said["url"].startswith(PUBLIC)
        assert said["isPartOf"]["name"].startswith("Kayseri ")
        if view.partition("?")[0] != "/":
            way = said["breadcrumb"]["itemListElement"]
            assert [step["position"] for step in way] == list(range(1, len(way) + 1))
            assert way[0]["item"].startswith(f"{PUBLIC}/")
    assert len(addresses) == len(told), "no two views have one address"
    assert len(names) == len(told), "nor one name"


@pytest.mark.parametrize(
    ("view", "page", "thing", "name"),
    [
        ("/hedef?hedef=2", "ItemPage", "Thing", "2. hedef: Kentsel dönüşüm"),
        ("/birimler?birim=imar-ve-sehircilik", "ItemPage", "GovernmentOrganization",
         "İmar ve Şehircilik Daire Başkanlığı"),
        ("/ilce?ilce=yahyali", "ItemPage", "AdministrativeArea", "Yahyalı"),
        ("/meclis?uye=5", "ProfilePage", "Person", "Serdar KAVAFOĞLU"),
        ("/meclis?komisyon=egitim-kultur-genclik-ve-spor-komisyonu", "ItemPage", "Organization",
         "Eğitim, Kültür, Gençlik ve Spor Komisyonu"),
        ("/hakkinda?terim=performans-gostergesi&lang=en", "ItemPage", "DefinedTerm",
         "performance indicator"),
    ],
)  # fmt: skip
def test_a_things_own_view_is_of_that_thing(
    told: dict[str, dict[str, Any]], view: str, page: str, thing: str, name: str
) -> None:
    said = told[view]
    assert said["@type"] == page
    assert said["mainEntity"]["@type"] == thing
    assert said["mainEntity"]["name"].startswith(name)
    assert said["name"].startswith(name) or name in said["name"]
    assert said["breadcrumb"]["itemListElement"][-1]["name"] == said["mainEntity"]["name"]
    assert said["url"] == PUBLIC + view


def test_the_card_and_the_one_address_are_the_things_as_well(client: TestClient) -> None:
    page = client.get("/meclis?uye=5").text
    assert f'<link rel="canonical" href="{PUBLIC}/meclis?uye=5">' in page
    assert 'property="og:title" content="Serdar KAVAFOĞLU · Kayseri Açık Bütçe"' in page
    wrong = client.get("/meclis?uye=9999").text
    assert f'<link rel="canonical" href="{PUBLIC}/meclis">' in wrong
    assert linked(wrong)["@type"] == "CollectionPage"


def test_a_pages_figure_is_a_dataset_with_its_files(told: dict[str, dict[str, Any]]) -> None:
    figure = told["/butce?amac=2"]["mainEntity"]
    assert figure["@type"] == "Dataset"
    assert figure["name"].startswith("2. amaç")
    assert "4.865.537.000 TL" in figure["description"]
    assert [file["contentUrl"] for file in figure["distribution"]] == [
        f"{PUBLIC}/grafik/butce.{ending}?amac=2" for ending in ("tr.csv", "xlsx", "csv", "json")
    ]
    assert figure["isBasedOn"]["@id"] == told["/veri"]["mainEntity"]["@id"]
    # A page that borrows the overview's picture has not its data.
    assert "mainEntity" not in told["/kaynaklar"]


def test_the_page_of_the_data_names_every_table(told: dict[str, dict[str, Any]]) -> None:
    dataset = told["/veri"]["mainEntity"]
    names = [part["@id"].partition("#tablo-")[2] for part in dataset["hasPart"]]
    assert set(names) > {table.name for table in TABLES}
    assert len(names) == len(set(names))
    for part in dataset["hasPart"]:
        # What Google's search of datasets asks for.
        assert 50 <= len(part["description"]) <= 5000
    assert dataset["creator"]["telephone"] == "+903522228960"


def test_a_text_cannot_end_the_script_in_a_page(client: TestClient) -> None:
    extra = "</script><b>"
    page = client.get("/ara", params={"q": extra}, headers={"host": extra}).text
    script = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert len(script) == 1
    assert json.loads(script[0])["@type"] == "SearchResultsPage"


def test_a_database_that_is_away_leaves_the_page_as_it_is(tmp_path: Path) -> None:
    page = client_of(f"sqlite:///{tmp_path / 'none.sqlite'}").get("/").text
    assert "ld+json" not in page
