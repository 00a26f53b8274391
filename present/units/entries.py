"""The figures of spending units: all of them, and one unit's activities and lines."""

from __future__ import annotations

from collections.abc import Iterable

from present.budget.choices import BudgetChoices
from present.budget.entries import BUDGET
from present.kit.entry import Entry, Known, always, only_figure
from present.kit.figure import Figure
from present.kit.setting import Setting
from present.plan.choices import GoalChoices
from present.units import figures as units_figures
from present.units.choices import UnitChoices
from present.units.model import Order, Unit, ordered, read

UNITS, GOALS = "/birimler", "/hedef"


def units(setting: Setting) -> tuple[Unit, ...]:
    """All spending units, in Turkish alphabetical order."""
    return read(setting.frame("spending_units"), setting.frame("activities"), setting.lines)


def _one(setting: Setting, slug: str | None) -> Unit:
    return next(one for one in units(setting) if one.slug == slug)


def all_units(setting: Setting, choices: UnitChoices) -> Figure:
    """All units in the order asked for."""
    found = ordered(units(setting), Order(choices.order))
    links = {one.slug: setting.link(UNITS, UnitChoices(unit=one.slug)) for one in found}
    return units_figures.units_figure(found, setting.background, links)


def activities(setting: Setting, choices: UnitChoices) -> Figure:
    """One unit's activities. Raises ``StopIteration`` for a unit that there is none of."""
    unit = _one(setting, choices.unit)
    return units_figures.activities_figure(
        unit,
        setting.frame("activities"),
        setting.lines,
        setting.background,
        {
            number: setting.link(BUDGET, BudgetChoices(activity=str(number)))
            for number in unit.activities
        },
        {goal: setting.link(GOALS, GoalChoices(str(goal))) for goal in unit.goals},
    )


def lines(setting: Setting, choices: UnitChoices) -> Figure:
    """What one unit's money is for. Raises ``StopIteration`` as ``activities`` does."""
    return units_figures.lines_figure(
        _one(setting, choices.unit), setting.lines, setting.background
    )


def _unit_codes(setting: Setting) -> Known:
    return {"unit": tuple(setting.frame("spending_units")["spending_unit"])}


def _units_presets(setting: Setting) -> Iterable[UnitChoices]:
    return (UnitChoices(),) if any(one.has_money for one in units(setting)) else ()


def _unit_presets(setting: Setting) -> Iterable[UnitChoices]:
    return (UnitChoices(unit=one.slug) for one in units(setting) if one.has_money)


ENTRIES = (
    Entry("birimler", UNITS, "butce", always(UnitChoices), _unit_codes,
          only_figure(all_units), _units_presets),
    Entry("birim-faaliyetleri", UNITS, "butce", always(UnitChoices), _unit_codes,
          only_figure(activities), _unit_presets, needed="unit"),
    Entry("birim-kalemleri", UNITS, "butce", always(UnitChoices), _unit_codes,
          only_figure(lines), _unit_presets, needed="unit"),
)  # fmt: skip
