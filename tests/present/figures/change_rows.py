"""The rows of the three years' programmes, read from their CSV files, their judged succession and
the file of prices, and matched by hand."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise

from tests.present.figures.money import CODES
from tests.present.figures.paper import TURKISH, amount, said_in
from tests.present.figures.years_paper import Paper
from tests.support.source import ROOT

Query = Mapping[str, str]
Node = tuple[int, str]

YEARS = (2024, 2025, 2026)
#: The years of which prices are known.
PRICED = (2024, 2025)
_LEVELS = {"amac": "top", "hedef": "leaf", "birim": "unit", "faaliyet": "activity"}
_GENERAL, _UNSTATED, _OFF = "general", "unstated", "off"
_RESIDUAL = {
    _GENERAL: ("Genel yönetim giderleri", "General administration"),
    _UNSTATED: ("Kodu yazılmayan", "No code stated"),
    _OFF: (
        "Bütçe dışı kaynaklar (ekonomik koda bölünmüyor)",
        "Off-budget resources (not divided by economic code)",
    ),
}


@cache
def indices() -> dict[int, Fraction]:
    """Each year's average index; a month that is missing at the end goes on as the last one did."""
    path = ROOT / "kbb_data" / "prices" / "cpi_turkiye_monthly.csv"
    with path.open(encoding="utf-8", newline="") as file:
        changes = [(row["year"], Fraction(row["change_pct"])) for row in csv.DictReader(file)]
    changes.append(("2025", changes[-1][1]))
    by_year: dict[int, list[Fraction]] = {}
    index = Fraction(1)
    for year, change in changes:
        index *= 1 + change / 100
        by_year.setdefault(int(year), []).append(index)
    assert all(len(months) == 12 for months in by_year.values())
    return {year: sum(months, Fraction(0)) / 12 for year, months in by_year.items()}


def real(lira: Decimal, year: int, base: int) -> Decimal | None:
    """Lira of a year in the prices of another, to the kuruş."""
    if year not in PRICED:
        return None
    exact = Fraction(lira) * 100 * indices()[base] / indices()[year]
    return Decimal(int(exact + Fraction(1, 2))) / 100


@dataclass(frozen=True, slots=True)
class Item:
    """A row of one year: what it is called in a language, and its lira."""

    name: Callable[[str], str]
    lira: Decimal


def items(paper: Paper, year: int, view: str) -> dict[str, Item]:
    """A year's rows by their keys, in the document's order, what no row holds last."""
    activities = paper.rows(year, "activities")
    found: dict[str, Item] = {}

    def put(key: str, name: Callable[[str], str], lira: Decimal) -> None:
        before = found[key].lira if key in found else Decimal(0)
        found[key] = Item(name, before + lira)

    general: dict[str, Decimal] = {}
    for row in paper.rows(year, "resource_needs"):
        if row["line"].isdigit():
            general[row["line"]] = amount(row["general_administration"])
    if view == "kod":
        return _codes(paper, year, general)
    parts = {(row["level"], row["code"]): row for row in paper.rows(year, "hierarchy")}
    units = {row["spending_unit"]: row["name"] for row in paper.rows(year, "spending_units")}
    order = sorted(activities, key=lambda row: int(row["activity"]))
    for row in order:
        leaf = next(
            part for (level, code), part in parts.items()
            if level in ("goal", "sub_programme") and code == row["goal"]
        )  # fmt: skip
        top = next(
            part for (level, code), part in parts.items()
            if level in ("aim", "programme") and code == leaf["top"]
        )  # fmt: skip
        key, name = {
            "amac": (top["code"], _top_name(top)),
            "hedef": (leaf["code"], _same(f"{leaf['code']}. {leaf['name']}")),
            "birim": (row["spending_unit"], _same(units[row["spending_unit"]])),
            "faaliyet": (row["activity"], _same(f"{row['activity']}. {row['name']}")),
        }[view]
        put(key, name, amount(row["total"]))
    if sum(general.values()):
        put(_GENERAL, _residual(_GENERAL), sum(general.values(), Decimal(0)))
    return found


