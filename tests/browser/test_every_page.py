"""What holds for every page: it opens at both widths and in both schemes, speaks Turkish,
fits a telephone, can be used without eyes, and meets nobody but its own server."""

from __future__ import annotations

import re

import pytest

from bench.lengths import BELOW_HEADING
from present.site.pages import PAGES as SITE
from present.site.pages import TOPICS
from tests.browser.conftest import OpenTab
from tests.browser.harsh import check_harsh
from tests.browser.names import names, untold
from tests.browser.paper import check_charts_on_paper
from tests.browser.server import Dashboard
from tests.browser.sound import (
    check_at_every_width,
    check_everywhere,
    has_maps_code,
    known_findings,
    problems,
)
from tests.browser.visit import NARROW, WIDE, squeeze

#: Every page's address, and what the navigation calls it.
PAGES = {page.path: page.title for page in SITE}

#: Those that the menu has where there is one programme.
MENU = {page.path: page.title for page in SITE if not page.needs_figures or page is TOPICS}

every_page = pytest.mark.parametrize("path", PAGES)

#: Every wrong choice at once: years, institutions and codes that there are none of.
WRONG_CHOICES = (
    "yil=1999&kurum=yok&amac=99&hedef=x&faaliyet=-1&birim=yok&kod=77&kaynak=q&duzey=zz"
    "&ilce=mars&tur=yok&gosterge=1.99&soz=1999&hirs=q&sira=%00&ara=%F0%9F%99%83&x=%3Cb%3E"
)


#: What has the focus.
FOCUS = "document.activeElement.tagName"

#: As browsers translate: words in boxes of their own, longer than ours, in a page that says so.
TRANSLATED = """() => {
  document.documentElement.classList.add('translated-ltr');
  const walk = document.createTreeWalker(document.getElementById('root'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walk.nextNode()) if (walk.currentNode.data.trim()) texts.push(walk.currentNode);
  for (const text of texts) {
    if (text.parentElement.closest('svg, style, script')) continue;
    const outer = document.createElement('font'), inner = document.createElement('font');
    inner.textContent = `${text.data} ${text.data}`;
    outer.append(inner);
    text.replaceWith(outer);
  }
}"""

#: Pages of which each has charts that paper might cut.
WITH_CHARTS = {"/konu", "/butce", "/kaynaklar", "/birimler", "/meclis"}


@every_page
def test_page_is_sound(tab: OpenTab, path: str) -> None:
    visit = tab(path, webgl=path == "/harita")
    assert has_maps_code(visit) is (path == "/harita"), "the map's code is loaded on the map alone"
    check_everywhere(visit, schemes=("light", "dark"))
    check_harsh(visit)
    if path in WITH_CHARTS:
        check_charts_on_paper(visit)


def test_the_pages_with_charts_are_among_them() -> None:
    assert PAGES.keys() >= WITH_CHARTS


@pytest.mark.parametrize("path", ["/", "/gostergeler"])
def test_a_page_opened_in_the_dark_is_sound(tab: OpenTab, path: str) -> None:
    check_at_every_width(tab(path, scheme="dark"), schemes=("dark",))


def test_navigation_leads_to_every_page_and_back(tab: OpenTab) -> None:
    visit = tab("/")
    heading = visit.main.locator("h1")
    assert visit.page.evaluate(FOCUS) == "BODY", "who opens a page keeps the focus"
    visit.page.evaluate("window.isFirst = true")
    said = [squeeze(heading.inner_text())]
    for path, name in list(MENU.items())[1:-1]:
        visit.take(name)
        visit.page.wait_for_url(re.compile(re.escape(path) + r"($|\?)"))
        visit.settle()
        said.append(squeeze(heading.inner_text()))
        assert visit.page.evaluate(FOCUS) == "H1", path
        marked = visit.bar.locator('li li [aria-current="page"]')
        assert [squeeze(words or "") for words in marked.all_text_contents()] == [name]
        assert visit.page.locator(".kbb-trail li").last.inner_text() == name
    assert len(set(said)) == len(said)
    for words in said[-2:-5:-1]:
        visit.page.go_back()
        visit.settle()
        assert squeeze(heading.inner_text()) == words
        assert visit.page.evaluate(FOCUS) == "H1"
    assert visit.page.evaluate("window.isFirst"), "no page was loaded anew"


def test_every_page_in_english_says_nothing_of_the_platforms(tab: OpenTab) -> None:
    visit = tab("/ara?lang=en")
    for path in list(MENU)[1:-1]:
        visit.follow(path)
        assert visit.page.url.endswith(f"{path}?lang=en")
        assert untold(names(visit.page)) == [], path


