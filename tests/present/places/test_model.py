"""Facilities: which they are, where they are drawn, how many there are."""

from __future__ import annotations

import dataclasses
import math
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbb_data import geo
from present.places import model
from present.places.kinds import DEFAULT_KINDS, ORDER
from tests.present.places import invented
from tests.present.places.frames import assets, drawn, frame, kayseri


def points(frame: pd.DataFrame) -> dict[str, tuple[float, float]]:
    return {
        asset: (lat, lon)
        for asset, lat, lon in zip(frame["asset"], frame["lat"], frame["lon"], strict=True)
        if not math.isnan(lat)
    }


def test_the_three_kinds_of_the_first_view_are_counted() -> None:
    counts = drawn()["kind"].value_counts()
    assert [counts[kind] for kind in DEFAULT_KINDS] == [17, 13, 19]


def test_vehicles_machines_and_areas_are_no_facilities() -> None:
    table = assets()
    left = set(table.loc[table["summary_of"].isna(), "asset"]) - set(drawn()["asset"])
    kinds = set(assets().set_index("asset").loc[sorted(left), "kind"])
    assert kinds == {
        "fire_vehicle", "constabulary_vehicle", "funeral_vehicle", "car",
        "public_transport_vehicle", "work_machine", "green_area",
    }  # fmt: skip


def test_every_facility_with_a_district_is_drawn_inside_it() -> None:
    place = kayseri()
    for row in drawn().to_dict("records"):
        district = place.district_by_slug(row["district_slug"] or "")
        if district is None:
            assert row["district"] is None
            assert row["precision"] is None
            assert math.isnan(row["lat"])
        else:
            assert district.contains(geo.Point(row["lat"], row["lon"])), row["name"]


def test_known_points_are_kept_and_all_others_are_called_by_their_district() -> None:
    place = kayseri()
    published = {
        (known.name, known.point.lat, known.point.lon, known.precision)
        for known in place.known_points
    }
    frame = drawn()
    known = frame[frame["precision"].isin(["site", "neighbourhood"])]
    assert len(known) == 28
    assert {
        (row["name"], row["lat"], row["lon"], row["precision"]) for row in known.to_dict("records")
    } == published
    others = frame[frame["lat"].notna() & ~frame["asset"].isin(known["asset"])]
    assert set(others["precision"]) == {"district"}


def test_drawn_places_stand_apart() -> None:
    district_only = drawn()[drawn()["precision"] == "district"]
    assert len(set(points(district_only).values())) == len(district_only)
    first = drawn()[drawn()["kind"].isin(DEFAULT_KINDS) & (drawn()["precision"] == "district")]
    spots = [geo.Point(*point) for point in points(first).values()]
    nearest = min(model.metres(*pair) for pair in combinations(spots, 2))
    assert nearest > 2_000


def test_places_do_not_depend_on_the_order_of_the_table() -> None:
    shuffled = assets().sample(frac=1, random_state=7)
    assert points(model.placed(shuffled, kayseri())) == points(drawn())


def test_without_a_place_nothing_is_drawn_and_all_is_listed() -> None:
    frame = model.placed(assets(), None)
    assert len(frame) == len(drawn())
    assert frame["lat"].isna().all()
    assert frame["precision"].isna().all()
    assert "kocasinan" in set(frame["district_slug"])


def test_a_district_that_the_place_does_not_have_is_not_drawn() -> None:
    (row,) = model.placed(frame({"district": "Üsküdar", "kind": "library"}), kayseri()).to_dict(
        "records"
    )
    assert row["district_slug"] == "uskudar"
    assert row["precision"] is None
    assert math.isnan(row["lat"])


def test_a_line_that_nobody_judged_is_other_with_a_district_and_left_out_without() -> None:
    facilities = model.facilities(frame({"district": "Talas"}, {"name": "Kamyon"}))
    assert list(facilities["kind"]) == ["other"]


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(ValueError, match="rocket_site"):
        model.facilities(frame({"kind": "rocket_site", "district": "Talas"}))


def test_no_assets_no_facilities() -> None:
    empty = model.placed(assets().head(0), kayseri())
    assert len(empty) == 0
    assert {"district_slug", "precision", "lat", "lon"} <= set(empty.columns)


@settings(max_examples=25, deadline=None)
@given(
    slug=st.sampled_from([district.slug for district in kayseri().districts]),
    count=st.integers(0, 60),
)
def test_a_spread_lies_inside_and_is_the_same_each_time(slug: str, count: int) -> None:
    district = kayseri().district_by_slug(slug)
    assert district is not None
    points = model.spread(district, count)
    assert points == model.spread(district, count)
    assert len(set(points)) == count
    assert all(district.contains(point) for point in points)
    assert all(model.metres(point, district.centre) <= model.FAR_M * 1.01 for point in points)


