"""Invented findings and checks for the tests of the room."""

from __future__ import annotations

import pandas as pd

from present.findings import model
from present.findings.model import Check, Finding, Kind, State

COLUMNS = ["finding", "check", "check_title", "severity", "location", "stated", "computed",
           "difference", "explanation", "unit", "kind", "certainty", "source_section",
           "source_line"]  # fmt: skip


def row(code: str, severity: str = "high", **values: object) -> dict[str, object]:
    """A row of the query ``findings``; in lira, without values."""
    return {
        "finding": code,
        "check": code.partition(".")[0],
        "check_title": "Denetim",
        "severity": severity,
        "location": "Tablo & satır",
        "stated": None,
        "computed": None,
        "difference": None,
        "explanation": "Açıklama.",
        "unit": "TRY",
        "kind": "disagrees",
        "certainty": "certain",
        "source_section": "2.5",
        "source_line": 1,
        **values,
    }


def money(code: str, gap: str, severity: str = "high", line: int = 1) -> dict[str, object]:
    """A row whose lira differ by ``gap``."""
    return row(code, severity, stated="100.00", computed="100.00", difference=gap, source_line=line)


def read(*rows: dict[str, object]) -> tuple[Finding, ...]:
    """The records of rows, in their order."""
    return model.findings(pd.DataFrame(list(rows), columns=COLUMNS))


def finding(code: str, severity: str = "high", **values: object) -> Finding:
    """The record of a row."""
    return read(row(code, severity, **values))[0]


def lines(**amounts: tuple[int | None, int | None]) -> pd.DataFrame:
    """Budget lines: an activity's amounts under 03 and 05, in lira."""
    return pd.DataFrame(
        [
            {"activity": int(name[1:]), "activity_name": name, "unit_name": "B",
             "spending_unit": "b", "fund": "budget", "line": code,
             "amount_kurus": None if amount is None else amount * 100}
            for name, pair in amounts.items()
            for code, amount in zip(("03", "05"), pair, strict=True)
        ]
    ).astype({"amount_kurus": "Int64"})  # fmt: skip


def check(
    code: str, title: str, compared: int, failed: int = 0, state: State = State.RUN, **more: int
) -> Check:
    """A check that compared so much, with so many findings: disagreements, and ``more`` by kind."""
    counts = {kind: more.get(kind.value, 0) for kind in Kind} | {Kind.DISAGREES: failed}
    return Check(code, title, compared, counts, state)


#: Rows of the query ``checks``: one that compared, and one that had no table.
CHECKS = pd.DataFrame(
    [("goal-table-sums", "Toplamlar", 96, 1, 0, 0, 0, 0, "run"),
     ("staff-totals", "Personel", 0, 0, 0, 0, 0, 0, "no_table")],
    columns=["check", "title", "compared", "failed", "slips", "blank", "readings", "questions",
             "state"],
)  # fmt: skip
