"""The chart of a flow: three columns of nodes, the money between them as bands.

Where there is little room the two steps stand below each other, and the middle column stands in
both; on more the three columns stand side by side. Every node has a place as high as its words
need, so that nothing is left out and nothing lies over anything else. Pure: nodes and links in, a
chart out; colours are given by the caller.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import altair as alt
import pandas as pd

from present.kit.charts.bars import AUTOSIZE, NO_FRAME, WIDE_FROM, pixels, wrap

#: From this width (pixels) on a node's words stand in one line.
WIDEST_FROM = 1040
#: Pixels: a node's bar, what parts two nodes, the heads above, what parts the two steps.
BAR, GAP, HEAD, APART = 8, 7, 30, 26
#: Places along a band between its ends.
_ALONG = (0, 0.15, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85, 1)


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its column (0 to 2), its name, its amount (any unit) and the words for it (amount and
    share), its colour, all of it in words."""

    key: str
    column: int
    name: str
    amount: float
    words: Sequence[str]
    colour: str
    detail: str


@dataclass(frozen=True, slots=True)
class Link:
    """What goes from a node to one of the next column."""

    start: str
    end: str
    amount: float
    colour: str
    detail: str


@dataclass(frozen=True, slots=True)
class _Form:
    """How the chart stands from a width on.

    ``whole``: pixels of all the money. ``words``: pixels of the words of each column;
    ``characters`` of a line of them (0: all in one line); ``size`` and ``line`` of the letters.
    """

    whole: int
    words: tuple[int, int, int]
    characters: tuple[int, int, int]
    size: float
    line: int
    #: Whether the steps stand below each other.
    is_stacked: bool = False

    @property
    def taken(self) -> int:
        """Pixels of the width that no band has."""
        if self.is_stacked:
            return self.words[0] + self.words[2] + 2 * BAR
        return sum(self.words) + 4 * BAR

    @property
    def bands(self) -> int:
        """How many bands' widths stand side by side."""
        return 1 if self.is_stacked else 2

    def lines(self, node: Node, column: int) -> list[str]:
        """A node's words, in lines."""
        characters = self.characters[column]
        if not characters:
            return [" · ".join((node.name, *node.words))]
        words = [" · ".join(node.words)] if characters > 20 else list(node.words)
        return [*wrap(node.name, characters), *words]


_FORMS = (
    _Form(340, (122, 122, 122), (19, 19, 19), 12.5, 15, is_stacked=True),
    _Form(300, (136, 212, 212), (18, 28, 28), 14, 17),
    _Form(230, (136, 340, 360), (18, 0, 0), 14, 17),
)
_FORM = f"(width >= {WIDEST_FROM} ? 2 : width >= {WIDE_FROM} ? 1 : 0)"


