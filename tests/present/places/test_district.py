"""Districts: what is known of each, its place among all, the nearest fire station."""

from __future__ import annotations

import csv
import math
from statistics import median

import pandas as pd
import pytest

from kbb_data.turkish import slug
from present.places.district import (
    Known,
    Station,
    districts,
    nearest_station,
    overview,
    rates,
    seated,
)
from present.places.district_figure import rates_figure
from present.places.kinds import DEFAULT_KINDS
from present.places.model import placed
from tests.present.places import invented
from tests.present.places.frames import drawn, frame, kayseri
from tests.support import figures as shown
from tests.support.datasets import KAYSERI


def members() -> pd.DataFrame:
    return pd.read_csv(KAYSERI / "council_members.csv")


def rows(name: str) -> list[dict[str, str]]:
    with (KAYSERI / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_all_districts_in_the_alphabets_order_with_what_the_files_say() -> None:
    known = districts(kayseri(), drawn(), members())
    assert [district.name for district in known][:4] == ["Akkışla", "Bünyan", "Develi", "Felahiye"]
    assert [district.name for district in known].index("İncesu") == 5
    table = overview(known, drawn(), members())
    assert len(table) == 16
    assert table["population"].sum() == 1_445_683
    seated = [row["district"] for row in rows("council_members") if row["district"]]
    for row in table.to_dict("records"):
        for kind in DEFAULT_KINDS:
            own = [r for r in rows("assets") if r["kind"] == kind]
            stated = [int(r["facilities"]) for r in own if r["district"] == row["district"]]
            assert row[kind] == sum(stated), (row["district"], kind)
        assert row["members"] == seated.count(row["district"]), row["district"]


def test_without_a_place_the_council_and_the_table_name_the_districts() -> None:
    known = districts(None, drawn(), members())
    assert len(known) == 16
    assert all(district.district is None for district in known)
    table = overview(known, drawn(), members())
    assert table["population"].isna().all()
    assert int(table["members"].sum()) == 69


def test_a_districts_rate_stands_beside_the_middle_and_the_ends_of_all() -> None:
    place = kayseri()
    people = {district.name: district.population for district in place.districts}
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
    own = rates(drawn(), place, "hacilar")
    assert own.set_index("kind").loc["fire_station", "rate"] == 0
    figure = rates_figure(own, place, "Hacılar", 2025, "Kaynak", is_dark=False)
    assert figure.spec is not None
    (data,) = figure.spec["datasets"].values()
    station = next(row for row in data if row["label"].startswith("İtfaiye istasyonları"))
    assert station["rate"] == 0
    assert station["text"].startswith("bu ilçede yok · ortanca ilçede ")
    assert len(figure.table) == len(own) > len(data)
    assert all(0 <= row[name] <= 1 for row in data for name in ("rate", "median", "least", "most"))


def test_without_any_facility_there_is_no_chart() -> None:
    figure = rates_figure(
        rates(drawn().iloc[:0], kayseri(), "talas"), kayseri(), "Talas", 2025, "K", is_dark=True
    )
    assert figure.spec is None
    assert figure.sentence == "Bu programda ilçesi bilinen bir tesis yok."


def test_the_nearest_station_of_a_district_without_one() -> None:
    place = kayseri()
    for district in place.districts:
        station = nearest_station(drawn(), place, district)
        has_station = any(
            row["kind"] == "fire_station" and row["district"] == district.name
            for row in rows("assets")
        )
        assert (station is None) is has_station, district.name
    akkisla = place.district_by_slug("akkisla")
    assert akkisla is not None
    station = nearest_station(drawn(), place, akkisla)
    assert station is not None
    home = place.district(station.district)
    assert home is not None
    # On a sphere, from town to town: the station's own point is not published.
    lat1, lat2 = math.radians(akkisla.centre.lat), math.radians(home.centre.lat)
    across = math.radians(akkisla.centre.lon - home.centre.lon)
    angle = math.acos(
        math.sin(lat1) * math.sin(lat2) + math.cos(lat1) * math.cos(lat2) * math.cos(across)
    )
    assert station.kilometres == pytest.approx(6371 * angle, rel=0.005)
    assert not station.is_known
    districts_with = [row["district"] for row in rows("assets") if row["kind"] == "fire_station"]
    assert slug(station.district) in {slug(name) for name in districts_with}


# An invented place of three squares.

SEATS = pd.DataFrame(
    {"position": [1, 2, 3, 4], "district": ["Ova", None, "Çay", "Ova"], "name": list("ABCD")}
)


def test_districts_of_table_council_and_ground_stand_once_by_the_alphabet() -> None:
    facilities = placed(frame({"district": "Zil"}, {"district": ""}, {"district": "Ova"}), None)
    seats = pd.DataFrame({"district": ["ÇAY", None, "Irmak"]})
    assert districts(None, facilities, seats) == (
        Known("cay", "ÇAY"), Known("irmak", "Irmak"), Known("ova", "Ova"), Known("zil", "Zil"),
    )  # fmt: skip
    known = districts(invented.PLACE, facilities, seats)
    assert [district.name for district in known] == ["Akdağ", "Çay", "Irmak", "Ova", "Zil"]
    assert [district.district for district in known] == [
        invented.AKDAG, invented.CAY, None, invented.OVA, None]  # fmt: skip


def test_what_is_known_of_each_district() -> None:
    known = [Known("ova", "Ova", invented.OVA), Known("cay", "Çay")]
    table = overview(known, invented.facilities(), SEATS)
    assert table.to_dict("records") == [
        {"slug": "ova", "district": "Ova", "population": 20_000, "area_km2": 100.0,
         "fire_station": 1, "library": 2, "social_centre": 0, "members": 2},
        {"slug": "cay", "district": "Çay", "population": None, "area_km2": None,
         "fire_station": 0, "library": 1, "social_centre": 0, "members": 1},
    ]  # fmt: skip
    empty = overview([], invented.facilities(), SEATS)
    assert list(empty.columns) == list(table.columns)


def test_a_districts_members_are_those_of_its_name() -> None:
    assert list(seated(SEATS, "ova")["name"]) == ["A", "D"]
    assert seated(SEATS, "akdag").empty


def test_rates_kind_by_kind_with_their_ends() -> None:
    table = rates(invented.facilities(), invented.PLACE, "ova")
    assert table.astype(object).where(table.notna(), None).to_dict("records") == [
        {"kind": "fire_station", "count": 1, "people_each": 20_000, "rate": 0.5,
         "median_each": None, "median": 0.0, "median_count": 0.0, "least": 0.0,
         "most": 0.5, "least_name": None, "most_name": "Ova"},
        {"kind": "library", "count": 2, "people_each": 10_000, "rate": 1.0,
         "median_each": 10_000, "median": 1.0, "median_count": 1.0, "least": 0.0,
         "most": 2.0, "least_name": "Akdağ", "most_name": "Çay"},
    ]  # fmt: skip


def test_a_districts_figure_word_by_word() -> None:
    table = rates(invented.facilities(), invented.PLACE, "cay")
    figure = rates_figure(table, invented.PLACE, "Çay", 2027, "Program", is_dark=False)
    assert figure.title == "Çay, öteki ilçelerin yanında"
    assert figure.subtitle.startswith(
        "10.000 kişiye düşen tesis; 2027 programı, 31.12.2026 nüfusu. "
    )
    assert figure.sentence == (
        "Çay, 2027 programı ve 31.12.2026 nüfusuyla öteki ilçelerin yanında: 10.000 kişiye düşen "
        "tesis şunlarda ortancanın üzerinde: kütüphaneler. Tek tesisi olan türde bu oran yalnız "
        "nüfusun büyüklüğünü gösterir."
    )
    assert figure.source == "Program; Ova Sayımı, 31.12.2026"
    assert figure.own == ("Çay",)
    assert shown.heads(figure) == [
        ("words", "Tür", False, True),
        ("count", "Bu ilçede", True, False),
        ("people_each", "Bir tesise düşen kişi", True, False),
        ("rate", "10.000 kişiye", True, False),
        ("median_each", "Ortanca ilçede bir tesise düşen kişi", True, False),
        ("median", "Ortanca ilçede 10.000 kişiye", True, False),
        ("least", "En az", True, False),
        ("most", "En çok", True, False),
        ("most_name", "En çok olan ilçe", False, False),
    ]
    assert shown.rows(figure) == [
        ["İtfaiye istasyonları", "0", "–", "0,00", "–", "0,00", "0,00", "0,50", "Ova"],
        ["Kütüphaneler", "1", "5.000", "2,00", "10.000", "1,00", "0,00", "2,00", "Çay"],
    ]
    assert shown.own(figure) == [[False] * 8 + [True]] * 2
    # Neither this nor most districts have a fire station: it stands in the table only.
    (line,) = shown.drawn(figure.spec, "label")
    assert line["label"] == "Kütüphaneler: 1 tesis"
    assert [line[name] for name in ("rate", "median", "least", "most")] == [1.0, 0.5, 0.0, 1.0]
    assert line["text"] == (
        "bir tesise 5.000 kişi (10.000 kişiye 2,00) · ortanca ilçede 10.000 kişi (1,00)"
    )
    assert line["detail"] == (
        "Kütüphaneler: 1 tesis, 10.000 kişiye 2,00. Ortanca 1,00, en az 0,00, en çok 2,00."
    )


def test_a_district_at_a_shared_end_is_a_dash() -> None:
    table = rates(invented.facilities(), invented.PLACE, "cay").assign(most_name=[None, "Çay"])
    figure = rates_figure(table, invented.PLACE, "Çay", 2027, "P", is_dark=True)
    assert [row[-1] for row in shown.rows(figure)] == ["–", "Çay"]


def test_the_nearest_of_several_stations() -> None:
    stations = placed(
        frame(
            {"name": "Uzak", "district": "Çay", "kind": "fire_station"},
            {"name": "Yakın", "district": "Ova", "kind": "fire_station"},
            {"name": "Bucaksız", "kind": "fire_station"},
            {"name": "Sınır ötesi", "district": "Yaban", "kind": "fire_station"},
            {"name": "Kitap", "district": "Ova", "kind": "library"},
        ),
        invented.PLACE,
    )
    # From town to town it is 0.4 degrees to the south.
    assert nearest_station(stations, invented.PLACE, invented.AKDAG) == Station(
        "Yakın", "Ova", pytest.approx(44.528), is_known=False
    )
    assert nearest_station(stations, invented.PLACE, invented.CAY) is None
    libraries = stations[stations["kind"] == "library"]
    assert nearest_station(libraries, invented.PLACE, invented.AKDAG) is None


def test_stations_at_the_same_distance_stand_by_their_names() -> None:
    stations = placed(
        frame(
            {"name": "Zeytin", "district": "Ova", "kind": "fire_station"},
            {"name": "Çınar", "district": "Ova", "kind": "fire_station"},
        ),
        invented.PLACE,
    )
    nearest = nearest_station(stations, invented.PLACE, invented.AKDAG)
    assert nearest is not None
    assert nearest.name == "Çınar"


@pytest.mark.parametrize("precision", ["site", "neighbourhood"])
def test_a_published_point_is_measured_from_itself(precision: str) -> None:
    stations = placed(frame({"name": "A", "district": "Ova", "kind": "fire_station"}), None)
    stations = stations.assign(precision=precision, lat=38.5, lon=35.2)
    assert nearest_station(stations, invented.PLACE, invented.AKDAG) == Station(
        "A", "Ova", pytest.approx(11.132), is_known=True
    )
