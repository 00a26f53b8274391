"""The figure of money by strategic aim and economic code or off-budget source."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pandas as pd

from kbb_data.schema import OFF_BUDGET_SOURCES
from present.budget.breakdown import general_administration
from present.budget.code_bars import Part, split_bars
from present.budget.colours import ink_on, line_colour
from present.budget.fewer import REST, fewer
from present.budget.model import (
    BUDGET,
    GENERAL,
    UNSTATED,
    View,
    add,
    share,
    stated,
    total,
)
from present.budget.words import row_name, source_name
from present.kit import writing
from present.kit.charts.bars import bars
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Compact, Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import palette
from present.kit.writing import share_text

_TOTAL = "total"
#: So many columns stand by themselves where there is little room.
_FEWER = 3
#: The column of off-budget money without a source; the budget's without a code is ``UNSTATED``.
UNSTATED_SOURCE = "unstated_source"

#: A cell: row and column, and its amount in kuruş; ``None`` where the document states none.
Cells = dict[tuple[str, str], int | None]


def matrix_figure(
    lines: pd.DataFrame, needs: pd.DataFrame, background: Background, links: Mapping[str, str]
) -> Figure:
    """How much of each economic code and off-budget source each aim takes.

    ``lines`` and ``needs`` are ``budget_lines`` and ``resource_needs`` of ``db.queries``; general
    administration, which stands beside the aims, is a row apart. ``links``: an aim's address by
    number. Without any line there is no chart, and the table is empty.
    """
    cells = cells_of(lines, needs)
    rows, columns = rows_of(lines, cells), columns_of(lines, needs, cells)
    whole = add(*cells.values())
    table = _table(cells, rows, columns, links)
    return Figure(
        title=t("budget.matrix.title"),
        subtitle=t("budget.matrix.subtitle", year=background.year),
        sentence=_sentence(cells, rows, columns, whole, background.year),
        source=background.source(t("budget.source_section_general")),
        chart=Chart(_spec, cells, rows, columns, background) if whole else None,
        compact=[Compact(Chart(_lower_spec, cells, rows, columns, background))] if whole else (),
        table=table,
        columns=_table_columns(columns, is_linked=bool(links)),
    )


def cells_of(lines: pd.DataFrame, needs: pd.DataFrame) -> Cells:
    """The amounts by aim and line, general administration's by line."""
    cells: Cells = {}
    for (aim, fund, line), rows in lines.groupby(["aim", "fund", "line"], sort=True):
        column = UNSTATED_SOURCE if line == UNSTATED and fund != BUDGET else str(line)
        cells[str(aim), column] = total(rows["amount_kurus"])
    for row in general_administration(needs).itertuples():
        amount = stated(row.amount_kurus)
        # A line of which general administration has nothing says nothing.
        if amount:
            cells[GENERAL, str(row.line)] = amount
    return cells


def rows_of(lines: pd.DataFrame, cells: Cells) -> dict[str, str]:
    """The aims' names by number, in their order, general administration last."""
    named = lines.drop_duplicates("aim").sort_values("aim")
    names = {
        str(aim): row_name(View.AIM, str(aim), aim, name)
        for aim, name in zip(named["aim"], named["aim_short"], strict=True)
    }
    if any(row == GENERAL for row, _ in cells):
        names[GENERAL] = row_name(View.AIM, GENERAL, None, None)
    return names


def columns_of(lines: pd.DataFrame, needs: pd.DataFrame, cells: Cells) -> dict[str, str]:
    """The codes' and sources' names: those of which any row has money, as the document orders
    them."""
    budget = lines[lines["fund"] == BUDGET]
    names = dict(zip(needs["line"].astype(str), needs["label"], strict=True))
    names |= dict(zip(budget["line"].astype(str), budget["line_name"], strict=True))
    paid = {line for (_, line), amount in cells.items() if amount}
    sources = (*OFF_BUDGET_SOURCES, UNSTATED_SOURCE)
    codes = sorted(line for line in paid if line not in sources)
    columns = {code: row_name(View.CODE, code, None, names[code]) for code in codes}
    columns |= {line: source_name(line) for line in OFF_BUDGET_SOURCES if line in paid}
    if UNSTATED_SOURCE in paid:
        columns[UNSTATED_SOURCE] = source_name(UNSTATED)
    return columns


def _sum(cells: Cells, *, row: str = "", column: str = "") -> int | None:
    """The sum of a row, of a column."""
    return add(
        *(
            amount
            for (of_row, of_column), amount in cells.items()
            if row in ("", of_row) and column in ("", of_column)
        )
    )


def _sentence(
    cells: Cells, rows: dict[str, str], columns: dict[str, str], whole: int | None, year: int
) -> str:
    paid = {key: amount for key, amount in cells.items() if amount}
    if not paid:
        return t("budget.matrix.sentence_none")
    (row, column), most = max(paid.items(), key=lambda item: item[1])
    of_row = share(most, _sum(cells, row=row))
    return t(
        "budget.matrix.sentence_whole" if of_row == 1 else "budget.matrix.sentence",
        year=year,
        row=rows[row],
        column=columns[column],
        amount=writing.money(most),
        share=writing.share(share(most, whole)),
        row_share=writing.share(of_row),
    )


