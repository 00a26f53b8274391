"""The words of a comparison, each sentence whole; the larger side is the one that gets more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from present.compare.model import Kind, Named, Side, Whole
from present.compare.words import (
    ambition_sentence,
    codes_sentence,
    facts,
    labels,
    money_sentence,
    option_name,
    options,
    own_words,
)
from present.kit.text import ENGLISH, using
from tests.present.compare.frames import FRAMES, LIGHT, OPTIONS, side_of


def test_options_name_each_kind_in_its_order() -> None:
    assert {
        Kind.AIM: (
            Named("amac-1", "1. amaç: İmar", "Birinci"),
            Named("amac-2", "2. amaç: Ulaşım", "İkinci"),
        ),
        Kind.GOAL: (
            Named("hedef-1", "1. hedef", "Yapmak", "Yapmak"),
            Named("hedef-2", "2. hedef", "Etmek", "Etmek"),
            Named("hedef-3", "3. hedef", "Görmek", "Görmek"),
        ),
        Kind.UNIT: (
            Named("birim-fen", "Fen İşleri", "Fen İşleri Daire Başkanlığı"),
            Named("birim-imar", "İmar", "İmar Daire Başkanlığı"),
            Named("birim-ilce", "İlçe", "İlçe Müdürlüğü"),
            Named("birim-zabita", "Zabıta", "Zabıta Daire Başkanlığı"),
        ),
    } == OPTIONS
    assert list(OPTIONS) == [Kind.AIM, Kind.GOAL, Kind.UNIT]


def test_what_there_is_one_of_cannot_be_compared() -> None:
    few = replace(
        FRAMES, aims=FRAMES.aims.iloc[:1], goals=FRAMES.goals.iloc[:2], units=FRAMES.units.iloc[:0]
    )
    assert list(options(few)) == [Kind.GOAL]


def test_a_goal_is_listed_with_its_statement() -> None:
    goal = Named("hedef-1", "1. hedef", "Yapmak", "Yapmak")
    assert option_name(goal, Kind.GOAL) == "1. hedef: Yapmak"
    assert option_name(Named("amac-1", "1. amaç: İmar", "Birinci"), Kind.AIM) == "1. amaç: İmar"


SMALL, LARGE = side_of("Park", 120_00, 30_00), side_of("Yol", 300_00, 50)


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        (SMALL, LARGE,
         "2025 programında A (Park) için 150 TL, B (Yol) için 300,50 TL ayrılmış; 150,50 TL "
         "fazlası B tarafında."),
        (LARGE, SMALL,
         "2025 programında A (Yol) için 300,50 TL, B (Park) için 150 TL ayrılmış; 150,50 TL "
         "fazlası A tarafında."),
        (SMALL, side_of("Su", 150_00),
         "2025 programında A (Park) ve B (Su) için aynı tutar ayrılmış: 150 TL."),
        (SMALL, side_of("Su", 149_99),
         "2025 programında A (Park) için 150 TL, B (Su) için 149,99 TL ayrılmış; 0,01 TL fazlası "
         "A tarafında."),
        (SMALL, side_of("Su", None),
         "2025 programında A (Park): 150 TL; B (Su): belirtilmemiş."),
        (side_of("Su", None), SMALL,
         "2025 programında A (Su): belirtilmemiş; B (Park): 150 TL."),
        (side_of("Su", 0), SMALL,
         "2025 programında A (Su) için 0 TL, B (Park) için 150 TL ayrılmış; 150 TL fazlası B "
         "tarafında."),
    ],
)  # fmt: skip
def test_the_side_that_gets_more_is_named(first: Side, second: Side, sentence: str) -> None:
    assert money_sentence(first, second, LIGHT) == sentence


ROWS = [
    ("a", "Personel", 10_00, 40_00),
    ("b", "Yatırım", 90_00, 0),
    ("c", "Faiz", None, 40_00),
]


def test_each_sides_largest_row_is_named() -> None:
    assert codes_sentence(ROWS, SMALL, LARGE, LIGHT) == (
        "2025 programında A (Park) tarafında en büyük kalem 90 TL ile “Yatırım”, B (Yol) "
        "tarafında 40 TL ile “Personel”."
    )


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("a", "Personel", 10_00, 0)],
        [("a", "Personel", 10_00, None)],
        [("a", "Personel", 0, 10_00), ("b", "Yatırım", None, 5)],
    ],
)
def test_a_side_without_money_is_said_to_have_none(
    rows: list[tuple[str, str, int | None, int | None]],
) -> None:
    assert codes_sentence(rows, SMALL, LARGE, LIGHT) == (
        "2025 programında iki taraftan en az birine para ayrılmamış: A (Park), B (Yol)."
    )


def test_how_many_indicators_each_side_has() -> None:
    none, three = side_of("Park", 1), side_of("Yol", 1, indicators=3)
    assert ambition_sentence(none, three, 2027) == (
        "2027 programında A (Park) tarafında 0, B (Yol) tarafında 3 gösterge var; çubuklar her "
        "sözcüğün kaç göstergede geçtiğini sayar."
    )
    assert ambition_sentence(three, none, 2027).startswith(
        "2027 programında A (Yol) tarafında 3, B (Park) tarafında 0 "
    )
    assert ambition_sentence(none, none, 2027) == (
        "2027 programında iki tarafta da gösterge yok: A (Park), B (Park)."
    )
    with using(ENGLISH):
        assert ambition_sentence(side_of("Park", 1, indicators=1), three, 2027) == (
            "In the 2027 programme, A (Park) has 1 indicator, B (Yol) has 3; the bars count the "
            "indicators by word."
        )
        assert ambition_sentence(none, none, 2027) == (
            "In the 2027 programme, neither side has indicators: A (Park), B (Park)."
        )


def test_labels_and_which_of_them_are_the_documents() -> None:
    unit = side_of("Fen İşleri", 1, kind=Kind.UNIT)
    assert labels(SMALL, unit) == {"first": "Park", "second": "Fen İşleri"}
    assert own_words(SMALL, unit) == ("Fen İşleri",)
    assert own_words(unit, unit) == ("Fen İşleri", "Fen İşleri")
    goal = side_of("1. hedef", 1, kind=Kind.GOAL, words="Yol yapmak. ")
    assert own_words(SMALL, goal) == ("Yol yapmak",)
    assert own_words(goal, unit) == ("Fen İşleri", "Yol yapmak")
    assert labels(SMALL, goal) == {"first": "Park", "second": "1. hedef, “Yol yapmak”"}


def test_a_goal_is_told_with_its_statement() -> None:
    goal = side_of("1. hedef", 200_00, kind=Kind.GOAL, words="Yol yapmak.")
    assert money_sentence(goal, SMALL, LIGHT) == (
        "2025 programında A (1. hedef, “Yol yapmak”) için 200 TL, B (Park) için 150 TL ayrılmış; "
        "50 TL fazlası A tarafında."
    )
    with using(ENGLISH):
        assert codes_sentence([], goal, SMALL, LIGHT) == (
            "In the 2025 programme, at least one of the two sides has no money: A (1. hedef, “Yol "
            "yapmak”), B (Park)."
        )


WHOLE = Whole(activities_kurus=600_00, programme_kurus=1000_00, people=100)


def test_the_facts_of_a_side() -> None:
    money = [
        ("Bütçe", "120 TL"),
        ("Bütçe dışı", "30 TL"),
        ("Tüm faaliyetlerdeki payı", "%25,0"),
        ("Tüm programdaki payı", "%15,0"),
        ("Kişi başına", "1,50 TL"),
        ("Faaliyet", "3"),
    ]
    goals, units, indicators = (
        ("Performans hedefi", "4"),
        ("Harcama birimi", "5"),
        ("Gösterge", "2"),
    )

    def of(kind: Kind) -> list[tuple[str, str]]:
        return facts(side_of("x", 120_00, 30_00, kind=kind, indicators=2), WHOLE)

    assert of(Kind.AIM) == [*money, goals, units, indicators]
    assert of(Kind.GOAL) == [*money, units, indicators]
    assert of(Kind.UNIT) == [*money, goals, indicators]


def test_nobody_counted_no_fact_per_resident() -> None:
    names = [name for name, _ in facts(SMALL, replace(WHOLE, people=None))]
    assert "Kişi başına" not in names
    assert len(names) == 8


def test_zero_is_no_part_of_a_whole_and_a_blank_is_not_stated() -> None:
    assert [text for _, text in facts(side_of("x", 0), WHOLE)][2:4] == ["%0", "%0"]
    assert [text for _, text in facts(side_of("x", None), WHOLE)][2:4] == ["belirtilmemiş"] * 2
    assert [text for _, text in facts(side_of("x", 0), Whole(0, None, 1))][2:4] == [
        "belirtilmemiş"
    ] * 2
    with using(ENGLISH):
        assert facts(side_of("x", 0), WHOLE)[0] == ("Budget", "0 TL")
