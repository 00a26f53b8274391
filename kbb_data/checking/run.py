"""The frame in which the reconciliations run: compare, count, and gather every finding.

A check compares what the document states in one place with what it states, or what adds up, in
another. It never stops at the first disagreement, and a disagreement is a finding about the
document, never an error of the import.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kbb_data.reading.wording import alike, bare
from kbb_data.rows import Row, Tables

_UNITS_AS_LIRA = "TRY"

#: The amounts that goals, activities and lines of table 2.4 have, and what they are called.
MONEY = (("budget", "bütçe"), ("off_budget", "bütçe dışı"), ("total", "toplam"))


@dataclass(slots=True)
class Run:
    """One check being run: how many comparisons, and the findings so far."""

    check: str
    title: str
    tables: Tables
    compared: int = 0
    findings: list[Row] = field(default_factory=list)

    def rows(self, table: str) -> list[Row]:
        """The rows of a table."""
        return self.tables[table]

    def find(
        self,
        key: str,
        row: Row,
        location: str,
        explanation: str,
        *,
        severity: str,
        stated: str = "",
        computed: str = "",
        difference: str = "",
        unit: str = "text",
    ) -> None:
        """Add a finding; its code is the check and ``key``. ``row`` says where it stands."""
        self.findings.append(
            {
                "finding": f"{self.check}.{key}",
                "check": self.check,
                "severity": severity,
                "location": location,
                "stated": stated or None,
                "computed": computed or None,
                "difference": difference or None,
                "explanation": explanation,
                "unit": unit,
                "source_section": row["source_section"],
                "source_line": row["source_line"],
            }
        )

    def money(
        self,
        key: str,
        row: Row,
        stated: int | None,
        computed: int | None,
        location: str,
        explanation: str,
        *,
        severity: str = "high",
    ) -> bool:
        """Compare two amounts in kuruş; a blank beside a computed zero is a finding of form."""
        self.compared += 1
        if stated == computed:
            return True
        if stated is None or computed is None:
            blank = stated is None and computed == 0
            if stated is None:
                explanation = (
                    "Belgede bu hücre boş bırakılmış; diğer yerlerden sıfır olduğu anlaşılıyor."
                    if blank
                    else "Belgede bu tutar yazılmamış; diğer satırlardan hesaplanabiliyor."
                )
            self.find(
                key,
                row,
                location,
                explanation,
                severity="low" if blank else "medium",
                stated=lira(stated),
                computed=lira(computed),
                unit=_UNITS_AS_LIRA,
            )
            return False
        self.find(
            key,
            row,
            location,
            explanation,
            severity=severity,
            stated=lira(stated),
            computed=lira(computed),
            difference=lira(computed - stated),
            unit=_UNITS_AS_LIRA,
        )
        return False

    def figure(
        self,
        key: str,
        row: Row,
        stated: Decimal | int | None,
        computed: Decimal | int | None,
        location: str,
        explanation: str,
        *,
        unit: str,
        severity: str = "high",
        tolerance: Decimal = Decimal(0),
    ) -> bool:
        """Compare two figures of one unit; what is not stated on either side is not compared."""
        if stated is None or computed is None:
            return True
        self.compared += 1
        left, right = Decimal(stated), Decimal(computed)
        if abs(left - right) <= tolerance:
            return True
        self.find(
            key,
            row,
            location,
            explanation,
            severity=severity,
            stated=plain(left),
            computed=plain(right),
            difference=plain(right - left),
            unit=unit,
        )
        return False

    def words(
        self,
        key: str,
        row: Row,
        stated: str | None,
        other: str | None,
        location: str,
        explanation: str,
    ) -> bool:
        """Compare two wordings; case, punctuation and white space do not count."""
        self.compared += 1
        if bare(stated) == bare(other):
            return True
        close = alike(stated or "", other or "")
        self.find(
            key,
            row,
            location,
            explanation,
            severity="low" if close else "medium",
            stated=stated or "",
            computed=other or "",
        )
        return False

    def outcome(self) -> Row:
        """The row of table ``checks`` for this run."""
        return {
            "check": self.check,
            "title": self.title,
            "compared": self.compared,
            "failed": len(self.findings),
            "source_section": self.findings[0]["source_section"] if self.findings else "2",
            "source_line": self.findings[0]["source_line"] if self.findings else 1,
        }


def lira(kurus: int | None) -> str:
    """Kuruş as lira with two decimals; nothing for ``None``."""
    return "" if kurus is None else f"{Decimal(kurus).scaleb(-2):.2f}"


def plain(value: Decimal) -> str:
    """A decimal without exponent and without trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def add(values: Iterable[int | None]) -> int | None:
    """The sum of what is stated; ``None`` where nothing is."""
    stated = [value for value in values if value is not None]
    return sum(stated) if stated else None


def by(rows: Iterable[Row], column: str) -> dict[Any, list[Row]]:
    """The rows grouped by a column's value, in order of first appearance."""
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups
