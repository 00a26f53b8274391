"""Facilities with a published point as they stand on a map: those that would cover one another as
one mark with their number."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kbb_data.geo import Point
from present.places.labels import BOARD, ICON
from present.places.view import View

#: Marks nearer than this, in units of the view's board, would cover one another.
_NEAR = ICON * 1.05


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of the map: its point, and the lines of the table that it stands for."""

    point: Point
    lines: tuple[dict[str, Any], ...]

    @property
    def count(self) -> int:
        """How many facilities it stands for."""
        return sum(int(line["facilities"]) for line in self.lines)

    @property
    def is_single(self) -> bool:
        """Whether it stands for a single line, of which kind and precision are known."""
        return len(self.lines) == 1


def marks(facilities: pd.DataFrame, view: View) -> tuple[Mark, ...]:
    """The marks of the facilities with a point that lie within ``view``, from the north.

    Two marks whose icons would touch become one, in the middle of its facilities; so on until none
    does. ``facilities`` as ``present.places.model.placed`` gives them.
    """
    groups: list[tuple[float, float, list[dict[str, Any]]]] = []
    for row in facilities[facilities["lat"].notna()].to_dict("records"):
        right, down = view.to_board(Point(float(row["lat"]), float(row["lon"])), BOARD)
        if 0 <= right <= BOARD and 0 <= down <= BOARD:
            groups.append((right, down, [{str(name): value for name, value in row.items()}]))
    while (pair := _nearest(groups)) is not None:
        first, second = (groups[place] for place in pair)
        lines = first[2] + second[2]
        share = len(second[2]) / len(lines)
        middle = (
            first[0] + (second[0] - first[0]) * share,
            first[1] + (second[1] - first[1]) * share,
        )
        groups = [group for place, group in enumerate(groups) if place not in pair]
        groups.append((*middle, lines))
    groups.sort(key=lambda group: (group[1], group[0]))
    return tuple(
        Mark(view.from_board(right, down, BOARD), tuple(_ordered(lines)))
        for right, down, lines in groups
    )


def _ordered(lines: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(lines, key=lambda line: int(line["source_line"]))


def _nearest(
    groups: list[tuple[float, float, list[dict[str, Any]]]],
) -> tuple[int, int] | None:
    """The two groups that lie nearest to each other; ``None`` where none covers another."""
    least, pair = _NEAR, None
    for place, (right, down, _) in enumerate(groups):
        for other in range(place):
            away = math.hypot(right - groups[other][0], down - groups[other][1])
            if away < least:
                least, pair = away, (other, place)
    return pair
