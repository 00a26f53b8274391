"""What there is to take away, for those who collect catalogues: DCAT and schema.org."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from kbb_data.publishing.published import citation
from kbb_data.schema import tables_of
from present.kit import draft
from present.kit.brand import brand
from present.kit.text import ENGLISH, TURKISH, t, using
from present.opendata.listed import listed_files
from present.opendata.source import Edition
from present.site.pages import DATA

MEDIA = "application/ld+json"

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LANGUAGE = "http://publications.europa.eu/resource/authority/language/TUR"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


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
    """The DCAT catalogue: a dataset a programme, a distribution a file, the API as a service.

    ``base`` is this server's address without a closing slash.
    """
    institutions = {item.edition.institution for item in items}
    whole = institutions.pop() if len(institutions) == 1 else None
    return {
        "@context": _CONTEXT,
        "@id": f"{base}/veri/catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _branded("opendata.catalogue_title", whole),
        "dct:description": _both("opendata.catalogue_description"),
        "dct:publisher": _publisher(whole),
        "dct:language": {"@id": _LANGUAGE},
        "foaf:homepage": {"@id": f"{base}/veri"},
        "dcat:dataset": [_dataset(item, base) for item in items],
        "dcat:service": [
            {
                "@id": f"{base}/api/v1/",
                "@type": "dcat:DataService",
                "dct:title": _both("opendata.service_title"),
                "dcat:endpointURL": {"@id": f"{base}/api/v1"},
                "dcat:endpointDescription": {"@id": f"{base}/api/v1/openapi.json"},
                "dcat:servesDataset": [{"@id": _dataset_id(item, base)} for item in items],
            }
        ],
    }


def _dataset_id(item: Item, base: str) -> str:
    return address(base, f"{DATA.path}/datapackage.json", item.edition)


def _dataset(item: Item, base: str) -> dict[str, Any]:
    edition, descriptor = item.edition, item.descriptor
    licence = {"@id": descriptor["licenses"][0]["path"]}
    archive = archive_address(base, edition)
    distributions: list[dict[str, Any]] = [
        {
            "@id": archive,
            "@type": "dcat:Distribution",
            "dct:title": _both("opendata.package_title"),
            "dcat:accessURL": {"@id": f"{base}/veri"},
            "dcat:downloadURL": {"@id": archive},
            "dcat:mediaType": {"@id": _MEDIA_TYPES + "application/zip"},
            **_checksum(item.archive),
            "dct:license": licence,
        }
    ]
    for listed in listed_files(edition):
        file = address(base, f"{DATA.path}/{listed.path}", edition)
        distributions.append(
            {
                "@id": file,
                "@type": "dcat:Distribution",
                "dct:title": [_in(TURKISH, listed.tr), _in(ENGLISH, listed.en)],
                "dcat:accessURL": {"@id": f"{base}/veri"},
                "dcat:downloadURL": {"@id": file},
                "dcat:mediaType": {"@id": _MEDIA_TYPES + listed.kind},
                "dct:license": licence,
            }
        )
    return {
        "@id": _dataset_id(item, base),
        "@type": "dcat:Dataset",
        "dct:identifier": f"{descriptor['name']}@{descriptor['version']}",
        "dct:title": [
            _in(language, text) for language, text in sorted(descriptor["titles"].items())
        ],
        "dct:description": [_in(ENGLISH, descriptor["description"])],
        "dct:publisher": _publisher(edition.institution),
        "dct:creator": {"@type": "foaf:Agent", "foaf:name": edition.name},
        "dct:license": licence,
        "dct:language": {"@id": _LANGUAGE},
        "dct:source": descriptor["sources"][0]["title"],
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _typed(f"{edition.year}-01-01", "date"),
            "dcat:endDate": _typed(f"{edition.year}-12-31", "date"),
        },
        **({"dct:modified": _typed(edition.date.isoformat(), "date")} if edition.date else {}),
        "dcat:version": descriptor["version"],
        "dcat:landingPage": {"@id": address(base, DATA.path, edition)},
        "dcat:keyword": [_in(TURKISH, word) for word in _text("opendata.keywords").split(", ")],
        "dcat:distribution": distributions,
    }


def schema_org(item: Item, base: str, *, is_full: bool) -> dict[str, Any]:
    """The schema.org ``Dataset`` of a programme in the visit's language, for a page's head.

    ``base`` may be empty: addresses are then this server's paths. ``is_full`` names every
    table's CSV file, else the archive alone.
    """
    edition, descriptor = item.edition, item.descriptor
    files = [
        {
            "@type": "DataDownload",
            "name": t("opendata.package_title"),
            "encodingFormat": "application/zip",
            "contentUrl": archive_address(base, edition),
        }
    ]
    if is_full:
        files += [
            {
                "@type": "DataDownload",
                "name": table.tr,
                "encodingFormat": "text/csv",
                "contentUrl": address(base, f"{DATA.path}/{table.name}.csv", edition),
            }
            for table in tables_of(edition.form)
        ]
    turkish_citation, _english = citation(descriptor, edition.institution, edition.year)
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": descriptor["title"],
        "description": t(
            "opendata.dataset_description", institution=edition.name, year=edition.year
        ),
        "url": address(base, DATA.path, edition),
        "license": descriptor["licenses"][0]["path"],
        "version": descriptor["version"],
        **({"creativeWorkStatus": draft.mark(edition.is_draft)} if edition.is_draft else {}),
        "isAccessibleForFree": True,
        "inLanguage": TURKISH,
        "temporalCoverage": str(edition.year),
        "creator": {"@type": "GovernmentOrganization", "name": edition.name},
        "citation": turkish_citation,
        **({"dateModified": edition.date.isoformat()} if edition.date else {}),
        "distribution": files,
    }


def _text(key: str) -> str:
    with using(TURKISH):
        return t(key)


def _checksum(archive: bytes | None) -> dict[str, Any]:
    """An archive's size and checksum; nothing of one that is only made when it is asked for."""
    if archive is None:
        return {}
    return {
        "dcat:byteSize": _typed(str(len(archive)), "nonNegativeInteger"),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": hashlib.sha256(archive).hexdigest(),
        },
    }


def _publisher(institution: str | None) -> dict[str, str]:
    """Who publishes: the dashboard of the institution, or of several."""
    with using(TURKISH):
        return {"@type": "foaf:Agent", "foaf:name": brand(institution)}


def _both(key: str) -> list[dict[str, str]]:
    return _each(lambda: t(key))


def _branded(key: str, institution: str | None) -> list[dict[str, str]]:
    return _each(lambda: t(key, site=brand(institution)))


def _each(say: Callable[[], str]) -> list[dict[str, str]]:
    """What is said in both languages."""
    texts = []
    for language in (TURKISH, ENGLISH):
        with using(language):
            texts.append(_in(language, say()))
    return texts


def _in(language: str, text: str) -> dict[str, str]:
    return {"@language": language, "@value": text}


def _typed(value: str, kind: str) -> dict[str, str]:
    return {"@type": f"xsd:{kind}", "@value": value}
