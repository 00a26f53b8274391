"""What there is to take away, for those who collect catalogues: DCAT-AP 3.

A dataset is a programme's package, or one of its tables; its distributions are the formats it comes
in, as ``listed_files`` names them.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from kbb_data import geo
from kbb_data.schema import BY_NAME, tables_of
from present.kit import draft
from present.kit.brand import brand, called
from present.kit.text import ENGLISH, TURKISH, either, t, using
from present.opendata import agents, formats
from present.opendata.formats import Format
from present.opendata.listed import ListedFile, listed_files
from present.opendata.nodes import CONTEXT, Node, Nodes, each, typed, worded
from present.opendata.source import Edition
from present.site.pages import DATA

MEDIA = "application/ld+json"

#: The EU's words and IANA's media types, by their prefixes.
_AUTHORITY, _MEDIA_TYPES = "eu:", "iana:"
#: Those of the EU's list of file types that we have, by how a file's name ends.
_FILE_TYPES = frozenset({"csv", "geojson", "gpkg", "json", "parquet", "xlsx", "zip"})
#: The EU's words for languages, themes, and what may be done and expected.
_LANGUAGES = {TURKISH: "TUR", ENGLISH: "ENG"}
_THEMES = {
    "ECON": ("Ekonomi ve finans", "Economy and finance"),
    "GOVE": ("Hükümet ve kamu sektörü", "Government and public sector"),
    "REGI": ("Bölgeler ve şehirler", "Regions and cities"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """A programme with what a catalogue says of it: what its package says of the whole, and the
    published archive's bytes; ``None`` where no archive of it is published."""

    edition: Edition
    descriptor: Mapping[str, Any]
    archive: bytes | None


def address(base: str, path: str, edition: Edition) -> str:
    """The absolute address of a file of a programme."""
    parameters = edition.parameters
    return f"{base}{path}" + (f"?{urlencode(parameters)}" if parameters else "")


def archive_address(base: str, edition: Edition) -> str:
    """The address of a programme's archive; its path names the year itself."""
    others = {name: code for name, code in edition.parameters.items() if name != "yil"}
    path = f"{base}/veri/kbb-{edition.year}.zip"
    return path + (f"?{urlencode(others)}" if others else "")


def dcat(items: Sequence[Item], base: str) -> dict[str, Any]:
    """The DCAT catalogue of all programmes, with the API as a service.

    ``base`` is this server's address without a closing slash.
    """
    return _Catalogue(items, base).made()


