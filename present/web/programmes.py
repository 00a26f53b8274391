"""Which programme an address names, by its parameters for year and institution."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from db.errors import DatabaseUnavailable
from kbb_data import turkish
from present.kit.address import meant
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


def choose(
    library: Library, pairs: Pairs, year: str | None = None, *, is_strict: bool = False
) -> Edition:
    """The programme that the parameters name, however they spell it, else the newest. Raises
    ``Problem``.

    ``year`` is one that the address itself names; ``is_strict``: our own spelling alone counts.
    """
    given = dict(pairs)
    editions = library.editions()
    if not editions:
        raise Problem("unavailable")
    for name, code in CODES.items():
        asked = year if name == YEAR and year is not None else given.get(name)
        if asked is None:
            continue
        known = [code(edition) for edition in editions]
        own = asked if is_strict else meant(asked, frozenset(known))
        fitting = tuple(edition for edition in editions if code(edition) == own)
        if not fitting:
            if year is not None and name == YEAR:
                raise Problem("unknown_address", None, tuple(f"kbb-{code}.zip" for code in known))
            raise Problem("wrong_value", name, tuple(dict.fromkeys(known)))
        editions = fitting
    return editions[0]


def codes(editions: Sequence[Edition]) -> Mapping[str, tuple[str, ...]]:
    """What the parameters for year and institution may say, by their names."""
    return {
        name: tuple(dict.fromkeys(code(edition) for edition in editions))
        for name, code in CODES.items()
    }


def _year(edition: Edition) -> str:
    return str(edition.year)


def _institution(edition: Edition) -> str:
    return turkish.slug(edition.institution)


#: How an address names a programme: what each of the two parameters says of it.
CODES: Mapping[str, Callable[[Edition], str]] = {YEAR: _year, INSTITUTION: _institution}
