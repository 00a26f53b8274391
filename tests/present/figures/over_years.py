"""Figures that a single programme without results does not have: what they must say of the
invented municipality's three years (``tests.support.years``).

A room's oracles stand in a module of their own and are named in ``ORACLES``.
"""

from __future__ import annotations

from tests.present.figures import actuals, carried_out, change, promises
from tests.present.figures.years_paper import Oracle, Paper

__all__ = ["ORACLES", "Oracle", "Paper"]

ORACLES: dict[str, Oracle] = {
    **actuals.ORACLES,
    **carried_out.ORACLES,
    **change.ORACLES,
    **promises.ORACLES,
}
