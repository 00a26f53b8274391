"""The figures of the council: its seats by party, and by district."""

from __future__ import annotations

from kbb_data.turkish import slug
from present import council, figures_council
from present.choices.council import CouncilChoices
from present.choices.district import DistrictChoices
from present.council import Council
from present.figure import Figure
from present.figures_council import Ground
from present.setting import Setting

PATH, DISTRICT = "/meclis", "/ilce"


def record(setting: Setting) -> Council:
    """The council of the programme."""
    return council.read(
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
    chosen = council.select(found.members, choices.district, choices.party)
    return figures_council.seats_figure(
        found,
        _ground(setting),
        chosen,
        lambda party: setting.link(PATH, CouncilChoices(party=party)),
    )


def districts(setting: Setting, choices: CouncilChoices | None = None) -> Figure:
    """Each district's seats."""
    found = record(setting)
    links = {name: setting.link(DISTRICT, DistrictChoices(slug(name))) for name in found.districts}
    return figures_council.districts_figure(found, _ground(setting), links)
