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
    with using(TURKISH):
        return [
            *_status(edition),
            (t("opendata.xlsx_table"), f"{table.tr} ({table.name})"),
            (t("opendata.xlsx_row"), t(f"opendata.row_{table.name}")),
            (t("opendata.xlsx_rows"), writing.number(rows)),
            (t("opendata.xlsx_institution"), edition.name),
            (t("opendata.xlsx_source"), edition.programme.source_title),
            (t("opendata.xlsx_source_hash"), edition.programme.source_sha256),
            (t("opendata.xlsx_version"), descriptor["version"]),
            (t("opendata.xlsx_hash"), descriptor["hash"]),
            (t("opendata.xlsx_date"), writing.date(edition.date)),
            *_terms(edition, descriptor),
            (t("opendata.xlsx_reading"), t("opendata.note_not_stated")),
            ("", t("opendata.note_money")),
            ("", t("opendata.note_texts")),
            *(
                (
                    column.name,
                    t(
                        "opendata.xlsx_column",
                        label=column.tr,
                        type=t(f"opendata.type_{column.type}"),
                    ),
                )
                for column in table.columns
            ),
        ]


def foot(edition: Edition, descriptor: Mapping[str, Any], table: Table) -> list[tuple[str, str]]:
    """Label and text of each line below a table's CSV for people, in Turkish."""
    with using(TURKISH):
        return [
            *_status(edition),
            (t("opendata.xlsx_table"), f"{table.tr} ({table.name})"),
            (t("opendata.xlsx_row"), t(f"opendata.row_{table.name}")),
            (t("opendata.xlsx_source"), edition.programme.source_title),
            (t("opendata.xlsx_version"), descriptor["version"]),
            *_terms(edition, descriptor),
            (t("opendata.xlsx_reading"), t("opendata.note_not_stated")),
            ("", t("common.people_csv")),
        ]


def _status(edition: Edition) -> list[tuple[str, str]]:
    """That the data are a draft; nothing where they aren't."""
    if not edition.is_draft:
        return []
    return [(t("opendata.xlsx_draft"), " / ".join(draft.words().values()))]


def _terms(edition: Edition, descriptor: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The licence, and how to cite."""
    licence = descriptor["licenses"][0]
    cited, _english = citation(descriptor, edition.institution, edition.year)
    return [
        (t("opendata.xlsx_licence"), f"{licence['title']}, {licence['path']}"),
        (t("opendata.xlsx_citation"), cited),
    ]
