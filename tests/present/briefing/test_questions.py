"""The briefings' questions: each rule asks where it should, with its figures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from present.briefing.parts import Part, activities
from present.briefing.questions import MOST, RULES, questions
from present.findings import model as findings_model
from present.indicators import model as indicators_model
from present.indicators.model import Indicator
from tests.present.budget.frames import lines
from tests.support.indicators import frame

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "briefing.md"

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
    "source_section": "2.3.1",
    "source_line": 10,
}


def promised(**change: Any) -> Indicator:
    """One indicator that grows as it grew before, but for the changes."""
    usual = {"actual": 5.0, "estimate": 10.0, "target": 15.0, "direction": "more", "unit": "adet"}
    return indicators_model.read(frame({**usual, **change}))[0]


def part(
    rows: list[Any] | None = None, told: tuple[Indicator, ...] | None = None, **finding: Any
) -> Part:
    """A part of a programme with these budget lines, indicators and, where stated, a finding."""
    money = lines(CALM if rows is None else rows)
    calm = (promised(goal=1), promised(goal=2))
    rows_of = [{**FINDING, **finding}] if finding else []
    return Part(
        2025,
        money,
        activities(money),
        calm if told is None else told,
        findings_model.findings(pd.DataFrame(rows_of, columns=list(FINDING))),
        1_000_000,
    )


def test_a_calm_part_is_asked_nothing() -> None:
    assert questions(part()) == ()
    assert questions(part(rows=[], told=())) == ()


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (part(severity="high"), ["1. hedef tablosu", "100 TL", "140 TL", "40 TL"]),
        (part(told=(promised(target=4.0, goal=1), promised(goal=2))),
         ["2025 hedefi 4 adet", "2024 tahmini 10 adet", "6 adet düşük"]),
        (part(told=(promised(target=12.0, direction="less", goal=1), promised(goal=2))),
         ["2 adet yüksek"]),
        (part(told=(promised(target=90.0, goal=1), promised(goal=2))),
         ["2023 gerçekleşen 5 adet", "2025 hedefi 90 adet", "80 adet"]),
        (part(rows=[(1, 1, 1, "a", "budget", "03", 60), (1, 1, 2, "b", "budget", "03", 90)],
              told=(promised(),)), ["%60,0", "90 TL", "Faaliyet 2"]),
        (part(rows=[*CALM[:3], (1, 2, 4, "a", "off_budget", "foreign", 29)]),
         ["bütçe dışı", "29 TL"]),
        (part(rows=[*CALM, (1, 2, 5, "a", "budget", "03", 70)]),
         ["3 birim", "a Daire Başkanlığı", "113 TL"]),
        (part(told=(promised(goal=1), promised(goal=2, estimate=float("nan")))),
         ["2. hedefe", "43 TL", "1 göstergesinden"]),
        (part(rows=[*CALM, (1, 2, 5, "c", "budget", "03", 0)]), ["1 faaliyete", "Faaliyet 5"]),
        (part(told=(promised(goal=1), promised(goal=2), promised(goal=2, target=float("nan")))),
         ["1 göstergenin"]),
    ],
)  # fmt: skip
def test_a_rule_asks_with_its_figures(of: Part, words: list[str]) -> None:
    asked = questions(of)
    assert any(all(word in one for word in words) for one in asked), asked


def test_never_more_than_a_page_holds() -> None:
    told = tuple(promised(goal=1, target=4.0) for _ in range(9))
    asked = questions(part(rows=[(1, 1, 1, "a", "off_budget", "foreign", 9)] * 1, told=told))
    assert len(asked) <= MOST
    assert sum("düşük" in one for one in asked) == 2


def test_every_rule_is_explained() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert [one.name for one in RULES] == [
        line.split("`")[1] for line in text.splitlines() if line.startswith("| `")
    ]
