"""``/oneriler.json``: what the field of the search suggests, one file for a programme and a
language."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from present.figures.setting import language_pairs, setting_of
from present.kit.answers import FOREVER, FRESH, Body, answer, kept_bodies
from present.kit.setting import LANGUAGE, Addresses
from present.kit.text import LANGUAGES, TURKISH, using
from present.opendata import draft
from present.opendata.problems import Problem
from present.opendata.query import INSTITUTION, YEAR, check_names
from present.opendata.source import Library
from present.search import suggestions
from present.web.files import Endpoint
from present.web.programmes import choose

ADDRESS = suggestions.ADDRESS
_MEDIA = "application/json; charset=utf-8"


def routes(library: Library) -> list[Route]:
    """The route of the suggestions. An address with the mark of what the file is made from never
    changes; one with another mark gets the file of now, for a while."""
    kept = kept_bodies(4 * 2**20)

    def serve(request: Request) -> Response:
        pairs = request.query_params.multi_items()
        check_names(pairs, (YEAR, INSTITUTION, LANGUAGE, suggestions.MARK))
        given = dict(pairs)
        language = given.get(LANGUAGE, TURKISH)
        if language not in LANGUAGES:
            raise Problem("wrong_value", LANGUAGE, LANGUAGES)
        edition = choose(library, [pair for pair in pairs if pair[0] in (YEAR, INSTITUTION)])
        with using(language, edition.form):
            addresses = Addresses(before=(*edition.parameters.items(), *language_pairs()))
            setting = setting_of(library, edition, addresses, is_dark=False)
            mark = suggestions.mark(setting)
            fields = draft.fields(edition.is_draft)
            body = kept.get(mark, lambda: Body(suggestions.content(setting, fields), _MEDIA))
        is_named = given.get(suggestions.MARK) == mark
        headers = draft.headers(edition.is_draft)
        return answer(request, body, cache=FOREVER if is_named else FRESH, headers=headers)

    return [Route(suggestions.ADDRESS, Endpoint(serve))]
