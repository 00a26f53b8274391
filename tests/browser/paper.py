"""A page on A4 paper: its words and tables are there, the navigation is not, no chart is cut."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader

from tests.browser.visit import Visit, squeeze
from tests.support import pdf

#: More pages than this are a list that nobody prints whole, or a page that does not end.
MOST_PAGES = 40

#: Pages that stand on fewer sheets.
SHORTER = {"/gostergeler": 10}

#: Points of A4, and the margin of assets/css/kit.css.
A4 = (595, 842)

#: The width of A4 between its margins, in CSS pixels.
PAPER = 680

#: What cells say, without what they keep behind folds of their own and the labels that stand in
#: place of a heading on a telephone. Those of Harita's districts and of its folded charts stay off
#: paper, where it is one sheet: the map and a line a district say the numbers.
WRITTEN = """cells => cells.filter(
  cell => !cell.closest('.kbb-lines-alone, .st-key-harita-grafik')
).map(cell => {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll('details, .ki-kind').forEach(fold => fold.remove());
  return copy.textContent.trim();
}).filter(text => text)"""


def check_print(visit: Visit) -> None:
    """The page at hand, printed by the browser and read back."""
    heading = squeeze(visit.main.locator("h1").inner_text())
    cells = visit.main.locator("table td").evaluate_all(WRITTEN)
    rules = visit.main.locator(".ki-word p").all_text_contents()
    visit.page.emulate_media(media="print")
    printed = visit.page.pdf(format="A4", prefer_css_page_size=True)
    sheets = [letters(words) for words in pdf.pages(printed)]
    text = "".join(sheets)
    assert letters(heading) in text
    assert 1 <= len(sheets) <= SHORTER.get(visit.path, MOST_PAGES)
    for page in PdfReader(io.BytesIO(printed)).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
    for cell in cells[:3] + cells[-3:]:
        assert letters(cell) in text, "a table is lost"
    for rule in rules[:3] + rules[-3:]:
        assert letters(rule) in text, "what a row opens is lost"
    assert "Menü" not in text
    assert "Örneğinkütüphane" not in text
    assert sheets[-1], "the last sheet is empty"


def check_charts_on_paper(visit: Visit) -> None:
    """No chart of the page at hand is cut on paper. The page stays as wide as paper."""
    visit.page.emulate_media(media="print")
    visit.page.set_viewport_size({"width": PAPER, "height": 1000})
    visit.page.wait_for_timeout(500)
    wide = visit.main.locator(".vega-embed svg, .vega-embed canvas, img").evaluate_all(
        "all => all.map(one => Math.round(one.getBoundingClientRect().right))"
    )
    assert wide
    assert max(wide) <= PAPER


def letters(text: str) -> str:
    """Without white space, which a PDF's text sets as it likes."""
    return re.sub(r"\s+", "", text)
