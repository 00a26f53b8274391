"""The pieces of Bütçe as HTML: whole strings, with what is not ours escaped or marked."""

from __future__ import annotations

import pytest

from present.budget.choices import BudgetChoices
from present.budget.html import (
    activity_html,
    current_html,
    notes_html,
    scope_html,
    tables_html,
    zero_html,
)
from present.kit.text import ENGLISH, using
from tests.present.budget.settings import UNCOUNTED, setting
from tests.present.budget.test_printed import NEEDS, PERFORMANCE

SETTING = setting(UNCOUNTED)


def test_the_whole_programme_has_no_head() -> None:
    assert scope_html(SETTING, BudgetChoices()) == ""


def test_a_part_has_its_name_its_statement_and_its_money() -> None:
    assert scope_html(SETTING, BudgetChoices(aim="1")) == (
        '<section class="kb-scope"><h2>1. stratejik amaç: Amaç 1</h2><p>Birinci &amp; amaç.</p>'
        '<dl class="kb-facts"><div><dt>Toplam</dt><dd>150 TL</dd></div>'
        "<div><dt>Programdaki payı</dt><dd>%30,0</dd></div></dl></section>"
    )
    assert scope_html(SETTING, BudgetChoices(unit="fen", fund="butce")) == (
        '<section class="kb-scope"><h2>fen Daire Başkanlığı</h2><dl class="kb-facts">'
        "<div><dt>Bütçe</dt><dd>150 TL</dd></div>"
        "<div><dt>Programdaki payı</dt><dd>%34,1</dd></div></dl></section>"
    )
    # 150 lira by 1,445,683 residents are 0.0001 lira.
    counted = scope_html(setting(), BudgetChoices(aim="1"))
    assert "<div><dt>Kişi başına</dt><dd>1 kuruştan az</dd></div></dl>" in counted


def test_a_units_name_is_marked_in_english() -> None:
    head = scope_html(setting(UNCOUNTED, ENGLISH), BudgetChoices(unit="fen"))
    assert '<h2><span lang="tr">fen Daire Başkanlığı</span></h2>' in head


def test_an_activity_has_its_money_and_where_it_belongs() -> None:
    assert activity_html(SETTING, BudgetChoices(activity="1")) == (
        '<section class="kb-scope"><p class="kb-kind">1. faaliyet</p><h2>Faaliyet &lt;1&gt;</h2>'
        '<dl class="kb-facts"><div><dt>Toplam</dt><dd>100 TL</dd></div>'
        "<div><dt>Bütçe</dt><dd>100 TL</dd></div><div><dt>Bütçe dışı</dt><dd>0 TL</dd></div>"
        "<div><dt>Programdaki payı</dt><dd>%20,0</dd></div></dl>"
        '<div class="kb-words"><dl class="kb-facts">'
        "<div><dt>Performans hedefi</dt><dd>1. Hedef 1</dd></div>"
        "<div><dt>Stratejik amaç</dt><dd>1. Amaç 1</dd></div>"
        "<div><dt>Harcama birimi</dt><dd>imar Dairesi</dd></div>"
        "<div><dt>Belgedeki yeri</dt><dd>Bölüm 2.3.1, kaynak metnin 101. satırı</dd></div>"
        "<div><dt>Belgedeki açıklama</dt><dd>Ek &amp; iş</dd></div></dl></div></section>"
    )
    plain = activity_html(SETTING, BudgetChoices(activity="2"))
    assert "açıklama" not in plain
    with pytest.raises(IndexError):
        activity_html(SETTING, BudgetChoices(activity="9"))


def test_an_activitys_own_words_are_marked_in_english() -> None:
    head = activity_html(setting(UNCOUNTED, ENGLISH), BudgetChoices(activity="1"))
    for words in ("Faaliyet &lt;1&gt;", "Hedef 1", "imar Dairesi", "Ek &amp; iş"):
        assert f'<span lang="tr">{words}</span>' in head


def test_where_the_visitor_is() -> None:
    begin = '<span class="kb-here" aria-current="location">'
    assert current_html("1 < 2", is_own=False) == f"{begin}1 &lt; 2</span>"
    with using(ENGLISH):
        assert current_html("Fen", is_own=True) == f'{begin}<span lang="tr">Fen</span></span>'
        assert current_html("Aim", is_own=False) == f"{begin}Aim</span>"


def test_an_activity_of_nothing_says_so() -> None:
    assert zero_html(2027) == (
        '<p class="kb-zero">Bu faaliyet için 2027 yılında tutar öngörülmemiş: maliyet '
        "tablosundaki toplamı 0 TL.</p>"
    )


def test_notes_are_a_list_or_nothing() -> None:
    notes = notes_html(SETTING, BudgetChoices())
    assert notes.startswith('<ul class="kb-notes"><li>Genel yönetim giderleri (50 TL) hiçbir')
    assert notes.endswith("birime bölmez.</li></ul>")
    assert notes_html(SETTING, BudgetChoices(aim="1")) == ""


def test_the_documents_tables_name_the_document() -> None:
    printed = setting(UNCOUNTED, resource_needs=NEEDS, printed_performance=PERFORMANCE)
    tables = tables_html(printed)
    assert tables.count("<table>") == 2
    assert tables.endswith(
        '<p class="kbb-source">Kaynak: Örnek Belediyesi, 2027 Yılı Performans Programı, bölüm 2.4 '
        "ve 2.5</p>"
    )
    without = setting(
        UNCOUNTED, resource_needs=NEEDS.head(0), printed_performance=PERFORMANCE.head(0)
    )
    assert tables_html(without) == ""