def test_a_centre_outside_its_district_is_refused() -> None:
    talas = kayseri().district_by_slug("talas")
    assert talas is not None
    lost = geo.District(
        talas.pcode, talas.name, talas.slug, 1, 1.0, geo.Point(0.0, 0.0), talas.rings
    )
    with pytest.raises(ValueError, match="Talas"):
        model.spread(lost, 2)


def test_facilities_at_one_point_stand_side_by_side() -> None:
    fanned = model.fanned(drawn())
    shared = fanned[fanned.duplicated(["lat", "lon"], keep=False) & fanned["lat"].notna()]
    assert len(shared) >= 10
    for _, group in shared.groupby(["lat", "lon"]):
        spots = list(zip(group["shift_x"], group["shift_y"], strict=True))
        away = [math.dist(*pair) for pair in combinations(spots, 2)]
        assert min(away) >= 0.99
    alone = fanned.drop(shared.index)
    assert (alone["shift_x"] == 0).all()
    assert (alone["shift_y"] == 0).all()


def test_a_line_that_sums_up_others_is_no_facility() -> None:
    table = assets()
    sums = table[table["summary_of"].notna()]
    assert list(sums["name"]) == ["Mezarlıklar", "Mezarlıklar"]
    assert not set(sums["asset"]) & set(drawn()["asset"])
    counts = model.by_district(drawn(), kayseri(), ["cemetery"]).set_index("district_slug")
    assert (counts.loc["melikgazi", "cemetery"], counts.loc["kocasinan", "cemetery"]) == (4, 2)


def test_a_line_counts_as_many_as_it_states_and_one_where_a_version_does_not_tell() -> None:
    facilities = model.facilities(
        frame(
            {"name": "Çarşı", "kind": "shop", "district": "Ova", "facilities": 118},
            {"name": "Eski", "kind": "shop", "district": "Ova"},
            {"name": "Toplam", "kind": "shop", "district": "Ova", "summary_of": "DÜKKÂNLAR"},
        )
    )
    assert list(facilities["facilities"]) == [118, 1]
    assert model.counted(facilities, "shop") == 119


def test_counts_by_district_add_up_and_are_rated() -> None:
    counts = model.by_district(drawn(), kayseri(), DEFAULT_KINDS)
    assert len(counts) == 16
    assert counts["facilities"].sum() == 49
    assert (counts[list(DEFAULT_KINDS)].sum(axis=1) == counts["facilities"]).all()
    assert list(counts["district"])[:3] == ["Akkışla", "Bünyan", "Develi"]
    rates = model.rates(drawn(), kayseri(), "fire_station")
    row = rates.set_index("district_slug").loc["ozvatan"]
    assert row["facilities"] == 1
    assert row["per_10000"] == pytest.approx(10_000 / 4_523)
    assert row["people_each"] == 4_523
    middle = sorted(rates["per_10000"])
    assert model.median_people_each(rates) == pytest.approx(20_000 / (middle[7] + middle[8]))


def test_a_district_without_any_has_zero() -> None:
    counts = model.rates(drawn(), kayseri(), "museum").set_index("district_slug")
    assert counts.loc["sariz", "facilities"] == 0
    assert counts.loc["sariz", "per_10000"] == 0
    assert math.isnan(counts.loc["sariz", "people_each"])


def test_a_chosen_district_leaves_out_what_has_none() -> None:
    everything = model.chosen(drawn(), ORDER, None)
    assert everything["district_slug"].isna().any()
    talas = model.chosen(drawn(), ORDER, "talas")
    assert set(talas["district"]) == {"Talas"}
    assert model.chosen(drawn(), [], None).empty


# An invented place of three squares; distances and angles worked out by hand.

OVA, PLACE = invented.OVA, invented.PLACE


def test_facilities_stand_by_kind_and_then_as_printed() -> None:
    facilities = model.facilities(
        frame(
            {"name": "Müze", "kind": "museum", "district": "Ova"},
            {"name": "B", "kind": "library", "district": ""},
            {"name": "Yeşil alan", "kind": "green_area", "district": "Ova"},
            {"name": "A", "kind": "library", "district": "Ova"},
            {"name": "Kimsenin bakmadığı", "district": "Ova"},
            {"name": "Boş", "kind": "", "district": "Ova"},
            {"name": "İstasyon", "kind": "fire_station"},
        )
    )
    assert list(facilities["name"]) == [
        "İstasyon", "B", "A", "Müze", "Kimsenin bakmadığı", "Boş",
    ]  # fmt: skip
    assert list(facilities["kind"])[-2:] == ["other", "other"]
    assert list(facilities["district"])[:3] == [None, None, "Ova"]
    assert list(facilities.index) == [6, 1, 3, 0, 4, 5]
    assert "_order" not in facilities


