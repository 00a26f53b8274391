"""How large a step of an indicator is, and indicators from the largest step on.

An amount's step is a part of where it begins, a rate's is in percentage points. The two have no
common measure, so they are never in one ranking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import chain, zip_longest

from present.indicators.model import Indicator

#: The signed difference of an indicator from a figure, and that figure.
Step = Callable[[Indicator], tuple[Decimal | None, Decimal | None]]


def from_estimate(indicator: Indicator) -> tuple[Decimal | None, Decimal | None]:
    """The step from the estimate to the target."""
    return indicator.assessment.change, indicator.assessment.estimate


def from_actual(indicator: Indicator) -> tuple[Decimal | None, Decimal | None]:
    """The step from the actual to the target."""
    return indicator.assessment.gap, indicator.assessment.actual


def size(indicator: Indicator, step: Step) -> Decimal:
    """How large a step is, without its sign: percentage points of a rate, a part of where it
    begins of an amount (a step from nothing counts as whole); 0 where a figure is not stated."""
    difference, begin = step(indicator)
    if difference is None or begin is None:
        return Decimal(0)
    if indicator.is_rate:
        return abs(difference)
    return abs(difference / begin) if begin else Decimal(bool(difference))


def rankings(
    indicators: Iterable[Indicator], step: Step
) -> tuple[list[Indicator], list[Indicator]]:
    """The amounts and the rates, each from the largest step on; equals in the order given."""
    ranked = sorted(indicators, key=lambda indicator: size(indicator, step), reverse=True)
    return (
        [indicator for indicator in ranked if not indicator.is_rate],
        [indicator for indicator in ranked if indicator.is_rate],
    )


def in_turn(indicators: Iterable[Indicator], step: Step) -> list[Indicator]:
    """Both rankings, one from each in turn, an amount first."""
    amounts, rates = rankings(indicators, step)
    pairs = chain.from_iterable(zip_longest(amounts, rates))
    return [indicator for indicator in pairs if indicator is not None]
