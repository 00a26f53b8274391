"""The figures of staff, norm positions, vehicles and machines, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kbb_data.turkish import slug
from present.kit.address import param
from present.kit.entry import Drawn, Entry, always
from present.kit.figure import Figure
from present.kit.keep import keep
from present.kit.setting import Setting
from present.resources import figures as resources_figures
from present.resources import model as resources_model
from present.resources.figures import Ground

STAFF, POSITIONS, FLEET = "personel", "norm-kadro", "araclar"

#: A figure with the code that tells it from the others of its part.
Coded = tuple[str, Figure]


def _ground(setting: Setting) -> Ground:
    return Ground(setting.name, setting.year, setting.is_dark)


def staff(setting: Setting) -> Iterator[Coded]:
    """The figures of the staff; none without staff."""
    frame, ground = setting.frame("staff"), _ground(setting)
    if frame.empty:
        return
    stated = setting.frame("stated_figures")
    printed = stated[stated["figure"].str.startswith("education.")]
    yield "kaynaklar-personel", resources_figures.staff_by_sex(frame, ground)
    yield "kaynaklar-ogrenim", resources_figures.staff_by_education(frame, printed, ground)


def positions(setting: Setting) -> Iterator[Coded]:
    """The figures of the norm positions; none without positions."""
    titles, ground = setting.frame("positions"), _ground(setting)
    filled = setting.frame("position_occupancy")
    if len(filled):
        yield "kaynaklar-kadro", resources_figures.occupancy(filled, ground)
    for staff_class in titles["class"].unique():
        code = f"kaynaklar-unvan-{staff_class.replace('_', '-')}"
        yield code, resources_figures.titles(titles, staff_class, ground)


def fleet(setting: Setting) -> Iterator[Coded]:
    """The figures of vehicles and machines; none where there is no such line."""
    assets, parts = setting.frame("assets"), setting.frame("asset_parts")
    ground = _ground(setting)
    categories = tuple(one for one in resources_model.categories(assets) if one.is_fleet)
    if not categories:
        return
    lines = assets[assets["category"].isin({category.printed for category in categories})]
    counted = resources_model.fleet(categories)
    yield "kaynaklar-arac", resources_figures.fleet_figure(counted, lines, ground)
    stations = resources_model.stations(parts, assets)
    if len(stations):
        stationed = parts.loc[parts["part"] == resources_model.STATION, "asset"]
        named = assets[assets["asset"].isin(stationed)]
        whole = resources_model.stationed_lines(parts, assets)
        stations_figure = resources_figures.stations_figure(stations, whole, named, ground)
        yield "kaynaklar-istasyon", stations_figure
    for category in categories:
        for name, frame in resources_model.sorts(category, parts):
            code = f"kaynaklar-dokum-{category.slug}-{slug(name)}"
            yield code, resources_figures.sorts_figure(category, name, frame, ground)


@dataclass(frozen=True, slots=True)
class ResourceChoices:
    """Which figure of a part of Kaynaklar: its code; ``None`` for the first one."""

    name: str | None = param("tablo", None)


_FIGURES: Mapping[str, Callable[[Setting], Iterator[Coded]]] = {
    STAFF: staff,
    POSITIONS: positions,
    FLEET: fleet,
}


@keep(32)
def figures(setting: Setting, part: str) -> Mapping[str, Figure]:
    """The figures of a part (``STAFF``, ``POSITIONS``, ``FLEET``) by their codes, in their order.

    What a request may name hangs on all of them. Raises ``KeyError`` for another part.
    """
    return dict(_FIGURES[part](setting))


def _resources(part: str) -> Entry:
    """A part of Kaynaklar, whose figures are told apart by code."""

    def build(setting: Setting, choices: ResourceChoices) -> Drawn:
        coded = figures(setting, part)
        return Drawn(coded[choices.name or next(iter(coded))])

    return Entry(
        part,
        "/kaynaklar",
        "kaynaklar",
        always(ResourceChoices),
        lambda setting: {"name": tuple(figures(setting, part))},
        build,
        lambda setting: (ResourceChoices(code) for code in figures(setting, part)),
        needed="name",
    )


ENTRIES = tuple(_resources(part) for part in _FIGURES)
