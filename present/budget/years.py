"""What a part of the programme costs in other years, as a programme budget prints it with its
activities: budget, spending and estimate of the year under way, forecasts of the years after.

Each amount keeps its year and its kind; none is added to another of another kind.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from kbb_data.schema import BY_NAME
from present.budget.model import (
    BUDGET,
    OFF_BUDGET,
    Scope,
    add,
    select,
    stated,
    total,
)
from present.kit import writing
from present.kit.keep import keep
from present.kit.markup import Pieces
from present.kit.setting import Setting
from present.kit.tables import TableColumn, folded, html_table
from present.kit.text import either, t

_PIECES = Pieces("budget/html.jinja")

#: ``fund`` of what is printed as both funds together.
_TOTAL = "total"

_KINDS = {code.code: code for code in BY_NAME["activity_amounts"].column("kind").codes}
_PLACES = {kind: place for place, kind in enumerate(_KINDS)}


@dataclass(frozen=True, slots=True)
class YearAmount:
    """A part's money in a year, of one kind (``activity_amounts.kind``), in whole kuruş; ``None``
    where nothing is stated. ``missing``: how many activities of the part state none."""

    year: int
    kind: str
    budget_kurus: int | None
    off_budget_kurus: int | None
    total_kurus: int | None
    missing: int

    @property
    def kind_name(self) -> str:
        """The kind in the visit's language."""
        return either(_KINDS[self.kind].tr, _KINDS[self.kind].en)


def amounts(lines: pd.DataFrame, others: pd.DataFrame, year: int) -> tuple[YearAmount, ...]:
    """The years of the part that ``lines`` are the budget lines of, in their order, the programme's
    own ``year`` among them; none where ``others`` (``db.queries.activity_amounts``) has none of it.

    Both funds together are the printed total where there is one, else their sum.
    """
    activities = lines["activity"].unique()
    own = others[others["activity"].isin(activities)]
    if own.empty:
        return ()
    rows = [
        _amount(int(str(at)), str(kind), rows, len(activities))
        for (at, kind), rows in own.groupby(["year", "kind"])
    ]
    if all(row.year != year for row in rows):
        budget, off_budget = (
            total(lines.loc[lines["fund"] == fund, "amount_kurus"]) for fund in (BUDGET, OFF_BUDGET)
        )
        rows.append(YearAmount(year, BUDGET, budget, off_budget, add(budget, off_budget), 0))
    return tuple(sorted(rows, key=lambda row: (row.year, _PLACES[row.kind])))


def _amount(year: int, kind: str, rows: pd.DataFrame, activities: int) -> YearAmount:
    budgets, off_budgets, totals = [], [], []
    without = activities - rows["activity"].nunique()
    for _, own in rows.groupby("activity"):
        known = {
            str(fund): stated(amount)
            for fund, amount in zip(own["fund"], own["amount_kurus"], strict=True)
        }
        budget, off_budget, printed = (known.get(fund) for fund in (BUDGET, OFF_BUDGET, _TOTAL))
        both = add(budget, off_budget) if printed is None else printed
        without += both is None
        budgets.append(budget)
        off_budgets.append(off_budget)
        totals.append(both)
    return YearAmount(year, kind, add(*budgets), add(*off_budgets), add(*totals), without)


def sentence(rows: tuple[YearAmount, ...]) -> str:
    """All years in one sentence, each amount with its year and kind."""
    parts = [
        t(f"budget.years.item_{row.kind}", year=row.year, amount=writing.money(row.total_kurus))
        for row in rows
        if row.total_kurus is not None
    ]
    return t("budget.years.sentence", parts="; ".join(parts))


@keep(256)
def years_html(setting: Setting, scope: Scope, level: int = 2) -> Markup:
    """The years of a part as a sentence and a small table; empty where the document prints none.

    ``level``: that of the heading.
    """
    lines = select(setting.lines, scope)
    rows = amounts(lines, setting.frame("activity_amounts"), setting.year)
    if not rows:
        return Markup("")
    missing = max(row.missing for row in rows)
    return _PIECES(
        "years",
        level=level,
        sentence=sentence(rows),
        table=html_table(_frame(rows), _columns(), t("budget.years.caption"), is_stacked=True),
        coded="" if scope.activity is None else _coded(setting, scope.activity),
        notes=[
            t("budget.years.note"),
            *([t("budget.years.added")] if scope.activity is None else []),
            *([t("budget.years.missing", count=writing.number(missing))] if missing else []),
        ],
    )


def _coded(setting: Setting, activity: int) -> Markup:
    """The activity's lines by economic code as printed, with financing, a column for each year and
    kind, behind a fold; empty where the document prints none."""
    lines = setting.frame("activity_cost_lines")
    own = lines[lines["activity"] == activity]
    if own.empty:
        return Markup("")
    places = own["kind"].map(_PLACES)
    ordered = own.assign(place=places).sort_values(["year", "place"])
    times = list(dict.fromkeys(zip(ordered["year"], ordered["kind"], strict=True)))
    records = []
    for _, rows in own.groupby("position"):
        first = rows.iloc[0]
        known = {(row["year"], row["kind"]): row["amount_kurus"] for row in rows.to_dict("records")}
        name = first["name"] if writing.is_stated(first["name"]) else ""
        financing = first["financing"]
        records.append(
            {
                "code": t("budget.name_code", code=first["code_printed"], name=name).strip(),
                "financing": financing if writing.is_stated(financing) else writing.not_stated(),
                **{f"{year}-{kind}": known.get((year, kind)) for year, kind in times},
            }
        )
    columns = [
        TableColumn("code", t("budget.years.column_code"), is_heading=True, is_verbatim=True),
        TableColumn("financing", t("budget.years.column_financing"), is_verbatim=True),
        *(
            TableColumn(
                f"{year}-{kind}",
                t("budget.years.row", year=year, kind=either(_KINDS[kind].tr, _KINDS[kind].en)),
                writing.money,
                is_number=True,
            )
            for year, kind in times
        ),
    ]
    frame = pd.DataFrame(records, columns=[column.name for column in columns], dtype=object)
    title = t("budget.years.coded")
    return folded(title, html_table(frame, columns, title, is_stacked=True))


def _frame(rows: tuple[YearAmount, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": [t("budget.years.row", year=row.year, kind=row.kind_name) for row in rows],
            **{
                column: pd.array([getattr(row, column) for row in rows], dtype="Int64")
                for column in ("budget_kurus", "off_budget_kurus", "total_kurus")
            },
        }
    )


def _columns() -> list[TableColumn]:
    return [
        TableColumn("label", t("budget.years.column_label"), is_heading=True),
        TableColumn("budget_kurus", t("budget.years.column_budget"), writing.money, is_number=True),
        TableColumn(
            "off_budget_kurus", t("budget.years.column_off_budget"), writing.money, is_number=True
        ),
        TableColumn("total_kurus", t("budget.years.column_total"), writing.money, is_number=True),
    ]
