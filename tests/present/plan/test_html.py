"""The pieces of the plan's pages: every text escaped, every sentence in its place."""

from __future__ import annotations

from dataclasses import replace

from kbb_data.schema import PROGRAMME_BUDGET
from present.indicators.ambition import assess, summarise
from present.kit.text import ENGLISH, TURKISH, using
from present.kit.theme import aim_colour
from present.plan.html import (
    aims_html,
    facts_html,
    goals_html,
    note_html,
    objective_html,
    objectives_html,
    path_html,
    quiet_html,
    statement_html,
    ways_html,
    words_html,
)
from present.plan.model import Aim, Objective, Whole, read
from present.plan.words import aim_counts
from tests.present.plan.test_model import FRAMES, ROAD, WATER

WATER_STYLE = f"--kh-aim:light-dark({aim_colour(1, False)},{aim_colour(1, True)})"


def test_an_aim_stands_with_its_colour_money_and_counts() -> None:
    aims = read(FRAMES)[:1]
    html = aims_html(
        aims, Whole(350_00, None), {1: summarise([])}, lambda n: f"/a?b=1&amac={n}", 2025, str
    )
    assert html == (
        f'<ol class="kh-aims"><li class="kh-aim" style="{WATER_STYLE}">'
        '<h3><a href="/a?b=1&amp;amac=1" target="_self">1. Su</a></h3>'
        '<p class="kh-money"><b>175 TL</b> (programdaki payı %50,0)</p>'
        '<div class="kh-share-bar" aria-hidden="true"><i style="width:50.00%"></i></div>'
        '<details class="kbb-wide"><summary><span>Ayrıntılar</span>'
        '<span class="kbb-sr">: 1. Su</span></summary>'
        "<p>Su &lt;getirmek&gt;.</p>"
        "<p>1 stratejik hedef, 1 performans hedefi, 2 faaliyet, 2 gösterge</p>"
        "</details></li></ol>"
    )


def test_an_aim_without_money_has_an_empty_bar() -> None:
    html = aims_html(read(FRAMES)[1:], Whole(350_00, None), {2: summarise([])}, str, 2025, str)
    assert '<p class="kh-money"><b>belirtilmemiş</b> </p>' in html
    assert '<i style="width:0.00%"></i>' in html


def test_the_documents_own_words_stand_under_their_names() -> None:
    assert words_html("Hizmet & iş", "Şehir", ["Adil", "<Açık>"]) == (
        '<details class="kbb-fold kh-words">'
        "<summary><h2>Misyon, vizyon, temel değerler</h2></summary><div>"
        "<h3>Misyon</h3><p>Hizmet &amp; iş</p><h3>Vizyon</h3><p>Şehir</p><h3>Temel değerler</h3>"
        '<ul class="kh-plain"><li>Adil</li><li>&lt;Açık&gt;</li></ul></div></details>'
    )
    assert words_html(None, "", []) == ""
    assert words_html(None, "Şehir", []) == (
        '<details class="kbb-fold kh-words"><summary><h2>Vizyon</h2></summary>'
        "<div><h3>Vizyon</h3><p>Şehir</p></div></details>"
    )


def test_facts_are_a_list_of_terms_in_their_order() -> None:
    assert facts_html(WATER.money, Whole(None, None), [("Faaliyet", 1200)]) == (
        '<div class="kh-panel"><dl class="kh-facts">'
        '<div class="kh-whole"><dt>Ayrılan para</dt><dd>175 TL</dd></div>'
        "<div><dt>Bütçe</dt><dd>125 TL</dd></div>"
        "<div><dt>Bütçe dışı</dt><dd>50 TL</dd></div>"
        '<div class="kh-count"><dt>Faaliyet</dt><dd>1.200</dd></div></dl></div>'
    )


