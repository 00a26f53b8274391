"""Showing a figure: its name, the chart, its sentence, the exact table, the source."""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from markupsafe import Markup

from pages.parts import chrome, fold
from pages.parts.visit import setting
from present.figures import html
from present.figures.registry import titled
from present.figures.share import share
from present.kit import theme
from present.kit.entry import NoChoices
from present.kit.figure import Figure
from present.kit.pieces import source_html
from present.web.files import PUBLIC_ADDRESS

_NO_CHOICES = NoChoices()


def of(name: str, choices: Any = _NO_CHOICES) -> Figure:
    """The figure that the registry knows by that name, under its choices, for this visit; kept,
    and not to be changed. Raises ``KeyError`` for an unknown name."""
    return titled(setting(), name, choices)


def show(
    name: str,
    choices: Any = _NO_CHOICES,
    *,
    title: str = "",
    level: int = 2,
    is_table_open: bool = False,
    key: str = "",
    anchor: str = "",
    on_select: Any = "ignore",
    selection_mode: Any = None,
) -> None:
    """Show the figure of that name, with the ways to share it, under a heading of the given level.

    ``title`` stands in place of the figure's own where the page around names the rest; ``key``
    tells two showings of one figure on a page apart. With an ``anchor`` the figure is a part of the
    page that opens (``fold.part``). A table that is to be open is so where there is room, and
    everywhere where nothing is drawn.
    """
    figure = titled(setting(), name, choices, title)
    shared = share(setting(), name, choices, public_address())
    with ExitStack() as around:
        if anchor:
            around.enter_context(fold.part(anchor, figure.heading, level=level, own=figure.own))
            st.html(html.under_html(figure, shared))
        else:
            st.html(html.heading_html(figure, level, shared))
        _chart(figure, chart_key(name, key), on_select, selection_mode)
        st.html(html.sentence_html(figure) + html.notes_html(figure))
        st.html(
            html.table_html(
                setting(),
                name,
                choices,
                title=title,
                is_open=is_table_open and figure.spec is None,
                opens_with_room=is_table_open and figure.spec is not None,
            )
        )
        st.html(source_html(figure.source))


def menu(name: str, choices: Any = _NO_CHOICES) -> Markup:
    """What can be taken of the figure of that name, below what has to be read with it: for a page
    that shows it in a form of its own."""
    notes = html.notes_html(titled(setting(), name, choices))
    return notes + share(setting(), name, choices, public_address())


def public_address() -> str:
    """The dashboard's own address: the one that is configured, else the one of this visit."""
    configured = os.environ.get(PUBLIC_ADDRESS, "").rstrip("/")
    visited = urlsplit(st.context.url or "")
    return configured or (f"{visited.scheme}://{visited.netloc}" if visited.netloc else "")


def chart_key(name: str, key: str = "") -> str:
    """Under which a shown figure's chart keeps what is selected in it."""
    return f"chart:{name}:{key}"


def draw(spec: dict[str, Any], key: str, words: str, **more: Any) -> None:
    """A Vega-Lite specification in the visitor's scheme; ``words`` for who doesn't see it."""
    config = {**theme.chart_config(chrome.is_dark()), **spec.get("config", {})}
    st.vega_lite_chart(
        {**spec, "config": config},
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
