"""The figures of money: a part of the programme by any view, the overview, every 100 lira."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from present.budget import figures as budget_figures
from present.budget import words
from present.budget.activity import activity_figure
from present.budget.breakdown import Breakdown, break_down
from present.budget.choices import (
    BudgetChoices,
    below,
    completed,
    known,
    lacking,
    shortened,
    view_of,
    views,
)
from present.budget.figures import Shown, searched
from present.budget.flow import flow_figure
from present.budget.hundred import hundred_figure
from present.budget.matrix import matrix_figure
from present.budget.model import Fund, Measure, Order, Scope, View, are_stated, select
from present.budget.words import Showing, row_name
from present.kit.entry import Entry, Known, NoChoices, always, no_codes, once, only_figure
from present.kit.figure import Figure
from present.kit.keep import keep
from present.kit.setting import Setting
from present.kit.text import t
from present.site import pages

HOME, BUDGET = pages.HOME.path, pages.BUDGET.path


def lacking_views(setting: Setting) -> frozenset[View]:
    """The views that a programme budget has nothing for; none in the other form, whose tables have
    a place for all."""
    return lacking(setting.lines) if setting.is_programme_budget else frozenset()


def lacking_of_goal(setting: Setting, goal: int) -> frozenset[View]:
    """``lacking_views`` of a goal's or sub-programme's own money."""
    if not setting.is_programme_budget:
        return frozenset()
    return lacking(select(setting.lines, Scope(goal=goal)))


def has_codes(setting: Setting) -> bool:
    """Whether money can be told by economic code or source; a programme budget may print none."""
    return not setting.is_programme_budget or are_stated(setting.lines)


def measures(setting: Setting) -> tuple[Measure, ...]:
    """In what amounts can be told: per resident only where residents are known."""
    return tuple(measure for measure in Measure if setting.place or measure is not Measure.PER_HEAD)


def showing(setting: Setting, choices: BudgetChoices) -> Showing:
    """How the choices tell a breakdown; in lira where they ask for what can't be told."""
    measure = Measure(choices.measure)
    if measure not in measures(setting):
        measure = Measure.LIRA
    return Showing(measure, Order(choices.order), choices.search, choices.everything == "1")


def names(setting: Setting) -> dict[str, str]:
    """Words for spending units' keys, economic codes, aims, goals and activities; the document's
    own of what has a short name under a key of their own."""
    lines, needs = setting.lines, setting.frame("resource_needs")
    units = lines[lines["spending_unit"].notna()]
    by_key = dict(zip(units["spending_unit"], units["unit_name"], strict=True))
    for field, (short, full) in words.PLAN_NAMES.items():
        for number, name, own in zip(lines[field], lines[short], lines[full], strict=True):
            by_key[words.plan_key(field, number)] = str(name)
            if own != name:
                by_key[words.own_plan_key(field, number)] = str(own)
    for code, label in zip(needs["line"], needs["label"], strict=True):
        if str(code).isdigit():
            by_key[code] = row_name(View.CODE, code, None, label)
    return by_key


def known_codes(setting: Setting) -> Known:
    """The codes that addresses of Bütçe may carry, by field of ``BudgetChoices``."""
    return known(setting.lines, setting.frame("resource_needs"))


def _broken_down(
    setting: Setting, view: View, scope: Scope | None = None, fund: Fund = Fund.BOTH
) -> Breakdown:
    return break_down(setting.lines, setting.frame("resource_needs"), view, scope, fund)


@keep(256)
def shown(setting: Setting, choices: BudgetChoices) -> Shown:
    """The breakdown that the (completed) choices ask for, drawn and written."""
    view = view_of(choices)
    breakdown = _broken_down(setting, view, choices.scope, Fund(choices.fund))
    links = {}
    # Nothing lies below a line of general administration.
    if not choices.scope.general:
        links = {
            key: setting.link(BUDGET, step(choices, view, key)) for key in breakdown.rows["key"]
        }
    return budget_figures.breakdown_figure(
        breakdown, setting.background, showing(setting, choices), links, names(setting)
    )


def elsewhere(setting: Setting, choices: BudgetChoices) -> dict[View, int]:
    """How many rows of each view that the choices don't show have their search in their name."""
    scope, fund = choices.scope, Fund(choices.fund)
    return {
        view: len(searched(_broken_down(setting, view, scope, fund), choices.search))
        for view in views(scope)
        if view is not view_of(choices)
    }


