"""What the money pages read: frames, residents, and figures kept until the data changes."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from kbb_data import geo
from kbb_data.geo import Place
from pages.parts import chrome, controls, data
from pages.parts.visit import Visit, visit
from present import figures_budget
from present.budget import Fund, Measure, Order, Scope, View, breakdown, select
from present.choices.budget import BudgetChoices, below, shortened, view_of
from present.figure import Figure
from present.figures_budget import Background, Showing, Shown

PATH = "/butce"


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
    there = place()
    return Background(
        data.institution(),
        data.programme().year,
        there.residents if there else None,
        chrome.is_dark(),
    )


def showing(choices: BudgetChoices) -> Showing:
    """How the choices tell a breakdown; per resident only where residents are known."""
    measure = Measure(choices.measure)
    if measure is Measure.PER_HEAD and place() is None:
        measure = Measure.LIRA
    return Showing(measure, Order(choices.order), choices.search, choices.everything == "1")


def names() -> dict[str, str]:
    """Words for spending units' keys and economic codes."""
    budget = lines()
    found = dict(zip(budget["spending_unit"], budget["unit_name"], strict=True))
    coded = needs()
    for code, label in zip(coded["line"], coded["label"], strict=True):
        if str(code).isdigit():
            found[code] = figures_budget.row_name(View.CODE, code, None, label)
    return found


def shown(choices: BudgetChoices) -> Shown:
    """The breakdown that the (completed) choices ask for, drawn and written."""
    return _shown(choices, visit())


@st.cache_data(ttl="6h", max_entries=256, show_spinner=False)
def _shown(choices: BudgetChoices, visit: Visit) -> Shown:
    view = view_of(choices)
    found = breakdown(lines(), needs(), view, choices.scope, Fund(choices.fund))
    return figures_budget.breakdown_figure(
        found, background(), showing(choices), _links(choices, view, found.rows), names()
    )


def _links(choices: BudgetChoices, view: View, rows: pd.DataFrame) -> dict[str, str]:
    """Where each row of a view leads; nowhere within general administration."""
    if choices.scope.general:
        return {}
    return {key: controls.link(PATH, step(choices, view, key)) for key in rows["key"]}


def step(choices: BudgetChoices, view: View, key: str) -> BudgetChoices:
    """The choices one step down, as short as an address can say them."""
    return replace(shortened(choices), **below(view, key))


def activity_figure(choices: BudgetChoices) -> Figure:
    """The lines of the activity that the choices name."""
    return _activity_figure(choices, visit())


@st.cache_data(ttl="6h", max_entries=256, show_spinner=False)
def _activity_figure(choices: BudgetChoices, visit: Visit) -> Figure:
    fund = Fund(choices.fund)
    chosen = select(lines(), Scope(activity=choices.scope.activity), fund)
    return figures_budget.activity_figure(chosen, background(), showing(choices), fund)


def overview() -> tuple[Figure, Figure]:
    """The programme by aim, and every 100 lira."""
    return _overview(visit())


@st.cache_data(ttl="6h", max_entries=32, show_spinner=False)
def _overview(visit: Visit) -> tuple[Figure, Figure]:
    by_aim = breakdown(lines(), needs(), View.AIM)
    links = _links(BudgetChoices(), View.AIM, by_aim.rows)
    aims = figures_budget.overview_figure(by_aim, background(), links)
    return aims, figures_budget.hundred_figure(by_aim, background())


def link_to(view: View) -> str:
    """The address of the whole programme by ``view``."""
    return controls.link(PATH, BudgetChoices(view=view.value))
