"""What a page is, in schema.org's words, for its head: this page, its place, its thing, its data.

Machines that read pages take their kind, their name and what they are about from here; the words
are those of the page's card.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from present.figures.answers import (
    CSV,
    FORMATS,
    JSON,
    MEDIA,
    PEOPLE,
    PNG,
    SHEET,
    FigureAnswers,
)
from present.figures.request import Asked
from present.figures.setting import language_pairs
from present.kit.brand import brand
from present.kit.markup import Pieces
from present.kit.setting import Addresses
from present.kit.text import LANGUAGES, t, using
from present.opendata import schema_org
from present.opendata.catalogue import MEDIA as LINKED_DATA
from present.opendata.catalogue import Item
from present.opendata.files import as_json
from present.opendata.query import Pairs
from present.opendata.schema_org import Said
from present.opendata.source import Edition
from present.site import pages
from present.site.links import Thing
from present.site.pages import PAGES
from present.web import cards
from present.web.files import Files
from present.web.page_cards import PageCards, View
from present.web.programmes import opened
from present.web.things import Shown

_PIECES = Pieces("web/page_data.jinja")
_BY_PATH = {page.path: page for page in PAGES}

#: What pages are where they show no single thing; a plain page where nothing stands here.
_KINDS = {
    **dict.fromkeys(
        (pages.TOPICS.path, pages.UNITS.path, pages.AIMS.path, pages.GOALS.path,
         pages.INDICATORS.path, pages.PROMISES.path, pages.DISTRICTS.path, pages.COUNCIL.path,
         pages.RESOURCES.path, pages.FINDINGS.path, pages.GALLERY.path, pages.DATA.path),
        "CollectionPage",
    ),
    pages.ABOUT.path: "AboutPage",
    pages.SEARCH.path: "SearchResultsPage",
}  # fmt: skip

#: What things are; a plain thing where nothing stands here.
_THINGS = {
    Thing.ACTIVITY: "Project",
    Thing.CODE: "CategoryCode",
    Thing.INDICATOR: "StatisticalVariable",
    Thing.UNIT: "GovernmentOrganization",
    Thing.DISTRICT: "AdministrativeArea",
    Thing.MEMBER: "Person",
    Thing.COMMITTEE: "Organization",
    Thing.PARTY: "PoliticalParty",
    Thing.TERM: "DefinedTerm",
}

#: The files of a figure that are its data.
_DATA = tuple(ending for ending in FORMATS if ending in (PEOPLE, SHEET, CSV, JSON))


class PageData:
    """The script of linked data in each page's head; nothing where the database is silent."""

    def __init__(self, files: Files, figures: FigureAnswers, page_cards: PageCards) -> None:
        self._files, self._figures, self._cards = files, figures, page_cards

    def head(self, path: str, language: str, pairs: Pairs, base: str) -> Markup:
        """The script element."""
        edition = opened(self._files.library, pairs)
        if edition is None:
            return Markup()
        base = self._figures.public or base
        with using(language, edition.form):
            view = self._cards.view(path, language, pairs, base)
            content = as_json(self._page(path, language, view, edition, base))
        # A closing tag in a text would end the script.
        text = content.replace(b"<", b"\\u003c").decode("utf-8")
        return _PIECES("json", media=LINKED_DATA, content=Markup(text))

    def words(self, path: str, language: str, pairs: Pairs) -> Markup:
        """Nothing: this is for machines."""
        return Markup()

    def _page(self, path: str, language: str, view: View, edition: Edition, base: str) -> Said:
        item = self._files.item(edition)
        thing = _thing(view.thing, edition, base) if view.thing is not None else None
        figure = self._figure(view.asked, path, item, base)
        if path == pages.DATA.path:
            main: Said | None = schema_org.dataset(item, base)
        else:
            main = thing or figure
        said: Said = {
            "@context": schema_org.CONTEXT,
            "@type": _kind(path, view.thing),
            "@id": view.address,
            "url": view.address,
            "name": view.title,
            "description": view.description,
            "inLanguage": language,
            **schema_org.status(is_draft=edition.is_draft),
            "isPartOf": _site(path, edition, base),
            "publisher": schema_org.publisher(edition, base),
            "about": schema_org.institution(edition),
        }
        if path != pages.HOME.path:
            said["breadcrumb"] = _crumbs(path, view, edition, base)
        if view.picture and figure is not None:
            said["primaryImageOfPage"] = {"@type": "ImageObject", "contentUrl": view.picture}
        if main is not None:
            said["mainEntity"] = main
        if figure is not None and main is not figure:
            said["hasPart"] = [figure]
        if path != pages.DATA.path and figure is None:
            said["isBasedOn"] = schema_org.mention(item, base)
        if edition.date:
            said["dateModified"] = edition.date.isoformat()
        return said

    def _figure(self, asked: Asked | None, path: str, item: Item, base: str) -> Said | None:
        """The data of the figure that the page leads with; ``None`` where it has none of its own.

        A card may borrow the overview's picture; its data are the overview's.
        """
        if asked is None or asked.entry.page != path:
            return None
        figure = self._figures.drawn(asked).figure
        edition = asked.edition
        name = asked.entry.slug
        return {
            "@type": "Dataset",
            "@id": f"{base}{asked.page}#{name}",
            "name": figure.title,
            "alternateName": figure.subtitle,
            "description": f"{cards.described(figure)} {figure.source}",
            "url": base + asked.page,
            "image": base + asked.address(f"/grafik/{name}.{PNG}"),
            **schema_org.status(is_draft=edition.is_draft),
            "license": item.descriptor["licenses"][0]["path"],
            "version": asked.data_version,
            "isAccessibleForFree": True,
            "temporalCoverage": str(edition.year),
            "creator": schema_org.institution(edition),
            "citation": self._figures.cited(asked),
            "isBasedOn": schema_org.mention(item, base),
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": MEDIA[ending].partition(";")[0],
                    "contentUrl": base + asked.address(f"/grafik/{name}.{ending}"),
                }
                for ending in _DATA
            ],
        }


