"""A district beside the others: its facilities by kind, its share, the fire station nearest to it.

Pure: frames of ``db.queries`` and a ``kbb_data.geo.Place`` in, frames and dataclasses out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kbb_data.geo import District, Place, Point
from kbb_data.turkish import slug, sort_key
from present.kit import writing
from present.places.kinds import DEFAULT_KINDS, KINDS
from present.places.model import counted, median_people_each, metres
from present.places.model import rates as rates_of

#: The kind whose nearest one is looked for where a district has none of its own.
STATION = "fire_station"

RATE_COLUMNS = ("kind", "count", "people_each", "rate", "median_each", "median", "median_count",
                "least", "most", "least_name", "most_name")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """A district that anything is known of: its slug and name; with a place, its ground."""

    slug: str
    name: str
    district: District | None = None


@dataclass(frozen=True, slots=True)
class Station:
    """The fire station nearest to a district without one.

    ``kilometres`` runs from the centre of the district's town, as the crow flies; ``is_known`` says
    whether the station's own point is published (else it lies somewhere in ``district``).
    """

    name: str
    district: str
    kilometres: float
    is_known: bool


def districts(
    place: Place | None, facilities: pd.DataFrame, members: pd.DataFrame
) -> tuple[Known, ...]:
    """All districts of the place, of the facilities and of the council, in the alphabet's order."""
    known: dict[str, Known] = {}
    for frame in (facilities, members):
        for name in frame["district"]:
            if writing.is_stated(name) and name:
                known.setdefault(slug(name), Known(slug(name), name))
    for district in place.districts if place else ():
        known[district.slug] = Known(district.slug, district.name, district)
    return tuple(sorted(known.values(), key=lambda district: sort_key(district.name)))


def seated(members: pd.DataFrame, district_slug: str) -> pd.DataFrame:
    """The members of the council that stand for a district, in their order."""
    is_own = [
        writing.is_stated(name) and slug(name) == district_slug for name in members["district"]
    ]
    return members[is_own]


def overview(
    known: Sequence[Known], facilities: pd.DataFrame, members: pd.DataFrame
) -> pd.DataFrame:
    """One row a district: ``slug``, ``district``, ``population``, ``area_km2``, how many facilities
    of each usual kind it has (named as the kind), and ``members``; what is not known of a district
    is ``None``."""
    of_council = [slug(name) for name in members["district"] if writing.is_stated(name)]
    rows = []
    for district in known:
        ground = district.district
        own = facilities[facilities["district_slug"] == district.slug]
        rows.append(
            {
                "slug": district.slug,
                "district": district.name,
                "population": ground.population if ground else None,
                "area_km2": ground.area_km2 if ground else None,
                **{kind: counted(own, kind) for kind in DEFAULT_KINDS},
                "members": of_council.count(district.slug),
            }
        )
    columns = ["slug", "district", "population", "area_km2", *DEFAULT_KINDS, "members"]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def rates(facilities: pd.DataFrame, place: Place, district_slug: str) -> pd.DataFrame:
    """One row a kind that stands in any district, in the order of the map's kinds.

    ``count`` is the district's own; ``rate`` its facilities per 10,000 residents, ``median``,
    ``least`` and ``most`` those of all districts, ``least_name`` and ``most_name`` the districts
    there (``None`` where several share it). ``people_each`` and ``median_each``: residents for each
    facility in the district and in the middle one (NaN without any); ``median_count``: how many
    the middle district has.
    """
    rows: list[dict[str, Any]] = []
    for kind in KINDS:
        counts = rates_of(facilities, place, kind.name)
        if not counts["facilities"].sum():
            continue
        own = counts[counts["district_slug"] == district_slug].iloc[0]
        low, high = float(counts["per_10000"].min()), float(counts["per_10000"].max())
        rows.append(
            {
                "kind": kind.name,
                "count": int(own["facilities"]),
                "people_each": float(own["people_each"]),
                "rate": float(own["per_10000"]),
                "median_each": median_people_each(counts),
                "median": float(counts["per_10000"].median()),
                "median_count": float(counts["facilities"].median()),
                "least": low,
                "most": high,
                "least_name": _only(counts, low),
                "most_name": _only(counts, high),
            }
        )
    return pd.DataFrame(rows, columns=list(RATE_COLUMNS))


def _only(counts: pd.DataFrame, rate: float) -> str | None:
    names = list(counts.loc[counts["per_10000"] == rate, "district"])
    return str(names[0]) if len(names) == 1 else None


def nearest_station(facilities: pd.DataFrame, place: Place, district: District) -> Station | None:
    """The nearest fire station of another district; ``None`` where the district has one itself,
    or where none has a district."""
    stations = facilities[(facilities["kind"] == STATION) & facilities["district_slug"].notna()]
    if (stations["district_slug"] == district.slug).any():
        return None
    candidates: list[Station] = []
    for row in stations.to_dict("records"):
        point, is_known = _point(row, place)
        if point is not None:
            kilometres = metres(point, district.centre) / 1000
            candidates.append(Station(str(row["name"]), str(row["district"]), kilometres, is_known))
    return min(
        candidates,
        key=lambda station: (station.kilometres, sort_key(station.name)),
        default=None,
    )


def _point(row: dict[Any, Any], place: Place) -> tuple[Point | None, bool]:
    """Where a facility stands, and whether that is published; else its district's town."""
    if row["precision"] in ("site", "neighbourhood"):
        return Point(float(row["lat"]), float(row["lon"])), True
    home = place.district_by_slug(str(row["district_slug"]))
    return (home.centre if home else None), False
