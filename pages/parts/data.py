"""Cached reads: one DataFrame or dataclass a question, kept as long as the dataset is the same.

The programme is the one that the address names (``?yil=2025&kurum=...``), else the newest. The
dataset's hash is part of every cache key, so that new data shows at once and old data never.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast
from urllib.parse import urlencode

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from db import engine as database
from db import load, queries
from db.errors import EmptyDatabase
from db.queries import Counts, Programme, ProgrammeKey, Totals
from db.queries.search import Found
from db.search_documents import Document
from kbb_data import turkish
from present.kit.setting import LANGUAGE, localised_frame
from present.kit.text import TURKISH, language

YEAR, INSTITUTION = "yil", "kurum"


@st.cache_resource(show_spinner=False)
def _engine() -> Engine:
    """The application's read-only engine; the default database is built when it is missing."""
    return database.create(load.ensure())


@st.cache_resource(ttl=60, max_entries=1, show_spinner=False)
def programmes() -> tuple[Programme, ...]:
    """All programmes in the database, newest first; looked up again each minute.

    Frozen and shared by all visits: every address that a page writes asks for them.
    """
    return tuple(queries.programmes(_engine()))


def programme() -> Programme:
    """The programme that this visit looks at. Raises ``EmptyDatabase`` when there is none."""
    there = programmes()
    if not there:
        raise EmptyDatabase("the database holds no programme", "Load one: python -m db build")
    year = st.query_params.get(YEAR)
    institution = st.query_params.get(INSTITUTION)
    fitting = [
        one
        for one in there
        if (year is None or str(one.year) == year)
        and (institution is None or turkish.slug(one.institution) == institution)
    ]
    return fitting[0] if fitting else there[0]


def institution() -> str:
    """The institution's name as it is written within a sentence."""
    return turkish.title(programme().institution)


def programme_parameters(chosen: Programme | None = None) -> dict[str, str]:
    """The parameters that name a programme, this visit's by default; none for the newest one."""
    chosen = chosen or programme()
    if chosen.key == programmes()[0].key:
        return {}
    return {YEAR: str(chosen.year), INSTITUTION: turkish.slug(chosen.institution)}


def kept_parameters() -> dict[str, str]:
    """What every address of this visit carries: the programme and the language, unless usual."""
    chosen = language()
    return programme_parameters() | ({LANGUAGE: chosen} if chosen != TURKISH else {})


def other_programmes() -> dict[str, Programme]:
    """The programmes that this visit does not look at, by the address that opens each."""
    here = programme().key
    return {
        "/?" + urlencode(programme_parameters(one)) if programme_parameters(one) else "/": one
        for one in programmes()
        if one.key != here
    }


@st.cache_data(ttl="6h", max_entries=128, show_spinner=False)
def _answer(question: str, year: int, institution: str, dataset_sha256: str) -> Any:
    """The answer to a question of ``db.queries``; the hash is there for the cache's key."""
    return getattr(queries, question)(_engine(), ProgrammeKey(year, institution))


def frame(question: str) -> pd.DataFrame:
    """The DataFrame that ``db.queries.<question>`` gives for this visit's programme.

    Short names of aims (``aim_short``, of ``aims`` itself ``short_name``) are in the visit's
    language where the programme has them; all else is the document's own.
    """
    chosen = programme()
    return _frame(question, chosen.year, chosen.institution, chosen.dataset_sha256, language())


@st.cache_data(ttl="6h", max_entries=128, show_spinner=False)
def _frame(
    question: str, year: int, institution: str, dataset_sha256: str, language: str
) -> pd.DataFrame:
    return localised_frame(
        lambda asked: _answer(asked, year, institution, dataset_sha256), question
    )


def totals() -> Totals:
    """The programme's printed totals."""
    chosen = programme()
    return cast(Totals, _answer("totals", chosen.year, chosen.institution, chosen.dataset_sha256))


def counts() -> Counts:
    """How many aims, goals, indicators and so on the programme holds."""
    chosen = programme()
    return cast(Counts, _answer("counts", chosen.year, chosen.institution, chosen.dataset_sha256))


def search(text: str, beside: Sequence[Document] = ()) -> Found:
    """What of this visit's programme, and of the documents beside it, holds the words of a text."""
    return queries.search(_engine(), programme().key, text, beside)
