"""Meclis: the members by party and district, officers, committees, executive committee; one
member's view and one committee's view."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from kbb_data.turkish import slug, sort_key
from pages.parts import briefing_link, chrome, controls, council_data, empty, figure, steps
from pages.parts.council_data import PATH, html
from pages.parts.steps import Step
from pages.parts.visit import setting
from present.briefing.model import Topic
from present.council import html as council_html
from present.council.choices import CouncilChoices
from present.council.model import Committee, Council, Member, select
from present.kit import writing
from present.kit.tables import folded
from present.kit.text import t

Choices = controls.Controls[CouncilChoices]


def render() -> None:
    """Show the whole council, or the member or the committee that the address names."""
    found = council_data.record()
    if found.is_empty:
        chrome.head(t("council.title"))
        chrome.message(t("common.empty_title"), t("council.empty_programme"))
        return
    parties = {one.slug: one.name for one in found.parties if one.slug}
    chosen: Choices = controls.Controls(
        PATH,
        CouncilChoices,
        {
            "member": {str(one.position) for one in found.members},
            "committee": {one.slug for one in found.committees},
            "district": {slug(name) for name in found.districts},
            "party": set(parties),
        },
    )
    member = found.member(chosen.choices.member or "")
    committee = found.committee(chosen.choices.committee or "")
    if member is not None:
        _member(chosen, found, member)
    elif committee is not None:
        _committee(chosen, found, committee)
    else:
        _all(chosen, found, parties)


def _all(chosen: Choices, found: Council, parties: dict[str, str]) -> None:
    chrome.head(
        t("council.title"),
        t(
            "council.intro",
            institution=setting().name,
            year=setting().year,
            count=writing.number(len(found.members)),
            districts=writing.number(len(found.districts)),
        ),
        own=(setting().name,),
    )
    chosen.notice()
    _filters(chosen, found, parties)
    choices = chosen.choices
    wanted = select(found.members, choices.district, choices.party)
    if found.members and not wanted:
        empty.nothing_fits(chosen.reset)
    if found.members:
        figure.show("meclis", choices, key="seats")
        _members(chosen, found, wanted)
        if found.districts:
            figure.show("meclis-ilceler", key="districts")
    _part(
        t("council.officers_title"), t("council.officers_text"), html("officers", CouncilChoices())
    )
    _committees(found)
    _part(
        t("council.executive_title"),
        t("council.executive_text"),
        html("executive", CouncilChoices()),
    )
    _source(t("council.source_section"))


def _committees(found: Council) -> None:
    is_judged = any(one.scopes for one in found.committees)
    _part(
        t("council.committees_title"),
        t("council.committees_text") if is_judged else t("council.committees_text_plain"),
        html("committees", CouncilChoices()),
    )
    apart = html("uncovered", CouncilChoices())
    if apart:
        st.html(apart)


def _part(heading: str, text: str, content: str) -> None:
    """A part of the page; nothing where the programme has nothing of it."""
    if content:
        chrome.section(heading, text)
        st.html(content)


def _filters(chosen: Choices, found: Council, parties: dict[str, str]) -> None:
    districts = {slug(name): name for name in found.districts}
    if not districts and not parties:
        return
    district, party, reset = st.columns([5, 4, 3], vertical_alignment="bottom")
    with district:
        chosen.select(
            "district",
            t("council.filter_district"),
            list(districts),
            districts.__getitem__,
            empty=t("council.all_districts"),
        )
    with party:
        chosen.select(
            "party",
            t("council.filter_party"),
            sorted(parties, key=lambda code: sort_key(parties[code])),
            parties.__getitem__,
            empty=t("council.all_parties"),
        )
    with reset:
        if chosen.choices.district or chosen.choices.party:
            st.button(t("council.reset"), on_click=chosen.reset, key="meclis-reset")


def _members(chosen: Choices, found: Council, wanted: Sequence[Member]) -> None:
    """The members behind a fold; open where they are narrowed."""
    if not wanted:
        return
    choices = CouncilChoices(district=chosen.choices.district, party=chosen.choices.party)
    is_narrowed = len(wanted) < len(found.members)
    numbers = {"count": writing.number(len(wanted)), "total": writing.number(len(found.members))}
    if is_narrowed:
        label = t("council.members_some", **numbers)
    else:
        label = t("council.members_all", **numbers)
    chrome.section(t("council.members_title"), t("council.members_text"))
    st.html(folded(label, html("members", choices), is_open=is_narrowed))


def _back() -> Step:
    """Back to the whole council."""
    return Step(t("council.back"), {"member": None, "committee": None})


def _member(chosen: Choices, found: Council, one: Member) -> None:
    around = select(found.members, chosen.choices.district, chosen.choices.party)
    around = around if one in around else found.members
    steps.show(
        chosen,
        len(around),
        around.index(one),
        lambda way, at: Step(
            t(f"council.{way}", name=around[at].name),
            {"member": str(around[at].position), "committee": None},
        ),
        back=_back(),
        is_counted=True,
    )
    chrome.head(
        one.name,
        t("council.member_intro", role=one.role, year=setting().year),
        own=(one.name, one.role),
    )
    chosen.notice()
    st.html(html("facts", CouncilChoices(member=str(one.position))))
    beside = [each for each in found.members if each.district and each.district == one.district]
    if len(beside) > 1:
        chrome.section(
            t("council.beside_title", district=one.district),
            t("council.beside_text", count=writing.number(len(beside))),
            own=(one.district,),
        )
        st.html(html("beside", CouncilChoices(district=one.district_slug)))
    _source(t("council.source_section"))


def _committee(chosen: Choices, found: Council, one: Committee) -> None:
    names = [council_html.committee_name(each.name) for each in found.committees]
    place = found.committees.index(one)
    steps.show(
        chosen,
        len(names),
        place,
        lambda way, at: Step(
            t(f"council.{way}", name=names[at]),
            {"committee": found.committees[at].slug, "member": None},
        ),
        back=_back(),
        is_counted=True,
    )
    chrome.head(
        names[place],
        t(
            "council.committee_intro",
            year=setting().year,
            count=writing.number(len(one.seats)),
        ),
        own=(names[place],),
    )
    chosen.notice()
    briefing_link.show(Topic.COMMITTEE, one.slug, names[place])
    here = CouncilChoices(committee=one.slug)
    chrome.section(t("council.committee_seats"))
    st.html(html("seats", here))
    _part(t("council.scope_title"), t("council.scope_text"), html("scopes", here))
    _source(t("council.source_section"))


def _source(section: str) -> None:
    source = t(
        "common.source_document",
        institution=setting().name,
        year=setting().year,
        section=section,
    )
    st.html(f'<p class="kbb-source">{escape(t("common.source_label", source=source))}</p>')
