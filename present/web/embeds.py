"""``/gomulu/<slug>``: figures for other sites, their shared script, and oEmbed."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from urllib.parse import unquote, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from present.figures.answers import FigureAnswers, Gate
from present.figures.registry import ENTRIES
from present.figures.request import AUTO, COMMON, DARK, LIGHT, THEME, VERSION, Asked
from present.kit import draft
from present.kit.answers import FOREVER, FRESH, Body, answer, kept_bodies
from present.kit.brand import brand
from present.kit.text import ROOT as TEXTS
from present.kit.text import using
from present.opendata.draft import headers as draft_headers
from present.opendata.files import as_pretty_json
from present.opendata.problems import Problem
from present.opendata.query import Pairs, check_names
from present.picture.chart import COMMON_FAMILY, drawable
from present.site.pages import PAGES, moved
from present.web.altered import own_pairs, own_path, own_place
from present.web.cards import card
from present.web.embed_page import WIDTHS, Embed, embed_html, frame_html
from present.web.figures import AT_ONCE, PER_MINUTE, drawn_or_refused, gate, requested
from present.web.files import Endpoint
from present.web.programmes import choose
from present.web.rate import RateLimit
from present.web.shell import DEFAULT_ANCESTORS, FRAME_ANCESTORS

PREFIX = "/gomulu/"
OEMBED = "/oembed"
PREFIXES = (PREFIX,)

THEMES = (AUTO, LIGHT, DARK)

#: The pages by the addresses that lead to them.
_PLACES = {**{page.path: page.path for page in PAGES}, **moved()}

#: What oEmbed offers without wishes, in pixels.
_WIDTH, _HEIGHT = 700, 520
_LEAST, _MOST = 200, 4000


@cache
def script() -> tuple[str, bytes]:
    """The shared script's address, which names its content, and the script."""
    content = (TEXTS.parent / "embed.js").read_bytes()
    return f"{PREFIX}kbb-{hashlib.sha256(content).hexdigest()[:12]}.js", content


def policy() -> str:
    """What an embed may load, and who may frame it: our script, and nothing else."""
    ancestors = os.environ.get(FRAME_ANCESTORS, DEFAULT_ANCESTORS)
    return (
        "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; "
        f"base-uri 'none'; form-action 'none'; frame-ancestors 'self' {ancestors}".strip()
    )


class Embeds:
    """The pages for frames, kept by figure, scheme and version."""

    def __init__(self, answers: FigureAnswers) -> None:
        self.answers = answers
        self._kept = kept_bodies(16 * 2**20)

    def body(self, asked: Asked, base: str, check: Gate) -> Body:
        """The page of a figure. Raises what drawing raises."""
        return self._kept.get((asked.key, base), lambda: self._make(asked, base, check))

    def _make(self, asked: Asked, base: str, check: Gate) -> Body:
        with using(asked.language, asked.edition.form):
            figure = self.answers.drawn(asked).figure
            embed = Embed(
                charts=self._charts(asked, check),
                theme=asked.theme,
                language=asked.language,
                page=base + asked.page,
                # Notes bear the dashboard's own address already where it is configured.
                home="" if self.answers.public else base,
                script=script()[0],
                version=asked.data_version,
                head=card(asked, figure, base),
                mark=draft.mark(asked.edition.is_draft),
            )
            return Body(embed_html(figure, embed).encode(), "text/html; charset=utf-8")

    def _charts(self, asked: Asked, check: Gate) -> dict[tuple[int, bool], str]:
        schemes = {AUTO: (False, True), LIGHT: (False,), DARK: (True,)}[asked.theme]
        charts = {}
        for is_dark in schemes:
            drawn = self.answers.drawn_in(asked, is_dark)
            if drawn.drawing:
                for width, drawing in zip(WIDTHS, (drawn.narrow, drawn.drawing), strict=True):
                    charts[width, is_dark] = drawing
            elif drawn.figure.spec is not None:
                for width in WIDTHS:
                    spec = drawable(drawn.figure.spec, width, is_dark, COMMON_FAMILY)
                    charts[width, is_dark] = self.answers.chart(asked, spec, check)
        return charts


