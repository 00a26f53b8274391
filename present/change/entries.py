"""The figures of several years as the registry knows them; none where there is one programme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from kbb_data import prices
from present.budget.choices import BudgetChoices, below
from present.budget.model import GENERAL, View
from present.budget.words import BESIDE
from present.change import figures
from present.change.choices import (
    ChangeChoices,
    TotalChoices,
    YearsChoices,
    chosen_base,
    chosen_pair,
    pairs,
)
from present.change.figures import Told
from present.change.matching import By
from present.change.model import Measure, Years
from present.change.plans import counted, splits, years
from present.kit.entry import OF_YEARS, Entry, Known, always, only_figure
from present.kit.figure import Figure
from present.kit.setting import Setting
from present.site import pages

PATH = pages.CHANGE.path

#: The names of the figures, in their order on the page.
TOTAL, PAIR, YEARS = "degisim-toplam", "degisim", "degisim-yillar"


def programmes(setting: Setting) -> tuple[int, ...]:
    """The years of the institution's programmes, oldest first."""
    return tuple(own.year for own in setting.years)


def has_years(setting: Setting) -> bool:
    """Whether there are two programmes to set beside each other."""
    return len(setting.years) > 1


def priced(setting: Setting) -> tuple[int, ...]:
    """The programmes' years of which prices are known."""
    known = prices.committed().years
    return tuple(year for year in programmes(setting) if year in known)


def measures(setting: Setting) -> tuple[Measure, ...]:
    """In what two years can be told: in one year's prices only where two years have prices, per
    resident only where two years have a count of their own."""
    has = {
        Measure.REAL: len(priced(setting)) > 1,
        Measure.PER_HEAD: len(counted(setting)) > 1,
    }
    return tuple(measure for measure in Measure if has.get(measure, True))


def views(setting: Setting) -> tuple[By, ...]:
    """What rows can be: those by which at least one of the documents splits its money."""
    return tuple(by for by in By if splits(setting, by))


def pair(setting: Setting, choices: TotalChoices | ChangeChoices) -> tuple[int, int]:
    """The two years that the choices compare."""
    return chosen_pair(choices.pair, programmes(setting), setting.year)


def base(setting: Setting, choices: Any, wanted: Sequence[int]) -> int | None:
    """The year in whose prices amounts are told; ``wanted``: the years that are shown."""
    return chosen_base(choices.base, wanted, prices.committed().years)


def known(setting: Setting) -> Known:
    """The codes that addresses of Değişim may carry, by field of ``ChangeChoices``."""
    if not has_years(setting):
        return {"pair": (), "by": (), "measure": (), "base": ()}
    return {
        "pair": pairs(programmes(setting)),
        "by": tuple(by.value for by in views(setting)),
        "measure": tuple(measure.value for measure in measures(setting)),
        "base": tuple(str(year) for year in prices.committed().years),
    }


def told(setting: Setting, choices: Any, shown: Sequence[int] = ()) -> Told:
    """How the choices tell the years; ``shown``: those that are drawn, else the two compared."""
    first, second = chosen_pair(getattr(choices, "pair", None), programmes(setting), setting.year)
    return Told(
        first,
        second,
        Measure(getattr(choices, "measure", Measure.LIRA)),
        base(setting, choices, shown or (first, second)),
        counted(setting),
        any(own.is_draft for own in setting.years),
    )


def links(setting: Setting, over: Years) -> dict[str, str]:
    """Each row's address on Bütçe in the newest year that has it, where it is one row there."""
    view = View(over.by.value)
    found = {}
    for row in over.rows:
        newest = row.of(max(item.year for item in row.items))
        if len(newest) == 1 and newest[0].key != BESIDE:
            found[row.key] = _address(setting.at(newest[0].year), view, newest[0].key)
    return found


def _address(setting: Setting, view: View, key: str) -> str:
    # General administration is an address of aims, whatever the rows are.
    is_general = key == GENERAL
    step = below(View.AIM if is_general else view, key)
    return setting.link(pages.BUDGET.path, replace(BudgetChoices(), **step))


def change(setting: Setting, choices: ChangeChoices) -> Figure:
    """The rows between two years."""
    over = years(setting, By(choices.by))
    return figures.change_figure(
        over, told(setting, choices), setting.background, links(setting, over)
    )


def all_years(setting: Setting, choices: YearsChoices) -> Figure:
    """The rows over all years."""
    over = years(setting, By(choices.by))
    return figures.years_figure(
        over, told(setting, choices, over.years), setting.background, links(setting, over)
    )


def total(setting: Setting, choices: TotalChoices) -> Figure:
    """The programmes' totals."""
    return figures.total_figure(years(setting, By.TOP), told(setting, choices), setting.background)


def _total_presets(setting: Setting) -> Iterator[TotalChoices]:
    if has_years(setting):
        yield TotalChoices()


def _presets(setting: Setting) -> Iterator[ChangeChoices]:
    if has_years(setting):
        for by in views(setting):
            yield ChangeChoices(by=by.value)
        for measure in measures(setting)[1:]:
            yield ChangeChoices(measure=measure.value)


def _years_presets(setting: Setting) -> Iterator[YearsChoices]:
    for choices in _presets(setting):
        yield choices.years


ENTRIES = (
    Entry(TOTAL, PATH, OF_YEARS, always(TotalChoices), known, only_figure(total), _total_presets,
          of_years=True),
    Entry(PAIR, PATH, OF_YEARS, always(ChangeChoices), known, only_figure(change), _presets,
          of_years=True),
    Entry(YEARS, PATH, OF_YEARS, always(YearsChoices), known, only_figure(all_years),
          _years_presets, of_years=True),
)  # fmt: skip