def test_a_page_that_the_browser_translates_goes_on(tab: OpenTab) -> None:
    visit = tab("/gostergeler", width=NARROW)
    visit.page.evaluate(TRANSLATED)
    assert visit.overhang() == []
    visit.follow("/butce")
    visit.page.evaluate(TRANSLATED)
    visit.main.get_by_role("radio", name=re.compile("Birim")).click()
    visit.wait_for_address(r"/butce\?.*birim")
    assert visit.main.locator("h1").count() == 1
    assert visit.overhang() == []


def test_the_menu_is_a_line_of_parts_at_a_desk(tab: OpenTab) -> None:
    visit = tab("/gostergeler?amac=6&gosterge=22.3")
    parts = visit.bar.get_by_role("button")
    names = ["Para", "Sonuçlar", "Şehir ve meclis", "Belge ve veri"]
    assert [squeeze(name) for name in parts.all_inner_texts()] == names
    masthead = visit.page.locator(".kbb-masthead").bounding_box()
    assert masthead is not None
    assert masthead["height"] < 75
    listed = visit.bar.get_by_role("link", name="Göstergeler", exact=True)
    assert not listed.is_visible()
    results = parts.nth(1)
    results.focus()
    visit.page.keyboard.press("Enter")
    assert results.get_attribute("aria-expanded") == "true"
    assert listed.is_visible()
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Escape")
    assert not listed.is_visible()
    assert visit.page.evaluate("document.activeElement.textContent") == "Sonuçlar"
    results.click()
    parts.nth(0).click()
    assert not listed.is_visible(), "one part is open at a time"
    trail = visit.page.locator(".kbb-trail li")
    assert [squeeze(words) for words in trail.all_inner_texts()] == ["Sonuçlar", "Göstergeler"]
    trail.get_by_role("link").click()
    visit.wait_for_address(r"/gostergeler\?amac=6")
    assert visit.page.evaluate(FOCUS) == "H1"


def test_the_menu_is_a_sheet_on_a_telephone(tab: OpenTab) -> None:
    visit = tab("/tutarlilik", width=NARROW)
    budget = visit.bar.get_by_role("link", name=PAGES["/butce"], exact=True)
    assert not budget.is_visible()
    top = visit.main.locator("h1").bounding_box()
    assert top is not None
    assert top["y"] <= 122, "the bar leaves the screen to the page"
    visit.main.locator(".kbb-open").focus()
    visit.page.keyboard.press("Enter")
    assert visit.overhang() == []
    budget.click()
    visit.wait_for_address("/butce")
    assert not budget.is_visible()
    assert visit.page.evaluate(FOCUS) == "H1"


def test_header_menu_and_footer_are_landmarks_beside_the_page(tab: OpenTab) -> None:
    visit = tab("/meclis")
    tree = visit.page.locator("body").aria_snapshot()
    for landmark in ("banner", "main", "contentinfo"):
        assert len(re.findall(rf"^- {landmark}:", tree, re.MULTILINE)) == 1, landmark
    main = re.search(r"^- main:\n((?:  .*\n)+)", tree, re.MULTILINE)
    assert main is not None
    assert 'heading "Meclis" [level=1]' in main[1]
    assert "navigation" not in main[1]
    assert len(re.findall("^- link ", tree, re.MULTILINE)) == 1, "one link leads past the bar"


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
    visit.page.keyboard.press("Tab")
    assert "kbb-skip" in visit.page.evaluate("document.activeElement.className")
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.id") == "kbb-icerik"
    assert visit.page.evaluate(FOCUS) == "H1"


@pytest.mark.parametrize(("path", "width"), [("/butce", WIDE), ("/hedef?hedef=6", NARROW)])
def test_few_keys_lead_to_a_pages_first_control(tab: OpenTab, path: str, width: int) -> None:
    visit = tab(path, width=width)
    # Eight stops lie before it at most, so that the ninth key is there.
    for _ in range(9):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate(BELOW_HEADING):
            return
    raise AssertionError("the page's first control is out of reach")


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
        links = visit.page.locator(f'.kbb-menu a[href$="{other}"]')
        assert links.count() == 0, other


def test_known_findings_have_date_and_reason() -> None:
    for known in known_findings():
        assert known["since"]
        assert len(known["reason"]) > 20
        assert len(known["html"]) > 10, "an entry must not match everything"
