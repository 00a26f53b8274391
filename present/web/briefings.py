"""``/brifing/<kind>/<key>.pdf``: briefings as PDF."""

from __future__ import annotations

import datetime
import logging

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from present.briefing.build import briefing, is_of_years, things, version
from present.briefing.html import PREFIX
from present.briefing.model import Topic
from present.briefing.typeset import TypesetError, pdf
from present.figures.answers import Gate
from present.figures.request import choice
from present.figures.setting import date_of_years, of_edition, years_of
from present.kit.address import meant
from present.kit.answers import Body, answer, kept_bodies
from present.kit.draft import file_name
from present.kit.setting import LANGUAGE
from present.kit.text import LANGUAGES, TURKISH, using
from present.opendata.draft import headers as draft_headers
from present.opendata.problems import Problem
from present.opendata.query import INSTITUTION, YEAR, Pairs, check_names
from present.opendata.source import Edition, Library
from present.web.figures import gate
from present.web.files import Endpoint
from present.web.programmes import choose
from present.web.rate import RateLimit

log = logging.getLogger("kbb")

PREFIXES = (PREFIX,)

#: New briefings that a client may have set a minute, and at once; what is kept is free of it.
PER_MINUTE, AT_ONCE = 30, 80

_MEDIA = "application/pdf"
_ENDING = ".pdf"


class Briefings:
    """The briefings of a library's programmes as PDF, each set once.

    ``public``: the dashboard's own address, which the QR codes open; without it that of the
    request.
    """

    def __init__(self, library: Library, public: str = "") -> None:
        self.library, self.public = library, public.rstrip("/")
        self._kept = kept_bodies(32 * 2**20)

    def body(
        self, edition: Edition, kind: Topic, key: str, language: str, base: str, check: Gate
    ) -> Body:
        """One briefing; ``base`` is the dashboard's address; ``check`` is called, and may refuse,
        before a new one is set. Raises ``KeyError`` for one that there is none of, and
        ``TypesetError``."""

        def make() -> Body:
            check()
            with using(language, edition.form):
                setting = of_edition(self.library, edition, is_dark=False, public=base)
                day = self.date(edition, kind) or datetime.date(edition.year, 1, 1)
                return Body(pdf(briefing(setting, kind, key), day), _MEDIA)

        rests_on: tuple[str, ...] = ()
        if is_of_years(kind):
            rests_on = tuple(each.dataset_sha256 for each in years_of(self.library, edition))
        return self._kept.get((edition, rests_on, kind, key, language, base), make)

    def date(self, edition: Edition, kind: Topic) -> datetime.date | None:
        """The day of the newest change to the data that briefings of a kind rest on; ``None`` where
        it is not known."""
        return date_of_years(self.library, edition) if is_of_years(kind) else edition.date

    def version(self, edition: Edition, kind: Topic) -> str:
        """The version of the data that briefings of a kind rest on."""
        return version(of_edition(self.library, edition, is_dark=False), kind)

    def keys(self, edition: Edition, kind: Topic) -> tuple[str, ...]:
        """The briefings that there are of a kind."""
        return tuple(things(of_edition(self.library, edition, is_dark=False), kind))


def _kind(text: str) -> Topic:
    kind = meant(text, tuple(Topic))
    if kind is None:
        raise Problem("unknown_address", None, tuple(PREFIX + kind for kind in Topic))
    return Topic(kind)


def _language(pairs: Pairs) -> str:
    return choice(dict(pairs), LANGUAGE, LANGUAGES, TURKISH)


def routes(briefings: Briefings, limit: RateLimit | None = None) -> list[Route]:
    """The routes under ``/brifing/``; ``limit`` is how often a client may have one set."""
    allowed = limit or RateLimit(PER_MINUTE, AT_ONCE)

    def serve(request: Request) -> Response:
        pairs = request.query_params.multi_items()
        kind = _kind(request.path_params["kind"])
        check_names(pairs, (YEAR, INSTITUTION, LANGUAGE))
        edition = choose(briefings.library, pairs)
        language = _language(pairs)
        name = request.path_params["name"]
        keys = briefings.keys(edition, kind)
        key = meant(name.removesuffix(_ENDING), keys)
        if not name.endswith(_ENDING) or key is None:
            raise Problem(
                "unknown_address", None, tuple(f"{PREFIX}{kind}/{known}{_ENDING}" for known in keys)
            )
        base = briefings.public or str(request.base_url).rstrip("/")
        try:
            body = briefings.body(edition, kind, key, language, base, gate(allowed, request))
        except TypesetError:
            log.exception("a briefing could not be set")
            raise Problem("busy") from None
        ending = "" if language == TURKISH else f"-{language}"
        saved = f"kbb-{edition.year}-brifing-{kind}-{key}{ending}.pdf"
        return answer(
            request,
            body,
            modified=briefings.date(edition, kind),
            headers={
                **draft_headers(edition.is_draft),
                "Content-Disposition": f'inline; filename="{file_name(saved, edition.is_draft)}"',
                "Dataset-Version": briefings.version(edition, kind),
            },
        )

    return [Route(PREFIX + "{kind}/{name}", Endpoint(serve))]
