"""What sets years beside each other is sound at every width and on paper, over the invented
municipality's three years."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenTab
from tests.browser.server import Dashboard
from tests.browser.sound import check_everywhere


@pytest.mark.parametrize("path", ["/soz-ve-sonuc", "/soz-ve-sonuc?yil=2024&gosterge=5.2"])
def test_page_is_sound(tab: OpenTab, over_years: Dashboard, path: str) -> None:
    visit = tab(path, on=over_years)
    assert "tanınmadı" not in visit.text(), "the address of the test is a right one"
    check_everywhere(visit)


def test_the_menu_leads_there(tab: OpenTab, over_years: Dashboard) -> None:
    visit = tab("/", on=over_years)
    visit.take("Söz ve sonuç")
    visit.wait_for_address("/soz-ve-sonuc")
    assert visit.main.locator("h1").inner_text().strip() == "Söz ve sonuç"
