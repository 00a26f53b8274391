"""Findings as a file for a spreadsheet with Turkish settings, one row a finding."""

from __future__ import annotations

from collections.abc import Iterable

from kbb_data import turkish
from present.findings.choices import FindingChoices
from present.findings.model import Finding, Kind
from present.findings.words import certainty_name, check_title, kind, severity
from present.kit import draft
from present.kit.spreadsheet import figure, turkish_csv
from present.kit.text import t


def csv_bytes(findings: Iterable[Finding], source: str, mark: str = "") -> bytes:
    """The findings with headings in the visit's language; figures are as in the dataset, with a
    decimal comma, and ``source`` stands below them. A ``mark`` (that the data are a draft) stands
    in a column of its own.

    Codes, and words that a spreadsheet would run as a formula, begin with an apostrophe; figures,
    also those below zero, do not.
    """
    headings = [
        t("findings.column_code"),
        t("findings.column_check"),
        t("findings.column_severity"),
        t("findings.column_kind"),
        t("findings.column_certainty"),
        t("findings.column_location"),
        t("findings.column_stated"),
        t("findings.column_computed"),
        t("findings.column_difference"),
        t("findings.column_unit"),
        t("findings.column_explanation"),
        t("findings.column_section"),
        t("findings.column_line"),
        *([t("findings.column_draft")] if mark else []),
    ]
    rows = [
        (
            finding.code,
            check_title(finding.check, finding.check_title),
            severity(finding.severity),
            kind(finding.kind),
            certainty_name(finding.certainty),
            finding.location,
            figure(finding.stated),
            figure(finding.computed),
            figure(finding.difference),
            finding.unit,
            finding.explanation,
            finding.section,
            finding.line,
            *([mark] if mark else []),
        )
        for finding in findings
    ]
    notes = [("", t("common.source_label", source=source)), ("", t("common.people_csv"))]
    return turkish_csv(headings, rows, notes)


def file_name(
    institution: str, year: int, choices: FindingChoices, *, is_draft: bool = False
) -> str:
    """Which programme's findings a file holds, and which of them; that they are of a draft."""
    parts = (
        turkish.slug(institution),
        str(year),
        t("findings.file_name"),
        choices.check or "",
        *(turkish.slug(severity(code)) for code in choices.severities),
        *(turkish.slug(kind(Kind(code))) for code in choices.kinds),
    )
    return draft.file_name("-".join(part for part in parts if part) + ".csv", is_draft)
