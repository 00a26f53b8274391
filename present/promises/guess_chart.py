"""How far estimates were from results: a bar each from the middle, to the right where the estimate
was above the result.

The chart carries no ``config``: colours are given, the rest is the theme's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import cast

import altair as alt
import pandas as pd

from present.kit.charts.bars import (
    AUTOSIZE,
    GAP,
    IS_WIDE,
    LINE,
    NAME_SIZE,
    NO_FRAME,
    across,
    all_of_row,
    hanging,
    height_of,
    longest_line,
    pixels,
    places,
)

#: Pixels of a bar, and of a line of words below it.
BAR, WORDS = 14, 18
#: Pixels of a name's letter, and of the room that the bars keep from the edge.
_CHARACTER, _EDGE = 7.2, 6


@dataclass(frozen=True, slots=True)
class Deviation:
    """An estimate: its key, its name, its difference as a part of the result, that and the figures
    in words, and all of it in words."""

    key: str
    name: str
    share: float
    word: str
    values: str
    detail: str


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of the bars, of the line of results, and of words that stand back."""

    bar: str
    zero: str
    quiet: str


def deviations(rows: Sequence[Deviation], inks: Inks) -> alt.LayerChart:
    """The bars in the order of the rows, all on one scale; one row at least. Names stand above
    their bars, or left of them where there is room."""
    frame = pd.DataFrame([asdict(row) for row in rows])
    high = BAR + 2 * WORDS + 4
    stacked = places(frame, high)
    furthest = max((abs(row.share) for row in rows), default=0.0) or 1.0
    drawn = frame.assign(part=frame["share"] / furthest).join(stacked.set_index("key"), on="key")
    left = f"({IS_WIDE} ? {longest_line(stacked) * _CHARACTER + 24:.0f} : 0)"
    half = f"((width - {left}) / 2 - {_EDGE})"
    base = alt.Chart(drawn).transform_calculate(
        bar=f"{IS_WIDE} ? datum.top + {GAP / 2} : datum.bottom - {high + GAP / 2}",
        bar_end=f"datum.bar + {BAR}",
        word_top=f"datum.bar + {BAR + 4}",
        values_top=f"datum.bar + {BAR + WORDS + 4}",
        name_top=f"datum.top + {GAP / 2}",
        zero="0",
        start=left,
        middle=f"{left} + (width - {left}) / 2",
        end=f"datum.middle + datum.part * {half}",
        line_top="datum.bar - 4",
        line_end=f"datum.bar + {BAR + 4}",
    )
    bars = base.mark_rect(aria=False, color=inks.bar).encode(
        x=across("middle"), x2=alt.X2("end:Q"), y=pixels("bar"), y2=alt.Y2("bar_end:Q")
    )
    zero = base.mark_rule(aria=False, strokeWidth=2, color=inks.zero, opacity=1).encode(
        x=across("middle"), y=pixels("line_top"), y2=alt.Y2("line_end:Q")
    )
    words = [
        hanging(base, "start", "word", "word_top", fontSize=14, fontWeight=600),
        hanging(base, "start", "values", "values_top", fontSize=13, color=inks.quiet),
        hanging(base, "zero", "lines", "name_top", fontSize=NAME_SIZE, lineBreak="\n",
                lineHeight=LINE),
    ]  # fmt: skip
    chart = alt.layer(bars, zero, *words, all_of_row(base)).properties(
        width="container", height=height_of(stacked), autosize=AUTOSIZE, view=NO_FRAME
    )
    return cast(alt.LayerChart, chart)
