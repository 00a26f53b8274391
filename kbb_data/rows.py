"""What a table holds between the text and the file: rows of Python values by column."""

from __future__ import annotations

from typing import Any

#: A row's values by column: money as whole kuruş, ``None`` for not stated.
Row = dict[str, Any]

#: The rows of every table, by the table's name in ``kbb_data.schema``.
Tables = dict[str, list[Row]]
