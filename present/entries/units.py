"""The figures of spending units: all of them, and one unit's activities and lines."""

from __future__ import annotations

from present import figures_units
from present.choices.budget import BudgetChoices
from present.choices.plan import GoalChoices
from present.choices.unit import UnitChoices
from present.entries.money import BUDGET
from present.figure import Figure
from present.setting import Setting
from present.units import Order, Unit, ordered, read

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
    return figures_units.units_figure(found, setting.background, links)


def activities(setting: Setting, choices: UnitChoices) -> Figure:
    """One unit's activities. Raises ``StopIteration`` for a unit that there is none of."""
    unit = _one(setting, choices.unit)
    return figures_units.activities_figure(
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
    return figures_units.lines_figure(
        _one(setting, choices.unit), setting.lines, setting.background
    )
