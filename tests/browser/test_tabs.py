"""A tab that is lent to the next test is as a new one would be, and tells nobody of the last."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.server import Dashboard
from tests.browser.tabs import Tabs
from tests.browser.visit import NARROW, Visit

#: A host that no tab here asks, so that every request counts as one to an outside host.
ELSEWHERE = "http://other.example"

STATE = """() => [
  innerWidth, matchMedia('print').matches, matchMedia('(prefers-color-scheme: dark)').matches,
  sessionStorage.length]"""


def test_a_tab_comes_back_as_a_new_one(
    tabs: Tabs, browser_without_webgl: Browser, dashboard: Dashboard
) -> None:
    place = f"{dashboard.url}/robots.txt"
    page = tabs.lend(browser_without_webgl, NARROW, "light")
    page.goto(place)
    new = page.evaluate(STATE)
    assert new == [NARROW, False, False, 0]
    first = Visit(page, ELSEWHERE)
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 800, "height": 100})
    page.evaluate("sessionStorage.setItem('a', 'b')")
    assert page.evaluate(STATE) == [800, True, True, 1]
    first.leave()
    tabs.take_back(page, place)
    assert tabs.lend(browser_without_webgl, NARROW, "light") is page
    assert page.evaluate(STATE) == new

    second = Visit(page, ELSEWHERE)
    page.goto(place)
    page.evaluate("console.error('of the second')")
    assert (first.errors, first.outside) == ([], [])
    assert any("of the second" in error for error in second.errors)
    assert second.outside == [place]
    second.leave()
    tabs.take_back(page, place)


def test_a_tab_that_was_closed_is_lent_to_nobody(
    tabs: Tabs, browser_without_webgl: Browser, dashboard: Dashboard
) -> None:
    page = tabs.lend(browser_without_webgl, NARROW, "dark")
    page.close()
    tabs.take_back(page, f"{dashboard.url}/robots.txt")
    other = tabs.lend(browser_without_webgl, NARROW, "dark")
    assert other is not page
    assert other.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    tabs.take_back(other, f"{dashboard.url}/robots.txt")
