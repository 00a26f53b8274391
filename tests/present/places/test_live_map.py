"""The interactive map: all that is drawn, honest tooltips, and no address but our own."""

from __future__ import annotations

import json
from typing import Any

from present.places import live_map
from present.places.choices import EACH
from present.places.kinds import DEFAULT_KINDS
from present.places.model import placed
from present.places.sheet import MapSheet, map_sheet
from tests.present.places.frames import drawn, frame, kayseri


def sheet(district: str | None = None, *, kinds: tuple[str, ...] = DEFAULT_KINDS,
          **more: Any) -> MapSheet:  # fmt: skip
    return map_sheet(drawn(), kayseri(), kinds, district, year=2025, **more)


def described(shown: MapSheet, **more: Any) -> dict[str, Any]:
    text = live_map.to_json(live_map.deck(shown, is_dark=False, **more))
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    result: dict[str, Any] = json.loads(text)
    return result


def layer(deck: dict[str, Any], name: str) -> dict[str, Any]:
    (only,) = [layer for layer in deck["layers"] if layer["id"].split("-")[0] == name]
    return dict(only)


def test_no_map_service_is_named() -> None:
    deck = described(sheet())
    # The component drops this very word; None and "" would make it fetch tiles.
    assert deck["mapStyle"] == "__MAP_STYLE__"
    assert "mapProvider" not in deck
    atlas = layer(deck, "facilities")["iconAtlas"]
    assert atlas.startswith("data:image/svg+xml")


def test_from_afar_districts_bear_their_number_and_no_icon() -> None:
    deck = described(sheet())
    assert layer(deck, "facilities")["data"] == layer(deck, "clusters")["data"] == []
    names = layer(deck, "names")["data"], layer(deck, "beside")["data"]
    assert sum(map(len, names)) == 16
    numbers = [row["text"] for row in layer(deck, "numbers")["data"]]
    numbers += [row["text"].split("\n")[1] for row in names[1]]
    assert sum(map(int, numbers)) == 49
    assert len(layer(deck, "leaders")["data"]) == len(layer(deck, "ends")["data"]) == len(names[1])


def test_a_darker_shade_has_more() -> None:
    rows = [row["properties"] for row in layer(described(sheet()), "districts")["data"]]
    fills = {row["slug"]: sum(row["fill"][:3]) for row in rows}
    assert fills["kocasinan"] < fills["melikgazi"] < fills["talas"] < fills["develi"]
    each = [row["properties"] for row in layer(described(sheet(measure=EACH)), "districts")["data"]]
    fills = {row["slug"]: sum(row["fill"][:3]) for row in each}
    assert fills["melikgazi"] < fills["bunyan"] < fills["ozvatan"]


def test_from_near_only_published_points_are_drawn() -> None:
    deck = described(sheet(closer=3))
    single, circles = layer(deck, "facilities"), layer(deck, "clusters")
    assert len(single["data"]) + sum(int(row["text"]) for row in circles["data"]) == 11
    assert {row["icon"].split("-")[1] for row in single["data"]} == {"site", "neighbourhood"}
    assert all(row["icon"] in single["iconMapping"] for row in single["data"])
    assert [row["text"] for row in layer(deck, "counts")["data"]] == [
        row["text"] for row in circles["data"]
    ]
    first = circles["data"][0]
    assert first["title"] == f"{first['text']} tesis"
    assert first["what"].count("(") == int(first["text"])


def test_the_letters_of_all_words_are_given_as_one_text() -> None:
    for name in ("names", "numbers", "beside"):
        words = layer(described(sheet(measure=EACH)), name)
        assert isinstance(words["characterSet"], str)
        letters = set("".join(row["text"] for row in words["data"])) - {"\n"}
        assert letters <= set(words["characterSet"])


def test_a_tooltip_says_how_exactly_a_place_is_known() -> None:
    rows = {
        row["title"]: row
        for step in range(9)
        for row in layer(described(sheet(closer=step)), "facilities")["data"]
    }
    library = rows["Şehir Kütüphanesi"]
    assert "kendi noktası" in library["precision_words"]
    assert (library["what"], library["size"]) == ("Kütüphane, Melikgazi", "300 kişilik")
    assert "mahallesinin" in rows["Belsin İtfaiye Grup Amirliği"]["precision_words"]


def test_a_chosen_district_is_lifted_out_and_can_be_freed() -> None:
    rows = [row["properties"] for row in layer(described(sheet("talas")), "districts")["data"]]
    assert rows[-1]["slug"] == "talas"
    assert rows[-1]["width"] > 2 * rows[0]["width"]
    assert rows[-1]["line"] != rows[0]["line"]
    assert rows[-1]["precision_words"] != rows[0]["precision_words"]
    assert rows[-1]["what"] == "168.172 kişi (2023)"
    assert rows[-1]["size"] == "Seçilen türlerden 3 tesis · Bir tesise 56.057 kişi"


def test_nothing_comes_to_lie_on_anything_else() -> None:
    state = described(sheet())["initialViewState"]
    assert state["minZoom"] == state["zoom"] < state["maxZoom"]


def test_the_page_keeps_its_wheel() -> None:
    (view,) = described(sheet())["views"]
    assert view["controller"]["scrollZoom"] is False


def test_another_turn_gives_other_layers() -> None:
    names = [{layer["id"] for layer in described(sheet(), turn=turn)["layers"]} for turn in (0, 1)]
    for layer_name in (live_map.DISTRICT_LAYER, live_map.FACILITY_LAYER, live_map.CLUSTER_LAYER):
        assert f"{layer_name}-0" in names[0] - names[1]
        assert f"{layer_name}-1" in names[1] - names[0]


def test_what_has_no_point_is_not_drawn() -> None:
    facilities = placed(frame({"kind": "library"}), kayseri())
    shown = map_sheet(facilities, kayseri(), ("library",), year=2025, closer=4)
    assert layer(described(shown), "facilities")["data"] == []


def test_without_a_kind_there_are_names_alone() -> None:
    deck = described(sheet(kinds=()))
    assert {row["text"] for row in layer(deck, "numbers")["data"]} == {""}
    assert layer(deck, "names")["data"]


def test_a_written_deck_shows_what_was_written() -> None:
    assert live_map.WrittenDeck('{"a":1}', is_dark=False).to_json() == '{"a":1}'
