"""What the plan's pages make of a setting of invented frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from present.findings.subjects import Kind
from present.indicators.ambition import Course
from present.kit.setting import Addresses, Setting
from present.plan import entries
from present.plan.model import Whole, read
from tests.present.findings.records import CHECKS
from tests.present.plan.test_model import ACTIVITIES, AIMS, FRAMES, GOALS, LINES, OBJECTIVES


@dataclass(frozen=True)
class Totals:
    total_kurus: int | None = 350_00


class Answers:
    """The answers of a programme that there is in these tests alone."""

    def __init__(self, **answers: Any) -> None:
        self._answers = answers

    def answer(self, question: str) -> Any:
        return self._answers[question]


INDICATORS = pd.DataFrame(
    [
        {
            "goal": 1,
            "indicator": number,
            "actual": 1,
            "estimate": 2,
            "target": target,
            "direction": "more",
            "is_cumulative": False,
            "is_yearly": False,
            "aim": 1,
            "units": ("su",),
            "source_line": 1,
        }
        for number, target in ((1, 3), (2, 2))
    ]
)
for column in ("name", "name_printed", "unit", "unit_printed", "note", "correction",
               "direction_reason", "goal_statement", "aim_short", "objective",
               "source_section"):  # fmt: skip
    INDICATORS[column] = ""
for kind in ("actual", "estimate", "target"):
    INDICATORS[f"{kind}_printed"] = INDICATORS[kind].map(str)
    INDICATORS[f"{kind}_year"] = 2025

SETTING = Setting(
    2025,
    "ÖRNEK BELEDİYESİ",
    "sha",
    "v",
    False,
    "tr",
    Addresses("", (("yil", "2025"),)),
    Answers(
        aims=AIMS,
        objectives=OBJECTIVES,
        goals=GOALS,
        activities=ACTIVITIES,
        indicators=INDICATORS,
        budget_lines=LINES,
        hierarchy=pd.DataFrame(columns=["level", "code", "code_printed"]),
        totals=Totals(),
        assets=pd.DataFrame({"source_line": [], "district": []}),
        checks=CHECKS,
        findings=pd.DataFrame(
            {
                "finding": ["goal-table-sums.1", "aim-headings.2"],
                "location": ["Tablo 2.4", "Başlık"],
                "explanation": ["Toplam tutmuyor.", "İki başlık."],
            }
        ),
    ),
)


def test_the_tree_is_made_once_a_setting() -> None:
    assert entries.aims(SETTING) == read(FRAMES)
    assert entries.aims(SETTING) is entries.aims(SETTING)


def test_shares_are_of_the_programme_and_of_who_was_counted() -> None:
    assert entries.whole(SETTING) == Whole(350_00, None)


def test_each_aim_has_the_words_of_its_targets() -> None:
    told = entries.summaries(SETTING)
    assert (told[1].count(Course.HIGHER), told[1].count(Course.HOLDS), told[1].total) == (1, 1, 2)
    assert told[2].total == 0


def test_findings_on_a_goal_are_its_aims_as_well() -> None:
    address = 'href="/tutarlilik?yil=2025&amp;bulgu=goal-table-sums.1"'
    assert address in entries.touching(SETTING, Kind.GOAL, 1)
    assert address in entries.touching(SETTING, Kind.AIM, 1)
    assert address not in entries.touching(SETTING, Kind.AIM, 2)
    assert "bulgu=aim-headings.2" in entries.touching(SETTING, Kind.AIM, 2)
    assert "1 denetim 96 karşılaştırma yaptı" in entries.touching(SETTING, Kind.GOAL, 2)
