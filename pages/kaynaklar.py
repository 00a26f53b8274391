"""Kaynaklar: staff, norm positions, vehicles, buildings and grounds, technology."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.parts import chrome, figure
from pages.parts.visit import setting
from present.kit.text import t
from present.resources import entries as resources
from present.resources import html
from present.resources.choices import ResourceChoices
from present.resources.entries import FLEET, POSITIONS, STAFF, CategoryView
from present.site.pages import FINDINGS

PLACES, TECHNOLOGY, STATED = "yerler", "teknoloji", "toplamlar"

_TABLES = ("staff", "positions", "position_occupancy", "assets", "technology_facts")


def render() -> None:
    """Show the page."""
    chrome.head(
        t("resources.title"),
        t("resources.intro", institution=setting().name, year=setting().year),
    )
    if all(setting().frame(name).empty for name in _TABLES):
        chrome.message(t("common.empty_title"), t("resources.empty"))
        return
    st.html(
        html.jumps_html(
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
    st.html(html.part_html(STAFF, t("resources.jump_staff")))
    _figures(STAFF, t("resources.none_staff"))
    note = t("resources.positions_note")
    st.html(html.part_html(POSITIONS, t("resources.jump_positions"), note))
    _figures(POSITIONS, t("resources.none_positions"))
    st.html(html.part_html(FLEET, t("resources.jump_fleet")))
    _figures(FLEET, t("resources.none_fleet"))
    _categories(resources.categories(setting(), is_fleet=True))
    _parts()
    st.html(html.part_html(PLACES, t("resources.jump_places"), t("resources.places_note")))
    _places()
    st.html(html.part_html(TECHNOLOGY, t("resources.jump_technology")))
    _technology()
    st.html(html.part_html(STATED, t("resources.jump_stated"), t("resources.stated_note")))
    _stated()


def _figures(part: str, nothing: str) -> None:
    codes = resources.figures(setting(), part)
    if not codes:
        st.html(html.nothing_html(nothing))
    for code in codes:
        figure.show(part, ResourceChoices(code), level=3, key=code)


def _categories(categories: Sequence[CategoryView]) -> None:
    """Each category: its sums, its largest lines where they are worth a chart, all its lines."""
    for category in categories:
        st.html(category.heading)
        if category.spec is not None:
            figure.draw(
                category.spec,
                f"chart:kaynaklar:{category.slug}",
                t("resources.chart_of", name=category.title),
            )
            if category.left_out:
                st.html(html.quiet_html(category.left_out))
        st.html(category.table)


def _parts() -> None:
    """All that the notes tell apart."""
    parts = setting().frame("asset_parts")
    if len(parts):
        st.html(html.parts_head_html())
        st.html(html.parts_html(parts, setting().frame("assets")))


def _places() -> None:
    categories = resources.categories(setting(), is_fleet=False)
    if not categories:
        st.html(html.nothing_html(t("resources.none_places")))
        return
    st.html(html.links_html(categories))
    if any(category.is_on_map for category in categories):
        st.html(html.quiet_html(t("resources.map_note")))
    _categories(categories)


def _technology() -> None:
    facts = setting().frame("technology_facts")
    nothing = html.nothing_html(t("resources.none_technology"))
    st.html(nothing if facts.empty else html.technology_html(facts))


def _stated() -> None:
    stated = setting().frame("stated_figures")
    if stated.empty:
        st.html(html.nothing_html(t("resources.none_stated")))
        return
    st.html(html.stated_html(stated))
    st.html(html.checks_html(setting().link(FINDINGS.path)))
