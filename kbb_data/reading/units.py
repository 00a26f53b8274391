"""Reading the unit that an indicator's printed name carries in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kbb_data.turkish import fold, squeeze

_BRACKETS = re.compile(r"\(([^()]*)\)")

#: Printed units, folded, and the form in which they are shown.
UNITS = {
    "%": "%",
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
}


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """An indicator's printed name taken apart; ``unit`` is empty where none is stated."""

    name: str
    unit: str
    unit_printed: str
    is_yearly: bool
    is_cumulative: bool


def read_unit(printed: str) -> NamedUnit:
    """Name and unit of an indicator, from its printed name: the last brackets with a unit."""
    cumulative = any("birikimli" in fold(match[1]) for match in _BRACKETS.finditer(printed))
    for match in reversed(list(_BRACKETS.finditer(printed))):
        parts = [part.strip() for part in fold(match[1]).split("/")]
        rest = [part for part in parts if part not in ("yil", "yilda")]
        if len(rest) == 1 and rest[0] in UNITS:
            name = squeeze(printed[: match.start()] + " " + printed[match.end() :])
            return NamedUnit(
                name, UNITS[rest[0]], squeeze(match[1]), len(rest) < len(parts), cumulative
            )
    return NamedUnit(printed, "", "", False, cumulative)
