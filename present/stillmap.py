"""The still map: the same ground and markers as the interactive one, as an SVG of our own.

It carries the page where the browser has no WebGL, it is what is printed, and it can be taken
away as a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

import pandas as pd

from kbb_data.geo import District, Place, Point
from present.facility_kinds import KINDS
from present.facility_marks import BOARD, PRECISIONS, icon_name, shapes
from present.mapview import Label, View
from present.text import t
from present.theme import FONT, Palette, palette

#: Units of the map's square.
SIDE = 720.0

#: Side of a marker on the still map.
MARKER = 26.0

_LEGEND_LINE = 30

#: Shown small, as on a telephone, the names grow against the ground.
_NARROW = "@media (max-width: 480px) { .kbb-still-name { font-size: 22px; } }"


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
    legend: Sequence[str] | None = None,
    source: str = "",
) -> str:
    """The map of ``facilities`` (as ``present.facilities.fanned`` gives them) as one SVG element.

    ``title`` and ``description`` are what a screen reader says of it. ``chosen_slug`` lifts a
    district out. With ``legend``, the kinds to explain, the picture stands alone: legend, title
    and ``source`` are drawn below the ground. Facilities without a point are not drawn.
    """
    colours = palette(is_dark)
    below = _below(legend, title, source, colours, is_dark) if legend is not None else ("", 0.0)
    height = SIDE + below[1]
    rows = _drawn(facilities)
    # What lies beyond the square would run over the legend.
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="kbb-still" role="img" '
        f'aria-labelledby="kbb-still-title kbb-still-desc" viewBox="0 0 {SIDE:g} {height:g}" '
        f'font-family="{escape(FONT, quote=True)}">',
        f'<title id="kbb-still-title">{escape(title)}</title>',
        f'<desc id="kbb-still-desc">{escape(description)}</desc>',
        f'<rect width="{SIDE:g}" height="{height:g}" fill="{colours.ground}" '
        f'class="kbb-still-ground"/>',
        f"<style>{_NARROW}</style>" if legend is None else "",
        f'<defs>{_signs(rows, is_dark)}<clipPath id="ground"><rect width="{SIDE:g}" '
        f'height="{SIDE:g}"/></clipPath></defs><g clip-path="url(#ground)">',
        *(_district(d, view, colours, d.slug == chosen_slug) for d in place.districts),
        *(_marker(row, view) for row in rows),
        *(_label(label, view, colours) for label in labels),
        "</g>",
        below[0],
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
    kind = t(f"harita.one_{row['kind']}")
    name = f"{row['name']} ({kind}, {row['district']})"
    sign = icon_name(str(row["kind"]), str(row["precision"]))
    return f'<use href="#{sign}" x="{x:.1f}" y="{y:.1f}"><title>{escape(name)}</title></use>'


def _label(label: Label, view: View, colours: Palette) -> str:
    x, y = view.to_board(label.point, SIDE)
    if not (0 <= x <= SIDE and 0 <= y <= SIDE):
        return ""
    return (
        f'<text class="kbb-still-name" x="{x:.1f}" y="{y + 5:.1f}" text-anchor="middle" '
        f'font-size="18" font-weight="600" fill="{colours.ink}" stroke="{colours.land}" '
        f'stroke-width="4" stroke-linejoin="round" paint-order="stroke">'
        f"{escape(label.name)}</text>"
    )


def _below(
    kinds: Sequence[str], title: str, source: str, colours: Palette, is_dark: bool
) -> tuple[str, float]:
    """Title, legend and source under the ground, and how high they are."""
    parts = [
        f'<text x="16" y="{SIDE + 30:g}" font-size="20" font-weight="700" '
        f'fill="{colours.ink}">{escape(title)}</text>'
    ]
    entries = [(kind.name, "site", t(f"harita.kind_{kind.name}")) for kind in KINDS
               if kind.name in kinds]  # fmt: skip
    sample = entries[0][0] if entries else KINDS[0].name
    entries += [(sample, precision, t(f"harita.precision_{precision}")) for precision in PRECISIONS]
    top = SIDE + 50
    for number, (kind, precision, words) in enumerate(entries):
        x = 16 + (number % 2) * (SIDE / 2)
        y = top + (number // 2) * _LEGEND_LINE
        parts.append(
            f'<g transform="translate({x:g} {y:g})">{shapes(kind, precision, is_dark)}</g>'
            f'<text x="{x + 34:g}" y="{y + 17:g}" font-size="14" fill="{colours.ink}">'
            f"{escape(words)}</text>"
        )
    bottom = top + ((len(entries) + 1) // 2) * _LEGEND_LINE
    for line in _wrapped(source, 110):
        bottom += 16
        parts.append(
            f'<text x="16" y="{bottom:g}" font-size="12" fill="{colours.quiet}">'
            f"{escape(line)}</text>"
        )
    return "".join(parts), bottom + 14 - SIDE


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
