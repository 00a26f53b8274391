"""The answers of results: amounts as on their pages, years, people, places."""

from __future__ import annotations

import dataclasses
import re
from decimal import Decimal

import pytest

from present.budget import wages as budget_wages
from present.budget.breakdown import break_down
from present.budget.model import Scope, View
from present.kit.setting import Setting
from present.kit.text import using
from present.search import amounts
from present.search.answers import MONEY_KINDS, Answer, answer
from tests.present.search.conftest import InLanguage
from tests.support import rawcsv
from tests.support.datasets import KAYSERI

#: The field of a scope that holds each kind's code, and how the code is written there.
SCOPES = {
    "aim": ("aim", int), "goal": ("goal", int), "activity": ("activity", int),
    "spending_unit": ("unit", str), "economic_code": ("code", str),
}  # fmt: skip


@pytest.mark.parametrize("kind", SCOPES)
def test_amounts_are_those_of_the_budgets_pages(setting: Setting, kind: str) -> None:
    field, write = SCOPES[kind]
    needs = setting.frame("resource_needs")
    known = amounts.amounts(setting)
    own = {code: kurus for (each, code), kurus in known.of.items() if each == kind}
    assert own
    for code in [*own][:4] + [*own][-2:]:
        scope = Scope(**{field: write(code)})
        told = break_down(setting.lines, needs, View.ACTIVITY, scope)
        assert own[code] == told.whole_kurus, code
        assert known.whole_kurus == told.programme_kurus


@pytest.mark.parametrize(
    ("kind", "table", "key"),
    [("activity", "activities", "activity"), ("goal", "goals", "goal")],
)
def test_amounts_are_the_documents(setting: Setting, kind: str, table: str, key: str) -> None:
    known = amounts.amounts(setting).of
    for row in rawcsv.rows(KAYSERI, table):
        if row["total"]:
            assert known[kind, row[key]] == int(Decimal(row["total"]) * 100), row[key]


def test_topics_are_the_judged_ones(setting: Setting) -> None:
    known = amounts.amounts(setting).of
    for row in rawcsv.rows(KAYSERI, "topics"):
        assert known["topic", row["topic"]] == int(Decimal(row["total"]) * 100)
    assert answer(setting, "topic", "personel").left_out
    assert answer(setting, "topic", "faiz").left_out == ""


def test_objectives_add_up_their_goals(setting: Setting) -> None:
    known = amounts.amounts(setting).of
    goals = [row for row in rawcsv.rows(KAYSERI, "goals") if row["objective"] == "2.1"]
    assert known["objective", "2.1"] == sum(known["goal", row["goal"]] or 0 for row in goals)


def test_an_amount_has_its_year_kind_and_share(setting: Setting, in_language: InLanguage) -> None:
    told = answer(setting, "activity", "24")
    assert told.strong == "614,2 milyon TL"
    assert told.said == "2025 planı (614.163.000 TL); 17 milyar TL toplamın %3,6'sı"
    english = answer(in_language("en"), "activity", "24")
    assert english.said == "plan for 2025 (614,163,000 TL); 3.6% of the total of 17 billion TL"


def test_no_money_is_said_and_blank_is_not_zero(setting: Setting) -> None:
    assert answer(setting, "activity", "5") == Answer(
        "0 TL", "2025 planında bu kalem için para ayrılmamış"
    )
    assert (
        answer(setting, "activity", "9999").said == "2025 planında bu kalem için tutar yazılmamış"
    )


def test_the_fixed_words_on_wages_travel_with_an_amount(setting: Setting) -> None:
    judged = budget_wages.wages(setting)
    assert judged is not None
    inside = budget_wages.inside(judged)
    for kind, code in (("activity", "109"), ("goal", "29"), ("spending_unit", judged.unit)):
        assert answer(setting, kind, code).left_out == inside
    lines = setting.lines
    own = lines[lines["spending_unit"] == "itfaiye"]
    words = budget_wages.of_unit(judged, "İtfaiye Daire Başkanlığı", own)
    assert answer(setting, "spending_unit", "itfaiye").left_out == words
    assert answer(setting, "economic_code", "01").left_out == budget_wages.of_codes(judged, ["01"])
    assert answer(setting, "activity", "24").left_out == ""


@pytest.mark.parametrize(
    ("kind", "code", "text"),
    [
        ("indicator", "12.5", "2025 hedefi: 600 adet · 2023 gerçekleşen: 1.270 adet · 2024 tahmin:"
         " 750 adet"),
        ("indicator", "24.2", "2025 hedefi: %60 · 2023 gerçekleşen: belirtilmemiş · 2024 tahmin:"
         " %50"),
        ("council_member", "1", "Büyükşehir Belediye Başkanı · AK PARTİ"),
        ("committee", "ulasim-komisyonu", "7 üye · Komisyon Başkanı: Mustafa GÜLDÜOĞLU"),
        ("district", "talas", "168.172 kişi · nüfus, 31.12.2023; 2025 programında yeri bu ilçe"
         " yazılan 6 tesis"),
        ("asset", "kutuphaneler-mevlana-kutuphanesi-talas", "300 kişilik · Talas"),
        ("asset", "tasit-araclari-otobus", "6 adet"),
        ("term", "encumen", ""),
        ("aim", "99", "2025 planında bu kalem için tutar yazılmamış"),
        ("indicator", "99.1", ""), ("council_member", "999", ""), ("committee", "yok", ""),
        ("district", "ankara", ""), ("asset", "yok", ""),
    ],
)  # fmt: skip
def test_what_a_thing_answers(setting: Setting, kind: str, code: str, text: str) -> None:
    assert answer(setting, kind, code).text == text


def test_a_member_is_told_with_committees(setting: Setting) -> None:
    rows = {row["name"]: row for row in rawcsv.rows(KAYSERI, "committees")}
    member = next(row for row in rawcsv.rows(KAYSERI, "council_members") if row["name"] in rows)
    told = answer(setting, "council_member", member["position"])
    assert told.strong == member["role"]
    assert rows[member["name"]]["role"] in told.said


def test_everything_that_is_found_has_an_answer(setting: Setting) -> None:
    tables = {
        "activity": ("activities", "activity"),
        "spending_unit": ("spending_units", "spending_unit"),
        "economic_code": ("economic_codes", "economic_code"), "goal": ("goals", "goal"),
        "aim": ("aims", "aim"), "objective": ("objectives", "objective"),
        "council_member": ("council_members", "position"),
    }  # fmt: skip
    for kind, (table, key) in tables.items():
        for row in rawcsv.rows(KAYSERI, table):
            told = answer(setting, kind, row[key])
            assert told.strong, (kind, row[key])
            if kind in MONEY_KINDS:
                assert "2025" in told.said


def test_answers_are_in_the_settings_language_whatever_the_callers_is(
    setting: Setting, in_language: InLanguage
) -> None:
    with using("en"):
        assert answer(setting, "district", "talas").strong == "168.172 kişi"
    told = answer(in_language("en"), "indicator", "12.5")
    assert told.strong.startswith("target 2025: 600")
    assert not re.search("hedef|adet", told.text)


def test_a_programme_without_residents_or_places_says_less(setting: Setting) -> None:
    elsewhere = dataclasses.replace(setting, institution="NOBODY")
    assert answer(elsewhere, "district", "talas") == Answer()
