"""The findings that go along with a figure: those that touch an amount that it shows."""

from __future__ import annotations

from typing import Any

from present.figures.shown import shown
from present.findings import entries as findings
from present.kit.entry import Drawn
from present.kit.figure import Note
from present.kit.setting import Setting


def notes(setting: Setting, name: str, choices: Any, drawn: Drawn) -> tuple[Note, ...]:
    """A line for each finding that touches what the figure of that name shows under its choices,
    gravest first; often none. Raises ``KeyError`` for a name that there is none of."""
    shows = shown(setting, name, choices, drawn)
    return tuple(note for amounts, note in findings.notes(setting) if amounts & shows)
