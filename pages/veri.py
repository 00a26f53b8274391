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
    chrome.head(t("opendata.title"), t("opendata.intro"))
    chrome.section(t("opendata.facts_title"))
    st.html(data_pieces.facts())
    chrome.section(t("opendata.package_heading"), t("opendata.package_intro"))
    st.html(data_pieces.package())
    chrome.section(t("opendata.reading_heading"))
    st.html(pieces.reading_html())
    chrome.section(t("opendata.tables_title"), t("opendata.tables_intro"))
    st.html(data_pieces.tables())
    chrome.section(t("opendata.api_heading"), t("opendata.api_intro"))
    st.html(data_pieces.api())
    chrome.section(t("opendata.citation_heading"))
    st.html(data_pieces.cited())
    chrome.section(t("opendata.versions_heading"), t("opendata.versions_intro"))
    st.html(data_pieces.versions())
    chrome.section(t("opendata.changes_heading"))
    shown = edition()
    st.html(pieces.changes_html(changes(shown.year, shown.institution)))
