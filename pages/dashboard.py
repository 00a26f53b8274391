"""The dashboard's script: language, frame, and the page that the address names."""

from __future__ import annotations

from importlib import import_module

import streamlit as st

from db.errors import EmptyDatabase
from pages.parts import chrome, empty, footer, header
from pages.parts.visit import dated, edition, form, institution, setting, unknown
from present.kit.brand import brand
from present.kit.setting import LANGUAGE
from present.kit.text import t, use
from present.site import glossary
from present.site.pages import BY_SLUG, HOME, PAGES

_RENDER = {page.slug: import_module(f"pages.{page.module}").render for page in PAGES}


def main() -> None:
    """One run of the script."""
    use(st.query_params.get(LANGUAGE), form())
    st.set_page_config(
        page_title=brand(institution()),
        page_icon=str(chrome.ASSETS / "mark.svg"),
        layout="centered",
        initial_sidebar_state="collapsed",
    )
    chrome.style()
    pages = {
        page.slug: st.Page(
            _RENDER[page.slug], title=page.title, url_path=page.slug or None, default=page is HOME
        )
        for page in PAGES
    }
    chosen = st.navigation(list(pages.values()), position="hidden")
    try:
        edition()
    except EmptyDatabase:
        chrome.begin()
        empty.no_programme()
        return
    chrome.name(edition().institution, dated())
    chrome.mark(edition().is_draft)
    page = BY_SLUG[chosen.url_path]
    if not st.context.is_embedded:
        header.show(page)
    chrome.begin(glossary.of_page(setting(), page))
    with st.container(key=chrome.PAGE):
        if unknown():
            st.info(t("common.dropped_choices", names=", ".join(unknown())))
        chosen.run()
    footer.show()


main()
