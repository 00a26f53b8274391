"""A figure as a picture of its own: title, chart, source, version and address in one SVG.

The chart is drawn elsewhere (``present.picture.renderer``); here stands how wide it should be, and
what stands around it. All text stays text, in a font that the picture carries;
``present.picture.outlines`` makes outlines of it.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from markupsafe import Markup

from present.kit import theme, writing
from present.kit.figure import Extent, Figure
from present.kit.markup import Pieces, joined
from present.kit.text import ROOT as TEXTS
from present.kit.text import language, t
from present.picture.chart import CARRIED_FAMILY, FAMILY, Chart, Draw, chart, drawable, fitted
from present.picture.renderer import FONTS
from present.picture.rows import rows
from present.picture.text import wrapped, written

_PIECES = Pieces("picture/svg.jinja")

_EMBEDDED = {400: "kbb-sans-regular.woff2", 600: "kbb-sans-semibold.woff2"}

#: Height of a line of small text, in its size.
_LEADING = 1.35
#: The part of a chart's room that may stay empty.
_MUCH = 0.25
#: Height of a line of the heading, in the title's size.
_HEADING = 1.22
#: Height of the band that marks a draft, in the subtitle's size.
_BAND = 2.2
#: As many lines of notes are drawn; on a picture lower than this (pixels) only the ways to them,
#: or they would crowd out what they are about.
_NOTE_LINES, _LOW = 5, 700


class Size(StrEnum):
    """How large a picture is; the values stand in addresses."""

    WEB = "web"
    SOCIAL = "sosyal"
    SQUARE = "kare"
    PRINT = "baski"


@dataclass(frozen=True, slots=True)
class Frame:
    """A size in pixels: width, height (``None``: as high as it needs), margin, size of the title
    and of the smallest text."""

    width: int
    height: int | None
    margin: int
    title: int
    small: int


FRAMES = {
    Size.WEB: Frame(960, None, 28, 26, 14),
    Size.SOCIAL: Frame(1200, 628, 40, 34, 17),
    Size.SQUARE: Frame(1080, 1080, 48, 38, 19),
    # A4 on its side, at 96 pixels an inch.
    Size.PRINT: Frame(1123, 794, 48, 30, 15),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished picture: one SVG element, and its size in pixels."""

    svg: str
    width: int
    height: int


def picture(
    figure: Figure,
    size: Size,
    draw: Draw,
    *,
    is_dark: bool,
    version: str,
    address: str,
    drawing: str = "",
    mark: str = "",
) -> Picture:
    """The picture of a figure.

    ``mark`` stands in a band over all of it and in its name and description: that its data are a
    draft.

    ``drawing`` is a finished SVG element in place of a chart. Where a chart of many rows could not
    be read, the most telling are drawn and the heading says how many of how many; above a chart of
    few, the sentence fills the room. A figure with neither chart nor
    drawing, or one that would be too small to read, shows its sentence in large letters. Raises
    what ``draw`` raises.
    """
    frame, colours = FRAMES[size], theme.palette(is_dark)
    width = frame.width - 2 * frame.margin
    heading = figure.heading
    head, top = _head(figure, heading, frame, colours, mark)
    foot, foot_height = _foot(figure, frame, colours, version, address)
    room = None if frame.height is None else frame.height - top - foot_height - frame.margin
    made: tuple[Markup, float] | None = None
    if figure.spec is not None and room is None:
        made = fitted(draw(drawable(figure.spec, width, is_dark)), width, None)
    elif figure.spec is not None and room is not None:
        # A heading that tells what is left out may need a line more than the figure's own.
        note_height = frame.small * _LEADING + frame.title * _HEADING
        fit = chart(figure.spec, width, room, note_height, draw, is_dark)
        if fit is not None:
            made = _with_sentence(figure, fit, width, frame, colours), fit.room
            if fit.left_out:
                extent = _extent(figure, fit.left_out)
                heading = replace(figure, extent=extent).heading
                note = t("picture.rest_in_table", rows=writing.number(extent.rows))
                head, top = _head(figure, heading, frame, colours, mark)
                foot, foot_height = _foot(figure, frame, colours, version, address, note)
    elif drawing:
        made = fitted(drawing, width, room)
    inner, inner_height = made or _words(figure, width, room, frame, colours)
    height = frame.height or round(top + inner_height + foot_height + frame.margin)
    foot_top = round(height - foot_height - frame.margin * 0.6, 1)
    # What was measured in our font alone names the others that may stand in for it.
    inner = Markup(str(inner).replace(FAMILY, CARRIED_FAMILY))
    svg = _PIECES(
        "picture",
        width=frame.width,
        height=height,
        language=language(),
        family=_FAMILY,
        title=_behind(mark, heading),
        sentence=_behind(mark, figure.sentence),
        fonts=_font_faces(),
        ground=colours.ground,
        head=head,
        chart=_moved(frame.margin, round(top, 1), inner),
        foot=_moved(0, foot_top, foot),
    )
    return Picture(str(svg), frame.width, height)


