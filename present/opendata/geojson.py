"""A layer as GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from present.kit.layers import Layer, Shape
from present.opendata.files import as_json

MEDIA = "application/geo+json"


def geojson_file(layer: Layer, about: Mapping[str, Any]) -> bytes:
    """The layer's things in their order, degrees WGS 84; a thing without a shape has the geometry
    ``null``. ``about`` as ``files.origin`` gives it stands beside them, with whom to name."""
    bounds = layer.bounds
    return as_json(
        {
            "type": "FeatureCollection",
            "name": layer.name,
            "title": layer.title,
            "description": layer.description,
            "sources": list(layer.sources),
            "fields": {field.name: field.meaning for field in layer.fields},
            "about": dict(about),
            **({"bbox": list(bounds)} if bounds else {}),
            "features": [
                {
                    "type": "Feature",
                    "properties": {
                        field.name: value for field, value in zip(layer.fields, values, strict=True)
                    },
                    "geometry": _geometry(layer, shape),
                }
                for shape, values in layer.things
            ],
        }
    )


def _geometry(layer: Layer, shape: Shape) -> dict[str, Any] | None:
    if shape is None:
        return None
    if layer.kind == "point":
        return {"type": "Point", "coordinates": list(shape)}
    return {"type": "MultiPolygon", "coordinates": [[ring] for ring in shape]}
