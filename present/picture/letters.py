"""Words as the outlines of their letters, in our own fonts: a path in a font's units.

HarfBuzz sets them as browsers do (kerning, Turkish forms) and knows each letter's outline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import uharfbuzz  # type: ignore[import-untyped]

from present.picture.renderer import FONTS
from present.picture.text import FILES

#: From this weight on a text is set in the heavier font.
_HEAVY = 550


@dataclass(frozen=True, slots=True)
class Letters:
    """A line of words: their outlines on a baseline from 0 on, downwards positive, and how wide
    they are; both in the font's units, so many an em."""

    glyphs: tuple[tuple[float, float, str], ...]
    width: float
    em: int

    def path(self, x: float, y: float) -> str:
        """The outlines' path, begun at a point in the font's units.

        Each letter stands at its place and is drawn by steps, so that a letter is the same text
        wherever it stands, which packs well.
        """
        return "".join(
            f"M{_numbers(round(x + left), round(y + top))}{steps}"
            for left, top, steps in self.glyphs
        )


def letters(words: str, weight: int, language: str) -> Letters | None:
    """The words in the font of a weight; nothing where it lacks one of their letters."""
    font = _font(weight >= _HEAVY)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    buffer.language = language
    uharfbuzz.shape(font, buffer)
    glyphs, x = [], 0.0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.codepoint == 0:
            return None
        outline = _outline(weight >= _HEAVY, info.codepoint)
        if outline is not None:
            left, top, steps = outline
            glyphs.append((x + place.x_offset + left, top - place.y_offset, steps))
        x += place.x_advance
    return Letters(tuple(glyphs), x, font.face.upem)


@cache
def _font(is_heavy: bool) -> uharfbuzz.Font:
    path = FONTS / FILES[600 if is_heavy else 400]
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path)))


@cache
def _outline(is_heavy: bool, glyph: int) -> tuple[float, float, str] | None:
    """Where a letter's outline begins and its path from there on; nothing for a blank."""
    pen = _Pen()
    _font(is_heavy).draw_glyph(glyph, _calls(), pen)
    return None if pen.begins is None else (*pen.begins, "".join(pen.steps()))


@dataclass(slots=True)
class _Pen:
    """Draws an outline by steps from point to point, downwards positive."""

    begins: tuple[float, float] | None = None
    drawn: list[tuple[str, tuple[float, ...]]] = field(default_factory=list)
    _at: tuple[float, float] = (0, 0)
    _start: tuple[float, float] = (0, 0)
    #: The point towards which a curve goes on smoothly.
    _ahead: tuple[float, float] | None = None

    def move(self, x: float, y: float) -> None:
        if self.begins is None:
            self.begins = self._at = (x, y)
        else:
            self._step("m", (x, y))
        self._start = (x, y)

    def line(self, x: float, y: float) -> None:
        here_x, here_y = self._at
        if x == here_x or y == here_y:
            way = (y - here_y,) if x == here_x else (x - here_x,)
            self.drawn.append(("v" if x == here_x else "h", way))
            self._at, self._ahead = (x, y), None
        else:
            self._step("l", (x, y))

    def curve(self, control_x: float, control_y: float, x: float, y: float) -> None:
        control = (control_x, control_y)
        # Points between two bends are left out in the font, and may be here as well.
        if self._ahead == control:
            self._step("t", (x, y))
        else:
            self._step("q", control, (x, y))
        self._ahead = (2 * x - control_x, 2 * y - control_y)

    def close(self) -> None:
        self.drawn.append(("z", ()))
        self._at, self._ahead = self._start, None

    def _step(self, name: str, *points: tuple[float, float]) -> None:
        here_x, here_y = self._at
        self.drawn.append((name, tuple(way for x, y in points for way in (x - here_x, y - here_y))))
        self._at, self._ahead = points[-1], None

    def steps(self) -> Iterator[str]:
        """The path; a command's letter is written once for all that follow each other."""
        before = ""
        for name, ways in self.drawn:
            numbers = _numbers(*ways)
            if name != before or name == "m":
                yield name + numbers
            elif name != "z":
                yield numbers if numbers.startswith("-") else f" {numbers}"
            before = name


@cache
def _calls() -> uharfbuzz.DrawFuncs:
    calls = uharfbuzz.DrawFuncs()
    calls.set_move_to_func(lambda x, y, pen: pen.move(x, -y))
    calls.set_line_to_func(lambda x, y, pen: pen.line(x, -y))
    calls.set_quadratic_to_func(lambda cx, cy, x, y, pen: pen.curve(cx, -cy, x, -y))
    calls.set_close_path_func(lambda pen: pen.close())
    return calls


def _numbers(*values: float) -> str:
    """Numbers in a path, as short as may be."""
    text = ""
    for value in values:
        number = f"{value:g}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:g}"
        text += number if not text or number.startswith("-") else f" {number}"
    return text
