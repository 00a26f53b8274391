"""Putting briefings together: which there are, and what each of them holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kbb_data.turkish import sort_key, title
from present.briefing import district, money, results
from present.briefing.model import Bars, Briefing, Fact, Section, Topic, own
from present.briefing.parts import Part, of_aims_and_units
from present.briefing.questions import questions
from present.budget import model as budget_model
from present.council import entries as council_entries
from present.council.model import AIM, Committee, Seat
from present.council.words import committee_name
from present.kit import writing
from present.kit.keep import keep
from present.kit.setting import Setting
from present.kit.text import t
from present.site import links, pages
from present.site.links import Thing
from present.units.entries import units

#: How many activities a page of money holds, alone and below what a committee deals with.
_ACTIVITIES, _ACTIVITIES_BELOW = 12, 6


@keep(64)
def things(setting: Setting, kind: Topic) -> Mapping[str, str]:
    """The briefings that there are of a kind: each one's name by its key, in the list's order."""
    if kind is Topic.AIM:
        aims = setting.frame("aims")
        return {
            str(number): t("briefing.aim", number=number, name=name)
            for number, name in zip(aims["aim"], aims["short_name"], strict=True)
        }
    if kind is Topic.UNIT:
        named = sorted(units(setting), key=lambda unit: sort_key(unit.name))
        return {unit.slug: unit.name for unit in named}
    if kind is Topic.COMMITTEE:
        return {
            committee.slug: committee_name(committee.name)
            for committee in council_entries.record(setting).committees
        }
    return district.things(setting)


@keep(128)
def briefing(setting: Setting, kind: Topic, key: str) -> Briefing:
    """The briefing of a thing, in the setting's language. Raises ``KeyError`` for a key that there
    is none of."""
    name = things(setting, kind)[key]
    return _BUILDERS[kind](setting, key, name)


def _aim(setting: Setting, key: str, name: str) -> Briefing:
    part = of_aims_and_units(setting, [int(key)], [])
    aims = setting.frame("aims")
    statement = str(aims.loc[aims["aim"] == int(key), "statement"].iloc[0])
    return _of_money(
        setting,
        Topic.AIM,
        key,
        name,
        part,
        links.to(setting, Thing.AIM, key),
        lead=own(statement),
        beside=(money.by_unit(part), money.by_line(part)),
    )


def _unit(setting: Setting, key: str, name: str) -> Briefing:
    part = of_aims_and_units(setting, [], [key])
    return _of_money(
        setting,
        Topic.UNIT,
        key,
        own(name),
        part,
        links.to(setting, Thing.UNIT, key),
        lead=t("briefing.lead_unit", year=setting.year),
        beside=(money.by_goal(part), money.by_line(part)),
    )


def _committee(setting: Setting, key: str, name: str) -> Briefing:
    committee = council_entries.record(setting).committee(key)
    assert committee is not None
    aims = [int(scope.key) for scope in committee.scopes if scope.kind == AIM]
    slugs = [scope.key for scope in committee.scopes if scope.kind != AIM]
    part = of_aims_and_units(setting, aims, slugs)
    return _of_money(
        setting,
        Topic.COMMITTEE,
        key,
        own(name),
        part,
        links.to(setting, Thing.COMMITTEE, key),
        lead=t("briefing.lead_committee"),
        beside=(money.by_unit(part), money.by_line(part)),
        first=_scope(setting, committee, aims, slugs),
    )


def _scope(setting: Setting, committee: Committee, aims: list[int], slugs: list[str]) -> Section:
    """What the committee deals with, each aim's and unit's own money, and who sits on it."""
    names = dict(
        zip(setting.frame("aims")["aim"], setting.frame("aims")["short_name"], strict=True)
    )
    of_units = {unit.slug: unit for unit in units(setting)}
    items = []
    for aim in aims:
        amount = budget_model.total(setting.lines.loc[setting.lines["aim"] == aim, "amount_kurus"])
        items.append(
            t("briefing.scope", name=t("briefing.aim", number=aim, name=names[aim]),
              amount=writing.money(amount))
        )  # fmt: skip
    for slug in slugs:
        unit = of_units[slug]
        items.append(
            t("briefing.scope", name=own(unit.name), amount=writing.money(unit.amount_kurus))
        )
    return Section(
        t("briefing.scope_title"),
        t("briefing.scope_text") if items else t("briefing.scope_none"),
        items=tuple(items),
        note=t("briefing.seats", names=", ".join(_seat(seat) for seat in committee.seats)),
    )


def _seat(seat: Seat) -> str:
    role = "" if "üye" in seat.role.lower() else seat.role
    party = seat.member.party if seat.member else ""
    beside = ", ".join(word for word in (role, party) if word)
    return own(title(seat.name)) + (f" ({own(beside)})" if beside else "")


def _of_money(
    setting: Setting,
    kind: Topic,
    key: str,
    name: str,
    part: Part,
    address: str,
    *,
    lead: str,
    beside: tuple[Bars, ...],
    first: Section | None = None,
) -> Briefing:
    residents = setting.place.residents if setting.place else None
    sections = [
        *([first] if first else []),
        money.section(part, beside, address, _ACTIVITIES_BELOW if first else _ACTIVITIES),
        results.section(part, address),
        results.findings(part, setting.link(pages.FINDINGS.path)),
    ]
    return finished(
        setting,
        kind,
        key,
        name,
        lead=lead,
        facts=(*money.facts(part, residents), money.counts(part)),
        sections=tuple(sections),
        asked=questions(part),
        address=address,
    )


def finished(
    setting: Setting,
    kind: Topic,
    key: str,
    name: str,
    *,
    lead: str,
    facts: tuple[Fact, ...],
    sections: tuple[Section, ...],
    asked: tuple[str, ...],
    address: str,
) -> Briefing:
    """A briefing with what stands on every one: whose it is, its source and version."""
    return Briefing(
        kind,
        key,
        name,
        t(
            f"briefing.about_{kind.value}",
            institution=own(setting.name),
            year=setting.year,
        ),
        lead,
        facts,
        sections,
        asked,
        setting.source(t("briefing.section")),
        setting.version,
        address,
    )


_BUILDERS: Mapping[Topic, Callable[[Setting, str, str], Briefing]] = {
    Topic.AIM: _aim,
    Topic.UNIT: _unit,
    Topic.COMMITTEE: _committee,
    Topic.DISTRICT: lambda setting, key, name: finished(
        setting, Topic.DISTRICT, key, own(name), **district.content(setting, key)
    ),
}
