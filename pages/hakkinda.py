"""Hakkında: how the figures come about, what the words mean, who may use what, whom to tell."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from kbb_data.publishing.changes import changes
from pages.parts import chrome
from pages.parts.controls import Controls
from pages.parts.visit import edition, setting
from present.indicators.outcome import records
from present.kit.keep import keep
from present.kit.setting import Setting
from present.kit.text import t
from present.opendata.source import Edition
from present.site import pages
from present.site.about import AboutChoices, Document, page_html, sections, term_html
from present.site.glossary import terms

PAGE = pages.ABOUT


def render() -> None:
    """Show the page."""
    known = {term.slug: term for term in terms()}
    page = Controls(PAGE.path, AboutChoices, {"term": known})
    chrome.head(PAGE.title, t("about.lead"))
    page.notice()
    if page.choices.term is not None:
        st.html(term_html(known[page.choices.term]))
    st.html(_content(setting(), edition()))


@keep(16)
def _content(visited: Setting, chosen: Edition) -> Markup:
    programme = chosen.programme
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
                has_results=bool(len(visited.frame("documents"))),
            ),
            visited.place,
            terms(),
            changes(programme.year, programme.institution),
            visited.link(pages.FINDINGS.path),
            [indicator.assessment.direction for indicator in records(visited)],
        )
    )
