"""What a route's figures are made from: a programme of the library."""

from __future__ import annotations

from present.kit.setting import LANGUAGE, Addresses, Setting
from present.kit.text import TURKISH, language
from present.opendata.source import Edition, Library


def of_edition(library: Library, edition: Edition, *, is_dark: bool, public: str = "") -> Setting:
    """The programme ``edition`` for a route, in the language at hand; its links begin with
    ``public``, the dashboard's own address without a slash at the end."""
    spoken = language()
    return Setting(
        edition.year,
        edition.institution,
        edition.sha256,
        edition.version,
        is_dark,
        spoken,
        Addresses(
            public,
            tuple(edition.parameters.items()),
            ((LANGUAGE, spoken),) if spoken != TURKISH else (),
        ),
        library.answers(edition),
    )
