"""Grafik merkezi: all figures as a gallery, each with what can be taken of it."""

from __future__ import annotations

import streamlit as st

from pages.parts import chrome, controls, empty, figure
from pages.parts.visit import setting
from present.figures.gallery import GalleryChoices, cards, count_html, gallery_html
from present.figures.registry import groups
from present.kit import writing
from present.kit.text import t
from present.site.pages import GALLERY

PATH = GALLERY.path


def render() -> None:
    """Show the figures of the chosen group."""
    chrome.head(t("figures.title"), t("figures.intro", year=setting().year))
    shown_groups = groups(setting())
    page: controls.Controls[GalleryChoices] = controls.Controls(
        PATH, GalleryChoices, {"group": shown_groups}
    )
    page.notice()
    page.segmented(
        "group", t("figures.group_label"), shown_groups, lambda code: t(f"figures.group_{code}")
    )
    page.text("search", t("figures.search_label"), t("figures.search_hint"))
    shown = cards(setting(), page.choices, figure.public_address())
    if not shown:
        empty.nothing_fits(page.reset)
        return
    count = t("figures.count", count=writing.number(len(shown)))
    st.html(count_html(count))
    chrome.status(count)
    st.html(gallery_html(shown))
