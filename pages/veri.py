"""The page Açık veri: every table, the package, the API, versions, changes, citation."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import streamlit as st
from markupsafe import Markup

from kbb_data.publishing.changes import changes
from pages.parts import chrome
from pages.parts.visit import edition, setting
from present.kit.markup import joined
from present.kit.parts import part
from present.kit.setting import Setting
from present.kit.text import t
from present.opendata import html
from present.opendata.source import Edition
from present.web import downloads


def render() -> None:
    """Show the page."""
    visited, chosen = setting(), edition()
    chrome.head(t("opendata.title"), t("opendata.intro"))
    chrome.section(t("opendata.facts_title"))
    st.html(downloads.facts(visited, chosen))
    st.html(joined(*_parts(visited, chosen)))


def _parts(visited: Setting, chosen: Edition) -> Iterator[Markup]:
    """The parts of the page behind their headings; the tables are open."""
    own, host = changes(chosen.year, chosen.institution), _host()
    yield part(
        "butun",
        t("opendata.whole_title"),
        downloads.whole_tables(visited, chosen),
        text=t("opendata.whole_intro"),
        is_open=True,
    )
    yield part(
        "tablolar",
        t("opendata.tables_title"),
        downloads.tables(visited, chosen),
        text=t("opendata.tables_intro"),
        is_open=True,
    )
    yield part(
        "paket",
        t("opendata.package_heading"),
        downloads.package(visited, chosen),
        text=t("opendata.package_intro"),
    )
    yield part("okurken", t("opendata.reading_heading"), html.reading_html())
    yield part(
        "harita-dosyalari",
        t("opendata.geo_heading"),
        downloads.geography(visited, chosen),
        text=t("opendata.geo_intro"),
    )
    yield part(
        "kod",
        t("opendata.code_heading"),
        downloads.code(chosen, host),
        text=t("opendata.code_intro"),
    )
    yield part(
        "api", t("opendata.api_heading"), downloads.api(chosen, host), text=t("opendata.api_intro")
    )
    yield part("alinti", t("opendata.citation_heading"), downloads.cited(chosen))
    yield part(
        "surumler",
        t("opendata.versions_heading"),
        downloads.versions(chosen),
        text=t("opendata.versions_intro"),
    )
    yield part(
        "degisiklikler",
        t("opendata.changes_heading"),
        joined(html.changes_html(own), downloads.followed(chosen)),
    )


def _host() -> str:
    """Where the dashboard is looked at; empty where that is not known."""
    parts = urlsplit(str(st.context.url or ""))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
