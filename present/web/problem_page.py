"""What a person sees where a figure's address is refused: a page that says why, and a way on.

Programs get the same refusal as JSON (``present.opendata.problems``). Who asks is told by the
browser (``Sec-Fetch-Dest``), else by what is accepted.
"""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from present.figures.registry import BY_SLUG
from present.figures.request import AUTO, DARK, LIGHT, THEME
from present.figures.setting import language_pairs
from present.kit.brand import brand
from present.kit.markup import Pieces
from present.kit.setting import LANGUAGE, Addresses
from present.kit.text import LANGUAGES, t, using
from present.opendata.problems import Problem, language_of, refused
from present.opendata.query import INSTITUTION, YEAR
from present.site.pages import GALLERY, HOME
from present.web import embed_parts
from present.web.embed_page import style

_PIECES = Pieces("web/problem_page.jinja")

#: Where a browser puts an answer that a person looks at.
_SEEN = frozenset({"document", "iframe", "frame", "fencedframe", "embed", "object"})

#: The refusals for which the page has words of its own, the API's being about files and tables.
_OWN = frozenset({"unknown_address", "absent", "not_drawn"})
#: Those that pass by themselves.
_PASSING = frozenset({"busy", "too_many", "unavailable"})
#: Those that a parameter less mends.
_SUPERFLUOUS = frozenset({"unknown_parameter", "repeated"})

#: More values than these are no help to choose from.
_MOST_VALUES = 24


def told(request: Request, problem: Problem) -> Response:
    """The answer to a refused request: a page for a person, the one shape of refusals else."""
    plain = refused(request, problem)
    if not _is_seen(request):
        return plain
    pairs = [(name, value[:100]) for name, value in request.query_params.multi_items()[:20]]
    given = dict(pairs)
    language = given.get(LANGUAGE, "")
    language = language if language in LANGUAGES else language_of(request)
    with using(language, problem.form):
        page = _page(request.url.path, pairs, problem, language).encode()
    kept = {
        name: value for name, value in plain.headers.items() if name in ("retry-after", "allow")
    }
    headers = {
        **kept,
        "Cache-Control": "no-store",
        "Content-Language": language,
        "Content-Length": str(len(page)),
        "Content-Security-Policy": embed_parts.policy(),
        "Vary": "Accept, Accept-Language, Sec-Fetch-Dest",
    }
    body = b"" if request.method == "HEAD" else page
    return Response(body, problem.status, headers, "text/html; charset=utf-8")


def _is_seen(request: Request) -> bool:
    destination = request.headers.get("sec-fetch-dest")
    if destination is not None:
        return destination in _SEEN
    return "text/html" in request.headers.get("accept", "")


def _page(path: str, pairs: list[tuple[str, str]], problem: Problem, language: str) -> str:
    given = dict(pairs)
    theme = given.get(THEME, AUTO)
    kind = problem.kind
    key = f"figures.problem_{kind}" if kind in _OWN else f"opendata.problem_{kind}_detail"
    return str(
        _PIECES(
            "page",
            language=language,
            theme=theme if theme in (AUTO, LIGHT, DARK) else AUTO,
            style=style(AUTO, embed_parts.fonts()),
            script=embed_parts.script(),
            site=brand(None),
            reason=t(key, name=problem.parameter or "") if kind not in _OWN else t(key),
            values=_values(path, pairs, problem),
            again=_again(path, pairs, problem),
            ways=_ways(path, given),
        )
    )


def _values(path: str, pairs: list[tuple[str, str]], problem: Problem) -> list[tuple[str, str]]:
    """The values that are allowed, each with the same address that has it; none where they are
    too many to choose from."""
    name, allowed = problem.parameter, problem.allowed
    if problem.kind not in ("wrong_value", "missing") or len(allowed) > _MOST_VALUES or not name:
        return []
    others = [pair for pair in pairs if pair[0] != name]
    return [(value, f"{path}?{urlencode([*others, (name, value)])}") for value in allowed]


def _again(path: str, pairs: list[tuple[str, str]], problem: Problem) -> tuple[str, str] | None:
    """The words and the address that may do: the same in a while, or without what is too much."""
    if problem.kind in _PASSING:
        return t("figures.problem_again"), path + (f"?{urlencode(pairs)}" if pairs else "")
    if problem.kind in _SUPERFLUOUS:
        others = [pair for pair in pairs if not pair[0].startswith(problem.parameter or "")]
        return t("figures.problem_without"), path + (f"?{urlencode(others)}" if others else "")
    return None


def _ways(path: str, given: dict[str, str]) -> list[tuple[str, str]]:
    """The ways into the dashboard: the figure's own page where there is such a figure, all figures,
    the first page; in the language at hand, and of the programme that the address names."""
    kept = [(name, given[name]) for name in (YEAR, INSTITUTION) if name in given]
    addresses = Addresses(before=(*kept, *language_pairs()))
    entry = BY_SLUG.get(path.rpartition("/")[2].partition(".")[0])
    own = [(t("figures.problem_page"), addresses.link(entry.page))] if entry else []
    return [*own, *((page.title, addresses.link(page.path)) for page in (GALLERY, HOME))]
