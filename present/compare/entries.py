"""The figures of two aims, goals or units side by side."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from present.budget.choices import BudgetChoices
from present.budget.entries import has_codes
from present.budget.model import total
from present.compare import words
from present.compare.choices import CompareChoices
from present.compare.figures import figures
from present.compare.html import sides_html
from present.compare.model import Frames, Kind, Named, Side, Whole, ranked, side
from present.indicators.outcome import records
from present.kit.entry import Drawn, Entry, always
from present.kit.figure import Figure
from present.kit.keep import keep
from present.kit.setting import Setting
from present.site import links, pages
from present.site.links import Thing

#: What the page of a side's own shows.
_THINGS = {Kind.AIM: Thing.AIM, Kind.GOAL: Thing.GOAL, Kind.UNIT: Thing.UNIT}


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


@keep(32)
def options(setting: Setting) -> dict[Kind, tuple[Named, ...]]:
    """What can be compared, by kind."""
    return words.options(frames(setting))


@keep(32)
def by_money(setting: Setting) -> dict[Kind, tuple[str, ...]]:
    """The codes of each kind, those with the most money first."""
    return ranked(setting.lines, options(setting))


def pair(setting: Setting, first: str, second: str) -> tuple[Figure, Figure, Figure]:
    """Money by fund, money by code and source, and the indicators' words, of two sides' codes."""
    first_side, second_side = _sides(setting, first, second)
    return figures(first_side, second_side, setting.lines, setting.background)


@keep(128)
def sides(setting: Setting, first: str, second: str) -> Markup:
    """The two sides of these codes as HTML."""
    whole = Whole(
        activities_kurus=total(setting.lines["amount_kurus"]),
        programme_kurus=setting.totals.total_kurus,
        people=setting.background.people,
    )
    return sides_html(
        [
            (
                compared,
                links.to(setting, _THINGS[compared.kind], compared.key),
                _money(setting, compared),
            )
            for compared in _sides(setting, first, second)
        ],
        whole,
    )


def _sides(setting: Setting, first: str, second: str) -> tuple[Side, Side]:
    read_from, named = frames(setting), options(setting)
    return side(first, read_from, named), side(second, read_from, named)


def _money(setting: Setting, compared: Side) -> str:
    """The address of a side's money on Bütçe."""
    choices = {
        Kind.AIM: BudgetChoices(aim=compared.key),
        Kind.GOAL: BudgetChoices(goal=compared.key),
        Kind.UNIT: BudgetChoices(unit=compared.key),
    }[compared.kind]
    return setting.link(pages.BUDGET.path, choices)


def codes(setting: Setting) -> tuple[str, ...]:
    """The codes of everything that can be a side."""
    return tuple(option.code for named in options(setting).values() for option in named)


def presets(setting: Setting) -> Iterator[CompareChoices]:
    """The first two aims; none where there are not two."""
    aims = options(setting).get(Kind.AIM, ())
    if len(aims) > 1:
        yield CompareChoices((aims[0].code, aims[1].code))


def _compared(place: int, setting: Setting, choices: CompareChoices) -> Drawn:
    return Drawn(pair(setting, *choices.sides)[place])


def _code_presets(setting: Setting) -> Iterator[CompareChoices]:
    """As ``presets``, where money can be told by code or source."""
    if has_codes(setting):
        yield from presets(setting)


def _comparison(slug: str, place: int) -> Entry:
    return Entry(
        slug,
        pages.BUDGET.path,
        "butce",
        always(CompareChoices),
        lambda setting: {"sides": codes(setting)},
        partial(_compared, place),
        _code_presets if slug == BY_CODE else presets,
        needed="sides",
        fits=CompareChoices.is_pair,
    )


#: The figure of money by economic code and source.
BY_CODE = "karsilastirma-kodlar"
#: The three figures of a comparison, in their order on the page.
COMPARISONS = ("karsilastirma-para", BY_CODE, "karsilastirma-gostergeler")


ENTRIES = tuple(_comparison(slug, place) for place, slug in enumerate(COMPARISONS))
