"""``/api/v1/...``: every table as read-only JSON, with filters, order, pages and a total.

Plain Starlette. A parameter is one that the table's columns give or the request is refused; answers
are kept by dataset and question in a bounded cache.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kbb_data import turkish
from kbb_data.schema import BY_NAME, STRATEGIC_PLAN, Table, tables_of
from present.kit.answers import Body, answer, kept_bodies
from present.kit.text import LANGUAGES, using
from present.opendata import api_page, openapi
from present.opendata.draft import fields
from present.opendata.draft import headers as draft_headers
from present.opendata.files import as_json, as_pretty_json, origin, row_json
from present.opendata.formats import FORMATS
from present.opendata.problems import Problem, language_of
from present.opendata.query import INSTITUTION, YEAR, Query, check_names, fitting, parse
from present.opendata.source import Edition, Library
from present.site.pages import DATA
from present.web.files import Endpoint
from present.web.programmes import choose

PREFIX = openapi.PREFIX

#: The beginnings of the addresses that the routes here answer for.
PREFIXES = ("/api/",)

_LANGUAGE = "lang"
_OPENAPI = "application/openapi+json;version=3.1"


class Api:
    """The API's answers over a library."""

    def __init__(self, library: Library, limit: int = 32 * 2**20) -> None:
        self.library = library
        self._kept = kept_bodies(limit)
        # Rows are written once, not at each question.
        self._texts = lru_cache(maxsize=128)(self._write_rows)

    def rows(self, edition: Edition, table: Table, query: Query) -> Body:
        """What a table answers to a question."""
        key = (edition, table.name, query)
        return self._kept.get(key, lambda: self._rows(edition, table, query))

    def tables(self, edition: Edition) -> Body:
        """Every table with its columns and rows' count, and the programmes to choose from."""
        editions = self.library.editions()
        return self._kept.get((edition, editions), lambda: self._tables(edition, editions))

    def openapi(self, language: str) -> Body:
        """The API's description for machines."""
        editions = self.library.editions()
        key = (editions, "openapi", language)
        return self._kept.get(key, lambda: self._openapi(editions, language))

    def page(self, language: str) -> Body:
        """The API's description for people."""
        form = _form(self.library.editions())
        return self._kept.get(("page", language, form), lambda: self._page(language, form))

    def _rows(self, edition: Edition, table: Table, query: Query) -> Body:
        table = table.in_form(edition.form)
        places = fitting(table, self.library.rows(edition, table.name), query)
        texts = self._texts(edition, table.name)
        page = [texts[place] for place in places[query.offset : query.offset + query.limit]]
        path, choice = f"{PREFIX}/{table.name}", edition.parameters
        links = {"self": query.address(path, choice)}
        if query.offset + query.limit < len(places):
            links["next"] = query.address(path, choice, query.offset + query.limit)
        if query.offset:
            links["previous"] = query.address(path, choice, max(query.offset - query.limit, 0))
        content = {
            "table": table.name,
            "title": {"tr": table.tr, "en": table.en},
            **origin(edition, self.library.descriptor(edition)),
            "total": len(places),
            "count": len(page),
            "limit": query.limit,
            "offset": query.offset,
            "links": links,
        }
        whole = as_json(content).removesuffix(b"}") + b',"rows":[' + b",".join(page) + b"]}"
        return Body(whole, "application/json")

    def _write_rows(self, edition: Edition, table: str) -> tuple[bytes, ...]:
        """Each row of a table as JSON."""
        rows = self.library.rows(edition, table)
        return tuple(as_json(row_json(BY_NAME[table], row)) for row in rows)

    def _tables(self, edition: Edition, editions: tuple[Edition, ...]) -> Body:
        counts = self.library.counts(edition)
        content = {
            **origin(edition, self.library.descriptor(edition)),
            "programmes": [
                {
                    **fields(programme.is_draft),
                    "yil": str(programme.year),
                    "kurum": turkish.slug(programme.institution),
                    "institution": programme.institution,
                }
                for programme in editions
            ],
            "tables": [
                _described(table, counts[table.name], edition) for table in tables_of(edition.form)
            ],
        }
        return Body(as_json(content), "application/json")

    def _openapi(self, editions: tuple[Edition, ...], language: str) -> Body:
        years = tuple(dict.fromkeys(str(edition.year) for edition in editions))
        institutions = tuple(
            dict.fromkeys(turkish.slug(edition.institution) for edition in editions)
        )
        version = self.library.descriptor(editions[0])["version"] if editions else ""
        with using(language, _form(editions)):
            content = openapi.document(version, years, institutions)
        return Body(as_pretty_json(content), _OPENAPI)

    def _page(self, language: str, form: str) -> Body:
        with using(language, form):
            return Body(api_page.page().encode("utf-8"), "text/html")


