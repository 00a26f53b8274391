"""The half-circle's places and the charts' legends."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from present.council.charts import SHAPES, Mark, by_district, half_circle, seat_places


@pytest.mark.parametrize("count", [0, 1, 2, 6, 7, 8, 31, 70, 105, 312])
def test_seats_fill_the_half_circle_without_touching(count: int) -> None:
    places = seat_places(count)
    assert len(places) == len(set(places)) == count
    assert all(y >= 0 and 0.37 <= math.hypot(x, y) <= 1.0001 for x, y in places)
    assert sum(x for x, _ in places) == pytest.approx(0, abs=1e-3)
    if count > 2:
        nearest = min(math.dist(a, b) for i, a in enumerate(places) for b in places[:i])
        # As far apart as a half-circle of this size lets equal marks be, within a factor.
        assert nearest > 0.6 * math.sqrt(math.pi / 2 * (1 - 0.38**2) / count)


def test_few_seats_stand_in_a_single_row_from_left_to_right() -> None:
    assert seat_places(-1) == []
    assert seat_places(1) == [(0.0, 1.0)]
    assert seat_places(2) == [(-1.0, 0.0), (1.0, 0.0)]
    assert seat_places(3) == [(-1.0, 0.0), (0.0, 1.0), (1.0, 0.0)]
    assert {round(math.hypot(*place), 3) for place in seat_places(7)} == {1.0}
    assert len({round(math.hypot(*place), 3) for place in seat_places(8)}) == 2


def test_longer_rows_hold_more_seats() -> None:
    rows: dict[float, int] = {}
    for place in seat_places(70):
        radius = round(math.hypot(*place), 4)
        rows[radius] = rows.get(radius, 0) + 1
    assert [rows[radius] for radius in sorted(rows)] == sorted(rows.values())
    assert min(rows) == 0.38
    assert max(rows) == 1.0


def test_shapes_differ() -> None:
    assert len(set(SHAPES)) == len(SHAPES) == 7


@pytest.mark.parametrize(
    ("longest", "columns", "beside"), [(13, 3, 2), (14, 2, 2), (20, 2, 2), (21, 1, 1)]
)
def test_a_legend_with_long_words_has_fewer_columns(
    longest: int, columns: int, beside: int
) -> None:
    marks = [Mark("a", "#000000"), Mark("b" * longest, "#111111")]
    seats = pd.DataFrame(
        {"x": [0.0], "y": [1.0], "party": ["a"], "detail": ["d"], "is_chosen": [True],
         "district": ["Su"], "place": [1]}
    )  # fmt: skip
    arch = half_circle(seats, marks, middle="1 üye", ink="#222222").to_dict()
    rows = by_district(seats, marks, ["Su"], ink="#222222").to_dict()
    for chart, expected in ((arch, columns), (rows, beside)):
        legend = chart["layer"][0]["encoding"]["color"]["legend"]
        assert legend["columns"] == expected
        assert legend == chart["layer"][0]["encoding"]["shape"]["legend"]
