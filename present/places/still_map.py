"""The still map: the same ground and markers as the interactive one, as an SVG of our own.

It carries the page where the browser has no WebGL, it is what is printed, and it can be taken
away as a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from html import escape
from itertools import pairwise

import pandas as pd

from kbb_data.geo import District, Place, Point
from present.kit.text import t
from present.kit.theme import FONT, Palette, palette
from present.places.kinds import KINDS
from present.places.marks import BOARD, PRECISIONS, icon_name, shapes
from present.places.view import Label, View

#: Units of the map's square.
SIDE = 720.0

#: Side of a marker on the still map.
MARKER = 26.0

#: A line of the compact legend, of the large one and how much larger that is, and how wide one
#: beside the ground is.
_LEGEND_LINE = 30
_LARGE_LINE, _LARGER = 56, 1.9
_BESIDE = 660.0

#: Sizes of the places' names on a page and in a picture that is shown smaller, and how wide a
#: letter is at most, as a part of its size.
_NAME, _NAME_ALONE, _LETTER = 18, 24, 0.6

#: Shown small, as on a telephone, the names grow against the ground.
_NARROW = "@media (max-width: 480px) { .kbb-still-name { font-size: 22px; } }"


class Legend(Enum):
    """Where a legend stands: compact below the ground; large, for small pictures, at a side."""

    COMPACT = "compact"
    BESIDE = "beside"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Around:
    """What a picture that stands alone carries beside the ground.

    ``kinds``: those that the legend explains. ``title`` and ``source`` are drawn where they are
    not empty, below it. ``legend``: where the legend stands, and how large.
    """

    kinds: Sequence[str]
    title: str = ""
    source: str = ""
    legend: Legend = Legend.COMPACT


def still_map(
    facilities: pd.DataFrame,
    place: Place,
    view: View,
    labels: Sequence[Label],
    *,
    title: str,
    description: str,
    is_dark: bool,
    chosen_slug: str | None = None,
    around: Around | None = None,
) -> str:
    """The map of ``facilities`` (as ``present.places.model.fanned`` gives them) as one SVG element.

    ``title`` and ``description`` are what a screen reader says of it. ``chosen_slug`` lifts a
    district out. ``around`` is for a picture that stands alone. Facilities without a point are not
    drawn.
    """
    colours = palette(is_dark)
    more = ("", 0.0, 0.0)
    if around is not None:
        more = (_below if around.legend is Legend.COMPACT else _large)(around, colours, is_dark)
    words, right, bottom = more
    name_size = _NAME if around is None or around.legend is Legend.COMPACT else _NAME_ALONE
    width, height = SIDE + right, SIDE + bottom
    rows = _drawn(facilities)
    # What lies beyond the square would run over the legend.
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="kbb-still" role="img" '
        f'aria-labelledby="kbb-still-title kbb-still-desc" viewBox="0 0 {width:g} {height:g}" '
        f'font-family="{escape(FONT, quote=True)}">',
        f'<title id="kbb-still-title">{escape(title)}</title>',
        f'<desc id="kbb-still-desc">{escape(description)}</desc>',
        f'<rect width="{width:g}" height="{height:g}" fill="{colours.ground}" '
        f'class="kbb-still-ground"/>',
        f"<style>{_NARROW}</style>" if around is None else "",
        f'<defs>{_signs(rows, is_dark)}<clipPath id="ground"><rect width="{SIDE:g}" '
        f'height="{SIDE:g}"/></clipPath></defs><g clip-path="url(#ground)">',
        *(_district(d, view, colours, d.slug == chosen_slug) for d in place.districts),
        *(_marker(row, view) for row in rows),
        *(_label(label, view, colours, name_size) for label in labels),
        "</g>",
        words,
        "</svg>",
    ]
    return "".join(parts)


def _drawn(facilities: pd.DataFrame) -> list[dict[str, object]]:
    """The facilities with a point, those that must not be hidden last."""
    rank = {precision: place for place, precision in enumerate(reversed(PRECISIONS))}
    rows = facilities[facilities["precision"].notna()].to_dict("records")
    return sorted(
        ({str(k): v for k, v in row.items()} for row in rows),
        key=lambda row: rank[str(row["precision"])],
    )


def _district(district: District, view: View, colours: Palette, is_chosen: bool) -> str:
    rings = "".join(_outline([view.to_board(Point(y, x), SIDE) for x, y in ring[:-1]])
                    for ring in district.rings)  # fmt: skip
    fill = colours.money_tint if is_chosen else colours.land
    name = "kbb-still-chosen" if is_chosen else "kbb-still-land"
    return (
        f'<path class="{name}" d="{rings}" fill="{fill}" stroke="{colours.land_line}" '
        f'stroke-width="1.2" stroke-linejoin="round"/>'
    )


def _outline(corners: Sequence[tuple[float, float]]) -> str:
    """A closed path through the corners, in tenths of a unit, each step from the one before."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in corners]
    steps = [
        f"{(x - before_x) / 10:g} {(y - before_y) / 10:g}"
        for (before_x, before_y), (x, y) in pairwise(tenths)
        if (x, y) != (before_x, before_y)
    ]
    x, y = tenths[0]
    return f"M{x / 10:g} {y / 10:g}l{' '.join(steps)}z"


