"""Göstergeler: all indicators as bars, narrowed by mouse and keys, one indicator's own view."""

from __future__ import annotations

import re

import pytest

from bench.lengths import EXTENT, SCREEN
from tests.browser import sums
from tests.browser.conftest import OpenTab
from tests.browser.visit import NARROW, WIDE, Visit

ROW = 'tr:has(a[href*="gosterge="])'


def codes(visit: Visit) -> list[str]:
    """The codes of the listed indicators, in order."""
    return [
        found[1]
        for address in visit.main.locator(f"{ROW} a").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        )
        if (found := re.search(r"gosterge=(\d+\.\d+)", address))
    ]


def expected(keep: object = None) -> set[str]:
    """Codes of the indicators of the files whose row ``keep`` accepts; all of them without."""
    return {
        f"{row['goal']}.{row['indicator']}"
        for row in sums.rows("indicators")
        if keep is None or (callable(keep) and keep(row))
    }


def aim_goals(aim: str) -> set[str]:
    objectives = {row["objective"] for row in sums.rows("objectives") if row["aim"] == aim}
    return {row["goal"] for row in sums.rows("goals") if row["objective"] in objectives}


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_every_indicator_has_a_bar_or_says_why_not(tab: OpenTab, width: int) -> None:
    visit = tab("/gostergeler", width=width)
    assert set(codes(visit)) == expected()
    rows = visit.main.locator(ROW)
    goals = visit.main.locator("details.ki-goal")
    assert rows.locator("visible=true").count() == 0, "goals are headings at first"
    # A fold opens by keys, and stays open when the page is drawn again.
    goals.nth(1).locator("> summary").focus()
    visit.page.keyboard.press("Enter")
    visit.to_scheme("dark").to_scheme("light")
    opened = sum(row["goal"] == "2" for row in sums.rows("indicators"))
    assert rows.locator("visible=true").count() == opened
    visit.main.get_by_role("button", name="Tümünü aç").click()
    assert goals.evaluate_all("all => all.every(goal => goal.open)")
    bars = visit.main.locator(f"{ROW} [role=img]:visible")
    without = rows.filter(has_text="belirtilmemiş").count()
    assert bars.count() >= rows.count() - without
    assert bars.count() >= 100
    widths = bars.evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
    assert min(widths) > 40, "a bar is drawn, not only named"
    if width == NARROW:
        _a_row_opens(visit)
    visit.main.get_by_role("button", name="Tümünü kapat").click()
    assert goals.evaluate_all("all => all.every(goal => !goal.open)")


def _a_row_opens(visit: Visit) -> None:
    """A row is a line, and opens the rest wherever it is touched beside its name."""
    row = visit.main.locator("#gosterge-22\\.3")
    shown = "all => all.map(cell => cell.getBoundingClientRect().width > 20)"
    figures = row.locator(".ki-fig")
    assert figures.evaluate_all(shown) == [False, False, True]
    line = row.bounding_box()
    assert line is not None
    assert line["height"] < 100
    # What it opens with lies over all of it but its name.
    target = row.locator(".ki-target-fig")
    target.scroll_into_view_if_needed()
    visit.page.wait_for_timeout(200)
    place = target.bounding_box()
    assert place is not None
    visit.page.mouse.click(place["x"] + 5, place["y"] + 5)
    assert figures.evaluate_all(shown) == [True, True, True]
    assert "40.000" in row.inner_text()
    assert row.locator(".ki-word p").is_visible()


def test_every_stated_value_stands_in_its_row(read: OpenTab) -> None:
    visit = read("/gostergeler")
    shown = {
        found[1]: text
        for text in visit.main.locator(ROW).evaluate_all("all => all.map(row => row.textContent)")
        if (found := re.match(r"\s*(\d+\.\d+)", text))
    }
    missing = []
    for row in sums.rows("indicator_values"):
        code = f"{row['goal']}.{row['indicator']}"
        text = shown[code]
        if not row["value"]:
            if "belirtilmemiş" not in text:
                missing.append((code, row["year"], "belirtilmemiş"))
            continue
        if turkish(row["value"]) not in text:
            missing.append((code, row["year"], turkish(row["value"])))
    assert missing == []


def turkish(value: str) -> str:
    """A file's decimal as a Turkish reader writes it: 1234.50 -> 1.234,5."""
    whole, _, rest = value.partition(".")
    rest = rest.rstrip("0")
    return f"{int(whole):,}".replace(",", ".") + (f",{rest}" if rest else "")


