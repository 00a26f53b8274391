"""Plain HTTP beside the dashboard: the page's shell, refusals, headers, health.

Streamlit serves one English shell for every address. Here each page's shell says which language
it is in and what it is about, an address that is none gets a real 404, and nobody can put files
into a session. Knows Starlette and not Streamlit: the stock shell is handed in.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Protocol
from urllib.parse import parse_qs, parse_qsl

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kbb_data.turkish import fold
from present.kit import framing
from present.kit.answers import without_plain
from present.kit.markup import Pieces, joined
from present.kit.text import ROOT as TEXTS
from present.kit.text import TURKISH, using
from present.opendata.draft import headers as draft_headers
from present.web import altered, platform
from present.web.ways import ways_around

log = logging.getLogger(__name__)

_PIECES = Pieces("web/shell.jinja")

#: Prefixes that Streamlit itself answers.
_STREAMLIT = ("/_stcore/", "/static/", "/media/", "/component/", "/_st/")
_STREAMLIT_FILES = ("/favicon.png", "/favicon.ico", "/robots.txt", "/manifest.json")

#: Paths of Streamlit's that no visitor needs.
_CLOSED = ("/_stcore/upload_file", "/_stcore/metrics", "/_stcore/agent")

#: Without it the shell of /butce first asks for /butce/_stcore/health and finds nothing there.
_BACKEND = "window.__streamlit = {BACKEND_BASE_URL: location.origin}"

#: Where a shell takes up what is only known when it is served: the words without JavaScript, and
#: what its head says behind the title.
_WORDS, _HEAD = "<!--words-->", "<!--head-->"

#: The look of the page for an address that is none; it loads nothing.
_NOT_FOUND_STYLE = Markup(
    "body{font:1.1rem/1.6 system-ui,sans-serif;margin:10vh auto;"
    "max-width:34rem;padding:0 1.25rem;color:#172033;background:#fff}a{color:#1f4fa3}"
    "ul{padding:0;list-style:none;columns:2}li{min-height:1.75rem}"
    "@media(prefers-color-scheme:dark){body{color:#eaf0f8;background:#0e1b2a}a{color:#9cbdf8}}"
)


_SCRIPTS = (
    "copy.js", "share.js", "folds.js", "parts.js", "rows.js", "land.js", "frame.js", "suggest.js",
)  # fmt: skip


@cache
def _scripts() -> str:
    """What stands behind buttons, folds and the search's field, and what goes to the part that an
    address ends in and to the heading of the next page."""
    return "".join((TEXTS.parent / name).read_text(encoding="utf-8") for name in _SCRIPTS)


@cache
def _in_sandbox() -> Markup:
    """What shows the words without JavaScript where a frame's sandbox lets nothing else start."""
    return Markup((TEXTS.parent / "sandboxed.js").read_text(encoding="utf-8"))


@cache
def _plain_style() -> Markup:
    """The look of a page without JavaScript."""
    return Markup((TEXTS.parent / "plain.css").read_text(encoding="utf-8"))


def content_security_policy() -> str:
    """What a page may load, and who may frame it.

    Vega compiles its expressions and Streamlit sets styles in place, hence the two 'unsafe'
    words; no address but our own server's is allowed for anything.
    """
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
            "worker-src 'self' blob:",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' data: blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            framing.directive(),
        )
    )


def headers() -> dict[str, str]:
    """The headers that every answer carries."""
    return {
        "Content-Security-Policy": content_security_policy(),
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }


@dataclass(frozen=True, slots=True)
class Head:
    """What a page's shell says of it: its name, its title, and one sentence or two."""

    name: str
    title: str
    description: str


def shell(stock: str, head: Head, language: str) -> str:
    """Streamlit's shell in a language: title, description, icon, the look of a page without
    JavaScript, and places for what is only known when it is served (``_WORDS``, ``_HEAD``).

    Raises ``ValueError`` when the stock shell is not of the form that this knows.
    """
    # Readers look for the encoding in the first 1,024 bytes. The others point at what is closed
    # here, and at an icon of Streamlit's.
    page = re.sub(
        r'<meta charset=[^>]*>|<link rel="(?:service-desc|shortcut icon)"[^>]*>', "", stock
    )
    page = re.sub(r"<noscript>.*?</noscript>", "", page, flags=re.DOTALL)
    with using(language):
        scripts = f"<script>{_BACKEND};{platform.script()}{_scripts()}</script>"
        sandboxed = _PIECES("sandboxed", script=_in_sandbox())
    for old, new in (
        ('lang="en"', f'lang="{language}"'),
        ("<head>", f'<head><meta charset="utf-8">{_PIECES("icon")}{scripts}'),
        ("<title>Streamlit</title>", f"{_PIECES('title', head=head)}{_HEAD}"),
        ("</head>", f"{_PIECES('plain_style', style=_plain_style())}</head>"),
        ("<body>", f"<body>{_WORDS}"),
        ("</body>", f"{sandboxed}</body>"),
    ):
        if old not in page:
            raise ValueError(f"the stock shell has no {old!r}; see present.web.shell")
        page = page.replace(old, new, 1)
    return page


