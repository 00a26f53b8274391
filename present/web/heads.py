"""What each page's shell says of it: its name, its title, and a sentence or two."""

from __future__ import annotations

from functools import lru_cache

from kbb_data.schema import STRATEGIC_PLAN
from present.kit.brand import described, of_year, titled
from present.kit.text import LANGUAGES, using
from present.opendata.query import Pairs
from present.opendata.source import Library
from present.site.pages import PAGES
from present.web import programmes
from present.web.shell import Head, Heads, HeadsOf


@lru_cache(maxsize=64)
def heads(
    institution: str | None = None,
    year: int = 0,
    form: str = STRATEGIC_PLAN,
    *,
    is_dated: bool = False,
) -> Heads:
    """The heads of a programme's pages by language and path, those of no programme without an
    institution; ``is_dated``: titles name the year."""
    by_language = {}
    for language in LANGUAGES:
        with using(language, form):
            site = described(year, institution) if institution is not None else ""
            by_language[language] = {
                page.path: Head(
                    page.title,
                    titled(of_year(page.title, year) if is_dated else page.title, institution),
                    f"{page.purpose} {site}".strip(),
                )
                for page in PAGES
            }
    return by_language


def heads_of(library: Library) -> HeadsOf:
    """The heads of the programme that an address names, else of the newest; of pages without a
    programme where there is none."""

    def of(pairs: Pairs) -> Heads:
        edition = programmes.opened(library, pairs)
        if edition is None:
            return heads()
        is_dated = programmes.is_dated(library, edition)
        return heads(edition.institution, edition.year, edition.form, is_dated=is_dated)

    return of
