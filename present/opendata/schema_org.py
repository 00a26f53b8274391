"""A programme's data in schema.org's words, for a page's head."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from kbb_data import geo
from kbb_data.publishing.published import citation
from present.kit import contact as contacts
from present.kit import draft
from present.kit.brand import brand, called
from present.kit.text import ENGLISH, TURKISH, language, t
from present.opendata.catalogue import Item, address, archive_address, described, programme_title
from present.opendata.formats import Format
from present.opendata.listed import ListedFile, listed_files
from present.opendata.source import Edition
from present.site.pages import DATA

CONTEXT = "https://schema.org"

Said = dict[str, Any]


def institution(edition: Edition) -> Said:
    """Whose programme it is, with how to reach it, where that is known."""
    known = contacts.contact(edition.institution)
    said: Said = {"@type": "GovernmentOrganization", "name": called(edition.institution)}
    if known is not None and not known.is_set:
        said |= {"url": known.web, "telephone": known.telephone, "address": known.address}
    return said


def publisher(edition: Edition, base: str) -> Said:
    """The dashboard, with whom to ask, where that is set."""
    known = contacts.contact(edition.institution)
    said: Said = {"@type": "Organization", "name": brand(edition.institution), "url": f"{base}/"}
    if known is not None and known.is_set:
        own = {"email": known.email, "url": known.web}
        said["contactPoint"] = {
            "@type": "ContactPoint",
            **{name: text for name, text in own.items() if text},
        }
    return said


def mention(item: Item, base: str) -> Said:
    """A programme's data where they are told elsewhere: name, address, licence."""
    return {
        "@type": "Dataset",
        "@id": dataset_id(item, base),
        "name": programme_title(item.edition),
        "description": described(item.edition),
        "url": address(base, DATA.path, item.edition),
        "license": item.descriptor["licenses"][0]["path"],
        "creator": institution(item.edition),
    }


def dataset(item: Item, base: str) -> Said:
    """A programme's data, with each table as a dataset of its own in all its formats; in the
    visit's language. ``base`` is this server's address without a closing slash."""
    edition = item.edition
    return {
        **mention(item, base),
        **_common(item),
        "publisher": publisher(edition, base),
        "creator": institution(edition),
        "identifier": f"{item.descriptor['name']}@{item.descriptor['version']}",
        "keywords": t("opendata.keywords").split(", "),
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": t("opendata.catalogue_title", site=brand(edition.institution)),
            "url": f"{base}{DATA.path}/catalog.jsonld",
        },
        "distribution": [_download("application/zip", archive_address(base, edition))],
        "hasPart": [
            _table(item, list(files), base)
            for _, files in groupby(listed_files(edition), key=lambda listed: listed.of)
        ],
    }


def dataset_id(item: Item, base: str) -> str:
    """What a programme's data are called among linked data, in the catalogue as well."""
    return address(base, f"{DATA.path}/datapackage.json", item.edition)


def status(*, is_draft: bool) -> Said:
    """That a thing is made of data which are not published; nothing for what is."""
    return {"creativeWorkStatus": draft.mark(is_draft)} if is_draft else {}


def _common(item: Item) -> Said:
    """Licence, version, time, ground and citation of a programme's data."""
    edition = item.edition
    turkish_citation, english = citation(item.descriptor, edition.institution, edition.year)
    place = geo.place(edition.institution)
    return {
        "license": item.descriptor["licenses"][0]["path"],
        "version": item.descriptor["version"],
        **status(is_draft=edition.is_draft),
        "isAccessibleForFree": True,
        "inLanguage": TURKISH,
        "temporalCoverage": str(edition.year),
        **({"spatialCoverage": {"@type": "AdministrativeArea", "name": place.name}}
           if place is not None else {}),
        "citation": english if language() == ENGLISH else turkish_citation,
        **({"datePublished": edition.issued.isoformat()} if edition.issued else {}),
        **({"dateModified": edition.date.isoformat()} if edition.date else {}),
    }  # fmt: skip


def _table(item: Item, files: list[ListedFile], base: str) -> Said:
    """A table, or layers for map programs: these have licences of their own, which stand in the
    files."""
    first = files[0]
    name = first.en if language() == ENGLISH else first.tr
    is_map = not isinstance(first.form, Format)
    about = t("opendata.geo_intro" if is_map else f"opendata.row_{first.of}")
    return {
        "@type": "Dataset",
        "@id": f"{address(base, DATA.path, item.edition)}#tablo-{first.of}",
        "name": f"{name} ({programme_title(item.edition)})",
        "description": f"{about} {described(item.edition)}",
        **({} if is_map else {"license": item.descriptor["licenses"][0]["path"]}),
        "distribution": [
            _download(listed.kind, address(base, f"{DATA.path}/{listed.path}", item.edition))
            for listed in files
        ],
    }


def _download(kind: str, content: str) -> Said:
    return {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": content}
