"""What can be chosen on Söz ve sonuç, as it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass

from present.kit.address import param


@dataclass(frozen=True, slots=True)
class KeptChoices:
    """The year whose promises are shown (the programme's own where it can be, else the newest whose
    results are known)."""

    promised: str | None = param("soz", None)


@dataclass(frozen=True, slots=True)
class HistoryChoices:
    """The indicator, by its code in the programme that is looked at."""

    indicator: str | None = param("gosterge", None)


@dataclass(frozen=True, slots=True)
class PromiseChoices:
    """All that the page lets choose."""

    promised: str | None = param("soz", None)
    indicator: str | None = param("gosterge", None)
