"""Small multiples: each row a small column chart over all years, on a scale of its own from 0.

The chart carries no ``config``: colours are given, the rest is the theme's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
    height_of,
    longest_line,
    pixels,
    places,
)

#: Pixels: a column at most, the two lines of its amount above it, the year below it.
COLUMN, AMOUNT, YEAR = 46, 34, 20
#: All of a row below its name.
HIGH = AMOUNT + COLUMN + YEAR
#: Pixels that an amount's words need, beside each other; on less only the first and last stand.
_WORDS = 66
_CHARACTER = 7.2
#: The widest a year's place may be, so that few years don't stand far apart.
_WIDEST = 150


@dataclass(frozen=True, slots=True)
class Cell:
    """A row's amount of a year (any unit; ``None`` for none), its words, and all of it in words."""

    key: str
    name: str
    year: int
    amount: float | None
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of columns, of the line on which they stand, and of words that stand back."""

    column: str
    ground: str
    quiet: str


def multiples(cells: Sequence[Cell], years: Sequence[int], inks: Inks) -> alt.LayerChart:
    """The rows in the order of their first cells; a cell a row and year.

    ``rank``, by which a picture without room for all chooses, is that order. From
    ``present.kit.charts.bars.WIDE_FROM`` pixels on names stand left of the columns; on less, above
    them.
    """
    rows = pd.DataFrame(
        [{"key": cell.key, "name": cell.name} for cell in cells], columns=["key", "name"]
    ).drop_duplicates("key")
    stacked = places(rows, HIGH)
    ranks = {key: rank for rank, key in enumerate(rows["key"])}
    largest: dict[str, float] = {}
    for cell in cells:
        largest[cell.key] = max(largest.get(cell.key, 0.0), cell.amount or 0.0)
    drawn = pd.DataFrame(
        [
            {
                "key": cell.key,
                "rank": ranks[cell.key],
                "year": str(cell.year),
                "place": years.index(cell.year),
                "is_end": cell.year in (years[0], years[-1]),
                # A correction below 0 has no column; its words tell it.
                "part": max(cell.amount or 0.0, 0.0) / (largest[cell.key] or 1.0),
                "text": "\n".join(cell.text.split(" ", 1)),
                "text_lines": min(len(cell.text.split(" ", 1)), 2),
                "detail": cell.detail,
            }
            for cell in cells
        ]
    ).join(stacked.set_index("key"), on="key")
    left = f"({IS_WIDE} ? {longest_line(stacked) * _CHARACTER + 24:.0f} : 0)"
    step = f"min((width - {left}) / {max(len(years), 1)}, {_WIDEST})"
    base = alt.Chart(drawn).transform_calculate(
        step=step,
        line=f"({IS_WIDE} ? (datum.top + datum.bottom + {HIGH}) / 2 - {YEAR}"
        f" : datum.bottom - {GAP / 2 + YEAR})",
        middle=f"{left} + (datum.place + 0.5) * datum.step",
        start="datum.middle - datum.step * 0.32",
        end="datum.middle + datum.step * 0.32",
        column_top=f"datum.line - datum.part * {COLUMN}",
        amount_top=f"datum.column_top - 4 - (datum.text_lines - 1) * {LINE - 4}",
        year_top="datum.line + 4",
        from_left=left,
        to_right=f"{left} + {len(years)} * datum.step",
        name_top=f"({IS_WIDE} ? (datum.top + datum.bottom - datum.line_count * {LINE}) / 2"
        f" : datum.top + {GAP / 2})",
    )
    columns = base.mark_rect(cornerRadius=2, color=inks.column).encode(
        x=across("start"),
        x2=alt.X2("end:Q"),
        y=pixels("column_top"),
        y2=alt.Y2("line:Q"),
        tooltip=alt.Tooltip("detail:N"),
    )
    once = base.transform_filter("datum.place == 0")
    ground = once.mark_rule(color=inks.ground, strokeWidth=1).encode(
        x=across("from_left"), x2=alt.X2("to_right:Q"), y=pixels("line")
    )
    amounts = (
        base.transform_filter(f"datum.step >= {_WORDS} || datum.is_end")
        .mark_text(
            align="center", baseline="bottom", fontSize=13, fontWeight=600, lineBreak="\n",
            lineHeight=LINE - 4,
        )
        .encode(x=across("middle"), y=pixels("amount_top"), text=alt.Text("text:N"))
    )  # fmt: skip
    of_years = base.mark_text(align="center", baseline="top", fontSize=13, color=inks.quiet).encode(
        x=across("middle"), y=pixels("year_top"), text=alt.Text("year:N")
    )
    names = once.mark_text(
        align="left", baseline="top", fontSize=NAME_SIZE, lineBreak="\n", lineHeight=LINE
    ).encode(x=alt.XValue(0), y=pixels("name_top"), text=alt.Text("lines:N"))
    hover = once.mark_rect(opacity=0).encode(
        x=alt.XValue(0), x2=alt.X2Value("width"), y=pixels("top"), y2=alt.Y2("bottom:Q")
    )
    chart = alt.layer(hover, columns, ground, amounts, of_years, names).properties(
        width="container", height=height_of(stacked), autosize=AUTOSIZE, view=NO_FRAME
    )
    return cast(alt.LayerChart, chart)
