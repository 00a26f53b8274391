"""The figures of the council: its seats by party, and by district."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from kbb_data.turkish import slug
from kbb_data.turkish import slug as slug_of
from present.council import figures as council_figures
from present.council import model as council_model
from present.council.choices import CouncilChoices
from present.council.figures import Ground
from present.council.model import Council
from present.council.representation import representation_figure, representations
from present.kit.entry import Entry, Known, NoChoices, always, no_codes, only_figure
from present.kit.figure import Figure
from present.kit.setting import Setting
from present.places.district_choices import DistrictChoices

PATH, DISTRICT = "/meclis", "/ilce"


def record(setting: Setting) -> Council:
    """The council of the programme."""
    return council_model.read(
        setting.frame("council_members"),
        setting.frame("council_officers"),
        setting.frame("committees"),
        setting.frame("executive_committee"),
        setting.frame("stated_figures"),
        setting.frame("committee_scopes"),
    )


def _ground(setting: Setting) -> Ground:
    return Ground(setting.name, setting.year, setting.is_dark)


def seats(setting: Setting, choices: CouncilChoices) -> Figure:
    """The half-circle of seats, those of the chosen district and party standing out."""
    found = record(setting)
    chosen = council_model.select(found.members, choices.district, choices.party)
    return council_figures.seats_figure(
        found,
        _ground(setting),
        chosen,
        lambda party: setting.link(PATH, CouncilChoices(party=party)),
    )


def districts(setting: Setting, choices: CouncilChoices | None = None) -> Figure:
    """Each district's seats."""
    found = record(setting)
    links = {name: setting.link(DISTRICT, DistrictChoices(slug(name))) for name in found.districts}
    return council_figures.districts_figure(found, _ground(setting), links)


def representation(setting: Setting, choices: NoChoices | None = None) -> Figure:
    """Residents for each member by district. Needs a place."""
    place = setting.place
    assert place is not None
    rows = representations(record(setting), place)
    links = {
        row.district: setting.link(DISTRICT, DistrictChoices(slug(row.district))) for row in rows
    }
    return representation_figure(rows, place, _ground(setting), links)


def _representation_presets(setting: Setting) -> Iterable[NoChoices]:
    place = setting.place
    return (NoChoices(),) if place and representations(record(setting), place) else ()


def _council_codes(setting: Setting) -> Known:
    found = record(setting)
    return {
        "member": (),
        "committee": (),
        "district": {slug_of(name) for name in found.districts},
        "party": {one.slug for one in found.parties if one.slug},
    }


def _council_presets(kind: type[Any]) -> Callable[[Setting], Iterable[Any]]:
    return lambda setting: () if record(setting).is_empty else (kind(),)


ENTRIES = (
    Entry("meclis", "/meclis", "meclis", always(CouncilChoices), _council_codes,
          only_figure(seats), _council_presets(CouncilChoices)),
    Entry("meclis-ilceler", "/meclis", "meclis", always(NoChoices), no_codes,
          only_figure(districts), _council_presets(NoChoices)),
    Entry("temsil", "/meclis", "meclis", always(NoChoices), no_codes,
          only_figure(representation), _representation_presets),
)  # fmt: skip
