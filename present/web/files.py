"""``/veri/...``: every table as CSV, JSON and XLSX, the packages, and what describes them.

Plain Starlette, beside the page ``/veri``. Work is done in threads, answers are kept by dataset
and file, so that a file is made once a version.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from db.errors import DatabaseUnavailable
from kbb_data.publishing import package, published
from kbb_data.schema import BY_NAME, Table, tables_of
from present.kit import cors
from present.kit.answers import FOREVER, FRESH, Body, answer, kept_bodies
from present.kit.draft import file_name
from present.kit.ranges import Unsatisfiable
from present.kit.text import TURKISH, using
from present.opendata import catalogue, csvw, derived, fiscal, formats, geography, packages
from present.opendata.derived import Derived
from present.opendata.draft import FIELD
from present.opendata.draft import headers as draft_headers
from present.opendata.files import as_json, as_pretty_json, origin
from present.opendata.geography import GeoFile
from present.opendata.problems import Problem, refused
from present.opendata.query import (
    INSTITUTION,
    LONGEST_VALUE,
    YEAR,
    check_lengths,
    check_names,
)
from present.opendata.source import Edition, Library, library
from present.opendata.table_files import derived_file, derived_table, table_file
from present.site import pages
from present.web.geography import geo_file
from present.web.programmes import choose

PREFIX = f"{pages.DATA.path}/"
PUBLIC_ADDRESS = "KBB_PUBLIC_ADDRESS"

#: The beginnings of the addresses that the routes here answer for.
PREFIXES = (PREFIX,)

_CSV = formats.CSV.media
_JSON = formats.JSON.media
_ZIP = "application/zip"
_PACKAGE, _CATALOGUE, _GROUP = package.PACKAGE, "catalog.jsonld", "csv-metadata.json"
_METADATA = ".csv-metadata.json"
_FISCAL = "mali"
_MEDIA = {".csv": _CSV, ".json": _JSON, ".toml": "text/plain", ".md": "text/markdown",
          ".zip": _ZIP}  # fmt: skip

Handler = Callable[[Request], Response]
Refusal = Callable[[Request, Problem], Response]


class Endpoint:
    """An address that answers GET and HEAD, in a thread, and OPTIONS with what a page of another
    origin may send; all else is refused in the one shape."""

    def __init__(
        self, handler: Handler, *, told: Refusal = refused, longest: int = LONGEST_VALUE
    ) -> None:
        """``told``: the answer to what is refused; ``longest``: as ``check_lengths`` takes it."""
        self._handler, self._told, self._longest = handler, told, longest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        response = await run_in_threadpool(self._answer, request)
        await response(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        try:
            if request.method == "OPTIONS":
                return Response(status_code=204, headers=cors.PREFLIGHT)
            if request.method not in cors.METHODS:
                raise Problem("method", request.method, cors.METHODS)
            check_lengths(request.url.query, request.query_params.multi_items(), self._longest)
            return self._handler(request)
        except Problem as problem:
            return self._told(request, problem)
        except Unsatisfiable as beyond:
            there = (f"bytes=0-{beyond.size - 1}",) if beyond.size else ()
            size = {"Content-Range": f"bytes */{beyond.size}"}
            return refused(request, Problem("range", "Range", there), size)
        except DatabaseUnavailable:
            return self._told(request, Problem("unavailable"))


@cache
def files() -> Files:
    """The application's files, for pages and routes alike."""
    return Files(library())


