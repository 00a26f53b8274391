"""Breakdowns of the small programme, drawn and told."""

from __future__ import annotations

from present.budget.breakdown import Breakdown, break_down
from present.budget.figures import Shown, breakdown_figure
from present.budget.model import Fund, Scope, View
from present.budget.words import Showing
from present.kit.setting import Background
from tests.present.budget import frames as small

LIGHT = Background("Örnek Belediyesi", 2025, 1000, is_dark=False)


def broken_down(view: View, scope: Scope | None = None, fund: Fund = Fund.BOTH) -> Breakdown:
    return break_down(small.LINES, small.NEEDS, view, scope, fund)


def drawn(breakdown: Breakdown, showing: Showing = Showing()) -> Shown:  # noqa: B008
    return breakdown_figure(breakdown, LIGHT, showing, {}, {"fen": "Fen İşleri"})


def sentence(breakdown: Breakdown, showing: Showing = Showing()) -> str:  # noqa: B008
    return drawn(breakdown, showing).figure.sentence


def of_amounts(*lira: int | None) -> Breakdown:
    """A breakdown by goal of these amounts, in the document's order."""
    lines = [
        (1, goal, goal, "fen", "budget", "03", amount) for goal, amount in enumerate(lira, start=1)
    ]
    return break_down(small.lines(lines), small.needs([]), View.GOAL)
