"""The page Harita: where the facilities of table 1.3 stand, by district and kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from kbb_data import geo
from kbb_data.turkish import sort_key, title
from pages.parts import chrome, empty, facility_data, figure
from pages.parts.controls import Controls
from pages.parts.visit import edition, kept, setting
from present.kit import writing
from present.kit.figure import Figure
from present.kit.text import t
from present.places import entries as places_entries
from present.places import html as places_html
from present.places import live_map as interactive
from present.places import marks as places_marks
from present.places import still_map
from present.places.choices import CLOSEST, MapChoices, choices_of
from present.places.kinds import KIND_BY_CODE, KINDS
from present.places.model import chosen

PATH = "/harita"
MAP_KEY = "harita-canvas"
_TURN = "harita:turn"


def render() -> None:
    """Show the page."""
    programme = edition().programme
    institution = title(programme.institution)
    facilities = facility_data.facilities()
    place = geo.place(programme.institution)
    districts = _districts(facilities, place)
    codes = tuple(kind.code for kind in KINDS if (facilities["kind"] == kind.name).any())
    page: Controls[MapChoices] = Controls(
        PATH, choices_of(codes), {"district": list(districts), "kinds": codes}
    )

    intro = "places.intro" if place is not None else "places.intro_no_map"
    chrome.head(
        t("places.title"),
        t(intro, institution=institution, year=programme.year),
        own=(institution,),
    )
    page.notice()
    if facilities.empty:
        chrome.message(t("common.empty_title"), t("places.empty_programme"))
        return

    kinds = tuple(KIND_BY_CODE[code].name for code in page.choices.kinds)
    drawing = None
    if place is not None:
        drawing = _drawing(page.choices, int(st.session_state.get(_TURN, 0)))
    with st.container(key="harita-alan", horizontal=True, gap="medium"):
        with st.container(key="harita-secim", gap="small"):
            _controls(page, districts, codes, facilities)
            if drawing is not None and drawing.card:
                st.html(drawing.card)
        with st.container(key="harita-yer", gap="small"):
            if drawing is None or place is None:
                chrome.message(t("places.empty_place_title"), t("places.empty_place"))
            else:
                _map(page, drawing)
    if place is not None and kinds:
        for name in ("tesis-orani", "tesis-sayisi"):
            figure.show(name, page.choices)
    _list(
        page,
        chosen(facilities, kinds, page.choices.district),
        places_entries.source(setting()),
        has_map=place is not None,
    )


def _districts(facilities: pd.DataFrame, place: geo.Place | None) -> dict[str, str]:
    """The districts to choose from by their code, in the order of the alphabet."""
    named = {
        code: name
        for code, name in zip(facilities["district_slug"], facilities["district"], strict=True)
        if code
    }
    if place is not None:
        named |= {district.slug: district.name for district in place.districts}
    return dict(sorted(named.items(), key=lambda item: sort_key(item[1])))


def _controls(
    page: Controls[MapChoices],
    districts: dict[str, str],
    codes: Sequence[str],
    facilities: pd.DataFrame,
) -> None:
    is_dark = chrome.is_dark()
    here = chosen(facilities, [KIND_BY_CODE[code].name for code in codes], page.choices.district)
    counts = here["kind"].value_counts()

    def layer(code: str) -> str:
        kind = KIND_BY_CODE[code]
        picture = places_marks.data_uri(places_marks.svg(kind.name, "site", is_dark))
        count = writing.number(int(counts.get(kind.name, 0)))
        return f"![]({picture}) " + t(
            "places.layer", kind=t(f"places.kind_{kind.name}"), count=count
        )

    page.select(
        "district",
        t("places.choose_district"),
        list(districts),
        districts.__getitem__,
        empty=t("places.all_districts"),
    )
    page.pills("kinds", t("places.choose_kinds"), codes, layer)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn for one set of choices: the map as a figure, a district's card,
    the still map on the page and in print, and the deck's JSON."""

    figure: Figure
    sentence: str
    card: str
    under: str
    alone: str
    deck: str