@keep(256)
def notes(setting: Setting, choices: BudgetChoices) -> tuple[str, ...]:
    """What a reader must know to read the (completed) choices' figure rightly, in sentences; only
    what applies to it."""
    scope, fund, view = choices.scope, Fund(choices.fund), view_of(choices)
    figure = shown(setting, choices)
    sentences = words.chart_notes(figure.drawn, figure.left_out, figure.zeros, len(figure.rows))
    if scope.is_whole or scope.general:
        general = _broken_down(setting, View.CODE, Scope(general=True), fund)
        sentences += words.general_note(general.whole_kurus)
    if fund is not Fund.BUDGET and view in (View.CODE, View.SOURCE):
        off_budget = _broken_down(setting, View.AIM, scope, Fund.OFF_BUDGET)
        sentences += words.off_budget_note(off_budget.whole_kurus)
    return (*sentences, *unstated_notes(setting, scope))


def unstated_notes(setting: Setting, scope: Scope) -> list[str]:
    """What the document does not split the scope's money by; nothing for the other form."""
    if not setting.is_programme_budget:
        return []
    without = lacking(select(setting.lines, scope))
    asked = ((View.CODE, scope.code), (View.SOURCE, scope.source), (View.UNIT, scope.unit))
    return [
        t(f"budget.lacking_{view}") for view, narrowed in asked if view in without and not narrowed
    ]


def step(choices: BudgetChoices, view: View, key: str) -> BudgetChoices:
    """The choices one step down, as short as an address can say them."""
    return replace(shortened(choices), **below(view, key))


def activity(setting: Setting, choices: BudgetChoices) -> Figure:
    """The lines of the activity that the choices name."""
    fund = Fund(choices.fund)
    chosen = select(setting.lines, Scope(activity=choices.scope.activity), fund)
    return activity_figure(
        chosen, setting.background, showing(setting, choices), fund, names(setting)
    )


def part(setting: Setting, choices: BudgetChoices) -> Figure:
    """What Bütçe shows for the choices: a breakdown, or one activity's lines."""
    choices = completed(choices, setting.lines)
    if choices.activity is not None:
        return activity(setting, choices)
    return shown(setting, choices).figure


def by_code(setting: Setting, choices: Any = None) -> Figure:
    """Each aim's money by economic code and off-budget source."""
    needs = setting.frame("resource_needs")
    return matrix_figure(setting.lines, needs, setting.background, _aim_links(setting))


def by_way(setting: Setting, choices: Any = None) -> Figure:
    """The whole from source over the plan's top level to economic code."""
    needs = setting.frame("resource_needs")
    return flow_figure(setting.lines, needs, setting.background, _aim_links(setting))


def _aim_links(setting: Setting) -> dict[str, str]:
    """An aim's part of Bütçe by its number."""
    aims = setting.frame("aims")["aim"]
    return {
        str(aim): setting.link(BUDGET, step(BudgetChoices(), View.AIM, str(aim))) for aim in aims
    }


def overview(setting: Setting, choices: Any = None) -> Figure:
    """The programme by aim with general administration beside it."""
    breakdown = _broken_down(setting, View.AIM)
    links = {
        key: setting.link(BUDGET, step(BudgetChoices(), View.AIM, key))
        for key in breakdown.rows["key"]
    }
    return budget_figures.overview_figure(breakdown, setting.background, links)


def hundred(setting: Setting, choices: Any = None) -> Figure:
    """What every 100 lira go to."""
    return hundred_figure(_broken_down(setting, View.AIM), setting.background)


def _budget_presets(setting: Setting) -> Iterable[BudgetChoices]:
    if setting.lines.empty:
        return
    without = lacking_views(setting)
    yield from (
        BudgetChoices(view=None if view is View.AIM else view.value)
        for view in View
        if view not in without
    )
    if setting.place is not None:
        yield BudgetChoices(measure=Measure.PER_HEAD.value)
    for aim in setting.frame("aims")["aim"]:
        yield BudgetChoices(aim=str(aim))


def _code_presets(setting: Setting) -> Iterable[NoChoices]:
    return (NoChoices(),) if has_codes(setting) and not setting.lines.empty else ()


ENTRIES = (
    Entry("genel-bakis", HOME, "butce", always(NoChoices), no_codes, only_figure(overview), once),
    Entry("yuz-lira", HOME, "butce", always(NoChoices), no_codes, only_figure(hundred), once),
    Entry("butce", BUDGET, "butce", always(BudgetChoices), known_codes,
          only_figure(part), _budget_presets),
    Entry("amac-kod", BUDGET, "butce", always(NoChoices), no_codes,
          only_figure(by_code), _code_presets),
    Entry("akis", BUDGET, "butce", always(NoChoices), no_codes,
          only_figure(by_way), _code_presets),
)  # fmt: skip
