"""Charts whose rows are stacked by pixels, made lower: rows closer together, or only the largest.

``present.kit.charts`` states in the data of such a chart where each row stands: ``key``,
``line_count``, ``bars_high``, ``top``, ``bottom``. From ``WIDE_FROM`` pixels of width on, names
stand beside their bars, and a row needs less height than one with its name above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from present.kit.charts.bars import LINE

_COLUMNS = {"key", "line_count", "bars_high", "top", "bottom"}
#: Pixels between a row's bar or name and the next one, at least.
_GAP = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a chart: its key, where it begins and the least height that it needs in pixels,
    where its bar ends, and its place among the rows that tell most where its bar does not say so
    (the first is 0)."""

    key: Any
    top: float
    need: int
    end: float
    rank: float = 0


def rows(spec: dict[str, Any]) -> list[Row]:
    """The chart's rows from top to bottom; none for a chart of another kind."""
    by_key: dict[Any, Row] = {}
    for record in sorted(_records(spec), key=lambda record: float(record["top"])):
        key, end = record["key"], float(record.get("end") or 0)
        need = max(int(record["line_count"]) * LINE, int(record["bars_high"])) + _GAP
        before = by_key.get(key)
        top = before.top if before else float(record["top"])
        rank = float(record.get("rank") or 0)
        by_key[key] = Row(key, top, need, max(end, before.end) if before else end, rank)
    return list(by_key.values())


def largest(stack: Sequence[Row], room: float) -> list[Row]:
    """As many rows as the room (pixels) holds, those of the first ranks and among equals those with
    the longest bars, in their order; one at least. What is set apart below the others, such as
    general administration, stays so."""
    by_size = sorted(stack, key=lambda row: (row.rank, -row.end))
    count = sum(end <= room for end in accumulate(row.need for row in by_size))
    kept = {row.key for row in by_size[: max(count, 1)]}
    return [row for row in stack if row.key in kept]


def start(stack: Sequence[Row]) -> float:
    """Where the first row begins; headings may stand above it."""
    return stack[0].top if stack else 0.0


def stacked(spec: dict[str, Any], kept: Sequence[Row], spread: float) -> dict[str, Any]:
    """The chart with only these rows, each ``spread`` pixels higher than it needs.

    They begin where the chart's rows do; the scale stays that of all rows.
    """
    places: dict[Any, dict[str, float]] = {}
    top = start(rows(spec))
    for row in kept:
        places[row.key] = {"top": top, "bottom": top + row.need + spread}
        top = places[row.key]["bottom"]
    datasets = {
        name: [{**record, **places[record["key"]]} for record in records if record["key"] in places]
        if _is_stacked(records)
        else records
        for name, records in spec["datasets"].items()
    }
    return {**spec, "datasets": datasets, "height": top}


def _records(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for records in spec.get("datasets", {}).values():
        if _is_stacked(records):
            yield from records


def _is_stacked(records: Any) -> bool:
    return isinstance(records, list) and bool(records) and records[0].keys() >= _COLUMNS
