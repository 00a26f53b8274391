"""The plan's tree: what stands below an aim and a goal, in money, words and counts."""

from __future__ import annotations

import pandas as pd

from present.indicators.ambition import summarise
from present.kit.text import ENGLISH, using
from present.plan.html import aims_html, facts_html, objectives_html
from present.plan.model import Frames, Whole, goals_of, notes, read
from present.plan.tables import Links, lines_html, printed_html, responsible_html

LINKS = Links(lambda number: f"/butce?faaliyet={number}", lambda unit: f"/birimler?birim={unit}")

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
     "statement": ["Suyu arıtmak.", "Yolu onarmak."], "note": [None, "Not & ek"],
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


def test_money_adds_up_and_blank_is_not_zero() -> None:
    water, road = read(FRAMES)
    assert (water.money.budget_kurus, water.money.off_budget_kurus) == (125_00, 50_00)
    assert water.money.amount_kurus == 175_00
    assert road.money.amount_kurus is None


def test_goals_hold_what_belongs_to_them() -> None:
    water, road = goals_of(read(FRAMES))
    assert water.activities == (1, 2)
    assert water.units == ("su", "park")
    assert water.indicators == ("1.1", "1.2")
    assert (water.note, road.note) == (None, "Not & ek")


def test_an_empty_programme_has_no_aims() -> None:
    empty = Frames(
        *(frame.head(0) for frame in (AIMS, OBJECTIVES, GOALS, ACTIVITIES, INDICATORS, LINES))
    )
    assert read(empty) == ()


def test_the_list_tells_money_share_counts_and_words() -> None:
    aims = read(FRAMES)
    html = aims_html(
        aims, Whole(350_00, None), {1: summarise([]), 2: summarise([])}, lambda n: f"/a?amac={n}"
    )
    assert "175 TL" in html
    assert "%50,0" in html
    assert "belirtilmemiş" in html
    assert "Su &lt;getirmek&gt;." in html
    assert 'href="/a?amac=2"' in html
    with using(ENGLISH):
        english = aims_html(aims, Whole(None, None), {1: summarise([]), 2: summarise([])}, str)
    assert '<span lang="tr">Yol yapmak.</span>' in english


def test_per_resident_only_where_residents_are_known() -> None:
    money = read(FRAMES)[0].money
    assert "Kişi başına" in facts_html(money, Whole(350_00, 7), [])
    assert "Kişi başına" not in facts_html(money, Whole(350_00, None), [])


def test_objectives_lead_to_their_goals() -> None:
    html = objectives_html(read(FRAMES)[0], Whole(350_00, None), lambda n: f"/hedef?hedef={n}")
    assert 'href="/hedef?hedef=1"' in html
    assert "Temiz su." in html
    assert "2 faaliyet" in html


def test_each_line_of_a_goals_cost_tables_is_told() -> None:
    html = lines_html(1, LINES, LINKS)
    assert html.count("<tr>") == 4, "a head and three lines"
    for part in ("100 TL", "50 TL", "25 TL", "06", "/birimler?birim=park", "/butce?faaliyet=2"):
        assert part in html
    assert "belirtilmemiş" in lines_html(2, LINES, LINKS)


def test_notes_are_the_activities_own() -> None:
    assert notes(1, ACTIVITIES) == [(2, "Bir not")]
    assert notes(2, ACTIVITIES) == []


def test_tables_that_do_not_name_the_goal_are_left_out() -> None:
    performance = pd.DataFrame({"level": ["goal"], "number": [9], "goal": [None]})
    assert printed_html(1, performance) == ""
    responsibilities = pd.DataFrame({"goal": [9]})
    assert responsible_html(1, responsibilities, LINKS) == ""
