"""The plan's tree: what stands below an aim and a goal, in money, words and counts."""

from __future__ import annotations

import pandas as pd
import pytest

from present.indicators.ambition import Course, assess
from present.plan.model import (
    Aim,
    Frames,
    Goal,
    Money,
    Objective,
    goals_of,
    money_of,
    notes,
    read,
    summaries,
)

AIMS = pd.DataFrame(
    {"aim": [1, 2], "short_name": ["Su", "Yol"], "name": ["Su İşleri", "Yol İşleri"],
     "statement": ["Su <getirmek>.", "Yol yapmak."], "source_section": ["2.2", "2.2"],
     "source_line": [1, 2]}
)  # fmt: skip
OBJECTIVES = pd.DataFrame(
    {"objective": ["1.1", "2.1"], "aim": [1, 2], "statement": ["Temiz su.", "Düz yol."]}
)
GOALS = pd.DataFrame(
    {"goal": [1, 2], "aim": [1, 2], "objective": ["1.1", "2.1"],
     "statement": ["Suyu arıtmak.", "Yolu onarmak."], "goal_short": ["Arıtma", "Yolu onarmak."],
     "note": [None, "Not & ek"],
     "source_section": ["2.3", "2.3"], "source_line": [5, 6]}
)  # fmt: skip
ACTIVITIES = pd.DataFrame(
    {"activity": [1, 2, 3], "goal": [1, 1, 2], "spending_unit": ["su", "park", "su"],
     "note": [None, "Bir not", None]}
)  # fmt: skip
INDICATORS = pd.DataFrame({"goal": [1, 1], "indicator": [1, 2]})
LINES = pd.DataFrame(
    {"aim": [1, 1, 1, 2], "goal": [1, 1, 1, 2], "activity": [1, 1, 2, 3],
     "activity_name": ["Arıtma", "Arıtma", "Bahçe", "Onarım"],
     "spending_unit": ["su", "su", "park", "su"],
     "unit_name": ["Su D.", "Su D.", "Park D.", "Su D."],
     "fund": ["budget", "off_budget", "budget", "budget"], "line": ["06", "foreign", "03", "06"],
     "line_name": ["Sermaye", None, "Mal", "Sermaye"],
     "amount_kurus": pd.Series([100_00, 50_00, 25_00, None], dtype="Int64"),
     "source_line": [11, 12, 13, 14]}
)  # fmt: skip
FRAMES = Frames(AIMS, OBJECTIVES, GOALS, ACTIVITIES, INDICATORS, LINES)

WATER = Goal(
    number=1,
    aim=1,
    objective="1.1",
    statement="Suyu arıtmak.",
    note=None,
    money=Money(125_00, 50_00),
    activities=(1, 2),
    units=("su", "park"),
    indicators=("1.1", "1.2"),
    section="2.3",
    line=5,
    short="Arıtma",
)
ROAD = Goal(
    2, 2, "2.1", "Yolu onarmak.", "Not & ek", Money(None, None), (3,), ("su",), (), "2.3", 6,
    short="Yolu onarmak.",
)  # fmt: skip


def test_the_tree_holds_all_that_stands_below_an_aim() -> None:
    assert read(FRAMES) == (
        Aim(
            number=1,
            short="Su",
            name="Su İşleri",
            statement="Su <getirmek>.",
            objectives=(Objective("1.1", 1, "Temiz su.", (WATER,)),),
            money=Money(125_00, 50_00),
        ),
        Aim(
            number=2,
            short="Yol",
            name="Yol İşleri",
            statement="Yol yapmak.",
            objectives=(Objective("2.1", 2, "Düz yol.", (ROAD,)),),
            money=Money(None, None),
        ),
    )


@pytest.mark.parametrize(
    ("budget", "off_budget", "amount"),
    [(None, None, None), (0, None, 0), (None, 5, 5), (7, 5, 12)],
)
def test_money_adds_up_and_blank_is_not_zero(
    budget: int | None, off_budget: int | None, amount: int | None
) -> None:
    assert Money(budget, off_budget).amount_kurus == amount