class Files:
    """What stands under ``/veri/``; the page and the routes take the same bytes from it."""

    def __init__(self, library: Library, limit: int = 32 * 2**20) -> None:
        self.library = library
        self._kept = kept_bodies(limit)

    def table(self, edition: Edition, table: Table, ending: str) -> Body:
        """A table's file, by the ending of one of ``formats.FORMATS`` or ``csv-metadata.json``."""

        def make() -> Body:
            if ending == _GROUP:
                return self._metadata(edition, table.in_form(edition.form), table.name)
            form = formats.BY_ENDING[ending]
            return Body(table_file(self.library, edition, table, form), form.media)

        return self._kept.get((edition, table.name, ending), make)

    def derived(self, edition: Edition, made: Derived, ending: str) -> Body:
        """A file of a table that is made of others, by the same endings."""

        def make() -> Body:
            if ending == _GROUP:
                table, _rows = derived_table(self.library, edition, made)
                return self._metadata(edition, table, made.path.rpartition("/")[2])
            form = formats.BY_ENDING[ending]
            return Body(derived_file(self.library, edition, made, form), form.media)

        return self._kept.get((edition, made.path, ending), make)

    def geography(self, edition: Edition, file: GeoFile) -> Body:
        """A file for map programs; the programme's institution has a place."""

        def make() -> Body:
            about = origin(edition, self.library.descriptor(edition))
            assets = self.library.answer(edition, "assets")
            return Body(geo_file(assets, edition, file, about), file.media)

        return self._kept.get((edition, file.path), make)

    def archive(self, edition: Edition) -> Body:
        """The whole package."""
        return self._kept.get((edition, "zip"), lambda: Body(self.library.archive(edition), _ZIP))

    def named(self, edition: Edition, name: str, base: str = "") -> Body:
        """``datapackage.json`` or ``csv-metadata.json`` of all tables, or the fiscal package's
        ``datapackage.json`` behind ``mali/``. ``base`` begins the packages' own addresses."""
        make: dict[str, Callable[[Edition, str], Body]] = {
            _PACKAGE: self._package,
            _GROUP: self._group,
            f"{_FISCAL}/{_PACKAGE}": self._fiscal_package,
        }
        return self._kept.get((edition, name, base), lambda: make[name](edition, base))

    def dcat(self, base: str) -> Body:
        """The DCAT catalogue of all programmes, with addresses that begin with ``base``."""
        editions = self.library.editions()

        def make() -> Body:
            items = [self.item(edition) for edition in editions]
            with using(TURKISH, editions[0].form if editions else None):
                return Body(as_json(catalogue.dcat(items, base)), catalogue.MEDIA)

        return self._kept.get((editions, _CATALOGUE, base), make)

    def item(self, edition: Edition) -> catalogue.Item:
        """A programme as a catalogue describes it."""
        return catalogue.Item(
            edition, self.library.heading(edition), self.library.archived(edition)
        )

    def version(self, version: str, name: str) -> tuple[Mapping[str, Any], Body] | None:
        """A file of a published version, or of the one at hand, byte for byte, and what its
        package says; nothing for a version that is none. Raises ``Problem`` for an unknown file.
        """
        files, whole = self._version(version)
        if not files:
            return None
        descriptor = json.loads(files[_PACKAGE])
        contents = {**files, f"kbb-{version.partition('.')[0]}.zip": whole}
        if name not in contents:
            raise Problem("unknown_address", None, tuple(sorted(contents)))
        media = _MEDIA.get(name[name.rfind(".") :], "application/octet-stream")
        return descriptor, self._kept.get((version, name), lambda: Body(contents[name], media))

    def _version(self, version: str) -> tuple[Mapping[str, bytes], bytes]:
        if version in published.versions():
            return published.members(version), published.archived(version) or b""
        fitting = (
            edition
            for edition in self.library.editions()
            if edition.is_draft or version.startswith(f"{edition.year}.")
        )
        # Those that bear it first: files written from the database have a version of their own,
        # which is known when they are made.
        for edition in sorted(fitting, key=lambda edition: edition.version != version):
            if self.library.descriptor(edition)["version"] == version:
                return self.library.files(edition), self.library.archive(edition)
        return {}, b""

    def _metadata(self, edition: Edition, table: Table, stem: str) -> Body:
        about = origin(edition, self.library.descriptor(edition))
        content = csvw.table_metadata(table, relative(edition, f"{stem}.csv"), about)
        return Body(as_pretty_json(content), csvw.MEDIA)

    def _group(self, edition: Edition, _base: str) -> Body:
        about = origin(edition, self.library.descriptor(edition))
        tables = tables_of(edition.form)
        urls = {table.name: relative(edition, f"{table.name}.csv") for table in tables}
        return Body(as_pretty_json(csvw.group_metadata(tables, urls, about)), csvw.MEDIA)

    def _package(self, edition: Edition, base: str) -> Body:
        """The package's descriptor; its paths lead to this version's exact files."""
        descriptor = self.library.descriptor(edition)
        resources = [
            {**resource, "path": f"{descriptor['version']}/{resource['path']}"}
            for resource in descriptor["resources"]
        ]
        about = packages.about(edition, descriptor, base)
        return Body(as_pretty_json({**about, "resources": resources}), _JSON)

    def _fiscal_package(self, edition: Edition, base: str) -> Body:
        costs = derived.NAMED_COSTS
        content = self.derived(edition, costs, "csv").content
        path = relative(edition, fiscal.CSV)
        descriptor = self.library.descriptor(edition)
        made = fiscal.fiscal_package(content, path, descriptor, edition.form)
        return Body(as_pretty_json(packages.about(edition, made, base)), _JSON)


def relative(edition: Edition, name: str) -> str:
    """A file's address as one beside it names it."""
    parameters = edition.parameters
    return name + (f"?{urlencode(parameters)}" if parameters else "")


