"""What a programme plans, by code: of table 2.5, of schedules, of activities; never off-budget."""

from __future__ import annotations

from typing import Any

import pandas as pd

from present.execution import plan
from tests.present.budget.frames import lines


def schedule(*rows: tuple[Any, ...]) -> pd.DataFrame:
    """Rows of printed amounts: schedule, year, kind, fund, level, number, code, printed, lira."""
    names = ("printed_in", "year", "kind", "fund", "level", "number", "economic_code",
             "code_printed", "amount_kurus")  # fmt: skip
    frame = pd.DataFrame(rows, columns=names)
    frame["amount_kurus"] = pd.array([row[-1] for row in rows], dtype="Int64")
    return frame


def test_table_2_5_gives_codes_and_the_budgets_total() -> None:
    needs = pd.DataFrame(
        {
            "line": ["01", "03", "budget_total", "foreign", "total"],
            "total_kurus": pd.array([5, None, 7, 2, 9], dtype="Int64"),
        }
    )
    assert plan.of_needs(needs) == {"01": 5, "total": 7}
    assert plan.of_needs(needs.iloc[:0]) == {}


def test_a_schedule_adds_up_its_parts_and_keeps_its_printed_total() -> None:
    rows = schedule(
        ("activity", 2026, "budget", "budget", "activity", 1, None, None, 99),
        ("programme_code", 2025, "budget", "budget", "programme", 1, "03", "03", 1),
        ("programme_code", 2026, "forecast", "budget", "programme", 1, "03", "03", 1),
        ("programme_code", 2026, "budget", "budget", "programme", 1, "03", "03", 10),
        ("programme_code", 2026, "budget", "budget", "programme", 1, "03", "03.2", 6),
        ("programme_code", 2026, "budget", "budget", "programme", 1, "06", "06.5", 4),
        ("programme_code", 2026, "budget", "budget", "programme", 1, "06", "06.7", 5),
        ("programme_code", 2026, "budget", "budget", "programme", 1, None, None, 19),
        ("programme_code", 2026, "budget", "budget", "programme", 2, "03", "03", 20),
        ("programme_code", 2026, "budget", "budget", "total", None, None, None, 40),
        ("sub_programme_code", 2026, "budget", "budget", "sub_programme", 1, "03", "03", 77),
    )
    told = plan.schedule(rows, 2026)
    assert set(told["printed_in"]) == {"programme_code"}
    assert plan.of_schedule(told) == {"03": 30, "06": 9, "total": 40}
    assert plan.of_schedule(told[told["level"] == "programme"])["total"] == 39
    assert plan.of_schedule(plan.schedule(rows, 2030)) == {}


def test_activities_costs_are_the_budgets_alone() -> None:
    costs = lines(
        [
            (1, 1, 1, "a", "budget", "03", 10),
            (1, 1, 1, "a", "budget", "06", 5),
            (1, 1, 1, "a", "off_budget", "foreign", 7),
            (1, 1, 2, "a", "budget", "03", None),
        ]
    )
    assert plan.of_lines(costs, "activity") == {"1": 1_500, "total": 1_500}
    assert plan.of_lines(costs, "line") == {"03": 1_000, "06": 500, "total": 1_500}


def test_money_without_a_code_gives_no_plan_by_code() -> None:
    costs = lines([(1, 1, 1, "a", "budget", "03", 10), (1, 1, 2, "a", "budget", "unstated", 5)])
    assert plan.of_lines(costs, "line") == {}
    assert plan.of_lines(costs, "activity")["total"] == 1_500
