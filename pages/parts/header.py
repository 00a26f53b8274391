"""The bar above every page: name, search, language, and the way to every page.

Name, search and language are plain links and a plain form, so that they work by keyboard and
keep their meaning for a screen reader; the pages are links of Streamlit's, which change the page
without loading it anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from pages.parts.visit import kept_parameters, link, setting
from present.figures.registry import lacking
from present.kit.setting import LANGUAGE
from present.kit.text import ENGLISH, TURKISH, language
from present.site import frame
from present.site.pages import HOME, SEARCH, SitePage, in_menu

#: The parameter of the search page, which the form sends.
QUERY = "q"


def show(page: SitePage, pages: Mapping[str, Any]) -> None:
    """Show the bar; ``pages`` are Streamlit's pages by slug, ``page`` is the one that is open."""
    st.html(bar(page))
    kept = kept_parameters()
    with st.container(key="kbb-nav", horizontal=True, gap=None):
        for target in in_menu(lacking(setting())):
            if target is not SEARCH:
                st.page_link(pages[target.slug], label=target.title, query_params=kept)


def bar(page: SitePage) -> Markup:
    """The bar of a page without the way to the others."""
    other = ENGLISH if language() == TURKISH else TURKISH
    typed = st.query_params.get(QUERY, "") if page is SEARCH else ""
    kept = tuple(kept_parameters().items())
    return frame.bar(link(HOME.path), typed, kept, other, _in(other, page))


def _in(other: str, page: SitePage) -> str:
    """The address of the view at hand in the other language."""
    parameters = {name: value for name, value in st.query_params.items() if name != LANGUAGE}
    if other != TURKISH:
        parameters[LANGUAGE] = other
    return page.path + (f"?{urlencode(parameters)}" if parameters else "")
