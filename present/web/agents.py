"""``/llms.txt``: what there is and how to take it, in plain words for agents.

The form is that of llmstxt.org: Markdown with a title, a summary, and lists of links. All numbers,
tables, pages and addresses come from the catalogue, the registry and the database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kbb_data.publishing.published import citation
from kbb_data.schema import tables_of
from present.figures.answers import FORMATS, FigureAnswers
from present.figures.registry import ENTRIES, lacking
from present.kit import draft, writing
from present.kit.answers import Body, answer, kept_bodies
from present.kit.brand import brand, called, described
from present.kit.setting import LANGUAGE, in_language
from present.kit.text import ENGLISH, LANGUAGES, TURKISH, language, t, using
from present.opendata import feed
from present.opendata.catalogue import address, archive_address
from present.opendata.draft import headers as draft_headers
from present.opendata.formats import FORMATS as TABLE_FORMATS
from present.opendata.problems import Problem
from present.opendata.query import MOST_ROWS, Pairs, check_names
from present.opendata.source import Edition
from present.site import pages
from present.web.files import Endpoint

ADDRESS = "/llms.txt"
_MEDIA = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Link:
    """A line of a list: a name, its address, and what is said of it."""

    name: str
    address: str
    words: str = ""

    def __str__(self) -> str:
        return f"- [{self.name}]({self.address})" + (f": {self.words}" if self.words else "")


class Agents:
    """The text over a library's programmes, kept by programmes, language and address."""

    def __init__(self, figures: FigureAnswers) -> None:
        self._figures = figures
        self._kept = kept_bodies(2 * 2**20)

    @property
    def public(self) -> str:
        """The dashboard's own address; empty where nobody configured it."""
        return self._figures.public

    def body(self, every: tuple[Edition, ...], language: str, base: str) -> Body:
        """The text of the programmes, of which there is at least one, newest first."""

        def make() -> Body:
            with using(language, every[0].form):
                return Body("\n".join(self._lines(every, base)).encode(), _MEDIA)

        return self._kept.get((every, language, base), make)

    def editions(self) -> tuple[Edition, ...]:
        """Every programme. Raises ``DatabaseUnavailable``."""
        return self._figures.library.editions()

    def _lines(self, every: Sequence[Edition], base: str) -> Iterator[str]:
        newest, library = every[0], self._figures.library
        heading, counts = library.heading(newest), library.counts(newest)
        licence = heading["licenses"][0]
        documents = counts["documents"]
        other = next(each for each in LANGUAGES if each != language())
        yield f"# {brand(_only(every))}"
        yield ""
        if newest.is_draft:
            yield f"**{draft.mark(newest.is_draft)}**"
            yield ""
        yield f"> {described(newest.year, newest.institution)}"
        yield ""
        yield f"[{t('web.agents_other')}]({in_language(base + ADDRESS, other)})"
        yield ""
        for words in (
            t("common.footer_independent"),
            t("web.agents_plan", year=newest.year),
            t("web.agents_results", count=documents) if documents else t("web.agents_no_results"),
            t("opendata.note_not_stated"),
            t("opendata.note_money"),
            t("opendata.note_texts"),
            t("web.agents_quote"),
            t("web.agents_turkish"),
            t("web.agents_licence", licence=licence["title"], address=licence["path"]),
            t("web.agents_citation", words=_cited(heading, newest)),
        ):
            yield f"- {words}"
        yield from _part("web.agents_programmes", _programmes(every, base))
        yield from _part("opendata.package_heading", self._files(newest, base))
        yield from _part("opendata.api_heading", _api(newest, base))
        yield from _part("opendata.tables_title", _tables(newest, counts, base))
        yield from _part("site.grafikler", self._of_figures(newest, base))
        yield from _part("site.navigation", self._pages(newest, base))
        yield ""

    def _files(self, edition: Edition, base: str) -> Iterator[Link]:
        data = pages.DATA.path
        yield Link(t("opendata.package_title"), archive_address(base, edition))
        for key, name in (
            ("file_package", "datapackage.json"),
            ("file_csvw", "csv-metadata.json"),
        ):
            yield Link(t(f"opendata.{key}"), address(base, f"{data}/{name}", edition))
        yield Link(t("opendata.file_dcat"), f"{base}{data}/catalog.jsonld")
        if any(each.date for each in self.editions()):
            yield Link(t("web.feed_link"), base + feed.path(None, language()))

    def _of_figures(self, edition: Edition, base: str) -> Iterator[Link]:
        """The figures that the programme has, each with the parameters of its address."""
        setting = self._figures.setting(edition, False)
        yield Link(
            t("web.agents_figures"),
            in_language(base + pages.GALLERY.path, language()),
            t("web.agents_figures_words", formats=", ".join(FORMATS)),
        )
        for entry in ENTRIES:
            if entry.is_there(setting):
                needed, known = entry.needed_parameter(setting), entry.parameters(setting)
                others = [name for name in known if name != needed]
                words = [
                    *([t("web.agents_needed", name=needed)] if needed else []),
                    *([t("web.agents_choices", names=", ".join(others))] if others else []),
                ]
                yield Link(entry.slug, f"{base}/grafik/{entry.slug}.json", "; ".join(words))

    def _pages(self, edition: Edition, base: str) -> Iterator[Link]:
        setting = self._figures.setting(edition, False)
        for page in pages.in_menu(lacking(setting)):
            own = in_language(base + page.path, language())
            yield Link(page.title, own, page.purpose)


