"""Değişim over three programmes: sound at every width and in both schemes, and chosen by hand."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenTab
from tests.browser.server import Dashboard
from tests.browser.sound import check_everywhere, check_on_telephones
from tests.browser.visit import SMALLEST, WIDE


@pytest.mark.parametrize("query", ["", "?yil=2025&gorunum=faaliyet&olcu=sabit"])
def test_the_page_is_sound(tab: OpenTab, over_years: Dashboard, query: str) -> None:
    check_everywhere(tab(f"/degisim{query}", on=over_years), schemes=("light", "dark"))


@pytest.mark.parametrize("view", ["hedef", "birim", "kod"])
def test_every_view_fits_a_telephone(tab: OpenTab, over_years: Dashboard, view: str) -> None:
    check_on_telephones(tab(f"/degisim?gorunum={view}", on=over_years, width=SMALLEST))


def test_the_menu_leads_to_it(tab: OpenTab, over_years: Dashboard) -> None:
    visit = tab("/", on=over_years, width=WIDE)
    visit.take("Değişim")
    visit.wait_for_address(r"/degisim")
    assert "Plan toplamı: 2024, 2025 ve 2026" in visit.text()


def test_what_is_chosen_stands_in_the_address(tab: OpenTab, over_years: Dashboard) -> None:
    visit = tab("/degisim?yil=2025", on=over_years, width=WIDE)
    visit.main.get_by_role("radio", name="Birimler").click()
    visit.wait_for_address(r"/degisim\?.*gorunum=birim")
    visit.main.get_by_role("radio", name="Sabit fiyat").click()
    visit.wait_for_address(r"/degisim\?.*olcu=sabit")
    assert "2024 ve 2025 planı, birime göre" in visit.text()
