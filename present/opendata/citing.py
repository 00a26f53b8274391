"""What stands beside a table that somebody took away: where it is from and how to read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kbb_data.publishing.published import citation
from kbb_data.schema import Table
from present.kit import writing
from present.kit.text import TURKISH, t, using
from present.opendata.source import Edition


def notes(
    edition: Edition, descriptor: Mapping[str, Any], table: Table, rows: int
) -> list[tuple[str, str]]:
    """Label and text of each line of a spreadsheet's second sheet, in Turkish."""
    licence = descriptor["licenses"][0]
    cited, _english = citation(descriptor, edition.institution, edition.year)
    with using(TURKISH):
        lines = [
            (t("veri.xlsx_table"), f"{table.tr} ({table.name})"),
            (t("veri.xlsx_row"), t(f"veri.row_{table.name}")),
            (t("veri.xlsx_rows"), writing.number(rows)),
            (t("veri.xlsx_institution"), edition.name),
            (t("veri.xlsx_source"), edition.programme.source_title),
            (t("veri.xlsx_source_hash"), edition.programme.source_sha256),
            (t("veri.xlsx_version"), descriptor["version"]),
            (t("veri.xlsx_hash"), descriptor["hash"]),
            (t("veri.xlsx_date"), writing.date(edition.date)),
            (t("veri.xlsx_licence"), f"{licence['title']}, {licence['path']}"),
            (t("veri.xlsx_citation"), cited),
            (t("veri.xlsx_reading"), t("veri.note_not_stated")),
            ("", t("veri.note_money")),
            ("", t("veri.note_texts")),
        ]
        return lines + [
            (
                column.name,
                t("veri.xlsx_column", label=column.tr, type=t(f"veri.type_{column.type}")),
            )
            for column in table.columns
        ]
