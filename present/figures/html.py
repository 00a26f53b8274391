"""The pieces of HTML around a figure's chart."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from present.figures.registry import titled
from present.kit.figure import Figure
from present.kit.keep import keep
from present.kit.markup import Pieces
from present.kit.setting import Setting
from present.kit.tables import folded, html_table
from present.kit.text import t

_PIECES = Pieces("figures/html.jinja")


def heading_html(figure: Figure, level: int, share: Markup) -> Markup:
    """The title as a heading of that level, the subtitle, and the ways to share the figure."""
    return _PIECES("heading", figure=figure, level=level, share=share)


def under_html(figure: Figure, share: Markup) -> Markup:
    """What stands below the title of a figure that is a part of a page and bears it as heading."""
    return _PIECES("under", figure=figure, share=share)


def sentence_html(figure: Figure) -> Markup:
    """What is to be seen, in a sentence."""
    return _PIECES("sentence", figure=figure)


def notes_html(figure: Figure) -> Markup:
    """What has to be read with the figure, each line with its link; empty where nothing has."""
    return _PIECES("notes", notes=figure.notes) if figure.notes else Markup("")


@keep(256)
def table_html(
    setting: Setting,
    name: str,
    choices: Any,
    *,
    title: str = "",
    is_open: bool = False,
    opens_with_room: bool = False,
) -> Markup:
    """The exact table of the registry's figure behind a fold; ``title`` in place of its own.

    The fold is open, or open where there is room, which takes ``assets/parts.js``.

    Raises ``KeyError`` for an unknown name.
    """
    figure = titled(setting, name, choices, title)
    return folded(
        t("common.table_label", title=figure.title),
        html_table(
            figure.table,
            figure.columns,
            t("common.table_show", title=figure.title),
            own=figure.own,
        ),
        is_open=is_open,
        opens_with_room=opens_with_room,
        own=figure.own,
    )
