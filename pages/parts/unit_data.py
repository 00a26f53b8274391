"""What Birimler reads: the units' records, and figures kept until the data changes."""

from __future__ import annotations

from dataclasses import dataclass

from pages.parts.plan_data import GOALS
from pages.parts.visit import kept, link, setting
from present.budget.choices import BudgetChoices
from present.council.choices import CouncilChoices
from present.kit.figure import Figure
from present.plan.choices import GoalChoices
from present.site import pages
from present.units import entries
from present.units.choices import UnitChoices
from present.units.model import GoalPart, Unit, goal_parts

PATH = "/birimler"


@kept(32)
def units() -> tuple[Unit, ...]:
    """All spending units of this visit's programme, in Turkish alphabetical order."""
    return entries.units(setting())


def unit_link(slug: str) -> str:
    """The address of a unit's own view."""
    return link(PATH, UnitChoices(unit=slug))


def goal_link(goal: int) -> str:
    """The address of a performance goal's own page."""
    return link(GOALS, GoalChoices(str(goal)))


def committee_link(slug: str) -> str:
    """The address of a council committee's own view."""
    return link("/meclis", CouncilChoices(committee=slug))


def activity_link(activity: int) -> str:
    """The address of an activity's own view."""
    return link(pages.BUDGET.path, BudgetChoices(activity=str(activity)))


@kept(32)
def list_figure(choices: UnitChoices) -> Figure:
    """All units in the order asked for."""
    return entries.all_units(setting(), choices)


@dataclass(frozen=True)
class Parts:
    """One unit's figures and its part in each of its goals."""

    activities: Figure
    lines: Figure
    goals: tuple[GoalPart, ...]


@kept(64)
def parts(slug: str) -> Parts:
    """What the view of the unit ``slug`` shows. Raises ``StopIteration`` for an unknown one."""
    choices = UnitChoices(unit=slug)
    return Parts(
        entries.activities(setting(), choices),
        entries.lines(setting(), choices),
        goal_parts(slug, setting().frame("activities"), setting().lines),
    )
