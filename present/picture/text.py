"""Lines of text in a picture: broken by the font's own widths, the document's words marked."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from html import escape

from PIL import ImageFont

from present.kit.text import TURKISH, language
from present.picture.renderer import FONTS

#: Weights and their files.
FILES = {400: "kbb-sans-regular.ttf", 600: "kbb-sans-semibold.ttf"}


def wrapped(text: str, width: float, size: int, weight: int = 400) -> list[str]:
    """The text in lines that fit a width in pixels; only a word that is wider is broken."""
    font = _font(size, weight)
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
            continue
        while len(word) > 1 and font.getlength(word) > width:
            fits = [end for end in range(1, len(word)) if font.getlength(word[:end]) <= width]
            end = max(fits, default=1)
            lines.append(word[:end])
            word = word[end:]
        lines.append(word)
    return lines


def length(text: str, size: int, weight: int = 400) -> float:
    """How wide a line is, in pixels."""
    return _font(size, weight).getlength(text)


@lru_cache(maxsize=32)
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / FILES[weight], size)


def written(lines: list[str], own: Collection[str]) -> list[str]:
    """The lines as SVG text, escaped; ``own``, the document's own words, are marked as Turkish
    where the picture isn't, also where they run on into the next line."""
    words = sorted((" ".join(one.split()) for one in own if one.strip()), key=len, reverse=True)
    if not words or language() == TURKISH:
        return [escape(line) for line in lines]
    whole = " ".join(lines)
    spans = [found.span() for found in re.finditer("|".join(map(re.escape, words)), whole)]
    result, start = [], 0
    for line in lines:
        result.append(_marked(line, [(a - start, b - start) for a, b in spans]))
        start += len(line) + 1
    return result


def _marked(line: str, spans: list[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in spans:
        start, end = max(start, 0), min(end, len(line))
        if start < end:
            marked = f'<tspan xml:lang="tr">{escape(line[start:end])}</tspan>'
            parts += [escape(line[at:start]), marked]
            at = end
    return "".join([*parts, escape(line[at:])])
