"""Arama: what holds the words that were typed, of the programme, the glossary, and the pages and
documents of results."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from db.queries.search import Found
from db.search_documents import Document
from pages.parts import beside, chrome
from pages.parts.controls import Controls
from pages.parts.links import address
from pages.parts.visit import edition, setting
from pages.parts.visit import search as searched
from present.council.words import committee_name
from present.kit import writing
from present.kit.keep import keep
from present.kit.markup import joined
from present.kit.setting import Setting
from present.kit.text import t
from present.opendata.source import Edition, library
from present.site import pages, search
from present.site.search import Group, Result
from present.site.search_choices import (
    CODES,
    DOCUMENT_KIND,
    KINDS,
    PAGE_KIND,
    TERM_KIND,
    SearchChoices,
)

PAGE = pages.SEARCH

#: Kinds whose number is printed in the document.
_NUMBERED = frozenset({"aim", "objective", "goal", "indicator"})


def render() -> None:
    """Show the page."""
    page = Controls(PAGE.path, SearchChoices)
    typed = " ".join(page.choices.query.split())
    if not typed:
        chrome.head(PAGE.title, PAGE.purpose)
        page.notice()
        st.html(_examples(setting(), edition()))
        return
    visited = setting()
    answer = searched(typed, beside.documents(visited))
    unloaded = beside.unloaded(visited, typed)
    if not answer.hits:
        chrome.head(t("search.title_nothing", query=typed))
        page.notice()
        if unloaded:
            st.html(search.note_html(unloaded))
        tips = [t("search.tip_spelling"), t("search.tip_fewer"), t("search.tip_other")]
        st.html(search.tips_html(tips) + _examples(setting(), edition()))
        return
    groups = _groups(answer, page)
    asked = answer.corrected or typed
    count = writing.number(len(answer.hits))
    chrome.head(t("search.title_found", query=asked, count=count))
    page.notice()
    notes = [unloaded] if unloaded else []
    _results(page, answer, groups, typed, notes)


def _results(
    page: Controls[SearchChoices],
    answer: Found,
    groups: list[Group],
    typed: str,
    notes: list[str],
) -> None:
    """The results under ``notes``, to which it adds how they came about."""
    if answer.corrected:
        notes.append(t("search.corrected", query=typed, better=answer.corrected))
    if answer.is_partial:
        notes.append(t("search.partial"))
    kind = KINDS.get(page.choices.kind or "")
    chosen = [group for group in groups if kind in (None, group.kind)]
    if not chosen:
        notes.append(t("search.none_of_kind", kind=t(f"search.kind_{kind}")))
        kind, chosen = None, groups
    st.html(
        joined(
            *(search.note_html(note) for note in notes),
            search.kinds_html(groups, kind, page.link(kind=None)),
            search.groups_html(chosen, answer.terms, all_shown=kind is not None),
        )
    )


def _groups(answer: Found, page: Controls[SearchChoices]) -> list[Group]:
    """The results by kind, the kind of the best one first."""
    visited = setting()
    by_kind: dict[str, list[Result]] = {}
    for hit in answer.hits:
        by_kind.setdefault(hit.kind, []).append(_result(visited, hit))
    return [
        Group(kind, page.link(kind=CODES[kind]), tuple(results))
        for kind, results in by_kind.items()
    ]


def _result(visited: Setting, hit: Document) -> Result:
    is_committee, is_document = hit.kind == "committee", hit.kind == DOCUMENT_KIND
    # What is said of a document is ours, its title is not.
    said = hit.body if is_document else ""
    return Result(
        href=_address(visited, hit),
        title=committee_name(hit.title) if is_committee else hit.title,
        body="" if is_document else hit.body,
        number=hit.code if hit.kind in _NUMBERED else "",
        is_ours=hit.kind in (TERM_KIND, PAGE_KIND),
        said=beside.result(visited, hit.code) if hit.kind == "indicator" else said,
    )


def _address(visited: Setting, hit: Document) -> str:
    is_beside = hit.kind in (PAGE_KIND, DOCUMENT_KIND)
    return beside.address(visited, hit) if is_beside else address(visited, hit)


@keep(16)
def _examples(visited: Setting, chosen: Edition) -> Markup:
    """Searches to try; only those that find something in this programme."""
    words = [word.strip() for word in t("search.example_words").split(",")]
    return search.examples_html(
        [
            (word, visited.link(PAGE.path, SearchChoices(word)))
            for word in words
            if library().search(chosen, word).hits
        ]
    )
