"""What the registry and the pages take of a setting: kept, and drawn once for all that show it."""

from __future__ import annotations

import json
from dataclasses import replace
from unittest.mock import patch

import pandas as pd
import pytest

from kbb_data import geo
from present.kit.setting import Addresses, Setting
from present.kit.text import ENGLISH, using
from present.places import entries, still_map
from present.places.choices import choices_of
from present.places.district_choices import DistrictChoices
from tests.present.places import invented
from tests.support.figures import rows
from tests.support.settings import setting

BY_NAME = {entry.slug: entry for entry in entries.ENTRIES}


@pytest.fixture
def ova(monkeypatch: pytest.MonkeyPatch) -> Setting:
    """A setting whose institution has the invented place."""
    monkeypatch.setattr(geo, "place", lambda institution: invented.PLACE)
    return setting({"assets": invented.assets(), "council_members": seats()})


def seats() -> pd.DataFrame:
    return pd.DataFrame({"district": ["Ova", "Irmak"]})


def choices(*kinds: str, **chosen: str):  # type: ignore[no-untyped-def]
    return choices_of(("itfaiye", "kutuphane", "muze"))(kinds=kinds, **chosen)


def test_figures_of_the_map_know_their_codes(ova: Setting) -> None:
    rate = BY_NAME["tesis-orani"]
    assert rate.known(ova) == {
        "district": ("ova", "cay", "akdag"), "kind": ("itfaiye", "kutuphane"),
    }  # fmt: skip
    assert [choices.kind for choices in rate.presets(ova)] == ["itfaiye", "kutuphane"]
    assert rate.page == "/harita"
    for name in ("harita", "tesis-sayisi"):
        entry = BY_NAME[name]
        assert entry.page == "/harita"
        assert entry.known(ova) == {
            "district": ("ova", "cay", "akdag"),
            "kinds": ("itfaiye", "kutuphane", "muze"),
        }
        assert list(entry.presets(ova)) == [choices("itfaiye", "kutuphane")]
    assert BY_NAME["ilce"].page == "/ilce"
    assert list(BY_NAME["ilce"].presets(ova)) == [
        DistrictChoices("ova"), DistrictChoices("cay"), DistrictChoices("akdag")]  # fmt: skip


def test_without_a_place_or_facilities_there_is_no_figure(ova: Setting) -> None:
    bare = setting({"assets": invented.assets().head(0)})
    assert not BY_NAME["harita"].is_there(bare)
    with patch.object(geo, "place", lambda institution: None):
        beyond = setting({"assets": invented.assets()})
        assert not any(entry.is_there(beyond) for entry in entries.ENTRIES)
        assert entries.district_names(beyond) == {"cay": "Çay", "ova": "Ova"}
        assert entries.nearest_station(beyond, "ova") is None


def test_the_map_as_a_figure(ova: Setting) -> None:
    drawn = BY_NAME["harita"].build(ova, choices("kutuphane", district="ova", closer="3"))
    figure = drawn.figure
    assert figure.title == "Kütüphaneler: Ova"
    assert figure.subtitle == "2027 programında sayılan tesisler"
    assert figure.sentence == (
        "Kütüphaneler: Ova. 2027 programında 2 tesis: 1 yerin kendi noktası, 1 yerin yalnız ilçesi "
        "biliniyor."
    )
    assert figure.source == (
        "Ova Belediyesi, 2027 Yılı Performans Programı, bölüm 1.3 (fiziksel kaynaklar). "
        "Sınırlar: Kurum A (CC BY, kısaltıldı). Noktalar: Kurum B"
    )
    assert figure.own == ("Ova Belediyesi", "Ova", "Ova", "Çay", "Akdağ")
    columns = [column.name for column in figure.columns]
    assert columns == ["district", "population", "library", "facilities", "people_each"]
    assert figure.table[columns].to_dict("split")["data"] == [["Ova", 20_000, 2, 2, 10_000]]
    # The pictures show the whole district, however close the page looks.
    whole = BY_NAME["harita"].build(ova, choices("kutuphane", district="ova"))
    assert (drawn.drawing, drawn.narrow) == (whole.drawing, whole.narrow)
    assert drawn.drawing != drawn.narrow


def test_the_map_of_all_districts_adds_up_with_what_has_none(ova: Setting) -> None:
    figure = BY_NAME["harita"].build(ova, choices("kutuphane", measure="kisi")).figure
    assert figure.title == "Bir tesise düşen kişi (kütüphaneler): Ova İli"
    assert figure.subtitle == "2027 programında sayılan tesisler, 31.12.2026 nüfusu"
    assert figure.sentence.endswith(
        "Bir tesise en çok kişi Ova ilçesinde (10.000), en az kişi Çay ilçesinde (5.000) düşüyor. "
        "Bu türlerden tesis yazılmayan ilçe sayısı 1. Nüfus 31.12.2026 tarihlidir."
    )
    assert rows(figure) == [
        ["Akdağ", "10.000", "0", "0", "–"],
        ["Çay", "5.000", "1", "1", "5.000"],
        ["Ova", "20.000", "2", "2", "10.000"],
        ["İlçesi yazılmamış", "–", "1", "1", "–"],
    ]
    counts = BY_NAME["harita"].build(ova, choices("kutuphane")).figure
    assert counts.title == "Kütüphaneler: Ova İli"
    assert counts.sentence.endswith(
        "İlçeler arasında en çoğu 2 tesisle Ova ilçesinde. Bu türlerden tesis yazılmayan ilçe "
        "sayısı 1."
    )


