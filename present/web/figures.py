"""``/grafik/<slug>.<format>``: every figure as picture, data, specification and sentence."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from present.figures.answers import COMPANION, FORMATS, MEDIA, PDF, PNG, SVG, FigureAnswers, Gate
from present.figures.request import THEMES, VERSION, Asked, choice, entry_of
from present.kit.address import meant
from present.kit.answers import FOREVER, FRESH, answer
from present.opendata.draft import headers as draft_headers
from present.opendata.formats import BY_ENDING, CSV, PEOPLE, XLSX
from present.opendata.problems import Problem
from present.opendata.query import Pairs
from present.picture.outlines import LETTERING, Lettering
from present.picture.renderer import SCALES, Busy, RenderError, TooLarge
from present.picture.sizes import HEADLINE, SIZE, Headline, Size
from present.web.files import Endpoint
from present.web.problem_page import told
from present.web.programmes import choose
from present.web.rate import RateLimit

log = logging.getLogger("kbb")

T = TypeVar("T")

PREFIX = "/grafik/"
PREFIXES = (PREFIX,)

SCALE = "olcek"
#: The parameters that a format alone knows.
LOOKS: Mapping[str, Sequence[str]] = {
    SVG: (SIZE, LETTERING, HEADLINE),
    PNG: (SIZE, SCALE, HEADLINE),
    PDF: (HEADLINE,),
}

#: New drawings that a client may ask for a minute, and at once; what is kept is free of it.
PER_MINUTE, AT_ONCE = 60, 120


def gate(limit: RateLimit, request: Request) -> Gate:
    """Refuses a client that has asked for too many new drawings."""
    client = request.client.host if request.client else ""

    def check() -> None:
        if not limit.allows(client):
            raise Problem("too_many")

    return check


def requested(
    answers: FigureAnswers,
    slug: str,
    pairs: Pairs,
    *,
    more: Sequence[str] = (),
    themes: Sequence[str] = THEMES,
) -> Asked:
    """The figure that an address asks for; ``more`` and ``themes`` as ``ask`` takes them.

    Raises ``Problem``.
    """
    entry = entry_of(slug)
    newest = choose(answers.library, pairs)
    version = dict(pairs).get(VERSION)
    if version is not None:
        version = meant(version, answers.versions(newest)) or version
        pairs = [(name, version if name == VERSION else text) for name, text in pairs]
    # What rests on several years has no version of one of them; ``ask`` refuses it.
    is_latest = version is None or entry.of_years
    edition = newest if is_latest else answers.edition(version or "", newest)
    if edition is None:
        raise Problem("wrong_value", VERSION, answers.versions(newest))
    return answers.asked(entry.slug, edition, tuple(pairs), tuple(more), tuple(themes))


def routes(answers: FigureAnswers, limit: RateLimit | None = None) -> list[Route]:
    """The routes under ``/grafik/``; ``limit`` is how often a client may have something drawn."""
    allowed = limit or RateLimit(PER_MINUTE, AT_ONCE)

    def serve(request: Request) -> Response:
        pairs = request.query_params.multi_items()
        slug, _, ending = request.path_params["name"].partition(".")
        if ending not in FORMATS:
            entry_of(slug)
            raise Problem("unknown_address", None, tuple(f"{slug}.{known}" for known in FORMATS))
        own = LOOKS.get(ending, ())
        asked = requested(answers, slug, pairs, more=own)
        given = dict(pairs)
        size = Size(choice(given, SIZE, tuple(Size), Size.WEB))
        scale = int(choice(given, SCALE, tuple(map(str, SCALES)), "1"))
        lettering = Lettering(choice(given, LETTERING, tuple(Lettering), Lettering.DRAWN))
        headline = Headline(choice(given, HEADLINE, tuple(Headline), Headline.TITLE))
        body = drawn_or_refused(
            lambda: answers.body(
                asked, ending, size, scale, gate(allowed, request), lettering, headline
            )
        )
        # A picture is shown where it stands, a table is saved.
        form = BY_ENDING.get(ending)
        kind = "attachment" if form in (PEOPLE, XLSX, CSV) else "inline"
        stem = asked.stem + (f"-{size}" if SIZE in own else "")
        if lettering is not Lettering.DRAWN:
            stem += f"-{lettering}"
        if headline is not Headline.TITLE:
            stem += f"-{headline}"
        links = {}
        if form == CSV:
            beside = f"{slug}.{COMPANION}" + (f"?{request.url.query}" if pairs else "")
            links["Link"] = f'<{beside}>; rel="describedby"; type="{MEDIA[COMPANION]}"'
        saved = form.file_name(stem) if form else f"{stem}.{ending}"
        return answer(
            request,
            body,
            cache=FOREVER if VERSION in given else FRESH,
            modified=answers.date(asked),
            headers={
                **draft_headers(asked.edition.is_draft),
                **links,
                "Content-Disposition": f'{kind}; filename="{saved}"',
                "Dataset-Version": asked.data_version,
            },
        )

    return [Route(PREFIX + "{name:path}", Endpoint(serve, told=told))]


def drawn_or_refused(make: Callable[[], T]) -> T:
    """What ``make`` gives; what the renderer refuses becomes a ``Problem``."""
    try:
        return make()
    except TooLarge:
        raise Problem("too_long") from None
    except Busy:
        raise Problem("busy") from None
    except RenderError:
        log.exception("a figure could not be drawn")
        raise Problem("busy") from None
