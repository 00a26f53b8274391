"""How much room a figure's page needs in another site's frame, told before anything is drawn.

A frame can tell its height when its script and one of the host's may talk to each other. Where they
may not, the height that was copied with the frame decides whether a reader scrolls within it.
"""

from __future__ import annotations

from math import ceil
from typing import Any

from present.kit.figure import Figure
from present.kit.text import t

#: The width of most phones, in pixels: a frame that is high enough there is so where it is wider.
PHONE = 360
#: No frame is asked to be higher; within a longer one the reader scrolls.
MOST = 1200
#: From this width on, charts with two forms show the wider one.
_WIDE = 660

#: Of a line of text: its height, and how wide a letter is on average, both in pixels.
_TITLE, _TEXT, _SMALL = (23, 8.8), (24, 7.1), (21.6, 6.4)
#: Around the text, between paragraphs, and the line that opens the table.
_SIDES, _AROUND, _BETWEEN, _FOLD = 28, 24, 6, 24
#: A drawing that is no chart, such as a map; of a chart its axis, and a row of most.
_DRAWING, _AXIS, _ROW = 520, 50, 66


def height(figure: Figure, width: int = PHONE) -> int:
    """The height in pixels at which the page of a figure shows everything but its table, in a frame
    that many pixels wide: rather too much than too little, and never more than ``MOST``."""
    return min(ceil(_words(figure, width) + _chart(figure, width)), MOST)


def about(figure: Figure) -> int:
    """The same on a phone by the figure's rows alone, for where its chart has not been made."""
    rows = figure.extent.drawn if figure.extent else len(figure.table)
    chart = _DRAWING if figure.chart is None else rows * _ROW + _AXIS
    return min(ceil(_words(figure, PHONE) + chart), MOST)


def _words(figure: Figure, width: int) -> float:
    room = max(width - _SIDES, 100)
    notes = [f"{note.text} {t(note.link)}" for note in figure.notes]
    source = t("common.source_label", source=figure.source)
    lines = (
        _lines(figure.heading, room, _TITLE),
        _lines(figure.subtitle, room, _SMALL),
        _lines(figure.sentence, room, _TEXT),
        *(_lines(note, room, _SMALL) for note in notes),
        _lines(source, room, _SMALL) + 2 * _SMALL[0],
    )
    return sum(lines) + _BETWEEN * len(lines) + _AROUND + _fold(figure, room)


def _lines(text: str, room: float, kind: tuple[float, float]) -> float:
    line, letter = kind
    return line * max(1, ceil(len(text) * letter / room))


def _fold(figure: Figure, room: float) -> float:
    return max(_FOLD, _lines(t("common.table_show", title=figure.title), room, _TEXT))


def _chart(figure: Figure, width: int) -> float:
    if figure.spec is None:
        return _DRAWING
    stated = figure.spec.get("height", 0)
    own = float(stated) if isinstance(stated, int | float) else _DRAWING
    if width < _WIDE:
        # A table of bars stands as one list where there is no room for its columns.
        own = max(own, max(_narrow(figure.spec), default=0))
    return own + _AXIS


def _narrow(spec: dict[str, Any]) -> list[float]:
    return [
        float(record["narrow_top"])
        for records in spec.get("datasets", {}).values()
        if isinstance(records, list)
        for record in records
        if isinstance(record, dict) and "narrow_top" in record
    ]
