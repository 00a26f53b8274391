"""The pieces of Genel Bakış as HTML."""

from __future__ import annotations

import pytest

from present.budget.overview import (
    Part,
    Slice,
    ambition_html,
    counts_html,
    hero_html,
    per_head_words,
    questions_html,
    sliced,
    source_html,
    terms_html,
    ways_html,
)
from present.kit.text import ENGLISH, using
from tests.present.budget.settings import UNCOUNTED, Totals, setting


def test_the_total_and_where_it_is_split() -> None:
    assert hero_html(setting(UNCOUNTED)) == (
        '<section class="kb-hero"><p class="kb-label">2027 yılı toplam kaynak ihtiyacı</p>'
        '<p class="kb-total">500 TL</p><div class="kb-splits">'
        '<div class="kb-split"><h2>Nereden geliyor?</h2><div class="kb-stack" aria-hidden="true">'
        '<i class="kb-money" style="flex-grow:0.8800"></i>'
        '<i class="kb-other" style="flex-grow:0.1200"></i></div><ul>'
        '<li><i class="kb-money"></i><span><b>440 TL</b> belediye bütçesi (%88,0)</span></li>'
        '<li><i class="kb-other"></i><span><b>60 TL</b> bütçe dışı kaynak (%12,0)</span></li>'
        '</ul></div><div class="kb-split"><h2>Neye gidiyor?</h2>'
        '<div class="kb-stack" aria-hidden="true">'
        '<i class="kb-money" style="flex-grow:0.9000"></i>'
        '<i class="kb-general" style="flex-grow:0.1000"></i></div><ul>'
        '<li><i class="kb-money"></i><span><b>450 TL</b> faaliyetler (%90,0)</span></li>'
        '<li><i class="kb-general"></i><span><b>50 TL</b> genel yönetim giderleri (%10,0)</span>'
        "</li></ul></div></div></section>"
    )


def test_the_total_a_resident_with_who_counted_them() -> None:
    hero = hero_html(setting(totals=Totals(total_kurus=1_445_683_00 * 250)))
    assert (
        '<p class="kb-total">361.420.750 TL</p><p class="kb-per-head"><strong>Kişi başına 250 TL'
        "</strong> <span>1.445.683 kişi: "
    ) in hero
    assert "31.12.2023</span></p>" in hero
    place = setting().place
    assert place is not None
    assert per_head_words(None, place) is None
    assert per_head_words(5, None) is None
    assert per_head_words(0, place) is not None


def test_transfers_are_handed_on_last() -> None:
    totals = Totals(transfers_kurus=500_00, general_administration_kurus=None)
    hero = hero_html(setting(UNCOUNTED, totals=totals))
    uses = hero.partition("Neye gidiyor?")[2]
    assert uses.index("faaliyetler") < uses.index("diğer idarelere aktarılan")
    assert "genel yönetim" not in uses
    assert '<i class="kb-other" style="flex-grow:0.5263"></i>' in uses


@pytest.mark.parametrize("nothing", [0, None])
def test_parts_of_nothing_are_left_out(nothing: int | None) -> None:
    parts = [Part("a", 1_00, "money"), Part("b", nothing, "other"), Part("c", 2_00, "general")]
    assert sliced(parts) == [
        Slice("a", "money", "1 TL", "0.3333", "%33,3"),
        Slice("c", "general", "2 TL", "0.6667", "%66,7"),
    ]
    assert sliced([Part("b", nothing, "other")]) == []


def test_words_of_ours() -> None:
    assert terms_html().startswith('<div class="kb-terms"><p>Bütçe dışı kaynak, belediye')
    assert terms_html().count("<p>") == 2
    assert ambition_html("2024'ün") == '<p class="kbb-sentence">2024\'ün</p>'


def test_questions_counts_and_ways_lead_on() -> None:
    head = '<div class="kbb-section"><h2>{}</h2></div>'.format
    assert questions_html([("Kim & ne?", "/ara?a=1&b=2")]) == (
        head("Sık sorulanlar") + '<ul class="kb-questions"><li>'
        '<a href="/ara?a=1&amp;b=2" target="_self">Kim &amp; ne?</a></li></ul>'
    )
    assert counts_html([(1234, "hedef", "/hedef"), (7, "amaç", "/amaclar")]) == (
        head("Program bir bakışta") + '<ul class="kb-counts"><li>'
        '<a href="/hedef" target="_self"><b>1.234</b> <span>hedef</span></a></li><li>'
        '<a href="/amaclar" target="_self"><b>7</b> <span>amaç</span></a></li></ul>'
    )
    assert ways_html([("Harita", "Nerede?", "/harita")]) == (
        '<section class="kb-ways">' + head("Buradan nereye?") + '<ul class="kb-next"><li>'
        '<a href="/harita" target="_self"><b>Harita</b><span>Nerede?</span></a></li></ul></section>'
    )


def test_the_documents_title_is_its_own() -> None:
    assert source_html("2027 <Programı>") == (
        '<div class="kbb-section"><h2>Kaynak belge</h2><p>2027 &lt;Programı&gt;. Bütün sayılar bu '
        "belgeden alınmıştır.</p></div>"
    )
    with using(ENGLISH):
        assert '<span lang="tr">2027 Programı</span>' in source_html("2027 Programı")
