"""The council as the programme prints it, joined up by names: who sits where, who holds what.

The document writes a person's name in several tables. Names are matched by their folded form
(letter case, accents and white space do not count); a name that matches no member, or more than
one, stays a name without a member. Pure: frames in, records out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kbb_data.scopes import ACTIVITY, GOAL, INDICATOR, PROGRAMME, UNIT, activities_of
from kbb_data.turkish import fold, slug, sort_key, squeeze
from present.kit.writing import is_stated

#: The stated figure that names the council's chair.
CHAIR = "council.chair"

#: The order on pages of what a committee deals with. Versions that named aims are shown without
#: them.
_ORDER = (PROGRAMME, GOAL, UNIT, ACTIVITY, INDICATOR)


@dataclass(frozen=True, slots=True)
class Member:
    """A member: place in the printed list, name, role, party and district as printed.

    ``party`` and ``district`` are empty where not printed; the metropolitan mayor has no district.
    """

    position: int
    name: str
    role: str
    party: str
    district: str

    @property
    def district_slug(self) -> str:
        """The district as addresses carry it; empty without one."""
        return slug(self.district) if self.district else ""

    @property
    def party_slug(self) -> str:
        """The party as addresses carry it; empty without one."""
        return slug(self.party) if self.party else ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A person in an office or on a committee: role and name as printed, and the member whom the
    name means (``None`` where the list of members has no such name)."""

    role: str
    name: str
    member: Member | None


@dataclass(frozen=True, slots=True)
class Scope:
    """A thing that a committee deals with, or that no committee's name covers, as judged: its
    ``kind``, its key, and why."""

    kind: str
    key: str
    reason: str

    def activities(self, frame: pd.DataFrame) -> frozenset[int]:
        """The numbers of the activities that it holds, of ``db.queries.activities``; an indicator
        holds none."""
        columns = (frame["activity"], frame["goal"], frame["spending_unit"])
        return activities_of(self.kind, self.key, zip(*columns, strict=True))


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee: its printed name, its seats in printed order, what it deals with."""

    slug: str
    name: str
    seats: tuple[Seat, ...]
    scopes: tuple[Scope, ...]

    @property
    def has_programme(self) -> bool:
        """Whether the committee deals with the whole programme."""
        return any(scope.kind == PROGRAMME for scope in self.scopes)

    def activities(self, frame: pd.DataFrame) -> frozenset[int]:
        """The numbers of the activities that the committee deals with, each once; ``frame`` is of
        ``db.queries.activities``."""
        held = [scope.activities(frame) for scope in self.scopes]
        return frozenset[int]().union(*held)


@dataclass(frozen=True, slots=True)
class Party:
    """A party and how many members it has; ``name`` is empty for members without a party."""

    slug: str
    name: str
    members: int


@dataclass(frozen=True, slots=True)
class Council:
    """The whole council; every part may be empty.

    Committees stand in Turkish alphabetical order: the document prints them side by side. All
    else stands in printed order.
    """

    members: tuple[Member, ...]
    chair: Seat | None
    officers: tuple[Seat, ...]
    committees: tuple[Committee, ...]
    executive: tuple[Seat, ...]
    omissions: tuple[Scope, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the programme names nobody at all."""
        return not (self.members or self.officers or self.committees or self.executive)

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties, those with most members first, equals in the order of the alphabet; members
        without a party come last."""
        counts = Counter(member.party for member in self.members)
        order = sorted(counts, key=lambda name: (not name, -counts[name], sort_key(name)))
        return tuple(Party(slug(name) if name else "", name, counts[name]) for name in order)

    @property
    def districts(self) -> tuple[str, ...]:
        """The districts of the members' roles in Turkish alphabetical order."""
        districts = {member.district for member in self.members if member.district}
        return tuple(sorted(districts, key=sort_key))

    def member(self, position: int | str) -> Member | None:
        """The member at this place of the printed list, or ``None``."""
        return next(
            (member for member in self.members if str(member.position) == str(position)), None
        )

    def committee(self, slug: str) -> Committee | None:
        """The committee with this slug, or ``None``."""
        return next((committee for committee in self.committees if committee.slug == slug), None)

    def seats_of(self, member: Member) -> tuple[tuple[Committee, Seat], ...]:
        """The committees on which a member sits, with the seat."""
        return tuple(
            (committee, seat)
            for committee in self.committees
            for seat in committee.seats
            if seat.member == member
        )

    def offices_of(self, member: Member) -> tuple[str, ...]:
        """The offices that a member holds in the council itself, as printed."""
        seats = ([self.chair] if self.chair else []) + list(self.officers)
        return tuple(seat.role for seat in seats if seat.member == member)

    def executive_of(self, member: Member) -> tuple[str, ...]:
        """The member's roles in the executive committee, as printed; often none."""
        return tuple(seat.role for seat in self.executive if seat.member == member)


