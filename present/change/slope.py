"""The slope chart: each row a line from one year's amount to another's, both on one scale from 0.

The chart carries no ``config``: colours are given, the rest is the theme's. Lines end where their
amounts are; the words beside them make way for each other, and a thin line leads to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import altair as alt
import pandas as pd

from present.kit.charts.bars import AUTOSIZE, IS_WIDE, NO_FRAME, across, pixels, wrap

#: Pixels: a line of words, what parts two names, the heads above, the least height of the lines.
LINE, APART, HEAD, LEAST = 17, 7, 34, 220
#: Characters of a name's line where there is little room, and where there is room.
NARROW, WIDE = 24, 60
#: Pixels of the earlier amounts' room, and of the names' where there is room.
LEFT, NAMES, WIDE_NAMES = 104, 180, 430
#: How far a word stands from its line's end, and where there is room.
_LEAD, _WIDE_LEAD = 16, 40


@dataclass(frozen=True, slots=True)
class Slope:
    """A line: its key and name, both amounts (any unit), their words, and all of it in words."""

    key: str
    name: str
    first: float
    second: float
    first_text: str
    second_text: str
    detail: str


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of lines, of thin lines and of words that stand back."""

    line: str
    lead: str
    quiet: str


def spread(wanted: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Where the middles of words stand so that none lies over another, each as near to where it is
    wanted as the others let it, in the order in which they are wanted, from 0 to ``room``.

    Words that need more room than there is go on below it.
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    # Blocks of words that touch: [their places, height, top that suits them best on the whole].
    blocks: list[tuple[list[int], float, float]] = []
    for place in order:
        block = ([place], heights[place], wanted[place] - heights[place] / 2)
        while blocks and blocks[-1][2] + blocks[-1][1] > block[2]:
            above = blocks.pop()
            count = len(above[0]), len(block[0])
            # The mean of where each of them would have the whole block's top.
            top = (above[2] * count[0] + (block[2] - above[1]) * count[1]) / sum(count)
            block = ([*above[0], *block[0]], above[1] + block[1], top)
        blocks.append(block)
    middles = [0.0] * len(wanted)
    ends: list[tuple[float, float]] = []
    limit = 0.0
    for _, height, top in blocks:
        start = max(top, limit)
        ends.append((start, height))
        limit = start + height
    limit = max(room, sum(heights))
    for (members, _, _), (start, height) in zip(reversed(blocks), reversed(ends), strict=True):
        top = max(min(start, limit - height), 0.0)
        limit = top
        for place in members:
            middles[place] = top + heights[place] / 2
            top += heights[place]
    return middles


def slopes(
    lines: Sequence[Slope], first: str, second: str, inks: Inks, least: float = LEAST
) -> alt.LayerChart:
    """The lines with the heads of both years above them, no lower than ``least`` pixels; at least
    one line.

    From ``present.kit.charts.bars.WIDE_FROM`` pixels on a name's lines are longer than on less.
    """
    names = [wrap(line.name, NARROW) for line in lines]
    wide_names = [wrap(line.name, WIDE) for line in lines]
    heights = [LINE * (1 + len(name)) + APART for name in names]
    room = max(sum(heights), least)
    largest = max((max(line.first, line.second) for line in lines), default=0.0) or 1.0

    def place(amount: float) -> float:
        return room * (1 - amount / largest)

    firsts = spread([place(line.first) for line in lines], [LINE + 2.0] * len(lines), room)
    seconds = spread([place(line.second) for line in lines], [float(h) for h in heights], room)
    frame = pd.DataFrame(
        [
            {
                "key": line.key,
                "first_text": line.first_text,
                "second_text": line.second_text,
                "narrow_name": "\n".join(name),
                "wide_name": "\n".join(wide_name),
                "wide_high": LINE * (1 + len(wide_name)),
                "detail": line.detail,
                "from_y": HEAD + place(line.first),
                "to_y": HEAD + place(line.second),
                "first_y": HEAD + first_y,
                "second_y": HEAD + second_y,
                "high": height - APART,
            }
            for line, name, wide_name, height, first_y, second_y in zip(
                lines, names, wide_names, heights, firsts, seconds, strict=True
            )
        ]
    )
    names_room = f"({IS_WIDE} ? {WIDE_NAMES} : {NAMES})"
    lead = f"({IS_WIDE} ? {_WIDE_LEAD} : {_LEAD})"
    base = alt.Chart(frame).transform_calculate(
        left_words=f"{LEFT - _LEAD}",
        left=f"{LEFT}",
        right=f"width - {names_room} - {lead}",
        right_words=f"width - {names_room}",
        said=f"{IS_WIDE} ? datum.wide_name : datum.narrow_name",
        said_high=f"{IS_WIDE} ? datum.wide_high : datum.high",
        value_top="datum.second_y - datum.said_high / 2",
        name_top=f"datum.value_top + {LINE}",
    )
    thin: dict[str, Any] = {"color": inks.lead, "strokeWidth": 1}
    layers = [
        base.mark_rule(**thin).encode(
            x=across("left_words"), x2=alt.X2("left:Q"), y=pixels("first_y"), y2=alt.Y2("from_y:Q")
        ),
        base.mark_rule(**thin).encode(
            x=across("right"), x2=alt.X2("right_words:Q"), y=pixels("to_y"), y2=alt.Y2("second_y:Q")
        ),
        base.mark_rule(color=inks.line, strokeWidth=2.5, opacity=0.85).encode(
            x=across("left"),
            x2=alt.X2("right:Q"),
            y=pixels("from_y"),
            y2=alt.Y2("to_y:Q"),
            tooltip=alt.Tooltip("detail:N"),
        ),
        _dots(base, "left", "from_y", inks),
        _dots(base, "right", "to_y", inks),
        _text(base, "left_words", "first_y", "first_text", align="right", baseline="middle", dx=-3),
        _text(base, "right_words", "value_top", "second_text", align="left", baseline="top", dx=4,
              fontWeight=600),
        _text(base, "right_words", "name_top", "said", align="left", baseline="top", dx=4,
              lineBreak="\n", lineHeight=LINE, color=inks.quiet),
        *_heads(first, second, f"width - {names_room} - {lead}"),
    ]  # fmt: skip
    chart = alt.layer(*layers).properties(
        width="container", height=HEAD + room, autosize=AUTOSIZE, view=NO_FRAME
    )
    return cast(alt.LayerChart, chart)


def _dots(base: alt.Chart, x: str, y: str, inks: Inks) -> alt.Chart:
    dots = base.mark_circle(size=70, color=inks.line, opacity=1)
    return cast(alt.Chart, dots.encode(x=across(x), y=pixels(y), tooltip=alt.Tooltip("detail:N")))


def _text(base: alt.Chart, x: str, y: str, field: str, **look: Any) -> alt.Chart:
    text = base.mark_text(fontSize=14, **look)
    return cast(alt.Chart, text.encode(x=across(x), y=pixels(y), text=alt.Text(f"{field}:N")))


def _heads(first: str, second: str, right: str) -> list[alt.Chart]:
    """What the two ends are, above them; ``right``: where the later one stands."""
    heads = pd.DataFrame([{"first": first, "second": second, "up": 0.0}])
    base = alt.Chart(heads).transform_calculate(left=f"{LEFT}", right=right)
    look: dict[str, Any] = {"baseline": "top", "fontWeight": 600, "fontSize": 15}
    return [
        base.mark_text(align="right", dx=8, **look).encode(
            x=across("left"), y=pixels("up"), text=alt.Text("first:N")
        ),
        base.mark_text(align="left", dx=-8, **look).encode(
            x=across("right"), y=pixels("up"), text=alt.Text("second:N")
        ),
    ]
