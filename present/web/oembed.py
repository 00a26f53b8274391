"""``/oembed``: how another site shows an address of ours (https://oembed.com), as consumers ask.

They add parameters that we don't know, ask by a page's address as well as by an embed's, and take a
size as the most that there is room for. What is asked for is never read more strictly than that.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from urllib.parse import unquote, urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from present.figures import framed
from present.figures.answers import FORMATS, FigureAnswers
from present.figures.registry import ENTRIES
from present.figures.request import AUTO, Asked
from present.kit.answers import Body, answer
from present.kit.brand import brand
from present.kit.setting import LANGUAGE
from present.kit.text import LANGUAGES, TURKISH, using
from present.opendata.draft import headers as draft_headers
from present.opendata.files import as_pretty_json
from present.opendata.problems import Problem
from present.opendata.query import LONGEST_QUERY, Pairs
from present.picture.sizes import SIZE
from present.site.pages import PAGES, moved
from present.web.altered import own_pairs, own_path, own_place
from present.web.embed_addresses import OEMBED, PREFIX, THEMES, embed_address
from present.web.embed_page import frame_html
from present.web.figures import LOOKS, requested
from present.web.figures import PREFIX as PICTURES
from present.web.files import Endpoint
from present.web.page_cards import leading

#: The pages by the addresses that lead to them.
_PLACES = {**{page.path: page.path for page in PAGES}, **moved()}

#: How wide a frame is offered without wishes, in pixels.
_WIDTH = 700
#: The picture that stands for the frame, in pixels.
_PICTURE = (1200, 628)
#: Of the link above the frame: its margins, a line, and how wide a letter is, in pixels.
_MARGINS, _LINE, _LETTER = 40, 28, 9

#: An address of ours that is longer is none.
_LONGEST = 2000
#: Ports that an address need not name.
_PORTS = {"http": 80, "https": 443}


def routes(answers: FigureAnswers) -> list[Route]:
    """The route of oEmbed."""

    def oembed(request: Request) -> Response:
        # What was said last counts, and what is unknown is somebody else's: WordPress always adds
        # ``dnt``.
        given = dict(request.query_params.multi_items())
        if given.get("format", "json").lower() != "json":
            raise Problem("oembed_format", "format", ("json",))
        if not given.get("url"):
            raise Problem("missing", "url")
        base = answers.public or str(request.base_url).rstrip("/")
        hosts = {_host(base), _host(str(request.base_url))}
        asked = _asked(answers, given["url"], hosts)
        most = (_most(given.get("maxwidth", "")), _most(given.get("maxheight", "")))
        return answer(
            request,
            Body(as_pretty_json(content(answers, asked, base, *most)), "application/json"),
            modified=answers.date(asked),
            headers=draft_headers(asked.edition.is_draft),
        )

    return [Route(OEMBED, Endpoint(oembed, longest=LONGEST_QUERY))]


def content(
    answers: FigureAnswers, asked: Asked, base: str, most_wide: int | None, most_high: int | None
) -> dict[str, object]:
    """The answer: a link with the figure's title, and its frame below. Where a browser refuses the
    frame, because nobody allowed the site, the link is what is left.

    ``most_wide`` and ``most_high``: what there is room for, in pixels; ``None`` without a wish.
    """
    width = min(_WIDTH, most_wide or _WIDTH)
    with using(asked.language, asked.edition.form):
        figure = answers.drawn(asked).figure
        link = _link_height(figure.title, width)
        high = framed.height(figure, width) + link
        height = min(high, most_high or high)
        return {
            "version": "1.0",
            "type": "rich",
            "title": figure.title,
            "provider_name": brand(asked.edition.institution),
            "provider_url": base + "/",
            "cache_age": 300,
            "width": width,
            "height": height,
            "html": frame_html(
                base + embed_address(asked),
                base + asked.page,
                width,
                max(height - link, 1),
                figure.title,
            ),
            **_thumbnail(asked, base, most_wide, most_high),
        }


def _link_height(title: str, width: int) -> int:
    return _MARGINS + _LINE * ceil(len(title) * _LETTER / max(width - _MARGINS * 2, 100))


def _thumbnail(
    asked: Asked, base: str, most_wide: int | None, most_high: int | None
) -> dict[str, object]:
    """The picture that stands for the frame; none where it is larger than there is room for."""
    width, height = _PICTURE
    if width > (most_wide or width) or height > (most_high or height):
        return {}
    picture = asked.address(f"{PICTURES}{asked.entry.slug}.png", **{SIZE: "sosyal"})
    return {
        "thumbnail_url": base + picture,
        "thumbnail_width": width,
        "thumbnail_height": height,
    }


def _most(text: str) -> int | None:
    """The most pixels that there is room for; ``None`` where nothing is said that means one."""
    text = text.strip().removesuffix("px")
    return int(text[:6]) or None if text.isascii() and text.isdigit() else None


def _host(url: str) -> str:
    """The host of an address with its port, unless that goes without saying; empty for an address
    that is none of HTTP's."""
    try:
        parts = urlsplit(url)
        port, host = parts.port, (parts.hostname or "").removesuffix(".")
    except ValueError:
        return ""
    if parts.scheme not in _PORTS or not host:
        return ""
    # Behind a proxy that ends TLS, we are asked for by the one scheme and called by the other.
    return host if port is None or port in _PORTS.values() else f"{host}:{port}"


def _asked(answers: FigureAnswers, url: str, hosts: set[str]) -> Asked:
    """The figure that an address of ours means: an embed's, a picture's or file's, or the one that
    a page leads with. Raises ``Problem``: there is none at any other."""
    unknown = Problem("unknown_address", "url", tuple(PREFIX + entry.slug for entry in ENTRIES))
    if len(url) > _LONGEST or _host(url) not in hosts:
        raise unknown
    parts = urlsplit(url)
    path, within = own_path(unquote(parts.path))
    place = own_place(path, _PLACES, (PREFIX, PICTURES))
    pairs = own_pairs("&".join(filter(None, (within, parts.query))))
    try:
        asked = _of_place(answers, place, pairs) if place is not None else None
    except Problem as problem:
        # What the address says wrongly is no fault of who asks what is there.
        raise (problem if problem.status >= 500 else unknown) from None
    if asked is None:
        raise unknown
    return asked


def _of_place(answers: FigureAnswers, place: str, pairs: Pairs) -> Asked | None:
    if place.startswith(PREFIX):
        return requested(answers, place.removeprefix(PREFIX), pairs, themes=THEMES)
    if place.startswith(PICTURES):
        slug, _, ending = place.removeprefix(PICTURES).partition(".")
        if ending not in FORMATS:
            return None
        own = [pair for pair in pairs if pair[0] not in LOOKS.get(ending, ())]
        return requested(answers, slug, own, themes=THEMES)
    language = dict(pairs).get(LANGUAGE, TURKISH)
    asked = leading(answers, place, language if language in LANGUAGES else TURKISH, pairs)
    if asked is None or asked.entry.page != place:
        return None
    return replace(asked, theme=AUTO)
