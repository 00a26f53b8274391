"""The pieces of HTML around a figure's chart."""

from __future__ import annotations

from markupsafe import Markup

from present.kit.figure import Figure
from present.kit.markup import Pieces
from present.kit.tables import folded, html_table
from present.kit.text import t

_PIECES = Pieces("figures/html.jinja")


def heading_html(figure: Figure, level: int) -> Markup:
    """The title as a heading of that level, and the subtitle."""
    return _PIECES("heading", figure=figure, level=level)


def sentence_html(figure: Figure) -> Markup:
    """What is to be seen, in a sentence."""
    return _PIECES("sentence", figure=figure)


def table_html(figure: Figure, *, is_open: bool = False) -> Markup:
    """The exact table behind a fold."""
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
