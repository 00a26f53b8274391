"""Genel Bakış: what a visitor reads first equals sums over the files."""

from __future__ import annotations

import re

from tests.browser import sums
from tests.browser.conftest import OpenTab
from tests.browser.visit import NARROW


def test_totals_and_counts_are_those_of_the_files(read: OpenTab) -> None:
    text = read("/").text()
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


def test_the_aims_table_equals_independent_sums(read: OpenTab) -> None:
    rows = read("/").table(0)
    shown = {row[0].split(".")[0]: row for row in rows[1:] if re.match(r"\d\. ", row[0])}
    assert sorted(shown) == sorted(sums.by_aim())
    for aim, amount in sums.by_aim().items():
        assert f"{sums.written(amount)} TL" in shown[aim]


def test_the_hundred_lira_are_a_hundred(tab: OpenTab) -> None:
    rows = tab("/", width=NARROW).table(1)
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
