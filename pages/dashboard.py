"""The dashboard's script: navigation, frame, and the page that the address names."""

from __future__ import annotations

import streamlit as st

from db.errors import EmptyDatabase
from pages import butce, genel_bakis, gostergeler, harita
from pages.parts import chrome, data, empty
from present.text import t

PAGES = (
    ("", "common.navigation_home", genel_bakis.render),
    ("butce", "common.navigation_budget", butce.render),
    ("gostergeler", "common.navigation_indicators", gostergeler.render),
    ("harita", "common.navigation_map", harita.render),
)


def main() -> None:
    """One run of the script."""
    st.set_page_config(
        page_title=t("common.site_name"),
        page_icon=str(chrome.ASSETS / "mark.svg"),
        layout="centered",
        initial_sidebar_state="collapsed",
    )
    chrome.style()
    page = st.navigation(
        [
            st.Page(render, title=t(title), url_path=path or None, default=not path)
            for path, title, render in PAGES
        ],
        position="hidden" if st.context.is_embedded else "top",
    )
    if not st.context.is_embedded:
        st.logo(str(chrome.ASSETS / "mark.svg"), size="large", link=None)
    chrome.begin()
    try:
        programme = data.programme()
    except EmptyDatabase:
        empty.no_programme()
        return
    page.run()
    chrome.footer(programme, data.other_programmes())


main()
