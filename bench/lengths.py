"""`python -m bench.lengths`: how long each page is on a telephone, where its first figure stands,
and how many tabs lead to its first control.

A screen is 390 by 844 pixels. Not a test: what the lengths are aimed at stands in bench/README.md.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from db import load
from present.site.pages import PAGES as SITE
from tests.browser.server import ROOT, serve
from tests.browser.visit import NARROW, Visit, launch

SCREEN = 844

#: Views of single things beside each page as it opens.
VIEWS = (
    "/amaclar?amac=2",
    "/hedef?hedef=6",
    "/gostergeler?gosterge=6.1",
    "/butce?gorunum=faaliyet",
    "/birimler?birim=fen-isleri",
    "/ilce?ilce=talas",
    "/tutarlilik?bulgu=economic-codes.03",
    "/ara?q=otobüs",
)

#: The length of what stands in the page, and the upper edge of its first figure, map or table, in
#: pixels below its beginning.
EXTENT = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const block = document.querySelector('[data-testid="stMainBlockContainer"]');
  const begin = main.getBoundingClientRect().top - main.scrollTop;
  const marks = main.querySelectorAll(
    '[data-testid="stVegaLiteChart"], [data-testid="stDeckGlJsonChart"], table, svg[role="img"], ' +
    'img, [class*="-bar"], [class*="bar-"], [class*="tiles"]');
  const seen = [...marks].filter(mark => {
    const box = mark.getBoundingClientRect();
    return box.width > 40 && box.height > 4 && getComputedStyle(mark).visibility !== 'hidden' &&
      !mark.closest('#kbb-bar, .kbb-bar, header');
  });
  const tops = seen.map(mark => mark.getBoundingClientRect().top - begin);
  return [block.scrollHeight, tops.length ? Math.min(...tops) : null];
}"""

#: Whether the focus stands within the page, below its heading.
BELOW_HEADING = """() => {
  const heading = document.querySelector('[data-testid="stMain"] h1');
  const at = document.activeElement;
  return !!(heading && at && at !== document.body &&
    heading.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""

#: How many tabs are tried before the page's first control counts as out of reach.
PATIENCE = 60


@dataclass(frozen=True)
class Length:
    """A page on a telephone: its address, its length and the place of its first figure in screens
    (``None`` without a figure), and how many tabs lead to its first control below the heading
    (``None`` where none does)."""

    address: str
    screens: float
    first: float | None
    tabs: int | None


def measure(base: str, page: Page, addresses: tuple[str, ...]) -> list[Length]:
    """The lengths of ``addresses`` on the dashboard at ``base``."""
    page.set_viewport_size({"width": NARROW, "height": SCREEN})
    visit = Visit(page, base)
    return [_length(visit, address) for address in addresses]


def _length(visit: Visit, address: str) -> Length:
    visit.open(address)
    height, first = visit.page.evaluate(EXTENT)
    tabs = None
    for number in range(1, PATIENCE + 1):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate(BELOW_HEADING):
            tabs = number
            break
    return Length(address, height / SCREEN, None if first is None else first / SCREEN, tabs)


def report(lengths: list[Length]) -> str:
    """The lengths as Markdown."""
    lines = [
        "| address | screens | first figure or table after | tabs to the first control |",
        "| --- | ---: | ---: | ---: |",
    ]
    for length in lengths:
        first = "none" if length.first is None else f"{length.first:.1f}"
        tabs = f"over {PATIENCE}" if length.tabs is None else str(length.tabs)
        lines.append(f"| {length.address} | {length.screens:.1f} | {first} | {tabs} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="a running dashboard; without one, one is started")
    parser.add_argument("addresses", nargs="*", help="instead of all pages")
    given = parser.parse_args()
    addresses = tuple(given.addresses) or (*(page.path for page in SITE), *VIEWS)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright)
        if given.url:
            print(report(measure(given.url, browser.new_page(), addresses)))
            return
        url = f"sqlite:///{folder}/kbb.sqlite"
        load.build(ROOT / "kbb_data" / "2025", url)
        with serve(url, Path(folder) / "server.log") as dashboard:
            print(report(measure(dashboard.url, browser.new_page(), addresses)))


if __name__ == "__main__":
    main()
