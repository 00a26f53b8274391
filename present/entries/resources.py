"""The figures of staff, norm positions, vehicles and machines, by name."""

from __future__ import annotations

from collections.abc import Iterator

from kbb_data.turkish import slug
from present import figures_resources, resources
from present.figure import Figure
from present.figures_resources import Ground
from present.setting import Setting

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
    yield figures_resources.staff_by_sex(frame, here)
    yield figures_resources.staff_by_education(frame, printed, here)


def positions(setting: Setting) -> Iterator[Figure]:
    """The figures of the norm positions; none without positions."""
    titles, here = setting.frame("positions"), _ground(setting)
    filled = setting.frame("position_occupancy")
    if len(filled):
        yield figures_resources.occupancy(filled, here)
    for code in titles["class"].unique():
        yield figures_resources.titles(titles, code, here)


def fleet(setting: Setting) -> Iterator[Figure]:
    """The figures of vehicles and machines; none where there is no such line."""
    assets, parts = setting.frame("assets"), setting.frame("asset_parts")
    here = _ground(setting)
    found = tuple(one for one in resources.categories(assets) if one.is_fleet)
    if not found:
        return
    lines = assets[assets["category"].isin({one.printed for one in found})]
    yield figures_resources.fleet_figure(resources.fleet(found), lines, here)
    stations = resources.stations(parts, assets)
    if len(stations):
        stationed = parts.loc[parts["part"] == resources.STATION, "asset"]
        named = assets[assets["asset"].isin(stationed)]
        whole = resources.stationed_lines(parts, assets)
        yield figures_resources.stations_figure(stations, whole, named, here)
    for category in found:
        for name, frame in resources.sorts(category, parts):
            key = f"{category.slug}-{slug(name)}"
            yield figures_resources.sorts_figure(category, name, frame, key, here)
