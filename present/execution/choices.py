"""What a visitor can choose of how the budget was carried out; codes, never labels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from present.execution.model import INITIAL, NET, TOTAL, Classification
from present.execution.months import Item
from present.kit.address import param


class Division(StrEnum):
    """How spending is divided; the values stand in addresses."""

    ECONOMIC = "ekonomik"
    FUNCTIONAL = "fonksiyonel"
    ACTIVITY = "faaliyet"


CLASSIFICATIONS = {
    Division.ECONOMIC: Classification.ECONOMIC,
    Division.FUNCTIONAL: Classification.FUNCTIONAL,
    Division.ACTIVITY: Classification.ACTIVITY,
}

#: What addresses call the bases of rates.
BASES = {"net": NET, "baslangic": INITIAL}

#: How an address names what is told month by month: before the code, or alone for the total.
_ITEMS = {
    Classification.ECONOMIC: "harcama",
    Classification.FUNCTIONAL: "islev",
    Classification.ACTIVITY: "faaliyet",
    Classification.REVENUE: "gelir",
}


@dataclass(frozen=True, slots=True)
class SpendingChoices:
    """How spending is divided, up to which day (``2026-06-30``), of what rates are rates, and
    whether the same day of the year before stands beside; ``None``: what is usual
    (``present.execution.entries``)."""

    division: str | None = param("dagilim", None)
    day: str | None = param("tarih", None)
    base: str | None = param("taban", None)
    before: str = param("onceki-yil", "", values=("1",))


@dataclass(frozen=True, slots=True)
class RevenueChoices:
    """The same of revenue, which has one division; parameters of its own, because both figures
    stand on one page."""

    day: str | None = param("gelir-tarihi", None)
    base: str | None = param("gelir-tabani", None)
    before: str = param("gelir-onceki-yil", "", values=("1",))


@dataclass(frozen=True, slots=True)
class MonthChoices:
    """What is told month by month; ``None``: the first that there is."""

    item: str | None = param("kalem", None)


def item_code(item: Item) -> str:
    """How an address names an item: ``harcama``, ``harcama-03``, ``gelir-09``."""
    name = _ITEMS[item.classification]
    return name if item.code == TOTAL else f"{name}-{item.code}"


def base_code(base: str) -> str:
    """How an address names a base."""
    return next(code for code, column in BASES.items() if column == base)
