"""Where the districts' names and numbers stand on a map: inside the boundary, off it and off icons.

A label stands where it has most room inside its district: at the district's pole of
inaccessibility, measured in labels. A district too small for its label gets it beside the ground,
with a line that leads to it. What a view shows no room of at all has no name there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from kbb_data.geo import District, Place, Point, Ring
from present.places.view import View, mercator

#: Places on a board, one a row: right, down.
Spots = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

#: Units of the square that a view is laid out on: the interactive map's pixels.
BOARD = 600.0

#: Heights of the letters of a name and of a number, and the side of an icon. Shown on a telephone,
#: six tenths of them are left: 11 pixels.
NAME, NUMBER, ICON = 18.7, 18.7, 32.0

#: Free units around a label.
AIR = 1.5

#: A letter's width as a part of its height, in the page's letters; of all that are not named here,
#: the last.
_WIDTHS = {
    **dict.fromkeys("iıjlİI.,", 0.28),
    **dict.fromkeys("frt-", 0.37),
    **dict.fromkeys("csşçzvykxJL", 0.49),
    **dict.fromkeys("ABCÇDGĞHKNOÖPRSŞTUÜVYZ", 0.6),
    **dict.fromkeys("mMwW", 0.82),
}
_WIDTH = 0.55

_GRID, _BESIDE_GRID = 28, 40

#: Points of a boundary that lie closer are one.
_FINE = 3.0

#: What it costs a label beside the ground to lie on another district, in units of its line's
#: length, and to have its line cross another line.
_ON_GROUND, _CROSSING = 70.0, 400.0

#: How far a label beside the ground and its line keep from the ends of lines.
_APART = 14.0


@dataclass(frozen=True, slots=True)
class Label:
    """A district's name with its number, the point on which its middle stands, and the end of the
    line that leads from it into the district; ``None`` where it stands inside."""

    name: str
    number: str
    slug: str
    point: Point
    end: Point | None = None


@dataclass(frozen=True, slots=True)
class _Box:
    middle: Spots
    half: Spots


def size(name: str, number: str) -> tuple[float, float]:
    """Width and height of a label in units of the board."""
    return max(_width(name, NAME), _width(number, NUMBER)), NAME + NUMBER


def labels(
    place: Place, view: View, numbers: Mapping[str, str], icons: Sequence[Point] = ()
) -> tuple[Label, ...]:
    """The labels of the districts that ``view`` has room for, in the districts' order.

    ``numbers``: what stands below each name, by the district's slug; ``icons``: the points that no
    label may cover.
    """
    taken = np.array([view.to_board(point, BOARD) for point in icons]).reshape(-1, 2)
    shapes = {district.slug: _shape(district, view) for district in place.districts}
    inside: dict[str, _Box] = {}
    waiting: list[tuple[District, _Box]] = []
    for district in place.districts:
        wide, high = size(district.name, numbers[district.slug])
        half = np.array([wide / 2, high / 2]) + AIR
        spot, is_fitting = _inside_spot(shapes[district.slug], half, taken)
        if is_fitting and spot is not None:
            inside[district.slug] = _Box(spot, half)
        else:
            pole = np.array(view.to_board(_pole(district), BOARD))
            if ((pole > 0) & (pole < BOARD)).all():
                waiting.append((district, _Box(pole, half)))
    beside = _beside(waiting, list(inside.values()), list(shapes.values()), taken)
    out = []
    for district in place.districts:
        box, end = inside.get(district.slug), None
        if box is None and district.slug in beside:
            box, pole = beside[district.slug]
            end = _ground(view, pole)
        if box is not None:
            point = _ground(view, box.middle)
            out.append(Label(district.name, numbers[district.slug], district.slug, point, end))
    return tuple(out)


def _ground(view: View, spot: Spots) -> Point:
    return view.from_board(float(spot[0]), float(spot[1]), BOARD)


def _width(text: str, height: float) -> float:
    return height * sum(_WIDTHS.get(letter, _WIDTH) for letter in text)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A district on the board: the corners of its rings, and points along its boundary."""

    rings: tuple[Spots, ...]
    edge: Spots


def _shape(district: District, view: View) -> _Shape:
    rings = tuple(_thinned(_corners(view, ring)) for ring in district.rings)
    edge = np.concatenate([_dense(ring) for ring in rings])
    near = ((edge > -BOARD / 8) & (edge < BOARD * 9 / 8)).all(axis=1)
    return _Shape(rings, edge[near])


def _inside_spot(shape: _Shape, half: Spots, taken: Spots) -> tuple[Spots | None, bool]:
    """The place inside the district, and on the board, with most room; whether the label fits."""
    corners = np.concatenate(shape.rings)
    low = np.maximum(corners.min(axis=0), half)
    high = np.minimum(corners.max(axis=0), BOARD - half)
    if (low >= high).any():
        return None, False
    spots = _grid(low, high, _GRID)
    spots = spots[_inside(spots, shape.rings)]
    if not len(spots):
        return None, False
    room = _boxes(spots, shape.edge, half)
    clear = _boxes(spots, taken, half + ICON / 2)
    score = np.minimum(room, clear)
    # Where a label's width decides, all the way up and down is as good: the middle is better.
    far = np.hypot(*(spots - spots.mean(axis=0)).T) / BOARD
    best = int(np.argmax(10.0 * (score >= 1) + score - far))
    return spots[best], bool(score[best] >= 1)


