"""The page Açık veri: every table, the package, the API, versions, changes, citation."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from kbb_data.publishing.changes import changes
from pages.parts import chrome
from pages.parts.visit import edition, setting
from present.kit.text import t
from present.opendata import html
from present.web import downloads


def render() -> None:
    """Show the page."""
    visited, chosen = setting(), edition()
    chrome.head(t("opendata.title"), t("opendata.intro"))
    chrome.section(t("opendata.facts_title"))
    st.html(downloads.facts(visited, chosen))
    chrome.section(t("opendata.whole_title"), t("opendata.whole_intro"))
    st.html(downloads.whole_tables(visited, chosen))
    chrome.section(t("opendata.package_heading"), t("opendata.package_intro"))
    st.html(downloads.package(visited, chosen))
    chrome.section(t("opendata.reading_heading"))
    st.html(html.reading_html())
    chrome.section(t("opendata.tables_title"), t("opendata.tables_intro"))
    st.html(downloads.tables(visited, chosen))
    chrome.section(t("opendata.geo_heading"), t("opendata.geo_intro"))
    st.html(downloads.geography(visited, chosen))
    chrome.section(t("opendata.code_heading"), t("opendata.code_intro"))
    st.html(downloads.code(chosen, _host()))
    chrome.section(t("opendata.api_heading"), t("opendata.api_intro"))
    st.html(downloads.api(chosen, _host()))
    chrome.section(t("opendata.citation_heading"))
    st.html(downloads.cited(chosen))
    chrome.section(t("opendata.versions_heading"), t("opendata.versions_intro"))
    st.html(downloads.versions(chosen))
    chrome.section(t("opendata.changes_heading"))
    st.html(html.changes_html(changes(chosen.year, chosen.institution)))
    st.html(downloads.followed(chosen))


def _host() -> str:
    """Where the dashboard is looked at; empty where that is not known."""
    parts = urlsplit(str(st.context.url or ""))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
