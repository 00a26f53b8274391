"""``/sitemap.xml`` and ``/robots.txt``: what a crawler may take, where it is in each language, and
when the data behind it changed last."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from present.figures.answers import FigureAnswers
from present.figures.registry import lacking
from present.figures.setting import date_of_years
from present.kit.answers import Body, answer, kept_bodies
from present.kit.markup import Pieces
from present.kit.setting import Addresses, Setting, in_language
from present.kit.text import LANGUAGES
from present.opendata.source import Edition
from present.site import links, pages
from present.site.links import Thing
from present.web import cards
from present.web.programmes import editions

_PIECES = Pieces("web/site_map.jinja")
MEDIA = "application/xml"
SITEMAP, ROBOTS = "/sitemap.xml", "/robots.txt"

#: Pages that rest on all years of an institution.
_OF_YEARS = frozenset(
    page.path for page in pages.PAGES if page.needs_figures and page is not pages.TOPICS
)


@dataclass(frozen=True, slots=True)
class Place:
    """A page or a view of it: its path in Turkish, and the day on which the data that it shows
    changed last, where that is known."""

    path: str
    changed: datetime.date | None


def routes(paths: Sequence[str], figures: FigureAnswers) -> list[Route]:
    """The map with every page but search, which ``/robots.txt`` keeps crawlers from, and its views,
    each in every language; and ``/robots.txt``. ``paths``: the pages'."""
    kept = kept_bodies(8 * 2**20)
    listed = [path for path in paths if path != pages.SEARCH.path]

    def base_of(request: Request) -> str:
        return figures.public or str(request.base_url).rstrip("/")

    def sitemap(request: Request) -> Response:
        base, every = base_of(request), editions(figures.library)

        def make() -> Body:
            return Body(_sitemap(_places(listed, figures, every), base), MEDIA)

        return answer(request, kept.get((every, base), make))

    def robots(request: Request) -> Response:
        return PlainTextResponse(
            f"User-agent: *\nAllow: /\nDisallow: /_stcore/\nDisallow: {pages.SEARCH.path}\n"
            f"Sitemap: {base_of(request)}{SITEMAP}\n"
        )

    return [
        Route(SITEMAP, sitemap, methods=["GET", "HEAD"]),
        Route(ROBOTS, robots, methods=["GET", "HEAD"]),
    ]


def _sitemap(places: Iterable[Place], base: str) -> bytes:
    entries = []
    for place in places:
        alternates = cards.languages(base + place.path)
        changed = place.changed.isoformat() if place.changed else ""
        entries += [
            (in_language(base + place.path, language), changed, alternates)
            for language in LANGUAGES
        ]
    return _PIECES("sitemap", entries=entries).encode()


def _places(
    paths: Sequence[str], figures: FigureAnswers, every: Sequence[Edition]
) -> Iterator[Place]:
    """The pages of every programme, and the views of aims, goals, indicators, units and districts
    in every institution's newest. Without a programme the pages alone."""
    if not every:
        yield from (Place(path, None) for path in paths)
    whose: set[str] = set()
    for edition in every:
        own = Addresses(before=tuple(edition.parameters.items()))
        setting = replace(figures.setting(edition, False).bare, addresses=own)
        absent, of_years = lacking(setting), date_of_years(figures.library, edition)
        for path in paths:
            if path not in absent:
                changed = of_years if path in _OF_YEARS else edition.date
                yield Place(own.link(path), changed)
        if edition.institution not in whose:
            whose.add(edition.institution)
            yield from (Place(path, edition.date) for path in _things(setting))


def _things(setting: Setting) -> list[str]:
    """The paths of the views of a programme's parts."""
    place = setting.place
    indicators = setting.frame("indicators")
    codes = zip(indicators["goal"], indicators["indicator"], strict=True)
    keys: dict[Thing, Iterable[object]] = {
        Thing.TOPIC: setting.frame("topics")["topic"],
        Thing.AIM: setting.frame("aims")["aim"],
        Thing.GOAL: setting.frame("goals")["goal"],
        Thing.INDICATOR: [f"{goal}.{number}" for goal, number in codes],
        Thing.UNIT: setting.frame("spending_units")["spending_unit"],
        Thing.DISTRICT: [district.slug for district in place.districts] if place else [],
    }
    return [links.to(setting, thing, key) for thing, own in keys.items() for key in own]