def test_all_unknown_kinds_are_named_by_the_alphabet() -> None:
    with pytest.raises(ValueError, match=r"^the assets name unknown kinds: castle, rocket$"):
        model.facilities(frame({"kind": "rocket"}, {"kind": "castle"}, {"kind": "library"}))


def test_the_input_is_left_as_it_was() -> None:
    lines = invented.assets()
    before = lines.copy()
    model.placed(lines, PLACE)
    pd.testing.assert_frame_equal(lines, before)


def test_each_facility_of_the_invented_place_has_its_point() -> None:
    placed = invented.facilities()
    columns = ["name", "district_slug", "precision", "lat", "lon"]
    rows = [tuple(row) for row in placed[columns].astype(object).itertuples(index=False)]
    assert rows[:4] == [
        ("Merkez İtfaiye", "ova", "district", 38.2, 35.2),
        ("Halk Kütüphanesi", "ova", "site", 38.25, 35.25),
        ("Çocuk Kütüphanesi", "ova", "district", 38.1569449, 35.2501898),
        ("Gezici Kütüphane", "cay", "neighbourhood", 38.25, 35.65),
    ]
    assert [row[:3] for row in rows[4:]] == [
        ("Okuma Evi", None, None), ("Kent Müzesi", None, None)]  # fmt: skip
    assert list(placed.index) == [0, 1, 2, 3, 4, 5]


def test_what_is_shown_first_gets_the_middle_then_the_legends_order_then_the_key() -> None:
    rows = [
        {"asset": "c", "kind": "museum", "district": "Ova"},
        {"asset": "a", "kind": "car_park", "district": "Ova"},
        {"asset": "z", "kind": "library", "district": "Ova"},
        {"asset": "y", "kind": "library", "district": "Ova"},
        {"asset": "x", "kind": "social_centre", "district": "Ova"},
        {"asset": "w", "kind": "cemetery", "district": "Ova"},
    ]
    placed = model.placed(frame(*rows), PLACE).set_index("asset")
    away = {
        asset: model.metres(geo.Point(row["lat"], row["lon"]), OVA.centre)
        for asset, row in placed.iterrows()
    }
    assert sorted(away, key=away.__getitem__) == ["y", "z", "x", "c", "w", "a"]


def test_a_spread_is_a_sunflower_around_the_town() -> None:
    # Turn 1 is 6,500 m away at 137.5 degrees from the north, turn 2 9,192 m at 275.
    sunflower = [
        geo.Point(38.2, 35.2),
        geo.Point(38.1569449, 35.2501898),
        geo.Point(38.2072193, 35.0953244),
    ]
    assert model.spread(OVA, 0) == []
    assert model.spread(OVA, 1) == sunflower[:1]
    assert model.spread(OVA, 3) == sunflower
    assert model.spread(OVA, 2, [OVA.centre]) == sunflower[1:]
    # 5,999 m off is too near, 6,001 m is not.
    near, far = (geo.Point(38.2 + metres / 111_320, 35.2) for metres in (5_999, 6_001))
    assert model.spread(OVA, 1, [near]) == sunflower[1:2]
    assert model.spread(OVA, 1, [far]) == sunflower[:1]


def test_where_there_is_little_room_all_distances_shrink_by_tenths() -> None:
    # Turns 0 to 5 of the whole spiral find room; turn 6 would be 15.4 km to the east, within
    # 3 km of the square's edge.
    def step(count: int) -> float:
        first, second = model.spread(OVA, count)[:2]
        return model.metres(first, second)

    assert step(6) == pytest.approx(6_500, rel=1e-3)
    assert step(7) == pytest.approx(6_500 * 0.9, rel=1e-3)
    assert step(8) == pytest.approx(6_500 * 0.9, rel=1e-3)
    assert step(60) == pytest.approx(6_500 * 0.9**11, rel=1e-3)


