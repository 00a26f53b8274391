"""The bars of Kaynaklar: their edges, words, order, and when there is nothing to draw."""

from __future__ import annotations

import json

from present.kit.setting import Background
from present.resources import charts
from present.resources.model import categories
from tests.present.resources.frames import BACKGROUND, STAFF, assets
from tests.support.figures import drawn


def test_a_bar_each_name_in_order() -> None:
    spec = charts.simple(["B", "A"], [2, 5.5], ["iki", "beş"], BACKGROUND)
    keys = ("key", "name", "group", "start", "end", "text", "detail")
    assert [tuple(row[key] for key in keys) for row in drawn(spec, "name")] == [
        ("0", "B", "only", 0.0, 2.0, "iki", "B: iki"),
        ("1", "A", "only", 0.0, 5.5, "beş", "A: beş"),
    ]
    text = json.dumps(spec)
    assert "#3E8576" in text
    assert "first" not in text
    assert charts.simple(["A"], [0], ["0"], BACKGROUND) is None
    assert charts.simple([], [], [], BACKGROUND) is None


def test_a_split_bar_has_two_segments_that_meet() -> None:
    spec = charts.halved(STAFF, "status", ("women", "men"), "resources.staff_bar", BACKGROUND)
    keys = ("key", "group", "start", "end", "text", "detail")
    assert [tuple(row[key] for key in keys) for row in drawn(spec, "name")] == [
        ("İşçi", "first", 0.0, 1.0, "10 (1 kadın)", "İşçi: 10 (1 kadın)"),
        ("İşçi", "second", 1.0, 10.0, "10 (1 kadın)", "İşçi: 10 (1 kadın)"),
        ("Memur", "first", 0.0, 15.0, "40 (15 kadın)", "Memur: 40 (15 kadın)"),
        ("Memur", "second", 15.0, 40.0, "40 (15 kadın)", "Memur: 40 (15 kadın)"),
    ]
    text = json.dumps(spec, ensure_ascii=False)
    assert '{\\"first\\": \\"Kadın\\", \\"second\\": \\"Erkek\\"}' in text
    assert '"domain": ["first", "second"], "range": ["#172033", "#3E8576"]' in text
    dark = charts.halved(STAFF, "status", ("women", "men"), "resources.staff_bar",
                         Background("Ç", 2027, None, is_dark=True))  # fmt: skip
    assert '"range": ["#EAF0F8", "#3E8576"]' in json.dumps(dark)
    nobody = STAFF.assign(women=0, men=None)
    assert (
        charts.halved(nobody, "status", ("women", "men"), "resources.staff_bar", BACKGROUND) is None
    )


def test_a_chart_shows_the_largest_lines_and_compares_at_least_two() -> None:
    lines = [{"category": "K", "name": f"K{n}", "count": n} for n in range(1, 21)]
    (category,) = categories(assets(*lines))
    bars = drawn(charts.lines_spec(category, BACKGROUND), "name")
    assert [row["name"] for row in bars] == [f"K{n}" for n in range(20, 8, -1)]
    assert (bars[0]["end"], bars[0]["text"]) == (20.0, "20 adet")
    (single,) = categories(assets(*lines[:1]))
    assert charts.lines_spec(single, BACKGROUND) is None
    (pair,) = categories(assets(*lines[:2]))
    assert len(drawn(charts.lines_spec(pair, BACKGROUND), "name")) == 2


def test_lines_as_large_as_each_other_stay_as_printed_and_unstated_ones_are_not_drawn() -> None:
    (category,) = categories(
        assets(
            {"category": "K", "name": "B", "area_m2": 2.0},
            {"category": "K", "name": "A", "area_m2": 2.0},
            {"category": "K", "name": "C"},
            {"category": "K", "name": "D", "area_m2": 3.0},
        )
    )
    bars = drawn(charts.lines_spec(category, BACKGROUND), "name")
    assert [(row["name"], row["text"]) for row in bars] == [
        ("D", "3 m²"), ("B", "2 m²"), ("A", "2 m²")]  # fmt: skip
    (bare,) = categories(assets({"category": "K", "name": "A"}, {"category": "K", "name": "B"}))
    assert charts.lines_spec(bare, BACKGROUND) is None
