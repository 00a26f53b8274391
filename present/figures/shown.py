"""Which amounts of the document each figure shows, by the figure's name.

A sum shows what it is made of: an aim's money shows that of its activities. Figures of what the
document only names (council, words of targets) show none.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from kbb_data.schema import ECONOMIC_CODES, OFF_BUDGET_SOURCES
from kbb_data.topics import ACTIVITY, GENERAL
from kbb_data.turkish import slug
from present.budget.choices import completed, view_of
from present.budget.model import BUDGET as OF_BUDGET
from present.budget.model import Fund, Scope, View, select
from present.compare.model import Kind, lines_of
from present.execution import entries as execution
from present.execution.choices import CLASSIFICATIONS, Division
from present.execution.model import Classification
from present.findings.amounts import (
    ACTIVITIES,
    AREA,
    BY_EDUCATION,
    BY_SEX,
    COLUMNS,
    COUNT,
    DISTRICT,
    OCCUPANCY,
    OFF_BUDGET,
    PARTS,
    TOTAL,
    Amount,
    Of,
)
from present.findings.amounts import BUDGET as BUDGET_PART
from present.findings.amounts import GENERAL as GENERAL_COLUMN
from present.kit.entry import Drawn
from present.kit.setting import Setting
from present.kit.writing import is_stated
from present.promises import entries as promises
from present.promises.strands import Strand
from present.resources.model import STATION

#: The lines of table 2.5 that add up others.
_SUMS = ("budget-total", "off-budget-total", "total")


#: The lines of table 2.5 by the keys of rows.
_LINES = {line: line for line in (*ECONOMIC_CODES, *OFF_BUDGET_SOURCES)} | {OF_BUDGET: _SUMS[0]}


def shown(setting: Setting, name: str, choices: Any, drawn: Drawn) -> frozenset[Amount]:
    """The amounts that the figure of that name shows under its choices. Raises ``KeyError`` for a
    name that there is none of."""
    return frozenset(_SHOWN[name](setting, choices, drawn))


def _nothing(setting: Setting, choices: Any, drawn: Drawn) -> Iterable[Amount]:
    return ()


def _activities(lines: pd.DataFrame, fund: Fund, goals: Iterable[object] = ()) -> Iterator[Amount]:
    """The activities of budget lines and goals that are whole, with what the fund counts."""
    parts = {Fund.BUDGET: (BUDGET_PART,), Fund.OFF_BUDGET: (OFF_BUDGET,)}.get(fund, PARTS)
    for number in lines["activity"].unique():
        yield from (Amount(Of.ACTIVITY, str(number), part) for part in parts)
    for goal in goals:
        yield from (Amount(Of.GOAL, str(goal), part) for part in parts)


def _whole(table: pd.DataFrame, fund: Fund = Fund.BOTH) -> Iterator[Amount]:
    """The programme's own totals, those of budget and off-budget money where the table has them."""
    lines: Sequence[str] = _SUMS if "off_budget_kurus" in table else _SUMS[2:]
    if fund is not Fund.BOTH:
        lines = _SUMS[:1] if fund is Fund.BUDGET else _SUMS[1:2]
    for line in lines:
        yield from (Amount(Of.LINE, line, column) for column in COLUMNS)


def _lines_of(keys: Iterable[object], columns: Iterable[str] = (ACTIVITIES,)) -> Iterator[Amount]:
    for key in keys:
        name = str(key).removeprefix("budget.").removeprefix("off_budget.").replace("_", "-")
        yield from (Amount(Of.LINE, name, column) for column in columns)


