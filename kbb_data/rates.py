"""Rates as documents print them: how many per cent one amount is of another."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_HUNDRED = Decimal(100)


def computed_rate(part: Decimal | int, whole: Decimal | int, printed: Decimal) -> Decimal:
    """The per cent that ``part`` is of ``whole`` (not zero), half up, to as many decimals as
    ``printed`` has."""
    exponent = printed.as_tuple().exponent
    assert isinstance(exponent, int)
    step = Decimal(1).scaleb(min(exponent, 0))
    return (Decimal(part) * _HUNDRED / Decimal(whole)).quantize(step, ROUND_HALF_UP)
