"""The interactive map: districts as the ground, facilities as markers; nothing from outside.

No tiles and no map style at all: ``map_provider=None`` keeps the component from asking anybody.
What a tooltip says is written here, in full sentences of the text catalogue.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pandas as pd
import pydeck as pdk

from kbb_data.geo import Place
from present.kit import writing
from present.kit.text import t
from present.kit.theme import palette
from present.places.kinds import KINDS
from present.places.marks import atlas, icon_name
from present.places.view import Label, View
from present.places.words import tip_size

#: Pixels of the square for which the view's zoom is made; a style sheet scales narrow screens.
SIDE_PX = 600.0

#: Pixels of a marker and of a district's name at the view's zoom.
MARKER_PX = 26
NAME_PX = 17

DISTRICT_LAYER = "districts"
FACILITY_LAYER = "facilities"

#: Far beyond any view: the sheet below the districts.
_SHEET = [[[25.0, 30.0], [48.0, 30.0], [48.0, 45.0], [25.0, 45.0]]]

_TOOLTIP = (
    '<div class="kbb-tip"><strong>{title}</strong><span>{what}</span><span>{size}</span>'
    "<em>{precision_words}</em></div>"
)


class WrittenDeck(pdk.Deck):  # type: ignore[misc]
    """A deck that was written before: shows ``written`` (from ``to_json``) without building it."""

    def __init__(self, written: str, is_dark: bool) -> None:
        super().__init__(layers=[], map_provider=None, tooltip=tooltip(is_dark))
        self.written = written

    def to_json(self) -> str:
        """The description that was given."""
        return self.written


def to_json(built: pdk.Deck) -> str:
    """A deck's description without white space, a quarter of pydeck's own."""
    return json.dumps(json.loads(built.to_json()), separators=(",", ":"), ensure_ascii=False)


def deck(
    facilities: pd.DataFrame,
    place: Place,
    view: View,
    labels: Sequence[Label],
    counts: pd.DataFrame,
    *,
    is_dark: bool,
    chosen_slug: str | None = None,
    turn: int = 0,
) -> pdk.Deck:
    """The map of ``facilities`` (as ``present.places.model.fanned`` gives them).

    ``counts`` is ``present.places.model.by_district`` of what is shown, for the districts'
    tooltips; ``chosen_slug`` lifts a district out;
    ``turn`` goes into the layers' names: another one makes the component forget what was clicked.
    Facilities without a point are not drawn.
    """
    colours = palette(is_dark)
    return pdk.Deck(
        layers=[
            _sheet(colours.ground),
            _districts(place, counts, is_dark, chosen_slug, f"{DISTRICT_LAYER}-{turn}"),
            _names(labels, colours.ink),
            _markers(facilities, is_dark, f"{FACILITY_LAYER}-{turn}"),
        ],
        initial_view_state=pdk.ViewState(
            latitude=view.centre.lat,
            longitude=view.centre.lon,
            zoom=view.zoom(SIDE_PX),
            min_zoom=6,
            max_zoom=14,
            pitch=0,
            bearing=0,
        ),
        # The wheel and one finger keep scrolling the page; buttons, keys, a double click and two
        # fingers zoom.
        views=[
            pdk.View(
                type="MapView",
                id="ground",
                controller={"scrollZoom": False, "dragRotate": False, "touchRotate": False},
            )
        ],
        map_provider=None,
        tooltip=tooltip(is_dark),
    )


def tooltip(is_dark: bool) -> dict[str, Any]:
    """What is shown of the thing under the pointer, in the scheme's colours."""
    colours = palette(is_dark)
    return {
        "html": _TOOLTIP,
        "style": {
            "backgroundColor": colours.ground,
            "color": colours.ink,
            "border": f"1px solid {colours.land_line}",
            "borderRadius": "8px",
            "padding": "10px 12px",
            "boxShadow": "0 4px 18px rgba(0,0,0,.18)",
        },
    }


