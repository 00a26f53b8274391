"""What is asked of a district: what it lacks, where it is far behind, how far the station is."""

from __future__ import annotations

import math
from typing import Any

import pytest

from present.briefing.district import questions
from present.places.district import Known, Station

DISTRICT = Known("ova", "Ova")
MONEY = (
    "Program ilçelere göre bütçe vermiyor. 2027 içinde Ova ilçesine ne kadar harcanması "
    "planlanıyor?"
)


def rate(kind: str, count: int, own: float, median: float) -> dict[str, Any]:
    return {
        "kind": kind,
        "count": count,
        "rate": own,
        "median": median,
        "people_each": 10_000 / own if own else math.nan,
        "median_each": 10_000 / median if median else math.nan,
    }


def asked(*rates: dict[str, Any], station: Station | None = None) -> list[str]:
    first, *others = questions(2027, DISTRICT, rates, station)
    assert first == MONEY
    return others


@pytest.mark.parametrize(
    ("kilometres", "expected"),
    [(19.99, None), (20.0, "20 km"), (20.6, "21 km")],
)
def test_a_station_is_asked_about_from_twenty_kilometres_on(
    kilometres: float, expected: str | None
) -> None:
    station = Station("Merkez", "Su", kilometres, True)
    assert asked(station=station) == (
        [
            f"Ova ilçesinde itfaiye istasyonu yazılmamış; en yakını Merkez, kuş uçuşu {expected} "
            "uzakta. Bir yangına kaç dakikada varılıyor?"
        ]
        if expected
        else []
    )


def test_what_the_district_lacks_and_most_have_is_asked_about() -> None:
    assert asked(rate("library", 0, 0.0, 0.25), rate("cemetery", 0, 0.0, 0.0)) == [
        "Ova ilçesinde Kütüphane yazılmamış; ortanca ilçede 40.000 kişiye bir tane düşüyor. "
        "İhtiyaç nereden karşılanıyor?"
    ]


def test_where_the_district_is_behind_the_farthest_comes_first() -> None:
    texts = asked(
        rate("library", 2, 0.8, 1.0),
        rate("cemetery", 2, 1.0, 4.0),
        rate("museum", 2, 2.0, 2.0),
        rate("shop", 2, 2.1, 2.0),
    )
    assert texts == [
        "Mezarlık: Ova ilçesinde 2 tane var, birine 10.000 kişi düşüyor; ortanca ilçede 2.500 "
        "kişi. Aradaki fark için bir plan var mı?",
        "Kütüphane: Ova ilçesinde 2 tane var, birine 12.500 kişi düşüyor; ortanca ilçede 10.000 "
        "kişi. Aradaki fark için bir plan var mı?",
    ]


def test_a_single_one_is_not_asked_about_however_many_people_live_there() -> None:
    assert asked(rate("fire_station", 1, 0.1, 1.0)) == []
