"""The bytes of the files for map programs: layers of places, as GeoJSON or GeoPackage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from kbb_data import geo
from present.kit.text import TURKISH, using
from present.opendata.geography import GeoFile
from present.opendata.geojson import geojson_file
from present.opendata.geopackage import geopackage_file
from present.opendata.source import Edition
from present.places.layers import layers


def geo_file(
    assets: pd.DataFrame, edition: Edition, file: GeoFile, about: Mapping[str, Any]
) -> bytes:
    """A file; its words for people are Turkish. ``assets`` as ``db.queries.assets`` gives them,
    ``about`` as ``present.opendata.files.origin`` does. The edition's institution has a place."""
    place = geo.place(edition.institution)
    assert place is not None
    with using(TURKISH, edition.form):
        every = layers(assets, place, edition.year)
    if not file.layer:
        return geopackage_file(every, about, edition.date)
    return geojson_file(next(layer for layer in every if layer.name == file.layer), about)
