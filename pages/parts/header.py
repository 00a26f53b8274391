"""The bar above every page: name, menu, search, language; and where the page stands.

All of it are plain links and a plain form, which keep their meaning for a screen reader and work
without our script; with it (``assets/frame.js``) a link changes the page without loading it anew.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from pages.parts.visit import edition, institutions, kept_parameters, link, setting, years
from present.figures.registry import lacking
from present.kit.brand import brand, called
from present.kit.setting import LANGUAGE
from present.kit.text import ENGLISH, TURKISH, language
from present.opendata.query import INSTITUTION, YEAR
from present.opendata.source import Edition
from present.search import suggestions
from present.site import frame
from present.site.frame import Part, Way
from present.site.pages import HOME, SEARCH, TOPICS, Group, SitePage, in_group

#: Parameters whose codes mean another thing in another year, or nothing: numbers of the programme's
#: parts, what is compared, a briefing's subject, days of documents.
OF_ONE_PROGRAMME = (
    "amac", "hedef", "faaliyet", "gosterge", "bulgu", "komisyon", "uye",
    "karsilastir", "konu", "tarih", "gelir-tarihi",
)  # fmt: skip
#: Parameters whose codes mean nothing at another institution: its units, places, parties, years.
OF_ONE_INSTITUTION = ("birim", "ilce", "parti", "soz", "yillar", "fiyat")

#: The parameter of Konular, which is also a briefing's subject.
TOPIC = "konu"

#: The parameter of the search page, which the form sends.
QUERY = "q"


def show(page: SitePage) -> None:
    """Show the bar; ``page`` is the one that is open."""
    st.html(bar(page) + programmes(page) + trail(page))


def bar(page: SitePage) -> Markup:
    """The bar of a page."""
    other = ENGLISH if language() == TURKISH else TURKISH
    typed = st.query_params.get(QUERY, "") if page is SEARCH else ""
    kept = tuple(kept_parameters().items())
    home = Way(brand(edition().institution), link(HOME.path), page is HOME)
    suggested = suggestions.address(setting())
    return frame.bar(home, _menu(page), typed, kept, other, _in(other, page), suggested)


def _menu(page: SitePage) -> list[Part]:
    """The parts of the menu with their pages."""
    absent = lacking(setting())
    return [
        Part(
            group.value,
            [Way(each.title, link(each.path), each is page) for each in in_group(group, absent)],
        )
        for group in Group
    ]


def trail(page: SitePage) -> Markup:
    """Where the page stands in the menu; nothing for one that stands under no part of it."""
    if page.group is None:
        return Markup()
    given = dict(st.query_params.items())
    others = {name: value for name, value in given.items() if name not in page.openers}
    # Without what opens the view, and with what the list was narrowed by.
    around = page.path + (f"?{urlencode(others)}" if others else "")
    return frame.trail(page.group.value, page.title, around if others != given else None)


def programmes(page: SitePage) -> Markup:
    """The ways from the view at hand to the institution's other years and to other institutions;
    of a programme that has a later one also that it is an old one. Empty where there is nothing
    to choose."""
    chosen = edition()
    at = [(year, _of(page, parameters), year == chosen.year) for year, parameters in years()]
    others = [
        (called(name), _elsewhere(page, name, newest), name == chosen.institution)
        for name, newest in institutions().items()
    ]
    return frame.programmes(at, others if len(others) > 1 else [])


def _elsewhere(page: SitePage, name: str, newest: Edition) -> str:
    """The address of the page in an institution's newest programme."""
    lost = () if name == edition().institution else OF_ONE_INSTITUTION
    return _of(page, newest.parameters, lost)


def _of(page: SitePage, programme: Mapping[str, str], lost: Collection[str] = ()) -> str:
    """The address of the page in another programme: what names parts of one programme alone is
    left out, and so are the parameters ``lost``; the rest of the view stays."""
    # A topic keeps its key from year to year; a briefing's subject does not.
    own = (TOPIC,) if page is TOPICS else ()
    left = {YEAR, INSTITUTION, *OF_ONE_PROGRAMME, *lost} - {*own}
    kept = {name: value for name, value in st.query_params.items() if name not in left}
    parameters = {**programme, **kept}
    return page.path + (f"?{urlencode(parameters)}" if parameters else "")


def _in(other: str, page: SitePage) -> str:
    """The address of the view at hand in the other language."""
    parameters = {name: value for name, value in st.query_params.items() if name != LANGUAGE}
    if other != TURKISH:
        parameters[LANGUAGE] = other
    return page.path + (f"?{urlencode(parameters)}" if parameters else "")
