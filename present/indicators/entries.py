"""The figures of indicators: what targets ask of each aim, progress bars, one's three years."""

from __future__ import annotations

from collections.abc import Iterable

from present.indicators import figures as indicators_figures
from present.indicators.ambition import Ambition
from present.indicators.choices import IndicatorChoices
from present.indicators.model import Indicator, Order, order, read, select
from present.indicators.progress import progress_figure
from present.indicators.words import word
from present.kit.entry import Entry, Known, always, only_figure
from present.kit.figure import Figure
from present.kit.quantity import unit_word
from present.kit.setting import Setting
from present.kit.text import t


def wanted(setting: Setting, choices: IndicatorChoices) -> list[Indicator]:
    """The indicators that pass the filters, in the order asked for."""
    found = select(read(setting.frame("indicators")), choices.filter())
    return list(order(found, Order(choices.order)))


def by_aim(setting: Setting, choices: IndicatorChoices) -> Figure:
    """How the words are spread over the aims, of the indicators that pass the filters."""
    return indicators_figures.by_aim(
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
        found.append(t("indicators.option_aim", aim=wanted.aim, name=aims[wanted.aim]))
    if wanted.goal is not None:
        found.append(t("indicators.progress.goal", number=wanted.goal))
    if wanted.unit is not None:
        found.append(names.get(wanted.unit, wanted.unit))
    if wanted.measure is not None:
        unit = measures[wanted.measure]
        found.append(unit_word(unit) if unit else t("indicators.no_unit"))
    found += [word(each, setting.year - 1) for each in Ambition if each in wanted.ambitions]
    if wanted.text.strip():
        found.append(t("indicators.progress.search", words=wanted.text.strip()))
    return found


def one(setting: Setting, choices: IndicatorChoices) -> Figure:
    """One indicator's actual, estimate and target. Raises ``StopIteration`` for an unknown one."""
    found = next(
        each for each in read(setting.frame("indicators")) if each.code == choices.indicator
    )
    return indicators_figures.three_years(
        found, setting.name, setting.year, is_dark=setting.is_dark
    )


def _indicator_codes(setting: Setting) -> Known:
    found = wanted(setting, IndicatorChoices())
    return {
        "aim": {str(one.aim) for one in found},
        "goal": {str(one.goal) for one in found},
        "unit": {unit for one in found for unit in one.units},
        "measure": {one.measure for one in found},
        "indicator": {one.code for one in found},
    }


def _ambition_presets(setting: Setting) -> Iterable[IndicatorChoices]:
    return (IndicatorChoices(),) if len(setting.frame("indicators")) else ()


def _progress_presets(setting: Setting) -> Iterable[IndicatorChoices]:
    """The indicators of each aim; a goal's or a unit's are a choice away."""
    aims = sorted({one.aim for one in wanted(setting, IndicatorChoices())})
    return (IndicatorChoices(aim=str(aim)) for aim in aims)


def _indicator_presets(setting: Setting) -> Iterable[IndicatorChoices]:
    """The indicator whose target asks for most, as an example of all of them."""
    for one in wanted(setting, IndicatorChoices(order="uzaklik")):
        if one.assessment.ambition is not Ambition.NOT_COMPARABLE:
            yield IndicatorChoices(indicator=one.code)
            return


ENTRIES = (
    Entry("hirs", "/gostergeler", "gostergeler", always(IndicatorChoices), _indicator_codes,
          only_figure(by_aim), _ambition_presets),
    Entry("ilerleme", "/gostergeler", "gostergeler", always(IndicatorChoices), _indicator_codes,
          only_figure(progress), _progress_presets),
    Entry("gosterge", "/gostergeler", "gostergeler", always(IndicatorChoices), _indicator_codes,
          only_figure(one), _indicator_presets, needed="indicator"),
)  # fmt: skip
