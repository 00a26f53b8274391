"""Facilities: which they are, where they are drawn, how many there are."""

from __future__ import annotations

import dataclasses
import math

import pandas as pd
import pytest

from kbb_data import geo
from present.places import model
from present.places.kinds import DEFAULT_KINDS, ORDER
from tests.present.places import invented
from tests.present.places.frames import assets, drawn, frame, kayseri


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


def test_a_published_point_lies_in_its_district_and_nothing_else_has_one() -> None:
    place = kayseri()
    for row in drawn().to_dict("records"):
        district = place.district_by_slug(row["district_slug"] or "")
        if district is None:
            assert row["district"] is None
            assert row["precision"] is None
        assert math.isnan(row["lat"]) is (row["precision"] in (None, "district"))
        if not math.isnan(row["lat"]):
            assert district is not None
            assert district.contains(geo.Point(row["lat"], row["lon"])), row["name"]


def test_known_points_are_kept_and_all_others_have_their_district_alone() -> None:
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
    others = frame[frame["district"].notna() & ~frame["asset"].isin(known["asset"])]
    assert set(others["precision"]) == {"district"}
    assert others["lat"].isna().all()


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


# An invented place of three squares.

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


def test_each_facility_of_the_invented_place_has_its_published_point() -> None:
    placed = invented.facilities()
    columns = ["name", "district_slug", "precision", "lat", "lon"]
    filled = placed[columns].astype(object).where(placed[columns].notna(), None)
    rows = [tuple(row) for row in filled.itertuples(index=False)]
    assert rows[:4] == [
        ("Merkez İtfaiye", "ova", "district", None, None),
        ("Halk Kütüphanesi", "ova", "site", 38.25, 35.25),
        ("Çocuk Kütüphanesi", "ova", "district", None, None),
        ("Gezici Kütüphane", "cay", "neighbourhood", 38.25, 35.65),
    ]
    assert [row[:3] for row in rows[4:]] == [
        ("Okuma Evi", None, None), ("Kent Müzesi", None, None)]  # fmt: skip
    assert list(placed.index) == [0, 1, 2, 3, 4, 5]


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


def test_counts_by_district_of_the_invented_place() -> None:
    counts = model.by_district(invented.facilities(), PLACE, ("library", "museum"))
    assert counts.to_dict("split")["columns"] == [
        "district", "district_slug", "population", "library", "museum", "facilities",
        "people_each",
    ]  # fmt: skip
    assert counts.drop(columns="people_each").to_dict("split")["data"] == [
        ["Akdağ", "akdag", 10_000, 0, 0, 0],
        ["Çay", "cay", 5_000, 1, 0, 1],
        ["Ova", "ova", 20_000, 2, 0, 2],
    ]
    assert math.isnan(counts["people_each"][0])
    assert list(counts["people_each"])[1:] == [5_000, 10_000]
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
