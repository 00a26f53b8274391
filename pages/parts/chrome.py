"""What frames every page: style, head, calm messages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from urllib.parse import quote

import streamlit as st
from markupsafe import Markup

from present.kit import draft
from present.kit.brand import brand, of_year, titled
from present.site import frame

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets"

#: The key of the block that holds the page itself, which assets/frame.js makes its main landmark.
PAGE = "kbb-page"

#: The terms that the head of the page at hand leads to: names and addresses.
_terms: ContextVar[tuple[tuple[str, str], ...]] = ContextVar("terms", default=())

#: The year of the programme at hand, where titles name it.
_year: ContextVar[int | None] = ContextVar("year", default=None)

#: Whether the page at hand shows a draft.
_is_draft: ContextVar[bool] = ContextVar("is_draft", default=False)

#: The institution whose page is at hand; ``None`` where there is none.
_institution: ContextVar[str | None] = ContextVar("institution", default=None)

#: Within another site's frame there is little room to waste.
_EMBEDDED = '[data-testid="stMainBlockContainer"] { padding-top: 1rem; padding-bottom: 1rem; }'


@cache
def _style() -> Markup:
    """All style sheets of ours as one element."""
    sheets = sorted(
        (ASSETS / "css").glob("*.css"), key=lambda path: (path.stem != "kit", path.stem)
    )
    mark = quote((ASSETS / "mark.svg").read_text(encoding="utf-8"))
    own = f':root {{ --kbb-mark: url("data:image/svg+xml,{mark}"); }}'
    return Markup("\n").join(
        Markup(text)
        for text in (
            "<style>", *(path.read_text(encoding="utf-8") for path in sheets), own, "</style>"
        )
    )  # fmt: skip


def is_dark() -> bool:
    """Whether this visitor sees the dark scheme."""
    return st.context.theme.type == "dark"


def style() -> None:
    """The project's style, once a run."""
    scheme = "dark" if is_dark() else "light"
    own = f":root {{ color-scheme: {scheme}; }}"
    if st.context.is_embedded:
        own += _EMBEDDED
    st.html(_style() + Markup(f"<style>{own}</style>"))


def name(institution: str | None, year: int | None = None) -> None:
    """Whose dashboard this is: the tab bears its name; without an institution that of none.
    ``year``: the programme's, where titles have to name it."""
    _institution.set(institution)
    _year.set(year)
    st.set_page_config(page_title=brand(institution))


def mark(is_draft: bool) -> None:
    """What says over every page that it shows a draft, on paper and in the tab as well; nothing
    where it shows published data."""
    _is_draft.set(is_draft)
    if is_draft:
        st.set_page_config(page_title=draft.titled(brand(_institution.get()), is_draft))
        st.html(frame.draft_band())


def begin(terms: Sequence[tuple[str, str]] = ()) -> None:
    """Begin a page: ``terms`` are the names and addresses of the terms that its head leads to."""
    _terms.set(tuple(terms))


def head(
    heading: str,
    intro: str = "",
    *,
    page_title: str = "",
    own: Collection[str] = (),
    has_terms: bool = True,
) -> None:
    """A page's one h1 with the sentence below it; ``page_title`` names the view in the tab.

    ``own`` are the document's own words in both; they stay Turkish. Without ``has_terms`` the
    page itself leads to its terms, which ``terms`` gives.
    """
    year, title = _year.get(), page_title or heading
    title = titled(of_year(title, year) if year else title, _institution.get())
    st.set_page_config(page_title=draft.titled(title, _is_draft.get()))
    st.html(frame.head(heading, intro, own=own, terms=_terms.get() if has_terms else ()))


def terms() -> Markup:
    """The ways to the terms of the page at hand, for a page that shows them elsewhere."""
    return frame.terms(_terms.get())


def section(heading: str, text: str = "", *, own: Collection[str] = ()) -> None:
    """The heading of a part of a page, and a sentence below it; ``own`` as in ``head``."""
    st.html(frame.section(heading, text, own=own))


def status(text: str) -> None:
    """What a screen reader tells once the page has followed a choice, as how many rows are left;
    without it the heading, where that has changed. Once a page."""
    st.html(frame.status(text))


def message(heading: str, text: str) -> None:
    """A calm message in place of what can't be shown."""
    st.html(frame.message(heading, text))