def _kind(path: str, thing: Shown | None) -> str:
    if thing is None:
        return _KINDS.get(path, "WebPage")
    return "ProfilePage" if thing.thing is Thing.MEMBER else "ItemPage"


def _site(path: str, edition: Edition, base: str) -> Said:
    """The dashboard; its first page says how to search it."""
    site: Said = {
        "@type": "WebSite",
        "@id": f"{base}/#pano",
        "name": brand(edition.institution),
        "url": f"{base}/",
    }
    if path == pages.HOME.path:
        site |= {
            "inLanguage": list(LANGUAGES),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": f"{base}{pages.SEARCH.path}?q={{search_term_string}}",
                },
                "query-input": "required name=search_term_string",
            },
        }
    return site


def _crumbs(path: str, view: View, edition: Edition, base: str) -> Said:
    """The way from the first page to this one."""
    addresses = Addresses(base, (*edition.parameters.items(), *language_pairs()))
    steps = [pages.HOME, _BY_PATH[path]] if path in _BY_PATH else [pages.HOME]
    way = [(page.title, addresses.link(page.path)) for page in steps]
    if view.thing is not None:
        way.append((view.thing.name, view.address))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": target}
            for place, (name, target) in enumerate(way, 1)
        ],
    }


def _thing(shown: Shown, edition: Edition, base: str) -> Said:
    """What the page shows."""
    said: dict[str, Any] = {
        "@type": _THINGS.get(shown.thing, "Thing"),
        "name": shown.name,
        "url": base + shown.address,
    }
    row, owner = shown.row, schema_org.institution(edition)
    council = {
        "@type": "GovernmentOrganization",
        "name": t("site.meclis"),
        "parentOrganization": owner,
    }
    match shown.thing:
        case Thing.DISTRICT:
            said["containedInPlace"] = {"@type": "AdministrativeArea", "name": row["place"]}
        case Thing.UNIT | Thing.ACTIVITY:
            said["parentOrganization"] = owner
        case Thing.COMMITTEE:
            said["parentOrganization"] = council
        case Thing.MEMBER:
            said["memberOf"] = [council]
            if row["party"]:
                said["memberOf"].append({"@type": "PoliticalParty", "name": row["party"]})
            said["jobTitle"] = row["role"]
        case Thing.CODE:
            said["codeValue"] = shown.key
        case Thing.TERM:
            said["termCode"] = shown.key
        case Thing.TOPIC | Thing.AIM | Thing.GOAL | Thing.INDICATOR | Thing.FINDING:
            said["identifier"] = shown.key
    return said
