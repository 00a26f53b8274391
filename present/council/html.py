"""The pieces of the council's pages in HTML: officers, committees, executive, lists, facts.

Text is escaped; the style is ``assets/css/council.css``. Addresses are given by functions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from operator import itemgetter

import pandas as pd

from kbb_data.turkish import fold, title
from present.council.figures import party_name
from present.council.model import AIM, Committee, Council, Member, Scope, Seat
from present.kit import writing
from present.kit.tables import TableColumn, html_table
from present.kit.text import t, verbatim

Link = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses: of a member by place, a committee by slug, a district by slug, a spending unit by
    key, an aim by number. ``units`` holds the spending units' names by key, ``aims`` the aims'
    short names by number, ``districts`` the slugs of districts that have a page."""

    member: Callable[[int], str]
    committee: Link
    district: Link
    unit: Link
    aim: Link
    units: Mapping[str, str]
    aims: Mapping[str, str]
    districts: frozenset[str]


def committee_name(name: str) -> str:
    """A committee's printed capitals in ordinary letters."""
    return title(name) if name.isupper() else name


def anchor(address: str, inner: str) -> str:
    """A link within the site around finished HTML."""
    return f'<a href="{escape(address, quote=True)}" target="_self">{inner}</a>'


def person_html(seat: Seat, links: Links) -> str:
    """A person's name: a link to the member, or the name with a word on its missing there."""
    if seat.member is not None:
        return anchor(links.member(seat.member.position), verbatim(seat.name))
    return f'{verbatim(seat.name)} <span class="km-quiet">({escape(t("council.no_member"))})</span>'


def officers_html(council: Council, links: Links) -> str:
    """The chair, then deputy chairs and clerks by office; empty where the programme names none."""
    seats = ([council.chair] if council.chair else []) + list(council.officers)
    by_role: dict[str, list[Seat]] = {}
    for seat in seats:
        by_role.setdefault(seat.role, []).append(seat)
    items = "".join(
        f"<div><dt>{verbatim(role)}</dt>"
        + "".join(f"<dd>{person_html(seat, links)}</dd>" for seat in holders)
        + "</div>"
        for role, holders in by_role.items()
    )
    return f'<div class="km-panel"><dl class="km-facts">{items}</dl></div>' if items else ""


def committees_html(council: Council, links: Links) -> str:
    """A card a committee, leading to its own view, with all seats; empty without committees."""
    items = "".join(
        f'<li class="km-card"><h3>'
        f"{anchor(links.committee(one.slug), verbatim(committee_name(one.name)))}</h3>"
        f"<p>{escape(t('council.seat_count', count=writing.number(len(one.seats))))}</p>"
        f'<ul class="km-plain">{_seats(one.seats, links)}</ul></li>'
        for one in council.committees
    )
    return f'<ul class="km-cards">{items}</ul>' if items else ""


def _seats(seats: Sequence[Seat], links: Links) -> str:
    return "".join(
        f'<li>{person_html(seat, links)} <span class="km-quiet">{verbatim(seat.role)}</span></li>'
        for seat in seats
    )


def executive_html(council: Council, links: Links) -> str:
    """The executive committee as a table: name, role as printed, party and district of members;
    empty without one. A head of a spending unit leads to the unit."""
    if not council.executive:
        return ""
    frame = _people(council.executive, links).assign(
        unit=[_unit_address(seat.role, links) for seat in council.executive],
        standing=[_standing(seat) for seat in council.executive],
    )
    return _table(
        frame,
        [
            _name_column(),
            TableColumn(
                "role",
                t("council.column_role"),
                is_verbatim=True,
                link=itemgetter("unit"),
            ),
            TableColumn(
                "standing", t("council.column_standing"), is_verbatim=itemgetter("is_member")
            ),
        ],
        t("council.executive_caption", count=writing.number(len(frame))),
    )


def _standing(seat: Seat) -> str:
    """Party and district of a member in one cell; words for who is none."""
    if seat.member is None:
        return t("council.no_member")
    parts = (party_name(seat.member.party), seat.member.district)
    return ", ".join(part for part in parts if part)


def seats_table(committee: Committee, links: Links) -> str:
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


def _table(frame: pd.DataFrame, columns: Sequence[TableColumn], caption: str) -> str:
    """A table of people, whose names may break earlier than those of other tables."""
    return f'<div class="km-people">{html_table(frame, columns, caption)}</div>'


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
        TableColumn("party", t("council.column_party"), _party_cell, is_verbatim=_has("party")),
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


def members_table(members: Sequence[Member], links: Links) -> str:
    """Members as a table in printed order: name, role, party, district."""
    frame = pd.DataFrame(
        [
            {
                "position": one.position,
                "name": one.name,
                "role": one.role,
                "party": one.party,
                "district": one.district,
                "address": links.member(one.position),
                "district_address": _district_address(one, links),
            }
            for one in members
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


def member_facts(council: Council, member: Member, links: Links) -> str:
    """All that the programme says of a member, as a description list."""
    committees = [
        anchor(links.committee(committee.slug), verbatim(committee_name(committee.name)))
        + f' <span class="km-quiet">{verbatim(seat.role)}</span>'
        for committee, seat in council.seats_of(member)
    ]
    district = verbatim(member.district) if member.district else ""
    if address := _district_address(member, links):
        district = anchor(address, district)
    party = verbatim(member.party) if member.party else escape(party_name(""))
    nothing = [escape(t("council.none_printed"))]
    pairs = [
        (t("council.column_role"), [str(verbatim(member.role))]),
        (t("council.column_party"), [party]),
        (t("council.column_district"), [district or escape(t("council.no_district"))]),
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
    items = "".join(
        f"<div><dt>{escape(name)}</dt>{''.join(f'<dd>{words}</dd>' for words in values)}</div>"
        for name, values in pairs
    )
    return f'<div class="km-panel"><dl class="km-facts">{items}</dl></div>'


def scopes_html(committee: Committee, links: Links) -> str:
    """The aims and units that a committee deals with, each with the reason; empty where nobody
    judged it. What the programme no longer has is left out."""
    parts = []
    for kind, heading in (
        (AIM, t("council.scope_aims")),
        ("spending_unit", t("council.scope_units")),
    ):
        items = "".join(
            f"<li>{words}<p>{verbatim(scope.reason)}</p></li>"
            for scope in committee.scopes
            if scope.kind == kind and (words := scope_words(scope, links))
        )
        if items:
            parts.append(f'<h3>{escape(heading)}</h3><ul class="km-scopes">{items}</ul>')
    return "".join(parts)


def scope_words(scope: Scope, links: Links) -> str:
    """A linked name of what a committee deals with; empty where the programme has no such thing."""
    if scope.kind == AIM:
        name = links.aims.get(scope.key, "")
        words = t("council.aim_named", aim=scope.key, name=name)
        return anchor(links.aim(scope.key), escape(words)) if name else ""
    name = links.units.get(scope.key, "")
    return anchor(links.unit(scope.key), verbatim(name)) if name else ""


def uncovered_html(aims: Sequence[str], units: Sequence[str], links: Links) -> str:
    """Aims and units that no committee's name covers, linked; empty where there is none."""
    parts = [
        scope_words(Scope(kind, key, ""), links)
        for kind, keys in ((AIM, aims), ("spending_unit", units))
        for key in keys
    ]
    found = [part for part in parts if part]
    if not found:
        return ""
    items = "".join(f"<li>{part}</li>" for part in found)
    return (
        f'<p class="km-text">{escape(t("council.uncovered"))}</p><ul class="km-inline">{items}</ul>'
    )
