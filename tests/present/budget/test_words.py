"""The words of money, each sentence whole and with every number and name worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from unittest.mock import patch

import pandas as pd
import pytest

from kbb_data import geo
from kbb_data.geo import Population
from present.budget import facts as facts_of
from present.budget import words
from present.budget.breakdown import break_down
from present.budget.choices import BudgetChoices
from present.budget.model import GENERAL, Fund, Measure, Order, Scope, View, part_of
from present.budget.words import Showing
from present.kit.setting import Background
from present.kit.text import ENGLISH, using
from present.kit.writing import per_head_text, share_text
from tests.present.budget import frames as small
from tests.present.budget.settings import COUNTED, UNCOUNTED, setting

BACKGROUND = Background("Örnek Belediyesi", 2025, 1000, is_dark=False, counted="Sayım, 31.12.2023")
NAMES = {"fen": "Fen İşleri Daire Başkanlığı", "03": "03 Mal ve Hizmet Alım Giderleri"}
NA = pd.NA


@pytest.mark.parametrize(
    ("view", "key", "number", "name", "text"),
    [
        (View.AIM, "2", 2, "Ulaşım", "2. Ulaşım"),
        (View.GOAL, "6", 6, "Yol yapmak", "6. Yol yapmak"),
        (View.AIM, GENERAL, NA, None, "Genel yönetim giderleri"),
        (View.UNIT, "fen", NA, "Fen İşleri", "Fen İşleri"),
        (View.CODE, "03", NA, "Mal Alımı", "03 Mal Alımı"),
        (View.SOURCE, "budget", NA, None, "Belediye bütçesi"),
        (View.SOURCE, "foreign", NA, "anything", "Bütçe dışı: yurt dışı kaynak"),
    ],
)
def test_a_rows_name(view: View, key: str, number: object, name: object, text: str) -> None:
    assert words.row_name(view, key, number, name) == text


def test_a_code_keeps_the_documents_words_unless_the_statute_has_english_ones() -> None:
    assert words.code_name("03", "Mal Alımı") == "Mal Alımı"
    with using(ENGLISH):
        assert words.code_name("03", "Mal Alımı") == "Purchase of goods and services"
        assert words.code_name("33", "Mal Alımı") == "Mal Alımı"
    assert words.is_statutory("09")
    assert not words.is_statutory("9")


@pytest.mark.parametrize(
    ("view", "key", "is_own"),
    [
        (View.GOAL, "1", True),
        (View.ACTIVITY, "1", True),
        (View.UNIT, "fen", True),
        (View.AIM, "1", False),
        (View.SOURCE, "foreign", False),
        (View.CODE, "03", False),
        (View.CODE, "33", True),
        (View.UNIT, "beside", False),
        (View.GOAL, "total", False),
        (View.UNIT, GENERAL, False),
    ],
)
def test_which_rows_words_are_the_documents(view: View, key: str, is_own: bool) -> None:
    assert words.is_own(view, key) is is_own


@pytest.mark.parametrize(
    ("scope", "name"),
    [
        (Scope(), ""),
        (Scope(general=True), "Genel yönetim"),
        (Scope(aim=2), "2. amaç"),
        (Scope(aim=2, goal=6), "6. hedef"),
        (Scope(aim=2, goal=6, activity=9), "9. faaliyet"),
        (Scope(unit="fen"), "Fen İşleri Daire Başkanlığı"),
        (Scope(unit="imar"), "imar"),
        (Scope(aim=1, unit="fen", code="03", source="foreign"),
         "1. amaç, Fen İşleri Daire Başkanlığı, 03 Mal ve Hizmet Alım Giderleri, "
         "Bütçe dışı: yurt dışı kaynak"),
    ],
)  # fmt: skip
def test_a_scopes_name(scope: Scope, name: str) -> None:
    assert words.scope_name(scope, NAMES) == name


@pytest.mark.parametrize(
    ("scope", "name", "told"),
    [
        (Scope(aim=2), "2. amaç (Ulaşım)", "2. amaç (Ulaşım)"),
        (Scope(aim=2, goal=6), "6. hedef", "6. hedef (“Yol yapmak”)"),
        (Scope(goal=7), "7. hedef", "7. hedef"),
        (Scope(goal=6, activity=9, unit="fen"),
         "9. faaliyet, Fen İşleri Daire Başkanlığı",
         "9. faaliyet (“Köprü vb. yapmak”), Fen İşleri Daire Başkanlığı"),
        (Scope(general=True), "Genel yönetim", "“Genel yönetim giderleri”"),
        (Scope(source="foreign"), "Bütçe dışı: yurt dışı kaynak",
         "“Bütçe dışı: yurt dışı kaynak”"),
        (Scope(), "", ""),
    ],
)  # fmt: skip
def test_a_scope_is_told_with_the_documents_words(scope: Scope, name: str, told: str) -> None:
    names = {
        **NAMES, "aim 2": "Ulaşım", "goal 6": "Yol yapmak.", "activity 9": "Köprü vb. yapmak ,",
    }  # fmt: skip
    assert words.scope_name(scope, names) == name
    assert words.scope_name(scope, names, told=True) == told


def test_a_plan_key_is_no_units_or_codes() -> None:
    assert words.plan_key("goal", 6) == "goal 6"
    assert set(words.PLAN_NAMES) == {"aim", "goal", "activity"}


def test_a_resident_gets_a_part_to_the_kurus() -> None:
    column = words.per_head_column(3)
    assert (column.name, column.label, column.key) == ("amount_kurus", "Kişi başına", "per_head")
    assert column.is_number
    assert column.value is not None
    # 200 lira by 3 is 66.666…, 0.05 lira by 2 is 0.025, which goes to the even kuruş.
    assert column.write(200_00) == "66,67 TL"
    assert column.value(200_00) == Decimal("66.67")
    assert words.per_head_column(2).value(5) == Decimal("0.02")  # type: ignore[misc]
    assert words.per_head_column(2).value(7) == Decimal("0.04")  # type: ignore[misc]
    assert column.value(NA) is None
    assert column.write(NA) == "belirtilmemiş"
    assert column.write(0) == "0 TL"


@pytest.mark.parametrize(
    ("fund", "whole", "measure", "text"),
    [
        (Fund.BOTH, 500_00, Measure.LIRA,
         "2025 yılı planı, bütçe ve bütçe dışı toplamı, TL ve pay. Paylar 500 TL içindir."),
        (Fund.BUDGET, 1_50, Measure.SHARE,
         "2025 yılı planı, yalnız bütçe, pay ve TL. Paylar 1,50 TL içindir."),
        (Fund.OFF_BUDGET, 60_00, Measure.PER_HEAD,
         "2025 yılı planı, yalnız bütçe dışı, kişi başına TL ve pay. Paylar 60 TL içindir. Kişi "
         "başına tutar, 1.000 kişiye bölünerek bulunur (Sayım, 31.12.2023)."),
        (Fund.BOTH, 0, Measure.LIRA, "2025 yılı planı, bütçe ve bütçe dışı toplamı."),
        (Fund.OFF_BUDGET, None, Measure.LIRA, "2025 yılı planı, yalnız bütçe dışı."),
    ],
)  # fmt: skip
def test_a_subtitle(fund: Fund, whole: int | None, measure: Measure, text: str) -> None:
    assert words.subtitle_of(fund, whole, BACKGROUND, Showing(measure)) == text
    told = words.subtitle_of(fund, whole, BACKGROUND, Showing(measure), "6. hedef (“Yol”)")
    assert told == f"6. hedef (“Yol”). {text}"


def test_a_breakdown_is_told_in_lira_by_size_where_nobody_chose() -> None:
    assert Showing() == Showing(Measure.LIRA, Order.SIZE, "", False)


def test_where_a_sentences_money_is() -> None:
    assert words.place_words(BACKGROUND, "") == "2025 programında"
    assert words.place_words(BACKGROUND, "2. amaç") == "2025 programında, 2. amaç altında,"
    with using(ENGLISH):
        assert words.place_words(BACKGROUND, "") == "In the 2025 programme"
        assert words.place_words(BACKGROUND, "Aim 2") == "In the 2025 programme, under Aim 2"


@pytest.mark.parametrize(
    ("amount", "whole", "people", "measure", "text"),
    [
        (125_00, 500_00, 1000, Measure.LIRA, "125 TL · %25,0"),
        (125_00, 500_00, 1000, Measure.SHARE, "%25,0 · 125 TL"),
        (125_00, 500_00, 1000, Measure.PER_HEAD, "0,13 TL · %25,0"),
        (0, 500_00, 1000, Measure.LIRA, "0 TL · %0"),
        (0, 0, 1000, Measure.LIRA, "0 TL"),
        (0, 0, 1000, Measure.SHARE, "0 TL"),
        (0, None, 1000, Measure.PER_HEAD, "0 TL"),
        (None, 500_00, 1000, Measure.SHARE, "belirtilmemiş"),
    ],
)
def test_a_bars_words(
    amount: int | None, whole: int | None, people: int | None, measure: Measure, text: str
) -> None:
    assert words.value_text(amount, whole, people, measure) == text


def test_a_bars_tooltip() -> None:
    assert words.detail_of("2. Yol", 125_50, 502_00, 100) == (
        "2. Yol: 125,50 TL, %25,0, kişi başına 1,26 TL"
    )
    assert words.detail_of("2. Yol", 125_50, 502_00, None) == "2. Yol: 125,50 TL, %25,0"
    assert words.detail_of("2. Yol", None, 502_00, None) == ("2. Yol: belirtilmemiş, belirtilmemiş")


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("", "Tüm bütçe"),
        ("aim", "2. amaç"),
        ("goal", "6. hedef"),
        ("activity", "9. faaliyet"),
        ("unit", "Fen İşleri Daire Başkanlığı"),
        ("code", "03 Mal ve Hizmet Alım Giderleri"),
        ("source", "Bütçe dışı: döner sermaye"),
    ],
)
def test_a_step_of_the_way_up(field: str, name: str) -> None:
    choices = BudgetChoices(
        aim="2", goal="6", activity="9", unit="fen", code="03", source="revolving_fund"
    )
    assert words.crumb_name(field, choices, NAMES) == name


def test_general_administration_is_a_step_of_its_own() -> None:
    choices = BudgetChoices(aim=GENERAL, code="03")
    assert words.crumb_name("aim", choices, NAMES) == "Genel yönetim giderleri"
    assert words.crumb_name("code", choices, NAMES) == "03 Mal ve Hizmet Alım Giderleri"


AIMS = pd.DataFrame({"aim": [1, 2], "statement": ["Birinci amaç.", "İkinci amaç."]})


@pytest.mark.parametrize(
    ("scope", "title", "statement"),
    [
        (Scope(aim=2), "2. stratejik amaç: Amaç 2", "İkinci amaç."),
        (Scope(aim=2, goal=3), "3. performans hedefi", "Hedef 3"),
        (Scope(general=True), "Genel yönetim giderleri", ""),
        (Scope(general=True, code="03"),
         "Genel yönetim giderleri · 03 Mal ve Hizmet Alım Giderleri", ""),
        (Scope(unit="fen"), "Fen İşleri Daire Başkanlığı", ""),
        (Scope(source="foreign"), "Bütçe dışı: yurt dışı kaynak", ""),
        (Scope(aim=1, unit="fen", code="03", source="foreign"),
         "1. stratejik amaç: Amaç 1 · Fen İşleri Daire Başkanlığı · "
         "03 Mal ve Hizmet Alım Giderleri · Bütçe dışı: yurt dışı kaynak", "Birinci amaç."),
    ],
)  # fmt: skip
def test_a_parts_whole_name_and_statement(scope: Scope, title: str, statement: str) -> None:
    assert words.scope_words(scope, small.LINES, AIMS, NAMES) == (title, statement)


@pytest.mark.parametrize(
    ("fund", "facts"),
    [
        # 300 of 500 lira; 240 of 440; 60 of 60.
        (Fund.BOTH, [("Toplam", "300 TL"), ("Programdaki payı", "%60,0"),
                     ("Kişi başına", "3,00 TL")]),
        (Fund.BUDGET, [("Bütçe", "240 TL"), ("Programdaki payı", "%54,5"),
                       ("Kişi başına", "2,40 TL")]),
        (Fund.OFF_BUDGET, [("Bütçe dışı", "60 TL"), ("Programdaki payı", "%100"),
                           ("Kişi başına", "0,60 TL")]),
    ],
)  # fmt: skip
def test_what_a_part_costs(fund: Fund, facts: list[tuple[str, str]]) -> None:
    breakdown = break_down(small.LINES, small.NEEDS, View.AIM, Scope(aim=2), fund)
    assert facts_of.money_facts(breakdown, 100) == facts
    assert facts_of.money_facts(breakdown, None) == [*facts[:2], ("Kişi başına", "")]


def test_what_an_activity_costs_from_both_funds() -> None:
    def money(activity: int, fund: Fund) -> list[tuple[str, str]]:
        scope = Scope(activity=activity)
        breakdown = break_down(small.LINES, small.NEEDS, View.ACTIVITY, scope, fund)
        return facts_of.activity_money(breakdown, None)

    assert money(3, Fund.BOTH) == [
        ("Toplam", "160 TL"),
        ("Bütçe", "100 TL"),
        ("Bütçe dışı", "60 TL"),
        ("Programdaki payı", "%32,0"),
        ("Kişi başına", ""),
    ]
    # Nothing is stated of its off-budget sources.
    assert money(4, Fund.BOTH)[1:3] == [("Bütçe", "140 TL"), ("Bütçe dışı", "belirtilmemiş")]
    assert [name for name, _ in money(3, Fund.BUDGET)] == [
        "Bütçe", "Programdaki payı", "Kişi başına",
    ]  # fmt: skip
    assert money(99, Fund.BOTH) == [
        ("Toplam", "belirtilmemiş"), ("Programdaki payı", "belirtilmemiş"), ("Kişi başına", ""),
    ]  # fmt: skip


def test_where_an_activity_belongs() -> None:
    activity = {
        "goal": 3, "goal_statement": "Yol yapmak", "aim": 2, "aim_short": "Ulaşım",
        "unit_name": "Fen İşleri", "source_section": "2.3.1", "source_line": 7, "note": "Ek iş",
        "other_units": None, "legal_basis": None,
    }  # fmt: skip
    facts = [
        ("Performans hedefi", "3. Yol yapmak"),
        ("Stratejik amaç", "2. Ulaşım"),
        ("Harcama birimi", "Fen İşleri"),
        ("Belgedeki yeri", "Bölüm 2.3.1, kaynak metnin 7. satırı"),
        ("Belgedeki açıklama", "Ek iş"),
    ]
    assert facts_of.activity_facts(activity, {}) == facts
    assert facts_of.activity_facts({**activity, "note": None}, {}) == [
        *facts[:4],
        ("Belgedeki açıklama", ""),
    ]
    more = {**activity, "unit_name": None, "other_units": "imar | zabita", "legal_basis": "5393/14"}
    assert facts_of.activity_facts(more, {"imar": "İmar", "zabita": "Zabıta"}) == [
        *facts[:2],
        ("Harcama birimi", "bu belgede yok"),
        ("Öbür sorumlu birimler", "İmar, Zabıta"),
        *facts[3:],
        ("Yasal dayanak", "5393/14"),
    ]


def test_notes_on_a_chart_say_what_it_leaves_to_the_table() -> None:
    drawn = "Grafikte tutarı en büyük 15 satır var; tabloda 1.123 satırın tümü."
    zeros = "Tutarı 0 TL olan 7 satır grafikte yok, tabloda var."
    assert words.chart_notes(15, 1, 7, 1123) == [drawn, zeros]
    assert words.chart_notes(15, 1, 0, 1123) == [drawn]
    assert words.chart_notes(15, 0, 7, 1123) == [zeros]
    assert words.chart_notes(15, 0, 0, 15) == []


def test_notes_on_money_that_a_view_does_not_split() -> None:
    (general,) = words.general_note(50_00)
    assert general.startswith("Genel yönetim giderleri (50 TL) hiçbir faaliyete bağlanmayan ortak")
    (off_budget,) = words.off_budget_note(60_00)
    assert off_budget.startswith("Bütçe dışı kaynak (60 TL), belediye bütçesine girmeyen")
    for nothing in (0, None):
        assert words.general_note(nothing) == words.off_budget_note(nothing) == []


def background(institution: str = COUNTED) -> Background:
    """The background of a setting whose place has 1,234 residents in two districts."""
    kayseri = geo.place(COUNTED)
    assert kayseri is not None
    districts = tuple(
        replace(district, population=population)
        for district, population in zip(kayseri.districts, (1000, 234), strict=False)
    )
    population = Population(2023, date(2023, 12, 31), "Sayım", "Count")
    place = replace(kayseri, districts=districts, population=population)
    with patch.object(geo, "place", lambda name: place if name == COUNTED else None):
        return setting(institution).background


def test_a_note_tells_who_was_counted() -> None:
    assert words.per_head_note(background()) == (
        "Kişi başına tutar, 1.234 kişiye bölünerek bulunur (Sayım, 31.12.2023)."
    )
    with using(ENGLISH):
        assert words.per_head_note(background()) == (
            "The amount per resident is found by dividing by 1,234 residents (Count, 31 December "
            "2023)."
        )


def test_where_nobody_counted_nobody_is_named() -> None:
    assert (background(UNCOUNTED).people, background(UNCOUNTED).counted) == (None, "")


@pytest.mark.parametrize(
    ("shape", "measure", "sentence"),
    [
        ("one", Measure.LIRA, "2025 programında 500 TL'nin tamamı “2. Yol” satırında."),
        ("main", Measure.LIRA, "2025 programında 500 TL içinde “2. Yol” satırının payı 300 TL "
                               "(%60,0)."),
        ("two", Measure.SHARE,
         "2025 programında 500 TL tutarındaki toplamın en büyük payı 300 TL (%60,0) ile “2. Yol”; "
         "ardından 150 TL (%30,0) ile “1. Park” geliyor."),
        ("one", Measure.PER_HEAD,
         "2025 programında kişi başına 0,50 TL düşüyor; tamamı “2. Yol” satırında."),
        ("main", Measure.PER_HEAD,
         "2025 programında kişi başına 0,50 TL düşüyor; bunun 0,30 TL'si (%60,0) “2. Yol” "
         "satırında."),
        ("two", Measure.PER_HEAD,
         "2025 programında kişi başına 0,50 TL düşüyor; en büyük payı 0,30 TL (%60,0) ile “2. "
         "Yol”, ardından 0,15 TL (%30,0) ile “1. Park” alıyor."),
    ],
)  # fmt: skip
def test_a_whole_and_its_largest_parts(shape: str, measure: Measure, sentence: str) -> None:
    place = words.place_words(BACKGROUND, "")
    # Names lose the stop or comma at their end.
    parts = [(300_00, "2. Yol."), (150_00, "1. Park ,")]
    told = words.money_sentence(shape, place, 500_00, parts, BACKGROUND, Showing(measure))
    assert told == sentence


def test_small_is_not_nothing() -> None:
    assert share_text(part_of(1, 10**9)) == "%0,01'den az"
    assert share_text(part_of(1, 10**4)) == "%0,01"
    assert share_text(part_of(0, 0)) == "%0"
    assert share_text(part_of(None, 5)) == "belirtilmemiş"
    assert share_text(float("nan")) == "belirtilmemiş"
    assert per_head_text(499, 1_000) == "1 kuruştan az"
    assert per_head_text(500, 1_000) == "0,01 TL"
    assert per_head_text(0, 1_000) == "0 TL"
