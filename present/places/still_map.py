"""The still map: the same shades, numbers and signs as the interactive one, as an SVG of our own.

It carries the page where the browser has no WebGL, it is what is printed, and it can be taken
away as a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from markupsafe import Markup

from kbb_data.geo import District, Place, Point
from present.kit.markup import Pieces, joined
from present.kit.theme import FONT, Palette, palette
from present.places.clusters import Mark
from present.places.kinds import shade
from present.places.labels import BOARD as LABELS_BOARD
from present.places.labels import ICON, NAME, Label, size
from present.places.legend_words import Legend, Sign
from present.places.marks import BOARD, icon_name, shapes
from present.places.shades import Shading
from present.places.view import View
from present.places.words import mark_title

_PIECES = Pieces("places/still_map.jinja")

#: Units of the map's square, and how many of them a unit of the labels' board is.
SIDE = 720.0
_SCALE = SIDE / LABELS_BOARD

#: Side of a marker on the still map, and the letters of a name.
MARKER = ICON * _SCALE
_LETTERS = NAME * _SCALE

#: A line of the legend, how much larger than they are its signs are drawn, how wide it is beside
#: the ground, and the letters of its lines.
_LINE, _LARGER, _BESIDE, _WIDTH = 56, 1.9, 660.0, 42


class Where(Enum):
    """Where a picture's legend stands."""

    BESIDE = "beside"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Around:
    """What a picture carries beside the ground: the legend, and where it stands."""

    legend: Legend
    where: Where


@dataclass(frozen=True, slots=True)
class Ground:
    """What all pictures of one view in one scheme share: districts and signs.

    ``defined``: each sign once, and the edge of the square; ``drawn``: what lies on it.
    """

    defined: Markup
    drawn: Markup


def ground(
    place: Place,
    view: View,
    shading: Shading,
    marks: Sequence[Mark],
    *,
    is_dark: bool,
    chosen_slug: str | None = None,
) -> Ground:
    """The districts with their shades, and the marks of facilities.

    ``chosen_slug`` lifts a district out with a strong boundary.
    """
    colours = palette(is_dark)
    chosen = [district for district in place.districts if district.slug == chosen_slug]
    districts = (
        _PIECES(
            "district",
            outline=_outlines(district, view),
            is_chosen=district in chosen,
            fill=_fill(shading, district.slug, is_dark),
            colours=colours,
        )
        # A strong boundary lies over the neighbours'.
        for district in (*(d for d in place.districts if d not in chosen), *chosen)
    )
    # What lies beyond the square would run over the legend.
    return Ground(
        _PIECES("ground", signs=_signs(marks, is_dark), side=f"{SIDE:g}"),
        joined(*districts, *(_mark(mark, view, colours) for mark in marks)),
    )


def _fill(shading: Shading, slug: str, is_dark: bool) -> str:
    index = shading.of.get(slug)
    if index is None:
        return palette(is_dark).land
    return shade(index, len(shading.classes), is_dark)


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
    that stands without the page.
    """
    colours = palette(is_dark)
    legend, right, bottom = Markup(""), 0.0, 0.0
    if around is not None:
        legend, right, bottom = _legend(around, colours, is_dark)
    return _PIECES(
        "picture",
        title=title,
        description=description,
        width=f"{SIDE + right:g}",
        height=f"{SIDE + bottom:g}",
        font=FONT,
        colours=colours,
        ground=ground,
        labels=joined(*(_label(label, view, colours) for label in labels)),
        legend=legend,
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


def _signs(marks: Sequence[Mark], is_dark: bool) -> Markup:
    """Each sign that is drawn, once; the places on the ground point at it."""
    pairs = sorted(
        {
            (str(mark.lines[0]["kind"]), str(mark.lines[0]["precision"]))
            for mark in marks
            if mark.is_single
        }
    )
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


def _mark(mark: Mark, view: View, colours: Palette) -> Markup:
    x, y = view.to_board(mark.point, SIDE)
    if mark.is_single:
        line = mark.lines[0]
        return _PIECES(
            "marker",
            sign=icon_name(str(line["kind"]), str(line["precision"])),
            x=f"{x - MARKER / 2:.1f}",
            y=f"{y - MARKER / 2:.1f}",
            name=mark_title(mark.lines),
        )
    return _PIECES(
        "cluster",
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        down=f"{y + _LETTERS * 0.35:.1f}",
        radius=f"{MARKER / 2:g}",
        size=f"{_LETTERS:.1f}",
        count=mark.count,
        name=mark_title(mark.lines),
        colours=colours,
    )


def _label(label: Label, view: View, colours: Palette) -> Markup:
    x, y = view.to_board(label.point, SIDE)
    wide, high = (part * _SCALE for part in size(label.name, label.number))
    end = view.to_board(label.end, SIDE) if label.end else None
    return _PIECES(
        "label",
        label=label,
        x=f"{x:.1f}",
        ys=(f"{y - _LETTERS * 0.15:.1f}", f"{y + _LETTERS * 0.85:.1f}"),
        letters=f"{_LETTERS:.1f}",
        middle=f"{y:.1f}",
        end=tuple(f"{part:.1f}" for part in end) if end else None,
        box=tuple(
            f"{part:.1f}" for part in (x - wide / 2 - 3, y - high / 2 - 1, wide + 6, high + 4)
        ),
        colours=colours,
    )


#: A line of a legend: its words, and what stands before them: a shade, a sign, or nothing.
_Row = tuple[str, str | Sign | None]


def _lines(legend: Legend, width: int) -> list[_Row]:
    """A legend in lines of so many letters; those that go on have nothing before them."""
    lines: list[_Row] = []
    for words, before in (
        (legend.heading, None),
        *((words, colour) for colour, words in legend.shades),
        *((sign.words, sign) for sign in legend.signs),
        *((note, None) for note in legend.notes),
    ):
        first, *rest = _wrapped(words, width) or [""]
        lines += [(first, before), *((more, None) for more in rest)]
    return lines


def _explained(line: _Row, x: float, y: float, colours: Palette, is_dark: bool) -> Markup:
    words, before = line
    sign = Markup("")
    if isinstance(before, Sign):
        sign = (
            shapes(before.kind, before.precision, is_dark)
            if before.kind
            else _PIECES("circle", colours=colours)
        )
    return _PIECES(
        "explained",
        shapes=sign,
        shade=before if isinstance(before, str) else "",
        words=words,
        x=f"{x:g}",
        y=f"{y:g}",
        at=(f"{x + (34 if before else 0):g}", f"{y + 17:g}"),
        colours=colours,
    )


def _legend(around: Around, colours: Palette, is_dark: bool) -> tuple[Markup, float, float]:
    """The legend in one column of large letters; how wide and high it adds to the ground."""
    lines = _lines(around.legend, _WIDTH)
    if not lines:
        return Markup(""), 0.0, 0.0
    is_beside = around.where is Where.BESIDE
    # A long legend shrinks to the ground's height.
    most = SIDE / (len(lines) * _LINE)
    scale = min(_LARGER, most * _LARGER) if is_beside else _LARGER
    high = _LINE / _LARGER
    height = len(lines) * high * scale
    drawn = joined(
        *(_explained(line, 0, number * high, colours, is_dark) for number, line in enumerate(lines))
    )
    x, y = (SIDE + 24, (SIDE - height) / 2) if is_beside else (16, SIDE + 16)
    large = _PIECES("large", signs=drawn, x=f"{x:g}", y=f"{y:.1f}", scale=f"{scale:.4f}")
    return (large, _BESIDE, 0.0) if is_beside else (large, 0.0, height + 16)


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
