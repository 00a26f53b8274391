"""Facts on a part of the programme and on an activity, as names and words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from present.budget.breakdown import Breakdown
from present.budget.model import Fund, part_of, stated
from present.kit import writing
from present.kit.text import t
from present.kit.writing import per_head_text, share_text


def money_facts(breakdown: Breakdown, people: int | None) -> list[tuple[str, str]]:
    """What a part costs as names and words: the whole, its share of the programme, per resident
    (no words where nobody counted them)."""
    whole = breakdown.whole_kurus
    label = {
        Fund.BOTH: "budget.fact_total",
        Fund.BUDGET: "budget.fact_budget",
        Fund.OFF_BUDGET: "budget.fact_off_budget",
    }[breakdown.fund]
    return [
        (t(label), writing.money(whole)),
        (t("budget.fact_share"), share_text(part_of(whole, breakdown.programme_kurus))),
        (t("budget.fact_per_head"), per_head_text(whole, people) if people else ""),
    ]


def activity_money(breakdown: Breakdown, people: int | None) -> list[tuple[str, str]]:
    """``money_facts`` of one activity (its breakdown by activity), both funds told apart where
    both are counted."""
    whole, *rest = money_facts(breakdown, people)
    funds = []
    if breakdown.fund is Fund.BOTH and len(breakdown.rows):
        row = breakdown.rows.iloc[0]
        funds = [
            (t("budget.fact_budget"), writing.money(stated(row["budget_kurus"]))),
            (t("budget.fact_off_budget"), writing.money(stated(row["off_budget_kurus"]))),
        ]
    return [whole, *funds, *rest]


def other_units(activity: Mapping[str, Any]) -> list[str]:
    """The keys of the further units that answer for an activity; mostly none."""
    return [key.strip() for key in str(activity["other_units"] or "").split("|") if key.strip()]


def activity_facts(activity: Mapping[str, Any], units: Mapping[str, str]) -> list[tuple[str, str]]:
    """Where an activity belongs, who answers for it, its place in the document, its note and legal
    basis.

    ``activity`` is a row of ``db.queries.activities``, ``units`` the units' names by their keys.
    """
    others = ", ".join(units[key] for key in other_units(activity))
    legal_basis = str(activity["legal_basis"] or "")
    return [
        (
            t("budget.fact_goal"),
            t("budget.name_numbered", number=activity["goal"], name=activity["goal_statement"]),
        ),
        (
            t("budget.fact_aim"),
            t("budget.name_numbered", number=activity["aim"], name=activity["aim_short"]),
        ),
        (t("budget.fact_unit"), str(activity["unit_name"] or t("common.not_in_document"))),
        *([(t("budget.fact_other_units"), others)] if others else []),
        (
            t("budget.fact_place"),
            t("budget.place", section=activity["source_section"], line=activity["source_line"]),
        ),
        (t("budget.fact_note"), str(activity["note"] or "")),
        *([(t("budget.fact_legal_basis"), legal_basis)] if legal_basis else []),
    ]
