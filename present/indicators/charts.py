"""Charts of the indicators: DataFrame -> Altair chart; no query, no page, no colour of its own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from present.kit.charts.bars import LINE, wrap
from present.kit.charts.spec import following

#: Heights in pixels: a bar, the room for one in each chart, a line of the legend above.
BAR = 26
AIM_STEP = 60
LEGEND_LINE = 26
#: Characters of a line of an aim's name.
AIM_CHARACTERS = 44
#: Words in a line of the legend.
LEGEND_COLUMNS = 2
YEAR_STEP = 46
LABELLED_STEP = 62


@dataclass(frozen=True, slots=True)
class Segment:
    """How one word's segments are drawn: the word, its ground, its edge, the figure on it."""

    word: str
    ground: str
    edge: str
    ink: str


def ambition_by_aim(counts: pd.DataFrame, segments: Sequence[Segment]) -> alt.LayerChart:
    """A bar for each aim, divided by the word for its indicators' targets.

    ``counts``: one row an aim and word, zero counts left out; columns ``aim`` (number),
    ``aim_label`` (text that stands above the bar), ``word``, ``count``, ``start`` and ``end``
    (the segment's edges, in indicators), ``detail`` (tooltip). No rows, no bars. A word without an
    indicator stands in no legend.
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
    base = alt.Chart(inked).encode(
        y=alt.Y("aim:O", axis=None, scale=alt.Scale(paddingInner=0.58, paddingOuter=0.3))
    )
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
        height=LEGEND_LINE * legend_lines + step * counts["aim"].nunique(),
        usermeta=following(0.83),
    ).resolve_scale()
    return chart


def indicator_years(years: pd.DataFrame, accent: str, ground: str) -> alt.LayerChart:
    """Three bars: what was, what is expected, what is wanted.

    ``years``: one row a figure, in the order to draw; columns ``label`` ("2023 gerçekleşen"),
    ``kind`` (actual, estimate, target), ``value`` (NaN: not stated, no bar is drawn), ``text`` (the
    figure with its unit, or the words for a figure that is not stated), ``detail`` (tooltip). Bars
    begin at zero; the target, which is a wish, is drawn as an outline over ``ground``.
    """
    return _bars_of_kinds(
        years,
        (
            ("actual", {"color": accent}),
            ("estimate", {"color": accent, "opacity": 0.55}),
            ("target", {"fill": ground, "stroke": accent, "strokeWidth": 2}),
        ),
    )


def indicator_kinds(figures: pd.DataFrame, accent: str, ground: str) -> alt.LayerChart:
    """A bar for each figure of an indicator; ``figures`` as ``indicator_years`` takes them, of any
    kind. What was is full, what is expected pale, what was planned or is wanted an outline, a
    forecast a broken one. Labels, which are long, stand above their bars."""
    outline = {"fill": ground, "stroke": accent, "strokeWidth": 2}
    pale = {"color": accent, "opacity": 0.55}
    looks: tuple[tuple[str, dict[str, Any]], ...] = (
        ("actual", {"color": accent}),
        ("half_year_actual", {"color": accent}),
        ("year_end_estimate", pale),
        ("estimate", pale),
        ("planned", outline),
        ("target", outline),
        ("forecast", {**outline, "strokeDash": [4, 3]}),
    )
    return _bars_of_kinds(figures, looks, has_labels_above=True)


def indicator_results(
    figures: pd.DataFrame, accent: str, actual: str, ground: str
) -> alt.LayerChart:
    """A bar a figure: the target, what came of it as of each day, what was stated before, what
    was expected.

    ``figures`` as ``indicator_years`` takes them, but of the kinds target, actual, earlier (a
    figure that a newer document states otherwise) and expected. Labels stand above their bars;
    ``actual`` is the colour of what came of the plan.
    """
    outline = {"fill": ground, "stroke": accent, "strokeWidth": 2}
    looks: tuple[tuple[str, dict[str, Any]], ...] = (
        ("target", outline),
        ("actual", {"color": actual}),
        ("earlier", {"color": actual, "opacity": 0.35}),
        ("expected", {**outline, "strokeDash": [4, 3]}),
    )
    return _bars_of_kinds(figures, looks, has_labels_above=True)


def _bars_of_kinds(
    years: pd.DataFrame,
    looks: Sequence[tuple[str, dict[str, Any]]],
    *,
    has_labels_above: bool = False,
) -> alt.LayerChart:
    largest = years["value"].max() if years["value"].notna().any() else 1.0
    smallest = min(0.0, years["value"].min()) if years["value"].notna().any() else 0.0
    base = alt.Chart(years).encode(
        y=alt.Y(
            "label:N",
            sort=years["label"].tolist(),
            title=None,
            axis=None if has_labels_above else alt.Axis(domain=False, ticks=False, labelLimit=0),
            scale=alt.Scale(paddingInner=0.4, paddingOuter=0.2),
        )
    )
    x = alt.X(
        "value:Q",
        axis=None,
        scale=alt.Scale(domain=[smallest, (largest or 1.0) * 1.45], nice=False, zero=True),
    )
    bars = [
        base.transform_filter(f"datum.kind == '{kind}'")
        .mark_bar(height=BAR, **look)
        .encode(x=x, tooltip=alt.Tooltip("detail:N"))
        for kind, look in looks
    ]
    texts = (
        base.transform_calculate(place="isValid(datum.value) ? max(datum.value, 0) : 0")
        .mark_text(align="left", dx=8, fontWeight=600)
        .encode(x=alt.X("place:Q"), text=alt.Text("text:N"))
    )
    labels = base.mark_text(align="left", baseline="bottom", dy=-BAR / 2 - 5).encode(
        x=alt.value(0), text=alt.Text("label:N")
    )
    layers = [*bars, texts, *([labels] if has_labels_above else [])]
    step = LABELLED_STEP if has_labels_above else YEAR_STEP
    chart: alt.LayerChart = alt.layer(
        *layers, width="container", height=step * len(years)
    ).resolve_scale()
    return chart
