"""Brifing: a committee, unit, aim or district on two pages to print, and what they hold."""

from __future__ import annotations

import streamlit as st

from pages.parts import chrome
from pages.parts.briefing_link import pdf_address
from pages.parts.controls import Controls
from pages.parts.visit import kept, setting
from present.briefing.build import briefing, things
from present.briefing.choices import BriefingChoices
from present.briefing.html import contents_html, list_html, pdf_html
from present.briefing.model import Briefing, Topic, own, plain
from present.kit.text import t
from present.site.pages import BY_SLUG

PAGE = BY_SLUG["brifing"]

#: Kinds whose things bear names of the document.
_OWN = frozenset({Topic.COMMITTEE, Topic.UNIT, Topic.DISTRICT})


@kept(32)
def _things(kind: Topic) -> dict[str, str]:
    return dict(things(setting(), kind))


@kept(128)
def _briefing(kind: Topic, key: str) -> Briefing:
    return briefing(setting(), kind, key)


def _kind() -> Topic:
    """The kind that the address names; which keys there are hangs on it."""
    wanted = st.query_params.get("tur", "")
    return Topic(wanted) if wanted in tuple(Topic) else Topic.COMMITTEE


def render() -> None:
    """Show the briefings of a kind, or what one of them holds."""
    kind = _kind()
    names = _things(kind)
    page: Controls[BriefingChoices] = Controls(PAGE.path, BriefingChoices, {"key": list(names)})
    chrome.head(PAGE.title, t("briefing.lead", year=setting().year))
    page.notice()
    page.segmented(
        "kind",
        t("briefing.choose_kind"),
        tuple(Topic),
        lambda code: t(f"briefing.kind_{code}"),
        clears=("key",),
    )
    if not names:
        chrome.message(t("common.empty_title"), t("briefing.nothing"))
        return
    page.select(
        "key",
        t(f"briefing.choose_{kind}"),
        list(names),
        names.__getitem__,
        empty=t("briefing.all"),
    )
    if page.choices.key is None:
        st.html(
            list_html(
                names,
                lambda key: page.link(key=key),
                lambda key: pdf_address(kind, key),
                is_own=kind in _OWN,
            )
        )
        return
    _one(_briefing(kind, page.choices.key))


def _one(found: Briefing) -> None:
    name = plain(found.title)
    words = (name,) if own(name) == found.title else ()
    chrome.section(name, own=words)
    st.html(pdf_html(pdf_address(found.kind, found.key), name))
    st.html(f'<div class="kbr-contents">{contents_html(found)}</div>')
