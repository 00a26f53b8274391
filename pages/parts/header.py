"""The bar above every page: name, search, language, and the way to every page.

Name, search and language are plain links and a plain form, so that they work by keyboard and
keep their meaning for a screen reader; the pages are links of Streamlit's, which change the page
without loading it anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pages.parts.visit import kept_parameters, link
from present.kit.setting import LANGUAGE
from present.kit.text import ENGLISH, TURKISH, language, t
from present.site.pages import HOME, PAGES, SEARCH, SitePage

#: The parameter of the search page, which the form sends.
QUERY = "q"


def show(here: SitePage, pages: Mapping[str, Any]) -> None:
    """Show the bar; ``pages`` are Streamlit's pages by slug, ``here`` the one that is open."""
    st.html(_bar(here))
    with st.container(key="kbb-nav", horizontal=True, gap=None):
        for page in PAGES:
            if page is not SEARCH:
                st.page_link(pages[page.slug], label=page.title, query_params=kept_parameters())


def _bar(here: SitePage) -> str:
    kept = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value, quote=True)}">'
        for name, value in kept_parameters().items()
    )
    asked = escape(st.query_params.get(QUERY, "") if here is SEARCH else "", quote=True)
    other = ENGLISH if language() == TURKISH else TURKISH
    return (
        f'<header class="kbb-masthead"><a class="kbb-brand" href="{link(HOME.path)}"'
        f' target="_self"><i aria-hidden="true"></i>{escape(t("common.site_name"))}</a>'
        f'<form role="search" action="{SEARCH.path}" method="get">'
        f'<label class="kbb-sr" for="kbb-q">{escape(t("site.search_label"))}</label>'
        f'<input id="kbb-q" type="search" name="{QUERY}" maxlength="200" value="{asked}"'
        f' placeholder="{escape(t("site.search_placeholder"), quote=True)}" autocomplete="off">'
        f"{kept}<button>{escape(t('site.search_button'))}</button></form>"
        f'<a class="kbb-language" href="{escape(_in(other, here), quote=True)}" target="_self"'
        f' lang="{other}" hreflang="{other}"'
        f' aria-label="{escape(t("site.other_language_label"), quote=True)}">'
        f"{escape(t('site.other_language'))}</a>"
        f'<details class="kbb-menu"><summary>{escape(t("site.menu"))}</summary></details></header>'
    )


def _in(other: str, here: SitePage) -> str:
    """The address of the view at hand in the other language."""
    parameters = {name: value for name, value in st.query_params.items() if name != LANGUAGE}
    if other != TURKISH:
        parameters[LANGUAGE] = other
    return here.path + (f"?{urlencode(parameters)}" if parameters else "")
