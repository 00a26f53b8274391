"""The pieces of a unit's view: every text escaped, every sentence in its place."""

from __future__ import annotations

import pandas as pd

from present.council.model import Council
from present.kit.text import using
from present.units.html import (
    committees_html,
    facts_html,
    goals_html,
    no_money_html,
    quiet_html,
    responsibilities_html,
    serving_html,
    spellings_html,
)
from present.units.model import GoalPart, Partner, Unit, goal_parts, read
from tests.present.budget import frames as small
from tests.present.council import records
from tests.present.units.test_model import ACTIVITIES, UNITS

ALL = read(UNITS, ACTIVITIES, small.LINES)


def unit(slug: str) -> Unit:
    return next(unit for unit in ALL if unit.slug == slug)


def test_facts_are_a_list_of_terms_in_their_order() -> None:
    terms = [
        ("Faaliyetlerine ayrılan para", "210 TL"),
        ("Bütçe", "150 TL"),
        ("Bütçe dışı", "60 TL"),
        ("Tüm faaliyetlerin parasındaki payı", "%46,7"),
        ("Tüm programdaki payı (genel yönetim dâhil)", "%42,0"),
        ("Kişi başına", "2,10 TL"),
        ("Faaliyet", "2"),
        ("Performans hedefi", "2"),
        ("Gösterge", "7"),
    ]
    assert facts_html(unit("fen"), 45000, 50000, 100, 7) == (
        '<div class="kr-panel"><dl class="kr-facts">'
        + "".join(f"<div><dt>{name}</dt><dd>{words}</dd></div>" for name, words in terms)
        + "</dl></div>"
    )


def test_a_unit_without_money_has_no_shares() -> None:
    html = facts_html(unit("ilce"), 45000, 50000, 100, 0)
    assert html.count("<dt>") == 6
    assert "payı" not in html
    assert "Kişi başına" not in html


def test_pieces_of_nothing_are_empty() -> None:
    assert goals_html((), str, str) == ""
    assert committees_html(unit("fen"), council(), ACTIVITIES, str) == ""


def test_a_unit_without_money_has_a_note() -> None:
    assert no_money_html(unit("ilce"), 2025) == (
        '<p class="kr-note">2025 programında bu birime bağlı bir faaliyet yok; '
        "bu yüzden tutarı da yok.</p>"
    )


def test_a_quiet_sentence_is_escaped() -> None:
    assert quiet_html("1 < 2 & 'x'") == '<p class="kr-quiet">1 &lt; 2 &amp; &#x27;x&#x27;</p>'


def test_a_goals_piece_is_escaped_and_linked() -> None:
    parts = (
        GoalPart(1, "Su & <yol>", (4, 5), 140_00, (Partner("a'b", "İmar <D>", None),)),
        GoalPart(2, "Park", (6,), 0, ()),
    )
    assert goals_html(parts, lambda goal: f"/h?a=1&h={goal}", lambda slug: f"/b?{slug}") == (
        '<ul class="kr-goals">'
        '<li class="kr-goal"><h3><a href="/h?a=1&amp;h=1" target="_self">1. hedef</a></h3>'
        "<p>Su &amp; &lt;yol&gt;</p><p>Birimin bu hedefteki 2 faaliyeti: 140 TL</p>"
        "<p>Bu hedefi paylaştığı birimler ve hedefteki tutarları:</p>"
        '<ul class="kr-plain"><li><a href="/b?a&#x27;b" target="_self">İmar &lt;D&gt;</a>: '
        "belirtilmemiş</li></ul></li>"
        '<li class="kr-goal"><h3><a href="/h?a=1&amp;h=2" target="_self">2. hedef</a></h3>'
        "<p>Park</p><p>Birimin bu hedefteki 1 faaliyeti: 0 TL</p>"
        '<p class="kr-quiet">Bu hedefte başka birimin faaliyeti yok.</p></li>'
        "</ul>"
    )


def council(*scopes: tuple[str, str, str, str]) -> Council:
    """A council of two committees with these scopes: committee, kind, key, reason."""
    seats = records.frame(
        "committee position role name",
        ("PARK KOMİSYONU", 1, "Üye", "A"),
        ("YOL KOMİSYONU", 1, "Üye", "B"),
    )
    judged = records.frame("committee kind key reason", *scopes)
    return records.council(**{**records.nobody(), "committees": seats, "scopes": judged})


