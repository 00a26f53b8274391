"""One cell of a table as JSON, in a spreadsheet, and how an address names it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from kbb_data.schema import Column, ColumnType, Table
from kbb_data.values import format_value
from present.kit.spreadsheet import figure

#: How a value is written in an address; money as lira, with up to two decimals.
PATTERNS: dict[ColumnType, str] = {
    "integer": "-?[0-9]{1,15}",
    "money": r"-?[0-9]{1,15}(\.[0-9]{1,2})?",
    "decimal": r"-?[0-9]{1,15}(\.[0-9]{1,9})?",
    "boolean": "true|false",
}


#: Columns of text that hold a figure in most rows and words in others (``13-16``), by table.
FIGURES = {"findings": frozenset({"stated", "computed", "difference"})}


def to_spreadsheet(table: Table, column: Column, value: Any) -> str | int | float | Decimal | None:
    """The value as people get it: money is lira, a text that is a plain figure in a column of
    figures is the number."""
    if value is None:
        return None
    if column.type == "money":
        return Decimal(value).scaleb(-2)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if column.name in FIGURES.get(table.name, ()):
        return figure(value)
    return value  # type: ignore[no-any-return]


def to_json(column: Column, value: Any) -> Any:
    """The value in JSON: money is a text of lira with two decimals, exact; ``None`` is null."""
    if value is not None and column.type == "money":
        return format_value(column, value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def json_schema(column: Column) -> dict[str, Any]:
    """What ``to_json`` gives, as JSON Schema."""
    kinds: dict[ColumnType, dict[str, Any]] = {
        "string": {"type": "string"},
        "integer": {"type": "integer"},
        "money": {"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{2}$"},
        "decimal": {"type": "number"},
        "boolean": {"type": "boolean"},
    }
    schema = kinds[column.type]
    if not column.required:
        schema["type"] = [schema["type"], "null"]
    if column.values:
        schema["enum"] = [*column.values, *([] if column.required else [None])]
    return schema


def from_address(column: Column, text: str) -> Any:
    """The value that an address means, as the database has it. Raises ``ValueError``."""
    pattern = PATTERNS.get(column.type)
    if pattern is None:
        return text
    if not re.fullmatch(pattern, text, re.ASCII):
        raise ValueError(text)
    if column.type == "boolean":
        return text == "true"
    if column.type == "integer":
        return int(text)
    return int(Decimal(text).scaleb(2)) if column.type == "money" else float(text)
