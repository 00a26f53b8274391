"""A table as a file: CSV for people and programs, JSON, and what both say of their origin."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from kbb_data.schema import Table
from present.kit.contact import contact
from present.kit.formula import defused, is_formula
from present.kit.text import TURKISH, using
from present.opendata import draft
from present.opendata.cells import to_json
from present.opendata.source import Edition


def as_json(content: Any) -> bytes:
    """JSON as this server writes it: UTF-8, letters as they are."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def as_pretty_json(content: Any) -> bytes:
    """JSON that a person may read too."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def origin(edition: Edition, descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """What every answer says of the data: programme, version, hash, date, licence, source, whom
    to ask (``None`` where nobody is known), and that it is a draft where it is one."""
    with using(TURKISH):
        asked = contact(edition.institution)
    licence = descriptor["licenses"][0]
    return {
        **draft.fields(edition.is_draft),
        "programme": {"year": edition.year, "institution": edition.institution},
        "version": descriptor["version"],
        "hash": descriptor["hash"],
        "date": edition.date.isoformat() if edition.date else None,
        "licence": {"name": licence["name"], "url": licence["path"]},
        "source": {
            "title": edition.programme.source_title,
            "sha256": edition.programme.source_sha256,
        },
        "contact": asked.fields() if asked is not None else None,
    }


def row_json(table: Table, row: Sequence[Any]) -> dict[str, Any]:
    """A row as JSON, by the names of its columns."""
    return {
        column.name: to_json(column, value)
        for column, value in zip(table.columns, row, strict=True)
    }


def json_file(table: Table, rows: Sequence[Sequence[Any]], about: Mapping[str, Any]) -> bytes:
    """All rows of a table with what they are and where they come from."""
    return as_json(
        {
            "table": table.name,
            "title": {"tr": table.tr, "en": table.en},
            **about,
            "total": len(rows),
            "rows": [row_json(table, row) for row in rows],
        }
    )


def csv_file(table: Table, content: bytes) -> bytes:
    """A table's CSV for a spreadsheet: texts that it would run as a formula get an apostrophe.

    All else, numbers too, stays as it is; where there is no such text, so do the bytes.
    """
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
    texts = [place for place, column in enumerate(table.columns) if column.type == "string"]
    if not any(is_formula(row[place]) for row in rows[1:] for place in texts):
        return content
    for row in rows[1:]:
        for place in texts:
            row[place] = defused(row[place])
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode("utf-8")
