"""A place of three square districts with few facilities, all numbers easy to follow by hand."""

from __future__ import annotations

from datetime import date

import pandas as pd

from kbb_data.geo import Attribution, District, KnownPoint, Place, Point, Population
from present.places.model import placed
from tests.present.places.frames import frame

#: Facilities per 10,000 residents of kinds library and fire station: Çay 2, Ova 1.5, Akdağ none.
KINDS = ("library", "fire_station")


def square(name: str, slug: str, people: int, area: float, south: float, west: float) -> District:
    """A district of 0.4 degrees each way, its town in the middle."""
    north, east = south + 0.4, west + 0.4
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return District(slug, name, slug, people, area, Point(south + 0.2, west + 0.2), (ring,))


OVA = square("Ova", "ova", 20_000, 100.0, 38.0, 35.0)
CAY = square("Çay", "cay", 5_000, 40.5, 38.0, 35.4)
AKDAG = square("Akdağ", "akdag", 10_000, 250.0, 38.4, 35.0)

PLACE = Place(
    "OVA BELEDİYESİ",
    "Ova İli",
    Point(38.2, 35.2),
    Population(2026, date(2026, 12, 31), "Ova Sayımı", "Ova Census"),
    (OVA, CAY, AKDAG),
    (
        KnownPoint("TESİSLER", "Halk Kütüphanesi", "Ova", Point(38.25, 35.25), "site"),
        KnownPoint("TESİSLER", "Gezici Kütüphane", "Çay", Point(38.25, 35.65), "neighbourhood"),
    ),
    (
        Attribution("Sınırlar", "Kurum A", "CC BY", "kısaltıldı", "Borders", "Agency A", "cut"),
        Attribution("Noktalar", "Kurum B"),
    ),
)


def assets() -> pd.DataFrame:
    """Six lines: four in districts, a museum and a library without one."""
    return frame(
        {"name": "Halk Kütüphanesi", "district": "Ova", "kind": "library", "area_m2": 1250.5},
        {"name": "Çocuk Kütüphanesi", "district": "Ova", "kind": "library"},
        {"name": "Gezici Kütüphane", "district": "Çay", "kind": "library", "note": "Araç"},
        {"name": "Merkez İtfaiye", "district": "Ova", "kind": "fire_station"},
        {"name": "Kent Müzesi", "kind": "museum"},
        {"name": "Okuma Evi", "kind": "library"},
    )


def facilities() -> pd.DataFrame:
    """They as ``placed`` gives them: the fire station, then the libraries, then the museum."""
    return placed(assets(), PLACE)
