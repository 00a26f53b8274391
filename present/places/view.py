"""What part of the ground a map shows.

Web Mercator, as the interactive map draws it, so that the still map is the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from kbb_data.geo import District, Point

#: Pixels of the whole world at zoom 0 in deck.gl's Mercator.
WORLD_PX = 512.0

#: The edge that a view leaves free around its districts, as a part of the view's side.
AIR = 0.04

#: One step of zoom: a doubling of the scale is 1.
ZOOM_STEP = 0.75


@dataclass(frozen=True, slots=True)
class View:
    """A square of the ground: its middle, and its side as a part of the world's width."""

    centre: Point
    side: float

    def zoom(self, side_px: float) -> float:
        """deck.gl's zoom at which the view fills ``side_px`` pixels."""
        return math.log2(side_px / (WORLD_PX * self.side))

    def closer(self, steps: int, towards: Point) -> View:
        """The view after ``steps`` steps of zoom; it slides ``towards`` a point in two steps."""
        if steps <= 0:
            return self
        part = min(1.0, steps / 2)
        (x, y), (tx, ty) = mercator(self.centre), mercator(towards)
        return View(
            inverse(x + (tx - x) * part, y + (ty - y) * part),
            self.side / 2 ** (steps * ZOOM_STEP),
        )

    def to_board(self, point: Point, board: float) -> tuple[float, float]:
        """Where ``point`` stands on a square board of ``board`` units: right, down."""
        x, y = mercator(point)
        cx, cy = mercator(self.centre)
        return (
            (x - cx + self.side / 2) / self.side * board,
            (y - cy + self.side / 2) / self.side * board,
        )

    def from_board(self, right: float, down: float, board: float) -> Point:
        """The point that stands at a place of a square board of ``board`` units."""
        cx, cy = mercator(self.centre)
        return inverse(
            cx + (right / board - 0.5) * self.side, cy + (down / board - 0.5) * self.side
        )


def mercator(point: Point) -> tuple[float, float]:
    """Web Mercator with the world from 0 to 1: right from the date line, down from the north."""
    y = math.log(math.tan(math.pi / 4 + math.radians(point.lat) / 2))
    return (point.lon + 180) / 360, (1 - y / math.pi) / 2


def inverse(x: float, y: float) -> Point:
    """The point at a place of the Mercator world."""
    return Point(math.degrees(2 * math.atan(math.exp(math.pi * (1 - 2 * y))) - math.pi / 2),
                 x * 360 - 180)  # fmt: skip


def view_of(districts: Iterable[District]) -> View:
    """The smallest square that shows the districts whole, with some air around them.

    Raises ``ValueError`` without a district.
    """
    corners = [mercator(Point(y, x)) for d in districts for ring in d.rings for x, y in ring]
    if not corners:
        raise ValueError("a view needs at least one district")
    xs, ys = zip(*corners, strict=True)
    side = max(max(xs) - min(xs), max(ys) - min(ys)) * (1 + 2 * AIR)
    return View(inverse((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2), side)
