"""Söz ve sonuç: over the invented municipality's three years, and where nothing can be paired."""

from __future__ import annotations

import re
from html import unescape

import pytest

from kbb_data.schema import PROGRAMME_BUDGET
from tests.app.conftest import RunPage, html_of

PAGE = "soz_ve_sonuc"


def said(run_page: RunPage, **parameters: str) -> str:
    return unescape(html_of(run_page(PAGE, "years", **parameters)))


@pytest.mark.parametrize(
    ("parameters", "year"),
    [({}, 2025), ({"yil": "2025"}, 2025), ({"yil": "2024"}, 2024), ({"soz": "2024"}, 2024),
     ({"yil": "2024", "soz": "2025"}, 2025)],
)  # fmt: skip
def test_the_promises_are_those_of_the_year_at_hand_or_the_newest_known(
    run_page: RunPage, parameters: dict[str, str], year: int
) -> None:
    html = said(run_page, **parameters)
    assert f"{year} hedefleri ve yıl sonu sonuçları" in html
    assert f"{4049 - year} hedefleri ve yıl sonu sonuçları" not in html
    assert "2023–2025 yıl sonu tahminleri ne kadar tuttu?" in html


def test_an_indicator_is_shown_under_its_number_in_the_year_at_hand(run_page: RunPage) -> None:
    assert "4.2 Dikilen fidan sayısı: söz ve sonuç" in said(run_page, yil="2024", gosterge="4.2")
    assert "3.2 Dikilen fidan sayısı: söz ve sonuç" in said(run_page, yil="2025", gosterge="3.2")


def test_an_indicator_that_ends_says_why(run_page: RunPage) -> None:
    merged = said(run_page, yil="2024", gosterge="5.2")
    assert "2025 programında başka göstergelerle birleşti: 5.2." in merged
    changed = said(run_page, yil="2024", gosterge="2.1")
    assert "Yenilenen yol: 2025 programında ölçüsü değişti: 2.1." in changed


def test_a_row_leads_to_the_indicator_in_the_promises_own_year(run_page: RunPage) -> None:
    links = re.findall(r'href="(/soz-ve-sonuc[^"]*gosterge=6.2)"', said(run_page))
    assert re.fullmatch(r"/soz-ve-sonuc\?yil=2025(&kurum=[^&]+)?&gosterge=6.2", links[0])


def test_a_revision_says_both_figures_and_both_documents(run_page: RunPage) -> None:
    html = said(run_page, yil="2025", gosterge="1.1")
    assert (
        "2025 sonucu: Değer sonradan güncellendi: önce 18.910.000 kişi (Gösterge Gerçekleşmeleri, "
        "2025 (ilk sonuçlar), 22.01.2026), sonra 18.950.000 kişi (2025 Yılı Faaliyet Raporu, "
        "14.04.2026)." in html
    )


def test_a_target_that_is_repeated_otherwise_stands_beside(run_page: RunPage) -> None:
    html = said(run_page, yil="2025", gosterge="6.1")
    assert (
        "2026 programı 2025 hedefini 2.000 kişi olarak yazıyor; 2025 programındaki hedef 2.100 "
        "kişi." in html
    )


def test_without_a_direction_nothing_is_judged(run_page: RunPage) -> None:
    html = said(run_page, yil="2024", gosterge="2.2")
    assert "2025 yılı, hedefe eşit kapandı." in html
    waste = said(run_page, yil="2025", gosterge="4.1")
    assert "2025 yılı, hedefin 700 ton altında kapandı. Yönü yok" in waste
    assert "gerisinde kapandı" not in waste


def test_in_english_only_the_documents_words_are_turkish(run_page: RunPage) -> None:
    html = said(run_page, lang="en")
    assert "Targets of 2025 and results at the year's end" in html
    assert "More is better here; 2025 closed 50,000 people behind the target." in html
    cells = re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", html)
    assert len(cells) > 100
    ours = [re.sub(r'<span lang="tr">.*?</span>', "", cell) for cell in cells]
    assert not [cell for cell in ours if re.search("[çğışöüÇĞİŞÖÜ]", cell)]


@pytest.mark.parametrize("address", [{}, {"gosterge": "1.1"}, {"soz": "2025"}])
def test_one_programme_without_results_says_what_is_missing(
    run_page: RunPage, address: dict[str, str]
) -> None:
    html = html_of(run_page(PAGE, **address))
    assert "yalnız 2025 programı yüklü" in html
    assert "söz-ozeti" not in html


@pytest.mark.parametrize(("database", "is_there"), [("years", True), ("kayseri", False)])
def test_the_footer_leads_there_only_where_there_is_something(
    run_page: RunPage, database: str, is_there: bool
) -> None:
    for page in ("genel_bakis", PAGE):
        html = html_of(run_page(page, database))
        assert ('href="/soz-ve-sonuc"' in html) == is_there


def test_the_page_speaks_of_the_form_at_hand(run_page: RunPage) -> None:
    """The three programmes have two forms; every year's words hold for both."""
    assert PROGRAMME_BUDGET
    for year in ("2024", "2026"):
        html = said(run_page, yil=year)
        assert "2024, 2025 ve 2026 performans programları, performans göstergeleri" in html
