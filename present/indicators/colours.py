"""The colours of the ten words, light and dark: a ramp from blue over grey to amber.

Blue and amber stay apart under every colour blindness, and neither says good or bad as green and
red would. A word's segment always carries its number and its word stands in the legend and the
table; the colour only helps the eye.
"""

from __future__ import annotations

from dataclasses import dataclass

from present.indicators.ambition import Ambition
from present.indicators.dots import Inks
from present.kit.theme import palette


@dataclass(frozen=True, slots=True)
class Tone:
    """A word's ground, its edge and the ink that is read on it."""

    ground: str
    edge: str
    ink: str


#: In the order in which the words are drawn, from the left.
LIGHT: dict[Ambition, Tone] = {
    Ambition.ACCELERATION: Tone("#1F3B73", "#1F3B73", "#FFFFFF"),
    Ambition.ON_TREND: Tone("#7FA3DC", "#4C78BD", "#0B1730"),
    Ambition.REACHED: Tone("#C3CBD4", "#66717E", "#172033"),
    Ambition.FULL: Tone("#96A1AD", "#66717E", "#0B1730"),
    Ambition.KEPT: Tone("#66717E", "#66717E", "#FFFFFF"),
    Ambition.BELOW_ACTUAL: Tone("#F3C48A", "#A84B06", "#172033"),
    Ambition.BELOW_BOTH: Tone("#D98324", "#A84B06", "#172033"),
    Ambition.LOWER: Tone("#A84B06", "#A84B06", "#FFFFFF"),
    Ambition.NO_DIRECTION: Tone("#EEF1F5", "#66717E", "#172033"),
    Ambition.NOT_COMPARABLE: Tone("#FFFFFF", "#66717E", "#172033"),
}

DARK: dict[Ambition, Tone] = {
    Ambition.ACCELERATION: Tone("#9CBDF8", "#9CBDF8", "#0B1730"),
    Ambition.ON_TREND: Tone("#4468AE", "#7FA3DC", "#FFFFFF"),
    Ambition.REACHED: Tone("#46566A", "#93A3B8", "#FFFFFF"),
    Ambition.FULL: Tone("#71839A", "#93A3B8", "#06101E"),
    Ambition.KEPT: Tone("#93A3B8", "#93A3B8", "#0B1730"),
    Ambition.BELOW_ACTUAL: Tone("#7A4A12", "#F5A45C", "#FFFFFF"),
    Ambition.BELOW_BOTH: Tone("#B9711F", "#F5A45C", "#06101E"),
    Ambition.LOWER: Tone("#F5A45C", "#F5A45C", "#0B1730"),
    Ambition.NO_DIRECTION: Tone("#1A2A3D", "#93A3B8", "#EAF0F8"),
    Ambition.NOT_COMPARABLE: Tone("#0E1B2A", "#93A3B8", "#EAF0F8"),
}


def tones(is_dark: bool) -> dict[Ambition, Tone]:
    """The words' tones in the order in which they are drawn."""
    return DARK if is_dark else LIGHT


def dot_inks(is_dark: bool) -> Inks:
    """The colours of an indicator's dots."""
    colours = palette(is_dark)
    return Inks(
        dot=colours.accent,
        ground=colours.ground,
        joint=colours.quiet,
        track=colours.line,
        quiet=colours.quiet,
    )
