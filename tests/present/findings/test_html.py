"""The pieces of findings: escaped, complete, in their order."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from present.findings import html, model
from present.findings.model import State
from present.findings.subjects import Kind, Subject
from present.kit.text import ENGLISH, using
from tests.present.findings.records import check, finding, lines, money, read, row

CODES = r'data-finding="([^"]+)"'


def test_tiles_count_what_was_compared() -> None:
    checks = (check("a", "A", 1003, 2), check("b", "B", 5, 1, blank=2),
              check("c", "C", 0, state=State.NOTHING))  # fmt: skip
    tiles = str(
        html.tiles_html(checks, "#d", lambda kind: f"/t?nitelik={kind.value}&x#b", ("blank",))
    )
    tile = r'kt-tile-(\w+)">(?:<a [^>]*>)?<b>([\d.]+)</b> <span>([^<]+)<'
    assert re.findall(tile, tiles) == [
        ("checks", "2", "denetim"),
        ("compared", "1.008", "karşılaştırma"),
        ("passed", "1.003", "uyuşuyor"),
        ("disagrees", "3", "uyuşmuyor"),
        ("slip", "0", "yazım yanlışı"),
        ("blank", "2", "boş yer"),
        ("reading", "0", "okuma"),
        ("question", "0", "soru"),
    ]
    # A tile shows the findings of its kind; without any it leads nowhere.
    assert re.findall(
        r'<li class="kt-tile-(\w+)"><a href="([^"]+)" target="_self"([^>]*)>', tiles
    ) == [
        ("checks", "#d", ""),
        ("compared", "#d", ""),
        ("passed", "#d", ""),
        ("disagrees", "/t?nitelik=disagrees&amp;x#b", ""),
        ("blank", "/t?nitelik=blank&amp;x#b", ' aria-current="true"'),
    ]


def test_jumps_lead_to_places() -> None:
    assert html.jumps_html([("a", "A & B")]) == (
        '<nav class="kt-jumps" aria-label="Bu sayfadaki bölümler"><ul class="kt-jump-list">'
        '<li><a href="#a">A &amp; B</a></li></ul></nav>'
    )


def test_what_stands_first_names_its_lines() -> None:
    findings = read(money("x.a", "40.00"), money("x.b", "-40.00", line=2))
    lead = str(html.lead_html(findings, {"x.a": "03 Mal <b>"}, lambda code: f"/t?bulgu={code}"))
    assert "Belgenin iki yeri arasında 40 TL fark var</h2>" in lead
    assert re.findall(r'<h3><a href="([^"]+)" target="_self">([^<]+)</a>', lead) == [
        ("/t?bulgu=x.a", "03 Mal &lt;b&gt;"),
        ("/t?bulgu=x.b", "Tablo &amp; satır"),
    ]
    assert lead.endswith(
        '</ul><p>Açıklama.</p><p class="kt-more"><a href="/t?bulgu=x.a" target="_self">'
        "Bu bulguyu ve ilgili faaliyetleri aç</a></p></section>"
    )
    assert html.lead_html((), {}, str) == ""
    with using(ENGLISH):
        place = "Tablo 2.5, 05 Mal <b> (satır 7)"
        told = read(money("x.a", "40.00"), row("x.b", difference="40.00", location=place))
        english = str(html.lead_html(told, {"x.a": "03 Goods & services"}, str))
    assert re.findall(r'<h3><a href="[^"]+" target="_self">(.+?)</a>', english) == [
        "03 Goods &amp; services",
        'Table 2.5, <span lang="tr">05 Mal &lt;b&gt;</span> (line 7)',
    ]


def test_the_list_escapes_and_folds_only_the_lowest() -> None:
    findings = read(
        row("x.a"), row("y.b", "medium"), row("z.c", "low"), row("w.d", "low"), row("z.e", "low")
    )
    listing = str(html.list_html(findings, lambda code: f"/t?bulgu={code}&x=1", {}))
    assert "Tablo &amp; satır" in listing
    assert 'href="/t?bulgu=x.a&amp;x=1"' in listing
    assert re.findall(r'<h3>([^<]+)</h3> <span class="kbb-brief">([^<]+)<', listing) == [
        ("Yüksek önem", "1 bulgu"), ("Orta önem", "1 bulgu"), ("Düşük önem", "3 bulgu"),
    ]  # fmt: skip
    assert re.findall(r'id="(onem-[a-z]+)" data-kbb-room=""( open)?>', listing) == [
        ("onem-high", " open"), ("onem-medium", ""), ("onem-low", ""),
    ]  # fmt: skip
    # Findings of a check stand together, and checks as they occur.
    assert re.findall(CODES, listing) == ["x.a", "y.b", "w.d", "z.c", "z.e"]
    before, _, folds = listing.partition("Düşük önem")
    assert "kbb-fold" not in before
    assert re.findall(r"<summary>([^<]+)<", folds) == ["Denetim: 1 bulgu", "Denetim: 2 bulgu"]
    # A line says where, how much or of what kind, and how grave; the rest opens at a desk as well.
    assert (
        '<details class="kbb-part kbb-part-4" id="bulgu-x.a"><summary><h4>Tablo &amp; satır</h4> '
        '<span class="kbb-brief">uyuşmuyor · Yüksek önem</span></summary>' in listing
    )
    opened = html.list_html(findings, str, {}, is_open=True)
    assert opened.count('<details class="kbb-fold" open') == 2


def test_a_list_without_findings_is_empty() -> None:
    assert html.list_html((), str, {}) == '<div class="kt-list"></div>'


def test_a_card_leads_to_what_it_is_about() -> None:
    findings = read(row("x.a"))
    about = html.subject_html(Subject(Kind.UNIT, "su"), "Su & Kanal")
    listing = html.list_html(findings, str, {"x.a": [(about, "/b?x&y")]})
    assert (
        '<div class="kt-touched"><span>İlgili:</span><ul class="kt-links">'
        '<li><a href="/b?x&amp;y" target="_self">Su &amp; Kanal</a></li></ul></div>' in listing
    )
    assert html.touched_html(()) == ""
    assert html.subject_html(Subject(Kind.ACTIVITY, "7"), "") == "7. faaliyet"


def test_a_blank_is_said_to_be_blank_and_never_zero() -> None:
    facts = str(html.facts_html(finding("x.a", "low", computed="0.00")))
    assert re.findall(r"<dd>([^<]*)</dd>", facts) == [
        "burada bir şey yazmıyor", "0 TL", "bölüm 2.5, satır 1",
    ]  # fmt: skip
    assert facts.startswith('<dl class="kt-facts kt-figures">')


def test_facts_without_words_are_left_out() -> None:
    facts = str(html.facts_html(finding("x.a", stated="1.00", computed="3.00", difference="2.00")))
    assert re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", facts) == [
        ("Belgede yazan", "1 TL"),
        ("Belgenin başka yerlerinden çıkan", "3 TL"),
        ("Fark", "yazılandan 2 TL fazla"),
        ("Belgedeki yeri", "bölüm 2.5, satır 1"),
    ]
    form = str(html.facts_html(finding("x.a", unit="text", stated="söz")))
    assert re.findall(r"<dt>([^<]*)</dt>", form) == ["Belgede yazan", "Belgedeki yeri"]


def test_compared_words_are_marked_and_escaped() -> None:
    facts = str(html.facts_html(finding("x.a", unit="text", stated="a <b", computed="a <c")))
    assert '<dd>a &lt;<mark class="kt-differs">b</mark></dd>' in facts
    assert facts.startswith('<dl class="kt-facts kt-wide">')


@pytest.mark.parametrize(
    ("values", "stated", "computed"),
    [
        ({"unit": "text", "stated": "söz", "computed": "laf"},
         '<span lang="tr"><mark class="kt-differs">söz</mark></span>',
         '<span lang="tr"><mark class="kt-differs">laf</mark></span>'),
        ({"unit": "text", "stated": "<söz>"}, '<span lang="tr">&lt;söz&gt;</span>', ""),
        ({"unit": "text", "computed": "laf"}, "nothing is written here",
         '<span lang="tr">laf</span>'),
        ({"stated": "1.00", "computed": "2.00"}, "1 TL", "2 TL"),
    ],
)  # fmt: skip
def test_in_english_only_the_documents_words_are_turkish(
    values: dict[str, object], stated: str, computed: str
) -> None:
    with using(ENGLISH):
        assert html.wordings(finding("x.a", **values)) == (stated, computed)


def test_a_figure_as_we_read_it_is_no_turkish_word() -> None:
    record = finding("x.1", kind="reading", unit="text", stated="40.00", computed="40000")
    with using(ENGLISH):
        assert html.wordings(record) == ('<span lang="tr">40.00</span>', "40,000")
        words = finding("x.1", kind="reading", unit="text", stated="8", computed="8-9")
        assert html.wordings(words)[1] == '<span lang="tr">8-9</span>'


def test_a_finding_alone_says_how_sure_it_is() -> None:
    alone = str(html.finding_html(finding("x.<1>", "medium", stated="1", computed="2"), ()))
    assert '<span class="kt-badge kt-medium">Orta önem</span> <span>Sayılar bir varsayımla' in alone
    assert "<dt>Tür</dt><dd>uyuşmuyor: Belgenin iki yeri" in alone
    assert "<dt>Ne kadar kesin?</dt><dd>Kesin: belgenin kendi sayıları" in alone
    assert '<code class="kt-code">x.&lt;1&gt;</code>' in alone
    assert "kt-touched" not in alone
    assert alone.endswith("ilgili birim yanıtlayabilir.</p></section>")


def test_candidates_lead_to_their_activities() -> None:
    findings = read(money("economic-codes.03", "40.00"), money("economic-codes.05", "-40.00"))
    frame = lines(a1=(40, 3), a3=(50, None), a5=(25, 0), a6=(15, 0))
    candidates = model.candidates(findings[0], findings, frame)
    assert candidates is not None
    piece = str(html.candidates_html(candidates, lambda number: f"/butce?faaliyet={number}"))
    rows = re.findall(r"<tr>(.*?)</tr>", piece.partition("<tbody>")[2])
    assert [re.findall(r">([^<>]+)<", row) for row in rows] == [
        ["1. a1", "40 TL", "3 TL", "B"],
        ["3. a3", "50 TL", "–", "B"],
    ]
    assert re.findall(r'scope="col"[^>]*>([^<]+)<', piece) == [
        "Faaliyet", "03 altında", "05 altında", "Birim",
    ]  # fmt: skip
    assert piece.endswith(
        '<ul class="kt-links"><li><a href="/butce?faaliyet=5" target="_self">5. faaliyet</a> + '
        '<a href="/butce?faaliyet=6" target="_self">6. faaliyet</a></li></ul></div></details>'
    )


def test_candidates_without_a_facing_code_or_pairs_leave_both_out() -> None:
    (over,) = read(money("economic-codes.03", "40.00"))
    candidates = model.candidates(over, (over,), lines(a1=(40, 3)))
    assert candidates is not None
    piece = html.candidates_html(candidates, str)
    assert "05 altında" not in piece
    assert "kt-links" not in piece


def test_a_list_on_another_page_leads_to_each_finding() -> None:
    rows = pd.DataFrame(
        {"finding": ["a.1"], "location": ["Tablo <1>"], "explanation": ["Uyuşmuyor."]}
    )
    ran = (check("a", "A", 1000), check("b", "B", 0, state=State.NO_TABLE))
    listing = html.findings_html(rows, lambda code: f"/tutarlilik?bulgu={code}&x=1", ran)
    assert listing == (
        '<details class="kbb-part kbb-part-2" id="bulgulari" data-kbb-room=""><summary>'
        '<h2>Bu konuya değen bulgular</h2> <span class="kbb-brief">1 bulgu</span></summary>'
        '<p class="kbb-part-text">Belgenin iki yerinin farklı '
        "söylediği, boş kalan, kesin okunamayan ya da sorulacak yerler. Hangisinin doğru olduğunu "
        'belge söylemez.</p><ul class="kbb-findings"><li>'
        '<a href="/tutarlilik?bulgu=a.1&amp;x=1" target="_self">Tablo &lt;1&gt;</a>'
        "<p>Uyuşmuyor.</p></li></ul></details>"
    )
    with using(ENGLISH):
        assert '<span lang="tr">Uyuşmuyor.</span>' in html.findings_html(rows, str, ran)


def test_a_page_without_findings_says_so() -> None:
    rows = pd.DataFrame({"finding": [], "location": [], "explanation": []})
    ran = (check("a", "A", 1000), check("b", "B", 0, state=State.NO_TABLE))
    assert html.findings_html(rows, str, ran, heading=("h3", "Başlık")) == (
        '<details class="kbb-part kbb-part-3" id="bulgulari" data-kbb-room=""><summary>'
        '<h3>Başlık</h3></summary><p class="kbb-part-text">1 denetim 1.000 karşılaştırma yaptı; bu '
        "konuya değen bir bulgu çıkmadı.</p></details>"
    )
    assert "kayıtlı bir denetim yok" in html.findings_html(rows, str, ())


def test_small_pieces_of_the_page() -> None:
    assert html.outcome_html((), 2027) == (
        '<p class="kt-outcome">Bu program için kayıtlı bir denetim yok.</p>'
    )
    assert html.anchor_html("bulgular") == '<div class="kt-anchor" id="bulgular"></div>'
    assert html.count_html(1, 2) == (
        '<p class="kt-shown" role="status">2 bulgunun 1 tanesi gösteriliyor.</p>'
    )
    assert html.location_html(finding("x.a")) == ('<h2 class="kt-location">Tablo &amp; satır</h2>')
    assert html.bullets_html(["a & b", "c"]) == (
        '<ul class="kt-bullets"><li>a &amp; b</li><li>c</li></ul>'
    )
