"""What the map shows, as it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from present.kit.address import param
from present.places.kinds import DEFAULT_KINDS, KIND_BY_NAME

#: What shades the map's districts and stands on them: how many facilities, or residents for each.
COUNT, EACH = MEASURES = ("sayi", "kisi")

#: How many steps the map can look closer.
CLOSEST = 8


@dataclass(frozen=True, slots=True)
class MapChoices:
    """One district or all, the kinds (none: the usual ones), what the map's districts show, how
    close it looks, and of which kind residents for each facility are told."""

    district: str | None = param("ilce", None)
    kinds: tuple[str, ...] = param("tur", ())
    measure: str = param("olcu", COUNT, values=MEASURES)
    closer: str = param("yakin", "0", values=[str(step) for step in range(CLOSEST + 1)])
    of_rate: str = param("oran", "")


@dataclass(frozen=True, slots=True)
class RateChoices:
    """The kind of which residents for each facility are told, and the district that stands out."""

    district: str | None = param("ilce", None)
    kind: str = param("oran", "")


@cache
def choices_of(codes: tuple[str, ...]) -> type[MapChoices]:
    """The choices of a programme that has the kinds of these codes: the usual kinds among them by
    default, all of them where it has no usual one."""
    usual = tuple(KIND_BY_NAME[name].code for name in DEFAULT_KINDS)

    @dataclass(frozen=True, slots=True)
    class ProgrammeChoices(MapChoices):
        kinds: tuple[str, ...] = param(
            "tur", tuple(code for code in usual if code in codes) or codes
        )
        of_rate: str = param("oran", first(codes))

    return ProgrammeChoices


@cache
def rate_choices_of(codes: tuple[str, ...]) -> type[RateChoices]:
    """The choices of the rate in a programme that has the kinds of these codes."""

    @dataclass(frozen=True, slots=True)
    class ProgrammeRate(RateChoices):
        kind: str = param("oran", first(codes))

    return ProgrammeRate


def first(codes: tuple[str, ...]) -> str:
    """The first kind of a programme's, the usual ones before others; empty without any."""
    return codes[0] if codes else ""
