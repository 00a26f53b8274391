"""A table as Parquet: typed columns, and in the file's metadata what they mean and whence they are.

Money is whole kuruş (``int64``) in a column whose name says so (``budget_kurus``), so that sums are
exact in every program; codes are texts, days are dates, measures are doubles.
"""

from __future__ import annotations

import datetime
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kbb_data.schema import Column, Table

MEDIA = "application/vnd.apache.parquet"

#: What the name of a column of money ends with here.
KURUS = "_kurus"

#: Columns of days, which the dataset writes as text: 2026-06-30.
DAYS = frozenset({"date", "as_of"})
_TYPES: Mapping[str, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "money": pa.int64(),
    "decimal": pa.float64(),
    "boolean": pa.bool_(),
}


def parquet_file(table: Table, rows: Sequence[Sequence[Any]], about: Mapping[str, Any]) -> bytes:
    """The rows, in their order; values as ``db.queries.table_rows`` gives them, ``None`` where
    nothing is stated. ``about`` as ``files.origin`` gives it: version, hash, licence, source.

    The same rows give the same bytes under the same pyarrow.
    """
    fields, arrays = [], []
    for place, column in enumerate(table.columns):
        kind, values = _typed(column, [row[place] for row in rows])
        fields.append(
            pa.field(
                column_name(column),
                kind,
                nullable=not (column.required or column.name in table.key),
                metadata=_column_metadata(column),
            )
        )
        arrays.append(pa.array(values, kind))
    schema = pa.schema(fields, metadata=_metadata(table, about))
    buffer = io.BytesIO()
    # What every reader knows: Snappy and the format's version 2.6.
    pq.write_table(
        pa.Table.from_arrays(arrays, schema=schema), buffer, compression="snappy", version="2.6"
    )
    return buffer.getvalue()


def column_name(column: Column) -> str:
    """What a column is called in the file: its name, of money with the unit of its values."""
    return column.name + KURUS if column.type == "money" else column.name


def _typed(column: Column, values: list[Any]) -> tuple[pa.DataType, list[Any]]:
    """A column's type and its values; days that are texts in the dataset are dates."""
    if column.name in DAYS:
        return pa.date32(), [value and datetime.date.fromisoformat(value) for value in values]
    if column.type == "decimal":
        return pa.float64(), [None if value is None else float(value) for value in values]
    return _TYPES[column.type], values


def _column_metadata(column: Column) -> dict[str, str]:
    unit = "kuruş" if column.type == "money" else column.unit
    said = {"title_tr": column.tr, "title_en": column.en, "meaning": column.meaning, "unit": unit}
    if column.codes:
        said["codes"] = json.dumps(
            {code.code: {"tr": code.tr, "en": code.en} for code in column.codes},
            ensure_ascii=False,
        )
    return {name: text for name, text in said.items() if text}


def _metadata(table: Table, about: Mapping[str, Any]) -> dict[str, str]:
    return {
        "table": table.name,
        "title_tr": table.tr,
        "title_en": table.en,
        "row": f"One row is {table.row}.",
        **{name: _text(value) for name, value in about.items() if value is not None},
    }


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
