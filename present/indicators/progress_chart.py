"""Progress bars: each indicator's actual, estimate and target on one scale that begins at nothing.

The chart carries no ``config``: colours are given, the rest is the theme's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

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
    wrap,
)
from present.kit.charts.spec import specification
from present.kit.theme import Palette

#: Pixels: a bar, a line of the words below it, how far the target's line stands out.
BAR, WORDS, OUT = 14, 18, 5
#: Pixels of a name's letter.
_CHARACTER = 7.2
#: Characters of a line of words on a narrow screen, and how many lines the figures may take.
_CHARACTERS = 50
#: Pixels that the marks at a track's end may stand out.
_END = 4


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours: of the track, the bar, the tick and the target's line, of words that stand back,
    and of the ground around the marks."""

    track: str
    bar: str
    tick: str
    target: str
    quiet: str
    ground: str


def drawn(records: Sequence[Mapping[str, Any]], colours: Palette, bar: str) -> dict[str, Any]:
    """The bars of records, each as a row of ``progress``, as Vega-Lite; ``bar``: their colour."""
    frame = pd.DataFrame(records).astype(dict.fromkeys(("fill", "tick", "target"), "Float64"))
    inks = Inks(
        track=colours.line,
        bar=bar,
        tick=colours.tick,
        target=colours.ink,
        quiet=colours.quiet,
        ground=colours.ground,
    )
    return specification(progress(frame, inks))


def progress(rows: pd.DataFrame, inks: Inks) -> alt.LayerChart:
    """A bar an indicator in the order of the rows, each on a scale of its own.

    ``rows``: one row an indicator; columns ``key``, ``name``, ``fill`` (the estimate's place),
    ``tick`` (the actual's) and ``target``, parts (0 to 1) of the track or NaN for none, ``word``
    and ``values`` (the lines below the bar), ``detail`` (all of it in words: tooltip, and what a
    screen reader says). From ``WIDE_FROM`` pixels on names stand left of the bars; on less, above
    them.
    """
    broken = [wrap(text, _CHARACTERS) for text in rows["values"]]
    high, wide_high = (
        BAR + OUT + WORDS * (1 + lines) for lines in (max(map(len, broken), default=1), 1)
    )
    stacked = places(rows, high, wide_high)
    drawn = rows.assign(broken=["\n".join(lines) for lines in broken]).join(
        stacked.set_index("key"), on="key"
    )
    left = f"({IS_WIDE} ? {longest_line(stacked) * _CHARACTER + 24:.0f} : 0)"
    track = f"max(width - {left} - {_END}, 40)"
    base = alt.Chart(drawn).transform_calculate(
        bar=f"{IS_WIDE} ? (datum.top + datum.bottom - {wide_high}) / 2"
        f" : datum.bottom - {high + GAP / 2}",
        bar_end=f"datum.bar + {BAR}",
        middle=f"datum.bar + {BAR / 2}",
        out_top=f"datum.bar - {OUT}",
        out_end=f"datum.bar + {BAR + OUT}",
        word_top=f"datum.bar + {BAR + OUT + 2}",
        values_top=f"datum.bar + {BAR + OUT + 2 + WORDS}",
        high=f"max(datum.line_count * {LINE}, {wide_high})",
        name_top=f"{IS_WIDE} ? (datum.top + datum.bottom - datum.high) / 2 - 2"
        f" : datum.top + {GAP / 2}",
        zero="0",
        start=left,
        target_at=f"{left} + datum.target * {track}",
        track_end=f"{left} + {track}",
        fill_end=f"{left} + datum.fill * {track}",
        tick_start=f"{left} + datum.tick * {track} - 3",
        tick_end="datum.tick_start + 6",
        said=f"{IS_WIDE} ? datum.values : datum.broken",
    )
    tracks = _bar(base, "start", "track_end").encode(color=alt.ColorValue(inks.track))
    fills = _bar(base.transform_filter("isValid(datum.fill)"), "start", "fill_end").encode(
        color=alt.ColorValue(inks.bar)
    )
    ticks = _bar(
        base.transform_filter("isValid(datum.tick)"), "tick_start", "tick_end", edge=inks.ground
    ).encode(color=alt.ColorValue(inks.tick))
    targets = [
        base.transform_filter("isValid(datum.target)")
        .mark_rule(aria=False, strokeWidth=width, color=ink, opacity=1)
        .encode(x=across("target_at"), y=pixels("out_top"), y2=alt.Y2("out_end:Q"))
        for width, ink in ((5, inks.ground), (2, inks.target))
    ]
    words = [
        hanging(base, "start", "word", "word_top", fontSize=14, fontWeight=600, lineBreak="\n"),
        hanging(base, "start", "said", "values_top", fontSize=13, color=inks.quiet,
                lineBreak="\n", lineHeight=WORDS),
        hanging(base, "zero", "lines", "name_top", fontSize=NAME_SIZE, lineBreak="\n",
                lineHeight=LINE),
    ]  # fmt: skip
    chart = alt.layer(tracks, fills, *targets, ticks, *words, all_of_row(base)).properties(
        width="container",
        height=height_of(stacked),
        autosize=AUTOSIZE,
        view=NO_FRAME,
    )
    return cast(alt.LayerChart, chart)


def _bar(base: alt.Chart, start: str, end: str, edge: str = "") -> alt.Chart:
    """A part of a bar from one place to another, with an edge around it if wanted."""
    width = 1.5 if edge else 0
    bar = base.mark_rect(aria=False, stroke=edge or None, strokeWidth=width).encode(
        x=across(start), x2=alt.X2(f"{end}:Q"), y=pixels("bar"), y2=alt.Y2("bar_end:Q")
    )
    return cast(alt.Chart, bar)
