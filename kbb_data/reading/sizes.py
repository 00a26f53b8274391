"""Reading the sizes of table 1.3: areas, counts, capacities, and the parts that a note names.

The cells are free text within habits: ``300 m² / 2 adet``, ``6 adet 36 m²``, ``1 adet`` with a
note ``1.000 kişi kapasiteli``. What does not follow a known habit to the letter is left blank
and named in ``Size.unread``; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kbb_data.turkish import UnreadableNumber, fold, read_number, squeeze

_N = r"(\d[\d.,]*)"
_M2 = r"m ?(?:²|2)"
_AREA = re.compile(rf"{_N} ?{_M2}")
_AREA_COUNT = re.compile(rf"{_N} ?{_M2} ?/ ?{_N}(?: ?adet)?", re.IGNORECASE)
_COUNT = re.compile(rf"{_N} ?adet", re.IGNORECASE)
_COUNT_AREA = re.compile(rf"{_N} ?adet {_N} ?{_M2}", re.IGNORECASE)
_INDOOR = re.compile(rf"{_N} ?{_M2} kapalı alan", re.IGNORECASE)
_OPEN = re.compile(rf"açık alan {_N} ?{_M2}", re.IGNORECASE)
_CAPACITY = re.compile(rf"{_N} kişi kapasiteli", re.IGNORECASE)
_COUNTED = re.compile(rf"{_N} adet (\w+) mevcuttur\.?", re.IGNORECASE)
_MEASURED_NOTE = re.compile(
    rf"\b(?:açık|kapalı) alan\b|{_N} ?{_M2}|kişi kapasite|adet \w+ mevcut", re.IGNORECASE
)
_SORT = re.compile(r"(\d[\d.]*) adet ([^\d]+?)[ ,.;]*(?=\d[\d.]* adet |$)", re.IGNORECASE)
_AREA_PART = re.compile(rf"(\D[^²]*?) {_N} ?{_M2}(?: |$)")
_DASH = re.compile(r" ?[–—-] ?")
_STATION = re.compile(r"(?:(\d+) adet )?(.+)", re.IGNORECASE)


@dataclass(slots=True)
class Size:
    """What size and note of an asset line state; ``None`` is not stated.

    ``unread`` holds the texts that speak of a size and could not be read with certainty.
    """

    count: int | None = None
    area_m2: Decimal | None = None
    indoor_area_m2: Decimal | None = None
    open_area_m2: Decimal | None = None
    capacity_persons: int | None = None
    counted: str = ""
    unread: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """A part that a note tells apart; ``station`` is the key of the building it names."""

    part: str
    label: str
    count: int | None = None
    area_m2: Decimal | None = None
    station: str = ""


def read_size(size: str, note: str) -> Size:
    """What the size cell and the note of an asset line state."""
    result = Size()
    try:
        _read_cell(size, result)
    except UnreadableNumber:
        result.unread.append(size)
    try:
        _read_note(note, result)
    except UnreadableNumber:
        result.unread.append(note)
    return result


def _read_cell(cell: str, size: Size) -> None:
    if not cell:
        return
    if match := _AREA_COUNT.fullmatch(cell):
        area, count = read_number(match[1]), _whole(match[2])
        size.area_m2, size.count = area, count
    elif match := _COUNT_AREA.fullmatch(cell):
        count, area = _whole(match[1]), read_number(match[2])
        size.area_m2, size.count = area, count
    elif match := _AREA.fullmatch(cell):
        size.area_m2 = read_number(match[1])
    elif match := _COUNT.fullmatch(cell):
        size.count = _whole(match[1])
    else:
        size.unread.append(cell)


def _read_note(note: str, size: Size) -> None:
    if match := _INDOOR.fullmatch(note):
        size.indoor_area_m2 = read_number(match[1])
    elif match := _OPEN.fullmatch(note):
        size.open_area_m2 = read_number(match[1])
    elif match := _CAPACITY.fullmatch(note):
        size.capacity_persons = _whole(match[1])
    elif match := _COUNTED.fullmatch(note):
        if size.count is None:
            size.count, size.counted = _whole(match[1]), match[2]
    elif note_area(note) is None and not sorts(note) and _MEASURED_NOTE.search(note):
        size.unread.append(note)


def _whole(text: str) -> int:
    value = read_number(text)
    if value != value.to_integral_value():
        raise UnreadableNumber(text, "a whole number")
    return int(value)


def note_area(note: str) -> Decimal | None:
    """The area of a note that is nothing but an area; such a note sums up its category."""
    match = _AREA.fullmatch(note)
    try:
        return read_number(match[1]) if match else None
    except UnreadableNumber:
        return None


def sorts(note: str) -> list[Part]:
    """The sorts that a note counts or measures one after the other; at least two, or none."""
    counted = list(_SORT.finditer(note))
    if len(counted) >= 2 and counted[0].start() == 0 and counted[-1].end() == len(note):
        return [Part("sort", squeeze(m[2]), count=_whole(m[1])) for m in counted]
    measured = list(_AREA_PART.finditer(note))
    if len(measured) >= 2 and measured[0].start() == 0 and measured[-1].end() == len(note):
        return [Part("sort", squeeze(m[1]), area_m2=read_number(m[2])) for m in measured]
    return []


def stations(note: str, buildings: Mapping[str, str]) -> list[Part]:
    """The buildings that a note names, separated by dashes, each with its count if stated.

    ``buildings`` maps the names of the buildings to their keys. A label names the building whose
    name begins with it. Unless every label names one, there are none.
    """
    parts: list[Part] = []
    for label in _DASH.split(note) if note else ():
        match = _STATION.fullmatch(label)
        if not match:
            return []
        key = _building(match[2], buildings.items())
        if not key:
            return []
        parts.append(
            Part("station", match[2], count=int(match[1]) if match[1] else None, station=key)
        )
    return parts


def _building(label: str, buildings: Iterable[tuple[str, str]]) -> str:
    folded = fold(label)
    return next((key for name, key in buildings if (fold(name) + " ").startswith(folded + " ")), "")
