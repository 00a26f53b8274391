"""GDAL, through which QGIS and most map programs read, opens our layers and finds them sound."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.validate.programs import asked

NAMES = ("ilceler-ve-tesisler.gpkg", "ilceler.geojson", "tesisler.geojson")


@pytest.fixture(scope="module")
def files(kayseri: TestClient, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("maps")
    for name in NAMES:
        (folder / name).write_bytes(kayseri.get(f"/veri/cografya/{name}").content)
    return {name: folder / name for name in NAMES}


def rows(path: Path, layer: str, home: Path) -> list[dict[str, object]]:
    """A layer's features as GDAL reads and writes them."""
    out = home / f"{path.name}-{layer}.json"
    asked("ogr2ogr", "-f", "GeoJSON", str(out), str(path), layer, home=home)
    given: list[dict[str, object]] = json.loads(out.read_text("utf-8"))["features"]
    return given


@pytest.mark.parametrize("name", NAMES)
def test_it_opens_without_a_word(files: dict[str, Path], name: str, tmp_path: Path) -> None:
    # What GDAL says of itself stands first; a fault would stand beside it.
    told = asked("sh", "-c", f"ogrinfo -ro -so -al '{files[name]}' 2>&1", home=tmp_path)
    assert "Warning" not in told
    assert "ERROR" not in told
    assert "WGS 84" in told
    if "ilceler" in name:
        assert "Feature Count: 16" in told


@pytest.mark.parametrize("layer", ["ilceler", "tesisler"])
def test_both_kinds_of_files_say_the_same(
    files: dict[str, Path], layer: str, tmp_path: Path
) -> None:
    first = rows(files["ilceler-ve-tesisler.gpkg"], layer, tmp_path)
    second = rows(files[f"{layer}.geojson"], layer, tmp_path)
    assert first
    assert [one["properties"] for one in first] == [one["properties"] for one in second]
    assert [one["geometry"] for one in first] == [one["geometry"] for one in second]


def test_shapes_are_valid_and_a_point_lies_in_its_district(
    files: dict[str, Path], tmp_path: Path
) -> None:
    path = str(files["ilceler-ve-tesisler.gpkg"])
    # SpatiaLite's functions work where GDAL has them; its own are enough for this question.
    query = (
        "SELECT count(*) AS n FROM tesisler t JOIN ilceler i ON t.district = i.district "
        "WHERE t.precision IN ('site', 'neighbourhood') AND ST_Within(t.geom, i.geom)"
    )
    told = asked("ogrinfo", "-ro", "-dialect", "SQLITE", "-sql", query, path, home=tmp_path)
    assert "n (Integer) = 28" in told or "n (Integer64) = 28" in told, told
    valid = asked(
        "ogrinfo", "-ro", "-dialect", "SQLITE", "-sql",
        "SELECT count(*) AS n FROM ilceler WHERE ST_IsValid(geom)", path, home=tmp_path,
    )  # fmt: skip
    assert "= 16" in valid
