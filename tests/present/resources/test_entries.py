"""What the registry and the page take of a setting: figures by code, categories by place."""

from __future__ import annotations

import pandas as pd
import pytest

from kbb_data import geo
from present.kit.setting import Addresses, Setting
from present.resources import entries
from present.resources.choices import ResourceChoices
from tests.present.places import invented
from tests.present.resources.frames import OCCUPANCY, STAFF, assets, parts, positions
from tests.support.figures import drawn
from tests.support.settings import setting

ASSETS = assets(
    {"category": "ARAÇLAR", "name": "Kamyon", "count": 9, "kind": "car"},
    {"category": "KÜTÜPHANELER", "name": "Halk", "district": "Ova", "kind": "library"},
    {"category": "KÜTÜPHANELER", "name": "Uzak", "district": "Yaban", "kind": "library"},
    {"category": "KÜTÜPHANELER", "name": "Yersiz", "kind": "library"},
    {"category": "PARKLAR", "name": "Çimlik", "district": "Ova", "kind": "green_area",
     "area_m2": 5.0},
    {"category": "PARKLAR", "name": "Koru", "district": "Ova", "kind": "green_area",
     "area_m2": 7.0},
)  # fmt: skip
STATED = pd.DataFrame(
    {
        "figure": ["education.women", "staff.women"],
        "source_section": ["1.5", "1.2"],
        "source_line": [158, 9],
    }
)


@pytest.fixture
def ova(monkeypatch: pytest.MonkeyPatch) -> Setting:
    """A setting whose institution has the invented place."""
    monkeypatch.setattr(geo, "place", lambda institution: invented.PLACE)
    frames = {
        "staff": STAFF,
        "stated_figures": STATED,
        "positions": positions(3, 2, staff_class="civil_servant"),
        "position_occupancy": OCCUPANCY,
        "assets": ASSETS,
        "asset_parts": parts(
            ("a1", "sort", "mavi", 5, None), ("a1", "station", "Merkez", None, "a2")
        ),
    }
    return setting(frames, addresses=Addresses(before=(("lang", "en"),)))


def test_each_part_has_its_figures_by_code(ova: Setting) -> None:
    codes = {entry.slug: list(entry.known(ova)["name"]) for entry in entries.ENTRIES}
    assert codes == {
        "personel": ["kaynaklar-personel", "kaynaklar-ogrenim"],
        "norm-kadro": ["kaynaklar-kadro", "kaynaklar-unvan-civil-servant"],
        "araclar": ["kaynaklar-arac", "kaynaklar-istasyon", "kaynaklar-dokum-araclar-kamyon"],
    }
    for entry in entries.ENTRIES:
        assert entry.page == "/kaynaklar"
        assert [choice.name for choice in entry.presets(ova)] == codes[entry.slug]
        first = entry.build(ova, ResourceChoices()).figure
        assert first is entry.build(ova, ResourceChoices(codes[entry.slug][0])).figure
    with pytest.raises(KeyError):
        entries.figures(ova, "yok")


def test_sources_are_those_of_the_rows_that_are_counted(ova: Setting) -> None:
    staff, fleet = entries.figures(ova, "personel"), entries.figures(ova, "araclar")
    assert staff["kaynaklar-ogrenim"].source.endswith("bölüm 1.5, satır 158")
    assert fleet["kaynaklar-arac"].source.endswith("bölüm 1.3, satır 1")
    assert fleet["kaynaklar-istasyon"].source.endswith("bölüm 1.3, satır 1")
    assert "9 araçtan 9 tanesi 1 istasyona" in fleet["kaynaklar-istasyon"].sentence


def test_without_rows_there_is_no_figure() -> None:
    frames = {
        "staff": STAFF.head(0),
        "positions": positions(),
        "position_occupancy": OCCUPANCY.head(0),
        "assets": ASSETS.tail(2),
        "asset_parts": parts(),
    }
    assert not any(entry.is_there(setting(frames)) for entry in entries.ENTRIES)


def test_vehicles_and_places_are_shown_apart(ova: Setting) -> None:
    (fleet,) = entries.categories(ova, is_fleet=True)
    libraries, parks = entries.categories(ova, is_fleet=False)
    assert (fleet.slug, fleet.title, fleet.is_on_map) == ("araclar", "Araçlar", False)
    assert (libraries.slug, libraries.is_on_map, libraries.spec) == ("kutuphaneler", True, None)
    assert (parks.slug, parks.is_on_map, parks.left_out) == ("parklar", False, "")
    assert [row["text"] for row in drawn(parks.spec, "name")] == ["7 m²", "5 m²"]
    assert (parks.title, parks.summary) == ("Parklar", "2 satır · 12 m²")


def test_a_facility_in_a_district_of_the_place_leads_to_the_map(ova: Setting) -> None:
    libraries, _ = entries.categories(ova, is_fleet=False)
    assert libraries.table.count("<a ") == 1
    assert (
        '<a href="/harita?lang=en&amp;ilce=ova&amp;tur=kutuphane" target="_self">Halk</a>'
    ) in libraries.table


def test_without_a_place_nothing_leads_to_the_map(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geo, "place", lambda institution: None)
    libraries, _ = entries.categories(setting({"assets": ASSETS}), is_fleet=False)
    assert not libraries.is_on_map
    assert "<a " not in libraries.table
