"""Every kind of view that a page has beside its first one is sound, at every width and on paper."""

from __future__ import annotations

import pytest

from tests.browser import sums
from tests.browser.conftest import OpenTab
from tests.browser.sound import check_everywhere, has_maps_code

#: One address for each kind of view that a page has beside its first one.
VIEWS = (
    "/butce?amac=2",
    "/butce?amac=2&hedef=6&faaliyet=17",
    f"/birimler?birim={sums.rows('spending_units')[0]['spending_unit']}",
    "/amaclar?amac=2",
    "/hedef?hedef=6",
    "/gostergeler?gosterge=22.3",
    "/harita?ilce=yahyali",
    "/ilce?ilce=yahyali",
    "/meclis?uye=7",
    "/tutarlilik?bulgu=" + sums.rows("findings")[0]["finding"],
    "/hakkinda?terim=faaliyet",
    "/ara?q=k%C3%BCt%C3%BCphane",
    "/ara?q=xqzw",
)

#: How titles begin that name the view.
TITLES = {"/butce?amac=2": "Bütçe: 2. amaç", "/ilce?ilce=yahyali": "Yahyalı"}


@pytest.mark.parametrize("path", VIEWS)
def test_view_is_sound(tab: OpenTab, path: str) -> None:
    visit = tab(path)
    assert "tanınmadı" not in visit.text(), "the address of the test is a right one"
    assert visit.page.title().startswith(TITLES.get(path, ""))
    is_map = path.startswith("/harita")
    assert has_maps_code(visit) is is_map, "the map's code is loaded on the map alone"
    check_everywhere(visit)


def test_the_views_whose_titles_are_known_are_among_them() -> None:
    assert set(VIEWS) >= TITLES.keys()
