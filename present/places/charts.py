"""Chart of facilities: residents for each of them in every district, and in the middle one.

Pure: a frame in, a chart out; colours are given by the caller.
"""

from __future__ import annotations

from typing import cast

import altair as alt
import pandas as pd

STEP = 27
BAR = 17


def people_each(
    rows: pd.DataFrame, *, colour: str, median: float | None, median_text: str
) -> alt.LayerChart:
    """Horizontal bars in the order of the rows, each with its value beside it.

    ``rows``: one row a district; columns ``district``, ``people_each`` (residents for each
    facility; NaN has no bar), ``text`` (in words), ``detail`` (tooltip), ``is_chosen`` (whether it
    stands out). ``median`` is drawn as a line with ``median_text`` above it, ``None`` is not.
    ``colour`` is the bars'.
    """
    order = list(rows["district"])
    drawn = rows.assign(end=rows["people_each"].fillna(0.0)).drop(columns="people_each")
    largest = max([float(end) for end in drawn["end"]], default=0.0)
    x_scale = alt.Scale(
        domain=[0, largest or 1], range=[0, {"expr": "max(width - 170, 40)"}], nice=False
    )
    base = alt.Chart(drawn).encode(
        y=alt.Y("district:N", sort=order, title=None, axis=alt.Axis(labelPadding=8))
    )
    is_strong = alt.datum.is_chosen
    bars = base.mark_bar(height=BAR, color=colour).encode(
        x=alt.X("end:Q", scale=x_scale, axis=None),
        opacity=alt.condition(is_strong, alt.value(1.0), alt.value(0.45))
        if rows["is_chosen"].any()
        else alt.value(1.0),
        tooltip=alt.Tooltip("detail:N"),
    )
    values = base.mark_text(align="left", dx=6).encode(
        x=alt.X("end:Q", scale=x_scale, axis=None), text=alt.Text("text:N")
    )
    height = STEP * max(len(order), 1)
    layers = [bars, values]
    if median is not None:
        middle = pd.DataFrame({"end": [median], "text": [median_text]})
        line = (
            alt.Chart(middle)
            .mark_rule(strokeDash=[5, 4], strokeWidth=1.5, opacity=0.6)
            .encode(x=alt.X("end:Q", scale=x_scale, axis=None))
        )
        word = (
            alt.Chart(middle)
            .mark_text(align="left", baseline="bottom", dx=4, dy=-3)
            .encode(
                x=alt.X("end:Q", scale=x_scale, axis=None),
                y=alt.YValue(0),
                text=alt.Text("text:N"),
            )
        )
        layers = [line, *layers, word]
    chart = alt.layer(*layers).properties(width="container", height=height)
    return cast(alt.LayerChart, chart)
