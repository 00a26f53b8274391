"""What Kaynaklar shows, kept until the data changes: figures by part, tables by category."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kbb_data import geo
from kbb_data.turkish import slug
from pages.harita import PATH as MAP
from pages.parts.visit import kept, setting
from present.places.choices import MapChoices
from present.places.kinds import KIND_BY_NAME
from present.places.model import facilities
from present.resources import figures as resources_figures
from present.resources import html as resources_html
from present.resources import model as resources_model
from present.resources.model import Category


@dataclass(frozen=True, slots=True)
class Shown:
    """A category: its heading, what its lines are drawn as (``None`` for nothing), its table, and
    what the chart leaves out (empty where it shows all)."""

    slug: str
    heading: str
    title: str
    spec: dict[str, Any] | None
    left_out: str
    table: str


def categories() -> tuple[Category, ...]:
    """The categories of table 1.3."""
    return resources_model.categories(setting().frame("assets"))


@kept(64)
def shown(*, is_fleet: bool) -> tuple[Shown, ...]:
    """The categories of vehicles and machines, or all the others, in printed order."""
    visited, link = setting(), _map_link()
    ground = resources_figures.Ground(visited.name, visited.year, visited.is_dark)
    return tuple(
        Shown(
            one.slug,
            resources_html.category_html(one),
            one.name,
            resources_figures.lines_spec(one, ground) if one.is_drawn else None,
            resources_figures.left_out(one),
            resources_html.category_table_html(one, link),
        )
        for one in categories()
        if one.is_fleet is is_fleet
    )


def _map_link() -> Callable[[dict[str, Any]], str | None]:
    """Where a line is on the map: its kind in its district; nowhere for what is no facility
    within one of the place's districts."""
    place = geo.place(setting().institution)
    found = facilities(setting().frame("assets"))
    kinds = dict(zip(found["asset"], found["kind"], strict=True))
    known = {district.slug for district in place.districts} if place else set()
    made: dict[tuple[str, str], str] = {}

    def link(row: dict[str, Any]) -> str | None:
        kind, district = kinds.get(row["asset"]), slug(row["district"] or "")
        if kind is None or district not in known:
            return None
        if (kind, district) not in made:
            chosen = MapChoices(district=district, kinds=(KIND_BY_NAME[kind].code,))
            made[kind, district] = setting().link(MAP, chosen)
        return made[kind, district]

    return link