@dataclass(frozen=True, slots=True)
class Lower:
    """How a flow is lower than usual: pixels of all the money, and whether only the step from the
    second column to the third is drawn."""

    whole: int
    is_last_step: bool = False

    @property
    def forms(self) -> tuple[_Form, ...]:
        """The flow's forms, lower. Where two columns are left they stand as on little width at any:
        they leave more of it to words than to bands, which need less height then."""
        if not self.is_last_step:
            return tuple(replace(form, whole=self.whole) for form in _FORMS)
        narrow = replace(
            _FORMS[0], whole=self.whole, words=(148, 148, 148), characters=(24, 24, 24)
        )
        return (narrow,) * len(_FORMS)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node stands: top and end of its bar in pixels, and the middle of its words."""

    top: float
    end: float

    @property
    def high(self) -> float:
        return self.end - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.end) / 2


def flow(
    nodes: Sequence[Node],
    links: Sequence[Link],
    heads: Sequence[str],
    quiet: str,
    *,
    lower: Lower | None = None,
) -> alt.LayerChart:
    """The chart of nodes, each in its column's order, and of the links between them.

    ``heads``: what each of the three columns is. ``quiet``: the colour of heads. The bands of a
    node follow the order of the nodes at their other ends. ``lower``: a form for little height.
    """
    records: dict[str, list[dict[str, Any]]] = {"bands": [], "bars": [], "words": []}
    heights = []
    forms = _FORMS if lower is None else lower.forms
    for number, form in enumerate(forms):
        steps: Sequence[Sequence[int]] = ((0, 1), (1, 2)) if form.is_stacked else ((0, 1, 2),)
        if lower is not None and lower.is_last_step:
            steps = ((1, 2),)
        top = 0.0
        for columns in steps:
            places, bottom = _placed(form, nodes, links, columns, top + HEAD)
            for kind, made in _drawn(form, nodes, links, heads, columns, places, top):
                records[kind].append({"form": number, **made})
            top = bottom + APART
        heights.append(bottom)
    chart = alt.layer(
        _bands(records["bands"], forms),
        _rects(records["bars"], forms),
        *(
            text
            for side in ("left", "right")
            for text in _texts(records["words"], quiet, side, forms)
        ),
    ).properties(width="container", height=round(heights[-1]), autosize=AUTOSIZE, view=NO_FRAME)
    return cast(alt.LayerChart, chart)


def _placed(
    form: _Form, nodes: Sequence[Node], links: Sequence[Link], columns: Sequence[int], top: float
) -> tuple[dict[str, _Place], float]:
    """The places of these columns' nodes, each column in the middle of the highest, and where the
    highest ends."""
    whole = max(sum(node.amount for node in nodes if node.column == 0), 1e-9)
    slots = {
        node.key: max(
            node.amount / whole * form.whole, len(form.lines(node, node.column)) * form.line
        )
        for node in nodes
    }
    heights = {
        column: sum(slots[node.key] + GAP for node in nodes if node.column == column) - GAP
        for column in columns
    }
    highest = max(heights.values())
    places: dict[str, _Place] = {}
    for column in columns:
        above = top + (highest - heights[column]) / 2
        for node in nodes:
            if node.column != column:
                continue
            high = node.amount / whole * form.whole
            middle = above + slots[node.key] / 2
            places[node.key] = _Place(middle - high / 2, middle + high / 2)
            above += slots[node.key] + GAP
    return places, top + highest


def _drawn(
    form: _Form,
    nodes: Sequence[Node],
    links: Sequence[Link],
    heads: Sequence[str],
    columns: Sequence[int],
    places: Mapping[str, _Place],
    top: float,
) -> Iterator[tuple[str, dict[str, Any]]]:
    """What is drawn of these columns: bands, bars, words. A place from the left is ``fix`` pixels
    and ``part`` widths of a band."""
    # Where each column's first bar begins, and the last one's.
    first, last = columns[0], columns[-1]
    starts: dict[int, tuple[int, int]] = {}
    fix = form.words[first]
    for part, column in enumerate(columns):
        starts[column] = fix, part
        inner = column not in (first, last)
        fix += BAR + (form.words[column] + BAR if inner else 0)
    for column in columns:
        fix, part = starts[column]
        inner = column not in (first, last)
        side = "right" if column == first else "left"
        word_at = fix - 6 if column == first else fix + BAR + 6
        yield "words", {
            "fix": word_at, "part": part, "top": top + 2, "lines": heads[column],
            "side": side, "size": form.size, "high": form.line, "weight": "head", "detail": "",
        }  # fmt: skip
        for node in (node for node in nodes if node.column == column):
            place, lines = places[node.key], form.lines(node, column)
            own = {"part": part, "detail": node.detail, "top": place.top, "bottom": place.end}
            own |= {"colour": node.colour, "wide": BAR, "strength": 1.0}
            yield "bars", {**own, "fix": fix}
            if inner:
                width, half = form.words[column], max(place.high, len(lines) * form.line + 2) / 2
                yield "bars", {**own, "fix": fix + BAR + width}
                # The words' ground is as high as they are: the bars beside it tell the amount.
                own |= {"top": place.middle - half, "bottom": place.middle + half}
                yield "bars", {**own, "fix": fix + BAR, "wide": width, "strength": 0.13}
            yield "words", {
                "fix": word_at, "part": part, "lines": "\n".join(lines), "side": side,
                "top": place.middle - len(lines) * form.line / 2 + 1, "size": form.size,
                "high": form.line, "weight": "node", "detail": node.detail,
            }  # fmt: skip
    for column in columns[:-1]:
        fix, part = starts[column]
        fix += BAR + (form.words[column] + BAR if column != first else 0)
        yield from (
            ("bands", {"fix": fix, "part": part, **band})
            for band in _between(form, nodes, links, column, places)
        )


def _between(
    form: _Form,
    nodes: Sequence[Node],
    links: Sequence[Link],
    column: int,
    places: Mapping[str, _Place],
) -> Iterator[dict[str, Any]]:
    """The bands from a column to the next: where each begins (``from_``) and ends (``to_``)."""
    order = {node.key: number for number, node in enumerate(nodes)}
    columns = {node.key: node.column for node in nodes}
    whole = max(sum(node.amount for node in nodes if node.column == 0), 1e-9)
    own = [link for link in links if columns[link.start] == column]
    down = {key: place.top for key, place in places.items()}
    begun: dict[tuple[str, str], float] = {}
    for link in sorted(own, key=lambda link: (order[link.start], order[link.end])):
        begun[link.start, link.end] = down[link.start]
        down[link.start] += link.amount / whole * form.whole
    down = {key: place.top for key, place in places.items()}
    for link in sorted(own, key=lambda link: (order[link.end], order[link.start])):
        high = link.amount / whole * form.whole
        start, end = begun[link.start, link.end], down[link.end]
        down[link.end] += high
        yield {
            "band": f"{link.start}>{link.end}", "from_top": round(start, 2),
            "to_top": round(end, 2), "thick": round(high, 2), "colour": link.colour,
            "detail": link.detail,
        }  # fmt: skip


def _base(records: Sequence[Mapping[str, Any]], forms: Sequence[_Form]) -> alt.Chart:
    """The records of the form that the width has, with the width of a band."""
    taken = [form.taken for form in forms]
    bands = [form.bands for form in forms]
    return (
        alt.Chart(pd.DataFrame(records))
        .transform_filter(f"datum.form == {_FORM}")
        .transform_calculate(
            room=f"max((width - {taken}[datum.form]) / {bands}[datum.form], 24)",
            left="datum.fix + datum.part * datum.room",
        )
    )


def _across(field: str) -> alt.X:
    return alt.X(f"{field}:Q", axis=None, scale=None)


def _bands(records: Sequence[Mapping[str, Any]], forms: Sequence[_Form]) -> alt.Chart:
    along = f"[{', '.join(f'{place:g}' for place in _ALONG)}]"
    drawn = (
        _base(records, forms)
        .transform_calculate(along=along)
        .transform_flatten(["along"])
        .transform_calculate(
            x="datum.left + datum.along * datum.room",
            bent="datum.along * datum.along * (3 - 2 * datum.along)",
            top="datum.from_top + (datum.to_top - datum.from_top) * datum.bent",
            # What is thinner than this nobody would see.
            bottom="datum.top + max(datum.thick, 0.7)",
        )
        .mark_area(interpolate="monotone", opacity=0.42, aria=False, line=False)
        .encode(
            x=_across("x"),
            y=pixels("top"),
            y2=alt.Y2("bottom:Q"),
            detail=alt.Detail("band:N"),
            color=alt.Color("colour:N", scale=None),
            tooltip=alt.Tooltip("detail:N"),
        )
    )
    return cast(alt.Chart, drawn)


def _rects(records: Sequence[Mapping[str, Any]], forms: Sequence[_Form]) -> alt.Chart:
    bars = (
        _base(records, forms)
        .transform_calculate(
            right="datum.left + datum.wide", end="max(datum.bottom, datum.top + 0.7)"
        )
        .mark_rect(aria=False)
        .encode(
            x=_across("left"),
            x2=alt.X2("right:Q"),
            y=pixels("top"),
            y2=alt.Y2("end:Q"),
            color=alt.Color("colour:N", scale=None),
            opacity=alt.Opacity("strength:Q", scale=None),
            tooltip=alt.Tooltip("detail:N"),
        )
    )
    return cast(alt.Chart, bars)


def _texts(
    records: Sequence[Mapping[str, Any]], quiet: str, side: str, forms: Sequence[_Form]
) -> list[alt.Chart]:
    """The words on one side of their places: heads stand back, what a node is does not."""
    layers: list[alt.Chart] = []
    for number, form in enumerate(forms):
        own = [row for row in records if row["side"] == side and row["form"] == number]
        for weight in ("head", "node"):
            look: dict[str, Any] = {"align": side}
            if weight == "head":
                look |= {"color": quiet, "fontWeight": 600}
            text = (
                _base([row for row in own if row["weight"] == weight], forms)
                .mark_text(
                    baseline="top", fontSize=form.size, lineBreak="\n",
                    lineHeight=form.line, aria=False, **look,
                )
                .encode(x=_across("left"), y=pixels("top"), text=alt.Text("lines:N"))
            )  # fmt: skip
            layers.append(text)
    return layers
