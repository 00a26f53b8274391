"""Where each thing that search finds leads."""

from __future__ import annotations

from dataclasses import dataclass

from db.search_documents import Document
from kbb_data.turkish import slug
from present.kit.keep import keep
from present.kit.setting import Setting
from present.places.choices import MapChoices
from present.places.kinds import DEFAULT_KINDS, KIND_BY_NAME
from present.site import glossary, links, pages
from present.site.links import Thing
from present.site.search_choices import TERM_KIND

#: What each kind of document is, of those that have a view of their own.
THINGS = {
    "aim": Thing.AIM,
    "goal": Thing.GOAL,
    "indicator": Thing.INDICATOR,
    "activity": Thing.ACTIVITY,
    "spending_unit": Thing.UNIT,
    "district": Thing.DISTRICT,
    "committee": Thing.COMMITTEE,
    "council_member": Thing.MEMBER,
}


@dataclass(frozen=True, slots=True)
class _Known:
    """What addresses hang on beside a document: the aim of each objective, the kind of each asset
    (``None`` where it has none), and the districts' slugs on the map."""

    aims: dict[str, str]
    asset_kinds: dict[str, str | None]
    districts: frozenset[str]


def address(setting: Setting, document: Document) -> str:
    """The address that shows what a document is about."""
    kind, code = document.kind, document.code
    if kind == TERM_KIND:
        return glossary.address(setting, code)
    if kind == "objective":
        aim = _known(setting.bare).aims.get(code)
        return setting.link(pages.AIMS.path) if aim is None else links.to(setting, Thing.AIM, aim)
    if kind in THINGS:
        return links.to(setting, THINGS[kind], code)
    return _asset(setting, document)


def _asset(setting: Setting, document: Document) -> str:
    """The map of its district where it stands there, else the page of all that there is."""
    known = _known(setting.bare)
    kind = KIND_BY_NAME.get(known.asset_kinds.get(document.code) or "")
    district = slug(document.district) if document.district else None
    if kind is None or district is None or (known.districts and district not in known.districts):
        return setting.link(pages.RESOURCES.path)
    kinds = () if kind.name in DEFAULT_KINDS else (kind.code,)
    return setting.link(pages.MAP.path, MapChoices(district, kinds))


@keep(8)
def _known(setting: Setting) -> _Known:
    objectives, assets = setting.frame("objectives"), setting.frame("assets")
    place = setting.place
    return _Known(
        dict(zip(objectives["objective"], objectives["aim"].astype(str), strict=True)),
        dict(zip(assets["asset"], assets["kind"], strict=True)),
        frozenset(district.slug for district in place.districts) if place else frozenset(),
    )
