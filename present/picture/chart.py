"""A chart made to fit its place in a picture: as large as may be, never too small to read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from present.kit import theme
from present.kit.markup import Pieces
from present.picture.rows import largest, rows, stacked, start

_PIECES = Pieces("picture/svg.jinja")

#: The renderer measures a family whose name holds a number as if it weren't there: half too wide.
FAMILY = "'KBB Sans', sans-serif"
#: The same for what goes out: where a machine lacks ours, fonts that are about as wide come first.
#: None whose name holds a number, for the same reason.
CARRIED_FAMILY = (
    "'KBB Sans', 'Source Sans Pro', Calibri, Carlito, Arial, 'Liberation Sans', Helvetica,"
    " sans-serif"
)

#: A chart is made larger at most so often. Below the smallest nobody could read it; one whose rows
#: can be left out shows fewer rather than being smaller than is comfortable.
_LARGEST, _COMFORTABLE, _SMALLEST = 1.35, 0.8, 0.62
#: So small a chart may become before a row of it is left out.
_WHOLE = 0.64
#: How much higher than its room a chart may come out before it is drawn anew.
_OVER = 1.05
#: Pixels that a row gets beyond its need, at most, where there is room.
_SPREAD = 24

#: Draws a specification as one SVG element.
Draw = Callable[[dict[str, Any]], str]


def drawable(
    spec: dict[str, Any], width: float, is_dark: bool, family: str = FAMILY
) -> dict[str, Any]:
    """The specification with a width, our look and a font, ready to be drawn."""
    config = {**theme.chart_config(is_dark), **spec.get("config", {})}
    return {**spec, "width": round(width), "config": _with_font(config, family)}


def _with_font(value: Any, family: str) -> Any:
    if isinstance(value, dict):
        return {
            name: family if name.lower().endswith("font") else _with_font(part, family)
            for name, part in value.items()
        }
    return value


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart in the middle of a room so many pixels high, and how many of them it takes.

    ``left_out`` are the keys of the rows that had no room.
    """

    svg: Markup
    room: float
    height: float
    left_out: frozenset[str] = frozenset()


def chart(
    spec: dict[str, Any],
    width: float,
    room: float,
    note_height: float,
    draw: Draw,
    is_dark: bool,
) -> Chart | None:
    """The chart as large as the room allows; nothing where it could not be read."""
    drawn = draw(drawable(spec, width, is_dark))
    height, left_out = _box(drawn)[1], frozenset[str]()
    stack = rows(spec)
    is_stacked = bool(stack) and height > room
    if is_stacked:
        around = height - spec["height"]
        above = start(stack)
        kept = largest(stack, room / _WHOLE - around - above)
        if len(kept) < len(stack):
            room -= note_height
            kept = largest(stack, room / _COMFORTABLE - around - above)
            left_out = frozenset(str(row.key) for row in stack) - {str(row.key) for row in kept}
        least = sum(row.need for row in kept)
        spec = stacked(
            spec, kept, min(max((room - around - above - least) / len(kept), 0), _SPREAD)
        )
        height = around + spec["height"]
    factor = min(room / height, _LARGEST)
    if factor < _SMALLEST:
        return None
    if is_stacked or not 0.97 <= factor <= 1.03:
        # Other widths set other heights: what is smaller gets more width to fill.
        larger = draw(drawable(spec, width / factor, is_dark))
        # A chart that takes another form on less width may not fit in it; then it stays smaller.
        if is_stacked or height > room or _box(larger)[1] * factor <= room * _OVER:
            drawn = larger
    own_width, own_height = _box(drawn)
    shown = min(own_height * width / own_width, room)
    return Chart(fitted(drawn, width, room)[0], room, shown, left_out)


def fitted(drawn: str, width: float, room: float | None) -> tuple[Markup, float]:
    """An SVG element as wide as may be within the width and the room, in the middle."""
    own_width, own_height = _box(drawn)
    factor = width / own_width
    if room is not None:
        factor = min(factor, room / own_height)
    shown_width, shown_height = own_width * factor, own_height * factor
    left = (width - shown_width) / 2
    down = 0.0 if room is None else (room - shown_height) / 2
    start = drawn.index("<svg")
    end = drawn.index(">", start)
    element = _PIECES(
        "element",
        x=f"{left:.1f}",
        y=f"{down:.1f}",
        width=f"{shown_width:.1f}",
        height=f"{shown_height:.1f}",
        box=f"{_origin(drawn)} {own_width:g} {own_height:g}",
        # What the renderer drew, or we ourselves, is SVG already.
        content=Markup(drawn[end + 1 :]),
    )
    return element, shown_height if room is None else room


_VIEW_BOX = re.compile(r'viewBox="([^"]+)"')


def _box(drawn: str) -> tuple[float, float]:
    """Width and height of an SVG element, of its view box where it has one."""
    element = drawn[drawn.index("<svg") : drawn.index(">", drawn.index("<svg"))]
    box = _VIEW_BOX.search(element)
    if box:
        _, _, width, height = (float(side) for side in box[1].replace(",", " ").split())
        return width, height
    sizes = [re.search(rf'\b{name}="([\d.]+)', element) for name in ("width", "height")]
    stated = [float(size[1]) for size in sizes if size]
    if len(stated) < 2:
        raise ValueError("the drawing states no size")
    return stated[0], stated[1]


def _origin(drawn: str) -> str:
    """Where the view box of an SVG element begins."""
    box = _VIEW_BOX.search(drawn[: drawn.index(">", drawn.index("<svg"))])
    return " ".join(box[1].replace(",", " ").split()[:2]) if box else "0 0"
