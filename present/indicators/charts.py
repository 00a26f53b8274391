"""Charts of the indicators: DataFrame -> Altair chart; no query, no page, no colour of its own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from present.indicators.dots import Inks, dots
from present.kit.charts.bars import LINE, wrap
from present.kit.charts.spec import following

#: Heights in pixels: a bar, the room for one in each chart, a line of the legend above.
BAR = 26
AIM_STEP = 60
LEGEND_LINE = 26
#: How much closer the aims of a low picture stand.
LOWER = 4
#: Characters of a line of an aim's name.
AIM_CHARACTERS = 44
#: Words in a line of the legend.
LEGEND_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Segment:
    """How one word's segments are drawn: the word, its ground, its edge, the figure on it."""

    word: str
    ground: str
    edge: str
    ink: str


def ambition_by_aim(
    counts: pd.DataFrame, segments: Sequence[Segment], *, is_ladder: bool = False
) -> alt.LayerChart:
    """A bar for each aim, divided by the word for its indicators' targets.

    ``counts``: one row an aim and word, zero counts left out; columns ``aim`` (number),
    ``aim_label`` (text that stands above the bar), ``word``, ``count``, ``start`` and ``end``
    (the segment's edges, in indicators), ``detail`` (tooltip). No rows, no bars. A word without an
    indicator stands in no legend. ``is_ladder``: the aims with most indicators first and closer
    together, so that a low picture can leave the last ones out.
    """
    counted = set(counts["word"])
    segments = [segment for segment in segments if segment.word in counted]
    words = [segment.word for segment in segments]
    legend_lines = math.ceil(len(words) / LEGEND_COLUMNS)

    def scale(colours: Sequence[str]) -> alt.Scale:
        return alt.Scale(domain=words, range=list(colours))

    grounds = scale([segment.ground for segment in segments])
    edges = scale([segment.edge for segment in segments])
    inks = {segment.word: segment.ink for segment in segments}
    longest = int(counts["end"].max()) if len(counts) else 1
    broken = [wrap(str(label), AIM_CHARACTERS) for label in counts["aim_label"]]
    inked = counts.assign(
        ink=counts["word"].map(inks),
        lines=["\n".join(lines) for lines in broken],
        line_count=[len(lines) for lines in broken],
    )
    step = AIM_STEP + LINE * (max(map(len, broken), default=1) - 1)
    scale_of_aims = alt.Scale(paddingInner=0.58, paddingOuter=0.3)
    aims = alt.Y("aim:O", axis=None, scale=scale_of_aims)
    if is_ladder:
        step -= LOWER
        sizes = counts.groupby("aim", sort=False)["count"].sum()
        order = sizes.sort_values(ascending=False, kind="stable").index
        aims = alt.Y("aim:N", sort=[*order], axis=None, scale=scale_of_aims)
    base = alt.Chart(inked).encode(y=aims)
    legend = alt.Legend(
        title=None, orient="top", direction="horizontal", columns=LEGEND_COLUMNS,
        symbolType="square", labelLimit=0,
    )  # fmt: skip
    bars = base.mark_bar(height=BAR, strokeWidth=1).encode(
        x=alt.X("start:Q", axis=None, scale=alt.Scale(domain=[0, longest], nice=False)),
        x2=alt.X2("end:Q"),
        fill=alt.Fill("word:N", scale=grounds, legend=legend),
        stroke=alt.Stroke("word:N", scale=edges, legend=legend),
        tooltip=alt.Tooltip("detail:N"),
    )
    figures = (
        base.transform_calculate(middle="(datum.start + datum.end) / 2")
        .mark_text(fontWeight=600)
        .encode(
            x=alt.X("middle:Q"),
            text=alt.Text("count:Q", format=",d"),
            color=alt.Color("ink:N", scale=None),
        )
    )
    names = (
        base.transform_filter("datum.start == 0")
        .mark_text(
            align="left",
            baseline="bottom",
            lineBreak="\n",
            lineHeight=LINE,
            # A text of several lines hangs from its first one.
            dy=alt.ExprRef(f"{-BAR / 2 - 5} - (datum.line_count - 1) * {LINE}"),
        )
        .encode(x=alt.XValue(0), text=alt.Text("lines:N"))
    )
    chart: alt.LayerChart = alt.layer(
        bars,
        figures,
        names,
        width="container",
        height=LEGEND_LINE * (0 if is_ladder else legend_lines) + step * counts["aim"].nunique(),
        usermeta=following(0.83),
    ).resolve_scale()
    return chart


def indicator_years(years: pd.DataFrame, inks: Inks) -> alt.LayerChart:
    """Three dots on one scale: what was, what is expected, what is wanted, joined by a line.

    ``years``: one row a figure, in the order to draw; columns ``label`` ("2023 gerçekleşen"),
    ``kind`` (actual, estimate, target), ``value`` (NaN: not stated, no dot is drawn), ``text`` (the
    figure with its unit, or the words for a figure that is not stated), ``detail`` (tooltip). The
    target, which is a wish, is a hollow dot.
    """
    looks = {"actual": _full(inks.dot), "estimate": _pale(inks), "target": _hollow(inks)}
    return dots(years, looks, inks, are_joined=True)


def indicator_kinds(figures: pd.DataFrame, inks: Inks) -> alt.LayerChart:
    """A dot for each figure of an indicator on one scale; ``figures`` as ``indicator_years`` takes
    them, of any kind. What was is full, what is expected pale, what was planned or is wanted
    hollow, a forecast broken. Nothing joins figures of several kinds of a year."""
    hollow = _hollow(inks)
    looks = {
        "actual": _full(inks.dot),
        "half_year_actual": _full(inks.dot),
        "year_end_estimate": _pale(inks),
        "estimate": _pale(inks),
        "planned": hollow,
        "target": hollow,
        "forecast": {**hollow, "strokeDash": [3, 2]},
    }
    return dots(figures, looks, inks)


def indicator_results(figures: pd.DataFrame, actual: str, inks: Inks) -> alt.LayerChart:
    """A dot a figure on one scale: the target, what came of it as of each day, what was stated
    before, what was expected.

    ``figures`` as ``indicator_years`` takes them, but of the kinds target, actual, earlier (a
    figure that a newer document states otherwise) and expected. ``actual`` is the colour of what
    came of the plan.
    """
    hollow = _hollow(inks)
    looks = {
        "target": hollow,
        "actual": _full(actual),
        "earlier": {**_full(actual), "opacity": 0.4},
        "expected": {**hollow, "strokeDash": [3, 2]},
    }
    return dots(figures, looks, inks)


def _full(colour: str) -> dict[str, Any]:
    return {"fill": colour, "stroke": colour, "strokeWidth": 2}


def _pale(inks: Inks) -> dict[str, Any]:
    return {**_full(inks.dot), "fillOpacity": 0.4}


def _hollow(inks: Inks) -> dict[str, Any]:
    return {"fill": inks.ground, "stroke": inks.dot, "strokeWidth": 2.5}