def test_goals_lead_to_their_pages() -> None:
    assert goals_html((WATER, ROAD), Whole(350_00, None), lambda n: f"/h?a=1&h={n}") == (
        '<ul class="kh-goals">'
        '<li><a href="/h?a=1&amp;h=1" target="_self"><b>1. hedef</b> Arıtma</a>'
        "<p><b>175 TL</b> (programdaki payı %50,0)<span> · 2 faaliyet · 2 gösterge</span></p></li>"
        '<li><a href="/h?a=1&amp;h=2" target="_self"><b>2. hedef</b> Yolu onarmak.</a>'
        "<p><b>belirtilmemiş</b><span> · 1 faaliyet · 0 gösterge</span></p></li></ul>"
    )
    assert goals_html((), Whole(None, None), str) == ""


def test_objectives_hold_their_goals() -> None:
    water = read(FRAMES)[0]
    html = objectives_html(water, Whole(350_00, None), str)
    goals = goals_html((WATER,), Whole(350_00, None), str)
    assert html == (
        f'<ol class="kh-objectives" style="{WATER_STYLE}">'
        '<li class="kh-objective" id="hedef-1.1"><h3>Stratejik hedef 1.1</h3>'
        '<details class="kbb-wide"><summary><span>İfadesi</span>'
        '<span class="kbb-sr">: Stratejik hedef 1.1</span></summary><p>Temiz su.</p></details>'
        f"{goals}</li></ol>"
    )


def test_a_goals_place_is_told_from_all_aims_down() -> None:
    water = replace(read(FRAMES)[0], short="Su & iş")
    objective = Objective("1.1", 1, "Temiz <su>.", (WATER,))
    assert path_html(water, WATER, objective, "/a?x=1&y=2", "/a?amac=1") == (
        f'<nav class="kh-path" aria-label="Hedefin yeri" style="{WATER_STYLE}"><ol>'
        '<li><a href="/a?x=1&amp;y=2" target="_self">Amaçlar</a></li>'
        '<li><a href="/a?amac=1" target="_self">1. Su &amp; iş</a></li>'
        '<li><b>Stratejik hedef 1.1</b> <details class="kbb-wide"><summary><span>İfadesi</span>'
        '<span class="kbb-sr">: Stratejik hedef 1.1</span></summary>Temiz &lt;su&gt;.</details>'
        "</li></ol></nav>"
    )


SUB_PROGRAMME = replace(
    WATER, number=3, objective="3", statement="Su <şebekesi>", short="Su <şebekesi>"
)
OWN = Objective("3", 1, "Suyu herkese <ulaştırmak>.", (SUB_PROGRAMME,))
PROGRAMME = replace(read(FRAMES)[0], statement="", objectives=(OWN,))


def test_a_sub_programmes_objective_stands_with_it() -> None:
    with using(TURKISH, PROGRAMME_BUDGET):
        html = objectives_html(PROGRAMME, Whole(350_00, None), lambda n: f"/h?hedef={n}")
        path = path_html(PROGRAMME, SUB_PROGRAMME, OWN, "/a", "/a?amac=1")
        own, none = objective_html(OWN), objective_html(replace(OWN, statement=""))
    name = '<a href="/h?hedef=3" target="_self"><b>3. alt program</b> Su &lt;şebekesi&gt;</a>'
    assert name in html
    assert html.index(name) < html.index("Suyu herkese &lt;ulaştırmak&gt;.")
    assert "Suyu" not in path
    assert path.count("<li>") == 2
    assert "<b>Alt program hedefi:</b> Suyu herkese &lt;ulaştırmak&gt;." in own
    assert "Alt program hedefi bu belgede yok." in none
    above = Objective("1.1", 1, "Temiz su.", (WATER,))
    assert not above.is_of_goal
    assert objective_html(above) == ""


def listed(programme: Aim) -> str:
    summaries = {programme.number: summarise([])}
    return aims_html([programme], Whole(350_00, None), summaries, str, 2026, str)