def _behind(mark: str, text: str) -> str:
    return f"{mark}: {text}" if mark else text


def _extent(figure: Figure, left_out: frozenset[str]) -> Extent:
    """How much of the data a picture draws whose chart leaves these rows out."""
    own = figure.extent
    if own is None:
        assert figure.spec is not None
        count = len(rows(figure.spec))
        own = Extent(count, count)
    return replace(own, drawn=own.drawn - len(left_out - own.apart))


def _moved(x: float | str, y: float | str, content: Markup) -> Markup:
    return _PIECES("moved", x=x, y=y, content=content)


def _head(
    figure: Figure, heading: str, frame: Frame, colours: theme.Palette, mark: str
) -> tuple[Markup, float]:
    """The band of a draft, emblem, heading and subtitle, and where they end."""
    width = frame.width - 2 * frame.margin
    side = frame.title * 1.5
    lines = wrapped(heading, width - side - 16, frame.title, 600)
    small = round(frame.title * 0.6)
    band = round(small * _BAND) if mark else 0
    y = band + frame.margin + frame.title * 0.85
    box, content = _mark()
    parts = [
        _PIECES(
            "element",
            x=f"{frame.width - frame.margin - side:.0f}",
            y=band + frame.margin,
            width=f"{side:.0f}",
            height=f"{side:.0f}",
            box=box,
            content=content,
        )
    ]
    if mark:
        parts.append(_PIECES("band", width=frame.width, height=band, colour=colours.tick))
        middle = band / 2 + small * 0.35
        parts.append(_text(Markup.escape(mark), frame.margin, middle, small, colours.ground, 600))
    for line in written(lines, figure.own):
        parts.append(_text(line, frame.margin, y, frame.title, colours.ink, 600))
        y += frame.title * _HEADING
    y += small * 0.15
    for line in written(wrapped(figure.subtitle, width, small), figure.own):
        parts.append(_text(line, frame.margin, y, small, colours.quiet))
        y += small * _LEADING
    return joined(*parts), y + small * 0.2


def _foot(
    figure: Figure,
    frame: Frame,
    colours: theme.Palette,
    version: str,
    address: str,
    note: str = "",
) -> tuple[Markup, float]:
    """The note, source, version and address, and how high they are."""
    width = frame.width - 2 * frame.margin
    texts = [
        note,
        *_notes(figure, width, frame),
        t("common.source_label", source=figure.source),
        t("picture.version", version=version) + (f" · {address}" if address else ""),
    ]
    own = (*figure.own, *(word for said in figure.notes for word in said.own))
    lines = [line for text in texts for line in written(wrapped(text, width, frame.small), own)]
    step = frame.small * _LEADING
    parts = [
        _text(line, frame.margin, (place + 1) * step, frame.small, colours.quiet)
        for place, line in enumerate(lines)
    ]
    return joined(*parts), len(lines) * step + frame.small * 0.6


