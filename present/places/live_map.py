"""The interactive map: districts shaded and numbered, facilities as signs; nothing from outside.

What it shows is laid out for the view's own zoom, from which one can look closer but not farther:
so nothing comes to lie on anything else. No tiles and no map style at all: ``map_provider=None``
keeps the component from asking anybody. What a tooltip says is written here, in full sentences of
the text catalogue.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pydeck as pdk

from present.kit import writing
from present.kit.text import t
from present.kit.theme import Palette, palette
from present.places.clusters import Mark
from present.places.kinds import KINDS, shade
from present.places.labels import BOARD, ICON, NAME, Label
from present.places.marks import atlas, icon_name
from present.places.sheet import MapSheet
from present.places.words import mark_title, people, tip_size

#: Pixels of the square for which the view's zoom is made; a style sheet scales narrow screens.
SIDE_PX = BOARD

#: How far one may look closer than the view, in deck.gl's zoom.
_CLOSER = 4

DISTRICT_LAYER = "districts"
FACILITY_LAYER = "facilities"
CLUSTER_LAYER = "clusters"

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


def deck(sheet: MapSheet, *, is_dark: bool, turn: int = 0) -> pdk.Deck:
    """The map of a view, without the facilities that have no point.

    ``turn`` goes into the layers' names: another one makes the component forget what was clicked.
    """
    colours = palette(is_dark)
    inside = [label for label in sheet.labels if label.end is None]
    beside = [label for label in sheet.labels if label.end is not None]
    letters = {letter for label in sheet.labels for letter in label.name + label.number}
    zoom = sheet.view.zoom(SIDE_PX)
    return pdk.Deck(
        layers=[
            _sheet(colours.ground),
            _districts(sheet, is_dark, f"{DISTRICT_LAYER}-{turn}"),
            *_lines(beside, colours),
            _written("names", inside, "name", -NAME / 2, letters, colours),
            _written("numbers", inside, "number", NAME / 2, letters, colours),
            _beside(beside, letters, colours),
            _single(sheet, is_dark, f"{FACILITY_LAYER}-{turn}"),
            *_clusters(sheet, colours, f"{CLUSTER_LAYER}-{turn}"),
        ],
        initial_view_state=pdk.ViewState(
            latitude=sheet.view.centre.lat,
            longitude=sheet.view.centre.lon,
            zoom=zoom,
            min_zoom=zoom,
            max_zoom=zoom + _CLOSER,
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


def _districts(sheet: MapSheet, is_dark: bool, name: str) -> pdk.Layer:
    colours = palette(is_dark)
    by_slug = {row["district_slug"]: row for row in sheet.counts.to_dict("records")}
    features: list[dict[str, Any]] = []
    # A strong boundary lies over the neighbours'.
    for district in sorted(
        sheet.place.districts, key=lambda district: district.slug == sheet.district_slug
    ):
        count, is_chosen = by_slug[district.slug], district.slug == sheet.district_slug
        index = sheet.shading.of.get(district.slug)
        fill = colours.land if index is None else shade(index, len(sheet.shading.classes), is_dark)
        features.append(
            {
                "type": "Feature",
                "geometry": {
                    "type": "MultiPolygon",
                    "coordinates": [[ring] for ring in district.rings],
                },
                "properties": {
                    "slug": district.slug,
                    "fill": rgb(fill),
                    "line": rgb(colours.accent if is_chosen else colours.land_line),
                    "width": 4 if is_chosen else 1.2,
                    "title": district.name,
                    "what": t(
                        "places.tip_residents",
                        people=writing.number(district.population),
                        year=sheet.place.population.year,
                    ),
                    "size": _size(count),
                    "precision_words": t("places.tip_free" if is_chosen else "places.tip_choose"),
                },
            }
        )
    return pdk.Layer(
        "GeoJsonLayer",
        features,
        id=name,
        get_fill_color="properties.fill",
        get_line_color="properties.line",
        line_width_units=pdk.types.String("pixels"),
        get_line_width="properties.width",
        pickable=True,
        auto_highlight=True,
        highlight_color=rgb(colours.accent, 36),
    )


def _size(count: dict[Any, Any]) -> str:
    """A district's facilities of the chosen kinds, and its residents for each."""
    said = t("places.tip_count", count=writing.number(int(count["facilities"])))
    if not writing.is_stated(count["people_each"]):
        return said
    return f"{said} · {t('places.tip_each', people=people(float(count['people_each'])))}"


def _written(
    name: str,
    labels: Sequence[Label],
    part: str,
    down: float,
    letters: set[str],
    colours: Palette,
) -> pdk.Layer:
    """One line of the labels inside districts, ``down`` pixels below their middle."""
    return pdk.Layer(
        "TextLayer",
        [
            {"text": getattr(label, part), "position": [label.point.lon, label.point.lat]}
            for label in labels
        ],
        id=name,
        get_pixel_offset=[0, down],
        **_lettering(letters, colours),
    )


