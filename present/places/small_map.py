"""The still map for small pictures: the districts' numbers in large letters and no names, which the
legend gives for the most.

A picture on a telephone has room for a few large letters; names that nobody could read tell less
than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from present.kit.charts.bars import wrap
from present.kit.markup import Pieces, joined
from present.kit.theme import FONT, Palette, palette
from present.places.labels import NAME, Label, size
from present.places.legend_words import Legend
from present.places.still_map import SIDE, Ground
from present.places.view import View

_PIECES = Pieces("places/still_map.jinja")

#: Heights of letters in lines of a legend; the part of a letter's height that a digit is wide; free
#: units between ground and legend; a swatch and what parts it from its words, in letters.
_LINE, _DIGIT, _GAP, _SWATCH, _APART = 1.35, 0.6, 24.0, 1.0, 0.4


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the small map: how high its letters and its numbers are, how wide the legend beside
    the ground is (0: it stands below), and whether it says where there is most. All in units of the
    map."""

    letters: float
    beside: float = 0.0
    tells_most: bool = True
    numbers: float = 0.0

    @property
    def figures(self) -> float:
        """The height of the numbers."""
        return self.numbers or self.letters


#: The forms, for frames that are higher than wide, square, and wide.
FORMS = (
    Form(24),
    Form(27),
    Form(31, tells_most=False),
    Form(40, beside=500),
    Form(54, beside=940),
    Form(100, beside=2900, numbers=80),
)


def small_map(
    ground: Ground,
    view: View,
    labels: Sequence[Label],
    legend: Legend,
    most: str,
    form: Form,
    *,
    title: str,
    description: str,
    is_dark: bool,
) -> Markup:
    """The map of a ground in one of the forms, as an SVG element; arguments as ``still_map`` takes
    them. ``most``: the sentence that says where there is most."""
    colours = palette(is_dark)
    width = form.beside or SIDE
    drawn, height = _legend(legend, most if form.tells_most else "", form, width, colours)
    down = max((SIDE - height) / 2, 0.0) if form.beside else SIDE + _GAP
    placed = _PIECES(
        "large", signs=drawn, x=f"{SIDE + _GAP if form.beside else 0:g}", y=f"{down:.1f}", scale="1"
    )
    return _PIECES(
        "picture",
        title=title,
        description=description,
        width=f"{SIDE + (_GAP + form.beside if form.beside else 0):g}",
        height=f"{max(SIDE, height) if form.beside else SIDE + _GAP + height:.1f}",
        font=FONT,
        colours=colours,
        ground=ground,
        labels=_numbers(labels, view, form.figures, colours),
        legend=placed,
    )


def _numbers(labels: Sequence[Label], view: View, letters: float, colours: Palette) -> Markup:
    """The number of each district within it, the largest first: one that would lie over another is
    left to its shade."""
    taken: list[tuple[float, float, float]] = []
    drawn = []
    # Of two numbers written alike the longer is larger, of equally long ones the later by sign.
    for label in sorted(labels, key=lambda own: (len(own.number), own.number), reverse=True):
        x, y = view.to_board(label.end or label.point, SIDE)
        half = len(label.number) * letters * _DIGIT / 2
        is_free = all(
            abs(x - other_x) >= half + other or abs(y - other_y) >= letters
            for other_x, other_y, other in taken
        )
        if label.number and is_free and half < x < SIDE - half:
            taken.append((x, y, half))
            drawn.append(
                _PIECES(
                    "words", x=f"{x:.1f}", y=f"{y + letters * 0.35:.1f}", anchor="middle",
                    weight=600, letters=f"{letters:g}", ink=colours.ink, words=label.number,
                )
            )  # fmt: skip
    return joined(*drawn)


def _legend(
    legend: Legend, most: str, form: Form, width: float, colours: Palette
) -> tuple[Markup, float]:
    """What the colours are, line by line, and how high that is."""
    letters, down = form.letters, 0.0
    drawn: list[Markup] = []

    def say(text: str, x: float) -> None:
        drawn.append(
            _PIECES(
                "words", x=f"{x:.1f}", y=f"{down + letters:.1f}", anchor="start", weight=400,
                letters=f"{letters:g}", ink=colours.ink, words=text,
            )
        )  # fmt: skip

    def lines(text: str) -> list[str]:
        return wrap(text, int(width / (letters * 0.52))) if text else []

    for line in lines(legend.heading):
        say(line, 0)
        down += letters * _LINE
    x = 0.0
    for colour, words in legend.shades:
        wide = letters * (_SWATCH + _APART) + size(words, "")[0] / NAME * letters
        if x and x + wide > width:
            x, down = 0.0, down + letters * _LINE
        drawn.append(
            _PIECES(
                "swatch", x=f"{x:.1f}", y=f"{down + letters * 0.15:.1f}",
                side=f"{letters * _SWATCH:g}", fill=colour, colours=colours,
            )
        )  # fmt: skip
        say(words, x + letters * (_SWATCH + _APART))
        x += wide + letters
    down += letters * _LINE if legend.shades else 0.0
    for line in lines(most):
        say(line, 0)
        down += letters * _LINE
    return joined(*drawn), down + letters * 0.2