#: Names and values of an address's parameters.
Pairs = Sequence[tuple[str, str]]


class Extra(Protocol):
    """What a page's shell says beside its head, asked each time that it is served, in a thread."""

    def head(self, path: str, language: str, pairs: Pairs, base: str) -> Markup:
        """HTML for the page's head, after its title."""

    def words(self, path: str, language: str, pairs: Pairs) -> Markup:
        """HTML for readers without JavaScript."""


#: The pages' heads by language and path.
Heads = Mapping[str, Mapping[str, Head]]


class HeadsOf(Protocol):
    """What knows the pages' heads of the programme that an address's parameters name."""

    def __call__(self, pairs: Pairs) -> Heads:
        """The heads, of the same pages and languages whatever is asked for."""


class LackingOf(Protocol):
    """What says which pages the menu lacks of the programme that an address's parameters name."""

    def __call__(self, pairs: Pairs) -> Collection[str]:
        """The pages' paths."""


class SpelledOf(Protocol):
    """What spells the codes of a page's address as we do."""

    def __call__(self, path: str, pairs: Pairs) -> Pairs:
        """The parameters, those whose value is understood in our own spelling."""


def as_given(path: str, pairs: Pairs) -> Pairs:
    """The parameters of a page's address, unchanged."""
    return pairs


def nothing_lacking(pairs: Pairs) -> Collection[str]:
    """No page, whatever is asked for."""
    return ()


def page_routes(
    stock: str,
    heads: Heads,
    extras: Sequence[Extra] = (),
    heads_of: HeadsOf | None = None,
    mark: Callable[[str, Pairs], Markup] | None = None,
) -> list[Route]:
    """A route for each page's address that serves its shell in the language that is asked for.

    ``heads`` are, by language, the pages' heads by path; Turkish must be among them. ``heads_of``
    says those of the programme that is asked for; without it ``heads`` are. ``extras`` are asked,
    in a thread, each time that a shell is served; what one of them fails at is left out. ``mark``:
    what stands before the title where the address opens a draft, which no search engine is to
    take; empty else.
    """

    @lru_cache(maxsize=1024)
    def worded(head: Head, language: str) -> str:
        return shell(stock, head, language)

    # What can't be worded is to fail at the start.
    for language, pages in heads.items():
        for own in pages.values():
            worded(own, language)
    routes = []
    for path in heads[TURKISH]:

        def serve(request: Request, path: str = path) -> Response:
            language = request.query_params.get("lang", TURKISH)
            language = language if language in heads else TURKISH
            pairs = request.query_params.multi_items()
            page = (heads_of(pairs) if heads_of else heads)[language][path]
            content = worded(page, language)
            base = str(request.base_url).rstrip("/")
            head = joined(
                *(_unless_failing(extra.head, path, language, pairs, base) for extra in extras)
            )
            words = joined(
                *(_unless_failing(extra.words, path, language, pairs) for extra in extras)
            )
            said = _unless_failing(mark, language, pairs) if mark is not None else Markup()
            with using(language):
                ways = ways_around(path, pairs, language)
                words = _PIECES("noscript", head=page, mark=said, below=words, **ways)
            noindex = draft_headers(is_draft=bool(said))
            if said:
                head += _PIECES("noindex", robots=noindex["X-Robots-Tag"])
                content = content.replace("<title>", f"<title>{said} · ", 1)
            for place, html in ((_WORDS, words), (_HEAD, head)):
                content = content.replace(place, html, 1)
            return HTMLResponse(content, headers=noindex or {"Cache-Control": "no-cache"})

        routes.append(Route(path, serve, methods=["GET", "HEAD"]))
    return routes


def _unless_failing(make: Callable[..., Markup], *arguments: object) -> Markup:
    """What an extra says; nothing, and a line in the log, where it fails: the page comes first."""
    try:
        return make(*arguments)
    except Exception:
        log.exception("%s failed for %s", make.__qualname__, arguments[0])
        return Markup()


def health_route(is_healthy: Callable[[], bool]) -> Route:
    """``/health``: 200 while the database answers, else 503."""

    def serve(request: Request) -> Response:
        if is_healthy():
            return PlainTextResponse("ok")
        return PlainTextResponse("database unavailable", status_code=503)

    return Route("/health", serve, methods=["GET", "HEAD"])


