"""The dashboard's mark, where browsers and readers' programs look for it without asking."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from present.kit.answers import Body, answer
from present.kit.text import ROOT as TEXTS

#: Path, file among the assets, media type. ``favicon.ico`` is made by ``docs/make_icon.py``.
_FILES = (
    ("/favicon.ico", "favicon.ico", "image/vnd.microsoft.icon"),
    ("/favicon.svg", "mark.svg", "image/svg+xml"),
)
ADDRESSES = tuple(path for path, _, _ in _FILES)

_DAY = "public, max-age=86400"


def routes() -> list[Route]:
    """The routes of the mark's files."""
    return [_route(path, file, media) for path, file, media in _FILES]


def _route(path: str, file: str, media: str) -> Route:
    body = Body((TEXTS.parent / file).read_bytes(), media)

    def serve(request: Request) -> Response:
        return answer(request, body, cache=_DAY)

    return Route(path, serve, methods=["GET", "HEAD"])
