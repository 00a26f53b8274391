"""The real reports as they are read, each once: two half-year reports, final accounts."""

from __future__ import annotations

from functools import lru_cache

from kbb_data.files.drafts import MARK
from kbb_data.files.extract import Extract, extract
from kbb_data.files.pdf import draft
from kbb_data.results.records import Report, Statement
from kbb_data.results.reports import read
from tests.support.source import document

#: Letters over digits of the PDF, by what stands there: a sentence of the same report and the
#: table's parts say what they were.
_OVER = {
    "ÖZEL GE\tLİRL6E.R286.631,23": "ÖZEL GELİRLER\t6.286.631,23",
    "VERGİL\tER1İ12.085.873,97": "VERGİLERİ\t112.085.873,97",
}


def mended(text: str) -> str:
    """The draft of the 2023 report as a person mends it: letters are taken off digits, and no mark
    is left."""
    for broken, whole in _OVER.items():
        assert broken in text
        text = text.replace(broken, whole)
    return "\n".join(line for line in text.split("\n") if not line.startswith(MARK))


@lru_cache
def half_year_2020() -> Report:
    """The report of 2020, a Word document."""
    return read(extract(document("mali-durum-2020.docx")), 2020)


@lru_cache
def text_2020() -> str:
    """The text of the report of 2020."""
    return extract(document("mali-durum-2020.docx")).content.decode()


@lru_cache
def draft_2023() -> str:
    """The draft of the report of 2023, a PDF, with its marks."""
    return draft(document("mali-durum-2023.pdf")).content.decode()


@lru_cache
def half_year_2023() -> Report:
    """The report of 2023, mended."""
    return read(Extract(mended(draft_2023()).encode()), 2023)


@lru_cache
def final_accounts() -> Report:
    """Final accounts of 2025, a CSV file."""
    return read(extract(document("final_accounts_2025.csv")), 2025)


def stated(report: Report, classification: str, code: str, as_of: str) -> list[Statement]:
    """What a report states of a code as of a day, its main table first."""
    return [
        each
        for each in report.statements
        if (each.classification, each.code, each.as_of) == (classification, code, as_of)
    ]


def main(report: Report, classification: str, code: str, as_of: str) -> Statement:
    """What the main table states."""
    return next(each for each in stated(report, classification, code, as_of) if each.number == 1)
