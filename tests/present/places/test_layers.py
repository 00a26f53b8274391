"""Layers for map programs against the map: the same facilities and precision, no drawn point."""

from __future__ import annotations

from present.places.layers import layers
from tests.present.places.frames import assets, drawn, kayseri


def test_facilities_are_those_of_the_map() -> None:
    districts, facilities = layers(assets(), kayseri(), 2025)
    names = [field.name for field in facilities.fields]
    given = [(shape, dict(zip(names, values, strict=True))) for shape, values in facilities.things]
    rows = drawn().to_dict("records")
    assert [said["asset"] for _, said in given] == [row["asset"] for row in rows]
    assert [said["precision"] for _, said in given] == [row["precision"] for row in rows]
    for (shape, said), row in zip(given, rows, strict=True):
        is_point = row["precision"] in ("site", "neighbourhood")
        assert shape == ((row["lon"], row["lat"]) if is_point else None), said["name"]
    assert len(districts.things) == 16
    assert districts.bounds is not None