def _programmes(every: Sequence[Edition], base: str) -> Iterator[Link]:
    for edition in every:
        words = t("web.agents_version", version=edition.version)
        if edition.date:
            words += t("web.agents_changed", date=writing.date(edition.date))
        yield Link(
            t("web.feed_programme", institution=called(edition.institution), year=edition.year),
            in_language(address(base, pages.DATA.path, edition), language()),
            draft.told(words, edition.is_draft),
        )


def _api(edition: Edition, base: str) -> Iterator[Link]:
    yield Link(
        t("opendata.api_to_guide"),
        in_language(f"{base}/api/v1/", language()),
        f"{t('opendata.api_intro')} {t('web.agents_limit', count=writing.number(MOST_ROWS))}",
    )
    yield Link(t("opendata.api_to_openapi"), in_language(f"{base}/api/v1/openapi.json", language()))
    yield Link(t("opendata.api_to_tables"), address(base, "/api/v1/tables", edition))


def _tables(edition: Edition, counts: Mapping[str, int], base: str) -> Iterator[Link]:
    """Every table by its exact CSV file, with what a row is and how many there are."""
    endings = ", ".join(form.ending for form in TABLE_FORMATS)
    yield Link(
        t("opendata.title"),
        in_language(address(base, pages.DATA.path, edition), language()),
        t("web.agents_tables_words", formats=endings),
    )
    for table in tables_of(edition.form):
        rows = t("opendata.rows_count", count=writing.number(counts[table.name]))
        yield Link(
            f"{table.tr if language() == TURKISH else table.en} ({table.name})",
            address(base, f"{pages.DATA.path}/{table.name}.csv", edition),
            f"{t(f'opendata.row_{table.name}')} {rows}.",
        )


def _part(heading: str, listed: Iterator[Link]) -> Iterator[str]:
    yield ""
    yield f"## {t(heading)}"
    yield ""
    yield from map(str, listed)


def _cited(heading: Mapping[str, Any], edition: Edition) -> str:
    turkish, english = citation(heading, edition.institution, edition.year)
    return english if language() == ENGLISH else turkish


def _only(every: Sequence[Edition]) -> str | None:
    institutions = {edition.institution for edition in every}
    return institutions.pop() if len(institutions) == 1 else None


def routes(agents: Agents) -> list[Route]:
    """The text's route."""

    def serve(request: Request) -> Response:
        pairs: Pairs = request.query_params.multi_items()
        check_names(pairs, (LANGUAGE,))
        chosen = dict(pairs).get(LANGUAGE, TURKISH)
        if chosen not in LANGUAGES:
            raise Problem("wrong_value", LANGUAGE, LANGUAGES)
        every = agents.editions()
        if not every:
            raise Problem("unavailable")
        base = agents.public or str(request.base_url).rstrip("/")
        body = agents.body(every, chosen, base)
        is_draft = any(edition.is_draft for edition in every)
        return answer(request, body, modified=every[0].date, headers=draft_headers(is_draft))

    return [Route(ADDRESS, Endpoint(serve))]
