"""Hakkında: how the figures come about, what the words mean, who may use what, whom to tell."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from kbb_data import geo
from kbb_data.publishing.changes import changes
from pages.parts import chrome
from pages.parts.controls import Controls
from pages.parts.glossary import TERM
from pages.parts.visit import edition, kept, link
from present.kit.address import param
from present.kit.text import t
from present.site.about import Document, page_html, sections, term_html
from present.site.glossary import terms
from present.site.pages import BY_SLUG

PAGE = BY_SLUG["hakkinda"]


@dataclass(frozen=True, slots=True)
class AboutChoices:
    """The glossary's term that is shown above all else, by its slug."""

    term: str | None = param(TERM, None)


def render() -> None:
    """Show the page."""
    known = {term.slug: term for term in terms()}
    page = Controls(PAGE.path, AboutChoices, {"term": known})
    chrome.head(PAGE.title, t("about.lead"))
    page.notice()
    if page.choices.term is not None:
        st.html(term_html(known[page.choices.term]))
    st.html(_content())


@kept(16)
def _content() -> str:
    programme = edition().programme
    return page_html(
        sections(
            Document(
                programme.year,
                programme.institution,
                programme.source_title,
                programme.source_sha256,
                programme.dataset_sha256,
                programme.version,
                programme.licence,
            ),
            geo.place(programme.institution),
            terms(),
            changes(programme.year, programme.institution),
            link(BY_SLUG["tutarlilik"].path),
        )
    )
