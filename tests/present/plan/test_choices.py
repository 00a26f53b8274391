"""Which aim or goal is looked at, in the address."""

from __future__ import annotations

from present.kit.address import parse, query
from present.plan.choices import AimChoices, GoalChoices


def test_an_aim_stands_in_the_address_and_comes_back() -> None:
    assert AimChoices() == AimChoices(aim=None)
    assert query(AimChoices()) == {}
    assert query(AimChoices("3")) == {"amac": "3"}
    known = {"aim": ("1", "3")}
    assert parse(AimChoices, {"amac": "3"}, known).choices == AimChoices("3")
    assert parse(AimChoices, {"amac": "9"}, known).dropped == ("amac",)


def test_a_goal_stands_in_the_address_and_comes_back() -> None:
    assert GoalChoices() == GoalChoices(goal=None)
    assert query(GoalChoices()) == {}
    assert query(GoalChoices("12")) == {"hedef": "12"}
    known = {"goal": ("12",)}
    assert parse(GoalChoices, {"hedef": "12"}, known).choices == GoalChoices("12")
    assert parse(GoalChoices, {"hedef": "13"}, known).dropped == ("hedef",)
