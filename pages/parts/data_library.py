"""The dataset to take away, as the page shows it: the same bytes that the routes serve."""

from __future__ import annotations

import streamlit as st

from db import engine as database
from db import load
from pages.parts import data
from present.opendata.source import Edition, Library
from present.web.files import Files


@st.cache_resource(ttl="6h", max_entries=1, show_spinner=False)
def files() -> Files:
    """The files of every programme in the database."""
    engine = database.create(load.ensure())
    return Files(Library(lambda: engine))


def edition() -> Edition:
    """The programme of this visit. Raises ``EmptyDatabase`` when there is none."""
    key = data.programme().key
    return next(one for one in files().library.editions() if one.programme.key == key)
