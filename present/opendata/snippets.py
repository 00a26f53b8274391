"""How to read a table without spoiling its codes, in the languages that people use for it.

What the page Açık veri shows and the tests run; ``DTYPE`` and its like are taken from the schema.
"""

from __future__ import annotations

import json

from kbb_data.schema import Column, Table

_POLARS = {"string": "pl.String", "integer": "pl.Int64", "money": "pl.Decimal(18, 2)",
           "decimal": "pl.Float64", "boolean": "pl.Boolean"}  # fmt: skip
_SQL = {"string": "VARCHAR", "integer": "BIGINT", "money": "DECIMAL(18,2)", "decimal": "DOUBLE",
        "boolean": "BOOLEAN"}  # fmt: skip
_R = {"string": "character", "integer": "integer", "money": "numeric", "decimal": "numeric",
      "boolean": "logical"}  # fmt: skip
_POWER = {"string": "type text", "integer": "Int64.Type", "money": "Currency.Type",
          "decimal": "type number", "boolean": "type logical"}  # fmt: skip


def snippets(table: Table, csv: str, parquet: str) -> tuple[tuple[str, str], ...]:
    """Name (behind ``opendata.code_`` in the catalogue) and text of each; ``csv`` and ``parquet``
    are the addresses of the table's exact files."""
    return (
        ("parquet", f'import pandas as pd\n\ntable = pd.read_parquet("{parquet}")'),
        ("pandas", _pandas(table, csv)),
        ("polars", _polars(table, csv)),
        ("duckdb", _duckdb(table, csv)),
        ("r", _r(table, csv)),
        ("power", _power(table, csv)),
    )


def _texts(table: Table) -> list[Column]:
    return [column for column in table.columns if column.type == "string"]


def _pandas(table: Table, address: str) -> str:
    kinds = json.dumps({column.name: "str" for column in _texts(table)})
    return f'import pandas as pd\n\ntable = pd.read_csv(\n    "{address}",\n    dtype={kinds},\n)'


def _polars(table: Table, address: str) -> str:
    kinds = ", ".join(f'"{column.name}": {_POLARS[column.type]}' for column in table.columns)
    return (
        f'import polars as pl\n\ntable = pl.read_csv(\n    "{address}",\n    schema={{{kinds}}},\n)'
    )


def _duckdb(table: Table, address: str) -> str:
    kinds = ", ".join(f"'{column.name}': '{_SQL[column.type]}'" for column in table.columns)
    return (
        f"SELECT * FROM read_csv('{address}',\n    header = true, delim = ',', quote = '\"',\n"
        f"    columns = {{{kinds}}});"
    )


def _r(table: Table, address: str) -> str:
    kinds = ", ".join(f'{column.name} = "{_R[column.type]}"' for column in table.columns)
    return (
        f'table <- read.csv("{address}",\n  encoding = "UTF-8", na.strings = "",\n'
        f"  colClasses = c({kinds}))"
    )


def _power(table: Table, address: str) -> str:
    kinds = ", ".join(f'{{"{column.name}", {_POWER[column.type]}}}' for column in table.columns)
    return (
        "let\n"
        f'    File = Csv.Document(Web.Contents("{address}"),\n'
        '        [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),\n'
        "    Rows = Table.PromoteHeaders(File, [PromoteAllScalars = true]),\n"
        f'    Typed = Table.TransformColumnTypes(Rows, {{{kinds}}}, "en-US")\n'
        "in\n    Typed"
    )
