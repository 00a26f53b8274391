"""The facilities of table 1.3 on the ground: which they are, where they stand, how many.

A facility is a line of table 1.3 whose kind is one of ``present.places.kinds``. Most are known
to their district only: these count in their district and are never a point.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from kbb_data.geo import District, KnownPoint, Place, Point
from kbb_data.schema import ASSET_KINDS
from kbb_data.turkish import fold, slug, sort_key
from present.places.kinds import KINDS, ORDER

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
    """The facilities of ``assets`` with their published point.

    Adds ``district_slug`` (``None`` without a district), ``precision`` (``site``,
    ``neighbourhood``; ``district`` where the district alone is known; ``None`` where the district
    is not stated or not one of the place's, or where the institution has no place), ``lat`` and
    ``lon`` (degrees; NaN without a published point).
    """
    frame = facilities(assets).reset_index(drop=True)
    slugs = [slug(name) if name else None for name in frame["district"]]
    known = published(frame, place) if place is not None else {}
    nowhere = Point(math.nan, math.nan)
    precisions: list[str | None] = []
    points: list[Point] = []
    for line in range(len(frame)):
        district, point = known.get(line, (None, None))
        precisions.append(point.precision if point else "district" if district else None)
        points.append(point.point if point else nowhere)
    return frame.assign(
        district_slug=pd.Series(slugs, dtype=object),
        precision=pd.Series(precisions, dtype=object),
        lat=[point.lat for point in points],
        lon=[point.lon for point in points],
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


def counted(frame: pd.DataFrame, kind: str) -> int:
    """How many facilities of a kind the lines stand for."""
    return int(frame.loc[frame["kind"] == kind, "facilities"].sum())


def by_district(frame: pd.DataFrame, place: Place, kinds: Sequence[str]) -> pd.DataFrame:
    """One row a district in alphabetical order: how many facilities of ``kinds`` it has.

    Columns ``district``, ``district_slug``, ``population`` (persons), one count a kind (named as
    the kind), ``facilities`` (their sum) and ``people_each`` (residents for each facility; NaN
    without residents or facilities). Districts without any have zeros: the document names none
    there.
    """
    rows: list[dict[str, Any]] = []
    sums = Counter[tuple[str, str]]()
    for district_slug, kind, number in zip(
        frame["district_slug"], frame["kind"], frame["facilities"], strict=True
    ):
        if kind in kinds:
            sums[district_slug, kind] += int(number)
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
    names = ("district", "district_slug", "population", *kinds, "facilities")
    table = pd.DataFrame(rows, columns=list(names))
    facilities, people = table["facilities"], table["population"]
    return table.assign(people_each=(people / facilities.where(facilities > 0)).where(people > 0))


def rates(frame: pd.DataFrame, place: Place, kind: str) -> pd.DataFrame:
    """``by_district`` of a single kind with ``per_10000`` (facilities per 10,000 residents; NaN
    without residents)."""
    counts = by_district(frame, place, [kind])
    facilities, people = counts["facilities"], counts["population"]
    return counts.assign(per_10000=(facilities * 10_000 / people).where(people > 0))


def median_people_each(counts: pd.DataFrame) -> float:
    """Residents for each facility where the middle district has them; NaN where that has none.

    It is the district in the middle by facilities per 10,000 residents; ``counts`` as ``rates``
    gives them.
    """
    middle = float(counts["per_10000"].median()) if len(counts) else math.nan
    return 10_000 / middle if middle else math.nan


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
