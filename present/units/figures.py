"""The figures of the spending units: all of them by money, one's activities, one's lines.

Pure: records and frames in, figures out, with links that are given. Everything in a figure can be
pickled, so that a page may cache it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd

from kbb_data.schema import OFF_BUDGET_SOURCES
from present.budget.model import BUDGET, OFF_BUDGET, View, add, part_of, share, stated, total
from present.budget.words import per_head_column, row_name, source_name
from present.kit import writing
from present.kit.charts.bars import bars
from present.kit.charts.spec import specification
from present.kit.figure import Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import palette
from present.kit.writing import share_text
from present.units.model import Unit

_BUDGET, _OFF = BUDGET, OFF_BUDGET


def _document(background: Background) -> str:
    return t(
        "common.source_document",
        institution=background.institution,
        year=background.year,
        section=t("budget.source_section"),
    )


def _address(column: str) -> Callable[[dict[str, Any]], str | None]:
    return partial(_cell, column)


def _cell(column: str, row: dict[str, Any]) -> str | None:
    return str(row[column]) or None


def _spec(
    rows: Sequence[Mapping[str, Any]], background: Background, *, is_clickable: bool = False
) -> dict[str, Any] | None:
    """Bars of rows with ``key``, ``name``, ``group``, ``kurus`` and ``whole``; none for none."""
    if not rows:
        return None
    frame = pd.DataFrame(
        [
            {
                "key": row["key"],
                "name": row["name"],
                "group": row["group"],
                "start": 0.0,
                "end": row["kurus"] / 100,
                "text": _value(row["kurus"], row["whole"]),
                "detail": t(
                    "budget.detail",
                    name=row["name"],
                    money=writing.money(row["kurus"]),
                    share=share_text(part_of(row["kurus"], row["whole"])),
                ),
            }
            for row in rows
        ]
    )
    tones = palette(background.is_dark)
    colours = {_BUDGET: tones.money, _OFF: tones.quiet}
    used = {group: colours[group] for group in dict.fromkeys(frame["group"])}
    legend = {
        _BUDGET: t("units.legend_budget"),
        _OFF: t("units.legend_off_budget"),
    }
    words = {group: legend[group] for group in used} if len(used) > 1 else {}
    hover = tones.quiet if is_clickable else ""
    return specification(bars(frame, used, hover=hover, legend=words))


def _value(kurus: int, whole: int | None) -> str:
    short = writing.money_short(kurus)
    part = part_of(kurus, whole)
    return short if part is None else f"{short} · {share_text(part)}"


def _subtitle(whole: int | None, background: Background) -> str:
    """The year and the kind of the figures, and of what the shares are where there are any."""
    if not whole:
        return t("units.lines_subtitle_plain", year=background.year)
    return t("units.lines_subtitle", year=background.year, whole=writing.money(whole))


def units_figure(units: Sequence[Unit], background: Background, links: Mapping[str, str]) -> Figure:
    """All units in the order given, as bars and table; ``links``: addresses by slug.

    Shares are of the activities' money, which is all that the document gives to units.
    """
    whole = add(*(one.amount_kurus for one in units))
    largest = max(units, key=lambda one: one.amount_kurus or 0, default=None)
    table = pd.DataFrame(
        [
            {
                "unit": one.slug,
                "name": one.name,
                "amount_kurus": one.amount_kurus,
                "share": part_of(one.amount_kurus, whole),
                "activities": len(one.activities),
                "goals": len(one.goals),
                "budget_kurus": one.budget_kurus,
                "off_budget_kurus": one.off_budget_kurus,
                "address": links.get(one.slug, ""),
            }
            for one in units
        ],
        columns=["unit", "name", "amount_kurus", "share", "activities", "goals",
                 "budget_kurus", "off_budget_kurus", "address"],
    )  # fmt: skip
    _integers(table)
    columns = [
        TableColumn(
            "name",
            t("units.column_unit"),
            is_heading=True,
            is_verbatim=True,
            link=_address("address"),
        ),
        TableColumn("amount_kurus", t("units.column_money"), writing.money, is_number=True),
        TableColumn("share", t("units.column_share"), share_text, is_number=True),
        TableColumn("activities", t("units.column_activities"), writing.number, is_number=True),
        TableColumn("goals", t("units.column_goals"), writing.number, is_number=True),
    ]
    if background.people:
        columns.append(per_head_column(background.people))
    columns += _fund_columns()
    return Figure(
        title=t("units.figure_title"),
        subtitle=t("units.figure_subtitle", year=background.year, whole=writing.money(whole))
        if whole
        else t("units.lines_subtitle_plain", year=background.year),
        sentence=_units_sentence(units, largest, whole, background),
        source=_document(background),
        spec=_spec(
            [
                {
                    "key": one.slug,
                    "name": one.name,
                    "group": _BUDGET,
                    "kurus": one.amount_kurus or 0,
                    "whole": whole,
                }
                for one in units
                if one.amount_kurus is not None
            ],
            background,
            is_clickable=bool(links),
        ),
        table=table,
        columns=columns,
        own=(largest.name,) if largest else (),
    )


def _units_sentence(
    units: Sequence[Unit], largest: Unit | None, whole: int | None, background: Background
) -> str:
    if largest is None or not whole:
        return t("units.figure_sentence_none", year=background.year)
    return t(
        "units.figure_sentence",
        year=background.year,
        count=writing.number(len(units)),
        whole=writing.money(whole),
        name=largest.name,
        money=writing.money(largest.amount_kurus),
        share=share_text(share(largest.amount_kurus, whole)),
    )


def _fund_columns() -> list[TableColumn]:
    return [
        TableColumn("budget_kurus", t("budget.column_budget"), writing.money, is_number=True),
        TableColumn(
            "off_budget_kurus", t("budget.column_off_budget"), writing.money, is_number=True
        ),
    ]


def _integers(table: pd.DataFrame) -> None:
    """Money columns as whole numbers, also where a cell is blank."""
    for column in table.columns:
        if column.endswith("_kurus"):
            table[column] = pd.array(table[column].tolist(), dtype="Int64")


def activities_figure(
    unit: Unit,
    activities: pd.DataFrame,
    lines: pd.DataFrame,
    background: Background,
    links: Mapping[int, str],
    goal_links: Mapping[int, str],
) -> Figure:
    """One unit's activities, the most expensive first; those of 0 lira stand in the table alone.

    ``activities`` and ``lines`` are whole frames; ``links`` are addresses by activity,
    ``goal_links`` by goal.
    """
    own = activities[activities["spending_unit"] == unit.slug]
    whole = unit.amount_kurus
    records: list[dict[str, Any]] = []
    for row in own.itertuples():
        number, goal = int(str(row.activity)), int(str(row.goal))
        here = lines[lines["activity"] == number]
        paid = here.groupby("fund")["amount_kurus"].agg(total).to_dict()
        budget, off_budget = (stated(paid.get(fund)) for fund in (BUDGET, _OFF))
        records.append(
            {
                "activity": number,
                "label": t("budget.name_numbered", number=number, name=row.name),
                "goal": t("units.goal_numbered", number=goal),
                "amount_kurus": add(budget, off_budget),
                "share": part_of(add(budget, off_budget), whole),
                "budget_kurus": budget,
                "off_budget_kurus": off_budget,
                "address": links.get(number, ""),
                "goal_address": goal_links.get(goal, ""),
            }
        )
    records.sort(key=lambda row: (row["amount_kurus"] is None, -(row["amount_kurus"] or 0)))
    table = pd.DataFrame(
        records,
        columns=["activity", "label", "goal", "amount_kurus", "share", "budget_kurus",
                 "off_budget_kurus", "address", "goal_address"],
    )  # fmt: skip
    _integers(table)
    return Figure(
        title=t("units.activities_title", unit=unit.name),
        subtitle=_subtitle(whole, background),
        sentence=_activities_sentence(unit, records, background),
        source=_document(background),
        spec=_spec(
            [
                {
                    "key": str(row["activity"]),
                    "name": row["label"],
                    "group": _BUDGET,
                    "kurus": row["amount_kurus"],
                    "whole": whole,
                }
                for row in records
                if row["amount_kurus"]
            ],
            background,
        ),
        table=table,
        columns=[
            TableColumn(
                "label",
                t("units.column_activity"),
                is_heading=True,
                is_verbatim=True,
                link=_address("address"),
            ),
            TableColumn("goal", t("units.column_goal"), link=_address("goal_address")),
            TableColumn("amount_kurus", t("units.column_money"), writing.money, is_number=True),
            TableColumn("share", t("units.column_unit_share"), share_text, is_number=True),
            *_fund_columns(),
        ],
        own=(unit.name, *(str(name) for name in own["name"])),
    )


def _activities_sentence(
    unit: Unit, records: Sequence[Mapping[str, Any]], background: Background
) -> str:
    words = {"year": background.year, "count": writing.number(len(records))}
    if not records or not records[0]["amount_kurus"]:
        return t("units.activities_sentence_none", **words)
    first = records[0]
    return t(
        "units.activities_sentence",
        whole=writing.money(unit.amount_kurus),
        name=first["label"],
        money=writing.money(first["amount_kurus"]),
        share=share_text(first["share"]),
        **words,
    )


def lines_figure(unit: Unit, lines: pd.DataFrame, background: Background) -> Figure:
    """One unit's money by economic code, then by off-budget source: exact sums over its lines.

    Codes and sources without money are in the table and not drawn. ``lines`` is the whole frame.
    """
    own = lines[lines["spending_unit"] == unit.slug]
    whole = unit.amount_kurus
    places = {source: place for place, source in enumerate(OFF_BUDGET_SOURCES)}
    records: list[dict[str, Any]] = []
    for (fund, line), rows in own.groupby(["fund", "line"], sort=True):
        amount = total(rows["amount_kurus"])
        is_budget = fund == BUDGET
        records.append(
            {
                "line": str(line),
                "fund": str(fund),
                "label": row_name(View.CODE, str(line), None, rows["line_name"].iloc[0])
                if is_budget
                else source_name(str(line)),
                "kind": t("budget.fact_budget") if is_budget else t("budget.fact_off_budget"),
                "amount_kurus": amount,
                "share": part_of(amount, whole),
                "activities": int((rows["amount_kurus"].fillna(0) > 0).sum()),
            }
        )
    records.sort(key=lambda row: (row["fund"] != BUDGET, places.get(row["line"], -1), row["line"]))
    table = pd.DataFrame(
        records,
        columns=["line", "fund", "label", "kind", "amount_kurus", "share", "activities"],
    )
    _integers(table)
    drawn = sorted(
        (row for row in records if row["amount_kurus"]), key=lambda row: -row["amount_kurus"]
    )
    return Figure(
        title=t("units.lines_title", unit=unit.name),
        subtitle=_subtitle(whole, background),
        sentence=_lines_sentence(drawn, whole, background),
        source=_document(background),
        own=(unit.name,),
        spec=_spec(
            [
                {
                    "key": f"{row['fund']}.{row['line']}",
                    "name": row["label"],
                    "group": _BUDGET if row["fund"] == BUDGET else _OFF,
                    "kurus": row["amount_kurus"],
                    "whole": whole,
                }
                for row in drawn
            ],
            background,
        ),
        table=table,
        columns=[
            TableColumn("label", t("units.column_line"), is_heading=True),
            TableColumn("kind", t("units.column_kind")),
            TableColumn("amount_kurus", t("units.column_money"), writing.money, is_number=True),
            TableColumn("share", t("units.column_unit_share"), share_text, is_number=True),
            TableColumn(
                "activities", t("units.column_line_activities"), writing.number, is_number=True
            ),
        ],
    )


def _lines_sentence(
    drawn: Sequence[Mapping[str, Any]], whole: int | None, background: Background
) -> str:
    if not drawn:
        return t("units.lines_sentence_none", year=background.year)
    first = drawn[0]
    return t(
        "units.lines_sentence",
        year=background.year,
        whole=writing.money(whole),
        name=first["label"],
        money=writing.money(first["amount_kurus"]),
        share=share_text(first["share"]),
    )