class _Catalogue:
    """A catalogue while it is written."""

    def __init__(self, items: Sequence[Item], base: str) -> None:
        self._items, self._base, self._nodes = items, base, Nodes()
        self._institutions = tuple(dict.fromkeys(item.edition.institution for item in items))

    def made(self) -> dict[str, Any]:
        """All of it."""
        whole = self._institutions[0] if len(self._institutions) == 1 else None
        editions = [item.edition for item in self._items]
        issued = min((edition.issued for edition in editions if edition.issued), default=None)
        newest = max((edition.date for edition in editions if edition.date), default=None)
        made: dict[str, Any] = {
            "@context": CONTEXT,
            "@id": f"{self._base}/veri/catalog.jsonld",
            "@type": "dcat:Catalog",
            "dct:title": each(lambda: t("opendata.catalogue_title", site=brand(whole))),
            "dct:description": each(lambda: t("opendata.catalogue_description")),
            "dct:publisher": agents.publisher(self._nodes, self._base, whole),
            "dct:language": [self._language(language) for language in _LANGUAGES],
            "dct:spatial": agents.ground(self._nodes, self._base, self._institutions),
            "foaf:homepage": agents.document(self._nodes, f"{self._base}{DATA.path}"),
            "dcat:themeTaxonomy": self._themes(),
        }
        made |= {**_day("dct:issued", issued), **_day("dct:modified", newest)}
        datasets: list[Node] = []
        for institution in self._institutions:
            own = [item for item in self._items if item.edition.institution == institution]
            series = self._series(institution, own) if len(own) > 1 else {}
            datasets += [series] if series else []
            for item in own:
                datasets += self._programme(item, series)
        if self._items:
            made["dct:license"] = self._licence(self._items[0])
        return {**made, "dcat:dataset": datasets, "dcat:service": [self._service(whole)]}

    def _themes(self) -> Node:
        scheme = f"{_AUTHORITY}data-theme"
        return self._nodes(
            scheme,
            "skos:ConceptScheme",
            lambda: {
                "dct:title": [worded(ENGLISH, "Data theme")],
                "skos:hasTopConcept": [
                    self._concept(f"data-theme/{code}", turkish, english)
                    for code, (turkish, english) in _THEMES.items()
                ],
            },
        )

    def _series(self, institution: str, items: Sequence[Item]) -> Node:
        """An institution's programmes of several years together."""
        years = [item.edition.year for item in items]
        return {
            "@id": agents.address(self._base, "programlar", institution),
            # A kind of dataset; not every reader knows that.
            "@type": ["dcat:DatasetSeries", "dcat:Dataset"],
            "dct:title": each(lambda: t("opendata.series_title", institution=called(institution))),
            "dct:description": each(
                lambda: t("opendata.series_description", institution=called(institution))
            ),
            "dct:publisher": agents.publisher(self._nodes, self._base, institution),
            **agents.contact(self._nodes, self._base, institution),
            "dct:accrualPeriodicity": self._nodes(f"{_AUTHORITY}frequency/ANNUAL", "dct:Frequency"),
            "dct:spatial": agents.ground(self._nodes, self._base, (institution,)),
            "dcat:theme": _themed("GOVE", "ECON"),
            "dct:temporal": self._period(min(years), max(years)),
        }

    def _programme(self, item: Item, series: Node) -> list[Node]:
        """The dataset of a programme's package, and those of its tables behind it."""
        edition, descriptor = item.edition, item.descriptor
        package = address(self._base, f"{DATA.path}/datapackage.json", edition)
        told, named = self._common(item), self._common(item)
        whole: Node = {
            "@id": package,
            "@type": "dcat:Dataset",
            "dct:identifier": f"{descriptor['name']}@{descriptor['version']}",
            "dct:title": _said(edition, lambda: programme_title(edition)),
            "dct:description": _said(edition, lambda: described(edition)),
            **told,
            "dcat:theme": _themed("GOVE", "ECON"),
            "dcat:landingPage": self._landing(edition),
            **({"dcat:inSeries": {"@id": series["@id"]}} if series else {}),
            "dcat:distribution": [self._archive(item)],
        }
        tables = [
            self._table(item, list(files), {**named, "dct:isPartOf": {"@id": package}})
            for _, files in groupby(listed_files(edition), key=lambda listed: listed.of)
        ]
        whole["dct:hasPart"] = [{"@id": table["@id"]} for table in tables]
        return [whole, *tables]

    def _common(self, item: Item) -> Node:
        """What is true of a programme's package and of each of its tables."""
        edition, nodes = item.edition, self._nodes
        return {
            "dct:publisher": agents.publisher(nodes, self._base, edition.institution),
            "dct:creator": agents.creator(nodes, self._base, edition.institution),
            **agents.contact(nodes, self._base, edition.institution),
            "dct:license": self._licence(item),
            "dct:accessRights": nodes(f"{_AUTHORITY}access-right/PUBLIC", "dct:RightsStatement"),
            "dct:language": self._language(TURKISH),
            "dct:provenance": [self._source(source) for source in item.descriptor["sources"]],
            "dct:spatial": agents.ground(nodes, self._base, (edition.institution,)),
            "dct:temporal": self._period(edition.year, edition.year),
            **_day("dct:issued", edition.issued),
            **_day("dct:modified", edition.date),
            "dcat:version": item.descriptor["version"],
            "dcat:keyword": _keywords(),
        }

    def _table(self, item: Item, files: Sequence[ListedFile], common: Node) -> Node:
        """The dataset of one table, or of the layers for map programs, with its formats."""
        edition, first = item.edition, files[0]
        is_map = not isinstance(first.form, Format)
        columns = BY_NAME[first.of].columns if first.of in BY_NAME else ()
        has_money = any(column.type == "money" for column in columns)
        return {
            "@id": self._table_id(edition, first.of),
            "@type": "dcat:Dataset",
            "dct:identifier": f"{item.descriptor['name']}@{item.descriptor['version']}/{first.of}",
            "dct:title": [
                worded(language, f"{name} ({title['@value']})")
                for (language, name), title in zip(
                    ((TURKISH, first.tr), (ENGLISH, first.en)),
                    _said(edition, lambda: programme_title(edition)),
                    strict=True,
                )
            ],
            "dct:description": _said(
                edition, lambda: t("opendata.geo_intro" if is_map else f"opendata.row_{first.of}")
            ),
            **common,
            **(_rights(edition) if is_map else {}),
            "dcat:theme": _themed("GOVE", *["REGI"] * is_map, *["ECON"] * has_money),
            "dcat:landingPage": self._landing(edition),
            "dcat:distribution": [self._file(item, listed) for listed in files],
        }

    def _file(self, item: Item, listed: ListedFile) -> Node:
        """A distribution: one format of a table."""
        edition, form = item.edition, listed.form
        file = address(self._base, f"{DATA.path}/{listed.path}", edition)
        made = self._distribution(edition, file, listed.kind, listed.path.rpartition(".")[2])
        if not isinstance(form, Format):
            titles = [worded(TURKISH, listed.tr), worded(ENGLISH, listed.en)]
            return {**made, "dct:title": titles, **_rights(edition)}
        made |= {
            "dct:title": _said(edition, lambda: t(f"opendata.format_{form.key}")),
            "dct:license": self._licence(item),
        }
        if form == formats.CSV:
            beside = f"{DATA.path}/{listed.path}-metadata.json"
            made["foaf:page"] = agents.document(self._nodes, address(self._base, beside, edition))
        return made

    def _archive(self, item: Item) -> Node:
        """The distribution of a programme's package."""
        archive = archive_address(self._base, item.edition)
        return {
            **self._distribution(item.edition, archive, "application/zip", "zip"),
            "dct:title": each(lambda: t("opendata.package_title")),
            "dct:description": each(lambda: t("opendata.package_intro")),
            "dct:license": self._licence(item),
            "dct:conformsTo": self._nodes(item.descriptor["$schema"], "dct:Standard"),
            **self._checksum(item.archive),
        }

    def _distribution(self, edition: Edition, file: str, kind: str, ending: str) -> Node:
        """What is said of every file."""
        made = {
            "@id": file,
            "@type": "dcat:Distribution",
            "dcat:accessURL": {"@id": address(self._base, DATA.path, edition)},
            "dcat:downloadURL": {"@id": file},
            "dcat:mediaType": self._nodes(_MEDIA_TYPES + kind, "dct:MediaType"),
            "dcatap:availability": self._concept("planned-availability/STABLE", "kalıcı", "stable"),
        }
        if ending in _FILE_TYPES:
            file_type = f"{_AUTHORITY}file-type/{ending.upper()}"
            made["dct:format"] = self._nodes(file_type, "dct:MediaTypeOrExtent")
        return made

    def _checksum(self, archive: bytes | None) -> Node:
        """An archive's size and checksum; nothing of one that is only made when it is asked for."""
        if archive is None:
            return {}
        return {
            "dcat:byteSize": typed(str(len(archive)), "nonNegativeInteger"),
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": self._nodes(
                    "http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"
                ),
                "spdx:checksumValue": typed(hashlib.sha256(archive).hexdigest(), "hexBinary"),
            },
        }

    def _service(self, whole: str | None) -> Node:
        """The API, which serves the dataset's tables as they are."""
        served = [
            {"@id": self._table_id(item.edition, table.name)}
            for item in self._items
            for table in tables_of(item.edition.form)
        ]
        return {
            "@id": f"{self._base}/api/v1/",
            "@type": "dcat:DataService",
            "dct:title": each(lambda: t("opendata.service_title")),
            "dct:description": each(lambda: t("opendata.api_description")),
            "dct:publisher": agents.publisher(self._nodes, self._base, whole),
            **agents.contact(self._nodes, self._base, whole),
            **({"dct:license": self._licence(self._items[0])} if self._items else {}),
            "dct:accessRights": self._nodes(
                f"{_AUTHORITY}access-right/PUBLIC", "dct:RightsStatement"
            ),
            "dcat:theme": _themed("GOVE", "ECON"),
            "dcat:keyword": _keywords(),
            "dcat:endpointURL": {"@id": f"{self._base}/api/v1"},
            "dcat:endpointDescription": {"@id": f"{self._base}/api/v1/openapi.json"},
            "dcat:landingPage": agents.document(self._nodes, f"{self._base}/api/v1/"),
            "dcat:servesDataset": served,
        }

    def _table_id(self, edition: Edition, table: str) -> str:
        """A table's place on the page of the data, which is its name as a dataset."""
        return f"{address(self._base, DATA.path, edition)}#tablo-{table}"

    def _landing(self, edition: Edition) -> Node:
        return agents.document(self._nodes, address(self._base, DATA.path, edition))

    def _language(self, language: str) -> Node:
        code = _LANGUAGES[language]
        return self._nodes(f"{_AUTHORITY}language/{code}", "dct:LinguisticSystem")

    def _licence(self, item: Item) -> Node:
        licence = item.descriptor["licenses"][0]
        return self._nodes(
            licence["path"], "dct:LicenseDocument", lambda: {"dct:title": licence["title"]}
        )

    def _source(self, source: Mapping[str, str]) -> Node:
        """The document that the tables were read from."""

        def label() -> str:
            sha256 = source["hash"].removeprefix("sha256:")
            return t("opendata.provenance", title=source["title"], sha256=sha256)

        return self._nodes(
            f"urn:{source['hash']}", "dct:ProvenanceStatement", lambda: {"rdfs:label": each(label)}
        )

    def _period(self, first: int, last: int) -> Node:
        return self._nodes(
            f"{self._base}/#{first}-{last}",
            "dct:PeriodOfTime",
            lambda: {
                "dcat:startDate": typed(f"{first}-01-01", "date"),
                "dcat:endDate": typed(f"{last}-12-31", "date"),
            },
        )

    def _concept(self, code: str, turkish: str, english: str) -> Node:
        labels = [worded(TURKISH, turkish), worded(ENGLISH, english)]
        return self._nodes(_AUTHORITY + code, "skos:Concept", lambda: {"skos:prefLabel": labels})


