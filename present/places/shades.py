"""How districts are shaded by a value: in at most five classes, as many of the different values in
each as can be. No words, no colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

#: So many shades are told apart at a glance.
MOST = 5


@dataclass(frozen=True, slots=True)
class Shading:
    """Classes of a value from the smallest on, each with its least and its largest value, and the
    class of each district by its slug (``None``: it has no value)."""

    classes: tuple[tuple[float, float], ...]
    of: Mapping[str, int | None]


def shading(values: Mapping[str, float | None]) -> Shading:
    """The classes of the districts' values by slug; ``None`` for a district without a value.

    Equal values are in one class; five different values or fewer have a class each.
    """
    different = sorted({value for value in values.values() if value is not None})
    most = min(MOST, len(different))
    place = {value: rank * most // len(different) for rank, value in enumerate(different)}
    classes: list[tuple[float, float]] = []
    for value in different:
        if place[value] < len(classes):
            classes[-1] = (classes[-1][0], value)
        else:
            classes.append((value, value))
    return Shading(
        tuple(classes),
        {slug: None if value is None else place[value] for slug, value in values.items()},
    )
