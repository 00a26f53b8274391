"""The figures of money: a part of the programme by any view, the overview, every 100 lira."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from present import figures_budget
from present.budget import Fund, Measure, Order, Scope, View, breakdown, select
from present.choices.budget import BudgetChoices, below, completed, shortened, view_of
from present.figure import Figure
from present.figures_budget import Showing, Shown
from present.figures_matrix import matrix_figure
from present.setting import Setting

BUDGET = "/butce"


def showing(setting: Setting, choices: BudgetChoices) -> Showing:
    """How the choices tell a breakdown; per resident only where residents are known."""
    measure = Measure(choices.measure)
    if measure is Measure.PER_HEAD and setting.place is None:
        measure = Measure.LIRA
    return Showing(measure, Order(choices.order), choices.search, choices.everything == "1")


def names(setting: Setting) -> dict[str, str]:
    """Words for spending units' keys and economic codes."""
    budget, coded = setting.lines, setting.frame("resource_needs")
    found = dict(zip(budget["spending_unit"], budget["unit_name"], strict=True))
    for code, label in zip(coded["line"], coded["label"], strict=True):
        if str(code).isdigit():
            found[code] = figures_budget.row_name(View.CODE, code, None, label)
    return found


def shown(setting: Setting, choices: BudgetChoices) -> Shown:
    """The breakdown that the (completed) choices ask for, drawn and written."""
    view = view_of(choices)
    found = breakdown(
        setting.lines,
        setting.frame("resource_needs"),
        view,
        choices.scope,
        Fund(choices.fund),
    )
    links = {}
    # Nothing lies below a line of general administration.
    if not choices.scope.general:
        links = {key: setting.link(BUDGET, step(choices, view, key)) for key in found.rows["key"]}
    return figures_budget.breakdown_figure(
        found, setting.background, showing(setting, choices), links, names(setting)
    )


def step(choices: BudgetChoices, view: View, key: str) -> BudgetChoices:
    """The choices one step down, as short as an address can say them."""
    return replace(shortened(choices), **below(view, key))


def activity(setting: Setting, choices: BudgetChoices) -> Figure:
    """The lines of the activity that the choices name."""
    fund = Fund(choices.fund)
    chosen = select(setting.lines, Scope(activity=choices.scope.activity), fund)
    return figures_budget.activity_figure(
        chosen, setting.background, showing(setting, choices), fund
    )


def part(setting: Setting, choices: BudgetChoices) -> Figure:
    """What Bütçe shows for the choices: a breakdown, or one activity's lines."""
    here = completed(choices, setting.lines)
    return activity(setting, here) if here.activity is not None else shown(setting, here).figure


def by_code(setting: Setting, choices: Any = None) -> Figure:
    """Each aim's money by economic code and off-budget source."""
    aims = setting.frame("aims")["aim"]
    links = {
        str(aim): setting.link(BUDGET, step(BudgetChoices(), View.AIM, str(aim))) for aim in aims
    }
    return matrix_figure(setting.lines, setting.frame("resource_needs"), setting.background, links)


def overview(setting: Setting, choices: Any = None) -> Figure:
    """The programme by aim with general administration beside it."""
    found = breakdown(setting.lines, setting.frame("resource_needs"), View.AIM)
    links = {
        key: setting.link(BUDGET, step(BudgetChoices(), View.AIM, key)) for key in found.rows["key"]
    }
    return figures_budget.overview_figure(found, setting.background, links)


def hundred(setting: Setting, choices: Any = None) -> Figure:
    """What every 100 lira go to."""
    found = breakdown(setting.lines, setting.frame("resource_needs"), View.AIM)
    return figures_budget.hundred_figure(found, setting.background)
