"""The pieces of the page Açık veri for a visit, made once for it."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import streamlit as st

from kbb_data.publishing import published
from kbb_data.publishing.published import citation
from kbb_data.schema import TABLES
from pages.parts.visit import edition, kept
from present.kit import writing
from present.kit.text import ENGLISH, language, t
from present.opendata import fiscal, pieces
from present.opendata.catalogue import FORMATS, archive_address
from present.opendata.pieces import Download
from present.web.files import files


def _address(path: str, **more: str) -> str:
    parameters = {**edition().parameters, **more}
    return path + (f"?{urlencode(parameters)}" if parameters else "")


@kept(16)
def facts() -> str:
    """What identifies the dataset."""
    chosen, library = edition(), files().library
    counts = library.counts(chosen)
    return pieces.facts_html(
        library.descriptor(chosen), writing.date(chosen.date), len(counts), sum(counts.values())
    )


@kept(16)
def package() -> str:
    """The whole package and what describes it."""
    chosen, made = edition(), files()
    whole = Download(
        t("opendata.package_title"),
        archive_address("", chosen),
        len(made.archive(chosen).content),
    )
    named = [
        (t("opendata.file_package"), "datapackage.json"),
        (t("opendata.file_fiscal"), "mali/datapackage.json"),
        (t("opendata.file_fiscal_csv"), f"mali/{fiscal.CSV}"),
        (t("opendata.file_csvw"), "csv-metadata.json"),
    ]
    others = [
        Download(text, _address(f"/veri/{name}"), len(made.named(chosen, name).content))
        for text, name in named
    ]
    catalogue = Download(
        t("opendata.file_dcat"), "/veri/catalog.jsonld", len(made.dcat("").content)
    )
    return pieces.package_html(whole, [*others, catalogue])


@kept(16)
def tables() -> str:
    """Every table with its files."""
    chosen, made = edition(), files()
    counts = made.library.counts(chosen)
    return pieces.tables_html(
        [
            pieces.TableFiles(
                table,
                counts[table.name],
                tuple(
                    Download(
                        ending.upper(),
                        _address(f"/veri/{table.name}.{ending}"),
                        len(made.table(chosen, table, ending).content),
                    )
                    for ending, _media in FORMATS
                ),
            )
            for table in TABLES
        ]
    )


def api() -> str:
    """How to take the data with a program, with addresses of the host that is looked at."""
    here = urlsplit(str(st.context.url or ""))
    host = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    example = host + _address("/api/v1/activities", sort="-budget", limit="10")
    table = host + _address("/veri/activities.csv")
    more = {"lang": ENGLISH} if language() == ENGLISH else {}
    guide = "/api/v1/" + (f"?{urlencode(more)}" if more else "")
    return pieces.code_html(
        [
            (t("opendata.api_example_curl"), f'curl --compressed "{example}"'),
            (t("opendata.api_example_pandas"), f'import pandas as pd\npd.read_csv("{table}")'),
        ]
    ) + pieces.links_html(
        [
            (t("opendata.api_to_guide"), guide),
            (t("opendata.api_to_openapi"), "/api/v1/openapi.json"),
            (t("opendata.api_to_tables"), _address("/api/v1/tables")),
        ]
    )


def cited() -> str:
    """The words to cite the dataset with."""
    chosen = edition()
    descriptor = files().library.descriptor(chosen)
    turkish, english = citation(descriptor, chosen.institution, chosen.year)
    return pieces.citation_html(english if language() == ENGLISH else turkish)


def versions() -> str:
    """The published versions of this year's programmes, and the version that is shown."""
    chosen = edition()
    current = str(files().library.descriptor(chosen)["version"])
    year = f"{chosen.year}."
    found = dict.fromkeys([current, *(one for one in published.versions() if one.startswith(year))])
    return pieces.versions_html(
        [(one, f"/veri/{one}/kbb-{chosen.year}.zip") for one in found], current
    )
