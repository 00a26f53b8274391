"""The pieces of Brifing: links to PDFs, the list, what a briefing holds."""

from __future__ import annotations

from typing import Any

import pytest

from present.briefing import html
from present.briefing.model import Briefing, Fact, Section, Topic, linked, own
from present.kit.setting import Addresses, Setting
from present.kit.text import ENGLISH, using


class _NoAnswers:
    def answer(self, question: str) -> Any:
        raise AssertionError(question)


def setting(*before: tuple[str, str]) -> Setting:
    """A visit whose addresses carry these parameters, within another site's frame."""
    addresses = Addresses("", before, (("embed", "true"),))
    return Setting(2027, "OVA", "sha256:0", "2027.0.0", False, "tr", addresses, _NoAnswers())


def briefing(*questions: str) -> Briefing:
    return Briefing(
        Topic.AIM,
        "2",
        "2. amaç",
        "Hakkında",
        "Giriş & söz",
        (Fact("Ad", "1 < 2", "not"), Fact("Yalın", "3")),
        (Section("Para"), Section("Sonuç")),
        questions,
        "Kaynak",
        "2027.0.0",
        "/amaclar?amac=2",
    )


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ((), "/brifing/birim/su.pdf"),
        ((("yil", "2027"), ("lang", "en")), "/brifing/birim/su.pdf?yil=2027&lang=en"),
    ],
)
def test_a_pdfs_address_carries_programme_and_language_alone(
    before: tuple[tuple[str, str], ...], expected: str
) -> None:
    assert html.pdf_address(setting(*before), Topic.UNIT, "su") == expected


def test_a_link_says_whose_briefing_it_opens() -> None:
    link = (
        '<a class="kbr-pdf" href="/brifing/birim/su.pdf?a=b&amp;c=d" target="_blank" '
        'rel="noopener" aria-label="Su &lt;ve&gt; Kanal: brifing (PDF)">Brifing (PDF)</a>'
    )
    visit = setting(("a", "b"), ("c", "d"))
    assert html.pdf_html(visit, Topic.UNIT, "su", "Su <ve> Kanal") == link
    assert html.link_html(visit, Topic.UNIT, "su", "Su <ve> Kanal") == f"<p>{link}</p>"


def test_the_list_leads_to_contents_and_pdf() -> None:
    piece = html.list_html(
        setting(), Topic.UNIT, {"su": "Su & Kanal", "fen": "Fen"}, lambda key: f"/b?konu={key}&x"
    )
    assert piece.startswith(
        '<ul class="kbr-list"><li><a href="/b?konu=su&amp;x" target="_self">Su &amp; Kanal</a>'
        '<a class="kbr-pdf" href="/brifing/birim/su.pdf" '
    )
    assert piece.index("konu=su") < piece.index("konu=fen")


@pytest.mark.parametrize(
    ("kind", "is_own"),
    [(Topic.COMMITTEE, True), (Topic.UNIT, True), (Topic.DISTRICT, True), (Topic.AIM, False)],
)
def test_only_names_of_the_document_are_said_to_be_turkish(kind: Topic, is_own: bool) -> None:
    with using(ENGLISH):
        piece = html.list_html(setting(), kind, {"x": "Ad"}, str)
    assert ('<span lang="tr">Ad</span>' in piece) is is_own


def test_a_briefings_contents_are_facts_questions_and_headings() -> None:
    assert html.contents_html(briefing("Soru <1>", "Soru 2")) == (
        '<div class="kbr-contents"><p>Giriş &amp; söz</p><dl class="kbr-facts">'
        "<div><dt>Ad</dt><dd>1 &lt; 2<small>not</small></dd></div>"
        "<div><dt>Yalın</dt><dd>3</dd></div></dl>"
        "<h3>Sorulabilecek sorular</h3>"
        "<p>Soruları kurum değil, bu panel soruyor; her biri açık kurallarla verilerden "
        "çıkarıldı.</p>"
        '<ol class="kbr-questions"><li>Soru &lt;1&gt;</li><li>Soru 2</li></ol>'
        "<h3>İçindekilerden</h3><ul><li>Para</li><li>Sonuç</li></ul></div>"
    )


def test_without_questions_it_says_so() -> None:
    assert (
        "çıkarıldı.</p><p>Kuralların hiçbiri burada bir soru bulmadı.</p>"
        '<ol class="kbr-questions"></ol>' in html.contents_html(briefing())
    )


def test_words_of_the_document_are_marked_within_a_sentence() -> None:
    with using(ENGLISH):
        assert html.written(f"The {own('Su <1>')} & more") == (
            'The <span lang="tr">Su &lt;1&gt;</span> &amp; more'
        )


def test_an_address_within_a_text_leads_there() -> None:
    assert html.written(f"Hepsi: {linked('https://panel.example/butce?a=1&b=2')}") == (
        'Hepsi: <a href="https://panel.example/butce?a=1&amp;b=2">panel.example/butce?a=1&amp;b=2</a>'
    )
