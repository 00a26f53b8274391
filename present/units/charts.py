"""Bars of a unit's money, and paired bars: two sides of a comparison on one scale, row by row.

The charts carry no ``config``: colours are given, the rest is the theme's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import altair as alt
import pandas as pd

from present.budget.model import BUDGET, OFF_BUDGET
from present.kit.charts.bars import (
    AUTOSIZE,
    GAP,
    IS_WIDE,
    LINE,
    NAME_SIZE,
    NO_FRAME,
    bars,
    height_of,
    longest_line,
    pixels,
    places,
)
from present.kit.charts.spec import specification
from present.kit.setting import Background
from present.kit.text import t
from present.kit.theme import palette
from present.units.words import bar_detail, bar_text

#: The letters of the two sides, which stand before their bars.
PAIR = ("A", "B")

#: Pixels: a bar, the gap between two of a pair, the room of the letter before a bar.
BAR, BETWEEN, LETTER = 18, 4, 20
_CHARACTER = 7.2
_VALUE_CHARACTER = 7.6


@dataclass(frozen=True, slots=True)
class MoneyBar:
    """One bar: what a click names, its shown name, whose money it is, whole kuruş; its name in
    full for the tooltip, empty where that is the shown one."""

    key: str
    name: str
    fund: str
    amount_kurus: int
    full: str = ""


def money_bars(
    items: Sequence[MoneyBar],
    whole: int | None,
    background: Background,
    *,
    is_clickable: bool = False,
) -> dict[str, Any] | None:
    """The bars in the order given, from 0 lira; nothing for no bars.

    ``whole`` is what shares are of. The two kinds of money have a colour each, and a legend where
    both occur.
    """
    if not items:
        return None
    frame = pd.DataFrame(
        [
            {
                "key": item.key,
                "name": item.name,
                "group": item.fund,
                "start": 0.0,
                "end": item.amount_kurus / 100,
                "text": bar_text(item.amount_kurus, whole),
                "detail": bar_detail(item.full or item.name, item.amount_kurus, whole),
            }
            for item in items
        ]
    )
    tones = palette(background.is_dark)
    colours = {BUDGET: tones.money, OFF_BUDGET: tones.quiet}
    used = {fund: colours[fund] for fund in dict.fromkeys(frame["group"])}
    legend = {BUDGET: t("units.legend_budget"), OFF_BUDGET: t("units.legend_off_budget")}
    words = {fund: legend[fund] for fund in used} if len(used) > 1 else {}
    hover = tones.quiet if is_clickable else ""
    return specification(bars(frame, used, hover=hover, legend=words))


def paired(rows: pd.DataFrame, *, full: str, light: str, ink: str) -> alt.LayerChart:
    """Two bars a row on one scale: A filled, B light with an edge, each with letter and value.

    ``rows``: two rows a key, A first; columns ``key``, ``name``, ``side`` (of ``PAIR``), ``end``
    (from 0, any unit), ``text`` (the value in words), ``detail`` (tooltip). ``full`` fills A and
    edges B, ``light`` fills B, ``ink`` writes the letters. From ``WIDE_FROM`` pixels on, names
    stand left of the bars; on less, above them.
    """
    bars_high = 2 * BAR + BETWEEN
    stacked = places(rows.drop_duplicates("key"), bars_high)
    drawn = rows.join(stacked.set_index("key"), on="key")
    drawn["offset"] = [PAIR.index(side) * (BAR + BETWEEN) for side in drawn["side"]]
    reserve = max((len(text) for text in rows["text"]), default=0) * _VALUE_CHARACTER + 12
    left = f"({IS_WIDE} ? {longest_line(stacked) * _CHARACTER + 16 + LETTER:.0f} : {LETTER})"
    largest = float(rows["end"].max()) if len(rows) else 0.0
    scale = alt.Scale(
        domain=[0, largest or 1.0],
        range=[{"expr": left}, {"expr": f"max(width - {reserve:.0f}, {left} + 40)"}],
    )
    base = alt.Chart(drawn).transform_calculate(
        bar=f"({IS_WIDE} ? (datum.top + datum.bottom - {bars_high}) / 2"
        f" : datum.bottom - {bars_high + GAP / 2}) + datum.offset",
        bar_end=f"datum.bar + {BAR}",
        middle=f"datum.bar + {BAR / 2}",
        name_top=f"({IS_WIDE} ? (datum.top + datum.bottom - datum.line_count * {LINE}) / 2 + 1"
        f" : datum.top + {GAP / 2})",
        zero="0",
    )
    segments = base.mark_rect(cornerRadius=2, strokeWidth=1.5, stroke=full).encode(
        y=pixels("bar"),
        y2=alt.Y2("bar_end:Q"),
        x=alt.X("zero:Q", axis=None, scale=scale),
        x2=alt.X2("end:Q"),
        color=alt.Color(
            "side:N", scale=alt.Scale(domain=list(PAIR), range=[full, light]), legend=None
        ),
        tooltip=alt.Tooltip("detail:N"),
    )
    values = base.mark_text(align="left", baseline="middle", dx=7, fontWeight=600).encode(
        y=pixels("middle"), x=alt.X("end:Q", axis=None, scale=scale), text=alt.Text("text:N")
    )
    letters = base.mark_text(
        align="right", baseline="middle", dx=-7, fontWeight=700, color=ink
    ).encode(y=pixels("middle"), x=alt.X("zero:Q", axis=None, scale=scale), text=alt.Text("side:N"))
    names = (
        base.transform_filter(f"datum.side == '{PAIR[0]}'")
        .mark_text(align="left", baseline="top", fontSize=NAME_SIZE, lineBreak="\n",
                   lineHeight=LINE)
        .encode(y=pixels("name_top"), x=alt.XValue(0), text=alt.Text("lines:N"))
    )  # fmt: skip
    chart = alt.layer(segments, values, letters, names).properties(
        width="container",
        height=height_of(stacked),
        autosize=AUTOSIZE,
        view=NO_FRAME,
    )
    return cast(alt.LayerChart, chart)
