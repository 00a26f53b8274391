"""The page Harita: where the facilities of table 1.3 stand, by district and kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import chrome, empty, figure
from pages.parts.controls import Controls
from pages.parts.visit import setting
from present.figures import html as figures_html
from present.figures.share import share
from present.kit.pieces import source_html
from present.kit.text import t
from present.places import entries as places
from present.places import html as places_html
from present.places import live_map, model, words
from present.places.choices import CLOSEST, MEASURES, MapChoices, choices_of
from present.places.entries import MapDrawing
from present.places.kinds import KIND_BY_CODE
from present.site.pages import MAP

MAP_KEY = "harita-canvas"
_TURN = "harita:turn"


def render() -> None:
    """Show the page."""
    facilities = places.facilities(setting())
    has_map = setting().place is not None
    districts = places.district_names(setting())
    codes = model.codes(facilities)
    page: Controls[MapChoices] = Controls(
        MAP.path,
        choices_of(codes),
        {"district": list(districts), "kinds": codes, "of_rate": places.rate_codes(setting())},
    )
    chrome.head(t("places.title"), t("places.intro", year=setting().year))
    page.notice()
    if facilities.empty:
        chrome.message(t("common.empty_title"), t("places.empty_programme"))
        return

    drawing = places.map_drawing(setting(), page.choices, _turn()) if has_map else None
    with st.container(key="harita-alan", horizontal=True, gap="medium"):
        with st.container(key="harita-secim", gap="small"):
            _controls(page, districts, codes, facilities, has_map=has_map)
        with st.container(key="harita-yer", gap="small"):
            if drawing is None:
                chrome.message(t("places.empty_place_title"), t("places.empty_place"))
            else:
                _map(page, drawing)
        if drawing is not None and drawing.card:
            with st.container(key="harita-ilce"):
                st.html(drawing.card)
    chosen = model.chosen(facilities, places.kind_names(page.choices), page.choices.district)
    _list(page, chosen)
    if has_map:
        with st.expander(t("places.charts"), key="harita-grafik"):
            if page.choices.kinds:
                figure.show("tesis-sayisi", page.choices)
            _rate(page)


def _rate(page: Controls[MapChoices]) -> None:
    """Residents for each facility of one kind, which is chosen here."""
    asked = places.rate_choices(setting(), page.choices)
    if asked is None:
        return
    page.select(
        "of_rate",
        t("places.choose_rate"),
        places.rate_codes(setting()),
        lambda code: t(f"places.kind_{KIND_BY_CODE[code].name}"),
    )
    figure.show("tesis-orani", asked)


def _turn() -> int:
    return int(st.session_state.get(_TURN, 0))


def _controls(
    page: Controls[MapChoices],
    districts: Mapping[str, str],
    codes: Sequence[str],
    facilities: pd.DataFrame,
    *,
    has_map: bool,
) -> None:
    is_dark, kinds = chrome.is_dark(), [KIND_BY_CODE[code].name for code in codes]
    shown = model.chosen(facilities, kinds, page.choices.district)

    def layer(code: str) -> str:
        kind = KIND_BY_CODE[code].name
        return places_html.layer(kind, model.counted(shown, kind), is_dark)

    page.select(
        "district",
        t("places.choose_district"),
        list(districts),
        districts.__getitem__,
        empty=t("places.all_districts"),
    )
    # One line that says what is chosen; the sixteen kinds behind it would fill a telephone.
    with st.expander(_chosen_kinds(page), key="harita-turler"):
        page.pills("kinds", t("places.choose_kinds"), codes, layer)
    if has_map:
        page.segmented(
            "measure",
            t("places.choose_measure"),
            MEASURES,
            lambda measure: t(f"places.measure_{measure}"),
            label_visibility="collapsed",
        )


def _chosen_kinds(page: Controls[MapChoices]) -> str:
    names = places.kind_names(page.choices)
    if not names:
        return t("places.chosen_kinds_none")
    return t("places.chosen_kinds", kinds=words.kind_words(names, is_inside=True))


def _map(page: Controls[MapChoices], drawing: MapDrawing) -> None:
    map_figure = figure.of("harita", page.choices)
    shared = share(setting(), "harita", page.choices, figure.public_address())
    st.html(figures_html.heading_html(map_figure, 2, shared))
    chrome.status(drawing.sentence)
    with st.container(key="harita-yigin"):
        # The still map lies below the canvas: where WebGL is missing, it is what one sees.
        st.html(places_html.stills(drawing.below, drawing.printed, map_figure.sentence))
        st.pydeck_chart(
            live_map.WrittenDeck(drawing.deck, chrome.is_dark()),
            height=int(live_map.SIDE_PX),
            key=MAP_KEY,
            on_select=lambda: _clicked(page),
            alt=t("places.map_alt", title=map_figure.title),
        )
    _under_map(page)
    sentence = places_html.sentence(drawing.sentence, map_figure.own)
    notes = figures_html.notes_html(map_figure)
    st.html("".join((drawing.legend, sentence, notes, source_html(map_figure.source))))


def _clicked(page: Controls[MapChoices]) -> None:
    """A click on a district or on a facility in it chooses the district; a second one frees it."""
    picked: dict[str, list[dict[str, Any]]] = st.session_state[MAP_KEY].selection.objects
    # Other layer names make the component forget the click, which would paint all else grey.
    st.session_state[_TURN] = 1 - _turn()
    for layer, things in picked.items():
        for thing in things:
            code = thing.get("slug") or thing.get("properties", {}).get("slug")
            is_ground = layer.startswith(live_map.DISTRICT_LAYER)
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


def _list(page: Controls[MapChoices], facilities: pd.DataFrame) -> None:
    chrome.section(t("places.list_title"))
    if not page.choices.kinds:
        chrome.message(t("common.empty_title"), t("places.map_none"))
        st.button(t("common.empty_reset"), on_click=page.reset, key="harita-reset")
        return
    if facilities.empty:
        empty.nothing_fits(page.reset, key="harita-reset")
        return
    place = setting().place
    counts = places.sheet(setting(), page.choices).counts if place is not None else None
    is_single = page.choices.district is not None
    with st.container(key="harita-liste"):
        st.html(places_html.by_district(facilities, counts, is_open=is_single))
    st.html(source_html(places.source(setting())))
