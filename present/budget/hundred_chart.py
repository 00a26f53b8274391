"""The chart of a hundred cells, one a lira."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import altair as alt
import pandas as pd

from present.kit.charts.bars import (
    AUTOSIZE,
    IS_WIDE,
    LINE,
    NAME_SIZE,
    NO_FRAME,
    height_of,
    pixels,
    wrap,
)

CELLS_A_ROW, CELL_ROWS, CELL_HEIGHT = 20, 5, 26
#: How high a cell is where there is little room.
LOW = 16
LEGEND_ROW, LEGEND_TEXT, LEGEND_CHARACTERS = 30, 92, 32


def hundred(
    parts: pd.DataFrame, colours: Mapping[str, str], high: int = CELL_HEIGHT
) -> alt.LayerChart:
    """A hundred cells, one a lira, filled column by column; below them what they are for.

    ``parts``: one row a purpose in the order to draw; columns ``key`` (of ``colours``), ``name``,
    ``wide`` (the name with more words, where there is room), ``lira`` (whole; they add up to 100),
    ``text`` ("29 lira"), ``detail`` (tooltip).
    ``high``: pixels of a cell. A purpose with 0 lira has no cell and stands in the list all the
    same.
    """
    cells = pd.DataFrame(
        [
            {
                "key": part.key,
                "detail": part.detail,
                "column": place // CELL_ROWS,
                "top": place % CELL_ROWS * high,
            }
            for place, part in enumerate(
                part for part in parts.itertuples() for _ in range(int(str(part.lira)))
            )
        ]
        if len(parts)
        else [],
        columns=["key", "detail", "column", "top"],
    )
    return _hundred(cells, parts, colours, high)


def _hundred(
    cells: pd.DataFrame, parts: pd.DataFrame, colours: Mapping[str, str], high: int
) -> alt.LayerChart:
    colour = alt.Color(
        "key:N",
        scale=alt.Scale(domain=list(colours), range=list(colours.values())),
        legend=None,
    )
    x_scale = alt.Scale(domain=[0, CELLS_A_ROW], range=[0, {"expr": "width"}], nice=False)
    edge = 1.5
    squares = (
        alt.Chart(cells)
        .transform_calculate(
            left="datum.column", right="datum.column + 1", bottom=f"datum.top + {high}"
        )
        .mark_rect(cornerRadius=3, xOffset=edge, x2Offset=-edge, yOffset=edge, y2Offset=-edge)
        .encode(
            x=alt.X("left:Q", axis=None, scale=x_scale),
            x2=alt.X2("right:Q"),
            y=alt.Y("top:Q", axis=None, scale=None),
            y2=alt.Y2("bottom:Q"),
            color=colour,
            tooltip=alt.Tooltip("detail:N"),
        )
    )
    listed = _listed(parts, CELL_ROWS * high + 10)
    base = alt.Chart(listed)
    swatches = base.mark_square(size=220, opacity=1).encode(
        x=alt.XValue(10), y=pixels("first"), color=colour
    )
    counts = base.mark_text(align="left", baseline="middle", fontWeight=700, fontSize=16).encode(
        x=alt.XValue(28), y=pixels("first"), text=alt.Text("text:N")
    )
    names = (
        base.transform_calculate(shown=f"{IS_WIDE} ? datum.wide : datum.narrow")
        .mark_text(
            align="left",
            baseline="middle",
            fontSize=NAME_SIZE,
            lineBreak="\n",
            lineHeight=LINE,
        )
        .encode(x=alt.XValue(LEGEND_TEXT), y=pixels("first"), text=alt.Text("shown:N"))
    )
    chart = alt.layer(squares, swatches, counts, names).properties(
        width="container", height=height_of(listed), autosize=AUTOSIZE, view=NO_FRAME
    )
    return cast(alt.LayerChart, chart)


def _listed(parts: pd.DataFrame, top: int) -> pd.DataFrame:
    """The list's rows with their places, each as high as its name on a telephone needs."""
    rows = []
    for part in parts.itertuples():
        lines = wrap(str(part.name), LEGEND_CHARACTERS)
        bottom = top + LEGEND_ROW + (len(lines) - 1) * LINE
        rows.append(
            {
                "key": part.key,
                "text": part.text,
                "narrow": "\n".join(lines),
                "wide": part.wide,
                "first": top + LEGEND_ROW / 2,
                "bottom": bottom,
            }
        )
        top = bottom
    return pd.DataFrame(rows, columns=["key", "text", "narrow", "wide", "first", "bottom"])
