"""The interactive map: all that is drawn, honest tooltips, and no address but our own."""

from __future__ import annotations

import json
from typing import Any

from present.places import live_map
from present.places import view as places_view
from present.places.kinds import DEFAULT_KINDS
from present.places.model import by_district, fanned, placed
from tests.present.places.frames import drawn, frame, kayseri

VIEW = places_view.view_of(kayseri().districts)
LABELS = places_view.labels(kayseri(), [])


def described(chosen_slug: str | None = None, **more: Any) -> dict[str, Any]:
    shown = fanned(drawn()[drawn()["kind"].isin(DEFAULT_KINDS)])
    counts = by_district(shown, kayseri(), DEFAULT_KINDS)
    deck = live_map.deck(
        shown,
        kayseri(),
        VIEW,
        LABELS,
        counts,
        is_dark=False,
        chosen_slug=chosen_slug,
        **more,
    )
    text = live_map.to_json(deck)
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    result: dict[str, Any] = json.loads(text)
    return result


def layer(deck: dict[str, Any], kind: str) -> dict[str, Any]:
    (only,) = [layer for layer in deck["layers"] if layer["@@type"] == kind]
    return dict(only)


def test_no_map_service_is_named() -> None:
    deck = described()
    # The component drops this very word; None and "" would make it fetch tiles.
    assert deck["mapStyle"] == "__MAP_STYLE__"
    assert "mapProvider" not in deck
    atlas = layer(deck, "IconLayer")["iconAtlas"]
    assert atlas.startswith("data:image/svg+xml")


def test_every_facility_and_district_is_there() -> None:
    deck = described()
    assert len(layer(deck, "IconLayer")["data"]) == 49
    assert len(layer(deck, "GeoJsonLayer")["data"]) == 16
    assert len(layer(deck, "TextLayer")["data"]) == 16


def test_the_letters_of_all_names_are_given_as_one_text() -> None:
    names = layer(described(), "TextLayer")
    assert isinstance(names["characterSet"], str)
    assert set("".join(row["name"] for row in names["data"])) <= set(names["characterSet"])


def test_a_tooltip_says_how_exactly_a_place_is_known() -> None:
    icons = layer(described(), "IconLayer")
    rows = {row["title"]: row for row in icons["data"]}
    assert "yalnız ilçe olarak biliniyor" in rows["Merkez İtfaiye Binası"]["precision_words"]
    assert "kendi noktası" in rows["Şehir Kütüphanesi"]["precision_words"]
    assert "mahallesinin" in rows["Köşk Sosyal Yaşam Merkezi"]["precision_words"]
    assert rows["Şehir Kütüphanesi"]["what"] == "Kütüphane, Melikgazi"
    assert rows["Şehir Kütüphanesi"]["size"] == "300 kişilik"
    assert rows["Merkez İtfaiye Binası"]["size"] == "8.225,7 m² · kapalı alan 5.000 m²"
    for row in rows.values():
        assert row["icon"] in icons["iconMapping"]


def test_known_points_are_drawn_over_the_others() -> None:
    order = [row["icon"].split("-")[-1] for row in layer(described(), "IconLayer")["data"]]
    rank = {"district": 0, "neighbourhood": 1, "site": 2}
    assert order == sorted(order, key=rank.__getitem__)


def test_a_chosen_district_is_lifted_out_and_can_be_freed() -> None:
    rows = {
        row["properties"]["slug"]: row["properties"]
        for row in layer(described("talas"), "GeoJsonLayer")["data"]
    }
    fills = {slug: tuple(row["fill"]) for slug, row in rows.items()}
    assert len(set(fills.values())) == 2
    assert fills["talas"] != fills["develi"]
    assert rows["talas"]["precision_words"] != rows["develi"]["precision_words"]
    assert rows["talas"]["what"] == "168.172 kişi (2023)"


def test_the_page_keeps_its_wheel() -> None:
    (view,) = described()["views"]
    assert view["controller"]["scrollZoom"] is False


def test_another_turn_gives_other_layers() -> None:
    names = [{layer["id"] for layer in described(turn=turn)["layers"]} for turn in (0, 1)]
    assert names[0] != names[1]
    assert all(any(name.startswith(live_map.DISTRICT_LAYER) for name in layers) for layers in names)


def test_what_has_no_point_is_not_drawn() -> None:
    shown = fanned(placed(frame({"kind": "library"}), kayseri()))
    counts = by_district(shown, kayseri(), ["library"])
    deck = live_map.deck(shown, kayseri(), VIEW, (), counts, is_dark=True)
    assert layer(json.loads(live_map.to_json(deck)), "IconLayer")["data"] == []


def test_a_written_deck_shows_what_was_written() -> None:
    assert live_map.WrittenDeck('{"a":1}', is_dark=False).to_json() == '{"a":1}'
