"""The chart of rows of which each is split into parts: a bar of 100 per cent a row.

Pure: a frame in, a chart out; colours are given by the caller. On little width names stand above
their bars and the legend below them all; on more, names stand beside the bars and the legend above.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    WIDE_FROM,
    across,
    height_of,
    longest_line,
    pixels,
    places,
    wrap,
)

#: Pixels of a bar, of one where there is room, of what parts rows there, of a legend's line; the
#: most columns of the legend.
BAR, WIDE_BAR, WIDE_GAP, KEY, COLUMNS = 38, 28, 8, 24, 4
#: Up to so many characters of a name its total stands on the same line, in so many pixels.
_SHORT, _TOTALS = 30, 116
#: Characters of a legend's line on little width; pixels of a letter.
_KEY_CHARACTERS, _LETTER = 40, 7.2
#: The same of the legend, whose letters are smaller, and pixels of its mark and of what parts two.
_KEY_LETTER, _MARK = 6.6, 34
#: Pixels that a label within a part needs: of one line, of its share alone, of two lines.
_ONE_LINE, _SHARE, _TWO_LINES = 76, 46, 46


@dataclass(frozen=True, slots=True)
class Part:
    """What a row is split into: its key, its name for the legend, its colour and that of the words
    on it."""

    key: str
    name: str
    colour: str
    ink: str


def split_bars(
    rows: pd.DataFrame, cells: pd.DataFrame, parts: Sequence[Part], quiet: str, edge: str
) -> alt.LayerChart:
    """The bars with their names and the legend in the order of ``parts``.

    ``rows``: ``key``, ``name``, ``total`` (in words), ``end`` (the total as a number: a picture
    too low for all shows the largest). ``cells``: ``key`` (the row's), ``part``, ``first`` and
    ``last`` (where it begins and ends, 0 to 1 of the row), ``code`` (nothing for a part without)
    and ``share`` (written where there is room), ``detail``. ``edge``: the
    colour between two parts, ``quiet`` that of words that stand back.
    """
    placed, keys = _placed(rows, parts)
    is_short = bool((placed["line_count"] == 1).all())
    beside = longest_line(placed) * _LETTER + 16 + (_TOTALS if is_short else 0)
    zero = f"({IS_WIDE} ? {beside:.0f} : 1)"
    inks = {part.key: (part.colour, part.ink) for part in parts}
    drawn = cells.assign(
        colour=[inks[part][0] for part in cells["part"]],
        ink=[inks[part][1] for part in cells["part"]],
        one=[f"{code} · {share}" if code else share for code, share in _labels(cells)],
        two=[f"{code}\n{share}" if code else share for code, share in _labels(cells)],
    ).merge(placed[[*_PLACED, "end"]], on="key")
    base = _base(drawn, zero).transform_calculate(
        left="datum.zero + datum.first * datum.room",
        right="datum.zero + datum.last * datum.room",
        centre="(datum.left + datum.right) / 2",
        wide="datum.right - datum.left",
        said=f"{IS_WIDE} ? (datum.wide >= {_ONE_LINE} ? datum.one : datum.share) : datum.two",
        label_top=f"datum.middle + 1 - (!({IS_WIDE}) && datum.code ? 8 : 0)",
    )
    segments = base.mark_rect().encode(
        x=across("left"),
        x2=alt.X2("right:Q"),
        y=pixels("bar"),
        y2=alt.Y2("bar_end:Q"),
        color=alt.Color("colour:N", scale=None),
        tooltip=alt.Tooltip("detail:N"),
        description=alt.Description("detail:N"),
    )
    # Between two parts, so that neighbours' colours never touch.
    lines = (
        base.transform_filter("datum.first > 0")
        .mark_rule(aria=False, strokeWidth=1, color=edge, opacity=1)
        .encode(x=across("left"), y=pixels("bar"), y2=alt.Y2("bar_end:Q"))
    )
    labels = (
        base.transform_filter(f"datum.wide >= ({IS_WIDE} ? {_SHARE} : {_TWO_LINES})")
        .mark_text(
            align="center", baseline="middle", fontSize=13, lineBreak="\n", lineHeight=16,
            aria=False,
        )
        .encode(
            x=across("centre"),
            y=pixels("label_top"),
            text=alt.Text("said:N"),
            color=alt.Color("ink:N", scale=None),
        )
    )  # fmt: skip
    outline = (
        _base(placed, zero)
        .transform_calculate(right="datum.zero + datum.room")
        .mark_rect(aria=False, fill=None, stroke=quiet, strokeWidth=1)
        .encode(x=across("zero"), x2=alt.X2("right:Q"), y=pixels("bar"), y2=alt.Y2("bar_end:Q"))
    )
    chart = alt.layer(
        segments,
        lines,
        labels,
        outline,
        *_names(placed, zero, quiet, is_short=is_short),
        *_legend(keys, quiet),
    ).properties(width="container", height=height_of(placed), autosize=AUTOSIZE, view=NO_FRAME)
    return cast(alt.LayerChart, chart)


def _labels(cells: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(cells["code"], cells["share"], strict=True))


_PLACED = ["key", "line_count", "bars_high", "top", "bottom", "narrow_bottom"]


def _placed(rows: pd.DataFrame, parts: Sequence[Part]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows with their places beside their names (``top``, ``bottom``) and below them
    (``narrow_top``, ``narrow_bottom``), and the legend's lines."""
    stacked = places(rows, BAR)
    longest = max((len(part.name) for part in parts), default=0) * _KEY_LETTER + _MARK
    columns = min(max(int(WIDE_FROM // longest), 1), COLUMNS)
    deep = -(-len(parts) // columns)
    is_short = longest_line(stacked) <= _SHORT
    narrow, wide, counts = [], [], []
    down, above = 0, deep * KEY + 8
    for lines in stacked["line_count"]:
        # The total is a line of its own below the name, unless it stands beside it.
        counts.append(lines if is_short else lines + 1)
        narrow.append((down, down + GAP + (lines + 1) * LINE + BAR))
        wide.append((above, above + max(counts[-1] * LINE, WIDE_BAR) + WIDE_GAP))
        down, above = narrow[-1][1], wide[-1][1]
    stacked = stacked.assign(
        total=list(rows["total"]),
        name_lines=stacked["line_count"],
        line_count=counts,
        bars_high=WIDE_BAR,
        top=[place[0] for place in wide],
        bottom=[place[1] for place in wide],
        narrow_top=[place[0] for place in narrow],
        narrow_bottom=[place[1] for place in narrow],
        end=list(rows["end"]),
    )
    return stacked, _keys(parts, columns, deep, down)


def _base(rows: pd.DataFrame, zero: str) -> alt.Chart:
    return alt.Chart(rows).transform_calculate(
        zero=zero,
        room="max(width - datum.zero - 2, 40)",
        high=f"{IS_WIDE} ? {WIDE_BAR} : {BAR}",
        bar_end=f"{IS_WIDE} ? (datum.top + datum.bottom + {WIDE_BAR}) / 2 : datum.narrow_bottom",
        bar="datum.bar_end - datum.high",
        middle="datum.bar_end - datum.high / 2",
    )


def _names(placed: pd.DataFrame, zero: str, quiet: str, *, is_short: bool) -> list[alt.Chart]:
    """Each row's name, and its total below it or at the end of its line."""
    beside = f"({IS_WIDE} && {str(is_short).lower()})"
    base = _base(placed, zero).transform_calculate(
        name_top=f"{IS_WIDE} ? datum.middle + 1 - datum.line_count * {LINE / 2}"
        f" : datum.bar - 3 - (datum.name_lines + 1) * {LINE}",
        total_at=f"{beside} ? datum.zero - {_TOTALS} : 0",
        total_top=f"datum.name_top + ({beside} ? 0 : datum.name_lines * {LINE})",
    )
    look: dict[str, Any] = {
        "align": "left", "baseline": "top", "lineBreak": "\n", "lineHeight": LINE,
    }  # fmt: skip
    return [
        base.mark_text(fontSize=NAME_SIZE, **look).encode(
            x=alt.XValue(0), y=pixels("name_top"), text=alt.Text("lines:N")
        ),
        base.mark_text(fontSize=NAME_SIZE, color=quiet, **look).encode(
            x=across("total_at"), y=pixels("total_top"), text=alt.Text("total:N")
        ),
    ]


def _keys(parts: Sequence[Part], columns: int, deep: int, below: int) -> pd.DataFrame:
    """The legend's lines: in ``columns`` of ``deep`` lines above the bars where there is room, on
    less below them."""
    records, narrow = [], below + 14
    for place, part in enumerate(parts):
        lines = wrap(part.name, _KEY_CHARACTERS)
        records.append(
            {
                "part": part.key,
                "colour": part.colour,
                "text": "\n".join(lines),
                "wide_text": part.name,
                "column": place // deep / columns,
                "wide_line": place % deep * KEY,
                "narrow_line": narrow,
            }
        )
        narrow += KEY + (len(lines) - 1) * 17
    return pd.DataFrame(records)


def _legend(keys: pd.DataFrame, quiet: str) -> list[alt.Chart]:
    base = alt.Chart(keys).transform_calculate(
        at=f"{IS_WIDE} ? 1 + datum.column * width : 1",
        words="datum.at + 24",
        line=f"({IS_WIDE} ? datum.wide_line : datum.narrow_line) + 3",
        end="datum.line + 15",
        right="datum.at + 15",
        said=f"{IS_WIDE} ? datum.wide_text : datum.text",
    )
    return [
        base.mark_rect(stroke=quiet, strokeWidth=1, aria=False).encode(
            x=across("at"),
            x2=alt.X2("right:Q"),
            y=pixels("line"),
            y2=alt.Y2("end:Q"),
            color=alt.Color("colour:N", scale=None),
        ),
        base.mark_text(
            align="left", baseline="top", fontSize=14, lineBreak="\n", lineHeight=17
        ).encode(x=across("words"), y=pixels("line"), text=alt.Text("said:N")),
    ]
