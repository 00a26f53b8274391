"""Chart of a district beside all others: a range, the middle one, and its own place, by kind.

Pure: a frame in, a chart out; colours are given by the caller.
"""

from __future__ import annotations

from typing import cast

import altair as alt
import pandas as pd

from present.kit.charts.bars import WIDE_FROM, pixels

#: Pixels from a line to the next one, and what a line needs with its name and its words, which
#: take two lines where the chart is narrow; and such a line.
STEP, HIGH, LINE = 88, 74, 16
#: Between the parts of a line's words.
BETWEEN = " · "


def beside_others(rows: pd.DataFrame, *, own: str, range_: str, middle: str) -> alt.LayerChart:
    """One line a kind: from the least to the most of all districts, each on its own scale.

    ``rows``: columns ``label`` (the kind with the district's count), ``rate``, ``median``,
    ``least``, ``most`` (parts of the line's length, 0 to 1), ``text`` (the figures in words, the
    parts with ``BETWEEN`` between them),
    ``detail`` (tooltip). ``own``, ``range_`` and ``middle`` are colours. The district is a dot, the
    middle one an upright stroke, so that shape tells them apart.
    """
    places = range(len(rows))
    drawn = rows.assign(
        key=rows["label"],
        broken=[str(text).replace(BETWEEN, "\n") for text in rows["text"]],
        line_count=1,
        bars_high=HIGH,
        top=[place * STEP for place in places],
        bottom=[(place + 1) * STEP for place in places],
    )
    scale = alt.Scale(domain=[0, 1], nice=False)
    base = (
        alt.Chart(drawn)
        .transform_calculate(
            middle="(datum.top + datum.bottom) / 2",
            said=f"width >= {WIDE_FROM} ? datum.text : datum.broken",
        )
        .encode(y=pixels("middle"), tooltip=alt.Tooltip("detail:N"))
    )

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=scale, axis=None)

    line = base.mark_rule(strokeWidth=8, strokeCap="round", color=range_).encode(
        x=x("least"), x2=alt.X2("most:Q")
    )
    stroke = base.mark_tick(thickness=3, size=18, color=middle).encode(x=x("median"))
    dot = base.mark_point(filled=True, size=150, opacity=1, color=own).encode(x=x("rate"))
    name = base.mark_text(align="left", baseline="bottom", dy=-13, fontWeight=600).encode(
        x=alt.XValue(0), text=alt.Text("label:N")
    )
    words = base.mark_text(
        align="left", baseline="top", dy=13, fontSize=13, lineBreak="\n", lineHeight=LINE
    ).encode(x=alt.XValue(0), text=alt.Text("said:N"))
    chart = alt.layer(line, stroke, dot, name, words).properties(
        width="container",
        height=STEP * max(len(rows), 1),
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        view=alt.ViewBackground(strokeOpacity=0),
    )
    return cast(alt.LayerChart, chart)
