"""The pieces of the council's pages: linked, escaped, complete."""

from __future__ import annotations

import re

from present.council import html
from present.council.model import Committee, Scope
from present.kit.text import ENGLISH, using
from tests.present.council.records import LINKS, council, frame, nobody


def cells(table: str) -> list[list[str]]:
    """The words of a table's rows."""
    body = table.partition("<tbody>")[2]
    return [
        [re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", body)
    ]


def committee(slug: str) -> Committee:
    chosen = council().committee(slug)
    assert chosen is not None
    return chosen


def test_officers_stand_by_office_and_a_stranger_is_named_as_such() -> None:
    assert html.officers_html(council(), LINKS) == (
        '<div class="km-panel"><dl class="km-facts">'
        '<div><dt>Meclis Başkanı</dt><dd><a href="/m?1" target="_self">Ayşe Işık</a></dd></div>'
        '<div><dt>Kâtip</dt><dd><a href="/m?3" target="_self">ECE PINAR</a></dd>'
        '<dd>Yabancı KİŞİ <span class="km-quiet">(meclis üyeleri listesinde yok)</span></dd></div>'
        "</dl></div>"
    )


def test_a_committees_card_leads_to_it_and_names_its_seats() -> None:
    cards = str(html.committees_html(council(), LINKS))
    assert cards.count('<li class="km-card">') == 2
    assert cards.startswith(
        '<ul class="km-cards"><li class="km-card">'
        '<h3><a href="/k?hukuk-komisyonu" target="_self">Hukuk Komisyonu</a></h3><p>1 üye</p>'
        '<ul class="km-plain"><li><a href="/m?2" target="_self">Can DERE</a> '
        '<span class="km-quiet">Başkan</span></li></ul></li>'
    )
    assert ">İmar ve Çevre Komisyonu</a></h3><p>2 üye</p>" in cards


def test_a_head_of_a_unit_leads_to_the_unit_and_is_said_to_be_no_member() -> None:
    table = str(html.executive_html(council(), LINKS))
    assert table.startswith('<div class="km-people"><div class="kbb-table"')
    assert cells(table) == [
        ["Can DERE", "Encümen Üyesi", "A PARTİSİ, Çamlı"],
        ["Ümit KAYA", "Mali Hizmetler Daire Başkanı", "meclis üyeleri listesinde yok"],
    ]
    assert '<a href="/b?mali" target="_self">Mali Hizmetler Daire Başkanı</a>' in table
    assert table.count("/b?") == 1
    assert "Encümenin 2 kişisi, belgedeki sırayla" in table


def test_a_role_that_fits_two_units_or_none_leads_nowhere() -> None:
    executive = frame(
        "position name role", (1, "Ümit KAYA", "Spor Daire Başkanı"), (2, "Ela SU", "Park Müdürü")
    )
    twice = LINKS.units | {"spor-2": "Spor Daire Başkanlığı Birimi"}
    links = html.Links(
        LINKS.member, LINKS.committee, LINKS.district, LINKS.unit, LINKS.goal, LINKS.activity,
        LINKS.indicator, twice, LINKS.goals, LINKS.activities, LINKS.indicators, LINKS.districts,
    )  # fmt: skip
    assert "/b?spor" in html.executive_html(council(executive=executive), LINKS)
    assert "/b?" not in html.executive_html(council(executive=executive), links)


def test_a_committees_seats_have_party_and_district_of_members() -> None:
    table = str(html.seats_table(committee("imar-ve-cevre-komisyonu"), LINKS))
    assert cells(table) == [
        ["can dere", "Başkan", "A PARTİSİ", "Çamlı"],
        ["Ali TAŞ", "Üye", "meclis üyeleri listesinde yok", "–"],
    ]
    assert '<a href="/i?camli" target="_self">Çamlı</a>' in table
    assert "Komisyonun 2 üyesi, belgedeki sırayla" in table


def test_members_are_listed_in_printed_order() -> None:
    table = str(html.members_table(council().members, LINKS))
    assert cells(table)[0] == ["Ayşe IŞIK", "Büyükşehir Belediye Başkanı", "B PARTİSİ", "–"]
    assert cells(table)[3] == ["Nil DAĞ", "Ilıca Meclis Üyesi", "partisi yazılmamış", "Ilıca"]
    assert re.findall(r'"/m\?(\d)"', table) == ["1", "2", "3", "4", "5", "6", "7"]
    assert "/i?ilica" not in table  # Ilıca has no page
    assert "7 üye, belgedeki sırayla" in table


def test_all_that_is_printed_of_a_member_is_a_fact() -> None:
    can = str(html.member_facts(council(), council().members[1], LINKS))
    assert re.findall(r"<div><dt>(.*?)</dt>(.*?)</div>", can) == [
        ("Görevi", "<dd>Çamlı Belediye Başkanı</dd>"),
        ("Parti", "<dd>A PARTİSİ</dd>"),
        ("İlçe", '<dd><a href="/i?camli" target="_self">Çamlı</a></dd>'),
        ("Meclisteki görevi", "<dd>Programda yazılmamış</dd>"),
        ("Komisyonları",
         '<dd><a href="/k?hukuk-komisyonu" target="_self">Hukuk Komisyonu</a> '
         '<span class="km-quiet">Başkan</span></dd>'
         '<dd><a href="/k?imar-ve-cevre-komisyonu" target="_self">İmar ve Çevre Komisyonu</a> '
         '<span class="km-quiet">Başkan</span></dd>'),
        ("Encümendeki görevi", "<dd>Encümen Üyesi</dd>"),
    ]  # fmt: skip
    nil = str(html.member_facts(council(), council().members[3], LINKS))
    assert nil.count("Programda yazılmamış") == 3
    assert "<dd>partisi yazılmamış</dd><" in nil.replace("</div>", "<")
    assert "<dd>Ilıca</dd>" in nil
    ayse = str(html.member_facts(council(), council().members[0], LINKS))
    assert "<dd>yok: görevi bir ilçeye bağlı değil</dd>" in ayse
    assert "<dd>Meclis Başkanı</dd>" in ayse


def test_scopes_are_in_order_and_what_the_programme_lacks_is_left_out() -> None:
    assert html.scopes_html(committee("hukuk-komisyonu"), LINKS) == (
        '<h3>Performans hedefleri</h3><ul class="km-scopes">'
        '<li>2. <a href="/h?2" target="_self">Ulaşım</a><p>Bir hedef.</p></li>'
        '<li>10. <a href="/h?10" target="_self">Kurum</a><p>Sonuncu hedef.</p></li></ul>'
        '<h3>Harcama birimleri</h3><ul class="km-scopes">'
        '<li><a href="/b?hukuk" target="_self">Hukuk Müşavirliği</a><p>Davalara bakar.</p></li>'
        "</ul><h3>Göstergeler (hedefinin yalnız bir bölümü komisyonun konusu olanlar)</h3>"
        '<ul class="km-scopes">'
        '<li>3.1 <a href="/g?3.1" target="_self">Yolcu</a><p>Ölçer.</p></li></ul>'
    )
    assert html.scopes_html(committee("imar-ve-cevre-komisyonu"), LINKS) == ""


def test_what_no_committee_covers_is_linked_and_has_its_reason() -> None:
    piece = str(html.omissions_html(council().omissions, LINKS))
    assert re.findall(r"<li>(.*?)</li>", piece) == [
        '7. <a href="/f?7" target="_self">Gezi</a><p>Kimsenin konusu değil.</p>'
    ]
    assert html.omissions_html((Scope("goal", "99", "Yok."),), LINKS) == ""


def test_nobody_makes_no_piece() -> None:
    record = council(**nobody())
    for piece in (html.officers_html, html.committees_html, html.executive_html):
        assert piece(record, LINKS) == ""


def test_in_english_the_documents_words_are_marked_and_ours_are_english() -> None:
    with using(ENGLISH):
        facts = html.member_facts(council(), council().members[1], LINKS)
    assert '<span lang="tr">Çamlı Belediye Başkanı</span>' in facts
    assert "Not in the programme" in facts
