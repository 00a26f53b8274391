"""What part of the ground a map shows, and where the districts' names stand on it.

Web Mercator, as the interactive map draws it, so that the still map is the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kbb_data.geo import District, Place, Point, Ring

#: Places on a board, one a row: right, down.
Spots = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

#: Pixels of the whole world at zoom 0 in deck.gl's Mercator.
WORLD_PX = 512.0

#: The edge that a view leaves free around its districts, as a part of the view's side.
AIR = 0.04

#: One step of zoom: a doubling of the scale is 1.
ZOOM_STEP = 0.75

_GRID = 36


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


@dataclass(frozen=True, slots=True)
class Label:
    """A district's name and the point at which its middle stands."""

    name: str
    slug: str
    point: Point


def labels(
    place: Place,
    markers: Sequence[Point],
    *,
    board: float = 720.0,
    letter: float = 10.5,
    line: float = 22.0,
    marker: float = 30.0,
) -> tuple[Label, ...]:
    """A place for each district's name: inside the district and off the markers where it can be.

    The view is the whole place on a square of ``board`` units; a name is as wide as its letters
    of ``letter`` units and ``line`` high; a marker is a square of ``marker``.
    """
    view = view_of(place.districts)
    taken = np.array([view.to_board(point, board) for point in markers]).reshape(-1, 2)
    labels: list[Label] = []
    for district in place.districts:
        corners = [_corners(view, ring, board) for ring in district.rings]
        edge = np.concatenate([_dense(ring) for ring in corners])
        half = np.array([len(district.name) * letter / 2, line / 2])
        low, high = edge.min(axis=0), edge.max(axis=0)
        xs, ys = np.meshgrid(
            np.linspace(low[0], high[0], _GRID), np.linspace(low[1], high[1], _GRID)
        )
        spots = np.column_stack([xs.ravel(), ys.ravel()])
        spots = spots[_inside(spots, corners)]
        names = np.array([view.to_board(label.point, board) for label in labels]).reshape(-1, 2)
        town = np.array([view.to_board(district.centre, board)])
        # Each counts how often the boxes that must not touch fit between; more than once is
        # enough, and then nearer to the town is better.
        clear = np.minimum(_boxes(spots, taken, half + marker / 2), 1.05)
        room = np.minimum(_boxes(spots, edge, half), 1.0)
        apart = np.minimum(_boxes(spots, names, 2 * half), 1.1)
        far = np.hypot(*(spots - town).T) / board
        score = 3 * clear + 2 * room + 3 * apart - far
        best = spots[int(np.argmax(score))]
        labels.append(Label(district.name, district.slug, _ground(view, best, board)))
    return tuple(labels)


def _corners(view: View, ring: Ring, board: float) -> Spots:
    return np.array([view.to_board(Point(y, x), board) for x, y in ring])


def _dense(corners: Spots) -> Spots:
    """The corners with more points between those that lie far apart."""
    pieces = [
        np.linspace(start, end, max(2, int(np.hypot(*(end - start)) / 4)), endpoint=False)
        for start, end in pairwise(corners)
    ]
    return np.concatenate(pieces)


def _inside(spots: Spots, rings: Sequence[Spots]) -> np.ndarray[tuple[int, ...], np.dtype[np.bool]]:
    """Which spots lie inside one of the rings (even-odd rule)."""
    is_inside = np.zeros(len(spots), dtype=bool)
    for ring in rings:
        (x1, y1), (x2, y2) = ring[:-1].T[:, None, :], ring[1:].T[:, None, :]
        x, y = spots[:, :1], spots[:, 1:]
        crosses = (y1 > y) != (y2 > y)
        with np.errstate(divide="ignore", invalid="ignore"):
            right = x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        is_inside |= (crosses & right).sum(axis=1) % 2 == 1
    return is_inside


def _ground(view: View, spot: Iterable[float], board: float) -> Point:
    right, down = spot
    cx, cy = mercator(view.centre)
    return inverse(
        cx + (float(right) / board - 0.5) * view.side, cy + (float(down) / board - 0.5) * view.side
    )


def _boxes(spots: Spots, others: Spots, half: Spots) -> Spots:
    """For each spot the distance to the nearest other, in boxes of ``half``; far without any."""
    if len(others) == 0:
        return np.full(len(spots), 9.0)
    away = np.abs(spots[:, None, :] - others[None, :, :]) / half
    return np.asarray(away.max(axis=2).min(axis=1), dtype=np.float64)
