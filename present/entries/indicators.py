"""The figures of indicators: what targets ask of each aim, and one indicator's three years."""

from __future__ import annotations

from present import figures_indicators
from present.choices.indicator import IndicatorChoices
from present.figure import Figure
from present.indicators import Indicator, Order, order, read, select
from present.setting import Setting


def wanted(setting: Setting, choices: IndicatorChoices) -> list[Indicator]:
    """The indicators that pass the filters, in the order asked for."""
    found = select(read(setting.frame("indicators")), choices.filter())
    return list(order(found, Order(choices.order)))


def by_aim(setting: Setting, choices: IndicatorChoices) -> Figure:
    """How the words are spread over the aims, of the indicators that pass the filters."""
    return figures_indicators.by_aim(
        wanted(setting, choices), setting.name, setting.year, is_dark=setting.is_dark
    )


def one(setting: Setting, choices: IndicatorChoices) -> Figure:
    """One indicator's actual, estimate and target. Raises ``StopIteration`` for an unknown one."""
    found = next(
        each for each in read(setting.frame("indicators")) if each.code == choices.indicator
    )
    return figures_indicators.three_years(
        found, setting.name, setting.year, is_dark=setting.is_dark
    )
