"""What Meclis reads: the council's record, and pieces kept until the data changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kbb_data import geo
from kbb_data.turkish import slug
from pages.parts.visit import kept, link, setting
from present.council import entries
from present.council import html as council_html
from present.council import model as council_model
from present.council.choices import CouncilChoices
from present.council.html import Links
from present.council.model import Council, uncovered
from present.kit.figure import Figure
from present.kit.writing import is_stated
from present.places.district_choices import DistrictChoices
from present.plan.choices import AimChoices
from present.site.links import Thing, maker

PATH = "/meclis"
DISTRICT = "/ilce"


@kept(32)
def record() -> Council:
    """The council of this visit's programme."""
    return entries.record(setting())


def member_link(position: int) -> str:
    """The address of a member's own view."""
    return link(PATH, CouncilChoices(member=str(position)))


def committee_link(committee: str) -> str:
    """The address of a committee's own view."""
    return link(PATH, CouncilChoices(committee=committee))


def district_link(district: str) -> str:
    """The address of a district's page."""
    return link(DISTRICT, DistrictChoices(district))


def party_link(party: str) -> str:
    """The address of the members of a party."""
    return link(PATH, CouncilChoices(party=party))


def links() -> Links:
    """Everything that the council's pieces lead to."""
    units, aims = setting().frame("spending_units"), setting().frame("aims")
    place = geo.place(setting().institution)
    named = {one.slug for one in place.districts} if place else set()
    named |= {
        slug(name)
        for table in ("assets", "council_members")
        for name in setting().frame(table)["district"]
        if is_stated(name)
    }
    return Links(
        member=member_link,
        committee=committee_link,
        district=district_link,
        unit=maker(setting(), Thing.UNIT),
        aim=lambda number: link("/amaclar", AimChoices(number)),
        units=dict(zip(units["spending_unit"], units["name"], strict=True)),
        aims={
            str(number): name for number, name in zip(aims["aim"], aims["short_name"], strict=True)
        },
        districts=frozenset(named),
    )


@kept(64)
def seats_figure(choices: CouncilChoices) -> Figure:
    """The half-circle of seats with those chosen standing out."""
    return entries.seats(setting(), choices)


@kept(32)
def districts_figure() -> Figure:
    """Each district's seats."""
    return entries.districts(setting())


@kept(256)
def html(piece: str, choices: CouncilChoices) -> str:
    """One of the pieces below for the choices, kept: ``members``, ``beside`` (of one district),
    ``officers``, ``committees``, ``executive``, ``uncovered``, of one member ``facts``, of one
    committee ``seats`` and ``scopes``.

    Raises ``KeyError`` for a piece that there is none of.
    """
    return _PIECES[piece](record(), choices, links())


def _members(found: Council, choices: CouncilChoices, links: Links) -> str:
    """The members of the list, which a link keeps narrowed."""
    chosen = council_model.select(found.members, choices.district, choices.party)
    kept = replace(
        links,
        member=lambda position: link(PATH, replace(choices, member=str(position))),
    )
    return council_html.members_table(chosen, kept)


def _beside(found: Council, choices: CouncilChoices, links: Links) -> str:
    chosen = council_model.select(found.members, choices.district)
    return council_html.members_table(chosen, links)


def _facts(found: Council, choices: CouncilChoices, links: Links) -> str:
    member = found.member(choices.member or "")
    return council_html.member_facts(found, member, links) if member else ""


def _seats(found: Council, choices: CouncilChoices, links: Links) -> str:
    committee = found.committee(choices.committee or "")
    return council_html.seats_table(committee, links) if committee else ""


def _scopes(found: Council, choices: CouncilChoices, links: Links) -> str:
    committee = found.committee(choices.committee or "")
    return council_html.scopes_html(committee, links) if committee else ""


def _uncovered(found: Council, choices: CouncilChoices, links: Links) -> str:
    return council_html.uncovered_html(
        uncovered(found.committees, council_model.AIM, links.aims),
        uncovered(found.committees, council_model.SPENDING_UNIT, links.units),
        links,
    )


_PIECES: dict[str, Callable[[Council, CouncilChoices, Links], str]] = {
    "members": _members,
    "beside": _beside,
    "officers": lambda found, choices, links: council_html.officers_html(found, links),
    "committees": lambda found, choices, links: council_html.committees_html(found, links),
    "executive": lambda found, choices, links: council_html.executive_html(found, links),
    "uncovered": _uncovered,
    "facts": _facts,
    "seats": _seats,
    "scopes": _scopes,
}
