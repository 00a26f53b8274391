"""How a page's shell says that the programme that it shows is a draft, for who sees no more of it:
search engines, previews, tabs, readers without JavaScript."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from present.kit import draft
from present.kit.text import using
from present.opendata.source import Library
from present.web.programmes import opened


class DraftMark:
    """The mark of the programme that a page's address opens."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __call__(self, language: str, pairs: Sequence[tuple[str, str]]) -> Markup:
        """The mark in a language; empty for published data and where the database is silent."""
        edition = opened(self._library, pairs)
        with using(language):
            return Markup.escape(draft.mark(edition is not None and edition.is_draft))
