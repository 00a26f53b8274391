"""The figures of how the budget was carried out, and how each comes from a setting."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from present.budget.choices import BudgetChoices
from present.budget.model import Fund
from present.execution import model, months, plan
from present.execution.choices import (
    BASES,
    CLASSIFICATIONS,
    Division,
    MonthChoices,
    RevenueChoices,
    SpendingChoices,
    base_code,
    item_code,
)
from present.execution.figures import execution_figure
from present.execution.model import Classification, Execution, Row
from present.execution.month_figures import month_remarks, months_figure
from present.execution.months import Item, MonthRow, Months
from present.execution.notes import About, Remark, remarks
from present.execution.words import Telling
from present.kit.entry import Entry, Known, always, only_figure
from present.kit.figure import Figure, Note
from present.kit.keep import keep
from present.kit.setting import Setting
from present.kit.text import t
from present.site import pages

PATH = pages.BUDGET.path

#: What a figure of spending or revenue is asked by.
Choices = SpendingChoices | RevenueChoices


def _around(setting: Setting) -> Iterator[Setting]:
    """The programmes whose documents may speak of the setting's year and of the year before: a
    document speaks of its own year and of the one before. A draft is asked by a draft alone."""
    years = {each.year: each for each in setting.years}
    for year in (setting.year - 1, setting.year, setting.year + 1):
        if year == setting.year:
            yield setting
        elif year in years and (setting.is_draft or not years[year].is_draft):
            yield setting.at(year)


def rows(setting: Setting) -> tuple[Row, ...]:
    """What documents state of the budgets of the setting's year and the year before."""
    return _rows(setting.bare)


@keep(16)
def _rows(setting: Setting) -> tuple[Row, ...]:
    return tuple(
        row
        for other in _around(setting)
        for row in model.read(other.year, other.frame("appropriations"), other.frame("documents"))
        if row.day.year in (setting.year, setting.year - 1)
    )


def month_rows(setting: Setting) -> tuple[MonthRow, ...]:
    """What documents state of the months of the setting's year and the year before."""
    return _month_rows(setting.bare)


@keep(16)
def _month_rows(setting: Setting) -> tuple[MonthRow, ...]:
    return tuple(
        row
        for other in _around(setting)
        for row in months.read(other.year, other.frame("monthly_amounts"), other.frame("documents"))
        if row.month.year in (setting.year, setting.year - 1)
    )


def days(setting: Setting, classification: Classification) -> tuple[datetime.date, ...]:
    """The days of the setting's year up to which spending or revenue is stated, the last first."""
    return model.days(rows(setting), classification, setting.year)


def divisions(setting: Setting) -> tuple[Division, ...]:
    """By what spending can be told; none where no document tells of it."""
    return tuple(
        division
        for division, classification in CLASSIFICATIONS.items()
        if days(setting, classification)
    )


def division_of(setting: Setting, choices: SpendingChoices) -> Division:
    """How spending is divided: as chosen, else the first way that there is."""
    return Division(choices.division) if choices.division else divisions(setting)[0]


def _planned(setting: Setting, classification: Classification) -> tuple[dict[str, int], str]:
    """What the programme plans of the municipality's budget by code, and where; empty where it does
    not divide it so."""
    if classification is Classification.ACTIVITY:
        return plan.of_lines(setting.lines, "activity"), t("budget.source_section")
    if classification is not Classification.ECONOMIC:
        return {}, ""
    needs = plan.of_needs(setting.frame("resource_needs"))
    if needs:
        return needs, t("budget.source_section_needs")
    schedule = plan.schedule(setting.frame("printed_amounts"), setting.year)
    if len(schedule):
        section = t("execution.source_schedule", section=schedule.iloc[0]["source_section"])
        return plan.of_schedule(schedule), section
    return plan.of_lines(setting.lines, "line"), t("budget.source_section")


