"""Shades: equal values alike, at most five, none for a district without a value."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from present.kit.theme import palette
from present.places.kinds import shade
from present.places.shades import MOST, shading
from tests.present.kit.test_theme import contrast, distance


def test_few_different_values_have_a_class_each() -> None:
    shades = shading({"a": 3.0, "b": 1.0, "c": None, "d": 3.0})
    assert shades.classes == ((1.0, 1.0), (3.0, 3.0))
    assert shades.of == {"a": 1, "b": 0, "c": None, "d": 1}


def test_many_values_share_five_classes() -> None:
    shades = shading({str(value): float(value) for value in (1, 2, 3, 4, 6, 13)})
    assert shades.classes == ((1.0, 2.0), (3.0, 3.0), (4.0, 4.0), (6.0, 6.0), (13.0, 13.0))


def test_without_values_there_is_no_class() -> None:
    assert shading({"a": None}).classes == ()


@given(st.lists(st.none() | st.integers(0, 50).map(float), max_size=30))
def test_a_class_holds_its_values_and_no_other(values: list[float | None]) -> None:
    shades = shading({str(place): value for place, value in enumerate(values)})
    assert len(shades.classes) <= MOST
    assert list(shades.classes) == sorted(shades.classes)
    for place, value in enumerate(values):
        index = shades.of[str(place)]
        assert (index is None) is (value is None)
        if index is not None and value is not None:
            low, high = shades.classes[index]
            assert low <= value <= high


def test_names_are_read_on_every_shade_and_shades_are_told_apart() -> None:
    for is_dark in (False, True):
        colours = palette(is_dark)
        shades = [shade(index, MOST, is_dark) for index in range(MOST)]
        assert all(contrast(colours.ink, colour) >= 4.5 for colour in (colours.land, *shades))
        for one, two in zip([colours.land, *shades], shades, strict=False):
            assert distance(one, two, None) > 5
