"""Comparisons: which pair an address means, what a side holds, pairs on one scale."""

from __future__ import annotations

import pickle

import pandas as pd
import pytest

from present.compare.figures import figures
from present.compare.html import sides_html
from present.compare.model import Frames, Kind, Pair, Whole, pair, ranked, side
from present.compare.words import options
from present.indicators.ambition import assess
from present.indicators.model import Figure as Stated
from present.indicators.model import Indicator
from present.kit.setting import Background
from tests.present.budget import frames as small
from tests.present.units.test_figures import drawn
from tests.present.units.test_model import ACTIVITIES, UNITS

LIGHT = Background("Örnek Belediyesi", 2025, 1000, is_dark=False)


def indicator(goal: int, number: int, estimate: str, target: str) -> Indicator:
    assessment = assess("1", estimate, target, "more", is_cumulative=False)
    blank = Stated(None, None, "")
    return Indicator(
        goal, number, "Gösterge", "Gösterge", "", "", False, True, "", "", "", "", 1, "", "",
        (), blank, blank, blank, "2.3", 1, assessment,
    )  # fmt: skip


FRAMES = Frames(
    aims=pd.DataFrame(
        {"aim": [1, 2], "short_name": ["İmar", "Ulaşım"], "statement": ["Birinci", "İkinci"]}
    ),
    goals=pd.DataFrame(
        {"goal": [1, 2, 3], "aim": [1, 2, 2], "statement": ["Hedef 1", "Hedef 2", "Hedef 3"]}
    ),
    units=UNITS,
    activities=ACTIVITIES,
    lines=small.LINES,
    indicators=(
        indicator(1, 1, "2", "3"),  # as large a step as the year before: on trend
        indicator(2, 1, "2", "9"),
        indicator(3, 1, "2", "2"),
        indicator(3, 2, "2", "1"),
    ),
)
THERE = options(FRAMES)
CODES = {kind: tuple(one.code for one in each) for kind, each in THERE.items()}


def test_options_name_each_kind() -> None:
    assert CODES[Kind.AIM] == ("amac-1", "amac-2")
    assert CODES[Kind.GOAL] == ("hedef-1", "hedef-2", "hedef-3")
    assert CODES[Kind.UNIT] == ("birim-fen", "birim-imar", "birim-ilce", "birim-zabita")
    assert THERE[Kind.AIM][1].label == "2. amaç: Ulaşım"


def test_what_there_is_one_of_cannot_be_compared() -> None:
    one = Frames(
        FRAMES.aims.iloc[:1], FRAMES.goals.iloc[:1], UNITS.iloc[:0], ACTIVITIES, small.LINES, ()
    )
    assert options(one) == {}
    assert pair(("amac-1", "amac-2"), {}, Kind.AIM) is None


def test_kinds_are_ranked_by_money() -> None:
    found = ranked(small.LINES, THERE)
    assert found[Kind.AIM] == ("amac-2", "amac-1")  # 300 and 150 lira
    assert found[Kind.UNIT] == ("birim-fen", "birim-zabita", "birim-imar", "birim-ilce")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("hedef-3", "hedef-1"), Pair(Kind.GOAL, "hedef-3", "hedef-1", True)),
        (("hedef-3",), Pair(Kind.GOAL, "hedef-3", "hedef-1", False)),
        (("hedef-1", "hedef-99"), Pair(Kind.GOAL, "hedef-1", "hedef-2", False)),
        (("hedef-1", "hedef-1"), Pair(Kind.GOAL, "hedef-1", "hedef-2", False)),
        (("birim-imar", "amac-1"), Pair(Kind.UNIT, "birim-imar", "birim-fen", False)),
        (("amac-1", "amac-2", "amac-3"), Pair(Kind.AIM, "amac-1", "amac-2", False)),
        (("yok",), Pair(Kind.AIM, "amac-1", "amac-2", False)),
        ((), Pair(Kind.AIM, "amac-1", "amac-2", False)),
    ],
)
def test_an_address_means_the_nearest_pair(asked: tuple[str, ...], expected: Pair) -> None:
    assert pair(asked, CODES, Kind.AIM) == expected


def test_sides_hold_their_own_money_and_counts() -> None:
    aim = side("amac-2", FRAMES, THERE)
    assert (aim.budget_kurus, aim.off_budget_kurus, aim.amount_kurus) == (24000, 6000, 30000)
    assert (aim.activities, aim.goals, aim.units, aim.indicators) == (3, 2, 2, 3)
    goal = side("hedef-1", FRAMES, THERE)
    assert (goal.amount_kurus, goal.units, goal.indicators) == (15000, 2, 1)
    unit = side("birim-fen", FRAMES, THERE)
    # the unit's money alone, the indicators of both its goals
    assert (unit.amount_kurus, unit.goals, unit.indicators) == (21000, 2, 2)
    idle = side("birim-ilce", FRAMES, THERE)
    assert (idle.amount_kurus, idle.activities, idle.indicators) == (None, 0, 0)


def test_figures_pair_the_same_rows_on_one_scale() -> None:
    first, second = side("birim-fen", FRAMES, THERE), side("birim-zabita", FRAMES, THERE)
    money, codes, ambition = figures(first, second, small.LINES, LIGHT)
    assert money.table["first_kurus"].tolist() == [21000, 15000, 6000]
    assert money.table["second_kurus"].tolist() == [14000, 14000, 0]
    assert "70 TL" in money.sentence  # 210 less 140
    rows = codes.table.set_index("key")
    assert rows.index.tolist() == [
        "budget.01",
        "budget.03",
        "budget.06",
        "off_budget.other_domestic",
    ]
    assert rows["first_kurus"].tolist() == [0, 5000, 10000, 6000]
    assert rows["second_kurus"].fillna(-1).tolist() == [14000, 0, 0, 0]
    assert "06 Kod 06" in codes.sentence
    assert "01 Kod 01" in codes.sentence
    assert ambition.table[["first", "second"]].sum().tolist() == [2, 2]
    for one in (money, codes, ambition):
        assert drawn(one.spec)
        pickle.dumps(one)


def test_a_side_without_money_is_said_to_have_none() -> None:
    first, second = side("birim-fen", FRAMES, THERE), side("birim-ilce", FRAMES, THERE)
    money, codes, _ = figures(first, second, small.LINES, LIGHT)
    assert "belirtilmemiş" in money.sentence
    assert "para ayrılmamış" in codes.sentence


def test_cards_have_the_same_facts_and_bars_on_one_scale() -> None:
    first, second = side("amac-1", FRAMES, THERE), side("amac-2", FRAMES, THERE)
    html = sides_html(
        [(first, "/amaclar?amac=1", "/butce?amac=1"), (second, "/amaclar?amac=2", "/b")],
        Whole(45000, 50000, 100),
    )
    assert 'style="width:50.00%"' in html  # 150 of 300 lira
    assert 'style="width:100.00%"' in html
    for words in ("150 TL", "300 TL", "%33,3", "%60,0", "1,50 TL", '<a href="/amaclar?amac=1"'):
        assert words in html
    assert html.count("<dt>") % 2 == 0
    without = sides_html([(first, "/a", "/b"), (second, "/a", "/b")], Whole(45000, 50000, None))
    assert "Kişi başına" not in without
