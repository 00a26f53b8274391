"""Every page on A4 paper: its words and tables are there, the navigation is not, nothing is cut."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from tests.browser.conftest import OpenTab
from tests.browser.test_every_page import PAGES, VIEWS
from tests.browser.visit import Visit, squeeze

#: More pages than this are a list that nobody prints whole, or a page that does not end.
MOST_PAGES = 40

#: Points of A4, and the margin of assets/style.css.
A4 = (595, 842)

#: What cells say, without what they keep behind folds of their own.
WRITTEN = """cells => cells.map(cell => {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll('details').forEach(fold => fold.remove());
  return copy.textContent.trim();
}).filter(text => text)"""


def printed(visit: Visit) -> PdfReader:
    visit.page.emulate_media(media="print")
    return PdfReader(io.BytesIO(visit.page.pdf(format="A4", prefer_css_page_size=True)))


def letters(text: str) -> str:
    """Without white space, which a PDF's text sets as it likes."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("path", [*PAGES, *VIEWS])
def test_a_page_prints_whole(tab: OpenTab, path: str) -> None:
    visit = tab(path)
    heading = squeeze(visit.main.locator("h1").inner_text())
    cells = visit.main.locator("table td").evaluate_all(WRITTEN)
    document = printed(visit)
    text = letters(" ".join(page.extract_text() for page in document.pages))
    assert letters(heading) in text
    assert 1 <= len(document.pages) <= MOST_PAGES
    for page in document.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
    for cell in cells[:3] + cells[-3:]:
        assert letters(cell) in text, "a table is lost"
    assert "Menü" not in text
    assert "Örneğinkütüphane" not in text
    assert letters(document.pages[-1].extract_text()), "the last sheet is empty"


@pytest.mark.parametrize("path", ["/", "/butce", "/kaynaklar", "/birimler", "/meclis"])
def test_no_chart_is_cut_on_paper(tab: OpenTab, path: str) -> None:
    visit = tab(path)
    visit.page.emulate_media(media="print")
    # The width of A4 between its margins, in CSS pixels.
    visit.page.set_viewport_size({"width": 680, "height": 1000})
    visit.page.wait_for_timeout(500)
    wide = visit.main.locator(".vega-embed svg, .vega-embed canvas, img").evaluate_all(
        "all => all.map(one => Math.round(one.getBoundingClientRect().right))"
    )
    assert wide
    assert max(wide) <= 680
