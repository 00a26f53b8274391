"""Lines of text in a picture: broken by the font's own widths, the document's words marked."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from markupsafe import Markup
from PIL import ImageFont

from present.kit.markup import Pieces
from present.kit.text import TURKISH, language
from present.picture.renderer import FONTS

_PIECES = Pieces("picture/svg.jinja")

#: The size at which words are measured once for all sizes, and how near to the edge of a line they
#: are measured in their own: sizes are rounded to pixels.
_LARGE, _NEAR = 100, 0.04

#: Weights and their files.
FILES = {400: "kbb-sans-regular.ttf", 600: "kbb-sans-semibold.ttf"}


def wrapped(text: str, width: float, size: int, weight: int = 400) -> list[str]:
    """The text in lines that fit a width in pixels; only a word that is wider is broken."""
    font = _font(size, weight)
    lines: list[str] = []
    held = 0.0
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        about = held + (_about(word, weight) + _about(" ", weight)) * size
        # Measuring is dear: only what may or may not fit is measured itself.
        is_clear = abs(about - width) > _NEAR * width
        if lines and (about < width if is_clear else font.getlength(longer) <= width):
            lines[-1], held = longer, about
            continue
        held = _about(word, weight) * size
        while len(word) > 1 and font.getlength(word) > width:
            fits = [end for end in range(1, len(word)) if font.getlength(word[:end]) <= width]
            end = max(fits, default=1)
            lines.append(word[:end])
            word = word[end:]
            held = _about(word, weight) * size
        lines.append(word)
    return lines


@lru_cache(maxsize=16384)
def _about(words: str, weight: int) -> float:
    """About how wide words are, in their size."""
    return _font(_LARGE, weight).getlength(words) / _LARGE


def length(text: str, size: int, weight: int = 400) -> float:
    """How wide a line is, in pixels."""
    return _font(size, weight).getlength(text)


@lru_cache(maxsize=32)
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / FILES[weight], size)


def written(lines: list[str], own: Collection[str]) -> list[Markup]:
    """The lines as SVG text; ``own``, the document's own words, are marked as Turkish where the
    picture isn't, also where they run on into the next line."""
    words = sorted((" ".join(name.split()) for name in own if name.strip()), key=len, reverse=True)
    if not words or language() == TURKISH:
        return [_line([(line, False)]) for line in lines]
    whole = " ".join(lines)
    spans = [match.span() for match in re.finditer("|".join(map(re.escape, words)), whole)]
    result, start = [], 0
    for line in lines:
        result.append(_marked(line, [(a - start, b - start) for a, b in spans]))
        start += len(line) + 1
    return result


def _marked(line: str, spans: list[tuple[int, int]]) -> Markup:
    parts, at = [], 0
    for start, end in spans:
        start, end = max(start, 0), min(end, len(line))
        if start < end:
            parts += [(line[at:start], False), (line[start:end], True)]
            at = end
    return _line([*parts, (line[at:], False)])


def _line(parts: list[tuple[str, bool]]) -> Markup:
    """A line of words, each with whether it is the document's own to be marked."""
    return _PIECES("line", parts=parts)
