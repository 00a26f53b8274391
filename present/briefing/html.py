"""Pieces of the page Brifing in HTML: the list of briefings, and what one of them holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from present.briefing.model import Briefing, html
from present.kit.text import t, verbatim

Link = Callable[[str], str]


def list_html(names: Mapping[str, str], open_link: Link, pdf_link: Link, *, is_own: bool) -> str:
    """The briefings of a kind: each leads to its contents here, and to its PDF.

    ``names`` by key; ``is_own`` where they are the document's words.
    """
    write = verbatim if is_own else escape
    items = "".join(
        f'<li><a href="{escape(open_link(key), quote=True)}" target="_self">{write(name)}</a>'
        f"{pdf_html(pdf_link(key), name)}</li>"
        for key, name in names.items()
    )
    return f'<ul class="kbr-list">{items}</ul>'


def pdf_html(link: str, name: str) -> str:
    """The link to a PDF, which a screen reader can tell from its neighbours."""
    words = escape(t("briefing.open_of", name=name), quote=True)
    return (
        f'<a class="kbr-pdf" href="{escape(link, quote=True)}" target="_blank" rel="noopener" '
        f'aria-label="{words}">{escape(t("briefing.link"))}</a>'
    )


def contents_html(briefing: Briefing) -> str:
    """A briefing's facts and questions."""
    facts = "".join(
        f"<div><dt>{html(one.label)}</dt><dd>{escape(one.value)}"
        f"{f'<small>{html(one.note)}</small>' if one.note else ''}</dd></div>"
        for one in briefing.facts
    )
    items = "".join(f"<li>{html(one)}</li>" for one in briefing.questions)
    parts = "".join(f"<li>{html(one.title)}</li>" for one in briefing.sections)
    none = "" if briefing.questions else f"<p>{escape(t('briefing.questions_none'))}</p>"
    return (
        f'<p>{html(briefing.lead)}</p><dl class="kbr-facts">{facts}</dl>'
        f"<h3>{escape(t('briefing.questions_title'))}</h3>"
        f"<p>{escape(t('briefing.questions_text'))}</p>{none}"
        f'<ol class="kbr-questions">{items}</ol>'
        f"<h3>{escape(t('briefing.preview'))}</h3><ul>{parts}</ul>"
    )
