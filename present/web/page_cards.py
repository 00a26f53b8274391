"""What a crawler, a preview and a reader without JavaScript see of each page of the dashboard."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kbb_data.schema import STRATEGIC_PLAN
from present.figures.answers import FigureAnswers
from present.figures.registry import ENTRIES, lacking
from present.figures.request import AUTO, COMMON, LIGHT, Asked
from present.kit import draft
from present.kit.address import meant
from present.kit.brand import titled
from present.kit.setting import LANGUAGE, Addresses, Setting
from present.kit.text import TURKISH, using
from present.opendata.problems import Problem
from present.opendata.query import Pairs
from present.opendata.source import Edition
from present.site import links, pages
from present.site.links import Thing
from present.web import cards
from present.web.embed_addresses import oembed_address
from present.web.embeds import of_page
from present.web.figures import requested
from present.web.programmes import editions, newest, opened
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
        return found + card + cards.canonical(address)

    def words(self, path: str, language: str, pairs: Pairs) -> Markup:
        """The headline figures of a page as HTML for readers without JavaScript."""
        asked = self._asked(path, language, pairs)
        if asked is None:
            return Markup()
        with using(language, asked.edition.form):
            return cards.words(self._figures.drawn(asked).figure)

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


def map_routes(paths: list[str], figures: FigureAnswers, languages: tuple[str, ...]) -> list[Route]:
    """``/sitemap.xml`` with every page and its views, and ``/robots.txt``."""

    def base_of(request: Request) -> str:
        return figures.public or str(request.base_url).rstrip("/")

    def sitemap(request: Request) -> Response:
        base = base_of(request)
        listed = _listed(paths, figures, newest(figures.library))
        addresses = [base + path for path in listed]
        addresses += [
            f"{base}{path}?{LANGUAGE}={language}"
            for language in languages
            if language != TURKISH
            for path in listed
        ]
        addresses += [base + address for address in _views(figures, paths)]
        return Response(cards.sitemap(addresses), media_type="application/xml")

    def robots(request: Request) -> Response:
        return PlainTextResponse(
            f"User-agent: *\nAllow: /\nDisallow: /_stcore/\nDisallow: {pages.SEARCH.path}\n"
            f"Sitemap: {base_of(request)}/sitemap.xml\n"
        )

    return [
        Route("/sitemap.xml", sitemap, methods=["GET", "HEAD"]),
        Route("/robots.txt", robots, methods=["GET", "HEAD"]),
    ]


def _listed(paths: list[str], figures: FigureAnswers, edition: Edition | None) -> list[str]:
    """Those of the paths that the programme's menu has."""
    absent = lacking(figures.setting(edition, False)) if edition is not None else frozenset()
    return [path for path in paths if path not in absent]


def _views(figures: FigureAnswers, paths: list[str]) -> list[str]:
    """The paths of the aims', goals', indicators', units' and districts' own views in every
    institution's newest programme, and of every page in the programmes that open only by name."""
    addresses: list[str] = []
    whose: set[str] = set()
    for edition in editions(figures.library):
        own = Addresses(before=tuple(edition.parameters.items()))
        if not edition.is_newest:
            addresses += [own.link(path) for path in _listed(paths, figures, edition)]
        if edition.institution not in whose:
            whose.add(edition.institution)
            addresses += _things(replace(figures.setting(edition, False).bare, addresses=own))
    return addresses


def _things(setting: Setting) -> list[str]:
    """The paths of the views of a programme's parts."""
    place = setting.place
    indicators = setting.frame("indicators")
    codes = zip(indicators["goal"], indicators["indicator"], strict=True)
    keys: dict[Thing, Iterable[object]] = {
        Thing.AIM: setting.frame("aims")["aim"],
        Thing.GOAL: setting.frame("goals")["goal"],
        Thing.INDICATOR: [f"{goal}.{number}" for goal, number in codes],
        Thing.UNIT: setting.frame("spending_units")["spending_unit"],
        Thing.DISTRICT: [district.slug for district in place.districts] if place else [],
    }
    return [links.to(setting, thing, key) for thing, own in keys.items() for key in own]
