"""The map's view: what it shows, how near, where names stand."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbb_data.geo import Point
from present.places import view as places_view
from present.places.kinds import DEFAULT_KINDS
from tests.present.places.frames import drawn, kayseri


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


def test_names_stand_in_their_districts_apart_from_one_another() -> None:
    place = kayseri()
    first = drawn()[drawn()["kind"].isin(DEFAULT_KINDS)]
    markers = [Point(lat, lon) for lat, lon in zip(first["lat"], first["lon"], strict=True)]
    labels = places_view.labels(place, markers)
    assert [label.name for label in labels] == [d.name for d in place.districts]
    view = places_view.view_of(place.districts)
    for label, district in zip(labels, place.districts, strict=True):
        assert district.contains(label.point), label.name
    boxes = {label.name: view.to_board(label.point, 720) for label in labels}
    for (one, (x1, y1)), (two, (x2, y2)) in combinations(boxes.items(), 2):
        wide = (len(one) + len(two)) * 8 / 2
        assert abs(x1 - x2) >= wide or abs(y1 - y2) >= 16, (one, two)


def test_names_are_found_without_any_marker() -> None:
    assert len(places_view.labels(kayseri(), [])) == 16
