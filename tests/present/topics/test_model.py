"""What topics are made of, from frames: codes of their own, doubts, what nobody judged, goals."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pytest

from present.topics import model
from present.topics.model import UNJUDGED, GoalShare, Topic

#: (activity, goal, fund, line, kuruş)
LINES = [
    (1, 1, "budget", "01", 100),
    (1, 1, "budget", "03", 700),
    (1, 1, "off_budget", "foreign", 50),
    (2, 1, "budget", "03", 0),
    (3, 2, "budget", "04", 30),
    (3, 2, "budget", "06", 300),
    (4, 2, "budget", "06", None),
]
GIVEN = [
    ("activity", "1", "yol", "park", "Yoldur."),
    ("activity", "2", "park", None, "Parktır."),
    ("activity", "3", "park", None, "Parktır, yolludur."),
    ("code", "01", "personel", None, "Maaştır."),
    ("general", "09", "yedek", None, "Yedektir."),
]


def frames(
    given: Sequence[tuple[str, str, str, str | None, str]] = GIVEN,
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    slugs = list(dict.fromkeys(row[2] for row in given))
    topics = pd.DataFrame(
        [(slug, slug.title(), None, "Alır.", None) for slug in slugs],
        columns=["topic", "name", "name_en", "purpose", "purpose_en"],
    )
    assignments = pd.DataFrame(given, columns=["kind", "key", "topic", "other_topic", "reason"])
    lines = pd.DataFrame(LINES, columns=["activity", "goal", "fund", "line", "amount_kurus"])
    lines["amount_kurus"] = lines["amount_kurus"].astype("Int64")
    lines["activity_name"] = [f"{number} işi" for number in lines["activity"]]
    lines["activity_short"] = lines["activity_name"]
    lines["spending_unit"], lines["unit_name"] = "fen", "Fen İşleri"
    needs = pd.DataFrame(
        [("09", "Yedek Ödenek", 400), ("04", "Faiz", 60), ("total", "Toplam", 460)],
        columns=["line", "label", "general_administration_kurus"],
    )
    needs["source_section"], needs["source_line"] = "2.5", 1
    return topics, assignments, lines, needs


@pytest.fixture
def topics() -> dict[str, Topic]:
    return {topic.slug: topic for topic in model.read(*frames())}


def test_every_kurus_goes_to_one_topic(topics: dict[str, Topic]) -> None:
    assert {slug: topic.amount_kurus for slug, topic in topics.items()} == {
        "yol": 750,
        "yedek": 400,
        "park": 330,
        "personel": 100,
        UNJUDGED: 60,
    }
    assert list(topics) == ["yol", "yedek", "park", "personel", UNJUDGED]


def test_a_code_of_its_own_leaves_the_activity_and_says_why(topics: dict[str, Topic]) -> None:
    (part,) = topics["personel"].parts
    assert (part.kind, part.key, part.reasons, part.other) == ("activity", "1", ("Maaştır.",), None)
    (own,) = topics["yol"].parts
    assert (own.budget_kurus, own.off_budget_kurus, own.other) == (700, 50, "park")
    assert own.reasons == ("Yoldur.",)


def test_an_activity_without_money_stands_in_its_topic_alone(topics: dict[str, Topic]) -> None:
    assert [(part.key, part.amount_kurus) for part in topics["park"].parts] == [
        ("3", 330),
        ("2", 0),
    ]
    # Nobody judged activity 4, and it states nothing.
    assert [part.key for part in topics[UNJUDGED].parts] == ["04"]


def test_goals_are_told_by_how_many_of_their_activities_lie_here(
    topics: dict[str, Topic],
) -> None:
    assert topics["yol"].goals == (GoalShare(1, 1, 2),)
    assert topics["park"].goals == (GoalShare(1, 1, 2), GoalShare(2, 1, 2))
    assert not any(share.is_own for share in topics["park"].goals)
    assert GoalShare(3, 2, 3).is_own
    assert topics["personel"].goals == ()


def test_units_are_those_of_the_money(topics: dict[str, Topic]) -> None:
    assert topics["park"].units == [("fen", "Fen İşleri", 330)]
    assert topics["yedek"].units == []


def test_the_lines_of_a_topic_are_those_that_go_to_it() -> None:
    _, assignments, lines, _ = frames()
    assigned = model.assigned_of(assignments)
    assert model.cells(lines, assigned, "personel")["line"].tolist() == ["01"]
    assert model.cells(lines, assigned, "yol")["amount_kurus"].tolist() == [700, 50]


def test_without_a_judgement_there_are_none() -> None:
    _, _, lines, needs = frames()
    topics, assignments, _, _ = frames([])
    assert model.read(topics, assignments, lines, needs) == ()
