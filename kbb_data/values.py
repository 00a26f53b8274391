"""One cell of a CSV file and the Python value that it holds, both ways.

Money is whole kuruş in Python and lira with two decimals in the file; an empty cell is ``None``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from kbb_data.schema import Column

_INTEGER = re.compile(r"-?\d+", re.ASCII)
_MONEY = re.compile(r"-?\d+\.\d{2}", re.ASCII)
_DECIMAL = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_BOOLEAN = {"true": True, "false": False}


def parse_value(column: Column, text: str) -> Any:
    """The value of a cell; raises ``ValueError`` saying what the column's type needs."""
    if text == "":
        return None
    if column.type == "integer" and _INTEGER.fullmatch(text):
        return int(text)
    if column.type == "money" and _MONEY.fullmatch(text):
        return int(Decimal(text).scaleb(2))
    if column.type == "decimal" and _DECIMAL.fullmatch(text):
        return Decimal(text)
    if column.type == "boolean" and text in _BOOLEAN:
        return _BOOLEAN[text]
    if column.type == "string":
        return text
    needs = {
        "integer": "a whole number",
        "money": "lira with two decimals, as 7632000.00",
        "decimal": "a number with '.' as decimal mark",
        "boolean": "true or false",
    }
    raise ValueError(needs[column.type])


def format_value(column: Column, value: Any) -> str:
    """The cell that holds a value; ``None`` is the empty cell."""
    if value is None:
        return ""
    if column.type == "money":
        return f"{Decimal(value).scaleb(-2):.2f}"
    if column.type == "decimal":
        return format(Decimal(value), "f")
    if column.type == "boolean":
        return "true" if value else "false"
    return str(value)


def printed_number(value: Decimal | int) -> str:
    """A figure as the document prints it: ``1.234,5``."""
    text = format(Decimal(value), ",f")
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")


def printed_lira(kurus: int) -> str:
    """Kuruş as the document prints them in lira: ``1.234,00``."""
    whole, decimals = format(Decimal(kurus).scaleb(-2), ",.2f").split(".")
    return f"{whole.replace(',', '.')},{decimals}"
