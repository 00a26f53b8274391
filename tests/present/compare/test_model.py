"""Which pair an address means, and what a side holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from present.compare.model import COLUMNS, Kind, Pair, code_of, pair, ranked, side
from present.indicators.ambition import Ambition
from tests.present.budget import frames as small
from tests.present.compare.frames import FRAMES, OPTIONS, side_of

CODES = {kind: tuple(option.code for option in named) for kind, named in OPTIONS.items()}


def test_the_codes_of_addresses_stay() -> None:
    assert list(Kind) == ["amac", "hedef", "birim"]
    assert code_of(Kind.AIM, 1) == "amac-1"
    assert code_of(Kind.UNIT, "fen-isleri") == "birim-fen-isleri"
    assert COLUMNS == {Kind.AIM: "aim", Kind.GOAL: "goal", Kind.UNIT: "spending_unit"}


def test_kinds_are_ranked_by_money() -> None:
    assert ranked(small.LINES, OPTIONS) == {
        Kind.AIM: ("amac-2", "amac-1"),  # 300 and 150 lira
        Kind.GOAL: ("hedef-2", "hedef-1", "hedef-3"),  # 160, 150 and 140
        # 210, 140 and 100; what has no line comes last.
        Kind.UNIT: ("birim-fen", "birim-zabita", "birim-imar", "birim-ilce"),
    }


def test_equals_are_ranked_as_they_stand() -> None:
    lines = small.lines(
        [(aim, aim, aim, "x", "budget", "03", 5) for aim in (1, 2)]
        + [(2, 2, 2, "x", "budget", "03", None)]
    )
    assert ranked(lines, OPTIONS)[Kind.AIM] == ("amac-1", "amac-2")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("hedef-3", "hedef-1"), Pair(Kind.GOAL, "hedef-3", "hedef-1", is_asked=True)),
        (("amac-1", "amac-2"), Pair(Kind.AIM, "amac-1", "amac-2", is_asked=True)),
        (("hedef-3",), Pair(Kind.GOAL, "hedef-3", "hedef-1", is_asked=False)),
        (("hedef-1", "hedef-99"), Pair(Kind.GOAL, "hedef-1", "hedef-2", is_asked=False)),
        (("hedef-99", "hedef-1", "hedef-3"),
         Pair(Kind.GOAL, "hedef-1", "hedef-3", is_asked=False)),
        (("hedef-1", "hedef-1"), Pair(Kind.GOAL, "hedef-1", "hedef-2", is_asked=False)),
        (("hedef-3", "hedef-2", "hedef-1"),
         Pair(Kind.GOAL, "hedef-3", "hedef-2", is_asked=False)),
        (("birim-imar", "amac-1"), Pair(Kind.UNIT, "birim-imar", "birim-fen", is_asked=False)),
        (("birim-fen", "amac-1", "birim-imar"),
         Pair(Kind.UNIT, "birim-fen", "birim-imar", is_asked=False)),
        (("amac-1", "amac-2", "amac-3"), Pair(Kind.AIM, "amac-1", "amac-2", is_asked=False)),
        (("yok",), Pair(Kind.UNIT, "birim-fen", "birim-imar", is_asked=False)),
        ((), Pair(Kind.UNIT, "birim-fen", "birim-imar", is_asked=False)),
    ],
)  # fmt: skip
def test_an_address_means_the_nearest_pair(asked: tuple[str, ...], expected: Pair) -> None:
    assert pair(asked, CODES, Kind.UNIT) == expected


def test_a_usual_kind_that_has_no_two_gives_way_to_the_first() -> None:
    codes = {Kind.GOAL: CODES[Kind.GOAL], Kind.UNIT: CODES[Kind.UNIT]}
    assert pair((), codes, Kind.AIM) == Pair(Kind.GOAL, "hedef-1", "hedef-2", is_asked=False)


def test_nothing_can_be_compared_with_nothing() -> None:
    assert pair(("amac-1", "amac-2"), {}, Kind.AIM) is None


def test_an_aim_has_its_own_money_and_counts() -> None:
    aim = side("amac-2", FRAMES, OPTIONS)
    assert (aim.kind, aim.key, aim.label, aim.words) == (
        Kind.AIM, "2", "2. amaç: Ulaşım", "İkinci",
    )  # fmt: skip
    assert (aim.budget_kurus, aim.off_budget_kurus, aim.amount_kurus) == (240_00, 60_00, 300_00)
    assert (aim.activities, aim.goals, aim.units, aim.indicators) == (3, 2, 2, 3)
    assert aim.codes == {
        ("budget", "06"): 100_00,
        ("budget", "01"): 140_00,
        ("off_budget", "other_domestic"): 60_00,
    }
    assert dict(aim.ambition.words) == {
        Ambition.ON_TREND: 0,
        Ambition.ACCELERATION: 1,
        Ambition.REACHED: 1,
        Ambition.FULL: 0,
        Ambition.KEPT: 0,
        Ambition.BELOW_ACTUAL: 0,
        Ambition.BELOW_BOTH: 0,
        Ambition.LOWER: 1,
        Ambition.NO_DIRECTION: 0,
        Ambition.NOT_COMPARABLE: 0,
    }


def test_a_goal_and_a_unit_have_theirs() -> None:
    goal = side("hedef-1", FRAMES, OPTIONS)
    assert (goal.key, goal.label, goal.words) == ("1", "1. hedef", "Yapmak")
    assert (goal.budget_kurus, goal.off_budget_kurus, goal.amount_kurus) == (150_00, 0, 150_00)
    assert (goal.activities, goal.goals, goal.units, goal.indicators) == (2, 1, 2, 1)
    # The unit's money alone, the indicators of both its goals.
    unit = side("birim-fen", FRAMES, OPTIONS)
    assert (unit.key, unit.label, unit.words) == (
        "fen", "Fen İşleri", "Fen İşleri Daire Başkanlığı",
    )  # fmt: skip
    assert (unit.budget_kurus, unit.off_budget_kurus, unit.amount_kurus) == (150_00, 60_00, 210_00)
    assert (unit.activities, unit.goals, unit.units, unit.indicators) == (2, 2, 1, 2)


def test_what_has_no_line_states_nothing() -> None:
    idle = side("birim-ilce", FRAMES, OPTIONS)
    assert (idle.budget_kurus, idle.off_budget_kurus, idle.amount_kurus) == (None, None, None)
    assert (idle.activities, idle.goals, idle.units, idle.indicators) == (0, 0, 0, 0)
    assert idle.codes == {}
    zabita = side("birim-zabita", FRAMES, OPTIONS)
    # One of its off-budget lines is blank, the other 0.
    assert zabita.off_budget_kurus == 0
    assert zabita.codes[("off_budget", "other_domestic")] == 0
    blank = small.lines([(1, 1, 1, "imar", "budget", "03", None)])
    imar = side("birim-imar", replace(FRAMES, lines=blank), OPTIONS)
    assert imar.codes == {("budget", "03"): None}
    assert imar.amount_kurus is None


def test_what_is_no_option_is_no_side() -> None:
    with pytest.raises(StopIteration):
        side("amac-9", FRAMES, OPTIONS)


def test_a_sides_money_is_both_funds() -> None:
    assert side_of("x", 5, 7).amount_kurus == 12
    assert side_of("x", None, 7).amount_kurus == 7
    assert side_of("x", None, None).amount_kurus is None
    assert side_of("x", 0, indicators=2).indicators == 2
