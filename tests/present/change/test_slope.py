"""The slope chart: words make way for each other, lines end where their amounts are."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import altair as alt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.change.multiples import Cell, multiples
from present.change.multiples import Inks as MultipleInks
from present.change.slope import HEAD, Inks, Slope, slopes, spread

INKS = Inks("#111111", "#222222", "#333333")


@given(
    st.lists(st.tuples(st.floats(0, 500), st.floats(10, 60)), max_size=12),
    st.floats(0, 900),
)
def test_no_word_lies_over_another(words: list[tuple[float, float]], room: float) -> None:
    wanted, heights = [word[0] for word in words], [word[1] for word in words]
    middles = spread(wanted, heights, room)
    placed = sorted(zip(middles, heights, wanted, strict=True))
    for (above, high, _), (below, low, _) in pairwise(placed):
        assert below - low / 2 >= above + high / 2 - 1e-6
    limit = max(room, sum(heights))
    for middle, high, _ in placed:
        assert middle - high / 2 >= -1e-6
        assert middle + high / 2 <= limit + 1e-6
    # The order of what is wanted is the order of what is drawn.
    assert [want for _, _, want in placed] == sorted(wanted)


def test_a_word_with_room_stands_where_it_is_wanted() -> None:
    assert spread([50, 200], [20, 20], 300) == [50, 200]
    assert spread([0], [20], 300) == [10]
    assert spread([100, 100], [20, 20], 300) == [90, 110]


def records(chart: alt.LayerChart, column: str) -> list[dict[str, Any]]:
    spec = chart.to_dict()
    return [row for data in spec["datasets"].values() for row in data if column in row]


def line(key: str, first: float, second: float) -> Slope:
    return Slope(key, f"{key}. kalem", first, second, f"{first:g}", f"{second:g}", "söz")


def test_lines_end_where_their_amounts_are_on_one_scale_from_nothing() -> None:
    chart = slopes([line("a", 100, 50), line("b", 0, 25)], "2024 planı", "2025 planı", INKS)
    by_key = {row["key"]: row for row in records(chart, "from_y")}
    room = by_key["b"]["from_y"] - HEAD
    assert by_key["a"]["from_y"] == HEAD
    assert by_key["a"]["to_y"] == pytest.approx(HEAD + room / 2)
    assert by_key["b"]["to_y"] == pytest.approx(HEAD + room * 3 / 4)
    assert chart.to_dict()["height"] == HEAD + room


def test_nothing_but_nothing_is_drawn_at_the_foot() -> None:
    (row,) = records(slopes([line("a", 0, 0)], "x", "y", INKS), "from_y")
    assert row["from_y"] == row["to_y"] > HEAD


def test_each_small_chart_has_a_scale_of_its_own() -> None:
    cells = [
        Cell("a", "A", 2024, 50.0, "50 TL", "söz"),
        Cell("a", "A", 2025, 100.0, "100 TL", "söz"),
        Cell("b", "B", 2024, None, "–", "söz"),
        Cell("b", "B", 2025, 4.0, "4 milyar TL", "söz"),
        Cell("c", "C", 2024, -3.0, "-3 TL", "söz"),
        Cell("c", "C", 2025, 0.0, "0 TL", "söz"),
    ]
    drawn = records(multiples(cells, (2024, 2025), MultipleInks("#1", "#2", "#3")), "part")
    assert [row["part"] for row in drawn] == [0.5, 1.0, 0.0, 1.0, 0.0, 0.0]
    assert [row["rank"] for row in drawn] == [0, 0, 1, 1, 2, 2]
    assert drawn[3]["text"] == "4\nmilyar TL"
    assert {row["key"]: row["top"] for row in drawn}["b"] > drawn[0]["top"]