def test_an_aim_narrows_the_list(tab: OpenTab) -> None:
    visit = tab("/gostergeler")
    assert visit.told() == "", "a page that opens is told by its heading"
    visit.choose("Stratejik amaç", re.compile(r"^6\.|Afet")).wait_for_address(
        r"/gostergeler\?amac=6"
    )
    goals = aim_goals("6")
    fitting = expected(lambda row: row["goal"] in goals)
    assert set(codes(visit)) == fitting
    assert visit.told() == f"157 göstergenin {len(fitting)} tanesi"


def test_a_kind_of_ambition_narrows_the_list_by_keys(tab: OpenTab) -> None:
    visit = tab("/gostergeler")
    pill = visit.main.get_by_role("button", name=re.compile(r"^karşılaştırılamıyor \("))
    count = int(re.search(r"\((\d+)\)", pill.inner_text())[1])  # type: ignore[index]
    pill.focus()
    visit.page.keyboard.press("Enter")
    visit.wait_for_address(r"/gostergeler\?durum=.+")
    assert len(codes(visit)) == count


def test_a_tile_is_a_filter_on_a_telephone(tab: OpenTab) -> None:
    visit = tab("/gostergeler", width=NARROW)
    height, first = visit.page.evaluate(EXTENT)
    assert height / SCREEN < 43 / 3, "a third of what it was"
    assert first / SCREEN < 1.2
    tile = visit.main.locator(".ki-tiles a", has_text="hedef yalnız 2024 tahmininden geride")
    assert tile.get_attribute("aria-current") is None
    count = int(tile.locator("b").inner_text())
    tile.click()
    visit.wait_for_address(r"/gostergeler\?durum=altinda-hedef")
    assert tile.get_attribute("aria-current") == "true"
    assert len(codes(visit)) == count <= 12
    assert visit.main.locator(ROW).locator("visible=true").count() == count, "few stand open"
    assert "Seçilen: 2024'ün altında hedef" in visit.main.get_by_role("status").inner_text()
    tile.click()
    visit.wait_for_address("/gostergeler")


def test_an_address_lands_on_a_row_in_its_fold(tab: OpenTab) -> None:
    visit = tab("/gostergeler#gosterge-22.3", width=NARROW)
    row = visit.main.locator("#gosterge-22\\.3")
    row.wait_for()
    visit.page.wait_for_function(
        "Math.abs(document.getElementById('gosterge-22.3').getBoundingClientRect().top) < 80"
    )
    assert visit.main.locator("details.ki-goal[open]").count() == 1


def test_search_forgives_case_and_accents(tab: OpenTab) -> None:
    visit = tab("/gostergeler", width=NARROW)
    field = visit.main.get_by_role("textbox", name="Ara")
    assert not field.is_visible()
    visit.main.get_by_text("Süz ve sırala").click()
    field.fill("KAMULASTIRMA")
    field.press("Enter")
    visit.wait_for_address(r"/gostergeler\?ara=KAMULASTIRMA")
    assert "1.3" in codes(visit)
    assert len(codes(visit)) < len(expected())


def test_a_search_for_nothing_says_so_and_leads_back(tab: OpenTab) -> None:
    visit = tab("/gostergeler?ara=zzzzqqq")
    assert codes(visit) == []
    visit.main.get_by_role("button", name=re.compile("temizle", re.IGNORECASE)).first.click()
    visit.wait_for_address("/gostergeler")
    assert set(codes(visit)) == expected()


def test_one_indicators_own_view_and_back(tab: OpenTab) -> None:
    visit = tab("/gostergeler")
    visit.main.get_by_role("button", name="Tümünü aç").click()
    visit.main.get_by_role("link", name=re.compile(r"^22\.3 ")).click()
    visit.wait_for_address(r"/gostergeler\?gosterge=22\.3")
    row = next(
        row for row in sums.rows("indicators") if (row["goal"], row["indicator"]) == ("22", "3")
    )
    text = visit.text()
    assert "40.000" in text, "the value as read"
    assert "40.00 " in text.replace("”", " ").replace("“", " "), "the value as printed"
    assert f"{row['source_line']}" in text.replace(".", "")
    visit.page.go_back()
    visit.wait_for_address("/gostergeler")
    assert set(codes(visit)) == expected()


@pytest.mark.parametrize("query", ["amac=3&sirala=ad", "gosterge=13.2", "gorunum=amaclar"])
def test_a_shared_address_stays_as_it_is(tab: OpenTab, query: str) -> None:
    """That it shows the same to everybody is held in tests/app/test_pages.py."""
    visit = tab(f"/gostergeler?{query}")
    assert sorted(visit.query.split("&")) == sorted(query.split("&"))
    assert "tanınmadı" not in visit.text()
