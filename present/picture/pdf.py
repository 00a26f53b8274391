"""A figure on one sheet of A4 as a tagged PDF (PDF/UA-1): title, sentence, chart, source.

Set with typst (``assets/figure.typ``), which embeds our font; the chart is an SVG with text, so
that its words can be searched and copied.
"""

from __future__ import annotations

import datetime
import json
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import typst
from markupsafe import Markup

from present.kit import theme, writing
from present.kit.figure import Extent, Figure
from present.kit.markup import Pieces
from present.kit.text import ROOT as TEXTS
from present.kit.text import TURKISH, language, t
from present.picture.chart import Draw, chart, fitted, largest_of
from present.picture.frame import extent_of
from present.picture.renderer import RenderError
from present.picture.sizes import Headline
from present.picture.text import wrapped

_PIECES = Pieces("picture/svg.jinja")
_ASSETS = TEXTS.parent

#: Points of the sheet, its margin, the title, the text, the small text, and around the chart; and
#: of the smallest text in a chart.
_WIDTH, _HEIGHT, _MARGIN = 595.0, 842.0, 48.0
_TITLE, _TEXT, _SMALL, _GAP = 19, 11, 9, 10.0
_LEAST = 7.5
#: Height of a line of text and what parts one paragraph from the next, in its size.
_LINE, _APART = 1.3, 0.5
#: Points that stay free, as words are measured without the typesetter.
_SPARE = 14.0

