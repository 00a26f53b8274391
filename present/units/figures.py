"""The figures of the spending units: all of them by money, one's activities, one's lines.

Pure: records and frames in, figures out, with links that are given. Everything in a figure can be
pickled.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from kbb_data.schema import OFF_BUDGET_SOURCES
from present.budget.model import BUDGET, OFF_BUDGET, View, add, part_of, stated, total
from present.budget.words import per_head_column, row_name, source_name
from present.kit import writing
from present.kit.figure import Chart, Extent, Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn, frame_of, link_in
from present.kit.text import t
from present.kit.writing import share_text
from present.units.charts import MoneyBar, money_bars
from present.units.model import Unit
from present.units.words import (
    activities_sentence,
    goal_name,
    lines_sentence,
    unit_subtitle,
    units_sentence,
    units_subtitle,
)

NumberLink = Callable[[int], str]

_UNIT_COLUMNS = ["unit", "name", "amount_kurus", "share", "activities", "goals", "budget_kurus",
                 "off_budget_kurus", "address"]  # fmt: skip
_ACTIVITY_COLUMNS = ["activity", "label", "goal", "amount_kurus", "share", "budget_kurus",
                     "off_budget_kurus", "address", "goal_address"]  # fmt: skip
_LINE_COLUMNS = ["line", "fund", "label", "kind", "amount_kurus", "share", "activities"]


def _source(background: Background) -> str:
    return background.source(t("budget.source_section"))


def _money_column() -> TableColumn:
    return TableColumn("amount_kurus", t("units.column_money"), writing.money, is_number=True)


def _share_column(label: str) -> TableColumn:
    return TableColumn("share", label, share_text, is_number=True)


def _fund_columns() -> list[TableColumn]:
    return [
        TableColumn("budget_kurus", t("budget.column_budget"), writing.money, is_number=True),
        TableColumn(
            "off_budget_kurus", t("budget.column_off_budget"), writing.money, is_number=True
        ),
    ]


def _first(records: Sequence[dict[str, Any]]) -> tuple[str, int | None]:
    """The name and the amount that a sentence names; nothing where there is no record."""
    if not records:
        return "", None
    return records[0].get("said", records[0]["label"]), records[0]["amount_kurus"]


def units_figure(
    units: Sequence[Unit], background: Background, link: Callable[[str], str]
) -> Figure:
    """All units in the order given, as bars and table; ``link`` gives a slug's address.

    Shares are of the activities' money, which is all that the document gives to units. Of units
    with the same money, the first one given is the largest.
    """
    whole = add(*(unit.amount_kurus for unit in units))
    largest = max(units, key=lambda unit: unit.amount_kurus or 0, default=None)
    records = [
        {
            "unit": unit.slug,
            "name": unit.name,
            "amount_kurus": unit.amount_kurus,
            "share": part_of(unit.amount_kurus, whole),
            "activities": len(unit.activities),
            "goals": len(unit.goals),
            "budget_kurus": unit.budget_kurus,
            "off_budget_kurus": unit.off_budget_kurus,
            "address": link(unit.slug),
        }
        for unit in units
    ]
    return Figure(
        title=t("units.figure_title"),
        subtitle=units_subtitle(whole, background),
        sentence=units_sentence(len(units), largest, whole, background),
        source=_source(background),
        chart=Chart(
            money_bars,
            [
                MoneyBar(unit.slug, unit.name, BUDGET, unit.amount_kurus)
                for unit in units
                if unit.amount_kurus is not None
            ],
            whole,
            background,
            is_clickable=True,
        ),
        table=frame_of(records, _UNIT_COLUMNS),
        columns=_unit_columns(background.people),
        own=(largest.name,) if largest else (),
    )


def _unit_columns(people: int | None) -> list[TableColumn]:
    return [
        TableColumn(
            "name",
            t("units.column_unit"),
            is_heading=True,
            is_verbatim=True,
            link=link_in("address"),
        ),
        _money_column(),
        _share_column(t("units.column_share")),
        TableColumn("activities", t("units.column_activities"), writing.number, is_number=True),
        TableColumn("goals", t("units.column_goals"), writing.number, is_number=True),
        *([per_head_column(people)] if people else []),
        *_fund_columns(),
    ]


def activities_figure(
    unit: Unit,
    activities: pd.DataFrame,
    lines: pd.DataFrame,
    background: Background,
    link: NumberLink,
    goal_link: NumberLink,
) -> Figure:
    """One unit's activities, the most expensive first; those of 0 lira stand in the table alone.

    Activities of the same money stand in the document's order, unstated ones last. ``activities``
    and ``lines`` are whole frames; ``link`` gives an activity's address, ``goal_link`` a goal's.
    """
    rows = activities[activities["spending_unit"] == unit.slug]
    whole = unit.amount_kurus
    records = sorted(
        (
            _activity(row, lines, whole, link, goal_link)
            for row in rows[["activity", "goal", "name", "activity_short"]].to_dict("records")
        ),
        key=lambda record: (record["amount_kurus"] is None, -(record["amount_kurus"] or 0)),
    )
    dearest, amount = _first(records)
    return Figure(
        title=t("units.activities_title", unit=unit.name),
        subtitle=unit_subtitle(whole, background),
        sentence=activities_sentence(unit, len(records), dearest, amount, background),
        source=_source(background),
        chart=Chart(
            money_bars,
            [
                MoneyBar(
                    str(record["activity"]),
                    record["said"],
                    BUDGET,
                    record["amount_kurus"],
                    record["label"],
                )
                for record in records
                if record["amount_kurus"]
            ],
            whole,
            background,
        ),
        table=frame_of(records, _ACTIVITY_COLUMNS),
        columns=[
            TableColumn(
                "label",
                t("units.column_activity"),
                is_heading=True,
                is_verbatim=True,
                link=link_in("address"),
            ),
            TableColumn("goal", t("units.column_goal"), link=link_in("goal_address")),
            _money_column(),
            _share_column(t("units.column_unit_share")),
            *_fund_columns(),
        ],
        own=(unit.name, *_own_names(rows)),
        extent=Extent(sum(bool(record["amount_kurus"]) for record in records), len(records)),
    )


def _own_names(activities: pd.DataFrame) -> tuple[str, ...]:
    """The names of activities that are the document's own, for want of a short one."""
    both = zip(activities["name"], activities["activity_short"], strict=True)
    return tuple(writing.unstopped(str(name)) for name, short in both if name == short)


