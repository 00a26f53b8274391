"""The ways to other years and institutions above every page."""

from __future__ import annotations

import re

from present.kit.text import using
from present.site import frame

ONE = ("Çamlıova Büyükşehir Belediyesi", "/butce", True)
OTHER = ("Kayseri & Çevresi", "/butce?yil=2025", False)


def test_one_year_of_one_institution_leaves_nothing_to_choose() -> None:
    assert frame.programmes([(2025, "/butce", True)], []) == ""


def test_years_are_ways_and_the_one_at_hand_is_marked() -> None:
    html = frame.programmes([(2025, "/b?yil=2025&x=1", False), (2026, "/b?x=1", True)], [])
    assert re.findall(r'href="([^"]*)"', html) == ["/b?yil=2025&amp;x=1", "/b?x=1"]
    assert re.findall(r'aria-current="true">(\d+)<', html) == ["2026"]
    assert "kbb-old" not in html
    assert "<details" not in html


def test_an_old_programme_says_so_and_leads_to_the_newest() -> None:
    years = [(2024, "/b?yil=2024", True), (2025, "/b?yil=2025", False), (2026, "/b", False)]
    with using("tr"):
        old = frame.programmes(years, []).partition('class="kbb-old"')[2]
    assert "Eski program: 2024." in old
    assert re.findall(r'href="([^"]*)"', old) == ["/b"]
    assert "2026" in old


def test_institutions_stand_behind_the_one_at_hand() -> None:
    html = frame.programmes([(2027, "/butce", True)], [ONE, OTHER])
    summary = re.search(r"<summary>(.*?)</summary>", html, re.DOTALL)
    assert summary is not None
    assert "Çamlıova" in summary[1]
    assert "Kayseri" not in summary[1]
    assert "Kayseri &amp; Çevresi" in html
    assert "2027" not in html
