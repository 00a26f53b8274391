"""Everything beside a page's choices that its words, colours and addresses hang on.

A ``Visit`` is the key of what pages cache: text or addresses made for one visit never reach a
visit in another language, scheme, frame or programme.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from pages.parts import chrome, data
from present.kit.text import language


@dataclass(frozen=True, slots=True)
class Visit:
    """The programme and its dataset's hash, the scheme, the frame and the language.

    ``is_default`` says whether addresses can leave the programme out.
    """

    year: int
    institution: str
    dataset_sha256: str
    is_dark: bool
    is_embedded: bool
    is_default: bool
    language: str


def visit() -> Visit:
    """What the visit at hand's cached pieces hang on. Raises ``EmptyDatabase``."""
    programme = data.programme()
    return Visit(
        programme.year,
        programme.institution,
        programme.dataset_sha256,
        chrome.is_dark(),
        bool(st.context.is_embedded),
        not data.programme_parameters(),
        language(),
    )
