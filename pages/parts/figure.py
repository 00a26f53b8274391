"""Showing a figure: its name, the chart, its sentence, the exact table, the source."""

from __future__ import annotations

import os
from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from pages.parts import chrome, controls, data
from present.figures.menu import Shared, menu_html
from present.figures.registry import BY_SLUG
from present.kit import theme
from present.kit.figure import Figure
from present.kit.tables import folded, html_table
from present.kit.text import marked, t
from present.web.files import PUBLIC_ADDRESS

#: What the address calls a search.
_SEARCH = "ara"


def show(
    figure: Figure,
    *,
    level: int = 2,
    is_table_open: bool = False,
    key: str = "",
    on_select: Any = "ignore",
    selection_mode: Any = None,
    of: tuple[str, Any] | None = None,
) -> Any:
    """Show ``figure`` with a heading of the given level; gives back what a chart selection gives.

    ``key`` tells two showings of one figure on a page apart. ``of``: the name under which the
    registry knows it and its choices, for its menu; without them it has none.
    """
    st.html(
        f'<div class="kbb-figure"><h{level}>{marked(figure.title, figure.own)}</h{level}>'
        f'<p class="kbb-subtitle">{marked(figure.subtitle, figure.own)}</p></div>'
    )
    event = chart(figure, key=key, on_select=on_select, selection_mode=selection_mode)
    st.html(f'<p class="kbb-sentence">{marked(figure.sentence, figure.own)}</p>')
    table(figure, is_open=is_table_open)
    source = escape(t("common.source_label", source=figure.source))
    st.html(f'<p class="kbb-source">{source}</p>' + (menu(figure, *of) if of else ""))
    return event


def menu(figure: Figure, slug: str, choices: Any) -> str:
    """What can be taken of the figure that the registry knows by name and choices, as HTML."""
    entry = BY_SLUG[slug]
    kept = data.kept_parameters()
    query = {**kept, **entry.query(choices)}
    return menu_html(
        Shared(
            slug=slug,
            query=query,
            title=figure.title,
            sentence=figure.sentence,
            source=figure.source,
            version=data.programme().version,
            rows=len(figure.table),
            address=controls.link(entry.page, choices),
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