def rgb(colour: str, alpha: int = 255) -> list[int]:
    """deck.gl's form of ``#1F3B73``."""
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)] + [alpha]


def _sheet(ground: str) -> pdk.Layer:
    """Hides what lies below the canvas, so that the still map shows only where this one fails."""
    return pdk.Layer(
        "PolygonLayer",
        [{"polygon": _SHEET}],
        id="sheet",
        get_polygon="polygon",
        get_fill_color=rgb(ground),
        stroked=False,
        pickable=False,
    )


def _districts(
    place: Place, counts: pd.DataFrame, is_dark: bool, chosen_slug: str | None, name: str
) -> pdk.Layer:
    colours = palette(is_dark)
    by_slug = {row["district_slug"]: row for row in counts.to_dict("records")}
    features: list[dict[str, Any]] = []
    for district in place.districts:
        count = by_slug[district.slug]
        features.append(
            {
                "type": "Feature",
                "geometry": {
                    "type": "MultiPolygon",
                    "coordinates": [[ring] for ring in district.rings],
                },
                "properties": {
                    "slug": district.slug,
                    "fill": rgb(
                        colours.money_tint if district.slug == chosen_slug else colours.land
                    ),
                    "title": district.name,
                    "what": t(
                        "places.tip_residents",
                        people=writing.number(district.population),
                        year=place.population.year,
                    ),
                    "size": t(
                        "places.tip_count",
                        count=writing.number(int(count["facilities"])),
                    ),
                    "precision_words": t(
                        "places.tip_free" if district.slug == chosen_slug else "places.tip_choose"
                    ),
                },
            }
        )
    return pdk.Layer(
        "GeoJsonLayer",
        features,
        id=name,
        get_fill_color="properties.fill",
        get_line_color=rgb(colours.land_line),
        line_width_units=pdk.types.String("pixels"),
        get_line_width=1.2,
        pickable=True,
        auto_highlight=True,
        highlight_color=rgb(colours.accent, 36),
    )


def _names(labels: Sequence[Label], ink: str) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        [{"name": label.name, "position": [label.point.lon, label.point.lat]} for label in labels],
        id="names",
        get_position="position",
        get_text="name",
        get_size=NAME_PX,
        get_color=rgb(ink),
        character_set=pdk.types.String(
            "".join(sorted({letter for label in labels for letter in label.name}))
        ),
        font_family=pdk.types.String('"Source Sans", "Noto Sans", sans-serif'),
        font_weight=600,
        font_settings={"fontSize": 2 * NAME_PX},
        pickable=False,
    )


def _markers(facilities: pd.DataFrame, is_dark: bool, name: str) -> pdk.Layer:
    drawn = facilities[facilities["precision"].notna()]
    kinds = [kind.name for kind in KINDS if kind.name in set(drawn["kind"])]
    picture, places = atlas(kinds, is_dark)
    # Those whose district alone is known come first, so that they never hide a known point.
    rank = {"district": 0, "neighbourhood": 1, "site": 2}
    rows = sorted(drawn.to_dict("records"), key=lambda row: rank[row["precision"]])
    return pdk.Layer(
        "IconLayer",
        [
            {
                "position": [row["lon"], row["lat"]],
                "shift": [row["shift_x"] * MARKER_PX, row["shift_y"] * MARKER_PX],
                "icon": icon_name(row["kind"], row["precision"]),
                "slug": row["district_slug"],
                "title": row["name"],
                "what": t(
                    "places.tip_kind",
                    kind=t(f"places.one_{row['kind']}"),
                    district=row["district"],
                ),
                "size": tip_size(row),
                "precision_words": t(f"places.known_{row['precision']}"),
            }
            for row in rows
        ],
        id=name,
        icon_atlas=pdk.types.String(picture),
        icon_mapping=places,
        get_icon="icon",
        get_position="position",
        get_pixel_offset="shift",
        get_size=MARKER_PX,
        size_units=pdk.types.String("pixels"),
        pickable=True,
    )
