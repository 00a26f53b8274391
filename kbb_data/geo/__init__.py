"""Where an institution's districts lie, who lives there and which facilities have a known point.

Facts that the programme does not state, kept beside it with their sources (``ATTRIBUTION.md``).
``place(institution)`` is the only door: an institution that ``places.toml`` does not name has no
place and gets ``None``.
"""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from kbb_data.turkish import fold, slug

FOLDER = Path(__file__).resolve().parent

Precision = Literal["site", "neighbourhood"]

#: A ring of a boundary: (longitude, latitude) in degrees, the first point repeated at the end.
Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the ground: degrees WGS 84."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Population:
    """Which count of residents the districts carry: its year, day and source.

    ``source_en``: the source in English, empty where nobody wrote it.
    """

    year: int
    date: date
    source: str
    source_en: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source that must be named beside the map; ``licence`` and ``note`` may be empty.

    ``what_en``, ``source_en`` and ``note_en`` say the same in English, empty where nobody did.
    """

    what: str
    source: str
    licence: str = ""
    note: str = ""
    what_en: str = ""
    source_en: str = ""
    note_en: str = ""


@dataclass(frozen=True, slots=True)
class District:
    """A district: residents, area, town centre and boundary.

    ``rings`` holds the outer ring of each polygon of the boundary; holes are not kept, since a
    district has none. ``slug`` is its ASCII name in addresses.
    """

    pcode: str
    name: str
    slug: str
    population: int
    area_km2: float
    centre: Point
    rings: tuple[Ring, ...]

    def contains(self, point: Point) -> bool:
        """Whether ``point`` lies inside the boundary (even-odd rule; the edge itself is open)."""
        return any(_inside(point, ring) for ring in self.rings)


@dataclass(frozen=True, slots=True)
class KnownPoint:
    """A facility of table 1.3 whose point is published: of the very site or its neighbourhood.

    ``category``, ``name`` and ``district`` are the words of the programme's table.
    """

    category: str
    name: str
    district: str
    point: Point
    precision: Precision


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the institution, and where that is printed."""

    address: str
    phone: str
    web: str
    source: str
    source_en: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """All that is known of an institution's ground. Districts stand in the file's order.

    ``nuts``: the province's code in the classification of regions of Eurostat and TÜİK (İBBS,
    level 3), empty where nobody wrote it.
    """

    institution: str
    name: str
    centre: Point
    population: Population
    districts: tuple[District, ...]
    known_points: tuple[KnownPoint, ...]
    attributions: tuple[Attribution, ...]
    contact: Contact | None = None
    nuts: str = ""

    @property
    def residents(self) -> int:
        """Residents of all districts together, in the year of ``population``."""
        return sum(district.population for district in self.districts)

    def district(self, name: str) -> District | None:
        """The district called ``name`` (any letter case, with or without accents), or ``None``."""
        folded = fold(name)
        return next((d for d in self.districts if fold(d.name) == folded), None)

    def district_by_slug(self, slug: str) -> District | None:
        """The district whose address name is ``slug``, or ``None``."""
        return next((d for d in self.districts if d.slug == slug), None)


def _inside(point: Point, ring: Ring) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > point.lat) != (y2 > point.lat):
            crossing = x1 + (point.lat - y1) * (x2 - x1) / (y2 - y1)
            if point.lon < crossing:
                inside = not inside
    return inside


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _rings(path: Path) -> dict[str, tuple[Ring, ...]]:
    rings: dict[str, tuple[Ring, ...]] = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"]
        if geometry["type"] == "Polygon":
            polygons = [polygons]
        rings[feature["properties"]["pcode"]] = tuple(
            tuple((float(x), float(y)) for x, y in polygon[0]) for polygon in polygons
        )
    return rings


def _districts(folder: Path, entry: Mapping[str, Any]) -> tuple[District, ...]:
    rings = _rings(folder / entry["boundaries"])
    return tuple(
        District(
            pcode=row["pcode"],
            name=row["district"],
            slug=slug(row["district"]),
            population=int(row[entry["population"]["column"]]),
            area_km2=float(row["area_km2"]),
            centre=Point(float(row["centre_lat"]), float(row["centre_lon"])),
            rings=rings[row["pcode"]],
        )
        for row in _rows(folder / entry["districts"])
    )


def _known_points(path: Path) -> tuple[KnownPoint, ...]:
    points: list[KnownPoint] = []
    for row in _rows(path):
        precision = row["precision"]
        if precision not in ("site", "neighbourhood"):
            raise ValueError(
                f"{path.name}: {row['name']}: precision {precision!r} is neither "
                "'site' nor 'neighbourhood'"
            )
        points.append(
            KnownPoint(
                category=row["category"],
                name=row["name"],
                district=row["district"],
                point=Point(float(row["lat"]), float(row["lon"])),
                precision="site" if precision == "site" else "neighbourhood",
            )
        )
    return tuple(points)


def read(folder: Path = FOLDER) -> tuple[Place, ...]:
    """Every place that ``places.toml`` in ``folder`` names.

    Raises ``FileNotFoundError`` for a file that it names and that is missing, ``KeyError`` for a
    column, an entry or a boundary that is missing, ``ValueError`` for a value that is no number.
    """
    entries = tomllib.loads((folder / "places.toml").read_text(encoding="utf-8"))
    return tuple(
        Place(
            institution=entry["institution"],
            name=entry["name"],
            centre=Point(entry["centre"]["lat"], entry["centre"]["lon"]),
            population=Population(
                year=entry["population"]["year"],
                date=entry["population"]["date"],
                source=entry["population"]["source"],
                source_en=entry["population"].get("source_en", ""),
            ),
            districts=_districts(folder, entry),
            known_points=_known_points(folder / entry["locations"]),
            attributions=tuple(Attribution(**item) for item in entry["attribution"]),
            contact=Contact(**entry["contact"]) if "contact" in entry else None,
            nuts=entry.get("nuts", ""),
        )
        for entry in entries.get("place", ())
    )


@lru_cache(maxsize=1)
def _committed() -> tuple[Place, ...]:
    return read()


def place(institution: str) -> Place | None:
    """The place of ``institution`` as a programme prints its name (letter case and accents do
    not count), or ``None`` where nothing is known of its ground."""
    folded = fold(institution)
    return next((p for p in _committed() if fold(p.institution) == folded), None)