@kept(48)
def _drawing(choices: MapChoices, turn: int) -> Drawing:
    """The drawing of the choices."""
    figure = places_entries.still(setting(), choices)[0]
    sheet = places_entries.sheet(setting(), choices)
    print_around = still_map.Around(sheet.kinds, figure.title, figure.source)
    return Drawing(
        figure=figure,
        sentence=sheet.sentence,
        card=(
            places_html.card(sheet.counts, sheet.place, sheet.district_slug) if sheet.kinds else ""
        ),
        under=sheet.still(is_dark=setting().is_dark),
        alone=sheet.still(is_dark=False, around=print_around),
        deck=interactive.to_json(
            interactive.deck(
                sheet.shown,
                sheet.place,
                sheet.view,
                sheet.labels,
                sheet.counts,
                is_dark=setting().is_dark,
                chosen_slug=sheet.district_slug,
                turn=turn,
            )
        ),
    )


def _map(page: Controls[MapChoices], drawing: Drawing) -> None:
    shown = drawing.figure
    chrome.section(shown.title, drawing.sentence, own=shown.own)
    words = escape(shown.sentence, quote=True)
    with st.container(key="harita-yigin"):
        # The still map lies below the canvas: where WebGL is missing, it is what one sees.
        st.html(
            f'<img class="kbb-still-under" alt="{words}" '
            f'src="{places_marks.data_uri(drawing.under)}">'
            f'<img class="kbb-still-print" alt="" src="{places_marks.data_uri(drawing.alone)}">'
        )
        st.pydeck_chart(
            interactive.WrittenDeck(drawing.deck, chrome.is_dark()),
            height=int(interactive.SIDE_PX),
            key=MAP_KEY,
            on_select=lambda: _clicked(page),
            alt=t("places.map_alt", title=shown.title),
        )
    _under_map(page)
    source = escape(t("common.source_label", source=shown.source))
    st.html(
        places_html.legend(chrome.is_dark())
        + f'<p class="kbb-source">{source}</p>'
        + str(figure.menu("harita", page.choices))
    )


def _clicked(page: Controls[MapChoices]) -> None:
    """A click on a district or on a facility in it chooses the district; a second one frees it."""
    picked: dict[str, list[dict[str, Any]]] = st.session_state[MAP_KEY].selection.objects
    # Other layer names make the component forget the click, which would paint all else grey.
    st.session_state[_TURN] = 1 - int(st.session_state.get(_TURN, 0))
    for layer, things in picked.items():
        for thing in things:
            code = thing.get("slug") or thing.get("properties", {}).get("slug")
            is_ground = layer.startswith(interactive.DISTRICT_LAYER)
            if is_ground and code == page.choices.district:
                code = None
            page.change(district=code, closer="0")
            return


def _under_map(page: Controls[MapChoices]) -> None:
    step = int(page.choices.closer)
    with st.container(key="harita-dugme", horizontal=True):
        st.button(
            t("places.zoom_in"),
            key="harita-in",
            disabled=step >= CLOSEST,
            on_click=page.change,
            kwargs={"closer": str(step + 1)},
        )
        st.button(
            t("places.zoom_out"),
            key="harita-out",
            disabled=step <= 0,
            on_click=page.change,
            kwargs={"closer": str(step - 1)},
        )
        if page.choices.district is not None:
            st.button(
                t("places.show_all"),
                key="harita-all",
                on_click=page.change,
                kwargs={"district": None, "closer": "0"},
            )


def _list(page: Controls[MapChoices], shown: pd.DataFrame, source: str, *, has_map: bool) -> None:
    chrome.section(t("places.list_title"))
    if not page.choices.kinds:
        chrome.message(t("common.empty_title"), t("places.map_none"))
        st.button(t("common.empty_reset"), on_click=page.reset, key="harita-reset")
        return
    if shown.empty:
        empty.nothing_fits(page.reset, key="harita-reset")
        return
    with_district = shown[shown["district_slug"].notna()]
    apart = shown[shown["district_slug"].isna()]
    with st.container(key="harita-liste"):
        if not with_district.empty:
            st.html(places_html.table(with_district, has_map=has_map))
        if not apart.empty:
            st.html(places_html.apart(apart))
    st.html(f'<p class="kbb-source">{escape(t("common.source_label", source=source))}</p>')
