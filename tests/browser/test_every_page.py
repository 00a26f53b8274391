"""What holds for every page: it opens at both widths and in both schemes, speaks Turkish,
fits a telephone, can be used without eyes, and meets nobody but its own server."""

from __future__ import annotations

import re

import pytest

from present.site.pages import PAGES as SITE
from tests.browser.conftest import OpenTab
from tests.browser.paper import check_charts_on_paper
from tests.browser.server import Dashboard
from tests.browser.sound import (
    check_at_every_width,
    check_everywhere,
    has_maps_code,
    known_findings,
    problems,
)
from tests.browser.visit import NARROW, squeeze

#: Every page's address, and what the navigation calls it.
PAGES = {page.path: page.title for page in SITE}

#: Those that the menu has where there is one programme.
MENU = {page.path: page.title for page in SITE if not page.needs_figures}

every_page = pytest.mark.parametrize("path", PAGES)

#: Every wrong choice at once: years, institutions and codes that there are none of.
WRONG_CHOICES = (
    "yil=1999&kurum=yok&amac=99&hedef=x&faaliyet=-1&birim=yok&kod=77&kaynak=q&duzey=zz"
    "&ilce=mars&tur=yok&gosterge=1.99&soz=1999&hirs=q&sira=%00&ara=%F0%9F%99%83&x=%3Cb%3E"
)


#: Pages of which each has charts that paper might cut.
WITH_CHARTS = {"/", "/butce", "/kaynaklar", "/birimler", "/meclis"}


@every_page
def test_page_is_sound(tab: OpenTab, path: str) -> None:
    visit = tab(path, webgl=path == "/harita")
    assert has_maps_code(visit) is (path == "/harita"), "the map's code is loaded on the map alone"
    check_everywhere(visit, schemes=("light", "dark"))
    if path in WITH_CHARTS:
        check_charts_on_paper(visit)


def test_the_pages_with_charts_are_among_them() -> None:
    assert PAGES.keys() >= WITH_CHARTS


@pytest.mark.parametrize("path", ["/", "/gostergeler"])
def test_a_page_opened_in_the_dark_is_sound(tab: OpenTab, path: str) -> None:
    check_at_every_width(tab(path, scheme="dark"), schemes=("dark",))


def test_navigation_leads_to_every_page_and_back(tab: OpenTab) -> None:
    visit = tab("/")
    said = [squeeze(visit.main.locator("h1").inner_text())]
    for path, name in list(MENU.items())[1:-1]:
        visit.bar.get_by_role("link", name=name, exact=True).click()
        visit.page.wait_for_url(re.compile(re.escape(path) + r"($|\?)"))
        visit.settle()
        said.append(squeeze(visit.main.locator("h1").inner_text()))
    assert len(set(said)) == len(said)
    for heading in said[-2:-5:-1]:
        visit.page.go_back()
        visit.settle()
        assert squeeze(visit.main.locator("h1").inner_text()) == heading


def test_the_menu_opens_on_a_telephone_by_keyboard(tab: OpenTab) -> None:
    visit = tab("/", width=NARROW)
    budget = visit.bar.get_by_role("link", name=PAGES["/butce"], exact=True)
    assert not budget.is_visible()
    visit.main.locator(".kbb-menu summary").focus()
    visit.page.keyboard.press("Enter")
    budget.click()
    visit.wait_for_address("/butce")
    assert visit.overhang() == []


def test_the_search_is_reached_by_keyboard_on_every_page(tab: OpenTab) -> None:
    visit = tab("/meclis")
    for _ in range(8):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate("document.activeElement.name") == "q":
            break
    visit.page.keyboard.type("itfaiye")
    visit.page.keyboard.press("Enter")
    visit.wait_for_address(r"/ara\?q=itfaiye")
    assert "itfaiye" in visit.text()


def test_the_first_key_leads_past_the_bar(tab: OpenTab) -> None:
    visit = tab("/butce")
    # The scrolling parts of the frame are stops of their own, and the only ones before.
    for _ in range(4):
        visit.page.keyboard.press("Tab")
        if "kbb-skip" in visit.page.evaluate("document.activeElement.className"):
            break
    assert "kbb-skip" in visit.page.evaluate("document.activeElement.className")
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.id") == "kbb-icerik"


def test_an_unknown_address_is_met_calmly(tab: OpenTab, dashboard: Dashboard) -> None:
    visit = tab("/")
    answer = visit.page.request.get(f"{dashboard.url}/boyle-bir-sayfa-yok")
    assert answer.status == 404
    visit.page.set_content(answer.text())
    assert visit.page.locator("html").get_attribute("lang") == "tr"
    assert visit.page.get_by_role("heading", level=1).count() == 1
    assert visit.page.get_by_role("link", name="Genel Bakış").get_attribute("href") == "/"
    assert visit.page.get_by_role("link").count() == len(MENU)


@every_page
def test_an_embedded_page_with_wrong_choices_is_calm_and_hides_the_navigation(
    tab: OpenTab, path: str
) -> None:
    visit = tab(f"{path}?{WRONG_CHOICES}&embed=true", width=NARROW)
    assert problems(visit) == {}
    assert visit.main.locator("h1").inner_text().strip()
    for name in ("stSidebarNav", "stSidebar", "stTopNavLink"):
        assert visit.page.locator(f'[data-testid="{name}"]:visible').count() == 0, name
    for other in PAGES:
        links = visit.page.locator(f'.st-key-kbb-nav a[href$="{other}"]:visible')
        assert links.count() == 0, other


def test_known_findings_have_date_and_reason() -> None:
    for known in known_findings():
        assert known["since"]
        assert len(known["reason"]) > 20
        assert len(known["html"]) > 10, "an entry must not match everything"
