"""Districts: what is known of each, its place among all, the nearest fire station."""

from __future__ import annotations

import csv
import math
from statistics import median

import pandas as pd
import pytest

from kbb_data.turkish import slug
from present.places.district import districts, nearest_station, overview, rates
from present.places.district_figure import rates_figure
from tests.present.places.frames import drawn, kayseri
from tests.support.datasets import KAYSERI


def members() -> pd.DataFrame:
    return pd.read_csv(KAYSERI / "council_members.csv")


def rows(name: str) -> list[dict[str, str]]:
    with (KAYSERI / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_all_districts_in_the_alphabets_order_with_what_the_files_say() -> None:
    known = districts(kayseri(), drawn(), members())
    assert [one.name for one in known][:4] == ["Akkışla", "Bünyan", "Develi", "Felahiye"]
    assert [one.name for one in known].index("İncesu") == 5
    table = overview(known, drawn(), members())
    assert len(table) == 16
    assert table["population"].sum() == 1_445_683
    named = [row["district"] for row in rows("assets") if row["district"]]
    seated = [row["district"] for row in rows("council_members") if row["district"]]
    for row in table.to_dict("records"):
        assert row["facilities"] == named.count(row["district"]), row["district"]
        assert row["members"] == seated.count(row["district"]), row["district"]


def test_without_a_place_the_council_and_the_table_name_the_districts() -> None:
    known = districts(None, drawn(), members())
    assert len(known) == 16
    assert all(one.district is None for one in known)
    table = overview(known, drawn(), members())
    assert table["population"].isna().all()
    assert table["per_10000"].isna().all()
    assert int(table["members"].sum()) == 69


def test_a_districts_rate_stands_beside_the_middle_and_the_ends_of_all() -> None:
    place = kayseri()
    people = {one.name: one.population for one in place.districts}
    stations = [row["district"] for row in rows("assets") if row["kind"] == "fire_station"]
    all_rates = {name: stations.count(name) * 10_000 / count for name, count in people.items()}
    row = rates(drawn(), place, "develi").set_index("kind").loc["fire_station"]
    assert row["count"] == 1
    assert row["rate"] == pytest.approx(all_rates["Develi"])
    assert row["median"] == pytest.approx(median(all_rates.values()))
    assert (row["least"], row["most"]) == (0, pytest.approx(max(all_rates.values())))
    assert row["most_name"] == max(all_rates, key=all_rates.__getitem__)
    assert pd.isna(row["least_name"])  # several districts have none


def test_none_here_is_a_drawn_zero_and_no_gap() -> None:
    place = kayseri()
    found = rates(drawn(), place, "hacilar")
    assert found.set_index("kind").loc["fire_station", "rate"] == 0
    figure = rates_figure(found, place, "Hacılar", 2025, "Kaynak", is_dark=False)
    assert figure.spec is not None
    (data,) = figure.spec["datasets"].values()
    station = next(row for row in data if row["label"].startswith("İtfaiye istasyonları"))
    assert station["rate"] == 0
    assert "0,00" in station["text"]
    assert len(figure.table) == len(found) > len(data)
    assert all(0 <= row[name] <= 1 for row in data for name in ("rate", "median", "least", "most"))


def test_without_any_facility_there_is_no_chart() -> None:
    figure = rates_figure(
        rates(drawn().iloc[:0], kayseri(), "talas"), kayseri(), "Talas", 2025, "K", is_dark=True
    )
    assert figure.spec is None
    assert figure.sentence == "Bu programda ilçesi bilinen bir tesis yok."


def test_the_nearest_station_of_a_district_without_one() -> None:
    place = kayseri()
    for one in place.districts:
        station = nearest_station(drawn(), place, one)
        has_one = any(
            row["kind"] == "fire_station" and row["district"] == one.name for row in rows("assets")
        )
        assert (station is None) is has_one, one.name
    akkisla = place.district_by_slug("akkisla")
    assert akkisla is not None
    station = nearest_station(drawn(), place, akkisla)
    assert station is not None
    there = place.district(station.district)
    assert there is not None
    # On a sphere, from town to town: the station's own point is not published.
    lat1, lat2 = math.radians(akkisla.centre.lat), math.radians(there.centre.lat)
    across = math.radians(akkisla.centre.lon - there.centre.lon)
    angle = math.acos(
        math.sin(lat1) * math.sin(lat2) + math.cos(lat1) * math.cos(lat2) * math.cos(across)
    )
    assert station.kilometres == pytest.approx(6371 * angle, rel=0.005)
    assert not station.is_known
    others = [row["district"] for row in rows("assets") if row["kind"] == "fire_station"]
    assert slug(station.district) in {slug(name) for name in others}