def _signs(rows: Sequence[dict[str, object]], is_dark: bool) -> str:
    """Each marker that is drawn, once; the places on the ground point at it."""
    pairs = sorted({(str(row["kind"]), str(row["precision"])) for row in rows})
    return "".join(
        f'<g id="{icon_name(kind, precision)}" transform="scale({MARKER / BOARD:.4f})">'
        f"{shapes(kind, precision, is_dark)}</g>"
        for kind, precision in pairs
    )


def _marker(row: dict[str, object], view: View) -> str:
    x, y = view.to_board(Point(float(str(row["lat"])), float(str(row["lon"]))), SIDE)
    x += float(str(row["shift_x"])) * MARKER - MARKER / 2
    y += float(str(row["shift_y"])) * MARKER - MARKER / 2
    if not (-MARKER <= x <= SIDE and -MARKER <= y <= SIDE):
        return ""
    kind = t(f"places.one_{row['kind']}")
    name = f"{row['name']} ({kind}, {row['district']})"
    sign = icon_name(str(row["kind"]), str(row["precision"]))
    return f'<use href="#{sign}" x="{x:.1f}" y="{y:.1f}"><title>{escape(name)}</title></use>'


def _label(label: Label, view: View, colours: Palette, size: int) -> str:
    x, y = view.to_board(label.point, SIDE)
    half = len(label.name) * size * _LETTER / 2
    if not (half <= x <= SIDE - half and size <= y <= SIDE - size):
        return ""
    return (
        f'<text class="kbb-still-name" x="{x:.1f}" y="{y + 5:.1f}" text-anchor="middle" '
        f'font-size="{size}" font-weight="600" fill="{colours.ink}" stroke="{colours.land}" '
        f'stroke-width="4" stroke-linejoin="round" paint-order="stroke">'
        f"{escape(label.name)}</text>"
    )


def _legend(kinds: Sequence[str]) -> list[tuple[str, str, str]]:
    """Kind, precision and words of each sign: the kinds, then how well a place is known."""
    entries = [(kind.name, "site", t(f"places.kind_{kind.name}")) for kind in KINDS
               if kind.name in kinds]  # fmt: skip
    sample = entries[0][0] if entries else KINDS[0].name
    return entries + [(sample, one, t(f"places.precision_{one}")) for one in PRECISIONS]


def _sign(entry: tuple[str, str, str], x: float, y: float, colours: Palette, is_dark: bool) -> str:
    kind, precision, words = entry
    return (
        f'<g transform="translate({x:g} {y:g})">{shapes(kind, precision, is_dark)}</g>'
        f'<text x="{x + 34:g}" y="{y + 17:g}" font-size="14" fill="{colours.ink}">'
        f"{escape(words)}</text>"
    )


def _below(around: Around, colours: Palette, is_dark: bool) -> tuple[str, float, float]:
    """Title, legend and source under the ground; how wide and high they add to it."""
    parts = []
    top = SIDE + 20
    if around.title:
        parts.append(
            f'<text x="16" y="{SIDE + 30:g}" font-size="20" font-weight="700" '
            f'fill="{colours.ink}">{escape(around.title)}</text>'
        )
        top += 30
    entries = _legend(around.kinds)
    for number, entry in enumerate(entries):
        x, y = 16 + (number % 2) * (SIDE / 2), top + (number // 2) * _LEGEND_LINE
        parts.append(_sign(entry, x, y, colours, is_dark))
    bottom = top + ((len(entries) + 1) // 2) * _LEGEND_LINE
    for line in _wrapped(around.source, 110):
        bottom += 16
        parts.append(
            f'<text x="16" y="{bottom:g}" font-size="12" fill="{colours.quiet}">'
            f"{escape(line)}</text>"
        )
    return "".join(parts), 0.0, bottom + 14 - SIDE


def _large(around: Around, colours: Palette, is_dark: bool) -> tuple[str, float, float]:
    """The legend in one column of large letters; how wide and high it adds to the ground."""
    entries = _legend(around.kinds)
    is_beside = around.legend is Legend.BESIDE
    # Many kinds shrink to the ground's height.
    most = SIDE / (len(entries) * _LARGE_LINE)
    scale = min(_LARGER, most * _LARGER) if is_beside else _LARGER
    line = _LARGE_LINE / _LARGER
    height = len(entries) * line * scale
    signs = "".join(
        _sign(entry, 0, number * line, colours, is_dark) for number, entry in enumerate(entries)
    )
    x, y = (SIDE + 24, (SIDE - height) / 2) if is_beside else (16, SIDE + 16)
    drawn = f'<g transform="translate({x:g} {y:.1f}) scale({scale:.4f})">{signs}</g>'
    return (drawn, _BESIDE, 0.0) if is_beside else (drawn, 0.0, height + 16)


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
