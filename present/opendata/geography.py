"""The files for map programs: where they lie and what kind they are."""

from __future__ import annotations

from dataclasses import dataclass

from kbb_data import geo
from present.opendata.geojson import MEDIA as GEOJSON
from present.opendata.geopackage import MEDIA as GEOPACKAGE
from present.opendata.source import Edition


@dataclass(frozen=True, slots=True)
class GeoFile:
    """A file for a map program. ``path``: its address under ``/veri/``; ``layer``: the layer that
    it holds, empty for all; ``key``: its name behind ``opendata.geo_`` in the catalogue."""

    path: str
    media: str
    layer: str
    key: str


GEO_FILES = (
    GeoFile("cografya/ilceler-ve-tesisler.gpkg", GEOPACKAGE, "", "all"),
    GeoFile("cografya/ilceler.geojson", GEOJSON, "ilceler", "districts"),
    GeoFile("cografya/tesisler.geojson", GEOJSON, "tesisler", "facilities"),
)
BY_PATH = {file.path: file for file in GEO_FILES}


def geo_files(edition: Edition) -> tuple[GeoFile, ...]:
    """The files of a programme; none where its institution's ground is not known."""
    return GEO_FILES if geo.place(edition.institution) is not None else ()
