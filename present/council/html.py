"""The pieces of the council's pages in HTML: officers, committees, executive, lists, facts.

The style is ``assets/css/council.css``. Addresses are given by functions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

import pandas as pd
from markupsafe import Markup, escape

from kbb_data.scopes import ACTIVITY, GOAL, INDICATOR, PROGRAMME, UNIT
from kbb_data.turkish import fold
from present.council.model import (
    Committee,
    Council,
    Member,
    Scope,
    Seat,
)
from present.council.words import committee_name, party_name, standing
from present.kit import writing
from present.kit.markup import Pieces, joined
from present.kit.tables import TableColumn, html_table
from present.kit.text import t, verbatim

_PIECES = Pieces("council/html.jinja")
_EMPTY = Markup("")

Link = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses: of a member by place, a committee by slug, a district by slug, a spending unit by
    key, a goal and an activity by number, an indicator by code. ``units``, ``goals``,
    ``activities`` and ``indicators`` hold the names by the same keys, ``districts`` the slugs of
    districts that have a page."""

    member: Callable[[int], str]
    committee: Link
    district: Link
    unit: Link
    goal: Link
    activity: Link
    indicator: Link
    units: Mapping[str, str]
    goals: Mapping[str, str]
    activities: Mapping[str, str]
    indicators: Mapping[str, str]
    districts: frozenset[str]


def officers_html(council: Council, links: Links) -> Markup:
    """The chair, then deputy chairs and clerks by office; empty where the programme names none."""
    seats = ([council.chair] if council.chair else []) + list(council.officers)
    offices: dict[str, list[Seat]] = {}
    for seat in seats:
        offices.setdefault(seat.role, []).append(seat)
    return _PIECES("officers", offices=offices.items(), links=links) if offices else _EMPTY


def committees_html(council: Council, links: Links) -> Markup:
    """A card a committee, leading to its own view, with all seats; empty without committees."""
    named = [(committee, committee_name(committee.name)) for committee in council.committees]
    return _PIECES("committees", committees=named, links=links) if named else _EMPTY


def executive_html(council: Council, links: Links) -> Markup:
    """The executive committee as a table: name, role as printed, party and district of members;
    empty without one. A head of a spending unit leads to the unit."""
    if not council.executive:
        return _EMPTY
    frame = _people(council.executive, links).assign(
        unit=[_unit_address(seat.role, links) for seat in council.executive],
        standing=[standing(seat) for seat in council.executive],
    )
    return _table(
        frame,
        [
            _name_column(),
            TableColumn(
                "role",
                t("council.column_role"),
                is_lead=True,
                is_verbatim=True,
                link=itemgetter("unit"),
            ),
            TableColumn(
                "standing", t("council.column_standing"), is_verbatim=itemgetter("is_member")
            ),
        ],
        t("council.executive_caption", count=writing.number(len(frame))),
    )


def seats_table(committee: Committee, links: Links) -> Markup:
    """A committee's seats as a table: name, role, party, district."""
    return _table(
        _people(committee.seats, links),
        [
            _name_column(),
            TableColumn("role", t("council.column_seat_role"), is_verbatim=True),
            *_member_columns(),
        ],
        t("council.seats_caption", count=writing.number(len(committee.seats))),
    )


def _table(frame: pd.DataFrame, columns: Sequence[TableColumn], caption: str) -> Markup:
    """A table of people, whose names may break earlier than those of other tables."""
    return _PIECES("people", table=html_table(frame, columns, caption))


def _people(seats: Sequence[Seat], links: Links) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "name": seat.name,
                "role": seat.role,
                "party": seat.member.party if seat.member else None,
                "district": seat.member.district if seat.member else None,
                "is_member": seat.member is not None,
                "address": links.member(seat.member.position) if seat.member else "",
                "district_address": _district_address(seat.member, links),
            }
            for seat in seats
        ],
        columns=["name", "role", "party", "district", "is_member", "address", "district_address"],
    )


def _name_column() -> TableColumn:
    return TableColumn(
        "name",
        t("council.column_name"),
        is_heading=True,
        is_verbatim=True,
        link=itemgetter("address"),
    )


def _member_columns() -> list[TableColumn]:
    """Party and district of a member; a dash, and words in its place, for who is none."""
    return [
        TableColumn(
            "party", t("council.column_party"), _party_cell, is_lead=True, is_verbatim=_has("party")
        ),
        TableColumn(
            "district",
            t("council.column_district"),
            _dash,
            is_verbatim=_has("district"),
            link=itemgetter("district_address"),
        ),
    ]


