"""Kaynaklar: staff, norm positions, vehicles, buildings and grounds, technology."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages.parts import chrome, figure, resource_data
from pages.parts.visit import edition, link, setting
from present.kit.text import t, verbatim
from present.resources import entries as resources_entries
from present.resources import html as resources_html
from present.resources.entries import FLEET, POSITIONS, STAFF, ResourceChoices

PATH = "/kaynaklar"
PLACES, TECHNOLOGY, STATED = "yerler", "teknoloji", "toplamlar"

_TABLES = ("staff", "positions", "position_occupancy", "assets", "technology_facts")


def render() -> None:
    """Show the page."""
    programme = edition().programme
    chrome.head(
        t("resources.title"),
        t("resources.intro", institution=setting().name, year=programme.year),
    )
    if all(setting().frame(name).empty for name in _TABLES):
        chrome.message(t("common.empty_title"), t("resources.empty"))
        return
    st.html(
        resources_html.jumps_html(
            [
                (STAFF, t("resources.jump_staff")),
                (POSITIONS, t("resources.jump_positions")),
                (FLEET, t("resources.jump_fleet")),
                (PLACES, t("resources.jump_places")),
                (TECHNOLOGY, t("resources.jump_technology")),
                (STATED, t("resources.jump_stated")),
            ]
        )
    )
    _part(STAFF, t("resources.jump_staff"))
    _figures(STAFF, t("resources.none_staff"))
    _part(POSITIONS, t("resources.jump_positions"), t("resources.positions_note"))
    _figures(POSITIONS, t("resources.none_positions"))
    _part(FLEET, t("resources.jump_fleet"))
    _figures(FLEET, t("resources.none_fleet"))
    _categories(resource_data.shown(is_fleet=True))
    _parts()
    _part(PLACES, t("resources.jump_places"), t("resources.places_note"))
    _places()
    _part(TECHNOLOGY, t("resources.jump_technology"))
    _technology()
    _part(STATED, t("resources.jump_stated"), t("resources.stated_note"))
    _stated()


def _part(anchor: str, heading: str, text: str = "") -> None:
    """The heading of a part, with the place that links lead to."""
    lead = f"<p>{escape(text)}</p>" if text else ""
    st.html(
        f'<div class="kbb-section kt-part" id="{anchor}"><h2>{escape(heading)}</h2>{lead}</div>'
    )


def _figures(part: str, nothing: str) -> None:
    shown = resources_entries.figures(setting(), part)
    if not shown:
        _nothing(nothing)
    for code in shown:
        figure.show(part, ResourceChoices(code), level=3, key=code)


def _nothing(text: str) -> None:
    st.html(f'<p class="kt-nothing">{escape(text)}</p>')


def _categories(shown: Sequence[resource_data.Shown]) -> None:
    """Each category: its sums, its largest lines where they are worth a chart, all its lines."""
    for one in shown:
        st.html(one.heading)
        if one.spec is not None:
            figure.draw(
                one.spec,
                f"chart:kaynaklar:{one.slug}",
                t("resources.chart_of", name=one.title),
            )
            if one.left_out:
                st.html(f'<p class="kt-quiet">{escape(one.left_out)}</p>')
        st.html(one.table)


def _parts() -> None:
    """All that the notes tell apart."""
    parts = setting().frame("asset_parts")
    if parts.empty:
        return
    st.html(
        f'<div class="kt-category"><h3>{escape(t("resources.parts_title"))}</h3>'
        f"<p>{escape(t('resources.parts_note'))}</p></div>"
    )
    st.html(resources_html.parts_html(parts, setting().frame("assets")))


def _places() -> None:
    shown = resource_data.shown(is_fleet=False)
    if not shown:
        _nothing(t("resources.none_places"))
        return
    items = "".join(
        f'<li><a href="#{escape(one.slug, quote=True)}">{verbatim(one.title)}</a></li>'
        for one in shown
    )
    st.html(f'<ul class="kt-links">{items}</ul>')
    if any("<a " in one.table for one in shown):
        st.html(f'<p class="kt-quiet">{escape(t("resources.map_note"))}</p>')
    _categories(shown)


def _technology() -> None:
    facts = setting().frame("technology_facts")
    if facts.empty:
        _nothing(t("resources.none_technology"))
    else:
        st.html(resources_html.technology_html(facts))


def _stated() -> None:
    stated = setting().frame("stated_figures")
    if stated.empty:
        _nothing(t("resources.none_stated"))
        return
    st.html(resources_html.stated_html(stated))
    address = escape(link("/tutarlilik"), quote=True)
    words = escape(t("resources.stated_checks"))
    st.html(f'<p class="kt-more"><a href="{address}" target="_self">{words}</a></p>')
