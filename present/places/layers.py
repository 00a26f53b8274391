"""Districts and facilities as layers for a map program.

A facility whose point is published has it, with how precisely (``precision``); all others have no
shape at all, since a point in the middle of a district would be taken for theirs.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd

from kbb_data.geo import Place, Ring
from kbb_data.schema import BY_NAME
from present.kit.layers import Field, Layer, Value
from present.kit.text import t
from present.kit.writing import is_stated
from present.places.model import facilities, published
from present.places.words import sources

DISTRICTS, FACILITIES = "ilceler", "tesisler"

_DISTRICT_FIELDS = (
    Field("pcode", "string", "Code of the district in OCHA's common operational dataset"),
    Field("district", "string", "Name"),
    Field("slug", "string", "Name in addresses of the dashboard"),
    Field("population", "integer", "Residents at the end of population_year"),
    Field("population_year", "integer", "Year of the count of residents"),
    Field("area_km2", "decimal", "Area in square kilometres"),
)
_FACILITY_FIELDS = (
    Field("asset", "string", "Key of the line in the table assets"),
    Field("name", "string", "Name as printed"),
    Field("kind", "string", "Kind, as the table assets codes it"),
    Field("kind_tr", "string", "Kind in Turkish"),
    Field("kind_en", "string", "Kind in English"),
    Field("category", "string", "Heading under which the line is printed"),
    Field("district", "string", "District; empty where none is stated"),
    Field("precision", "string", "site: a published point of the facility itself; neighbourhood: "
          "a published point in its neighbourhood; district: its district alone is known, no "
          "point; empty: not even that"),
    Field("facilities", "integer", "For how many facilities the line stands"),
    Field("area_m2", "decimal", "Area in square metres; empty where none is stated"),
    Field("note", "string", "Note as printed"),
    Field("year", "integer", "Year of the programme"),
    Field("source_line", "integer", "Line of the source text, counted from 1"),
)  # fmt: skip


def layers(assets: pd.DataFrame, place: Place, year: int) -> tuple[Layer, Layer]:
    """The place's districts, and the facilities of a programme's table 1.3, in the visit's
    language where it is words for people. ``assets`` as ``db.queries.assets`` gives them."""
    return _districts(place), _facilities(assets, place, year)


def _districts(place: Place) -> Layer:
    return Layer(
        DISTRICTS,
        t("places.layer_districts", place=place.name),
        t("places.layer_districts_about"),
        "polygon",
        _DISTRICT_FIELDS,
        tuple(
            (
                tuple(_counterclockwise(ring) for ring in district.rings),
                (
                    district.pcode,
                    district.name,
                    district.slug,
                    district.population,
                    place.population.year,
                    district.area_km2,
                ),
            )
            for district in place.districts
        ),
        sources(place),
    )


def _facilities(assets: pd.DataFrame, place: Place, year: int) -> Layer:
    kinds = {code.code: code for code in BY_NAME["assets"].column("kind").codes}
    things = []
    frame = facilities(assets).reset_index(drop=True)
    known = published(frame, place)
    for index, row in enumerate(frame.to_dict("records")):
        district, point = known.get(index, (None, None))
        precision = point.precision if point else "district" if district else None
        kind = kinds[row["kind"]]
        things.append(
            (
                (point.point.lon, point.point.lat) if point else None,
                (
                    row["asset"],
                    row["name"],
                    row["kind"],
                    kind.tr,
                    kind.en,
                    row["category"],
                    _stated(row["district"]),
                    precision,
                    int(row["facilities"]),
                    float(row["area_m2"]) if is_stated(row["area_m2"]) else None,
                    _stated(row["note"]),
                    year,
                    int(row["source_line"]),
                ),
            )
        )
    return Layer(
        FACILITIES,
        t("places.layer_facilities", place=place.name, year=year),
        t("places.layer_facilities_about"),
        "point",
        _FACILITY_FIELDS,
        tuple(things),
        sources(place),
    )


def _stated(value: Any) -> Value:
    return str(value) if is_stated(value) else None


def _counterclockwise(ring: Ring) -> Ring:
    """A ring in the direction that RFC 7946 wants of an outer one."""
    doubled = sum(
        (after[0] - before[0]) * (after[1] + before[1]) for before, after in pairwise(ring)
    )
    return ring if doubled < 0 else ring[::-1]
