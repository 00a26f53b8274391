"""Showing a figure: its name, the chart, its sentence, the exact table, the source."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from pages.parts import chrome
from present import theme
from present.figure import Figure
from present.tables import folded, html_table
from present.text import marked, t


def show(
    figure: Figure,
    *,
    level: int = 2,
    is_table_open: bool = False,
    key: str = "",
    on_select: Any = "ignore",
    selection_mode: Any = None,
) -> Any:
    """Show ``figure`` with a heading of the given level; gives back what a chart selection gives.

    ``key`` tells two showings of one figure on a page apart.
    """
    st.html(
        f'<div class="kbb-figure"><h{level}>{marked(figure.title, figure.own)}</h{level}>'
        f'<p class="kbb-subtitle">{escape(figure.subtitle)}</p></div>'
    )
    event = chart(figure, key=key, on_select=on_select, selection_mode=selection_mode)
    st.html(f'<p class="kbb-sentence">{marked(figure.sentence, figure.own)}</p>')
    table(figure, is_open=is_table_open)
    st.html(f'<p class="kbb-source">{escape(t("common.source_label", source=figure.source))}</p>')
    return event


def chart(
    figure: Figure, *, key: str = "", on_select: Any = "ignore", selection_mode: Any = None
) -> Any:
    """The chart alone, in the visitor's scheme; nothing for a figure without one."""
    if figure.spec is None:
        return None
    spec = {**figure.spec, "config": {**theme.chart_config(chrome.is_dark()),
                                      **figure.spec.get("config", {})}}  # fmt: skip
    return st.vega_lite_chart(
        spec,
        width="stretch",
        theme=None,
        key=f"chart:{figure.slug}:{key}",
        on_select=on_select,
        selection_mode=selection_mode,
        alt=figure.sentence,
    )


def table(figure: Figure, *, is_open: bool = False) -> None:
    """The exact table behind a fold."""
    st.html(table_html(figure, is_open=is_open))


def table_html(figure: Figure, *, is_open: bool = False) -> str:
    """The exact table behind a fold, as HTML."""
    return folded(
        t("common.table_label", title=figure.title),
        html_table(
            figure.table,
            figure.columns,
            t("common.table_show", title=figure.title),
            own=figure.own,
        ),
        is_open=is_open,
        own=figure.own,
    )
