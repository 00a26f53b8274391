"""The files for map programs: districts, and facilities with how precisely they stand."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import shapely
from starlette.testclient import TestClient

from kbb_data import geo
from tests.support.datasets import KAYSERI
from tests.web.conftest import client_of

ALL, DISTRICTS, FACILITIES = (
    f"/veri/cografya/{name}"
    for name in ("ilceler-ve-tesisler.gpkg", "ilceler.geojson", "tesisler.geojson")
)
BOUNDARIES = KAYSERI.parent / "geo" / "kayseri_districts.geojson"


@pytest.fixture(scope="module")
def package(kayseri: TestClient, tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    path: Path = tmp_path_factory.mktemp("geo") / "a.gpkg"
    path.write_bytes(kayseri.get(ALL).content)
    return sqlite3.connect(path)


def features(client: TestClient, address: str) -> list[dict[str, Any]]:
    answer = client.get(address)
    assert answer.headers["content-type"] == "application/geo+json"
    given: list[dict[str, Any]] = answer.json()["features"]
    return given


def test_districts_are_those_of_the_map(kayseri: TestClient) -> None:
    ours = {one["properties"]["pcode"]: one for one in features(kayseri, DISTRICTS)}
    source = json.loads(BOUNDARIES.read_text("utf-8"))["features"]
    assert set(ours) == {one["properties"]["pcode"] for one in source}
    for one in source:
        own = ours[one["properties"]["pcode"]]
        shape = shapely.geometry.shape(own["geometry"])
        assert shape.is_valid
        assert shape.equals(shapely.geometry.shape(one["geometry"]))
        assert own["geometry"]["type"] == "MultiPolygon"
        # RFC 7946: an outer ring runs counterclockwise.
        assert all(part.exterior.is_ccw for part in shape.geoms)
        assert own["properties"]["population_year"] == 2023
    assert sum(one["properties"]["population"] for one in ours.values()) == 1_445_683


def test_only_a_published_point_is_a_point(kayseri: TestClient) -> None:
    given = features(kayseri, FACILITIES)
    told = Counter(one["properties"]["precision"] for one in given)
    place = geo.place("KAYSERİ BÜYÜKŞEHİR BELEDİYESİ")
    assert place is not None
    known = {(point.name, point.district): point for point in place.known_points}
    assert told["site"] + told["neighbourhood"] == len(known) == 28
    for one in given:
        said = one["properties"]
        if said["precision"] in ("site", "neighbourhood"):
            point = known[said["name"], said["district"]]
            assert one["geometry"]["coordinates"] == [point.point.lon, point.point.lat]
            assert said["precision"] == point.precision
            district = place.district(said["district"])
            assert district is not None
            assert district.contains(point.point)
        else:
            assert one["geometry"] is None
            assert said["precision"] in ("district", None)
        assert said["year"] == 2025
        assert said["kind_tr"]
        assert said["source_line"]


def test_sources_licence_and_version_go_along(kayseri: TestClient) -> None:
    for address in (DISTRICTS, FACILITIES):
        answer = kayseri.get(address)
        said = answer.json()
        assert any("CC BY-IGO" in source for source in said["sources"])
        assert said["about"]["version"] == answer.headers["dataset-version"]
        assert said["about"]["licence"]["name"] == "CC-BY-4.0"
        assert set(said["fields"]) == set(said["features"][0]["properties"])
        assert 'filename="' in answer.headers["content-disposition"]


def test_the_geopackage_is_one(package: sqlite3.Connection) -> None:
    assert package.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
    assert package.execute("PRAGMA user_version").fetchone() == (10300,)
    assert package.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert package.execute("PRAGMA foreign_key_check").fetchall() == []
    layers = package.execute(
        "SELECT table_name, data_type, srs_id FROM gpkg_contents ORDER BY table_name"
    ).fetchall()
    assert layers == [("ilceler", "features", 4326), ("tesisler", "features", 4326)]
    systems = {row[0] for row in package.execute("SELECT srs_id FROM gpkg_spatial_ref_sys")}
    assert systems == {-1, 0, 4326}


@pytest.mark.parametrize(("layer", "address"), [("ilceler", DISTRICTS), ("tesisler", FACILITIES)])
def test_the_geopackage_says_what_geojson_says(
    kayseri: TestClient, package: sqlite3.Connection, layer: str, address: str
) -> None:
    rows = package.execute(f"SELECT * FROM {layer} ORDER BY fid")
    names = [column[0] for column in rows.description]
    given = features(kayseri, address)
    shapes = []
    for row, one in zip(rows.fetchall(), given, strict=True):
        own = dict(zip(names, row, strict=True))
        assert {name: own[name] for name in one["properties"]} == one["properties"]
        if one["geometry"] is None:
            assert own["geom"] is None
            continue
        # Head of 8 bytes; with an envelope 32 more.
        blob: bytes = own["geom"]
        assert blob[:2] == b"GP"
        assert int.from_bytes(blob[4:8], "little") == 4326
        shape = shapely.from_wkb(blob[40 if blob[3] & 0b10 else 8 :])
        assert shape.equals(shapely.geometry.shape(one["geometry"]))
        shapes.append(shape)
    bounds = package.execute(
        "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?", (layer,)
    ).fetchone()
    assert list(bounds) == shapely.total_bounds(shapes).tolist()


def test_the_same_data_give_the_same_file(kayseri: TestClient, kayseri_url: str) -> None:
    assert client_of(kayseri_url).get(ALL).content == kayseri.get(ALL).content
