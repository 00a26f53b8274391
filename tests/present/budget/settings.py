"""Settings of invented programmes that answer from small frames, without a database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from present.kit.setting import Setting
from present.kit.text import TURKISH
from tests.present.budget import frames as small
from tests.support import settings

#: Whose residents somebody counted, and whose nobody did.
COUNTED, UNCOUNTED = "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ", "ÖRNEK BELEDİYESİ"
RESIDENTS = 1_445_683

AIMS = pd.DataFrame(
    {
        "aim": [1, 2],
        "short_name": ["Amaç 1", "Amaç 2"],
        "short_name_en": ["Aim 1", "Aim 2"],
        "statement": ["Birinci & amaç.", "İkinci amaç."],
    }
)
GOALS = pd.DataFrame({"goal": [1, 2, 3], "short_name_en": None})
ACTIVITIES = pd.DataFrame(
    {
        "activity": [1, 2],
        "name": ["Faaliyet <1>", "Faaliyet 2"],
        "activity_short": ["Faaliyet <1>", "Faaliyet 2"],
        "goal": 1,
        "goal_statement": "Hedef 1",
        "goal_short": "Hedef 1",
        "aim": 1,
        "aim_short": "Amaç 1",
        "unit_name": "imar Dairesi",
        "short_name_en": None,
        "source_section": "2.3.1",
        "source_line": [101, 102],
        "note": pd.Series(["Ek & iş", None], dtype="object"),
        "other_units": None,
        "legal_basis": None,
    }
)


@dataclass(frozen=True)
class Totals:
    """Printed totals, in kuruş."""

    total_kurus: int | None = 500_00
    general_administration_kurus: int | None = 50_00
    goals_total_kurus: int | None = 450_00
    budget_kurus: int | None = 440_00
    off_budget_kurus: int | None = 60_00
    transfers_kurus: int | None = None


def setting(institution: str = COUNTED, language: str = TURKISH, **answers: Any) -> Setting:
    """A setting of the small programme, or with other answers to some questions."""
    usual = {
        "budget_lines": small.LINES,
        "resource_needs": small.NEEDS,
        "aims": AIMS,
        "goals": GOALS,
        "activities": ACTIVITIES,
        "totals": Totals(),
    }
    return settings.setting({**usual, **answers}, institution, language=language)