#: There is a single compiler; whoever comes second waits some hundredths of a second.
_COMPILING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a figure's sheet beside the figure: the data's version, the address of its
    page, whole and as it is shown, who gives it out, the day of the data, the mark of a draft."""

    version: str
    address: str
    shown: str
    author: str
    day: datetime.date
    mark: str = ""


def pdf(
    figure: Figure,
    sheet: Sheet,
    draw: Draw,
    *,
    drawings: Sequence[str] = (),
    headline: Headline = Headline.TITLE,
) -> bytes:
    """The figure, made of light colours, as a PDF; the same figure of the same day is the same
    bytes. ``drawings`` as ``present.picture.frame.picture`` takes them.

    Raises what ``draw`` raises, and ``RenderError`` where it can't be set.
    """
    made_at = datetime.datetime.combine(sheet.day, datetime.time(), datetime.UTC)
    content = json.dumps(_data(figure, sheet, draw, drawings, headline), ensure_ascii=False)
    try:
        with _COMPILING:
            made = _compiler().compile(
                format="pdf",
                sys_inputs={"data": content},
                pdf_standards=["ua-1"],
                timestamp=int(made_at.timestamp()),
            )
    except typst.TypstError as error:
        raise RenderError(f"a figure's sheet: {error}") from error
    assert isinstance(made, bytes)
    return made


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(
        input=str(_ASSETS / "figure.typ"),
        root=str(_ASSETS),
        font_paths=[str(_ASSETS / "fonts")],
        ignore_system_fonts=True,
    )


def _data(
    figure: Figure, sheet: Sheet, draw: Draw, drawings: Sequence[str], headline: Headline
) -> dict[str, Any]:
    svg, heading, extent = _chart(figure, sheet, draw, drawings, headline)
    title, scope, sentence = _above(figure, heading, headline)
    colours = theme.palette(False)
    return {
        "language": language(),
        "titled": heading,
        "title": _runs(title, figure.own),
        "scope": _runs(scope, figure.own),
        "sentence": _runs(sentence, figure.own),
        "alt": figure.sentence,
        "chart": svg,
        "foot": [
            {"runs": _runs(text, own), "address": address, "shown": shown}
            for text, own, address, shown in _foot(figure, sheet, extent)
        ],
        "author": sheet.author,
        "keywords": [sheet.version],
        "mark": sheet.mark,
        "sizes": {
            "margin": _MARGIN, "title": _TITLE, "text": _TEXT, "small": _SMALL, "gap": _GAP,
        },
        "colours": {"ink": colours.ink, "quiet": colours.quiet, "draft": colours.tick},
    }  # fmt: skip


def _above(figure: Figure, heading: str, headline: Headline) -> tuple[str, str, str]:
    """What stands above the chart: title, scope and, where it is not the title, the sentence."""
    if headline is Headline.SENTENCE:
        return figure.sentence, f"{heading.rstrip('.')}. {figure.subtitle}", ""
    return heading, figure.subtitle, figure.sentence


def _foot(
    figure: Figure, sheet: Sheet, extent: Extent | None
) -> list[tuple[str, Sequence[str], str, str]]:
    """The lines below the chart: a text with the document's own words in it, and where it leads,
    whole and as it is shown."""
    rest = [t("picture.rest_in_table", rows=writing.number(extent.rows))] if extent else []
    return [
        *((text, (), "", "") for text in rest),
        *((note.text, note.own, note.address, _bare(note.address)) for note in figure.notes),
        (t("common.source_label", source=figure.source), figure.own, "", ""),
        (t("picture.version", version=sheet.version) + " ·", (), sheet.address, sheet.shown),
    ]


def _bare(address: str) -> str:
    return address.partition("://")[2] or address


def _chart(
    figure: Figure, sheet: Sheet, draw: Draw, drawings: Sequence[str], headline: Headline
) -> tuple[str, str, Extent | None]:
    """The chart as an SVG that fills what the words leave, the heading that says how many rows it
    has, and how many it has of how many where not all are drawn; no SVG where there is nothing to
    draw, or no room."""
    width, heading = _WIDTH - 2 * _MARGIN, figure.heading
    room = _room(figure, sheet, heading, headline, None)
    if figure.spec is None:
        if not drawings or room <= 0:
            return "", heading, None
        drawn = fitted(largest_of(drawings, width, room), width, room)[0]
        return _whole(drawn, width, room), heading, None
    most = extent_of(figure, frozenset("?"))
    cost = room - _room(figure, sheet, replace(figure, extent=most).heading, headline, most)
    made = chart(figure.spec, width, max(room, 1.0), cost, draw, False, _LEAST)
    if made is None:
        return "", heading, None
    svg = _whole(made.svg, width, made.room)
    if not made.left_out:
        return svg, heading, None
    extent = extent_of(figure, made.left_out)
    return svg, replace(figure, extent=extent).heading, extent


def _room(
    figure: Figure, sheet: Sheet, heading: str, headline: Headline, extent: Extent | None
) -> float:
    """Points of height that the words leave to the chart."""
    width = _WIDTH - 2 * _MARGIN
    title, *others = _above(figure, heading, headline)
    taken = len(wrapped(title, width, _TITLE, 600)) * _TITLE * _LINE + _TITLE * _APART
    for text, size in (
        *((text, _TEXT) for text in others if text),
        *((f"{text} {shown}", _SMALL) for text, _, _, shown in _foot(figure, sheet, extent)),
    ):
        taken += (len(wrapped(text, width, size)) * _LINE + _APART) * size
    return _HEIGHT - 2 * _MARGIN - taken - 2 * _GAP - _SPARE


def _whole(content: Markup, width: float, height: float) -> str:
    """A drawing as a file of its own."""
    return str(_PIECES("sheet", width=f"{width:g}", height=f"{height:.1f}", content=content))


def _runs(text: str, own: Sequence[str]) -> list[dict[str, Any]]:
    """A text in runs: words, and whether they are the document's own in a text that is not
    Turkish."""
    names = sorted({name for name in own if name}, key=len, reverse=True)
    if not names or language() == TURKISH:
        return [{"text": text, "own": False}]
    pieces = re.split(f"({'|'.join(map(re.escape, names))})", text)
    return [{"text": piece, "own": place % 2 == 1} for place, piece in enumerate(pieces) if piece]