def test_a_programmes_printed_name_stands_below_its_short_one() -> None:
    renamed = replace(PROGRAMME, short="Su", name="SU & KANAL HİZMETLERİ")
    title = '<h3><a href="1" target="_self">1. Su</a></h3>'
    with using(TURKISH, PROGRAMME_BUDGET):
        html = listed(renamed)
        same = listed(replace(renamed, name="SU"))
    assert html.index(title) < html.index('<p class="kh-name">SU &amp; KANAL HİZMETLERİ</p>')
    assert "kh-name" not in same
    with using(ENGLISH, PROGRAMME_BUDGET):
        assert '<p class="kh-name"><span lang="tr">SU &amp; KANAL' in listed(renamed)
    # An aim has a statement, which says it in full.
    assert "kh-name" not in listed(replace(read(FRAMES)[0], name="Su ve kanal hizmetleri"))


def test_a_programme_is_listed_with_its_sub_programmes() -> None:
    with using(TURKISH, PROGRAMME_BUDGET):
        html = aims_html(
            (PROGRAMME,),
            Whole(350_00, None),
            {1: summarise([])},
            str,
            2025,
            lambda n: f"/h?hedef={n}",
        )
        facts = facts_html(PROGRAMME.money, Whole(None, None), aim_counts(PROGRAMME), "31")
    assert '<a href="/h?hedef=3" target="_self"><b>3. alt program</b>' in html
    assert "<p></p>" not in html
    assert "<dt>Belgedeki kod</dt><dd>31</dd>" in facts
    assert "<dt>Alt program</dt><dd>1</dd>" in facts
    assert "hedef" not in facts.lower()


def test_small_pieces_are_escaped() -> None:
    assert ways_html([("Bütçe & para", "/b?a=1&b=2")]) == (
        '<ul class="kh-ways"><li><a href="/b?a=1&amp;b=2" target="_self">Bütçe &amp; para</a>'
        "</li></ul>"
    )
    assert note_html("Hedefin notu", "Not & 'ek'") == (
        '<div class="kh-note"><h3>Hedefin notu</h3><p>Not &amp; &#x27;ek&#x27;</p></div>'
    )
    assert quiet_html("<x>") == '<p class="kh-quiet">&lt;x&gt;</p>'


def test_the_list_tells_money_share_counts_and_words() -> None:
    aims = read(FRAMES)
    html = aims_html(
        aims,
        Whole(350_00, None),
        {1: summarise([assess(1, 2, 3, "more")]), 2: summarise([])},
        lambda n: f"/a?amac={n}",
        2025,
        str,
    )
    assert "karşılaştırılabilen tek hedef 2024 tahmininden ileride." in html
    assert "175 TL" in html
    assert "%50,0" in html
    assert "belirtilmemiş" in html
    assert "Su &lt;getirmek&gt;." in html
    assert 'href="/a?amac=2"' in html
    with using(ENGLISH):
        english = aims_html(
            aims, Whole(None, None), {1: summarise([]), 2: summarise([])}, str, 2025, str
        )
    assert '<span lang="tr">Yol yapmak.</span>' in english


def test_per_resident_only_where_residents_are_known() -> None:
    money = read(FRAMES)[0].money
    assert "Kişi başına" in facts_html(money, Whole(350_00, 7), [])
    assert "Kişi başına" not in facts_html(money, Whole(350_00, None), [])


def test_a_goals_statement_stands_below_its_short_name() -> None:
    assert "<p>Suyu arıtmak.</p>" in statement_html(WATER)
    assert statement_html(ROAD) == ""


def test_a_goal_without_a_short_name_is_the_documents_own() -> None:
    with using(ENGLISH):
        html = goals_html((WATER, ROAD), Whole(None, None), str)
    assert "Arıtma</a>" in html
    assert '<span lang="tr">Yolu onarmak.</span></a>' in html


def test_objectives_lead_to_their_goals() -> None:
    html = objectives_html(read(FRAMES)[0], Whole(350_00, None), lambda n: f"/hedef?hedef={n}")
    assert 'href="/hedef?hedef=1"' in html
    assert "Temiz su." in html
    assert "2 faaliyet" in html
