"""The figures of two aims, goals or units side by side."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from present.compare.choices import CompareChoices
from present.compare.figures import figures
from present.compare.model import Frames, Kind, options, side
from present.indicators.entries import records
from present.kit.entry import Drawn, Entry, always
from present.kit.figure import Figure
from present.kit.setting import Setting


def frames(setting: Setting) -> Frames:
    """What a comparison is made from."""
    return Frames(
        aims=setting.frame("aims"),
        goals=setting.frame("goals"),
        units=setting.frame("spending_units"),
        activities=setting.frame("activities"),
        lines=setting.lines,
        indicators=records(setting),
    )


def pair(setting: Setting, first: str, second: str) -> tuple[Figure, Figure, Figure]:
    """Money by fund, money by code and source, and the indicators' words, of two sides' codes."""
    found = frames(setting)
    there = options(found)
    return figures(side(first, found, there), side(second, found, there), found, setting.background)


def codes(setting: Setting) -> tuple[str, ...]:
    """The codes of everything that can be a side."""
    return tuple(one.code for named in options(frames(setting)).values() for one in named)


def presets(setting: Setting) -> Iterator[CompareChoices]:
    """The first two aims; none where there are not two."""
    aims = options(frames(setting)).get(Kind.AIM, ())
    if len(aims) > 1:
        yield CompareChoices((aims[0].code, aims[1].code))


def _compared(place: int, setting: Setting, choices: CompareChoices) -> Drawn:
    return Drawn(pair(setting, *choices.sides)[place])


def _comparison(slug: str, place: int) -> Entry:
    return Entry(
        slug,
        "/butce",
        "butce",
        always(CompareChoices),
        lambda setting: {"sides": codes(setting)},
        partial(_compared, place),
        presets,
        needed="sides",
    )


#: The three figures of a comparison, in their order on the page.
COMPARISONS = ("karsilastirma-para", "karsilastirma-kodlar", "karsilastirma-gostergeler")


ENTRIES = tuple(_comparison(slug, place) for place, slug in enumerate(COMPARISONS))
