"""How a thing is worded in most places: every place that prints it has a voice."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from kbb_data.checking.wordings import activity_wordings, goal_wordings
from kbb_data.rows import Row, Tables

HOME, OTHER = "Yol yapımı", "Yol bakımı"
PLACES = ("cost table", "table 2.4", "table 2.6")


def tables(level: str, others: tuple[str, ...]) -> Tables:
    """Activity 3 of goal 2, one of them printed otherwise in some places and nowhere else."""
    texts: dict[str, Any] = dict.fromkeys(PLACES) | dict.fromkeys(others, OTHER)
    cost = {"activity": "cost_table_name", "goal": "cost_table_goal_statement"}[level]
    blank = {"cost_table_name": None, "cost_table_goal_statement": None}
    activity: Row = {
        "activity": 3, "goal": 2, "name": HOME, "goal_table_line": 10, "source_line": 20,
        **blank, cost: texts["cost table"],
    }  # fmt: skip
    number = {"activity": 3, "goal": 2}[level]
    listed = {"level": level, "number": number, "label": texts["table 2.4"], "source_line": 30}
    told = {"activity": 3, "goal": 2, "source_line": 40, "activity_name": None,
            "goal_statement": None}  # fmt: skip
    told["activity_name" if level == "activity" else "goal_statement"] = texts["table 2.6"]
    return {
        "goals": [{"goal": 2, "statement": HOME, "source_line": 5}],
        "activities": [activity],
        "printed_performance": [listed],
        "unit_responsibilities": [told],
    }


@pytest.mark.parametrize("others", [*combinations(PLACES, 2)], ids=" and ".join)
@pytest.mark.parametrize("level", ["activity", "goal"])
def test_two_places_outvote_the_home_table(level: str, others: tuple[str, ...]) -> None:
    said = tables(level, others)
    wording = activity_wordings(said)[3] if level == "activity" else goal_wordings(said)[2]
    assert (wording.home.text, wording.usual.text) == (HOME, OTHER)
    assert not wording.is_home_usual


@pytest.mark.parametrize("other", PLACES)
@pytest.mark.parametrize("level", ["activity", "goal"])
def test_one_place_does_not(level: str, other: str) -> None:
    said = tables(level, (other,))
    wording = activity_wordings(said)[3] if level == "activity" else goal_wordings(said)[2]
    assert wording.usual.text == HOME
    assert wording.is_home_usual
