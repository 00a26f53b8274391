"""The figures of staff, norm positions, vehicles and machines, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kbb_data.turkish import slug
from present.kit.address import param
from present.kit.entry import Drawn, Entry, always
from present.kit.figure import Figure
from present.kit.kept import Kept
from present.kit.setting import Setting
from present.kit.text import language
from present.resources import figures as resources_figures
from present.resources import model as resources_model
from present.resources.figures import Ground

STAFF, POSITIONS, FLEET = "personel", "norm-kadro", "araclar"


def _ground(setting: Setting) -> Ground:
    return Ground(setting.name, setting.year, setting.is_dark)


def staff(setting: Setting) -> Iterator[Figure]:
    """The figures of the staff; none without staff."""
    frame, here = setting.frame("staff"), _ground(setting)
    if frame.empty:
        return
    stated = setting.frame("stated_figures")
    printed = stated[stated["figure"].str.startswith("education.")]
    yield resources_figures.staff_by_sex(frame, here)
    yield resources_figures.staff_by_education(frame, printed, here)


def positions(setting: Setting) -> Iterator[Figure]:
    """The figures of the norm positions; none without positions."""
    titles, here = setting.frame("positions"), _ground(setting)
    filled = setting.frame("position_occupancy")
    if len(filled):
        yield resources_figures.occupancy(filled, here)
    for code in titles["class"].unique():
        yield resources_figures.titles(titles, code, here)


def fleet(setting: Setting) -> Iterator[Figure]:
    """The figures of vehicles and machines; none where there is no such line."""
    assets, parts = setting.frame("assets"), setting.frame("asset_parts")
    here = _ground(setting)
    found = tuple(one for one in resources_model.categories(assets) if one.is_fleet)
    if not found:
        return
    lines = assets[assets["category"].isin({one.printed for one in found})]
    yield resources_figures.fleet_figure(resources_model.fleet(found), lines, here)
    stations = resources_model.stations(parts, assets)
    if len(stations):
        stationed = parts.loc[parts["part"] == resources_model.STATION, "asset"]
        named = assets[assets["asset"].isin(stationed)]
        whole = resources_model.stationed_lines(parts, assets)
        yield resources_figures.stations_figure(stations, whole, named, here)
    for category in found:
        for name, frame in resources_model.sorts(category, parts):
            key = f"{category.slug}-{slug(name)}"
            yield resources_figures.sorts_figure(category, name, frame, key, here)


@dataclass(frozen=True, slots=True)
class ResourceChoices:
    """Which figure of a part of Kaynaklar: its name; ``None`` for the first one."""

    name: str | None = param("tablo", None)


def _resources(slug: str, figures: Callable[[Setting], Iterable[Figure]]) -> Entry:
    """A part of Kaynaklar, whose figures are told apart by name; what a request may name hangs on
    all of them."""
    kept: Kept[tuple[Any, ...], dict[str, Figure]] = Kept(8)

    def names(setting: Setting) -> dict[str, Figure]:
        key = (setting.institution, setting.dataset_sha256, setting.is_dark, language())
        return kept.get(key, lambda: {one.slug: one for one in figures(setting)})

    def build(setting: Setting, choices: ResourceChoices) -> Drawn:
        found = names(setting)
        return Drawn(found[choices.name or next(iter(found))])

    return Entry(
        slug,
        "/kaynaklar",
        "kaynaklar",
        always(ResourceChoices),
        lambda setting: {"name": tuple(names(setting))},
        build,
        lambda setting: (ResourceChoices(name) for name in names(setting)),
        needed="name",
    )


ENTRIES = (
    _resources(STAFF, staff),
    _resources(POSITIONS, positions),
    _resources(FLEET, fleet),
)
