"""What a walk on a telephone costs: taps and searches, and whether the answer can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, expect

from tests.browser.visit import Visit

#: What is read without further search: so many screens from where the page stands.
REACH = 2


@dataclass
class Walk:
    """A visit that counts what a visitor does, for ``ways`` of at most three taps or one search."""

    visit: Visit
    taps: int = 0
    searches: int = 0
    steps: list[str] = field(default_factory=list)

    def search(self, words: str) -> Walk:
        """Types ``words`` into the field above every page and sends them."""
        self.searches += 1
        self.steps.append(f"search {words}")
        bar = self.visit.main.get_by_role("combobox").or_(self.visit.main.get_by_role("searchbox"))
        bar.first.fill(words)
        self.visit.page.keyboard.press("Enter")
        self.visit.page.wait_for_url(re.compile(r"/ara\?"))
        self.visit.settle()
        return self

    def tap(self, target: Locator) -> Walk:
        """Touches ``target``, a thing that can be seen."""
        self.taps += 1
        self.steps.append(f"tap {target}")
        target.click()
        self.visit.settle()
        return self

    def link(self, name: str | re.Pattern[str]) -> Walk:
        """Touches the first link in sight that bears ``name``."""
        return self.tap(self.visit.main.get_by_role("link", name=name).first)

    def menu(self, page: str) -> Walk:
        """Touches the menu's button and in its sheet the page of that name."""
        self.tap(self.visit.page.locator("summary, button", has_text=re.compile("^Menü")).first)
        return self.tap(self.visit.bar.get_by_role("link", name=page, exact=True))

    def fold(self, name: str | re.Pattern[str]) -> Walk:
        """Touches the first fold in sight whose heading bears ``name``."""
        return self.tap(self.visit.main.locator("summary", has_text=name).first)

    def reads(self, words: str, *, reach: float = REACH) -> Walk:
        """The words stand on the screen or within ``reach`` screens below its beginning, in an
        element that is seen; the way there was three taps or one search at most."""
        found = self.visit.main.get_by_text(re.compile(re.escape(words))).locator("visible=true")
        expect(found.first).to_be_visible()
        height = self.visit.page.evaluate("innerHeight")
        top = min(place["y"] for each in found.all() if (place := each.bounding_box()) is not None)
        assert top <= reach * height, (words, top / height, self.steps)
        assert self.searches <= 1, self.steps
        assert self.taps <= 3, self.steps
        assert not (self.searches and self.taps), self.steps
        return self
