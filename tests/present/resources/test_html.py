"""Kaynaklar in HTML, piece by piece: exact bytes, escaped text, document's words marked."""

from __future__ import annotations

import pandas as pd

from present.kit.text import ENGLISH, using
from present.resources import html
from present.resources.model import categories
from tests.present.resources.frames import assets, parts


def test_links_and_headings_are_escaped() -> None:
    assert html.jumps_html([("a", "A & B"), ("c", "C")]) == (
        '<nav class="kt-jumps" aria-label="Bu sayfadaki bölümler"><ul class="kt-jump-list">'
        '<li><a href="#a">A &amp; B</a></li><li><a href="#c">C</a></li></ul></nav>'
    )
    assert html.nothing_html("<") == '<p class="kt-nothing">&lt;</p>'
    assert html.quiet_html("<") == '<p class="kt-quiet">&lt;</p>'
    assert html.checks_html("/x?a=1&b=2") == (
        '<p class="kt-more"><a href="/x?a=1&amp;b=2" target="_self">'
        "Belge tutarlılığı sayfasına git</a></p>"
    )


def test_what_a_category_counts_stays_turkish() -> None:
    (category,) = categories(
        assets({"category": "BAĞ & BAHÇE", "name": "A", "count": 7, "counted": "bahçe"})
    )
    assert html.summary_html(category) == "1 satır · 7 bahçe"
    with using(ENGLISH):
        assert '7 × <span lang="tr">bahçe</span>' in html.summary_html(category)


def test_a_categorys_table_has_the_columns_that_any_line_states() -> None:
    frame = assets(
        {"category": "BAHÇE", "name": "A & B", "count": 237, "counted": "bahçe", "area_m2": 1000.0},
        {"category": "BAHÇE", "name": "C", "note": "not"},
    )
    (category,) = categories(frame)
    text = html.category_table_html(category, lambda row: "/harita" if row["name"] == "C" else None)
    assert text.startswith('<details class="kbb-fold"><summary>Bahçe: 2 satır</summary>')
    heads = [cell.split("<")[0] for cell in text.split('<th scope="col"')[1:]]
    assert [head.partition(">")[2] for head in heads] == [
        "Adı", "Adet", "Alan", "Belgedeki açıklama", "Satır no"]  # fmt: skip
    nothing, first, second = "belirtilmemiş", *frame["asset"]
    assert (
        f'<tr id="{first}"><th scope="row">A &amp; B</th><td class="kbb-number">237</td>'
        '<td class="kbb-number">1.000 m²</td><td>–</td><td class="kbb-number">1</td></tr>'
        f'<tr id="{second}"><th scope="row"><a href="/harita" target="_self">C</a></th>'
        f'<td class="kbb-number">{nothing}</td><td class="kbb-number">{nothing}</td>'
        '<td>not</td><td class="kbb-number">2</td></tr>'
    ) in text


def test_parts_name_their_line_and_their_station() -> None:
    frame = assets({"category": "K", "name": "Araç"}, {"category": "K", "name": "Merkez Binası"})
    text = html.parts_html(
        parts(("a1", "station", "Merkez", 2, "a2"), ("yok", "sort", "<CNG>", None, None)), frame
    )
    assert "<summary>Notlardaki dökümler: 2 satır</summary>" in text
    assert (
        '<tr><th scope="row">Araç</th><td>Merkez</td><td class="kbb-number">2</td>'
        '<td class="kbb-number">belirtilmemiş</td><td>Merkez Binası</td>'
        '<td class="kbb-number">7</td></tr>'
    ) in text
    assert '<th scope="row">yok</th><td>&lt;CNG&gt;</td>' in text


FACTS = pd.DataFrame(
    {
        "figure": ["staff.men", "x.y"],
        "label": ["Kamera", "Hat"],
        "value": [2000.0, None],
        "unit": ["adet", "adet"],
        "is_minimum": [True, False],
        "printed": ["2000 ve üzeri", None],
        "source_section": ["1.4", "1.4"],
        "source_line": [5, 6],
    }
)


def test_facts_on_technology_say_which_are_least_numbers() -> None:
    text = html.technology_html(FACTS)
    assert "<caption>Programın teknoloji bölümünde yazılan sayılar</caption>" in text
    assert (
        '<tr><th scope="row">Kamera</th><td class="kbb-number">2.000 adet ve üzeri</td>'
        '<td>2000 ve üzeri</td><td class="kbb-number">1.4</td><td class="kbb-number">5</td></tr>'
    ) in text


def test_stated_totals_say_what_they_are_about() -> None:
    text = html.stated_html(FACTS)
    assert "<summary>Belgenin yazdığı toplamlar: 2 satır</summary>" in text
    assert (
        '<tr><th scope="row">Kamera</th><td class="kbb-number">2.000 adet</td>'
        "<td>2000 ve üzeri</td><td>Personel, erkek</td>"
        '<td class="kbb-number">1.4</td><td class="kbb-number">5</td></tr>'
        '<tr><th scope="row">Hat</th><td class="kbb-number">–</td><td>–</td><td></td>'
    ) in text