@pytest.mark.parametrize(
    ("south", "east", "turn"),
    # Turn 1 stands at 38.15694, 35.25019; 3 km to its south is 38.13000, to its east 35.28446.
    [(38.0, 35.2850, 1), (38.0, 35.2840, 2), (38.1295, 35.4, 1), (38.1305, 35.4, 2)],
)
def test_a_spread_keeps_three_kilometres_from_the_edge(
    south: float, east: float, turn: int
) -> None:
    ring = ((35.0, south), (east, south), (east, 38.4), (35.0, 38.4), (35.0, south))
    cut = dataclasses.replace(OVA, rings=(ring,))
    assert model.spread(cut, 2)[1] == model.spread(OVA, 3)[turn]


def test_distances_on_the_ground() -> None:
    assert model.metres(geo.Point(38, 35), geo.Point(39, 35)) == pytest.approx(111_320)
    assert model.metres(geo.Point(60, 35), geo.Point(60, 37)) == pytest.approx(111_320)
    assert model.metres(geo.Point(59, 35), geo.Point(61, 37)) == pytest.approx(
        111_320 * math.sqrt(5), rel=1e-3
    )
    assert model.metres(OVA.centre, OVA.centre) == 0


def test_codes_stand_in_the_legends_order() -> None:
    assert model.codes(invented.facilities()) == ("itfaiye", "kutuphane", "muze")
    assert model.codes(invented.facilities().head(0)) == ()


def test_districts_to_choose_from_stand_by_the_alphabet() -> None:
    placed = model.placed(frame({"district": "Çamlık"}, {"district": "Zil"}), None)
    assert list(model.district_names(placed, None).items()) == [
        ("camlik", "Çamlık"), ("zil", "Zil")]  # fmt: skip
    assert list(model.district_names(placed, PLACE).items()) == [
        ("akdag", "Akdağ"), ("camlik", "Çamlık"), ("cay", "Çay"), ("ova", "Ova"), ("zil", "Zil")
    ]  # fmt: skip


def test_a_choice_keeps_the_order_and_all_that_fits() -> None:
    placed = invented.facilities()
    assert list(model.chosen(placed, ["library"], None)["name"]) == [
        "Halk Kütüphanesi", "Çocuk Kütüphanesi", "Gezici Kütüphane", "Okuma Evi"]  # fmt: skip
    assert list(model.chosen(placed, ["library"], "ova")["name"]) == [
        "Halk Kütüphanesi", "Çocuk Kütüphanesi"]  # fmt: skip
    assert model.chosen(placed, ["shop"], "ova").empty


def test_markers_at_one_point_are_fanned_out_by_their_number() -> None:
    points = pd.DataFrame(
        {
            "lat": [38.0, 38.1, 38.1, 38.2, 38.2, 38.2, math.nan, math.nan],
            "lon": [35.0, 35.1, 35.1, 35.2, 35.2, 35.2, math.nan, math.nan],
        }
    )
    fanned = model.fanned(points)
    # Two stand half a marker to the left and the right, three at the corners of a triangle whose
    # sides are a marker: 1 / (2 sin 60°) from its middle.
    assert list(fanned["shift_x"]) == [0, -0.5, 0.5, -0.5774, 0.2887, 0.2887, 0, 0]
    assert list(fanned["shift_y"]) == [0, 0, 0, 0, -0.5, 0.5, 0, 0]
    double = model.fanned(points, 2.0)
    assert list(double["shift_x"])[:3] == [0, -1.0, 1.0]
    assert list(double["shift_y"])[5] == 1.0


def test_counts_by_district_of_the_invented_place() -> None:
    counts = model.by_district(invented.facilities(), PLACE, ("library", "museum"))
    assert counts.to_dict("split")["columns"] == [
        "district", "district_slug", "population", "library", "museum", "facilities",
    ]  # fmt: skip
    assert counts.to_dict("split")["data"] == [
        ["Akdağ", "akdag", 10_000, 0, 0, 0],
        ["Çay", "cay", 5_000, 1, 0, 1],
        ["Ova", "ova", 20_000, 2, 0, 2],
    ]
    rates = model.rates(invented.facilities(), PLACE, "library")
    assert list(rates["per_10000"]) == [0.0, 2.0, 1.0]
    assert list(rates["people_each"])[1:] == [5_000, 10_000]
    assert model.median_people_each(rates) == 10_000


def test_without_residents_or_districts_there_is_no_rate() -> None:
    empty = dataclasses.replace(PLACE, districts=(dataclasses.replace(OVA, population=0),))
    (row,) = model.rates(invented.facilities(), empty, "library").to_dict("records")
    assert row["facilities"] == 2
    assert math.isnan(row["per_10000"])
    assert math.isnan(row["people_each"])
    assert math.isnan(model.median_people_each(pd.DataFrame({"per_10000": []})))
    assert math.isnan(model.median_people_each(pd.DataFrame({"per_10000": [0.0]})))
