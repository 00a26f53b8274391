"""The document's own tables of totals, below the whole programme's budget."""

from __future__ import annotations

import streamlit as st

from pages.parts import budget_data, data
from pages.parts.visit import Visit, visit
from present.budget.printed import printed_html
from present.kit.text import t


def show() -> None:
    """Show them; nothing for a programme without them."""
    if html := _html(visit()):
        st.html(html)


@st.cache_data(ttl="6h", max_entries=16, show_spinner=False)
def _html(visit: Visit) -> str:
    place = t(
        "common.source_document",
        institution=data.institution(),
        year=visit.year,
        section=t("basili.sections"),
    )
    return printed_html(budget_data.needs(), data.frame("printed_performance"), place)
