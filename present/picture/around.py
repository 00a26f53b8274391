"""What stands above and below a figure's chart in a picture: heading, source, version, address and
notes."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup

from present.kit import theme, writing
from present.kit.figure import Figure
from present.kit.markup import Pieces, joined
from present.kit.text import ROOT as TEXTS
from present.kit.text import t
from present.picture.sizes import Frame
from present.picture.text import wrapped, written

_PIECES = Pieces("picture/svg.jinja")

#: Height of a line of small text, in its size.
LEADING = 1.35
#: Height of a line of the heading, in the title's size; the part of a picture's height that it may
#: take before it is written smaller.
HEADING, _PART = 1.22, 0.2
#: Height of the band that marks a draft, in the subtitle's size.
_BAND = 2.2


def head(
    figure: Figure,
    heading: str,
    frame: Frame,
    colours: theme.Palette,
    mark: str,
    is_said: bool = False,
) -> tuple[Markup, float]:
    """The band of a draft, emblem, heading and subtitle, and where they end; ``is_said``: the
    sentence stands in the heading's place, and that before the subtitle."""
    width = frame.width - 2 * frame.margin
    side = frame.title * 1.5
    below = f"{heading.rstrip('.')}. {figure.subtitle}" if is_said else figure.subtitle
    size, lines = _title(figure.sentence if is_said else heading, width - side - 16, frame)
    small = max(round(frame.title * 0.6), frame.small)
    band = round(small * _BAND) if mark else 0
    y = band + frame.above + size * 0.85
    box, content = _mark()
    parts = [
        _PIECES(
            "element",
            x=f"{frame.width - frame.margin - side:.0f}",
            y=band + frame.above,
            width=f"{side:.0f}",
            height=f"{side:.0f}",
            box=box,
            content=content,
        )
    ]
    if mark:
        parts.append(_PIECES("band", width=frame.width, height=band, colour=colours.tick))
        middle = band / 2 + small * 0.35
        parts.append(line_of(Markup.escape(mark), frame.margin, middle, small, colours.ground, 600))
    for line in written(lines, figure.own):
        parts.append(line_of(line, frame.margin, y, size, colours.ink, 600))
        y += size * HEADING
    # No line of the subtitle runs under the emblem.
    y = max(y, band + frame.above + side + small)
    y += small * 0.15
    for line in written(wrapped(below, width, small), figure.own):
        parts.append(line_of(line, frame.margin, y, small, colours.quiet))
        y += small * LEADING
    return joined(*parts), y + small * 0.2


def _title(heading: str, width: float, frame: Frame) -> tuple[int, list[str]]:
    """The heading's size and its lines: smaller where it would crowd out the chart."""
    size, most = frame.title, (frame.height or float("inf")) * _PART
    lines = wrapped(heading, width, size, 600)
    while size > frame.small and len(lines) * size * HEADING > most:
        size -= 1
        lines = wrapped(heading, width, size, 600)
    return size, lines


def foot(
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
    if not frame.notes:
        # Where there is little room, no line of its own for each.
        said = [text for text in texts if text]
        ends = [" " if text.endswith(".") else " · " for text in said[:-1]]
        texts = ["".join(text + end for text, end in zip(said, [*ends, ""], strict=True))]
    own = (*figure.own, *(word for said in figure.notes for word in said.own))
    lines = [line for text in texts for line in written(wrapped(text, width, frame.small), own)]
    step = frame.small * LEADING
    parts = [
        line_of(line, frame.margin, (place + 1) * step, frame.small, colours.quiet)
        for place, line in enumerate(lines)
    ]
    return joined(*parts), len(lines) * step + frame.small * 0.6


def _notes(figure: Figure, width: float, frame: Frame) -> list[str]:
    """What has to be read with the figure, each line with its address: what is fixed in full, then
    the others, the gravest first; what has no room is told by its number, with the address of the
    first of it. Some sizes have room for the addresses alone."""
    fixed = [note for note in figure.notes if note.is_fixed]
    others = [note for note in figure.notes if not note.is_fixed]
    if not frame.notes:
        ways = ", ".join(dict.fromkeys(_bare(note.address) for note in fixed))
        told, room = [t("figures.notes_beside", addresses=ways)] if fixed else [], 0
    else:
        told = [f"{note.text} {_bare(note.address)}" for note in fixed]
        room = frame.notes - sum(len(wrapped(text, width, frame.small)) for text in told)
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


def line_of(
    line: Markup, x: float, y: float, size: float, colour: str, weight: int = 400
) -> Markup:
    """A line with its words marked."""
    return _PIECES(
        "text", x=f"{x:g}", y=f"{y:.1f}", size=f"{size:g}", weight=weight, colour=colour, line=line
    )


@cache
def _mark() -> tuple[str, Markup]:
    """The mark's view box, and its element from its content on."""
    svg = (TEXTS.parent / "mark.svg").read_text(encoding="utf-8")
    box = re.search(r'viewBox="([^"]+)"', svg)
    assert box is not None
    start = svg.index("<svg")
    return box[1], Markup(svg[svg.index(">", start) + 1 :])
