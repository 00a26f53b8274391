"""Invented frames of results for the tests of a budget's execution, in lira."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import pandas as pd

from present.execution.model import COLUMNS, Row, read
from present.kit.documents import Document

#: Documents by name: title, day, the document that it corrects.
DOCUMENTS: dict[str, tuple[str, str | None, str | None]] = {
    "rapor": ("Mali Durum Raporu", "2026-07-30", None),
    "duzeltme": ("Düzeltilmiş Rapor", "2026-09-01", "rapor"),
    "hesap": ("Kesin Hesap", "2027-05-10", None),
    "taslak": ("Tarihsiz Tablo", None, None),
}
HALF, YEAR_END = datetime.date(2026, 6, 30), datetime.date(2026, 12, 31)


def documents(*names: str) -> pd.DataFrame:
    """The frame of documents by name, in this order."""
    return pd.DataFrame(
        [
            {
                "document": name,
                "title": DOCUMENTS[name][0],
                "kind": "half_year_report",
                "date": DOCUMENTS[name][1],
                "as_of": "2026-06-30",
                "sequence": sequence,
                "corrects": DOCUMENTS[name][2],
                "correction_reason": "Bir satır eksikti" if DOCUMENTS[name][2] else None,
            }
            for sequence, name in enumerate(names, start=1)
        ]
    )


def appropriations(*rows: dict[str, Any]) -> pd.DataFrame:
    """The frame of these rows; amounts in lira, what is not named is blank. Usual are economic
    codes on 30 June 2026 in the main table of ``rapor``."""
    usual = {
        "classification": "economic",
        "name": None,
        "as_of": "2026-06-30",
        "base": None,
        "is_outside_total": False,
        "statement": 1,
        "document": "rapor",
        "source_section": "belge",
    }
    records = []
    for row in rows:
        money = {
            f"{column}_kurus": None if row.get(column) is None else round(row[column] * 100)
            for column in COLUMNS
        }
        given = {name: value for name, value in row.items() if name not in COLUMNS}
        records.append({**usual, **given, **money})
    frame = pd.DataFrame(records)
    for column in COLUMNS:
        frame[f"{column}_kurus"] = pd.array(frame[f"{column}_kurus"].tolist(), dtype="Int64")
    return frame


def rows(*given: dict[str, Any], year: int = 2026, of: Sequence[str] = ()) -> tuple[Row, ...]:
    """The records of these rows; ``of``: the documents, all where none is named."""
    return read(year, appropriations(*given), documents(*(of or DOCUMENTS)))


def document(name: str = "rapor", year: int = 2026) -> Document:
    """A document as a record."""
    title, date, corrects = DOCUMENTS[name]
    return Document(
        year,
        name,
        title,
        "half_year_report",
        datetime.date.fromisoformat(date) if date else None,
        HALF,
        1,
        corrects or "",
        "Bir satır eksikti" if corrects else "",
    )
