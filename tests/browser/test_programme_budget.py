"""A programme budget on a telephone, at a desk and on paper: its amounts of other years are seen
whole, and nothing of a sub-programme's page touches what stands above it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db import load
from tests.browser.conftest import OpenTab
from tests.browser.paper import PAPER
from tests.browser.server import Dashboard, serve
from tests.browser.visit import NARROW, SMALLEST, WIDE, Visit
from tests.support import programme_budget

#: Each amount of the table of years: whether what it is of is drawn beside it, where its words and
#: the table's region end on the right, and how far the region scrolls.
AMOUNTS = """() => {
  const region = document.querySelector('.kb-years .kbb-table');
  const end = region.getBoundingClientRect().right;
  return [...region.querySelectorAll('tbody td')].map(cell => {
    const words = document.createRange();
    words.selectNodeContents(cell);
    const of = !!cell.querySelector('.kbb-of')?.getClientRects().length;
    return [of, words.getBoundingClientRect().right, end, region.scrollWidth - region.clientWidth];
  });
}"""

#: How far each piece of a sub-programme's page stands below the one above it.
GAPS = """() => [...document.querySelectorAll('.kh-path, .kh-panel, .kh-note, .kbb-fold')]
  .filter(piece => piece.nextElementSibling)
  .map(piece => piece.nextElementSibling.getBoundingClientRect().top
    - piece.getBoundingClientRect().bottom)"""


@pytest.fixture(scope="module")
def budget(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard over the invented municipality's programme budget of 2026."""
    folder = tmp_path_factory.mktemp("budget")
    url = f"sqlite:///{folder / 'kbb.sqlite'}"
    load.build(programme_budget.printed(folder / "2026"), url)
    with serve(url, folder / "server.log") as running:
        yield running


def amounts_fit(visit: Visit, *, are_stacked: bool) -> None:
    """The table of years scrolls nowhere, and each amount is named where its heading is not."""
    cells = visit.page.evaluate(AMOUNTS)
    assert len(cells) == 18
    for is_named, words_end, region_end, hidden in cells:
        assert words_end <= region_end + 1
        assert hidden <= 1
        assert is_named is are_stacked


@pytest.mark.parametrize("path", ["/butce", "/hedef?hedef=3"])
def test_amounts_of_years_are_seen_whole_on_a_telephone(
    tab: OpenTab, budget: Dashboard, path: str
) -> None:
    visit = tab(path, width=SMALLEST, on=budget)
    for width in (SMALLEST, NARROW):
        visit.resize(width)
        amounts_fit(visit, are_stacked=True)


def test_they_are_a_table_where_there_is_room(tab: OpenTab, budget: Dashboard) -> None:
    visit = tab("/butce", width=WIDE, on=budget)
    amounts_fit(visit, are_stacked=False)
    visit.page.emulate_media(media="print")
    visit.page.set_viewport_size({"width": PAPER, "height": 1000})
    visit.page.wait_for_timeout(300)
    amounts_fit(visit, are_stacked=False)


def test_pieces_of_a_sub_programme_do_not_touch(tab: OpenTab, budget: Dashboard) -> None:
    visit = tab("/hedef?hedef=3", width=NARROW, on=budget)
    for width in (NARROW, WIDE):
        visit.resize(width)
        gaps = visit.page.evaluate(GAPS)
        assert len(gaps) >= 4
        assert min(gaps) >= 8, width