def read(
    members: pd.DataFrame,
    officers: pd.DataFrame,
    committees: pd.DataFrame,
    executive: pd.DataFrame,
    stated: pd.DataFrame,
    scopes: pd.DataFrame,
    omissions: pd.DataFrame,
) -> Council:
    """The council from the frames of ``db.queries``: ``council_members``, ``council_officers``,
    ``committees``, ``executive_committee``, ``stated_figures``, ``committee_scopes`` and
    ``committee_omissions``."""
    listed = tuple(
        Member(
            int(row["position"]),
            str(row["name"]),
            str(row["role"]),
            _text(row["party"]),
            _text(row["district"]),
        )
        for row in _rows(members)
    )
    by_name: dict[str, Member | None] = {}
    for member in listed:
        key = _key(member.name)
        by_name[key] = None if key in by_name else member

    def seat(role: object, name: object) -> Seat:
        return Seat(str(role), str(name), by_name.get(_key(str(name))))

    def seats(frame: pd.DataFrame) -> tuple[Seat, ...]:
        return tuple(seat(row["role"], row["name"]) for row in _rows(frame))

    judged: dict[str, list[Scope]] = {}
    for row in _rows(scopes):
        judged.setdefault(str(row["committee"]), []).append(_scope(row))
    sitting: dict[str, list[Seat]] = {}
    for row in _rows(committees):
        sitting.setdefault(str(row["committee"]), []).append(seat(row["role"], row["name"]))
    chair = next((row for row in _rows(stated) if row["figure"] == CHAIR), None)
    return Council(
        members=listed,
        chair=seat(chair["label"], chair["printed"]) if chair else None,
        officers=seats(officers),
        committees=tuple(
            Committee(slug(name), name, tuple(own), _ordered(judged.get(name, ())))
            for name, own in sorted(sitting.items(), key=lambda item: sort_key(item[0]))
        ),
        executive=seats(executive),
        omissions=tuple(_scope(row) for row in _rows(omissions)),
    )


def select(
    members: Iterable[Member], district: str | None = None, party: str | None = None
) -> tuple[Member, ...]:
    """The members of a district and of a party (by slug), in their order; ``None`` is any."""
    return tuple(
        member
        for member in members
        if (district is None or member.district_slug == district)
        and (party is None or member.party_slug == party)
    )


def _scope(row: Mapping[str, Any]) -> Scope:
    return Scope(str(row["kind"]), str(row["key"]), str(row["reason"]))


def _ordered(scopes: Sequence[Scope]) -> tuple[Scope, ...]:
    """By kind, then by number or key; without the kinds that only former versions have."""
    known = [scope for scope in scopes if scope.kind in _ORDER]
    return tuple(
        sorted(known, key=lambda scope: (_ORDER.index(scope.kind), _numbers(scope.key), scope.key))
    )


def _numbers(key: str) -> tuple[int, ...]:
    parts = key.split(".")
    return tuple(map(int, parts)) if all(part.isdigit() for part in parts) else ()


def _rows(frame: pd.DataFrame) -> list[Mapping[str, Any]]:
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def _key(name: str) -> str:
    return fold(squeeze(name))


def _text(value: object) -> str:
    return str(value) if is_stated(value) else ""
