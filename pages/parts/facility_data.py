"""The facilities of this visit's programme, with the points at which they are drawn."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from kbb_data import geo
from pages.parts import data
from present.places.model import placed


def facilities() -> pd.DataFrame:
    """All facilities as ``present.places.model.placed`` gives them."""
    programme = data.programme()
    return _placed(programme.institution, programme.dataset_sha256, data.frame("assets"))


@st.cache_data(ttl="6h", max_entries=8, show_spinner=False)
def _placed(institution: str, dataset_sha256: str, _assets: pd.DataFrame) -> pd.DataFrame:
    """The hash stands for the assets in the cache's key."""
    return placed(_assets, geo.place(institution))
