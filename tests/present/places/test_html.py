"""The facilities in HTML, piece by piece: exact bytes, escaped text, document's words marked."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd
import pytest

from present.kit.text import ENGLISH, using
from present.places import district_html, html
from present.places.district import Known, Station, overview
from present.places.legend_words import Legend, Sign
from present.places.marks import data_uri, svg
from present.places.model import by_district, placed
from tests.present.places.frames import frame
from tests.present.places.invented import CAY, KINDS, OVA, PLACE, facilities
from tests.present.places.test_district import SEATS


def cells(text: str) -> list[list[str]]:
    """The words of each row of a table's body."""
    rows = re.findall(r"<tr[ >].*?</tr>", text.split("<tbody")[1], flags=re.S)
    found = [re.findall(r"<t[hd][ >].*?</t[hd]>", row) for row in rows]
    return [[re.sub(r"<[^>]+>", "", cell) for cell in row] for row in found]


def facts(text: str) -> list[str]:
    return [part.split("</dd>")[0] for part in text.split("<dd>")[1:]]


def test_the_card_of_a_district_and_of_all() -> None:
    counts = by_district(facilities(), PLACE, KINDS)
    assert html.card(counts, PLACE, "cay") == (
        '<div class="kbb-card"><h2>Çay</h2><dl>'
        "<div><dt>Nüfus (2026)</dt><dd>5.000</dd></div>"
        "<div><dt>Yüzölçümü</dt><dd>40,5 km²</dd></div>"
        "<div><dt>İtfaiye istasyonları</dt><dd>0</dd></div>"
        "<div><dt>Kütüphaneler</dt><dd>1</dd></div>"
        "<div><dt>Bir tesise düşen kişi</dt><dd>5.000</dd></div></dl></div>"
    )
    whole = html.card(counts, PLACE, None)
    assert "<h2>Ova İli: bütün ilçeler</h2>" in whole
    assert facts(whole) == ["35.000", "390,5 km²", "1", "3", "8.750"]
    # Residents for each: 35,000 people, 3 libraries.
    libraries = by_district(facilities(), PLACE, ["library"])
    assert facts(html.card(libraries, PLACE, None)) == ["35.000", "390,5 km²", "3", "11.667"]
    assert facts(html.card(libraries, PLACE, "akdag"))[2:] == ["0"]
    with using(ENGLISH):
        assert '<h2><span lang="tr">Ova İli</span>: all districts</h2>' in html.card(
            counts, PLACE, None
        )


def test_the_legend_explains_shades_signs_and_what_has_none() -> None:
    words = Legend(
        "Renk & sayı",
        [("#123456", "1–2")],
        [Sign("Kütüphaneler", "library", "site"), Sign("Sayılı daire")],
        ["Not"],
    )
    picture = data_uri(svg("library", "site", True))
    dark = replace(words, shades=[("#ABCDEF", "1–2")])
    assert html.legend(words, dark, is_dark=True) == (
        '<div class="kbb-legend"><p>Renk &amp; sayı</p><ul class="kbb-shades">'
        '<li><i style="background:light-dark(#123456,#ABCDEF)"></i>1–2</li></ul><ul>'
        f'<li><img alt="" width="26" height="26" src="{picture}"><span>Kütüphaneler</span></li>'
        '<li><b aria-hidden="true">2</b><span>Sayılı daire</span></li></ul><p>Not</p></div>'
    )
    bare = Legend("", (), (), ())
    assert html.legend(bare, bare, is_dark=True) == ""


def test_each_district_opens_its_facilities_and_those_without_come_last() -> None:
    counts = by_district(facilities(), PLACE, KINDS)
    text = html.by_district(facilities(), counts, is_open=False)
    heads = [part.split("</summary>")[0] for part in text.split("<summary>")[1:]]
    assert heads == [
        "<strong>Çay</strong> <b>1 tesis</b> <span>bir tesise 5.000 kişi</span>",
        "<strong>Ova</strong> <b>3 tesis</b> <span>bir tesise 6.667 kişi</span>",
        "<strong>İlçesi yazılmamış</strong> <b>2 tesis</b>",
    ]
    assert text.count("<details>") == text.count("<table") == 3
    assert "Ova: 3 satır, belgedeki sırayla" in text
    bare = html.by_district(facilities(), None, is_open=True)
    assert bare.count("<details open>") == 3
    assert "bir tesise" not in bare


def test_a_kinds_button_shows_its_sign_and_its_number() -> None:
    picture = data_uri(svg("library", "site", False))
    assert html.layer("library", 1200, False) == f"![]({picture}) Kütüphaneler (1.200)"


def test_the_still_maps_carry_the_words_once() -> None:
    text = html.stills("<svg>a</svg>", "<svg>b</svg>", 'Ova "& öteki"')
    assert text == (
        '<img class="kbb-still-under" alt="Ova &quot;&amp; öteki&quot;" '
        f'src="{data_uri("<svg>a</svg>")}">'
        f'<img class="kbb-still-print" alt="" src="{data_uri("<svg>b</svg>")}">'
    )


def test_the_lists_write_place_and_size_and_leave_unknown_cells_empty() -> None:
    rows = facilities().head(2)
    table = html.table(rows, has_map=True)
    assert "<caption>Ova: 2 satır, belgedeki sırayla</caption>" in table
    station, library = cells(table)
    assert library == ["Halk Kütüphanesi", "Kütüphane", "1", "kendi noktası", "1.250,5 m²", "", "0"]
    assert station[3] == "yalnız ilçesi"
    assert "kendi noktası" not in html.table(rows, has_map=False)
    missing = facilities().tail(2)
    apart = html.apart(missing)
    assert "2 satır; haritada gösterilmez" in apart
    assert ["Kent Müzesi", "Müze", "1", "", "", "4"] in cells(apart)
    assert list(html.written(missing)["place_words"]) == ["haritada yok"] * 2