def routes(files: Files, public_address: str = "") -> list[Route]:
    """The routes under ``/veri/``.

    ``public_address`` is this server's address for descriptions that need a whole one; without
    it the one that a request came to.
    """

    def serve(request: Request) -> Response:
        path = request.path_params["path"]
        pairs = request.query_params.multi_items()
        base = public_address.rstrip("/") or str(request.base_url).rstrip("/")
        version, _, name = path.partition("/")
        if published.VERSION.fullmatch(version) or published.DRAFT_VERSION.fullmatch(version):
            check_names(pairs, ())
            kept = files.version(version, name)
            if kept is None:
                raise Problem("unknown_address", None, published.versions())
            descriptor, body = kept
            return _answer(request, body, name, cache=FOREVER, descriptor=descriptor)
        if path == _CATALOGUE:
            check_names(pairs, ())
            any_draft = any(edition.is_draft for edition in files.library.editions())
            return _answer(request, files.dcat(base), path, is_draft=any_draft)
        check_names(pairs, (YEAR, INSTITUTION))
        year = _year_of_archive(path)
        if year is not None:
            check_names(pairs, (INSTITUTION,))
        edition = choose(files.library, pairs, year)
        body = _body(files, edition, path, base, is_archive=year is not None)
        descriptor = files.library.descriptor(edition)
        return _answer(request, body, path, edition=edition, descriptor=descriptor)

    return [Route(PREFIX + "{path:path}", Endpoint(serve))]


def _year_of_archive(path: str) -> str | None:
    year = path.removeprefix("kbb-").removesuffix(".zip")
    is_year = len(year) == 4 and year.isascii() and year.isdigit()
    return year if path == f"kbb-{year}.zip" and is_year else None


def _body(files: Files, edition: Edition, path: str, base: str, *, is_archive: bool) -> Body:
    if is_archive:
        return files.archive(edition)
    if path in (_PACKAGE, _GROUP, f"{_FISCAL}/{_PACKAGE}"):
        return files.named(edition, path, base)
    if path in geography.BY_PATH and geography.geo_files(edition):
        return files.geography(edition, geography.BY_PATH[path])
    name, _, ending = path.partition(".")
    if ending in (*formats.BY_ENDING, _GROUP):
        if name in derived.BY_PATH:
            return files.derived(edition, derived.BY_PATH[name], ending)
        if name in BY_NAME:
            return files.table(edition, BY_NAME[name], ending)
    raise Problem("unknown_address", None, _addresses(edition))


def _addresses(edition: Edition) -> tuple[str, ...]:
    """What there is under ``/veri/``."""
    stems = (*derived.BY_PATH, *BY_NAME)
    return (
        f"kbb-{edition.year}.zip", _PACKAGE, _GROUP, _CATALOGUE, f"{_FISCAL}/{_PACKAGE}",
        *(file.path for file in geography.geo_files(edition)),
        *(f"{stem}.{ending}" for stem in stems for ending in formats.BY_ENDING),
    )  # fmt: skip


def _answer(
    request: Request,
    body: Body,
    path: str,
    *,
    cache: str = FRESH,
    edition: Edition | None = None,
    descriptor: Mapping[str, Any] | None = None,
    is_draft: bool = False,
) -> Response:
    is_draft = is_draft or FIELD in (descriptor or {})
    headers, links = dict(draft_headers(is_draft)), []
    if descriptor is not None:
        headers["Dataset-Version"] = descriptor["version"]
    stem, _, ending = path.rpartition("/")[2].partition(".")
    if edition is not None:
        form = formats.BY_ENDING.get(ending)
        if form == formats.CSV:
            beside = relative(edition, f"{stem}{_METADATA}")
            links.append(f'<{beside}>; rel="describedby"; type="{csvw.MEDIA}"')
        if form == formats.PEOPLE:
            beside = relative(edition, f"{stem}.csv")
            links.append(f'<{beside}>; rel="alternate"; type="{formats.CSV.kind}"')
        if form not in (None, formats.JSON) or path in geography.BY_PATH:
            named = f"{stem}-{edition.year}"
            saved = form.file_name(named) if form else f"{named}.{ending}"
            headers["Content-Disposition"] = f'attachment; filename="{file_name(saved, is_draft)}"'
    if descriptor is not None:
        # Behind what describes the file: some readers of CSV on the Web look at the first alone.
        links.append(f'<{descriptor["licenses"][0]["path"]}>; rel="license"')
    if body.media == _ZIP:
        saved = file_name(f"{stem}.{ending}", is_draft)
        headers["Content-Disposition"] = f'attachment; filename="{saved}"'
    if links:
        headers["Link"] = ", ".join(links)
    return answer(
        request, body, cache=cache, modified=edition.date if edition else None, headers=headers
    )