def _codes(paper: Paper, year: int, general: Mapping[str, Decimal]) -> dict[str, Item]:
    names = {row["economic_code"]: row["name"] for row in paper.rows(year, "economic_codes")}
    costs = paper.rows(year, "activity_costs")
    sums: dict[str, Decimal] = dict.fromkeys(general, Decimal(0))
    for key, lira in [
        *((row["economic_code"], amount(row["amount"])) for row in costs),
        *general.items(),
    ]:
        sums[key] = sums.get(key, Decimal(0)) + lira
    found = {key: Item(_code_name(key, names[key]), sums[key]) for key in sorted(sums)}
    with_costs = {row["activity"] for row in costs}
    without = [
        amount(row["budget"])
        for row in paper.rows(year, "activities")
        if row["activity"] not in with_costs
    ]
    if sum(without):
        found[_UNSTATED] = Item(_residual(_UNSTATED), sum(without, Decimal(0)))
    off = sum((amount(row["off_budget"]) for row in paper.rows(year, "activities")), Decimal(0))
    found[_OFF] = Item(_residual(_OFF), off)
    return found


def _same(name: str) -> Callable[[str], str]:
    return lambda language: name


def _top_name(row: Mapping[str, str]) -> Callable[[str], str]:
    turkish, english = row["short_name"] or row["name"], row["short_name_en"]
    return lambda language: f"{row['code']}. {said_in(language, turkish, english)}"


def _code_name(code: str, name: str) -> Callable[[str], str]:
    return lambda language: f"{code} {said_in(language, name, CODES[code])}"


def _residual(key: str) -> Callable[[str], str]:
    return lambda language: said_in(language, *_RESIDUAL[key])


@dataclass(frozen=True, slots=True)
class Row:
    """What is the same over the years: its items by year."""

    parts: Mapping[int, Sequence[Item]]
    is_residual: bool

    def lira(self, year: int) -> Decimal | None:
        """The year's lira; nothing where it has none."""
        own = self.parts.get(year)
        return sum((item.lira for item in own), Decimal(0)) if own else None

    def name(self, language: str) -> str:
        """Its name in the newest year that it has."""
        return " + ".join(item.name(language) for item in self.parts[max(self.parts)])


def matched(paper: Paper, view: str) -> list[Row]:
    """All rows over all years: what was judged to be the same, else what is by key and name."""
    by_year = {year: items(paper, year, view) for year in YEARS}
    groups: list[set[Node]] = [{(year, key)} for year in reversed(YEARS) for key in by_year[year]]

    def join(first: Node, second: Node) -> None:
        own = [group for group in groups if first in group or second in group]
        for group in own[1:]:
            own[0] |= group
            groups.remove(group)

    for before, after in pairwise(YEARS):
        judged = [
            row
            for row in paper.rows(after, "succession")
            if row["level"] == _LEVELS.get(view) and row["from_year"] == str(before)
        ]
        taken = {(before, row["from_code"]) for row in judged}
        taken |= {(after, row["to_code"]) for row in judged}
        for row in judged:
            if row["from_code"] and row["to_code"]:
                join((before, row["from_code"]), (after, row["to_code"]))
        forms = {paper.rows(year, "programme")[0]["form"] for year in (before, after)}
        for key, item in by_year[after].items():
            if key not in by_year[before] or {(before, key), (after, key)} & taken:
                continue
            is_alike = len(forms) == 1 and item.name(TURKISH) == by_year[before][key].name(TURKISH)
            if key in _RESIDUAL or view in ("birim", "kod") or is_alike:
                join((before, key), (after, key))
    return [
        Row(
            {
                year: [by_year[year][key] for at, key in sorted(group, key=_place) if at == year]
                for year in YEARS
                if any(at == year for at, _ in group)
            },
            any(key in _RESIDUAL for _, key in group),
        )
        for group in groups
    ]


def _place(node: Node) -> tuple[int, int, str]:
    return node[0], int(node[1]) if node[1].isdigit() else 0, node[1]
