"""Tables that are made of several of the dataset's, so that a reader need not join them.

They hold nothing that the dataset hasn't, come in its formats, and have addresses of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kbb_data import turkish
from kbb_data.schema import (
    BY_NAME,
    PROGRAMME_BUDGET,
    PROVENANCE,
    STRATEGIC_PLAN,
    VALUE_KINDS,
    Column,
    Table,
)
from present.opendata import fiscal

Rows = Callable[[str], Sequence[Sequence[Any]]]
Made = tuple[Table, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Derived:
    """A table made of others. ``path``: its address under ``/veri/`` without ending; ``tr`` and
    ``en`` its titles, ``row`` what a row is; ``make`` gives table and rows from the dataset's rows,
    the programme's year and its statutory form."""

    name: str
    path: str
    tr: str
    en: str
    row: str
    make: Callable[[Rows, int, str], Made]


#: What the fields of the named costs are in English, and what a value means, by form where it
#: differs.
_ENGLISH: Mapping[str, tuple[str, str]] = {
    "fiscal_year": ("Year", "The programme's year"),
    "spending_unit": ("Unit key", "Key of the spending unit; empty where none is named"),
    "spending_unit_name": ("Spending unit", "The unit's name as printed"),
    "aim": ("Aim number", "Number of the strategic aim"),
    "aim_name": ("Area", "The aim's name"),
    "goal": ("Goal number", "Number of the performance goal"),
    "goal_statement": ("Performance goal", "The goal as printed"),
    "activity": ("Activity number", "Number of the activity"),
    "activity_name": ("Activity", "The activity's name"),
    "economic_code": ("Economic code", "First level of the economic classification, as 03; empty "
                      "where the document prints none"),
    "economic_name": ("Name of the code", "The economic code's name as printed"),
    "amount": ("Amount", "Planned cost of the activity under the code"),
}  # fmt: skip
_OF_PROGRAMMES = {
    "aim": ("Programme number", "Number of the programme"),
    "aim_name": ("Programme", "The programme's name"),
    "goal": ("Sub-programme number", "Number of the sub-programme"),
    "goal_statement": ("Sub-programme", "The sub-programme's name"),
}
_REQUIRED = frozenset({"fiscal_year", "aim", "aim_name", "goal", "goal_statement", "activity",
                       "activity_name", "amount"})  # fmt: skip
_WHOLE = frozenset({"fiscal_year", "activity"})


def _named_costs(rows: Rows, year: int, form: str) -> Made:
    english = {**_ENGLISH, **(_OF_PROGRAMMES if form == PROGRAMME_BUDGET else {})}
    columns = []
    for name, title in fiscal.fiscal_titles(form).items():
        said, meaning = english[name]
        is_money = name == "amount"
        columns.append(
            Column(
                name,
                "money" if is_money else "integer" if name in _WHOLE else "string",
                meaning,
                title,
                said,
                unit="TRY" if is_money else "",
                required=name in _REQUIRED,
            )
        )
    return _table(NAMED_COSTS, columns), fiscal.fiscal_rows(rows, year)


#: Columns of the indicators that stand before their figures.
_ABOUT = ("goal", "indicator", "name", "unit", "direction", "is_cumulative")


def _indicator_years(rows: Rows, _year: int, form: str) -> Made:
    indicators, values = (
        BY_NAME[name].in_form(form) for name in ("indicators", "indicator_values")
    )
    kinds = {code.code: code for code in values.column("kind").codes}
    names = values.column_names
    figures: dict[tuple[Any, ...], dict[tuple[int, str], Any]] = {}
    for row in rows("indicator_values"):
        own = dict(zip(names, row, strict=True))
        of = figures.setdefault((own["goal"], own["indicator"]), {})
        of[own["year"], own["kind"]] = own["value"]
    stated = {pair for own in figures.values() for pair in own}
    pairs = sorted(stated, key=lambda pair: (pair[0], VALUE_KINDS.index(pair[1])))
    goal = Column(
        "goal_statement",
        "string",
        "What the indicator's goal is called",
        "Performans hedefinin adı" if form == STRATEGIC_PLAN else "Alt programın adı",
        "Goal as worded" if form == STRATEGIC_PLAN else "Name of the sub-programme",
    )
    columns = [indicators.column(name) for name in _ABOUT]
    columns.insert(1, goal)
    columns += [
        Column(
            f"{kind}_{year}",
            "decimal",
            f"The figure of {year} in the indicator's unit ({kinds[kind].en}); empty where none is "
            "stated or none can be read with certainty",
            f"{year} {turkish.lower(kinds[kind].tr)}",
            f"{year} {kinds[kind].en}",
        )
        for year, kind in pairs
    ]
    leaves = {
        part["code"]: part["name"]
        for part in (
            dict(zip(BY_NAME["hierarchy"].column_names, row, strict=True))
            for row in rows("hierarchy")
        )
        if part["level"] in fiscal.LEAVES
    }
    made = []
    for row in rows("indicators"):
        own = dict(zip(indicators.column_names, row, strict=True))
        about = [own[name] for name in _ABOUT]
        about.insert(1, leaves.get(str(own["goal"])))
        of = figures.get((own["goal"], own["indicator"]), {})
        provenance = [own[column.name] for column in PROVENANCE]
        made.append((*about, *(of.get(pair) for pair in pairs), *provenance))
    return _table(YEARS, (*columns, *PROVENANCE), indicators.key), made


def _table(derived: Derived, columns: Sequence[Column], key: tuple[str, ...] = ()) -> Table:
    return Table(
        name=derived.name,
        row=derived.row,
        tr=derived.tr,
        en=derived.en,
        columns=tuple(columns),
        key=key,
    )


NAMED_COSTS = Derived(
    "activity_costs_named",
    f"mali/{fiscal.CSV.removesuffix('.csv')}",
    "Faaliyet maliyetleri, bütün adlarıyla",
    "Activity costs with all names",
    "an activity's planned cost under an economic code, with the names of all codes",
    _named_costs,
)
YEARS = Derived(
    "indicators_by_year",
    "gostergeler-yan-yana",
    "Göstergeler, yılları yan yana",
    "Indicators, years side by side",
    "an indicator with its figures of all years side by side",
    _indicator_years,
)
#: In the order of the page.
DERIVED = (NAMED_COSTS, YEARS)
BY_PATH = {derived.path: derived for derived in DERIVED}
