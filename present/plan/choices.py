"""Which aim or performance goal is looked at, as it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass

from present.kit.address import param


@dataclass(frozen=True, slots=True)
class AimChoices:
    """The aim whose own view is open; ``None`` for all of them."""

    aim: str | None = param("amac", None)


@dataclass(frozen=True, slots=True)
class GoalChoices:
    """The performance goal whose page is open; ``None`` for all of them."""

    goal: str | None = param("hedef", None)