def _part(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """Bütçe: a part of the programme by the rows of a view."""
    choices = completed(choices, setting.lines)
    scope, fund, view = choices.scope, Fund(choices.fund), view_of(choices)
    table = drawn.figure.table
    if choices.activity is not None:
        chosen = select(setting.lines, Scope(activity=scope.activity), fund)
        yield from _activities(chosen, fund)
        yield from _lines_of(chosen["line"].unique())
        return
    if scope.general:
        codes = [str(key) for key in table["key"] if str(key) in ECONOMIC_CODES]
        yield from _lines_of(codes, (GENERAL_COLUMN,))
        yield Amount(Of.LINE, "total", GENERAL_COLUMN)
        return
    if scope.code is not None:
        fund = Fund.BUDGET
    elif scope.source is not None:
        fund = Fund.OFF_BUDGET
    chosen = select(setting.lines, scope, fund)
    is_of_plan = scope.unit is None and scope.code is None and scope.source is None
    has_goals = is_of_plan and (view in (View.AIM, View.GOAL) or scope.aim is not None)
    yield from _activities(chosen, fund, chosen["goal"].unique() if has_goals else ())
    # General administration stands beside the activities where nothing narrows them by the plan.
    is_wide = scope.aim is None and scope.unit is None
    columns = COLUMNS if is_wide else (ACTIVITIES,)
    if scope.is_whole:
        yield from _whole(table, fund)
    yield from _lines_of((key for key in (scope.code, scope.source) if key), columns)
    # The row that adds up the others is none of table 2.5's lines.
    keys = [str(key) for key in table["key"] if str(key) in _LINES]
    if view in (View.CODE, View.SOURCE):
        yield from _lines_of((_LINES[key] for key in keys), columns)


def _programme(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """The whole programme by aim."""
    yield from _activities(setting.lines, Fund.BOTH, setting.lines["goal"].unique())
    yield from _whole(drawn.figure.table)


def _topics(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """All topics: every activity and every line of general administration; they are the total."""
    yield from _activities(setting.lines, Fund.BOTH)
    yield from _whole(drawn.figure.table)
    yield from _lines_of(_LINES, (GENERAL_COLUMN,))


def _topic(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """One topic: its activities, and its lines of general administration."""
    table, lines = drawn.figure.table, setting.lines
    numbers = table.loc[table["kind"] == ACTIVITY, "key"]
    yield from _activities(lines[lines["activity"].astype(str).isin(numbers)], Fund.BOTH)
    yield from _lines_of(table.loc[table["kind"] == GENERAL, "key"], (GENERAL_COLUMN,))


def _by_code(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    yield from _programme(setting, choices, drawn)
    names = (name.removeprefix("code_") for name in drawn.figure.table.columns)
    yield from _lines_of((name for name in names if name in _LINES), COLUMNS)


def _flow(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """The whole by source, aim and code: the same amounts as the matrix, and the two funds."""
    yield from _programme(setting, choices, drawn)
    lines = setting.lines
    paid = lines.loc[lines["amount_kurus"].fillna(0) != 0, "line"]
    needs = setting.frame("resource_needs")
    codes = needs.loc[needs["line"].isin(list(ECONOMIC_CODES)), "line"]
    yield from _whole(pd.DataFrame(columns=["off_budget_kurus"]))
    yield from _lines_of((key for key in {*paid, *codes} if key in _LINES), COLUMNS)


def _units(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    yield from _activities(setting.lines, Fund.BOTH)
    yield Amount(Of.LINE, TOTAL, ACTIVITIES)


def _unit_activities(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    yield from _activities(select(setting.lines, Scope(unit=choices.unit), Fund.BOTH), Fund.BOTH)


def _unit_lines(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    yield from _unit_activities(setting, choices, drawn)
    yield from _lines_of(drawn.figure.table["line"])


def _side_money(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    for side in choices.sides:
        lines = lines_of(side, setting.lines)
        goals = () if side.startswith(Kind.UNIT) else lines["goal"].unique()
        yield from _activities(lines, Fund.BOTH, goals)


def _side_codes(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    yield from _side_money(setting, choices, drawn)
    yield from _lines_of(drawn.figure.table["key"])


def _years_total(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """Several years' totals: of the programme at hand its own."""
    yield from _whole(pd.DataFrame())


def _years_rows(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """Several years' rows: of the programme at hand all its activities, by the rows of a view."""
    view = View(choices.by)
    has_goals = view in (View.AIM, View.GOAL)
    yield from _activities(
        setting.lines, Fund.BOTH, setting.lines["goal"].unique() if has_goals else ()
    )
    yield from _whole(pd.DataFrame())
    if view is View.CODE:
        yield from _lines_of(ECONOMIC_CODES, COLUMNS)


def _indicators(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    codes = drawn.figure.table.get("code", [choices.indicator])
    yield from (Amount(Of.INDICATOR, str(code)) for code in codes)


def _promised(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """The indicators whose promises are shown, as the programme at hand has them."""
    year = promises.promised_year(setting, choices)
    for strand, _ in promises.promises(setting).promised(year):
        yield from _of_strand(setting, strand)


def _guessed(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """The indicators whose estimates are shown, as the programme at hand has them."""
    made = promises.promises(setting)
    for strand in made.strands:
        if any(year.guess is not None for year in made.of(strand)):
            yield from _of_strand(setting, strand)


def _of_strand(setting: Setting, strand: Strand) -> Iterator[Amount]:
    if code := strand.code(setting.year):
        yield Amount(Of.INDICATOR, code)


def _history(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """The indicator under its code in the programme at hand."""
    table = drawn.figure.table
    own = table.loc[table["year"] == setting.year, "code"].dropna()
    yield from (Amount(Of.INDICATOR, str(code)) for code in own)


def _map(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """How many facilities of the kinds each district has; the page names them with their size."""
    assets, table = setting.frame("assets"), drawn.figure.table
    own = assets[assets["kind"].isin(set(table.columns))]
    for line in own["source_line"]:
        yield from (Amount(Of.ASSET, str(line), part) for part in (COUNT, AREA, DISTRICT))


def _counted(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """How many facilities of the kinds of the table each district has."""
    assets, table = setting.frame("assets"), drawn.figure.table
    own = assets[assets["kind"].isin(set(table.columns))]
    for line in own["source_line"]:
        yield from (Amount(Of.ASSET, str(line), part) for part in (COUNT, DISTRICT))


def _beside_others(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """One district's counts; those of the others lie behind medians alone."""
    assets = setting.frame("assets")
    own = assets[assets["kind"].isin(set(drawn.figure.table["kind"]))]
    for line, district in zip(own["source_line"], own["district"], strict=True):
        if is_stated(district) and slug(district) == choices.district:
            yield from (Amount(Of.ASSET, str(line), part) for part in (COUNT, DISTRICT))


def _staff(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    yield Amount(Of.STAFF, BY_SEX if "women" in drawn.figure.table else BY_EDUCATION)


def _positions(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    table = drawn.figure.table
    if "vacant" in table:
        yield Amount(Of.POSITIONS, OCCUPANCY)
    else:
        yield from (Amount(Of.POSITIONS, str(kind)) for kind in table["class"].unique())


def _fleet(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """The counts of vehicles: of all, of those that stand at stations, of one line's sorts."""
    assets, table = setting.frame("assets"), drawn.figure.table
    if "slug" in table:
        own = assets["category"].map(slug).isin(table["slug"])
    elif "vehicles" in table:
        parts = setting.frame("asset_parts")
        own = assets["asset"].isin(parts.loc[parts["part"] == STATION, "asset"])
    else:
        categories = assets["category"].map(slug) + "-" + assets["name"].map(slug)
        own = categories == str(choices.name).removeprefix("kaynaklar-dokum-")
    lines = assets.loc[own, "source_line"]
    yield from (Amount(Of.ASSET, str(line), COUNT) for line in lines)


def _carried_out(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """What the programme plans for each row, where its table has it (of codes the totals of table
    2.5, of activities what the budget gives), and what documents state."""
    division, table = execution.division_of(setting, choices), drawn.figure.table
    planned = table.loc[table["planned_kurus"].notna(), "key"]
    if division is Division.ACTIVITY:
        yield from (Amount(Of.ACTIVITY, str(key), BUDGET_PART) for key in planned)
    else:
        for key in planned:
            yield Amount(Of.LINE, _SUMS[0] if key == TOTAL else str(key), TOTAL)
    yield from _appropriations(setting, CLASSIFICATIONS[division], choices)


def _collected(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """What documents state of revenue."""
    yield from _appropriations(setting, Classification.REVENUE, choices)


def _monthly(setting: Setting, choices: Any, drawn: Drawn) -> Iterator[Amount]:
    """What documents of the programme's own dataset state of an item's months, up to each."""
    told = execution.monthly_of(setting, choices)
    for month in told.amounts:
        until = date(told.year, month, monthrange(told.year, month)[1]).isoformat()
        key = f"{told.item.classification}.{told.item.code}.{until}"
        for document in told.documents:
            if document.programme_year == setting.year:
                yield Amount(Of.MONTHS, key, document.name)


def _appropriations(
    setting: Setting, classification: Classification, choices: Any
) -> Iterator[Amount]:
    """The amounts of the documents that speak and lie in the programme's own dataset, whose
    findings are told."""
    done = execution.told(setting, classification, choices).execution
    for account in done.every:
        for document in account.documents:
            if document.programme_year == setting.year:
                key = f"{classification}.{account.code}.{done.day.isoformat()}"
                yield Amount(Of.APPROPRIATION, key, document.name)


_SHOWN: Mapping[str, Callable[[Setting, Any, Drawn], Iterable[Amount]]] = {
    "konular": _topics,
    "konu": _topic,
    "genel-bakis": _programme,
    "yuz-lira": _programme,
    "butce": _part,
    "amac-kod": _by_code,
    "akis": _flow,
    "plan-net-harcanan": _carried_out,
    "gelir": _collected,
    "aylik-harcama": _monthly,
    "birimler": _units,
    "birim-faaliyetleri": _unit_activities,
    "birim-kalemleri": _unit_lines,
    "karsilastirma-para": _side_money,
    "karsilastirma-kodlar": _side_codes,
    "karsilastirma-gostergeler": _nothing,
    "degisim-toplam": _years_total,
    "degisim": _years_rows,
    "degisim-yillar": _years_rows,
    "hirs": _nothing,
    "ilerleme": _indicators,
    "gosterge": _indicators,
    "gerceklesmeler": _indicators,
    "gosterge-gerceklesme": _indicators,
    "soz-ozeti": _promised,
    "tahmin-isabeti": _guessed,
    "soz-ve-sonuc": _history,
    "harita": _map,
    "tesis-sayisi": _counted,
    "tesis-orani": _counted,
    "ilce": _beside_others,
    "meclis": _nothing,
    "meclis-ilceler": _nothing,
    "temsil": _nothing,
    "personel": _staff,
    "norm-kadro": _positions,
    "araclar": _fleet,
    "denetimler": _nothing,
}
