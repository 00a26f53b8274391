"""The questions whose answer is a frame, and how a frame is held against cells of files."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from sqlalchemy import Engine

from db import queries
from db.queries import ProgrammeKey
from tests.support import rawcsv

Frame = Callable[[Engine, ProgrammeKey], pd.DataFrame]

#: What a figure's frame says of the document that states it.

#: Questions whose answer is a table of the contract, with what they add to it.
TABLE_QUESTIONS: dict[str, tuple[Frame, list[str]]] = {
    "hierarchy": (queries.hierarchy, []),
    "core_values": (queries.core_values, []),
    "aims": (queries.aims, []),
    "objectives": (queries.objectives, ["aim_short"]),
    "goals": (queries.goals, ["aim", "aim_short", "goal_short"]),
    "indicator_values": (queries.indicator_values, []),
    "spending_units": (queries.spending_units, []),
    "activities": (
        queries.activities,
        [
            "aim",
            "aim_short",
            "objective",
            "goal_statement",
            "goal_short",
            "activity_short",
            "unit_name",
            "unit_short",
        ],
    ),
    "activity_amounts": (queries.activity_amounts, []),
    "activity_cost_lines": (queries.activity_cost_lines, []),
    "printed_amounts": (queries.printed_amounts, []),
    "economic_codes": (queries.economic_codes, []),
    "documents": (queries.documents, []),
    "indicator_results": (queries.indicator_results, []),
    "appropriations": (queries.appropriations, []),
    "monthly_amounts": (queries.monthly_amounts, []),
    "succession": (queries.succession, []),
    "unit_responsibilities": (queries.unit_responsibilities, ["unit_name"]),
    "printed_performance": (queries.printed_performance, []),
    "resource_needs": (queries.resource_needs, []),
    "topics": (queries.topics, []),
    "topic_assignments": (queries.topic_assignments, []),
    "assets": (queries.assets, []),
    "asset_parts": (queries.asset_parts, []),
    "council_members": (queries.council_members, []),
    "council_officers": (queries.council_officers, []),
    "committees": (queries.committees, []),
    "committee_omissions": (queries.committee_omissions, []),
    "committee_scopes": (queries.committee_scopes, []),
    "executive_committee": (queries.executive_committee, []),
    "staff": (queries.staff, []),
    "positions": (queries.positions, []),
    "position_occupancy": (queries.position_occupancy, []),
    "technology_facts": (queries.technology_facts, []),
    "stated_figures": (queries.stated_figures, []),
    "checks": (queries.checks, []),
    "findings": (queries.findings, ["check_title"]),
}
#: The columns of the frames that are made of several tables, with their dtypes, in order.
COMPOSED: dict[str, str] = {
    "budget_lines": """
        aim int64, aim_short object, objective object, goal int64, goal_statement object,
        goal_short object, activity int64, activity_name object, activity_short object,
        spending_unit object, unit_name object,
        unit_short object, fund object, line object, line_name object, amount_kurus Int64,
        source_section object, source_line int64""",
    "indicators": """
        goal int64, indicator int64, goal_statement object, goal_short object, aim int64,
        aim_short object, objective object, name object, name_printed object, unit object,
        unit_printed object,
        is_cumulative bool, is_yearly bool, direction object, direction_reason object, note object,
        units object, actual_year Int64, actual float64, actual_printed object,
        estimate_year Int64, estimate float64, estimate_printed object, target_year Int64,
        target float64, target_printed object, correction object, source_section object,
        source_line int64, calculation object, data_source object, unit_responsible object,
        accumulation object, accumulation_reason object""",
}
#: Questions whose frame is made of several tables.
OTHER_FRAMES: dict[str, Frame] = {
    "budget_lines": queries.budget_lines,
    "indicators": queries.indicators,
}


def cells(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    """The rows of a frame, what is not stated as ``None``."""
    return [
        tuple(None if cell is pd.NA or cell != cell else cell for cell in row)
        for row in frame.itertuples(index=False, name=None)
    ]


def expected(kind: str, cell: str) -> object:
    """The value of a file's cell, by the type of its column."""
    if cell == "":
        return None
    if kind == "money":
        return rawcsv.kurus(cell)
    return {"integer": int, "decimal": float, "boolean": "true".__eq__, "string": str}[kind](cell)
