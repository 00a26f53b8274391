"""The exact tables of a performance goal: activities with their lines, table 2.4, table 2.6.

Pure: frames of ``db.queries`` in, HTML out; addresses are given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from present.budget.model import BUDGET, View, share
from present.budget.words import row_name, source_name
from present.kit import writing
from present.kit.tables import TableColumn, html_table
from present.kit.text import t
from present.plan.model import Aim, Whole
from present.plan.words import aim_title


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of an activity's and a unit's own views."""

    activity: Callable[[int], str]
    unit: Callable[[str], str]


def goals_html(aim: Aim, whole: Whole, link: Callable[[int], str]) -> Markup:
    """An aim's goals with their money, their share of the programme and what stands below them,
    each leading to its own page; a goal without stated money says so."""
    rows = [
        {
            "goal": t("budget.name_numbered", number=goal.number, name=goal.short),
            "money": goal.money.amount_kurus,
            "share": share(goal.money.amount_kurus, whole.kurus),
            "activities": len(goal.activities),
            "indicators": len(goal.indicators),
            "address": link(goal.number),
            "is_own": bool(goal.own),
        }
        for goal in aim.goals
    ]
    names = ["goal", "money", "share", "activities", "indicators", "address", "is_own"]
    return html_table(
        pd.DataFrame(rows, columns=names, dtype=object),
        [
            TableColumn("goal", t("plan.goal.list_goal"), is_heading=True,
                        is_verbatim=lambda row: bool(row["is_own"]),
                        link=lambda row: str(row["address"])),
            TableColumn("money", t("plan.goal.list_money"), writing.money, is_number=True),
            TableColumn("share", t("plan.goal.list_share"), writing.share_text, is_number=True),
            TableColumn("activities", t("plan.goal.list_activities"), writing.number,
                        is_number=True),
            TableColumn("indicators", t("plan.goal.list_indicators"), writing.number,
                        is_number=True),
        ],
        t("plan.goal.list_caption", aim=aim_title(aim)),
        own=[aim.short],
    )  # fmt: skip


def lines_html(goal: int, lines: pd.DataFrame, links: Links) -> Markup:
    """Each line of the goal's cost tables: activity, unit, economic code or source, amount, place.

    A cell that the document leaves blank is told as not stated. ``lines`` is the whole frame of
    ``budget_lines``.
    """
    rows = [
        {
            "activity": t(
                "budget.name_numbered", number=row["activity"], name=row["activity_name"]
            ),
            "unit": row["unit_name"] or t("common.not_in_document"),
            "line": row_name(View.CODE, row["line"], None, row["line_name"])
            if row["fund"] == BUDGET
            else source_name(row["line"]),
            "amount": row["amount_kurus"],
            "source_line": row["source_line"],
            "activity_address": links.activity(int(row["activity"])),
            "unit_address": links.unit(row["spending_unit"]) if row["spending_unit"] else None,
        }
        for row in lines[lines["goal"] == goal].to_dict("records")
    ]
    names = ["activity", "unit", "line", "amount", "source_line", "activity_address",
             "unit_address"]  # fmt: skip
    return html_table(
        pd.DataFrame(rows, columns=names, dtype=object),
        [
            TableColumn(
                "activity",
                t("plan.goal.column_activity"),
                is_heading=True,
                is_verbatim=True,
                link=lambda row: row["activity_address"],
            ),
            TableColumn(
                "unit",
                t("plan.goal.column_unit"),
                is_verbatim=True,
                link=lambda row: row["unit_address"],
            ),
            TableColumn("line", t("plan.goal.column_line")),
            TableColumn("amount", t("plan.goal.column_amount"), writing.money, is_number=True),
            _place(),
        ],
        t("plan.goal.lines_caption"),
    )


def printed_html(goal: int, performance: pd.DataFrame) -> Markup:
    """The goal's own line of table 2.4 and its activities', as printed; empty without any."""
    is_goal = (performance["level"] == "goal") & (performance["number"] == goal)
    is_activity = (performance["level"] == "activity") & (performance["goal"] == goal)
    rows = performance[is_goal | is_activity]
    if rows.empty:
        return Markup("")
    frame = rows.assign(kind=[t(f"plan.goal.level_{level}") for level in rows["level"]])
    return html_table(
        frame,
        [
            TableColumn("label", t("plan.goal.column_label"), is_heading=True, is_verbatim=True),
            TableColumn("kind", t("plan.goal.column_level")),
            *_amounts(),
            _place(),
        ],
        t("plan.goal.printed_caption"),
    )


def _amounts() -> list[TableColumn]:
    columns = []
    for name in ("budget", "off_budget", "total"):
        columns += [
            TableColumn(
                f"{name}_kurus", t(f"budget.printed.{name}"), writing.money, is_number=True
            ),
            TableColumn(f"{name}_share", t("budget.printed.share"), _percent, is_number=True),
        ]
    return columns


def _percent(value: Any) -> str:
    return writing.measure(value, "%")


def responsible_html(goal: int, responsibilities: pd.DataFrame, links: Links) -> Markup:
    """The goal's lines of table 2.6 as printed; empty where it has none.

    The document merges the cells of one unit: a line without a printed unit belongs to the unit
    above it.
    """
    rows = responsibilities[responsibilities["goal"] == goal]
    if rows.empty:
        return Markup("")
    frame = rows.assign(
        printed=[
            str(name) if writing.is_stated(name) else t("plan.goal.printed_above")
            for name in rows["unit_printed"]
        ]
    )
    return html_table(
        frame,
        [
            TableColumn(
                "activity_name", t("plan.goal.column_activity"), is_heading=True, is_verbatim=True
            ),
            TableColumn("printed", t("plan.goal.column_printed"), is_verbatim=True),
            TableColumn(
                "unit_name",
                t("plan.goal.column_unit"),
                is_verbatim=True,
                link=lambda row: links.unit(row["spending_unit"]),
            ),
            _place(),
        ],
        t("plan.goal.responsible_caption"),
    )


def _place() -> TableColumn:
    return TableColumn("source_line", t("budget.printed.line"), str, is_number=True)
