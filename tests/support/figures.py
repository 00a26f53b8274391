"""What a figure shows, as plain lists: its head, its written rows, the data of its chart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from present.kit.figure import Figure


def heads(figure: Figure) -> list[tuple[str, str, bool, bool]]:
    """Of each column its name, its label, whether it holds numbers and whether it names the row."""
    return [
        (column.name, column.label, column.is_number, column.is_heading)
        for column in figure.columns
    ]


def rows(figure: Figure) -> list[list[str]]:
    """The table as it is written."""
    return [
        [column.write(row[column.name]) for column in figure.columns]
        for row in figure.table.to_dict("records")
    ]


def own(figure: Figure) -> list[list[bool]]:
    """Which cells are the document's own words."""
    return [
        [
            column.is_verbatim(row) if callable(column.is_verbatim) else column.is_verbatim
            for column in figure.columns
        ]
        for row in figure.table.to_dict("records")  # type: ignore[arg-type]
    ]


def drawn(spec: dict[str, Any] | None, column: str) -> list[dict[str, Any]]:
    """The rows of the chart's data that have a column."""
    assert spec is not None
    return [row for data in spec["datasets"].values() for row in data if column in row]


def outline(spec: Mapping[str, Any]) -> str:
    """A drawing of a chart's size with nothing in it."""
    height = spec.get("height", 300)
    high = height if isinstance(height, int | float) else 300
    return f'<svg viewBox="0 0 {spec["width"] + 20} {high + 30}"></svg>'
