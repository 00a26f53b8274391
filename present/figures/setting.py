"""What figures are made from: a programme of the library."""

from __future__ import annotations

import datetime

from present.kit.setting import LANGUAGE, Addresses, ProgrammeYear, Setting
from present.kit.text import TURKISH, language
from present.opendata.source import Edition, Library


def setting_of(
    library: Library, edition: Edition, addresses: Addresses, *, is_dark: bool
) -> Setting:
    """The programme ``edition`` in the language at hand, with links as ``addresses`` makes them."""
    return Setting(
        edition.year,
        edition.institution,
        edition.sha256,
        edition.version,
        is_dark,
        language(),
        addresses,
        library.answers(edition),
        edition.is_draft,
        edition.form,
        years_of(library, edition),
    )


def years_of(library: Library, edition: Edition) -> tuple[ProgrammeYear, ...]:
    """All programmes of the institution of ``edition``, oldest first; drafts only beside a draft,
    so that nothing that is published shows what is not."""
    return tuple(
        ProgrammeYear(
            other.year,
            other.form,
            other.sha256,
            other.version,
            library.answers(other),
            tuple(other.parameters.items()),
            other.is_draft,
        )
        for other in sorted(library.editions(), key=lambda other: other.year)
        if _is_beside(other, edition)
    )


def _is_beside(other: Edition, edition: Edition) -> bool:
    """Whether ``edition`` is shown beside another programme: of its institution, and a draft only
    where it is one itself."""
    return other.institution == edition.institution and (edition.is_draft or not other.is_draft)


def date_of_years(library: Library, edition: Edition) -> datetime.date | None:
    """The day of the newest change to the programmes of ``years_of``; ``None`` where it is not
    known of all of them."""
    own = [each.date for each in library.editions() if _is_beside(each, edition)]
    known = [date for date in own if date is not None]
    return max(known) if known and len(known) == len(own) else None


def language_pairs() -> tuple[tuple[str, str], ...]:
    """What addresses say to stay in the language at hand; nothing for the usual one."""
    return ((LANGUAGE, language()),) if language() != TURKISH else ()


def of_edition(library: Library, edition: Edition, *, is_dark: bool, public: str = "") -> Setting:
    """The programme ``edition`` for a route, in the language at hand; its links begin with
    ``public``, the dashboard's own address without a slash at the end."""
    addresses = Addresses(public, tuple(edition.parameters.items()), language_pairs())
    return setting_of(library, edition, addresses, is_dark=is_dark)
