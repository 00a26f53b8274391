"""What has to be read with a figure of several years: what touches its amounts in each year's own
document, each line with the year whose document it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from present.change import entries as change
from present.figures import left_out, touched
from present.kit.entry import Drawn
from present.kit.figure import Note
from present.kit.setting import Setting
from present.kit.text import t, using
from present.promises import entries as promises

#: The years whose amounts a figure shows, by its name.
_YEARS: Mapping[str, Callable[[Setting, Any], tuple[int, ...]]] = {
    change.TOTAL: change.pair,
    change.PAIR: change.pair,
    change.YEARS: lambda setting, choices: change.programmes(setting),
    promises.KEPT: lambda setting, choices: promises.programmes(setting),
    promises.GUESSES: lambda setting, choices: promises.programmes(setting),
    promises.HISTORY: lambda setting, choices: promises.programmes(setting),
}


def is_of_years(name: str) -> bool:
    """Whether the figure of that name shows amounts of several programmes."""
    return name in _YEARS


def notes(setting: Setting, name: str, choices: Any, drawn: Drawn) -> tuple[Note, ...]:
    """The notes of each year's document, the latest first; often none. Raises ``KeyError`` for a
    figure that is not of several years."""
    years = sorted(_YEARS[name](setting, choices), reverse=True)
    return tuple(
        note for year in years for note in _of_year(setting.at(year), name, choices, drawn)
    )


def _of_year(setting: Setting, name: str, choices: Any, drawn: Drawn) -> Iterator[Note]:
    with using(setting.language, setting.form):
        found = (
            *left_out.notes(setting, name, choices, drawn),
            *touched.notes(setting, name, choices, drawn),
        )
        for note in found:
            text = t("figures.note_of_year", year=setting.year, text=note.text)
            yield replace(note, text=text)
