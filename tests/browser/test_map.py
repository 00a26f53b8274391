"""Harita: drawn where WebGL is, still there where it isn't, narrowed by district and kind."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from tests.browser import sums
from tests.browser.conftest import OpenTab
from tests.browser.visit import NARROW, WIDE, Visit
from tests.support import pdf

DEFAULT_KINDS = ("fire_station", "library", "social_centre")
#: Pixels of a telephone's screen from top to bottom.
SCREEN = 844
CANVAS = '[data-testid="stDeckGlJsonChart"] canvas'


def facilities(*kinds: str, district: str = "") -> list[dict[str, str]]:
    """The assets of these kinds, in one district or in all, as the file holds them."""
    return [
        row
        for row in sums.rows("assets")
        if row["kind"] in kinds and (not district or row["district"] == district)
    ]


def listed(visit: Visit) -> list[str]:
    """Names in the lists of the districts' facilities, whether a district is open or not."""
    names = visit.main.locator(".kbb-lines-alone tbody th").all_text_contents()
    return [" ".join(name.split()) for name in names]


def colours(visit: Visit, selector: str) -> int:
    """How many colours, softened to 32 steps a channel, the picture of ``selector`` holds."""
    picture = Image.open(io.BytesIO(visit.page.locator(selector).first.screenshot())).convert("RGB")
    small = picture.point(lambda value: value // 8 * 8)
    found = small.getcolors(maxcolors=1_000_000) or []
    return sum(1 for count, _ in found if count >= 6)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_map_is_drawn(tab: OpenTab, width: int) -> None:
    visit = tab("/harita", width=width, webgl=True)
    visit.page.locator(CANVAS).first.wait_for()
    visit.page.wait_for_timeout(1_500)
    # The canvas alone: the still map beneath it must not lend its picture.
    visit.page.add_style_tag(content=".kbb-still-under { visibility: hidden !important }")
    assert colours(visit, CANVAS) > 12


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_without_webgl_the_still_map_and_the_list_carry_the_page(tab: OpenTab, width: int) -> None:
    visit = tab("/harita", width=width)
    assert not visit.page.evaluate("!!document.createElement('canvas').getContext('webgl2')")
    visit.page.wait_for_timeout(1_000)
    assert colours(visit, ".kbb-still-under") > 12
    assert visit.page.locator(".kbb-still-under").get_attribute("alt")
    assert len(listed(visit)) == len(facilities(*DEFAULT_KINDS))
    if width == NARROW:
        box = visit.page.locator(".st-key-harita-yigin").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= SCREEN, "the map is not in the first screen"
    else:
        visit.page.emulate_media(media="print")
        printed = visit.page.pdf(format="A4", prefer_css_page_size=True)
        (sheet,) = pdf.pages(printed)
        assert sheet.count("Renk ve sayı") == 1
        assert sheet.count("sosyal yaşam merkezleri: Kayseri") == 1


def test_fire_stations_libraries_and_social_centres_come_first(read: OpenTab) -> None:
    visit = read("/harita")
    wanted = facilities(*DEFAULT_KINDS)
    assert len(wanted) == 17 + 13 + 19
    assert sorted(listed(visit)) == sorted(" ".join(row["name"].split()) for row in wanted)


def test_a_facility_known_only_to_its_district_is_called_so(read: OpenTab) -> None:
    visit = read("/harita")
    assert "Yalnız ilçesi bilinenler renge ve sayıya girer, nokta olarak çizilmez." in visit.text()
    found = re.search(r"(\d+) yerin kendi noktası, (\d+) .*?mahallesi, (\d+) ", visit.text())
    assert found
    assert sum(int(number) for number in found.groups()) == len(facilities(*DEFAULT_KINDS))
    place = visit.main.locator(".kbb-lines-alone td")
    assert place.all_text_contents().count("yalnız ilçesi") == int(found[3])


def test_choosing_a_district_narrows_list_and_numbers(tab: OpenTab) -> None:
    visit = tab("/harita")
    visit.choose("İlçe", "Talas").wait_for_address(r"/harita\?ilce=talas")
    wanted = facilities(*DEFAULT_KINDS, district="Talas")
    assert sorted(listed(visit)) == sorted(" ".join(row["name"].split()) for row in wanted)
    visit.main.get_by_role("button", name=re.compile("Bütün|Tüm")).first.click()
    visit.wait_for_address("/harita")
    assert len(listed(visit)) == len(facilities(*DEFAULT_KINDS))


def test_a_click_on_the_ground_chooses_its_district(tab: OpenTab) -> None:
    visit = tab("/harita", webgl=True)
    canvas = visit.page.locator(CANVAS).first
    canvas.wait_for()
    visit.page.wait_for_timeout(1_500)
    box = canvas.bounding_box()
    assert box is not None
    # The widest district lies east of the middle, with nothing else at this point.
    x, y = box["x"] + box["width"] * 0.72, box["y"] + box["height"] * 0.25
    # The ground answers once its drawing is ready, which the page does not tell.
    for _ in range(12):
        visit.page.mouse.move(x - 8, y)
        visit.page.mouse.move(x, y)
        visit.page.wait_for_timeout(700)
        visit.page.mouse.click(x, y)
        visit.page.wait_for_timeout(500)
        if visit.settle().query:
            break
    visit.wait_for_address(r"/harita\?ilce=[a-z]+")


def test_another_kind_is_added_by_keys(tab: OpenTab) -> None:
    visit = tab("/harita")
    # The kinds wait behind a line that says which are chosen.
    fold = visit.main.locator("summary", has_text="Türler: itfaiye istasyonları, kütüphaneler")
    fold.focus()
    visit.page.keyboard.press("Enter")
    pill = visit.main.get_by_role("button", name=re.compile(r"^Müzeler \("))
    pill.focus()
    visit.page.keyboard.press("Enter")
    visit.wait_for_address(r"/harita\?tur=.+")
    assert len(listed(visit)) == len(facilities(*DEFAULT_KINDS, "museum"))
    # It stays open for the next one, and says the new choice.
    assert visit.main.get_by_role("button", name=re.compile(r"^Müzeler \(")).is_visible()
    visit.main.locator("summary", has_text="müzeler").wait_for()


def test_what_shades_the_districts_is_chosen_by_keys(tab: OpenTab) -> None:
    visit = tab("/harita")
    each = visit.main.get_by_role("radio", name="Bir tesise düşen kişi")
    each.focus()
    visit.page.keyboard.press("Enter")
    visit.wait_for_address(r"/harita\?olcu=kisi")
    assert "Renk ve sayı: seçilen türlerden bir tesise düşen kişi (31.12.2023 nüfusu)" in (
        visit.text()
    )


def test_a_shared_address_stays_as_it_is(tab: OpenTab) -> None:
    """That it shows the same to everybody is held in tests/app/test_pages.py."""
    query = "ilce=melikgazi&olcu=kisi&yakin=1"
    visit = tab(f"/harita?{query}")
    assert sorted(visit.query.split("&")) == sorted(query.split("&"))
    assert "tanınmadı" not in visit.text()


def test_back_returns_to_all_districts(tab: OpenTab) -> None:
    visit = tab("/harita", width=NARROW)
    visit.choose("İlçe", "Develi").wait_for_address(r"/harita\?ilce=develi")
    visit.page.go_back()
    visit.wait_for_address("/harita")
    assert len(listed(visit)) == len(facilities(*DEFAULT_KINDS))
