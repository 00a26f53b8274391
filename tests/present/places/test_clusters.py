"""Marks: one a facility where there is room, one with a number where there is none."""

from __future__ import annotations

import math
from itertools import combinations

import pandas as pd
import pytest

from kbb_data.geo import Point
from present.places.clusters import marks
from present.places.labels import BOARD, ICON
from present.places.view import View, view_of
from tests.present.places.frames import drawn, kayseri

VIEW = View(Point(0, 0), 0.01)


def at(*spots: tuple[float, float], facilities: int = 1) -> pd.DataFrame:
    """Facilities at places of the board, in the order of the document."""
    points = [VIEW.from_board(right, down, BOARD) for right, down in spots]
    return pd.DataFrame(
        {
            "name": [f"T{line}" for line in range(len(spots))],
            "source_line": range(len(spots)),
            "facilities": facilities,
            "lat": [point.lat for point in points],
            "lon": [point.lon for point in points],
        }
    )


def names(frame: pd.DataFrame) -> list[list[str]]:
    return [[line["name"] for line in mark.lines] for mark in marks(frame, VIEW)]


def test_what_stands_apart_stays_apart() -> None:
    assert names(at((100, 300), (100, 100), (100 + ICON * 1.06, 100))) == [["T1"], ["T2"], ["T0"]]


def test_icons_that_would_touch_are_one_with_their_number_in_the_middle() -> None:
    (mark,) = marks(at((100, 100), (120, 100), (110, 130), facilities=2), VIEW)
    assert (mark.count, mark.is_single) == (6, False)
    assert VIEW.to_board(mark.point, BOARD) == pytest.approx((110, 110))


def test_what_moves_onto_another_joins_it() -> None:
    # The first two meet 45 from the third: too far for it alone, near enough for none.
    assert len(names(at((100, 100), (120, 100), (155, 100)))) == 2
    assert len(names(at((100, 100), (120, 100), (142, 100)))) == 1


def test_what_has_no_point_or_lies_beyond_the_view_has_no_mark() -> None:
    nowhere = at((100, 100)).assign(lat=math.nan, lon=math.nan)
    assert names(nowhere) == []
    assert names(at((-5, 100), (100, 605))) == []


@pytest.mark.parametrize("step", range(9))
def test_no_two_marks_of_the_real_city_cover_each_other(step: int) -> None:
    view = view_of(kayseri().districts).closer(step, kayseri().centre)
    shown = marks(drawn(), view)
    spots = [view.to_board(mark.point, BOARD) for mark in shown]
    assert min((math.dist(*pair) for pair in combinations(spots, 2)), default=99) >= ICON
    lines = [line for mark in shown for line in mark.lines]
    assert all(line["precision"] in ("site", "neighbourhood") for line in lines)
    if step < 3:
        assert len(lines) == 28
