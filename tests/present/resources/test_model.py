"""What the institution has: categories, fleet, stations, sorts, sums."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from present.resources import model
from tests.present.resources.frames import STAFF, assets, parts


def test_fleet_is_told_by_kind_or_by_form() -> None:
    frame = assets(
        {"category": "ARAÇLAR", "name": "Kamyon", "count": 3},
        {"category": "ARAÇLAR", "name": "Pikap", "count": 2},
        {"category": "EVLER", "name": "Ev", "count": 1, "district_printed": "Ova"},
        {"category": "MAKİNELER", "name": "Vinç", "count": 4, "kind": "work_machine"},
        {"category": "MAKİNELER", "name": "Bisiklet", "count": 9, "kind": "other"},
        {"category": "ALAN", "name": "Çimlik", "area_m2": 5.5, "kind": "green_area"},
    )
    categories = model.categories(frame)
    assert [category.printed for category in categories] == [
        "ARAÇLAR", "EVLER", "MAKİNELER", "ALAN"]  # fmt: skip
    assert [category.name for category in categories] == ["Araçlar", "Evler", "Makineler", "Alan"]
    assert [category.slug for category in categories] == ["araclar", "evler", "makineler", "alan"]
    assert [category.is_fleet for category in categories] == [True, False, True, False]
    assert [category.is_drawn for category in categories] == [True, False, True, True]
    assert list(categories[2].lines["name"]) == ["Vinç", "Bisiklet"]
    assert list(categories[2].lines.index) == [0, 1]
    assert model.fleet(categories).to_dict("records") == [
        {"name": "Makineler", "slug": "makineler", "lines": 2, "pieces": 13},
        {"name": "Araçlar", "slug": "araclar", "lines": 2, "pieces": 5},
    ]
    assert list(model.fleet(()).columns) == ["name", "slug", "lines", "pieces"]
    assert model.categories(frame.head(0)) == ()


@pytest.mark.parametrize(
    ("more", "is_fleet"),
    [
        ({"count": 1}, True),
        ({}, False),
        ({"count": 1, "area_m2": 5.0}, False),
        ({"count": 1, "district_printed": "Ova"}, False),
    ],
)
def test_unjudged_lines_are_fleet_where_all_are_counted_and_none_stands_anywhere(
    more: dict[str, Any], is_fleet: bool
) -> None:
    (category,) = model.categories(
        assets({"category": "K", "name": "A", "count": 2}, {"category": "K", "name": "B", **more})
    )
    assert category.is_fleet is is_fleet
    assert category.is_drawn is is_fleet


@pytest.mark.parametrize(
    ("kinds", "is_fleet", "is_drawn"),
    [
        (("car",), True, True),
        (("fire_vehicle", "library"), True, True),
        (("constabulary_vehicle",), True, True),
        (("funeral_vehicle",), True, True),
        (("public_transport_vehicle",), True, True),
        (("work_machine",), True, True),
        (("green_area", "hobby_garden"), False, True),
        (("cemetery", "car_park", "shop"), False, True),
        (("shop", "library"), False, False),
        (("library",), False, False),
    ],
)
def test_judged_kinds_decide_what_is_fleet_and_what_is_drawn(
    kinds: tuple[str, ...], is_fleet: bool, is_drawn: bool
) -> None:
    lines = [{"category": "K", "name": kind, "count": 1, "kind": kind} for kind in kinds]
    (category,) = model.categories(assets(*lines))
    assert (category.is_fleet, category.is_drawn) == (is_fleet, is_drawn)


@pytest.mark.parametrize(
    ("lines", "measure"),
    [
        ([{"count": 1}, {"count": 2}], "count"),
        # The first that all state and that differs.
        ([{"count": 1, "area_m2": 5.0}, {"count": 2, "area_m2": 6.0}], "area_m2"),
        ([{"count": 1, "area_m2": 5.0}, {"count": 2, "area_m2": 5.0}], "count"),
        ([{"area_m2": 1.0, "capacity_persons": 9}, {"area_m2": 2.0, "capacity_persons": 8}],
         "capacity_persons"),
        # A single line needs nothing to differ from.
        ([{"area_m2": 5.0, "count": 3}], "area_m2"),
        # Else the one that most state, the most telling of those that as many state.
        ([{"count": 1}, {"count": 1, "area_m2": 5.0}, {}], "count"),
        ([{"count": 1}, {"area_m2": 5.0}, {}], "area_m2"),
        ([{"count": 1}, {"count": 1}], "count"),
        ([{}, {}], None),
    ],
)  # fmt: skip
def test_the_measure_tells_most_of_the_lines_apart(
    lines: list[dict[str, Any]], measure: str | None
) -> None:
    named = [{"category": "K", "name": "x", **line} for line in lines]
    (category,) = model.categories(assets(*named))
    assert category.measure == measure


def test_a_sum_counts_what_is_stated_and_how_many_lines_state_it() -> None:
    (category,) = model.categories(
        assets(
            {"category": "K", "name": "A", "count": 3, "area_m2": 1.5},
            {"category": "K", "name": "B", "area_m2": 2.0},
        )
    )
    assert category.sum("count") == model.Sum(3.0, 1)
    assert category.sum("area_m2") == model.Sum(3.5, 2)
    assert category.sum("capacity_persons") == model.Sum(None, 0)


def test_categories_of_as_many_pieces_stand_by_name() -> None:
    categories = model.categories(
        assets(
            {"category": "B", "name": "x", "count": 2, "kind": "car"},
            {"category": "A", "name": "x", "count": 2, "kind": "car"},
            {"category": "C", "name": "x", "kind": "car"},
        )
    )
    fleet = model.fleet(categories)
    assert fleet["name"].tolist() == ["A", "B", "C"]
    assert fleet["pieces"].tolist() == [2, 2, 0]


def test_stations_count_what_the_notes_say() -> None:
    frame = assets(
        {"category": "İTFAİYE", "name": "Merdivenli", "count": 4},
        {"category": "İTFAİYE", "name": "Pikap", "count": 2},
        {"category": "BİNA", "name": "Merkez Binası", "district": "Ova"},
        {"category": "İTFAİYE", "name": "Tanker"},
    )
    stations = model.stations(
        parts(
            ("a1", "station", "Merkez", 2, "a3"),
            ("a1", "station", "Dağ", None, None),
            ("a2", "station", "Merkez", None, "a3"),
            ("a4", "station", "Bağ", None, None),
            ("a2", "sort", "kırmızı", 7, None),
        ),
        frame,
    )
    # Two that are stated and both of a line that names one station alone; a line that states no
    # number at all counts as one.
    stated = stations.astype(object).where(stations.notna(), None)
    assert stated.to_dict("records") == [
        {"name": "Merkez Binası", "district": "Ova", "vehicles": 4, "kinds": "Merdivenli, Pikap",
         "assumed": 2},
        {"name": "Bağ", "district": None, "vehicles": 1, "kinds": "Tanker", "assumed": 1},
        {"name": "Dağ", "district": None, "vehicles": 1, "kinds": "Merdivenli", "assumed": 1},
    ]  # fmt: skip
    none = model.stations(parts(("a1", "sort", "x", 1, None)), frame)
    assert list(none.columns) == ["name", "district", "vehicles", "kinds", "assumed"]
    assert none.empty


def test_the_lines_whose_notes_name_stations_state_so_many_pieces() -> None:
    frame = assets(*({"category": "K", "name": "x", "count": n} for n in (4, 2, 9)))
    told = parts(
        ("a1", "station", "M", 2, None), ("a1", "station", "N", 1, None),
        ("a3", "sort", "x", 1, None), ("a2", "station", "M", 1, None),
    )  # fmt: skip
    assert model.stationed_lines(told, frame) == 6
    assert model.stationed_lines(parts(), frame) == 0


def test_sorts_leave_the_rest_unnamed() -> None:
    frame = assets(
        {"category": "OTOBÜSLER", "name": "Otobüs", "count": 261},
        {"category": "OTOBÜSLER", "name": "Tramvay", "count": 5},
        {"category": "OTOBÜSLER", "name": "Vagon"},
        {"category": "OTOBÜSLER", "name": "Taksi", "count": 3},
    )
    (category,) = model.categories(frame)
    told = parts(
        ("a1", "sort", "CNG", 62, None), ("a1", "sort", "elektrikli", 21, None),
        ("a2", "sort", "uzun", 3, None), ("a2", "sort", "kısa", 2, None),
        ("a3", "sort", "mavi", 1, None),
        ("a4", "sort", "sarı", None, None), ("a4", "station", "Ova", 3, None),
    )  # fmt: skip
    (bus, rows), (tram, whole) = model.sorts(category, told)
    assert (bus, tram) == ("Otobüs", "Tramvay")
    assert rows["pieces"].tolist() == [62, 21, 178]
    assert rows["label"].tolist()[:2] == ["CNG", "elektrikli"]
    assert rows["label"].isna().tolist() == [False, False, True]
    # All told apart: nothing is left over.
    assert whole.to_dict("records") == [
        {"label": "uzun", "pieces": 3}, {"label": "kısa", "pieces": 2}]  # fmt: skip
    assert model.sorts(category, parts()) == []


def test_education_adds_up_what_any_status_states() -> None:
    table = model.education(STAFF)
    assert table["level"].tolist() == ["primary", "secondary", "bachelor", "master"]
    assert table["persons"].tolist() == [4, 11, 30, 5]
    bare = model.education(STAFF.head(1))["persons"]
    assert bare.isna().tolist() == [False, False, True, True]
    assert bare.tolist()[:2] == [4, 6]


@pytest.mark.parametrize(
    ("value", "number"), [(None, 0), (float("nan"), 0), (pd.NA, 0), (0, 0), (7, 7), (7.0, 7)]
)
def test_what_is_not_stated_is_no_piece(value: Any, number: int) -> None:
    assert model.whole(value) == number
