"""The page Açık veri: every table, the package, the API, versions, changes, citation."""

from __future__ import annotations

import streamlit as st

from kbb_data.publishing.changes import changes
from pages.parts import chrome, data_pieces
from pages.parts.visit import edition
from present.kit.text import t
from present.opendata import pieces


def render() -> None:
    """Show the page."""
    chrome.head(t("veri.title"), t("veri.intro"))
    chrome.section(t("veri.facts_title"))
    st.html(data_pieces.facts())
    chrome.section(t("veri.package_heading"), t("veri.package_intro"))
    st.html(data_pieces.package())
    chrome.section(t("veri.reading_heading"))
    st.html(pieces.reading_html())
    chrome.section(t("veri.tables_title"), t("veri.tables_intro"))
    st.html(data_pieces.tables())
    chrome.section(t("veri.api_heading"), t("veri.api_intro"))
    st.html(data_pieces.api())
    chrome.section(t("veri.citation_heading"))
    st.html(data_pieces.cited())
    chrome.section(t("veri.versions_heading"), t("veri.versions_intro"))
    st.html(data_pieces.versions())
    chrome.section(t("veri.changes_heading"))
    shown = edition()
    st.html(pieces.changes_html(changes(shown.year, shown.institution)))
