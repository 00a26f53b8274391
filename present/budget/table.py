"""The exact table of a breakdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd

from present.budget.breakdown import Breakdown
from present.budget.model import Fund, View, part_of, stated
from present.budget.words import BESIDE, TOTAL, is_own, per_head_column
from present.kit import writing
from present.kit.setting import Background
from present.kit.tables import TableColumn, frame_of, link_in
from present.kit.text import t
from present.kit.writing import share_text


def _is_own_row(view: View, row: Mapping[str, Any]) -> bool:
    return is_own(view, str(row["key"]))


def beside_name(breakdown: Breakdown) -> str:
    """What the money is that no row holds."""
    if breakdown.view is View.CODE:
        return t("budget.beside_off_budget")
    return t("budget.beside_general")


def _count(value: Any) -> str:
    """A count; general administration and the total are no activities."""
    return writing.number(value) if writing.is_stated(value) else ""


_TABLE = ["key", "label", "activities", "budget_kurus", "off_budget_kurus", "own_kurus",
          "general_kurus", "amount_kurus", "share", "address"]  # fmt: skip


def table_of(
    breakdown: Breakdown, rows: pd.DataFrame, search: str, links: Mapping[str, str]
) -> pd.DataFrame:
    """What the table holds: the rows in their order, what no row holds, the total.

    A search leaves the rows alone that it found: they add up to nothing of the document's.
    ``links``: addresses by row key.
    """
    whole = breakdown.whole_kurus
    records: list[dict[str, Any]] = []
    for row in rows.itertuples():
        amount, general = stated(row.amount_kurus), stated(row.general_kurus)
        budget, off_budget = stated(row.budget_kurus), stated(row.off_budget_kurus)
        if row.is_general:
            budget, off_budget = amount, 0
        records.append(
            {
                "key": row.key,
                "label": row.label,
                "activities": None if row.is_general else int(str(row.activities)),
                "budget_kurus": budget,
                "off_budget_kurus": off_budget,
                "own_kurus": None if amount is None else amount - (general or 0),
                "general_kurus": general,
                "amount_kurus": amount,
                "share": part_of(amount, whole),
                "address": links.get(str(row.key), ""),
            }
        )
    if not search.strip():
        if breakdown.beside_kurus:
            records.append(_beside_record(breakdown))
        if len(records) > 1 and whole is not None:
            records.append(_total_record(records, whole))
    return frame_of(records, _TABLE, counts=["activities"])


def _beside_record(breakdown: Breakdown) -> dict[str, Any]:
    is_off = breakdown.view is View.CODE
    amount = breakdown.beside_kurus
    return {
        "key": BESIDE,
        "label": beside_name(breakdown),
        "activities": None,
        "budget_kurus": 0 if is_off else amount,
        "off_budget_kurus": amount if is_off else 0,
        "own_kurus": amount if is_off else 0,
        "general_kurus": 0 if is_off else amount,
        "amount_kurus": amount,
        "share": part_of(amount, breakdown.whole_kurus),
        "address": "",
    }


def _total_record(records: Sequence[Mapping[str, Any]], whole: int) -> dict[str, Any]:
    def summed(column: str) -> int:
        return sum(record[column] or 0 for record in records)

    return {
        "key": TOTAL,
        "label": t("budget.total"),
        "activities": None,
        **{
            column: summed(column)
            for column in ("budget_kurus", "off_budget_kurus", "own_kurus", "general_kurus")
        },
        "amount_kurus": whole,
        "share": part_of(whole, whole),
        "address": "",
    }


def columns_of(breakdown: Breakdown, background: Background, is_linked: bool) -> list[TableColumn]:
    """The columns that say something about a view under a fund."""

    def money(name: str, key: str) -> TableColumn:
        return TableColumn(name, t(key), writing.money, is_number=True)

    columns = [
        TableColumn(
            "label",
            t("budget.column_name"),
            is_heading=True,
            is_verbatim=partial(_is_own_row, breakdown.view),
            link=link_in("address") if is_linked else None,
        )
    ]
    amount_key = {
        Fund.BOTH: "budget.column_amount",
        Fund.BUDGET: "budget.column_budget",
        Fund.OFF_BUDGET: "budget.column_off_budget",
    }[breakdown.fund]
    columns += [
        money("amount_kurus", amount_key),
        TableColumn("share", t("budget.column_share"), share_text, is_number=True),
    ]
    if background.people:
        columns.append(per_head_column(background.people))
    if breakdown.view in (View.CODE, View.SOURCE):
        if breakdown.rows["general_kurus"].notna().any() and not breakdown.scope.general:
            columns += [
                money("own_kurus", "budget.column_of_activities"),
                money("general_kurus", "budget.column_general"),
            ]
        return columns
    if breakdown.fund is Fund.BOTH:
        columns += [
            money("budget_kurus", "budget.column_budget"),
            money("off_budget_kurus", "budget.column_off_budget"),
        ]
    if breakdown.view is not View.ACTIVITY:
        columns.append(
            TableColumn("activities", t("budget.column_activities"), _count, is_number=True)
        )
    return columns
