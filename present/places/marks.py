"""The markers of the map, drawn by us: one sign a kind, one outline a family, one edge a precision.

A filled marker stands at a published point of that facility, an outlined one at its
neighbourhood's; a facility of which only the district is known has none. The same shapes make the
icons of the interactive map, the still map and the legend.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from present.kit.markup import Pieces
from present.kit.theme import palette
from present.places.kinds import KIND_BY_NAME, Outline

_PIECES = Pieces("places/marks.jinja")

#: How exactly a point may be known.
PRECISIONS = ("site", "neighbourhood")

#: A marker's drawing board: 24 by 24 units, its middle the point on the ground.
BOARD = 24

#: Pixels of a marker's cell in the atlas: twice its size on the map, for sharp screens.
CELL = 2 * 26

_OUTLINES: dict[Outline, str] = {
    "hexagon": "M12 1.6 20.8 6.7v10.6L12 22.4 3.2 17.3V6.7z",
    "square": "M5 2.5h14a2.5 2.5 0 0 1 2.5 2.5v14a2.5 2.5 0 0 1-2.5 2.5H5"
    "A2.5 2.5 0 0 1 2.5 19V5A2.5 2.5 0 0 1 5 2.5z",
    "circle": "M12 1.8a10.2 10.2 0 1 1 0 20.4 10.2 10.2 0 1 1 0-20.4z",
    "arch": "M3 21.6V11a9 9 0 0 1 18 0v10.6z",
    "diamond": "M12 .9 23.1 12 12 23.1.9 12z",
    "octagon": "M8 2h8l6 6v8l-6 6H8l-6-6V8z",
}

_SIGNS: dict[str, str] = {
    # A flame.
    "fire_station": "M12.3 5c.3 2.7 4 4.3 4 8.1a4.3 4.3 0 0 1-8.6.1c0-1.9 1-3.1 2-4.1"
    ".1 1.1.6 1.8 1.3 2.1-.2-2.2.1-4.2 1.3-6.2z",
    # An open book.
    "library": "M11.5 8.4C10.1 7.4 8.1 7 6 7v9c2.1 0 4.1.4 5.5 1.4z"
    "M12.5 8.4C13.9 7.4 15.9 7 18 7v9c-2.1 0-4.1.4-5.5 1.4z",
    # Two people.
    "social_centre": "M9 6.6a2 2 0 1 1 0 4 2 2 0 1 1 0-4zM15 6.6a2 2 0 1 1 0 4 2 2 0 1 1 0-4z"
    "M5.4 16.8c0-3 1.4-5 3.6-5 1.2 0 2.2.6 2.8 1.7V16.8z"
    "M12.2 16.8v-3.3c.6-1.1 1.6-1.7 2.8-1.7 2.2 0 3.6 2 3.6 5z",
    # A dumb-bell.
    "sports_facility": "M5.2 10h1.6v4H5.2zM7.3 8h2.2v8H7.3zM9.5 11h5v2h-5z"
    "M14.5 8h2.2v8h-2.2zM17.2 10h1.6v4h-1.6z",
    # A graduate's cap.
    "course_centre": "M12 6.6 5 10l7 3.4 7-3.4zM8 12.7v3c1.1 1 2.5 1.5 4 1.5s2.9-.5 4-1.5v-3l-4 2z",
    # A star.
    "attraction": "M12 5.6l1.9 4 4.4.6-3.2 3 .8 4.4L12 15.5l-3.9 2.1.8-4.4-3.2-3 4.4-.6z",
    # A gable on columns.
    "museum": "M12 5.8 6 9v1.3h12V9zM7.2 11.2H9v4H7.2zM11.1 11.2h1.8v4h-1.8z"
    "M15 11.2h1.8v4H15zM6 16h12v1.6H6z",
    # A mask.
    "culture_centre": "M6.6 7c1.8.6 3.6.9 5.4.9s3.6-.3 5.4-.9v4.8c0 3.2-2.2 5.5-5.4 6.2"
    "-3.2-.7-5.4-3-5.4-6.2zM8.5 10.5v1.4h2.2v-1.4zM13.3 10.5v1.4h2.2v-1.4z"
    "M9.4 13.9c.6 1.2 1.5 1.8 2.6 1.8s2-.6 2.6-1.8z",
    # A note.
    "conservatory": "M9.8 7.3 17 5.7v8.4a2.2 2.2 0 1 1-1.6-2.1V9.1l-4 .9v5.8a2.2 2.2 0 1 1"
    "-1.6-2.1z",
    # A sprout.
    "hobby_garden": "M11.2 17.8v-4.6c-3 0-5-1.7-5-4.7 2.8 0 4.7 1.2 5.5 3.2.8-2.6 2.8-4"
    " 6.1-4 0 3.3-2.1 5.2-5.2 5.3v4.8z",
    # A headstone.
    "cemetery": "M8.6 16V9.6a3.4 3.4 0 0 1 6.8 0V16zM6.8 16.8h10.4v1.6H6.8z",
    # An awning over a door.
    "shop": "M7.2 7.2h9.6l1.4 3.8H5.8zM7 11.8h10v5.2h-3v-3.2h-3V17H7z",
    # The letter P.
    "car_park": "M9 6.6h4a3.5 3.5 0 0 1 0 7h-2v3.9H9zM11 8.5v3.2h1.9a1.6 1.6 0 0 0 0-3.2z",
    # A house with windows.
    "service_building": "M7.5 6.2h9v11.6h-9zM9.3 8.2v1.7H11V8.2zM13 8.2v1.7h1.7V8.2z"
    "M9.3 11.4v1.7H11v-1.7zM13 11.4v1.7h1.7v-1.7zM11 14.6v3.2h2v-3.2z",
    # A shield.
    "constabulary": "M12 5.6l5 1.7v4.2c0 3.1-2 5.4-5 6.8-3-1.4-5-3.7-5-6.8V7.3z"
    "M12 8v7.8c1.8-1.1 3-2.6 3-4.5V9z",
    # A dot.
    "other": "M12 8.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 1 1 0-6.8z",
}


def colour(kind: str, is_dark: bool) -> str:
    """The colour of a kind's family in the scheme. Raises ``KeyError`` for an unknown kind."""
    family = KIND_BY_NAME[kind].family
    return family.dark if is_dark else family.light


