"""The HTML of search results: marks, excerpts, groups."""

from __future__ import annotations

import re
from html import unescape

import pytest

from kbb_data.search_words import terms
from present.kit.text import using
from present.search.html import SHOWN, Group, Result, excerpt, groups_html, kinds_html, marked_html


@pytest.mark.parametrize(
    ("text", "typed", "wanted"),
    [
        ("Merkez Kütüphanesi", "kutuphane", "Merkez <mark>Kütüphanesi</mark>"),
        ("İİI İtfaiye", "itfaiye", "İİI <mark>İtfaiye</mark>"),
        ("I\u0307tfaiye'nin", "ITFAIYE", "<mark>I\u0307tfaiye</mark>&#x27;nin"),
        ("a<b> & su", "su b", "a&lt;<mark>b</mark>&gt; &amp; <mark>su</mark>"),
        ("sudan sebep", "su", "<mark>sudan</mark> sebep"),
        ("sucuk", "su", "sucuk"),
        ("", "su", ""),
    ],
)
def test_marks_stand_in_the_original_text(text: str, typed: str, wanted: str) -> None:
    html = marked_html(text, terms(typed))
    assert html == wanted
    assert unescape(re.sub("</?mark>", "", html)) == text


def test_an_excerpt_holds_the_first_word_that_is_meant() -> None:
    text = "Önce uzun bir giriş. " * 20 + "Burada kütüphaneler anılır. " + "Sonra daha çok. " * 20
    found = excerpt(text, terms("kütüphane"))
    assert "kütüphaneler" in found
    assert found.startswith("…")
    assert found.endswith("…")
    assert len(found) <= 162
    assert set(found.strip("…").split()) <= set(text.split())


@pytest.mark.parametrize("text", ["", "kısa", "k" * 160])
def test_a_short_text_is_its_own_excerpt(text: str) -> None:
    assert excerpt(text, terms("yok")) == text


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    assert 0 < len(excerpt("a" * 500, terms("b"))) <= 162


def _group(kind: str, count: int) -> Group:
    return Group(kind, f"/ara?tur={kind}", tuple(Result(f"/{n}", f"Ad {n}") for n in range(count)))


def test_the_rest_of_a_kind_is_a_link_away() -> None:
    html = groups_html([_group("goal", SHOWN + 1)], terms("ad"), all_shown=False)
    assert html.count("<li>") == SHOWN
    assert f"{SHOWN + 1} performans hedefinin tümü" in html
    whole = groups_html([_group("goal", SHOWN + 1)], terms("ad"), all_shown=True)
    assert whole.count("<li>") == SHOWN + 1
    assert "tümü" not in whole
    assert "tümü" not in groups_html([_group("goal", SHOWN)], terms("ad"), all_shown=False)


def test_one_kind_needs_no_choice_and_several_say_which_is_open() -> None:
    assert kinds_html([_group("goal", 3)], None, "/ara") == ""
    html = kinds_html([_group("goal", 3), _group("aim", 2)], "aim", "/ara")
    assert html.count('aria-current="true"') == 1
    assert re.search(r'aria-current="true">Stratejik amaçlar <span>2</span>', html)
    assert "Tümü <span>5</span>" in html


def test_the_documents_words_are_marked_as_turkish_in_english_alone() -> None:
    group = Group("asset", "/", (Result("/1", "Otobüs", "Taşıt"),))
    ours = Group("term", "/", (Result("/1", "bus", "text", is_ours=True, is_body_ours=True),))
    with using("en"):
        assert groups_html([group], (), all_shown=True).count('lang="tr"') == 2
        assert 'lang="tr"' not in groups_html([ours], (), all_shown=True)
    assert 'lang="tr"' not in groups_html([group], (), all_shown=True)
