"""The figures of staff, norm positions, vehicles and machines, by name, and what Kaynaklar takes of
a setting beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kbb_data.turkish import slug
from present.kit.entry import Drawn, Entry, always
from present.kit.figure import Figure
from present.kit.keep import keep
from present.kit.setting import Setting
from present.places import model as places_model
from present.places.choices import MapChoices
from present.places.kinds import KIND_BY_NAME
from present.resources import charts, fleet_figures, model, people_figures, words
from present.resources import html as resources_html
from present.resources.choices import ResourceChoices
from present.site import pages

STAFF, POSITIONS, FLEET = "personel", "norm-kadro", "araclar"
PLACES, TECHNOLOGY, STATED = "yerler", "teknoloji", "toplamlar"

#: A figure with the code that tells it from the others of its part.
Coded = tuple[str, Figure]


def _staff(setting: Setting) -> Iterator[Coded]:
    """The figures of the staff; none without staff."""
    frame, background = setting.frame("staff"), setting.background
    if frame.empty:
        return
    stated = setting.frame("stated_figures")
    printed = stated[stated["figure"].str.startswith("education.")]
    yield "kaynaklar-personel", people_figures.staff_by_sex(frame, background)
    yield "kaynaklar-ogrenim", people_figures.staff_by_education(frame, printed, background)


def _positions(setting: Setting) -> Iterator[Coded]:
    """The figures of the norm positions; none without positions."""
    titles, background = setting.frame("positions"), setting.background
    filled = setting.frame("position_occupancy")
    if len(filled):
        yield "kaynaklar-kadro", people_figures.occupancy(filled, background)
    for staff_class in titles["class"].unique():
        code = f"kaynaklar-unvan-{staff_class.replace('_', '-')}"
        yield code, people_figures.titles(titles, staff_class, background)


def _fleet(setting: Setting) -> Iterator[Coded]:
    """The figures of vehicles and machines; none where there is no such line."""
    assets, parts = setting.frame("assets"), setting.frame("asset_parts")
    background = setting.background
    categories = [category for category in model.categories(assets) if category.is_fleet]
    if not categories:
        return
    lines = assets[assets["category"].isin({category.printed for category in categories})]
    yield "kaynaklar-arac", fleet_figures.by_category(model.fleet(categories), lines, background)
    stations = model.stations(parts, assets)
    if len(stations):
        stationed = parts.loc[parts["part"] == model.STATION, "asset"]
        named = assets[assets["asset"].isin(stationed)]
        stated = model.stationed_lines(parts, assets)
        yield "kaynaklar-istasyon", fleet_figures.by_station(stations, stated, named, background)
    for category in categories:
        for name, frame in model.sorts(category, parts):
            code = f"kaynaklar-dokum-{category.slug}-{slug(name)}"
            yield code, fleet_figures.by_sort(category, name, frame, background)


_FIGURES: Mapping[str, Callable[[Setting], Iterator[Coded]]] = {
    STAFF: _staff,
    POSITIONS: _positions,
    FLEET: _fleet,
}


@keep(32)
def figures(setting: Setting, part: str) -> Mapping[str, Figure]:
    """The figures of a part (``STAFF``, ``POSITIONS``, ``FLEET``) by their codes, in their order.

    What a request may name hangs on all of them. Raises ``KeyError`` for another part.
    """
    return dict(_FIGURES[part](setting))


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A category as the page shows it: its name, its sums, what its lines are drawn as (``None``
    for nothing), what the chart leaves out (empty where it shows all), its table; ``is_on_map``
    where any of its lines leads to the map."""

    slug: str
    title: str
    summary: Markup
    spec: dict[str, Any] | None
    left_out: str
    table: str
    is_on_map: bool


@keep(32)
def briefs(setting: Setting) -> Mapping[str, str]:
    """What is said of each part of the page beside its heading; empty of a part without content."""
    categories = model.categories(setting.frame("assets"))
    fleet = model.fleet([category for category in categories if category.is_fleet])
    elsewhere = sum(len(category.lines) for category in categories if not category.is_fleet)
    staff, positions = setting.frame("staff"), setting.frame("positions")
    return {
        STAFF: words.brief("staff", model.whole(staff["total"].sum())),
        POSITIONS: words.brief("positions", model.whole(positions["count"].sum())),
        FLEET: words.brief("fleet", model.whole(fleet["pieces"].sum())),
        PLACES: words.brief("places", elsewhere),
        TECHNOLOGY: words.brief("technology", len(setting.frame("technology_facts"))),
        STATED: words.brief("stated", len(setting.frame("stated_figures"))),
    }


@keep(64)
def categories(setting: Setting, *, is_fleet: bool) -> tuple[CategoryView, ...]:
    """The categories of vehicles and machines, or all the others, in printed order."""
    background, link = setting.background, _map_link(setting)
    return tuple(
        CategoryView(
            category.slug,
            category.name,
            resources_html.summary_html(category),
            charts.lines_spec(category, background) if category.is_drawn else None,
            words.left_out(category, charts.LIMIT),
            resources_html.category_table_html(category, link),
            is_on_map=any(map(link, category.lines.to_dict("records"))),  # type: ignore[arg-type]
        )
        for category in model.categories(setting.frame("assets"))
        if category.is_fleet is is_fleet
    )


def _map_link(setting: Setting) -> resources_html.Link:
    """Where a line is on the map: its kind in its district; nowhere for what is no facility
    within one of the place's districts."""
    place = setting.place
    facilities = places_model.facilities(setting.frame("assets"))
    kinds = dict(zip(facilities["asset"], facilities["kind"], strict=True))
    known = {district.slug for district in place.districts} if place else set()
    made: dict[tuple[str, str], str] = {}

    def link(row: dict[str, Any]) -> str | None:
        kind, district = kinds.get(row["asset"]), slug(row["district"] or "")
        if kind is None or district not in known:
            return None
        if (kind, district) not in made:
            chosen = MapChoices(district=district, kinds=(KIND_BY_NAME[kind].code,))
            made[kind, district] = setting.link(pages.MAP.path, chosen)
        return made[kind, district]

    return link


def _entry(part: str) -> Entry:
    """A part of Kaynaklar, whose figures are told apart by code."""

    def build(setting: Setting, choices: ResourceChoices) -> Drawn:
        coded = figures(setting, part)
        return Drawn(coded[choices.name or next(iter(coded))])

    return Entry(
        part,
        pages.RESOURCES.path,
        "kaynaklar",
        always(ResourceChoices),
        lambda setting: {"name": tuple(figures(setting, part))},
        build,
        lambda setting: (ResourceChoices(code) for code in figures(setting, part)),
        needed="name",
    )


ENTRIES = tuple(_entry(part) for part in _FIGURES)
