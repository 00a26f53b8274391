"""What a crawler, a preview and a reader without JavaScript see of each page of the dashboard."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from kbb_data.schema import STRATEGIC_PLAN
from present.figures.answers import FigureAnswers
from present.figures.registry import ENTRIES
from present.figures.request import AUTO, COMMON, LIGHT, Asked
from present.figures.setting import language_pairs
from present.kit import draft
from present.kit.address import meant
from present.kit.brand import of_year, titled
from present.kit.setting import LANGUAGE, Addresses
from present.kit.text import using
from present.opendata.problems import Problem
from present.opendata.query import Pairs
from present.opendata.source import Edition
from present.site import pages
from present.web import cards, plain, programmes
from present.web.embed_addresses import oembed_address
from present.web.embeds import of_page
from present.web.figures import requested
from present.web.programmes import opened
from present.web.shell import Heads, HeadsOf
from present.web.things import Shown, shown

#: The page whose figure stands for those that have none of their own.
_OVERVIEW = pages.HOME.path


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows: title, description and picture (empty for none) of its card, its one
    address, the figure that stands for it (perhaps another page's), and the thing whose own view
    it is; ``None`` without. ``is_figure``: the view is the figure's own."""

    title: str
    description: str
    picture: str
    address: str
    asked: Asked | None = None
    thing: Shown | None = None
    is_figure: bool = False


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
        view = self.view(path, language, pairs, base)
        title, description, picture, address = (
            view.title, view.description, view.picture, view.address
        )  # fmt: skip
        asked, found = view.asked, Markup()
        form = asked.edition.form if asked is not None else STRATEGIC_PLAN
        institution = asked.edition.institution if asked is not None else None
        with using(language, form):
            if asked is not None and view.is_figure:
                # In whichever scheme the reader of a site that embeds it has.
                known_at = oembed_address(replace(asked, theme=AUTO), self._figures.public or base)
                found = cards.alternate(known_at, self._figures.drawn(asked).figure.title)
            card = cards.elements(title, description, address, picture, language, institution)
        return found + card + cards.canonical(address) + cards.alternates(address)

    def view(self, path: str, language: str, pairs: Pairs, base: str) -> View:
        """What the page at an address shows; addresses begin with the dashboard's own, where that
        is known, else with ``base``."""
        base = self._figures.public or base
        asked = self._asked(path, language, pairs)
        form = asked.edition.form if asked is not None else STRATEGIC_PLAN
        head = self._heads_of(pairs)[language][path]
        named = tuple(asked.edition.parameters.items()) if asked is not None else ()
        with using(language, form):
            address = Addresses(base, (*named, *language_pairs())).link(path)
        title, description, picture, thing = head.title, head.description, "", None
        is_figure = False
        if asked is not None:
            with using(language, form):
                figure = self._figures.drawn(asked).figure
                thing = self._thing(asked.edition, path, pairs)
            picture = base + asked.address(f"/grafik/{asked.entry.slug}.png", boyut="sosyal")
            if asked.entry.page == path and (thing is None or thing.is_chosen(asked.query)):
                address = base + asked.page
                is_figure = True
                title = titled(figure.title, asked.edition.institution)
                description = cards.described(figure)
            else:
                with using(language, form):
                    if thing is not None:
                        address = base + thing.address
                        title = self._titled(thing, asked.edition)
                    title = draft.titled(title, is_draft=asked.edition.is_draft)
                    description = draft.told(description, is_draft=asked.edition.is_draft)
        return View(title, description, picture, address, asked, thing, is_figure)

    def words(self, path: str, language: str, pairs: Pairs) -> Markup:
        """The headline figures of a page as HTML for readers without JavaScript; nothing of those
        that its card borrows."""
        asked = self._asked(path, language, pairs)
        if asked is None or asked.entry.page != path:
            return Markup()
        with using(language, asked.edition.form):
            return plain.figure(self._figures.drawn(asked).figure, asked)

    def _thing(self, edition: Edition, path: str, pairs: Pairs) -> Shown | None:
        """The thing that the address shows, under its own path in the language at hand."""
        setting = self._figures.setting(edition, False)
        return shown(replace(setting, addresses=replace(setting.addresses, base="")), path, pairs)

    def _titled(self, thing: Shown, edition: Edition) -> str:
        """A thing's name as a page's title."""
        is_dated = programmes.is_dated(self._figures.library, edition)
        name = of_year(thing.name, edition.year) if is_dated else thing.name
        return titled(name, edition.institution)

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
