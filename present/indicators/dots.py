"""Dots of one indicator on one scale of its own: what was, what is expected, what is wanted.

Pure: a frame in, a chart out; colours are given by the caller. A figure that is not stated has no
dot and says so: nothing is measured against a zero that nobody stated.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

import altair as alt
import pandas as pd

from present.kit.charts.bars import AUTOSIZE, IS_WIDE, NAME_SIZE, NO_FRAME, across, pixels

#: Pixels: a row, where its dot and its label above that stand, a dot's diameter, the scale below.
ROW, DOT_AT, LABEL_AT, DOT, AXIS = 54, 38, 16, 15, 22
#: Pixels of a letter of a label and of a value.
_LABEL, _VALUE = 7.2, 7.8
#: Figures closer to each other than this part of the largest have a scale that does not begin at
#: zero, or nobody would see them apart.
_NARROW = 0.5
#: How far beyond the figures such a scale goes, as a part of what it spans.
_BEYOND = 0.15


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours: of dots and the ground within hollow ones, of the line that joins them, of
    tracks, of words that stand back."""

    dot: str
    ground: str
    joint: str
    track: str
    quiet: str


def domain(values: Sequence[float]) -> tuple[float, float]:
    """Where the scale of these figures begins and ends; from zero unless they lie close together
    and on one side of it. 0 to 1 for none, and for zeros alone."""
    if not values:
        return 0.0, 1.0
    low, high = min(values), max(values)
    largest = max(abs(low), abs(high))
    if low == high or low <= 0 <= high or (high - low) / largest >= _NARROW:
        low, high = min(low, 0.0), max(high, 0.0)
        return (low, high) if low < high else (0.0, 1.0)
    return low - (high - low) * _BEYOND, high + (high - low) * _BEYOND


def dots(
    rows: pd.DataFrame,
    looks: Mapping[str, Mapping[str, Any]],
    inks: Inks,
    *,
    are_joined: bool = False,
) -> alt.LayerChart:
    """A row a figure, in their order, with its label and its value in words beside the dot.

    ``rows``: columns ``label``, ``kind`` (a key of ``looks``), ``value`` (NaN: not stated),
    ``text`` (the value in words, or that it is not stated), ``detail``. ``looks``: how a kind's
    dot looks, by properties of Vega-Lite's point. ``are_joined``: a line leads from each stated
    figure to the next row's, and over none that is not stated.
    """
    low, high = domain(rows["value"].dropna().tolist())
    rows = rows.assign(
        middle=[ROW * place + DOT_AT for place in range(len(rows))],
        label_at=[ROW * place + LABEL_AT for place in range(len(rows))],
    )
    names = max((len(str(label)) for label in rows["label"]), default=0) * _LABEL + 14
    texts = max((len(str(text)) for text in rows["text"]), default=0) * _VALUE + 22
    # A line that joins dots would run through labels above them.
    is_beside = "true" if are_joined else IS_WIDE
    left = f"({is_beside} ? {names:.0f} : {DOT / 2 + 2})"
    end = f"max(width - {texts:.0f}, {left} + 40)"
    room = f"({end} - {left})"

    def at(field: str) -> str:
        return f"{left} + (datum.{field} - {low}) / {high - low} * {room}"

    base = alt.Chart(rows).transform_calculate(start=left, end=end, at=at("value"))
    stated = base.transform_filter("isValid(datum.value)")
    layers = [
        base.mark_rule(aria=False, color=inks.track, strokeWidth=1, opacity=1).encode(
            x=across("start"), x2=alt.X2("end:Q"), y=pixels("middle")
        ),
        *_ticks(low, high, at("tick"), room, ROW * len(rows), inks),
    ]
    joints = _joints(rows) if are_joined else []
    if joints:
        line = (
            alt.Chart(pd.DataFrame(joints))
            .transform_calculate(at=at("value"), to=at("next"))
            .mark_rule(aria=False, color=inks.joint, strokeWidth=2, opacity=1)
        )
        layers.append(
            line.encode(x=across("at"), x2=alt.X2("to:Q"), y=pixels("middle"), y2=alt.Y2("below:Q"))
        )
    for kind, look in looks.items():
        if kind not in set(rows["kind"]):
            continue
        own = stated.transform_filter(f"datum.kind == '{kind}'")
        # A ground of its own, so that neither line nor track shows through a pale dot.
        ground = {"fill": inks.ground, "stroke": inks.ground, "strokeWidth": 5}
        for is_seen, dot in ((False, ground), (True, look)):
            point = own.mark_point(
                shape="circle", size=DOT**2, aria=is_seen, **{"opacity": 1, **dot}
            ).encode(x=across("at"), y=pixels("middle"), tooltip=alt.Tooltip("detail:N"))
            if is_seen:
                point = point.encode(description=alt.Description("detail:N"))
            layers.append(point)
    words: dict[str, Any] = {"align": "left", "baseline": "middle", "aria": False}
    layers += [
        # In a column of their own, where no line runs through them.
        *(
            base.transform_filter(f"isValid(datum.value) == {str(is_stated).lower()}")
            .mark_text(dx=DOT / 2 + 7, dy=1, fontSize=14, **own, **words)
            .encode(x=across("end"), y=pixels("middle"), text=alt.Text("text:N"))
            for is_stated, own in ((True, {"fontWeight": 600}), (False, {"color": inks.quiet}))
        ),
        base.transform_calculate(label_top=f"{is_beside} ? datum.middle : datum.label_at")
        .mark_text(fontSize=NAME_SIZE, **words)
        .encode(x=alt.XValue(0), y=pixels("label_top"), text=alt.Text("label:N")),
    ]
    chart = alt.layer(*layers).properties(
        width="container", height=ROW * len(rows) + AXIS, autosize=AUTOSIZE, view=NO_FRAME
    )
    return cast(alt.LayerChart, chart)


