"""Putting briefings together: which there are, and what each of them holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kbb_data.turkish import sort_key
from present.briefing import committee, district, money, programme, results, since
from present.briefing.model import Bars, Briefing, Fact, Section, Topic, own, plain
from present.briefing.parts import Part, of_aims_and_units
from present.briefing.questions import questions
from present.council import entries as council_entries
from present.council.words import committee_name
from present.findings import entries as findings_entries
from present.kit import draft
from present.kit.brand import brand
from present.kit.keep import keep
from present.kit.setting import Setting
from present.kit.text import t
from present.kit.writing import is_stated
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
            body.slug: committee_name(body.name)
            for body in council_entries.record(setting).committees
        }
    return district.things(setting)


def whose(setting: Setting) -> str:
    """What there are briefings of, to be told in a sentence: ``birimin, programın ya da ilçenin``;
    all kinds where there is none of any."""
    kinds = [kind for kind in Topic if things(setting, kind)] or list(Topic)
    *others, last = [t(f"briefing.whose_{kind}") for kind in kinds]
    return t("briefing.whose_last", first=", ".join(others), last=last) if others else last


def is_of_years(kind: Topic) -> bool:
    """Whether briefings of a kind look at the institution's other programmes too: a district's
    holds no money and no indicators, and looks at its own alone."""
    return kind is not Topic.DISTRICT


def version(setting: Setting, kind: Topic) -> str:
    """The version of the data that briefings of a kind rest on; of all the institution's programmes
    where they look at those."""
    if not is_of_years(kind) or not setting.years:
        return setting.version
    return ", ".join(own.version for own in setting.years)


@keep(128)
def briefing(setting: Setting, kind: Topic, key: str) -> Briefing:
    """The briefing of a thing, in the setting's language. Raises ``KeyError`` for a key that there
    is none of."""
    name = things(setting, kind)[key]
    return _BUILDERS[kind](setting, key, name)


def _aim(setting: Setting, key: str, name: str) -> Briefing:
    part = of_aims_and_units(setting, [int(key)], [])
    aims = setting.frame("aims")
    statement = aims.loc[aims["aim"] == int(key), "statement"].iloc[0]
    return _of_money(
        setting,
        Topic.AIM,
        key,
        name,
        part,
        links.to(setting, Thing.AIM, key),
        lead=own(str(statement)) if is_stated(statement) else t("briefing.lead_aim"),
        beside=(money.by_unit(part), money.by_line(part)),
        changed=since.of_aim(setting, key),
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
        changed=since.of_unit(setting, key),
    )


def _committee(setting: Setting, key: str, name: str) -> Briefing:
    body = council_entries.record(setting).committee(key)
    assert body is not None
    part, address = committee.part(setting, body), links.to(setting, Thing.COMMITTEE, key)
    first = committee.section(setting, body, part)
    if body.has_programme:
        return _of_programme(setting, key, name, part, address, first)
    return _of_money(
        setting,
        Topic.COMMITTEE,
        key,
        own(name),
        part,
        address,
        lead=t("briefing.lead_committee"),
        beside=(money.by_unit(part), money.by_line(part)),
        changed=since.of_activities(setting, (activity.number for activity in part.activities)),
        first=first,
    )


def _of_programme(
    setting: Setting, key: str, name: str, part: Part, address: str, first: Section
) -> Briefing:
    """The briefing of a committee that deals with the whole programme: the gravest findings and
    the money of it stand before its results."""
    sections = (
        first,
        results.findings(part, setting.link(pages.FINDINGS.path), findings_entries.checks(setting)),
        programme.section(setting, part, setting.link(pages.BUDGET.path)),
        *_changed(since.of_whole(setting)),
        *_carried_out(part),
        results.section(part, setting.link(pages.INDICATORS.path)),
        *_came_of(part),
    )
    return finished(
        setting,
        Topic.COMMITTEE,
        key,
        own(name),
        lead=t("briefing.lead_programme", year=setting.year),
        facts=tuple(programme.facts(setting, part)),
        sections=sections,
        asked=programme.ask(setting, part),
        address=address,
    )


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
    changed: Section | None,
    first: Section | None = None,
) -> Briefing:
    sections = [
        *([first] if first else []),
        money.section(part, beside, address, _ACTIVITIES_BELOW if first else _ACTIVITIES),
        *_changed(changed),
        *_carried_out(part),
        results.section(part, address),
        *_came_of(part),
        results.findings(part, setting.link(pages.FINDINGS.path), findings_entries.checks(setting)),
    ]
    return finished(
        setting,
        kind,
        key,
        name,
        lead=lead,
        facts=(*money.facts(part, setting.background), money.counts(part)),
        sections=tuple(sections),
        asked=questions(part),
        address=address,
    )


def _changed(section: Section | None) -> tuple[Section, ...]:
    """What changed since the programme before; nothing where there is none."""
    return (section,) if section else ()


def _carried_out(part: Part) -> tuple[Section, ...]:
    """How the part's money was spent; nothing where no document tells of it."""
    return (part.carried_out.section,) if part.carried_out else ()


def _came_of(part: Part) -> tuple[Section, ...]:
    """What came of the part's promises; nothing where nobody tells of it."""
    return (part.came_of.section,) if part.came_of else ()


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
        version(setting, kind),
        address,
        brand(setting.institution),
        draft.mark(setting.is_draft),
        t("briefing.titled", name=plain(name), year=setting.year, institution=setting.name),
    )


_BUILDERS: Mapping[Topic, Callable[[Setting, str, str], Briefing]] = {
    Topic.AIM: _aim,
    Topic.UNIT: _unit,
    Topic.COMMITTEE: _committee,
    Topic.DISTRICT: lambda setting, key, name: finished(
        setting, Topic.DISTRICT, key, own(name), **district.content(setting, key)
    ),
}
