"""The colours of money: an aim's own, general administration's, off-budget resources'."""

from __future__ import annotations

from collections.abc import Sequence

from kbb_data.schema import ECONOMIC_CODES, OFF_BUDGET_SOURCES
from present.budget.model import GENERAL
from present.kit.setting import Background
from present.kit.theme import GENERAL_ADMINISTRATION, aim_colour, contrast, palette

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


#: Tints of money's hue for the economic codes in their order, and warm greys for the off-budget
#: sources, in light and dark; a test holds the distance of any two, colour blindness included.
CODE_TINTS = {
    False: (
        "#0E2656", "#243C6C", "#3A5282", "#4F6899", "#667FB1", "#7D96CA", "#95AFE4", "#B1CAFE",
        "#DBE5FE",
    ),
    True: (
        "#E3EBFE", "#BBD2FE", "#9DBAEE", "#86A2D5", "#708CBE", "#5B77A7", "#466292", "#334E7D",
        "#1E3A68",
    ),
}  # fmt: skip
SOURCE_TINTS = {
    False: ("#7D6E55", "#AD9B80", "#E1CEB1"),
    True: ("#CFBCA0", "#9C8B71", "#6F6048"),
}


def line_colour(background: Background, line: str) -> str:
    """The colour of an economic code or an off-budget source; that of what the document doesn't
    state for any other."""
    is_dark = background.is_dark
    if line in ECONOMIC_CODES:
        return CODE_TINTS[is_dark][list(ECONOMIC_CODES).index(line)]
    if line in OFF_BUDGET_SOURCES:
        return SOURCE_TINTS[is_dark][OFF_BUDGET_SOURCES.index(line)]
    return palette(is_dark).line


def ink_on(colour: str) -> str:
    """White or black, whichever is read more easily on a colour."""
    return max(("#FFFFFF", "#000000"), key=lambda ink: contrast(colour, ink))
