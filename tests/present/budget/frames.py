"""Small invented budget frames, and the committed programme read without a database."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pandas as pd

DATASET = Path(__file__).resolve().parents[3] / "kbb_data" / "2025"


def lines(rows: list[tuple[int, int, int, str, str, str, int | None]]) -> pd.DataFrame:
    """Budget lines from (aim, goal, activity, unit, fund, line, amount in lira)."""
    frame = pd.DataFrame(
        [
            {
                "aim": aim,
                "aim_short": f"Amaç {aim}",
                "objective": f"{aim}.{goal}",
                "goal": goal,
                "goal_statement": f"Hedef {goal}",
                "goal_short": f"Hedef {goal}",
                "activity": activity,
                "activity_name": f"Faaliyet {activity}",
                "activity_short": f"Faaliyet {activity}",
                "spending_unit": unit,
                "unit_name": f"{unit} Daire Başkanlığı",
                "unit_short": unit,
                "fund": fund,
                "line": line,
                "line_name": f"Kod {line}" if fund == "budget" else None,
                "amount_kurus": None if amount is None else amount * 100,
                "source_section": "2.3.1",
                "source_line": 100 + place,
            }
            for place, (aim, goal, activity, unit, fund, line, amount) in enumerate(rows)
        ],
        columns=[
            "aim",
            "aim_short",
            "objective",
            "goal",
            "goal_statement",
            "goal_short",
            "activity",
            "activity_name",
            "activity_short",
            "spending_unit",
            "unit_name",
            "unit_short",
            "fund",
            "line",
            "line_name",
            "amount_kurus",
            "source_section",
            "source_line",
        ],
    )
    frame["amount_kurus"] = frame["amount_kurus"].astype("Int64")
    return frame


def needs(rows: list[tuple[str, int | None, int | None]]) -> pd.DataFrame:
    """Table 2.5 from (line, activities in lira, general administration in lira)."""
    frame = pd.DataFrame(
        [
            {
                "line": line,
                "label": f"Satır {line}",
                "activities_kurus": None if activities is None else activities * 100,
                "general_administration_kurus": None if general is None else general * 100,
                "source_section": "2.5",
                "source_line": 900 + place,
            }
            for place, (line, activities, general) in enumerate(rows)
        ],
        columns=[
            "line",
            "label",
            "activities_kurus",
            "general_administration_kurus",
            "source_section",
            "source_line",
        ],
    )
    for column in ("activities_kurus", "general_administration_kurus"):
        frame[column] = frame[column].astype("Int64")
    return frame


#: Two aims, three goals, five activities; activity 5 costs nothing, activity 3 has an off-budget
#: source; general administration has 40 lira under code 03 and 10 under code 09.
LINES = lines(
    [
        (1, 1, 1, "imar", "budget", "03", 30),
        (1, 1, 1, "imar", "budget", "06", 70),
        (1, 1, 1, "imar", "off_budget", "other_domestic", 0),
        (1, 1, 2, "fen", "budget", "03", 50),
        (1, 1, 2, "fen", "off_budget", "other_domestic", 0),
        (2, 2, 3, "fen", "budget", "06", 100),
        (2, 2, 3, "fen", "off_budget", "other_domestic", 60),
        (2, 3, 4, "zabita", "budget", "01", 140),
        (2, 3, 4, "zabita", "off_budget", "other_domestic", None),
        (2, 3, 5, "zabita", "off_budget", "other_domestic", 0),
    ]
)
NEEDS = needs(
    [
        ("01", 140, 0),
        ("03", 80, 40),
        ("06", 170, 0),
        ("09", 0, 10),
        ("budget_total", 390, 50),
        ("other_domestic", 60, 0),
        ("off_budget_total", 60, 0),
        ("total", 450, 50),
    ]
)


def _table(name: str) -> list[dict[str, str]]:
    with (DATASET / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _kurus(text: str) -> int | None:
    return int(Decimal(text) * 100) if text else None


def committed_lines() -> pd.DataFrame:
    """The 2025 programme's budget lines as ``db.queries.budget_lines`` gives them."""
    aims = {row["aim"]: row for row in _table("aims")}
    objectives = {row["objective"]: row for row in _table("objectives")}
    goals = {row["goal"]: row for row in _table("goals")}
    activities = {row["activity"]: row for row in _table("activities")}
    units = {row["spending_unit"]: row for row in _table("spending_units")}
    codes = {row["economic_code"]: row["name"] for row in _table("economic_codes")}
    rows = []
    costs = [("budget", row["economic_code"], row) for row in _table("activity_costs")]
    sources = [("off_budget", row["source"], row) for row in _table("off_budget_resources")]
    for fund, line, row in costs + sources:
        activity = activities[row["activity"]]
        goal = goals[activity["goal"]]
        aim = aims[objectives[goal["objective"]]["aim"]]
        unit = units[activity["spending_unit"]]
        rows.append(
            {
                "aim": int(aim["aim"]),
                "aim_short": aim["short_name"],
                "objective": goal["objective"],
                "goal": int(goal["goal"]),
                "goal_statement": goal["statement"],
                "goal_short": goal["short_name"] or goal["statement"],
                "activity": int(activity["activity"]),
                "activity_name": activity["name"],
                "activity_short": activity["short_name"] or activity["name"],
                "spending_unit": unit["spending_unit"],
                "unit_name": unit["name"],
                "unit_short": unit["short_name"],
                "fund": fund,
                "line": line,
                "line_name": codes.get(line),
                "amount_kurus": _kurus(row["amount"]),
                "source_section": row["source_section"],
                "source_line": int(row["source_line"]),
            }
        )
    frame = pd.DataFrame(rows)
    frame["amount_kurus"] = frame["amount_kurus"].astype("Int64")
    return frame.sort_values(["activity", "fund", "line"], kind="stable", ignore_index=True)


def committed_needs() -> pd.DataFrame:
    """The 2025 programme's table 2.5 as ``db.queries.resource_needs`` gives it."""
    frame = pd.DataFrame(_table("resource_needs"))
    for column in ("activities", "general_administration", "transfers", "total"):
        frame[f"{column}_kurus"] = pd.array(
            [_kurus(cell) for cell in frame.pop(column)], dtype="Int64"
        )
    frame["source_line"] = frame["source_line"].astype(int)
    return frame
