"""The spending units' records: money, goals, partners; a small invented plan and the real one."""

from __future__ import annotations

import pandas as pd

from present.units.model import Order, Partner, goal_parts, ordered, read
from tests.present.budget import frames as small

UNITS = pd.DataFrame(
    [
        ("fen", "Fen İşleri Daire Başkanlığı", "Fen İşleri", None),
        ("imar", "İmar Daire Başkanlığı", "İmar", "İmar Müdürlüğü | İmar Dairesi"),
        ("ilce", "Çevre Müdürlüğü", "Çevre", None),
        ("zabita", "Zabıta Daire Başkanlığı", "Zabıta", None),
    ],
    columns=["spending_unit", "name", "short_name", "aliases"],
).assign(source_section="2.3.1", source_line=7)

#: The activities of ``budget_frames.LINES``, as ``db.queries.activities`` gives them.
ACTIVITIES = pd.DataFrame(
    [
        (1, 1, "imar"),
        (2, 1, "fen"),
        (3, 2, "fen"),
        (4, 3, "zabita"),
        (5, 3, "zabita"),
    ],
    columns=["activity", "goal", "spending_unit"],
)
ACTIVITIES["name"] = [f"Faaliyet {number}" for number in ACTIVITIES["activity"]]
ACTIVITIES["goal_statement"] = [f"Hedef {number}" for number in ACTIVITIES["goal"]]
ACTIVITIES["unit_name"] = ACTIVITIES["spending_unit"].map(
    dict(zip(UNITS["spending_unit"], UNITS["name"], strict=True))
)
ACTIVITIES["unit_printed"] = ACTIVITIES["unit_name"]
ACTIVITIES["aim"] = [1, 1, 2, 2, 2]


def test_a_unit_has_its_activities_money_and_goals() -> None:
    found = {one.slug: one for one in read(UNITS, ACTIVITIES, small.LINES)}
    fen = found["fen"]
    assert (fen.budget_kurus, fen.off_budget_kurus, fen.amount_kurus) == (15000, 6000, 21000)
    assert (fen.activities, fen.goals) == ((2, 3), (1, 2))
    assert fen.aliases == ()
    assert found["imar"].aliases == ("İmar Müdürlüğü", "İmar Dairesi")


def test_a_unit_without_activities_has_no_amount() -> None:
    idle = next(one for one in read(UNITS, ACTIVITIES, small.LINES) if one.slug == "ilce")
    assert idle.amount_kurus is None
    assert not idle.has_money
    assert idle.activities == idle.goals == ()


def test_units_are_ordered_by_money_and_by_turkish_name() -> None:
    found = read(UNITS, ACTIVITIES, small.LINES)
    assert [one.slug for one in ordered(found, Order.MONEY)] == ["fen", "zabita", "imar", "ilce"]
    # Ç before F, İ after F: not the order of code points
    assert [one.slug for one in ordered(found, Order.NAME)] == ["ilce", "fen", "imar", "zabita"]


def test_a_shared_goal_names_its_other_units_with_their_money() -> None:
    parts = goal_parts("imar", ACTIVITIES, small.LINES)
    assert len(parts) == 1
    assert (parts[0].goal, parts[0].activities, parts[0].amount_kurus) == (1, (1,), 10000)
    # 50 lira in goal 1, not the 210 of the whole unit
    assert parts[0].partners == (Partner("fen", "Fen İşleri Daire Başkanlığı", 5000),)
    assert [one.partners for one in goal_parts("zabita", ACTIVITIES, small.LINES)] == [()]


def test_empty_frames_give_no_units_and_no_parts() -> None:
    assert read(UNITS.iloc[:0], ACTIVITIES.iloc[:0], small.LINES.iloc[:0]) == ()
    assert goal_parts("fen", ACTIVITIES.iloc[:0], small.LINES.iloc[:0]) == ()
