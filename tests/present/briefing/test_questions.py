"""The briefings' questions: each rule asks where it should, with its figures, the weightiest
first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from present.briefing.parts import Part
from present.briefing.questions import RULES, questions
from present.indicators.model import Indicator
from present.kit.text import ENGLISH, using
from tests.present.briefing.records import BLANK, part, promised

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "briefing.md"


def asked(rule: str, of: Part) -> list[str]:
    """All that a rule would ask, also beyond what a page holds."""
    (ask,) = [listed.ask for listed in RULES if listed.name == rule]
    return list(ask(of))


def money(*amounts: int | None, fund: str = "budget") -> list[Any]:
    """An activity an amount, in lira, all of a unit and a goal."""
    return [(1, 1, number, "a", fund, "03", amount) for number, amount in enumerate(amounts, 1)]


def units(**amounts: int) -> list[Any]:
    """An activity an amount, in lira, each of another unit."""
    return [
        (1, 1, number, unit, "budget", "03", amount)
        for number, (unit, amount) in enumerate(amounts.items(), 1)
    ]


def test_a_calm_part_is_asked_nothing() -> None:
    assert questions(part()) == ()
    assert questions(part(rows=[], told=())) == ()


def test_every_rule_is_explained() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert [rule.name for rule in RULES] == [
        line.split("`")[1] for line in text.splitlines() if line.startswith("| `")
    ]


def test_a_finding_is_asked_about_with_both_amounts_and_the_difference() -> None:
    of = part(
        findings=(
            {"finding": "goal-table-sums.1", "difference": "0.00"},
            {"finding": "goal-table-sums.2", "unit": "m2"},
            {"finding": "goal-table-sums.3", "difference": None},
            {"finding": "goal-table-sums.4", "location": "Küçük", "difference": "-7.00"},
            {"finding": "goal-table-sums.5"},
        )
    )
    assert asked("finding", of) == [
        "Belgede “1. hedef tablosu” için yazılan 100 TL, hesaplanan 140 TL; fark 40 TL. "
        "Hangisi doğru, düzeltme yayımlanacak mı?",
        "Belgede “Küçük” için yazılan 100 TL, hesaplanan 140 TL; fark 7 TL. "
        "Hangisi doğru, düzeltme yayımlanacak mı?",
    ]


def test_a_lowered_target_is_asked_about_the_largest_step_first() -> None:
    of = part(
        told=(
            promised(indicator=1, name="Az", target=9.0),
            promised(indicator=2, name="Çok", target=4.0),
            promised(indicator=3, name="Azalan", target=12.0, direction="less"),
            promised(indicator=4, name="Eğilimde"),
        )
    )
    assert asked("lowered", of) == [
        "Gösterge 1.2 “Çok”: 2025 hedefi 4 adet, 2024 tahmini 10 adet. Hedef neden tahminden 6 "
        "adet düşük?",
        "Gösterge 1.3 “Azalan”: 2025 hedefi 12 adet, 2024 tahmini 10 adet. "
        "Azalması beklenirken hedef neden 2 adet yüksek?",
        "Gösterge 1.1 “Az”: 2025 hedefi 9 adet, 2024 tahmini 10 adet. Hedef neden tahminden 1 "
        "adet düşük?",
    ]


def test_equal_steps_are_asked_about_in_the_documents_order() -> None:
    of = part(told=tuple(promised(indicator=number, target=4.0) for number in (3, 1, 2)))
    assert [question.split()[1] for question in asked("lowered", of)] == ["1.3", "1.1", "1.2"]


def test_a_steep_target_is_asked_about_the_steepest_first() -> None:
    of = part(
        told=(
            promised(indicator=1, name="Dik", target=16.0, unit="m²"),
            promised(indicator=2, name="En dik", target=90.0),
            promised(indicator=3, name="Eğilimde", target=15.0),
        )
    )
    assert asked("steep", of) == [
        "Gösterge 1.2 “En dik”: 2023 gerçekleşen 5 adet, 2024 tahmini 10 adet, 2025 hedefi 90 "
        "adet. "
        "Aradaki fark (80 adet) hangi çalışmayla, hangi tarihte kapanacak?",
        "Gösterge 1.1 “Dik”: 2023 gerçekleşen 5 m², 2024 tahmini 10 m², 2025 hedefi 16 m². "
        "Aradaki fark (6 m²) hangi çalışmayla, hangi tarihte kapanacak?",
    ]


def test_years_that_an_indicator_does_not_carry_are_counted_from_the_programmes() -> None:
    of = part(told=(promised(target=90.0, actual_year=None, estimate_year=None, target_year=None),))
    assert (
        "2023 gerçekleşen 5 adet, 2024 tahmini 10 adet, 2025 hedefi 90 adet"
        in (asked("steep", of)[0])
    )
    other = part(told=(promised(target=90.0, actual_year=2019, estimate_year=2020,
                                target_year=2021),))  # fmt: skip
    assert (
        "2019 gerçekleşen 5 adet, 2020 tahmini 10 adet, 2021 hedefi 90 adet"
        in (asked("steep", other)[0])
    )


def test_what_is_not_stated_is_counted_and_an_example_named() -> None:
    of = part(
        told=(
            promised(indicator=1),
            promised(indicator=2, name="Hedefsiz", target=BLANK),
            promised(indicator=3, name="Tahminsiz", estimate=BLANK),
            promised(indicator=4, name="Gerçekleşensiz", actual=BLANK),
        )
    )
    assert asked("unstated", of) == [
        "Tahmini (2024) ya da hedefi (2025) yazılmamış 2 gösterge var; örneğin 1.2 “Hedefsiz”. "
        "Bu değerler ne zaman açıklanacak?"
    ]
    alone = part(told=(promised(indicator=2, name="Hedefsiz", target=BLANK),))
    assert asked("unstated", alone) == [
        "Gösterge 1.2 “Hedefsiz”: 2024 tahmini ya da 2025 hedefi yazılmamış. Bu değer ne zaman "
        "açıklanacak?"
    ]
    assert asked("unstated", part()) == []


def test_a_target_behind_the_actual_is_asked_about_amounts_and_rates_in_turn() -> None:
    rate = {"unit": "%", "direction": "more_to_100"}
    of = part(
        told=(
            promised(indicator=1, name="Az", actual=16.0),
            promised(indicator=2, name="Çok", actual=150.0),
            promised(indicator=3, name="Oran", actual=70.0, estimate=17.0, target=18.0, **rate),
            promised(indicator=4, name="Süre", actual=5.0, estimate=10.0, target=9.0,
                     direction="less", unit="gün"),
            promised(indicator=5, name="Eğilimde"),
        )
    )  # fmt: skip
    assert asked("below_actual", of) == [
        "Gösterge 1.2 “Çok”: 2023 gerçekleşen 150 adet, 2024 tahmini 10 adet, 2025 hedefi 15 adet. "
        "Hedef neden 2023 gerçekleşeninin 135 adet altında?",
        "Gösterge 1.3 “Oran”: 2023 gerçekleşen %70, 2024 tahmini %17, 2025 hedefi %18. "
        "Hedef neden 2023 gerçekleşeninin 52 puan altında?",
        "Gösterge 1.4 “Süre”: 2023 gerçekleşen 5 gün, 2024 tahmini 10 gün, 2025 hedefi 9 gün. "
        "Azalması beklenirken hedef neden 2023 gerçekleşeninin 4 gün üzerinde?",
        "Gösterge 1.1 “Az”: 2023 gerçekleşen 16 adet, 2024 tahmini 10 adet, 2025 hedefi 15 adet. "
        "Hedef neden 2023 gerçekleşeninin 1 adet altında?",
    ]


def test_what_has_no_direction_is_asked_nothing() -> None:
    plain = tuple(
        promised(indicator=number, target=target, direction="no_direction")
        for number, target in enumerate((1.0, 10.0, 90.0), 1)
    )
    for rule in ("lowered", "below_actual", "steep"):
        assert asked(rule, part(told=plain)) == []


def test_an_activity_is_large_from_three_tenths_on() -> None:
    assert asked("large_activity", part(rows=money(30, 29, 29, 12))) == [
        "Paranın %30'u (30 TL) tek faaliyette: 1. “Faaliyet 1”. "
        "2025 içindeki takvimi ve ara hedefleri neler?"
    ]
    assert asked("large_activity", part(rows=money(299, 299, 299, 103))) == []
    assert (
        "90 TL) tek faaliyette: 2. “Faaliyet 2”"
        in (asked("large_activity", part(rows=money(60, 90)))[0])
    )


def test_the_only_activity_is_no_large_one_and_no_money_is_no_share() -> None:
    assert asked("large_activity", part(rows=money(30))) == []
    assert asked("large_activity", part(rows=[])) == []
    assert asked("large_activity", part(rows=money(None, None))) == []
    assert asked("large_activity", part(rows=money(0, 0))) == []


def test_a_unit_is_large_from_half_on() -> None:
    assert asked("large_unit", part(rows=units(a=20, b=50, c=30))) == [
        "Paranın %50'si (50 TL), 3 birimden birinde: “b Daire Başkanlığı”. "
        "İş gücü ve takvim buna yetiyor mu?"
    ]
    assert asked("large_unit", part(rows=units(a=499, b=499, c=2))) == []
    assert asked("large_unit", part(rows=units(a=90))) == []
    # A unit without money is none of several.
    assert asked("large_unit", part(rows=units(a=90, b=0))) == []


def test_money_from_outside_the_budget_is_large_from_a_fifth_on() -> None:
    outside = (1, 1, 9, "a", "off_budget", "foreign", 20)
    assert asked("off_budget", part(rows=[*money(80), outside])) == [
        "Paranın %20'si (20 TL) bütçe dışı kaynaklara dayanıyor. 2025 için bu kaynaklar "
        "kesinleşti mi; gelmezse hangi faaliyet ertelenir?"
    ]
    assert asked("off_budget", part(rows=[*money(81), outside])) == []
    assert asked("off_budget", part(rows=money(80))) == []


def test_activities_without_money_are_counted_and_the_first_named() -> None:
    assert asked("without_money", part(rows=money(5, None, 0, 7))) == [
        "Programda 2025 için parası yazılmamış 2 faaliyet var; örneğin 2. “Faaliyet 2”. Bu işler "
        "nasıl yapılacak?"
    ]
    assert asked("without_money", part()) == []


def test_a_goal_that_no_indicator_tells_of_is_asked_about_the_dearest_first() -> None:
    rows = [(1, goal, goal, "a", "budget", "03", amount)
            for goal, amount in ((1, 5), (2, 9), (3, 7), (4, 0))]  # fmt: skip

    def dumb(goal: int, number: int) -> Indicator:
        return promised(goal=goal, indicator=number, estimate=BLANK)

    told = (promised(goal=1), dumb(1, 2), dumb(2, 1), dumb(2, 2), dumb(4, 1))
    assert asked("untold", part(rows=rows, told=told)) == [
        "Hedef 2 (“Hedef 2”) için 2025 programında 9 TL ayrılmış; 2 göstergesinden hiçbirinin "
        "hedefi "
        "önceki yıllarla karşılaştırılamıyor. Sonuç neyle ölçülecek?",
        "Hedef 3 (“Hedef 3”) için 2025 programında 7 TL ayrılmış, ama hedefin göstergesi yok. "
        "Sonuç "
        "neyle ölçülecek?",
    ]
    with using(ENGLISH):
        assert asked("untold", part(rows=rows, told=told))[1] == (
            "Goal 3 (“\ue000Hedef 3\ue001”) gets 7 TL for 2025, but has no indicator. By what will "
            "the result be measured?"
        )


def test_a_goal_that_is_the_parts_in_part_alone_is_not_said_to_get_its_money() -> None:
    rows = [(1, 1, 1, "a", "budget", "03", 9), (1, 2, 2, "a", "budget", "03", 5)]
    of = replace(part(rows=rows, told=()), whole_goals=frozenset({2}))
    assert [question.split()[1] for question in asked("untold", of)] == ["2"]


def test_a_statements_stop_is_not_quoted() -> None:
    of = part(rows=[(1, 1, 1, "a", "budget", "03", 5)], told=())
    of.lines["goal_statement"] = "Yol yapmak. "
    assert asked("untold", of) == [
        "Hedef 1 (“Yol yapmak”) için 2025 programında 5 TL ayrılmış, ama hedefin göstergesi yok. "
        "Sonuç neyle ölçülecek?"
    ]


def test_all_of_the_money_is_told_in_a_word() -> None:
    rows = [(1, 1, 1, "a", "off_budget", "foreign", 40), (1, 1, 2, "a", "budget", "03", 0)]
    of = part(rows=rows)
    assert asked("large_activity", of) == [
        "Paranın tamamı (40 TL) tek faaliyette: 1. “Faaliyet 1”. 2025 içindeki takvimi ve ara "
        "hedefleri neler?"
    ]
    assert asked("off_budget", of) == [
        "Paranın tamamı (40 TL) bütçe dışı kaynaklara dayanıyor. 2025 için bu kaynaklar kesinleşti "
        "mi; gelmezse hangi faaliyet ertelenir?"
    ]
    with using(ENGLISH):
        assert asked("off_budget", of) == [
            "All of the money (40 TL) rests on off-budget sources. Are they certain for 2025; "
            "which activity waits if they don't come?"
        ]


def test_questions_stand_in_the_rules_order_and_never_more_than_a_page_holds() -> None:
    rows = [
        (1, 1, 1, "a", "off_budget", "foreign", 90),
        (1, 2, 2, "b", "budget", "03", 9),
        (1, 3, 3, "b", "budget", "03", None),
    ]
    told = (
        *(promised(goal=1, indicator=number, target=4.0) for number in (1, 2, 3)),
        *(promised(goal=1, indicator=number, target=90.0) for number in (4, 5, 6)),
        promised(goal=2, indicator=1, target=BLANK),
    )
    beginnings = [
        "Belgede “1. hedef tablosu”",
        "Gösterge 1.1 “Gösterge”: 2025 hedefi 4",
        "Gösterge 1.2 “Gösterge”: 2025 hedefi 4",
        "Gösterge 1.4 “Gösterge”: 2023",
        "Gösterge 1.5 “Gösterge”: 2023",
        "Paranın %90,9'u (90 TL) tek faaliyette",
        "Paranın %90,9'u (90 TL) bütçe dışı",
        "Paranın %90,9'u (90 TL), 2 birimden birinde",
        "Hedef 2 (“Hedef 2”) için 2025 programında 9 TL",
        "Faaliyet 3 (“Faaliyet 3”) için 2025",
        "Gösterge 2.1 “Gösterge”: 2024 tahmini ya da 2025 hedefi yazılmamış.",
    ]
    listed = questions(part(rows, told, ({}, {"finding": "goal-table-sums.2"})))
    assert len(listed) == 7
    for question, beginning in zip(listed, beginnings, strict=False):
        assert question.startswith(beginning)
    # Without a finding and the steep targets, the rest moves up.
    shorter = questions(part(rows, (*told[:3], told[-1])))
    expected = (beginnings[1:3] + beginnings[5:])[:7]
    assert len(shorter) == len(expected)
    for question, beginning in zip(shorter, expected, strict=True):
        assert question.startswith(beginning)


def test_in_english_the_documents_words_are_set_off() -> None:
    with using(ENGLISH):
        (question,) = asked("large_activity", part(rows=money(30, 29, 29, 12)))
        assert "\ue000Faaliyet 1\ue001" in question
        assert "30 TL" in question


def test_in_english_a_findings_place_is_ours_but_for_its_names() -> None:
    place = "Tablo 2.5, 05 Cari Transferler (satır 7) ile 3 maliyet tablosu satırının toplamı"
    of = part(findings=({"location": place},))
    with using(ENGLISH):
        (question,) = asked("finding", of)
    told = (
        "Table 2.5, \ue00005 Cari Transferler\ue001 (line 7) and the sum of 3 lines of cost tables"
    )
    assert f"“{told}”" in question
