"""The figures of the council, its seats by party and by district; its record and its pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from kbb_data.turkish import slug
from present.council import figures as council_figures
from present.council import html as council_html
from present.council import model as council_model
from present.council.choices import CouncilChoices
from present.council.html import Links
from present.council.model import Council
from present.council.representation import (
    Representation,
    representation_figure,
    representations,
)
from present.kit.entry import Entry, Known, NoChoices, always, no_codes, only_figure
from present.kit.figure import Figure
from present.kit.keep import keep
from present.kit.setting import Setting
from present.kit.text import t
from present.kit.writing import is_stated
from present.site import links, pages
from present.site.links import Thing

PATH = pages.COUNCIL.path


@keep(32)
def record(setting: Setting) -> Council:
    """The council of the programme."""
    return council_model.read(
        setting.frame("council_members"),
        setting.frame("council_officers"),
        setting.frame("committees"),
        setting.frame("executive_committee"),
        setting.frame("stated_figures"),
        setting.frame("committee_scopes"),
        setting.frame("committee_omissions"),
    )


def source(setting: Setting) -> str:
    """Where in the document the council stands."""
    return setting.source(t("council.source_section"))


def seats(setting: Setting, choices: CouncilChoices) -> Figure:
    """The half-circle of seats, those of the chosen district and party standing out."""
    council = record(setting)
    return council_figures.seats_figure(
        council,
        setting.background,
        source(setting),
        council_model.select(council.members, choices.district, choices.party),
        links.maker(setting, Thing.PARTY),
    )


def districts(setting: Setting, choices: CouncilChoices | None = None) -> Figure:
    """Each district's seats."""
    council = record(setting)
    address = links.maker(setting, Thing.DISTRICT)
    return council_figures.districts_figure(
        council,
        setting.background,
        source(setting),
        {name: address(slug(name)) for name in council.districts},
    )


@keep(32)
def officers(setting: Setting) -> Markup:
    """The council's officers; empty where the programme names none."""
    return council_html.officers_html(record(setting), _links(setting))


@keep(32)
def committees(setting: Setting) -> Markup:
    """A card a committee; empty without committees."""
    return council_html.committees_html(record(setting), _links(setting))


@keep(32)
def executive(setting: Setting) -> Markup:
    """The executive committee; empty without one."""
    return council_html.executive_html(record(setting), _links(setting))


@keep(32)
def omissions(setting: Setting) -> Markup:
    """What no committee's name covers, with the reasons; empty where nobody judged."""
    return council_html.omissions_html(record(setting).omissions, _links(setting))


@keep(64)
def members(setting: Setting, choices: CouncilChoices) -> Markup:
    """The members of a district and party; a link to a member keeps them narrowed."""
    selected = council_model.select(record(setting).members, choices.district, choices.party)
    narrowed = replace(
        _links(setting),
        member=lambda position: setting.link(PATH, replace(choices, member=str(position))),
    )
    return council_html.members_table(selected, narrowed)


@keep(64)
def neighbours(setting: Setting, district: str) -> Markup:
    """All members of a district, by its slug."""
    selected = council_model.select(record(setting).members, district)
    return council_html.members_table(selected, _links(setting))


@keep(128)
def facts(setting: Setting, position: int) -> Markup:
    """What the programme says of the member at this place of the list; empty for none."""
    council = record(setting)
    member = council.member(position)
    if member is None:
        return Markup("")
    return council_html.member_facts(council, member, _links(setting))


@keep(64)
def committee_seats(setting: Setting, committee: str) -> Markup:
    """The seats of the committee with this slug; empty for none."""
    body = record(setting).committee(committee)
    return council_html.seats_table(body, _links(setting)) if body else Markup("")


@keep(64)
def scopes(setting: Setting, committee: str) -> Markup:
    """What the committee with this slug deals with; empty where nobody judged it."""
    body = record(setting).committee(committee)
    return council_html.scopes_html(body, _links(setting)) if body else Markup("")


def _links(setting: Setting) -> Links:
    """Everything that the council's pieces lead to."""
    units, activities = setting.frame("spending_units"), setting.frame("activities")
    goals, indicators = setting.frame("goals"), setting.frame("indicators")
    place = setting.place
    named = {district.slug for district in place.districts} if place else set()
    named |= {
        slug(name)
        for table in ("assets", "council_members")
        for name in setting.frame(table)["district"]
        if is_stated(name)
    }
    return Links(
        member=links.maker(setting, Thing.MEMBER),
        committee=links.maker(setting, Thing.COMMITTEE),
        district=links.maker(setting, Thing.DISTRICT),
        unit=links.maker(setting, Thing.UNIT),
        goal=links.maker(setting, Thing.GOAL),
        activity=links.maker(setting, Thing.ACTIVITY),
        indicator=links.maker(setting, Thing.INDICATOR),
        units=dict(zip(units["spending_unit"], units["name"], strict=True)),
        goals=_named(goals["goal"], goals["statement"]),
        activities=_named(activities["activity"], activities["name"]),
        indicators={
            f"{goal}.{number}": name
            for goal, number, name in zip(
                indicators["goal"], indicators["indicator"], indicators["name"], strict=True
            )
        },
        districts=frozenset(named),
    )


def _named(numbers: Iterable[object], names: Iterable[str]) -> dict[str, str]:
    return {str(number): name for number, name in zip(numbers, names, strict=True)}


@keep(32)
def represented(setting: Setting) -> tuple[Representation, ...]:
    """The districts whose members and residents are known, most residents for each member first;
    none without a place."""
    place = setting.place
    return representations(record(setting), place) if place else ()


def representation(setting: Setting, choices: NoChoices | None = None) -> Figure:
    """Residents for each member by district. Needs a place."""
    place, address = setting.place, links.maker(setting, Thing.DISTRICT)
    assert place is not None
    rows = represented(setting)
    return representation_figure(
        rows,
        place.population,
        setting.background,
        source(setting),
        {row.district: address(slug(row.district)) for row in rows},
    )


def _representation_presets(setting: Setting) -> Iterable[NoChoices]:
    return (NoChoices(),) if represented(setting) else ()


def _council_codes(setting: Setting) -> Known:
    council = record(setting)
    return {
        "member": (),
        "committee": (),
        "district": {slug(name) for name in council.districts},
        "party": {party.slug for party in council.parties if party.slug},
    }


def _council_presets(kind: type[Any]) -> Callable[[Setting], Iterable[Any]]:
    return lambda setting: () if record(setting).is_empty else (kind(),)


ENTRIES = (
    Entry("meclis", PATH, "meclis", always(CouncilChoices), _council_codes,
          only_figure(seats), _council_presets(CouncilChoices)),
    Entry("meclis-ilceler", PATH, "meclis", always(NoChoices), no_codes,
          only_figure(districts), _council_presets(NoChoices)),
    Entry("temsil", PATH, "meclis", always(NoChoices), no_codes,
          only_figure(representation), _representation_presets),
)  # fmt: skip
