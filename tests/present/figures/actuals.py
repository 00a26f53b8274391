"""What the figures of indicators' results must say: how each figure stands to its target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from tests.present.figures.paper import ENGLISH, Row, Said, said_in, share, shortest
from tests.present.figures.years_paper import Oracle, Paper

#: What a figure within the year is called, by its rule.
SPANS = {
    "year": ("hedefin {}", "{} of the target"),
    "sum": ("yıl hedefinin şimdiye kadar {}", "so far {} of the year's target"),
    "last": ("son değer, yıl hedefinin {}", "latest value: {} of the year's target"),
    "average": (
        "şimdiye kadarki ortalama, yıl hedefinin {}",
        "average so far: {} of the year's target",
    ),
}
MONTHS = {"01": "January", "04": "April", "06": "June", "07": "July", "09": "September",
          "12": "December"}  # fmt: skip
UNITS = {"kişi": "people", "adet": "items", "ton": "tonnes", "gün": "days", "saat": "hours"}


def day(text: str, language: str) -> str:
    year, month, date = text.split("-")
    return said_in(language, f"{date}.{month}.{year}", f"{int(date)} {MONTHS[month]} {year}")


def spoken(paper: Paper, year: int, code: str, as_of: str) -> tuple[Row, list[tuple[Row, Row]]]:
    """The row that speaks of an indicator as of a day, and the pairs of rows that differ."""
    sequence = {row["document"]: row for row in paper.rows(year, "documents")}
    own = [
        row
        for row in paper.rows(year, "indicator_results")
        if (code_of(row), row["as_of"]) == (code, as_of)
    ]
    own.sort(key=lambda row: (sequence[row["document"]]["date"],
                              int(sequence[row["document"]]["sequence"])))  # fmt: skip
    valued = [row for row in own if row["value"]] or own
    pairs = [
        (older, newer)
        for older, newer in pairwise(valued)
        if Decimal(older["value"]) != Decimal(newer["value"])
    ]
    return valued[-1], pairs


def code_of(row: Row) -> str:
    return f"{row['goal']}.{row['indicator']}"


def days(paper: Paper, year: int) -> list[str]:
    """The days of the year, the newest first."""
    found = {row["as_of"] for row in paper.rows(year, "indicator_results")}
    return sorted((each for each in found if each[:4] == str(year)), reverse=True)


def target(paper: Paper, year: int, code: str) -> Decimal:
    (value,) = (
        row["value"]
        for row in paper.rows(year, "indicator_values")
        if code_of(row) == code and (row["kind"], row["year"]) == ("target", str(year))
    )
    return Decimal(value)


def span(indicator: Row, as_of: str) -> str:
    """Of which part of the year the figure is; empty where nobody judged how it accumulates."""
    return "year" if as_of.endswith("12-31") else indicator["accumulation"]


def all_results(paper: Paper, year: int, query: Mapping[str, str], language: str) -> Said:
    """How many have a figure, how many stand against the target, where the year ended; each with
    its figure."""
    as_of = query.get("tarih", days(paper, year)[0])
    stated = {
        code_of(row)
        for row in paper.rows(year, "indicator_results")
        if row["as_of"] == as_of
    }  # fmt: skip
    indicators = paper.rows(year, "indicators")
    table: list[tuple[object, ...]] = []
    sides: Counter[str] = Counter()
    for indicator in indicators:
        code = code_of(indicator)
        wanted = target(paper, year, code)
        if code not in stated:
            table.append((code, indicator["name"], wanted, *[None] * 6))
            continue
        row, _ = spoken(paper, year, code, as_of)
        value = Decimal(row["value"]) if row["value"] else None
        sides["stated"] += value is not None
        difference = None
        if value is not None and span(indicator, as_of):
            difference = value - wanted
            sides["compared"] += 1
            sides[_side(indicator["direction"], difference)] += 1
        part = None
        if difference is not None and indicator["unit"] != "%":
            part = float(value / wanted)  # type: ignore[operator]
        table.append(
            (code, indicator["name"], wanted, value, difference, part, as_of,
             row["deviation_reason"] or None, row["measure_taken"] or None)
        )  # fmt: skip
    whole = len(indicators)
    date = day(as_of, language)
    first = [str(whole)] if sides["stated"] == whole else [str(whole), str(sides["stated"])]
    if language == ENGLISH:
        first.reverse()
    parts = [date, *first]
    if sides["compared"] < sides["stated"]:
        some = [str(sides["compared"]), str(year)]
        parts += some
    else:
        parts.append(str(year))
    if as_of.endswith("12-31"):
        order = ("ahead", "behind", "equal", "undirected")
        parts += [str(year), *(str(sides[name]) for name in order if sides[name])]
    columns = ("code", "name", "target", "result", "difference", "share", "as_of", "reason",
               "measure")  # fmt: skip
    return Said(parts, columns, table)


def _side(direction: str, difference: Decimal) -> str:
    if difference == 0:
        return "equal"
    if direction not in ("more", "more_to_100", "less"):
        return "undirected"
    return "ahead" if (difference > 0) == (direction != "less") else "behind"


def one(paper: Paper, year: int, query: Mapping[str, str], language: str) -> Said:
    """The newest day's figure beside the target; the table has every day's, what was stated before
    and what the next programme expected."""
    code = query["gosterge"]
    (indicator,) = (row for row in paper.rows(year, "indicators") if code_of(row) == code)
    wanted = target(paper, year, code)
    table: list[tuple[object, ...]] = [("target", wanted, None)]
    own = sorted(
        {
            row["as_of"]
            for row in paper.rows(year, "indicator_results")
            if code_of(row) == code
        }
    )  # fmt: skip
    for as_of in own:
        row, pairs = spoken(paper, year, code, as_of)
        table.append(("actual", Decimal(row["value"]), as_of))
        table += [("earlier", Decimal(older["value"]), as_of) for older, _ in reversed(pairs)]
    expected = _expected(paper, year, code)
    if expected is not None:
        table.append(("expected", expected, None))
    row, pairs = spoken(paper, year, code, own[-1])
    value, unit = Decimal(row["value"]), indicator["unit"]

    def quantity(amount: Decimal) -> str:
        assert unit == "kişi"
        return f"{shortest(amount, language)} {said_in(language, unit, UNITS[unit])}"

    parts = [indicator["name"], day(own[-1], language), quantity(value), str(year)]
    parts += [quantity(wanted), _stands(span(indicator, own[-1]), value, wanted, language)]
    if own[-1].endswith("12-31"):
        parts.append(quantity(abs(value - wanted)))
    documents = {each["document"]: each for each in paper.rows(year, "documents")}
    for pair in pairs:
        for stated in pair:
            document = documents[stated["document"]]
            parts += [quantity(Decimal(stated["value"])), document["title"],
                      day(document["date"], language)]  # fmt: skip
    return Said(parts, ("kind", "value", "as_of"), table)


def _stands(of: str, value: Decimal, wanted: Decimal, language: str) -> str:
    """The words before and around the share; its Turkish suffix is not looked at."""
    turkish, english = SPANS[of]
    part = share(value, wanted, language)
    return said_in(language, turkish, english).format(part)


def _expected(paper: Paper, year: int, code: str) -> Decimal | None:
    """What the next year's programme estimated for this year."""
    if year + 1 not in paper.folders:
        return None
    for link in paper.rows(year + 1, "succession"):
        here = (link["level"], link["from_year"], link["from_code"])
        if here != ("indicator", str(year), code) or link["relation"] not in ("same", "renamed"):
            continue
        for row in paper.rows(year + 1, "indicator_values"):
            kinds = ("estimate", "year_end_estimate")
            if code_of(row) == link["to_code"] and row["kind"] in kinds and row["value"]:
                return Decimal(row["value"]) if row["year"] == str(year) else None
    return None


def of_days(paper: Paper, year: int) -> Sequence[Mapping[str, str]]:
    """The newest day without a parameter, the others by theirs."""
    return [{"tarih": each} if place else {} for place, each in enumerate(days(paper, year))]


def most_told(paper: Paper, year: int) -> Sequence[Mapping[str, str]]:
    """The first of the indicators of which documents state most figures that differ."""
    counts = {}
    for row in paper.rows(year, "indicators"):
        code = code_of(row)
        own = {each["as_of"] for each in paper.rows(year, "indicator_results")
               if code_of(each) == code}  # fmt: skip
        counts[code] = sum(1 + len(spoken(paper, year, code, as_of)[1]) for as_of in own)
    most = max(counts.values())
    return [{"gosterge": next(code for code, count in counts.items() if count == most)}]


ORACLES = {
    "gerceklesmeler": Oracle(all_results, of_days),
    "gosterge-gerceklesme": Oracle(one, most_told),
}
