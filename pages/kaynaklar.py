"""Kaynaklar: staff, norm positions, vehicles, buildings and grounds, technology."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.parts import chrome, figure, fold
from pages.parts.visit import setting
from present.kit import writing
from present.kit.text import t, verbatim
from present.resources import entries as resources
from present.resources import html
from present.resources.choices import ResourceChoices
from present.resources.entries import (
    FLEET,
    PLACES,
    POSITIONS,
    STAFF,
    STATED,
    TECHNOLOGY,
    CategoryView,
)
from present.site.pages import FINDINGS

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
    heads = {
        STAFF: t("resources.jump_staff"),
        POSITIONS: t("resources.jump_positions"),
        FLEET: t("resources.jump_fleet"),
        PLACES: t("resources.jump_places"),
        TECHNOLOGY: t("resources.jump_technology"),
        STATED: t("resources.jump_stated"),
    }
    briefs = resources.briefs(setting())
    st.html(html.jumps_html(list(heads.items())))
    for place, (anchor, heading) in enumerate(heads.items()):
        with fold.part(anchor, heading, brief=briefs[anchor], is_open=place == 0):
            _PARTS[anchor]()


def _staff() -> None:
    _figures(STAFF, t("resources.none_staff"))


def _positions() -> None:
    st.html(html.quiet_html(t("resources.positions_note")))
    _figures(POSITIONS, t("resources.none_positions"))


def _fleet() -> None:
    _figures(FLEET, t("resources.none_fleet"))
    _categories(resources.categories(setting(), is_fleet=True))
    _parts()


def _figures(part: str, nothing: str) -> None:
    codes = resources.figures(setting(), part)
    if not codes:
        st.html(html.nothing_html(nothing))
    for code in codes:
        figure.show(part, ResourceChoices(code), level=3, key=code)


def _categories(categories: Sequence[CategoryView]) -> None:
    """Each category: its sums, its largest lines where they are worth a chart, all its lines."""
    for category in categories:
        with fold.part(category.slug, verbatim(category.title), brief=category.summary, level=3):
            _category(category)


def _category(category: CategoryView) -> None:
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
        rows = t("resources.lines", count=writing.number(len(parts)))
        with fold.part("dokumler", t("resources.parts_title"), brief=rows, level=3):
            st.html(html.quiet_html(t("resources.parts_note")))
            st.html(html.parts_html(parts, setting().frame("assets")))


def _places() -> None:
    st.html(html.quiet_html(t("resources.places_note")))
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
    st.html(html.quiet_html(t("resources.stated_note")))
    stated = setting().frame("stated_figures")
    if stated.empty:
        st.html(html.nothing_html(t("resources.none_stated")))
        return
    st.html(html.stated_html(stated))
    st.html(html.checks_html(setting().link(FINDINGS.path)))


_PARTS = {
    STAFF: _staff,
    POSITIONS: _positions,
    FLEET: _fleet,
    PLACES: _places,
    TECHNOLOGY: _technology,
    STATED: _stated,
}