def routes(answers: FigureAnswers, limit: RateLimit | None = None) -> list[Route]:
    """The routes of embeds and oEmbed."""
    embeds, allowed = Embeds(answers), limit or RateLimit(PER_MINUTE, AT_ONCE)

    def base_of(request: Request) -> str:
        return answers.public or str(request.base_url).rstrip("/")

    def serve(request: Request) -> Response:
        name = request.path_params["name"]
        path, content = script()
        if PREFIX + name == path:
            check_names(request.query_params.multi_items(), ())
            return answer(request, Body(content, "text/javascript"), cache=FOREVER)
        pairs = request.query_params.multi_items()
        asked = requested(answers, name, pairs, themes=THEMES)
        body = drawn_or_refused(
            lambda: embeds.body(asked, base_of(request), gate(allowed, request))
        )
        return answer(
            request,
            body,
            cache=FOREVER if VERSION in dict(pairs) else FRESH,
            modified=answers.date(asked),
            headers={
                **draft_headers(asked.edition.is_draft),
                "Content-Security-Policy": policy(),
                "Dataset-Version": asked.data_version,
                "Link": f"<{base_of(request)}{oembed_address(asked, base_of(request))}>; "
                'rel="alternate"; type="application/json+oembed"',
            },
        )

    def oembed(request: Request) -> Response:
        pairs = request.query_params.multi_items()
        check_names(pairs, ("url", "format", "maxwidth", "maxheight"))
        given = dict(pairs)
        if given.get("format", "json") != "json":
            raise Problem("wrong_value", "format", ("json",))
        if "url" not in given:
            raise Problem("missing", "url")
        asked = _asked(answers, given["url"], base_of(request))
        content = _oembed(answers, asked, base_of(request), given)
        return answer(
            request,
            Body(content, "application/json"),
            modified=answers.date(asked),
            headers=draft_headers(asked.edition.is_draft),
        )

    return [Route(PREFIX + "{name}", Endpoint(serve)), Route(OEMBED, Endpoint(oembed))]


def oembed_address(asked: Asked, base: str) -> str:
    """Where a figure's oEmbed answer is, without the host."""
    address = base + asked.address(PREFIX + asked.entry.slug)
    return f"{OEMBED}?{urlencode({'url': address, 'format': 'json'})}"


def _asked(answers: FigureAnswers, url: str, base: str) -> Asked:
    """The figure of an embed's address, or the one that a page of the dashboard leads with."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise Problem("wrong_value", "url", (base + PREFIX,)) from None
    if f"{parts.scheme}://{parts.netloc}" != base:
        raise Problem("wrong_value", "url", (base + PREFIX,))
    path, within = own_path(unquote(parts.path))
    place = own_place(path, _PLACES, PREFIXES)
    pairs = own_pairs("&".join(filter(None, (within, parts.query))))
    if place is not None and place.startswith(PREFIX):
        return requested(answers, place.removeprefix(PREFIX), pairs, themes=THEMES)
    leading = of_page(answers, place, pairs) if place is not None else None
    if leading is None:
        raise Problem("unknown_address", "url", tuple(PREFIX + entry.slug for entry in ENTRIES))
    return leading


def of_page(answers: FigureAnswers, path: str, pairs: Pairs) -> Asked | None:
    """The figure that a page's address leads with: one whose own thing it names before others, of
    those the one that the page shows first; ``None`` where no figure of the page knows all
    parameters."""
    try:
        setting = answers.setting(choose(answers.library, pairs), False)
    except Problem:
        return None
    given = dict(pairs)
    own = [entry for entry in ENTRIES if entry.page == path]
    # As the page, it leaves out what is nobody's.
    names = {*COMMON, THEME}.union(*(entry.parameters(setting) for entry in own))
    pairs = [(name, text) for name, text in given.items() if name in names]
    fitting = []
    for entry in own:
        if entry.needed and entry.needed_parameter(setting) not in given:
            continue
        try:
            fitting.append(requested(answers, entry.slug, pairs, themes=THEMES))
        except Problem:
            continue
    return min(fitting, key=_place, default=None)


def _place(asked: Asked) -> tuple[bool, bool]:
    """Where a page shows a figure among its others: its own thing's first, then what leads."""
    return not asked.entry.needed, not asked.entry.leads(asked.choices)


def _oembed(answers: FigureAnswers, asked: Asked, base: str, given: dict[str, str]) -> bytes:
    width, height = _WIDTH, _HEIGHT
    for name in ("maxwidth", "maxheight"):
        if name in given:
            text = given[name]
            if not (text.isascii() and text.isdigit()) or not _LEAST <= int(text) <= _MOST:
                raise Problem("wrong_value", name, (f"{_LEAST}-{_MOST}",))
            if name == "maxwidth":
                width = min(width, int(text))
            else:
                height = min(height, int(text))
    with using(asked.language, asked.edition.form):
        figure = answers.drawn(asked).figure
        address = base + asked.address(PREFIX + asked.entry.slug)
        return as_pretty_json(
            {
                "version": "1.0",
                "type": "rich",
                "title": figure.title,
                "provider_name": brand(asked.edition.institution),
                "provider_url": base + "/",
                "width": width,
                "height": height,
                "html": frame_html(address, width, height, figure.title),
                "thumbnail_url": base
                + asked.address(f"/grafik/{asked.entry.slug}.png", boyut="sosyal"),
                "thumbnail_width": 1200,
                "thumbnail_height": 628,
                "cache_age": 300,
            }
        )
