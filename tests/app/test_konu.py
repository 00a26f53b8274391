"""Konular, and the topics on Genel Bakış: which programme has them, what they say."""

from __future__ import annotations

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import RunPage, html_of


def text_of(app: AppTest) -> str:
    html = re.sub(r"<(style|script)\b.*?</\1>", " ", html_of(app), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def order(text: str, *words: str) -> None:
    """Holds that the words stand in the text in this order."""
    places = [text.index(word) for word in words]
    assert places == sorted(places), words


def test_the_first_page_tells_the_total_then_where_it_goes_then_questions(
    run_page: RunPage,
) -> None:
    app = run_page("genel_bakis")
    text = text_of(app)
    order(
        text,
        "17.000.000.000 TL",
        "Kişi başına",
        "Paranız nereye gidiyor?",
        "Personel 4,1 milyar TL %24,2",
        "Otobüs ve tramvay 3,6 milyar TL %20,9",
        "İtfaiye, afet ve zabıta 49,3 milyon TL %0,3",
        "Sık sorulanlar",
        "Bu tutarlar hakkında",
        "Bütçe dışı kaynak, belediye bütçesine girmeyen",
        "Bütçenin stratejik amaçlara dağılımı",
        "Her 100 liranın dağılımı",
        "Program bir bakışta",
    )
    assert 'href="/konu?konu=otobus-ve-tramvay"' in html_of(app)


@pytest.mark.parametrize("database", ["invented", "least", "bare"])
def test_without_topics_the_first_page_is_as_before_and_no_way_leads_to_them(
    run_page: RunPage, database: str
) -> None:
    app = run_page("genel_bakis", database)
    assert "/konu" not in html_of(app)
    assert "Nereden geliyor?" in text_of(app)


@pytest.mark.parametrize(("language", "title"), [("tr", "Konular"), ("en", "Topics")])
def test_a_year_with_topics_leads_to_them_and_one_without_does_not(
    run_page: RunPage, language: str, title: str
) -> None:
    for year, has_topics in (("2024", False), ("2025", True), ("2026", True)):
        html = html_of(run_page("genel_bakis", "years", yil=year, lang=language))
        assert (f">{title}<" in html) is has_topics, year


def test_topics_of_a_programme_budget_speak_of_its_form(run_page: RunPage) -> None:
    text = text_of(run_page("konu", "years", konu="ulasim"))
    assert "332.000.000 TL" in text
    assert "Bir alt programın faaliyetlerinin yarıdan çoğu" in text
    assert "Bir hedefin" not in text
    english = text_of(run_page("konu", "years", konu="ulasim", lang="en"))
    order(english, "Transport and roads", "332,000,000 TL", "What does it promise?")


def test_one_topic_says_its_money_its_doubts_and_what_it_leaves_out(run_page: RunPage) -> None:
    text = text_of(run_page("konu", konu="sosyal-yardim"))
    order(text, "Sosyal yardım ve destek", "150.000.000 TL", "%0,9", "0,88 lira")
    # Money that could stand here as well is said, with where it is.
    assert "1.200.000.000 TL: Otobüs ve tramvay" in text
    assert "burada “Personel” konusundadır" in text
    assert "Sosyal yardım alan aile sayısı" in text
    wages = text_of(run_page("konu", konu="personel"))
    assert "burada “Personel” konusundadır" not in wages


def test_amounts_are_told_by_resident_where_the_address_asks(run_page: RunPage) -> None:
    text = text_of(run_page("konu", konu="otobus-ve-tramvay", olcu="kisi"))
    assert "kişi başına ayrılan 2.456 TL" in text


def test_the_other_language_keeps_the_topic(run_page: RunPage) -> None:
    text = text_of(run_page("konu", konu="otobus-ve-tramvay", lang="en"))
    order(text, "Buses and trams", "3,550,363,000 TL", "20.9%")