def _names(setting: Setting, classification: Classification) -> dict[str, str]:
    """The programme's own names of activities and codes."""
    if classification is Classification.ACTIVITY:
        activities = setting.frame("activities")
        pairs = zip(activities["activity"], activities["name"], strict=True)
    elif classification is Classification.ECONOMIC:
        codes = setting.frame("economic_codes")
        pairs = zip(codes["economic_code"], codes["name"], strict=True)
    else:
        return {}
    return {str(code): str(name) for code, name in pairs}


def _short_names(setting: Setting) -> dict[str, str]:
    """The short names of the programme's activities by code."""
    activities = setting.frame("activities")
    pairs = zip(activities["activity"], activities["activity_short"], strict=True)
    return {str(code): str(name) for code, name in pairs}


@dataclass(frozen=True, slots=True)
class Told:
    """An execution with how it is told."""

    execution: Execution
    telling: Telling


@keep(128)
def told(setting: Setting, classification: Classification, choices: Choices) -> Told:
    """What the choices ask for: the day (the last one unless chosen), the base of the rates (the
    documents' own unless chosen), the year before where it is asked for and stated.

    Raises ``IndexError`` where no document tells of the classification.
    """
    known = days(setting, classification)
    day = datetime.date.fromisoformat(choices.day) if choices.day else None
    if day not in known:
        # A day of another division.
        day = known[0]
    planned, section = _planned(setting, classification)
    execution = model.execution(rows(setting), classification, day, planned)
    base = BASES.get(choices.base or "", "")
    if base not in execution.bases:
        base = execution.usual_base
    before = before_of(setting, execution) if choices.before else None
    names = _names(setting, classification)
    source = setting.source(section) if planned else ""
    short = _short_names(setting) if classification is Classification.ACTIVITY else {}
    return Told(execution, Telling(setting.year, base, names, source, before, short))


def before_of(setting: Setting, execution: Execution) -> Execution | None:
    """The same classification up to the same day of the year before; ``None`` where no document
    states it, and of activities, whose numbers mean others in another year."""
    if execution.classification is Classification.ACTIVITY:
        return None
    day = model.year_before(execution.day)
    if day not in model.days(rows(setting), execution.classification, day.year):
        return None
    return model.execution(rows(setting), execution.classification, day)


def _figure(setting: Setting, classification: Classification, choices: Choices) -> Figure:
    asked = told(setting, classification, choices)
    execution, telling = asked.execution, asked.telling
    own = tuple(document.title for document in execution.documents)
    notes = tuple(_note(setting, remark, own) for remark in remarks(execution, telling))
    return execution_figure(execution, telling, setting.background, notes)


def _note(setting: Setting, remark: Remark, own: Sequence[str]) -> Note:
    addresses = {
        About.PLAN: setting.link(PATH, BudgetChoices(fund=Fund.BUDGET.value)),
        About.DATA: setting.link(pages.DATA.path),
    }
    return Note(remark.text, addresses[remark.about], (*own, *remark.own), is_fixed=True)


def spending(setting: Setting, choices: SpendingChoices) -> Figure:
    """Planned, appropriated and spent, by the chosen division."""
    return _figure(setting, CLASSIFICATIONS[division_of(setting, choices)], choices)


def revenue(setting: Setting, choices: RevenueChoices) -> Figure:
    """Revenue expected and collected."""
    return _figure(setting, Classification.REVENUE, choices)


def items(setting: Setting) -> tuple[Item, ...]:
    """What is told month by month of the setting's year."""
    return months.items(month_rows(setting), setting.year)


def item_of(setting: Setting, choices: MonthChoices) -> Item:
    """The chosen item, else the first. Raises ``IndexError`` where there is none."""
    every = items(setting)
    return next((item for item in every if item_code(item) == choices.item), every[0])


def printed_name(setting: Setting, item: Item) -> str:
    """The newest document's words for an item's code, else the programme's, whose own words an
    activity has; empty where there are none."""
    own = _names(setting, item.classification).get(item.code, "")
    if own and item.classification is Classification.ACTIVITY:
        return own
    told = [
        row
        for row in rows(setting)
        if (row.classification, row.code) == (item.classification, item.code) and row.name
    ]
    return max(told, key=attrgetter("document.age")).name if told else own


