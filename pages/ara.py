"""Arama: everything in the programme and the glossary that holds the words that were typed."""

from __future__ import annotations

from functools import cache

import streamlit as st

from db.queries.search import Found
from db.search_documents import Document, document
from pages.parts import chrome
from pages.parts.controls import Controls
from pages.parts.search_links import Ways, address, ways
from pages.parts.visit import kept, link
from pages.parts.visit import search as found_in
from present.council.words import committee_name
from present.kit import writing
from present.kit.text import language, t, using
from present.site import search
from present.site.glossary import terms
from present.site.pages import BY_SLUG
from present.site.search import Group, Result
from present.site.search_choices import CODES, KINDS, TERM_KIND, SearchChoices

PAGE = BY_SLUG["ara"]

#: Kinds whose number is printed in the document.
_NUMBERED = frozenset({"aim", "objective", "goal", "indicator"})


def render() -> None:
    """Show the page."""
    page = Controls(PAGE.path, SearchChoices)
    typed = " ".join(page.choices.query.split())
    if not typed:
        chrome.head(PAGE.title, PAGE.purpose)
        page.notice()
        st.html(_examples())
        return
    found = found_in(typed, _glossary(language()))
    if not found.hits:
        chrome.head(t("search.title_nothing", query=typed))
        page.notice()
        tips = [t("search.tip_spelling"), t("search.tip_fewer"), t("search.tip_other")]
        st.html(search.tips_html(tips) + _examples())
        return
    groups = _groups(found, page)
    asked = found.corrected or typed
    count = writing.number(len(found.hits))
    chrome.head(t("search.title_found", query=asked, count=count))
    page.notice()
    _results(page, found, groups, typed)


def _results(page: Controls[SearchChoices], found: Found, groups: list[Group], typed: str) -> None:
    notes = ""
    if found.corrected:
        notes += search.note_html(t("search.corrected", query=typed, better=found.corrected))
    if found.is_partial:
        notes += search.note_html(t("search.partial"))
    kind = KINDS.get(page.choices.kind or "")
    shown = [group for group in groups if kind in (None, group.kind)]
    if not shown:
        notes += search.note_html(t("search.none_of_kind", kind=t(f"search.kind_{kind}")))
        kind, shown = None, groups
    st.html(
        notes
        + search.kinds_html(groups, kind, page.link(kind=None))
        + search.groups_html(shown, found.terms, all_shown=kind is not None)
    )


def _groups(found: Found, page: Controls[SearchChoices]) -> list[Group]:
    """The results by kind, the kind of the best one first."""
    along = ways()
    by_kind: dict[str, list[Result]] = {}
    for hit in found.hits:
        by_kind.setdefault(hit.kind, []).append(_result(hit, along))
    return [
        Group(kind, page.link(kind=CODES[kind]), tuple(results))
        for kind, results in by_kind.items()
    ]


def _result(hit: Document, along: Ways) -> Result:
    is_committee = hit.kind == "committee"
    return Result(
        href=address(hit, along),
        title=committee_name(hit.title) if is_committee else hit.title,
        body=hit.body,
        number=hit.code if hit.kind in _NUMBERED else "",
        is_ours=hit.kind == TERM_KIND,
    )


@cache
def _glossary(language: str) -> tuple[Document, ...]:
    with using(language):
        return tuple(document(TERM_KIND, term.slug, term.name, term.text) for term in terms())


@kept(16)
def _examples() -> str:
    """Searches to try; only those that find something in this programme."""
    words = [word.strip() for word in t("search.example_words").split(",")]
    return search.examples_html(
        [(word, link(PAGE.path, SearchChoices(word))) for word in words if found_in(word).hits]
    )