def _form(editions: tuple[Edition, ...]) -> str:
    """The form in whose words the API is described: that of the newest programme."""
    return editions[0].form if editions else STRATEGIC_PLAN


def _described(table: Table, rows: int, edition: Edition) -> dict[str, Any]:
    choice = edition.parameters
    return {
        "name": table.name,
        "title": {"tr": table.tr, "en": table.en},
        "description": f"One row is {table.row}.",
        "rows": rows,
        "key": list(table.key),
        "columns": [
            {
                "name": column.name,
                "type": column.type,
                "title": {"tr": column.tr, "en": column.en},
                "meaning": column.meaning,
                "unit": column.unit,
                "required": column.required,
                "values": list(column.values),
            }
            for column in table.columns
        ],
        "links": {
            "rows": Query().address(f"{PREFIX}/{table.name}", choice),
            **{
                form.key: Query().address(f"{DATA.path}/{table.name}.{form.ending}", choice)
                for form in FORMATS
            },
        },
    }


def routes(api: Api) -> list[Route]:
    """The routes under ``/api/``."""

    def serve(request: Request) -> Response:
        name = request.path_params["name"]
        pairs = request.query_params.multi_items()
        if name in ("", "openapi.json"):
            check_names(pairs, (_LANGUAGE,))
            language = request.query_params.get(_LANGUAGE, language_of(request))
            if language not in LANGUAGES:
                raise Problem("wrong_value", _LANGUAGE, LANGUAGES)
            body = api.openapi(language) if name else api.page(language)
            response = answer(request, body)
            response.headers["Vary"] = "Accept-Encoding, Accept-Language"
            return response
        if name == "tables":
            check_names(pairs, (YEAR, INSTITUTION))
            edition = choose(api.library, pairs, is_strict=True)
            return _answer(request, api, edition, api.tables(edition))
        if name not in BY_NAME:
            known = ("tables", "openapi.json", *BY_NAME)
            raise Problem("unknown_address", None, tuple(f"{PREFIX}/{table}" for table in known))
        table = BY_NAME[name]
        query = parse(table, pairs)
        edition = choose(api.library, pairs, is_strict=True)
        return _answer(request, api, edition, api.rows(edition, table, query))

    def unknown(request: Request) -> Response:
        if request.path_params["rest"] in ("", "v1"):
            return RedirectResponse(f"{PREFIX}/", 308)
        raise Problem("unknown_address", None, (f"{PREFIX}/",))

    return [
        Route(PREFIX + "/{name:path}", Endpoint(serve)),
        Route("/api/{rest:path}", Endpoint(unknown)),
    ]


def _answer(request: Request, api: Api, edition: Edition, body: Body) -> Response:
    descriptor = api.library.descriptor(edition)
    headers = {
        **draft_headers(edition.is_draft),
        "Dataset-Version": str(descriptor["version"]),
        "Link": f'<{descriptor["licenses"][0]["path"]}>; rel="license", '
        f'<{PREFIX}/openapi.json>; rel="service-desc"',
    }
    return answer(request, body, modified=edition.date, headers=headers)
