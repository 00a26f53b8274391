"""Things on the ground for a map program: what a layer holds, whatever file it is written to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

#: (longitude, latitude) in degrees WGS 84.
Position = tuple[float, float]
#: The outer rings of a thing's polygons, each closed; or its point; nothing where none is known.
Shape = tuple[tuple[Position, ...], ...] | Position | None

Value = str | int | float | None
FieldType = Literal["string", "integer", "decimal"]


@dataclass(frozen=True, slots=True)
class Field:
    """What is said of each thing: the name of its attribute, its type, what a value means."""

    name: str
    type: FieldType
    meaning: str


@dataclass(frozen=True, slots=True)
class Layer:
    """Things of one kind. ``name`` is ASCII; ``kind`` what their shapes are; ``things`` a shape and
    a value a field each. ``sources``: who has to be named, under which licence, a line each."""

    name: str
    title: str
    description: str
    kind: Literal["polygon", "point"]
    fields: tuple[Field, ...]
    things: tuple[tuple[Shape, tuple[Value, ...]], ...]
    sources: Sequence[str]

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """Least longitude and latitude, greatest longitude and latitude; nothing where no thing
        has a shape."""
        positions = [position for shape, _ in self.things for position in positions_of(shape)]
        if not positions:
            return None
        longitudes, latitudes = zip(*positions, strict=True)
        return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def positions_of(shape: Shape) -> list[Position]:
    """All positions of a shape, in its order."""
    if shape is None:
        return []
    if isinstance(shape[0], float):
        return [shape]
    return [position for ring in shape for position in ring]
