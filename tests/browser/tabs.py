"""The browser's tabs, lent to one test after the other: a new one is half of what a page costs."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Error, Page, ViewportSize

_Key = tuple[int, int, str]


class Tabs:
    """Tabs by browser, width and scheme. Those of a kind are of one context and share what the
    browser has cached; a tab comes back as a new one would be, but for its history."""

    def __init__(self) -> None:
        self._contexts: dict[_Key, BrowserContext] = {}
        self._free: dict[_Key, list[Page]] = {}
        self._lent: dict[Page, _Key] = {}

    def lend(self, browser: Browser, width: int, scheme: str) -> Page:
        """A tab ``width`` pixels wide whose visitor's system is in ``scheme``."""
        key = (id(browser), width, scheme)
        free = self._free.setdefault(key, [])
        page = free.pop() if free else self._context(browser, key).new_page()
        self._lent[page] = key
        return page

    def take_back(self, page: Page, resting_place: str) -> None:
        """Takes a tab that nobody looks at any more; ``resting_place`` is a file of the server
        that it showed last, where nothing runs. A tab that was closed stays so, and one that can't
        be put in order is closed."""
        key = self._lent.pop(page)
        if page.is_closed():
            return
        try:
            page.evaluate("sessionStorage.clear()")
            page.goto(resting_place)
            page.emulate_media(media="null", color_scheme=_scheme(key))
            page.set_viewport_size(_size(key))
        except Error:
            page.close()
            return
        self._free[key].append(page)

    def _context(self, browser: Browser, key: _Key) -> BrowserContext:
        if key not in self._contexts:
            self._contexts[key] = browser.new_context(
                viewport=_size(key),
                color_scheme=_scheme(key),
                locale="tr-TR",
                reduced_motion="reduce",
            )
            self._contexts[key].set_default_timeout(60_000)
        return self._contexts[key]


def _size(key: _Key) -> ViewportSize:
    return {"width": key[1], "height": 900}


def _scheme(key: _Key) -> Literal["dark", "light"]:
    return "dark" if key[2] == "dark" else "light"
