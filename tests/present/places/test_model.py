"""Facilities: which they are, where they are drawn, how many there are."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbb_data import geo
from present.places import model as f
from present.places.kinds import DEFAULT_KINDS, ORDER
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
    left = set(assets()["asset"]) - set(drawn()["asset"])
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
    published = {(k.name, k.point.lat, k.point.lon, k.precision) for k in place.known_points}
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
    nearest = min(f.metres(one, two) for n, one in enumerate(spots) for two in spots[n + 1 :])
    assert nearest > 2_000


def test_places_do_not_depend_on_the_order_of_the_table() -> None:
    shuffled = assets().sample(frac=1, random_state=7)
    assert points(f.placed(shuffled, kayseri())) == points(drawn())


def test_without_a_place_nothing_is_drawn_and_all_is_listed() -> None:
    frame = f.placed(assets(), None)
    assert len(frame) == len(drawn())
    assert frame["lat"].isna().all()
    assert frame["precision"].isna().all()
    assert "kocasinan" in set(frame["district_slug"])


def test_a_district_that_the_place_does_not_have_is_not_drawn() -> None:
    (row,) = f.placed(frame({"district": "Üsküdar", "kind": "library"}), kayseri()).to_dict(
        "records"
    )
    assert row["district_slug"] == "uskudar"
    assert row["precision"] is None
    assert math.isnan(row["lat"])


def test_a_line_that_nobody_judged_is_other_with_a_district_and_left_out_without() -> None:
    found = f.facilities(frame({"district": "Talas"}, {"name": "Kamyon"}))
    assert list(found["kind"]) == ["other"]


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(ValueError, match="rocket_site"):
        f.facilities(frame({"kind": "rocket_site", "district": "Talas"}))


def test_no_assets_no_facilities() -> None:
    empty = f.placed(assets().head(0), kayseri())
    assert len(empty) == 0
    assert set(f.PLACED_COLUMNS) <= set(empty.columns)


@settings(max_examples=25, deadline=None)
@given(slug=st.sampled_from([d.slug for d in kayseri().districts]), count=st.integers(0, 60))
def test_a_spread_lies_inside_and_is_the_same_each_time(slug: str, count: int) -> None:
    district = kayseri().district_by_slug(slug)
    assert district is not None
    found = f.spread(district, count)
    assert found == f.spread(district, count)
    assert len(set(found)) == count
    assert all(district.contains(point) for point in found)
    assert all(f.metres(point, district.centre) <= f.FAR_M * 1.01 for point in found)


def test_a_centre_outside_its_district_is_refused() -> None:
    talas = kayseri().district_by_slug("talas")
    assert talas is not None
    lost = geo.District(
        talas.pcode, talas.name, talas.slug, 1, 1.0, geo.Point(0.0, 0.0), talas.rings
    )
    with pytest.raises(ValueError, match="Talas"):
        f.spread(lost, 2)


def test_facilities_at_one_point_stand_side_by_side() -> None:
    fanned = f.fanned(drawn())
    shared = fanned[fanned.duplicated(["lat", "lon"], keep=False) & fanned["lat"].notna()]
    assert len(shared) >= 10
    for _, group in shared.groupby(["lat", "lon"]):
        spots = list(zip(group["shift_x"], group["shift_y"], strict=True))
        away = [math.dist(a, b) for n, a in enumerate(spots) for b in spots[n + 1 :]]
        assert min(away) >= 0.99
    alone = fanned.drop(shared.index)
    assert (alone["shift_x"] == 0).all()
    assert (alone["shift_y"] == 0).all()


def test_counts_by_district_add_up_and_are_rated() -> None:
    counts = f.by_district(drawn(), kayseri(), DEFAULT_KINDS)
    assert len(counts) == 16
    assert counts["facilities"].sum() == 49
    assert (counts[list(DEFAULT_KINDS)].sum(axis=1) == counts["facilities"]).all()
    assert list(counts["district"])[:3] == ["Akkışla", "Bünyan", "Develi"]
    row = counts.set_index("district_slug").loc["ozvatan"]
    assert row["facilities"] == 2
    assert row["per_10000"] == pytest.approx(20_000 / 4_523)
    middle = sorted(counts["per_10000"])
    assert f.median_per_10000(counts) == pytest.approx((middle[7] + middle[8]) / 2)


def test_a_district_without_any_has_zero() -> None:
    counts = f.by_district(drawn(), kayseri(), ["museum"]).set_index("district_slug")
    assert counts.loc["sariz", "facilities"] == 0
    assert counts.loc["sariz", "per_10000"] == 0


def test_a_chosen_district_leaves_out_what_has_none() -> None:
    everything = f.chosen(drawn(), ORDER, None)
    assert everything["district_slug"].isna().any()
    here = f.chosen(drawn(), ORDER, "talas")
    assert set(here["district"]) == {"Talas"}
    assert f.chosen(drawn(), [], None).empty
