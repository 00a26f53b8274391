"""Kaynaklar: every table of part 1 of the programme can be reached, and sums are the data's."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from html import unescape

import pytest

from kbb_data.turkish import slug
from present.kit.setting import Setting
from tests.app.conftest import RunPage, html_of
from tests.support.datasets import KAYSERI


def rows(name: str) -> list[dict[str, str]]:
    """A table of the committed dataset, read without the project's own readers."""
    with (KAYSERI / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def page(html: str) -> str:
    """The page without the footer and the style."""
    return html.partition('class="kbb-footer"')[0]


def test_every_line_of_table_1_3_is_there_with_its_place(run_page: RunPage) -> None:
    html = unescape(html_of(run_page("kaynaklar")))
    bodies = re.findall(r"<tr[^>]*>(.*?)</tr>", html)
    # A search's result ends at its row.
    assert {row["asset"] for row in rows("assets")} <= set(re.findall(r'<tr id="([^"]+)">', html))
    texts = [re.sub(r"<[^>]+>", "|", body) for body in bodies]
    for row in rows("assets"):
        found = [t for t in texts if f"|{row['name']}|" in t and f"|{row['source_line']}|" in t]
        assert found, row["asset"]
        assert any(row["size_printed"] in text for text in found), row["asset"]
    categories = {row["category"] for row in rows("assets")}
    assert len(categories) == 19
    for category in categories:
        assert f'id="{slug(category)}"' in html


def test_sums_are_those_of_the_data(run_page: RunPage) -> None:
    html = html_of(run_page("kaynaklar"))
    staff = rows("staff")
    total, women = (sum(int(row[c]) for row in staff) for c in ("total", "women"))
    assert f"2025 programında {total} çalışan yazıyor: {women} kadın" in html
    filled = sum(int(row["filled"]) for row in rows("position_occupancy"))
    vacant = sum(int(row["vacant"]) for row in rows("position_occupancy"))
    assert f"{filled} tanesi dolu" in html
    assert f"{vacant:,} tanesi boş".replace(",", ".") in html
    vehicles = sum(
        int(row["count"])
        for row in rows("assets")
        if row["category"].endswith(("ARAÇLARI", "TAŞITLAR"))
    )
    assert f"toplam {vehicles} araç ve makine" in html
    green = sum(Decimal(row["area_m2"]) for row in rows("assets") if row["kind"] == "green_area")
    assert f"{green:,.0f} m²".replace(",", ".") in html
    gardens = sum(int(row["count"]) for row in rows("assets") if row["kind"] == "hobby_garden")
    assert f"{gardens:,} bahçe".replace(",", ".") in html


def test_the_parts_of_notes_technology_and_totals_are_there(run_page: RunPage) -> None:
    html = unescape(html_of(run_page("kaynaklar")))
    for row in rows("technology_facts"):
        assert f">{row['label']}<" in html
        assert f">{row['printed']}<" in html
    assert "2.000 adet ve üzeri" in html
    for row in rows("stated_figures"):
        assert f">{row['printed']}<" in html
    assert html.count("staff.1.2") == 0  # keys are not for people
    assert f"Notlardaki dökümler: {len(rows('asset_parts'))} satır" in html
    assert "261 aracın 83 tanesini" in html


def test_facilities_lead_to_the_map_and_vehicles_do_not(run_page: RunPage) -> None:
    html = unescape(html_of(run_page("kaynaklar")))
    link = (
        '<a href="/harita?ilce=hacilar&tur=kutuphane" target="_self">Halit Özkaya Kütüphanesi</a>'
    )
    assert link in html
    mapped = re.findall(r'<th scope="row"><a href="/harita\?', html)
    vehicles = {row["name"] for row in rows("assets") if row["kind"].endswith("_vehicle")}
    expected = [
        row
        for row in rows("assets")
        if row["facilities"] and row["district"] and row["name"] not in vehicles
    ]
    assert len(mapped) == len(expected) > 100


def test_links_within_the_page_lead_somewhere(run_page: RunPage) -> None:
    html = page(html_of(run_page("kaynaklar")))
    targets = re.findall(r'href="#([^"]+)"', html)
    assert len(targets) >= 6 + 13
    assert [one for one in targets if f'id="{one}"' not in html] == []


def test_english_marks_the_documents_words(run_page: RunPage) -> None:
    html = html_of(run_page("kaynaklar", lang="en"))
    assert "789 members of staff: 81 women and 708 men" in html
    assert '<span lang="tr">Hobi Bahçeleri</span>' in html
    assert "2,000 pieces or more" in html
    assert "Programda" not in html


def test_another_programme_shows_its_own_and_says_what_it_lacks(run_page: RunPage) -> None:
    html = page(html_of(run_page("kaynaklar", "invented")))
    assert "2027 programında 50 çalışan yazıyor: 16 kadın, 34 erkek" in html
    assert "Programın teknoloji bölümünde sayı yok." in html
    assert "Ova Çarşısı" in html
    assert "Çamlıova" in html
    assert "789" not in html


def test_a_programme_without_any_of_it_says_so(
    run_page: RunPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Setting.frame
    monkeypatch.setattr(
        Setting, "frame", lambda setting, question: real(setting, question).iloc[:0]
    )
    html = page(html_of(run_page("kaynaklar")))
    assert "Bu programda personel, kadro, fiziksel kaynak ya da teknoloji bilgisi yok." in html
