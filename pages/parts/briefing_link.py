"""Where a thing's briefing is: its PDF, and the page that shows what it holds."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from pages.parts.visit import kept_parameters
from present.briefing.html import pdf_html
from present.briefing.model import Topic
from present.web.briefings import PREFIX


def pdf_address(kind: Topic, key: str) -> str:
    """The address of a briefing's PDF for this visit's programme and language."""
    kept = kept_parameters()
    return f"{PREFIX}{kind}/{key}.pdf" + (f"?{urlencode(kept)}" if kept else "")


def show(kind: Topic, key: str, name: str) -> None:
    """The link to a thing's briefing; ``name`` is what a screen reader calls the thing."""
    st.html(f"<p>{pdf_html(pdf_address(kind, key), name)}</p>")
