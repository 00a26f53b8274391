"""The kinds of facilities that stand on the map: their order, address code, family and colour.

A family shares the outline of its marker and its colour; each kind has a sign of its own
(``present.places.marks``), so that no kind is told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from present.kit.theme import palette, tint

Outline = Literal["hexagon", "square", "circle", "arch", "diamond", "octagon"]


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds that belong together: the outline of their markers, their colour by scheme."""

    outline: Outline
    light: str
    dark: str


SAFETY = Family("hexagon", "#B3261E", "#FF9C8F")
CULTURE = Family("square", "#1F4E9E", "#93BBFF")
SOCIAL = Family("circle", "#0B6B53", "#62D3B0")
GREEN = Family("arch", "#5E6412", "#C3CB62")
TRADE = Family("diamond", "#7A4A0C", "#E8B469")
SERVICE = Family("octagon", "#4C5566", "#BAC5D6")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of facility: its name in the dataset and its code in addresses.

    Its words are ``places.kind_<name>`` (many) and ``places.one_<name>`` (one).
    """

    name: str
    code: str
    family: Family
    is_default: bool = False


#: In the order in which they are offered, drawn and placed: what is shown first comes first.
KINDS: tuple[Kind, ...] = (
    Kind("fire_station", "itfaiye", SAFETY, is_default=True),
    Kind("library", "kutuphane", CULTURE, is_default=True),
    Kind("social_centre", "sosyal-yasam", SOCIAL, is_default=True),
    Kind("sports_facility", "spor", SOCIAL),
    Kind("course_centre", "kurs", SOCIAL),
    Kind("attraction", "gezi", SOCIAL),
    Kind("museum", "muze", CULTURE),
    Kind("culture_centre", "kultur", CULTURE),
    Kind("conservatory", "konservatuvar", CULTURE),
    Kind("hobby_garden", "hobi-bahcesi", GREEN),
    Kind("cemetery", "mezarlik", GREEN),
    Kind("shop", "dukkan", TRADE),
    Kind("car_park", "otopark", TRADE),
    Kind("service_building", "hizmet-binasi", SERVICE),
    Kind("constabulary", "zabita", SAFETY),
    Kind("other", "diger", SERVICE),
)

KIND_BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
KIND_BY_CODE: dict[str, Kind] = {kind.code: kind for kind in KINDS}
ORDER: dict[str, int] = {kind.name: place for place, kind in enumerate(KINDS)}
DEFAULT_KINDS: tuple[str, ...] = tuple(kind.name for kind in KINDS if kind.is_default)

#: Counts of facilities in charts: a hue of its own, since the deep blue stands for money; it
#: has 3:1 against the ground of both schemes.
COUNT_COLOUR = "#3E8576"

#: How much of the counts' colour the lightest and the fullest shade of a district have: enough to
#: be told apart, little enough for a name to be read on it.
_LIGHTEST, _FULLEST = 0.14, 0.78


def shade(index: int, classes: int, is_dark: bool) -> str:
    """The colour of districts in one of so many classes, the first of which has the least."""
    part = (index + 1) / classes
    mixed = _LIGHTEST + (_FULLEST - _LIGHTEST) * part
    return tint(palette(is_dark).ground, COUNT_COLOUR, mixed**2)
