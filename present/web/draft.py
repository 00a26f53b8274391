"""How a page's shell says that the programme that it shows is a draft, for who sees no more of it:
search engines, previews, tabs, readers without JavaScript."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from present.kit import draft
from present.kit.text import using
from present.opendata.problems import Problem
from present.opendata.source import Library
from present.web.files import choose, newest


class DraftMark:
    """The mark of the programme that a page's address opens."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __call__(self, language: str, pairs: Sequence[tuple[str, str]]) -> Markup:
        """The mark in a language; empty for published data and where the database is silent."""
        is_draft = self.is_draft(pairs)
        with using(language):
            return Markup.escape(draft.mark(is_draft))

    def is_draft(self, pairs: Sequence[tuple[str, str]]) -> bool:
        """Whether the parameters open a draft; what names no programme opens the first."""
        first = newest(self._library)
        if first is None:
            return False
        try:
            return choose(self._library, pairs).is_draft
        except Problem:
            return first.is_draft