def _spec(
    cells: Cells, rows: dict[str, str], columns: dict[str, str], background: Background
) -> dict[str, Any] | None:
    """A bar a row; nothing where an amount is below zero, which is no part of anything."""
    if any(amount is not None and amount < 0 for amount in cells.values()):
        return None
    tones = palette(background.is_dark)
    records = []
    for row, name in rows.items():
        whole, begun = _sum(cells, row=row) or 0, 0
        for column, column_name in columns.items():
            amount = cells.get((row, column))
            if not amount:
                continue
            part = share_text(share(amount, whole))
            records.append(
                {
                    "key": row,
                    "part": column,
                    "first": begun / whole,
                    "last": (begun + amount) / whole,
                    "code": column if column.isdigit() else "",
                    "share": part,
                    "detail": t(
                        "budget.matrix.detail",
                        row=name,
                        column=column_name,
                        amount=writing.money(amount),
                        share=part,
                    ),
                }
            )
            begun += amount
    parts = []
    for column, name in columns.items():
        colour = line_colour(background, column)
        parts.append(Part(column, name, colour, ink_on(colour)))
    totals = [_sum(cells, row=row) for row in rows]
    drawn = pd.DataFrame(
        {
            "key": list(rows),
            "name": list(rows.values()),
            "total": [writing.money_short(amount) for amount in totals],
            "end": [(amount or 0) / 100 for amount in totals],
        }
    )
    chart = split_bars(drawn, pd.DataFrame(records), parts, tones.quiet, tones.ground)
    return specification(chart)


def _lower_spec(
    cells: Cells, rows: dict[str, str], columns: dict[str, str], background: Background
) -> dict[str, Any] | None:
    """The same bars with the largest columns alone, the others together, and no words within them;
    each row's total stands at its bar's end."""
    if any(amount is not None and amount < 0 for amount in cells.values()):
        return None
    tones = palette(background.is_dark)
    sums = {column: _sum(cells, column=column) or 0 for column in columns}
    names, of_column = fewer(columns, sums, _FEWER)
    totals = {row: _sum(cells, row=row) or 0 for row in rows}
    ranked = sorted(rows, key=lambda row: -totals[row])
    records = []
    for row, name in rows.items():
        begun = Fraction(0)
        for part in names:
            amount = add(
                *(cells.get((row, column)) for column, own in of_column.items() if own == part)
            )
            if not amount:
                continue
            end = begun + Fraction(amount, totals[row])
            detail = t(
                "budget.matrix.detail",
                row=name,
                column=names[part],
                amount=writing.money(amount),
                share=share_text(share(amount, totals[row])),
            )
            records.append(
                {
                    "key": row,
                    "name": name,
                    "group": part,
                    "start": float(begun),
                    "end": float(end),
                    "text": writing.money_short(totals[row]),
                    "detail": detail,
                    "rank": ranked.index(row),
                }
            )
            begun = end
    tints = {part: tones.line if part == REST else line_colour(background, part) for part in names}
    return specification(bars(pd.DataFrame(records), tints, legend=names))


def _table(
    cells: Cells, rows: dict[str, str], columns: dict[str, str], links: Mapping[str, str]
) -> pd.DataFrame:
    """One row an aim, general administration's, and the sums."""
    records: list[dict[str, Any]] = []
    for key, name in rows.items():
        amounts = {_field(column): cells.get((key, column)) for column in columns}
        records.append(
            {"name": name, "link": links.get(key), **amounts, _TOTAL: _sum(cells, row=key)}
        )
    if records:
        sums = {_field(column): _sum(cells, column=column) for column in columns}
        records.append(
            {"name": t("budget.matrix.sum"), "link": None, **sums, _TOTAL: add(*cells.values())}
        )
    money = [*map(_field, columns), _TOTAL]
    frame = pd.DataFrame(records, columns=["name", "link", *money])
    return frame.astype(dict.fromkeys(money, "Int64"))


def _field(column: str) -> str:
    """A column's name in data files: an economic code alone would be taken for a number."""
    return f"code_{column}" if column.isdigit() else column


def _address(row: dict[str, Any]) -> str | None:
    return row["link"] or None


def _table_columns(columns: dict[str, str], *, is_linked: bool) -> list[TableColumn]:
    return [
        TableColumn(
            "name",
            t("budget.matrix.column_name"),
            is_heading=True,
            link=_address if is_linked else None,
        ),
        *(
            TableColumn(_field(key), name, writing.money, is_number=True)
            for key, name in {**columns, _TOTAL: t("budget.matrix.column_total")}.items()
        ),
    ]
