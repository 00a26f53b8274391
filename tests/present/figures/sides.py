"""What the figures of two sides must say: their money, its codes, what their targets ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tests.present.figures.indicators import counts
from tests.present.figures.money import (
    CODES,
    SOURCES,
    aim_name,
    aim_of,
    line_name,
    lines,
    summed,
)
from tests.present.figures.paper import TURKISH, YEAR, Oracle, Said, by, kurus, money, said_in


def _sides(query: Mapping[str, str]) -> tuple[str, str]:
    first, second = (side.removeprefix("amac-") for side in query["karsilastir"].split("."))
    return first, second


def first_two_aims() -> Sequence[Mapping[str, str]]:
    """The first two aims."""
    first, second = list(by("aims", "aim"))[:2]
    return ({"karsilastir": f"amac-{first}.amac-{second}"},)


def _side_name(aim: str, language: str) -> str:
    number_, _, name = aim_name(aim, language).partition(". ")
    return said_in(language, f"{number_}. amaç: {name}", f"Aim {number_}: {name}")


def compared_money(query: Mapping[str, str], language: str) -> Said:
    """Two aims' money: how much each has, and which has more."""
    sides = _sides(query)
    own = [[line for line in lines() if aim_of(line[0]) == side] for side in sides]
    first, second = (sum((line[3] for line in chosen), Decimal(0)) for chosen in own)
    budget = [sum((line[3] for line in chosen if line[1]), Decimal(0)) for chosen in own]
    names = [_side_name(side, language) for side in sides]
    assert first != second
    said = [
        YEAR,
        f"A ({names[0]})",
        money(first, language),
        f"B ({names[1]})",
        money(second, language),
        money(max(first, second) - min(first, second), language),
        "A" if first > second else "B",
    ]
    table = [
        ("total", kurus(first), kurus(second)),
        ("budget", kurus(budget[0]), kurus(budget[1])),
        ("off_budget", kurus(first - budget[0]), kurus(second - budget[1])),
    ]
    return Said(said, ("key", "first_kurus", "second_kurus"), table)


def compared_codes(query: Mapping[str, str], language: str) -> Said:
    """Two aims' money by code and source, and the largest of each."""
    sides = _sides(query)
    sums = [
        summed([line for line in lines() if aim_of(line[0]) == side], lambda line: line[2])
        for side in sides
    ]
    keys = [key for key in (*sorted(CODES), *SOURCES) if any(own.get(key) for own in sums)]
    said = [YEAR]
    for letter, side, own in zip("AB", sides, sums, strict=True):
        most = max(keys, key=lambda key: own.get(key, Decimal(0)))
        name, lira = f"“{line_name(most, language)}”", money(own[most], language)
        told = (lira, name) if language == TURKISH else (name, lira)
        said += [f"{letter} ({_side_name(side, language)})", *told]
    table = [
        (
            f"{'budget' if key in CODES else 'off_budget'}.{key}",
            line_name(key, language),
            *(kurus(own.get(key, Decimal(0))) for own in sums),
        )
        for key in keys
    ]
    return Said(said, ("key", "label", "first_kurus", "second_kurus"), table)


def compared_targets(query: Mapping[str, str], language: str) -> Said:
    """Two aims' indicators by what their targets ask."""
    sides = _sides(query)
    first, second = (counts(side) for side in sides)
    said = [
        YEAR,
        f"A ({_side_name(sides[0], language)})",
        str(sum(first.values())),
        f"B ({_side_name(sides[1], language)})",
        str(sum(second.values())),
    ]
    table = [(word, first[word], second[word]) for word in first]
    return Said(said, ("key", "first", "second"), table)


ORACLES = {
    "karsilastirma-para": Oracle(compared_money, first_two_aims),
    "karsilastirma-kodlar": Oracle(compared_codes, first_two_aims),
    "karsilastirma-gostergeler": Oracle(compared_targets, first_two_aims),
}
