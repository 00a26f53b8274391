"""The figure of the checks that compare the document with itself."""

from __future__ import annotations

from typing import Any

from present import consistency, consistency_figures
from present.choices.finding import FindingChoices
from present.figure import Figure
from present.setting import Setting

PATH = "/tutarlilik"


def checks(setting: Setting, choices: Any = None) -> Figure:
    """All checks; drawn are those with a disagreement."""
    return consistency_figures.checks_figure(
        consistency.checks(setting.frame("checks")),
        setting.name,
        setting.year,
        lambda check: setting.link(PATH, FindingChoices(check=check)),
    )
