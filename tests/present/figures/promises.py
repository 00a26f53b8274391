"""What the figures of promises, estimates and results must say: read from the three years' CSV
files, linked and set against each other by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from statistics import median

from tests.present.figures.paper import TURKISH, Said, said_in, shortest
from tests.present.figures.years_paper import Oracle, Paper

Query = Mapping[str, str]
Place = tuple[int, str]

YEARS = (2024, 2025, 2026)
_MONTHS = {"01": "January", "04": "April", "07": "July"}


@dataclass
class Told:
    """An indicator's year: its code in the year's own programme, and what is stated."""

    year: int
    places: list[Place]
    promise: Decimal | None = None
    estimate: Decimal | None = None
    #: The newest document's figure, else a later programme's.
    result: Decimal | None = None
    #: Value, title and day of every document, the oldest first.
    stated: list[tuple[Decimal, str, str]] = field(default_factory=list)
    #: What later programmes print as actual, and repeat as target, by their year.
    actuals: dict[int, Decimal] = field(default_factory=dict)
    planned: dict[int, Decimal] = field(default_factory=dict)
    unit: str = ""
    direction: str = ""
    name: str = ""

    @property
    def code(self) -> str:
        return next((code for year, code in self.places if year == self.year), "")

    @property
    def is_paired(self) -> bool:
        return self.promise is not None and self.result is not None

    @property
    def is_guessed(self) -> bool:
        return self.estimate is not None and self.result is not None

    @property
    def is_changed(self) -> bool:
        values = {value for value, _, _ in self.stated}
        if self.stated:
            values |= set(self.actuals.values())
        return len(values) > 1


def code_of(row: Mapping[str, str]) -> str:
    return f"{row['goal']}.{row['indicator']}"


def indicators(paper: Paper, year: int) -> dict[str, Mapping[str, str]]:
    return {code_of(row): row for row in paper.rows(year, "indicators")}


def strands(paper: Paper) -> list[list[Place]]:
    """Each indicator's places, oldest first: in the order of 2026, then of what is older."""
    back: dict[Place, Place] = {}
    for year in YEARS[1:]:
        for row in paper.rows(year, "succession"):
            if row["level"] != "indicator" or row["relation"] not in ("same", "renamed"):
                continue
            old, new = row["from_code"], row["to_code"]
            units = indicators(paper, year - 1)[old]["unit"], indicators(paper, year)[new]["unit"]
            if len(set(units)) == 1:
                back[year, new] = (year - 1, old)
    found, taken = [], set()
    for year in reversed(YEARS):
        for code in indicators(paper, year):
            place: Place | None = (year, code)
            if place in taken:
                continue
            chain = []
            while place is not None:
                chain.append(place)
                place = back.get(place)
            taken |= set(chain)
            found.append(chain[::-1])
    return found


def years_of(paper: Paper, places: Sequence[Place]) -> list[Told]:
    """An indicator's years, oldest first."""
    told: dict[int, Told] = {}

    def of(year: int) -> Told:
        return told.setdefault(year, Told(year, list(places)))

    for programme, code in places:
        of(programme)
        for row in paper.rows(programme, "indicator_values"):
            if code_of(row) != code or not row["value"]:
                continue
            value, year, kind = Decimal(row["value"]), int(row["year"]), row["kind"]
            if kind == "target":
                of(year).promise = value
            elif kind in ("estimate", "year_end_estimate"):
                of(year).estimate = value
            elif kind == "actual":
                of(year).actuals[programme] = value
            elif kind == "planned":
                of(year).planned[programme] = value
        documents = {row["document"]: row for row in paper.rows(programme, "documents")}
        for row in paper.rows(programme, "indicator_results"):
            if code_of(row) == code and row["as_of"].endswith("-12-31") and row["value"]:
                document = documents[row["document"]]
                of(int(row["as_of"][:4])).stated.append(
                    (Decimal(row["value"]), document["title"], document["date"])
                )
    for year in told.values():
        year.stated.sort(key=lambda each: each[2])
        printed = list(year.actuals.values())
        year.result = year.stated[-1][0] if year.stated else printed[0] if printed else None
        owner = next((each for each in places if each[0] >= year.year), places[-1])
        row = indicators(paper, owner[0])[owner[1]]
        year.unit, year.direction, year.name = row["unit"], row["direction"], row["name"]
    return [told[year] for year in sorted(told)]


