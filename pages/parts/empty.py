"""Designed empty states: nothing chosen fits, or there is no programme yet."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.parts import chrome
from present.kit.brand import brand
from present.kit.text import t


def no_programme() -> None:
    """The database holds no programme: what to do."""
    chrome.head(brand(None))
    chrome.message(t("common.empty_title"), t("common.empty_programme"))


def nothing_fits(reset: Callable[[], None] | None = None, key: str = "reset") -> None:
    """The choices fit nothing; ``reset`` clears them by a button."""
    chrome.message(t("common.empty_title"), t("common.empty_choice"))
    chrome.status(t("common.empty_title"))
    if reset is not None:
        st.button(t("common.empty_reset"), on_click=reset, key=key)
