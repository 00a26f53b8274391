"""Meclis: the members by party and district, officers, committees, executive committee; a member's
view and a committee's view."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from kbb_data.turkish import slug, sort_key
from pages.parts import chrome, controls, empty, figure, steps
from pages.parts.steps import Step
from pages.parts.visit import setting
from present.briefing import html as briefing_html
from present.briefing.model import Topic
from present.council import entries as council_entries
from present.council.choices import CouncilChoices
from present.council.model import Committee, Council, Member, select
from present.council.words import committee_name
from present.kit import writing
from present.kit.markup import joined
from present.kit.parts import part
from present.kit.pieces import source_html
from present.kit.text import t
from present.site import pages

Choices = controls.Controls[CouncilChoices]


def render() -> None:
    """Show the whole council, or the member or the committee that the address names."""
    council = council_entries.record(setting())
    if council.is_empty:
        chrome.head(t("council.title"))
        chrome.message(t("common.empty_title"), t("council.empty_programme"))
        return
    parties = {party.slug: party.name for party in council.parties if party.slug}
    page: Choices = controls.Controls(
        pages.COUNCIL.path,
        CouncilChoices,
        {
            "member": {str(member.position) for member in council.members},
            "committee": {committee.slug for committee in council.committees},
            "district": {slug(name) for name in council.districts},
            "party": set(parties),
        },
    )
    member = council.member(page.choices.member or "")
    committee = council.committee(page.choices.committee or "")
    if member is not None:
        _member(page, council, member)
    elif committee is not None:
        _committee(page, council, committee)
    else:
        _all(page, council, parties)
    st.html(source_html(council_entries.source(setting())))


def _all(page: Choices, council: Council, parties: dict[str, str]) -> None:
    chrome.head(
        t("council.title"),
        t(
            "council.intro",
            institution=setting().name,
            year=setting().year,
            count=writing.number(len(council.members)),
            districts=writing.number(len(council.districts)),
        ),
        own=(setting().name,),
    )
    page.notice()
    _filters(page, council, parties)
    choices = page.choices
    selected = select(council.members, choices.district, choices.party)
    if council.members and not selected:
        empty.nothing_fits(page.reset)
    if council.members:
        figure.show("meclis", choices, key="seats")
        _members(page, council, selected)
        if council.districts:
            figure.show("meclis-ilceler", key="districts", anchor="ilcelere-gore")
        if council_entries.represented(setting()):
            figure.show("temsil", key="representation", anchor="temsil")
    _part(
        "divan",
        t("council.officers_title"),
        t("council.officers_text"),
        council_entries.officers(setting()),
    )
    _committees(council)
    _part(
        "encumen",
        t("council.executive_title"),
        t("council.executive_text"),
        council_entries.executive(setting()),
    )


def _committees(council: Council) -> None:
    is_judged = any(committee.scopes for committee in council.committees)
    _part(
        "komisyonlar",
        t("council.committees_title"),
        t("council.committees_text") if is_judged else t("council.committees_text_plain"),
        joined(council_entries.committees(setting()), council_entries.omissions(setting())),
        brief=t("council.committees_brief", count=writing.number(len(council.committees))),
    )


def _part(anchor: str, heading: str, text: str, content: Markup, *, brief: str = "") -> None:
    """A part of the page that opens; nothing where the programme has nothing of it."""
    if content:
        st.html(part(anchor, heading, content, text=text, brief=brief))


def _filters(page: Choices, council: Council, parties: dict[str, str]) -> None:
    districts = {slug(name): name for name in council.districts}
    if not districts and not parties:
        return
    district, party, reset = st.columns([5, 4, 3], vertical_alignment="bottom")
    with district:
        page.select(
            "district",
            t("council.filter_district"),
            list(districts),
            districts.__getitem__,
            empty=t("council.all_districts"),
        )
    with party:
        page.select(
            "party",
            t("council.filter_party"),
            sorted(parties, key=lambda code: sort_key(parties[code])),
            parties.__getitem__,
            empty=t("council.all_parties"),
        )
    with reset:
        if page.choices.district or page.choices.party:
            st.button(t("council.reset"), on_click=page.reset, key="meclis-reset")


def _members(page: Choices, council: Council, selected: Sequence[Member]) -> None:
    """The members behind a fold; open where they are narrowed."""
    if not selected:
        return
    choices = CouncilChoices(district=page.choices.district, party=page.choices.party)
    is_narrowed = len(selected) < len(council.members)
    label = t(
        "council.members_some" if is_narrowed else "council.members_all",
        count=writing.number(len(selected)),
        total=writing.number(len(council.members)),
    )
    table = council_entries.members(setting(), choices)
    st.html(
        part(
            "uyeler",
            t("council.members_title"),
            table,
            brief=label,
            text=t("council.members_text"),
            opens_with_room=is_narrowed,
            is_open=is_narrowed,
        )
    )


def _back() -> Step:
    """Back to the whole council."""
    return Step(t("council.back"), {"member": None, "committee": None})


def _member(page: Choices, council: Council, member: Member) -> None:
    around = select(council.members, page.choices.district, page.choices.party)
    around = around if member in around else council.members
    steps.show(
        page,
        len(around),
        around.index(member),
        lambda way, at: Step(
            t(f"council.{way}", name=around[at].name),
            {"member": str(around[at].position), "committee": None},
            [around[at].name],
        ),
        back=_back(),
        is_counted=True,
    )
    chrome.head(
        member.name,
        t("council.member_intro", role=member.role, year=setting().year),
        own=(member.name, member.role),
    )
    page.notice()
    st.html(council_entries.facts(setting(), member.position))
    neighbours = select(council.members, member.district_slug) if member.district else ()
    if len(neighbours) > 1:
        chrome.section(
            t("council.beside_title", district=member.district),
            t("council.beside_text", count=writing.number(len(neighbours))),
            own=(member.district,),
        )
        st.html(council_entries.neighbours(setting(), member.district_slug))


def _committee(page: Choices, council: Council, committee: Committee) -> None:
    names = [committee_name(body.name) for body in council.committees]
    place = council.committees.index(committee)
    steps.show(
        page,
        len(names),
        place,
        lambda way, at: Step(
            t(f"council.{way}", name=names[at]),
            {"committee": council.committees[at].slug, "member": None},
            [names[at]],
        ),
        back=_back(),
        is_counted=True,
    )
    chrome.head(
        names[place],
        t(
            "council.committee_intro",
            year=setting().year,
            count=writing.number(len(committee.seats)),
        ),
        own=(names[place],),
    )
    page.notice()
    st.html(briefing_html.link_html(setting(), Topic.COMMITTEE, committee.slug, names[place]))
    chrome.section(t("council.committee_seats"))
    st.html(council_entries.committee_seats(setting(), committee.slug))
    _part(
        "kapsam",
        t("council.scope_title"),
        t("council.scope_text"),
        council_entries.scopes(setting(), committee.slug),
    )
