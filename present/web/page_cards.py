"""What a crawler, a preview and a reader without JavaScript see of each page of the dashboard."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from urllib.parse import urlencode

from markupsafe import Markup

from kbb_data.schema import STRATEGIC_PLAN
from present.figures.answers import FigureAnswers
from present.figures.registry import ENTRIES
from present.figures.request import AUTO, COMMON, LIGHT, Asked
from present.kit import draft
from present.kit.address import meant
from present.kit.brand import titled
from present.kit.setting import LANGUAGE
from present.kit.text import TURKISH, using
from present.opendata.problems import Problem
from present.opendata.query import Pairs
from present.opendata.source import Edition
from present.site import pages
from present.web import cards, plain
from present.web.embed_addresses import oembed_address
from present.web.embeds import of_page
from present.web.figures import requested
from present.web.programmes import opened
from present.web.shell import Heads, HeadsOf

#: The page whose figure stands for those that have none of their own.
_OVERVIEW = pages.HOME.path


class PageCards:
    """Cards and headline figures by a page's address; nothing where the database is silent."""

    def __init__(
        self,
        figures: FigureAnswers,
        heads: Heads,
        heads_of: HeadsOf | None = None,
    ) -> None:
        """``heads`` and ``heads_of`` as the pages' shells take them."""
        self._figures, self._heads_of = figures, heads_of or (lambda pairs: heads)

    def head(self, path: str, language: str, pairs: Pairs, base: str) -> Markup:
        """Elements for a page's head: where oEmbed tells of the page's figure, the card and the
        page's one address."""
        base = self._figures.public or base
        asked = self._asked(path, language, pairs)
        form = asked.edition.form if asked is not None else STRATEGIC_PLAN
        head = self._heads_of(pairs)[language][path]
        named = asked.edition.parameters if asked is not None else {}
        kept = [*named.items(), *([(LANGUAGE, language)] if language != TURKISH else [])]
        address = base + path + (f"?{urlencode(kept)}" if kept else "")
        title, description, picture, found = head.title, head.description, "", Markup()
        if asked is not None:
            with using(language, form):
                figure = self._figures.drawn(asked).figure
            picture = base + asked.address(f"/grafik/{asked.entry.slug}.png", boyut="sosyal")
            if asked.entry.page == path:
                address = base + asked.page
                found = cards.alternate(
                    oembed_address(replace(asked, theme=AUTO), base), figure.title
                )
                title = titled(figure.title, asked.edition.institution)
                description = cards.described(figure)
            else:
                with using(language, form):
                    title = draft.titled(title, is_draft=asked.edition.is_draft)
                    description = draft.told(description, is_draft=asked.edition.is_draft)
        institution = asked.edition.institution if asked is not None else None
        with using(language, form):
            card = cards.elements(title, description, address, picture, language, institution)
        return found + card + cards.canonical(address) + cards.alternates(address)

    def words(self, path: str, language: str, pairs: Pairs) -> Markup:
        """The headline figures of a page as HTML for readers without JavaScript; nothing of those
        that its card borrows."""
        asked = self._asked(path, language, pairs)
        if asked is None or asked.entry.page != path:
            return Markup()
        with using(language, asked.edition.form):
            return plain.figure(self._figures.drawn(asked).figure, asked)

    def _asked(self, path: str, language: str, pairs: Pairs) -> Asked | None:
        return leading(self._figures, path, language, pairs)


def leading(figures: FigureAnswers, path: str, language: str, pairs: Pairs) -> Asked | None:
    """The figure that a page's address leads with, else the one that most of its choices are of,
    else the page's first, else the overview's, of the programme that the address opens; ``None``
    where there is no programme."""
    own = [pair for pair in pairs if pair[0] != LANGUAGE]
    look = [(LANGUAGE, language), ("tema", LIGHT)]
    edition = opened(figures.library, pairs)
    if edition is None:
        return None
    kept = [*edition.parameters.items(), *look]
    return (
        of_page(figures, path, [*own, *look])
        or _nearest(figures, path, edition, dict(own), kept)
        or of_page(figures, path, kept)
        or of_page(figures, _OVERVIEW, kept)
    )


def _nearest(
    figures: FigureAnswers, path: str, edition: Edition, given: Mapping[str, str], kept: Pairs
) -> Asked | None:
    """The figure of a page with several that most of the given choices are of, under those
    alone: as the page, it leaves out what is another figure's or wrong. ``None`` where no
    figure of the page knows any."""
    named = {name: value for name, value in given.items() if name not in COMMON}
    if not named:
        return None
    setting, fitting = figures.setting(edition, False), []
    for entry in ENTRIES:
        if entry.page != path:
            continue
        known = entry.parameters(setting)
        own = [(name, value) for name, value in named.items() if _is(known, name, value)]
        if not own:
            continue
        try:
            asked = requested(figures, entry.slug, [*own, *kept])
        except Problem:
            continue
        fitting.append((-len(own), not entry.leads(asked.choices), asked))
    return min(fitting, key=lambda each: each[:2])[-1] if fitting else None


def _is(known: Mapping[str, Collection[str] | None], name: str, value: str) -> bool:
    """Whether a figure's parameter of that name may have the value."""
    if name not in known:
        return False
    allowed = known[name]
    return allowed is None or meant(value, allowed) is not None
