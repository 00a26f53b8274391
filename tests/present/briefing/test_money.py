"""A briefing's words on money."""

from __future__ import annotations

import pytest

from present.briefing import money
from present.briefing.model import Bar, Fact, plain, rest
from present.kit.setting import Background
from present.kit.text import ENGLISH, using
from tests.present.briefing.records import part, promised


def of_people(people: int | None) -> Background:
    """What stands behind amounts where so many residents were counted."""
    counted = "TÜİK, 31.12.2024" if people else ""
    return Background("Ova Belediyesi", 2025, people, is_dark=False, counted=counted)


def test_the_facts_are_amount_share_origin_and_amount_a_head() -> None:
    facts = money.facts(part(programme_kurus=40_000), of_people(50))
    assert facts == [
        Fact("2025 için planlanan", "100 TL", "bütçe ve bütçe dışı birlikte"),
        Fact("Programdaki payı", "%25,0", "400 TL içinde"),
        Fact("Bütçe dışı kaynak", "14 TL", "bu paranın %14'ü"),
        Fact("Kişi başına", "2,00 TL", "nüfus: TÜİK, 31.12.2024"),
    ]
    assert len(money.facts(part(), of_people(None))) == 3


@pytest.mark.parametrize(
    ("fund", "lira", "off_budget", "note", "english"),
    [
        ("budget", 50, "belirtilmemiş", "", ""),
        ("off_budget", 50, "50 TL", "bu paranın %50'si", "50.0% of this money"),
        # All of it, and what one decimal cannot tell from all: 99.99 of 100.
        ("off_budget", 0, "50 TL", "bu paranın tamamı", "all of this money"),
        ("off_budget", 1, "9.999 TL", "bu paranın %99,99'u", "99.99% of this money"),
    ],
)  # fmt: skip
def test_all_of_the_money_is_told_in_a_word(
    fund: str, lira: int, off_budget: str, note: str, english: str
) -> None:
    amount = 9_999 if lira == 1 else 50
    line = "03" if fund == "budget" else "foreign"
    of = part([(1, 1, 1, "a", fund, line, amount), (1, 1, 2, "b", "budget", "03", lira)])
    assert money.facts(of, of_people(None))[2] == Fact("Bütçe dışı kaynak", off_budget, note)
    with using(ENGLISH):
        assert money.facts(of, of_people(None))[2].note == english


def test_goals_are_those_of_activities_and_of_indicators() -> None:
    told = (promised(goal=2), promised(goal=7), promised(goal=7, indicator=2))
    assert money.counts(part(told=told)) == Fact("Plan", "3 hedef, 4 faaliyet, 3 gösterge")


def test_bars_are_as_long_as_their_part_of_the_longest() -> None:
    bars = money.by_unit(part())
    assert bars.title == "Birimlere göre"
    assert [(bar.name, bar.amount, bar.share) for bar in bars.rows] == [
        ("a Daire Başkanlığı", "43 TL", "%43,0"),
        ("c Daire Başkanlığı", "29 TL", "%29,0"),
        ("b Daire Başkanlığı", "28 TL", "%28,0"),
    ]
    assert [bar.size for bar in bars.rows] == pytest.approx([1, 29 / 43, 28 / 43])
    assert bars.note == ""


def test_goals_and_lines_are_named() -> None:
    goals = money.by_goal(part())
    assert (goals.title, [bar.name for bar in goals.rows]) == (
        "Hedeflere göre", ["1. hedef: Hedef 1", "2. hedef: Hedef 2"],
    )  # fmt: skip
    codes = money.by_line(part())
    assert codes.title == "Neye: ekonomik kod ve kaynak"
    assert [(bar.name, bar.amount) for bar in codes.rows][:2] == [
        ("03 Kod 03", "58 TL"), ("06 Kod 06", "28 TL"),
    ]  # fmt: skip
    assert codes.rows[2].amount == "14 TL"
    with using(ENGLISH):
        assert money.by_goal(part()).rows[0].name.endswith("\ue000Hedef 1\ue001")
        assert money.by_unit(part()).rows[0].name == "\ue000a Daire Başkanlığı\ue001"
        assert "\ue000" not in money.by_line(part()).rows[2].name


def test_what_does_not_fit_is_counted_and_summed() -> None:
    rows = [(1, 1, number, f"b{number}", "budget", "03", 20 - number) for number in range(1, 10)]
    bars = money.by_unit(part(rows))
    assert len(bars.rows) == 7
    assert bars.rows[-1].name == "b7 Daire Başkanlığı"
    assert bars.note == "Geri kalan 2 satır: 23 TL."
    assert money.by_unit(part(rows[:7])).note == ""
    assert money.bars("Başlık", [], None).rows == ()
    assert money.bars("Başlık", [("x", 50)], 10000).rows == (Bar("x", "0,50 TL", "%0,5", 1.0),)


def test_the_largest_activities_stand_in_a_table_and_the_rest_is_counted() -> None:
    table = money.activities(part(), "https://pano.example/butce?x=1", 3)
    assert table.title == "En büyük faaliyetler, 2025"
    assert table.head == ("Faaliyet", "Birim", "Tutar", "Pay")
    assert table.rows == (
        ("Faaliyet 1", "a Daire Başkanlığı", "29 TL", "%29,0"),
        ("Faaliyet 3", "c Daire Başkanlığı", "29 TL", "%29,0"),
        ("Faaliyet 2", "b Daire Başkanlığı", "28 TL", "%28,0"),
    )
    assert plain(table.note) == "1 satır daha: pano.example/butce?x=1"
    assert table.numbers == {2, 3}
    assert len(table.wide) == 4
    assert money.activities(part(), "/butce", 4).note == ""


def test_what_is_left_says_where_it_stands() -> None:
    assert rest(1200, "/butce") == "1.200 satır daha: /butce"
    assert rest(1, "/butce") == "1 satır daha: /butce"
    assert rest(0, "/butce") == ""
    assert rest(-1, "/butce") == ""


def test_a_part_without_money_says_so() -> None:
    section = money.section(part(rows=[]), (), "/butce", 3)
    assert (section.title, section.text) == (
        "Para: kim, neye", "2025 programında buraya para planlanmamış.",
    )  # fmt: skip
    assert section.tables == ()
    beside = (money.by_unit(part()),)
    whole = money.section(part(), beside, "/butce", 3)
    assert (whole.text, whole.beside) == ("", beside)
    assert len(whole.tables[0].rows) == 3
