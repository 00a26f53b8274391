"""How a thing is worded in most of the places that print it, so that one odd print is told once.

A goal stands in its own table, in its cost tables, in tables 2.4 and 2.6; an activity likewise; an
aim and an objective stand in section 2.2.2 and in the goals' tables. What most places print is
the wording that the others are held against; where no wording is ahead, that of the home table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kbb_data.reading.wording import letters
from kbb_data.rows import Row, Tables


@dataclass(frozen=True)
class Print:
    """A wording where it is printed: the text, the place in words, the row that it stands in."""

    text: str
    place: str
    row: Row


@dataclass(frozen=True)
class Wording:
    """A thing's print in its home table, and the one that most places agree with."""

    home: Print
    usual: Print

    @property
    def is_home_usual(self) -> bool:
        """Whether the home table has the wording that most places have."""
        return letters(self.home.text) == letters(self.usual.text)


def goal_wordings(tables: Tables) -> Mapping[int, Wording]:
    """The performance goals' statements, by goal."""
    prints: dict[int, list[Print]] = {}
    for goal in tables["goals"]:
        place = f"{goal['goal']}. hedef tablosu (satır {goal['source_line']})"
        prints[goal["goal"]] = [Print(goal["statement"], place, goal)]
    for row in tables["activities"]:
        place = f"{row['activity']}. faaliyetin maliyet tablosu (satır {row['source_line']})"
        _add(prints, row["goal"], row["cost_table_goal_statement"], place, row)
    _add_lists(prints, tables, "goal", "goal_statement")
    return _worded(prints)


def activity_wordings(tables: Tables) -> Mapping[int, Wording]:
    """The activities' names, by activity."""
    prints: dict[int, list[Print]] = {}
    for row in tables["activities"]:
        home = f"{row['goal']}. hedef tablosu (satır {row['goal_table_line']})"
        cost = f"{row['activity']}. faaliyetin maliyet tablosu (satır {row['source_line']})"
        prints[row["activity"]] = [
            Print(row["name"], home, {**row, "source_line": row["goal_table_line"]})
        ]
        _add(prints, row["activity"], row["cost_table_name"], cost, row)
    _add_lists(prints, tables, "activity", "activity_name")
    return _worded(prints)


def plan_wordings(tables: Tables) -> tuple[Mapping[int, Wording], Mapping[str, Wording]]:
    """The aims' statements by aim and the objectives' by objective."""
    objectives = {row["objective"]: row for row in tables["objectives"]}
    aim_prints: dict[Any, list[Print]] = {}
    objective_prints: dict[Any, list[Print]] = {}
    for row in tables["aims"]:
        place = f"bölüm 2.2.2, {row['aim']}. amaç (satır {row['source_line']})"
        aim_prints[row["aim"]] = [Print(row["statement"], place, row)]
    for row in tables["objectives"]:
        place = f"bölüm 2.2.2, {row['objective']} hedefi (satır {row['source_line']})"
        objective_prints[row["objective"]] = [Print(row["statement"], place, row)]
    for goal in tables["goals"]:
        place = f"{goal['goal']}. hedef tablosu (satır {goal['source_line']})"
        objective = objectives[goal["objective"]]
        _add(aim_prints, objective["aim"], goal["aim_statement"], place, goal)
        _add(objective_prints, goal["objective"], goal["objective_statement"], place, goal)
    return _worded(aim_prints), _worded(objective_prints)


def _add_lists(prints: dict[Any, list[Print]], tables: Tables, key: str, column: str) -> None:
    """What tables 2.4 and 2.6 print: ``key`` names the things, ``column`` their words in 2.6."""
    for row in tables["printed_performance"]:
        if row["level"] == key:
            place = f"tablo 2.4 (satır {row['source_line']})"
            _add(prints, row["number"], row["label"], place, row)
    for row in tables["unit_responsibilities"]:
        place = f"tablo 2.6 (satır {row['source_line']})"
        _add(prints, row[key], row[column], place, row)


def _add(prints: dict[Any, list[Print]], key: Any, text: str | None, place: str, row: Row) -> None:
    if text and key in prints:
        prints[key].append(Print(text, place, row))


def _worded(prints: Mapping[Any, Sequence[Print]]) -> dict[Any, Wording]:
    return {key: Wording(own[0], _usual(own)) for key, own in prints.items()}


def _usual(prints: Iterable[Print]) -> Print:
    """The first print of the wording that most places have; the first print's among equals."""
    own = list(prints)
    counts = Counter(letters(one.text) for one in own)
    return max(own, key=lambda one: counts[letters(one.text)])
