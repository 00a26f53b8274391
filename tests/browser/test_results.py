"""What came of indicators, over three programmes: sound at every width and in both schemes, and a
day chosen by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import OpenTab
from tests.browser.server import Dashboard, serve
from tests.browser.sound import check_everywhere, problems
from tests.browser.visit import NARROW, SMALLEST, WIDE
from tests.support import years


@pytest.fixture(scope="module")
def over_years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard over the invented municipality's three programmes."""
    folder = tmp_path_factory.mktemp("results")
    with serve(years.database(folder), folder / "server.log") as running:
        yield running


@pytest.mark.parametrize("address", ["/gostergeler?yil=2025", "/gostergeler?yil=2025&gosterge=5.1"])
def test_the_page_is_sound(tab: OpenTab, over_years: Dashboard, address: str) -> None:
    check_everywhere(tab(address, on=over_years), schemes=("light", "dark"))


@pytest.mark.parametrize("address", ["/gostergeler", "/hedef?hedef=6", "/amaclar?amac=1"])
@pytest.mark.parametrize("width", [SMALLEST, NARROW])
def test_bars_of_results_fit_a_telephone(
    tab: OpenTab, over_years: Dashboard, width: int, address: str
) -> None:
    visit = tab(address, on=over_years, width=width)
    assert problems(visit) == {}
    assert visit.overhang() == []


def test_a_chosen_day_stands_in_the_address(tab: OpenTab, over_years: Dashboard) -> None:
    visit = tab("/gostergeler?yil=2025", on=over_years, width=WIDE)
    assert "hedefin %99,7'si" in visit.text()
    visit.choose("Verinin tarihi", "30.06.2025")
    visit.wait_for_address(r"/gostergeler\?.*tarih=2025-06-30")
    assert "yıl hedefinin şimdiye kadar %49,5'i" in visit.text()
