"""The colours keep their contrast and their distance, colour blindness included.

Distances are CAM02-UCS (J'a'b'), full dichromacy after Machado 2009, both by colorspacious.
"""

from __future__ import annotations

from itertools import combinations

import pytest
from colorspacious import cspace_convert, deltaE

from present.kit import theme
from present.kit.theme import DARK, LIGHT, Palette
from tests.support.source import ROOT

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
SEEN_BY = (None, "deuteranomaly", "protanomaly", "tritanomaly")


def rgb(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def contrast(left: str, right: str) -> float:
    """The contrast ratio of WCAG 2."""

    def luminance(colour: str) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(left), luminance(right)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def distance(left: str, right: str, deficiency: str | None) -> float:
    pair = [rgb(left), rgb(right)]
    if deficiency:
        space = {"name": "sRGB1+CVD", "cvd_type": deficiency, "severity": 100}
        pair = [cspace_convert(colour, space, "sRGB1") for colour in pair]
    return float(deltaE(*pair, input_space="sRGB1", uniform_space="CAM02-UCS"))


def test_the_measures_themselves() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert distance("#123456", "#123456", None) == pytest.approx(0)


@both
def test_every_colour_stands_out_from_its_ground(palette: Palette) -> None:
    for colour in (*palette.aims.values(), palette.money, palette.accent, palette.land_line):
        assert contrast(colour, palette.ground) >= 3, colour


@both
def test_text_is_readable(palette: Palette) -> None:
    # The band of a draft.
    assert contrast(palette.ground, palette.tick) >= 4.5
    for ground in (palette.ground, palette.panel):
        assert contrast(palette.ink, ground) >= 7
        assert contrast(palette.quiet, ground) >= 4.5


@both
@pytest.mark.parametrize("deficiency", SEEN_BY)
def test_the_aims_stay_apart(palette: Palette, deficiency: str | None) -> None:
    for left, right in combinations(palette.aims.values(), 2):
        assert distance(left, right, deficiency) > 12, (left, right)


@pytest.mark.parametrize("aim", [number for number in LIGHT.aims if number])
def test_an_aim_keeps_its_soft_hue_from_light_to_dark(aim: int) -> None:
    seen = [cspace_convert(rgb(scheme.aims[aim]), "sRGB1", "JCh") for scheme in (LIGHT, DARK)]
    (_, _, hue), (_, _, other) = seen
    assert abs((hue - other + 180) % 360 - 180) <= 20
    # Pure red has 111.
    assert all(chroma <= 55 for _, chroma, _ in seen)


@both
def test_no_hue_of_an_aim_stands_for_anything_else(palette: Palette) -> None:
    aims = [colour for aim, colour in palette.aims.items() if aim]
    for other in (*palette.parties, palette.money, palette.actual):
        assert min(distance(aim, other, None) for aim in aims) > 10, other


@both
@pytest.mark.parametrize("deficiency", SEEN_BY)
def test_the_parties_stay_apart(palette: Palette, deficiency: str | None) -> None:
    assert all(contrast(colour, palette.ground) >= 3 for colour in palette.parties)
    for left, right in combinations(palette.parties, 2):
        assert distance(left, right, deficiency) > 12, (left, right)


def test_the_style_sheet_has_general_administrations_colour() -> None:
    wanted = [scheme.aims[theme.GENERAL_ADMINISTRATION].lower() for scheme in (LIGHT, DARK)]
    style = (ROOT / "assets/css/budget.css").read_text(encoding="utf-8")
    assert f".kb-general {{ background: light-dark({', '.join(wanted)}); }}" in style


@both
def test_there_is_a_colour_for_each_aim_and_for_more_than_seven(palette: Palette) -> None:
    is_dark = palette is DARK
    assert set(palette.aims) == {0, *range(1, 8)}
    assert theme.aim_colour(8, is_dark) == theme.aim_colour(1, is_dark)
    assert theme.party_colour(7, is_dark) == theme.party_colour(0, is_dark)


@both
def test_charts_write_turkish_numbers(palette: Palette) -> None:
    config = theme.chart_config(palette is DARK)
    assert config["locale"]["number"]["decimal"] == ","
    assert config["locale"]["number"]["thousands"] == "."
    assert config["background"] == "transparent"


def test_a_size_below_zero_has_the_grounds_colour() -> None:
    assert (
        theme.tint("#FFFFFF", "#000000", -0.5) == theme.tint("#FFFFFF", "#000000", 0) == "#FFFFFF"
    )
    assert theme.tint("#FFFFFF", "#000000", 1) == "#000000"
