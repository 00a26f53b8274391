"""The part of a programme that a briefing is about: its money and activities."""

from __future__ import annotations

import pytest

from present.briefing.parts import Activity, activities
from tests.present.briefing.records import part
from tests.present.budget.frames import lines


def test_the_dearest_activity_comes_first_and_the_unpaid_last_by_number() -> None:
    frame = lines(
        [
            (1, 1, 7, "a", "budget", "03", None),
            (1, 1, 5, "a", "budget", "03", 0),
            (1, 1, 4, "a", "budget", "03", 8),
            (1, 2, 2, "b", "budget", "03", 8),
            (1, 2, 9, "b", "budget", "03", 5),
            (1, 2, 9, "b", "off_budget", "foreign", 6),
        ]
    )
    assert activities(frame) == (
        Activity(9, "Faaliyet 9", "b Daire Başkanlığı", 2, 1100),
        Activity(2, "Faaliyet 2", "b Daire Başkanlığı", 2, 800),
        Activity(4, "Faaliyet 4", "a Daire Başkanlığı", 1, 800),
        Activity(5, "Faaliyet 5", "a Daire Başkanlığı", 1, 0),
        Activity(7, "Faaliyet 7", "a Daire Başkanlığı", 1, None),
    )


def test_money_is_summed_by_fund_and_column() -> None:
    calm = part(programme_kurus=40_000)
    assert calm.amount_kurus == 10_000
    assert (calm.fund_kurus("budget"), calm.fund_kurus("off_budget")) == (8600, 1400)
    assert calm.share == pytest.approx(0.25)
    assert calm.by("spending_unit") == [("a", 4300), ("c", 2900), ("b", 2800)]
    assert calm.by("goal") == [(1, 5700), (2, 4300)]


def test_equal_amounts_stand_as_they_occur_and_what_has_none_is_left_out() -> None:
    rows = [(1, 1, number, unit, "budget", "03", amount)
            for number, (unit, amount) in enumerate(
                (("c", 5), ("a", 5), ("d", 0), ("e", None), ("b", 9)), 1)]  # fmt: skip
    assert part(rows).by("spending_unit") == [("b", 900), ("c", 500), ("a", 500)]


def test_without_lines_nothing_is_stated() -> None:
    nothing = part(rows=[])
    assert nothing.amount_kurus is None
    assert nothing.fund_kurus("budget") is None
    assert nothing.share is None
    assert nothing.activities == ()
    assert part(programme_kurus=None).share is None
