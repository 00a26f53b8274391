"""The page Harita: its choices, its words, and what it is without a map."""

from __future__ import annotations

import re

from tests.app.conftest import RunPage, html_of


def rows(html: str) -> int:
    """Rows of the facilities' tables."""
    tables = re.findall(r"<table[ >](?:(?!</table>).)*Kaynak satır.*?</table>", html, flags=re.S)
    return sum(len(re.findall(r'<th [^>]*scope="row"', table)) for table in tables)


def test_the_first_view_lists_the_three_kinds(run_page: RunPage) -> None:
    app = run_page("harita")
    html = html_of(app)
    assert rows(html) == 17 + 13 + 19
    assert "49 tesis: 7 yerin kendi noktası, 4 yerin mahallesi" in html
    for word in ("OCHA", "CC BY-IGO", "TÜİK", "GeoNames", "CC BY 4.0"):
        assert word in html
    assert "Yalnız ilçesi bilinenler renge ve sayıya girer, nokta olarak çizilmez." in html
    assert html.count('<img class="kbb-still-under"') == 1
    # A line a district, closed; what is chosen stands on the fold of the kinds.
    assert html.count("<details><summary><strong>") == 16
    assert app.expander[0].label == (
        "Türler: itfaiye istasyonları, kütüphaneler, sosyal yaşam merkezleri"
    )


def test_residents_for_each_facility_are_a_choice_of_the_address(run_page: RunPage) -> None:
    html = html_of(run_page("harita", olcu="kisi"))
    assert "Renk ve sayı: seçilen türlerden bir tesise düşen kişi (31.12.2023 nüfusu)" in html
    assert "en çok kişi Melikgazi ilçesinde (97.580)" in html


def test_a_district_narrows_list_words_and_numbers(run_page: RunPage) -> None:
    html = html_of(run_page("harita", ilce="talas"))
    assert rows(html) == 3
    assert html.count("<details open><summary><strong>") == 1
    assert "168.172" in html
    assert "Merkez İtfaiye Binası" not in html


def test_kinds_stand_in_the_address_by_their_codes(run_page: RunPage) -> None:
    html = html_of(run_page("harita", tur="muze"))
    assert rows(html) == 7
    assert "Selçuklu Uygarlığı Müzesi" in html


def test_what_has_no_district_is_listed_apart(run_page: RunPage) -> None:
    html = html_of(run_page("harita", tur="hizmet-binasi"))
    assert "haritada gösterilmez" in html
    # It belongs to no district, so a chosen one does not show it.
    assert "haritada gösterilmez" not in html_of(
        run_page("harita", tur="hizmet-binasi", ilce="kocasinan")
    )


def test_no_kind_at_all_is_said_kindly(run_page: RunPage) -> None:
    app = run_page("harita", tur="")
    assert "en az bir tür seçin" in html_of(app)
    assert [button.label for button in app.button if button.label == "Seçimleri temizle"]


def test_another_institution_has_list_and_table_without_a_map(run_page: RunPage) -> None:
    app = run_page("harita", "invented")
    html = html_of(app)
    assert "Bu idare için harita yok" in html
    assert '<img class="kbb-still-under"' not in html
    assert "haritadan" not in html
    assert rows(html) > 5
    assert rows(html_of(run_page("harita", "invented", ilce="igdirlik"))) < rows(html)


def test_the_controls_follow_the_address(run_page: RunPage) -> None:
    app = run_page("harita", ilce="talas", tur="muze.itfaiye", yakin="2")
    assert app.selectbox[0].value == "talas"
    labels = {button.label: button.disabled for button in app.button}
    assert labels["Yaklaştır"] is False
    assert labels["Uzaklaştır"] is False
    assert "Bütün ilçeleri göster" in labels
    far = run_page("harita")
    assert {b.label: b.disabled for b in far.button}["Uzaklaştır"] is True