# A district's pieces.


def test_the_list_of_districts_leaves_out_what_is_known_of_none() -> None:
    known = [Known("ova", "Ova", OVA), Known("cay", "Çay", CAY)]
    text = district_html.list_html(
        overview(known, facilities(), SEATS), lambda key: f"/ilce?ilce={key}"
    )
    assert text.startswith('<div class="kl-list"><div class="kbb-table')
    assert '<a href="/ilce?ilce=ova" target="_self">Ova</a>' in text
    assert cells(text)[0] == ["Ova", "20.000", "100 km²", "1", "2", "0", "2"]
    bare = overview([Known("ova", "Ova")], facilities(), SEATS)
    heads = district_html.list_html(bare, str).split("<thead")[1].split("</thead>")[0]
    assert heads.count("<th ") == 5
    assert "Nüfus" not in heads


def test_a_districts_facts_are_those_that_are_known() -> None:
    table = overview([Known("ova", "Ova", OVA)], facilities(), SEATS)
    assert district_html.facts_html(table.iloc[0], PLACE.population) == (
        '<div class="kl-panel"><dl class="kl-facts">'
        "<div><dt>Nüfus (31.12.2026)</dt><dd>20.000</dd></div>"
        "<div><dt>Yüzölçümü</dt><dd>100 km²</dd></div>"
        "<div><dt>İtfaiye istasyonları</dt><dd>1</dd></div>"
        "<div><dt>Kütüphaneler</dt><dd>2</dd></div>"
        "<div><dt>Sosyal yaşam merkezleri</dt><dd>0</dd></div>"
        "<div><dt>Büyükşehir meclisi üyesi</dt><dd>2</dd></div></dl></div>"
    )
    bare = overview([Known("ova", "Ova")], facilities(), SEATS)
    assert facts(district_html.facts_html(bare.iloc[0], None)) == ["1", "2", "0", "2"]


def test_a_note_is_escaped() -> None:
    assert district_html.note_html("<b>") == '<p class="kl-note">&lt;b&gt;</p>'


@pytest.mark.parametrize("address", ["/harita?ilce=ova&lang=en", "/harita"])
def test_a_districts_facilities_are_named_by_kind(address: str) -> None:
    own = facilities()[facilities()["district_slug"] == "ova"]
    text = district_html.facilities_html(own, address, "Program")
    assert text.startswith(
        '<div class="kbb-section"><h2>Bu ilçedeki tesisler</h2><p>Programın 1.3 bölümünde bu '
        f'ilçeye yazılmış tesisler, türüne göre. <a href="{address.replace("&", "&amp;")}" '
        'target="_self">Haritada göster</a></p></div><div class="kbb-lines"><details>'
    )
    heads = [part.split("</summary>")[0] for part in text.split("<summary>")[1:]]
    assert heads == [
        "<strong>İtfaiye istasyonları</strong> <b>1 tesis</b> <span>Merkez İtfaiye</span>",
        "<strong>Kütüphaneler</strong> <b>2 tesis</b> "
        "<span>Halk Kütüphanesi, Çocuk Kütüphanesi</span>",
    ]
    assert [cells(part)[0][0] for part in text.split("<details>")[1:]] == [
        "Merkez İtfaiye", "Halk Kütüphanesi"]  # fmt: skip
    assert text.endswith('</details></div><p class="kbb-source">Kaynak: Program</p>')
    shops = own.head(1).assign(kind="shop", facilities=118)
    assert "<b>118 tesis</b>" in district_html.facilities_html(shops, address, "Program")
    many = pd.concat([own.head(1)] * 3)
    assert "<b>3 tesis</b></summary>" in district_html.facilities_html(many, address, "Program")
    assert district_html.facilities_html(own.head(0), address, "Program") == (
        '<div class="kbb-section"><h2>Bu ilçedeki tesisler</h2>'
        "<p>Programın 1.3 bölümünde bu ilçeye yazılmış bir tesis yok.</p></div>"
    )


def test_names_are_escaped_and_stay_turkish() -> None:
    own = placed(frame({"name": "A & <b>", "district": "Ova", "kind": "library"}), PLACE)
    with using(ENGLISH):
        text = district_html.facilities_html(own, "/map", "P")
    assert '<span><span lang="tr">A &amp; &lt;b&gt;</span></span></summary>' in text


def test_a_station_is_told_only_where_it_is_needed() -> None:
    assert district_html.station_html(None) == ""
    text = district_html.station_html(Station("Merkez", "Ova", 34.6, is_known=True))
    assert text.startswith('<div class="kbb-section"><h2>İtfaiye</h2><p>Bu ilçede itfaiye')
    assert text.endswith("Merkez, ilçe merkezine 35 km.</p></div>")


def test_a_districts_members_lead_to_their_own_views() -> None:
    seats = SEATS.head(1).assign(role="Başkan & üye", party="A")
    head = '<div class="kbb-section" id="kbb-uyeler"><h2>Büyükşehir meclisindeki üyeler</h2></div>'
    text = district_html.members_html(seats, lambda key: f"/meclis?uye={key}", "Program")
    assert text.startswith(head + '<div class="kbb-table')
    assert '<a href="/meclis?uye=1" target="_self">A</a>' in text
    assert cells(text)[0] == ["A", "Başkan &amp; üye", "A"]
    assert text.endswith('</div><p class="kbb-source">Kaynak: Program</p>')
    assert district_html.members_html(seats.head(0), str, "P") == (
        head + "<p>Meclis listesinde bu ilçeyle anılan bir üye yok.</p>"
    )
