"""Charts of rows made to fit a height: rows closer together or further apart, or only the largest.

``present.kit.charts`` states in the data of a chart whose rows are stacked by pixels where each
stands: ``key``, ``line_count``, ``bars_high``, ``top``, ``bottom``. From ``WIDE_FROM`` pixels of
width on, names stand beside their bars, and a row needs less height than one with its name above.
A table that becomes a list on less width says where its rows stand there as well (``heading_top``,
``line``). Charts on a scale of names are ladders: all rows are as high.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from present.kit.charts.bars import GAP, LINE, WIDE_FROM
from present.kit.charts.matrix import COLUMN, HEADING_DROP, NAMES
from present.kit.charts.matrix import LINE as LIST_LINE

_COLUMNS = {"key", "line_count", "bars_high", "top", "bottom"}
#: Where things of a row stand in a table that has become a list.
_LISTED = ("heading_top", "sum_top", "narrow_top", "line", "label_line")
#: Pixels of padding at a chart's sides, which ``present.kit.theme.chart_config`` asks for.
_PADDING = 4
#: Pixels between a row's bar or name and the next one, at least.
_GAP = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a chart: its key, where it begins, how high it is and how far below it the next one
    may begin at the least, in pixels; where its bar ends, and its place among the rows that tell
    most where its bar does not say so (the first is 0)."""

    key: Any
    top: float
    high: float
    need: float
    end: float
    rank: float = 0


def is_narrow(spec: dict[str, Any], width: float) -> bool:
    """Whether a chart so many pixels wide, its padding included, has its names above its bars."""
    width = round(width) - _PADDING
    columns = {record["place"] for record in _records(spec) if "label_line" in record}
    return width < max(WIDE_FROM, NAMES + COLUMN * len(columns) if columns else 0)


def rows(spec: dict[str, Any], *, narrow: bool = False) -> list[Row]:
    """The chart's rows from top to bottom; none for a chart of another kind. ``narrow``: where its
    names stand above."""
    by_key: dict[Any, Row] = {}
    listed = _listed(spec) if narrow else {}
    for record in sorted(_records(spec), key=lambda record: float(record["top"])):
        key, end = record["key"], float(record.get("end") or 0)
        top, high = float(record["top"]), float(record["bottom"]) - float(record["top"])
        if not narrow:
            high = float(max(int(record["line_count"]) * LINE, int(record["bars_high"])) + _GAP)
            need = high
        elif key in listed:
            top, high = listed[key]
            need = high
        else:
            need = high - GAP + _GAP
        before = by_key.get(key)
        rank = float(record.get("rank") or 0)
        by_key[key] = Row(
            key,
            before.top if before else top,
            high,
            need,
            max(end, before.end) if before else end,
            rank,
        )
    return list(by_key.values())


def _listed(spec: dict[str, Any]) -> dict[Any, tuple[float, float]]:
    """Where each row of a table begins as a list, and how high it is there; nothing for others."""
    tops = {
        record["key"]: float(record["heading_top"]) - HEADING_DROP
        for record in _records(spec)
        if "heading_top" in record
    }
    if not tops:
        return {}
    lines = [float(record["line"]) for record in _records(spec) if "label_line" in record]
    ends = [*list(tops.values())[1:], max(lines, default=0.0) + LIST_LINE / 2]
    return {key: (top, end - top) for (key, top), end in zip(tops.items(), ends, strict=True)}


def is_list(spec: dict[str, Any]) -> bool:
    """Whether a chart is a table that becomes a list on less width."""
    return any("heading_top" in record for record in _records(spec))


def height(kept: Sequence[Row], spread: float = 0.0) -> float:
    """The pixels that rows take, the next one ``spread`` lower than it must be."""
    if not kept:
        return 0.0
    return sum(row.need + spread for row in kept[:-1]) + kept[-1].high


def largest(stack: Sequence[Row], room: float) -> list[Row]:
    """As many rows as the room (pixels) holds, those of the first ranks and among equals those with
    the longest bars, in their order; one at least. What is set apart below the others, such as
    general administration, stays so."""
    by_size = sorted(stack, key=lambda row: (row.rank, -row.end))
    over = max((row.high - row.need for row in stack), default=0.0)
    count = sum(end + over <= room for end in accumulate(row.need for row in by_size))
    kept = {row.key for row in by_size[: max(count, 1)]}
    return [row for row in stack if row.key in kept]


def start(stack: Sequence[Row]) -> float:
    """Where the first row begins; headings may stand above it."""
    return stack[0].top if stack else 0.0


def stacked(
    spec: dict[str, Any], kept: Sequence[Row], spread: float, *, narrow: bool = False
) -> dict[str, Any]:
    """The chart with only these rows, each ``spread`` pixels further from the next than it must be.

    They begin where the chart's rows do; the scale stays that of all rows.
    """
    places: dict[Any, tuple[float, float, float]] = {}
    top = start(rows(spec, narrow=narrow))
    for row in kept:
        places[row.key] = (top, top + row.high, top - row.top)
        top += row.need + spread
    datasets = {
        name: [
            _moved(record, *places[record["key"]]) for record in records if record["key"] in places
        ]
        if _is_stacked(records)
        else records
        for name, records in spec["datasets"].items()
    }
    return {**spec, "datasets": datasets, "height": max(end for _, end, _ in places.values())}


def _moved(record: dict[str, Any], top: float, bottom: float, down: float) -> dict[str, Any]:
    listed = {name: record[name] + down for name in _LISTED if name in record}
    return {**record, "top": top, "bottom": bottom, **listed}


def _records(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for records in spec.get("datasets", {}).values():
        if _is_stacked(records):
            yield from records


def _is_stacked(records: Any) -> bool:
    return isinstance(records, list) and bool(records) and records[0].keys() >= _COLUMNS


@dataclass(frozen=True, slots=True)
class Ladder:
    """A chart whose rows are the names of a scale: the field that holds them, and the names from
    top to bottom."""

    field: str
    names: Sequence[Any]


def ladder(spec: dict[str, Any]) -> Ladder | None:
    """The chart as a ladder; nothing for one of another kind, or of names in no stated order."""
    if not isinstance(spec.get("height"), int | float):
        return None
    for layer in (spec, *spec.get("layer", ())):
        across = layer.get("encoding", {}).get("y", {})
        if across.get("type") == "nominal" and isinstance(across.get("sort"), list):
            return Ladder(across["field"], across["sort"])
    return None


def rungs(
    spec: dict[str, Any], whole: Ladder, kept: Collection[Any], stretch: float = 1.0
) -> dict[str, Any]:
    """The ladder with only these names, each row ``stretch`` times as high as it was."""
    datasets = {
        name: [record for record in records if record.get(whole.field, None) in kept]
        if isinstance(records, list) and any(whole.field in record for record in records)
        else records
        for name, records in spec.get("datasets", {}).items()
    }
    high = spec["height"] * len(kept) / len(whole.names) * stretch
    return {**spec, "datasets": datasets, "height": round(high)}
