"""The two sides of a comparison as HTML."""

from __future__ import annotations

from dataclasses import replace

from present.compare.html import note_html, sides_html
from present.compare.model import Kind, Side, Whole
from present.kit.text import ENGLISH, using
from tests.present.compare.frames import side_of

WHOLE = Whole(450_00, 500_00, 100)


def html(first: Side, second: Side, whole: Whole = WHOLE) -> str:
    return sides_html([(first, "/a?x=1&y=2", "/b"), (second, "/c", "/d")], whole)


def test_a_card_holds_name_statement_money_facts_and_ways() -> None:
    first_side = side_of("A <i>", 150_00, 0, words="Bir & iki")
    page = html(first_side, side_of("Yol", 300_00, kind=Kind.UNIT, words="Yol Dairesi"))
    first, _, second = page.partition("</section>")
    assert first == (
        '<div class="kr-sides"><section class="kr-side"><h2>'
        '<span class="kr-letter kr-letter-a">A</span> A &lt;i&gt;</h2><p>Bir &amp; iki</p>'
        '<p class="kr-total">150 TL</p><div class="kr-bar" aria-hidden="true">'
        '<i class="kr-fill-a" style="width:50.00%"></i></div><dl class="kr-pairs">'
        "<div><dt>Bütçe</dt><dd>150 TL</dd></div><div><dt>Bütçe dışı</dt><dd>0 TL</dd></div>"
        "<div><dt>Tüm faaliyetlerdeki payı</dt><dd>%33,3</dd></div>"
        "<div><dt>Tüm programdaki payı</dt><dd>%30,0</dd></div>"
        "<div><dt>Kişi başına</dt><dd>1,50 TL</dd></div><div><dt>Faaliyet</dt><dd>3</dd></div>"
        "<div><dt>Performans hedefi</dt><dd>4</dd></div>"
        "<div><dt>Harcama birimi</dt><dd>5</dd></div><div><dt>Gösterge</dt><dd>0</dd></div></dl>"
        '<ul class="kr-ways"><li><a href="/a?x=1&amp;y=2" target="_self">Amacın sayfası</a></li>'
        '<li><a href="/b" target="_self">Bütçesi</a></li></ul>'
    )
    assert '<span class="kr-letter kr-letter-b">B</span> Yol</h2><p>Yol Dairesi</p>' in second
    assert '<i class="kr-fill-b" style="width:100.00%"></i>' in second
    assert '<a href="/c" target="_self">Birimin sayfası</a>' in second
    assert '<a href="/d" target="_self">Bütçesi</a></li></ul></section></div>' in page


def test_words_that_say_no_more_than_the_label_are_left_out() -> None:
    for words in ("", "Yol"):
        assert "<p>Yol</p>" not in html(side_of("Yol", 1, words=words), side_of("Su", 1))
        assert "</h2><p class" in html(side_of("Yol", 1, words=words), side_of("Su", 1))


def test_bars_of_no_money_have_no_width() -> None:
    assert html(side_of("x", 0), side_of("y", None)).count("width:0.00%") == 2
    third = html(side_of("x", 1), side_of("y", 3))
    assert "width:33.33%" in third
    assert "width:100.00%" in third


def test_in_english_a_units_name_and_statements_are_marked_as_turkish() -> None:
    with using(ENGLISH):
        page = html(
            side_of("Fen İşleri", 1, kind=Kind.UNIT, words="Fen İşleri Dairesi"),
            side_of("Aim 1", 1, words="Birinci"),
        )
        assert '<span lang="tr">Fen İşleri</span></h2><p><span lang="tr">Fen İşleri D' in page
        assert " Aim 1</h2>" in page
        assert '<span lang="tr">Birinci</span>' in page


def test_per_resident_stands_where_somebody_counted() -> None:
    sides = side_of("x", 1), side_of("y", 2)
    assert html(*sides).count("Kişi başına") == 2
    assert "Kişi başına" not in html(*sides, replace(WHOLE, people=None))


def test_what_the_money_is_made_of() -> None:
    assert note_html().startswith('<p class="kr-note">Tutarlar, her kalemin altındaki')
