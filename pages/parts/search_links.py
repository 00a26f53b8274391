"""Where each thing that search finds leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from db.search_documents import Document
from kbb_data import geo
from kbb_data.turkish import slug
from pages.parts.glossary import glossary_address
from pages.parts.visit import link, setting
from present.budget.choices import BudgetChoices
from present.council.choices import CouncilChoices
from present.indicators.choices import IndicatorChoices
from present.places.choices import MapChoices
from present.places.district_choices import DistrictChoices
from present.places.kinds import DEFAULT_KINDS, KIND_BY_NAME
from present.plan.choices import AimChoices, GoalChoices
from present.site.pages import BY_SLUG
from present.site.search_choices import TERM_KIND
from present.units.choices import UnitChoices


@dataclass(frozen=True, slots=True)
class Ways:
    """What the addresses hang on beside a document: the aim of each objective, the kind of each
    asset (``None`` where it has none), and the districts' slugs on the map."""

    aims: Mapping[str, str]
    asset_kinds: Mapping[str, str | None]
    districts: frozenset[str]


def ways() -> Ways:
    """Those of this visit's programme."""
    objectives, assets = setting().frame("objectives"), setting().frame("assets")
    place = geo.place(setting().institution)
    return Ways(
        dict(zip(objectives["objective"], objectives["aim"].astype(str), strict=True)),
        dict(zip(assets["asset"], assets["kind"], strict=True)),
        frozenset(one.slug for one in place.districts) if place is not None else frozenset(),
    )


def address(found: Document, along: Ways) -> str:
    """The address that shows ``found``."""
    kind, code = found.kind, found.code
    if kind == TERM_KIND:
        return glossary_address(code)
    if kind == "aim":
        return _to("amaclar", AimChoices(code))
    if kind == "objective":
        return _to("amaclar", AimChoices(along.aims.get(code)))
    if kind == "goal":
        return _to("hedef", GoalChoices(code))
    if kind == "indicator":
        return _to("gostergeler", IndicatorChoices(indicator=code))
    if kind == "activity":
        return _to("butce", BudgetChoices(activity=code))
    if kind == "spending_unit":
        return _to("birimler", UnitChoices(unit=code))
    if kind == "district":
        return _to("ilce", DistrictChoices(code))
    if kind == "committee":
        return _to("meclis", CouncilChoices(committee=code))
    if kind == "council_member":
        return _to("meclis", CouncilChoices(member=code))
    return _asset(found, along)


def _asset(found: Document, along: Ways) -> str:
    """The map of its district where it stands there, else the page of all that there is."""
    kind = KIND_BY_NAME.get(along.asset_kinds.get(found.code) or "")
    district = slug(found.district) if found.district else None
    if kind is None or district is None or (along.districts and district not in along.districts):
        return _to("kaynaklar", None)
    shown = () if kind.name in DEFAULT_KINDS else (kind.code,)
    return _to("harita", MapChoices(district, shown))


def _to(page: str, choices: object) -> str:
    return link(BY_SLUG[page].path, choices)
