"""The frame in which the reconciliations run: compare, count, and gather every finding.

A check compares what the document states in one place with what it states, or what adds up, in
another. It never stops at the first disagreement, and a disagreement is a finding about the
document, never an error of the import.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kbb_data.checking import rules
from kbb_data.reading.wording import letters
from kbb_data.rows import Row, Tables
from kbb_data.schema import PROGRAMME_BUDGET

#: The amounts that goals, activities and lines of table 2.4 have, and what they are called.
MONEY = (("budget", "bütçe"), ("off_budget", "bütçe dışı"), ("total", "toplam"))

#: States of a check: it compared; its tables hold nothing that it could compare; there are none.
RUN, NOTHING, NO_TABLE = "run", "nothing", "no_table"


@dataclass(frozen=True, slots=True)
class Check:
    """A reconciliation: its name, what it compares (as a visitor reads it), the function that runs
    it, the tables without which there is nothing for it to do, and the statutory form whose tables
    it compares (empty for what documents of both have)."""

    name: str
    title: str
    run: Callable[[Run], None]
    needs: tuple[str, ...]
    form: str = ""


@dataclass(slots=True)
class Run:
    """One check being run: how many comparisons, and the findings so far.

    ``told`` are the findings of the checks before it.
    """

    check: str
    title: str
    tables: Tables
    compared: int = 0
    findings: list[Row] = field(default_factory=list)
    told: Sequence[Row] = ()

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
        kind: str,
        certainty: str = rules.CERTAIN,
        stated: str = "",
        computed: str = "",
        difference: str = "",
        unit: str = rules.WORDS,
    ) -> None:
        """Add a finding; its code is the check and ``key``. ``row`` says where it stands.

        ``kind`` and ``certainty`` are those of ``rules``, which give the severity.
        """
        self.findings.append(
            {
                "finding": f"{self.check}.{key}",
                "check": self.check,
                "severity": rules.severity(kind, certainty, unit, stated, computed, difference),
                "location": location,
                "stated": stated or None,
                "computed": computed or None,
                "difference": difference or None,
                "explanation": explanation,
                "unit": unit,
                "kind": kind,
                "certainty": certainty,
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
    ) -> bool:
        """Compare two amounts in kuruş; where one is not stated nothing is compared, and that is a
        finding of its own kind."""
        self.compared += 1
        if stated == computed:
            return True
        is_blank = stated is None or computed is None
        if stated is None:
            explanation = (
                "Belgede bu hücre boş bırakılmış; diğer yerlerden sıfır olduğu anlaşılıyor."
                if computed == 0
                else "Belgede bu tutar yazılmamış; diğer satırlardan hesaplanabiliyor."
            )
        elif computed is None:
            explanation = "Belgede bu tutar yalnız burada yazıyor; karşılaştırılacağı yer boş."
        self.find(
            key,
            row,
            location,
            explanation,
            kind=rules.BLANK if is_blank else rules.DISAGREES,
            stated=lira(stated),
            computed=lira(computed),
            difference="" if stated is None or computed is None else lira(computed - stated),
            unit=rules.MONEY,
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
        certainty: str = rules.CERTAIN,
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
            kind=rules.DISAGREES,
            certainty=certainty,
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
        """Compare two wordings letter by letter; case, punctuation and white space do not count."""
        self.compared += 1
        if letters(stated) == letters(other):
            return True
        self.find(
            key,
            row,
            location,
            explanation,
            kind=rules.kind_of_words(stated or "", other or "")
            if stated and other
            else rules.BLANK,
            stated=stated or "",
            computed=other or "",
        )
        return False

    @property
    def year(self) -> int:
        """The programme's year."""
        return int(self.tables["programme"][0]["year"])

    @property
    def owner(self) -> str:
        """What carries indicators and activities in the document's form, in Turkish."""
        form = next((row["form"] for row in self.tables["programme"]), None)
        return "alt program" if form == PROGRAMME_BUDGET else "hedef"

    def outcome(self, needed: Iterable[str] = (), *, has_tables: bool = True) -> Row:
        """The row of table ``checks`` for this run; without the tables ``needed``, or in another
        form (``has_tables``), there is nothing to compare."""
        counts = Counter(row["kind"] for row in self.findings)
        if not has_tables or any(not self.tables[name] for name in needed):
            state = NO_TABLE
        else:
            state = RUN if self.compared else NOTHING
        return {
            "check": self.check,
            "title": self.title,
            "state": state,
            "compared": self.compared,
            "failed": counts[rules.DISAGREES],
            "slips": counts[rules.SLIP],
            "blank": counts[rules.BLANK],
            "readings": counts[rules.READING],
            "questions": counts[rules.QUESTION],
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


def by(rows: Iterable[Row], column: str | tuple[str, ...]) -> dict[Any, list[Row]]:
    """The rows grouped by a column's value or by several columns', in order of first appearance."""
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        key = row[column] if isinstance(column, str) else tuple(row[name] for name in column)
        groups.setdefault(key, []).append(row)
    return groups
