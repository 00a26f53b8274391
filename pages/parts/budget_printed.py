"""The document's own tables of totals, below the whole programme's budget."""

from __future__ import annotations

import streamlit as st

from pages.parts import budget_data
from pages.parts.visit import kept, setting
from present.budget.printed import printed_html
from present.kit.text import t


def show() -> None:
    """Show them; nothing for a programme without them."""
    if html := _html():
        st.html(html)


@kept(16)
def _html() -> str:
    place = t(
        "common.source_document",
        institution=setting().name,
        year=setting().year,
        section=t("budget.printed.sections"),
    )
    return printed_html(budget_data.needs(), setting().frame("printed_performance"), place)