def programme_title(edition: Edition) -> str:
    """What a programme is called in the language at hand; a draft says that it is one."""
    title = t(
        "opendata.programme_title", institution=called(edition.institution), year=edition.year
    )
    return draft.titled(title, edition.is_draft)


def described(edition: Edition) -> str:
    """What a programme's package holds, in the language at hand; a draft says that it is one."""
    said = t(
        "opendata.dataset_description", institution=called(edition.institution), year=edition.year
    )
    return draft.told(said, edition.is_draft)


def _said(edition: Edition, say: Callable[[], str]) -> list[Node]:
    """What is said in both languages, in the words of the programme's form."""
    with using(TURKISH, edition.form):
        return each(say)


def _themed(*codes: str) -> list[Node]:
    return [{"@id": f"{_AUTHORITY}data-theme/{code}"} for code in codes]


def _keywords() -> list[Node]:
    words = each(lambda: t("opendata.keywords"))
    return [
        worded(text["@language"], word) for text in words for word in text["@value"].split(", ")
    ]


def _day(name: str, day: datetime.date | None) -> Node:
    return {name: typed(day.isoformat(), "date")} if day else {}


def _rights(edition: Edition) -> Node:
    """Whom to name for boundaries, residents and points, which have licences of their own."""
    place = geo.place(edition.institution)
    assert place is not None

    def label() -> str:
        told = [
            ": ".join(
                (
                    either(own.what, own.what_en),
                    ", ".join(filter(None, (either(own.source, own.source_en), own.licence))),
                )
            )
            for own in place.attributions
        ]
        return "; ".join(told)

    return {"dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": each(label)}}
