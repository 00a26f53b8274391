"""The colours of money: an aim's own, general administration's, off-budget resources'."""

from __future__ import annotations

from collections.abc import Sequence

from present.budget.model import GENERAL
from present.kit.setting import Background
from present.kit.theme import GENERAL_ADMINISTRATION, aim_colour, palette

#: Groups of money beside an aim's number and general administration: off-budget, all the rest.
OFF = "off_budget"
ALL = "money"


def colours(background: Background, groups: Sequence[str]) -> dict[str, str]:
    """The colour of each group: an aim's number, general administration, or kinds of money."""
    tones = palette(background.is_dark)
    fixed = {
        GENERAL: aim_colour(GENERAL_ADMINISTRATION, background.is_dark),
        ALL: tones.money,
        OFF: tones.quiet,
    }
    return {
        group: fixed[group] if group in fixed else aim_colour(int(group), background.is_dark)
        for group in dict.fromkeys(groups)
    }
