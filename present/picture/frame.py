"""A figure as a picture of its own: title, chart, source, version and address in one SVG.

The chart is drawn elsewhere (``present.picture.renderer``); here stands how wide it should be, and
what stands around it. All text stays text, in a font that the picture carries;
``present.picture.outlines`` makes outlines of it.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from markupsafe import Markup

from present.kit import theme, writing
from present.kit.figure import Extent, Figure
from present.kit.markup import Pieces, joined
from present.kit.text import language, t
from present.picture.around import foot, head, line_of
from present.picture.chart import (
    CARRIED_FAMILY,
    FAMILY,
    Chart,
    Draw,
    chart,
    drawable,
    fitted,
    readable,
)
from present.picture.renderer import FONTS
from present.picture.rows import ladder, rows
from present.picture.sizes import FRAMES, Frame, Headline, Size
from present.picture.text import wrapped, written

_PIECES = Pieces("picture/svg.jinja")

_EMBEDDED = {400: "kbb-sans-regular.woff2", 600: "kbb-sans-semibold.woff2"}

#: The part of a chart's room that may stay empty; of what is empty, the part that the sentence may
#: take.
_MUCH, _FILLED = 0.18, 0.8
#: How the rest is parted: above the sentence, between it and the chart.
_ABOVE, _BETWEEN = 0.2, 0.4
#: Height of a line of the sentence, in its size; its size where it stands alone and above a chart,
#: at most, in the title's.
_LINE, _LARGE, _LOUD = 1.4, 1.7, 1.15


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
    drawings: Sequence[str] = (),
    small: Sequence[str] = (),
    mark: str = "",
    headline: Headline = Headline.TITLE,
) -> Picture:
    """The picture of a figure, below its title or, as ``headline`` says, below its sentence, which
    the title then follows.

    ``mark`` stands in a band over all of it and in its name and description: that its data are a
    draft.

    ``drawings`` are finished SVG elements in place of a chart, of which the one that comes out
    largest is drawn, ``small`` others with larger letters, for where those could not be read. Where
    a chart of many rows could not be read, the most telling are drawn and the heading says how many
    of how many; above a chart of few, the sentence fills the room. A figure with neither chart nor
    drawing, or one that would be too small to read, shows its sentence in large letters. Raises
    what ``draw`` raises.
    """
    frame, colours = FRAMES[size], theme.palette(is_dark)
    width = frame.width - 2 * frame.margin
    heading, is_said = figure.heading, headline is Headline.SENTENCE
    top_part, top = head(figure, heading, frame, colours, mark, is_said)
    below, below_height = foot(figure, frame, colours, version, address)
    room = None if frame.height is None else frame.height - top - below_height - frame.above
    made: tuple[Markup, float] | None = None
    if figure.spec is not None and room is None:
        made = fitted(draw(drawable(figure.spec, width, is_dark)), width, None)
    elif figure.spec is not None and room is not None:

        def told(extent: Extent) -> tuple[str, tuple[Markup, float], tuple[Markup, float]]:
            """Heading and foot that say how many rows are drawn."""
            said = replace(figure, extent=extent).heading
            note = t("picture.rest_in_table", rows=writing.number(extent.rows))
            above = head(figure, said, frame, colours, mark, is_said)
            return said, above, foot(figure, frame, colours, version, address, note)

        _, (_, lower), (_, higher) = told(extent_of(figure, frozenset("?")))
        cost = lower - top + higher - below_height

        def made_of(form: Figure) -> Chart | None:
            assert form.spec is not None
            more = head(form, form.heading, frame, colours, mark, is_said)[1] - top
            return chart(form.spec, width, room - more, cost, draw, is_dark, frame.least)

        figure, fit = _best(figure, made_of)
        heading = figure.heading
        top_part, top = head(figure, heading, frame, colours, mark, is_said)
        if fit is not None:
            made = _with_sentence(figure, fit, width, frame, colours, is_said), fit.room
            if fit.left_out:
                heading, (top_part, top), (below, below_height) = told(
                    extent_of(figure, fit.left_out)
                )
    elif drawings:
        made = fitted(readable(drawings, small, width, room, frame.least), width, room)
    if made is None and is_said:
        # The sentence would stand there twice.
        return picture(
            figure,
            size,
            draw,
            is_dark=is_dark,
            version=version,
            address=address,
            drawings=drawings,
            small=small,
            mark=mark,
        )
    inner, inner_height = made or _words(figure, width, room, frame, colours)
    height = frame.height or round(top + inner_height + below_height + frame.above)
    foot_top = round(height - below_height - frame.above * 0.6, 1)
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
        head=top_part,
        chart=_moved(frame.margin, round(top, 1), inner),
        foot=_moved(0, foot_top, below),
    )
    return Picture(str(svg), frame.width, height)


def _best(figure: Figure, made_of: Callable[[Figure], Chart | None]) -> tuple[Figure, Chart | None]:
    """The figure with the form of its chart that tells most where it is drawn, and that drawing:
    the chart itself unless it would leave out most of its rows, else the first compact form that
    leaves out the fewest; nothing where none could be read."""
    fit = made_of(figure)
    if fit is not None and extent_of(figure, fit.left_out).is_mostly_drawn:
        return figure, fit
    best = figure, fit
    for form in figure.compact:
        # What a form leaves out is shown as long as a part of the chart itself can be.
        is_part = bool(form.title or form.extent)
        if form.chart.spec() is None or (is_part and fit is not None):
            continue
        title, extent = form.title or figure.title, form.extent or figure.extent
        other = replace(figure, chart=form.chart, title=title, extent=extent)
        made = made_of(other)
        if made is None:
            continue
        if best[1] is None or len(made.left_out) < len(best[1].left_out):
            best = other, made
        if not made.left_out:
            break
    return best


def _behind(mark: str, text: str) -> str:
    return f"{mark}: {text}" if mark else text


def extent_of(figure: Figure, left_out: frozenset[str]) -> Extent:
    """How much of the data a picture draws whose chart leaves these rows out."""
    own = figure.extent
    if own is None:
        assert figure.spec is not None
        whole = ladder(figure.spec)
        count = len(whole.names) if whole else len(rows(figure.spec))
        own = Extent(count, count)
    return replace(own, drawn=own.drawn - len(left_out - own.apart))


def _moved(x: float | str, y: float | str, content: Markup) -> Markup:
    return _PIECES("moved", x=x, y=y, content=content)


def _with_sentence(
    figure: Figure,
    fit: Chart,
    width: float,
    frame: Frame,
    colours: theme.Palette,
    is_said: bool,
) -> Markup:
    """The chart and, where much of its room would stay empty, the sentence above it, as large as
    fits; ``is_said``: it stands above all already."""
    empty = fit.room - fit.height
    most = round(frame.title * _LOUD)
    said = None if is_said else _said(figure, width, empty * _FILLED, most, frame.small)
    if empty < fit.room * _MUCH or said is None:
        return fit.svg
    size, lines = said
    high = len(lines) * size * _LINE
    gap = empty - high
    parts = [
        line_of(line, 0, gap * _ABOVE + (place + 0.8) * size * _LINE, size, colours.ink)
        for place, line in enumerate(lines)
    ]
    # The chart stands in the middle of its room.
    down = gap * (_ABOVE + _BETWEEN) + high - empty / 2
    return joined(*parts, _moved(0, f"{down:.1f}", fit.svg))


def _said(
    figure: Figure, width: float, room: float, most: int, least: int
) -> tuple[int, list[Markup]] | None:
    """The figure's sentence in the largest letters that have room; nothing where none has."""
    fits: list[str] | None = None
    size, low, high = least, least, most
    while low <= high:
        middle = (low + high) // 2
        lines = wrapped(figure.sentence, width, middle)
        if len(lines) * middle * _LINE <= room:
            fits, size, low = lines, middle, middle + 1
        else:
            high = middle - 1
    return None if fits is None else (size, written(fits, figure.own))


def _words(
    figure: Figure, width: float, room: float | None, frame: Frame, colours: theme.Palette
) -> tuple[Markup, float]:
    """The figure's sentence, as large as the room allows, in the middle of it."""
    most = round(frame.title * (1.1 if room is None else _LARGE))
    said = _said(figure, width, room or float("inf"), most, frame.small)
    if said is None:
        said = frame.small, written(wrapped(figure.sentence, width, frame.small), figure.own)
    size, lines = said
    high = len(lines) * size * _LINE
    down = size if room is None else max((room - high) / 2, 0)
    parts = [
        line_of(line, 0, down + place * size * _LINE + size, size, colours.ink)
        for place, line in enumerate(lines)
    ]
    return joined(*parts), high + 2 * size if room is None else room


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
