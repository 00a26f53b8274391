"""What is compared, as it stands in the address, and what a level of Bütçe would compare."""

from __future__ import annotations

from dataclasses import dataclass

from present.budget.choices import BudgetChoices
from present.budget.model import GENERAL, View
from present.compare.model import Kind, code_of
from present.kit.address import param

#: The name of the comparison in the address: ``karsilastir=amac-1.amac-4``.
COMPARED = "karsilastir"


@dataclass(frozen=True, slots=True)
class CompareChoices:
    """The codes of the two sides (``amac-1``, ``hedef-6``, ``birim-fen-isleri``); none: no
    comparison."""

    sides: tuple[str, ...] = param(COMPARED, ())

    def is_pair(self) -> bool:
        """Whether these are two sides of one kind: all that a figure compares."""
        return len(self.sides) == 2 and len({side.partition("-")[0] for side in self.sides}) == 1


def of_level(choices: BudgetChoices, view: View, keys: list[str]) -> tuple[str, ...]:
    """The codes that Bütçe's level at hand compares: its first two rows, or the part itself.

    ``keys`` are those of the rows. Empty where neither rows nor part can be compared.
    """
    if view in (View.AIM, View.GOAL, View.UNIT):
        return tuple(code_of(Kind(view.value), key) for key in keys if key != GENERAL)[:2]
    if choices.goal is not None:
        return (code_of(Kind.GOAL, choices.goal),)
    if choices.unit is not None:
        return (code_of(Kind.UNIT, choices.unit),)
    if choices.aim is not None and choices.aim != GENERAL:
        return (code_of(Kind.AIM, choices.aim),)
    return ()
