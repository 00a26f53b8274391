"""The facilities of table 1.3 on the ground: which they are, where they are drawn, how many.

A facility is a line of table 1.3 whose kind is one of ``present.places.kinds``. Most are known
to their district only: these get a drawn place near the district's town, the same in every run,
and keep ``precision`` ``district`` so that nobody takes it for a surveyed point.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd

from kbb_data.geo import District, KnownPoint, Place, Point
from kbb_data.schema import ASSET_KINDS
from kbb_data.turkish import fold, slug, sort_key
from present.places.kinds import DEFAULT_KINDS, KINDS, ORDER

#: Metres between neighbours of the spiral in which facilities of a district are drawn, what each
#: keeps from every other facility, and from the district's edge; all shrink together where a
#: district has not that much room.
SPACING_M = 6500.0
CLEAR_M = 6000.0
EDGE_M = 3000.0

#: How far from the town's centre such a place may lie, in metres.
FAR_M = 16_000.0

#: The scale of all three distances below which a district counts as full, and the turns of the
#: spiral that are tried at each scale.
_CLOSEST = 0.02
_TURNS = 2500

_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_METRES_A_DEGREE = 111_320.0


def facilities(assets: pd.DataFrame) -> pd.DataFrame:
    """The lines of ``assets`` that are facilities, by kind and then in printed order.

    A line is no single facility: ``facilities`` says for how many it stands, 1 where a version does
    not tell. A line that sums up others is left out.

    A line whose kind nobody judged is of kind ``other`` where it has a district; without one it
    may be a vehicle or an area, and is left out. Vehicles, machines and green areas are no
    facilities. Columns as in ``assets``; ``district`` is ``None`` where none is stated.
    """
    frame = assets.copy()
    districts = [_text(value) for value in frame["district"]]
    kinds = [
        _text(kind) or ("other" if district else None)
        for kind, district in zip(frame["kind"], districts, strict=True)
    ]
    frame["district"] = pd.Series(districts, index=frame.index, dtype=object)
    frame["kind"] = pd.Series(kinds, index=frame.index, dtype=object)
    unknown = set(frame["kind"].dropna()) - set(ASSET_KINDS)
    if unknown:
        raise ValueError(f"the assets name unknown kinds: {', '.join(sorted(unknown))}")
    frame = frame[frame["kind"].isin(list(ORDER)) & frame["summary_of"].isna()]
    frame = frame.assign(facilities=frame["facilities"].fillna(1).astype(int))
    order = frame["kind"].map(ORDER)
    return frame.assign(_order=order).sort_values("_order", kind="stable").drop(columns="_order")


def placed(assets: pd.DataFrame, place: Place | None) -> pd.DataFrame:
    """The facilities of ``assets`` with the point at which each is drawn.

    Adds ``district_slug`` (``None`` without a district), ``precision`` (``site``,
    ``neighbourhood``, ``district`` or ``None``), ``lat`` and ``lon`` (degrees; NaN where nothing
    is drawn). A facility has no point where its
    district is not stated or not one of the place's, or where the institution has no place.
    The same table always gets the same points, in whatever order; kinds and districts are chosen
    afterwards (``chosen``), so a facility keeps its place whatever is looked at.
    """
    frame = facilities(assets).reset_index(drop=True)
    points: dict[int, tuple[Point, str]] = {}
    slugs = [slug(name) if name else None for name in frame["district"]]
    if place is not None:
        waiting: dict[str, list[int]] = {}
        for index, (district, known) in published(frame, place).items():
            if known is not None:
                points[index] = (known.point, known.precision)
            else:
                waiting.setdefault(district.slug, []).append(index)
        taken = [point for point, _ in points.values()]
        for district in place.districts:
            lines = sorted(
                waiting.get(district.slug, ()), key=lambda line: str(frame["asset"][line])
            )
            # What the page shows first gets the open places; the rest closes up between.
            for is_default in (True, False):
                group = sorted(
                    (
                        line
                        for line in lines
                        if (frame["kind"][line] in DEFAULT_KINDS) is is_default
                    ),
                    key=lambda line: ORDER[frame["kind"][line]],
                )
                for line, point in zip(group, spread(district, len(group), taken), strict=True):
                    points[line] = (point, "district")
                    taken.append(point)
    nowhere = (Point(math.nan, math.nan), None)
    drawn = [points.get(line, nowhere) for line in range(len(frame))]
    return frame.assign(
        district_slug=pd.Series(slugs, dtype=object),
        precision=pd.Series([precision for _, precision in drawn], dtype=object),
        lat=[point.lat for point, _ in drawn],
        lon=[point.lon for point, _ in drawn],
    )


def published(frame: pd.DataFrame, place: Place) -> dict[int, tuple[District, KnownPoint | None]]:
    """The district of each of ``facilities`` that states one of the place's, by its place in the
    frame, and its published point; ``None`` where its district alone is known."""
    points = {
        (point.category, fold(point.name), fold(point.district)): point
        for point in place.known_points
    }
    found = {}
    for index, row in enumerate(frame.to_dict("records")):
        district = place.district(row["district"]) if row["district"] else None
        if district is not None:
            key = (row["category"], fold(row["name"]), fold(district.name))
            found[index] = (district, points.get(key))
    return found


def spread(district: District, count: int, taken: Sequence[Point] = ()) -> list[Point]:
    """``count`` points inside the district around its centre, in the order of a sunflower.

    They keep clear of the edge, of one another and of ``taken`` and not too far from the centre;
    where there is too little room for that, they move closer until all find their place. Raises
    ``ValueError`` where not even the centre's surroundings lie inside the boundary.
    """
    scale = 1.0
    while scale > _CLOSEST:
        points = _fitting(district, count, taken, scale)
        if len(points) == count:
            return points
        scale *= 0.9
    raise ValueError(f"no room for {count} facilities around the centre of {district.name}")


def _fitting(district: District, count: int, taken: Sequence[Point], scale: float) -> list[Point]:
    points: list[Point] = []
    if count == 0:
        return points
    for point in _sunflower(district.centre, SPACING_M * scale):
        is_near = any(metres(point, mark) < CLEAR_M * scale for mark in (*points, *taken))
        if not is_near and all(district.contains(edge) for edge in _around(point, EDGE_M * scale)):
            points.append(point)
            if len(points) == count:
                break
    return points


def _sunflower(centre: Point, spacing_m: float) -> Iterator[Point]:
    for turn in range(_TURNS):
        radius = spacing_m * math.sqrt(turn)
        if radius > FAR_M:
            return
        yield _moved(centre, radius, turn * _GOLDEN_ANGLE)


def _around(point: Point, distance_m: float) -> Iterator[Point]:
    """``point`` itself and eight points around it."""
    yield point
    for step in range(8):
        yield _moved(point, distance_m, step * math.pi / 4)


def _moved(point: Point, distance_m: float, angle: float) -> Point:
    north = distance_m * math.cos(angle) / _METRES_A_DEGREE
    scale = _METRES_A_DEGREE * math.cos(math.radians(point.lat))
    # Seven decimals are a centimetre: the same in every run and on every machine.
    return Point(
        round(point.lat + north, 7), round(point.lon + distance_m * math.sin(angle) / scale, 7)
    )


def metres(start: Point, end: Point) -> float:
    """Distance on the ground, exact enough for some tens of kilometres."""
    scale = math.cos(math.radians((start.lat + end.lat) / 2))
    return _METRES_A_DEGREE * math.hypot(start.lat - end.lat, (start.lon - end.lon) * scale)


def codes(frame: pd.DataFrame) -> tuple[str, ...]:
    """The codes of the kinds that any of the facilities is of, in the order of the legend."""
    return tuple(kind.code for kind in KINDS if (frame["kind"] == kind.name).any())


def district_names(frame: pd.DataFrame, place: Place | None) -> dict[str, str]:
    """The districts of the facilities and of the place by slug, in the order of the alphabet."""
    names = {
        code: name
        for code, name in zip(frame["district_slug"], frame["district"], strict=True)
        if code
    }
    if place is not None:
        names |= {district.slug: district.name for district in place.districts}
    return dict(sorted(names.items(), key=lambda item: sort_key(item[1])))


def chosen(frame: pd.DataFrame, kinds: Iterable[str], district_slug: str | None) -> pd.DataFrame:
    """The facilities of ``kinds`` in the district, or in all for ``None``; those without a
    district among them only where no district is chosen."""
    rows = frame[frame["kind"].isin(list(kinds))]
    if district_slug is not None:
        rows = rows[rows["district_slug"] == district_slug]
    return rows


def fanned(frame: pd.DataFrame, step: float = 1.0) -> pd.DataFrame:
    """Adds ``shift_x``, ``shift_y``: how far a marker is drawn from its point, in markers.

    Facilities that share one point (several in one neighbourhood) stand side by side around it
    instead of hiding one another. Facilities alone at their point are not shifted.
    """
    shift_x = [0.0] * len(frame)
    shift_y = [0.0] * len(frame)
    spots: dict[tuple[float, float], list[int]] = {}
    for index, (lat, lon) in enumerate(zip(frame["lat"], frame["lon"], strict=True)):
        if not math.isnan(lat):
            spots.setdefault((lat, lon), []).append(index)
    for rows in spots.values():
        if len(rows) == 1:
            continue
        radius = step / (2 * math.sin(math.pi / len(rows)))
        for turn, index in enumerate(rows):
            angle = math.pi + turn * 2 * math.pi / len(rows)
            shift_x[index] = round(radius * math.cos(angle), 4)
            shift_y[index] = round(radius * math.sin(angle), 4)
    return frame.assign(shift_x=shift_x, shift_y=shift_y)


def counted(frame: pd.DataFrame, kind: str) -> int:
    """How many facilities of a kind the lines stand for."""
    return int(frame.loc[frame["kind"] == kind, "facilities"].sum())


def by_district(frame: pd.DataFrame, place: Place, kinds: Sequence[str]) -> pd.DataFrame:
    """One row a district in alphabetical order: how many facilities of ``kinds`` it has.

    Columns ``district``, ``district_slug``, ``population`` (persons), one count a kind (named as
    the kind) and ``facilities`` (their sum). Districts without any have zeros: the document names
    none there.
    """
    rows: list[dict[str, Any]] = []
    sums = Counter[tuple[str, str]]()
    for district_slug, kind, facilities in zip(
        frame["district_slug"], frame["kind"], frame["facilities"], strict=True
    ):
        if kind in kinds:
            sums[district_slug, kind] += int(facilities)
    for district in sorted(place.districts, key=lambda district: sort_key(district.name)):
        counts = {kind: sums[district.slug, kind] for kind in kinds}
        rows.append(
            {
                "district": district.name,
                "district_slug": district.slug,
                "population": district.population,
                **counts,
                "facilities": sum(counts.values()),
            }
        )
    return pd.DataFrame(rows)


def rates(frame: pd.DataFrame, place: Place, kind: str) -> pd.DataFrame:
    """``by_district`` of a single kind with ``per_10000`` (facilities per 10,000 residents) and
    ``people_each`` (residents for each facility); both NaN without residents, the latter without
    facilities too."""
    counts = by_district(frame, place, [kind])
    facilities, people = counts["facilities"], counts["population"]
    return counts.assign(
        per_10000=(facilities * 10_000 / people).where(people > 0),
        people_each=(people / facilities.where(facilities > 0)).where(people > 0),
    )


def median_people_each(counts: pd.DataFrame) -> float:
    """Residents for each facility where the middle district has them; NaN where that has none.

    It is the district in the middle by facilities per 10,000 residents; ``counts`` as ``rates``
    gives them.
    """
    middle = float(counts["per_10000"].median()) if len(counts) else math.nan
    return 10_000 / middle if middle else math.nan


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