def test_committees_stand_with_their_part_and_the_reasons() -> None:
    record = council(
        ("YOL KOMİSYONU", "spending_unit", "fen", "Yol <yapar>"),
        ("PARK KOMİSYONU", "activity", "3", "Park"),
        ("PARK KOMİSYONU", "goal", "3", "Zabıta"),
    )
    # The unit fen has the activities 2 and 3.
    assert committees_html(unit("fen"), record, ACTIVITIES, lambda slug: f"/m?{slug}") == (
        '<ul class="kr-plain">'
        '<li><a href="/m?park-komisyonu" target="_self">Park Komisyonu</a>: birimin 2 '
        "faaliyetinden 1 tanesi<br>Park</li>"
        '<li><a href="/m?yol-komisyonu" target="_self">Yol Komisyonu</a>: birimin 2 '
        "faaliyetinin hepsi<br>Yol &lt;yapar&gt;</li>"
        "</ul>"
    )


def test_who_works_for_the_institution_itself_has_the_reason() -> None:
    assert serving_html("Araçlara <bakar>.") == (
        '<p class="kr-note">Bu birim kurumun kendi içine hizmet eder. Araçlara &lt;bakar&gt;.</p>'
    )


def test_facts_hold_what_the_unit_costs() -> None:
    html = facts_html(unit("fen"), 45000, 50000, 100, 7)
    for words in ("210 TL", "150 TL", "60 TL", "%46,7", "%42,0", "2,10 TL", "<dd>7</dd>"):
        assert words in html
    assert "Kişi başına" not in facts_html(unit("fen"), 45000, 50000, None, 7)
    assert no_money_html(unit("fen"), 2025) == ""


def test_a_unit_without_money_says_which_kind_of_nothing() -> None:
    assert "faaliyet yok" in no_money_html(unit("ilce"), 2025)
    zero = small.lines([(1, 1, 1, "imar", "budget", "03", 0)])
    blank = small.lines([(1, 1, 1, "imar", "budget", "03", None)])
    (of_zero,) = (unit for unit in read(UNITS, ACTIVITIES, zero) if unit.slug == "imar")
    (of_blank,) = (unit for unit in read(UNITS, ACTIVITIES, blank) if unit.slug == "imar")
    assert "0 TL" in no_money_html(of_zero, 2025)
    assert "belirtilmemiş" in no_money_html(of_blank, 2025)
    assert "0 TL" not in no_money_html(of_blank, 2025)


def test_a_shared_goal_links_its_other_units() -> None:
    parts = goal_parts("imar", ACTIVITIES, small.LINES)
    html = goals_html(parts, lambda goal: f"/hedef?hedef={goal}", lambda slug: f"/birimler/{slug}")
    assert '<a href="/hedef?hedef=1" target="_self">1. hedef</a>' in html
    assert '<a href="/birimler/fen" target="_self">Fen İşleri Daire Başkanlığı</a>: 50 TL' in html


RESPONSIBILITIES = pd.DataFrame(
    {
        "goal": [1, 1],
        "activity_name": ["Faaliyet <1>", "Başka faaliyet"],
        "spending_unit": ["imar", "imar"],
        "unit_printed": ["İmar Dairesi", None],
        "activity": pd.array([1, None], dtype="Int64"),
        "source_section": ["2.6", "2.6"],
        "source_line": [10, 11],
    }
)


def test_every_spelling_is_named_with_its_place() -> None:
    html = spellings_html(unit("imar"), ACTIVITIES, RESPONSIBILITIES)
    assert "İmar Daire Başkanlığı</strong> (1 faaliyetin maliyet tablosunda)" in html
    assert "İmar Dairesi</strong> (tablo 2.6&#x27;da)" in html
    assert "İmar Müdürlüğü</strong></li>" in html
    assert spellings_html(unit("fen"), ACTIVITIES, RESPONSIBILITIES) == ""


def test_lines_of_table_2_6_are_as_printed() -> None:
    html = responsibilities_html(
        unit("imar"), RESPONSIBILITIES, lambda g: f"/h{g}", lambda a: f"/f{a}"
    )
    assert '<a href="/f1" target="_self">Faaliyet &lt;1&gt;</a>' in html
    # a line that fits no activity has no link, a line without a printed unit says whose it is
    assert '<th scope="row">Başka faaliyet</th>' in html
    assert "İmar Dairesi" in html
    assert "üstteki satırın birimi" in html
    assert "2.6, satır 11" in html
    assert responsibilities_html(unit("fen"), RESPONSIBILITIES, str, str) == ""


def test_the_documents_words_are_marked_in_english() -> None:
    with using("en"):
        html = goals_html(goal_parts("imar", ACTIVITIES, small.LINES), str, str)
    assert '<span lang="tr">Hedef 1</span>' in html
    assert '<span lang="tr">Fen İşleri Daire Başkanlığı</span>' in html
    assert "hedef" not in html.replace("Hedef 1", "").lower().replace("/hedef", "")
