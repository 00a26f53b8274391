"""What holds for every page: it opens at both widths and in both schemes, speaks Turkish,
fits a telephone, can be used without eyes, and meets nobody but its own server."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import OpenTab
from tests.browser.server import Dashboard
from tests.browser.visit import NARROW, WIDE, squeeze

#: (address, what the page's heading says)
PAGES = {
    "/": "Genel Bakış",
    "/butce": "Bütçe",
    "/gostergeler": "Göstergeler",
    "/harita": "Harita",
}
KNOWN = Path(__file__).parent / "axe" / "known.toml"

every_page = pytest.mark.parametrize("path", PAGES)
both_widths = pytest.mark.parametrize("width", [NARROW, WIDE])
both_schemes = pytest.mark.parametrize("scheme", ["light", "dark"])

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


@every_page
@both_widths
def test_page_opens_with_its_heading(tab: OpenTab, path: str, width: int) -> None:
    visit = tab(path, width=width)
    headings = [squeeze(text) for text in visit.main.locator("h1").all_inner_texts()]
    assert len(headings) == 1, headings
    assert headings[0], "the heading is empty"
    assert visit.page.title().strip(), "the page has no title"
    assert "Streamlit" not in visit.page.title()


@every_page
@both_widths
def test_page_speaks_turkish_and_writes_its_numbers(tab: OpenTab, path: str, width: int) -> None:
    text = tab(path, width=width).text()
    assert FOREIGN.findall(text) == []
    assert RAW_NUMBER.findall(text) == []


@every_page
def test_nothing_hangs_over_a_telephones_edge(tab: OpenTab, path: str) -> None:
    assert tab(path, width=NARROW).overhang() == []


@every_page
@both_widths
@both_schemes
def test_axe_has_nothing_serious(tab: OpenTab, path: str, width: int, scheme: str) -> None:
    found = tab(path, width=width, scheme=scheme).axe()
    assert [finding for finding in found if not is_known(finding)] == []


@every_page
def test_embedded_page_hides_the_navigation(tab: OpenTab, path: str) -> None:
    visit = tab(f"{path}?embed=true")
    for name in ("stSidebarNav", "stSidebar", "stHeader", "stTopNav"):
        assert visit.page.locator(f'[data-testid="{name}"]:visible').count() == 0, name
    others = [other for other in PAGES if other != path]
    navigation = visit.page.get_by_role("navigation").filter(visible=True)
    assert navigation.get_by_role("link").count() == 0, others


def test_navigation_leads_to_every_page_and_back(tab: OpenTab) -> None:
    visit = tab("/")
    first = squeeze(visit.main.locator("h1").inner_text())
    for path, name in list(PAGES.items())[1:]:
        visit.page.get_by_role("link", name=name, exact=True).first.click()
        visit.page.wait_for_url(re.compile(re.escape(path) + r"($|\?)"))
        visit.settle()
        assert squeeze(visit.main.locator("h1").inner_text()) != first
        visit.page.go_back()
        visit.page.wait_for_url(re.compile(r"//[^/]+/($|\?)"))
        visit.settle()
        assert squeeze(visit.main.locator("h1").inner_text()) == first


def test_an_unknown_address_is_met_calmly(tab: OpenTab, dashboard: Dashboard) -> None:
    visit = tab("/")
    answer = visit.page.request.get(f"{dashboard.url}/boyle-bir-sayfa-yok")
    assert answer.status == 404
    visit.page.set_content(answer.text())
    assert visit.page.locator("html").get_attribute("lang") == "tr"
    assert visit.page.get_by_role("heading", level=1).count() == 1
    assert visit.page.get_by_role("link").get_attribute("href") == "/"


@pytest.mark.parametrize(
    "query", ["yil=1999", "yil=abc", "kurum=yok", "amac=99", "hedef=x", "x=%00%FF", "ilce=mars"]
)
@every_page
def test_a_wrong_choice_in_the_address_is_met_calmly(tab: OpenTab, path: str, query: str) -> None:
    visit = tab(f"{path}?{query}")
    text = visit.text()
    assert "Traceback" not in text
    assert "Exception" not in text
    assert visit.main.locator('[data-testid="stException"]').count() == 0


def test_the_server_logged_no_error(tab: OpenTab, dashboard: Dashboard) -> None:
    for path in PAGES:
        tab(path)
    assert "Traceback" not in dashboard.logged()


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
