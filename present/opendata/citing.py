"""What stands beside a table that somebody took away: where it is from and how to read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kbb_data.publishing.published import citation
from kbb_data.schema import Table
from present.kit import writing
from present.kit.text import TURKISH, t, using
from present.opendata import draft
from present.opendata.source import Edition


def notes(
    edition: Edition, descriptor: Mapping[str, Any], table: Table, rows: int
) -> list[tuple[str, str]]:
    """Label and text of each line of a spreadsheet's second sheet, in Turkish."""
    licence = descriptor["licenses"][0]
    cited, _english = citation(descriptor, edition.institution, edition.year)
    with using(TURKISH):
        lines = [
            (t("opendata.xlsx_table"), f"{table.tr} ({table.name})"),
            (t("opendata.xlsx_row"), t(f"opendata.row_{table.name}")),
            (t("opendata.xlsx_rows"), writing.number(rows)),
            (t("opendata.xlsx_institution"), edition.name),
            (t("opendata.xlsx_source"), edition.programme.source_title),
            (t("opendata.xlsx_source_hash"), edition.programme.source_sha256),
            (t("opendata.xlsx_version"), descriptor["version"]),
            (t("opendata.xlsx_hash"), descriptor["hash"]),
            (t("opendata.xlsx_date"), writing.date(edition.date)),
            (t("opendata.xlsx_licence"), f"{licence['title']}, {licence['path']}"),
            (t("opendata.xlsx_citation"), cited),
            (t("opendata.xlsx_reading"), t("opendata.note_not_stated")),
            ("", t("opendata.note_money")),
            ("", t("opendata.note_texts")),
        ]
        if edition.is_draft:
            lines.insert(0, (t("opendata.xlsx_draft"), " / ".join(draft.words().values())))
        return lines + [
            (
                column.name,
                t("opendata.xlsx_column", label=column.tr, type=t(f"opendata.type_{column.type}")),
            )
            for column in table.columns
        ]
