"""Markers: one sign a kind, told apart without colour, strong enough on both grounds."""

from __future__ import annotations

import base64
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest

from kbb_data.schema import ASSET_KINDS
from present.kit.theme import palette
from present.places import marks
from present.places.kinds import COUNT_COLOUR, DEFAULT_KINDS, KINDS


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: str, ground: str) -> float:
    high, low = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_a_colour_stands_out_from_every_ground(kind: str, is_dark: bool) -> None:
    colours = palette(is_dark)
    ink = marks.colour(kind, is_dark)
    for ground in (colours.land, colours.ground, colours.money_tint):
        assert contrast(ink, ground) >= 3
    assert contrast(ink, colours.ground) >= 4.5


def test_the_colour_of_counts_serves_both_schemes() -> None:
    for is_dark in (False, True):
        assert contrast(COUNT_COLOUR, palette(is_dark).ground) >= 3


def test_every_kind_has_a_sign_of_its_own() -> None:
    signs = {kind.name: marks.shapes(kind.name, "neighbourhood", False) for kind in KINDS}
    paths = [ET.fromstring(f"<g>{text}</g>")[1].attrib["d"] for text in signs.values()]
    assert len(set(paths)) == len(KINDS)


def test_the_first_three_kinds_differ_in_outline_too() -> None:
    outlines = [
        ET.fromstring(f"<g>{marks.shapes(kind, 'site', False)}</g>")[0].attrib["d"]
        for kind in DEFAULT_KINDS
    ]
    assert len(set(outlines)) == 3


def test_the_precisions_differ_without_colour() -> None:
    edges = []
    for precision in marks.PRECISIONS:
        edge = ET.fromstring(f"<g>{marks.shapes('library', precision, False)}</g>")[0].attrib
        ink = marks.colour("library", False)
        edges.append(edge["fill"] == ink)
    assert edges == [True, False]


def test_kinds_are_the_schemas_and_codes_are_ascii_and_unique() -> None:
    assert {kind.name for kind in KINDS} <= set(ASSET_KINDS)
    codes = [kind.code for kind in KINDS]
    assert len(set(codes)) == len(codes)
    assert all(code.isascii() and code == code.lower() and "." not in code for code in codes)


def test_the_atlas_holds_every_marker_in_a_place_of_its_own() -> None:
    kinds = [kind.name for kind in KINDS]
    uri, places = marks.atlas(kinds, is_dark=True)
    picture = ET.fromstring(base64.b64decode(uri.split(",", 1)[1]))
    width, height = int(picture.attrib["width"]), int(picture.attrib["height"])
    assert set(places) == {marks.icon_name(k, p) for k in kinds for p in marks.PRECISIONS}
    for place in places.values():
        assert 0 <= place["x"] <= width - place["width"]
        assert 0 <= place["y"] <= height - place["height"]
    for cell, next_cell in combinations(places.values(), 2):
        across, down = (abs(cell[side] - next_cell[side]) for side in ("x", "y"))
        assert across >= marks.CELL or down >= marks.CELL


def test_an_unknown_kind_or_precision_is_named() -> None:
    with pytest.raises(KeyError, match="castle"):
        marks.shapes("castle", "site", False)
    with pytest.raises(ValueError, match="exact"):
        marks.shapes("library", "exact", False)
