"""The programme read from its CSV files and written by hand: nothing here knows ``present`` or
``db``, so that what they say can be held against it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from functools import cache

from tests.support.source import ROOT

YEAR = "2025"
TURKISH, ENGLISH = "tr", "en"

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """What a figure must say.

    ``parts``: the numbers and names of its sentence in their order; no other digit may stand in
    it. ``columns`` and ``rows``: what these columns of its table hold, row by row.
    """

    parts: Sequence[str]
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class Oracle:
    """What a figure must say under an address's parameters in a language, and under which
    parameters the gallery must show it."""

    said: Callable[[Mapping[str, str], str], Said]
    presets: Callable[[], Sequence[Mapping[str, str]]]


def once() -> Sequence[Mapping[str, str]]:
    """The gallery shows the figure without parameters."""
    return ({},)


@cache
def rows(table: str) -> tuple[Row, ...]:
    """The rows of a table of the committed programme, every cell a text."""
    return _read(f"kbb_data/2025/{table}.csv")


@cache
def districts() -> tuple[Row, ...]:
    """The districts with their residents."""
    return _read("kbb_data/geo/kayseri_districts.csv")


@cache
def locations() -> tuple[Row, ...]:
    """The facilities with a published point."""
    return _read("kbb_data/geo/facility_locations.csv")


def _read(path: str) -> tuple[Row, ...]:
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def by(table: str, key: str) -> dict[str, Row]:
    """The rows of a table by a column that tells them apart."""
    return {row[key]: row for row in rows(table)}


def amount(text: str) -> Decimal:
    """A cell of lira; an empty one is nothing to add."""
    return Decimal(text or 0)


def kurus(lira: Decimal) -> int:
    """Lira as whole kuruş, as the tables of figures hold money."""
    assert lira * 100 == int(lira * 100)
    return int(lira * 100)


def number(value: Decimal | int, language: str, decimals: int = 0) -> str:
    """``1.234,50``, in English ``1,234.50``."""
    step = Decimal(1).scaleb(-decimals)
    text = f"{Decimal(value).quantize(step, ROUND_HALF_EVEN):,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,")) if language == TURKISH else text


def shortest(value: Decimal, language: str) -> str:
    """A number with as many decimals as it has, at most two."""
    for decimals in (0, 1, 2):
        if value == round(value, decimals):
            return number(value, language, decimals)
    return number(value, language, 2)


def money(lira: Decimal, language: str) -> str:
    """``14.822.074.000 TL``; kuruş only where there are any."""
    return f"{number(lira, language, 0 if lira == int(lira) else 2)} TL"


def share(part: Decimal | int, whole: Decimal | int, language: str) -> str:
    """``%32,8``, in English ``32.8%``."""
    ratio = Fraction(part) / Fraction(whole) * 100
    exact = Decimal(ratio.numerator) / Decimal(ratio.denominator)
    decimals = 0 if exact in (0, 100) else 1
    # What is not all of it is never written as if it were.
    while exact not in (0, 100) and round(exact, decimals) in (0, 100):
        decimals += 1
    text = number(exact, language, decimals)
    return f"%{text}" if language == TURKISH else f"{text}%"


def said_in(language: str, turkish: str, english: str) -> str:
    """The words of a language."""
    return turkish if language == TURKISH else english


_PLACES = {letter: at for at, letter in enumerate(" 0123456789abcçdefgğhıijklmnoöpqrsştuüvwxyz")}
_PLAIN = str.maketrans("çğıöşüâîû", "cgiosuaiu")


def small(text: str) -> str:
    """Turkish small letters."""
    return text.replace("İ", "i").replace("I", "ı").lower()


def alphabetical(text: str) -> list[int]:
    """Where a name stands in the Turkish alphabet: blanks first, then digits, then letters."""
    return [_PLACES[letter] for letter in small(text) if letter in _PLACES]


def slug(text: str) -> str:
    """A name as addresses carry it."""
    bare = small(text).translate(_PLAIN)
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in bare)
    return "-".join(words.split())


def capitalised(text: str) -> str:
    """Capitals at the start of words alone; "ve" stays small."""
    result, at_start = "", True
    for letter in text:
        shown = letter.replace("i", "İ").replace("ı", "I").upper() if at_start else small(letter)
        result += shown
        at_start = not letter.isalpha()
    return result.replace(" Ve ", " ve ")


def largest_first(amounts: Mapping[str, Decimal], order: Iterable[str]) -> list[str]:
    """Keys by amount, the largest first; equal ones as ``order`` has them."""
    places = list(order)
    return sorted(amounts, key=lambda key: (-amounts[key], places.index(key)))
