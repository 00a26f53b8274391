"""Reading an indicator's unit: from brackets in its printed name or from a column of units."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kbb_data.turkish import fold, squeeze

_BRACKETS = re.compile(r"\(([^()]*)\)")

#: Printed units, folded, and the form in which they are shown.
UNITS = {
    "%": "%",
    "yuzde": "%",
    "adet": "adet",
    "kisi": "kişi",
    "kisi sayisi": "kişi",
    "aile": "aile",
    "aile sayisi": "aile",
    "hane": "hane",
    "ogrenci": "öğrenci",
    "gun": "gün",
    "saat": "saat",
    "dakika": "dakika",
    "ay": "ay",
    "m": "m",
    "metre": "m",
    "km": "km",
    "m 2": "m²",
    "m2": "m²",
    "km2": "km²",
    "km 2": "km²",
    "m3": "m³",
    "m 3": "m³",
    "ha": "ha",
    "hektar": "ha",
    "dekar": "dekar",
    "ton": "ton",
    "kg": "kg",
    "kw": "kW",
    "kwh": "kWh",
    "mw": "MW",
    "mwh": "MWh",
    "lt": "litre",
    "litre": "litre",
    "tl": "TL",
    "puan": "puan",
    "kilometre": "km",
    "metrekare": "m²",
    "kilometrekare": "km²",
    "metrekup": "m³",
    "kilogram": "kg",
    "kilovat": "kW",
    "kilovat saat": "kWh",
    "kilovatsaat": "kWh",
    "megavat": "MW",
    "lira": "TL",
    "turk lirasi": "TL",
}


#: Words that stand for a unit in a column of units, where a name's brackets hold other things.
_WORDS = {"sayi": "adet"}


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """An indicator's printed name taken apart; ``unit`` is empty where none is stated."""

    name: str
    unit: str
    unit_printed: str
    is_yearly: bool
    is_cumulative: bool


def read_unit(printed: str, column: str = "") -> NamedUnit:
    """Name and unit of an indicator, from its printed name: the last brackets with a unit.

    ``column`` is the cell of a column of units. What it states is the unit, even where it is none
    of the known ones; the same unit in the name's brackets is left out of the name. A dash or an
    empty cell states none.
    """
    named = _from_name(printed)
    cell = squeeze(column)
    if cell in ("", "-", "–"):
        return named
    unit, yearly = _unit(cell) or (cell, False)
    name = named.name if named.unit == unit else printed
    cumulative = named.is_cumulative or "birikimli" in fold(cell)
    return NamedUnit(
        name, unit, cell, yearly or (named.unit == unit and named.is_yearly), cumulative
    )


def _unit(text: str) -> tuple[str, bool] | None:
    """The unit that a column's cell states, itself or in brackets, and whether a year's."""
    for part in (*reversed([match[1] for match in _BRACKETS.finditer(text)]), text):
        if read := _parts(part):
            return read
    word = _WORDS.get(fold(_BRACKETS.sub("", text)))
    return (word, False) if word else None


def _parts(text: str) -> tuple[str, bool] | None:
    """The unit of ``yıl/km`` or ``km``, and whether it is a year's; none for other words."""
    parts = [part.strip() for part in fold(text).split("/")]
    rest = [part for part in parts if part not in ("yil", "yilda")]
    if len(rest) == 1 and rest[0] in UNITS:
        return UNITS[rest[0]], len(rest) < len(parts)
    return None


def _from_name(printed: str) -> NamedUnit:
    cumulative = any("birikimli" in fold(match[1]) for match in _BRACKETS.finditer(printed))
    for match in reversed(list(_BRACKETS.finditer(printed))):
        if read := _parts(match[1]):
            name = squeeze(printed[: match.start()] + " " + printed[match.end() :])
            return NamedUnit(name, read[0], squeeze(match[1]), read[1], cumulative)
    return NamedUnit(printed, "", "", False, cumulative)