def kept_years(paper: Paper) -> list[int]:
    """The years of which at least one target has its result."""
    return sorted(
        {
            year.year
            for places in strands(paper)
            for year in years_of(paper, places)
            if year.is_paired and year.code
        }
    )


def shown_year(paper: Paper, year: int, query: Query) -> int:
    known = kept_years(paper)
    return int(query.get("soz", year if year in known else known[-1]))


def per_cent(part: Fraction, language: str) -> str:
    text = shortest(round(Decimal(part.numerator) / Decimal(part.denominator) * 100, 1), language)
    return f"%{text}" if language == TURKISH else f"{text}%"


def figure(value: Decimal, unit: str, language: str) -> str:
    text = shortest(value, language)
    return said_in(language, f"%{text}", f"{text}%") if unit == "%" else text


def share(year: Told) -> Fraction | None:
    """The result as a part of the target."""
    if not year.is_paired or year.unit == "%" or not year.promise:
        return None
    return Fraction(year.result or 0) / Fraction(year.promise)


def end(year: Told) -> str:
    """Where a year with target and result ended."""
    assert year.promise is not None
    assert year.result is not None
    step = year.result - year.promise
    if step == 0:
        return "equal"
    if year.direction in ("more", "more_to_100"):
        return "ahead" if step > 0 else "behind"
    if year.direction == "less":
        return "ahead" if step < 0 else "behind"
    return "undirected"


def _counts(language: str, count: int, year: int) -> list[str]:
    return [str(count), str(year)] if language == TURKISH else [str(year), str(count)]


def kept(paper: Paper, year: int, query: Query, language: str) -> Said:
    promised = shown_year(paper, year, query)
    by_code = {
        told.code: told
        for places in strands(paper)
        for told in years_of(paper, places)
        if told.year == promised and told.code
    }
    rows = [by_code[code] for code in indicators(paper, promised)]
    paired = [row for row in rows if row.is_paired]
    is_turkish, whole, part = language == TURKISH, str(len(rows)), str(len(paired))
    if len(paired) == len(rows):
        parts = [str(promised), whole] if is_turkish else [whole, str(promised)]
    else:
        parts = [str(promised), whole] if is_turkish else [whole, str(promised)]
        parts.append(part)
    ends = [end(row) for row in paired]
    parts += [
        str(ends.count(name)) for name in ("ahead", "behind", "equal", "undirected") if name in ends
    ]
    lacking = sum(row.result is None for row in rows)
    if lacking:
        parts += _counts(language, lacking, promised)
    assert all(row.promise is not None for row in rows if row.result is not None)
    changed = sum(row.is_changed for row in paired)
    if changed:
        parts += _counts(language, changed, promised)
    repeated = sum(any(v != row.promise for v in row.planned.values()) for row in paired)
    if repeated:
        later, own = str(promised + 1), str(promised)
        parts += (
            [str(repeated), own, later, own] if is_turkish else [later, own, str(repeated), own]
        )
    columns = ["code", "promise", "estimate", "result", "share"]
    return Said(
        parts,
        columns,
        [[row.code, row.promise, row.estimate, row.result, _float(share(row))] for row in rows],
    )


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def guesses(paper: Paper, year: int, query: Query, language: str) -> Said:
    found: list[tuple[Told, Fraction | None]] = []
    for places in strands(paper):
        for told in years_of(paper, places):
            if told.is_guessed:
                assert told.estimate is not None
                assert told.result is not None
                step = told.estimate - told.result
                part = Fraction(step) / Fraction(told.result) if told.unit != "%" else None
                found.append((told, part))
    found.sort(
        key=lambda each: (
            each[1] is None,
            -abs(each[1] if each[1] is not None else Fraction(0)),
            each[0].year,
            [int(number) for number in _code(each[0]).split(".")],
        )
    )
    years = sorted({told.year for told, _ in found})
    steps = [(told.estimate or 0) - (told.result or 0) for told, _ in found]
    parts = [str(each) for each in years]
    total = str(len(found))
    parts = [*parts, total] if language == TURKISH else [total, *parts]
    for count in (
        sum(step > 0 for step in steps),
        sum(step < 0 for step in steps),
        sum(step == 0 for step in steps),
    ):
        parts += [str(count)] if count else []
    shares = [abs(part) for _, part in found if part is not None]
    points = [abs(step) for (_, part), step in zip(found, steps, strict=True) if part is None]
    parts += [str(len(shares)), per_cent(median(shares), language)]
    parts += [str(len(points)), shortest(Decimal(median(points)), language)]
    first, part = found[0]
    assert part is not None
    parts += [first.name, str(first.year), per_cent(abs(part), language)]
    return Said(
        parts,
        ["code", "year", "estimate", "result", "share"],
        [
            [_code(told), told.year, told.estimate, told.result, _float(part)]
            for told, part in found
        ],
    )