def _beside(labels: Sequence[Label], letters: set[str], colours: Palette) -> pdk.Layer:
    """The labels beside their districts, each on a plate."""
    return pdk.Layer(
        "TextLayer",
        [
            {
                "text": f"{label.name}\n{label.number}".strip(),
                "position": [label.point.lon, label.point.lat],
            }
            for label in labels
        ],
        id="beside",
        background=True,
        get_background_color=rgb(colours.ground),
        get_border_color=rgb(colours.land_line),
        get_border_width=1,
        background_padding=[3, 1, 3, 1],
        line_height=1.02,
        **_lettering(letters, colours),
    )


def _lettering(letters: set[str], colours: Palette) -> dict[str, Any]:
    return {
        "get_position": "position",
        "get_text": "text",
        "get_size": NAME,
        "get_color": rgb(colours.ink),
        "character_set": pdk.types.String("".join(sorted(letters))),
        "font_family": pdk.types.String('"Source Sans", "Noto Sans", sans-serif'),
        "font_weight": 600,
        "font_settings": {"fontSize": 2 * NAME},
        "pickable": False,
    }


def _lines(labels: Sequence[Label], colours: Palette) -> list[pdk.Layer]:
    """Lines from labels beside their districts, and the dots at which they end."""
    rows = [
        {
            "start": [label.point.lon, label.point.lat],
            "end": [label.end.lon, label.end.lat],
        }
        for label in labels
        if label.end is not None
    ]
    return [
        pdk.Layer(
            "LineLayer",
            rows,
            id="leaders",
            get_source_position="start",
            get_target_position="end",
            get_color=rgb(colours.ink),
            get_width=1.5,
            pickable=False,
        ),
        pdk.Layer(
            "ScatterplotLayer",
            rows,
            id="ends",
            get_position="end",
            get_fill_color=rgb(colours.ink),
            get_radius=4,
            radius_units=pdk.types.String("pixels"),
            pickable=False,
        ),
    ]


def _single(sheet: MapSheet, is_dark: bool, name: str) -> pdk.Layer:
    """The signs of facilities that stand alone."""
    marks = [mark for mark in sheet.marks if mark.is_single]
    shown = {str(mark.lines[0]["kind"]) for mark in marks}
    picture, places = atlas([kind.name for kind in KINDS if kind.name in shown], is_dark)
    return pdk.Layer(
        "IconLayer",
        [
            {
                "position": [mark.point.lon, mark.point.lat],
                "icon": icon_name(str(line["kind"]), str(line["precision"])),
                "slug": line["district_slug"],
                "title": line["name"],
                "what": t(
                    "places.tip_kind",
                    kind=t(f"places.one_{line['kind']}"),
                    district=line["district"],
                ),
                "size": tip_size(line),
                "precision_words": t(f"places.known_{line['precision']}"),
            }
            for mark in marks
            for line in mark.lines
        ],
        id=name,
        icon_atlas=pdk.types.String(picture),
        icon_mapping=places,
        get_icon="icon",
        get_position="position",
        get_size=ICON,
        size_units=pdk.types.String("pixels"),
        pickable=True,
    )


def _clusters(sheet: MapSheet, colours: Palette, name: str) -> list[pdk.Layer]:
    """Circles that stand for several facilities, each with their number."""
    marks: list[Mark] = [mark for mark in sheet.marks if not mark.is_single]
    rows = [
        {
            "position": [mark.point.lon, mark.point.lat],
            "text": writing.number(mark.count),
            "title": t("places.tip_cluster", count=writing.number(mark.count)),
            "what": mark_title(mark.lines),
            "size": "",
            "precision_words": "",
            # Of several districts none is meant.
            **(
                {"slug": mark.lines[0]["district_slug"]}
                if len({line["district_slug"] for line in mark.lines}) == 1
                else {}
            ),
        }
        for mark in marks
    ]
    lettering = _lettering({letter for row in rows for letter in str(row["text"])}, colours)
    return [
        pdk.Layer(
            "ScatterplotLayer",
            rows,
            id=name,
            get_position="position",
            get_fill_color=rgb(colours.ink),
            get_radius=ICON / 2,
            radius_units=pdk.types.String("pixels"),
            stroked=True,
            get_line_color=rgb(colours.ground),
            get_line_width=2,
            line_width_units=pdk.types.String("pixels"),
            pickable=True,
        ),
        pdk.Layer(
            "TextLayer",
            rows,
            id="counts",
            **{**lettering, "get_color": rgb(colours.ground)},
        ),
    ]
