"""Arama over the invented municipality's three years: results, documents and pages; and what it
says where nothing was loaded."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.app.conftest import RunPage, html_of
from tests.app.test_ara import groups, heading, results

PAGES = {"/degisim": "Değişim", "/soz-ve-sonuc": "Söz ve sonuç", "/butce": "Bütçenin uygulanması"}


def said(html: str, name: str) -> list[str]:
    """Our own sentences on the results of that name."""
    entries = re.findall(r"<li>(.*?)</li>", html, re.DOTALL)
    own = [unescape(re.sub(r"</?mark>", "", entry)) for entry in entries]
    return [
        sentence
        for entry in own
        if f">{name}</a>" in entry
        for sentence in re.findall(r'<p class="ka-said">(.*?)</p>', entry)
    ]


PASSENGERS = "Toplu taşımayla taşınan yolcu sayısı"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"yil": "2025"}, "31.12.2025: 18.950.000 kişi, hedefin %99,7'si"),
        (
            {"yil": "2025", "lang": "en"},
            "31 December 2025: 18,950,000 people, 99.7% of the target",
        ),
        ({}, "30.06.2026: 9.700.000 kişi, yıl hedefinin şimdiye kadar %49,5'i"),
    ],
)
def test_an_indicator_shows_what_came_of_it(
    run_page: RunPage, address: dict[str, str], sentence: str
) -> None:
    html = html_of(run_page("ara", "years", q="taşınan yolcu sayısı", **address))
    assert said(html, PASSENGERS) == [sentence]


def test_a_figure_that_the_newest_document_lacks_is_told_with_its_own_day(
    run_page: RunPage,
) -> None:
    html = html_of(run_page("ara", "years", q="sulama sistemi", yil="2025"))
    assert said(html, "Kurulan sulama sistemi (Birikimli)") == [
        "30.06.2025: 17 adet, son değer, yıl hedefinin %85'i"
    ]


def test_without_results_an_indicator_is_told_as_before(run_page: RunPage) -> None:
    html = html_of(run_page("ara", q="kütüphane"))
    assert "Göstergeler" in groups(html)
    assert 'class="ka-said"' not in html
    assert not {"Sayfalar", "Sonuç belgeleri"} & set(groups(html))


@pytest.mark.parametrize(
    ("typed", "title", "path", "parameters"),
    [
        ("2025 faaliyet raporu", "2025 Yılı Faaliyet Raporu", "/butce",
         {"dagilim": ["faaliyet"], "tarih": ["2025-12-31"]}),
        ("ilk sonuçlar", "Gösterge Gerçekleşmeleri, 2025 (ilk sonuçlar)", "/gostergeler", {}),
        ("ocak haziran düzeltme", "Gösterge Gerçekleşmeleri, Ocak–Haziran 2025 (düzeltme)",
         "/gostergeler", {"tarih": ["2025-06-30"]}),
        ("kesin hesabı", "2025 Yılı Kesin Hesabı", "/butce", {"tarih": ["2025-12-31"]}),
        ("KURUMSAL MALI DURUM", "2025 Yılı Kurumsal Mali Durum ve Beklentiler Raporu",
         "/butce", {"tarih": ["2025-06-30"]}),
    ],
)  # fmt: skip
def test_documents_are_found_by_title_and_lead_to_where_they_are_shown(
    run_page: RunPage, typed: str, title: str, path: str, parameters: dict[str, list[str]]
) -> None:
    html = html_of(run_page("ara", "years", q=typed, yil="2025"))
    parts = urlsplit(results(html)[title])
    own = parse_qs(parts.query)
    assert own.pop("yil") == ["2025"]
    own.pop("kurum", None)
    assert (parts.path, own) == (path, parameters)
    assert parts.fragment == ("uygulama" if path == "/butce" else "")
    assert len(said(html, title)) == 1


def test_what_is_said_of_a_document_is_in_the_visits_language(run_page: RunPage) -> None:
    html = html_of(run_page("ara", "years", q="kesin hesabı", yil="2025", lang="en"))
    (sentence,) = said(html, "2025 Yılı Kesin Hesabı")
    assert sentence == "Final accounts; figures up to 31 December 2025."


EVERYDAY = [
    ("değişim", "/degisim"), ("geçen yıl", "/degisim"), ("arttı mı", "/degisim"),
    ("ENFLASYON", "/degisim"), ("reel", "/degisim"), ("enflasyona göre", "/degisim"),
    ("söz", "/soz-ve-sonuc"), ("vaat", "/soz-ve-sonuc"), ("vaatler", "/soz-ve-sonuc"),
    ("tutuldu mu", "/soz-ve-sonuc"), ("tahmin", "/soz-ve-sonuc"),
    ("harcandı", "/butce"), ("gerçekleşme", "/butce"), ("kesin hesap", "/butce"),
    ("gelir", "/butce"), ("ne kadar harcandı", "/butce"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "path"), EVERYDAY)
def test_pages_are_found_by_everyday_words_where_they_exist(
    run_page: RunPage, typed: str, path: str
) -> None:
    html = html_of(run_page("ara", "years", q=typed, yil="2025"))
    own = {urlsplit(href).path for name, href in results(html).items() if name == PAGES[path]}
    assert own == {path}
    assert "henüz yüklenmedi" not in html
    assert "Bütün sözcükleri birlikte" not in html
    assert not set(results(html_of(run_page("ara", q=typed)))) & set(PAGES.values())


@pytest.mark.parametrize(
    ("typed", "title"),
    [("inflation", "Change"), ("promises kept", "Promise and result"), ("enflasyon", "Change")],
)
def test_in_english_both_languages_words_find_a_page(
    run_page: RunPage, typed: str, title: str
) -> None:
    html = html_of(run_page("ara", "years", q=typed, lang="en"))
    assert groups(html)["Pages"] == 1
    assert title in results(html)


def test_a_year_without_money_has_no_page_of_it(run_page: RunPage) -> None:
    html = html_of(run_page("ara", "programme_budget", q="ne kadar harcandı"))
    assert PAGES["/butce"] not in results(html)


@pytest.mark.parametrize("typed", ["gerçekleşme", "GERCEKLESMELER", "harcandı", "kesin hesap"])
def test_that_nothing_was_loaded_is_said_once(run_page: RunPage, typed: str) -> None:
    html = html_of(run_page("ara", q=typed))
    line = "Kayseri Büyükşehir Belediyesi için 2025 yılının gerçekleşmeleri"
    assert html.count(line) == 1
    english = html_of(run_page("ara", q="spent", lang="en"))
    assert english.count("has not been loaded yet") == 1


@pytest.mark.parametrize("typed", ["gelir", "tahmin", "kütüphane", "harcama", "hesap", "söz"])
def test_other_searches_say_nothing_of_it(run_page: RunPage, typed: str) -> None:
    html = html_of(run_page("ara", q=typed))
    assert "yüklenmedi" not in html
    assert heading(html)
