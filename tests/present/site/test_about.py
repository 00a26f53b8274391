"""Hakkında tells method, formulas, words, terms, sources, gaps, contact and version."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from html import escape

from kbb_data import geo
from kbb_data.publishing.changes import Change
from present.indicators.ambition import Ambition, Direction
from present.kit.text import ENGLISH, using
from present.site.about import Document, page_html, sections, term_html
from present.site.glossary import terms

KAYSERI = geo.place("KAYSERİ BÜYÜKŞEHİR BELEDİYESİ")
DOCUMENT = Document(
    2031, "ÇAMLIOVA BELEDİYESİ", "Belge & eki", "sha256:aa", "sha256:bb", "2031.0.0", "CC-BY-4.0"
)
CHANGES = (Change(datetime.date(2031, 2, 1), "addition", "Eklendi.", "Added."),)


#: Three of which more is better, one rate, two without a direction.
DIRECTIONS = (*[Direction.MORE] * 3, Direction.MORE_TO_100, Direction.NONE, Direction.NONE)


def page(
    place: geo.Place | None = KAYSERI, directions: Sequence[Direction | None] = DIRECTIONS
) -> str:
    return page_html(
        sections(DOCUMENT, place, terms(), CHANGES, "/tutarlilik?yil=2031", directions)
    )


def test_it_is_told_how_directions_were_judged() -> None:
    html = page()
    assert "6 göstergenin her biri" in html
    assert "(3 gösterge)" in html
    assert "en çok %100 olabilir (1)" in html
    assert "yön verilmedi (2)" in html
    assert "Göstergelerin yönü nasıl belirlendi?" not in page(directions=())


def test_every_part_is_reached_from_the_top() -> None:
    html = page()
    anchors = re.findall(r'<li><a href="#([^"]+)"', html)
    assert len(anchors) == 8
    for anchor in anchors:
        assert f'<details class="kbb-part kbb-part-2" id="{anchor}"' in html


def test_formulas_name_the_residents_that_they_divide_by() -> None:
    assert KAYSERI is not None
    written = f"{KAYSERI.residents:,}".replace(",", ".")
    assert f"{written} kişi" in page()
    assert "nüfusu bilinmediği" in page(None)


def test_every_word_and_term_is_told() -> None:
    html = page()
    for term in terms():
        fold = f'<details class="kbb-part kbb-part-3" id="terim-{term.slug}" data-kbb-room="">'
        assert f"{fold}<summary><h3>{escape(term.name)}</h3></summary><p>" in html
    assert "hedefe 2030&#x27;da ulaşılıyor" in html
    assert "2029&#x27;un altında hedef" in html
    assert len(Ambition) == 10


def test_words_of_the_document_are_escaped_and_marked_in_english() -> None:
    assert "Belge &amp; eki" in page()
    with using(ENGLISH):
        html = page()
    assert '<span lang="tr">Belge &amp; eki</span>' in html
    assert "Added." in html
    assert "Eklendi." not in html


def test_without_contact_it_says_so() -> None:
    assert "burada kayıtlı değil" in page(None)
    assert "0 352 222 89 60" in page()


def test_one_term_stands_alone() -> None:
    one = terms()[0]
    assert one.text in term_html(one)
