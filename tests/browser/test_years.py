"""The ways to other years and institutions above every page, over the invented municipality's three
years, with Kayseri beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Locator

from db import load
from tests.browser.conftest import OpenTab
from tests.browser.server import ROOT, Dashboard, serve
from tests.browser.sound import check_at_every_width
from tests.browser.visit import NARROW, WIDE, Visit, squeeze
from tests.support import years

KAYSERI = "Kayseri Büyükşehir Belediyesi"
UNKNOWN = "Adresteki bazı seçimler tanınmadı"

#: Whether the part of that name begins at the window's upper edge, a little room above it at most.
IN_VIEW = """name => {
    const part = document.getElementById(name);
    return part && Math.abs(part.getBoundingClientRect().top) < 40;
}"""

both_widths = pytest.mark.parametrize("width", [NARROW, WIDE])


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard over the three years and Kayseri's 2025."""
    folder = tmp_path_factory.mktemp("beside")
    url = years.database(folder)
    load.build(ROOT / "kbb_data" / "2025", url)
    with serve(url, folder / "server.log") as running:
        yield running
        assert "Traceback" not in running.logged()


def ways(visit: Visit, label: str) -> Locator:
    """The links of a control, by its name."""
    return visit.main.get_by_role("navigation", name=label, exact=True).get_by_role("link")


def go(visit: Visit, label: str, name: str) -> dict[str, str]:
    """Takes a way; what the address then asks for."""
    with visit.page.expect_navigation():
        ways(visit, label).filter(has_text=name).click()
    visit.settle()
    return dict(parse_qsl(visit.query))


def old(visit: Visit) -> list[str]:
    """What is said of an old programme."""
    return [squeeze(words) for words in visit.main.locator(".kbb-old").all_inner_texts()]


@both_widths
def test_a_year_and_back_to_the_newest(tab: OpenTab, beside: Dashboard, width: int) -> None:
    visit = tab("/butce#uygulama", on=beside, width=width)
    # As from a hit of the search: the part that the address ends in is in view, though drawn late.
    visit.page.wait_for_function(IN_VIEW, arg="uygulama")
    assert ways(visit, "Programın yılı").all_inner_texts() == ["2024", "2025", "2026"]
    assert old(visit) == []
    assert go(visit, "Programın yılı", "2024")["yil"] == "2024"
    assert visit.path == "/butce"
    assert visit.page.title() == "2024 programı: Bütçe · Çamlıova Açık Bütçe"
    assert "2024 yılında para nereye ayrılıyor?" in visit.text()
    assert old(visit) == ["Eski program: 2024. En yeni programı aç: 2026"]
    marked = visit.main.locator('.kbb-programmes [aria-current="true"]').first
    assert marked.inner_text() == "2024"
    with visit.page.expect_navigation():
        visit.main.locator(".kbb-old").get_by_role("link").click()
    visit.settle()
    assert (visit.path, visit.query, old(visit)) == ("/butce", "", [])
    assert "2026 yılında para nereye ayrılıyor?" in visit.text()


def test_the_year_stays_from_page_to_page(tab: OpenTab, beside: Dashboard) -> None:
    visit = tab("/?yil=2024", on=beside)
    visit.take("Göstergeler")
    visit.wait_for_address(r"/gostergeler\?.*yil=2024.*")
    assert old(visit) == ["Eski program: 2024. En yeni programı aç: 2026"]


@pytest.mark.parametrize(
    ("altered", "address", "kept"),
    [
        # As networks and people alter a link: the tab shows the same view under our own address.
        ("//HEDEF/?YIL=2025&amp;hedef=6)&fbclid=x", "/hedef?yil=2025&hedef=6", {}),
        ("/butce?yil=2025&gorunum=B%C4%B0R%C4%B0M&amac=2&sirala=Ad%E2%80%8B",
         "/butce?yil=2025&gorunum=birim&amac=2&sirala=ad",
         {"gorunum": "birim", "sirala": "ad"}),
        ("/gostergeler?yil=2025&tarih=2025-06-30&sirala=uzaklik",
         "/gostergeler?yil=2025&tarih=2025-06-30&sirala=uzaklik", {"sirala": "uzaklik"}),
        # What only the page knows it spells itself.
        ("/brifing?yil=2025&tur=AMA%C3%87&konu=2", "/brifing?yil=2025&tur=amac&konu=2",
         {"tur": "amac"}),
        ("/butce?yil=2025&karsilastir=amac-1.amac-2", "/butce?yil=2025&karsilastir=amac-1.amac-2",
         {}),
    ],
)  # fmt: skip
def test_a_view_keeps_what_every_year_has(
    tab: OpenTab, beside: Dashboard, altered: str, address: str, kept: dict[str, str]
) -> None:
    visit = tab(altered, on=beside).wait_for_address(re.escape(address))
    assert UNKNOWN not in visit.text(), "the address of the test is a right one"
    asked = go(visit, "Programın yılı", "2024")
    assert asked.pop("yil") == "2024"
    asked.pop("kurum", None)
    assert asked == kept
    assert visit.path == address.partition("?")[0]
    assert UNKNOWN not in visit.text()


@both_widths
def test_another_institution_and_back(tab: OpenTab, beside: Dashboard, width: int) -> None:
    visit = tab("/birimler?birim=fen-isleri&sirala=ad", on=beside, width=width)
    assert UNKNOWN not in visit.text(), "the address of the test is a right one"
    assert not ways(visit, "Kurum").first.is_visible()
    control = visit.main.locator(".kbb-programmes summary")
    control.click()
    assert visit.overhang() == []
    assert visit.axe() == []
    asked = go(visit, "Kurum", KAYSERI)
    assert asked.pop("sirala") == "ad"
    assert "birim" not in asked, "a unit of another institution's is none of this one's"
    assert visit.page.title() == "Birimler · Kayseri Açık Bütçe"
    assert squeeze(visit.main.locator(".kbb-masthead .kbb-brand").inner_text()) == (
        "Kayseri Açık Bütçe"
    )
    assert KAYSERI in control.inner_text()
    assert old(visit) == [], "the only programme of an institution is its newest"
    assert ways(visit, "Programın yılı").count() == 0
    control.click()
    go(visit, "Kurum", "Çamlıova")
    assert visit.page.title() == "2026 programı: Birimler · Çamlıova Açık Bütçe"


def test_a_programme_that_there_is_none_of_is_told(tab: OpenTab, beside: Dashboard) -> None:
    visit = tab("/butce?yil=2023", on=beside)
    assert f"{UNKNOWN} ve yok sayıldı: yil." in visit.text()
    assert "2026 yılında para nereye ayrılıyor?" in visit.text()
    assert UNKNOWN not in visit.open("/butce?yil=2025").text()


def test_the_controls_are_sound(tab: OpenTab, beside: Dashboard) -> None:
    check_at_every_width(tab("/butce?yil=2024", on=beside), schemes=("light", "dark"))
