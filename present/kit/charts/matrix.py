"""Chart of a matrix: rows by columns, the amount or the count written in every cell.

Where there is room it is a table whose cells are tinted by size; on less, each row becomes a
heading with a bar for each of its cells. Pure: frames in, a chart out; colours are given by the
caller. The chart is as high as the table; on a narrow screen it grows below that by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import altair as alt
import pandas as pd

from present.kit.charts.bars import NAME_SIZE, across, pixels, wrap

#: From this width (pixels) on it is a table, if each column has as much as it needs.
WIDE_FROM, COLUMN = 760, 60

# The table: its first column, a line of a heading and of a name, a row at least, what parts rows.
NAMES, HEAD_LINE, NAME_LINE, ROW, EDGE, APART = 176, 15, 17, 46, 2, 14
# What a row needs at least where there is little room.
BARS_HIGH = 36
HEAD_CHARACTERS, NAME_CHARACTERS = 9, 25
# The bars: a heading, a row, a bar, the room of a name and of an amount.
HEADING, LINE, BAR, LABELS, AMOUNTS = 38, 38, 18, 150, 98
#: Pixels from the beginning of a row to its heading, where the table is a list.
HEADING_DROP = 14
LABEL_CHARACTERS, LABEL_LINE, HEADING_CHARACTERS = 20, 16, 44
TOTAL_SIZE = 13


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of bars and of words that stand back."""

    bar: str
    quiet: str


def matrix(
    cells: pd.DataFrame,
    rows: pd.DataFrame,
    columns: pd.DataFrame,
    inks: Inks,
) -> alt.LayerChart:
    """A matrix with its row and column headings.

    ``cells``: one row a cell; columns ``row`` and ``column`` (keys), ``size`` (0 to 1, of the
    largest cell), ``text`` (as written; the words for none where ``is_stated`` is false),
    ``fill`` (the cell's colour), ``detail`` (tooltip). ``rows``:
    ``key``, ``name``, ``total`` (in words), ``size`` (the total as a number: a picture too low for
    all shows the largest), ``is_apart`` (a gap parts it from those above).
    ``columns``: ``key``, ``name`` (above the table, beside a bar). Cells that are not stated have
    no bar.
    """
    head = HEAD_LINE * max((len(_head(name)) for name in columns["name"]), default=0) + 8
    labels = {key: wrap(str(name), LABEL_CHARACTERS) for key, name in _names(columns)}
    line = max(LINE, LABEL_LINE * max(map(len, labels.values()), default=0) + 6)
    placed = _placed_rows(rows, cells, head, line)
    drawn = _placed_cells(cells, placed, labels, line)
    bottom = float(placed["bottom"].max()) if len(placed) else 0.0
    wide = f"width >= {max(WIDE_FROM, NAMES + COLUMN * len(columns))}"
    cell = f"max(width - {NAMES}, 0) / {max(len(columns), 1)}"
    bar_room = f"max(width - {LABELS + AMOUNTS}, 30)"
    base = (
        alt.Chart(drawn)
        .transform_filter(f"{wide} || datum.is_stated")
        .transform_calculate(
            left=f"{wide} ? {NAMES} + datum.place * {cell} + {EDGE} : {LABELS}",
            right=f"{wide} ? {NAMES} + (datum.place + 1) * {cell} - {EDGE}"
            f" : {LABELS} + (datum.size ? max(datum.size * {bar_room}, 1) : 0)",
            above=f"{wide} ? datum.top + {EDGE} : datum.line - {BAR / 2}",
            below=f"{wide} ? datum.bottom - {EDGE} : datum.line + {BAR / 2}",
            tone=f"{wide} ? datum.fill : '{inks.bar}'",
            middle=f"{wide} ? {NAMES} + (datum.place + 0.5) * {cell} : 0",
            after="datum.right + 6",
            below_first=f"(datum.amount_lines - 1) * {NAME_LINE}",
            amount_top="(datum.top + datum.bottom - datum.below_first) / 2 + 1",
        )
    )
    grounds = base.mark_rect(cornerRadius=2).encode(
        x=across("left"),
        x2=alt.X2("right:Q"),
        y=pixels("above"),
        y2=alt.Y2("below:Q"),
        color=alt.Color("tone:N", scale=None),
        tooltip=alt.Tooltip("detail:N"),
    )
    in_cells = (
        base.transform_filter(wide)
        .mark_text(align="center", baseline="middle", fontSize=14, lineBreak="\n", lineHeight=17)
        .encode(
            x=across("middle"),
            y=pixels("amount_top"),
            text=alt.Text("lines:N"),
        )
    )
    beside_bars = (
        base.transform_filter(f"!({wide})")
        .mark_text(align="left", baseline="middle", fontWeight=600, fontSize=14)
        .encode(x=across("after"), y=pixels("line"), text=alt.Text("text:N"))
    )
    labels = (
        base.transform_filter(f"!({wide})")
        .mark_text(
            align="left", baseline="middle", fontSize=14, lineBreak="\n", lineHeight=LABEL_LINE
        )
        .encode(x=alt.XValue(0), y=pixels("label_line"), text=alt.Text("label:N"))
    )
    chart = alt.layer(
        grounds,
        in_cells,
        beside_bars,
        labels,
        *_headings(placed, wide, inks),
        _column_heads(columns, cell, wide, head, inks),
    ).properties(
        width="container",
        height=round(bottom),
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        view=alt.ViewBackground(strokeOpacity=0),
    )
    return cast(alt.LayerChart, chart)


def _head(name: str) -> list[str]:
    return wrap(name, HEAD_CHARACTERS)


