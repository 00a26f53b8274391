"""Every sentence about aims and goals, word for word, in both languages."""

from __future__ import annotations

import pytest

from present.kit.text import ENGLISH, using
from present.plan.model import Aim, Goal, Money, Objective, Whole
from present.plan.words import (
    aim_counts,
    aim_title,
    counts,
    goal_counts,
    goal_line,
    money_facts,
    part,
)


def goal(number: int, activities: int, indicators: int, budget: int | None = None) -> Goal:
    return Goal(
        number=number,
        aim=3,
        objective="3.1",
        statement="Park yapmak.",
        note=None,
        money=Money(budget, None),
        activities=tuple(range(activities)),
        units=(),
        indicators=tuple(f"{number}.{place}" for place in range(indicators)),
        section="2.3",
        line=1,
    )


AIM = Aim(
    3,
    "Yeşil",
    "Yeşil Şehir",
    "Yeşil bir şehir.",
    (
        Objective("3.1", 3, "Parklar", (goal(5, 1200, 3), goal(6, 300, 1001))),
        Objective("3.2", 3, "Ormanlar", (goal(7, 1, 2),)),
    ),
    Money(100, None),
)


def test_an_aim_is_named_by_number_and_short_name() -> None:
    assert aim_title(AIM) == "3. Yeşil"


def test_what_stands_below_an_aim_is_counted() -> None:
    assert counts(AIM) == ("2 stratejik hedef, 3 performans hedefi, 1.501 faaliyet, 1.006 gösterge")
    with using(ENGLISH):
        assert counts(AIM) == (
            "Strategic objectives: 2, performance goals: 3, activities: 1,501, indicators: 1,006"
        )
    assert aim_counts(AIM) == [
        ("Stratejik hedef", 2),
        ("Performans hedefi", 3),
        ("Faaliyet", 1501),
        ("Gösterge", 1006),
    ]
    assert goal_counts(goal(5, 4, 9)) == [("Faaliyet", 4), ("Gösterge", 9)]


@pytest.mark.parametrize(
    ("money", "kurus", "text"),
    [
        (Money(175_00, None), 350_00, "(programdaki payı %50,0)"),
        (Money(1, 2), 9, "(programdaki payı %33,3)"),
        (Money(0, None), 350_00, "(programdaki payı %0)"),
        (Money(None, None), 350_00, ""),
        (Money(5, None), None, ""),
        (Money(5, None), 0, ""),
    ],
)
def test_a_part_of_the_programme_is_told_where_it_can_be(
    money: Money, kurus: int | None, text: str
) -> None:
    assert part(money, Whole(kurus, None)) == text


def test_a_goals_line_tells_what_is_counted() -> None:
    assert goal_line(goal(5, 1200, 1003, 175_00)) == "1.200 faaliyet · 1.003 gösterge"


def test_facts_of_money_stand_in_their_order() -> None:
    assert money_facts(Money(125_00, 50_00), Whole(350_00, 7)) == [
        ("Ayrılan para", "175 TL"),
        ("Bütçe", "125 TL"),
        ("Bütçe dışı", "50 TL"),
        ("Programdaki payı", "%50,0"),
        ("Kişi başına", "25,00 TL"),
    ]


def test_facts_that_can_not_be_told_are_left_out() -> None:
    unstated = money_facts(Money(None, None), Whole(350_00, 7))
    assert unstated == [
        ("Ayrılan para", "belirtilmemiş"),
        ("Bütçe", "belirtilmemiş"),
        ("Bütçe dışı", "belirtilmemiş"),
    ]
    uncounted = money_facts(Money(7_00, None), Whole(None, None))
    assert [name for name, _ in uncounted] == ["Ayrılan para", "Bütçe", "Bütçe dışı"]
    nothing = money_facts(Money(0, None), Whole(350_00, 7))
    assert nothing[3:] == [("Programdaki payı", "%0"), ("Kişi başına", "0 TL")]
