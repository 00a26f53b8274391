"""Charts of money: bars with their names above them, and the hundred lira.

Pure: a frame in, a chart out; colours are given by the caller. A chart is as wide as its room
(``width`` is Vega's own signal), so one specification serves a telephone and a desk: names stand
above their bars, or beside them where there is room.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping
from typing import Any, cast

import altair as alt
import pandas as pd

#: The selection that a click on a row makes; it holds the row's ``key``.
CLICKED = "secim"
_HOVERED = "uzerinde"

NAME_SIZE = 15
BAR, WIDE_BAR = 18, 24
LINE = 20
GAP = 18
#: Characters of a name's line, pixels of a letter.
NAME_CHARACTERS, _CHARACTER = 48, 7.2
#: From this width (pixels) on, names stand left of the bars instead of above them.
WIDE_FROM = 760
IS_WIDE = f"width >= {WIDE_FROM}"
#: Only the width follows the room: the height is what the rows need.
AUTOSIZE = alt.AutoSizeParams(type="fit-x", contains="padding")
NO_FRAME = alt.ViewBackground(strokeOpacity=0)
_PLACE_COLUMNS = ["key", "lines", "line_count", "bars_high", "top", "bottom"]


def wrap(text: str, characters: int) -> list[str]:
    """``text`` broken between words into lines of at most so many characters, nothing left out.

    A word longer than a line stays whole.
    """
    lines = textwrap.wrap(text, characters, break_long_words=False, break_on_hyphens=False)
    return lines or [""]


def bars(
    rows: pd.DataFrame,
    colours: Mapping[str, str],
    *,
    hover: str = "",
    legend: Mapping[str, str] | None = None,
) -> alt.LayerChart:
    """Horizontal bars in the order of the rows, each below its name, with its value beside it.

    ``rows``: one row a segment; columns ``key``, ``name``, ``group`` (a key of ``colours``: the
    segment's colour), ``start`` and ``end`` (the segment's edges, any unit), ``text`` (the value
    in words; written once, at the end of the key's last segment), ``detail`` (tooltip). Segments
    of one key lie in one row. With ``hover`` (a colour) a row can be clicked: the selection
    ``CLICKED`` gets its key. ``legend``: words for groups that need a legend. Raises ``KeyError``
    for a group without a colour.
    """
    missing = sorted(set(rows["group"]) - set(colours))
    if missing:
        raise KeyError(f"no colour for the groups {', '.join(missing)}")
    stacked = places(rows.drop_duplicates("key"), BAR, WIDE_BAR)
    drawn = rows.assign(is_last=~rows["key"].duplicated(keep="last")).join(
        stacked.set_index("key"), on="key"
    )
    reserve = max((len(text) for text in rows["text"]), default=0) * 7.6 + 12
    names_end = longest_line(stacked)
    left = f"({IS_WIDE} ? {names_end * _CHARACTER + 16:.0f} : 0)"
    x_scale = alt.Scale(
        domain=[0, _largest(rows)],
        range=[{"expr": left}, {"expr": f"max(width - {reserve:.0f}, {left} + 40)"}],
    )
    base = alt.Chart(drawn).transform_calculate(
        middle=f"{IS_WIDE} ? (datum.top + datum.bottom) / 2 : datum.bottom - {(GAP + BAR) / 2}",
        bar=f"datum.middle - ({IS_WIDE} ? {WIDE_BAR / 2} : {BAR / 2})",
        bar_end=f"datum.middle + ({IS_WIDE} ? {WIDE_BAR / 2} : {BAR / 2})",
        name_top=f"({IS_WIDE} ? datum.middle + 1 - datum.line_count * {LINE} / 2"
        f" : datum.top + {GAP / 2})",
    )
    segments = base.mark_rect(cornerRadius=2).encode(
        y=pixels("bar"),
        y2=alt.Y2("bar_end:Q"),
        x=alt.X("start:Q", axis=None, scale=x_scale),
        x2=alt.X2("end:Q"),
        color=alt.Color(
            "group:N",
            scale=alt.Scale(domain=list(colours), range=list(colours.values())),
            legend=_legend(legend),
        ),
    )
    last = base.transform_filter("datum.is_last")
    values = last.mark_text(align="left", baseline="middle", dx=7, fontWeight=600).encode(
        y=pixels("middle"), x=alt.X("end:Q", axis=None, scale=x_scale), text=alt.Text("text:N")
    )
    names = last.mark_text(
        align="left", baseline="top", fontSize=NAME_SIZE, lineBreak="\n", lineHeight=LINE
    ).encode(y=pixels("name_top"), x=alt.XValue(0), text=alt.Text("lines:N"))
    row = last.mark_rect(cursor="pointer" if hover else "default").encode(
        y=pixels("top"),
        y2=alt.Y2("bottom:Q"),
        x=alt.XValue(0),
        x2=alt.X2Value("width"),
        opacity=alt.OpacityValue(0.0),
        tooltip=alt.Tooltip("detail:N"),
    )
    if hover:
        over = alt.selection_point(
            name=_HOVERED, fields=["key"], on="pointerover", clear="pointerout", empty=False
        )
        clicked = alt.selection_point(name=CLICKED, fields=["key"], on="click", empty=False)
        row = row.encode(
            opacity=alt.condition(over, alt.value(0.12), alt.value(0.0)),
            color=alt.ColorValue(hover),
        ).add_params(over, clicked)
    chart = alt.layer(segments, values, names, row).properties(
        width="container", height=height_of(stacked), autosize=AUTOSIZE, view=NO_FRAME
    )
    return cast(alt.LayerChart, chart)


def _legend(words: Mapping[str, str] | None) -> alt.Legend | None:
    """A legend of the groups that have words; none for no words."""
    if not words:
        return None
    return alt.Legend(
        title=None,
        orient="top",
        symbolType="square",
        symbolSize=160,
        values=list(words),
        labelExpr=f"({json.dumps(dict(words), ensure_ascii=False)})[datum.value]",
        direction="horizontal",
        columns=2,
    )


def across(field: str) -> alt.X:
    """A place that the frame states in pixels from the left."""
    return alt.X(f"{field}:Q", axis=None, scale=None)


def pixels(field: str) -> alt.Y:
    """A vertical place that the frame states in pixels from the top."""
    return alt.Y(f"{field}:Q", axis=None, scale=None)


def hanging(base: alt.Chart, at: str, field: str, top: str, **look: Any) -> alt.Chart:
    """A field's text, which hangs from a place."""
    text = base.mark_text(align="left", baseline="top", aria=False, **look)
    return cast(alt.Chart, text.encode(x=across(at), y=pixels(top), text=alt.Text(f"{field}:N")))


def all_of_row(base: alt.Chart) -> alt.Chart:
    """The whole of each row, unseen: it tells the row's ``detail`` to whoever points at it, and to
    a screen reader."""
    row = base.mark_rect(opacity=0).encode(
        x=alt.XValue(0),
        x2=alt.X2Value("width"),
        y=pixels("top"),
        y2=alt.Y2("bottom:Q"),
        tooltip=alt.Tooltip("detail:N"),
        description=alt.Description("detail:N"),
    )
    return cast(alt.Chart, row)


def places(rows: pd.DataFrame, bars_high: int, wide_bars_high: int | None = None) -> pd.DataFrame:
    """Where each row (``key``, ``name``) stands: as high as its name above its bars needs.

    ``bars_high``: pixels of a row's bars and what belongs to them, below its name and, where that
    differs, beside it. Columns ``key``, ``lines`` (the name, broken), ``line_count``,
    ``bars_high`` (beside the name), ``top`` and ``bottom`` (pixels); no rows for none.
    ``present.picture.rows`` knows stacked charts by them.
    """
    placed = []
    top = 0
    for row in rows.itertuples():
        lines = wrap(str(row.name), NAME_CHARACTERS)
        bottom = top + GAP + len(lines) * LINE + bars_high
        placed.append(
            {
                "key": row.key,
                "lines": "\n".join(lines),
                "line_count": len(lines),
                "bars_high": wide_bars_high or bars_high,
                "top": top,
                "bottom": bottom,
            }
        )
        top = bottom
    return pd.DataFrame(placed, columns=_PLACE_COLUMNS)


def longest_line(stacked: pd.DataFrame) -> int:
    """Characters of the longest line among the names of ``places``; 0 without rows."""
    return max((len(line) for text in stacked["lines"] for line in text.split("\n")), default=0)


def height_of(stacked: pd.DataFrame) -> int:
    """Pixels that stacked rows (with ``bottom``) take; 0 without rows."""
    return int(stacked["bottom"].max()) if len(stacked) else 0


def _largest(rows: pd.DataFrame) -> float:
    """The end of the scale; anything above zero where all is zero, so that bars have no length."""
    largest = float(rows["end"].max()) if len(rows) else 0.0
    return largest or 1.0
