"""What this visit looks at: the programme that its address names, its language, scheme and frame.

``setting()`` is the one thing that rooms need to know of a visit, and the key of all that they
make for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast
from urllib.parse import urlencode

import streamlit as st

from db.errors import DatabaseUnavailable, EmptyDatabase
from db.queries import Counts
from db.queries.search import Found
from db.search_documents import Document
from kbb_data.schema import STRATEGIC_PLAN
from pages.parts import chrome
from present.figures.setting import language_pairs, setting_of
from present.kit.address import meant
from present.kit.setting import Addresses, Setting
from present.kit.text import ENGLISH, language
from present.opendata.query import INSTITUTION, YEAR
from present.opendata.source import Edition, library
from present.web.programmes import CODES, is_dated


def edition() -> Edition:
    """The programme that the address names (``?yil=2025&kurum=...``), else the newest.

    Raises ``EmptyDatabase`` when there is none.
    """
    editions = library().editions()
    if not editions:
        raise EmptyDatabase("the database holds no programme", "Load one: python -m db build")
    fitting = _fitting(editions)
    return fitting[0] if fitting else editions[0]


def dated() -> int | None:
    """The year that titles of this visit name; ``None`` where there is one programme alone."""
    return edition().year if is_dated(library(), edition()) else None


def unknown() -> tuple[str, ...]:
    """The parameters by which the address names a programme that there is none of; empty where it
    names one, or none at all."""
    asked = tuple(name for name in (YEAR, INSTITUTION) if name in st.query_params)
    return () if _fitting(library().editions()) else asked


def _fitting(editions: Sequence[Edition]) -> list[Edition]:
    """The programmes that the address may mean, the newest first."""
    fitting = list(editions)
    for name, code in CODES.items():
        asked = st.query_params.get(name)
        if asked is not None:
            own = meant(asked, {code(edition) for edition in fitting})
            fitting = [edition for edition in fitting if code(edition) == own]
    return fitting


def form() -> str:
    """The statutory form of this visit's programme, in whose words the pages speak; the usual one
    where there is no programme or the database does not answer."""
    try:
        return edition().form
    except DatabaseUnavailable:
        return STRATEGIC_PLAN


def institution() -> str | None:
    """The institution of this visit's programme as printed; ``None`` where there is no programme or
    the database does not answer."""
    try:
        return edition().institution
    except DatabaseUnavailable:
        return None


def setting() -> Setting:
    """This visit's programme, language, scheme and addresses. Raises ``EmptyDatabase``."""
    chosen = edition()
    addresses = Addresses(
        before=(*chosen.parameters.items(), *language_pairs()),
        after=(("embed", "true"),) if st.context.is_embedded else (),
    )
    return setting_of(library(), chosen, addresses, is_dark=chrome.is_dark())


def kept_parameters() -> dict[str, str]:
    """What every address of this visit carries: the programme and the language, unless usual."""
    return dict(setting().addresses.before)


def link(path: str, choices: Any = None) -> str:
    """The address of a page with its choices; programme, language and embedding are kept."""
    return setting().link(path, choices)


def other_programmes() -> dict[str, Edition]:
    """The programmes that this visit does not look at, by the address that opens each."""
    chosen = edition()
    return {
        "/" + (f"?{urlencode(other.parameters)}" if other.parameters else ""): other
        for other in library().editions()
        if other.programme.key != chosen.programme.key
    }


def years() -> list[tuple[int, dict[str, str]]]:
    """The years of which the institution has a programme, oldest first, each with what an address
    says to mean it."""
    return [(other.year, dict(other.parameters)) for other in setting().years]


def institutions() -> dict[str, Edition]:
    """The newest programme of every institution, by the institution as printed, in the order of the
    programmes."""
    newest: dict[str, Edition] = {}
    for each in library().editions():
        newest.setdefault(each.institution, each)
    return newest


def counts() -> Counts:
    """How many aims, goals, indicators and so on this visit's programme holds."""
    return cast(Counts, setting().data.answer("counts"))


def search(text: str, beside: Sequence[Document] = ()) -> Found:
    """What of this visit's programme, and of the documents beside it, answers a text."""
    return library().search(edition(), text, beside, is_english=language() == ENGLISH)
