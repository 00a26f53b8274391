"""What the search's field suggests while somebody types: by key, by hand and by ear, with one file
fetched once; and that an address ends at its part."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenTab
from tests.browser.visit import NARROW

FIELD = "#kbb-q"
OPTIONS = '[role="listbox"] [role="option"]'


def typed(page: Page, text: str) -> Locator:
    """The field after somebody typed into it, with its suggestions."""
    field = page.locator(FIELD)
    field.click()
    field.fill("")
    page.keyboard.type(text)
    expect(page.locator(OPTIONS).first).to_be_visible()
    return field


def test_suggestions_by_keyboard_and_by_hand(tab: OpenTab) -> None:
    asked: list[str] = []
    visit = tab("/", width=NARROW)
    page = visit.page
    page.on("request", lambda request: asked.append(request.url))
    # Until somebody comes to the field it is a plain one, and nothing is fetched.
    expect(page.locator(FIELD)).not_to_have_attribute("role", "combobox")
    field = typed(page, "raylı sis")
    expect(field).to_have_attribute("role", "combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    options = page.locator(OPTIONS)
    rail = options.filter(has_text="Raylı sistem hattı ve araç ödemesi")
    expect(rail).to_contain_text("614,2 milyon TL")
    expect(rail).to_contain_text("2025 planı")
    told = page.locator(f"{FIELD} ~ [role=status]")
    expect(told).to_have_text(re.compile(rf"^{options.count()} öneri"))

    # The arrows go round through the field; what is chosen is told by its id.
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("ArrowUp")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    assert not [fault for fault in visit.axe() if "kbb-" in str(fault)]
    box = page.locator('[role="listbox"]').bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(options).to_have_count(0)
    assert field.input_value() == "raylı sis"

    # Case, accents and both i's are as in the search itself; everyday words lead to it.
    for text in ("BÜYÜKKILIÇ", "buyukkilic", "Dr. Memduh Büyükkılıç’ın"):
        typed(page, text)
        expect(options.filter(has_text="Memduh BÜYÜKKILIÇ")).to_have_count(1)
    typed(page, "tramvaylar")
    expect(options.first).to_contain_text("tramvay")
    for text in ("rayli sistem", "RAYLI SİSTEM"):
        typed(page, text)
        expect(rail).to_have_count(1)
    page.keyboard.press("ArrowDown")
    while rail.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    visit.wait_for_address(r"/butce\?faaliyet=24")
    assert "614.163.000" in visit.text()
    # One file for all letters.
    assert sum("/oneriler.json" in url for url in asked) == 1

    # After a change of page the field suggests as before; a press takes what it says.
    typed(page, "itfaiye daire")
    options.filter(has_text="İtfaiye Daire Başkanlığı").click()
    visit.wait_for_address(r"/birimler\?birim=itfaiye")
    visit.settle()

    # Enter without a choice searches, as without a script.
    typed(page, "çöp")
    page.keyboard.press("Enter")
    visit.wait_for_address(r"/ara\?q=%C3%A7%C3%B6p")
    visit.settle()
    assert "44 milyon TL" in visit.text()


def test_an_address_opens_the_folds_around_its_part(tab: OpenTab) -> None:
    row = "belediye-otobusleri-ve-rayli-sistem-araclari-otobus"
    visit = tab(f"/kaynaklar#{row}", width=NARROW)
    expect(visit.page.locator(f"#{row}")).to_be_in_viewport()
    # The same on the page itself, also where the part lies in folds that are shut.
    visit.page.evaluate(
        """() => {
          const [outer, inner, part] = ["details", "details", "p"].map(
            (tag) => document.createElement(tag));
          part.id = "katlanmis"; part.textContent = "x";
          inner.append(part); outer.append(inner);
          document.querySelector('[data-testid="stMain"] > div').append(outer);
          location.hash = "#katlanmis";
        }"""
    )
    folded = visit.page.locator("#katlanmis")
    expect(folded).to_be_visible()
    expect(folded).to_be_in_viewport()
