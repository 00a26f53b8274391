"""The pieces of Bütçe on its execution: a sentence with the way there, facts, an activity's own."""

from __future__ import annotations

from collections.abc import Callable

from present.execution import html
from present.execution.choices import SpendingChoices
from present.kit.setting import Setting
from present.kit.text import ENGLISH, using

YearOf = Callable[..., Setting]


def test_the_lead_is_the_sentence_and_leads_to_the_section(year_of: YearOf) -> None:
    lead = html.lead_html(year_of(2025))
    assert "490.082.520,40 TL harcandı: “2025 Yılı Kesin Hesabı” (12.05.2026)" in lead
    assert "535.000.000 TL tutarındaki net ödeneğin %91,6" in lead
    assert 'href="#uygulama"' in lead


def test_the_head_has_the_total_as_facts_in_the_chosen_base(year_of: YearOf) -> None:
    head = html.head_html(year_of(2025), SpendingChoices(base="baslangic"))
    for words in ("505.000.000 TL", "535.000.000 TL", "490.082.520,40 TL", "%97,0",
                  "Harcananın başlangıç ödeneğine oranı"):  # fmt: skip
        assert words in head
    assert "Bütçenin tamamı, 31.12.2025 tarihine kadar" in head
    activities = html.head_html(year_of(2025), SpendingChoices(division="faaliyet"))
    assert "Yalnız faaliyetler, 31.12.2025 tarihine kadar" in activities
    assert "358.845.800,35 TL" in activities
    without = html.head_html(year_of(2024), SpendingChoices())
    assert "Net ödenek" not in without
    assert "339.900.000 TL" in without
    assert "ödenek yazmıyor; bu yüzden oran yoktur" in without
    assert "Oran, harcananın ödeneğe bölümüdür" not in without
    assert "ödenek yazmıyor" not in head


def test_an_activity_has_its_sentence_and_document(year_of: YearOf) -> None:
    piece = html.activity_html(year_of(2025), 4)
    assert "2025 yılının 4. faaliyetine 31.12.2025 tarihine kadar 11.300.000 TL harcandı" in piece
    assert "%45,2" in piece
    assert html.activity_html(year_of(2024), 4) == ""
    assert html.lead_html(year_of(2026)) != ""


def test_titles_of_documents_stay_turkish_in_english(year_of: YearOf) -> None:
    with using(ENGLISH):
        piece = html.activity_html(year_of(2025, ENGLISH), 4)
        lead = html.lead_html(year_of(2025, ENGLISH))
    assert '<span lang="tr">2025 Yılı Faaliyet Raporu</span>' in piece
    assert '<span lang="tr">2026 Yılı Kurumsal Mali Durum ve Beklentiler Raporu</span>' in lead


def test_that_nothing_was_loaded_is_said_once_and_plainly() -> None:
    assert "Gerçekleşen harcamalar henüz yüklenmedi." in html.none_html()
