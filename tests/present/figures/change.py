"""What the figures of several years must say: read from the three years' CSV files, their judged
succession and the file of prices, added up and written by hand."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise

from tests.present.figures.money import CODES
from tests.present.figures.paper import TURKISH, Said, amount, kurus, money, said_in, share
from tests.present.figures.years_paper import Oracle, Paper
from tests.support.source import ROOT

Query = Mapping[str, str]
Node = tuple[int, str]

YEARS = (2024, 2025, 2026)
#: The years of which prices are known, and the one whose prices are not known for all its months.
PRICED, PARTLY = (2024, 2025), 2025
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


def pair_of(year: int) -> tuple[int, int]:
    """The two years that a programme compares by itself."""
    return (2024, 2025) if year < 2026 else (2025, 2026)


def ordered(rows: Sequence[Row], pair: tuple[int, int]) -> list[Row]:
    """Largest of the later year first, then of the earlier one; what no row holds last."""
    first, second = pair
    return sorted(
        rows, key=lambda row: (row.is_residual, -(row.lira(second) or 0), -(row.lira(first) or 0))
    )


def whole(paper: Paper, year: int) -> Decimal:
    """The year's planned total, by economic code and beside it."""
    return sum((item.lira for item in items(paper, year, "kod").values()), Decimal(0))


def told(paper: Paper, lira: Decimal | None, year: int, measure: str, base: int) -> object:
    """A cell of the table: kuruş, or a part of the year's whole."""
    if lira is None:
        return None
    if measure == "pay":
        return Fraction(lira) / Fraction(whole(paper, year))
    if measure == "sabit":
        value = real(lira, year, base)
        return None if value is None else kurus(value)
    return kurus(lira)


def _text(value: object, language: str, paper: Paper, measure: str) -> str:
    if isinstance(value, Fraction):
        return share(Decimal(value.numerator), Decimal(value.denominator), language)
    assert isinstance(value, int)
    return money(Decimal(value) / 100, language)


def _difference(first: object, second: object) -> object:
    if first is None or second is None:
        return None
    assert isinstance(first, int | Fraction)
    assert isinstance(second, int | Fraction)
    return second - first


def _rate(first: object, second: object) -> Fraction | None:
    difference = _difference(first, second)
    if difference is None or not first:
        return None
    assert isinstance(first, int | Fraction)
    assert isinstance(difference, int | Fraction)
    return Fraction(difference) / Fraction(first)


def _rise(paper: Paper, pair: tuple[int, int], measure: str, base: int, language: str) -> list[str]:
    """The totals of both years and how much more the later one is."""
    first, second = pair
    totals = [told(paper, whole(paper, year), year, measure, base) for year in pair]
    difference = _difference(*totals)
    assert isinstance(difference, int)
    assert difference > 0
    rate = _rate(*totals)
    assert rate is not None
    said = [_text(value, language, paper, measure) for value in totals]
    more = money(Decimal(difference) / 100, language)
    per_cent = share(Decimal(rate.numerator), Decimal(rate.denominator), language)
    prices = [str(base), str(PARTLY)] if measure == "sabit" else []
    if language == TURKISH:
        return [*prices, str(second), said[1], str(first), said[0], more, per_cent]
    return [*prices, str(second), said[1], more, per_cent, str(first), said[0]]


def change(paper: Paper, year: int, query: Query, language: str) -> Said:
    """The rows of two years, and all years in the table."""
    view, measure = query.get("gorunum", "amac"), query.get("olcu", "lira")
    first, second = pair = pair_of(year)
    base = max(at for at in pair if at in PRICED)
    rows = ordered(matched(paper, view), pair)
    columns = ("label", *(f"plan_{at}" for at in YEARS), "difference", "rate")
    table, moves, apart = [], [], []
    for row in rows:
        cells = {at: told(paper, row.lira(at), at, measure, base) for at in YEARS}
        has = [row.lira(at) is not None for at in pair]
        difference = _difference(cells[first], cells[second])
        if all(has) and difference is not None:
            moves.append((difference, row, cells))
        elif any(has) and not all(has):
            apart.append(row)
        rate = _rate(cells[first], cells[second]) if all(has) else None
        table.append((row.name(language), *cells.values(), difference, rate))
    totals = {at: told(paper, whole(paper, at), at, measure, base) for at in YEARS}
    total_difference = _difference(totals[first], totals[second])
    table.append(
        (
            said_in(language, "Toplam", "Total"),
            *totals.values(),
            total_difference,
            _rate(totals[first], totals[second]),
        )
    )
    if measure == "sabit" and second not in PRICED:
        return Said([str(second), str(first), str(second)], columns, table)
    parts = [] if measure == "pay" else _rise(paper, pair, measure, base, language)
    count = str(len(moves))
    years = [str(first), str(second)] if measure == "pay" else []
    if language == TURKISH:
        parts += [*years, count]
    else:
        parts += [count, *years]
    most, least = (pick(moves, key=lambda move: Fraction(str(move[0]))) for pick in (max, min))
    risen = most if Fraction(str(most[0])) > 0 else None
    fallen = least if Fraction(str(least[0])) < 0 else None
    for move in filter(None, (risen, fallen)):
        _, row, cells = move
        values = [_text(cells[at], language, paper, measure) for at in pair]
        parts += [f"“{row.name(language).rstrip(' .,;')}”", *values]
    if apart:
        parts += _apart(paper, apart, pair, measure, base, language)
    return Said(parts, columns, table)