def _code(told: Told) -> str:
    """The code in the year's own programme, else in the newest that has the indicator."""
    return told.code or told.places[-1][1]


def most_told(paper: Paper, year: int) -> str:
    """The indicator of a programme with the most figures beside results; the first of equals."""
    counts = {}
    chains = {place: places for places in strands(paper) for place in places}
    for code in indicators(paper, year):
        told = years_of(paper, chains[year, code])
        counts[code] = sum(each.is_paired + each.is_guessed for each in told)
    return max(counts, key=lambda code: counts[code])


def _date(day: str, language: str) -> str:
    year, month, date = day.split("-")
    return (
        f"{date}.{month}.{year}" if language == TURKISH else f"{int(date)} {_MONTHS[month]} {year}"
    )


def history(paper: Paper, year: int, query: Query, language: str) -> Said:
    place = (year, query["gosterge"])
    places = next(chain for chain in strands(paper) if place in chain)
    told = years_of(paper, places)
    name = indicators(paper, places[-1][0])[places[-1][1]]["name"]
    parts = [name, *(part for each in told for part in _year_parts(each, language))]
    paired = [each for each in told if each.is_paired]
    if paired:
        last = paired[-1]
        assert last.promise is not None
        assert last.result is not None
        parts.append(str(last.year))
        if last.promise != last.result:
            parts.append(shortest(abs(last.result - last.promise), language))
    for each in told:
        parts += _other_parts(each, language)
    return Said(
        parts,
        ["year", "code", "promise", "estimate", "result", "share"],
        [
            [each.year, each.code or None, each.promise, each.estimate, each.result,
             _float(share(each))]
            for each in told
        ],
    )  # fmt: skip


def _year_parts(told: Told, language: str) -> Iterator[str]:
    yield str(told.year)
    for value in (told.promise, told.estimate, told.result):
        if value is not None:
            yield figure(value, told.unit, language)
    part = share(told)
    if part is not None and part != 1:
        yield per_cent(part, language)


def _other_parts(told: Told, language: str) -> Iterator[str]:
    """What else is stated of a year, behind the figures."""
    before = None
    for value, title, day in told.stated:
        if before is not None and before[0] != value:
            yield str(told.year)
            for each in (before, (value, title, day)):
                yield figure(each[0], told.unit, language)
                yield each[1]
                yield _date(each[2], language)
        before = (value, title, day)
    if told.stated:
        for programme, value in told.actuals.items():
            if value != told.result:
                yield from (str(programme), str(told.year))
                yield figure(value, told.unit, language)
    for programme, value in told.planned.items():
        if told.promise is not None and value != told.promise:
            yield str(programme)
            shown = figure(value, told.unit, language)
            pair = (str(told.year), shown) if language == TURKISH else (shown, str(told.year))
            yield from (*pair, str(told.year), figure(told.promise, told.unit, language))


def _kept_presets(paper: Paper, year: int) -> list[Query]:
    shown = shown_year(paper, year, {})
    others = [each for each in reversed(kept_years(paper)) if each != shown]
    return [{}, *({"soz": str(each)} for each in others)]


ORACLES = {
    "soz-ozeti": Oracle(kept, _kept_presets),
    "tahmin-isabeti": Oracle(guesses, lambda paper, year: [{}]),
    "soz-ve-sonuc": Oracle(history, lambda paper, year: [{"gosterge": most_told(paper, year)}]),
}
