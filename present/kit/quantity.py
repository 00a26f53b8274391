"""Units of measure in the visit's language, alone and with a figure.

The document's normalised units are few and stand in the catalogue; one that does not keeps the
document's word. Signs and symbols (``%``, ``m²``, ``ha``) are the same in both languages.
"""

from __future__ import annotations

from decimal import Decimal

from kbb_data.turkish import slug
from present.kit import writing
from present.kit.text import catalogue, language, t

#: The unit of a rate.
PERCENT = "%"


def unit_word(unit: str) -> str:
    """A unit standing alone, as in a filter: ``gün``, in English ``days``."""
    return t(f"indicators.unit_{slug(unit)}") if _is_listed(unit) else unit


def quantity(value: writing.Value, unit: str) -> str:
    """A figure with its unit: ``1.234,5 m²``, ``%95``, ``3 gün``; in English ``3 days``."""
    if writing.is_stated(value) and _is_listed(unit):
        return t(f"indicators.quantity_{slug(unit)}", number=writing.number(value))
    return writing.measure(value, unit)


def difference(value: Decimal, unit: str) -> str:
    """The size of a difference with its unit, without a sign; between rates in percentage points,
    for a per cent of a per cent is another thing."""
    if unit == PERCENT:
        return t("indicators.points", number=writing.number(abs(value)))
    return quantity(abs(value), unit)


def _is_listed(unit: str) -> bool:
    return f"indicators.unit_{slug(unit)}" in catalogue(language())
