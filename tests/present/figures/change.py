"""What the figures of several years must say: read from the three years' CSV files, their judged
succession and the file of prices, added up and written by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from tests.present.figures.change_rows import PRICED, YEARS, Row, items, matched, real
from tests.present.figures.paper import TURKISH, Said, kurus, money, said_in, share
from tests.present.figures.years_paper import Oracle, Paper

Query = Mapping[str, str]

#: The year whose prices are not known for all its months.
PARTLY = 2025


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
    of_plan = [row for row in rows if not row.is_residual]
    # A document may not split its money so; then the one before tells which row was the largest.
    last = max(at for at in YEARS if any(row.lira(at) for row in of_plan))
    largest = max(of_plan, key=lambda row: row.lira(last) or 0)
    cells = [told(paper, largest.lira(at), at, measure, base) for at in YEARS]
    parts += [str(last), f"“{largest.name(language).rstrip(' .,;')}”"]
    parts += _series(cells, language, paper, measure)
    # Rows without a cell are not drawn, and named.
    empty = [row[0] for row in table if not any(cell is not None for cell in row[1:])]
    parts += [str(len(empty))] if len(empty) > 1 else []
    parts += [str(name).rstrip(" .,;") for name in empty]
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
