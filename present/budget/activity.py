"""The figure of one activity's lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from kbb_data.schema import OFF_BUDGET_SOURCES
from present.budget.colours import ALL, OFF, colours
from present.budget.model import BUDGET, OFF_BUDGET, Fund, Scope, View, part_of, stated, total
from present.budget.words import (
    Showing,
    detail_of,
    is_own,
    money_sentence,
    per_head_column,
    place_words,
    row_name,
    scope_name,
    source_name,
    subtitle_of,
    title_words,
    value_text,
)
from present.kit import writing
from present.kit.charts.bars import bars
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Extent, Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.writing import share_text


def activity_figure(
    lines: pd.DataFrame,
    background: Background,
    showing: Showing,
    fund: Fund,
    names: Mapping[str, str],
) -> Figure:
    """One activity's budget lines: economic codes, then off-budget sources.

    ``lines``: the activity's rows of ``budget_lines`` for the fund; ``names`` as in
    ``scope_name``. Off-budget sources of 0 lira are in the table and not drawn, unless nothing else
    is there.
    """
    places = {source: place for place, source in enumerate(OFF_BUDGET_SOURCES)}
    lines = lines.iloc[
        sorted(range(len(lines)), key=lambda place: places.get(lines["line"].iloc[place], -1))
    ]
    number = int(lines["activity"].iloc[0]) if len(lines) else 0
    scope = Scope(activity=number)
    where, told = scope_name(scope, names), scope_name(scope, names, told=True)
    whole = total(lines["amount_kurus"])
    table = pd.DataFrame(
        {
            "label": [
                row_name(View.CODE, str(row.line), None, row.line_name)
                if row.fund == BUDGET
                else source_name(str(row.line))
                for row in lines.itertuples()
            ],
            "key": lines["line"].tolist(),
            "fund": lines["fund"].tolist(),
            "amount_kurus": pd.array(lines["amount_kurus"].tolist(), dtype="Int64"),
            "share": [part_of(stated(amount), whole) for amount in lines["amount_kurus"]],
            "place": [
                t("budget.place_short", section=row.source_section, line=row.source_line)
                for row in lines.itertuples()
            ],
        }
    )
    columns = [
        TableColumn("label", t("budget.column_name"), is_heading=True, is_verbatim=_is_own_line),
        TableColumn("amount_kurus", t("budget.column_amount"), writing.money, is_number=True),
        TableColumn("share", t("budget.column_share"), share_text, is_number=True),
    ]
    if background.people:
        columns.append(per_head_column(background.people))
    columns.append(TableColumn("place", t("budget.column_place")))
    first = lines.iloc[0] if len(lines) else None
    return Figure(
        title=t("budget.figure_lines", scope=title_words(where, fund)),
        subtitle=subtitle_of(fund, whole, background, showing, told if told != where else ""),
        sentence=_activity_sentence(
            table, whole, background, showing, place_words(background, told, fund)
        ),
        source=background.source(
            t("budget.source_section")
            if first is None
            else t(
                "budget.source_section_place",
                section=first["source_section"],
                line=first["source_line"],
            ),
        ),
        chart=Chart(_activity_spec, table, whole, background, showing),
        extent=Extent(len(_paid(table)), len(table)),
        own=tuple(writing.unstopped(name) for name in lines["activity_name"].unique()),
        table=table,
        columns=columns,
    )


def _is_own_line(row: Mapping[str, Any]) -> bool:
    """Whether the words of an activity's line are the document's: an economic code's."""
    return row["fund"] == BUDGET and is_own(View.CODE, str(row["key"]))


def _paid(table: pd.DataFrame) -> pd.DataFrame:
    """The lines with money in them: what is drawn."""
    return table[table["amount_kurus"].fillna(0) > 0]


def _activity_sentence(
    table: pd.DataFrame, whole: int | None, background: Background, showing: Showing, place: str
) -> str:
    if whole is None:
        return t("budget.sentence_none", where=place)
    if whole == 0:
        return t("budget.sentence_zero", where=place)
    paid = _paid(table).sort_values("amount_kurus", ascending=False, kind="stable")
    first = stated(paid["amount_kurus"].iloc[0])
    parts = [(first or 0, str(paid["label"].iloc[0]))]
    shape = "one" if len(paid) == 1 else "main"
    return money_sentence(shape, place, whole, parts, background, showing)


def _activity_spec(
    table: pd.DataFrame, whole: int | None, background: Background, showing: Showing
) -> dict[str, Any] | None:
    drawn = _paid(table)
    if drawn.empty:
        return None
    rows = []
    for place, row in enumerate(drawn.itertuples()):
        amount = stated(row.amount_kurus) or 0
        name = str(row.label)
        rows.append(
            {
                "key": str(place),
                "name": name,
                "group": OFF if row.fund == OFF_BUDGET else ALL,
                "start": 0.0,
                "end": amount / 100,
                "text": value_text(amount, whole, background.people, showing.measure),
                "detail": detail_of(name, amount, whole, background.people),
            }
        )
    frame = pd.DataFrame(rows).sort_values("end", ascending=False, kind="stable")
    return specification(bars(frame, colours(background, frame["group"].tolist())))
