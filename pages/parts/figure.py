"""Showing a figure: its name, the chart, its sentence, the exact table, the source."""

from __future__ import annotations

import os
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from pages.parts import chrome
from pages.parts.visit import kept_parameters, link, setting
from present.figures.menu import Shared, menu_html
from present.figures.registry import BY_SLUG, drawn
from present.kit import theme
from present.kit.entry import NoChoices
from present.kit.figure import Figure
from present.kit.tables import folded, html_table
from present.kit.text import marked, t
from present.web.files import PUBLIC_ADDRESS

#: What the address calls a search.
_SEARCH = "ara"
_NO_CHOICES = NoChoices()


def of(name: str, choices: Any = _NO_CHOICES) -> Figure:
    """The figure that the registry knows by that name, under its choices, for this visit; kept,
    and not to be changed. Raises ``KeyError`` for an unknown name."""
    return drawn(setting(), name, choices).figure


def show(
    name: str,
    choices: Any = _NO_CHOICES,
    *,
    title: str = "",
    level: int = 2,
    is_table_open: bool = False,
    key: str = "",
    on_select: Any = "ignore",
    selection_mode: Any = None,
) -> None:
    """Show the figure of that name with its menu, under a heading of the given level.

    ``title`` stands in place of the figure's own where the page around names the rest; ``key``
    tells two showings of one figure on a page apart.
    """
    figure = of(name, choices)
    if title:
        figure = replace(figure, title=title)
    st.html(
        f'<div class="kbb-figure"><h{level}>{marked(figure.title, figure.own)}</h{level}>'
        f'<p class="kbb-subtitle">{marked(figure.subtitle, figure.own)}</p></div>'
    )
    _chart(figure, chart_key(name, key), on_select, selection_mode)
    st.html(f'<p class="kbb-sentence">{marked(figure.sentence, figure.own)}</p>')
    st.html(table_html(figure, is_open=is_table_open))
    source = escape(t("common.source_label", source=figure.source))
    st.html(f'<p class="kbb-source">{source}</p>' + menu(name, choices, figure))


def menu(name: str, choices: Any = _NO_CHOICES, figure: Figure | None = None) -> str:
    """What can be taken of the figure of that name, as HTML; ``figure`` where a page has given it
    another title."""
    entry, figure = BY_SLUG[name], figure or of(name, choices)
    query = {**kept_parameters(), **entry.query(choices)}
    return menu_html(
        Shared(
            slug=name,
            query=query,
            title=figure.title,
            sentence=figure.sentence,
            source=figure.source,
            version=setting().version,
            rows=len(figure.table),
            address=link(entry.page, choices),
            public=public_address(),
            own=figure.own,
            wider=_wider(query),
        )
    )


def _wider(query: Mapping[str, str]) -> dict[str, str] | None:
    """The parameters without a search; nothing where there is none."""
    if _SEARCH not in query:
        return None
    return {name: value for name, value in query.items() if name != _SEARCH}


def public_address() -> str:
    """The dashboard's own address: the one that is configured, else the one of this visit."""
    configured = os.environ.get(PUBLIC_ADDRESS, "").rstrip("/")
    here = urlsplit(st.context.url or "")
    return configured or (f"{here.scheme}://{here.netloc}" if here.netloc else "")


def chart_key(name: str, key: str = "") -> str:
    """Under which a shown figure's chart keeps what is selected in it."""
    return f"chart:{name}:{key}"


def draw(spec: dict[str, Any], key: str, words: str, **more: Any) -> None:
    """A Vega-Lite specification in the visitor's scheme; ``words`` for who doesn't see it."""
    config = {**theme.chart_config(chrome.is_dark()), **spec.get("config", {})}
    # Streamlit takes the data out of what it is given, and kept specifications are shared.
    st.vega_lite_chart(
        {**deepcopy(spec), "config": config},
        width="stretch",
        theme=None,
        key=key,
        alt=words,
        **more,
    )


def _chart(figure: Figure, key: str, on_select: Any, selection_mode: Any) -> None:
    """The chart alone; nothing for a figure without one."""
    if figure.spec is not None:
        draw(figure.spec, key, figure.sentence, on_select=on_select, selection_mode=selection_mode)


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