def _notes(figure: Figure, width: float, frame: Frame) -> list[str]:
    """What has to be read with the figure, each line with its address: what is fixed in full, then
    the others, the gravest first; what has no room is told by its number, with the address of the
    first of it. A low picture has room for the addresses alone."""
    fixed = [note for note in figure.notes if note.is_fixed]
    others = [note for note in figure.notes if not note.is_fixed]
    if frame.height is not None and frame.height < _LOW:
        ways = ", ".join(dict.fromkeys(_bare(note.address) for note in fixed))
        told, room = [t("figures.notes_beside", addresses=ways)] if fixed else [], 0
    else:
        told = [f"{note.text} {_bare(note.address)}" for note in fixed]
        room = _NOTE_LINES - sum(len(wrapped(text, width, frame.small)) for text in told)
    for place, note in enumerate(others):
        text = f"{note.text} {_bare(note.address)}"
        room -= len(wrapped(text, width, frame.small))
        if room < 0:
            left = len(others) - place
            key = "figures.notes_more" if told else "figures.notes_many"
            told.append(f"{t(key, count=writing.number(left))} {_bare(note.address)}")
            break
        told.append(text)
    return told


def _bare(address: str) -> str:
    return address.partition("://")[2] or address


def _with_sentence(
    figure: Figure, fit: Chart, width: float, frame: Frame, colours: theme.Palette
) -> Markup:
    """The chart and, where much of its room would stay empty, the sentence above it."""
    empty = fit.room - fit.height
    size = round(frame.title * 0.68)
    lines = written(wrapped(figure.sentence, width, size), figure.own)
    high = (len(lines) + 1) * size * 1.4
    if empty < fit.room * _MUCH or high > empty:
        return fit.svg
    parts = [
        _text(line, 0, (place + 1) * size * 1.4, size, colours.ink)
        for place, line in enumerate(lines)
    ]
    return joined(*parts, _moved(0, f"{high / 2:.1f}", fit.svg))


def _words(
    figure: Figure, width: float, room: float | None, frame: Frame, colours: theme.Palette
) -> tuple[Markup, float]:
    """The figure's sentence, as large as the room allows, in the middle of it."""
    for size in range(round(frame.title * 1.1), frame.small - 1, -1):
        lines = written(wrapped(figure.sentence, width, size), figure.own)
        step = size * 1.4
        if room is None or len(lines) * step <= room:
            break
    high = len(lines) * step
    down = size if room is None else max((room - high) / 2, 0)
    parts = [
        _text(line, 0, down + place * step + size, size, colours.ink)
        for place, line in enumerate(lines)
    ]
    return joined(*parts), high + 2 * size if room is None else room


def _text(line: Markup, x: float, y: float, size: float, colour: str, weight: int = 400) -> Markup:
    """A line with its words marked."""
    return _PIECES(
        "text", x=f"{x:g}", y=f"{y:.1f}", size=f"{size:g}", weight=weight, colour=colour, line=line
    )


#: Stands within attributes and a style as it is.
_FAMILY = Markup(CARRIED_FAMILY)


@cache
def _font_faces() -> tuple[Markup, ...]:
    """The fonts that the picture carries."""
    return tuple(
        _PIECES(
            "font",
            family=Markup(FAMILY.split(",")[0]),
            weight=weight,
            content=base64.b64encode((FONTS / name).read_bytes()).decode("ascii"),
        )
        for weight, name in _EMBEDDED.items()
    )


@cache
def _mark() -> tuple[str, Markup]:
    """The mark's view box, and its element from its content on."""
    svg = (TEXTS.parent / "mark.svg").read_text(encoding="utf-8")
    box = re.search(r'viewBox="([^"]+)"', svg)
    assert box is not None
    start = svg.index("<svg")
    return box[1], Markup(svg[svg.index(">", start) + 1 :])
