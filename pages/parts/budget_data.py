"""What the money pages read: frames, residents, and figures kept until the data changes."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from kbb_data import geo
from kbb_data.geo import Place
from pages.parts import controls, data
from pages.parts.setting import here
from pages.parts.visit import Visit, visit
from present.budget import entries as budget_entries
from present.budget.choices import BudgetChoices
from present.budget.figures import Shown
from present.budget.model import View
from present.kit.figure import Figure
from present.kit.setting import Background

PATH = budget_entries.BUDGET


def lines() -> pd.DataFrame:
    """The budget lines of this visit's programme."""
    return data.frame("budget_lines")


def needs() -> pd.DataFrame:
    """Table 2.5 of this visit's programme."""
    return data.frame("resource_needs")


def place() -> Place | None:
    """Who lives where this visit's programme is for; ``None`` where nobody knows."""
    return geo.place(data.programme().institution)


def background() -> Background:
    """What this visit's figures need beside their numbers."""
    return here().background


def names() -> dict[str, str]:
    """Words for spending units' keys and economic codes."""
    return budget_entries.names(here())


def shown(choices: BudgetChoices) -> Shown:
    """The breakdown that the (completed) choices ask for, drawn and written."""
    return _shown(choices, visit())


@st.cache_data(ttl="6h", max_entries=256, show_spinner=False)
def _shown(choices: BudgetChoices, visit: Visit) -> Shown:
    return budget_entries.shown(here(), choices)


def activity_figure(choices: BudgetChoices) -> Figure:
    """The lines of the activity that the choices name."""
    return _activity_figure(choices, visit())


@st.cache_data(ttl="6h", max_entries=256, show_spinner=False)
def _activity_figure(choices: BudgetChoices, visit: Visit) -> Figure:
    return budget_entries.activity(here(), choices)


def by_code() -> Figure:
    """Each aim's money by economic code and off-budget source."""
    return _by_code(visit())


@st.cache_data(ttl="6h", max_entries=32, show_spinner=False)
def _by_code(visit: Visit) -> Figure:
    return budget_entries.by_code(here())


def overview() -> tuple[Figure, Figure]:
    """The programme by aim, and every 100 lira."""
    return _overview(visit())


@st.cache_data(ttl="6h", max_entries=32, show_spinner=False)
def _overview(visit: Visit) -> tuple[Figure, Figure]:
    return budget_entries.overview(here()), budget_entries.hundred(here())


def link_to(view: View) -> str:
    """The address of the whole programme by ``view``."""
    return controls.link(PATH, BudgetChoices(view=view.value))
