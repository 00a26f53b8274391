"""Arama: what answers the words that were typed, of the programme, the glossary, and the pages and
documents of results: a plain answer first where there is one, then results with their answers."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from db.queries.search import Found
from db.search_documents import Document
from pages.parts import beside, chrome
from pages.parts.controls import Controls
from pages.parts.visit import edition, setting
from pages.parts.visit import search as searched
from present.budget.words import code_name
from present.council.words import committee_name
from present.kit import writing
from present.kit.keep import keep
from present.kit.markup import joined
from present.kit.setting import Setting
from present.kit.text import ENGLISH, language, t
from present.opendata.source import Edition, library
from present.search import html as search
from present.search import leads
from present.search.amounts import TOPIC
from present.search.answers import answer as answer_of
from present.search.html import Group, Result
from present.search.leads import Lead
from present.search.names import purposes, short_names
from present.search.ways import address
from present.site import pages
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
    lead = lead_of(visited, answer)
    notes = [unloaded] if unloaded else []
    if not answer.hits:
        if lead is None:
            chrome.head(t("search.title_nothing", query=typed))
        else:
            chrome.head(t("search.title_answer", query=typed))
        page.notice()
        _nothing(lead, notes)
        return
    groups = _groups(answer, page)
    asked = answer.corrected or typed
    count = writing.number(len(answer.hits))
    chrome.head(t("search.title_found", query=asked, count=count))
    page.notice()
    _results(page, answer, groups, typed, notes, lead)


def lead_of(visited: Setting, answer: Found) -> Lead | None:
    """The plain answer above the results: to a question, to how many there are of something, or
    that it is in no programme; ``None`` for none."""
    asked = answer.understood
    lead = leads.lead(visited, asked.question.name) if asked.question else None
    is_about_one = len(asked.sought) == 1 and bool(asked.meanings)
    is_inventory = bool(answer.hits) and answer.hits[0].kind == "asset"
    if lead is None and is_about_one and (asked.is_counting or is_inventory):
        lead = leads.counted(visited, asked.meanings[0])
    if lead is None and answer.absent:
        lead = leads.absent(visited, answer.absent, is_alone=not answer.hits)
    return lead


def _nothing(lead: Lead | None, notes: list[str]) -> None:
    """What is said where no result is shown: the plain answer, or what to try; and useful ways."""
    visited = setting()
    told = [search.note_html(note) for note in notes]
    if lead is not None:
        told.insert(0, search.lead_html(lead))
    else:
        tips = [t("search.tip_spelling"), t("search.tip_fewer"), t("search.tip_other")]
        told.append(search.tips_html(tips))
    ways = [
        (target.title, visited.link(target.path))
        for target in (pages.HOME, pages.BUDGET, pages.UNITS, pages.DISTRICTS, pages.ABOUT)
    ]
    told += [search.ways_html(t("search.useful"), ways), _examples(visited, edition())]
    st.html(joined(*told))


def _results(
    page: Controls[SearchChoices],
    answer: Found,
    groups: list[Group],
    typed: str,
    notes: list[str],
    lead: Lead | None,
) -> None:
    """The results under the plain answer and ``notes``, to which it adds how they came about."""
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
            search.lead_html(lead) if lead is not None and kind is None else Markup(),
            *(search.note_html(note) for note in notes),
            search.related_html(answer.corrected or typed, answer.related),
            search.kinds_html(groups, kind, page.link(kind=None)),
            search.groups_html(chosen, answer.terms, answer.phrases, all_shown=kind is not None),
        )
    )


def _groups(answer: Found, page: Controls[SearchChoices]) -> list[Group]:
    """The results by kind, the kind of the best one first."""
    visited = setting()
    by_kind: dict[str, list[Result]] = {}
    for hit in answer.hits:
        by_kind.setdefault(hit.kind, []).append(result(visited, hit))
    return [
        Group(kind, page.link(kind=CODES[kind]), tuple(results))
        for kind, results in by_kind.items()
    ]


def result(visited: Setting, hit: Document) -> Result:
    """A document that was found, with its answer, in the visit's language."""
    is_document = hit.kind == DOCUMENT_KIND
    title, body = hit.title, "" if is_document else hit.body
    is_ours = hit.kind in (TERM_KIND, PAGE_KIND)
    short = short_names(visited).get((hit.kind, hit.code), title)
    if hit.kind == TOPIC:
        title, body, is_ours = short, purposes(visited)[hit.code], True
    elif short != title:
        title, body = short, " · ".join(part for part in (hit.title, hit.body) if part)
        is_ours = language() == ENGLISH and short == hit.english
    elif hit.kind == "committee":
        title, body = committee_name(title), ""
    elif hit.kind == "council_member":
        # Role and party stand in the answer.
        body = ""
    elif hit.kind == "economic_code":
        title = code_name(hit.code, title)
        is_ours = title != hit.title
    elif hit.kind == "asset" and language() == ENGLISH and hit.english:
        body = f"{hit.english} · {body}"
    # What is said of a document is ours, its title is not.
    said = hit.body if is_document else ""
    if hit.kind == "indicator":
        said = beside.result(visited, hit.code)
    return Result(
        href=_address(visited, hit),
        title=title,
        body=body,
        number=hit.code if hit.kind in _NUMBERED or hit.kind == "economic_code" else "",
        is_ours=is_ours,
        said=said,
        answer=answer_of(visited, hit.kind, hit.code),
        is_body_ours=hit.kind in (TERM_KIND, PAGE_KIND, TOPIC),
    )


def _address(visited: Setting, hit: Document) -> str:
    is_beside = hit.kind in (PAGE_KIND, DOCUMENT_KIND)
    return beside.address(visited, hit) if is_beside else address(visited, hit)


@keep(16)
def _examples(visited: Setting, chosen: Edition) -> Markup:
    """Searches to try; only those that find something in this programme."""
    words = [word.strip() for word in t("search.example_words").split(",")]
    is_english = language() == ENGLISH
    return search.examples_html(
        [
            (word, visited.link(PAGE.path, SearchChoices(word)))
            for word in words
            if _finds(visited, library().search(chosen, word, is_english=is_english))
        ]
    )


def _finds(visited: Setting, answer: Found) -> bool:
    return lead_of(visited, answer) is not None or (bool(answer.hits) and not answer.is_partial)
