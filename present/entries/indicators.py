"""The figures of indicators: what targets ask of each aim, progress bars, one's three years."""

from __future__ import annotations

from present import figures_indicators
from present.ambition import Ambition
from present.ambition_words import word
from present.choices.indicator import IndicatorChoices
from present.figure import Figure
from present.figures_progress import progress_figure
from present.indicators import Indicator, Order, order, read, select
from present.measures import unit_word
from present.setting import Setting
from present.text import t


def wanted(setting: Setting, choices: IndicatorChoices) -> list[Indicator]:
    """The indicators that pass the filters, in the order asked for."""
    found = select(read(setting.frame("indicators")), choices.filter())
    return list(order(found, Order(choices.order)))


def by_aim(setting: Setting, choices: IndicatorChoices) -> Figure:
    """How the words are spread over the aims, of the indicators that pass the filters."""
    return figures_indicators.by_aim(
        wanted(setting, choices), setting.name, setting.year, is_dark=setting.is_dark
    )


def progress(setting: Setting, choices: IndicatorChoices) -> Figure:
    """The progress bars of the indicators that pass the filters."""
    found = wanted(setting, choices)
    links = {
        one.code: setting.link("/gostergeler", IndicatorChoices(indicator=one.code))
        for one in found
    }
    return progress_figure(
        found,
        _scope(setting, choices),
        setting.name,
        setting.year,
        links,
        is_dark=setting.is_dark,
    )


def _scope(setting: Setting, choices: IndicatorChoices) -> list[str]:
    """The words for each filter; none for no filter."""
    wanted = choices.filter()
    every = read(setting.frame("indicators"))
    units = setting.frame("spending_units")
    aims = {one.aim: one.aim_short for one in every}
    measures = {one.measure: one.unit for one in every}
    names = dict(zip(units["spending_unit"], units["name"], strict=True))
    found = []
    if wanted.aim is not None:
        found.append(t("gostergeler.option_aim", aim=wanted.aim, name=aims[wanted.aim]))
    if wanted.goal is not None:
        found.append(t("ilerleme.goal", number=wanted.goal))
    if wanted.unit is not None:
        found.append(names.get(wanted.unit, wanted.unit))
    if wanted.measure is not None:
        unit = measures[wanted.measure]
        found.append(unit_word(unit) if unit else t("gostergeler.no_unit"))
    found += [word(each, setting.year - 1) for each in Ambition if each in wanted.ambitions]
    if wanted.text.strip():
        found.append(t("ilerleme.search", words=wanted.text.strip()))
    return found


def one(setting: Setting, choices: IndicatorChoices) -> Figure:
    """One indicator's actual, estimate and target. Raises ``StopIteration`` for an unknown one."""
    found = next(
        each for each in read(setting.frame("indicators")) if each.code == choices.indicator
    )
    return figures_indicators.three_years(
        found, setting.name, setting.year, is_dark=setting.is_dark
    )
