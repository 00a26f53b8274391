"""The still map: the same ground and markers as the interactive one, as an SVG of our own.

It carries the page where the browser has no WebGL, it is what is printed, and it can be taken
away as a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

import pandas as pd
from markupsafe import Markup

from kbb_data.geo import District, Place, Point
from present.kit.markup import Pieces, joined
from present.kit.text import t
from present.kit.theme import FONT, Palette, palette
from present.places.kinds import KINDS
from present.places.marks import BOARD, PRECISIONS, icon_name, shapes
from present.places.view import Label, View

_PIECES = Pieces("places/still_map.jinja")

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


@dataclass(frozen=True, slots=True)
class Ground:
    """What all pictures of one view in one scheme share: districts and facilities.

    ``defined``: each sign once, and the edge of the square; ``drawn``: what lies on it.
    """

    defined: Markup
    drawn: Markup


def ground(
    facilities: pd.DataFrame,
    place: Place,
    view: View,
    *,
    is_dark: bool,
    chosen_slug: str | None = None,
) -> Ground:
    """The districts with the ``facilities`` (as ``present.places.model.fanned`` gives them).

    ``chosen_slug`` lifts a district out. Facilities without a point are not drawn.
    """
    colours = palette(is_dark)
    rows = _drawn(facilities)
    districts = (
        _PIECES(
            "district",
            outline=_outlines(district, view),
            is_chosen=district.slug == chosen_slug,
            colours=colours,
        )
        for district in place.districts
    )
    # What lies beyond the square would run over the legend.
    return Ground(
        _PIECES("ground", signs=_signs(rows, is_dark), side=f"{SIDE:g}"),
        joined(*districts, *(_marker(row, view) for row in rows)),
    )


def still_map(
    ground: Ground,
    view: View,
    labels: Sequence[Label],
    *,
    title: str,
    description: str,
    is_dark: bool,
    around: Around | None = None,
) -> Markup:
    """The map of a ``ground`` as one SVG element; ground and labels of the same view and scheme.

    ``title`` and ``description`` are what a screen reader says of it. ``around`` is for a picture
    that stands alone.
    """
    colours = palette(is_dark)
    legend, right, bottom = Markup(""), 0.0, 0.0
    if around is not None:
        add = _below if around.legend is Legend.COMPACT else _large
        legend, right, bottom = add(around, colours, is_dark)
    size = _NAME if around is None or around.legend is Legend.COMPACT else _NAME_ALONE
    return _PIECES(
        "picture",
        title=title,
        description=description,
        width=f"{SIDE + right:g}",
        height=f"{SIDE + bottom:g}",
        font=FONT,
        colours=colours,
        narrow=_NARROW if around is None else "",
        ground=ground,
        labels=joined(*(_label(label, view, colours, size) for label in labels)),
        legend=legend,
    )


def _drawn(facilities: pd.DataFrame) -> list[dict[str, object]]:
    """The facilities with a point, those that must not be hidden last."""
    rank = {precision: place for place, precision in enumerate(reversed(PRECISIONS))}
    rows = facilities[facilities["precision"].notna()].to_dict("records")
    return sorted(
        ({str(name): value for name, value in row.items()} for row in rows),
        key=lambda row: rank[str(row["precision"])],
    )


def _outlines(district: District, view: View) -> str:
    return "".join(
        _outline([view.to_board(Point(y, x), SIDE) for x, y in ring[:-1]])
        for ring in district.rings
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


def _signs(rows: Sequence[dict[str, object]], is_dark: bool) -> Markup:
    """Each marker that is drawn, once; the places on the ground point at it."""
    pairs = sorted({(str(row["kind"]), str(row["precision"])) for row in rows})
    return joined(
        *(
            _PIECES(
                "sign",
                name=icon_name(kind, precision),
                scale=f"{MARKER / BOARD:.4f}",
                shapes=shapes(kind, precision, is_dark),
            )
            for kind, precision in pairs
        )
    )


def _marker(row: dict[str, object], view: View) -> Markup:
    x, y = view.to_board(Point(float(str(row["lat"])), float(str(row["lon"]))), SIDE)
    x += float(str(row["shift_x"])) * MARKER - MARKER / 2
    y += float(str(row["shift_y"])) * MARKER - MARKER / 2
    if not (-MARKER <= x <= SIDE and -MARKER <= y <= SIDE):
        return Markup("")
    kind = t(f"places.one_{row['kind']}")
    return _PIECES(
        "marker",
        sign=icon_name(str(row["kind"]), str(row["precision"])),
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        name=f"{row['name']} ({kind}, {row['district']})",
    )


def _label(label: Label, view: View, colours: Palette, size: int) -> Markup:
    x, y = view.to_board(label.point, SIDE)
    half = len(label.name) * size * _LETTER / 2
    if not (half <= x <= SIDE - half and size <= y <= SIDE - size):
        return Markup("")
    return _PIECES(
        "label", name=label.name, x=f"{x:.1f}", y=f"{y + 5:.1f}", size=size, colours=colours
    )


def _legend(kinds: Sequence[str]) -> list[tuple[str, str, str]]:
    """Kind, precision and words of each sign: the kinds, then how well a place is known."""
    entries = [(kind.name, "site", t(f"places.kind_{kind.name}")) for kind in KINDS
               if kind.name in kinds]  # fmt: skip
    sample = entries[0][0] if entries else KINDS[0].name
    return entries + [
        (sample, precision, t(f"places.precision_{precision}")) for precision in PRECISIONS
    ]


def _sign(
    entry: tuple[str, str, str], x: float, y: float, colours: Palette, is_dark: bool
) -> Markup:
    kind, precision, words = entry
    return _PIECES(
        "explained",
        shapes=shapes(kind, precision, is_dark),
        words=words,
        x=f"{x:g}",
        y=f"{y:g}",
        at=(f"{x + 34:g}", f"{y + 17:g}"),
        colours=colours,
    )


def _below(around: Around, colours: Palette, is_dark: bool) -> tuple[Markup, float, float]:
    """Title, legend and source under the ground; how wide and high they add to it."""
    parts = []
    top = SIDE + 20
    if around.title:
        parts.append(_PIECES("title", text=around.title, y=f"{SIDE + 30:g}", colours=colours))
        top += 30
    entries = _legend(around.kinds)
    for number, entry in enumerate(entries):
        x, y = 16 + (number % 2) * (SIDE / 2), top + (number // 2) * _LEGEND_LINE
        parts.append(_sign(entry, x, y, colours, is_dark))
    bottom = top + ((len(entries) + 1) // 2) * _LEGEND_LINE
    for line in _wrapped(around.source, 110):
        bottom += 16
        parts.append(_PIECES("source", line=line, y=f"{bottom:g}", colours=colours))
    return joined(*parts), 0.0, bottom + 14 - SIDE


def _large(around: Around, colours: Palette, is_dark: bool) -> tuple[Markup, float, float]:
    """The legend in one column of large letters; how wide and high it adds to the ground."""
    entries = _legend(around.kinds)
    is_beside = around.legend is Legend.BESIDE
    # Many kinds shrink to the ground's height.
    most = SIDE / (len(entries) * _LARGE_LINE)
    scale = min(_LARGER, most * _LARGER) if is_beside else _LARGER
    line = _LARGE_LINE / _LARGER
    height = len(entries) * line * scale
    signs = joined(
        *(_sign(entry, 0, number * line, colours, is_dark) for number, entry in enumerate(entries))
    )
    x, y = (SIDE + 24, (SIDE - height) / 2) if is_beside else (16, SIDE + 16)
    drawn = _PIECES("large", signs=signs, x=f"{x:g}", y=f"{y:.1f}", scale=f"{scale:.4f}")
    return (drawn, _BESIDE, 0.0) if is_beside else (drawn, 0.0, height + 16)


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
