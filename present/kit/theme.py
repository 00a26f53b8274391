"""Colours and the look of charts, in light and dark, in one place.

Every colour has at least 3:1 against its ground, and the aims' colours stay apart under full
colour blindness (a test computes both); still, no figure tells anything by colour alone. An aim
keeps its hue from light to dark, soft in both; its colour stands only where it tells aims apart,
and all other money has money's. Parties have tones near grey, far from every aim.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Any

from babel import Locale
from babel.dates import format_time

from present.kit.text import LANGUAGES, TURKISH, language
from present.kit.writing import LOCALES

#: The key under which general administration stands beside the numbered aims.
GENERAL_ADMINISTRATION = 0

FONT = '"Source Sans", "Source Sans Pro", "Noto Sans", sans-serif'


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one scheme; ``aims`` by number, 0 is general administration; ``actual`` is
    what came of a plan; ``parties`` from the largest."""

    ground: str
    panel: str
    ink: str
    quiet: str
    line: str
    money: str
    money_tint: str
    accent: str
    actual: str
    tick: str
    land: str
    land_line: str
    aims: dict[int, str]
    parties: tuple[str, ...]


LIGHT = Palette(
    ground="#FFFFFF",
    panel="#F3F6FB",
    ink="#172033",
    quiet="#51607A",
    line="#D5DDEA",
    money="#1F3B73",
    money_tint="#B9C7E2",
    accent="#1F3B73",
    actual="#0B7A5E",
    tick="#B3540A",
    land="#E8EEF6",
    land_line="#6F86AB",
    aims={
        1: "#247B85",
        2: "#41509A",
        3: "#244725",
        4: "#948C20",
        5: "#DB6F75",
        6: "#925A24",
        7: "#BB70BA",
        GENERAL_ADMINISTRATION: "#5D5C5A",
    },
    parties=("#2F5262", "#7B95B0", "#554125", "#73787D", "#716350", "#152235", "#272201"),
)

DARK = Palette(
    ground="#0E1B2A",
    panel="#16273A",
    ink="#EAF0F8",
    quiet="#AFBDD0",
    line="#31445C",
    money="#8FB4F5",
    money_tint="#3A5480",
    accent="#9CBDF8",
    actual="#5FD3AE",
    tick="#FFB26B",
    land="#1C3047",
    land_line="#5C7594",
    aims={
        1: "#59E1F0",
        2: "#5668A1",
        3: "#68A752",
        4: "#D9CA70",
        5: "#F3A2AD",
        6: "#A75A0E",
        7: "#B884BB",
        GENERAL_ADMINISTRATION: "#848483",
    },
    parties=("#D9EEFD", "#A5B1BF", "#846F52", "#5C6974", "#DCCFC2", "#718CA6", "#A99F85"),
)


def _locale(language: str) -> dict[str, Any]:
    """d3's description of a language's numbers and dates, from Babel."""
    locale = Locale.parse(LOCALES[language])
    months, days = locale.months["stand-alone"], locale.days["stand-alone"]
    decimal, thousands = (",", ".") if language == TURKISH else (".", ",")
    in_week = (6, 0, 1, 2, 3, 4, 5)
    return {
        "number": {
            "decimal": decimal,
            "thousands": thousands,
            "grouping": [3],
            "currency": ["", " TL"],
        },
        "time": {
            "dateTime": "%d.%m.%Y %H:%M",
            "date": "%d.%m.%Y",
            "time": "%H:%M",
            "periods": [format_time(time(hour), "a", locale=locale) for hour in (9, 21)],
            "days": [days["wide"][day] for day in in_week],
            "shortDays": [days["abbreviated"][day] for day in in_week],
            "months": [months["wide"][month] for month in range(1, 13)],
            "shortMonths": [months["abbreviated"][month] for month in range(1, 13)],
        },
    }


#: d3's description of numbers and dates by language, which every chart carries.
LOCALE = {language: _locale(language) for language in LANGUAGES}


def palette(is_dark: bool) -> Palette:
    """The colours of the scheme."""
    return DARK if is_dark else LIGHT


def aim_colour(aim: int, is_dark: bool) -> str:
    """An aim's colour; general administration is ``GENERAL_ADMINISTRATION``.

    Aims beyond the seventh take the colours again from the first: words tell them apart.
    """
    aims = palette(is_dark).aims
    return aims[aim] if aim in aims else aims[(aim - 1) % 7 + 1]


def party_colour(place: int, is_dark: bool) -> str:
    """The colour of the party at a place (0 is the largest); after the seventh from the first
    again, where shapes and numbers tell them apart."""
    parties = palette(is_dark).parties
    return parties[place % len(parties)]


def tint(ground: str, full: str, size: float) -> str:
    """A colour between two, ``size`` (0 to 1) of the way; small ones are lifted to be seen, and
    one below zero (a correction of another year) has none."""
    part = max(size, 0) ** 0.5
    pairs = zip(_channels(ground), _channels(full), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * part):02X}" for low, high in pairs)


def contrast(left: str, right: str) -> float:
    """The contrast ratio of two colours after WCAG 2, 1 to 21."""
    low, high = sorted(map(_luminance, (left, right)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def chart_config(is_dark: bool) -> dict[str, Any]:
    """The Vega-Lite ``config`` that every chart is shown with, in the visit's language."""
    colours = palette(is_dark)
    text = {"font": FONT, "fontSize": 14, "color": colours.ink}
    return {
        "background": "transparent",
        "font": FONT,
        "locale": LOCALE[language()],
        "view": {"stroke": None},
        "padding": 2,
        "bar": {"color": colours.money, "cornerRadiusEnd": 2},
        "text": text,
        "rule": {"color": colours.quiet},
        "title": {"font": FONT, "fontSize": 16, "color": colours.ink, "anchor": "start"},
        "axis": {
            "labelFont": FONT,
            "titleFont": FONT,
            "labelFontSize": 14,
            "titleFontSize": 14,
            "titleFontWeight": "normal",
            "labelColor": colours.ink,
            "titleColor": colours.quiet,
            "gridColor": colours.line,
            "domain": False,
            "ticks": False,
            "labelLimit": 0,
            "labelPadding": 6,
        },
        "legend": {
            "labelFont": FONT,
            "titleFont": FONT,
            "labelFontSize": 14,
            "titleFontSize": 14,
            "labelColor": colours.ink,
            "titleColor": colours.quiet,
            "labelLimit": 0,
        },
    }