def not_found(path: str, heads: Mapping[str, Mapping[str, Head]], language: str) -> Response:
    """The page for an address that is none of ours: the nearest page first, then all pages."""
    pages = heads.get(language, heads[TURKISH])
    near = get_close_matches(fold(path), pages, n=1, cutoff=0.6)
    kept = f"?lang={language}" if language != TURKISH else ""
    links = {target: (head.name, target + kept) for target, head in pages.items()}
    with using(language):
        content = _PIECES(
            "not_found",
            language=language,
            style=_NOT_FOUND_STYLE,
            near=[links[target] for target in near],
            pages=links.values(),
        )
    return HTMLResponse(content, status_code=404)


class Guard:
    """Closes what no visitor needs, answers unknown addresses with 404, sets the headers."""

    def __init__(
        self,
        app: ASGIApp,
        heads: Mapping[str, Mapping[str, Head]],
        others: Sequence[str] = (),
        prefixes: Sequence[str] = (),
        moved: Mapping[str, str] | None = None,
        heads_of: HeadsOf | None = None,
        lacking: LackingOf = nothing_lacking,
        strict: Sequence[str] = (),
        spelled: SpelledOf = as_given,
    ) -> None:
        """``heads`` as ``page_routes`` takes them; ``others`` are further addresses of ours.

        ``prefixes`` are beginnings of addresses that routes of ours serve and answer for
        themselves, 404 included; one that ends in a slash does not take in the page before it.
        ``moved``: addresses that pages had before, with those that they have now. ``heads_of`` as
        there. ``lacking``: the paths of pages that the menu of the programme shown lacks; they are
        served and not led to. ``strict``: the beginnings of addresses that mean nothing but what
        they say. ``spelled``: asked in a thread, of a page's address with parameters.
        """
        self.app, self.heads = app, heads
        self.heads_of = heads_of or (lambda pairs: heads)
        self.others = frozenset(others)
        self.known = self.others.union(heads[TURKISH])
        self._places = {**dict(zip(self.known, self.known, strict=True)), **dict(moved or {})}
        self.prefixes = tuple(prefixes)
        self.lacking = lacking
        self.strict, self.spelled = tuple(strict), spelled

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or hand on one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        query = scope.get("query_string", b"").decode("latin-1")
        refusal: Response | None = None
        if not self._is_streamlits(path):
            own = await self._own(path, query) if scope["method"] in ("GET", "HEAD") else None
            if own is not None:
                # What an address means changes with the data: nobody is to keep the answer.
                refusal = RedirectResponse(own, 308, {"Cache-Control": "no-cache"})
        refusal = refusal or self._refusal(path, query)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                outgoing = MutableHeaders(scope=message)
                without_plain(outgoing)
                for name, value in headers().items():
                    outgoing.setdefault(name, value)
            await send(message)

        if refusal is not None:
            await refusal(scope, receive, send_with_headers)
        else:
            await self.app(scope, receive, send_with_headers)

    def _is_streamlits(self, path: str) -> bool:
        return path in _STREAMLIT_FILES or any(prefix in path for prefix in _STREAMLIT)

    async def _own(self, path: str, query: str) -> str | None:
        """Our own address for one that was altered, or that a page had before; ``None`` for one
        that is as we write it, or that is none."""
        said, within = altered.own_path(path)
        place = altered.own_place(said, self._places, self.prefixes)
        if place is None or place.startswith(self.strict):
            return None
        if place in self.others:
            return place + (f"?{query}" if query else "") if place != path else None
        given: Pairs = parse_qsl(query, keep_blank_values=True)
        pairs: Pairs = altered.own_pairs("&".join(filter(None, (within, query))))
        if pairs and place in self.heads[TURKISH]:
            try:
                pairs = await run_in_threadpool(self.spelled, place, pairs)
            except Exception:
                # The page comes first: it says itself what it does not understand.
                log.exception("an address of %s could not be spelled", place)
        if pairs != given:
            return altered.address(place, pairs)
        return place + (f"?{query}" if query else "") if place != path else None

    def _refusal(self, path: str, query: str) -> Response | None:
        if any(closed in path for closed in _CLOSED):
            return PlainTextResponse("closed", status_code=403)
        if path in self.known or self._is_streamlits(path) or path.startswith(self.prefixes):
            return None
        language = parse_qs(query).get("lang", [TURKISH])[-1]
        pairs = parse_qsl(query)
        lacking = self.lacking(pairs)
        heads = {
            spoken: {target: head for target, head in own.items() if target not in lacking}
            for spoken, own in self.heads_of(pairs).items()
        }
        return not_found(path, heads, language if language in heads else TURKISH)
