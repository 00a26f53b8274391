"""One indicator over the years: a line of results, with the year's promise and estimate beside it.

The chart carries no ``config``: colours are given, the rest is the theme's. Kinds differ in form as
well as in colour.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import altair as alt
import pandas as pd

from present.kit.charts.spec import following

#: Pixels of the chart's height.
HEIGHT = 300
#: An axis begins at zero unless all figures lie within this share of the largest.
_NARROW = 0.5


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure of a year: its kind (promise, estimate, result), its value in the indicator's unit,
    and both in words."""

    year: int
    kind: str
    value: float
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of the kinds, and of the ground around the marks."""

    promise: str
    estimate: str
    result: str
    ground: str


#: The form of each kind's mark.
_SHAPES = {"promise": "square", "estimate": "diamond", "result": "circle"}


def starts_at_zero(marks: Sequence[Mark]) -> bool:
    """Whether the axis of values begins at zero: where figures differ so little that nobody would
    see it, it begins below the smallest."""
    values = [mark.value for mark in marks]
    if not values or min(values) <= 0:
        return True
    return (max(values) - min(values)) / max(values) >= _NARROW or max(values) == min(values)


def _runs(marks: Sequence[Mark]) -> list[int]:
    """For each mark the year in which its run of results from year to year began; the year of the
    mark itself for what is no result."""
    runs: list[int] = []
    begun = last = 0
    for mark in marks:
        if mark.kind != "result":
            runs.append(mark.year)
            continue
        begun = begun if mark.year == last + 1 else mark.year
        last = mark.year
        runs.append(begun)
    return runs


def years_chart(
    marks: Sequence[Mark], words: Mapping[str, str], inks: Inks, height: int = HEIGHT
) -> alt.LayerChart:
    """The marks of an indicator's years, the results joined by a line; ``words`` name the kinds for
    the legend, ``height`` is that of the marks' field in pixels."""
    frame = pd.DataFrame(
        [
            {"year": str(mark.year), "kind": mark.kind, "value": mark.value, "text": mark.text,
             "detail": mark.detail, "run": run}
            for mark, run in zip(marks, _runs(marks), strict=True)
        ]
    )  # fmt: skip
    kinds = [kind for kind in _SHAPES if kind in set(frame["kind"])]
    colours = {"promise": inks.promise, "estimate": inks.estimate, "result": inks.result}
    named = f"({json.dumps(dict(words), ensure_ascii=False)})[datum.value]"
    legend = alt.Legend(title=None, orient="top", direction="horizontal", columns=3,
                        symbolOpacity=1, symbolSize=160, labelExpr=named)  # fmt: skip
    base = alt.Chart(frame).encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, domain=False, ticks=False)),
        # Beside each other, so that none lies under another.
        xOffset=alt.XOffset("kind:N", scale=alt.Scale(domain=list(_SHAPES), paddingOuter=0.8)),
        y=alt.Y(
            "value:Q",
            title=None,
            axis=alt.Axis(tickCount=max(2, round(height / 60)), format=",~f"),
            scale=alt.Scale(zero=starts_at_zero(marks), nice=True, padding=12),
        ),
    )
    results = base.transform_filter("datum.kind == 'result'")
    line = results.mark_line(color=inks.result, strokeWidth=2, aria=False).encode(
        # No line leads over a year whose result is not known.
        detail=alt.Detail("run:N")
    )
    points = base.mark_point(filled=True, opacity=1, stroke=inks.ground, strokeWidth=1).encode(
        shape=alt.Shape(
            "kind:N",
            scale=alt.Scale(domain=kinds, range=[_SHAPES[kind] for kind in kinds]),
            legend=legend,
        ),
        color=alt.Color(
            "kind:N",
            scale=alt.Scale(domain=kinds, range=[colours[kind] for kind in kinds]),
            legend=legend,
        ),
        size=alt.value(150),
        tooltip=alt.Tooltip("detail:N"),
        description=alt.Description("detail:N"),
    )
    chart = alt.layer(line, points).properties(
        width="container", height=height, usermeta=following(0.6)
    )
    return cast(alt.LayerChart, chart)
