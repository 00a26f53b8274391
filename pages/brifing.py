"""Brifing: a committee, unit, aim or district on two pages to print, and what they hold."""

from __future__ import annotations

import streamlit as st

from pages.parts import chrome
from pages.parts.controls import Controls
from pages.parts.visit import setting
from present.briefing import html as briefing_html
from present.briefing.build import briefing, things, whose
from present.briefing.choices import BriefingChoices
from present.briefing.model import Briefing, Topic, own, plain
from present.kit.address import meant
from present.kit.text import t
from present.site.pages import BRIEFINGS


def render() -> None:
    """Show the briefings of a kind, or what one of them holds."""
    kind = _kind()
    names = things(setting(), kind)
    page: Controls[BriefingChoices] = Controls(
        BRIEFINGS.path, BriefingChoices, {"key": list(names)}
    )
    chrome.head(BRIEFINGS.title, t("briefing.lead", year=setting().year, things=whose(setting())))
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
    key = page.choices.key
    if key is None:
        st.html(briefing_html.list_html(setting(), kind, names, lambda code: page.link(key=code)))
    else:
        _alone(briefing(setting(), kind, key))


def _kind() -> Topic:
    """The kind that the address names; which keys there are hangs on it."""
    return Topic(meant(st.query_params.get("tur", ""), tuple(Topic)) or Topic.COMMITTEE)


def _alone(opened: Briefing) -> None:
    """What a briefing holds, and the way to its PDF."""
    name = plain(opened.title)
    chrome.section(name, own=(name,) if own(name) == opened.title else ())
    st.html(briefing_html.pdf_html(setting(), opened.kind, opened.key, name))
    st.html(briefing_html.contents_html(opened))
