"""The figures of money: a part of the programme by any view, the overview, every 100 lira."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from present.budget import figures as budget_figures
from present.budget.activity import activity_figure
from present.budget.choices import BudgetChoices, below, completed, known, shortened, view_of
from present.budget.figures import Shown
from present.budget.hundred import hundred_figure
from present.budget.matrix import matrix_figure
from present.budget.model import Fund, Measure, Order, Scope, View, breakdown, select
from present.budget.words import Showing, row_name
from present.kit.entry import Entry, Known, NoChoices, always, no_codes, once, only_figure
from present.kit.figure import Figure
from present.kit.setting import Setting

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
            found[code] = row_name(View.CODE, code, None, label)
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
    return budget_figures.breakdown_figure(
        found, setting.background, showing(setting, choices), links, names(setting)
    )


def step(choices: BudgetChoices, view: View, key: str) -> BudgetChoices:
    """The choices one step down, as short as an address can say them."""
    return replace(shortened(choices), **below(view, key))


def activity(setting: Setting, choices: BudgetChoices) -> Figure:
    """The lines of the activity that the choices name."""
    fund = Fund(choices.fund)
    chosen = select(setting.lines, Scope(activity=choices.scope.activity), fund)
    return activity_figure(chosen, setting.background, showing(setting, choices), fund)


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
    return budget_figures.overview_figure(found, setting.background, links)


def hundred(setting: Setting, choices: Any = None) -> Figure:
    """What every 100 lira go to."""
    found = breakdown(setting.lines, setting.frame("resource_needs"), View.AIM)
    return hundred_figure(found, setting.background)


def _budget_codes(setting: Setting) -> Known:
    return known(setting.lines, setting.frame("resource_needs"))


def _budget_presets(setting: Setting) -> Iterable[BudgetChoices]:
    if setting.lines.empty:
        return
    yield from (BudgetChoices(view=None if one is View.AIM else one.value) for one in View)
    if setting.place is not None:
        yield BudgetChoices(measure=Measure.PER_HEAD.value)
    for aim in setting.frame("aims")["aim"]:
        yield BudgetChoices(aim=str(aim))


def _code_presets(setting: Setting) -> Iterable[NoChoices]:
    return () if setting.lines.empty else (NoChoices(),)


ENTRIES = (
    Entry("genel-bakis", "/", "butce", always(NoChoices), no_codes, only_figure(overview), once),
    Entry("yuz-lira", "/", "butce", always(NoChoices), no_codes, only_figure(hundred), once),
    Entry("butce", BUDGET, "butce", always(BudgetChoices), _budget_codes,
          only_figure(part), _budget_presets),
    Entry("amac-kod", BUDGET, "butce", always(NoChoices), no_codes,
          only_figure(by_code), _code_presets),
)  # fmt: skip
