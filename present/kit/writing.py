"""Writing for people in the visit's language: amounts, shares, measures, dates, suffixes.

Numbers and dates go through Babel, in Turkish or English. What is not stated (``None``, NaN,
pandas' NA) is written ``belirtilmemiş`` (not stated), never 0. The examples below are Turkish.
Reading Turkish is ``kbb_data.turkish``.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from present.kit import suffixes
from present.kit.text import ENGLISH, TURKISH, language, t

LOCALES = {TURKISH: "tr_TR", ENGLISH: "en_GB"}

Value = Decimal | int | float | None

_SHORT = (
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
    (Decimal(10) ** 3, "thousand"),
)


def is_stated(value: object) -> bool:
    """Whether a value is there: neither ``None`` nor NaN nor pandas' NA."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return False
    return not (isinstance(value, float) and math.isnan(value))


def unstopped(name: str) -> str:
    """A printed name without the stop or comma at its end, as a sentence of ours quotes it."""
    return name.rstrip(" .,;")


def stopped(words: str) -> str:
    """Words with the full stop that they need before others follow: a question has its own mark."""
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."


def not_stated() -> str:
    """The word for a value that the document does not state."""
    return t("common.not_stated")


def number(value: Value, decimals: int | None = None) -> str:
    """``1.234,5``: as many decimals as the value has, at most two, or exactly ``decimals``."""
    if not is_stated(value):
        return not_stated()
    pattern = "#,##0.##" if decimals is None else "#,##0" + ("." + "0" * decimals) * bool(decimals)
    return _decimal(_exact(value), pattern, _locale())


def money(kurus: int | None) -> str:
    """``14.822.074.000 TL`` to the kuruş; kuruş are shown only where there are any."""
    if not is_stated(kurus):
        return not_stated()
    lira = Decimal(int(kurus or 0)).scaleb(-2)
    return f"{number(lira, 0 if lira == lira.to_integral_value() else 2)} TL"


def money_short(kurus: int | None) -> str:
    """``14,8 milyar TL``: one decimal of the greatest unit; small amounts whole."""
    if not is_stated(kurus):
        return not_stated()
    lira = Decimal(int(kurus or 0)).scaleb(-2)
    for unit, name in _SHORT:
        rounded = (lira / unit).quantize(Decimal("0.1"), ROUND_HALF_UP)
        # What would be 1.000 of the smaller unit is 1 of this one; 990.000 is no million.
        if abs(lira) >= unit * Decimal("0.99995"):
            return t(f"common.money_{name}", amount=_decimal(rounded, "#,##0.#", _locale()))
    return money(kurus)


def per_head(kurus: int | None, people: int | None) -> str:
    """An amount divided by a number of people: whole lira from 100 TL on, else with kuruş."""
    if not is_stated(kurus) or not people:
        return not_stated()
    lira = Decimal(int(kurus or 0)).scaleb(-2) / people
    decimals = 0 if abs(lira) >= 100 or lira == 0 else 2
    step = Decimal(1).scaleb(-decimals)
    return f"{number(lira.quantize(step, ROUND_HALF_UP), decimals)} TL"


def share(fraction: Value | Fraction, decimals: int = 1) -> str:
    """``%32,8`` of a fraction between 0 and 1; one close to nothing or to all gets decimals before
    it is ``%0`` or ``%100``, which are exact."""
    if not is_stated(fraction):
        return not_stated()
    value = _exact(fraction)
    # Nothing and all are whole numbers; what is neither gets decimals before it looks so.
    decimals = 0 if value in (0, 1) else decimals
    while value not in (0, 1) and decimals < 4 and _rounded(value, decimals) in (0, 100):
        decimals += 1
    if value < 1 and _rounded(value, decimals) == 100:
        value = value.quantize(Decimal(1).scaleb(-decimals - 2), ROUND_DOWN)
    digits = "#,##0" + ("." + "0" * decimals) * bool(decimals)
    return _percent(value, f"%{digits}" if language() == TURKISH else f"{digits}%", _locale())


def ratio(fraction: Value | Fraction) -> str:
    """``%101,5`` and ``%108`` of what may be more than all: as ``share``, but a whole percentage
    has no decimal."""
    if not is_stated(fraction):
        return not_stated()
    shown = _rounded(_exact(fraction), 1)
    return share(fraction, 0 if shown == shown.to_integral_value() else 1)


def _rounded(fraction: Decimal, decimals: int) -> Decimal:
    """The fraction in per cent, as it is written with so many decimals."""
    return (abs(fraction) * 100).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)


def _locale() -> str:
    return LOCALES[language()]


# Babel takes some 60 µs a number; a page writes hundreds, the same ones on every run.
@lru_cache(maxsize=16384)
def _decimal(value: Decimal, pattern: str, locale: str) -> str:
    return format_decimal(value, pattern, locale)


@lru_cache(maxsize=8192)
def _percent(value: Decimal, pattern: str, locale: str) -> str:
    return format_percent(value, pattern, locale)


def measure(value: Value, unit: str | None) -> str:
    """``1.234,5 m²``; a percentage has its sign in front; without a unit the number alone."""
    if not is_stated(value):
        return not_stated()
    if unit == "%":
        return f"%{number(value)}" if language() == TURKISH else f"{number(value)}%"
    return f"{number(value)} {unit}" if unit else number(value)


def date(day: datetime.date | None) -> str:
    """``31.12.2023``; ``31 December 2023`` in English."""
    if not day:
        return not_stated()
    return format_date(day, "dd.MM.yyyy" if language() == TURKISH else "d MMMM yyyy", _locale())


def locative(value: int) -> str:
    """``2024'te``: in, at, on; English, which has no such suffixes, gets the bare number."""
    return _suffixed(suffixes.locative, value)


def ablative(value: int) -> str:
    """``2024'ten``: from, than."""
    return _suffixed(suffixes.ablative, value)


def genitive(value: int) -> str:
    """``2024'ün``: of."""
    return _suffixed(suffixes.genitive, value)


def dative(value: int) -> str:
    """``2024'e``: to."""
    return _suffixed(suffixes.dative, value)


def accusative(value: int) -> str:
    """``2024'ü``: the object of a verb."""
    return _suffixed(suffixes.accusative, value)


def _suffixed(case: Callable[[object], str], value: int) -> str:
    return case(value) if language() == TURKISH else str(value)


def _exact(value: object) -> Decimal:
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(str(value))


#: A share below this is told in words: %0,01; so is one that is as close to all.
TINY = 0.0001


def share_text(part: float | None, write: Callable[[Value], str] = share) -> str:
    """A share in words; one that no two decimals can tell from nothing, or from all, says so.
    ``write`` writes any other."""
    if part is not None and is_stated(part):
        if 0 < abs(part) < TINY:
            return t("budget.share_tiny")
        if 1 - TINY < part < 1:
            return t("budget.share_nearly")
    return write(part)


def part_text(part: float | None) -> str:
    """A part of a target in words, as ``share_text`` says it: ``%108`` for a whole percentage."""
    return share_text(part, ratio)


def per_head_text(amount: int | None, people: int | None) -> str:
    """An amount a resident; less than a kuruş says so instead of 0,00 TL."""
    if amount and people and 0 < Fraction(amount, people) < Fraction(1, 2):
        return t("budget.per_head_tiny")
    return per_head(amount, people)
