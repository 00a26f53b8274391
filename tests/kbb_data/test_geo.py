"""The facts of the map hold, and an institution without a place has none."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from shapely.geometry import Point as ShapelyPoint
from shapely.geometry import Polygon
from shapely.ops import unary_union

from kbb_data import geo
from kbb_data.turkish import fold

INSTITUTION = "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ"
DATASET = Path(geo.__file__).resolve().parent.parent / "2025"


@pytest.fixture(scope="module")
def place() -> geo.Place:
    kayseri = geo.place(INSTITUTION)
    assert kayseri is not None
    return kayseri


def polygons(district: geo.District) -> list[Polygon]:
    return [Polygon(ring) for ring in district.rings]


def test_sixteen_districts_each_one_sound_polygon(place: geo.Place) -> None:
    assert len(place.districts) == 16
    assert len({d.slug for d in place.districts}) == 16
    for district in place.districts:
        (polygon,) = polygons(district)
        assert polygon.is_valid, district.name
        assert district.rings[0][0] == district.rings[0][-1]


def test_the_polygons_cover_one_ground_without_overlap(place: geo.Place) -> None:
    outlines = [polygon for d in place.districts for polygon in polygons(d)]
    whole = unary_union(outlines)
    assert whole.geom_type == "Polygon"
    assert sum(p.area for p in outlines) == pytest.approx(whole.area, rel=1e-9)


def test_the_districts_sum_to_the_provinces_residents(place: geo.Place) -> None:
    assert place.residents == 1_445_683
    assert place.population.year == 2023
    assert place.population.date.isoformat() == "2023-12-31"
    assert "TÜİK" in place.population.source


def test_every_centre_and_known_point_lies_in_its_district(place: geo.Place) -> None:
    assert len(place.known_points) == 28
    stated = [(d.name, d.centre) for d in place.districts]
    stated += [(known.district, known.point) for known in place.known_points]
    for name, point in stated:
        district = place.district(name)
        assert district is not None, name
        assert any(p.contains(ShapelyPoint(point.lon, point.lat)) for p in polygons(district)), name
        assert district.contains(point), name


def test_own_point_in_polygon_agrees_with_shapely(place: geo.Place) -> None:
    probes = [
        geo.Point(lat=37.9 + 0.037 * i, lon=34.9 + 0.049 * j) for i in range(42) for j in range(42)
    ]
    for district in place.districts:
        (polygon,) = polygons(district)
        for probe in probes:
            assert district.contains(probe) == polygon.contains(ShapelyPoint(probe.lon, probe.lat))


def test_each_known_point_names_exactly_one_asset(place: geo.Place) -> None:
    with (DATASET / "assets.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for known in place.known_points:
        assets = [
            row["asset"]
            for row in rows
            if (row["category"], row["name"], row["district"])
            == (known.category, known.name, known.district)
        ]
        assert len(assets) == 1, known


def test_every_district_of_the_assets_is_one_of_the_sixteen(place: geo.Place) -> None:
    with (DATASET / "assets.csv").open(encoding="utf-8", newline="") as file:
        named = {row["district"] for row in csv.DictReader(file)} - {""}
    assert named <= {d.name for d in place.districts}


def test_attribution_names_every_source(place: geo.Place) -> None:
    words = " ".join(f"{a.what} {a.source} {a.licence}" for a in place.attributions)
    page = (geo.FOLDER / "ATTRIBUTION.md").read_text(encoding="utf-8")
    for source in ("OCHA", "Harita Genel Müdürlüğü", "CC BY-IGO", "TÜİK", "GeoNames", "CC BY 4.0"):
        assert source in words
        assert source in page
    for file in geo.FOLDER.glob("*.*"):
        if file.suffix in (".csv", ".geojson"):
            assert file.name in page


def test_names_are_found_in_any_letter_case(place: geo.Place) -> None:
    assert geo.place("kayseri büyükşehir belediyesi") == place
    i = place.district("INCESU")
    assert i is not None
    assert i.name == "İncesu"
    assert place.district_by_slug("incesu") is i
    assert {fold(d.name) for d in place.districts} == {d.slug for d in place.districts}


def test_nothing_is_known_of_another_institution(place: geo.Place) -> None:
    assert geo.place("ÖRNEK BÜYÜKŞEHİR BELEDİYESİ") is None
    assert geo.place("") is None
    assert place.district("Üsküdar") is None
    assert place.district_by_slug("uskudar") is None


def test_a_precision_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    for file in geo.FOLDER.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    locations = tmp_path / "facility_locations.csv"
    locations.write_text(
        locations.read_text(encoding="utf-8").replace(",site\n", ",exact\n", 1), encoding="utf-8"
    )
    with pytest.raises(ValueError, match=r"Merkez Kütüphanesi.*'exact'"):
        geo.read(tmp_path)
