"""Writes docs/data-dictionary.md from kbb_data/schema/tables/ (`make docs`).

``tests/docs/test_data_dictionary.py`` holds the committed file to the schema.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kbb_data import schema  # noqa: E402

TARGET = ROOT / "docs" / "data-dictionary.md"

HEAD = """\
# Data dictionary

<!-- Made by `make docs` from kbb_data/schema/tables/; do not edit. -->

Every table of the dataset, as the files in `kbb_data/<year>/` and the database hold it.

- Files: UTF-8, line feeds, a header row, `.` as decimal mark. An empty field means that the
  document does not state a value; it never means zero.
- Money: Turkish lira with two decimals in the files, whole kuruş (an integer) in the database.
- In the database every table but `programme` carries `programme_year` and `institution` as well.
- Every row says where it stands in the document: `source_section` and `source_line`.
- **Bold**: part of the key. Every column marked *required* is filled in every row.
"""


def _cell(text: str) -> str:
    """``text`` as it may stand in a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|")


def _column_line(column: schema.Column, table: schema.Table) -> str:
    name = f"**`{column.name}`**" if column.name in table.key else f"`{column.name}`"
    meaning = _cell(column.meaning)
    if column.values:
        codes = ", ".join(f"`{code.code}` ({_cell(code.tr)})" for code in column.codes)
        meaning += f". One of: {codes}"
    kind = column.type + (f", {column.unit}" if column.unit else "")
    required = "required" if column.required else ""
    return f"| {name} | {kind} | {required} | {meaning} | {_cell(column.tr)} |"


def _table_text(table: schema.Table) -> str:
    lines = [
        f"## {table.name}",
        "",
        f"One row: {_cell(table.row)}. *{_cell(table.tr)}*.",
        "",
        "| column | type | | meaning | in Turkish |",
        "| --- | --- | --- | --- | --- |",
        *(_column_line(column, table) for column in table.columns),
    ]
    if table.foreign_keys:
        lines.append("")
        lines += [
            f"- {', '.join(f'`{name}`' for name in key.columns)} names a row of "
            f"[{key.table}](#{key.table})"
            for key in table.foreign_keys
        ]
    return "\n".join(lines) + "\n"


def text() -> str:
    """The whole dictionary as Markdown."""
    contents = "".join(f"- [{table.name}](#{table.name}): {table.en}\n" for table in schema.TABLES)
    return "\n".join([HEAD, contents, *(_table_text(table) for table in schema.TABLES)])


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
    print(f"wrote {TARGET.relative_to(ROOT)}: {len(schema.TABLES)} tables")
