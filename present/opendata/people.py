"""A table as CSV for people: opened by a double click, in a spreadsheet with Turkish settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kbb_data.schema import Column, Table
from present.kit.spreadsheet import turkish_csv
from present.opendata.cells import to_spreadsheet
from present.opendata.xlsx import heading


def people_csv(
    table: Table, rows: Sequence[Sequence[Any]], notes: Sequence[tuple[str, str]]
) -> bytes:
    """The file of a table: Turkish headings, numbers with a decimal comma, money as lira, the
    dataset's codes as words, the document's as texts; at its end ``notes`` say what it is."""
    words = {column.name: code_words(column) for column in table.columns}
    return turkish_csv(
        [heading(column) for column in table.columns],
        (
            [
                words[column.name].get(value) or to_spreadsheet(table, column, value)
                for column, value in zip(table.columns, row, strict=True)
            ]
            for row in rows
        ),
        notes,
    )


def code_words(column: Column) -> dict[Any, str]:
    """What the codes of a column are called in Turkish, by code; nothing for those of the document
    (``03``), which stay, and for a column of which two codes are called the same."""
    words = {code.code: code.tr for code in column.codes if not code.code[0].isdigit()}
    is_clear = len(set(words.values())) == len(words)
    return words if is_clear else {}
