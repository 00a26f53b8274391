"""Findings as a file for a spreadsheet: UTF-8 with its mark, one row a finding."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from present.findings.model import Finding
from present.findings.words import check_title, severity
from present.kit.formula import defused
from present.kit.text import t


def csv_bytes(found: Iterable[Finding]) -> bytes:
    """The findings with headings in the visit's language; figures are as in the dataset.

    Amounts are lira with a decimal point. Words that a spreadsheet would run as a formula begin
    with an apostrophe; figures, also those below zero, do not.
    """
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(
        [
            t("findings.column_code"),
            t("findings.column_check"),
            t("findings.column_severity"),
            t("findings.column_location"),
            t("findings.column_stated"),
            t("findings.column_computed"),
            t("findings.column_difference"),
            t("findings.column_unit"),
            t("findings.column_explanation"),
            t("findings.column_section"),
            t("findings.column_line"),
        ]
    )
    for one in found:
        writer.writerow(
            safe(cell)
            for cell in (
                one.code,
                check_title(one.check, one.check_title),
                severity(one.severity),
                one.location,
                one.stated,
                one.computed,
                one.difference,
                one.unit,
                one.explanation,
                one.section,
                str(one.line),
            )
        )
    return file.getvalue().encode("utf-8-sig")


def safe(cell: str | None) -> str:
    """A cell that no spreadsheet runs; nothing is an empty cell."""
    return defused(cell) if cell else ""