def _apart(
    paper: Paper,
    rows: Sequence[Row],
    pair: tuple[int, int],
    measure: str,
    base: int,
    language: str,
) -> list[str]:
    """What only one of the years has, and how much it is."""
    sides = []
    for year in pair:
        own = [row.lira(year) for row in rows if row.lira(year) is not None]
        if own:
            lira = sum((value for value in own if value is not None), Decimal(0))
            text = _text(told(paper, lira, year, measure, base), language, paper, measure)
            sides.append((str(year), text))
    count = str(len(rows))
    if len(sides) == 1:
        (year, text), = sides  # fmt: skip
        return [year, count, text] if language == TURKISH else [count, year, text]
    if language == TURKISH:
        return [count, *(part for side in sides for part in side)]
    return [count, *(part for year, text in sides for part in (text, year))]


def all_years(paper: Paper, year: int, query: Query, language: str) -> Said:
    """The rows over all years."""
    view, measure = query.get("gorunum", "amac"), query.get("olcu", "lira")
    base = max(PRICED)
    rows = ordered(matched(paper, view), (2025, 2026))
    table = [
        (row.name(language), *(told(paper, row.lira(at), at, measure, base) for at in YEARS))
        for row in rows
    ]
    totals = [told(paper, whole(paper, at), at, measure, base) for at in YEARS]
    table.append((said_in(language, "Toplam", "Total"), *totals))
    parts = [str(base), str(PARTLY)] if measure == "sabit" else []
    if measure != "pay":
        parts += _series(totals, language, paper, measure)
    largest = next((row for row in rows if row.lira(2026) and not row.is_residual), None)
    if largest is not None:
        cells = [told(paper, largest.lira(at), at, measure, base) for at in YEARS]
        parts += ["2026", f"“{largest.name(language).rstrip(' .,;')}”"]
        parts += _series(cells, language, paper, measure)
    return Said(parts, ("label", *(f"plan_{at}" for at in YEARS)), table)


def _series(values: Sequence[object], language: str, paper: Paper, measure: str) -> list[str]:
    said = []
    for year, value in zip(YEARS, values, strict=True):
        said.append(str(year))
        if value is not None:
            said.append(_text(value, language, paper, measure))
    return said


def total(paper: Paper, year: int, query: Query, language: str) -> Said:
    """The programmes' totals, in their own money and in one year's prices."""
    first, second = pair = pair_of(year)
    base = max(at for at in pair if at in PRICED)
    parts = _rise(paper, pair, "lira", base, language)
    if second in PRICED:
        parts += _rise(paper, pair, "sabit", base, language)
    else:
        parts += [str(second), str(first), str(second)]
    table = []
    before: int | None = None
    for at in YEARS:
        cells: list[object] = []
        for measure in ("lira", "sabit"):
            now = told(paper, whole(paper, at), at, measure, base)
            then = None
            if before is not None:
                then = told(paper, whole(paper, before), before, measure, base)
            cells += [now, _difference(then, now), _rate(then, now)]
        table.append((at, *cells))
        before = at
    columns = ("year", "plan_kurus", "plan_difference", "plan_rate",
               "real_kurus", "real_difference", "real_rate")  # fmt: skip
    return Said(parts, columns, table)


def _once(paper: Paper, year: int) -> Sequence[Query]:
    return ({},)


def _views(paper: Paper, year: int) -> Sequence[Query]:
    """Every view, then every other measure that two of the years can be told in."""
    views = ({"gorunum": view} for view in ("hedef", "birim", "kod", "faaliyet"))
    return ({}, *views, {"olcu": "sabit"}, {"olcu": "pay"})


ORACLES = {
    "degisim-toplam": Oracle(total, _once),
    "degisim": Oracle(change, _views),
    "degisim-yillar": Oracle(all_years, _views),
}