def ticks(low: float, high: float) -> list[float]:
    """Round numbers from ``low`` to ``high``, two to five of them."""
    span = high - low
    step = 10.0 ** math.floor(math.log10(span))
    step = next(step * part for part in (0.2, 0.5, 1, 2, 5) if span / (step * part) <= 4)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(place * step, 10) for place in range(first, last + 1)]


def _ticks(low: float, high: float, at: str, room: str, bottom: int, inks: Inks) -> list[alt.Chart]:
    """Thin lines at round numbers, which stand below; where there is little room the first and the
    last alone."""
    numbers = ticks(low, high)
    rows = pd.DataFrame({"tick": numbers}).assign(bottom=bottom, up=0)
    needed = len(numbers) * (max(len(f"{number:,.10g}") for number in numbers) * _VALUE + 10)
    ends = f"datum.tick == {numbers[0]} || datum.tick == {numbers[-1]}"
    base = (
        alt.Chart(rows)
        .transform_filter(f"{room} >= {needed:.0f} || {ends}")
        .transform_calculate(at=at)
    )
    return [
        base.mark_rule(aria=False, color=inks.track, strokeWidth=1, opacity=1).encode(
            x=across("at"), y=pixels("up"), y2=alt.Y2("bottom:Q")
        ),
        base.mark_text(
            align="center", baseline="top", dy=4, fontSize=12.5, color=inks.quiet, aria=False
        ).encode(x=across("at"), y=pixels("bottom"), text=alt.Text("tick:Q", format=",~f")),
    ]


def _joints(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """From each stated figure to the next row's, where both are stated."""
    records = rows.to_dict("records")
    return [
        {
            "value": first["value"],
            "next": second["value"],
            "middle": first["middle"],
            "below": second["middle"],
        }
        for first, second in pairwise(records)
        if pd.notna(first["value"]) and pd.notna(second["value"])
    ]
