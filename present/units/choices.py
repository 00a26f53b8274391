"""What a visitor of Birimler can choose, as it stands in the address; nothing knows Streamlit."""

from __future__ import annotations

from dataclasses import dataclass

from present.kit.address import param
from present.units.model import Order


@dataclass(frozen=True, slots=True)
class UnitChoices:
    """The unit whose own view is open (``None``: all of them), and the order of the list."""

    unit: str | None = param("birim", None)
    order: str = param("sirala", Order.MONEY.value, values=tuple(Order))
