"""Bars of several kinds of money for each row, on one scale: planned, appropriated, spent.

Each bar has a letter before it and its value behind it, so that no colour has to be told from
another. The chart carries no ``config``: colours are given, the rest is the theme's.
"""

from __future__ import annotations

import json
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
    height_of,
    longest_line,
    pixels,
    places,
)
from present.kit.charts.spec import specification
from present.kit.theme import Palette

#: Pixels: a bar, the gap between two of a row, the room of the letter before a bar.
BAR, BETWEEN, LETTER = 15, 3, 20
_CHARACTER, _VALUE_CHARACTER = 7.2, 7.4


@dataclass(frozen=True, slots=True)
class Series:
    """A kind of money: its key, its letter, its words in the legend, the colour that fills its
    bars."""

    key: str
    letter: str
    words: str
    colour: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its row's key and name, its series, its length in lira, its value in words (empty
    for the series' number alone) and the whole of it as a tooltip."""

    key: str
    name: str
    series: str
    lira: float
    text: str
    detail: str


def bars_of(bars: Sequence[Bar], series: Sequence[Series], tones: Palette) -> dict[str, Any] | None:
    """The bars in the order of their rows, those of a row in the order of the series; nothing for
    no bars. Raises ``KeyError`` for a bar of no series."""
    if not bars:
        return None
    places_of = {kind.key: place for place, kind in enumerate(series)}
    letters = {kind.key: kind.letter for kind in series}
    rows = pd.DataFrame(
        [
            {
                "key": bar.key,
                "name": bar.name,
                "series": bar.series,
                "letter": letters[bar.series],
                "start": min(bar.lira, 0.0),
                "end": max(bar.lira, 0.0),
                "text": bar.text,
                "detail": bar.detail,
                "offset": places_of[bar.series] * (BAR + BETWEEN),
            }
            for bar in bars
        ]
    )
    return specification(_chart(rows, series, tones))


def _chart(rows: pd.DataFrame, series: Sequence[Series], tones: Palette) -> alt.LayerChart:
    bars_high = len(series) * (BAR + BETWEEN) - BETWEEN
    stacked = places(rows.drop_duplicates("key"), bars_high)
    drawn = rows.assign(is_first=~rows["key"].duplicated()).join(stacked.set_index("key"), on="key")
    reserve = max(len(text) for text in rows["text"]) * _VALUE_CHARACTER + 12
    left = f"({IS_WIDE} ? {longest_line(stacked) * _CHARACTER + 16 + LETTER:.0f} : {LETTER})"
    scale = alt.Scale(
        domain=[float(rows["start"].min()), float(rows["end"].max()) or 1.0],
        range=[{"expr": left}, {"expr": f"max(width - {reserve:.0f}, {left} + 40)"}],
    )
    base = alt.Chart(drawn).transform_calculate(
        bar=f"({IS_WIDE} ? (datum.top + datum.bottom - {bars_high}) / 2"
        f" : datum.bottom - {bars_high + GAP / 2}) + datum.offset",
        bar_end=f"datum.bar + {BAR}",
        middle=f"datum.bar + {BAR / 2}",
        name_top=f"({IS_WIDE} ? (datum.top + datum.bottom - datum.line_count * {LINE}) / 2 + 1"
        f" : datum.top + {GAP / 2})",
    )
    segments = base.mark_rect(cornerRadius=2, strokeWidth=1.2, stroke=tones.money).encode(
        y=pixels("bar"),
        y2=alt.Y2("bar_end:Q"),
        x=alt.X("start:Q", axis=None, scale=scale),
        x2=alt.X2("end:Q"),
        color=alt.Color(
            "series:N",
            scale=alt.Scale(
                domain=[kind.key for kind in series], range=[kind.colour for kind in series]
            ),
            legend=_legend({kind.key: f"{kind.letter}: {kind.words}" for kind in series}, tones),
        ),
        tooltip=alt.Tooltip("detail:N"),
    )
    values = base.mark_text(align="left", baseline="middle", dx=7, fontWeight=600, fontSize=13)
    letters = base.mark_text(
        align="left", baseline="middle", dx=1 - LETTER, fontWeight=700, fontSize=12
    )
    names = base.transform_filter("datum.is_first").mark_text(
        align="left", baseline="top", fontSize=NAME_SIZE, lineBreak="\n", lineHeight=LINE
    )
    chart = alt.layer(
        segments,
        values.encode(
            y=pixels("middle"), x=alt.X("end:Q", axis=None, scale=scale), text=alt.Text("text:N")
        ),
        letters.encode(
            y=pixels("middle"),
            x=alt.X("start:Q", axis=None, scale=scale),
            text=alt.Text("letter:N"),
            color=alt.ColorValue(tones.quiet),
        ),
        names.encode(y=pixels("name_top"), x=alt.XValue(0), text=alt.Text("lines:N")),
    ).properties(width="container", height=height_of(stacked), autosize=AUTOSIZE, view=NO_FRAME)
    return cast(alt.LayerChart, chart)


def _legend(words: Mapping[str, str], tones: Palette) -> alt.Legend:
    """The series in words, one below the other where there is little room."""
    return alt.Legend(
        title=None,
        orient="top",
        direction="vertical",
        symbolType="square",
        symbolSize=160,
        symbolStrokeColor=tones.money,
        symbolStrokeWidth=1.2,
        values=list(words),
        labelExpr=f"({json.dumps(dict(words), ensure_ascii=False)})[datum.value]",
    )
