"""What sets years beside each other is sound at every width and on paper, over the invented
municipality's three years."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import OpenTab
from tests.browser.server import Dashboard, serve
from tests.browser.sound import check_everywhere
from tests.support import years


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard over the three years."""
    folder = tmp_path_factory.mktemp("several")
    with serve(years.database(folder), folder / "server.log") as running:
        yield running
        assert "Traceback" not in running.logged()


@pytest.mark.parametrize("path", ["/soz-ve-sonuc", "/soz-ve-sonuc?yil=2024&gosterge=5.2"])
def test_page_is_sound(tab: OpenTab, several: Dashboard, path: str) -> None:
    visit = tab(path, on=several)
    assert "tanınmadı" not in visit.text(), "the address of the test is a right one"
    check_everywhere(visit)


def test_the_menu_leads_there(tab: OpenTab, several: Dashboard) -> None:
    visit = tab("/", on=several)
    visit.bar.get_by_role("link", name="Söz ve sonuç", exact=True).click()
    visit.wait_for_address("/soz-ve-sonuc")
    assert visit.main.locator("h1").inner_text().strip() == "Söz ve sonuç"
