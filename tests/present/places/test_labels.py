"""Where names and numbers stand: inside their districts, off borders, icons and one another."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from PIL import ImageFont
from shapely import LineString, Polygon, box

from kbb_data.geo import District, Point
from present.places.clusters import Mark, marks
from present.places.labels import BOARD, ICON, NAME, Label, labels, size
from present.places.view import View, view_of
from tests.present.places import invented
from tests.present.places.frames import drawn, kayseri
from tests.support.source import ROOT

PLACE = kayseri()
WHOLE = view_of(PLACE.districts)
NUMBERS = {district.slug: "145.678" for district in PLACE.districts}

#: The whole place from afar and near, and each district.
VIEWS = {
    **{f"step {step}": WHOLE.closer(step, PLACE.centre) for step in (0, 1, 2, 4, 8)},
    **{district.slug: view_of([district]) for district in PLACE.districts},
}


def shape(district: District, view: View) -> Polygon:
    (ring,) = district.rings
    return Polygon([view.to_board(Point(y, x), BOARD) for x, y in ring])


def plate(label: Label, view: View) -> Polygon:
    (right, down), (wide, high) = view.to_board(label.point, BOARD), size(label.name, label.number)
    return box(right - wide / 2, down - high / 2, right + wide / 2, down + high / 2)


def icon(mark: Mark, view: View) -> Polygon:
    right, down = view.to_board(mark.point, BOARD)
    return box(right - ICON / 2, down - ICON / 2, right + ICON / 2, down + ICON / 2)


@pytest.mark.parametrize("name", VIEWS)
def test_a_label_lies_in_its_district_or_beside_it_and_on_nothing_else(name: str) -> None:
    view = VIEWS[name]
    icons = () if name in ("step 0", "step 1") else marks(drawn(), view)
    shown = labels(PLACE, view, NUMBERS, [mark.point for mark in icons])
    if name in ("step 0", "step 1"):
        assert len(shown) >= 15
    else:
        assert name.startswith("step") or name in {label.slug for label in shown}
    for label, mark in product(shown, icons):
        assert not plate(label, view).intersects(icon(mark, view)), (label.name, mark.lines)
    plates = {label.slug: plate(label, view) for label in shown}
    for one, two in combinations(plates, 2):
        assert not plates[one].intersects(plates[two]), (one, two)
    for label in shown:
        district = PLACE.district_by_slug(label.slug)
        assert district is not None
        own = shape(district, view)
        assert box(0, 0, BOARD, BOARD).covers(plates[label.slug])
        if label.end is None:
            assert own.covers(plates[label.slug]), label.name
            continue
        end = view.to_board(label.end, BOARD)
        line = LineString([view.to_board(label.point, BOARD), end])
        assert own.covers(line.interpolate(1, normalized=True)), label.name
        for other, covered in plates.items():
            assert other == label.slug or not line.intersects(covered), (label.name, other)


def test_every_district_has_its_name_on_the_whole() -> None:
    assert [label.name for label in labels(PLACE, WHOLE, NUMBERS)] == [
        district.name for district in PLACE.districts
    ]


def test_letters_are_not_wider_than_they_are_taken_for() -> None:
    font = ImageFont.truetype(ROOT / "assets/fonts/kbb-sans-semibold.ttf", 1000)
    for text in (*(district.name for district in PLACE.districts), "145.678", "1,234", "13"):
        real = font.getlength(text) / 1000 * NAME
        assert real <= size(text, "")[0] <= real * 1.25, text


def test_on_a_telephone_letters_have_eleven_pixels() -> None:
    # The style sheet's zoom for the place that 390 pixels leave.
    assert NAME * 0.59 >= 11


def test_squares_bear_their_names_in_the_middle() -> None:
    place = invented.PLACE
    shown = labels(place, view_of(place.districts), {d.slug: "2" for d in place.districts})
    assert [(label.name, label.number, label.end) for label in shown] == [
        ("Ova", "2", None), ("Çay", "2", None), ("Akdağ", "2", None)]  # fmt: skip
    for label, district in zip(shown, place.districts, strict=True):
        assert abs(label.point.lon - district.centre.lon) < 0.03
        assert abs(label.point.lat - district.centre.lat) < 0.03
