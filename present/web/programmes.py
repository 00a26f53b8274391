"""Which programme an address names, by its parameters for year and institution."""

from __future__ import annotations

from db.errors import DatabaseUnavailable
from kbb_data import turkish
from present.opendata.problems import Problem
from present.opendata.query import INSTITUTION, YEAR, Pairs
from present.opendata.source import Edition, Library


def editions(library: Library) -> tuple[Edition, ...]:
    """All programmes, the newest first; none where the database does not answer."""
    try:
        return library.editions()
    except DatabaseUnavailable:
        return ()


def newest(library: Library) -> Edition | None:
    """The newest programme; nothing where there is none or the database does not answer."""
    return next(iter(editions(library)), None)


def is_dated(library: Library, edition: Edition) -> bool:
    """Whether a title of what shows the programme names its year: the institution has others."""
    own = [
        each
        for each in editions(library)
        if each.institution == edition.institution and (edition.is_draft or not each.is_draft)
    ]
    return len(own) > 1


def opened(library: Library, pairs: Pairs) -> Edition | None:
    """The programme that a page's address opens: the one that the parameters name, else the
    newest; nothing where there is none or the database does not answer."""
    first = newest(library)
    if first is None:
        return None
    try:
        return choose(library, pairs)
    except Problem:
        return first


def choose(library: Library, pairs: Pairs, year: str | None = None) -> Edition:
    """The programme that the parameters name, else the newest. Raises ``Problem``.

    ``year`` is one that the address itself names.
    """
    given = dict(pairs)
    editions = library.editions()
    if not editions:
        raise Problem("unavailable")
    for name, code in ((YEAR, _year), (INSTITUTION, _institution)):
        asked = year if name == YEAR and year is not None else given.get(name)
        if asked is None:
            continue
        fitting = tuple(edition for edition in editions if code(edition) == asked)
        if not fitting:
            codes = [code(edition) for edition in editions]
            if year is not None and name == YEAR:
                raise Problem("unknown_address", None, tuple(f"kbb-{code}.zip" for code in codes))
            raise Problem("wrong_value", name, tuple(dict.fromkeys(codes)))
        editions = fitting
    return editions[0]


def _year(edition: Edition) -> str:
    return str(edition.year)


def _institution(edition: Edition) -> str:
    return turkish.slug(edition.institution)
