"""What came of indicators, over three programmes: sound at every width and in both schemes, and a
day chosen by hand."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenTab
from tests.browser.server import Dashboard
from tests.browser.sound import check_everywhere, check_on_telephones
from tests.browser.visit import SMALLEST, WIDE


@pytest.mark.parametrize("address", ["/gostergeler?yil=2025", "/gostergeler?yil=2025&gosterge=5.1"])
def test_the_page_is_sound(tab: OpenTab, over_years: Dashboard, address: str) -> None:
    check_everywhere(tab(address, on=over_years), schemes=("light", "dark"))


@pytest.mark.parametrize("address", ["/gostergeler", "/hedef?hedef=6", "/amaclar?amac=1"])
def test_bars_of_results_fit_a_telephone(tab: OpenTab, over_years: Dashboard, address: str) -> None:
    check_on_telephones(tab(address, on=over_years, width=SMALLEST))


def test_a_chosen_day_stands_in_the_address(tab: OpenTab, over_years: Dashboard) -> None:
    visit = tab("/gostergeler?yil=2025", on=over_years, width=WIDE)
    assert "hedefin %99,7'si" in visit.text()
    visit.choose("Verinin tarihi", "30.06.2025")
    visit.wait_for_address(r"/gostergeler\?.*tarih=2025-06-30")
    assert "yıl hedefinin şimdiye kadar %49,5'i" in visit.text()