def test_money_is_told_apart_by_its_fund() -> None:
    assert money_of(LINES) == Money(125_00, 50_00)
    assert money_of(LINES.iloc[[1]]) == Money(None, 50_00)
    assert money_of(LINES.iloc[[3]]) == Money(None, None)
    assert money_of(LINES.head(0)) == Money(None, None)


def test_objectives_and_goals_stand_in_the_documents_order_below_their_own() -> None:
    frames = Frames(
        AIMS.iloc[::-1],
        pd.DataFrame(
            {
                "objective": ["1.2", "2.1", "1.1"],
                "aim": [1, 2, 1],
                "statement": ["İki", "Yol", "Bir"],
            }
        ),
        pd.DataFrame(
            {"goal": [9, 4, 7], "aim": [1, 1, 1], "objective": ["1.2", "1.1", "1.2"],
             "statement": ["a", "b", "c"], "goal_short": ["a", "b", "c"],
             "note": [None, float("nan"), "Not"],
             "source_section": ["2.3"] * 3, "source_line": [1, 2, 3]}
        ),
        pd.DataFrame(
            {"activity": [30, 10, 20, 40], "goal": [9, 9, 9, 4],
             "spending_unit": ["yol", "su", "yol", "su"]}
        ),
        pd.DataFrame({"goal": [4, 9, 9], "indicator": [3, 2, 1]}),
        LINES,
    )  # fmt: skip
    road, water = read(frames)
    assert (road.number, water.number) == (2, 1)
    assert [objective.code for objective in water.objectives] == ["1.2", "1.1"]
    assert [goal.number for goal in water.goals] == [9, 7, 4]
    assert [goal.number for goal in goals_of((road, water))] == [9, 7, 4]
    assert road.goals == ()
    assert (water.activities, road.activities) == (4, 0)
    assert (water.indicators, road.indicators) == (("9.2", "9.1", "4.3"), ())
    nine, seven, four = water.goals
    assert nine.activities == (30, 10, 20)
    assert nine.units == ("yol", "su")
    assert (nine.note, seven.note, four.note) == (None, "Not", None)


def test_an_aim_without_objectives_has_no_goals() -> None:
    bare = Frames(AIMS, *(frame.head(0) for frame in (OBJECTIVES, GOALS, ACTIVITIES, INDICATORS)),
                  LINES)  # fmt: skip
    assert [aim.objectives for aim in read(bare)] == [(), ()]
    without_goals = Frames(AIMS, OBJECTIVES, GOALS.head(0), ACTIVITIES, INDICATORS, LINES)
    assert [objective.goals for aim in read(without_goals) for objective in aim.objectives] == [
        (), (),
    ]  # fmt: skip


def test_an_empty_programme_has_no_aims() -> None:
    empty = Frames(
        *(frame.head(0) for frame in (AIMS, OBJECTIVES, GOALS, ACTIVITIES, INDICATORS, LINES))
    )
    assert read(empty) == ()
    assert goals_of(()) == ()


def test_each_aim_has_the_words_of_its_own_indicators() -> None:
    assessments = {
        "1.1": assess(1, 2, 3, "more"),
        "1.2": assess(1, 2, 1, "more"),
        "9.9": assess(1, 2, 2, "more"),  # of no aim here
    }
    told = summaries(read(FRAMES), assessments)
    assert list(told) == [1, 2]
    water, road = told[1], told[2]
    told = (Course.HIGHER, Course.HOLDS, Course.LOWER, Course.NOT_COMPARABLE)
    assert [water.count(course) for course in told] == [1, 0, 1, 0]
    assert road.total == 0
    with pytest.raises(KeyError):
        summaries(read(FRAMES), {})


def test_notes_are_the_activities_own() -> None:
    assert notes(1, ACTIVITIES) == [(2, "Bir not")]
    assert notes(2, ACTIVITIES) == []
    several = ACTIVITIES.assign(goal=1, note=["Üç", "İki", float("nan")], activity=[3, 2, 1])
    assert notes(1, several) == [(3, "Üç"), (2, "İki")]