def _names(columns: pd.DataFrame) -> Iterator[tuple[str, str]]:
    return zip(columns["key"], columns["name"], strict=True)


def _placed_rows(rows: pd.DataFrame, cells: pd.DataFrame, head: int, line: int) -> pd.DataFrame:
    """Where each row stands in the table (``top``, ``bottom``) and as bars (``narrow_top``), each
    ``line`` pixels high, with its name in lines."""
    stated = cells[cells["is_stated"].astype(bool)].groupby("row").size()
    placed: list[dict[str, Any]] = []
    top, narrow = head, 0
    for row in rows.itertuples():
        lines = [*wrap(str(row.name), NAME_CHARACTERS), str(row.total)]
        heading = [*wrap(str(row.name), HEADING_CHARACTERS), str(row.total)]
        top += APART if row.is_apart and placed else 0
        bottom = top + max(ROW, len(lines) * NAME_LINE + 8)
        narrow_lines = narrow + HEADING + (len(heading) - 1) * NAME_LINE
        narrow_bottom = narrow_lines + int(stated.get(row.key, 0)) * line
        placed.append(
            {
                "key": row.key,
                "name_lines": "\n".join(lines[:-1]),
                "heading": "\n".join(heading[:-1]),
                "total": row.total,
                "end": float(cast(float, row.size)),
                "line_count": len(lines),
                "bars_high": BARS_HIGH,
                "heading_top": narrow + HEADING_DROP,
                "sum_top": narrow + HEADING_DROP + (len(heading) - 1) * NAME_LINE,
                "top": top,
                "bottom": bottom,
                "narrow_top": narrow_lines,
            }
        )
        top, narrow = bottom, narrow_bottom
    names = ["key", "name_lines", "heading", "total", "end", "line_count", "bars_high",
             "heading_top", "sum_top", "top", "bottom", "narrow_top"]  # fmt: skip
    return pd.DataFrame(placed, columns=names)


def _placed_cells(
    cells: pd.DataFrame, rows: pd.DataFrame, labels: Mapping[str, list[str]], high: int
) -> pd.DataFrame:
    """The cells with their place in the table and, of those stated, as bars of ``high`` pixels;
    ``labels``: the columns' names in lines, by key."""
    placed = ["top", "bottom", "narrow_top", "line_count", "bars_high"]
    tops = rows.set_index("key")[placed].to_dict("index")
    places = {key: place for place, key in enumerate(labels)}
    counted: dict[str, int] = {}
    records = []
    for cell in cells.to_dict("records"):
        row = tops[cell["row"]]
        place = counted.get(cell["row"], 0)
        counted[cell["row"]] = place + int(bool(cell["is_stated"]))
        lines = str(cell["text"]).split(" ", 1)
        label = labels[cell["column"]]
        line = row["narrow_top"] + place * high + high / 2
        records.append(
            {
                **cell,
                "key": cell["row"],
                "line_count": row["line_count"],
                "bars_high": row["bars_high"],
                "place": places[cell["column"]],
                "label": "\n".join(label),
                # A text of several lines hangs from its first one.
                "label_line": line - (len(label) - 1) * LABEL_LINE / 2,
                "top": row["top"],
                "bottom": row["bottom"],
                "line": line,
                "lines": "\n".join(lines),
                "amount_lines": len(lines),
            }
        )
    added = ["key", "line_count", "bars_high", "place", "label", "label_line", "top", "bottom",
             "line", "lines", "amount_lines"]  # fmt: skip
    return pd.DataFrame(records, columns=[*cells.columns, *added])


def _headings(rows: pd.DataFrame, wide: str, inks: Inks) -> list[alt.Chart]:
    """The rows' names and, below them, their totals."""
    base = alt.Chart(rows).transform_calculate(
        shown=f"{wide} ? datum.name_lines : datum.heading",
        high=f"datum.line_count * {NAME_LINE}",
        place=f"{wide} ? (datum.top + datum.bottom - datum.high) / 2 + 1 : datum.heading_top",
        sum_place=f"{wide} ? (datum.top + datum.bottom + datum.high) / 2 - {NAME_LINE - 1}"
        " : datum.sum_top",
    )
    names = base.mark_text(
        align="left", baseline="top", fontSize=NAME_SIZE - 1, fontWeight=600, lineBreak="\n",
        lineHeight=NAME_LINE,
    ).encode(x=alt.XValue(0), y=pixels("place"), text=alt.Text("shown:N"))  # fmt: skip
    totals = base.mark_text(align="left", baseline="top", fontSize=TOTAL_SIZE, color=inks.quiet)
    return [names, totals.encode(x=alt.XValue(0), y=pixels("sum_place"), text=alt.Text("total:N"))]


def _column_heads(columns: pd.DataFrame, cell: str, wide: str, head: int, inks: Inks) -> alt.Chart:
    """The columns' names above the table, standing on it."""
    rows = [
        {
            "lines": "\n".join(lines),
            "place": place,
            "top": head - 6 - len(lines) * HEAD_LINE,
        }
        for place, lines in enumerate(_head(str(name)) for name in columns["name"])
    ]
    frame = pd.DataFrame(rows, columns=["lines", "place", "top"])
    heads = (
        alt.Chart(frame)
        .transform_filter(wide)
        .transform_calculate(middle=f"{NAMES} + (datum.place + 0.5) * {cell}")
        .mark_text(
            align="center",
            baseline="top",
            fontSize=alt.ExprRef(f"{cell} < 72 ? 11 : 12.5"),
            lineBreak="\n",
            lineHeight=HEAD_LINE,
            color=inks.quiet,
        )
        .encode(x=across("middle"), y=pixels("top"), text=alt.Text("lines:N"))
    )
    return cast(alt.Chart, heads)
