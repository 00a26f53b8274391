"""What documents say of the invented municipality's years, as rows of its datasets.

The files that the fixtures stand for are written from the same tables (``reports.py``).
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from kbb_data.rows import Row, Tables
from tests.support.years.text import FIXTURES

_RESULTS = FIXTURES / "years"
_AMOUNTS = (
    "initial", "supplementary", "added", "deducted", "net", "spent", "cancelled", "carried",
    "expected",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Money:
    """A table of money in a document: cells as printed, a row a code."""

    classification: str
    as_of: str
    statement: int
    base: str
    outside_total: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def documents(year: int) -> list[dict[str, Any]]:
    """The documents about a year's programme, as the fixture holds them, in order of their date."""
    path = _RESULTS / f"results_{year}.toml"
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["document"]
    return found


def money(document: dict[str, Any]) -> Iterator[Money]:
    """The document's tables of money."""
    for table in document.get("money", ()):
        rows = tuple(tuple(row) for row in table["rows"])
        yield Money(
            table["classification"], table["as_of"], table["statement"], table["base"],
            tuple(table["outside_total"]), tuple(table["columns"]), rows,
        )  # fmt: skip


def number(printed: str) -> Decimal | None:
    """A printed number; ``None`` for an empty cell or a stroke."""
    if printed in ("", "-"):
        return None
    return Decimal(printed.replace(".", "").replace(",", "."))


def kurus(printed: str) -> int | None:
    """A printed amount in whole kuruş."""
    amount = number(printed)
    return None if amount is None else int(amount * 100)


def plant(tables: Tables, year: int) -> None:
    """Put what the documents say of ``year`` into a programme's tables."""
    for sequence, document in enumerate(documents(year), start=1):
        tables["documents"].append(_document(document, sequence))
        tables["indicator_results"] += _indicators(document)
        # Tables stand below each other; between two is a line.
        line = 1 + len(tables["indicator_results"])
        for table in money(document):
            tables["appropriations"] += _appropriations(document["document"], table, line)
            line += 1 + len(table.rows)
        for table in document.get("months", ()):
            tables["monthly_amounts"] += _months(document["document"], table, line)
            line += 1 + len(table["rows"])


def _document(document: dict[str, Any], sequence: int) -> Row:
    stated = ("document", "title", "kind", "date", "as_of")
    return {
        **{name: document[name] for name in stated},
        "sha256": hashlib.sha256(repr(document).encode()).hexdigest(),
        "sequence": sequence,
        "corrects": document.get("corrects"),
        "correction_reason": document.get("correction_reason"),
        **_place(1),
    }


def _indicators(document: dict[str, Any]) -> list[Row]:
    rows: list[Row] = []
    for place, cells in enumerate(document.get("indicators", ()), start=1):
        code, printed, target, reason, measure = cells
        goal, indicator = map(int, code.split("."))
        rows.append({
            "goal": goal, "indicator": indicator, "as_of": document["as_of"],
            "value": number(printed), "printed": printed, "target_stated": number(target),
            "deviation_reason": reason or None, "measure_taken": measure or None,
            "document": document["document"], **_place(place),
        })  # fmt: skip
    return rows


def _appropriations(document: str, table: Money, line: int) -> list[Row]:
    rows: list[Row] = []
    for place, cells in enumerate(table.rows, start=line):
        stated = dict(zip(table.columns, cells, strict=True))
        amounts = {name: kurus(stated.get(name, "")) for name in _AMOUNTS}
        rows.append({
            "classification": table.classification, "code": stated["code"],
            "name": stated["name"], "as_of": table.as_of, "statement": table.statement,
            "base": table.base or None, **amounts, "printed_rate": rate(table, stated),
            "is_outside_total": stated["code"] in table.outside_total,
            "document": document, **_place(place),
        })  # fmt: skip
    return rows


def rate(table: Money, stated: dict[str, str]) -> Decimal | None:
    """The rate that the document prints beside a row: spent by base, to a hundredth of a per
    cent; ``None`` where it prints none."""
    base = number(stated.get(table.base, ""))
    spent = number(stated["spent"])
    if not base or spent is None:
        return None
    return (spent * 100 / base).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _months(document: str, table: dict[str, Any], line: int) -> list[Row]:
    return [
        {
            "classification": table["classification"], "code": code, "year": table["year"],
            "month": month, "amount": kurus(amount), "document": document, **_place(place),
        }
        for place, (code, *amounts) in enumerate(table["rows"], start=line)
        for month, amount in enumerate(amounts, start=1)
    ]  # fmt: skip


def _place(line: int) -> Row:
    return {"source_section": "belge", "source_line": line}
