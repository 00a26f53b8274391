"""What can be chosen on Göstergeler, as it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass

from present.indicators.ambition import Ambition
from present.indicators.model import Filter, Order
from present.kit.address import param

LIST, AIMS = "liste", "amaclar"


@dataclass(frozen=True, slots=True)
class IndicatorChoices:
    """Filters, order and view of the list; ``indicator`` opens one indicator's own view; ``as_of``
    is the day of the results (``2026-06-30``), the newest where none is chosen."""

    text: str = param("ara", "")
    aim: str | None = param("amac", None)
    goal: str | None = param("hedef", None)
    unit: str | None = param("birim", None)
    measure: str | None = param("olcu", None)
    ambitions: tuple[str, ...] = param("durum", (), values=tuple(Ambition))
    order: str = param("sirala", Order.NUMBER.value, values=tuple(Order))
    view: str = param("gorunum", LIST, values=(LIST, AIMS))
    indicator: str | None = param("gosterge", None)
    as_of: str | None = param("tarih", None)

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is set."""
        return bool(
            self.text.strip()
            or self.aim
            or self.goal
            or self.unit
            or self.measure
            or self.ambitions
        )

    def filter(self) -> Filter:
        """The filters as ``present.indicators.model.select`` takes them."""
        return Filter(
            aim=int(self.aim) if self.aim else None,
            goal=int(self.goal) if self.goal else None,
            unit=self.unit,
            ambitions=tuple(Ambition(code) for code in self.ambitions),
            measure=self.measure,
            text=self.text,
        )
