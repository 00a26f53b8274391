"""A figure's Vega-Lite specification as it goes out: drawn anywhere as we draw it.

Pages give a chart its width and its ground, and the frame of a picture its title and source; out
there nobody does, so that the specification states all of them.
"""

from __future__ import annotations

from typing import Any

from present.kit import theme
from present.kit.figure import Figure
from present.kit.text import t
from present.picture.chart import CARRIED_FAMILY, drawable
from present.picture.sizes import FRAMES, Size
from present.picture.text import wrapped

#: Sizes of the title and of what stands below it.
_TITLE, _BELOW = 18, 13
#: The part of the width that is filled as our font measures; others are wider.
_FILLED = 0.85


def specification(
    figure: Figure, *, is_dark: bool, version: str, address: str, about: dict[str, Any]
) -> dict[str, Any]:
    """The specification of a figure's chart: its size in pixels, ground, fonts, and a title with
    what the picture's frame says.

    ``about`` goes into ``usermeta``. Raises ``ValueError`` for a figure without a chart.
    """
    if figure.spec is None:
        raise ValueError(f"{figure.title} has no chart")
    frame, colours = FRAMES[Size.WEB], theme.palette(is_dark)
    width = frame.width - 2 * frame.margin
    spec = drawable(figure.spec, width, is_dark, CARRIED_FAMILY)
    below = (
        figure.subtitle,
        t("common.source_label", source=figure.source),
        t("picture.version", version=version) + f" · {address}",
    )
    lines = [line for text in below for line in wrapped(text, width * _FILLED, _BELOW)]
    return {
        **spec,
        "background": colours.ground,
        "config": {**spec["config"], "background": colours.ground},
        "title": {
            "text": wrapped(figure.heading, width * _FILLED, _TITLE, 600),
            "subtitle": lines,
            "anchor": "start",
            "fontSize": _TITLE,
            "subtitleFontSize": _BELOW,
            "subtitleColor": colours.quiet,
            "offset": 16,
        },
        "description": " ".join(map(str, (figure.sentence, *figure.notes))),
        "usermeta": {
            "source": figure.source,
            "notes": [str(note) for note in figure.notes],
            **about,
        },
    }
