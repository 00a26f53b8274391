"""What Birimler reads: the units' records, and figures kept until the data changes."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from pages.parts import budget_data, controls, data
from pages.parts.plan_data import GOALS
from pages.parts.setting import here
from pages.parts.visit import Visit, visit
from present.budget.choices import BudgetChoices
from present.council.choices import CouncilChoices
from present.kit.figure import Figure
from present.plan.choices import GoalChoices
from present.units import entries
from present.units.choices import UnitChoices
from present.units.model import GoalPart, Unit, goal_parts

PATH = "/birimler"


def units() -> tuple[Unit, ...]:
    """All spending units of this visit's programme, in Turkish alphabetical order."""
    return _units(visit())


@st.cache_data(ttl="6h", max_entries=32, show_spinner=False)
def _units(visit: Visit) -> tuple[Unit, ...]:
    return entries.units(here())


def unit_link(slug: str) -> str:
    """The address of a unit's own view."""
    return controls.link(PATH, UnitChoices(unit=slug))


def goal_link(goal: int) -> str:
    """The address of a performance goal's own page."""
    return controls.link(GOALS, GoalChoices(str(goal)))


def committee_link(slug: str) -> str:
    """The address of a council committee's own view."""
    return controls.link("/meclis", CouncilChoices(committee=slug))


def activity_link(activity: int) -> str:
    """The address of an activity's own view."""
    return controls.link(budget_data.PATH, BudgetChoices(activity=str(activity)))


def list_figure(choices: UnitChoices) -> Figure:
    """All units in the order asked for."""
    return _list_figure(choices, visit())


@st.cache_data(ttl="6h", max_entries=32, show_spinner=False)
def _list_figure(choices: UnitChoices, visit: Visit) -> Figure:
    return entries.all_units(here(), choices)


@dataclass(frozen=True)
class Parts:
    """One unit's figures and its part in each of its goals."""

    activities: Figure
    lines: Figure
    goals: tuple[GoalPart, ...]


def parts(slug: str) -> Parts:
    """What the view of the unit ``slug`` shows. Raises ``StopIteration`` for an unknown one."""
    return _parts(slug, visit())


@st.cache_data(ttl="6h", max_entries=64, show_spinner=False)
def _parts(slug: str, visit: Visit) -> Parts:
    choices = UnitChoices(unit=slug)
    return Parts(
        entries.activities(here(), choices),
        entries.lines(here(), choices),
        goal_parts(slug, data.frame("activities"), budget_data.lines()),
    )
