"""How large pictures are, and how large what is written on them has to be.

Nobody sees a file: a square of 1080 pixels stands on a telephone 390 wide. Text is at least
``READ`` pixels where a picture is seen, and seven points on paper; from that follow all sizes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: Pixels of the smallest text, as it is seen.
READ = 11
#: The width of a telephone, and of a link's preview on a desk, in pixels.
PHONE, _PREVIEW = 390, 600
#: Paper: millimetres, points and CSS's pixels of an inch, and points of the smallest text.
_A4, _INCH, _POINTS, CSS_INCH, _SMALLEST = 210, 25.4, 72, 96, 7


class Size(StrEnum):
    """How large a picture is; the values stand in addresses."""

    WEB = "web"
    SOCIAL = "sosyal"
    SQUARE = "kare"
    PORTRAIT = "dikey"
    STORY = "hikaye"
    PRINT = "baski"
    PRINT_300 = "baski-300"


#: What addresses call the choice of a size.
SIZE = "boyut"


class Headline(StrEnum):
    """What stands above a picture in large letters: the figure's title, or its sentence; the values
    stand in addresses."""

    TITLE = "ad"
    SENTENCE = "cumle"


#: What addresses call the choice of a headline.
HEADLINE = "baslik"


@dataclass(frozen=True, slots=True)
class Frame:
    """A size in units of the drawing: width, height (``None``: as high as it needs), margin at the
    sides, size of the title and of the smallest text of ours.

    ``seen``: pixels of width at which it is looked at; ``notes``: as many lines of notes are drawn,
    with 0 only the ways to them, or they would crowd out what they are about; ``ends``: margin
    above and below, where that is more than at the sides; ``dots``: pixels of the PNG for each
    unit; ``inch``: units that are an inch on paper.
    """

    width: int
    height: int | None
    margin: int
    title: int
    small: int
    seen: int
    notes: int = 5
    ends: int = 0
    dots: int = 1
    inch: int = CSS_INCH

    @property
    def least(self) -> float:
        """The smallest text of a chart."""
        return READ * self.width / self.seen

    @property
    def above(self) -> int:
        """The margin above and below."""
        return self.ends or self.margin


def _on_paper(width: int, inch: int) -> int:
    """As many pixels of width make the smallest text of a chart seven points."""
    return int(READ * width / (_SMALLEST * inch / _POINTS))


FRAMES = {
    Size.WEB: Frame(960, None, 28, 26, 14, seen=960),
    Size.SOCIAL: Frame(1200, 628, 36, 36, 22, seen=_PREVIEW, notes=0),
    Size.SQUARE: Frame(1080, 1080, 44, 40, 31, seen=PHONE, notes=0),
    Size.PORTRAIT: Frame(1080, 1350, 44, 44, 31, seen=PHONE, notes=0),
    # What shows stories covers their ends with its own buttons.
    Size.STORY: Frame(1080, 1920, 44, 50, 31, seen=PHONE, notes=9, ends=130),
    # A4 on its side, and upright at 300 pixels an inch.
    Size.PRINT: Frame(1123, 794, 48, 30, 15, seen=_on_paper(1123, CSS_INCH)),
    Size.PRINT_300: Frame(620, 877, 38, 20, 9, seen=_on_paper(620, 75), notes=9, dots=4, inch=75),
}
