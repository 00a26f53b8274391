"""On a telephone a page is its headings and a table its names: what is asked for opens, by address,
by touch, by the browser's search; at a desk all of it is there."""

from __future__ import annotations

from tests.browser.conftest import OpenTab
from tests.browser.visit import NARROW, WIDE, Visit

#: Whether each fold of that class is open, by its id.
OPEN = """name => Object.fromEntries(
  [...document.querySelectorAll(`details.${name}`)].map(fold => [fold.id, fold.open]))"""

#: What the browser's search does with what it finds hidden.
FIND = """node => {
  node.dispatchEvent(new Event('beforematch', { bubbles: true }));
  node.removeAttribute('hidden');
}"""


def parts(visit: Visit) -> dict[str, bool]:
    """Whether each part of the page is open, by its anchor."""
    return dict(visit.page.evaluate(OPEN, "kbb-part"))


def test_parts_and_rows_open_where_they_are_asked_for(tab: OpenTab) -> None:
    visit = tab("/kaynaklar#kutuphaneler", width=NARROW)
    page = visit.page
    page.wait_for_function("document.getElementById('kutuphaneler').open")
    # The address opens its part and what that lies in; the first part is open from the start.
    assert [name for name, is_open in parts(visit).items() if is_open] == [
        "personel", "yerler", "kutuphaneler",
    ]  # fmt: skip
    table = visit.main.locator(".st-key-kb-part-kutuphaneler table")
    assert not table.is_visible()
    visit.main.locator(".st-key-kb-part-kutuphaneler .kbb-fold > summary").click()
    row = table.locator("tbody tr").first
    name = row.get_by_role("rowheader").inner_text().strip()
    cells = row.get_by_role("cell", include_hidden=True)
    assert cells.count() >= 3
    assert row.locator("td[hidden]").count() == cells.count() - 1, "one value stands beside it"
    row.locator(".kbb-opener summary").press("Enter")
    assert row.locator("td[hidden]").count() == 0
    label = row.locator(".kbb-opener summary").get_attribute("aria-label")
    assert label == f"Ayrıntılar: {name}"
    assert visit.overhang() == []

    # The browser's search opens the part and the row of what it finds.
    hidden = visit.main.locator(".st-key-kb-part-teknoloji td[hidden]").first
    assert not parts(visit)["teknoloji"]
    hidden.evaluate(FIND)
    page.wait_for_timeout(100)
    assert parts(visit)["teknoloji"]
    opened = visit.main.locator(".st-key-kb-part-teknoloji .kbb-opener[open]")
    assert opened.count() == 1

    # A link within the page opens as the address does.
    page.evaluate("location.hash = '#toplamlar'")
    page.wait_for_function("document.getElementById('toplamlar').open")

    visit.resize(WIDE)
    assert all(parts(visit).values())
    assert visit.main.locator(".kbb-opener:visible").count() == 0
    assert visit.main.locator("td[hidden]").count() == 0
    visit.resize(NARROW)
    assert parts(visit)["personel"]
    assert not parts(visit)["norm-kadro"]


def test_a_glossarys_address_lands_on_its_opened_term(tab: OpenTab) -> None:
    visit = tab("/hakkinda#terim-faaliyet", width=NARROW)
    visit.page.wait_for_function("document.getElementById('terim-faaliyet').open")
    assert [name for name, is_open in parts(visit).items() if is_open] == [
        "sozluk", "terim-faaliyet",
    ]  # fmt: skip
    box = visit.main.locator("#terim-faaliyet").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 400
