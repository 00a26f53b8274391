"""Findings on the document that touch a unit's goals and activities."""

from __future__ import annotations

from present.units import Unit


def findings(one: Unit) -> None:
    """Show them, or say that there is none."""