@dataclass(frozen=True, slots=True)
class _Look:
    """How a marker's outline and sign are painted."""

    fill: str
    stroke: str
    width: str
    sign: str


def shapes(kind: str, precision: str, is_dark: bool) -> Markup:
    """The marker as SVG shapes on a board of 24 by 24 units, without a surrounding element.

    Raises ``KeyError`` for an unknown kind, ``ValueError`` for an unknown precision.
    """
    if precision not in PRECISIONS:
        raise ValueError(f"unknown precision {precision!r}; known: {', '.join(PRECISIONS)}")
    ink, ground = colour(kind, is_dark), palette(is_dark).ground
    looks = {
        "site": _Look(ink, ground, "1.2", ground),
        "neighbourhood": _Look(ground, ink, "2", ink),
    }
    outline = _OUTLINES[KIND_BY_NAME[kind].family.outline]
    return _PIECES("shapes", outline=outline, sign=_SIGNS[kind], look=looks[precision])


def svg(kind: str, precision: str, is_dark: bool, size: int = 24) -> Markup:
    """The marker as an SVG element of ``size`` pixels; decorative, words stand beside it."""
    return _PIECES("mark", shapes=shapes(kind, precision, is_dark), size=size, board=BOARD)


def data_uri(svg_text: str) -> str:
    """An SVG as an address that asks nobody."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg_text.encode()).decode("ascii")


def icon_name(kind: str, precision: str) -> str:
    """The name under which the marker stands in the atlas."""
    return f"{kind}-{precision}"


def atlas(kinds: Sequence[str], is_dark: bool) -> tuple[str, dict[str, dict[str, int | bool]]]:
    """All markers of ``kinds`` in one picture, and where each stands in it.

    The picture is a ``data:`` address; each place has ``x``, ``y``, ``width``, ``height`` in its
    pixels, as deck.gl's IconLayer wants it. One row a kind, one column a precision.
    """
    cells: list[tuple[int, int, Markup]] = []
    places: dict[str, dict[str, int | bool]] = {}
    for row, kind in enumerate(kinds):
        for column, precision in enumerate(PRECISIONS):
            x, y = column * CELL, row * CELL
            # A little air keeps neighbours from bleeding into one another when scaled down.
            cells.append((x + 2, y + 2, shapes(kind, precision, is_dark)))
            places[icon_name(kind, precision)] = {
                "x": x,
                "y": y,
                "width": CELL,
                "height": CELL,
                "mask": False,
            }
    picture = _PIECES(
        "atlas",
        cells=cells,
        width=CELL * len(PRECISIONS),
        height=CELL * max(len(kinds), 1),
        scale=f"{(CELL - 4) / BOARD:.4f}",
    )
    return data_uri(picture), places