def monthly_of(setting: Setting, choices: MonthChoices) -> Months:
    """The months that the choices ask for."""
    return months.months(month_rows(setting), item_of(setting, choices), setting.year)


def monthly(setting: Setting, choices: MonthChoices) -> Figure:
    """What was spent or collected in each month."""
    told = monthly_of(setting, choices)
    printed = printed_name(setting, told.item)
    own = tuple(document.title for document in told.documents)
    notes = tuple(_note(setting, remark, own) for remark in month_remarks(told, printed))
    return months_figure(told, printed, setting.background, notes)


def is_there(setting: Setting) -> bool:
    """Whether a document tells of the budget of the setting's year."""
    return bool(divisions(setting) or days(setting, Classification.REVENUE) or items(setting))


def _dates(setting: Setting, *classifications: Classification) -> set[str]:
    return {day.isoformat() for kind in classifications for day in days(setting, kind)}


def spending_codes(setting: Setting) -> Known:
    """The codes that addresses of spending may carry, by field of ``SpendingChoices``."""
    kinds = [CLASSIFICATIONS[division] for division in divisions(setting)]
    return {
        "division": {division.value for division in divisions(setting)},
        "day": _dates(setting, *kinds),
        "base": _bases(setting, *kinds),
    }


def revenue_codes(setting: Setting) -> Known:
    """The codes that addresses of revenue may carry, by field of ``RevenueChoices``."""
    kind = Classification.REVENUE
    return {"day": _dates(setting, kind), "base": _bases(setting, kind)}


def _bases(setting: Setting, *classifications: Classification) -> set[str]:
    return {
        base_code(base)
        for kind in classifications
        for day in days(setting, kind)
        for base in model.execution(rows(setting), kind, day).bases
    }


def month_codes(setting: Setting) -> Known:
    """The codes that addresses of months may carry."""
    return {"item": {item_code(item) for item in items(setting)}}


def _spending_presets(setting: Setting) -> Iterator[SpendingChoices]:
    """Each division on its last day, the first one on its other days, in each base and beside the
    year before."""
    for division in divisions(setting):
        is_first = division is divisions(setting)[0]
        choices = SpendingChoices(division=None if is_first else division.value)
        yield choices
        classification = CLASSIFICATIONS[division]
        yield from _variants(setting, classification, choices, is_first)


def _revenue_presets(setting: Setting) -> Iterator[RevenueChoices]:
    if days(setting, Classification.REVENUE):
        yield RevenueChoices()
        yield from _variants(setting, Classification.REVENUE, RevenueChoices(), True)


def _variants(
    setting: Setting, classification: Classification, choices: Any, has_days: bool
) -> Iterator[Any]:
    usual = told(setting, classification, choices)
    for base in usual.execution.bases:
        if base != usual.telling.base:
            yield replace(choices, base=base_code(base))
    if before_of(setting, usual.execution) is not None:
        yield replace(choices, before="1")
    for day in days(setting, classification)[1:] if has_days else ():
        yield replace(choices, day=day.isoformat())


def _month_presets(setting: Setting) -> Iterable[MonthChoices]:
    """Each item; the first one's address says nothing."""
    every = items(setting)
    return [MonthChoices(item=None if item == every[0] else item_code(item)) for item in every]


def of_activity(setting: Setting, activity: int) -> Told | None:
    """What documents state of an activity alone; ``None`` where they do not."""
    if not days(setting, Classification.ACTIVITY):
        return None
    whole = told(setting, Classification.ACTIVITY, SpendingChoices())
    own = [a for a in whole.execution.accounts if a.code == str(activity) and a.amounts]
    return whole if own else None


ENTRIES = (
    Entry("plan-net-harcanan", PATH, "butce", always(SpendingChoices), spending_codes,
          only_figure(spending), _spending_presets),
    Entry("gelir", PATH, "butce", always(RevenueChoices), revenue_codes,
          only_figure(revenue), _revenue_presets),
    Entry("aylik-harcama", PATH, "butce", always(MonthChoices), month_codes,
          only_figure(monthly), _month_presets),
)  # fmt: skip
