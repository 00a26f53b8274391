"""Cached pieces of Göstergeler: the records, and the finished HTML of a list of them."""

from __future__ import annotations

import streamlit as st

from pages.parts import data, figure
from pages.parts.setting import here
from pages.parts.visit import Visit, visit
from present.indicators import entries
from present.indicators.choices import IndicatorChoices
from present.indicators.list import rows_html
from present.indicators.model import Indicator, read
from present.kit.figure import Figure
from present.kit.text import language

#: Stands for an indicator's code in the address that a list's links are made from.
CODE = "0.0"


def records() -> tuple[Indicator, ...]:
    """All indicators of this visit's programme, by goal and number."""
    chosen = data.programme()
    return _records(chosen.dataset_sha256, chosen.year, chosen.institution, language())


@st.cache_resource(ttl="6h", max_entries=16, show_spinner=False)
def _records(
    dataset_sha256: str, year: int, institution: str, language: str
) -> tuple[Indicator, ...]:
    """Frozen records, shared by all visits; the arguments are the cache's key."""
    return read(data.frame("indicators"))


def list_html(codes: tuple[str, ...], address: str, *, is_grouped: bool) -> str:
    """The list of the indicators with these codes in this order.

    ``address`` is an indicator's own address with ``CODE`` in the place of its code.
    """
    return _list_html(visit(), codes, address, is_grouped)


@st.cache_data(ttl="6h", max_entries=64, show_spinner=False)
def _list_html(visit: Visit, codes: tuple[str, ...], address: str, is_grouped: bool) -> str:
    by_code = {one.code: one for one in records()}
    before, _, after = address.partition(f"={CODE}")
    return rows_html(
        [by_code[code] for code in codes],
        visit.year,
        lambda one: f"{before}={one.code}{after}",
        is_grouped=is_grouped,
    )


def progress_menu(choices: IndicatorChoices) -> str:
    """What can be taken of the list that the choices name: its figure's menu, as HTML."""
    return figure.menu(_progress(choices, visit()), "ilerleme", choices)


@st.cache_data(ttl="6h", max_entries=128, show_spinner=False)
def _progress(choices: IndicatorChoices, visit: Visit) -> Figure:
    return entries.progress(here(), choices)
