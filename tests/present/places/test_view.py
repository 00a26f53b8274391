"""The map's view: what it shows, how near, where names stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbb_data.geo import Point
from present.places import view as places_view
from tests.present.places.frames import kayseri


@given(lat=st.floats(-80, 80), lon=st.floats(-179, 179))
def test_mercator_comes_back(lat: float, lon: float) -> None:
    back = places_view.inverse(*places_view.mercator(Point(lat, lon)))
    assert back.lat == pytest.approx(lat, abs=1e-9)
    assert back.lon == pytest.approx(lon, abs=1e-9)


def test_the_view_shows_all_districts_and_little_more() -> None:
    view = places_view.view_of(kayseri().districts)
    spots = [
        view.to_board(Point(y, x), 100)
        for district in kayseri().districts
        for ring in district.rings
        for x, y in ring
    ]
    flat = [part for spot in spots for part in spot]
    assert min(flat) > 0
    assert max(flat) < 100
    assert max(flat) - min(flat) > 90


def test_the_zoom_is_deck_gls() -> None:
    # At zoom 0 the world is 512 pixels wide.
    assert places_view.View(Point(0, 0), 1.0).zoom(512) == pytest.approx(0)
    assert places_view.View(Point(0, 0), 0.5).zoom(512) == pytest.approx(1)


def test_steps_come_closer_and_slide_to_the_point() -> None:
    whole = places_view.view_of(kayseri().districts)
    assert whole.closer(0, kayseri().centre) == whole
    near = whole.closer(3, kayseri().centre)
    assert near.zoom(600) == pytest.approx(whole.zoom(600) + 3 * places_view.ZOOM_STEP)
    assert near.centre.lat == pytest.approx(kayseri().centre.lat)
    half = whole.closer(1, kayseri().centre)
    assert kayseri().centre.lat > half.centre.lat > whole.centre.lat


def test_a_view_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one district"):
        places_view.view_of([])


def test_a_place_on_the_board_comes_back() -> None:
    view = places_view.view_of(kayseri().districts)
    back = view.from_board(*view.to_board(Point(38.7, 35.5), 600), 600)
    assert (back.lat, back.lon) == pytest.approx((38.7, 35.5))
