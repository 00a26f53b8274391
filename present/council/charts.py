"""Charts of the council: a half-circle of seats, and each district's seats in a row.

A party has a colour and a shape of its own, the same in both charts. Pure: a frame in, a chart
out; colours are given by the caller.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import altair as alt
import pandas as pd

from present.kit.charts.spec import following

#: The half-circle: radius in pixels where there is room, its innermost row as a part of that.
RADIUS, INNER = 235, 0.38
#: Free space at both sides and below.
EDGE = 14
ROW, SEAT = 30, 24
#: How much of the others is left where some seats are chosen.
FAINT = 0.22

#: Shapes that stay apart when they are small, by the place of the party.
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right")

_HALF = f"min(width / 2 - {EDGE}, height - {2 * EDGE})"
_GROUND = f"height - {EDGE}"
_AUTOSIZE = alt.AutoSizeParams(type="fit-x", contains="padding")
_NO_FRAME = alt.ViewBackground(strokeOpacity=0)


@dataclass(frozen=True, slots=True)
class Mark:
    """How a party's seats are drawn: its words in the legend, its colour; the shape is its place's.

    ``words`` hold the number of members, so that colour and shape are not the only carriers.
    """

    words: str
    colour: str


def seat_places(count: int, inner: float = INNER) -> list[tuple[float, float]]:
    """``count`` places in a half-circle of radius 1, from left to right: across (-1 to 1), up.

    Rows hold seats in proportion to their length; seats are as far apart along a row as rows are,
    as nearly as whole numbers allow.
    """
    if count <= 0:
        return []
    rows = _row_count(count, inner)
    radii = [inner + (1 - inner) * row / max(rows - 1, 1) for row in range(rows)]
    if rows == 1:
        radii = [1.0]
    sizes = _shared_out(count, radii)
    places = []
    for radius, size in zip(radii, sizes, strict=True):
        for place in range(size):
            angle = math.pi * (1 - (place / (size - 1) if size > 1 else 0.5))
            places.append((angle, radius))
    places.sort(key=lambda place: (-round(place[0], 6), place[1]))
    return [
        (round(radius * math.cos(angle), 5), round(radius * math.sin(angle), 5))
        for angle, radius in places
    ]


def _row_count(count: int, inner: float) -> int:
    """The rows at which the distance between rows is nearest to that between seats."""

    def unevenness(rows: int) -> float:
        between_rows = (1 - inner) / (rows - 1)
        between_seats = math.pi * rows * (1 + inner) / 2 / count
        return abs(math.log(between_rows / between_seats))

    if count < 8:
        return 1
    return min(range(2, 15), key=unevenness)


def _shared_out(count: int, radii: Sequence[float]) -> list[int]:
    """``count`` seats shared out over rows by length; what rounding leaves goes to the longest."""
    whole = sum(radii)
    exact = [count * radius / whole for radius in radii]
    sizes = [math.floor(part) for part in exact]
    by_rest = sorted(range(len(radii)), key=lambda row: (sizes[row] - exact[row], -radii[row]))
    for row in by_rest[: count - sum(sizes)]:
        sizes[row] += 1
    return sizes


def half_circle(
    seats: pd.DataFrame, marks: Sequence[Mark], *, middle: str, ink: str
) -> alt.LayerChart:
    """The seats in a half-circle, by party from left to right, with the legend above.

    ``seats``: one row a seat; columns ``x`` and ``y`` (as ``seat_places`` gives them), ``party``
    (a mark's words), ``detail`` (tooltip), ``is_chosen`` (others are drawn faint). ``middle`` is
    written below the arch.
    """
    span = max(len(seats), 1)
    size = f"pow({_HALF} / sqrt({span}) * 1.02, 2) * 0.62"
    base = alt.Chart(seats).encode(
        x=alt.X("x:Q", axis=None, scale=_scale(f"width / 2 - {_HALF}", f"width / 2 + {_HALF}", -1)),
        y=alt.Y("y:Q", axis=None, scale=_scale(_GROUND, f"{_GROUND} - {_HALF}")),
    )
    points = base.mark_point(filled=True, opacity=1, size=cast(Any, alt.ExprRef(size))).encode(
        **_party(marks, _legend(marks)), opacity=_opacity(), tooltip=alt.Tooltip("detail:N")
    )
    word = (
        alt.Chart(pd.DataFrame({"text": [middle]}))
        .mark_text(
            fontSize=cast(Any, alt.ExprRef(f"max(min(22, {_HALF} / 10), 14)")),
            fontWeight=700,
            baseline="bottom",
            color=ink,
        )
        .encode(
            x=alt.XValue(alt.ExprRef("width / 2")),
            y=alt.YValue(alt.ExprRef(_GROUND)),
            text=alt.Text("text:N"),
        )
    )
    return cast(
        alt.LayerChart,
        alt.layer(points, word).properties(
            width="container",
            height=RADIUS + 2 * EDGE,
            autosize=_AUTOSIZE,
            view=_NO_FRAME,
            usermeta=following(0.6, 0.5),
        ),
    )


def by_district(
    seats: pd.DataFrame, marks: Sequence[Mark], order: Sequence[str], *, ink: str
) -> alt.LayerChart:
    """A row a district: its seats side by side, one mark each, and how many they are.

    ``seats``: one row a seat; columns ``district``, ``place`` (from 1 within its district),
    ``party`` (a mark's words), ``detail`` (tooltip). ``order`` are the districts from above.
    """
    widest = int(seats["place"].max()) if len(seats) else 1
    base = alt.Chart(seats).encode(
        y=alt.Y(
            "district:N", sort=list(order), title=None, axis=alt.Axis(labelPadding=8),
            scale=alt.Scale(paddingInner=0, paddingOuter=0),
        )
    )  # fmt: skip
    across = alt.Scale(
        domain=[0, widest + 2],
        range=[0, {"expr": f"min(width, {(widest + 2) * SEAT})"}],
        nice=False,
    )
    points = base.mark_point(filled=True, opacity=1, size=170).encode(
        x=alt.X("place:Q", axis=None, scale=across),
        **_party(marks, _legend(marks, beside=True)),
        tooltip=alt.Tooltip("detail:N"),
    )
    counts = (
        base.transform_aggregate(count="count()", last="max(place)", groupby=["district"])
        .transform_calculate(after="datum.last + 0.8")
        .mark_text(align="left", fontWeight=600, color=ink)
        .encode(x=alt.X("after:Q", axis=None, scale=across), text=alt.Text("count:Q"))
    )
    return cast(
        alt.LayerChart,
        alt.layer(points, counts).properties(
            width="container",
            height=ROW * max(len(order), 1),
            autosize=_AUTOSIZE,
            view=_NO_FRAME,
        ),
    )


def _scale(start: str, end: str, least: int = 0) -> alt.Scale:
    return alt.Scale(
        domain=[least, 1],
        range=[{"expr": start}, {"expr": end}],
        nice=False,
        zero=False,
    )


def _opacity() -> Any:
    return alt.condition(alt.datum.is_chosen, alt.value(1.0), alt.value(FAINT))


def _legend(marks: Sequence[Mark], *, beside: bool = False) -> alt.Legend:
    """The legend above; ``beside`` an axis of names it has less room on a telephone."""
    longest = max((len(mark.words) for mark in marks), default=0)
    columns = 3 if longest <= 13 else 2 if longest <= 20 else 1
    return alt.Legend(
        title=None,
        orient="top",
        direction="horizontal",
        columns=min(columns, 2) if beside else columns,
        symbolSize=150,
        symbolOpacity=1,
        labelLimit=0,
        rowPadding=6,
        columnPadding=14,
    )


def _party(marks: Sequence[Mark], legend: alt.Legend) -> dict[str, Any]:
    """Colour and shape of a party, in one legend."""
    words = [mark.words for mark in marks]
    shapes = [SHAPES[place % len(SHAPES)] for place in range(len(marks))]
    return {
        "color": alt.Color(
            "party:N",
            scale=alt.Scale(domain=words, range=[mark.colour for mark in marks]),
            legend=legend,
        ),
        "shape": alt.Shape("party:N", scale=alt.Scale(domain=words, range=shapes), legend=legend),
    }