def _beside(
    waiting: Sequence[tuple[District, _Box]],
    boxes: list[_Box],
    shapes: Sequence[_Shape],
    taken: Spots,
) -> dict[str, tuple[_Box, Spots]]:
    """Places beside their districts for labels that don't fit, and where their lines end."""
    poles = {district.slug: box.middle for district, box in waiting}
    edges = np.concatenate([shape.edge for shape in shapes])
    rings = [ring for shape in shapes for ring in shape.rings]
    boxes, lines = list(boxes), list[Spots]()
    placed: dict[str, tuple[_Box, Spots]] = {}
    for district, wanted in waiting:
        half, pole = wanted.half, wanted.middle
        spots = _grid(half, BOARD - half, _BESIDE_GRID)
        others = [spot for slug, spot in poles.items() if slug != district.slug]
        ends = np.array(others).reshape(-1, 2)
        free = _boxes(spots, taken, half + ICON / 2) >= 1
        free &= _boxes(spots, np.array([pole, *others]), half + _APART) >= 1
        for box in boxes:
            free &= (np.abs(spots - box.middle) / (half + box.half)).max(axis=1) >= 1
        spots = spots[free]
        if not len(spots):
            continue
        away = np.hypot(*(spots - pole).T)
        best, least = None, np.inf
        for index in np.argsort(away):
            if away[index] >= least:
                break
            line = _line(spots[index], half, pole)
            box = _Box(spots[index], half)
            if (
                any(_hits(line, other) for other in boxes)
                or any(_hits(other, box) for other in lines)
                or (_boxes(line, ends, np.array([_APART, _APART])) < 1).any()
            ):
                continue
            spot = spots[index : index + 1]
            is_on_ground = bool(_boxes(spot, edges, half)[0] < 1 or _inside(spot, rings)[0])
            crossings = sum(_crosses(line, other) for other in lines)
            price = float(away[index]) + _ON_GROUND * is_on_ground + _CROSSING * crossings
            if price < least:
                best, least = (box, line), price
        if best is not None:
            boxes.append(best[0])
            lines.append(best[1])
            placed[district.slug] = (best[0], pole)
    return placed


def _line(spot: Spots, half: Spots, pole: Spots) -> Spots:
    """Points from the edge of a label to the end of its line."""
    away = pole - spot
    start = spot + away * min(1.0, float((half / np.maximum(np.abs(away), 1e-9)).min()))
    return np.linspace(start, pole, 40)


def _hits(line: Spots, box: _Box) -> bool:
    return bool((np.abs(line - box.middle) < box.half).all(axis=1).any())


def _crosses(line: Spots, other: Spots) -> bool:
    """Whether two straight lines meet."""

    def side(a: Spots, b: Spots, c: Spots) -> bool:
        return bool((b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0]))

    a, b, c, d = line[0], line[-1], other[0], other[-1]
    return side(a, c, d) != side(b, c, d) and side(a, b, c) != side(a, b, d)


@lru_cache(256)
def _pole(district: District) -> Point:
    """The point of a district that is farthest from its boundary, in degrees made even."""
    rings = tuple(np.array(ring) for ring in district.rings)
    edge = np.concatenate([_dense(ring, 0.02) for ring in rings])
    spots = _grid(edge.min(axis=0), edge.max(axis=0), 24)
    spots = spots[_inside(spots, rings)]
    if not len(spots):
        return district.centre
    # A degree of longitude is shorter than one of latitude.
    scale = np.array([np.cos(np.radians(district.centre.lat)), 1.0])
    away = np.hypot(*((spots[:, None, :] - edge[None, :, :]) * scale).T).T.min(axis=1)
    lon, lat = spots[int(np.argmax(away))]
    return Point(float(lat), float(lon))


def _grid(low: Any, high: Any, steps: int) -> Spots:
    xs, ys = np.meshgrid(np.linspace(low[0], high[0], steps), np.linspace(low[1], high[1], steps))
    return np.column_stack([xs.ravel(), ys.ravel()])


@lru_cache(256)
def _world(ring: Ring) -> Spots:
    """A ring in the Mercator world."""
    return np.array([mercator(Point(y, x)) for x, y in ring])


def _corners(view: View, ring: Ring) -> Spots:
    return np.asarray(
        (_world(ring) - mercator(view.centre)) / view.side * BOARD + BOARD / 2, dtype=np.float64
    )


def _thinned(corners: Spots) -> Spots:
    """The corners without those that stand on the one before, as near as it matters."""
    even = np.round(corners / _FINE)
    is_new = np.concatenate([[True], (even[1:] != even[:-1]).any(axis=1)])
    kept = corners[is_new]
    return np.concatenate([kept, kept[:1]])


def _dense(corners: Spots, step: float = 4.0) -> Spots:
    """The corners with more points between those that lie far apart."""
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
    at = np.union1d(along, np.arange(0.0, along[-1], step))
    return np.column_stack([np.interp(at, along, part) for part in corners.T])


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


def _boxes(spots: Spots, others: Spots, half: Spots) -> Spots:
    """For each spot the distance to the nearest other, in boxes of ``half``; far without any."""
    if len(others) == 0:
        return np.full(len(spots), 9.0)
    away = np.abs(spots[:, None, :] - others[None, :, :]) / half
    return np.asarray(away.max(axis=2).min(axis=1), dtype=np.float64)
