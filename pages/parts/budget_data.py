"""What the money pages read: frames, residents, and figures kept until the data changes."""

from __future__ import annotations

import pandas as pd

from kbb_data import geo
from kbb_data.geo import Place
from pages.parts.visit import kept, link, setting
from present.budget import entries as budget_entries
from present.budget.choices import BudgetChoices
from present.budget.figures import Shown
from present.budget.model import View
from present.kit.figure import Figure
from present.kit.setting import Background

PATH = budget_entries.BUDGET


def lines() -> pd.DataFrame:
    """The budget lines of this visit's programme."""
    return setting().frame("budget_lines")


def needs() -> pd.DataFrame:
    """Table 2.5 of this visit's programme."""
    return setting().frame("resource_needs")


def place() -> Place | None:
    """Who lives where this visit's programme is for; ``None`` where nobody knows."""
    return geo.place(setting().institution)


def background() -> Background:
    """What this visit's figures need beside their numbers."""
    return setting().background


def names() -> dict[str, str]:
    """Words for spending units' keys and economic codes."""
    return budget_entries.names(setting())


@kept(256)
def shown(choices: BudgetChoices) -> Shown:
    """The breakdown that the (completed) choices ask for, drawn and written."""
    return budget_entries.shown(setting(), choices)


@kept(256)
def activity_figure(choices: BudgetChoices) -> Figure:
    """The lines of the activity that the choices name."""
    return budget_entries.activity(setting(), choices)


@kept(32)
def by_code() -> Figure:
    """Each aim's money by economic code and off-budget source."""
    return budget_entries.by_code(setting())


@kept(32)
def overview() -> tuple[Figure, Figure]:
    """The programme by aim, and every 100 lira."""
    return budget_entries.overview(setting()), budget_entries.hundred(setting())


def link_to(view: View) -> str:
    """The address of the whole programme by ``view``."""
    return link(PATH, BudgetChoices(view=view.value))
