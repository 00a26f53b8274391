"""What the page Açık veri shows of a programme: its files with their addresses and sizes."""

from __future__ import annotations

from urllib.parse import urlencode

from markupsafe import Markup

from kbb_data.publishing import published
from kbb_data.publishing.published import citation
from kbb_data.schema import Table, tables_of
from present.kit import writing
from present.kit.keep import keep
from present.kit.markup import joined
from present.kit.setting import LANGUAGE, Setting
from present.kit.text import ENGLISH, language, t
from present.opendata import fiscal, html
from present.opendata.catalogue import FORMATS, archive_address
from present.opendata.html import Download
from present.opendata.source import Edition
from present.web.files import PREFIX, files

#: What is found or judged, so that no row of it is nothing that a document lacks.
_OURS = frozenset({"committee_scopes", "committee_omissions", "checks", "findings"})


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
        "file_fiscal_csv": f"mali/{fiscal.CSV}",
        "file_csvw": "csv-metadata.json",
    }
    describing = [
        Download(
            t(f"opendata.{key}"),
            _address(edition, PREFIX + name),
            len(made.named(edition, name).content),
        )
        for key, name in names.items()
    ]
    # It speaks of all programmes: it is not written to tell how long it is, and is longer by this
    # server's address in each of its own addresses.
    catalogue = Download(t("opendata.file_dcat"), f"{PREFIX}catalog.jsonld", None)
    return html.package_html(whole, [*describing, catalogue])


@keep(16)
def tables(setting: Setting, edition: Edition) -> Markup:
    """Every table with its files; last those that a programme budget has nothing for."""
    counts = files().library.counts(edition)
    listed = [
        html.TableFiles(
            table,
            counts[table.name],
            _downloads(edition, table),
            is_lacking=setting.is_programme_budget
            and not counts[table.name]
            and table.name not in _OURS,
        )
        for table in tables_of(edition.form)
    ]
    return html.tables_html(sorted(listed, key=lambda files: files.is_lacking))


def _downloads(edition: Edition, table: Table) -> tuple[Download, ...]:
    return tuple(
        Download(
            ending.upper(),
            _address(edition, f"{PREFIX}{table.name}.{ending}"),
            len(files().table(edition, table, ending).content),
        )
        for ending, _media in FORMATS
    )


def api(edition: Edition, host: str) -> Markup:
    """How to take the data with a program; ``host`` begins the addresses, empty for paths alone."""
    example = host + _address(edition, "/api/v1/activities", sort="-budget", limit="10")
    table = host + _address(edition, f"{PREFIX}activities.csv")
    guide = "/api/v1/" + (f"?{LANGUAGE}={ENGLISH}" if language() == ENGLISH else "")
    return joined(
        html.code_html(
            [
                (t("opendata.api_example_curl"), f'curl --compressed "{example}"'),
                (t("opendata.api_example_pandas"), f'import pandas as pd\npd.read_csv("{table}")'),
            ]
        ),
        html.links_html(
            [
                (t("opendata.api_to_guide"), guide),
                (t("opendata.api_to_openapi"), "/api/v1/openapi.json"),
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
