"""A figure as a picture of its own: title, chart, source, version and address in one SVG.

The chart is drawn elsewhere (``present.export``); here stands how wide it should be, and what
stands around it. All text stays text, in a font that the picture carries.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from html import escape
from typing import Any

from PIL import ImageFont

from present import theme
from present.export import FONTS
from present.figure import Figure
from present.text import ROOT as TEXTS
from present.text import language, t

#: Quoted, since a name that holds a number is none of CSS otherwise.
FAMILY = "'Source Sans 3', sans-serif"
_FILES = {400: "SourceSans3-Regular.ttf", 600: "SourceSans3-Semibold.ttf"}
_EMBEDDED = {400: "kbb-sans-regular.woff2", 600: "kbb-sans-semibold.woff2"}

#: A chart is made larger at most so often; smaller as much as it takes.
_LARGEST = 1.35
_WIDEST = 3000

#: Draws a specification as one SVG element.
Draw = Callable[[dict[str, Any]], str]


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
) -> Picture:
    """The picture of a figure.

    ``drawing`` is a finished SVG element in place of a chart. A figure with neither shows its
    sentence in large letters. Raises what ``draw`` raises.
    """
    frame, colours = FRAMES[size], theme.palette(is_dark)
    width = frame.width - 2 * frame.margin
    head, top = _head(figure, frame, colours)
    foot, foot_height = _foot(figure, frame, colours, version, address)
    room = None if frame.height is None else frame.height - top - foot_height - frame.margin
    if figure.spec is not None:
        inner, inner_height = _chart(figure.spec, width, room, draw, is_dark)
    elif drawing:
        inner, inner_height = _fitted(drawing, width, room)
    else:
        inner, inner_height = _words(figure.sentence, width, frame, colours)
    height = frame.height or round(top + inner_height + foot_height + frame.margin)
    return Picture(
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{frame.width}" height="{height}" viewBox="0 0 {frame.width} {height}" role="img" '
        f'xml:lang="{language()}" font-family="{FAMILY}">'
        f"<title>{escape(figure.title)}</title><desc>{escape(figure.sentence)}</desc>"
        f"<style>{_font_faces()}</style>"
        f'<rect width="{frame.width}" height="{height}" fill="{colours.ground}"/>'
        f"{head}"
        f'<g transform="translate({frame.margin},{round(top, 1)})">{inner}</g>'
        f'<g transform="translate(0,{round(height - foot_height - frame.margin * 0.6, 1)})">'
        f"{foot}</g></svg>",
        frame.width,
        height,
    )


def drawable(spec: dict[str, Any], width: float, is_dark: bool) -> dict[str, Any]:
    """The specification with a width, our look and our font, ready to be drawn."""
    config = {**theme.chart_config(is_dark), **spec.get("config", {})}
    return {**spec, "width": round(width), "config": _with_font(config)}


def _with_font(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: FAMILY if name.lower().endswith("font") else _with_font(one)
            for name, one in value.items()
        }
    return value


def _chart(
    spec: dict[str, Any], width: float, room: float | None, draw: Draw, is_dark: bool
) -> tuple[str, float]:
    """The chart as wide as there is room, and its height; drawn again where it must shrink."""
    drawn = draw(drawable(spec, width, is_dark))
    if room is not None:
        natural = _box(drawn)
        factor = min(room / natural[1], _LARGEST)
        if factor < 0.97 or factor > 1.03:
            # Other widths set other heights: what is smaller gets more width to fill.
            drawn = draw(drawable(spec, min(width / factor, _WIDEST), is_dark))
    return _fitted(drawn, width, room)


def _fitted(drawn: str, width: float, room: float | None) -> tuple[str, float]:
    """An SVG element as wide as may be within the width and the room, in the middle."""
    own_width, own_height = _box(drawn)
    factor = width / own_width
    if room is not None:
        factor = min(factor, room / own_height)
    shown_width, shown_height = own_width * factor, own_height * factor
    left = (width - shown_width) / 2
    down = 0.0 if room is None else (room - shown_height) / 2
    start = drawn.index("<svg")
    end = drawn.index(">", start)
    element = (
        f'<svg x="{left:.1f}" y="{down:.1f}" width="{shown_width:.1f}" '
        f'height="{shown_height:.1f}" viewBox="0 0 {own_width:g} {own_height:g}">'
    )
    return element + drawn[end + 1 :], shown_height if room is None else room


def _box(drawn: str) -> tuple[float, float]:
    """Width and height of an SVG element, of its view box where it has one."""
    element = drawn[drawn.index("<svg") : drawn.index(">", drawn.index("<svg"))]
    box = re.search(r'viewBox="([^"]+)"', element)
    if box:
        _, _, width, height = (float(one) for one in box[1].replace(",", " ").split())
        return width, height
    sizes = [re.search(rf'\b{name}="([\d.]+)', element) for name in ("width", "height")]
    if None in sizes:
        raise ValueError("the drawing states no size")
    return float(sizes[0][1]), float(sizes[1][1])  # type: ignore[index]


def _head(figure: Figure, frame: Frame, colours: theme.Palette) -> tuple[str, float]:
    """Mark, title and subtitle, and where they end."""
    width = frame.width - 2 * frame.margin
    mark = frame.title * 1.5
    lines = wrapped(figure.title, width - mark - 16, frame.title, 600)
    small = round(frame.title * 0.6)
    y = frame.margin + frame.title * 0.85
    parts = [
        f'<svg x="{frame.width - frame.margin - mark:.0f}" y="{frame.margin}" '
        f'width="{mark:.0f}" height="{mark:.0f}" {_mark()}'
    ]
    for line in lines:
        parts.append(_text(line, frame.margin, y, frame.title, colours.ink, 600))
        y += frame.title * 1.22
    y += small * 0.15
    for line in wrapped(figure.subtitle, width, small, 400):
        parts.append(_text(line, frame.margin, y, small, colours.quiet))
        y += small * 1.35
    return "".join(parts), y + small * 0.2


def _foot(
    figure: Figure, frame: Frame, colours: theme.Palette, version: str, address: str
) -> tuple[str, float]:
    """Source, version and address, and how high they are."""
    width = frame.width - 2 * frame.margin
    texts = [
        t("common.source_label", source=figure.source),
        t("resim.version", version=version) + (f" · {address}" if address else ""),
    ]
    lines = [line for text in texts for line in wrapped(text, width, frame.small, 400)]
    step = frame.small * 1.35
    parts = [
        _text(line, frame.margin, (place + 1) * step, frame.small, colours.quiet)
        for place, line in enumerate(lines)
    ]
    return "".join(parts), len(lines) * step + frame.small * 0.6


def _words(text: str, width: float, frame: Frame, colours: theme.Palette) -> tuple[str, float]:
    size = round(frame.title * 0.9)
    lines = wrapped(text, width, size, 400)
    parts = [
        _text(line, 0, (place + 1.2) * size * 1.4, size, colours.ink)
        for place, line in enumerate(lines)
    ]
    return "".join(parts), (len(lines) + 1) * size * 1.4


def _text(text: str, x: float, y: float, size: float, colour: str, weight: int = 400) -> str:
    return (
        f'<text x="{x:g}" y="{y:.1f}" font-size="{size:g}" font-weight="{weight}" '
        f'fill="{colour}">{escape(text)}</text>'
    )


def wrapped(text: str, width: float, size: int, weight: int) -> list[str]:
    """The text in lines that fit a width in pixels; a word that is wider has a line of its own."""
    font = _font(size, weight)
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@lru_cache(maxsize=32)
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / _FILES[weight], size)


@cache
def _font_faces() -> str:
    faces = []
    for weight, name in _EMBEDDED.items():
        content = base64.b64encode((FONTS / name).read_bytes()).decode("ascii")
        faces.append(
            f"@font-face{{font-family:{FAMILY.split(',')[0]};font-weight:{weight};"
            f"src:url(data:font/woff2;base64,{content})format('woff2')}}"
        )
    return "".join(faces)


@cache
def _mark() -> str:
    """The mark's element from its view box on."""
    content = (TEXTS.parent / "mark.svg").read_text(encoding="utf-8")
    box = re.search(r'viewBox="[^"]+"', content)
    assert box is not None
    start = content.index("<svg")
    return f"{box[0]}>{content[content.index('>', start) + 1 :]}"
