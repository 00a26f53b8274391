"""A chart made to fit its place in a picture: as large as may be, never too small to read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from markupsafe import Markup

from present.kit import theme
from present.kit.charts.spec import heights
from present.kit.markup import Pieces
from present.picture.rows import (
    height,
    is_list,
    is_narrow,
    ladder,
    largest,
    rows,
    rungs,
    stacked,
    start,
)

_PIECES = Pieces("picture/svg.jinja")

#: The renderer measures a family whose name holds a number as if it weren't there: half too wide.
FAMILY = "'KBB Sans', sans-serif"
#: The same for what goes out: where a machine lacks ours, fonts that are about as wide come first.
#: None whose name holds a number, for the same reason.
CARRIED_FAMILY = (
    "'KBB Sans', 'Source Sans Pro', Calibri, Carlito, Arial, 'Liberation Sans', Helvetica,"
    " sans-serif"
)

#: The text that most charts have as their smallest: what a first drawing takes for granted.
_TEXT = 14.0
#: A chart is enlarged until its text is so much larger than it must be; one whose rows can be left
#: out shows fewer rather than being smaller than is comfortable: so often enlarged, or so much more
#: than it must be.
_GROWN, _COMFORTABLE, _EASED = 2.0, 0.8, 1.2
#: So many times the rows are worth smaller letters.
_MORE = 1.5
#: How much smaller than it must be text may come out, as pixels are rounded.
_SHORT = 0.99
#: Steps between the largest chart and the smallest.
_STEPS = 12
#: The part of a row's height by which it may stand further from the next, and at most how many
#: pixels; and how much higher a row on a scale of names may become.
_SPREAD, _FURTHEST, _STRETCH = 1.1, 64.0, 2.2
#: No chart is drawn narrower, in its own pixels: names are broken for a telephone's width.
_NARROWEST = 350.0

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
    least: float,
) -> Chart | None:
    """The chart as large as the room allows, no text in it smaller than ``least``; nothing where it
    could not be read so. ``note_height``: what it costs to say that rows are left out."""
    canvas = _Canvas(spec, width, draw, is_dark)
    smallest = canvas.smallest(least)
    largest_zoom = max(min(_GROWN * smallest, width / _NARROWEST), smallest)
    if rows(spec):
        return _of_rows(canvas, room, note_height, smallest, largest_zoom)
    return _of_one_piece(canvas, room, note_height, smallest, largest_zoom)


@dataclass(slots=True)
class _Canvas:
    """A chart and the width that it is to fill, however often its own pixels are enlarged.

    ``beside``: pixels that a drawing is wider than it was asked to be, such as an axis's names;
    ``first``: how often the last drawing by which the smallest was found is enlarged, and itself.
    """

    spec: dict[str, Any]
    width: float
    draw: Draw
    is_dark: bool
    beside: float = 0.0
    first: tuple[float, str] = (0.0, "")

    def at(self, zoom: float, spec: dict[str, Any] | None = None) -> str:
        """The chart, or another form of it, as it is drawn to be enlarged so often."""
        inner = max(self.width / zoom - self.beside, 1.0)
        return self.draw(drawable(spec or self.spec, inner, self.is_dark))

    def smallest(self, least: float) -> float:
        """How often it must be enlarged for its smallest text to be as large as ``least``."""
        zoom = least / _TEXT
        for _ in range(3):
            drawn = self.at(zoom)
            self.first = zoom, drawn
            over = _box(drawn)[0] - self.width / zoom
            sizes = [float(size) for size in _FONT_SIZE.findall(drawn)]
            needed = least / min(sizes, default=_TEXT)
            if abs(over) < 1 and abs(needed / zoom - 1) < 0.01:
                break
            zoom = needed
            self.beside = max(self.beside + over, 0.0)
        return zoom

    def high(self, drawn: str) -> float:
        """How high a drawing is where it fills the width."""
        width, height = _box(drawn)
        return height * self.width / width

    def shown(self, drawn: str, room: float, left_out: frozenset[str]) -> Chart:
        """The drawing, fitted into the room."""
        high = min(self.high(drawn), room)
        return Chart(fitted(drawn, self.width, room)[0], room, high, left_out)


def _of_rows(
    canvas: _Canvas, room: float, note_height: float, smallest: float, largest_zoom: float
) -> Chart | None:
    """The chart of stacked rows: as large as all rows allow, else as many rows as can be read."""
    spec, around = canvas.spec, dict[bool, float]()

    def beside(zoom: float, narrow: bool) -> float:
        """What a drawing has above its rows and around them, such as a legend."""
        if narrow not in around:
            first, drawn = canvas.first
            stack = rows(spec, narrow=narrow)
            if is_narrow(spec, canvas.width / first) == narrow and not is_list(spec):
                # What was drawn already has its rows where the chart has put them.
                around[narrow] = _box(drawn)[1] - (spec["height"] - start(stack))
            else:
                drawn = canvas.at(zoom, stacked(spec, stack, 0, narrow=narrow))
                around[narrow] = _box(drawn)[1] - height(stack)
        return around[narrow]

    ratio = (smallest / largest_zoom) ** (1 / _STEPS)
    for step in range(_STEPS + 1):
        zoom = largest_zoom * ratio**step
        narrow = is_narrow(spec, canvas.width / zoom)
        kept = rows(spec, narrow=narrow)
        if (beside(zoom, narrow) + height(kept)) * zoom <= room:
            break
    else:
        eased = min(_EASED * smallest, max(_COMFORTABLE, smallest), largest_zoom)
        room -= note_height
        shown = {}
        for zoom in (smallest, eased):
            narrow = is_narrow(spec, canvas.width / zoom)
            stack = rows(spec, narrow=narrow)
            shown[zoom] = largest(stack, room / zoom - beside(zoom, narrow))
        # Names above their bars take so much height that smaller letters may tell far more.
        zoom = smallest if len(shown[smallest]) > _MORE * len(shown[eased]) else eased
        narrow, kept = is_narrow(spec, canvas.width / zoom), shown[zoom]
        if (beside(zoom, narrow) + height(kept)) * zoom > room:
            return None
    left = {str(row.key) for row in rows(spec)} - {str(row.key) for row in kept}
    free = max(room / zoom - beside(zoom, narrow) - height(kept), 0.0)
    spread = min(free / len(kept), _SPREAD * height(kept) / len(kept), _FURTHEST)
    drawn = canvas.at(zoom, stacked(spec, kept, spread, narrow=narrow))
    return canvas.shown(drawn, room, frozenset(left))


def _of_one_piece(
    canvas: _Canvas, room: float, note_height: float, smallest: float, largest_zoom: float
) -> Chart | None:
    """A chart that can only be enlarged; one on a scale of names may have fewer or higher rows."""
    spec, left = canvas.spec, frozenset[str]()
    whole, zoom = ladder(spec), smallest
    high = _box(canvas.at(zoom))[1]
    if whole and high * zoom > room:
        room -= note_height
        step, around = spec["height"] / len(whole.names), high - spec["height"]
        count = max(int((room / zoom - around) / step), 1)
        left = frozenset(str(name) for name in whole.names[count:])
        spec = rungs(spec, whole, whole.names[:count])
    else:
        # Less width may make a chart higher.
        for _ in range(3):
            zoom = min(max(room / high, smallest), largest_zoom)
            high = _box(canvas.at(zoom))[1]
            if high * zoom <= room or zoom == smallest:
                break
        own = spec["height"] + room / zoom - high
        if whole:
            stretch = min(max(own / spec["height"], 1.0), _STRETCH)
            spec = rungs(spec, whole, whole.names, stretch)
        elif bounds := heights(spec, canvas.width / zoom):
            own = min(max(own, bounds[0]), bounds[1], spec["height"] * _STRETCH)
            spec = {**spec, "height": round(own)}
    drawn = canvas.at(zoom, spec)
    return None if canvas.high(drawn) * _SHORT > room else canvas.shown(drawn, room, left)


def largest_of(drawings: Sequence[str], width: float, room: float | None) -> str:
    """Of several forms of a drawing, the one that is enlarged most within the width and the room;
    the first one where only the width bounds it."""
    if room is None:
        return drawings[0]

    def zoom(drawn: str) -> float:
        own_width, own_height = _box(drawn)
        return min(width / own_width, room / own_height)

    return max(drawings, key=zoom)


def readable(
    drawings: Sequence[str], small: Sequence[str], width: float, room: float | None, least: float
) -> str:
    """Of ``drawings`` the one that is enlarged most, where its smallest text comes out as large as
    ``least``; else of the ``small`` forms that do so the one that fills most of the room, and where
    none does, the one whose text comes out largest."""
    usual = largest_of(drawings, width, room)
    if not small or _shown(usual, width, room)[0] >= least * _SHORT:
        return usual

    def rank(drawn: str) -> tuple[bool, float]:
        letters, area = _shown(drawn, width, room)
        is_read = letters >= least * _SHORT
        return is_read, area if is_read else letters

    return max(small, key=rank)


def _shown(drawn: str, width: float, room: float | None) -> tuple[float, float]:
    """How large the smallest text of a drawing comes out, and how much of the picture it fills."""
    own_width, own_height = _box(drawn)
    zoom = min(width / own_width, (room or float("inf")) / own_height)
    letters = min(_letters(ElementTree.fromstring(drawn)), default=float("inf"))
    return letters * zoom, zoom * zoom * own_width * own_height


def _letters(element: ElementTree.Element, scale: float = 1.0) -> Iterator[float]:
    """How large each text of a drawing is in the drawing's own units."""
    turned = _SCALE.search(element.get("transform", ""))
    scale *= float(turned[1]) if turned else 1.0
    if size := element.get("font-size"):
        yield float(size) * scale
    for child in element:
        yield from _letters(child, scale)


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


_SCALE = re.compile(r"scale\(([\d.]+)")
_FONT_SIZE = re.compile(r'<text[^>]*? font-size="([\d.]+)')
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
