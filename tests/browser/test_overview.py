"""Genel Bakış: what a visitor reads first equals sums over the files."""

from __future__ import annotations

import re

from tests.browser import sums
from tests.browser.conftest import OpenTab
from tests.browser.visit import NARROW, Visit


def test_totals_and_counts_are_those_of_the_files(tab: OpenTab) -> None:
    visit = tab("/")
    visit.main.locator("summary", has_text="Bu tutarlar hakkında").click()
    visit.page.get_by_text("Nereden geliyor?").wait_for()
    text = visit.text()
    activities = sum(sums.by_aim().values())
    general = sums.general_administration()
    assert f"{sums.written(activities + general)} TL" in text
    assert f"{sums.written(activities)} TL" in text
    assert f"{sums.written(general)} TL" in text
    for table in ("aims", "goals", "indicators", "activities"):
        assert re.search(rf"\b{len(sums.rows(table))}\b", text), table


def test_the_total_for_each_resident_uses_the_registers_population(read: OpenTab) -> None:
    people = sums.residents()
    total = sum(sums.by_aim().values()) + sums.general_administration()
    text = read("/").text()
    assert f"Kişi başına {sums.written(round(total / people))} TL" in text
    assert f"{sums.written(people)} kişi" in text


def test_the_first_screen_of_a_telephone_holds_total_topics_and_search(tab: OpenTab) -> None:
    visit = tab("/", width=NARROW)
    whole = 0
    for row in visit.main.locator(".ktp-bars li").all():
        box = row.bounding_box()
        assert box is not None
        whole += box["y"] + box["height"] <= 844
    assert whole >= 10, "the topics on the first screen"
    total = visit.main.locator(".kb-total").bounding_box()
    search = visit.page.get_by_role("searchbox").first.bounding_box()
    assert total is not None
    assert search is not None
    assert search["y"] < total["y"] < 300


def test_the_topics_are_the_files_and_lead_to_their_own_view(tab: OpenTab) -> None:
    visit = tab("/", width=NARROW)
    shown = visit.main.locator(".ktp-bars .ktp-name").all_inner_texts()
    files = sorted(sums.rows("topics"), key=lambda row: -float(row["total"]))
    assert shown == [row["name"] for row in files]
    visit.main.get_by_role("link", name=re.compile("^Otobüs ve tramvay")).click()
    visit.wait_for_address(r"/konu\?konu=otobus-ve-tramvay")
    assert "3.550.363.000 TL" in visit.text()
    visit.page.go_back()
    visit.wait_for_address("/")


def opened(tab: OpenTab, **view: int) -> Visit:
    """The first page with its figures by aim, which lie in a fold."""
    visit = tab("/", **view)
    visit.main.locator('[data-testid="stExpander"] summary').first.click()
    visit.main.locator('[data-testid="stExpander"] .kbb-figure').nth(1).wait_for()
    return visit


def test_the_aims_table_equals_independent_sums(tab: OpenTab) -> None:
    rows = opened(tab).table(1)
    shown = {row[0].split(".")[0]: row for row in rows[1:] if re.match(r"\d\. ", row[0])}
    assert sorted(shown) == sorted(sums.by_aim())
    for aim, amount in sums.by_aim().items():
        assert f"{sums.written(amount)} TL" in shown[aim]


def test_the_hundred_lira_are_a_hundred(tab: OpenTab) -> None:
    rows = opened(tab, width=NARROW).table(2)
    whole = [int(row[1]) for row in rows[1:] if row[1].isdigit()]
    assert len(whole) == len(sums.by_aim()) + 1, "the aims and general administration"
    assert sum(whole) == 100


def test_ambitions_add_up_to_all_indicators(read: OpenTab) -> None:
    text = read("/").text()
    found = [
        int(re.search(pattern, text)[1])  # type: ignore[index]
        for pattern in (
            r"(\d+)\s+hedef 2024 tahmininden ileride, 2023'ün altında değil",
            r"(\d+)\s+hedef 2024 tahminine eşit, 2023'ün altında değil",
            r"(\d+)\s+hedef 2023'ün altında\b",
            r"(\d+)\s+hedef yalnız 2024 tahmininden geride",
            r"(\d+)\s+yönsüz",
            r"(\d+)\s+karşılaştırılamıyor",
        )
    ]
    assert sum(found) == len(sums.rows("indicators"))


def test_the_counts_lead_to_their_pages(tab: OpenTab) -> None:
    visit = tab("/")
    visit.main.get_by_role("link", name=re.compile(r"performans göstergesi")).click()
    visit.wait_for_address("/gostergeler")
    visit.page.go_back()
    visit.wait_for_address("/")
