"""Where each thing that search finds leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kbb_data.turkish import slug
from present.kit import writing
from present.kit.keep import keep
from present.kit.setting import Setting
from present.places.choices import MapChoices
from present.places.kinds import DEFAULT_KINDS, KIND_BY_NAME
from present.site import glossary, links, pages
from present.site.links import Thing
from present.site.search_choices import TERM_KIND

#: What each kind of document is, of those that have a view of their own.
THINGS = {
    "topic": Thing.TOPIC,
    "aim": Thing.AIM,
    "goal": Thing.GOAL,
    "indicator": Thing.INDICATOR,
    "activity": Thing.ACTIVITY,
    "spending_unit": Thing.UNIT,
    "economic_code": Thing.CODE,
    "district": Thing.DISTRICT,
    "committee": Thing.COMMITTEE,
    "council_member": Thing.MEMBER,
}


class Hit(Protocol):
    """A document that search found, as far as its address hangs on it."""

    @property
    def kind(self) -> str:
        """What it is."""

    @property
    def code(self) -> str:
        """Its key as text."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by its kind and code, where no search found it."""

    kind: str
    code: str


@dataclass(frozen=True, slots=True)
class _Asset:
    """Where an asset stands: its kind (``None`` where it has none) and its district's slug (empty
    where it is not stated)."""

    kind: str | None
    district: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What addresses hang on beside a document: the aim of each objective, the assets by their
    keys, and the districts' slugs on the map."""

    aims: dict[str, str]
    assets: dict[str, _Asset]
    districts: frozenset[str]


def address(setting: Setting, document: Hit) -> str:
    """The address that shows what a document is about, at its row."""
    kind, code = document.kind, document.code
    if kind == TERM_KIND:
        return glossary.address(setting, code)
    if kind == "objective":
        aim = _known(setting.bare).aims.get(code)
        if aim is None:
            return setting.link(pages.AIMS.path)
        return f"{links.to(setting, Thing.AIM, aim)}#{links.objective_anchor(code)}"
    if kind in THINGS:
        return links.to(setting, THINGS[kind], code)
    return asset_address(setting, code)


def asset_address(setting: Setting, code: str) -> str:
    """The map of its district with facilities of its kind where it stands there, else its row on
    the page of all that there is."""
    known = _known(setting.bare)
    asset = known.assets.get(code)
    if asset is None:
        return setting.link(pages.RESOURCES.path)
    kind = KIND_BY_NAME.get(asset.kind or "")
    is_elsewhere = bool(known.districts) and asset.district not in known.districts
    if kind is None or not asset.district or is_elsewhere:
        return f"{setting.link(pages.RESOURCES.path)}#{code}"
    kinds = () if kind.name in DEFAULT_KINDS else (kind.code,)
    return setting.link(pages.MAP.path, MapChoices(asset.district, kinds))


@keep(8)
def _known(setting: Setting) -> _Known:
    objectives, assets = setting.frame("objectives"), setting.frame("assets")
    place = setting.place
    return _Known(
        dict(zip(objectives["objective"], objectives["aim"].astype(str), strict=True)),
        {
            str(row.asset): _Asset(
                str(row.kind) if writing.is_stated(row.kind) else None,
                slug(str(row.district)) if writing.is_stated(row.district) else "",
            )
            for row in assets.itertuples()
        },
        frozenset(district.slug for district in place.districts) if place else frozenset(),
    )