def _activity(
    row: dict[Any, Any],
    lines: pd.DataFrame,
    whole: int | None,
    link: NumberLink,
    goal_link: NumberLink,
) -> dict[str, Any]:
    number, goal = int(row["activity"]), int(row["goal"])
    activity_lines = lines[lines["activity"] == number]
    amounts = activity_lines.groupby("fund")["amount_kurus"].agg(total).to_dict()
    budget, off_budget = (stated(amounts.get(fund)) for fund in (BUDGET, OFF_BUDGET))
    amount = add(budget, off_budget)
    return {
        "activity": number,
        "label": t("budget.name_numbered", number=number, name=row["name"]),
        "said": t("budget.name_numbered", number=number, name=row["activity_short"]),
        "goal": goal_name(goal),
        "amount_kurus": amount,
        "share": part_of(amount, whole),
        "budget_kurus": budget,
        "off_budget_kurus": off_budget,
        "address": link(number),
        "goal_address": goal_link(goal),
    }


def lines_figure(unit: Unit, lines: pd.DataFrame, background: Background) -> Figure:
    """One unit's money by economic code, then by off-budget source: exact sums over its lines.

    The table is in the order of the codes, then of the document's sources; the bars begin with the
    largest. Codes and sources without money are in the table and not drawn. ``lines`` is the whole
    frame.
    """
    rows = lines[lines["spending_unit"] == unit.slug]
    whole = unit.amount_kurus
    places = {source: place for place, source in enumerate(OFF_BUDGET_SOURCES)}
    records = sorted(
        (
            _line(str(fund), str(line), line_rows, whole)
            for (fund, line), line_rows in rows.groupby(["fund", "line"])
        ),
        key=lambda record: places.get(record["line"], -1),
    )
    drawn = sorted(
        (record for record in records if record["amount_kurus"]),
        key=lambda record: -record["amount_kurus"],
    )
    largest, amount = _first(drawn)
    return Figure(
        title=t("units.lines_title", unit=unit.name),
        subtitle=unit_subtitle(whole, background),
        sentence=lines_sentence(unit, largest, amount, background),
        source=_source(background),
        own=(unit.name,),
        extent=Extent(len(drawn), len(records)),
        chart=Chart(
            money_bars,
            [
                MoneyBar(
                    f"{record['fund']}.{record['line']}",
                    record["label"],
                    record["fund"],
                    record["amount_kurus"],
                )
                for record in drawn
            ],
            whole,
            background,
        ),
        table=frame_of(records, _LINE_COLUMNS),
        columns=[
            TableColumn("label", t("units.column_line"), is_heading=True),
            TableColumn("kind", t("units.column_kind")),
            _money_column(),
            _share_column(t("units.column_unit_share")),
            TableColumn(
                "activities", t("units.column_line_activities"), writing.number, is_number=True
            ),
        ],
    )


def _line(fund: str, line: str, rows: pd.DataFrame, whole: int | None) -> dict[str, Any]:
    """An economic code's or a source's sum, and how many activities get any of it."""
    amount = total(rows["amount_kurus"])
    is_budget = fund == BUDGET
    return {
        "line": line,
        "fund": fund,
        "label": row_name(View.CODE, line, None, rows["line_name"].iloc[0])
        if is_budget
        else source_name(line),
        "kind": t("budget.fact_budget") if is_budget else t("budget.fact_off_budget"),
        "amount_kurus": amount,
        "share": part_of(amount, whole),
        "activities": int((rows["amount_kurus"].fillna(0) > 0).sum()),
    }
