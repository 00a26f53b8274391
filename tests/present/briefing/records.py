"""Invented parts of a programme for the tests of briefings."""

from __future__ import annotations

from typing import Any

import pandas as pd

from present.briefing.parts import Part, activities
from present.findings import model as findings_model
from present.indicators import model as indicators_model
from present.indicators.model import Indicator
from tests.present.budget.frames import lines
from tests.support.indicators import frame

#: Two units, two goals, nothing that stands out.
CALM = [
    (1, 1, 1, "a", "budget", "03", 29),
    (1, 1, 2, "b", "budget", "06", 28),
    (1, 2, 3, "c", "budget", "03", 29),
    (1, 2, 4, "a", "off_budget", "foreign", 14),
]

FINDING = {
    "finding": "goal-table-sums.1.total",
    "check": "goal-table-sums",
    "check_title": "Toplamlar",
    "severity": "high",
    "location": "1. hedef tablosu",
    "stated": "100.00",
    "computed": "140.00",
    "difference": "40.00",
    "explanation": "Toplam tutmuyor.",
    "unit": "TRY",
    "kind": "disagrees",
    "certainty": "certain",
    "source_section": "2.3.1",
    "source_line": 10,
}

#: A value that the document doesn't state.
BLANK = float("nan")


def promised(**change: Any) -> Indicator:
    """An indicator that grows as it grew before, but for the changes."""
    usual = {"actual": 5.0, "estimate": 10.0, "target": 15.0, "direction": "more", "unit": "adet"}
    return indicators_model.read(frame({**usual, **change}))[0]


def part(
    rows: list[Any] | None = None,
    told: tuple[Indicator, ...] | None = None,
    findings: tuple[dict[str, Any], ...] = (),
    programme_kurus: int | None = 1_000_000,
) -> Part:
    """A part of the programme of 2025 with these budget lines (``CALM`` for ``None``), indicators
    and changes to ``FINDING``, a finding each."""
    money = lines(CALM if rows is None else rows)
    calm = (promised(goal=1), promised(goal=2))
    records = [{**FINDING, **change} for change in findings]
    return Part(
        2025,
        money,
        activities(money),
        calm if told is None else told,
        findings_model.findings(pd.DataFrame(records, columns=list(FINDING))),
        programme_kurus,
    )