def _has(column: str) -> Callable[[dict[str, object]], bool]:
    return lambda row: bool(row[column])


def _party_cell(value: object) -> str:
    return party_name(str(value)) if isinstance(value, str) else t("council.no_member")


def _dash(value: object) -> str:
    return str(value) if isinstance(value, str) and value else "–"


def _district_address(member: Member | None, links: Links) -> str:
    if member is None or member.district_slug not in links.districts:
        return ""
    return links.district(member.district_slug)


def _unit_address(role: str, links: Links) -> str:
    """The unit whose name is the role with the ending of an office ("Başkanı", "Başkanlığı")."""
    start = fold(role)
    if not start.endswith(("baskani", "muduru", "musaviri", "uzmani")):
        return ""
    stem = start[:-1]
    fitting = [key for key, name in links.units.items() if fold(name).startswith(stem)]
    return links.unit(fitting[0]) if len(fitting) == 1 else ""


def members_table(members: Sequence[Member], links: Links) -> Markup:
    """Members as a table in printed order: name, role, party, district."""
    frame = pd.DataFrame(
        [
            {
                "position": member.position,
                "name": member.name,
                "role": member.role,
                "party": member.party,
                "district": member.district,
                "address": links.member(member.position),
                "district_address": _district_address(member, links),
            }
            for member in members
        ],
        columns=["position", "name", "role", "party", "district", "address", "district_address"],
    )
    return _table(
        frame,
        [
            _name_column(),
            TableColumn("role", t("council.column_role"), is_verbatim=True),
            *_member_columns(),
        ],
        t("council.members_caption", count=writing.number(len(frame))),
    )


def member_facts(council: Council, member: Member, links: Links) -> Markup:
    """All that the programme says of a member, as a description list."""
    committees = [
        _PIECES(
            "seat",
            name=committee_name(committee.name),
            seat=seat,
            address=links.committee(committee.slug),
        )
        for committee, seat in council.seats_of(member)
    ]
    district: Markup | str = t("council.no_district")
    if member.district:
        address = _district_address(member, links)
        district = _PIECES("own", text=member.district, address=address)
    party = verbatim(member.party) if member.party else party_name("")
    nothing = [t("council.none_printed")]
    facts: list[tuple[str, Sequence[Markup | str]]] = [
        (t("council.column_role"), [verbatim(member.role)]),
        (t("council.column_party"), [party]),
        (t("council.column_district"), [district]),
        (
            t("council.fact_offices"),
            [verbatim(role) for role in council.offices_of(member)] or nothing,
        ),
        (t("council.fact_committees"), committees or nothing),
        (
            t("council.fact_executive"),
            [verbatim(role) for role in council.executive_of(member)] or nothing,
        ),
    ]
    return _PIECES("facts", facts=facts)


def scopes_html(committee: Committee, links: Links) -> Markup:
    """What a committee deals with, each with the reason; empty where nobody judged it. What the
    programme no longer has is left out."""
    return _listed(committee.scopes, links)


def omissions_html(omissions: Sequence[Scope], links: Links) -> Markup:
    """What no committee's name covers, each with the reason; empty where there is nothing."""
    listed = _listed(omissions, links)
    return _PIECES("omissions", listed=listed) if listed else _EMPTY


def _listed(scopes: Sequence[Scope], links: Links) -> Markup:
    parts = []
    for kind in (PROGRAMME, GOAL, UNIT, ACTIVITY, INDICATOR):
        named = [
            (name, scope.reason)
            for scope in scopes
            if scope.kind == kind and (name := scope_name(scope, links))
        ]
        if named:
            parts.append(_PIECES("scopes", heading=t(f"council.scope_{kind}"), scopes=named))
    return joined(*parts)


def scope_name(scope: Scope, links: Links) -> Markup:
    """A linked name of what a committee deals with; empty where the programme has no such thing."""
    if scope.kind == PROGRAMME:
        return Markup(escape(t("council.scope_whole")))
    names, address = {
        GOAL: (links.goals, links.goal),
        ACTIVITY: (links.activities, links.activity),
        INDICATOR: (links.indicators, links.indicator),
        UNIT: (links.units, links.unit),
    }[scope.kind]
    name = names.get(scope.key, "")
    if not name:
        return _EMPTY
    number = "" if scope.kind == UNIT else scope.key
    return _PIECES("numbered", number=number, text=name, address=address(scope.key))
