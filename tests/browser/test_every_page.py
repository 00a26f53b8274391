"""What holds for every page: it opens at both widths and in both schemes, speaks Turkish,
fits a telephone, can be used without eyes, and meets nobody but its own server."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from pages.parts.site import PAGES as SITE
from tests.browser import sums
from tests.browser.conftest import OpenTab
from tests.browser.server import Dashboard
from tests.browser.visit import NARROW, SMALLEST, WIDE, Visit, squeeze

#: Every page's address, and what the navigation calls it.
PAGES = {page.path: page.title for page in SITE}

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
KNOWN = Path(__file__).parent / "axe" / "known.toml"

every_page = pytest.mark.parametrize("path", PAGES)

#: Words that betray an untranslated text, a programmer's value or a failure.
FOREIGN = re.compile(
    r"\b(None|NaN|nan|NaT|null|undefined|True|False|Traceback|Error|Exception|Infinity"
    r"|Loading|Search|Select|Choose|Filter|Sort|Show|Hide|Download|Close|Total|Budget|Source"
    r"|No results|No options|Please|the|and|of|with|Running|Stop|Rerun|Deploy)\b"
)
#: 4865537000.0, 4865537000 or 1.5e+09: figures that nobody has written in Turkish.
RAW_NUMBER = re.compile(
    r"(?<![\d.,])\d{4,}\.\d\b|(?<![\w.,-])\d{6,}(?![\w.,-])|\b\d[\d.]*[eE][+-]?\d+\b"
)

#: Every wrong choice at once: years, institutions and codes that there are none of.
WRONG_CHOICES = (
    "yil=1999&kurum=yok&amac=99&hedef=x&faaliyet=-1&birim=yok&kod=77&kaynak=q&duzey=zz"
    "&ilce=mars&tur=yok&gosterge=1.99&hirs=q&sira=%00&ara=%F0%9F%99%83&x=%3Cb%3E"
)


def readable(text: str) -> str:
    """What a page says without versions and addresses, which are no figures."""
    return re.sub(r"\b\d{4}\.\d+\.\d+(\+[0-9a-f]{8})?(?![\d.])", "", text)


def problems(visit: Visit) -> dict[str, list[Any]]:
    """What is wrong with the page as it stands, by kind; empty when all is well."""
    text = readable(visit.text())
    headings = [squeeze(words) for words in visit.main.locator("h1").all_inner_texts()]
    title = visit.page.title()
    found = {
        "headings of the first level": headings if len(headings) != 1 or not headings[0] else [],
        "headings that leave a level out": visit.skipped_headings(),
        "title": [title] if not title.strip() or "Streamlit" in title else [],
        "foreign words": FOREIGN.findall(text),
        "raw numbers": RAW_NUMBER.findall(text),
        "failures": visit.main.locator('[data-testid="stException"]').all_inner_texts(),
        "hangs over the edge": visit.overhang(),
    }
    return {kind: what for kind, what in found.items() if what}


def check_at_every_width(visit: Visit) -> None:
    """Soundness at a desk and on a telephone, and no sideways scrolling on the smallest one."""
    for width in (WIDE, NARROW):
        visit.resize(width)
        assert problems(visit) == {}, width
        assert [finding for finding in visit.axe() if not is_known(finding)] == [], width
    assert visit.resize(SMALLEST).overhang() == []


@every_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_is_sound(tab: OpenTab, path: str, scheme: str) -> None:
    check_at_every_width(tab(path, scheme=scheme))


@pytest.mark.parametrize("path", VIEWS)
def test_view_is_sound(tab: OpenTab, path: str) -> None:
    visit = tab(path)
    check_at_every_width(visit)
    assert "tanınmadı" not in visit.text(), "the address of the test is a right one"


@every_page
def test_embedded_page_hides_the_navigation(tab: OpenTab, path: str) -> None:
    visit = tab(f"{path}?embed=true")
    for name in ("stSidebarNav", "stSidebar", "stTopNavLink"):
        assert visit.page.locator(f'[data-testid="{name}"]:visible').count() == 0, name
    for other in PAGES:
        links = visit.page.locator(f'.st-key-kbb-nav a[href$="{other}"]:visible')
        assert links.count() == 0, other


def test_navigation_leads_to_every_page_and_back(tab: OpenTab, browser: Browser) -> None:
    visit = tab("/", using=browser)
    first = squeeze(visit.main.locator("h1").inner_text())
    for path, name in list(PAGES.items())[1:-1]:
        visit.bar.get_by_role("link", name=name, exact=True).click()
        visit.page.wait_for_url(re.compile(re.escape(path) + r"($|\?)"))
        visit.settle()
        assert squeeze(visit.main.locator("h1").inner_text()) != first
        visit.page.go_back()
        visit.page.wait_for_url(re.compile(r"//[^/]+/($|\?)"))
        visit.settle()
        assert squeeze(visit.main.locator("h1").inner_text()) == first


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


def test_the_title_names_the_view(tab: OpenTab) -> None:
    visit = tab("/butce?amac=2")
    assert visit.page.title().startswith("Bütçe: 2. amaç")
    assert tab("/ilce?ilce=yahyali").page.title().startswith("Yahyalı")


def test_the_maps_code_is_loaded_on_the_map_alone(tab: OpenTab) -> None:
    asked = "performance.getEntriesByType('resource').filter(one => /DeckGl/.test(one.name)).length"
    for path in ("/", "/butce", "/ilce?ilce=yahyali", "/meclis"):
        assert tab(path).page.evaluate(asked) == 0, path
    assert tab("/harita").page.evaluate(asked) > 0


def test_an_unknown_address_is_met_calmly(tab: OpenTab, dashboard: Dashboard) -> None:
    visit = tab("/")
    answer = visit.page.request.get(f"{dashboard.url}/boyle-bir-sayfa-yok")
    assert answer.status == 404
    visit.page.set_content(answer.text())
    assert visit.page.locator("html").get_attribute("lang") == "tr"
    assert visit.page.get_by_role("heading", level=1).count() == 1
    assert visit.page.get_by_role("link", name="Genel Bakış").get_attribute("href") == "/"
    assert visit.page.get_by_role("link").count() == len(PAGES)


@every_page
def test_wrong_choices_in_the_address_are_met_calmly(tab: OpenTab, path: str) -> None:
    visit = tab(f"{path}?{WRONG_CHOICES}", width=NARROW)
    assert problems(visit) == {}
    assert visit.main.locator("h1").inner_text().strip()


def known_findings() -> list[dict[str, Any]]:
    return list(tomllib.loads(KNOWN.read_text(encoding="utf-8")).get("known", []))


def is_known(finding: dict[str, Any]) -> bool:
    """Whether ``finding`` lies in Streamlit's own markup and is listed with its reason."""
    return any(
        finding["rule"] == known["rule"] and known["html"] in finding["html"]
        for known in known_findings()
    )


def test_known_findings_have_date_and_reason() -> None:
    for known in known_findings():
        assert known["since"]
        assert len(known["reason"]) > 20
        assert len(known["html"]) > 10, "an entry must not match everything"
