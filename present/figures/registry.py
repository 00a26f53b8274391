"""The registry: every figure once, by the name under which it stands in addresses.

``/grafik/<slug>``, embeds, the gallery and the pages' chart menus all find a figure here, so what
they show can't differ. An entry's parameters are those of the page that shows the figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from present.budget import entries as budget
from present.change import entries as change
from present.compare import entries as compare
from present.council import entries as council
from present.execution import entries as execution
from present.figures import added, left_out, over_years, touched
from present.findings import entries as findings
from present.indicators import entries as indicators
from present.kit.brand import of_year
from present.kit.entry import OF_YEARS, Drawn, Entry
from present.kit.figure import Figure
from present.kit.keep import keep
from present.kit.setting import Setting
from present.places import entries as places
from present.promises import entries as promises
from present.resources import entries as resources
from present.site.pages import PAGES
from present.topics import entries as topics
from present.units import entries as units

ENTRIES: Sequence[Entry] = tuple(
    entry
    for room in (
        topics,
        budget,
        execution,
        units,
        compare,
        change,
        indicators,
        promises,
        places,
        council,
        resources,
        findings,
    )
    for entry in room.ENTRIES
)


def lacking(setting: Setting) -> frozenset[str]:
    """The paths of the pages that are there for their figures alone, where the programme has none
    of them."""
    return frozenset(
        page.path
        for page in PAGES
        if page.needs_figures
        and not any(entry.is_there(setting) for entry in ENTRIES if entry.page == page.path)
    )


#: The groups of the gallery, in its order.
GROUPS = tuple(dict.fromkeys(entry.group for entry in ENTRIES))


def groups(setting: Setting) -> tuple[str, ...]:
    """The groups that the gallery of a programme has; that of several years only where there is
    such a figure."""
    return tuple(
        group
        for group in GROUPS
        if group != OF_YEARS
        or any(entry.is_there(setting) for entry in ENTRIES if entry.group == group)
    )


#: Entries of which the gallery shows one as an example: there is one for each unit, district, pair.
_MANY = frozenset({"unit", "district", "sides"})


def gallery(setting: Setting, group: str) -> Iterator[tuple[Entry, Any]]:
    """The figures of a group with the choices under which the gallery shows them."""
    for entry in ENTRIES:
        if entry.group == group:
            presets = iter(entry.presets(setting))
            for choices in islice(presets, 1) if entry.needed in _MANY else presets:
                yield entry, choices


BY_SLUG: Mapping[str, Entry] = {entry.slug: entry for entry in ENTRIES}


@keep(512)
def drawn(setting: Setting, slug: str, choices: Any) -> Drawn:
    """The figure of that name under its choices, of one programme of several with its year in the
    title, with where its total comes from, what its amounts
    leave out and the findings that touch what it shows, for pages and routes alike; kept, and not
    to be changed.

    Raises ``KeyError`` for a name that there is none of, and what the figure itself raises for
    choices that it does not know.
    """
    made = BY_SLUG[slug].build(setting, choices)
    if over_years.is_of_years(slug):
        around = over_years.notes(setting, slug, choices, made)
    else:
        around = (
            *added.notes(setting, slug, choices),
            *left_out.notes(setting, slug, choices, made),
            *touched.notes(setting, slug, choices, made),
        )
    title = _dated(setting, slug, made.figure.title)
    figure = replace(made.figure, title=title, notes=(*made.figure.notes, *around))
    return replace(made, figure=figure)


def _dated(setting: Setting, slug: str, title: str) -> str:
    """The title with the programme's year, where the institution has several and the title names
    none; a figure of several years names its own."""
    if BY_SLUG[slug].of_years or not setting.is_one_of_several:
        return title
    return of_year(title, setting.year)


def titled(setting: Setting, name: str, choices: Any, title: str = "") -> Figure:
    """The figure of that name, with ``title`` in place of its own where a page gives it one."""
    figure = drawn(setting, name, choices).figure
    return replace(figure, title=_dated(setting, name, title)) if title else figure
