"""Cards of pages over several years: the figure that the address means, with its year."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine
from present.opendata.source import Library
from present.web import page_cards
from present.web import shell as web_shell
from present.web.heads import heads, heads_of
from tests.support import years
from tests.web.conftest import PUBLIC, figure_answers
from tests.web.test_page_cards import STOCK

OWN = "kurum=camliova-buyuksehir-belediyesi"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The shells of all pages over the invented municipality's three years."""
    reading = engine.create(years.database(tmp_path_factory.mktemp("cards")))
    books = Library(lambda: reading, keep_seconds=3600)
    of = heads_of(books)
    cards = page_cards.PageCards(figure_answers(books), heads(), of)
    shells = web_shell.page_routes(STOCK, heads(), [cards], of)
    return TestClient(Starlette(routes=[*shells]))


def element(page: str, name: str) -> str:
    """The content of a card's element."""
    (content,) = re.findall(rf'<meta property="og:{name}" content="([^"]*)"', page)
    return unescape(content)


def canonical(page: str) -> str:
    (address,) = re.findall(r'<link rel="canonical" href="([^"]*)"', page)
    return unescape(address).removeprefix(PUBLIC)


@pytest.mark.parametrize(
    ("address", "figure", "choices", "said"),
    [
        ("/degisim", "degisim-toplam", "", "2026"),
        ("/degisim?yil=2024", "degisim-toplam", "", "2024"),
        ("/degisim?yil=2025&gorunum=birim", "degisim", "gorunum=birim", "2025"),
        ("/degisim?yillar=2024-2026&olcu=pay", "degisim", "olcu=pay&yillar=2024-2026", "2024"),
        # A measure that the programme has no numbers for is left out, as on the page.
        ("/degisim?gorunum=birim&olcu=kisi", "degisim", "gorunum=birim", "2026"),
        ("/soz-ve-sonuc", "soz-ozeti", "", "2025"),
        ("/soz-ve-sonuc?soz=2024", "soz-ozeti", "soz=2024", "2024"),
        ("/soz-ve-sonuc?gosterge=1.1", "soz-ve-sonuc", "gosterge=1.1", "2025"),
        # Two figures' choices: the first figure's.
        ("/soz-ve-sonuc?soz=2024&gosterge=1.1", "soz-ozeti", "soz=2024", "2024"),
        ("/butce?yil=2024", "butce", "", "2024"),
        ("/butce?yil=2025&tarih=2025-06-30", "plan-net-harcanan", "tarih=2025-06-30",
         "30.06.2025"),
        ("/butce?yil=2025&dagilim=faaliyet&gelir-tarihi=2025-06-30&tarih=2025-12-31",
         "plan-net-harcanan", "dagilim=faaliyet&tarih=2025-12-31", "31.12.2025"),
        ("/butce?yil=2025&gelir-tarihi=2025-06-30", "gelir", "gelir-tarihi=2025-06-30", "2025"),
        ("/butce?yil=2025&kalem=harcama-03", "aylik-harcama", "kalem=harcama-03", "2025"),
        ("/butce?yil=2025&amac=2&tarih=2025-06-30", "butce", "amac=2", "2025"),
        ("/gostergeler?yil=2025&tarih=2025-06-30", "gerceklesmeler", "tarih=2025-06-30",
         "30.06.2025"),
        ("/gostergeler?yil=2025&tarih=2025-06-30&gosterge=1.1", "gosterge-gerceklesme",
         "gosterge=1.1&tarih=2025-06-30", "2025"),
        # What the page shows first: results where there are any.
        ("/gostergeler", "gerceklesmeler", "", "30.06.2026"),
        ("/gostergeler?yil=2025&amac=1", "gerceklesmeler", "amac=1", "31.12.2025"),
        ("/gostergeler?yil=2025&gorunum=amaclar", "hirs", "gorunum=amaclar", "2025"),
        ("/gostergeler?gosterge=1.1", "gosterge-gerceklesme", "gosterge=1.1", "30.06.2026"),
        ("/gostergeler?yil=2025&gosterge=1.1", "gosterge-gerceklesme", "gosterge=1.1",
         "31.12.2025"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["tr", "en"])
def test_an_address_gives_the_card_of_its_figure_with_its_year(
    client: TestClient, address: str, figure: str, choices: str, said: str, language: str
) -> None:
    asked = address + ("" if language == "tr" else f"{'&' if '?' in address else '?'}lang=en")
    page = client.get(asked).text
    year = re.findall(r"yil=(\d+)", address)
    whole = [part for part in (choices, f"yil={year[0]}&{OWN}" if year else "") if part]
    picture = "&".join([*whole, "boyut=sosyal"])
    english = "" if language == "tr" else "&lang=en"
    assert element(page, "image") == f"{PUBLIC}/grafik/{figure}.png?{picture}{english}"
    path = address.partition("?")[0]
    own = "&".join([*whole, *(["lang=en"] if language == "en" else [])])
    assert canonical(page) == path + (f"?{own}" if own else "")
    name = "Çamlıova Açık Bütçe" if language == "tr" else "Çamlıova Open Budget"
    assert name in element(page, "site_name")
    words = element(page, "title") + element(page, "description")
    assert (said if language == "tr" else said[-4:]) in words


@pytest.mark.parametrize(
    ("address", "title", "own"),
    [
        ("/amaclar", "2026 programı: Programlar · Çamlıova Açık Bütçe", ""),
        ("/amaclar?yil=2024", "2024 programı: Amaçlar · Çamlıova Açık Bütçe", f"?yil=2024&{OWN}"),
        ("/amaclar?yil=2024&lang=en", "2024 programme: Aims · Çamlıova Open Budget",
         f"?yil=2024&{OWN}&lang=en"),
    ],
)  # fmt: skip
def test_a_page_that_borrows_a_figure_says_the_year_as_well(
    client: TestClient, address: str, title: str, own: str
) -> None:
    page = client.get(address).text
    assert "/grafik/genel-bakis.png" in element(page, "image")
    assert element(page, "title") == title
    assert f"<title>{title}</title>" in unescape(page)
    assert canonical(page) == f"/amaclar{own}"


def test_choices_that_no_figure_knows_give_the_pages_first(client: TestClient) -> None:
    for wrong in ("yok=1", "amac=99", "dagilim=yok&kalem=harcama-99"):
        page = client.get(f"/butce?yil=2025&{wrong}").text
        assert canonical(page) == f"/butce?yil=2025&{OWN}"
        assert "/grafik/butce.png" in element(page, "image")