def test_the_figures_of_a_district_and_of_kinds_are_the_choices(ova: Setting) -> None:
    asked = entries.rate_choices(ova, choices(district="cay", of_rate="kutuphane"))
    assert asked is not None
    rates = BY_NAME["tesis-orani"].build(ova, asked).figure
    assert rates.table["facilities"].tolist() == [2, 1, 0]
    # A kind that stands in no district has no rate: the first one's is shown.
    other = entries.rate_choices(ova, choices(of_rate="muze"))
    assert other is not None
    assert other.kind == "itfaiye"
    assert "bölüm 1.3 (fiziksel kaynaklar); Ova Sayımı" in rates.source
    counts = BY_NAME["tesis-sayisi"].build(ova, choices("kutuphane", "muze")).figure
    assert counts.table["facilities"].tolist() == [2, 1, 0, 2, 5]
    district = BY_NAME["ilce"].build(ova, DistrictChoices("cay")).figure
    assert district.title == "Çay, öteki ilçelerin yanında"
    assert ", bölüm 1.3; Ova Sayımı" in district.source


def test_the_ground_is_drawn_once_for_the_page_and_its_pictures(ova: Setting) -> None:
    page = replace(ova, addresses=Addresses("https://pano.example"))
    chosen = choices("kutuphane")
    with patch.object(still_map, "ground", wraps=still_map.ground) as ground:
        drawing = entries.map_drawing(page, chosen, 0)
        drawn = BY_NAME["harita"].build(ova, chosen)
        assert ground.call_count == 1
        entries.map_drawing(page, chosen, 1)
        assert ground.call_count == 1
        # Another scheme has other colours, another language other words at the markers; print is
        # always light.
        entries.map_drawing(replace(ova, is_dark=True), chosen, 0)
        assert ground.call_count == 2
        entries.map_drawing(replace(ova, language=ENGLISH), chosen, 0)
        assert ground.call_count == 3
    marks = drawn.drawing.split('<g clip-path="url(#ground)">')[1].split("<text")[0]
    assert marks in drawing.below
    assert marks in drawing.printed
    assert marks in drawn.narrow


def test_the_page_gets_words_card_and_three_drawings(ova: Setting) -> None:
    drawing = entries.map_drawing(ova, choices("kutuphane", district="ova", closer="2"), 1)
    assert drawing.sentence == (
        "2027 programında 2 tesis: 1 yerin kendi noktası, 1 yerin yalnız ilçesi biliniyor."
    )
    assert "<h2>Ova</h2>" in drawing.card
    assert drawing.printed == drawing.below
    dark = entries.map_drawing(
        replace(ova, is_dark=True), choices("kutuphane", district="ova", closer="2"), 1
    )
    assert dark.printed == drawing.below != dark.below
    assert "Renk ve sayı" in drawing.legend
    assert "Renk ve sayı" not in drawing.below
    layers = {layer["id"] for layer in json.loads(drawing.deck)["layers"]}
    assert "districts-1" in layers
    assert entries.map_drawing(ova, choices(), 0).card == ""


def test_each_language_keeps_its_own_words(ova: Setting) -> None:
    english = replace(ova, language=ENGLISH)
    turkish = entries.map_drawing(ova, choices("kutuphane"), 0)
    with using(ENGLISH):
        assert entries.map_drawing(english, choices("kutuphane"), 0).sentence.startswith(
            "4 facilities in the 2027 programme: "
        )
        # Numbers are written as the language writes them.
        assert entries.sheet(english, choices("muze")) is not entries.sheet(ova, choices("muze"))
    assert turkish.sentence.startswith("2027 programında 4 tesis")


def test_a_page_of_districts_takes_what_is_known(ova: Setting) -> None:
    assert [known.slug for known in entries.districts(ova)] == ["akdag", "cay", "irmak", "ova"]
    assert entries.overview(ova)["library"].tolist() == [0, 1, 0, 2]
    assert entries.overview(ova)["members"].tolist() == [0, 0, 1, 1]
    assert entries.district_names(ova) == {"akdag": "Akdağ", "cay": "Çay", "ova": "Ova"}
    station = entries.nearest_station(ova, "akdag")
    assert station is not None
    assert station.name == "Merkez İtfaiye"
    assert entries.nearest_station(ova, "irmak") is None
