"""What plain SQL says of a figure: a table that the figure's exact table is held against."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, text

Query = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """``rows`` of the named ``columns``; the first ``keys`` of them tell the rows apart. A column
    that the figure leaves out must be blank in every row."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    keys: int = 1


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks a database about the programmes of one institution."""

    connection: Connection
    institution: str

    def rows(self, statement: str, **named: Any) -> list[tuple[Any, ...]]:
        """The rows that a statement gives under its parameters, ``institution`` among them."""
        found = self.connection.execute(text(statement), {"institution": self.institution, **named})
        return [tuple(row) for row in found]

    def value(self, statement: str, **named: Any) -> Any:
        """The only cell of a statement; ``None`` where it gives no row."""
        rows = self.rows(statement, **named)
        assert len(rows) <= 1
        return rows[0][0] if rows else None


#: What SQL says of a year's figure under an address's parameters.
Ask = Callable[[Asker, int, Query], Answer]


def differences(answer: Answer, table: Mapping[str, Sequence[Any]]) -> list[str]:
    """Where a figure's table is not what SQL says, a line a cell; none where they agree."""
    length = len(next(iter(table.values())))
    columns = [list(table.get(name, [None] * length)) for name in answer.columns]
    shown = {row[: answer.keys]: row for row in zip(*map(_plain, columns), strict=True)}
    told = {tuple(row[: answer.keys]): tuple(_plain(row)) for row in answer.rows}
    if len(shown) != length or len(told) != len(answer.rows):
        return ["a key stands in two rows"]
    lines = [f"{key}: in one of both alone" for key in sorted(shown.keys() ^ told.keys(), key=str)]
    for key in shown.keys() & told.keys():
        for name, cell, value in zip(answer.columns, shown[key], told[key], strict=True):
            if not _same(cell, value):
                lines.append(f"{key}, {name}: shown {cell!r}, by SQL {value!r}")
    return lines


def _plain(cells: Sequence[Any]) -> list[Any]:
    return [_cell(cell) for cell in cells]


def _cell(cell: Any) -> Any:
    """A cell without the types of frames and drivers; every blank is ``None``."""
    if cell is None or type(cell).__name__ == "NAType" or cell != cell:
        return None
    if isinstance(cell, Decimal):
        return float(cell)
    return cell.item() if hasattr(cell, "item") else cell


def _same(cell: Any, value: Any) -> bool:
    """Whether two cells are equal; databases count in binary what figures count exactly."""
    if isinstance(cell, float) or isinstance(value, float):
        if cell is None or value is None:
            return cell is value
        return math.isclose(cell, value, rel_tol=1e-9, abs_tol=1e-9)
    return bool(cell == value)
