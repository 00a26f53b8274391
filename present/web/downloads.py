"""What the page Açık veri shows of a programme: its files with their addresses and sizes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import urlencode

from markupsafe import Markup

from kbb_data.publishing import published
from kbb_data.publishing.published import citation
from kbb_data.schema import BY_NAME, tables_of
from present.kit import writing
from present.kit.answers import Body
from present.kit.keep import keep
from present.kit.markup import joined
from present.kit.parts import part
from present.kit.setting import LANGUAGE, Setting, in_language
from present.kit.text import ENGLISH, language, t
from present.opendata import feed, html
from present.opendata.catalogue import archive_address
from present.opendata.derived import DERIVED
from present.opendata.formats import FORMATS, PARQUET
from present.opendata.geography import geo_files
from present.opendata.html import Download
from present.opendata.snippets import snippets
from present.opendata.source import Edition
from present.opendata.table_files import derived_table
from present.web.files import PREFIX, files

#: What is found or judged, so that no row of it is nothing that a document lacks.
_OURS = frozenset(
    {
        "committee_scopes", "committee_omissions", "topics", "topic_assignments", "checks",
        "findings",
    }
)  # fmt: skip


def _address(edition: Edition, path: str, **more: str) -> str:
    parameters = {**edition.parameters, **more}
    return path + (f"?{urlencode(parameters)}" if parameters else "")


@keep(16)
def facts(setting: Setting, edition: Edition) -> Markup:
    """What identifies the dataset."""
    library = files().library
    counts, tables = library.counts(edition), tables_of(edition.form)
    rows = sum(counts[table.name] for table in tables)
    return html.facts_html(
        library.descriptor(edition),
        writing.date(edition.date) if edition.date else "",
        len(tables),
        rows,
    )


@keep(16)
def package(setting: Setting, edition: Edition) -> Markup:
    """The whole package and what describes it."""
    made = files()
    whole = Download(
        t("opendata.package_title"),
        archive_address("", edition),
        len(made.archive(edition).content),
    )
    names = {
        "file_package": "datapackage.json",
        "file_fiscal": "mali/datapackage.json",
    }
    # What names this server's address is another length at each; the catalogue speaks of all
    # programmes and is not written to tell how long it is.
    describing = [
        Download(t(f"opendata.{key}"), _address(edition, PREFIX + name), None)
        for key, name in names.items()
    ]
    csvw = Download(
        t("opendata.file_csvw"),
        _address(edition, f"{PREFIX}csv-metadata.json"),
        len(made.named(edition, "csv-metadata.json").content),
    )
    catalogue = Download(t("opendata.file_dcat"), f"{PREFIX}catalog.jsonld", None)
    return html.package_html(whole, [*describing, csvw, catalogue])


@keep(16)
def whole_tables(setting: Setting, edition: Edition) -> Markup:
    """What the formats are, and the tables that are read without any other."""
    made, listed = files(), []
    for derived in DERIVED:
        table, rows = derived_table(made.library, edition, derived)
        own = partial(made.derived, edition, derived)
        listed.append(html.TableFiles(table, len(rows), _downloads(edition, derived.path, own)))
    about = part("bicimler", t("opendata.formats_title"), html.formats_html(FORMATS), level=3)
    return joined(html.tables_html(listed), about)


@keep(16)
def tables(setting: Setting, edition: Edition) -> Markup:
    """Every table with its files, last those of a single row, of none, and those that a programme
    budget has nothing for."""
    made, counts = files(), files().library.counts(edition)
    listed = [
        html.TableFiles(
            table,
            counts[table.name],
            _downloads(edition, table.name, partial(made.table, edition, table)),
            is_lacking=setting.is_programme_budget
            and not counts[table.name]
            and table.name not in _OURS,
        )
        for table in tables_of(edition.form)
    ]
    return html.tables_html(sorted(listed, key=lambda own: (own.rows < 2, own.is_lacking)))


def _downloads(edition: Edition, stem: str, body: Callable[[str], Body]) -> tuple[Download, ...]:
    """The files of a table by their ``stem``; ``body`` gives one by its ending."""
    return tuple(
        Download(
            t(f"opendata.format_{form.key}"),
            _address(edition, f"{PREFIX}{stem}.{form.ending}"),
            len(body(form.ending).content),
        )
        for form in FORMATS
    )


@keep(16)
def geography(setting: Setting, edition: Edition) -> Markup:
    """The files for map programs; nothing where the institution's ground is not known."""
    made = files()
    return html.geography_html(
        [
            Download(
                t(f"opendata.geo_{file.key}"),
                _address(edition, PREFIX + file.path),
                len(made.geography(edition, file).content),
            )
            for file in geo_files(edition)
        ]
    )


def code(edition: Edition, host: str) -> Markup:
    """How to read a table with its codes unharmed; ``host`` begins the addresses."""
    table = BY_NAME["activity_costs"]
    exact, typed = (
        host + _address(edition, f"{PREFIX}{table.name}.{ending}")
        for ending in ("csv", PARQUET.ending)
    )
    return html.code_html(
        [(t(f"opendata.code_{name}"), text) for name, text in snippets(table, exact, typed)]
    )


def api(edition: Edition, host: str) -> Markup:
    """How to take the data with a program; ``host`` begins the addresses, empty for paths alone."""
    example = host + _address(edition, "/api/v1/activities", sort="-budget", limit="10")
    chosen = _address(edition, "/api/v1/activity_costs", economic_code="06", format="csv")
    frame = f'pd.read_csv("{host}{chosen}", dtype={{"economic_code": "str"}})'
    spoken = f"?{LANGUAGE}={ENGLISH}" if language() == ENGLISH else ""
    return joined(
        html.code_html(
            [
                (t("opendata.api_example_curl"), f'curl --compressed "{example}"'),
                (t("opendata.api_example_csv"), f"import pandas as pd\n\ntable = {frame}"),
            ]
        ),
        html.links_html(
            [
                (t("opendata.api_to_guide"), f"/api/v1/{spoken}"),
                (t("opendata.api_to_openapi"), f"/api/v1/openapi.json{spoken}"),
                (t("opendata.api_to_tables"), _address(edition, "/api/v1/tables")),
            ]
        ),
    )


def cited(edition: Edition) -> Markup:
    """The words to cite the dataset with."""
    descriptor = files().library.descriptor(edition)
    turkish, english = citation(descriptor, edition.institution, edition.year)
    return html.citation_html(english if language() == ENGLISH else turkish)


def versions(edition: Edition) -> Markup:
    """The published versions of this year's programmes, and the version that is shown."""
    current = str(files().library.descriptor(edition)["version"])
    kept = [name for name in published.versions() if name.startswith(f"{edition.year}.")]
    return html.versions_html(
        [
            (name, f"{PREFIX}{name}/kbb-{edition.year}.zip")
            for name in dict.fromkeys([current, *kept])
        ],
        current,
    )


def followed(edition: Edition) -> Markup:
    """The ways to hear of what is new, and to the plain words for agents; the feed only where it
    is known when the data changed."""
    told = [(t("web.feed_link"), feed.path(None, language()))] if edition.date else []
    agents = (t("web.agents_link"), in_language("/llms.txt", language()))
    return html.links_html([*told, agents])
